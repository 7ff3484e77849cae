"""The figures of an executive summary, from a closing alone; sentences are made of them in `spanish.summary`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gdflow.domain.bands import Band, Timeliness
from gdflow.domain.closing import Check, InSpite, Snapshot
from gdflow.domain.consolidated import Consolidated, Missing
from gdflow.domain.flags import Flag, FlagCode, counted, flags_of
from gdflow.domain.forecast import Forecast, Outlook, Pace, forecasts, outlooks
from gdflow.domain.lights import TIMELY, is_complete
from gdflow.domain.results import CellState
from gdflow.domain.rollups import Rollup, Tally

ENOUGH_LINES = 2
"""So many lines a team needs before it is compared with others."""
NAMED_TEAMS = 3


@dataclass(frozen=True, slots=True)
class BandCount:
    """How many lines of the period lie in a band of compliance."""

    band: Band
    lines: int


@dataclass(frozen=True, slots=True)
class TeamMissing:
    """What a team owes of the periods up to the cut. overdue: of these, those whose day to report has passed."""

    team: str
    results: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A closed period in figures.

    by_lines, by_items: the plan's progress by its two methods. tally: of the period. late: reports that came after
    their day. unreviewed: reports that wait for a reviewer, None where nobody reviews the plan.
    complete: lines that had reached their target before the period. without_target: lines of which nothing can be said.
    bands: every band, the lowest first; unjudged: lines of the period in none of them. states: of the period's cells.
    best, worst: teams with ENOUGH_LINES, by their progress; empty where none stands out. missing: the most first.
    outlooks: lines by pace and outlook. behind: lines that reach their target by no pace.
    in_spite: with what the period was closed all the same. changes: since the closing before, None for a first one.
    """

    entity: str
    plan: str
    title: str | None
    period: str
    period_end: date
    as_of: date
    number: int
    lines: int
    items: int
    by_lines: Rollup
    by_items: Rollup
    teams: tuple[Rollup, ...]
    stages: tuple[Rollup, ...]
    tally: Tally
    late: int
    unreviewed: int | None
    complete: int
    without_target: int
    bands: tuple[BandCount, ...]
    unjudged: int
    states: Mapping[CellState, int]
    best: tuple[Rollup, ...]
    worst: tuple[Rollup, ...]
    missing: tuple[TeamMissing, ...]
    flags: tuple[Flag, ...]
    flagged: Mapping[FlagCode, int]
    forecasts: tuple[Forecast, ...]
    outlooks: Mapping[Pace, Mapping[Outlook, int]]
    behind: tuple[Forecast, ...]
    pending: Mapping[Check, int]
    in_spite: tuple[InSpite, ...]
    annexes: int
    changes: int | None

    @property
    def capped(self) -> int:
        """Lines above 100 %, which count as 100 % in every mean."""
        return self.by_lines.over

    @property
    def answered_share(self) -> Fraction:
        """The share of the lines that owed the period and answered; all of none."""
        return Fraction(self.tally.answered, self.tally.owed) if self.tally.owed else Fraction(1)

    @property
    def overdue(self) -> int:
        """Results that are missing although their day to report has passed."""
        return sum(each.overdue for each in self.missing)


def summary_of(snapshot: Snapshot) -> Summary:
    """What a closing comes to."""
    report = snapshot.report
    foreseen, flags = forecasts(report, snapshot.rule), tuple(flag for row in report.lines for flag in flags_of(row))
    bands, teams = _bands(report, snapshot.bands), report.teams
    best, worst = _extremes(teams)
    pending = Counter(each.check for each in snapshot.pending)
    return Summary(
        entity=report.plan.entity,
        plan=report.plan.code,
        title=report.plan.title,
        period=report.period,
        period_end=snapshot.period_end,
        as_of=report.as_of,
        number=snapshot.number,
        lines=len(report.lines),
        items=len(report.items),
        by_lines=report.by_lines,
        by_items=report.by_items,
        teams=teams,
        stages=report.stages,
        tally=report.by_lines.tally,
        late=sum(row.timeliness == TIMELY[Timeliness.LATE] for row in report.lines),
        unreviewed=None if report.reviewed is None else report.reviewed.waiting,
        complete=sum(is_complete(row.cell) for row in report.lines),
        without_target=sum(row.progress is None for row in report.lines),
        bands=bands,
        unjudged=len(report.lines) - sum(each.lines for each in bands),
        states=_states(report),
        best=best,
        worst=worst,
        missing=_missing(report.missing),
        flags=flags,
        flagged=counted(flags),
        forecasts=foreseen,
        outlooks={pace: outlooks((each.outlooks for each in foreseen), pace) for pace in Pace},
        behind=tuple(each for each in foreseen if each.falls_short),
        pending={check: pending[check] for check in Check if pending[check]},
        in_spite=snapshot.in_spite,
        annexes=len(snapshot.annexes),
        changes=None if snapshot.differences is None else len(snapshot.differences.changes),
    )


def _bands(report: Consolidated, bands: Sequence[Band]) -> tuple[BandCount, ...]:
    found = Counter((row.standing.label, row.standing.symbol) for row in report.lines)
    lowest_first = sorted(bands, key=lambda band: (band.at_least is not None, band.at_least or 0))
    return tuple(BandCount(band, found[band.label, band.symbol]) for band in lowest_first)


def _states(report: Consolidated) -> Mapping[CellState, int]:
    found = Counter(row.cell.state for row in report.lines)
    return {state: found[state] for state in CellState if found[state]}


def _extremes(teams: Sequence[Rollup]) -> tuple[tuple[Rollup, ...], tuple[Rollup, ...]]:
    """The teams that are furthest and those that are least far, as many of these as of those."""
    known = [(team.progress, team) for team in teams if team.progress is not None and team.lines >= ENOUGH_LINES]
    ranked = [team for _, team in sorted(known, key=lambda each: (-each[0], each[1].group))]
    named = min(NAMED_TEAMS, len(ranked) // 2)
    best, worst = ranked[:named], ranked[len(ranked) - named :]
    if not named or best[-1].progress == worst[0].progress:
        return (), ()
    return tuple(best), tuple(reversed(worst))


def _missing(missing: Iterable[Missing]) -> tuple[TeamMissing, ...]:
    owed: Counter[str] = Counter()
    overdue: Counter[str] = Counter()
    for each in missing:
        owed[each.team] += 1
        overdue[each.team] += each.overdue
    ranked = sorted(owed, key=lambda team: (-overdue[team], -owed[team], team))
    return tuple(TeamMissing(team, owed[team], overdue[team]) for team in ranked)
