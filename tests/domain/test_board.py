"""How a line advances on the board, where nothing was measured or nothing is expected yet."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from gdflow.domain.bands import DEFAULT_BANDS
from gdflow.domain.board import LATE, TO_COME, expected_share, progress_light
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.courses import Course, Outlook, course_of
from gdflow.domain.lights import Light
from gdflow.domain.line_window import window_periods
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.domain.plan import Accumulation
from gdflow.domain.reporting import ReportingRule
from tests.support.closed import report

TODAY = date(2023, 7, 12)


@pytest.fixture
def whole() -> Consolidated:
    return report("2023-Q2")


def course(row: ConsolidatedLine) -> Course | Outlook:
    asked = window_periods(row.line, PeriodKind.QUARTER, ReportingRule())
    return course_of(row, asked, parse_period("2023-Q2"))


def light(row: ConsolidatedLine) -> Light:
    return progress_light(row, course(row), TODAY, DEFAULT_BANDS)


def changed(row: ConsolidatedLine, **changes: object) -> ConsolidatedLine:
    return replace(row, line=replace(row.line, **changes))  # type: ignore[arg-type]  # tests name the fields they change


def test_a_line_without_a_target_says_so(whole: Consolidated) -> None:
    row = replace(changed(whole.lines[2], target=None, due=date(2023, 12, 31)), progress=None)
    assert (light(row).text, expected_share(course(row))) == ("– Sin meta numérica", None)


def test_a_line_that_begins_later_is_behind_nothing(whole: Consolidated) -> None:
    row = changed(whole.lines[1], start=date(2023, 8, 1), due=date(2023, 12, 31))
    assert light(replace(row, progress=Fraction(0))) == TO_COME


def test_a_line_past_its_end_is_late_unless_that_end_is_only_proposed(whole: Consolidated) -> None:
    row = changed(whole.lines[3], due=date(2023, 6, 30))
    assert light(row) == LATE
    assert light(changed(row, due_confirmed=False)) != LATE


def test_a_level_is_owed_whole_from_its_first_period_on(whole: Consolidated) -> None:
    row = changed(whole.lines[2], accumulation=Accumulation.LATEST, due=date(2023, 12, 31))
    assert expected_share(course(row)) == 1
