"""The page on which reports are reviewed: what it shows, what each answer does, and what it says when it cannot."""

import re

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.storage.events import events_of
from tests.support.boards import many
from tests.support.cast import USO, at
from tests.support.closings import closed_on
from tests.support.desk import Desk
from tests.support.installation import SETTINGS, counted_statements, lines, reopened
from tests.support.reviews import accepted, reports, returned, reviewing
from tests.support.scene import FILE, number, reviewer, state, waiting
from tests.support.web import Pages, opened, plain

SCRIPT = {"hx-request": "true"}


@pytest.fixture
def team(installed: App) -> Pages:
    """The team's page, with three reports that wait."""
    return waiting(installed)


def ids(app: App) -> str:
    return ",".join(str(each.result_id) for each in reports(app).values() if each.state.value == "submitted")


def events(app: App, kind: str) -> list[str]:
    with app.reading() as session:
        return [each.actor for each in events_of(session, app.rules.entity_id) if each.kind == kind]


def test_the_first_report_comes_with_its_words_evidence_target_and_quarters(installed: App, team: Pages) -> None:
    page = plain(reviewer(installed).get("/revision"))
    for said in (
        "3 por revisar",
        "Se publicó el informe.",
        "acta de mayo.pdf",
        "Anexo A01",
        "Meta 4 Informes",
        "T1 2023: 1",
    ):
        assert said in page, said
    assert "con esto lleva 2 de 4" in page


def test_a_second_version_shows_the_first_and_why_it_came_back(installed: App, team: Pages) -> None:
    page = plain(reviewer(installed).get(f"/revision?reporte={number(installed, 16)}"))
    for said in ("versión 2", "con certificado", "v1: 1", "Reporte hecho.", "«Falta el certificado.»"):
        assert said in page, said


def test_an_amount_past_the_target_is_doubted(installed: App, team: Pages) -> None:
    page = plain(reviewer(installed).get(f"/revision?reporte={number(installed, 10)}"))
    assert "Con 20 llegaría a 27 y la meta es 21: ¿escribió el acumulado?" in page


def test_what_should_have_been_reviewed_by_now_says_so(installed: App, team: Pages) -> None:
    page = plain(reviewer(installed).get("/revision"))
    assert "2 con el plazo vencido" in page
    assert "se debía revisar hace 1 día" in page


def test_the_boards_link_opens_the_report_of_a_line(installed: App, team: Pages) -> None:
    page = reviewer(installed).get(f"/revision?linea={team.line(10).uid}")
    assert "Se sensibilizó a todas las áreas." in page


def test_accepting_goes_on_to_the_next_and_is_noted_under_the_persons_name(installed: App, team: Pages) -> None:
    desk, first = reviewer(installed), number(installed, 9)
    answer = desk.post(f"/revision/{first}/aceptar", plan="", periodo="", equipo="")
    assert answer.status_code == 303
    page = plain(desk.get(answer.headers["location"]))
    assert "✔ Aceptado: 2. Hacer seguimiento" in page
    assert "Se sensibilizó a todas las áreas." in page
    assert state(installed, 9) == "accepted"
    assert events(installed, "report_accepted") == ["Ana Coordina <coordina@cartagena.example>"]


def test_by_script_the_next_report_comes_with_the_counters(installed: App, team: Pages) -> None:
    desk = reviewer(installed)
    answer = desk.client.post(f"/revision/{number(installed, 9)}/aceptar", headers=SCRIPT)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert set(re.findall(r'id="(\w+)"[^>]* hx-swap-oob', answer.text)) == {"cuenta", "cola"}
    assert "2 por revisar" in plain(answer.text)


def test_a_report_goes_back_with_a_ready_made_note_and_a_word_of_ones_own(installed: App) -> None:
    app = reopened(installed, SETTINGS + '[review]\nnotes = ["Falta la evidencia."]\n')
    waiting(app)
    desk = reviewer(app)
    assert "Falta la evidencia." in desk.get("/revision")
    fields = {"plantilla": "1", "nota": "La de mayo."}
    answer = desk.post(f"/revision/{number(app, 10)}/devolver", **fields)
    assert "◆ Devuelto: 3. Sensibilizar" in plain(desk.get(answer.headers["location"]))
    found = reports(app)[10].review
    assert found is not None
    assert found.note == "Falta la evidencia. La de mayo."
    app.engine.dispose()


def test_a_return_without_a_note_is_asked_for_one_and_nothing_happens(installed: App, team: Pages) -> None:
    desk = reviewer(installed)
    answer = desk.post(f"/revision/{number(installed, 10)}/devolver", nota=" ")
    assert answer.status_code == 422
    assert "Escriba qué hay que corregir" in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert state(installed, 10) == "submitted"


def test_a_note_that_exists_no_more_is_refused_with_what_was_typed(installed: App, team: Pages) -> None:
    answer = reviewer(installed).post(f"/revision/{number(installed, 10)}/devolver", plantilla="9", nota="Mi texto")
    assert (answer.status_code, "Mi texto" in answer.text) == (422, True)


def test_all_of_a_team_are_accepted_at_once(installed: App, team: Pages) -> None:
    desk = reviewer(installed)
    answer = desk.post("/revision/aceptar", reportes=ids(installed))
    page = plain(desk.get(answer.headers["location"]))
    assert "✔ Aceptados: 3 reportes." in page
    assert "No hay nada por revisar" in page
    assert {state(installed, row) for row in (9, 10, 16)} == {"accepted"}


def test_all_of_a_team_go_back_with_one_note(installed: App, team: Pages) -> None:
    desk = reviewer(installed)
    assert desk.post("/revision/devolver", reportes=ids(installed)).status_code == 422
    assert {state(installed, row) for row in (9, 10, 16)} == {"submitted"}
    answer = desk.post("/revision/devolver", reportes=ids(installed), nota="Falta la evidencia.")
    assert "◆ Devueltos: 3 reportes." in plain(desk.get(answer.headers["location"]))


