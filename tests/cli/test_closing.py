"""Closing by the command line: what stands in the way is said first, and nothing closes without a name and a reason."""

import io
import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from gdflow.report.closing_set import CLOSING_SET
from tests.cli.test_docs import bullet, keys
from tests.support.cast import USO
from tests.support.commands import CommandLine, Ran
from tests.support.evidence import PDF

DAY = ("--as-of", "2023-07-20")
FAILED = {"name", "message"}
SPITE = ("--in-spite-of", "missing", "--reason", "El comité es mañana")
Q1, Q2 = ("--period", "2023-Q1"), ("--period", "2023-Q2")
BY = ("--by", "Coordinación")


@pytest.fixture
def ended(cartagena: CommandLine) -> CommandLine:
    """The second quarter past its day to close, nothing reported in it, the first closed."""
    cartagena("scan", "--as-of", "2023-07-05")
    assert cartagena("close", *Q1, *BY, *DAY).code == 0
    return cartagena


def closed(gdflow: CommandLine, *more: str) -> Ran:
    return gdflow("close", *Q2, *BY, *SPITE, *DAY, *more)


def test_without_a_name_it_only_says_what_stands_in_the_way(ended: CommandLine) -> None:
    ran = ended("close", *DAY)
    assert ran.code == 4
    assert "Resultados sin reportar (missing): 8" in ran.out
    assert "Reportes sin revisar (unreviewed): en orden" in ran.out
    assert 'gdflow close --period 2023-Q2 --by NOMBRE --in-spite-of missing --reason "…"' in ran.out
    assert ended("closings", "--json").json["closings"][0]["period"] == "2023-Q1"


@pytest.mark.parametrize("said", ["T2 2023", "trimestre 2 de 2023"])
def test_a_period_is_taken_as_the_tables_show_it(ended: CommandLine, said: str) -> None:
    assert ended("close", "--period", said, "--check", *DAY).out == ended("close", *Q2, "--check", *DAY).out
    assert (
        "no está cerrado"
        in ended("reopen", "cartagena_2023", said, "--all", "--until", "2023-07-28", *BY, *SPITE[2:], *DAY).err
    )


def test_with_check_a_name_closes_nothing(ended: CommandLine) -> None:
    ran = closed(ended, "--check")
    assert (ran.code, "a pesar de ello: El comité es mañana" in ran.out) == (0, True)
    assert len(ended("closings", "--json").json["closings"]) == 1


def test_where_nothing_stands_in_the_way_the_list_ends_with_0(cartagena: CommandLine) -> None:
    ran = cartagena("close", *Q1, *DAY)
    assert (ran.code, "Se puede cerrar: gdflow close --period 2023-Q1 --by NOMBRE" in ran.out) == (0, True)


def test_what_stands_in_the_way_is_named_and_nothing_closes(ended: CommandLine) -> None:
    ran = ended("close", *Q2, *BY, *DAY)
    assert (ran.code, "resultados sin reportar (8)" in ran.err) == (4, True)
    assert len(ended("closings", "--json").json["closings"]) == 1


def test_it_closes_in_spite_of_and_says_what_was_frozen(ended: CommandLine) -> None:
    ran = closed(ended)
    assert ran.code == 0
    for said in (
        "(cierre 1)",
        "A pesar de resultados sin reportar (8): El comité es mañana (Coordinación)",
        "Promedio de líneas: 40,90\u00a0%",
        "Sin reporte al cierre: 8",
        "último eslabón ",
        "Escrito: ",
    ):
        assert said in ran.out
    folder = ended.home / "reports" / "cartagena_2023" / "2023-Q2" / "cierre-1"
    assert len(list(folder.iterdir())) == len(CLOSING_SET) + 1


def test_a_closed_period_does_not_close_again(ended: CommandLine) -> None:
    closed(ended)
    ran = closed(ended)
    assert (ran.code, "ya se cerró" in ran.err, "gdflow reopen" in ran.err) == (4, True, True)


