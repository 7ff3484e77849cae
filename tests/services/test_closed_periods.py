"""Whoever writes what a closing froze is refused, but for those for whom it was opened again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError
from gdflow.domain.evidence import Evidence
from gdflow.domain.obligations import ObligationState
from gdflow.domain.plan import PlanLine, Severity
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.team_page import Standing, TeamPage
from gdflow.services import links
from gdflow.services.confirm import confirm_due
from gdflow.services.evidence import evidence_of, take_back
from gdflow.services.import_plan import ImportedPlan, PlanFile, read_plan_file
from gdflow.services.report_line import LineAnswer, Reported, report_line
from gdflow.services.review import give_back_all
from gdflow.services.team_page import team_page
from gdflow.spanish.messages import say
from gdflow.spanish.team_page import due_words, summary
from gdflow.storage import obligations, people, submissions
from tests.support.cast import CUT_OFF, GOBIERNO, USO, at
from tests.support.closing_days import Q2, closed, reopened
from tests.support.decisions import assigned, extended, undone, waived
from tests.support.evidence import added
from tests.support.installation import (
    CARTAGENA,
    Said,
    answered,
    filled,
    form_of,
    line,
    lines,
    plan,
    received,
    rows_by_uid,
    scanned,
    stored,
)
from tests.support.reviews import accepted, reports, returned, reviewing

OPENED, ON_TIME, CLOSED, AFTER, UNTIL = "2023-07-04", "2023-07-05", "2023-07-11", "2023-07-12", "2023-07-14"
"""The period closes early, on 11 July: by its own dates it would take answers until the 17th."""


@pytest.fixture
def shut(installed: App) -> App:
    """The second quarter closed with one line reported, that of row 18, and its annex."""
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    added(installed, 18, ON_TIME)
    closed(installed, CLOSED)
    return installed


def told(app: App, row: int, value: str, day: str = AFTER, team: str = USO) -> Reported:
    answer = LineAnswer(line(app, row).uid, value, "Se avanzó.")
    with app.transaction() as session:
        team_id = people.ensure_team(session, app.entity_id, team)
        return report_line(session, app.rules, team_id, Q2, answer, by="enlace 1", now=at(day, 10))


def state(app: App, row: int, period: str | None = Q2) -> ObligationState:
    with app.reading() as session:
        found = obligations.obligations_of_line(session, line(app, row).id)
        return next(each.state for each in found if each.period == period)


def annexes(app: App, row: int) -> tuple[Evidence, ...]:
    with app.reading() as session:
        return evidence_of(session, line(app, row).id, Q2)


def removed(app: App, evidence: Evidence, day: str = AFTER) -> Evidence:
    with app.transaction() as session:
        return take_back(session, evidence.id, by="Ana", now=at(day))


def value(app: App, row: int, period: str = Q2) -> Decimal | None:
    with app.reading() as session:
        return submissions.values_of_plan(session, plan(app).id).get(line(app, row).id, {}).get(period)


def test_a_team_is_told_that_the_period_closed_although_its_dates_have_not_passed(shut: App) -> None:
    with pytest.raises(ConflictError, match="period_closed") as refused:
        told(shut, 19, "1")
    assert "cerró el martes 11 de julio de 2023" in say(refused.value)
    assert value(shut, 19) is None


def test_a_form_that_comes_after_the_closing_is_kept_and_refused(shut: App) -> None:
    reopened(shut, AFTER, UNTIL, 19)
    form = form_of(shut, USO, Q2, AFTER)
    closed(shut, "2023-07-13")
    came = received(shut, filled(form.data, {19: Said("1")}, rows_by_uid(shut)), "2023-07-13")
    assert (came.locked, came.taken) == (True, ())


@pytest.mark.parametrize("subject", [19, USO, None])
def test_what_was_opened_again_takes_the_answers_of_those_for_whom_it_was(shut: App, subject: int | str | None) -> None:
    reopened(shut, AFTER, UNTIL, subject)
    assert told(shut, 19, "1").new
    assert (value(shut, 19), state(shut, 19)) == (Decimal(1), ObligationState.MET)
    if subject is None:
        assert told(shut, 9, "1", team=GOBIERNO).new
    else:
        with pytest.raises(ConflictError, match="period_closed"):
            told(shut, 9, "1", team=GOBIERNO)


def test_an_answer_in_a_reopened_period_can_be_corrected_until_the_last_day(shut: App) -> None:
    reopened(shut, AFTER, UNTIL, 18)
    assert told(shut, 18, "3", UNTIL).new
    with pytest.raises(ConflictError, match="period_closed"):
        told(shut, 18, "4", "2023-07-15")
    assert value(shut, 18) == Decimal(3)


def test_evidence_is_neither_added_to_a_closed_period_nor_taken_back(shut: App) -> None:
    (known,) = annexes(shut, 18)
    with pytest.raises(ConflictError, match="period_closed"):
        added(shut, 19, AFTER)
    with pytest.raises(ConflictError, match="period_closed"):
        removed(shut, known)
    assert annexes(shut, 18) == (known,)
    reopened(shut, AFTER, UNTIL, 18)
    removed(shut, known)
    assert annexes(shut, 18) == ()


def test_evidence_of_a_line_that_left_its_plan_stays_as_its_period_closed(shut: App) -> None:
    (known,) = annexes(shut, 18)
    file = read_plan_file(CARTAGENA, as_of=CUT_OFF)
    stored(shut, renewed(file, [each for each in file.readings[0].lines if each.row != 18]), at(AFTER))
    with pytest.raises(ConflictError, match="period_closed"):
        removed(shut, known)


def renewed(file: PlanFile, found: list[PlanLine]) -> PlanFile:
    return PlanFile(file.name, file.data, (replace(file.readings[0], lines=tuple(found)),))


@pytest.mark.parametrize("decide", [extended, waived], ids=["extend", "waive"])
def test_nothing_is_decided_about_a_closed_period(shut: App, decide: Any) -> None:
    with pytest.raises(ConflictError, match="closed_to_decisions") as refused:
        decide(shut, 19, AFTER, *([UNTIL] if decide is extended else []))
    assert "reábralo con «gdflow reopen»" in say(refused.value)
    assert state(shut, 19) is ObligationState.MISSING_AT_CLOSE


def test_a_decision_about_a_closed_period_is_not_undone(installed: App) -> None:
    scanned(installed, OPENED)
    taken = waived(installed, 19, ON_TIME)
    closed(installed, CLOSED)
    with pytest.raises(ConflictError, match="closed_to_decisions"):
        undone(installed, taken, AFTER)
    assert state(installed, 19) is ObligationState.WAIVED


def test_a_waiver_of_the_whole_line_leaves_what_was_missing_at_close(shut: App) -> None:
    waived(shut, 19, AFTER, None)
    assert state(shut, 19) is ObligationState.MISSING_AT_CLOSE
    assert state(shut, 19, None) is ObligationState.WAIVED
    reopened(shut, AFTER, UNTIL)
    assert state(shut, 19) is ObligationState.WAIVED


def test_a_reopened_line_is_waived_but_gets_more_time_by_a_reopening_alone(shut: App) -> None:
    reopened(shut, AFTER, UNTIL, USO)
    with pytest.raises(ConflictError, match="period_reopened") as refused:
        extended(shut, 19, AFTER, "2023-07-28")
    assert "hasta el viernes 14 de julio de 2023" in say(refused.value)
    taken = waived(shut, 19, AFTER)
    assert state(shut, 19) is ObligationState.WAIVED
    undone(shut, taken, "2023-07-13")
    assert state(shut, 19) is ObligationState.OWED


def test_a_report_of_a_closed_period_is_neither_accepted_nor_returned(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2", 19: "1"})
    closed(installed, CLOSED)
    with pytest.raises(ConflictError, match="closed_to_decisions"):
        accepted(installed, [18], AFTER)
    with pytest.raises(ConflictError, match="closed_to_decisions"):
        returned(installed, [18], AFTER)
    reopened(installed, AFTER, UNTIL, 18)
    assert accepted(installed, [18], AFTER)
    with pytest.raises(ConflictError, match="closed_to_decisions"):
        returned(installed, [18, 19], AFTER)


def test_a_report_of_a_line_that_left_its_plan_is_not_returned_once_closed(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    result_id = reports(installed)[18].result_id
    closed(installed, CLOSED)
    file = read_plan_file(CARTAGENA, as_of=CUT_OFF)
    stored(installed, renewed(file, [each for each in file.readings[0].lines if each.row != 18]), at(AFTER))
    with installed.transaction() as session, pytest.raises(ConflictError, match="closed_to_decisions"):
        give_back_all(session, installed.rules, [result_id], "x", by="Ana", now=at(AFTER))


def test_what_a_reviewer_sent_back_stays_missing_when_nobody_reviews_any_more(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    returned(installed, [18], "2023-07-06")
    closed(installed, "2023-07-18")
    reviewing(installed, ReviewMode.NONE, "2023-07-19")
    assert state(installed, 18) is ObligationState.MISSING_AT_CLOSE


def test_another_team_or_date_leaves_what_was_closed(shut: App) -> None:
    assigned(shut, 19, GOBIERNO, AFTER)
    with shut.transaction() as session:
        confirm_due(
            session, shut.rules, plan(shut), line(shut, 19), date(2023, 3, 31), by="Coordinación", now=at(AFTER)
        )
    assert state(shut, 19) is ObligationState.MISSING_AT_CLOSE


def test_a_scan_on_a_later_day_leaves_what_was_closed(shut: App) -> None:
    before = {each.row: each.id for each in lines(shut)}
    scanned(shut, "2023-07-19")
    assert {row: state(shut, row) for row in (18, 19)} == {
        18: ObligationState.MET,
        19: ObligationState.MISSING_AT_CLOSE,
    }
    assert before == {each.row: each.id for each in lines(shut)}


def again(app: App, changes: dict[int, dict[str, str]], day: str = AFTER) -> ImportedPlan:
    """The document imported again with other figures, by row and period."""
    file = read_plan_file(CARTAGENA, as_of=CUT_OFF)
    found = [
        replace(each, results={**each.results, **{key: Decimal(said) for key, said in changes[each.row].items()}})
        if each.row in changes
        else each
        for each in file.readings[0].lines
    ]
    return stored(app, renewed(file, found), at(day))[0]


def test_what_a_renewed_document_prints_for_a_closed_period_changes_nothing_and_is_told(shut: App) -> None:
    made = again(shut, {18: {Q2: "0.5"}, 19: {Q2: "0.25"}})
    issues = {each.row: each for each in made.issues if each.code == "closed_period"}
    assert (value(shut, 18), value(shut, 19)) == (Decimal(2), None)
    assert set(issues) == {18, 19}
    assert (issues[19].severity, issues[19].cell) == (Severity.WARNING, "M19")
    assert "dice 0,5 para trimestre 2 de 2023, que se cerró el martes 11 de julio" in issues[18].message
    assert (issues[18].raw, issues[18].proposal, issues[19].proposal) == ("0,5", "2", None)


def test_a_renewed_document_that_prints_what_was_closed_is_no_matter(shut: App) -> None:
    assert [each for each in again(shut, {18: {Q2: "2"}}).issues if each.code == "closed_period"] == []


def test_a_renewed_document_may_report_what_was_opened_again(shut: App) -> None:
    reopened(shut, AFTER, UNTIL, 19)
    made = again(shut, {19: {Q2: "0.25"}})
    assert [each for each in made.issues if each.code == "closed_period"] == []
    assert value(shut, 19) == Decimal("0.25")


def test_a_line_that_comes_after_the_closing_has_no_part_in_it(shut: App) -> None:
    file = read_plan_file(CARTAGENA, as_of=CUT_OFF)
    first = file.readings[0].lines[0]
    new = replace(first, row=99, activity="Una actividad que no estaba", deliverable="Otra", indicator="Otro")
    new = replace(new, results={Q2: Decimal(1), "2023-Q1": Decimal(2)})
    made = stored(shut, renewed(file, [*file.readings[0].lines, new]), at(AFTER))[0]
    assert (value(shut, 99), value(shut, 99, "2023-Q1")) == (None, Decimal(2))
    assert [each for each in made.issues if each.code == "closed_period"] == []
    with shut.reading() as session:
        owed = obligations.obligations_of_line(session, line(shut, 99).id)
    assert Q2 not in {each.period for each in owed}


def page(app: App, day: str, team: str = USO) -> TeamPage:
    with app.transaction() as session:
        given = links.issue_for(session, app.rules, team, Q2, now=at(OPENED))
        link = links.find(session, app.rules, given.token, now=at(day))
        return team_page(session, app.rules, link, now=at(day))


def test_the_teams_page_says_that_its_period_is_closed(shut: App) -> None:
    found = page(shut, AFTER)
    assert (found.is_closed, found.closed_on, found.reopened_until) == (True, date(2023, 7, 11), None)
    standings = {each.line.row: each.standing for each in found.lines}
    assert standings == {18: Standing.SENT, 19: Standing.MISSED}
    assert not any(each.can_change for each in found.lines)
    assert summary(found).until.startswith("Cerró el martes 11 de julio de 2023")
    missed = next(each for each in found.lines if each.line.row == 19)
    assert due_words(missed, found) == "Cerró el martes 11 de julio de 2023"


def test_the_teams_page_says_until_when_it_was_opened_again(shut: App) -> None:
    reopened(shut, AFTER, UNTIL, 19)
    found = page(shut, AFTER)
    assert (found.is_closed, found.reopened_until) == (False, date(2023, 7, 14))
    assert {each.line.row: each.can_change for each in found.lines} == {18: False, 19: True}
    said = "El periodo cerró y está reabierto hasta el viernes 14 de julio de 2023, ese día incluido."
    assert summary(found).until == said


def test_the_page_of_an_open_period_says_nothing_of_closings(installed: App) -> None:
    scanned(installed, OPENED)
    found = page(installed, ON_TIME)
    assert (found.is_closed, found.closed_on, found.reopened_until) == (False, None, None)
