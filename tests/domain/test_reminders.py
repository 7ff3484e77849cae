from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.domain.people import Audience
from gdflow.domain.reminders import (
    DEFAULT_POLICY,
    Anchor,
    Ladder,
    LedgerKey,
    Policy,
    ReminderReason,
    Step,
    current_steps,
    due_reminders,
    passed_steps,
)
from tests.domain.cast import COLOMBIA, an_obligation

QUARTER = an_obligation()
DEADLINE = an_obligation(id=2, kind=ObligationKind.DEADLINE, period=None, due_on=date(2023, 4, 30), closes_on=None)
TEAM, HEAD = Audience.TEAM, Audience.HEAD
DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))


def said_on(day: date, *obligations: Obligation, ledger: Iterable[LedgerKey] = ()) -> list[tuple[str, Audience]]:
    planned = due_reminders(obligations, DEFAULT_POLICY, COLOMBIA, frozenset(ledger), day)
    return [(reminder.step.step, reminder.step.audience) for reminder in planned]


def steps_of(obligation: Obligation, today: date, policy: Policy = DEFAULT_POLICY) -> list[tuple[str, date]]:
    steps = passed_steps(obligation.kind, obligation.due_on, obligation.closes_on, policy, COLOMBIA, today)
    return [(step.step, step.on_date) for step in steps]


def test_the_second_quarter_of_2023_climbs_its_ladder() -> None:
    assert steps_of(QUARTER, date(2023, 7, 17)) == [
        ("-5", date(2023, 6, 30)),
        ("-2", date(2023, 7, 6)),
        ("0", date(2023, 7, 10)),
        ("+1", date(2023, 7, 11)),
        ("+3", date(2023, 7, 13)),
        ("+3", date(2023, 7, 13)),
        ("close-1", date(2023, 7, 14)),
    ]


@pytest.mark.parametrize(
    ("day", "step", "reason"),
    [
        (date(2023, 7, 7), "-2", ReminderReason.DUE_SOON),
        (date(2023, 7, 10), "0", ReminderReason.DUE_TODAY),
        (date(2023, 7, 12), "+1", ReminderReason.OVERDUE),
        (date(2023, 7, 17), "close-1", ReminderReason.CLOSING_SOON),
    ],
)
def test_the_team_hears_the_newest_step_with_its_reason(day: date, step: str, reason: ReminderReason) -> None:
    (told,) = (
        found
        for found in current_steps(QUARTER.kind, QUARTER.due_on, QUARTER.closes_on, DEFAULT_POLICY, COLOMBIA, day)
        if found.audience is TEAM
    )
    assert (told.step, told.reason) == (step, reason)


def test_the_head_is_told_after_three_business_days() -> None:
    assert said_on(date(2023, 7, 12), QUARTER) == [("+1", TEAM)]
    assert said_on(date(2023, 7, 13), QUARTER) == [("+3", TEAM), ("+3", HEAD)]


def test_nothing_is_said_before_the_first_step_nor_after_the_period_has_locked() -> None:
    assert said_on(date(2023, 6, 29), QUARTER) == []
    assert said_on(date(2023, 7, 18), QUARTER) == []


@pytest.mark.parametrize("day", [date(2023, 4, 7), date(2026, 7, 13), date(2023, 7, 15)])
def test_nothing_is_said_on_a_closed_day(day: date) -> None:
    due = COLOMBIA.shift(day, 1)
    owed = an_obligation(due_on=due, closes_on=COLOMBIA.shift(due, 5))
    assert said_on(day, owed) == []
    assert said_on(due, owed) == [("0", TEAM)]


def test_a_deadline_on_a_closed_day_is_overdue_on_the_next_business_day() -> None:
    assert said_on(date(2023, 4, 28), DEADLINE) == [("-1", TEAM)]
    assert said_on(date(2023, 5, 2), DEADLINE) == [("+1", TEAM)]


def test_an_unfinished_deadline_is_said_again_every_five_business_days() -> None:
    assert steps_of(DEADLINE, date(2023, 5, 24))[-4:] == [
        ("+1", date(2023, 5, 2)),
        ("+6", date(2023, 5, 9)),
        ("+11", date(2023, 5, 16)),
        ("+16", date(2023, 5, 24)),
    ]


def test_a_deadline_overdue_for_years_is_said_once_and_not_in_a_burst() -> None:
    long_ago = an_obligation(kind=ObligationKind.DEADLINE, period=None, due_on=date(2020, 1, 31), closes_on=None)
    ((step, audience),) = said_on(date(2023, 7, 10), long_ago)
    assert audience is TEAM
    assert (int(step) - 1) % 5 == 0
    assert said_on(date(2023, 7, 10), long_ago, ledger={(1, long_ago.due_on, step, TEAM, 1)}) == []


