"""What is kept for ever is one text, and comes back as the value that it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.canonical import canonical, decimal_text, encoded, hash_of, restored
from gdflow.domain.errors import InputError
from gdflow.domain.labels import LabelledEnum


class Colour(StrEnum):
    RED = "red"


class Stage(LabelledEnum):
    PLAN = "P", "Planear"


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    part: Part
    parts: tuple[Part, ...]
    pair: tuple[int, str]
    shares: Mapping[str, Fraction]
    by_id: Mapping[int, str]
    days: frozenset[str]
    on: date
    at: datetime
    colour: Colour
    stage: Stage | None
    done: bool
    later: tuple[str, ...] = field(default=())


WHOLE = Whole(
    part=Part("á", Decimal("0.30")),
    parts=(Part("b"),),
    pair=(1, "x"),
    shares={"b": Fraction(1, 3), "a": Fraction(2)},
    by_id={7: "siete"},
    days=frozenset({"b", "a"}),
    on=date(2023, 4, 10),
    at=datetime(2023, 4, 10, 7, tzinfo=timezone(timedelta(hours=-5))),
    colour=Colour.RED,
    stage=Stage.PLAN,
    done=True,
)


def test_a_value_comes_back_as_it_was() -> None:
    back = restored(Whole, canonical(WHOLE))
    assert back == WHOLE
    assert (type(back.colour), type(back.stage), back.at.tzinfo) == (Colour, Stage, UTC)


def test_equal_values_are_one_text_whatever_their_zone_order_and_zeros() -> None:
    assert '"at":"2023-04-10T12:00:00.000000+00:00"' in canonical(WHOLE).decode()
    assert '"value":"0.3"' in canonical(WHOLE).decode()
    assert '"days":["a","b"]' in canonical(WHOLE).decode()
    assert canonical(WHOLE).index(b'"a":"2"') < canonical(WHOLE).index(b'"b":"1/3"')


def test_people_read_the_letters_that_they_wrote() -> None:
    assert '"name":"á"' in canonical(WHOLE).decode()


def test_the_name_of_a_text_is_its_sha256() -> None:
    assert hash_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_text_of_before_a_field_was_added_is_still_read() -> None:
    older = canonical(WHOLE).replace(b',"later":[]', b"")
    assert b"later" not in older
    assert restored(Whole, older) == WHOLE


def test_a_field_that_is_no_longer_asked_for_is_passed_over() -> None:
    assert restored(Part, b'{"name":"a","gone":1,"value":null}') == Part("a")


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"{}",
        b'{"name":1}',
        b'{"name":"a","value":"x"}',
        b'["a"]',
        b"null",
    ],
)
def test_any_other_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not_canonical"):
        restored(Part, data)


def test_what_is_no_value_of_the_house_is_not_kept() -> None:
    @dataclass(frozen=True)
    class Odd:
        what: object

    with pytest.raises(InputError, match="is not kept"):
        restored(Odd, b'{"what":1}')


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_a_decimal_keeps_its_value_and_has_one_text(value: Decimal) -> None:
    assert Decimal(decimal_text(value)) == value
    assert decimal_text(value) == decimal_text(value.normalize()) == decimal_text(value + Decimal("0.0000000"))


@given(st.fractions(), st.integers(), st.text())
def test_plain_values_rest_as_json(share: Fraction, whole: int, words: str) -> None:
    assert encoded({"a": (share, whole, words)}) == {"a": [str(share), whole, words]}
