"""Put together the coordinator's board: in as many statements as there are kinds of things, however many lines.

For each plan on it five statements more; the number of teams and lines adds none. A closed period is shown as its
closing froze it, whatever became known since.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from gdflow.domain.board import (
    EXEMPT,
    Board,
    BoardRow,
    BoardTeam,
    PeriodState,
    PlanPeriod,
    Talk,
    expected_share,
    in_order,
    progress_light,
    standing_of,
)
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.courses import course_of
from gdflow.domain.decisions import Decision
from gdflow.domain.groups import NO_TEAM
from gdflow.domain.line_window import asked_periods
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.domain.stored import OpenPeriod
from gdflow.services.board_talk import talks
from gdflow.services.closings import ClosedPeriods, closed_periods
from gdflow.services.find import find_plan
from gdflow.services.in_force import report_on
from gdflow.storage import decisions, plans
from gdflow.storage.closings import closing_by_id
from gdflow.storage.engine import Session
from gdflow.storage.periods import periods_of_plans

QUIET = Talk()
Place = tuple[str, int]
"""What decisions are about: "line" or "team", and its id."""


def board(session: Session, rules: Rules, *, plan: str | None, period: str | None, now: datetime) -> Board:
    """The board of a plan, or of all that have opened the period. Nothing is written.

    period: None for the one that needs hands: the newest that has ended and is not closed, else the newest begun.
    Raises NotFoundError("unknown_plan"), InputError("unknown_period").
    """
    known, today = plans.plans_of(session, rules.entity_id), rules.today(now)
    chosen = known if plan is None else (find_plan(session, rules.entity_id, plan),)
    opened = periods_of_plans(session, [each.id for each in known])
    closed = closed_periods(session, [each.id for each in known], today)
    ids = {each.id for each in chosen}
    own = [each for each in opened if each.plan_id in ids]
    key = parse_period(period).key if period else usual_period(own, closed, today)
    keys = tuple(dict.fromkeys(each.key for each in reversed(own)))
    if key is None:
        return Board(known, keys, None, today, (), ())
    standing = _standing(chosen, own, closed, key, today)
    shown = [each for each in standing if each.opened is not None] if plan is None else standing
    rows = _rows(session, rules, shown, key, now)
    return Board(known, keys, key, today, tuple(shown), _teams(session, rules, shown, key, rows, today))


def state_of(plan: PlanFacts, opened: OpenPeriod | None, closed: ClosedPeriods, key: str, today: date) -> PlanPeriod:
    """How a plan's period stands on a day."""
    closing = closed.of(plan.id, key)
    if closing is None:
        return PlanPeriod(plan, _unclosed(opened, today), opened)
    days = [each.until for each in closed.reopened if (each.plan_id, each.period) == (plan.id, key)]
    state = PeriodState.REOPENED if days else PeriodState.CLOSED
    return PlanPeriod(plan, state, opened, closing, max(days, default=None))


def _unclosed(opened: OpenPeriod | None, today: date) -> PeriodState:
    if opened is None:
        return PeriodState.UNOPENED
    return PeriodState.OPEN if today <= opened.closes_on else PeriodState.OVERDUE


def _standing(
    chosen: Iterable[PlanFacts], opened: Iterable[OpenPeriod], closed: ClosedPeriods, key: str, today: date
) -> list[PlanPeriod]:
    its = {each.plan_id: each for each in opened if each.key == key}
    return [state_of(plan, its.get(plan.id), closed, key, today) for plan in chosen]


def usual_period(opened: Sequence[OpenPeriod], closed: ClosedPeriods, today: date) -> str | None:
    """The period that a coordinator means who names none: that has ended and is not closed, else the newest begun."""
    begun = [each for each in opened if each.period.start <= today]
    waiting = [each for each in begun if each.period.end < today and closed.of(each.plan_id, each.key) is None]
    found = waiting or begun or list(opened[:1])
    return max(found, key=lambda each: (each.period.end, each.period.start)).key if found else None


def _rows(session: Session, rules: Rules, shown: Iterable[PlanPeriod], key: str, now: datetime) -> tuple[BoardRow, ...]:
    taken = decisions.decisions_of_entity(session, rules.entity_id)
    about = decisions_about(taken, key, rules.today(now))
    return tuple(row for each in shown for row in _rows_of(session, rules, each, key, about, now))


def _rows_of(
    session: Session, rules: Rules, its: PlanPeriod, key: str, about: Mapping[Place, Sequence[Decision]], now: datetime
) -> Iterable[BoardRow]:
    if its.state is not PeriodState.CLOSED or its.closing is None:
        report = report_on(session, rules, its.plan, parse_period(key), now=now)
        return board_rows(rules, report, about, rules.today(now))
    frozen = closing_by_id(session, its.closing.id).snapshot
    then = replace(rules, bands=frozen.bands, reporting=frozen.rule)
    return (replace(row, frozen=True) for row in board_rows(then, frozen.report, {}, frozen.report.as_of))


def board_rows(
    rules: Rules, report: Consolidated, about: Mapping[Place, Sequence[Decision]], today: date
) -> Iterable[BoardRow]:
    """The lines of a report as the board shows them. about: decisions in force."""
    cut, columns = parse_period(report.period), tuple(map(parse_period, report.periods))
    for row in report.lines:
        course = course_of(row, asked_periods(row.line, cut.kind, rules.reporting, columns), cut)
        light = progress_light(row, course, today, rules.bands)
        its = _decided(row.line, about)
        yield BoardRow(report.plan, row, standing_of(row.cell), expected_share(course), light, its)


def decisions_about(taken: Iterable[Decision], key: str, today: date) -> dict[Place, list[Decision]]:
    """The decisions in force that bear on a period."""
    found: dict[Place, list[Decision]] = {}
    for each in taken:
        if each.holds(today) and each.period in (None, key):
            place = ("line", each.line_id) if each.line_id is not None else ("team", each.team_id or 0)
            found.setdefault(place, []).append(each)
    return found


def _decided(line: Line, about: Mapping[Place, Sequence[Decision]]) -> tuple[Decision, ...]:
    return (*about.get(("line", line.id), ()), *about.get(("team", line.team_id or 0), ()))


def _teams(
    session: Session, rules: Rules, shown: Collection[PlanPeriod], key: str, rows: Sequence[BoardRow], today: date
) -> tuple[BoardTeam, ...]:
    """The teams, those of whom most is awaited first."""
    open_ones = {each.plan.id for each in shown if each.state is not PeriodState.CLOSED}
    awaited = [row for row in rows if row.plan.id in open_ones]
    talk = talks(session, rules, [each.plan.id for each in shown], key, awaited, today)
    by_team: dict[tuple[str, int | None], list[BoardRow]] = {}
    for row in rows:
        by_team.setdefault((row.line.team or NO_TEAM, row.line.team_id), []).append(row)
    teams = [_team(name, team_id, its, talk.get(team_id, QUIET)) for (name, team_id), its in by_team.items()]
    return tuple(sorted(teams, key=lambda team: (-team.missing, not team.rows, team.name)))


def _team(name: str, team_id: int | None, rows: Sequence[BoardRow], talk: Talk) -> BoardTeam:
    asked = in_order(row for row in rows if row.standing not in EXEMPT)
    return BoardTeam(team_id, name, asked, in_order(row for row in rows if row.standing in EXEMPT), talk)
