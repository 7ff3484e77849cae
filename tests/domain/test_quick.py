"""Values that are made faster are in all else what their dataclass is."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from inspect import signature

import pytest

from gdflow.domain.figures import Figure
from gdflow.domain.obligations import ObligationReason
from gdflow.domain.quick import quickly_made
from gdflow.domain.results import CellState


@dataclass(frozen=True, slots=True)
class Plain:
    """A value. own: a name that the maker could take for its own."""

    kind: str
    own: int
    scope: tuple[int, ...] = ()
    rest: Mapping[str, int] = field(default_factory=dict)


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made faster."""

    kind: str
    own: int
    scope: tuple[int, ...] = ()
    rest: Mapping[str, int] = field(default_factory=dict)


def test_a_value_is_made_by_places_and_by_names() -> None:
    made = Quick("a", 1, (2,), {"b": 3})
    assert made == Quick(rest={"b": 3}, scope=(2,), own=1, kind="a")
    assert repr(made) == repr(Plain("a", 1, (2,), {"b": 3})).replace("Plain", "Quick")
    assert [getattr(made, each.name) for each in fields(Quick)] == ["a", 1, (2,), {"b": 3}]


def test_a_dataclass_that_does_more_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Checked:
        own: int

        def __post_init__(self) -> None:
            raise ValueError(self.own)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        own: int

    for kind in (Checked, Named):
        with pytest.raises(TypeError, match=f"{kind.__name__} does more"):
            quickly_made(kind)


def test_what_is_not_said_is_as_the_dataclass_says() -> None:
    one, other = Quick("a", 1), Quick("a", 1)
    assert (one.scope, one.rest) == ((), {})
    assert one.rest is not other.rest
    assert str(signature(Quick)) == str(signature(Plain))


def test_it_is_as_frozen_as_any_other() -> None:
    made = Quick("a", 1)
    with pytest.raises(FrozenInstanceError):
        made.own = 2  # type: ignore[misc]  # that it cannot be set is what is asked here
    with pytest.raises(AttributeError):
        object.__setattr__(made, "more", 2)
    assert type(made) is Quick


def test_it_is_equal_to_its_likes_alone() -> None:
    made = Quick("a", 1, rest={"b": 3})
    assert replace(made, own=1) == made == copy.deepcopy(made) == pickle.loads(pickle.dumps(made))
    assert made != replace(made, own=2)
    assert made != Plain("a", 1, rest={"b": 3})


def test_equal_ones_have_one_hash() -> None:
    cells = [Figure("2023-Q1", CellState.DUE, ObligationReason.IN_WINDOW, True, False, None, None) for _ in range(2)]
    assert len({*cells, replace(cells[0], period="2023-Q2")}) == 2


@pytest.mark.parametrize("said", [(), ("a",), ("a", 1, (), {}, 5)])
def test_too_few_or_too_many_values_are_refused(said: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Quick(*said)  # type: ignore[arg-type]  # that it is refused is what is asked here
