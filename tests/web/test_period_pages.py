"""Periods behind the sign-in: the list, what stands in the way of a closing, closing, opening again, the reports."""

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.closing import Check, ClosingFacts
from gdflow.services.decide import extend, why
from gdflow.services.jobs import newest_jobs, run_waiting
from gdflow.services.means import means_of
from gdflow.storage import closings, events, reopenings
from tests.support.boards import desk_on, many
from tests.support.cast import USO, at
from tests.support.closings import closed_on, opened_again, written_on
from tests.support.desk import Desk
from tests.support.installation import counted_statements, line, plan
from tests.support.scene import NAME, PERIOD, reviewer, waiting
from tests.support.web import Pages, dump, plain

SPITE = {f"motivo-{check.value}": f"Motivo de {check.value}." for check in Check}
AFTER = at("2023-07-18", 10)


@pytest.fixture
def team(installed: App) -> Pages:
    """The team's page, with three reports that wait."""
    return waiting(installed)


@pytest.fixture
def desk(installed: App, team: Pages) -> Desk:
    """The coordinator on the day after the period's closing day."""
    return reviewer(installed, day="2023-07-18")


def facts(app: App, period: str = "2023-Q2") -> tuple[ClosingFacts, ...]:
    with app.reading() as session:
        return closings.closings_of_plan(session, plan(app).id, period)


def seen(page: str) -> str:
    found = re.search(r'name="visto" value="(\w+)"', page)
    assert found
    return found[1]


def close(desk: Desk, name: str = NAME, **fields: str) -> Any:
    """Send the form as the page shows it, with a reason for every check."""
    shown = seen(desk.get(PERIOD)) if "visto" not in fields else fields.pop("visto")
    return desk.post(f"{PERIOD}/cerrar", nombre=name, visto=shown, **(SPITE | fields))


def test_the_list_says_how_each_period_stands(installed: App, desk: Desk) -> None:
    closed_on(installed, "2023-07-12", period="2023-Q1")
    page = plain(desk.get("/periodos"))
    assert "✔ Cerrado el mié 12 jul 2023 (cierre 1)" in page
    assert "Vencido: debía cerrar el lun 17 jul y nadie lo ha cerrado" in page
    opened_again(installed, "2023-07-13", "2023-07-25", period="2023-Q1")
    assert "Reabierto hasta el mar 25 jul" in plain(desk.get("/periodos"))


def test_before_any_plan_the_list_says_what_will_stand_there(empty: App) -> None:
    assert "Todavía no hay ningún plan" in reviewer(empty).get("/periodos")


def test_the_checklist_counts_names_and_leads_to_what_stands_open(installed: App, desk: Desk) -> None:
    page = desk.get(PERIOD)
    said = plain(page)
    for words in ("5 resultados sin reportar", "3 reportes sin revisar", "2 reportes sin evidencia"):
        assert words in said, words
    assert f"/lineas/{line(installed, 17).uid}" in page
    assert "/revision?plan=cartagena_2023&amp;periodo=2023-Q2" in page
    assert "Equipo de Uso y Apropiación: 2 líneas" in said
    assert "firmado por Ana Coordina" in said


def test_a_line_with_an_extension_is_told_to_stay_open(installed: App, desk: Desk) -> None:
    with installed.transaction() as session:
        its = (session, installed.rules, plan(installed), line(installed, 17), date(2023, 7, 28))
        extend(*its, why("Ana", "Viene la auditoría"), period="2023-Q2", now=at("2023-07-14"))
    page = plain(desk.get(PERIOD))
    assert "Siguen abiertas por su prórroga" in page
    assert "hasta el viernes 28 de julio de 2023: «Viene la auditoría»" in page


def test_closing_freezes_signs_and_has_the_reports_written(installed: App, desk: Desk) -> None:
    answer = close(desk)
    assert answer.headers["location"] == f"{PERIOD}/cierres/1?hecho=cerrado"
    page = plain(desk.get(answer.headers["location"]))
    found = facts(installed)[0]
    assert found.sha256 in page
    assert found.closed_by == "Ana Coordina <coordina@cartagena.example>"
    assert "A pesar de 3 reportes sin revisar: «Motivo de unreviewed.» (Ana Coordina" in page
    assert "Faltan 8 informes por escribir" in page
    with installed.reading() as session:
        assert events.events_of(session, installed.rules.entity_id, f"plan:{plan(installed).id}")[-1].actor
    run_waiting(means_of(installed, "test", lambda: AFTER))
    assert "Acta de cierre (.pdf) 4" in plain(desk.get(f"{PERIOD}/cierres/1"))


