"""The mails about closed and reopened periods: what counted, what is missing, what can still be done."""

import html as htmllib
import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from gdflow.channels.closing_mails import render_closing
from gdflow.channels.render import Rendered
from gdflow.domain.closing_letters import (
    MAX_LINES,
    Changed,
    ClosedLine,
    CoordinatorLetter,
    Decided,
    ReopeningLetter,
    Standing,
    TeamLetter,
)
from tests.channels.cast import BOGOTA, HEAD, OTHER_TEAM, PLAN, RESULTS, TEAM
from tests.channels.golden import kept, one_tag_a_line

TODAY, UNTIL = date(2023, 7, 18), date(2023, 7, 24)
UNTIL_SAID = "(con plazo hasta el lun 24 jul 2023)"
CLOSED_AT = datetime(2023, 7, 18, 6, 30, tzinfo=BOGOTA)
FIRST, SECOND, THIRD, FOURTH = ((line.number, line.label) for line in RESULTS)
LINES = (
    ClosedLine(*FIRST, Standing.REPORTED, "1 informe"),
    ClosedLine(*SECOND, Standing.LATE, "7"),
    ClosedLine(*THIRD, Standing.MISSING),
    ClosedLine(*FOURTH, Standing.OPEN, until=UNTIL),
)
CHANGE = Changed(*SECOND, "Logrado", "7", "20")
TEAM_LETTER = TeamLetter(HEAD, PLAN, TEAM, "2023-Q2", 1, CLOSED_AT, LINES, ())
AGAIN = replace(TEAM_LETTER, number=2, lines=LINES[:3], changes=(CHANGE, replace(CHANGE, before=None, after=None)))
TO_COORDINATOR = CoordinatorLetter(
    head=replace(HEAD, topic="Seguimiento", reply_to=HEAD.contact, reference=None),
    plan=PLAN,
    period="2023-Q2",
    number=2,
    closed_at=CLOSED_AT,
    closed_by="gdflow (cierre programado)",
    checks=(Decided("Resultados sin reportar", "1", "Coordinación", "El comité es mañana."), Decided("Dudas", None)),
    missing=((TEAM, LINES[2:]),),
    silent=(OTHER_TEAM,),
    by_lines="50,63 %",
    by_items=None,
    sha256="a" * 64,
    previous_sha256="b" * 64,
    head_hash="c" * 64,
    events=42,
    folder="reports/gobierno-digital/2023-Q2/cierre-2",
    changes=(CHANGE,),
)
REOPENED = ReopeningLetter(
    HEAD, PLAN, TEAM, "2023-Q2", 1, UNTIL, "Coordinación", "El acta llegó tarde", ClosedLine(*THIRD, Standing.OPEN)
)
MAILS: dict[str, Any] = {
    "closing_team": TEAM_LETTER,
    "closing_team_again": AGAIN,
    "closing_coordinator": TO_COORDINATOR,
    "reopening": REOPENED,
}