def test_a_rehearsal_closes_nothing(ended: CommandLine) -> None:
    ran = closed(ended, "--dry-run")
    assert (ran.code, "Se cerraría el trimestre 2 de 2023" in ran.out, "SHA-256" in ran.out) == (0, True, False)
    assert len(ended("closings", "--json").json["closings"]) == 1
    assert not (ended.home / "reports" / "cartagena_2023" / "2023-Q2").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("close", "--period", "2023-Q3", "--by", "X", *DAY), 4, "no se puede cerrar antes de que termine"),
        (("close", "--period", "2024-Q3", *DAY), 4, "no ha abierto"),
        (("close", "--period", "ayer", *DAY), 2, "ayer"),
        (("close", *Q2, *SPITE, "--in-spite-of", "early", *DAY), 2, "su propio --reason"),
        (("close", *Q2, "--in-spite-of", "todo", "--reason", "x", *DAY), 2, "missing, unreviewed, evidence"),
        (("close", *Q2, "--by", " ", *SPITE, *DAY), 2, "--by"),
        (("close", "--as-of", "2023-05-02"), 4, "no tiene un período terminado sin cerrar"),
        (
            ("reopen", "cartagena_2023", "2023-Q2", "--all", "--until", "2023-07-28", *BY, "--reason", "x", *DAY),
            4,
            "no está",
        ),
        (("reopen", "cartagena_2023", "2023-Q1", "--until", "2023-07-28", *BY, "--reason", "x", *DAY), 2, "--all"),
        (("report", "99"), 2, "No hay un cierre 99"),
        (("report", "1", "--format", "papiro"), 2, "minutes"),
        (("report", *Q2), 2, "no tiene ningún cierre así"),
    ],
)
def test_a_refusal_is_one_sentence(ended: CommandLine, words: tuple[str, ...], code: int, said: str) -> None:
    ran = ended(*words)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, "", 1)
    assert said in ran.err


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        """A terminal."""
        return True


