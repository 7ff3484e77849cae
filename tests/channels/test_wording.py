"""The small words of a mail."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.channels.wording import titled

SIGNS = "1298ab_.ñ (),²٣-"


@pytest.mark.parametrize(
    ("number", "label", "expected"),
    [
        ("9", "Hacer el reporte", "9. Hacer el reporte"),
        ("9.", "9. Hacer el reporte", "9. Hacer el reporte"),
        ("1", "12 actas", "1. 12 actas"),
        ("1", "1", "1"),
        ("1.2", "1.2_b", "1.2. 1.2_b"),
        (None, "Acta", "Acta"),
        (". ", "Acta", "Acta"),
    ],
)
def test_a_number_is_said_once(number: str | None, label: str, expected: str) -> None:
    assert titled(number, label) == expected


@given(st.text(SIGNS, max_size=4), st.text(SIGNS, max_size=4))
def test_a_number_is_said_where_no_word_begins_with_it(number: str, rest: str) -> None:
    plain, label = " ".join(number.split()).rstrip(". "), " ".join(f"{number}{rest}".split())
    known = not plain or re.match(rf"{re.escape(plain)}\b", label)
    assert titled(number, f"{number}{rest}") == (label if known else f"{plain}. {label}")
