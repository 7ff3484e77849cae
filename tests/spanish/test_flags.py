"""The sentences of what is odd about a line's figures."""

from decimal import Decimal

import pytest

from gdflow.domain.flags import flags_of
from gdflow.domain.lines import Line
from gdflow.domain.plan import Accumulation, TargetUnit
from gdflow.spanish.flags import flag_text
from tests.domain.cast import a_line
from tests.domain.reports import quarters, row_of


def told(line: Line, *values: str, period: str = "2023-Q4") -> list[str]:
    said = [flag_text(flag) for flag in flags_of(row_of(line, quarters(*values), period))]
    return [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in said]


def test_over_achievement_says_how_much_and_that_it_is_capped() -> None:
    (said,) = told(a_line(), "3", "2")[:1]
    assert said == "Lleva 5 de una meta de 4 (125,0 %); en los promedios cuenta como 100 %."


def test_an_amount_above_the_target_is_asked_about() -> None:
    assert told(a_line(), "5")[1] == (
        "En T1 2023 reportó 5, más que la meta de toda la línea (4): ¿escribió el acumulado?"
    )


def test_an_amount_that_looks_like_the_total_is_asked_about_with_what_came_before() -> None:
    line = a_line(target=Decimal(21))
    assert told(line, "7", "20")[1] == (
        "En T2 2023 reportó 20; con lo anterior (7) suma 27 y la meta es 21: ¿escribió el acumulado?"
    )


@pytest.mark.parametrize(
    ("accumulation", "values", "said"),
    [
        (Accumulation.SUM, ("7", "-1"), "El acumulado pasó de 7 en T1 2023 a 6 en T2 2023: el avance retrocede."),
        (
            Accumulation.LATEST,
            ("7", "5"),
            "El dato reportado pasó de 7 en T1 2023 a 5 en T2 2023: el avance retrocede.",
        ),
    ],
)
def test_a_fall_says_from_where_to_where(accumulation: Accumulation, values: tuple[str, ...], said: str) -> None:
    assert told(a_line(target=Decimal(40), accumulation=accumulation), *values) == [said]


@pytest.mark.parametrize(
    ("values", "rest"),
    [
        (("0.3",), "."),
        (("0.3", "0.25"), ", y otra fracción en 1 período anterior."),
        (("0.1", "0.2", "0.25"), ", y otra fracción en 2 períodos anteriores."),
    ],
)
def test_fractions_name_the_last_and_count_the_others(values: tuple[str, ...], rest: str) -> None:
    amount = values[-1].replace(".", ",")
    period = f"T{len(values)} 2023"
    assert told(a_line(), *values) == [f"En {period} reportó {amount} de algo que se cuenta por unidades enteras{rest}"]


def test_zeros_in_a_row_are_counted_from_the_first() -> None:
    assert told(a_line(), "1", "0", "0", period="2023-Q3") == ["Reportó 0 en 2 períodos seguidos, desde T2 2023."]


def test_a_percentage_is_told_as_one() -> None:
    line = a_line(target=Decimal(1), target_unit=TargetUnit.PERCENT)
    assert (
        told(line, "0.8", "0.415")[0]
        == "Lleva 121,5 % de una meta de 100 % (121,5 %); en los promedios cuenta como 100 %."
    )
