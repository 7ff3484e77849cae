"""Taking in what came by every way, at the command line."""

from pathlib import Path

import pytest

from gdflow.services.demo.answers import fill_in
from tests.cli.test_docs import bullet, keys
from tests.cli.test_mailbox import answering, deliver
from tests.support.cast import GOBIERNO, USO, USO_MAIL
from tests.support.commands import CommandLine
from tests.support.dovecot import Dovecot, dovecot, dovecot_server
from tests.support.letters import letter

__all__ = ["answering", "dovecot", "dovecot_server"]
DAY, LATER = ("--as-of", "2023-07-05"), ("--as-of", "2023-07-06")


def form(gdflow: CommandLine, team: str) -> tuple[str, bytes]:
    """A form of a team, filled in."""
    gdflow("form", team, "--out", team, *DAY)
    path = next((gdflow.home / team).iterdir())
    return path.name, fill_in(path.read_bytes())


@pytest.fixture
def shared(cartagena: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shared folder, which the installation looks into."""
    folder = tmp_path / "compartida"
    folder.mkdir()
    monkeypatch.setenv("GDFLOW_FOLDER__PATH", str(folder))
    return folder


def test_a_file_of_the_inbox_is_taken_and_moved(cartagena: CommandLine) -> None:
    name, data = form(cartagena, USO)
    (cartagena.home / "inbox").mkdir()
    (cartagena.home / "inbox" / name).write_bytes(data)
    ran = cartagena("collect", *DAY)
    assert (ran.code, f"{USO}: 2 respuestas; por corregir: 0." in ran.out) == (0, True)
    assert [file.name.endswith(name) for file in (cartagena.home / "inbox" / "received").iterdir()] == [True]
    assert "No había archivos por leer." in cartagena("collect", *DAY).out


def test_a_file_of_the_shared_folder_is_taken_at_the_second_look_and_left_there(
    cartagena: CommandLine, shared: Path
) -> None:
    name, data = form(cartagena, USO)
    (shared / name).write_bytes(data)
    first, second = cartagena("collect", *DAY), cartagena("collect", *LATER)
    assert (first.code, f"{name}: todavía puede estar cambiando" in first.out) == (0, True)
    assert (second.code, "Carpeta compartida: archivos nuevos: 1." in second.out) == (0, True)
    assert [file.name for file in shared.iterdir()] == [name]
    assert "archivos nuevos: 0." in cartagena("collect", *LATER).out


def test_what_cannot_be_taken_ends_with_3(cartagena: CommandLine) -> None:
    (cartagena.home / "inbox").mkdir()
    (cartagena.home / "inbox" / "nota.xlsx").write_bytes(b"no es un libro")
    ran = cartagena("collect", *DAY)
    assert (ran.code, "nota.xlsx" in ran.out) == (3, True)


def test_a_folder_that_is_away_stops_nothing_else(cartagena: CommandLine, shared: Path) -> None:
    name, data = form(cartagena, USO)
    (cartagena.home / "inbox").mkdir()
    (cartagena.home / "inbox" / name).write_bytes(data)
    shared.rmdir()
    ran = cartagena("collect", *DAY)
    assert (ran.code, "No se puede ver la carpeta compartida" in ran.err) == (3, True)
    assert f"{USO}: 2 respuestas" in ran.out


def test_all_ways_are_taken_at_once_and_told_as_json(answering: CommandLine, dovecot: Dovecot) -> None:
    deliver(dovecot, letter(form(answering, USO), sender=USO_MAIL))
    name, data = form(answering, GOBIERNO)
    (answering.home / "inbox").mkdir()
    (answering.home / "inbox" / name).write_bytes(data)
    told = answering("collect", *DAY, "--json").json
    assert {each["team"] for each in told["received"]} == {USO, GOBIERNO}
    assert told["folder"] == {"kept": [], "waiting": []}
    assert bullet("collect") <= keys(told) | {"receipt", "name"}
    assert "Buzón: nada nuevo." in answering("collect", *DAY).out
