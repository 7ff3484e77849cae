from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.errors import ConflictError
from gdflow.domain.outbox import DECISIONS, TRANSITIONS, NoticeEvent, NoticeState, backoff, move

FINAL = {NoticeState.HANDED_OVER, NoticeState.REFUSED, NoticeState.SUPPRESSED}


@pytest.mark.parametrize("state", NoticeState)
@pytest.mark.parametrize("event", NoticeEvent)
def test_every_event_of_a_notice_is_followed_or_refused(state: NoticeState, event: NoticeEvent) -> None:
    if event in TRANSITIONS[state]:
        assert move(state, event) is TRANSITIONS[state][event]
    else:
        with pytest.raises(ConflictError, match="wrong_state"):
            move(state, event)


def test_every_state_of_a_notice_is_reached_and_every_event_used() -> None:
    assert set(TRANSITIONS) == set(NoticeState)
    assert {state for arrows in TRANSITIONS.values() for state in arrows.values()} == set(NoticeState)
    assert {event for arrows in TRANSITIONS.values() for event in arrows} == set(NoticeEvent)


def test_only_final_states_have_no_way_out() -> None:
    assert {state for state, arrows in TRANSITIONS.items() if not arrows} == FINAL


def test_what_was_sent_can_only_come_back() -> None:
    assert TRANSITIONS[NoticeState.SENT] == {NoticeEvent.BOUNCE: NoticeState.REFUSED}


def test_a_person_decides_that_a_notice_arrived_goes_again_or_is_let_be() -> None:
    assert {NoticeState.SENT, NoticeState.QUEUED, NoticeState.SUPPRESSED} == DECISIONS


def test_a_notice_in_doubt_is_never_sent_again_by_itself() -> None:
    assert NoticeEvent.CLAIM not in TRANSITIONS[NoticeState.IN_DOUBT]
    assert NoticeEvent.DEFER not in TRANSITIONS[NoticeState.IN_DOUBT]


@pytest.mark.parametrize(("tries", "minutes"), [(0, 1), (1, 4), (2, 16), (3, 64), (4, 256), (5, 360), (5000, 360)])
def test_waits_grow_fourfold_to_six_hours(tries: int, minutes: int) -> None:
    assert backoff(tries) == timedelta(minutes=minutes)


@given(st.integers(0, 100))
def test_no_wait_is_shorter_than_the_one_before(tries: int) -> None:
    assert backoff(tries) <= backoff(tries + 1)
