"""Evidence as people add, list and take it back on the command line."""

from pathlib import Path

import pytest

from tests.cli.test_docs import bullet, keys
from tests.support.commands import CommandLine
from tests.support.evidence import LINK, PDF, PNG

DAY = ("--as-of", "2023-07-05")
WHO = ("--period", "2023-Q2", "--by", "Ana", *DAY)
LOCAL = "http://localhost/acta.pdf"


@pytest.fixture
def acta(cartagena: CommandLine) -> Path:
    """A file to send."""
    path = cartagena.home / "Acta de mayo.pdf"
    path.write_bytes(PDF)
    return path


def test_files_and_links_are_added_and_listed(cartagena: CommandLine, acta: Path) -> None:
    ran = cartagena("evidence", "add", "18", acta, LINK, "--date", "2023-05-31", *WHO)
    assert (ran.code, ran.err) == (0, "")
    told = " ".join(cartagena("evidence", "list", "--period", "2023-Q2").out.split())
    assert "A01" in told
    assert LINK in told
    assert "sin revisar" in told
    assert "No hay evidencias." in cartagena("evidence", "list", "19").out


def test_what_a_person_should_know_is_said_beside(cartagena: CommandLine, acta: Path) -> None:
    cartagena("evidence", "add", "18", acta, *WHO)
    acta.write_bytes(PNG)
    assert "por dentro es un archivo .png" in cartagena("evidence", "add", "18", acta, *WHO).out
    acta.write_bytes(PDF)
    assert "El mismo archivo respalda también otra actividad: A01" in cartagena("evidence", "add", "19", acta, *WHO).out


def test_what_cannot_be_taken_ends_with_3_and_a_sentence(cartagena: CommandLine, acta: Path) -> None:
    acta.write_bytes(b"MZ\x90\0")
    ran = cartagena("evidence", "add", "18", acta, *WHO)
    assert (ran.code, "puede ejecutarse" in ran.err) == (3, True)
    assert cartagena("evidence", "add", "18", "no-hay.pdf", *WHO).code == 3


def test_evidence_is_taken_back(cartagena: CommandLine, acta: Path) -> None:
    cartagena("evidence", "add", "18", acta, *WHO)
    assert "Se retiró el anexo A01" in cartagena("evidence", "take-back", "1", "--by", "Ana", *DAY).out
    assert cartagena("evidence", "take-back", "1", "--by", "Ana", *DAY).code == 2


def test_links_are_checked_and_those_of_the_own_network_never_asked(cartagena: CommandLine, acta: Path) -> None:
    cartagena("evidence", "add", "18", acta, LOCAL, *WHO)
    ran = cartagena("evidence", "check-links", *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert "no se pudo saber de 1" in ran.out
    assert "por revisar 1" in ran.out


def test_a_silent_link_ends_with_3(cartagena: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise OSError("name not known")

    monkeypatch.setattr("gdflow.pinned.getaddrinfo", unknown)
    cartagena("evidence", "add", "18", "https://no-existe.invalid/acta.pdf", *WHO)
    ran = cartagena("evidence", "check-links", *DAY)
    assert ran.code == 3
    assert "No responde: https://no-existe.invalid/acta.pdf" in ran.out
    assert "no responde desde el" in " ".join(cartagena("evidence", "list").out.split())


def test_its_json_has_the_documented_keys(cartagena: CommandLine, acta: Path) -> None:
    cartagena("evidence", "add", "18", acta, LOCAL, *WHO)
    told = cartagena("evidence", "list", "--json").json
    checked = cartagena("evidence", "check-links", "--json", *DAY).json
    # the documentation's names are read without those that end in a number
    assert keys(told) | keys(checked) == bullet("evidence add`, `evidence list") | {"sha256"}