@pytest.mark.parametrize(("typed", "code"), [("2023-Q2\n", 0), ("2023-Q1\n", 4)])
def test_on_a_terminal_the_periods_name_has_to_be_typed(
    ended: CommandLine, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    ran = closed(ended)
    assert ran.code == code
    assert len(ended("closings", "--json").json["closings"]) == (2 if code == 0 else 1)


def test_with_yes_nothing_has_to_be_typed(ended: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    assert closed(ended, "--yes").code == 0


def test_a_report_that_cannot_be_written_ends_with_5_and_the_period_is_closed(ended: CommandLine) -> None:
    (ended.home / "reports").rename(ended.home / "otros")
    (ended.home / "data" / "objects").chmod(0o755)
    objects = ended.home / "data" / "objects"
    for stored in objects.rglob("*"):
        if stored.is_file():
            stored.unlink()  # the plan's own workbook among them, and the first closing's reports
    ran = closed(ended)
    assert (ran.code, "No se pudo escribir" in ran.out) == (5, True)
    assert len(ended("closings", "--json").json["closings"]) == 2


def test_a_reopening_takes_answers_again_and_closes_with_what_changed(ended: CommandLine) -> None:
    closed(ended)
    reopening = ("reopen", "cartagena_2023", "2023-Q2", "--team", USO, "--until", "2023-07-25", *BY, "--reason", "Acta")
    ran = ended(*reopening, *DAY)
    assert (ran.code, f"para {USO}, hasta el martes 25 de julio de 2023 inclusive" in ran.out) == (0, True)
    [first] = [each for each in ended("closings", "--json").json["closings"] if each["period"] == "2023-Q2"]
    assert [each["team"] for each in first["reopenings"]] == [USO]
    assert "hasta el mar 25 jul 2023" in ended("closings").out
    again = ended("close", *Q2, *BY, "--as-of", "2023-07-21")
    assert (again.code, "(cierre 2)" in again.out, "Qué cambió desde el cierre 1: nada" in again.out) == (0, True, True)


def test_a_reopening_can_be_rehearsed_and_be_of_a_line_or_all(ended: CommandLine) -> None:
    closed(ended)
    its = ("reopen", "cartagena_2023", "2023-Q2", "--until", "2023-07-25", *BY, "--reason", "Acta", *DAY)
    assert "Se reabriría" in ended(*its, "--all", "--dry-run").out
    assert ended("closings", "--json").json["closings"][0]["reopenings"] == []
    assert "para una línea" in ended(*its, "--line", "fila:18").out
    assert "para todos los equipos" in ended(*its, "--all").out


def test_reports_are_written_again_and_are_the_same(ended: CommandLine) -> None:
    closed(ended)
    ran = ended("report", *Q2, "--format", "minutes", "--out", "otra", "--json")
    [minutes] = ran.json["reports"]
    assert (minutes["name"], minutes["same"]) == ("minutes", True)
    [first] = (ended.home / "reports").rglob("Acta de cierre*2023-Q2*.pdf")
    assert (ended.home / minutes["file"]).read_bytes() == first.read_bytes()
    assert "(igual al primero)" in ended("report").out


def test_the_annexes_are_packed_when_asked_for(ended: CommandLine) -> None:
    (ended.home / "acta.pdf").write_bytes(PDF)
    ended("evidence", "add", "18", "acta.pdf", *Q2, "--by", USO, "--as-of", "2023-07-07")
    closed(ended)
    told = ended("report", *Q2, "--format", "evidence", "--format", "minutes", "--json").json["reports"]
    assert [(each["name"], each["same"]) for each in told] == [("minutes", True), ("evidence", None)]
    with ZipFile(ended.home / told[1]["file"]) as pack:
        assert any(pack.read(name) == PDF for name in pack.namelist())
    (ended.home / "data" / "objects").rename(ended.home / "data" / "otros")
    ran = ended("report", *Q2, "--format", "evidence")
    assert (ran.code, "Revisar: Anexos: 1. Falta: " in ran.out) == (0, True)


def test_a_report_that_is_not_as_it_was_ends_with_3(ended: CommandLine) -> None:
    import sqlite3

    with sqlite3.connect(ended.home / "data" / "gdflow.sqlite3") as database:
        database.execute("UPDATE report SET sha256 = ? WHERE name = 'minutes'", ("a" * 64,))
        database.execute("DELETE FROM report WHERE name = 'workbook'")
    ran = ended("report", "1")
    assert ran.code == 3
    assert "DISTINTO del primero" in ran.out
    assert "no se había escrito antes" in ran.out


def test_without_closings_it_says_so(cartagena: CommandLine) -> None:
    assert "Todavía no se ha cerrado ningún período." in cartagena("closings").out
    assert cartagena("closings", "--json").json == {"closings": []}


def test_closings_of_one_plan_are_asked_for_by_its_code(ended: CommandLine) -> None:
    assert len(ended("closings", "--plan", "cartagena_2023", "--json").json["closings"]) == 1
    assert ended("closings", "--plan", "otro").code == 2


def test_the_json_of_a_closing_has_the_documented_keys(ended: CommandLine) -> None:
    listed = ended("close", *DAY, "--json")
    assert (listed.code, listed.json["clear"], listed.json["closing"]) == (4, False, None)
    told = closed(ended, "--json").json
    assert all(Path(file).is_file() for file in told["files"])
    closing = told.pop("closing")
    assert keys(told) | FAILED | {"closing"} == bullet("close")
    assert set(closing) == set(ended("closings", "--json").json["closings"][0])


def test_the_json_of_closings_and_reopenings_has_the_documented_keys(ended: CommandLine) -> None:
    its = ("reopen", "cartagena_2023", "2023-Q1", "--all", "--until", "2023-07-25", *BY, "--reason", "Acta", *DAY)
    opened = ended(*its, "--json").json
    told = ended("closings", "--json").json
    assert keys(told) == bullet("closings")
    assert set(opened) == {*told["closings"][0]["reopenings"][0], "plan"}
    assert keys(ended("report", "--json").json) == bullet("report")


def test_an_audit_of_a_whole_record_ends_with_0_and_knows_the_minutes(ended: CommandLine) -> None:
    head = ended("closings", "--json").json["closings"][0]["head"]
    ran = ended("audit", "verify", "--head", head)
    assert ran.code == 0
    assert "Todo está como se escribió." in ran.out
    assert "La huella dada es la del suceso " in ran.out
    assert ended("audit", "verify").code == 0


def test_an_audit_that_finds_something_ends_with_3_and_says_what(ended: CommandLine) -> None:
    ran = ended("audit", "verify", "--head", "0" * 64)
    assert (ran.code, "Ningún suceso del registro lleva la huella" in ran.out) == (3, True)
    assert ended("audit", "verify", "--head", "cero").code == 2
    told = ended("audit", "verify", "--head", "0" * 64, "--json")
    assert (told.code, [each["code"] for each in told.json["wrong"]]) == (3, ["head_unknown"])


def test_the_record_is_listed_newest_last(ended: CommandLine) -> None:
    told = ended("audit", "list", "--last", "3", "--json").json["events"]
    assert [each["sequence"] for each in told] == sorted(each["sequence"] for each in told)
    assert len(told) == 3
    assert "informe de cierre escrito" in ended("audit", "list").out


def test_the_json_of_an_audit_has_the_documented_keys(ended: CommandLine) -> None:
    head = ended("closings", "--json").json["closings"][0]["head"]
    told = ended("audit", "verify", "--head", head, "--json").json
    facts = set(told["head_event"].pop("facts"))
    assert keys(told) | {"code", "message", "facts"} == bullet("audit verify")
    assert "sha256" in facts
    assert json.dumps(told)
