"""Gaps of coverage gathered by who has to be found: a team and why it is not reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gdflow.domain.lines import Line
from gdflow.domain.periods import Period
from gdflow.domain.rules import Rules
from gdflow.services.coverage import Coverage, Gap, GapReason, coverage
from gdflow.storage import address_marks, plans
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Lines of one team (None: of no team) that nobody would be reminded of. first: the first day of all."""

    team_id: int | None
    team: str | None
    reason: GapReason
    lines: tuple[Line, ...]
    first: date


@dataclass(frozen=True, slots=True)
class PeriodCoverage:
    """A plan's period. lines: how many owe something in it; short: how many of them nobody would be reminded of."""

    plan: str
    period: Period
    opened: bool
    lines: int
    short: int
    groups: tuple[GapGroup, ...]


def coverage_of_all(session: Session, rules: Rules, *, today: date) -> tuple[PeriodCoverage, ...]:
    """The open periods of all plans and the next one of each."""
    refusing = address_marks.marks_of(session, rules.entity_id)
    return tuple(
        _grouped(each)
        for plan in plans.plans_of(session, rules.entity_id)
        for each in coverage(session, rules, plan, today=today, refusing=refusing)
    )


def _grouped(found: Coverage) -> PeriodCoverage:
    groups: dict[tuple[int | None, GapReason], list[Gap]] = {}
    for gap in found.gaps:
        groups.setdefault((gap.line.team_id, gap.reason), []).append(gap)
    short = len({gap.line.id for gap in found.gaps})
    return PeriodCoverage(
        found.plan, found.period, found.opened, found.lines, short, tuple(map(_group, groups.values()))
    )


def _group(gaps: Iterable[Gap]) -> GapGroup:
    listed = list(gaps)
    lines = {gap.line.id: gap.line for gap in listed}
    first = min(day for gap in listed for day in gap.days)
    line = listed[0].line
    return GapGroup(line.team_id, line.team, listed[0].reason, tuple(lines.values()), first)
