"""Who owed, who answered and when, who is missing: one row a team."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.groups import team_of
from gdflow.domain.rollups import Rollup
from gdflow.spanish.dates import brief_date
from gdflow.spanish.numbers import percent


@dataclass(frozen=True, slots=True)
class TeamSummary:
    """A team's row; when: the days on which it answered ("vie 7 jul"), "—" for none."""

    team: str
    owed: int
    answered: int
    missing: int
    when: str
    progress: str


def team_summaries(report: Consolidated) -> tuple[TeamSummary, ...]:
    """The teams of a report in its own order."""
    days = _days(report.lines)
    return tuple(_summary(team, days.get(team.group, [])) for team in report.teams)


def _summary(team: Rollup, days: Iterable[date]) -> TeamSummary:
    tally = team.tally
    return TeamSummary(
        team=team.group,
        owed=tally.owed,
        answered=tally.answered,
        missing=tally.missing + tally.pending,
        when=", ".join(brief_date(day) for day in sorted(set(days))) or "—",
        progress=percent(team.progress, 1) if team.progress is not None else "—",
    )


def _days(rows: Iterable[ConsolidatedLine]) -> dict[str, list[date]]:
    days: dict[str, list[date]] = {}
    for row in rows:
        if row.answered_on is not None and row.cell.expected:
            days.setdefault(team_of(row), []).append(row.answered_on)
    return days
