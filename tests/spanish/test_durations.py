"""Stretches of time are said in Spanish, to the minute and never short of the truth."""

from datetime import timedelta

import pytest

from gdflow.spanish.durations import how_long


@pytest.mark.parametrize(
    ("stretch", "said"),
    [
        (timedelta(0), "1 minuto"),
        (timedelta(seconds=20), "1 minuto"),
        (timedelta(minutes=12), "12 minutos"),
        (timedelta(minutes=12, seconds=1), "13 minutos"),
        (timedelta(hours=1, minutes=29), "1 hora 29 minutos"),
        (timedelta(days=3, hours=2), "3 días 2 horas"),
    ],
)
def test_a_stretch_is_said_as_people_say_it(stretch: timedelta, said: str) -> None:
    assert how_long(stretch) == said
