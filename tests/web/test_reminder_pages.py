"""The log of reminders: filters, reasons, another day lived through, and what is decided about mails in doubt."""

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.outbox import NoticeState
from gdflow.domain.plan import TeamEntry
from gdflow.services.teams import take_directory
from tests.support.boards import desk_on, many, troubled, under_way
from tests.support.cast import GOBIERNO, USO
from tests.support.decisions import silenced, team
from tests.support.desk import Desk
from tests.support.installation import counted_statements, line, notices, scanned
from tests.support.web import dump, plain

DAY = "2023-07-13"


def words(desk: Desk, path: str = "/recordatorios") -> str:
    return plain(desk.get(path))


def test_the_log_tells_what_is_known_and_no_more(installed: App) -> None:
    said = words(desk_on(under_way(installed), DAY))
    assert "que alguien lo leyó no se sabe" in said
    assert "✔ Enviado El servidor lo aceptó; no ha vuelto." in said
    assert "mensajes del jue 29 jun 2023 al jue 13 jul 2023" in said


def test_an_empty_log_says_so(empty: App) -> None:
    assert "No hay mensajes así en estos días." in words(desk_on(empty, DAY))


def test_filters_narrow_it_and_nonsense_is_left_out(installed: App) -> None:
    desk = desk_on(under_way(installed), DAY)
    own = words(desk, f"/recordatorios?equipo={team(installed, USO).id}&desde=2023-07-11&hasta=2023-07-11")
    assert "1 mensaje del mar 11 jul 2023 al mar 11 jul 2023" in own
    assert "No hay mensajes así" in words(desk, "/recordatorios?estado=rechazado")
    whole = words(desk).partition("mensajes")[0]
    assert words(desk, "/recordatorios?equipo=x&desde=ayer&estado=nada&pagina=-1").partition("mensajes")[0] == whole


def test_a_team_is_told_for_each_line_why_today_or_not(installed: App) -> None:
    under_way(installed)
    number = silenced(installed, 15, "2023-07-12", "2023-07-20").decision.id
    said = words(desk_on(installed, DAY), f"/recordatorios?equipo={team(installed, GOBIERNO).id}")
    assert "¿Por qué hoy sí, o hoy no?" in said
    assert f"Ese día no: sus recordatorios están en silencio. Decisión {number}." in said


def test_a_team_that_owes_nothing_soon_is_told_so(empty: App) -> None:
    many(empty, 1, 1)
    desk = desk_on(empty, "2023-05-01")
    its = team(empty, "Equipo 0").id
    assert "no debe nada que venza" in words(desk_on(empty, "2022-01-01"), f"/recordatorios?equipo={its}")
    assert "no debe nada que venza" in words(desk, "/recordatorios?equipo=9999")


def test_long_logs_go_by_pages(empty: App) -> None:
    directory = [TeamEntry(f"Equipo {at_team}", (f"equipo{at_team}@cartagena.example",), ()) for at_team in range(60)]
    with empty.transaction() as session:
        take_directory(session, empty.rules, directory)
    desk = desk_on(many(empty, 60, 1), "2023-07-04")
    assert "Página 1 de 2 Más antiguos →" in words(desk)
    assert "← Más recientes Página 2 de 2" in words(desk, "/recordatorios?pagina=2")


def test_what_is_in_no_message_is_listed(empty: App) -> None:
    many(empty, 1, 1)
    said = words(desk_on(empty, "2023-07-05"))
    assert "Recordatorios que no están en ningún mensaje" in said
    assert "o a que el equipo tenga un correo que sirva." in said


def test_why_a_line_was_reminded_or_not_on_any_day(installed: App) -> None:
    desk = desk_on(under_way(installed), DAY)
    uid = line(installed, 16).uid
    assert "Ese día se le recordó." in words(desk, f"/recordatorios/por-que/{uid}?dia=2023-07-11")
    sunday = words(desk, f"/recordatorios/por-que/{uid}?dia=2023-07-09")
    assert "No fue día hábil: domingo." in sunday
    assert "5 días hábiles antes del plazo" in words(desk, f"/recordatorios/por-que/{uid}?dia=nada")
    desk.get("/recordatorios/por-que/nada", 404)


def test_a_line_that_owes_nothing_says_why(installed: App) -> None:
    desk = desk_on(under_way(installed), DAY)
    said = words(desk, f"/recordatorios/por-que/{line(installed, 8).uid}")
    assert "no debe nada, porque la meta ya estaba cumplida." in said


