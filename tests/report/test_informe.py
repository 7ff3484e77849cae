"""The monitoring report: what it says, that every figure can be followed, and that it can be read by everyone."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from gdflow.domain.amendments import AmendedField, Amendment
from gdflow.domain.canonical import canonical, restored
from gdflow.domain.closing import Carried, Closed, Reopening, ReopeningScope, ReportedVersion, Snapshot
from gdflow.domain.closing_rules import DocumentFacts, EntityFacts
from gdflow.domain.consolidated import consolidated
from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.lines import Line
from gdflow.domain.reviews import Review, Verdict
from gdflow.report.acta import write_acta
from gdflow.report.informe import write_informe
from gdflow.report.templates import Templates, shipped
from tests.report import plans
from tests.report.papers import claims_of, kinds_of, leads_of, tags_of, text_of
from tests.report.test_text_stays_text import typed
from tests.support import cartagena
from tests.support.closed import ANSWERS, CLOSED_AT, closed

ROOT = Path(__file__).parents[2]
AT = CLOSED_AT["2023-Q2"]
CASES = {"first": closed, "second": lambda: closed("2023-Q2", 2), "empty": plans.empty, "cartago": plans.cartago}


@pytest.fixture(scope="module")
def second() -> str:
    """The text of a second closing of the second quarter."""
    return text_of(write_informe(closed("2023-Q2", 2)))


def reviewed(verdict: Verdict) -> Closed:
    """The second quarter with one report that a reviewer looked at."""
    review = {ANSWERS[0].id: Review(1, ANSWERS[0].id, verdict, "Falta el acta firmada", "Planeación", AT)}
    results, owed = (*cartagena.results(), *ANSWERS), cartagena.second_quarter()
    made = consolidated(
        cartagena.plan(), cartagena.lines(), results, owed, period="2023-Q2", as_of=AT.date(), reviews=review
    )
    return closed("2023-Q2", report=made)


@pytest.mark.parametrize("case", CASES)
def test_it_is_accessible_and_for_the_archive(case: str) -> None:
    data = write_informe(CASES[case]())
    claims = claims_of(data)
    assert (claims["pdfuaid:part"], claims["pdfaid:part"], claims["pdfaid:conformance"]) == ("1", "2", "A")
    assert (claims["lang"], claims["marked"]) == ("es-CO", "True")
    assert claims["dc:title"].startswith("Informe de seguimiento. ")


def test_every_table_has_its_titles_and_every_picture_its_words() -> None:
    tags = tags_of(write_informe(closed("2023-Q2", 2)))
    assert {tag.scope for tag in tags if tag.kind == "TH"} == {"Column"}
    figures = [tag.alt or "" for tag in tags if tag.kind == "Figure"]
    assert len(figures) == 4
    assert any("Equipo de Uso y Apropiación: 20,0 %" in alt.replace("\u00a0", " ") for alt in figures)


def test_its_cover_names_entity_document_plan_period_cut_and_closing(second: str) -> None:
    cover = second.split("Contenido")[0]
    for said in (
        "Alcaldía Distrital de Cartagena de Indias",
        "NIT 890.480.184-4",
        "Oficina de Planeación",
        "Plan de acción · Política gobierno digital",
        "Trimestre 2 de 2023",
        "30 de junio de 2023",
        "n.º 2, martes 18 de julio de 2023, por Coordinación",
        "GDI-F-021",
        "Reemplaza al informe del cierre 1",
    ):
        assert said in cover


def test_what_the_entity_has_not_registered_is_left_out() -> None:
    bare = closed(entity=EntityFacts("x", "Entidad"), document=DocumentFacts())
    said = text_of(write_informe(bare))
    assert "NIT" not in said
    assert "Versión" not in said.split("Contenido")[0]


def test_no_sign_of_a_usual_report_is_missing(second: str) -> None:
    assert "□" not in second
    assert "56,8 %" in second


def test_the_first_quarter_says_the_document_s_own_figures() -> None:
    said = text_of(write_informe(closed("2023-Q1")))
    for figure in ("40,9 %", "43,2 %", "33,3 %", "9,5 %", "3,0 %"):
        assert figure in said
    assert "No falta ningún reporte hasta la fecha de corte." in said


def test_both_methods_are_named_and_the_missing_ones_with_their_teams(second: str) -> None:
    for said in (
        "un avance de 50,6 % por líneas y de 50,5 % por ítems",
        "Promedio de líneas, todas con igual peso",
        "Promedio de ítems, todos con igual peso",
        "8 líneas debían reportar el período y reportaron 5 (62,5 %)",
        "Equipo de Uso y Apropiación (1)",
        "Cifras reportadas por los equipos, sin revisión",
    ):
        assert said in second


def test_every_line_stands_under_its_row_and_its_results_by_receipt_or_cell(second: str) -> None:
    for line in cartagena.lines():
        assert f"{line.row} · " in second
    for said in ("27 de 21 = 9/7", "Formulario del equipo, recibo R-0003", "hoja PLAN DE ACCION, celda L10: «7»"):
        assert said in second


def test_words_and_symbols_stand_where_colours_do(second: str) -> None:
    for said in ("✖ Crítico (0,0 %)", "● En ritmo", "◆ Extemporáneo", "✔ Ya cumplida", "Menos de 60 % de la meta"):
        assert said in second


def test_a_zero_and_a_blank_are_told_apart(second: str) -> None:
    assert "Motivo del 0: Se aplazó la contratación" in second
    assert "sin reporte" in second
    assert "ya cumplida" in second


def test_odd_figures_are_pointed_at(second: str) -> None:
    for said in ("Sobrecumplimiento", "¿Escribió el acumulado?", "Fracción de un producto", "(128,6 %)"):
        assert said in second


def test_the_forecast_names_both_methods(second: str) -> None:
    assert "Meta en partes iguales" in second.replace("meta", "Meta")
    for said in ("avance parejo por días calendario", "No llega a la meta", "Terminó sin cumplir la meta"):
        assert said in second


def test_annexes_have_their_number_and_whole_hash(second: str) -> None:
    assert "A01" in second
    assert "d" * 63 + "1" in second
    assert "https://www.cartagena.example/plan" in second.replace(" ", "") or "cartagena.example" in second


def test_hashes_are_in_it_whole(second: str) -> None:
    its = closed("2023-Q2", 2)
    for each in (its.facts.sha256, its.facts.head, "c" * 64, its.snapshot.report.plan.source_sha256):
        assert each in second


def test_a_second_closing_says_what_changed(second: str) -> None:
    assert "Qué cambió desde el cierre 1" in second
    assert "Logrado" in second
    assert "Qué cambió" not in text_of(write_informe(closed("2023-Q2")))


def test_how_far_the_change_moved_the_plan_is_said() -> None:
    made = closed("2023-Q2", 2).snapshot.differences
    assert made is not None
    moved = replace(made, changes=(), progress_before=Fraction(2, 5), progress_after=Fraction(1, 2))
    said = text_of(write_informe(closed("2023-Q2", 2, differences=moved)))
    assert "40,0 % en el cierre 1, 50,0 % en este" in said
    assert "Ningún dato cambió." in said


def test_reopenings_are_told_with_author_and_reason() -> None:
    line, places = cartagena.lines()[2], {"team_id": None, "team": None, "line_id": None, "line_uid": None}
    scopes: list[tuple[ReopeningScope, dict[str, Any]]] = [
        (ReopeningScope.ALL, {}),
        (ReopeningScope.TEAM, {"team_id": 2, "team": "Equipo de Uso"}),
        (ReopeningScope.LINE, {"line_id": line.id, "line_uid": line.uid}),
        (ReopeningScope.LINE, {"line_id": 99, "line_uid": "uid-99"}),
    ]
    usual: dict[str, Any] = {"author": "Jefatura OAI", "reason": "El acta llegó tarde", "opened_at": AT}
    opened = tuple(
        Reopening(
            id=at,
            plan_id=1,
            period="2023-Q2",
            closing=1,
            scope=scope,
            until=date(2023, 7, 28),
            **usual,
            **(places | its),
        )
        for at, (scope, its) in enumerate(scopes)
    )
    for number in (1, 2):
        said = text_of(write_informe(closed("2023-Q2", number, reopenings=opened)))
        for each in ("Todo el período", "Un equipo: Equipo de Uso", "Una línea: fila 10 · 3", "El acta llegó tarde"):
            assert each in said
    assert "una que ya no está en el plan" in said


def test_what_was_decided_is_told_with_author_and_reason() -> None:
    usual: dict[str, Any] = {"starts_on": date(2023, 7, 1), "author": "Jefatura OAI", "decided_at": AT}
    decisions = (
        Decision(1, DecisionKind.WAIVER, 2, None, "2023-Q2", until=None, reason="Fuerza mayor", **usual),
        Decision(2, DecisionKind.EXTENSION, 3, None, None, until=date(2023, 8, 1), reason="Contrato", **usual),
        Decision(3, DecisionKind.WAIVER, None, 1, None, until=None, reason="Equipo en receso", **usual),
        Decision(4, DecisionKind.SILENCE, 3, None, None, until=date(2023, 8, 1), reason="Nada que ver", **usual),
    )
    line = cartagena.lines()[3]
    carried = Carried(line.uid, line.row, line.number, line.label, line.team, date(2023, 7, 28), "Jefatura", "Viaje")
    said = text_of(write_informe(closed("2023-Q2", decisions=decisions, carried=(carried,))))
    for each in ("Excepción", "Fuerza mayor", "Prórroga", "mar 1 ago 2023", "Un equipo", "Viaje", "vie 28 jul 2023"):
        assert each in said
    assert "Nada que ver" not in said


def test_a_closing_without_any_news_says_so() -> None:
    assert "No hubo devoluciones, excepciones, prórrogas ni reaperturas" in text_of(write_informe(closed("2023-Q1")))


def test_a_returned_report_counts_for_nothing_and_shows_its_note() -> None:
    said = text_of(write_informe(reviewed(Verdict.RETURNED)))
    assert "Reportes devueltos para corrección" in said
    assert said.count("Falta el acta firmada") == 2
    assert "avaladas 0, por revisar 4, devueltas 1" in said


def test_accepted_figures_are_said_to_be_accepted() -> None:
    assert "avaladas 1, por revisar 4, devueltas 0" in text_of(write_informe(reviewed(Verdict.ACCEPTED)))


def test_amendments_show_what_stood_before_and_what_stands_now() -> None:
    line = cartagena.lines()[2]
    usual: dict[str, Any] = {"act": "Acta 12 de 2023", "reason": "Recorte", "author": "Comité", "decided_at": AT}
    made = (
        Amendment(1, 3, line.uid, AmendedField.TARGET, "21", "15", date(2023, 5, 1), **usual, applied_at=AT),
        Amendment(2, 3, line.uid, AmendedField.DUE, None, "2023-12-31", date(2023, 8, 1), **usual),
        Amendment(3, 99, "uid-99", AmendedField.TARGET, "2", "1", date(2023, 5, 1), **usual, undone_at=AT),
        Amendment(4, 3, line.uid, AmendedField.TEAM, "Equipo A", "Equipo B", date(2023, 5, 1), **usual, applied_at=AT),
    )
    said = text_of(write_informe(closed("2023-Q2", amendments=made)))
    for each in (
        "Acta 12 de 2023",
        "Vigente",
        "Por entrar en vigor",
        "Deshecho",
        "31 de diciembre de 2023",
        "Equipo B",
    ):
        assert each in said
    assert "Ya no está en el plan" in said


def test_a_figure_that_was_corrected_shows_all_its_versions() -> None:
    uid = "uid-02"
    versions = (
        ReportedVersion(1, uid, "2023-Q2", 1, Decimal(1), AT, "R-1", False),
        ReportedVersion(2, uid, "2023-Q2", 2, Decimal(2), AT, "R-2", True),
        ReportedVersion(3, "uid-99", "2023-Q2", 2, Decimal(5), AT, None, True),
    )
    said = text_of(write_informe(closed("2023-Q2", versions=versions)))
    assert "Correcciones del período" in said
    assert "R-1" in said
    assert "Correcciones del período" not in text_of(write_informe(closed("2023-Q2")))


def test_large_annexes_say_their_size() -> None:
    its = closed("2023-Q2")
    sizes = (700, 3 * 1024**2, 2048)
    annexes = tuple(replace(its.snapshot.annexes[0], id=at, annex=at, size=size) for at, size in enumerate(sizes))
    said = text_of(write_informe(closed("2023-Q2", annexes=annexes)))
    for size in ("700 bytes", "3,0 MB", "2,0 kB"):
        assert size in said


def test_a_plan_without_lines_has_a_report() -> None:
    data = write_informe(plans.empty())
    assert kinds_of(data)["Figure"] == 0
    for said in ("El plan no tiene líneas.", "No hay resultados reportados.", "El cierre no tiene anexos."):
        assert said in text_of(data)


def test_an_improvement_plan_in_prose_has_a_report() -> None:
    said = text_of(write_informe(plans.cartago()))
    for each in ("Logro: Transparencia", "hito", "Sin responsable", "Se publicó el esquema."):
        assert each in said


def test_every_line_of_a_large_plan_is_in_it() -> None:
    data = write_informe(plans.many(372))
    said = text_of(data)
    assert all(f"{row} · " in said for row in range(8, 380))
    assert "Se muestran los 30 primeros de 31" in said
    assert kinds_of(data)["H1"] >= 10


def test_a_long_team_and_a_long_label_stay_on_the_page() -> None:
    def longer(line: Line) -> Line:
        return replace(line, team="Equipo " * 900, activity="Palabra" * 900, indicator="x " * 4000, number="7" * 500)

    said = text_of(write_informe(plans.many(12, longer)))
    assert "Fuentes de las cifras" in said
    assert said.count("Equipo Equipo") > 10


@pytest.mark.parametrize(
    "hostile",
    [
        '#panic("x")',
        "$x$ *y* _z_ `w`",
        "@cita <a>",
        "\\ // x",
        "/* sin cerrar",
        "[a] {b} #{ 1 }",
        "= T",
        "{{ entity }}",
    ],
)
def test_what_people_typed_stays_text_everywhere(hostile: str) -> None:
    its = typed(hostile)
    usual: dict[str, Any] = {"act": hostile, "reason": hostile, "author": hostile, "decided_at": AT}
    amended = Amendment(1, 3, "uid-03", AmendedField.TEAM, hostile, hostile, date(2023, 5, 1), **usual)
    said = text_of(write_informe(Closed(its.facts, replace(its.snapshot, amendments=(amended,)))))
    assert said.count(hostile) > 30


LEADING = (
    'https://mal.example/x javascript:alert(1) #link("https://mal.example")[x] <a href="https://mal.example">x</a>'
)


@pytest.mark.parametrize(("write", "leads"), [(write_informe, {"/Dest"}), (write_acta, set())])
def test_nothing_that_people_typed_leads_anywhere(write: Callable[[Closed], bytes], leads: set[str]) -> None:
    data = write(typed(LEADING))
    assert "javascript:alert(1)" in text_of(data)
    assert leads_of(data) == leads


@pytest.mark.parametrize(
    "hostile", ["a\x00b\x1b", "\u202eabc\u2066", "emoji 😀👩🏽‍💻🇨🇴", "中文 한국어", "مرحبا", "x\u0363⋨\u0363"]
)
def test_strange_signs_do_not_keep_the_report_from_being_written(hostile: str) -> None:
    assert claims_of(write_informe(typed(hostile)))["pdfaid:part"] == "2"


def test_the_words_that_the_closing_kept_are_used() -> None:
    kept = closed(
        "2023-Q2",
        words={"informe_title": "Seguimiento de {{ entity }}", "informe_signature": "Uno\n\nDos\n\nTres\n\nCuatro"},
    )
    said = text_of(write_informe(kept))
    assert "Seguimiento de Alcaldía Distrital de Cartagena de Indias" in said
    assert "Cuatro" in said
    assert "Método y redondeo" in said


def test_words_given_now_count_before_those_kept() -> None:
    words = Templates({**shipped().texts, "informe_title": "Prueba"})
    assert "Prueba" in text_of(write_informe(closed("2023-Q2", words={"informe_title": "Otro"}), words))


def test_kept_words_are_part_of_what_is_kept() -> None:
    its = closed("2023-Q2", words={"informe_title": "Otro"}).snapshot
    assert restored(Snapshot, canonical(its)).words == {"informe_title": "Otro"}


def test_the_same_closing_gives_the_same_bytes_in_another_process() -> None:
    words = (
        "from hashlib import sha256\n"
        "from gdflow.report.informe import write_informe\n"
        "from tests.support.closed import closed\n"
        "print(sha256(write_informe(closed('2023-Q2', 2))).hexdigest())\n"
    )
    environment = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PATH": "/usr/bin:/bin",
        "HOME": "/nowhere",
    }
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, env=environment, capture_output=True, check=True)
    data = write_informe(closed("2023-Q2", 2))
    assert done.stdout.decode().strip() == sha256(data).hexdigest()
    assert write_informe(closed("2023-Q2", 2)) == data
