from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import Result, ResultSource
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.domain.results import TRANSITIONS, CellState, SubmissionEvent, SubmissionState, cell_state, move
from tests.domain.cast import an_obligation

TODAY = date(2023, 7, 5)
OWED = an_obligation()
DEADLINE = an_obligation(kind=ObligationKind.DEADLINE, period=None, closes_on=None)


def a_result(value: str) -> Result:
    return Result(
        id=1,
        line_id=1,
        period="2023-Q2",
        value=Decimal(value),
        narrative=None,
        zero_reason=None,
        evidence=None,
        source=ResultSource.FORM,
        reported_at=datetime(2023, 7, 5, 15, tzinfo=UTC),
        receipt=None,
    )


@pytest.mark.parametrize(
    ("obligation", "today", "expected"),
    [
        (None, TODAY, CellState.NOT_EXPECTED),
        (OWED, date(2023, 6, 30), CellState.NOT_YET_DUE),
        (OWED, date(2023, 7, 1), CellState.DUE),
        (OWED, date(2023, 7, 10), CellState.DUE),
        (OWED, date(2023, 7, 11), CellState.LATE),
        (OWED, date(2023, 7, 17), CellState.LATE),
        (OWED, date(2023, 7, 18), CellState.MISSING_AT_CLOSE),
        (DEADLINE, date(2023, 7, 10), CellState.NOT_YET_DUE),
        (DEADLINE, date(2024, 7, 10), CellState.LATE),
        (an_obligation(state=ObligationState.MISSING_AT_CLOSE), TODAY, CellState.MISSING_AT_CLOSE),
        (an_obligation(state=ObligationState.WAIVED), TODAY, CellState.WAIVED),
        (an_obligation(state=ObligationState.WITHDRAWN), TODAY, CellState.NOT_EXPECTED),
        (an_obligation(state=ObligationState.COMPLETE), TODAY, CellState.NOT_EXPECTED),
        (an_obligation(state=ObligationState.MET), TODAY, CellState.REPORTED),
    ],
)
def test_a_blank_cell_says_why_it_is_blank(obligation: Obligation | None, today: date, expected: CellState) -> None:
    assert cell_state(obligation, None, today) is expected


def test_a_zero_is_reported_and_is_no_blank() -> None:
    assert cell_state(OWED, a_result("0.00"), TODAY) is CellState.REPORTED_ZERO
    assert cell_state(OWED, a_result("0.3"), TODAY) is CellState.REPORTED


def test_a_figure_nobody_asked_for_is_shown_as_reported() -> None:
    assert cell_state(None, a_result("1"), TODAY) is CellState.REPORTED


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (SubmissionState.SUBMITTED, CellState.REPORTED),
        (SubmissionState.RETURNED, CellState.RETURNED),
        (SubmissionState.ACCEPTED, CellState.ACCEPTED),
    ],
)
def test_the_reviewers_word_stands_above_the_figure(review: SubmissionState, expected: CellState) -> None:
    assert cell_state(OWED, a_result("1"), TODAY, review) is expected


def test_every_state_of_a_cell_has_a_label_of_its_own() -> None:
    assert len({state.label for state in CellState}) == len(CellState) == 11


@pytest.mark.parametrize("state", SubmissionState)
@pytest.mark.parametrize("event", SubmissionEvent)
def test_every_event_of_a_report_is_followed_or_refused(state: SubmissionState, event: SubmissionEvent) -> None:
    if event in TRANSITIONS[state]:
        assert move(state, event) is TRANSITIONS[state][event]
    else:
        with pytest.raises(ConflictError, match="wrong_state") as caught:
            move(state, event)
        assert caught.value.facts == {"state": state.value, "event": event.value}


def test_every_state_of_a_report_is_reached_and_every_event_used() -> None:
    assert set(TRANSITIONS) == set(SubmissionState)
    assert {state for arrows in TRANSITIONS.values() for state in arrows.values()} == set(SubmissionState)
    assert {event for arrows in TRANSITIONS.values() for event in arrows} == set(SubmissionEvent)


def test_a_returned_report_is_sent_again_and_accepted() -> None:
    state = SubmissionState.PENDING
    for event in (SubmissionEvent.SUBMIT, SubmissionEvent.RETURN, SubmissionEvent.SUBMIT, SubmissionEvent.ACCEPT):
        state = move(state, event)
    assert state is SubmissionState.ACCEPTED