def test_what_came_in_after_the_page_was_shown_is_not_accepted_unseen(installed: App, team: Pages) -> None:
    shown = ids(installed)
    team.report(11, "7", "Llegó después.")
    reviewer(installed).post("/revision/aceptar", reportes=shown)
    assert state(installed, 11) == "submitted"


def test_two_who_review_at_once_answer_once_and_the_second_is_told(installed: App, team: Pages) -> None:
    desk, first = reviewer(installed, Role.REVIEWER), number(installed, 9)
    accepted(installed, [9], "2023-07-12")
    answer = desk.post(f"/revision/{first}/aceptar")
    assert answer.status_code == 409
    assert "Alguien más ya lo revisó: el reporte de la fila 9 está avalado." in answer.text


def test_a_correction_that_came_meanwhile_is_not_answered_by_the_answer_to_the_one_before(
    installed: App, team: Pages
) -> None:
    desk, first = reviewer(installed), number(installed, 9)
    team.report(9, "2", "Me había equivocado.")
    answer = desk.post(f"/revision/{first}/aceptar")
    assert answer.status_code == 409
    assert "ya no es el vigente: el equipo envió otro" in answer.text
    assert state(installed, 9) == "submitted"
    assert "ya no es el vigente" in desk.get(f"/revision?reporte={first}")


def test_a_period_that_was_closed_meanwhile_takes_no_answer(installed: App, team: Pages) -> None:
    desk, first = reviewer(installed), number(installed, 9)
    closed_on(installed, "2023-07-12", hour=9)
    answer = desk.post(f"/revision/{first}/aceptar")
    assert answer.status_code == 409
    assert "hay que reabrirlo en Períodos" in answer.text
    assert "gdflow reopen" not in answer.text


def test_an_acceptance_can_be_taken_back_and_so_can_a_return(installed: App, team: Pages) -> None:
    accepted(installed, [9], "2023-07-11")
    returned(installed, [10], "2023-07-11")
    desk = reviewer(installed)
    page = desk.get(f"/revision?reporte={number(installed, 9)}")
    assert f"/revision/{number(installed, 9)}/aceptar" not in page
    assert desk.post(f"/revision/{number(installed, 9)}/devolver", nota="Falta un acta.").status_code == 303
    assert f"/revision/{number(installed, 10)}/devolver" not in desk.get(f"/revision?reporte={number(installed, 10)}")
    assert desk.post(f"/revision/{number(installed, 10)}/aceptar").status_code == 303
    assert (state(installed, 9), state(installed, 10)) == ("returned", "accepted")


def test_the_queue_is_narrowed_to_a_team(installed: App, team: Pages) -> None:
    uso = opened(installed, USO)
    uso.hours.now = at("2023-07-10", 11)
    uso.report(18, "1", "Lo de Uso.")
    desk = reviewer(installed)
    whole = plain(desk.get("/revision"))
    assert "4 por revisar" in whole
    own = next(each.team_id for each in reports(installed).values() if each.row == 18)
    page = desk.get(f"/revision?equipo={own}")
    assert "Lo de Uso." in page
    assert "Se publicó el informe." not in page
    answer = desk.post(f"/revision/{number(installed, 18)}/aceptar", equipo=str(own))
    assert "Aquí no queda nada por revisar" in desk.get(answer.headers["location"])


def test_nothing_asked_for_is_nothing_done(installed: App, team: Pages) -> None:
    answer = reviewer(installed).post("/revision/aceptar", reportes="x,,")
    assert (answer.status_code, "Ninguno de esos reportes" in answer.text) == (409, True)


def test_a_plan_that_nobody_reviews_says_so(installed: App) -> None:
    assert "Ningún plan se revisa" in reviewer(installed).get("/revision")


def test_evidence_is_handed_out_and_never_opened_within_the_site(installed: App, team: Pages) -> None:
    desk = reviewer(installed, Role.AUDITOR)
    number_of = re.search(r"/evidencia/(\d+)", reviewer(installed).get("/revision"))
    assert number_of
    answer = desk.client.get(number_of[0])
    assert answer.content == FILE[1]
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert desk.client.get("/evidencia/999").status_code == 404


def statements(desk: Desk, app: App) -> int:
    with counted_statements(app) as ran:
        desk.get("/revision")
    return len(ran)


def test_the_statements_do_not_grow_with_the_reports(installed: App, team: Pages) -> None:
    desk = reviewer(installed)
    few = statements(desk, installed)
    for row in (11, 15, 17):
        team.report(row, "1", "Otro más.")
    uso = opened(installed, USO)
    uso.report(18, "1", "Lo de Uso.")
    assert statements(desk, installed) == few


def test_of_many_teams_that_wait_the_first_are_shown_and_every_one_can_be_chosen(empty: App) -> None:
    many(empty, 17, 1)
    reviewing(empty)
    with empty.transaction() as session:
        for each in lines(empty):
            answer = LineAnswer(each.uid, "1", "Se hizo.", None)
            its = (session, empty.rules, each.team_id or 0, "2023-Q2", answer)
            report_line(*its, by="equipo", now=at("2023-07-05", 10))
    page = reviewer(empty).get("/revision")
    assert page.count('class="panel wait"') == 15
    assert "Se ven los 15 equipos que esperan desde antes, de 17" in plain(page)
    assert page.count("<option value=") >= 17
    last = re.findall(r'<option value="(\d+)">', page)[-1]
    assert reviewer(empty).get(f"/revision?equipo={last}").count('class="panel wait"') == 1
