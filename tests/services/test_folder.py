"""A shared or synced folder: what stood still is kept, and nothing in it is ever changed."""

import json
import os
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConfigError
from gdflow.services.folder import FolderLook, look_into
from gdflow.spanish.messages import say
from tests.support.cast import USO, at
from tests.support.installation import Said, filled, form_of, read_all, rows_by_uid

DAY = "2023-07-05"
START = at(DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A synced folder."""
    made = tmp_path / "OneDrive"
    made.mkdir()
    return made


def looked(app: App, folder: Path, seconds: float = 0) -> FolderLook:
    its = (app.transaction, app.rules, app.objects, folder, app.data / "folder.json")
    return look_into(*its, now=START + timedelta(seconds=seconds))


def kept(app: App, folder: Path, *seconds: float) -> list[list[str]]:
    """The names that each look kept."""
    return [[name for name, _ in looked(app, folder, second).kept] for second in seconds]


def state(folder: Path) -> dict[str, tuple[int, int]]:
    return {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_a_file_is_kept_once_it_stood_still_and_stays_where_it_is(installed: App, folder: Path) -> None:
    (folder / "uso.xlsx").write_bytes(b"uno")
    before = state(folder)
    assert kept(installed, folder, 0, 5, 10, 20) == [[], [], ["uso.xlsx"], []]
    assert state(folder) == before


def test_what_still_changes_is_waited_for(installed: App, folder: Path) -> None:
    file = folder / "uso.xlsx"
    for second, data in enumerate((b"u", b"un", b"uno")):
        file.write_bytes(data)
        assert looked(installed, folder, second * 20).waiting == ("uso.xlsx",)
    [(_, one)] = looked(installed, folder, 60).kept
    assert installed.objects.get(one.receipt.sha256) == b"uno"


def test_a_file_of_the_same_size_with_another_date_has_changed(installed: App, folder: Path) -> None:
    (folder / "uso.xlsx").write_bytes(b"uno")
    kept(installed, folder, 0, 10)
    (folder / "uso.xlsx").write_bytes(b"dos")
    os.utime(folder / "uso.xlsx", ns=(1, 1))
    assert kept(installed, folder, 20, 30) == [[], ["uso.xlsx"]]


@pytest.mark.parametrize(
    "name", ["~$uso.xlsx", ".~lock.uso.xlsx#", "A1B2.tmp", "uso.xlsx.part", ".sync", "uso.xlsx.crdownload"]
)
def test_what_programs_leave_while_they_work_is_passed_over(installed: App, folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")
    assert (kept(installed, folder, 0, 60), looked(installed, folder, 90).waiting) == ([[], []], ())


def test_an_empty_file_and_a_folder_are_passed_over(installed: App, folder: Path) -> None:
    (folder / "vacio.xlsx").write_bytes(b"")
    (folder / "carpeta").mkdir()
    assert looked(installed, folder, 60) == FolderLook((), ())


@pytest.mark.parametrize("mark", ["~${}", ".~lock.{}#", "~${:.0}an año.xlsx"])
def test_a_file_that_somebody_has_open_is_waited_for(installed: App, folder: Path, mark: str) -> None:
    (folder / "Plan año.xlsx").write_bytes(b"uno")
    lock = folder / unicodedata.normalize("NFD", mark.format("Plan año.xlsx"))
    lock.write_bytes(b"x")
    assert kept(installed, folder, 0, 60) == [[], []]
    lock.unlink()
    assert kept(installed, folder, 70) == [["Plan año.xlsx"]]


def test_copies_of_the_same_bytes_are_one_receipt(installed: App, folder: Path) -> None:
    for name in ("Plan OAI.xlsx", "Plan OAI (1).xlsx", "Plan OAI-DESKTOP-7K2.xlsx"):
        (folder / name).write_bytes(b"uno")
    assert [len(names) for names in kept(installed, folder, 0, 10, 20)] == [0, 1, 0]


def test_a_name_in_two_pieces_a_letter_is_kept_in_one(installed: App, folder: Path) -> None:
    (folder / unicodedata.normalize("NFD", "Año.xlsx")).write_bytes(b"uno")
    looked(installed, folder)
    [(_, one)] = looked(installed, folder, 10).kept
    assert one.receipt.name == "Año.xlsx"


def test_a_workbook_cut_off_is_waited_for_and_taken_in_the_end(installed: App, folder: Path) -> None:
    (folder / "uso.xlsx").write_bytes(b"PK\x03\x04 a medias")
    assert kept(installed, folder, 0, 30, 599, 600) == [[], [], [], ["uso.xlsx"]]
    assert "dañado" in str(read_all(installed, DAY)[0].refused)


def test_what_was_seen_is_forgotten_without_harm(installed: App, folder: Path) -> None:
    (folder / "uso.xlsx").write_bytes(b"uno")
    kept(installed, folder, 0, 10)
    for content in ("{", "[]", '{"uso.xlsx": {"other": 1}}', '{"uso.xlsx": 3}'):
        (installed.data / "folder.json").write_text(content, "utf-8")
        assert kept(installed, folder, 20, 30) == [[], []]
    assert list(json.loads((installed.data / "folder.json").read_text("utf-8"))) == ["uso.xlsx"]


def test_a_file_that_went_away_or_cannot_be_read_is_left_for_later(
    installed: App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "uso.xlsx").write_bytes(b"uno")
    looked(installed, folder)

    def held(_path: Path) -> bytes:
        raise PermissionError(13, "held")

    with monkeypatch.context() as locked:
        locked.setattr(Path, "read_bytes", held)
        assert looked(installed, folder, 10).waiting == ("uso.xlsx",)
    assert kept(installed, folder, 20) == [["uso.xlsx"]]


def test_bytes_that_are_not_those_that_were_looked_at_are_left_for_later(
    installed: App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "uso.xlsx").write_bytes(b"uno")
    looked(installed, folder)
    with monkeypatch.context() as changing:
        changing.setattr(Path, "read_bytes", lambda _path: b"un")
        assert looked(installed, folder, 10).waiting == ("uso.xlsx",)


def test_a_link_to_nothing_is_passed_over(installed: App, folder: Path) -> None:
    (folder / "uso.xlsx").symlink_to(folder / "nada.xlsx")
    assert looked(installed, folder) == FolderLook((), ())


def test_a_folder_out_of_reach_is_told(installed: App, folder: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        looked(installed, folder / "nada")
    assert "No se puede ver la carpeta" in say(refused.value)


def test_a_form_in_the_folder_is_answered(installed: App, folder: Path) -> None:
    form = filled(form_of(installed, USO, "2023-Q2", DAY).data, {18: Said(1)}, rows_by_uid(installed))
    (folder / "uso.xlsx").write_bytes(form)
    assert kept(installed, folder, 0, 10) == [[], ["uso.xlsx"]]
    assert [len(read.taken) for read in read_all(installed, DAY)] == [1]


def test_the_moment_of_a_look_is_the_callers(installed: App, folder: Path) -> None:
    (folder / "uso.xlsx").write_bytes(b"uno")
    looked(installed, folder)
    [seen] = json.loads((installed.data / "folder.json").read_text("utf-8")).values()
    assert datetime.fromisoformat(seen["since"]) == START