def words_of(rendered: Rendered, part: str) -> str:
    """What a reader of a part sees, on one line."""
    if part == "text":
        return " ".join(rendered.text.split())
    body = re.sub(r"<!--.*?-->|<style.*?</style>|<title.*?</title>", " ", rendered.html, flags=re.DOTALL)
    return " ".join(htmllib.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_reads_as_it_was_approved(name: str) -> None:
    rendered = render_closing(MAILS[name], today=TODAY)
    text = f"{rendered.subject}\n\n{rendered.text}"
    assert text == kept(f"{name}.txt", text)
    html = one_tag_a_line(rendered.html)
    assert html == kept(f"{name}.html", html)


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_loads_nothing_and_asks_for_no_form(name: str) -> None:
    rendered = render_closing(MAILS[name], today=TODAY)
    assert not re.search(r'(?:src|background)="?http|@import|<link|<img', rendered.html)
    assert "formulario" not in rendered.text + rendered.html


@pytest.mark.parametrize("part", ["text", "html"])
def test_a_team_reads_of_each_line_how_it_stands(part: str) -> None:
    words = words_of(render_closing(TEAM_LETTER, today=TODAY), part)
    for line in LINES:
        assert line.label in words
        assert line.standing.label in words
    assert "1 informe" in words
    assert "1 actividad sigue abierta, hasta el lunes 24 de julio de 2023." in words


def test_the_subject_counts_what_was_reported_and_what_is_missing() -> None:
    subject = render_closing(TEAM_LETTER, today=TODAY).subject
    assert subject == "[Gobierno Digital] Cierre del trimestre 2: 2 de 4 reportes · 1 sin reporte al cierre"
    whole = replace(TEAM_LETTER, lines=LINES[:2])
    assert render_closing(whole, today=TODAY).subject.endswith("Cierre del trimestre 2: 2 de 2 reportes")


def test_where_nothing_is_open_the_mail_says_that_it_asks_for_nothing() -> None:
    text = render_closing(replace(TEAM_LETTER, lines=LINES[:3]), today=TODAY).text
    assert "Este correo informa: no pide un reporte." in text
    assert f"escriba a {HEAD.contact} y diga cuál" in text


@pytest.mark.parametrize("part", ["text", "html"])
def test_a_second_closing_says_what_changed(part: str) -> None:
    rendered = render_closing(AGAIN, today=TODAY)
    assert rendered.subject == "[Gobierno Digital] Cierre 2 del trimestre 2: cambiaron 2 datos"
    words = words_of(rendered, part)
    assert "Logrado: 7 → 20" in words
    assert "Logrado: sin dato → sin dato" in words


@pytest.mark.parametrize(("changes", "said"), [((), "sin cambios"), ((CHANGE,), "cambió 1 dato")])
def test_the_subject_of_a_second_closing_counts_the_changes(changes: tuple[Changed, ...], said: str) -> None:
    assert render_closing(replace(AGAIN, changes=changes), today=TODAY).subject.endswith(f"trimestre 2: {said}")


@pytest.mark.parametrize("part", ["text", "html"])
def test_the_coordinator_reads_the_decisions_and_every_hash(part: str) -> None:
    words = words_of(render_closing(TO_COORDINATOR, today=TODAY), part)
    assert "por decisión de Coordinación: El comité es mañana." in words
    for said in (
        "a" * 64,
        "b" * 64,
        "c" * 64,
        "42",
        "50,63 %",
        "no se puede decir",
        OTHER_TEAM,
        LINES[2].label,
        UNTIL_SAID,
    ):
        assert said in words


@pytest.mark.parametrize("part", ["text", "html"])
def test_a_first_closing_with_nothing_missing_speaks_of_no_change(part: str) -> None:
    plain = replace(TO_COORDINATOR, number=1, missing=(), changes=(), previous_sha256=None, silent=())
    rendered = render_closing(plain, today=TODAY)
    assert "Cierre 1 del trimestre 2: todo reportado" in rendered.subject
    words = words_of(rendered, part)
    assert "cambió" not in words.replace("nadie cambió", "")
    assert "anterior" not in words


@pytest.mark.parametrize("part", ["text", "html"])
def test_long_lists_are_cut_and_counted(part: str) -> None:
    many = tuple(ClosedLine(str(at), f"Tarea{at}", Standing.MISSING) for at in range(40))
    changes = tuple(Changed(str(at), f"Tarea{at}", "Logrado", "1", "2") for at in range(35))
    words = words_of(
        render_closing(replace(TO_COORDINATOR, missing=((TEAM, many),), changes=changes), today=TODAY), part
    )
    assert "y 30 más, todas en el acta" in words
    assert "Y 5 más, todos en el acta" in words
    words = words_of(render_closing(replace(TEAM_LETTER, lines=many), today=TODAY), part)
    assert f"Y {40 - MAX_LINES} actividades más, todas en los informes." in words


def test_a_closing_without_changes_says_so() -> None:
    assert "Nada: las cifras son las mismas." in render_closing(replace(TO_COORDINATOR, changes=()), today=TODAY).text


@pytest.mark.parametrize("part", ["text", "html"])
def test_a_reopening_says_for_what_until_when_and_why(part: str) -> None:
    rendered = render_closing(REOPENED, today=TODAY)
    assert rendered.subject == "[Gobierno Digital] Reapertura del trimestre 2 hasta el lun 24 jul: actividad 7"
    words = words_of(rendered, part)
    assert "solo para la actividad 7. Motivo: El acta llegó tarde." in words
    assert "lunes 24 de julio de 2023, ese día incluido" in words or "Lunes 24 de julio de 2023" in words


def test_a_reopening_of_all_and_one_of_an_unnumbered_line_read_well() -> None:
    whole = render_closing(replace(REOPENED, line=None, reason="Lo pidió el comité."), today=TODAY).text
    assert "para su equipo. Motivo: Lo pidió el comité." in whole
    unnumbered = ClosedLine(None, "Publicar datos", Standing.OPEN)
    assert "solo para «Publicar datos»." in render_closing(replace(REOPENED, line=unnumbered), today=TODAY).text


@pytest.mark.parametrize("name", MAILS)
def test_what_people_typed_stays_text(name: str) -> None:
    hostile = '<script>alert("x")</script> {{ 7 * 7 }} <mj-raw>'
    letter = replace(MAILS[name], plan=hostile)
    if isinstance(letter, TeamLetter | ReopeningLetter):
        letter = replace(letter, team=hostile)
    html = render_closing(letter, today=TODAY).html
    assert "<script" not in html
    assert "<mj-raw" not in html
    assert "{{ 7 * 7 }}" in html
