"""Counts, lists, amounts and periods as people say them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from gdflow.domain.plan import TargetUnit
from gdflow.spanish.amounts import amount, foreseen
from gdflow.spanish.answers import taken_and_left
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.periods import of_period
from tests.domain.cast import a_line


@pytest.mark.parametrize(("count", "said"), [(0, "0 líneas"), (1, "1 línea"), (3, "3 líneas")])
def test_one_is_singular_and_everything_else_plural(count: int, said: str) -> None:
    assert counted(count, "línea", "líneas") == said


@pytest.mark.parametrize(
    ("taken", "left", "said"),
    [
        (0, 0, "ninguna respuesta"),
        (0, 2, "0 respuestas, faltan 2"),
        (1, 1, "1 respuesta, falta 1"),
        (4, 0, "4 respuestas, no falta ninguna"),
    ],
)
def test_what_came_and_what_is_left_agree_in_number(taken: int, left: int, said: str) -> None:
    assert taken_and_left(taken, left) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a y b"),
        (("a", "b", "c"), "a, b y c"),
        (("Planeación", "Infraestructura"), "Planeación e Infraestructura"),
        (("Planeación", "Hidrología"), "Planeación e Hidrología"),
        (("cemento", "hierro"), "cemento y hierro"),
    ],
)
def test_the_last_of_a_list_is_joined_as_it_sounds(words: tuple[str, ...], said: str) -> None:
    assert listed(words) == said


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("2023-Q2", "del trimestre 2 de 2023"),
        ("2023-C1", "del cuatrimestre 1 de 2023"),
        ("2023-M04", "de abril de 2023"),
        ("2023-Y", "del año 2023"),
    ],
)
def test_a_period_stands_behind_a_noun_as_people_say_it(key: str, said: str) -> None:
    assert of_period(key) == said


@pytest.mark.parametrize(
    ("value", "exact", "rounded"),
    [("3", "3", "3"), ("0.25", "0,25", "0,25"), ("1234.5", "1.234,5", "1.234,5"), ("16.488889", "16,488889", "16,49")],
)
def test_amounts_keep_their_digits_and_forecasts_two(value: str, exact: str, rounded: str) -> None:
    assert (amount(a_line(), Decimal(value)), foreseen(a_line(), Decimal(value))) == (exact, rounded)


def test_amounts_of_a_percentage_are_percentages() -> None:
    line = a_line(target_unit=TargetUnit.PERCENT)
    assert amount(line, Decimal("0.3")) == "30\u00a0%"
    assert foreseen(line, Fraction(1, 3)) == "33,33\u00a0%"
