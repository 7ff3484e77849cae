"""The exported folder: replaced as a whole, changed only where something changed, and careful with what is not ours."""

import ctypes
import os
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from gdflow import failpoints
from gdflow.app import App
from gdflow.domain.errors import ConflictError
from gdflow.failpoints import FailpointError
from gdflow.services.site_folder import MANIFEST, Laid, lay_out_site
from tests.support.cast import at
from tests.support.closings import closed_on, opened_again, written_on
from tests.support.published import closed_and_written, everything, exported, publishing, said, shown

NOW = at("2023-07-18")
OLD = {"index.html": b"uno", "plan/index.html": b"dos", "plan/datos.csv": b"tres"}
NEW = {"index.html": b"UNO", "plan/datos.csv": b"tres", "otro/index.html": b"cuatro"}
PLACES = ("publish.file", "publish.swap", "publish.swapped")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the old files are published."""
    laid(tmp_path / "sitio", OLD)
    return tmp_path / "sitio"


@pytest.fixture(autouse=True)
def disarmed() -> Iterator[None]:
    """No place fails in the next test."""
    yield
    failpoints.arm(None)


def laid(folder: Path, files: dict[str, bytes], **more: Any) -> Laid:
    return lay_out_site(folder, files.items(), now=NOW, **more)


def files_in(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, without the manifest."""
    found = (each for each in folder.rglob("*") if each.is_file() and each.name != MANIFEST)
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def test_a_new_folder_holds_the_files_and_a_manifest_that_anyone_can_check(folder: Path) -> None:
    lines = [line for line in (folder / MANIFEST).read_text("utf-8").splitlines() if not line.startswith("#")]
    for digest, _, name in (line.partition("  ") for line in lines):
        assert sha256((folder / name).read_bytes()).hexdigest() == digest
    assert (files_in(folder), len(lines)) == (OLD, len(OLD))
    assert {each.stat().st_mode & 0o777 for each in folder.rglob("*") if each.is_file()} == {0o644}
    assert folder.stat().st_mode & 0o777 == 0o755


def test_the_next_export_writes_what_changed_and_removes_what_is_published_no_more(folder: Path) -> None:
    kept = (folder / "plan/datos.csv").stat()
    done = laid(folder, NEW)
    assert (done.written, done.unchanged, done.removed) == (("index.html", "otro/index.html"), 1, ("plan/index.html",))
    assert files_in(folder) == NEW
    after = (folder / "plan/datos.csv").stat()
    assert (after.st_ino, after.st_mtime_ns) == (kept.st_ino, kept.st_mtime_ns)


def test_the_same_again_leaves_the_very_same_folder(folder: Path) -> None:
    before = folder.stat().st_ino
    assert laid(folder, OLD) == Laid((), 3, (), ())
    assert folder.stat().st_ino == before
    assert [each.name for each in folder.parent.iterdir()] == ["sitio"]


def test_a_rehearsal_says_the_same_and_changes_nothing(folder: Path) -> None:
    told = laid(folder, NEW, dry_run=True)
    assert files_in(folder) == OLD
    assert told == laid(folder, NEW)
    assert not (folder.parent / "nuevo").exists()
    assert laid(folder.parent / "nuevo", NEW, dry_run=True).written == tuple(NEW)
    assert not (folder.parent / "nuevo").exists()


def test_what_is_not_ours_stays_as_it_is(folder: Path) -> None:
    (folder / "logo.svg").write_bytes(b"<svg/>")
    (folder / "plan" / "nota.txt").write_bytes(b"de otro")
    (folder / "enlace").symlink_to("plan")
    laid(folder, NEW)
    assert files_in(folder) == NEW | {"logo.svg": b"<svg/>", "plan/nota.txt": b"de otro"}
    assert (folder / "enlace").readlink() == Path("plan")


def test_what_was_ours_and_somebody_changed_is_mended_while_published_and_left_afterwards(folder: Path) -> None:
    (folder / "index.html").write_bytes(b"otro")
    (folder / "plan/index.html").write_bytes(b"otro")
    done = laid(folder, NEW)
    assert (done.removed, done.left) == ((), ("plan/index.html",))
    assert files_in(folder) == NEW | {"plan/index.html": b"otro"}
    (folder / "plan/index.html").unlink()
    (folder / "plan/index.html").symlink_to("datos.csv")
    assert laid(folder, NEW).written == ()


def test_a_link_in_the_place_of_what_was_ours_is_left(folder: Path) -> None:
    (folder / "plan/index.html").unlink()
    (folder / "plan/index.html").symlink_to("nada")
    assert laid(folder, NEW).left == ("plan/index.html",)
    assert (folder / "plan/index.html").is_symlink()


def test_a_file_of_others_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"la portada de la entidad")
    with pytest.raises(ConflictError, match="publish_foreign_file"):
        laid(tmp_path, OLD)
    assert files_in(tmp_path) == {"index.html": b"la portada de la entidad"}
    assert list(tmp_path.parent.glob(f".{tmp_path.name}*")) == []


