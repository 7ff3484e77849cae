"""Completeness and timeliness are those of DHIS2, counted in the entity's business days."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from gdflow.colombia import holidays_of
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.quality import ExpectedReport, RefusedFiles, by_team_and_period, quality_of
from tests.support.cast import GOBIERNO, USO

CALENDAR = BusinessCalendar(holidays_of([2023]))
BY = date(2023, 7, 10)
WHY = "Está vacío."


def report(received: str | None = None, versions: int = 1, returns: int = 0, team: str = USO) -> ExpectedReport:
    day = date.fromisoformat(received) if received else None
    return ExpectedReport(team, "2023-Q2", BY, day, versions if day else 0, returns)


def refused(code: str, files: int = 1, team: str = USO, period: str | None = "2023-Q2") -> RefusedFiles:
    return RefusedFiles(team, period, code, WHY, files)


def test_completeness_and_timeliness_are_shares_of_what_was_expected() -> None:
    told = quality_of(USO, None, [report("2023-07-10"), report("2023-07-12"), report(), report()], (), CALENDAR)
    assert (told.expected, told.received, told.timely) == (4, 2, 1)
    assert (told.completeness, told.timeliness) == (Fraction(1, 2), Fraction(1, 4))


def test_lateness_is_the_median_of_the_late_ones_in_business_days() -> None:
    # 15 July is a Saturday: it counts with the Friday before; 20 July is a holiday.
    days = ("2023-07-07", "2023-07-11", "2023-07-15", "2023-07-21")
    told = quality_of(USO, None, [report(day) for day in days], (), CALENDAR)
    assert told.median_late == 4
    assert quality_of(USO, None, [report("2023-07-11"), report("2023-07-12")], (), CALENDAR).median_late == Fraction(
        3, 2
    )
    assert quality_of(USO, None, [report("2023-07-10"), report()], (), CALENDAR).median_late is None


def test_what_came_on_a_closed_day_after_the_last_is_late() -> None:
    saturday = ExpectedReport(USO, "2023-Q2", date(2023, 7, 14), date(2023, 7, 15), 1, 0)
    told = quality_of(USO, None, [saturday], (), CALENDAR)
    assert (told.timely, told.median_late) == (0, 1)


def test_returns_are_counted_against_what_was_sent() -> None:
    told = quality_of(USO, None, [report("2023-07-06", 2, 1), report("2023-07-06")], (), CALENDAR)
    assert (told.submissions, told.returns, told.returns_per_submission) == (3, 1, Fraction(1, 3))


def test_where_nothing_is_expected_there_is_no_share() -> None:
    told = quality_of(USO, None, [], [refused("b"), refused("a", 2), refused("b", 3)], CALENDAR)
    assert (told.completeness, told.timeliness, told.returns_per_submission) == (None, None, None)
    assert [(each.code, each.files) for each in told.refused] == [("a", 2), ("b", 4)]
    assert told.files == 6


def test_teams_are_told_apart_by_period_and_what_has_none_comes_last() -> None:
    found = by_team_and_period(
        [report(team=USO), report(team=GOBIERNO)], [refused("a"), refused("a", period=None)], CALENDAR
    )
    assert [(each.team, each.period, each.expected, each.files) for each in found] == [
        (GOBIERNO, "2023-Q2", 1, 0),
        (USO, "2023-Q2", 1, 1),
        (USO, None, 0, 1),
    ]


@given(st.lists(st.none() | st.dates(date(2023, 1, 1), date(2023, 12, 31)), max_size=20))
def test_what_is_timely_was_received_and_what_was_received_was_expected(days: list[date | None]) -> None:
    reports = [ExpectedReport(USO, "2023-Q2", BY, day, 1, 0) for day in days]
    told = quality_of(USO, None, reports, (), CALENDAR)
    assert told.timely <= told.received <= told.expected
    assert (told.median_late is None) == (told.timely == told.received)
    assert told.median_late is None or told.median_late >= 1
