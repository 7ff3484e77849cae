"""Reviewing on the command line, and the quality of what was reported."""

from pathlib import Path

import pytest

from gdflow.services.demo.answers import fill_in
from tests.acceptance.year import filled
from tests.cli.test_docs import bullet, keys
from tests.support.cast import USO
from tests.support.commands import CommandLine

SENT, DAY = ("--as-of", "2023-07-05"), ("--as-of", "2023-07-06")
WHO = ("--by", "Ana", *DAY)


@pytest.fixture
def reported(cartagena: CommandLine) -> CommandLine:
    """A plan that is reviewed, in which a team has reported."""
    cartagena("review", "mode", "cartagena_2023", "coordinator", "--by", "Ana", *SENT)
    cartagena("form", USO, *SENT)
    path = next((cartagena.home / "formularios").iterdir())
    path.write_bytes(fill_in(path.read_bytes()))
    assert cartagena("receive", Path(path), *SENT).code == 0
    return cartagena


def shown(gdflow: CommandLine, *words: str) -> str:
    ran = gdflow("review", *words)
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.split())


def test_a_mode_is_said_in_words(cartagena: CommandLine) -> None:
    told = cartagena("review", "mode", "cartagena_2023", "coordinator", "--by", "Ana", *SENT)
    assert "las revisa la coordinación" in told.out
    assert cartagena("review", "mode", "cartagena_2023", "jefe", "--by", "Ana").code == 2
    assert "No hay reportes por revisar." in cartagena("review", "list").out


def test_reports_that_wait_are_listed_with_the_notes_at_hand(reported: CommandLine) -> None:
    told = shown(reported, "list", "--period", "2023-Q2")
    assert "Por revisar" in told
    assert "1. Falta la evidencia" in told


def test_a_percentage_is_shown_as_in_the_mail(cartagena: CommandLine) -> None:
    cartagena("review", "mode", "cartagena_2023", "coordinator", "--by", "Ana", *SENT)
    cartagena("form", USO, *SENT)
    path = next((cartagena.home / "formularios").iterdir())
    path.write_bytes(filled(path.read_bytes(), {"cronograma para": 0.2}))
    assert cartagena("receive", Path(path), *SENT).code == 0
    assert "20\u00a0%: Se trabajó" in cartagena("review", "list").out


def test_a_report_is_accepted_and_listed_no_more(reported: CommandLine) -> None:
    assert "Avalado" in shown(reported, "accept", "18", *WHO)
    assert "Avalado" not in shown(reported, "list")
    assert "Avalado" in shown(reported, "list", "--all", "--plan", "cartagena_2023")
    assert reported("review", "accept", "18", *WHO).code == 4


def test_all_are_accepted_at_once(reported: CommandLine) -> None:
    shown(reported, "accept", "--all", *WHO)
    assert "No hay reportes por revisar." in shown(reported, "list")
    assert reported("review", "accept", "--all", *WHO).code == 2
    assert reported("review", "accept", *WHO).code == 2


def test_a_report_goes_back_with_a_note_and_says_until_when(reported: CommandLine) -> None:
    told = shown(reported, "return", "18", "--note", "Falta el acta [de mayo].", *WHO)
    assert "Nota: Falta el acta [de mayo]." in told
    assert "hasta el martes 11 de julio de 2023" in told
    history = " ".join(reported("explain", "18", "--as-of", "2023-07-06").out.split())
    assert "v1" in history
    assert "Devuelto para" in history


def test_a_note_may_be_chosen(reported: CommandLine) -> None:
    assert "Nota: El valor no corresponde" in shown(reported, "return", "18", "--template", "2", *WHO)
    assert reported("review", "return", "19", "--template", "9", *WHO).code == 2
    assert reported("review", "return", "19", *WHO).code == 2


@pytest.mark.parametrize("words", [("accept", "18"), ("return", "--all", "--template", "1")])
def test_a_rehearsal_keeps_nothing(reported: CommandLine, words: tuple[str, ...]) -> None:
    before = shown(reported, "list")
    assert "Ensayo: no se guardó nada." in shown(reported, *words, "--dry-run", *WHO)
    assert shown(reported, "list") == before


def test_without_review_there_is_nothing_to_accept(cartagena: CommandLine) -> None:
    ran = cartagena("review", "accept", "--all", *WHO)
    assert (ran.code, "gdflow review mode cartagena_2023 coordinator" in ran.err) == (4, True)


def test_its_json_has_the_documented_keys(reported: CommandLine) -> None:
    told = reported("review", "return", "18", "--template", "1", "--json", *WHO).json
    assert keys(told) == bullet("review list")
    assert keys(reported("review", "list", "--json").json) < keys(told)


def test_the_quality_of_what_was_reported_is_told(reported: CommandLine) -> None:
    (reported.home / "nota.xlsx").write_bytes(b"no es un libro")
    reported("receive", reported.home / "nota.xlsx", *DAY)
    ran = reported("quality", "--period", "2023-Q2", "--plan", "cartagena_2023")
    assert (ran.code, ran.err) == (0, "")
    told = " ".join(ran.out.split())
    assert "Calidad del dato · trimestre 2 de 2023" in told
    assert "2 de 2 (100,0 %)" in told
    assert "Rechazados por «not_a_workbook»: 1." in told
    assert keys(reported("quality", "--json").json) == bullet("quality")
    assert reported("quality", "--period", "mayo").code == 2


def test_the_quality_of_all_periods_is_that_of_those_that_have_ended(reported: CommandLine) -> None:
    told = reported("quality", *DAY).out
    assert [title in told for title in ("trimestre 1 de 2023", "trimestre 2 de 2023", "todos los períodos")] == [
        True
    ] * 3
    assert "trimestre 2 de 2023" not in reported("quality", "--as-of", "2023-05-01").out
    assert "Todavía no se esperaba" in reported("quality", "--as-of", "2023-01-01").out


def test_what_is_to_be_reviewed_fits_a_narrow_window(reported: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert len(reported("review", "list").out.splitlines()) < 30
    assert len(reported("quality", *DAY).out.splitlines()) < 40