def test_a_file_of_others_that_holds_the_same_is_as_good_as_ours(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"uno")
    assert laid(tmp_path, OLD).unchanged == 1


def test_a_file_of_others_where_a_folder_must_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan").write_bytes(b"x")
    with pytest.raises(ConflictError, match="publish_foreign_file"):
        laid(tmp_path, OLD)
    assert files_in(tmp_path) == {"plan": b"x"}


def test_a_folder_of_others_where_a_file_must_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan" / "datos.csv").mkdir(parents=True)
    (tmp_path / "plan" / "datos.csv" / "x").write_bytes(b"x")
    with pytest.raises(ConflictError, match="publish_foreign_file"):
        laid(tmp_path, OLD)


def test_a_folder_of_others_in_the_place_of_what_was_ours_is_refused(folder: Path) -> None:
    (folder / "index.html").unlink()
    (folder / "index.html").mkdir()
    (folder / "index.html" / "x").write_bytes(b"x")
    with pytest.raises(ConflictError, match="publish_foreign_file"):
        laid(folder, NEW)
    assert (folder / "index.html" / "x").read_bytes() == b"x"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "sitio").write_bytes(b"x")
    with pytest.raises(ConflictError, match="publish_not_a_folder"):
        laid(tmp_path / "sitio", OLD)


@pytest.mark.parametrize("place", PLACES)
def test_whoever_dies_midway_leaves_the_old_or_the_new_and_never_half(folder: Path, place: str) -> None:
    failpoints.arm(f"{place}:error")
    with pytest.raises(FailpointError):
        laid(folder, NEW)
    assert files_in(folder) in (OLD, NEW)
    failpoints.arm(None)
    laid(folder, NEW)
    assert files_in(folder) == NEW


def test_where_names_cannot_be_exchanged_a_run_that_died_in_between_is_brought_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_library(_name: object) -> None:
        raise OSError("no hay")

    monkeypatch.setattr(ctypes, "CDLL", no_library)
    failpoints.arm("publish.aside:error")
    with pytest.raises(FailpointError):
        laid(folder, NEW)
    assert not folder.exists()
    failpoints.arm(None)
    (folder.parent / ".sitio.anterior" / "logo.svg").write_bytes(b"<svg/>")
    laid(folder, NEW)
    assert files_in(folder) == NEW | {"logo.svg": b"<svg/>"}
    assert [each.name for each in folder.parent.iterdir()] == ["sitio"]


def test_where_files_cannot_be_shared_they_are_copied_with_their_date(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_names: object, **_ways: object) -> None:
        raise OSError("no se puede")

    kept = (folder / "plan/datos.csv").stat().st_mtime_ns
    monkeypatch.setattr(os, "link", refused)
    laid(folder, NEW)
    assert files_in(folder) == NEW
    assert (folder / "plan/datos.csv").stat().st_mtime_ns == kept


def test_what_a_killed_run_left_is_cleared_after_a_day(folder: Path) -> None:
    old, young = (folder.parent / f".sitio.gdflow-{name}" for name in ("viejo", "nuevo"))
    for each, age in ((old, timedelta(days=2)), (young, timedelta(hours=2))):
        each.mkdir()
        os.utime(each, ((NOW - age).timestamp(),) * 2)
    laid(folder, NEW)
    assert [each.exists() for each in (old, young)] == [False, True]


def test_the_export_holds_every_published_file_at_its_address(installed: App, tmp_path: Path) -> None:
    app = closed_and_written(publishing(installed))
    done = exported(app, tmp_path / "sitio")
    known = everything(app)
    assert files_in(tmp_path / "sitio") == {
        f"{address}index.html" if address == "" or address.endswith("/") else address: data
        for address, data in known.items()
    }
    assert (len(done.laid.written), done.lacking) == (len(known), ())


def test_after_a_rectification_only_what_it_changed_is_written(installed: App, tmp_path: Path) -> None:
    app = closed_and_written(publishing(installed))
    exported(app, tmp_path / "sitio")
    opened_again(app, "2023-07-19", "2023-07-25")
    said(app, 9, "2", day="2023-07-20")
    assert exported(app, tmp_path / "sitio", "2023-07-20").laid.written == ()
    closed_on(app, "2023-07-26")
    done = exported(app, tmp_path / "sitio", "2023-07-26")
    assert len(done.lacking) == 5
    written_on(app, "2023-07-26")
    done = exported(app, tmp_path / "sitio", "2023-07-26")
    assert all("cierre-1/datos" not in path for path in done.laid.written)
    assert any(path.endswith("cierre-2/acta.pdf") for path in done.laid.written)


def test_bytes_that_are_gone_publish_nothing_at_all(installed: App, tmp_path: Path) -> None:
    app = closed_and_written(publishing(installed))
    lost = shown(app).periods[0].newest.download("acta.pdf")
    assert lost
    (app.objects.folder / lost.sha256[:2] / lost.sha256).unlink()
    with pytest.raises(ConflictError, match="publish_lost"):
        exported(app, tmp_path / "sitio")
    assert list(tmp_path.glob("*sitio*")) == []
