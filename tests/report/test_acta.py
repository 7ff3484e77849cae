"""The minutes of a closing: what they say, that they are accessible, and that they are always the same."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Any

import pikepdf
import pytest

from gdflow.domain.closing import Carried, Differences, Reopening, ReopeningScope
from gdflow.report.acta import write_acta
from gdflow.report.templates import shipped
from tests.support import cartagena
from tests.support.closed import closed

ROOT = Path(__file__).parents[2]
LINE = cartagena.lines()[2]


@pytest.fixture(autouse=True)
def _reader() -> None:
    if which("pdftotext") is None:
        pytest.skip("there is no pdftotext on this machine")


def text_of(data: bytes) -> str:
    """What a reader sees, on one line."""
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def text_of_page(data: bytes, number: int) -> str:
    command = ["pdftotext", "-f", str(number), "-l", str(number), "-", "-"]
    return " ".join(subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode().split())


def reopening(scope: ReopeningScope, *, ended: bool = True, **its: Any) -> Reopening:
    """A reopening of the second quarter's first closing."""
    names: dict[str, Any] = {"team_id": None, "team": None, "line_id": None, "line_uid": None} | its
    names["ended_at"] = datetime(2023, 7, 25, tzinfo=UTC) if ended else None
    said: dict[str, Any] = {"author": "Jefatura OAI", "reason": "El acta llegó tarde"}
    at = datetime(2023, 7, 19, tzinfo=UTC)
    return Reopening(1, 1, "2023-Q2", 1, scope, opened_at=at, until=date(2023, 7, 24), **names, **said)


def test_they_say_who_closed_what_is_missing_and_in_spite_of_what() -> None:
    its = closed("2023-Q2")
    said = text_of(write_acta(its, ["Acta de cierre", "Consolidado"]))
    for each in ("Oficina de Planeación", "890.480.184-4", "GDI-F-021 · versión 3", "El comité se reúne mañana."):
        assert each in said
    assert "debían reportar 8 líneas: reportaron 5 (1 sin avance) y quedaron 3 sin reporte" in said
    assert "9. Hacer el reporte a FURAG" in said
    assert "se escriben: Acta de cierre; Consolidado." in said


def test_the_first_quarters_figures_are_the_documents_own() -> None:
    said = text_of(write_acta(closed("2023-Q1")))
    assert "40,90 %" in said
    assert "43,18 %" in said
    assert "12 de 12" in said
    assert "43,18 % 8 de 8" in said  # of items, not of lines
    assert "Ninguna línea quedó sin reporte." in said


def test_what_was_never_reported_before_is_told_apart() -> None:
    its = closed("2023-Q2")
    told = "La lista trae también los períodos anteriores que siguen sin reporte."
    assert told not in text_of(write_acta(its))
    [first, *_] = its.snapshot.report.missing
    report = replace(its.snapshot.report, missing=(replace(first, period="2023-Q1"),))
    assert told in text_of(write_acta(closed("2023-Q2", report=report)))


def test_the_entity_says_them_in_its_own_words() -> None:
    own = {
        "acta_title": "Acta n.º {{ closing }} de {{ office }}",
        "acta_opening": "Siendo las {{ closed_at }} del {{ closed_on }}.\n\nSe reunió el comité.",
        "acta_method": "Según la guía de {{ entity }}.",
        "acta_check": "Con la huella {{ sha256 }}.",
        "acta_signature": "Jefe de Planeación\n{{ office }}\n\nControl Interno\n\nSecretaría General",
    }
    its = closed("2023-Q2", words=own)
    said = text_of(write_acta(its))
    for each in (
        "Acta n.º 1 de Oficina de Planeación",
        "Siendo las 08:00 del 18 de julio de 2023. Se reunió el comité.",
        "Según la guía de Alcaldía Distrital de Cartagena de Indias.",
        "Con la huella",
        "Jefe de Planeación",
        "Secretaría General",
    ):
        assert each in said
    assert "Nombre y cargo" not in said
    assert text_of(write_acta(its, words=shipped())).startswith(text_of(write_acta(closed("2023-Q2")))[:60])


