"""What a line would have with the amount that is being typed, and the question that it may raise."""

import pytest

from gdflow.app import App
from gdflow.domain.team_page import PageLine
from gdflow.services.running_total import RunningTotal, running_total, total_before
from tests.services.test_team_page import of_row, page
from tests.support.cast import USO
from tests.support.web import PERIOD


@pytest.fixture
def lines(installed: App) -> dict[int, PageLine]:
    """The lines of both teams by row."""
    found = [*page(installed).lines, *page(installed, team=USO).lines]
    return {each.line.row: each for each in found}


def test_the_total_is_said_while_it_is_typed(lines: dict[int, PageLine]) -> None:
    assert running_total(lines[10], PERIOD, "9") == RunningTotal("16 de 21")
    assert running_total(lines[15], PERIOD, " 0,3 ").text == "0,6 de 10"
    assert total_before(lines[10]) == "7 de 21"


@pytest.mark.parametrize("typed", ["", "nueve", "-1", "1.234", "7 actas", "20 %"])
def test_what_cannot_be_read_has_no_total(lines: dict[int, PageLine], typed: str) -> None:
    assert running_total(lines[10], PERIOD, typed) == RunningTotal()


def test_a_value_above_the_target_is_asked_about(lines: dict[int, PageLine]) -> None:
    assert running_total(lines[16], PERIOD, "20").doubt == "20 supera la meta 1: ¿escribió el acumulado?"


def test_a_total_above_the_target_is_asked_about_too(lines: dict[int, PageLine]) -> None:
    said = running_total(lines[10], PERIOD, "16").doubt
    assert said == "Con 16 llegaría a 23 y la meta es 21: ¿escribió el acumulado?"


def test_the_target_itself_raises_no_question(lines: dict[int, PageLine]) -> None:
    assert running_total(lines[10], PERIOD, "14") == RunningTotal("21 de 21")


def test_a_percent_is_said_as_one(installed: App, lines: dict[int, PageLine]) -> None:
    assert running_total(lines[19], PERIOD, "30 %").text is not None
    assert "%" in str(running_total(of_row(page(installed, team=USO), 19), PERIOD, "30 %").text)