@pytest.mark.parametrize("typed", ["", "trimestre 1 de 2023", "2023-Q1", "sí"])
def test_a_name_that_is_not_the_periods_closes_nothing(installed: App, desk: Desk, typed: str) -> None:
    before = dump(installed)
    answer = close(desk, typed)
    assert answer.status_code == 422
    assert "lo escrito no es el nombre del período" in answer.text
    assert "Motivo de missing." in answer.text
    assert dump(installed) == before


@pytest.mark.parametrize("typed", ["TRIMESTRE  2 de 2023", "2023-q2"])
def test_the_name_counts_however_it_is_typed(installed: App, desk: Desk, typed: str) -> None:
    assert close(desk, typed).status_code == 303


def test_what_stands_open_without_a_reason_keeps_the_period_open(installed: App, desk: Desk) -> None:
    answer = close(desk, **{"motivo-evidence": " "})
    assert answer.status_code == 409
    assert "reportes sin evidencia (2)" in plain(answer.text)
    assert "--in-spite-of" not in answer.text
    assert facts(installed) == ()


def test_what_changed_since_the_page_was_shown_is_looked_at_again_first(
    installed: App, team: Pages, desk: Desk
) -> None:
    shown = seen(desk.get(PERIOD))
    with installed.transaction() as session:
        its = (session, installed.rules, plan(installed), line(installed, 17), date(2023, 7, 28))
        extend(*its, why("Ana", "Viene la auditoría"), period="2023-Q2", now=at("2023-07-14"))
    answer = close(desk, visto=shown)
    assert (answer.status_code, facts(installed)) == (409, ())
    assert "Algo cambió mientras usted miraba" in answer.text


def test_of_two_coordinators_at_once_one_closes_and_the_other_is_told(installed: App, desk: Desk) -> None:
    shown = seen(desk.get(PERIOD))
    assert close(desk).status_code == 303
    answer = close(desk, visto=shown)
    assert answer.status_code == 409
    assert "ya se cerró el martes 18 de julio de 2023 (cierre 1)" in plain(answer.text)
    assert len(facts(installed)) == 1


def test_a_period_that_still_runs_cannot_be_closed(installed: App, desk: Desk) -> None:
    page = desk.get("/periodos/cartagena_2023/2023-Q3")
    assert "Se puede cerrar desde el día siguiente" in page
    assert "Cerrar el período" not in page
    answer = desk.post("/periodos/cartagena_2023/2023-Q3/cerrar", nombre="2023-Q3", visto="x")
    assert (answer.status_code, "no se puede cerrar antes de que termine" in answer.text) == (409, True)


@pytest.mark.parametrize("path", ["/periodos/otro/2023-Q2", "/periodos/cartagena_2023/2020-Q1", f"{PERIOD}x"])
def test_a_period_that_there_is_not_is_not_found(installed: App, desk: Desk, path: str) -> None:
    desk.get(path, 404)


def test_who_only_reads_sees_the_checklist_and_no_button(installed: App, team: Pages) -> None:
    page = reviewer(installed, Role.AUDITOR).get(PERIOD)
    assert "Lo cierra quien coordina" in page
    assert '<form method="post" action="/periodos' not in page


def reopen(desk: Desk, **fields: str) -> Any:
    usual = {"alcance": "todo", "hasta": "2023-07-25", "motivo": "El acta llegó tarde"}
    return desk.post(f"{PERIOD}/reabrir", **(usual | fields))


def test_a_closed_period_is_opened_again_for_a_team_and_closed_again_before_its_day(installed: App, desk: Desk) -> None:
    close(desk)
    answer = reopen(desk, alcance="equipo", equipo=USO)
    page = plain(desk.get(answer.headers["location"]))
    assert f"Solo {USO}, hasta el martes 25 de julio de 2023 inclusive: «El acta llegó tarde»" in page
    assert "Se terminan las reaperturas" in page
    again = close(desk, **dict.fromkeys(SPITE, ""))
    assert again.headers["location"] == f"{PERIOD}/cierres/2?hecho=cerrado"
    shown = plain(desk.get(f"{PERIOD}/cierres/2"))
    assert "Qué cambió desde el cierre 1" in shown
    assert "reemplazado por otro" in plain(desk.get(f"{PERIOD}/cierres/1"))
    assert "Reaperturas terminadas (1)" in plain(desk.get(PERIOD))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"motivo": " "}, "Escriba el motivo"),
        ({"hasta": "mañana"}, "no es una fecha"),
        ({"hasta": "2023-07-01"}, "ya pasó"),
        ({"alcance": ""}, "Elija para quién se reabre"),
        ({"alcance": "equipo"}, "Elija un equipo de la lista"),
        ({"alcance": "linea"}, "Elija una línea de la lista"),
    ],
)
def test_what_is_left_out_of_a_reopening_is_asked_for(
    installed: App, desk: Desk, fields: dict[str, str], said: str
) -> None:
    close(desk)
    answer = reopen(desk, **fields)
    assert answer.status_code == 422
    assert said in answer.text
    with installed.reading() as session:
        assert reopenings.reopenings_of(session, plan(installed).id, "2023-Q2") == ()


