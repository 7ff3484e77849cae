"""The figures of an executive summary, from closings alone."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from gdflow.domain.canonical import canonical, restored
from gdflow.domain.closing import Check, Snapshot
from gdflow.domain.consolidated import Consolidated, Reviewed
from gdflow.domain.flags import FlagCode
from gdflow.domain.forecast import Outlook, Pace
from gdflow.domain.results import CellState
from gdflow.domain.summary import Summary, TeamMissing, summary_of
from tests.domain.cast import a_line
from tests.domain.reports import report_of
from tests.support.closed import closed


def summary(period: str = "2023-Q2", number: int = 1, **changes: Any) -> Summary:
    return summary_of(closed(period, number, **changes).snapshot)


def of(report: Consolidated) -> Summary:
    return summary(report=report)


def teams(*shares: int) -> Consolidated:
    """Two lines for each team, each with so many of its four reports."""
    lines = [
        a_line(id=at * 2 + one, uid=f"uid-{at}-{one}", team=f"Equipo {at}")
        for at in range(len(shares))
        for one in (1, 2)
    ]
    values = {at * 2 + one: {"2023-Q1": str(share)} for at, share in enumerate(shares) for one in (1, 2)}
    return report_of(lines, values, "2023-Q1")


def test_the_second_quarter_of_cartagena_in_figures() -> None:
    made = summary()
    assert (made.lines, made.items, made.complete, made.without_target) == (12, 8, 4, 0)
    assert (made.tally.owed, made.tally.answered, made.tally.missing, made.tally.zeros) == (8, 5, 3, 1)
    assert (made.answered_share, made.late, made.overdue, made.capped) == (Fraction(5, 8), 1, 3, 1)
    assert (made.period, made.period_end, made.number, made.annexes) == ("2023-Q2", date(2023, 6, 30), 1, 3)


def test_both_methods_are_those_of_the_report() -> None:
    made = summary("2023-Q1")
    report = closed("2023-Q1").snapshot.report
    assert (made.by_lines, made.by_items) == (report.by_lines, report.by_items)
    assert (made.teams, made.stages) == (report.teams, report.stages)


def test_bands_are_counted_the_lowest_first_and_none_is_lost() -> None:
    made = summary("2023-Q1")
    assert [(each.band.name, each.lines) for each in made.bands] == [("red", 4), ("yellow", 0), ("green", 7)]
    assert sum(each.lines for each in made.bands) + made.unjudged == made.lines
    mixed = summary("2023-Q1", bands=tuple(reversed(closed().snapshot.bands)))
    assert mixed.bands == made.bands


def test_states_are_counted_in_the_order_of_the_states() -> None:
    assert summary("2023-Q1").states == {CellState.REPORTED: 9, CellState.REPORTED_ZERO: 3}


def test_missing_results_are_counted_by_team_the_most_overdue_first() -> None:
    assert [(each.results, each.overdue) for each in summary().missing] == [(2, 2), (1, 1)]
    report = closed("2023-Q2").snapshot.report
    others = tuple(replace(each, team="Equipo B", overdue=False) for each in report.missing)
    made = of(replace(report, missing=(*report.missing[:1], *others)))
    assert made.missing == (TeamMissing(report.missing[0].team, 1, 1), TeamMissing("Equipo B", 3, 0))


@pytest.mark.parametrize(
    ("shares", "best", "worst"),
    [
        ((), [], []),
        ((4,), [], []),
        ((4, 1), ["Equipo 0"], ["Equipo 1"]),
        ((2, 2, 2), [], []),
        ((1, 4, 2), ["Equipo 1"], ["Equipo 0"]),
        ((0, 1, 2, 3, 4, 4, 0), ["Equipo 4", "Equipo 5", "Equipo 3"], ["Equipo 6", "Equipo 0", "Equipo 1"]),
    ],
)
def test_teams_stand_out_only_beside_others(shares: tuple[int, ...], best: list[str], worst: list[str]) -> None:
    made = of(teams(*shares))
    assert ([team.group for team in made.best], [team.group for team in made.worst]) == (best, worst)


def test_a_team_of_one_line_is_compared_with_none() -> None:
    report = teams(4, 1)
    assert of(replace(report, lines=report.lines[:3])).best == ()


def test_the_forecast_is_counted_by_both_paces() -> None:
    made = summary("2023-Q1")
    assert made.outlooks[Pace.EVEN][Outlook.SHORT] == 5
    assert sum(made.outlooks[Pace.LINEAR].values()) == 12
    assert [each.line.id for each in made.behind] == [4, 8, 9, 12]


def test_flags_are_listed_and_counted_by_lines() -> None:
    made = summary()
    assert made.flagged == {FlagCode.OVER_ACHIEVEMENT: 1, FlagCode.ABOVE_TARGET: 1, FlagCode.FRACTION: 2}
    assert len(made.flags) == 4


def test_what_waits_for_a_reviewer_is_counted_only_where_somebody_reviews() -> None:
    report = closed("2023-Q2").snapshot.report
    assert of(report).unreviewed is None
    assert of(replace(report, reviewed=Reviewed(3, 2, 1))).unreviewed == 2


def test_what_stood_open_and_what_changed_are_counted() -> None:
    made = summary(number=2)
    assert (made.pending, made.changes) == ({Check.MISSING: 3}, 2)
    assert [(each.check, each.count) for each in made.in_spite] == [(Check.MISSING, 3)]
    assert summary().changes is None


def test_where_nothing_was_owed_all_of_it_was_answered() -> None:
    made = of(report_of([a_line(due=None)], {}, "2023-Q2"))
    assert (made.tally.owed, made.answered_share, made.unjudged) == (0, 1, 1)


def test_a_line_without_a_target_is_counted() -> None:
    assert of(report_of([a_line(target=None)], {}, "2023-Q2")).without_target == 1


def test_a_closing_that_was_kept_gives_the_same_figures() -> None:
    snapshot = closed("2023-Q2", 2).snapshot
    assert summary_of(restored(Snapshot, canonical(snapshot))) == summary_of(snapshot)


def test_the_years_before_are_kept_with_a_closing() -> None:
    line = a_line(start=date(2022, 1, 1))
    report = report_of([line], {1: {"2022-Q4": "1", "2023-Q1": "2"}}, "2023-Q1")
    snapshot = closed("2023-Q1", report=report).snapshot
    (kept,) = restored(Snapshot, canonical(snapshot)).report.lines
    assert kept.earlier == report.lines[0].earlier == {"2022-Q4": 1}


def test_a_closing_kept_before_lines_knew_their_years_is_still_read() -> None:
    snapshot = closed("2023-Q1").snapshot
    older = canonical(snapshot).replace(b'"earlier":{},', b"").replace(b'"method":"equal_lines",', b"")
    assert older != canonical(snapshot)
    assert restored(Snapshot, older) == snapshot
