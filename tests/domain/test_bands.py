from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.bands import DEFAULT_BANDS, Timeliness, band_of, timeliness
from gdflow.domain.obligations import ObligationState
from tests.domain.cast import an_obligation

RATIOS = st.fractions(-1, 3)


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (Fraction(-1), "Crítico"),
        (Fraction(599999, 1000000), "Crítico"),
        (Fraction(60, 100), "En riesgo"),
        (Fraction(7999, 10000), "En riesgo"),
        (Fraction(80, 100), "En ritmo"),
        (Fraction(5), "En ritmo"),
    ],
)
def test_bands_are_half_open_on_exact_values(value: Fraction, label: str) -> None:
    band = band_of(value, DEFAULT_BANDS)
    assert band is not None
    assert band.label == label


@given(RATIOS)
def test_the_order_of_the_bands_does_not_matter(value: Fraction) -> None:
    assert band_of(value, DEFAULT_BANDS) == band_of(value, DEFAULT_BANDS[::-1])


@given(RATIOS, RATIOS)
def test_a_better_value_never_stands_in_a_worse_band(one: Fraction, other: Fraction) -> None:
    worse, better = (band_of(value, DEFAULT_BANDS) for value in sorted((one, other)))
    assert worse is not None
    assert better is not None
    assert DEFAULT_BANDS.index(worse) <= DEFAULT_BANDS.index(better)


def test_a_value_below_every_band_has_none() -> None:
    assert band_of(Fraction(1, 10), DEFAULT_BANDS[1:]) is None


@pytest.mark.parametrize(
    ("state", "done_on", "today", "light"),
    [
        (ObligationState.OWED, None, date(2023, 7, 10), Timeliness.PENDING),
        (ObligationState.OWED, None, date(2023, 7, 11), Timeliness.OVERDUE),
        (ObligationState.MET, date(2023, 7, 10), date(2023, 9, 1), Timeliness.ON_TIME),
        (ObligationState.MET, date(2023, 7, 11), date(2023, 9, 1), Timeliness.LATE),
        (ObligationState.COMPLETE, date(2023, 7, 12), date(2023, 9, 1), Timeliness.LATE),
        (ObligationState.MISSING_AT_CLOSE, date(2023, 7, 17), date(2023, 7, 17), Timeliness.OVERDUE),
        (ObligationState.MISSING_AT_CLOSE, None, date(2023, 7, 10), Timeliness.OVERDUE),
        (ObligationState.WAIVED, date(2023, 7, 12), date(2023, 9, 1), Timeliness.NOT_EXPECTED),
        (ObligationState.WITHDRAWN, None, date(2023, 9, 1), Timeliness.NOT_EXPECTED),
    ],
)
def test_the_light_of_an_obligation(
    state: ObligationState, done_on: date | None, today: date, light: Timeliness
) -> None:
    assert timeliness(an_obligation(state=state, done_on=done_on), today) is light


def test_what_was_never_owed_was_not_expected() -> None:
    assert timeliness(None, date(2023, 7, 10)) is Timeliness.NOT_EXPECTED


def test_no_light_is_told_by_colour_alone() -> None:
    for lights in (tuple(Timeliness), DEFAULT_BANDS):
        assert len({light.symbol for light in lights}) == len({light.label for light in lights}) == len(lights)
        assert all(luminance(light.colour) < 0.18 for light in lights)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.1; below 0.18 white text on it has a contrast of at least 4.5."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
