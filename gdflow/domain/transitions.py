"""One way to follow an arrow of a transition table."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from gdflow.domain.errors import ConflictError

State = TypeVar("State", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)


def follow(table: Mapping[State, Mapping[Event, State]], state: State, event: Event) -> State:
    """The state after an event. Raises ConflictError("wrong_state") where the table has no such arrow."""
    if event not in table[state]:
        raise ConflictError("wrong_state", state=state.value, event=event.value)
    return table[state][event]
