"""A period closes once, whole and in somebody's name; from then on only a reopening moves its figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from sqlalchemy import text

from gdflow.app import App
from gdflow.domain.canonical import canonical, hash_of
from gdflow.domain.closing import Check, InSpite
from gdflow.domain.errors import ConfigError, ConflictError, InputError
from gdflow.domain.lines import Line
from gdflow.domain.notices import NoticeFacts
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.periods import parse_period
from gdflow.domain.results import CellState
from gdflow.services.close_period import close_period, pending_before_closing
from gdflow.services.reopen import reopen
from gdflow.spanish.messages import say
from gdflow.storage import closings, events, obligations, periods, reopenings
from tests.support import cartagena
from tests.support.cast import GOBIERNO, USO, at
from tests.support.closing_days import BY, Q2, REOPENED, WHY, closed, closings_of, reopened
from tests.support.decisions import assigned, extended, team
from tests.support.installation import answered, line, lines, notices, plan, scanned
from tests.support.reviews import accepted, reports, returned, reviewing

OPENED, ON_TIME, LATER = "2023-07-04", "2023-07-05", "2023-07-18"


def owed(app: App, row: int, period: str = Q2) -> Obligation:
    """What a line owes for a period."""
    with app.reading() as session:
        found = obligations.obligations_of_line(session, line(app, row).id)
        return next(each for each in found if each.period == period)


def states(app: App) -> dict[int, CellState]:
    """The cells that the newest closing froze, by row."""
    with app.reading() as session:
        snapshot = closings.closing_by_id(session, closings_of(app)[-1].id).snapshot
    return {row.line.row: row.cell.state for row in snapshot.report.lines}


def test_a_closing_freezes_what_is_reported_and_lists_what_is_missing(installed: App) -> None:
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    made = closed(installed, LATER)
    cells = {row.line.row: row.cell for row in made.snapshot.report.lines}
    assert (cells[18].state, cells[18].value) == (CellState.REPORTED, Decimal(2))
    assert cells[19].state is CellState.MISSING_AT_CLOSE
    missing = [each.row for each in made.snapshot.pending if each.check is Check.MISSING]
    assert (made.facts.missing, missing) == (7, [9, 10, 11, 15, 16, 17, 19])
    assert (owed(installed, 18).state, owed(installed, 19).state) == (
        ObligationState.MET,
        ObligationState.MISSING_AT_CLOSE,
    )
    assert owed(installed, 19).done_on == date(2023, 7, 18)


def test_the_first_quarter_closes_with_the_figures_that_the_document_prints(installed: App) -> None:
    made = closed(installed, LATER, "2023-Q1", checks=[])
    report = made.snapshot.report
    printed = [Decimal(truth["quarters"][0]) for truth in cartagena.ROWS]
    assert [row.cell.value for row in report.lines] == printed
    assert [row.progress for row in report.lines] == [
        Fraction(truth["result_exact"]["fraction"]) for truth in cartagena.ROWS
    ]
    assert (made.snapshot.pending, made.facts.missing, len(made.snapshot.versions)) == ((), 0, 12)


def test_the_snapshot_is_known_by_its_hash_and_bound_into_the_chain_of_events(installed: App) -> None:
    scanned(installed, OPENED)
    made = closed(installed, LATER)
    facts = made.facts
    assert facts.sha256 == hash_of(canonical(made.snapshot))
    with installed.reading() as session:
        assert closings.closing_by_id(session, facts.id) == made
        noted = events.events_of(session, installed.entity_id)[facts.events - 1]
        assert events.verify(session, installed.entity_id) is None
    assert (noted.kind, noted.hash, noted.sequence) == ("period_closed", facts.head, facts.events)
    assert (noted.previous, made.snapshot.events) == (made.snapshot.previous_head, facts.events - 1)
    assert facts.sha256 in noted.facts


def test_whoever_closes_in_spite_of_something_is_named_with_the_reason(installed: App) -> None:
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    made = closed(installed, LATER, checks=[Check.MISSING, Check.EVIDENCE, Check.EARLY])
    assert made.snapshot.in_spite == (
        InSpite(Check.MISSING, 7, BY, WHY),
        InSpite(Check.EVIDENCE, 1, BY, WHY),
    )


def test_what_stands_open_keeps_a_period_from_closing_and_is_named(installed: App) -> None:
    scanned(installed, OPENED)
    with pytest.raises(ConflictError, match="closing_not_clear") as refused:
        closed(installed, "2023-07-17", checks=[Check.ISSUES])
    assert refused.value.facts["checks"] == ("missing", "early")
    assert "resultados sin reportar (8), el plazo no ha terminado" in say(refused.value)
    assert closings_of(installed) == ()
    assert owed(installed, 19).state is ObligationState.OWED


def test_a_period_closes_early_only_in_spite_of_it(installed: App) -> None:
    scanned(installed, OPENED)
    made = closed(installed, "2023-07-04", checks=[Check.MISSING, Check.EARLY])
    assert [each.check for each in made.snapshot.in_spite] == [Check.MISSING, Check.EARLY]
    assert states(installed)[19] is CellState.MISSING_AT_CLOSE
    early = [each.detail for each in made.snapshot.pending if each.check is Check.EARLY]
    assert early == ["El plazo para reportar cierra el lunes 17 de julio de 2023"]


def test_a_period_that_runs_cannot_be_closed(installed: App) -> None:
    with pytest.raises(ConflictError, match="period_not_ended"):
        closed(installed, "2023-06-30")


def test_a_period_that_was_never_opened_cannot_be_closed(installed: App) -> None:
    with pytest.raises(ConflictError, match="period_unopened"):
        closed(installed, LATER, "2023-Q3")
    with installed.reading() as session, pytest.raises(ConflictError, match="period_unopened"):
        pending_before_closing(session, installed.rules, plan(installed), parse_period("2023-Q3"), now=at(LATER))


def test_a_closed_period_is_not_closed_again(installed: App) -> None:
    closed(installed, LATER)
    with pytest.raises(ConflictError, match="already_closed") as refused:
        closed(installed, "2023-07-19")
    assert "martes 18 de julio de 2023 (cierre 1)" in say(refused.value)


@pytest.mark.parametrize(("by", "reason", "code"), [(" ", "x", "blank_author"), ("Ana", " ", "blank_reason")])
def test_a_closing_has_an_author_and_its_reasons(installed: App, by: str, reason: str, code: str) -> None:
    chosen, spite = plan(installed), dict.fromkeys(Check, reason)
    with installed.transaction() as session, pytest.raises(InputError, match=code):
        close_period(session, installed.rules, chosen, parse_period(Q2), by=by, in_spite=spite, now=at(LATER))


def test_what_stands_open_can_be_seen_before(installed: App) -> None:
    scanned(installed, OPENED)
    with installed.reading() as session:
        found = pending_before_closing(session, installed.rules, plan(installed), parse_period(Q2), now=at(ON_TIME))
    assert [each.check for each in found] == [Check.MISSING] * 8 + [Check.EARLY]
    assert found[0].team == GOBIERNO


def test_a_closing_opens_the_period_that_has_begun_meanwhile(installed: App) -> None:
    closed(installed, LATER)
    with installed.reading() as session:
        assert [each.key for each in periods.periods_of(session, plan(installed).id)][-1] == "2023-Q3"


def test_digests_about_what_is_missing_now_leave_without_it(installed: App) -> None:
    scanned(installed, "2023-07-17")
    assert [each.state for each in digests(installed)] == [NoticeState.QUEUED] * 2
    closed(installed, "2023-07-17", hour=9)
    assert [each.state for each in digests(installed)][:2] == [NoticeState.SUPPRESSED] * 2
    (anew,) = digests(installed)[2:]
    assert anew.subject == "[Gobierno Digital] 3 pendientes: 1 vencida y 2 por vencer el lun 31 jul"


def digests(app: App) -> list[NoticeFacts]:
    return [each for each in notices(app) if each.purpose == "digest"]


def test_teams_and_coordinator_are_told_once(installed: App) -> None:
    closed(installed, LATER)
    told = [each.address for each in notices(installed) if each.purpose == "closing"]
    assert len(told) == len(set(told)) > 1


def test_a_line_with_more_time_is_opened_again_by_the_closing(installed: App) -> None:
    scanned(installed, OPENED)
    extended(installed, 19, ON_TIME, "2023-07-25")
    made = closed(installed, LATER)
    (carried,) = made.snapshot.carried
    assert (carried.row, carried.until, carried.author, carried.team) == (19, date(2023, 7, 25), BY, USO)
    assert states(installed)[19] is CellState.MISSING_AT_CLOSE
    now_owed = owed(installed, 19)
    assert (now_owed.state, now_owed.due_on, now_owed.closes_on) == (
        ObligationState.OWED,
        date(2023, 7, 25),
        date(2023, 7, 25),
    )
    assert [each.line.row for each in answered(installed, USO, Q2, "2023-07-25", {19: "1"}).taken] == [19]


def test_a_line_whose_extension_has_passed_or_that_has_answered_is_closed(installed: App) -> None:
    scanned(installed, OPENED)
    extended(installed, 18, ON_TIME, "2023-07-14")
    extended(installed, 19, ON_TIME, "2023-07-25")
    answered(installed, USO, Q2, "2023-07-06", {19: "1"})
    assert closed(installed, LATER).snapshot.carried == ()
    with installed.reading() as session:
        assert reopenings.reopenings_of(session, plan(installed).id, Q2) == ()


def test_a_line_that_left_its_plan_is_carried_by_nothing(installed: App) -> None:
    scanned(installed, OPENED)
    extended(installed, 19, ON_TIME, "2023-07-25")
    gone(installed, line(installed, 19))
    assert closed(installed, LATER).snapshot.carried == ()


def gone(app: App, subject: Line) -> None:
    """A line that left its plan and whose obligation was left owed all the same."""
    with app.transaction() as session:
        session.connection().execute(text("UPDATE line SET gone_at = '2023-07-06' WHERE id = :id"), {"id": subject.id})


def test_a_reopened_team_owes_what_was_missing_until_the_last_day(installed: App) -> None:
    scanned(installed, OPENED)
    closed(installed, LATER)
    made = reopened(installed, "2023-07-19", "2023-07-21", USO)
    assert (made.team, made.closing, made.author) == (USO, 1, BY)
    now_owed = owed(installed, 19)
    assert (now_owed.state, now_owed.due_on, now_owed.done_on) == (ObligationState.OWED, date(2023, 7, 21), None)
    assert owed(installed, 9).state is ObligationState.MISSING_AT_CLOSE
    told = [each for each in notices(installed) if each.purpose == "reopening"]
    assert len(told) == 1


def test_an_answer_in_a_reopened_period_counts_at_the_next_closing_and_the_others_stay(installed: App) -> None:
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    first = closed(installed, LATER)
    reopened(installed, "2023-07-19", "2023-07-21", 19)
    answered(installed, USO, Q2, "2023-07-20", {19: "1"})
    second = closed(installed, "2023-07-21")
    assert (second.facts.number, second.snapshot.previous_sha256) == (2, first.facts.sha256)
    assert second.snapshot.differences
    changes = [(each.row, each.field) for each in second.snapshot.differences.changes]
    assert changes == [(19, "value"), (19, "narrative")]
    (ended,) = second.snapshot.reopenings
    assert (ended.ended_by, ended.line_uid) == (BY, line(installed, 19).uid)
    with installed.reading() as session:
        assert closings.closing_by_id(session, first.facts.id) == first


def test_what_came_after_the_day_to_report_is_late_also_in_a_reopened_period(installed: App) -> None:
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    closed(installed, LATER)
    reopened(installed, "2023-07-19", "2023-07-21")
    answered(installed, USO, Q2, "2023-07-20", {19: "1"})
    report = closed(installed, "2023-07-21").snapshot.report
    lights = {row.line.row: row.timeliness.label for row in report.lines}
    assert (lights[18], lights[19], lights[9]) == ("A tiempo", "Extemporáneo", "Vencido")


def test_the_reasons_of_the_closing_before_need_no_new_word(installed: App) -> None:
    scanned(installed, OPENED)
    closed(installed, LATER, checks=[Check.MISSING])
    reopened(installed, "2023-07-19", "2023-07-21", 19)
    again = closed(installed, "2023-07-20", checks=[])
    assert again.snapshot.in_spite == (InSpite(Check.MISSING, 8, BY, WHY),)
    reopened(installed, "2023-07-21", "2023-07-24", USO)
    answered(installed, USO, Q2, "2023-07-21", {18: "2"})
    with pytest.raises(ConflictError, match="closing_not_clear") as refused:
        closed(installed, "2023-07-21", checks=[])
    assert refused.value.facts["checks"] == ("evidence",)


def test_a_team_that_took_a_line_over_meanwhile_owes_it_when_it_is_reopened(installed: App) -> None:
    scanned(installed, OPENED)
    closed(installed, LATER)
    assigned(installed, 9, USO, "2023-07-19")
    assert owed(installed, 9).team_id == team(installed, GOBIERNO).id
    reopened(installed, "2023-07-20", "2023-07-21", USO)
    assert (owed(installed, 9).team_id, owed(installed, 9).state) == (team(installed, USO).id, ObligationState.OWED)


def test_a_line_is_open_as_long_as_the_longest_of_its_reopenings(installed: App) -> None:
    scanned(installed, OPENED)
    closed(installed, LATER)
    for until in ("2023-07-28", "2023-07-21"):
        reopened(installed, "2023-07-19", until, 19)
    assert owed(installed, 19).closes_on == date(2023, 7, 28)


def test_only_a_closed_period_is_reopened(installed: App) -> None:
    with pytest.raises(ConflictError, match="not_closed"):
        reopened(installed, LATER, "2023-07-21")


def test_a_reopening_does_not_end_in_the_past(installed: App) -> None:
    closed(installed, LATER)
    with pytest.raises(InputError, match="end_passed"):
        reopened(installed, LATER, "2023-07-17")


def test_a_reopening_is_for_a_line_of_the_plan_or_a_team_with_lines_in_it(installed: App) -> None:
    closed(installed, LATER)
    chosen, stranger = plan(installed), replace(line(installed, 9), plan_id=99)
    nobody = replace(team(installed, USO), id=99)
    asked = (date(2023, 7, 21), REOPENED)
    with installed.transaction() as session:
        for subject, code in ((stranger, "line_of_another_plan"), (nobody, "reopening_without_lines")):
            with pytest.raises(ConflictError, match=code):
                reopen(session, installed.rules, chosen, parse_period(Q2), subject, *asked, now=at(LATER))


def test_a_returned_report_is_owed_again_as_a_reopening_of_its_line(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, "2023-07-14", {18: "2"})
    returned(installed, [18], "2023-07-17")
    made = closed(installed, LATER)
    (carried,) = made.snapshot.carried
    assert (carried.row, carried.until) == (18, date(2023, 7, 21))
    assert states(installed)[18] is CellState.RETURNED
    assert owed(installed, 18).state is ObligationState.OWED


def test_a_report_returned_in_a_reopened_period_opens_its_line_longer(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    closed(installed, LATER)
    reopened(installed, "2023-07-19", "2023-07-21", USO)
    returned(installed, [18], "2023-07-21")
    assert (owed(installed, 18).state, owed(installed, 18).closes_on) == (ObligationState.OWED, date(2023, 7, 26))


def test_a_report_returned_with_time_enough_in_a_reopened_period_opens_nothing_longer(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    closed(installed, LATER)
    reopened(installed, "2023-07-19", "2023-07-31", USO)
    returned(installed, [18], "2023-07-21")
    assert owed(installed, 18).closes_on == date(2023, 7, 31)
    with installed.reading() as session:
        assert len(reopenings.reopenings_of(session, plan(installed).id, Q2)) == 1


def test_unreviewed_reports_stand_in_the_way_where_there_is_a_reviewer(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2", 19: "1"})
    accepted(installed, [18], "2023-07-06")
    made = closed(installed, LATER)
    assert [each.row for each in made.snapshot.pending if each.check is Check.UNREVIEWED] == [19]
    assert reports(installed)[18].review


def test_a_word_template_that_cannot_be_used_is_refused_before_anything_is_closed(installed: App) -> None:
    own = installed.home / "config" / "templates" / "informe.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"no es de Word")
    scanned(installed, OPENED)
    with pytest.raises(ConfigError, match="template_not_word"):
        closed(installed, LATER)
    with installed.reading() as session:
        assert closings.closings_of_entity(session, installed.rules.entity_id) == ()


def test_all_lines_are_there_in_the_order_of_the_plan(installed: App) -> None:
    made = closed(installed, LATER)
    assert [row.line.uid for row in made.snapshot.report.lines] == [each.uid for each in lines(installed)]


def test_the_texts_of_the_documents_stay_as_they_were_when_the_period_closed(installed: App) -> None:
    folder = installed.home / "config" / "templates"
    folder.mkdir(parents=True)
    own = folder / "informe_title.txt"
    own.write_text("Nuestro informe de {{ plan }}\n", encoding="utf-8")
    scanned(installed, OPENED)
    made = closed(installed, LATER)
    own.write_text("Otro título\n", encoding="utf-8")
    with installed.reading() as session:
        snapshot = closings.closing_by_id(session, made.facts.id).snapshot
    assert snapshot.words["informe_title"].strip() == "Nuestro informe de {{ plan }}"
    assert snapshot.licence == installed.rules.closing.public.licence