def test_whoever_signs_has_the_hashes_on_the_same_page() -> None:
    many = [f"Un informe que se llama de otra manera y que ocupa una línea entera {each} (.pdf)" for each in range(60)]
    for count in range(0, 60, 6):
        with pikepdf.open(BytesIO(write_acta(closed("2023-Q2"), many[:count]))) as pdf:
            pages = len(pdf.pages)
        last = text_of_page(write_acta(closed("2023-Q2"), many[:count]), pages)
        assert "Para comprobarlo después" in last
        assert "Nombre y cargo" in last


def test_every_hash_is_in_them_whole() -> None:
    its = closed("2023-Q2", 2)
    said = text_of(write_acta(its))
    for each in (its.facts.sha256, its.facts.head, "c" * 64):
        assert each in said


def test_a_first_closing_has_no_hash_before_it_and_no_changes() -> None:
    said = text_of(write_acta(closed("2023-Q2")))
    assert "Cierre anterior" not in said
    assert "Qué cambió" not in said


def test_a_second_closing_says_what_changed_and_why_it_was_opened() -> None:
    opened = (
        reopening(ReopeningScope.LINE, line_id=LINE.id, line_uid=LINE.uid),
        reopening(ReopeningScope.TEAM, team_id=2, team="Equipo de Uso"),
        reopening(ReopeningScope.ALL),
    )
    said = text_of(write_acta(closed("2023-Q2", 2, reopenings=opened)))
    assert "Lo que sigue abierto" not in said
    for each in (
        "Por qué se reabrió",
        "Qué cambió desde el cierre 1",
        "Logrado",
        f"Fila {LINE.row}",
        "Equipo de Uso",
        "Todo el período",
    ):
        assert each in said
    none = Differences(1, "c" * 64, ())
    assert "las cifras son las mismas" in text_of(write_acta(closed("2023-Q2", 2, differences=none)))


def test_what_is_taken_in_spite_of_the_closing_is_listed() -> None:
    carried = Carried(LINE.uid, LINE.row, "3.", LINE.label, LINE.team, date(2023, 7, 28), "Jefatura OAI", "Viaje")
    goes_on = reopening(ReopeningScope.TEAM, ended=False, team_id=2, team="Equipo de Uso")
    said = text_of(write_acta(closed("2023-Q2", 2, carried=(carried,), reopenings=(goes_on,))))
    assert "Por qué se reabrió" not in said
    for each in ("Lo que sigue abierto", f"Fila {LINE.row}", "Viaje", "vie 28 jul 2023", "Equipo de Uso"):
        assert each in said


def test_how_the_progress_moved_is_said_where_it_can_be() -> None:
    its = closed("2023-Q2", 2)
    assert its.snapshot.differences is not None
    moved = replace(its.snapshot.differences, progress_before=Fraction(2, 5), progress_after=Fraction(1, 2))
    assert "pasó de 40,00 % a 50,00 %" in text_of(write_acta(closed("2023-Q2", 2, differences=moved)))
    unsaid = replace(moved, progress_after=None)
    assert "pasó de" not in text_of(write_acta(closed("2023-Q2", 2, differences=unsaid)))


def test_they_are_accessible_and_fit_for_the_archive() -> None:
    with pikepdf.open(BytesIO(write_acta(closed()))) as pdf:
        with pdf.open_metadata() as told:
            assert (told["pdfuaid:part"], told["pdfaid:part"], told["pdfaid:conformance"]) == ("1", "2", "A")
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower() == "es-co"


@pytest.mark.parametrize("hostile", ['#panic("x")', "$ x $ *negrita* <label>", "=HYPERLINK(1)", "\u202egdflow"])
def test_what_people_typed_stays_text(hostile: str) -> None:
    its = closed("2023-Q2", closed_by=hostile)
    assert hostile.strip("\u202e") in text_of(write_acta(its))


def test_the_same_closing_gives_the_same_bytes_in_another_process() -> None:
    words = (
        "from hashlib import sha256\n"
        "from gdflow.report.acta import write_acta\n"
        "from tests.support.closed import closed\n"
        "print(sha256(write_acta(closed('2023-Q2', 2))).hexdigest())\n"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == sha256(write_acta(closed("2023-Q2", 2))).hexdigest()
