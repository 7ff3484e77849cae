"""What a decision says on a day, and to whom it gives rest."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gdflow.domain.decisions import Decision, DecisionKind, resting, standing
from gdflow.domain.people import Audience

START, END = date(2023, 7, 3), date(2023, 7, 7)
DAY = timedelta(days=1)
SILENCE = Decision(
    id=1,
    kind=DecisionKind.SILENCE,
    line_id=1,
    team_id=None,
    period=None,
    starts_on=START,
    until=END,
    reason="Auditoría",
    author="Coordinación",
    decided_at=datetime(2023, 7, 3, 13, 0, tzinfo=UTC),
)


def a_decision(kind: DecisionKind, **changes: object) -> Decision:
    return replace(SILENCE, kind=kind, **changes)  # type: ignore[arg-type]  # tests name the fields they change


def test_it_holds_from_its_first_day_to_its_last() -> None:
    days = (START - DAY, START, END, END + DAY)
    assert [SILENCE.holds(day) for day in days] == [False, True, True, False]


def test_one_that_is_taken_back_rules_no_more_from_that_day_on_but_held_on_it() -> None:
    undone = replace(SILENCE, ended_on=START + DAY, ended_by="Coordinación")
    assert [undone.holds(START), undone.holds(START + DAY)] == [True, False]
    assert [undone.held(START + DAY), undone.held(START + 2 * DAY)] == [True, False]


def test_an_extension_and_a_waiver_hold_until_they_are_taken_back() -> None:
    assert a_decision(DecisionKind.EXTENSION).holds(END + 400 * DAY)
    assert a_decision(DecisionKind.WAIVER, until=None).holds(END + 400 * DAY)


@pytest.mark.parametrize(
    ("kind", "team", "head"),
    [
        (DecisionKind.SILENCE, True, True),
        (DecisionKind.ACKNOWLEDGEMENT, True, False),
        (DecisionKind.HANDOVER, True, False),
        (DecisionKind.WAIVER, False, False),
        (DecisionKind.EXTENSION, False, False),
    ],
)
def test_only_a_silence_gives_rest_to_those_above_the_team(kind: DecisionKind, team: bool, head: bool) -> None:
    taken = [a_decision(kind)]
    rests = [resting(taken, 1, 7, audience, START) is not None for audience in (Audience.TEAM, Audience.HEAD)]
    assert rests == [team, head]


def test_a_decision_about_another_line_or_team_gives_no_rest() -> None:
    of_team = a_decision(DecisionKind.SILENCE, line_id=None, team_id=7)
    assert resting([SILENCE], 2, 7, Audience.TEAM, START) is None
    assert resting([of_team], 2, 8, Audience.TEAM, START) is None
    assert resting([of_team], 2, None, Audience.TEAM, START) is None
    assert resting([of_team], 2, 7, Audience.TEAM, START) is of_team


def test_a_silence_is_the_reason_before_an_acknowledgement() -> None:
    taken = [a_decision(DecisionKind.ACKNOWLEDGEMENT, id=0), SILENCE]
    assert resting(taken, 1, None, Audience.TEAM, START) is SILENCE


def test_the_newest_extension_counts_and_what_is_taken_back_does_not() -> None:
    later = a_decision(DecisionKind.EXTENSION, until=END + DAY)
    undone = a_decision(DecisionKind.EXTENSION, until=END + 2 * DAY, ended_on=END, ended_by="Coordinación")
    taken = standing([a_decision(DecisionKind.EXTENSION), later, undone, SILENCE])
    assert (dict(taken.extended), taken.waived) == ({(1, None): END + DAY}, frozenset())


def test_a_waiver_is_of_one_period_or_of_the_whole_line() -> None:
    one = standing([a_decision(DecisionKind.WAIVER, until=None, period="2023-Q2")])
    assert [one.is_waived(1, period) for period in ("2023-Q2", "2023-Q3", None)] == [True, False, False]
    whole = standing([a_decision(DecisionKind.WAIVER, until=None)])
    assert [whole.is_waived(line, "2023-Q3") for line in (1, 2)] == [True, False]
    assert whole.is_waived(1, None)