def test_an_extension_begins_its_ladder_anew() -> None:
    written = {(1, QUARTER.due_on, step, TEAM, 1) for step in ("-5", "-2", "0", "+1")}
    extended = an_obligation(due_on=date(2023, 7, 17), closes_on=date(2023, 7, 25))
    assert said_on(date(2023, 7, 12), QUARTER, ledger=written) == []
    assert said_on(date(2023, 7, 17), extended, ledger=written) == [("0", TEAM)]


@pytest.mark.parametrize("state", [state for state in ObligationState if state is not ObligationState.OWED])
def test_only_what_is_owed_is_reminded(state: ObligationState) -> None:
    assert said_on(date(2023, 7, 10), an_obligation(state=state)) == []


def test_a_ladder_without_steps_says_nothing() -> None:
    silent = Policy(Ladder(()), Ladder((), repeat_every=5))
    assert steps_of(QUARTER, date(2023, 12, 1), silent) == []
    assert steps_of(DEADLINE, date(2023, 12, 1), silent) == []
    assert silent.longest_lead == 0


def test_all_steps_at_the_last_distance_repeat() -> None:
    both = [Step("+2", Anchor.DUE, 2, audience, ReminderReason.OVERDUE) for audience in (TEAM, HEAD)]
    policy = Policy(Ladder(()), Ladder((*both,), repeat_every=3))
    steps = current_steps(DEADLINE.kind, DEADLINE.due_on, None, policy, COLOMBIA, date(2023, 5, 8))
    assert [(step.step, step.audience) for step in steps] == [("+5", TEAM), ("+5", HEAD)]


def test_a_step_before_the_lock_needs_a_lock() -> None:
    assert "close-1" not in dict(steps_of(an_obligation(closes_on=None), date(2023, 12, 1)))


def test_the_longest_lead_is_that_of_the_deadlines() -> None:
    assert DEFAULT_POLICY.longest_lead == 10


def owed_on(due: date) -> list[Obligation]:
    closes = COLOMBIA.shift(due, 5)
    return [
        an_obligation(id=1, due_on=due, closes_on=closes),
        an_obligation(id=2, kind=ObligationKind.DEADLINE, period=None, due_on=due, closes_on=None),
    ]


@given(DAYS, DAYS)
def test_a_second_run_writes_nothing(due: date, today: date) -> None:
    obligations = owed_on(due)
    first = due_reminders(obligations, DEFAULT_POLICY, COLOMBIA, frozenset(), today)
    written = {reminder.key for reminder in first}
    assert len(written) == len(first)
    assert due_reminders(obligations, DEFAULT_POLICY, COLOMBIA, written, today) == ()


@given(DAYS, st.sets(st.integers(-15, 40), min_size=1))
def test_skipped_days_lose_no_owed_step_and_burst_none(due: date, scanned: set[int]) -> None:
    obligations, ledger = owed_on(due), set[LedgerKey]()
    for distance in sorted(scanned):
        today = due + timedelta(days=distance)
        planned = due_reminders(obligations, DEFAULT_POLICY, COLOMBIA, ledger, today)
        told = [(reminder.obligation.id, reminder.step.audience) for reminder in planned]
        assert len(told) == len(set(told))
        ledger |= {reminder.key for reminder in planned}
        for owed in obligations if COLOMBIA.is_business_day(today) else ():
            assert newest_is_written(owed, today, ledger)


def newest_is_written(owed: Obligation, today: date, ledger: set[LedgerKey]) -> bool:
    if owed.closes_on is not None and today > owed.closes_on:
        return True
    passed = passed_steps(owed.kind, owed.due_on, owed.closes_on, DEFAULT_POLICY, COLOMBIA, today)
    newest = {step.audience: step.step for step in passed}
    return all((owed.id, owed.due_on, step, audience, owed.team_id) in ledger for audience, step in newest.items())


@given(DAYS, st.integers(-20, 60))
def test_the_current_steps_are_the_last_of_the_passed_ones(due: date, distance: int) -> None:
    today = COLOMBIA.roll_forward(due + timedelta(days=distance))
    for owed in owed_on(due):
        if owed.closes_on is None or today <= owed.closes_on:
            arguments = (owed.kind, owed.due_on, owed.closes_on, DEFAULT_POLICY, COLOMBIA, today)
            newest = {step.audience: step for step in passed_steps(*arguments)}
            assert current_steps(*arguments) == tuple(newest.values())


@given(DAYS, st.integers(-20, 60))
def test_every_passed_step_falls_on_a_business_day_up_to_today(due: date, distance: int) -> None:
    today = due + timedelta(days=distance)
    for owed in owed_on(due):
        for _, day in steps_of(owed, today):
            assert day <= today
            assert COLOMBIA.is_business_day(day)
