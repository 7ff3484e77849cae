"""Figures rest exactly, or are refused by name."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeDecorator

from gdflow.domain.errors import InputError
from gdflow.storage.types import Json, Millionths, OpenEnd, OrEmpty, millionths

DIALECT = sqlite.dialect()
LARGEST = Decimal(2**63 - 1).scaleb(-6)


@given(st.decimals(min_value=-LARGEST, max_value=LARGEST, places=6))
def test_six_decimals_come_back_as_they_went_in(value: Decimal) -> None:
    assert Millionths().process_result_value(millionths(value), DIALECT) == value


@pytest.mark.parametrize(
    ("text", "whole"), [("0", "0"), ("100", "100"), ("-3", "-3"), ("1E+3", "1000"), ("-0.30", "-0.3")]
)
def test_a_figure_comes_back_in_its_plain_spelling(text: str, whole: str) -> None:
    assert str(Millionths().process_result_value(millionths(Decimal(text)), DIALECT)) == whole


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0.0000001", "figure_too_fine"),
        ("1E-999999", "figure_too_fine"),
        ("9223372036855", "figure_too_large"),
        ("1E+999999", "figure_too_large"),
        ("NaN", "figure_not_a_number"),
        ("-Infinity", "figure_not_a_number"),
    ],
)
def test_what_would_not_rest_exactly_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        millionths(Decimal(text))
    assert refused.value.code == code


def test_never_and_nothing_come_back_as_none() -> None:
    kinds: list[TypeDecorator[Any]] = [OpenEnd(), OrEmpty(), Millionths()]
    for kind in kinds:
        assert kind.process_result_value(kind.process_bind_param(None, DIALECT), DIALECT) is None


def test_json_keeps_spanish_letters_readable() -> None:
    assert Json().process_bind_param({"a": ["ñ"]}, DIALECT) == '{"a":["ñ"]}'