def test_another_day_is_lived_through_and_nothing_stays(installed: App) -> None:
    desk = desk_on(under_way(installed), DAY)
    before = dump(installed)
    monday = words(desk, "/recordatorios/simular?dia=2023-07-14")
    assert "Si nadie responde, el viernes 14 de julio de 2023" in monday
    assert "1 día hábil antes del cierre" in monday
    assert "No es día hábil (domingo)" in words(desk, "/recordatorios/simular?dia=2023-07-16")
    assert "el viernes 14 de julio de 2023" in words(desk, "/recordatorios/simular")
    assert "el viernes 13 de octubre de 2023" in words(desk, "/recordatorios/simular?dia=2030-01-01")
    assert dump(installed) == before


def test_a_day_on_which_nothing_leaves_says_so(empty: App) -> None:
    assert "Ese día no saldría ningún mensaje." in words(desk_on(empty, DAY), "/recordatorios/simular")


def state(app: App) -> NoticeState:
    return next(each.state for each in notices(app) if each.state is not NoticeState.REFUSED)


@pytest.mark.parametrize(
    ("said", "after"),
    [("llego", NoticeState.SENT), ("repetir", NoticeState.QUEUED), ("dejar", NoticeState.SUPPRESSED)],
)
def test_a_mail_in_doubt_is_decided_by_a_person_with_a_reason(installed: App, said: str, after: NoticeState) -> None:
    desk = desk_on(troubled(installed), "2023-07-10")
    doubtful = next(each for each in notices(installed) if each.state is NoticeState.IN_DOUBT)
    assert "1 en duda: nadie sabe si llegó" in words(desk)
    answer = desk.post(f"/recordatorios/{doubtful.id}/decidir", decision=said, motivo="Llamé a la oficina.")
    assert (answer.status_code, answer.headers["location"]) == (303, "/recordatorios?hecho=duda")
    settled = next(each for each in notices(installed) if each.id == doubtful.id)
    assert (settled.state, settled.resolved_by) == (after, "Ana Coordina <coordina@cartagena.example>")
    assert "Quedó decidido y anotado." in words(desk, answer.headers["location"])


def test_a_doubt_needs_a_reason_and_an_answer_and_is_decided_once(installed: App) -> None:
    desk = desk_on(troubled(installed), "2023-07-10")
    doubtful = next(each for each in notices(installed) if each.state is NoticeState.IN_DOUBT)
    where = f"/recordatorios/{doubtful.id}/decidir"
    assert "Escriba el motivo" in plain(desk.post(where, decision="llego").text)
    assert "Elija qué pasó" in plain(desk.post(where, decision="x", motivo="y").text)
    assert desk.post(where, decision="llego", motivo="y").status_code == 303
    assert desk.post(where, decision="llego", motivo="y").status_code == 422
    assert desk.post("/recordatorios/999/decidir", decision="llego", motivo="y").status_code == 404


def test_refused_and_doubtful_mails_say_what_the_server_said(installed: App) -> None:
    said = words(desk_on(troubled(installed), "2023-07-10", role=Role.AUDITOR))
    assert "El servidor no lo aceptó: «554 No». Revise la dirección." in said
    assert "Decidir" not in said


@pytest.mark.parametrize("teams", [1, 20])
def test_the_log_takes_as_many_statements_for_any_number_of_teams(empty: App, teams: int) -> None:
    desk = desk_on(many(empty, teams, 2), "2023-07-05")
    scanned(empty, "2023-07-05")
    with counted_statements(empty) as ran:
        desk.get("/recordatorios")
    assert len([each for each in ran if each.startswith("SELECT")]) <= 14


def test_a_mail_of_very_many_lines_is_folded(empty: App) -> None:
    desk = desk_on(many(empty, 1, 30), "2023-07-12")
    page = desk.get("/recordatorios/simular?dia=2023-07-13")
    assert "<summary>30 líneas</summary>" in page
    assert "Actividad 29 del equipo 0 (fila 37, 3 días hábiles después del plazo)" in plain(page)


def test_teams_that_no_reminder_reaches_are_told_together_with_the_way_to_mend_it(empty: App) -> None:
    page = desk_on(many(empty, 25, 1), "2023-07-05").get("/tablero/recordar")
    assert "25 equipos no tienen un correo que sirva: sus recordatorios esperan." in plain(page)
    assert page.count('<li><a href="/equipos/') == 20
    assert "… y 5 más" in plain(page)