def test_a_line_is_opened_again_by_itself(installed: App, desk: Desk) -> None:
    close(desk)
    answer = reopen(desk, alcance="linea", linea=line(installed, 17).uid)
    assert "Solo la línea 10. Elaborar" in plain(desk.get(answer.headers["location"]))


def test_what_was_never_closed_cannot_be_opened_again(installed: App, desk: Desk) -> None:
    answer = reopen(desk)
    assert (answer.status_code, "no está cerrado" in answer.text) == (409, True)


@pytest.fixture
def closed(installed: App, desk: Desk) -> ClosingFacts:
    """A closing with all of its reports."""
    found = closed_on(installed, "2023-07-18").facts
    written_on(installed, "2023-07-18")
    return found


def test_every_report_is_handed_out_as_it_was_written(installed: App, desk: Desk, closed: ClosingFacts) -> None:
    page = desk.get("/informes")
    links = re.findall(rf'href="({PERIOD}/cierres/1/(?!evidence)\w+)"', page)
    assert len(links) == 8
    for link in links:
        answer = desk.client.get(link)
        assert (answer.status_code, len(answer.content) > 500) == (200, True), link
        assert answer.headers["content-disposition"].startswith("attachment")
    assert desk.client.get(f"{PERIOD}/cierres/1/minutes").content.startswith(b"%PDF")


def test_the_evidence_is_packed_while_it_is_sent(installed: App, desk: Desk, closed: ClosingFacts) -> None:
    answer = desk.client.get(f"{PERIOD}/cierres/1/evidence")
    assert "Evidencias%20cartagena_2023%202023-Q2%20cierre-1.zip" in answer.headers["content-disposition"]
    names = ZipFile(BytesIO(answer.content)).namelist()
    assert "MANIFIESTO-SHA256.txt" in names
    assert any(name.endswith("acta-de-mayo.pdf") for name in names)


@pytest.mark.parametrize("path", ["cierres/1/otro", "cierres/2", "cierres/2/minutes", "cierres/2/evidence"])
def test_a_report_that_there_is_not_is_not_found(desk: Desk, closed: ClosingFacts, path: str) -> None:
    desk.get(f"{PERIOD}/{path}", 404)


def test_reports_that_are_missing_can_be_asked_for_and_are_asked_for_once(installed: App, desk: Desk) -> None:
    closed_on(installed, "2023-07-18")
    for _ in range(2):
        answer = desk.post(f"{PERIOD}/cierres/1/informes")
        assert answer.headers["location"].startswith("/trabajos/")
    with installed.reading() as session:
        assert len(newest_jobs(session, installed.rules)) == 1


def test_a_cut_is_downloaded_from_what_is_stored(installed: App, desk: Desk, closed: ClosingFacts) -> None:
    page = desk.get("/informes")
    cuts = re.findall(r'<option value="([^"]+)"', page)
    assert cuts[0] == "2023-S1"
    assert {"2023-C1", "2023-Y"} <= set(cuts)
    answer = desk.post("/informes/corte", plan="cartagena_2023", corte="2023-S1")
    assert answer.content.startswith(b"PK")
    with installed.reading() as session:
        assert events.newest_events(session, installed.rules.entity_id, 1)[0].actor.startswith("Ana Coordina")


def test_a_cut_that_cannot_be_made_says_why(installed: App, desk: Desk) -> None:
    for code, cut in (("otro", "2023-S1"), ("cartagena_2023", "ayer")):
        answer = desk.post("/informes/corte", plan=code, corte=cut)
        assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)


def test_without_closings_the_reports_page_says_what_will_stand_there(empty: App) -> None:
    assert "Todavía no se ha cerrado ningún período" in reviewer(empty).get("/informes")


def test_of_many_teams_that_owe_the_first_are_shown_and_the_others_folded(empty: App) -> None:
    page = plain(desk_on(many(empty, 12, 2), "2023-07-12").get("/periodos/plan/2023-Q2"))
    assert "y 2 equipos más Equipo 8: 2 líneas Equipo 9: 2 líneas" in page


@pytest.mark.parametrize("path", ["/periodos", PERIOD, "/informes", f"{PERIOD}/cierres/1"])
def test_the_statements_of_a_page_are_few(installed: App, desk: Desk, closed: ClosingFacts, path: str) -> None:
    with counted_statements(installed) as ran:
        desk.get(path)
    assert len(ran) <= 30, len(ran)
