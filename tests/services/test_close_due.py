"""The schedule closes what is due, each period once, and tells the coordinator daily of what stands in the way."""

from contextlib import AbstractContextManager
from datetime import date

import pytest

from gdflow.app import App
from gdflow.domain.closing import Check, InSpite
from gdflow.domain.errors import ConflictError
from gdflow.domain.obligations import ObligationState
from gdflow.domain.periods import parse_period
from gdflow.services.close_due import close_due
from gdflow.services.close_period import close_by_schedule
from gdflow.spanish.messages import say
from gdflow.storage import closings, events, obligations, reopenings
from gdflow.storage.engine import Session
from tests.support.cast import USO, at
from tests.support.closing_days import Q2, closed, closing_round, closings_of, reopened
from tests.support.decisions import extended
from tests.support.installation import answered, line, notices, plan, scanned

OPENED, DUE, NEXT = "2023-07-04", "2023-07-18", "2023-07-19"


def test_a_period_closes_the_day_after_its_own_day_to_close(installed: App) -> None:
    scanned(installed, OPENED)
    assert [each.period for each in closing_round(installed, "2023-07-17").closed] == ["2023-Q1"]
    assert [each.period for each in closing_round(installed, DUE).closed] == [Q2]
    assert closing_round(installed, NEXT).closed == ()


def test_a_scheduled_closing_says_by_which_setting_it_was_made_in_spite_of_what(installed: App) -> None:
    scanned(installed, OPENED)
    facts = closing_round(installed, DUE).closed[-1]
    with installed.reading() as session:
        snapshot = closings.closing_by_id(session, facts.id).snapshot
    assert snapshot.closed_by == "gdflow (cierre programado)"
    why = "closing.in_spite_of de config/gdflow.toml"
    assert snapshot.in_spite == (InSpite(Check.MISSING, 8, snapshot.closed_by, why),)


def test_periods_wait_as_many_business_days_as_the_settings_say(installed: App) -> None:
    scanned(installed, OPENED)
    assert closing_round(installed, "2023-07-21", grace_days=3).closed[1:] == ()
    assert [each.period for each in closing_round(installed, "2023-07-22", grace_days=3).closed] == [Q2]


def test_nothing_closes_by_itself_where_the_settings_say_so(installed: App) -> None:
    scanned(installed, OPENED)
    assert closing_round(installed, DUE, automatic=False).closed == ()


def test_what_the_settings_do_not_name_keeps_the_period_open_and_is_told_once_a_day(installed: App) -> None:
    scanned(installed, OPENED)
    for hour in (8, 9):
        found = closing_round(installed, DUE, hour=hour, in_spite_of=frozenset({"issues"}))
        assert [each.facts["checks"] for each in found.blocked] == [("missing",)]
    assert closings_of(installed) == ()
    assert len(told(installed)) == 1
    closing_round(installed, NEXT, in_spite_of=frozenset())
    assert len(told(installed)) == 2
    closing_round(installed, "2023-07-22", in_spite_of=frozenset())  # a Saturday
    assert len(told(installed)) == 2


def test_a_template_that_cannot_be_used_keeps_the_period_open_and_is_told(installed: App) -> None:
    own = installed.home / "config" / "templates" / "acta_title.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Acta de {{ plann }}", encoding="utf-8")
    scanned(installed, "2023-07-04")
    blocked = closing_round(installed, DUE).blocked
    assert {each.code for each in blocked} == {"closing_unsettled"}
    assert all("acta_title.txt:1: «plann» no es uno de los nombres" in say(each) for each in blocked)
    assert closings_of(installed) == ()
    assert [each.subject for each in notices(installed) if "2 períodos sin cerrar" in each.subject] != []
    own.unlink()
    assert Q2 in {each.period for each in closing_round(installed, NEXT).closed}


def told(app: App) -> list[str]:
    return [each.subject for each in notices(app) if "período sin cerrar" in each.subject]


def test_a_reopening_locks_by_itself_and_makes_the_next_closing(installed: App) -> None:
    scanned(installed, OPENED)
    closed(installed, DUE)
    reopened(installed, NEXT, "2023-07-21", USO)
    assert closing_round(installed, "2023-07-21", automatic=False).closed == ()
    (facts,) = closing_round(installed, "2023-07-24", automatic=False).closed
    assert (facts.period, facts.number) == (Q2, 2)
    with installed.reading() as session:
        owed = obligations.obligations_of_line(session, line(installed, 19).id)
        assert next(each.state for each in owed if each.period == Q2) is ObligationState.MISSING_AT_CLOSE
        assert reopenings.open_reopenings(session, installed.entity_id) == ()
        assert events.verify(session, installed.entity_id) is None


def test_a_reopening_that_still_runs_stays_open_when_another_ends(installed: App) -> None:
    scanned(installed, OPENED)
    closed(installed, DUE)
    reopened(installed, NEXT, "2023-07-21", 18)
    reopened(installed, NEXT, "2023-07-28", 19)
    (facts,) = closing_round(installed, "2023-07-24", automatic=False).closed
    with installed.reading() as session:
        owed = {each.period: each for each in obligations.obligations_of_line(session, line(installed, 19).id)}
        snapshot = closings.closing_by_id(session, facts.id).snapshot
    assert (owed[Q2].state, owed[Q2].closes_on) == (ObligationState.OWED, date(2023, 7, 28))
    assert [each.ended_at is None for each in snapshot.reopenings] == [False, True]
    assert [each.line.team for each in answered(installed, USO, Q2, "2023-07-28", {19: "1"}).taken] == [USO]


def test_a_line_with_more_time_has_it_and_is_closed_after_it(installed: App) -> None:
    scanned(installed, OPENED)
    extended(installed, 19, "2023-07-05", "2023-07-25")
    assert [each.number for each in closing_round(installed, DUE).closed if each.period == Q2] == [1]
    assert closing_round(installed, "2023-07-25").closed == ()
    assert [each.number for each in closing_round(installed, "2023-07-26").closed] == [2]


def test_what_was_closed_meanwhile_is_passed_over(installed: App) -> None:
    scanned(installed, OPENED)
    closed(installed, DUE)
    chosen = plan(installed)
    with installed.transaction() as session, pytest.raises(ConflictError, match="already_closed"):
        close_by_schedule(session, installed.rules, chosen, parse_period(Q2), by="x", in_spite={}, now=at(DUE))
    reopened(installed, NEXT, "2023-07-21", USO)
    with installed.transaction() as session, pytest.raises(ConflictError, match="already_closed"):
        close_by_schedule(session, installed.rules, chosen, parse_period(Q2), by="x", in_spite={}, now=at(NEXT))


def test_a_period_that_another_round_closes_first_is_no_matter_for_the_coordinator(installed: App) -> None:
    """The other one closes between the look at what is due and the lock."""
    scanned(installed, OPENED)
    looked = iter([False])

    def transaction() -> AbstractContextManager[Session]:
        if next(looked, None) is None and not closings_of(installed, "2023-Q1"):
            closing_round(installed, DUE)
        return installed.transaction()

    found = close_due(transaction, installed.rules, now=at(DUE))
    assert (found.closed, found.blocked) == ((), ())
    assert [each.number for each in closings_of(installed)] == [1]
