"""The coordinator's board as values: who owes what, how each line advances, what each team was told."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import update

from gdflow.app import App
from gdflow.domain.board import PeriodState, Standing
from gdflow.domain.errors import InputError, NotFoundError
from gdflow.domain.outbox import NoticeState
from gdflow.domain.periods import PeriodKind
from gdflow.services.board import board
from gdflow.services.board_talk import talks
from gdflow.storage.engine import execute
from gdflow.storage.tables import notice_reminder, obligation, period, reminder
from tests.services.readings import a_line, reading
from tests.support.boards import (
    PERIOD,
    all_accepted,
    closed,
    lived,
    many,
    reopened,
    row,
    seen,
    troubled,
    under_way,
)
from tests.support.cast import GOBIERNO, USO, at
from tests.support.decisions import silenced, silenced_team
from tests.support.installation import answered, counted_statements, delivered, given, scanned


def test_an_installation_without_plans_has_an_empty_board(empty: App) -> None:
    found = seen(empty)
    assert (found.known, found.period, found.teams, found.missing, found.owing) == ((), None, (), 0, 0)


def test_each_line_stands_where_its_report_stands(installed: App) -> None:
    found = seen(under_way(installed))
    counts = {each: count for each, count in found.counts.items() if count}
    assert counts == {
        Standing.MISSING: 5,
        Standing.RETURNED: 1,
        Standing.TO_REVIEW: 1,
        Standing.ACCEPTED: 1,
        Standing.COMPLETE: 4,
    }
    assert (found.missing, found.owing) == (6, 2)
    assert [team.name for team in found.teams] == [GOBIERNO, USO]


def test_the_lines_that_need_a_hand_stand_first(installed: App) -> None:
    first = seen(under_way(installed)).teams[0]
    assert [each.standing for each in first.rows] == [
        *[Standing.MISSING] * 3,
        Standing.RETURNED,
        Standing.TO_REVIEW,
        Standing.ACCEPTED,
    ]
    assert first.rows[0].light.label == "Vencida"
    assert len(first.exempt) == 4


def test_a_line_shows_what_it_reached_and_what_it_should_have(installed: App) -> None:
    found = seen(under_way(installed))
    assert (row(found, 15).row.progress, row(found, 15).expected) == (Fraction(3, 100), Fraction(1, 2))
    assert row(found, 15).light.text == "✖ Crítico"
    assert row(found, 10).light.text == "● En ritmo"
    assert row(found, 8).light.text == "✔ Cumplida"


def test_without_a_reviewer_a_report_is_simply_sent(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, GOBIERNO, PERIOD, "2023-07-05", {10: 7})
    assert row(seen(installed), 10).standing is Standing.REPORTED


def test_the_period_that_needs_hands_is_shown_first(installed: App) -> None:
    scanned(installed, "2023-05-02")
    assert seen(installed, "2023-05-02").period == "2023-Q1"  # it has ended, and nobody has closed it
    assert seen(under_way(installed)).period == PERIOD
    assert seen(installed, period="2023-Q3").period == "2023-Q3"


def test_the_state_of_a_period_follows_its_dates_and_its_closings(installed: App) -> None:
    under_way(installed)
    assert seen(installed).plans[0].state is PeriodState.OPEN
    assert seen(installed, "2023-07-18").plans[0].state is PeriodState.OVERDUE
    assert seen(installed, plan="cartagena_2023", period="2023-Q4").plans[0].state is PeriodState.UNOPENED


def test_a_closed_period_is_shown_as_such_and_a_reopened_one_with_its_end(installed: App) -> None:
    reopened(installed)
    its = seen(installed, "2023-07-20", period=PERIOD).plans[0]
    assert (its.state, its.until, its.takes_answers) == (PeriodState.REOPENED, date(2023, 7, 28), True)
    after = seen(installed, "2023-07-31", period=PERIOD).plans[0]
    assert (after.state, after.takes_answers) == (PeriodState.CLOSED, False)
    assert after.closing is not None


def test_what_was_missing_at_the_closing_still_counts_as_missing(installed: App) -> None:
    assert seen(closed(installed), "2023-07-19", period=PERIOD).counts[Standing.MISSING] == 5


def test_of_all_plans_only_those_that_opened_the_period_are_shown(installed: App) -> None:
    given(installed, reading(a_line(), period_kind=PeriodKind.YEAR), name="otro.xlsx", day="2023-07-05")
    scanned(installed, "2023-07-05")
    assert [each.plan.code for each in seen(installed, period=PERIOD).plans] == ["cartagena_2023"]
    assert len(seen(installed).known) == 2


def test_an_unknown_plan_or_period_is_refused(installed: App) -> None:
    with pytest.raises(NotFoundError, match="unknown_plan"):
        seen(installed, plan="nada")
    with pytest.raises(InputError, match="unknown_period"):
        seen(installed, period="ayer")


def test_a_plan_that_opened_nothing_has_no_period(empty: App) -> None:
    given(empty, reading(a_line(due=None)), day="2023-05-02")
    with empty.transaction() as session:
        execute(session, obligation.delete())
        execute(session, period.delete())
    assert seen(empty).period is None


def test_a_line_without_a_team_stands_under_a_name_of_its_own(empty: App) -> None:
    given(empty, reading(a_line(teams=())), day="2023-05-02")
    found = seen(empty)
    assert [(team.id, team.name) for team in found.teams] == [(None, "Sin responsable")]


def test_a_team_is_told_how_often_and_hears_again_on_the_next_step(installed: App) -> None:
    talk = seen(under_way(installed)).teams[0].talk
    assert (talk.last_on, talk.state) == (date(2023, 7, 11), NoticeState.SENT)
    assert talk.days == 3
    assert talk.next_on == date(2023, 7, 13)


def test_a_step_of_today_that_no_scan_has_said_is_next(installed: App) -> None:
    lived(installed, "2023-07-04", "2023-07-07")
    talk = seen(installed, "2023-07-10", 6).teams[0].talk
    assert talk.next_on == date(2023, 7, 10)


def test_a_team_that_nobody_wrote_to_has_no_last_mail(installed: App) -> None:
    scanned(installed, "2023-04-11")
    talk = seen(installed, "2023-06-01", period=PERIOD).teams[0].talk
    assert (talk.days, talk.last_on, talk.state) == (0, None, None)


def test_the_furthest_mail_of_the_last_day_counts(installed: App) -> None:
    found = {team.name: team.talk.state for team in seen(troubled(installed), "2023-07-10").teams}
    assert set(found.values()) == {NoticeState.IN_DOUBT, NoticeState.REFUSED}


def test_a_silence_puts_the_next_reminder_off(installed: App) -> None:
    under_way(installed)
    silenced_team(installed, GOBIERNO, "2023-07-12", "2023-07-13")
    first = seen(installed).teams[0]
    assert first.talk.next_on == date(2023, 7, 14)
    assert {each.decisions[0].kind.value for each in first.rows} >= {"silence"}


def test_a_team_whose_every_line_is_silent_to_the_closing_hears_nothing(installed: App) -> None:
    under_way(installed)
    for number in (18, 19):
        silenced(installed, number, "2023-07-12", "2023-07-17")
    assert seen(installed).teams[1].talk.next_on is None


def test_what_waits_for_the_next_mail_is_not_said_today(installed: App) -> None:
    under_way(installed)
    scanned(installed, "2023-07-13", 8)
    delivered(installed, "2023-07-13", 8)
    with installed.transaction() as session:
        execute(session, notice_reminder.delete())
        execute(session, update(reminder).values(waiting=True, suppressed=None))
    assert seen(installed, "2023-07-13").teams[1].talk.next_on == date(2023, 7, 14)


def test_no_plans_have_no_talk(installed: App) -> None:
    with installed.reading() as session:
        assert talks(session, installed.rules, [], PERIOD, (), date(2023, 7, 12)) == {}


def test_when_everything_is_accepted_nobody_is_waited_for(installed: App) -> None:
    found = seen(all_accepted(installed), "2023-07-07")
    assert (found.missing, found.owing, found.counts[Standing.ACCEPTED]) == (0, 0, 8)


@pytest.mark.parametrize("teams", [1, 20, 200])
def test_the_board_takes_as_many_statements_for_any_number_of_teams(empty: App, teams: int) -> None:
    many(empty, teams, 3)
    with counted_statements(empty) as ran, empty.reading() as session:
        found = board(session, empty.rules, plan=None, period=None, now=at("2023-07-05"))
    assert len(found.teams) == teams
    assert len([each for each in ran if each.startswith("SELECT")]) == 9


def test_the_bands_are_the_entitys_own(installed: App) -> None:
    under_way(installed)
    rules = replace(installed.rules, bands=(replace(installed.rules.bands[-1], at_least=Fraction(9, 10)),))
    with installed.reading() as session:
        found = board(session, rules, plan=None, period=None, now=at("2023-07-12"))
    assert row(found, 15).light.label == "Bajo todas las bandas"


def test_a_closed_period_is_shown_as_its_closing_froze_it(installed: App) -> None:
    then = seen(closed(installed), "2023-07-19", period=PERIOD)
    scanned(installed, "2023-10-03")
    answered(installed, GOBIERNO, "2023-Q3", "2023-10-04", {9: 2})
    later = seen(installed, "2023-12-20", period=PERIOD)
    assert [each.plan.code for each in later.frozen] == ["cartagena_2023"]
    assert [(team.rows, team.exempt) for team in later.teams] == [(team.rows, team.exempt) for team in then.teams]
    assert all(each.frozen for team in later.teams for each in team.rows)


def test_a_reopened_period_is_shown_as_it_is_known_now(installed: App) -> None:
    found = seen(reopened(installed), "2023-07-20", period=PERIOD)
    assert (found.frozen, row(found, 9).frozen) == ((), False)
