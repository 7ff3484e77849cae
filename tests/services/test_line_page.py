"""One line: its figures, what it owes, and a history in which nothing is missing and nothing is invented."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import update

from gdflow.app import App
from gdflow.domain.amendments import AmendedField
from gdflow.domain.board import PeriodState, Standing
from gdflow.domain.errors import NotFoundError
from gdflow.domain.happenings import HappeningKind
from gdflow.services.amend import Wanted, amend, undo_amendment
from gdflow.services.assign import assign
from gdflow.services.decide import undo, why
from gdflow.services.evidence import take_back
from gdflow.services.line_page import LinePage, line_page
from gdflow.services.line_story import _ended_at
from gdflow.storage import annexes
from gdflow.storage.engine import execute
from gdflow.storage.tables import notice_reminder, obligation, period, reminder
from tests.services.readings import a_line, reading
from tests.support.boards import PERIOD, closed, many, reopened, under_way
from tests.support.cast import USO, at
from tests.support.closings import closed_on, opened_again
from tests.support.decisions import silenced, silenced_team, team
from tests.support.installation import answered, counted_statements, given, line, lines, plan, scanned

BY = why("Ana Coordina", "Cambió el alcance")


def seen(app: App, row: int, day: str = "2023-07-12") -> LinePage:
    with app.reading() as session:
        return line_page(session, app.rules, line(app, row).uid, now=at(day, 10))


def told(page: LinePage, kind: HappeningKind) -> list[str]:
    return [each.text for each in page.story if each.kind is kind]


def test_the_figures_of_a_line_are_those_of_the_board(installed: App) -> None:
    page = seen(under_way(installed), 11)
    assert page.figures is not None
    assert page.figures.row.standing is Standing.RETURNED
    assert page.figures.row.row.progress == Fraction(2, 21)
    assert page.figures.forecast.even.gap == 12
    assert page.figures.standing.state is PeriodState.OPEN
    assert (page.asked_periods, page.owes_end) == ((PERIOD, "2023-Q3"), True)


def test_without_a_reviewer_the_figures_count_as_reported(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, "Equipo Gobierno Digital", PERIOD, "2023-07-05", {10: 20})
    page = seen(installed, 10)
    assert page.figures is not None
    assert page.figures.row.standing is Standing.REPORTED
    assert [flag.label for flag in page.figures.flags] == ["Sobrecumplimiento", "¿Escribió el acumulado?"]


def test_a_line_that_is_not_there_is_not_found(installed: App) -> None:
    with pytest.raises(NotFoundError, match="unknown_line"), installed.reading() as session:
        line_page(session, installed.rules, "nada", now=at("2023-07-12"))


def test_a_plan_without_opened_periods_has_no_figures(empty: App) -> None:
    given(empty, reading(a_line()), day="2023-05-02")
    with empty.transaction() as session:
        execute(session, obligation.delete())
        execute(session, period.delete())
    assert seen(empty, 8).figures is None


def test_the_history_goes_from_the_newest_back_to_the_import(installed: App) -> None:
    page = seen(under_way(installed), 11)
    assert [each.at for each in page.story] == sorted((each.at for each in page.story), reverse=True)
    first = page.story[-1]
    assert (first.kind, first.text) == (
        HappeningKind.IMPORTED,
        "Cargada de «cartagena_2023.xlsx», hoja «PLAN DE ACCION», fila 11.",
    )


def test_what_the_plan_prints_names_its_cell(installed: App) -> None:
    page = seen(installed, 11)
    assert told(page, HappeningKind.REPORTED) == [
        "Trimestre 1 de 2023: 2, como lo trae el plan (hoja «PLAN DE ACCION», celda L11)."
    ]


def test_a_report_has_its_version_receipt_way_and_verdict(installed: App) -> None:
    page = seen(under_way(installed), 11)
    report = next(each for each in page.story if each.kind is HappeningKind.REPORTED)
    assert report.text.startswith("Trimestre 2 de 2023, versión 1: 2 (recibo R-")
    assert (report.who, report.way, report.more) == ("Equipo Gobierno Digital", "orden", ("Se avanzó.",))
    assert told(page, HappeningKind.RETURNED) == [
        "Devuelto el reporte del trimestre 2 de 2023: Falta el acta de junio."
    ]
    assert told(seen(installed, 9), HappeningKind.ACCEPTED) == ["Avalado el reporte del trimestre 2 de 2023."]


def test_each_reminder_is_told_with_its_fate(installed: App) -> None:
    page = seen(under_way(installed), 15)
    reminded = next(each for each in page.story if each.kind is HappeningKind.REMINDED)
    assert reminded.text == "Recordatorio al equipo sobre el trimestre 2 de 2023, 1 día hábil después del plazo."
    assert reminded.way == "correo"
    assert reminded.more == ("gobiernodigital@cartagena.example: enviado: el servidor lo aceptó (mar 11 jul)",)


def test_a_reminder_that_is_in_no_mail_says_that_it_waits(installed: App) -> None:
    page = seen(waiting_again(under_way(installed)), 16, "2023-07-13")
    assert "espera el correo del siguiente día hábil" in [more for each in page.story for more in each.more]


def waiting_again(app: App) -> App:
    """Every reminder waits again for a mail."""
    with app.transaction() as session:
        execute(session, notice_reminder.delete())
        execute(session, update(reminder).values(waiting=True, suppressed=None))
    return app


def test_closings_and_reopenings_are_told_where_they_concern_the_line(installed: App) -> None:
    reopened(installed)
    page = seen(installed, 11, "2023-07-20")
    assert told(page, HappeningKind.CLOSED)[0].startswith("Se cerró el trimestre 2 de 2023 (cierre 1, huella ")
    assert told(page, HappeningKind.REOPENED) == [
        "Se reabrió el trimestre 2 de 2023 hasta el viernes 28 de julio de 2023 (todo el período): El acta llegó tarde."
    ]


def test_a_reopening_for_another_team_or_line_is_none_of_its_history(installed: App) -> None:
    closed(installed)
    opened_again(installed, "2023-07-19", "2023-07-28", team(installed, USO))
    assert told(seen(installed, 11, "2023-07-20"), HappeningKind.REOPENED) == []
    assert len(told(seen(installed, 18, "2023-07-20"), HappeningKind.REOPENED)) == 1
    closed_on(installed, "2023-07-29")
    opened_again(installed, "2023-07-31", "2023-08-04", line(installed, 18))
    assert len(told(seen(installed, 18, "2023-08-01"), HappeningKind.REOPENED)) == 2
    assert len(told(seen(installed, 19, "2023-08-01"), HappeningKind.REOPENED)) == 1


def test_decisions_acts_and_hands_changed_are_told_with_their_end(installed: App) -> None:
    under_way(installed)
    taken = silenced(installed, 15, "2023-07-12", "2023-07-20").decision.id
    silenced_team(installed, "Equipo Gobierno Digital", "2023-07-12", "2023-07-20")
    with installed.transaction() as session:
        its = (session, installed.rules, plan(installed), line(installed, 15))
        undo(session, installed.rules, taken, "Ana Coordina", now=at("2023-07-13"))
        wanted = Wanted(AmendedField.TARGET, "12", date(2023, 7, 13), "Acta 05")
        done = amend(*its, wanted, BY, now=at("2023-07-13", 9))
        undo_amendment(session, installed.rules, done.amendment.id, "Ana Coordina", now=at("2023-07-13", 10))
        later = Wanted(AmendedField.TARGET, "14", date(2023, 7, 14), "Acta 06")
        amend(*its, later, BY, now=at("2023-07-13", 11))
        assign(*its[:3], [its[3]], USO, by="Ana Coordina", now=at("2023-07-13", 12), reason="Es de ellos")
    scanned(installed, "2023-07-14")
    page = seen(installed, 15, "2023-07-14")
    assert len(told(page, HappeningKind.DECIDED)) >= 1
    assert f"Se deshizo la decisión {taken} (silencio)." in told(page, HappeningKind.UNDONE)
    assert "Se deshizo el cambio 1 (Acta 05)." in told(page, HappeningKind.UNDONE)
    assert "Empezó a regir el cambio 2 (Acta 06)." in told(page, HappeningKind.AMENDED)
    assert told(page, HappeningKind.ASSIGNED) == ["Asignada a «Equipo de Uso y Apropiación»: Es de ellos."]


def test_a_decision_that_another_act_ended_is_told_on_its_day(installed: App) -> None:
    taken = silenced(installed, 15, "2023-07-12", "2023-07-20").decision
    ended = replace(taken, ended_on=date(2023, 7, 14), ended_by="import")
    assert _ended_at(ended, None, installed.rules) == at("2023-07-14", 0)
    assert _ended_at(taken, None, installed.rules) == taken.decided_at


def test_evidence_is_told_when_it_comes_and_when_it_is_taken_back(installed: App) -> None:
    scanned(installed, "2023-07-04")
    found = line(installed, 15)
    with installed.transaction() as session:
        its: dict[str, Any] = {"link": "https://x.example", "dated_on": None, "by": "Equipo"}
        place = (session, found.plan_id, found.id, PERIOD)
        added = annexes.add_annex(*place, name="Página", at=at("2023-07-05"), **its)
        annexes.add_annex(*place, name="Otra", at=at("2023-07-05", 9), **its)
        take_back(session, added.id, by="Equipo", now=at("2023-07-06"))
    assert told(seen(installed, 15), HappeningKind.EVIDENCE) == [
        "Se retiró la evidencia «Página» (anexo 1 del trimestre 2 de 2023).",
        "Evidencia «Otra» (anexo 2 del trimestre 2 de 2023).",
        "Evidencia «Página» (anexo 1 del trimestre 2 de 2023).",
    ]


@pytest.mark.parametrize("teams", [1, 20])
def test_the_page_takes_as_many_statements_in_any_plan(empty: App, teams: int) -> None:
    many(empty, teams, 3)
    first = lines(empty)[0]
    with counted_statements(empty) as ran, empty.reading() as session:
        line_page(session, empty.rules, first.uid, now=at("2023-07-05"))
    assert len([each for each in ran if each.startswith("SELECT")]) == 35
