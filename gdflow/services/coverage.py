"""Whom nobody will reach: lines that will owe something in a period, and whose reminders would find no reader.

Asked before a period opens, while there is time to name a team, an address or a substitute.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gdflow.domain.decisions import standing
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import Duty, ObligationKind, ObligationState, closes_on, duties_of, report_by
from gdflow.domain.people import Audience, Team
from gdflow.domain.periods import Period, PeriodKind, next_period, parse_period, period_of, periods_between
from gdflow.domain.reminders import ladder_steps
from gdflow.domain.rules import Rules
from gdflow.services.open_period import plan_window
from gdflow.services.recipients import recipients
from gdflow.storage import decisions, obligations, people, periods, plans, submissions
from gdflow.storage.engine import Session

LEAD = 5
"""Business days before a period opens from which on the coordinator is told of its gaps."""


class GapReason(LabelledEnum):
    """Why nobody is reached."""

    NO_TEAM = "no_team", "sin equipo responsable"
    NO_ADDRESS = "no_address", "su equipo no tiene correo"
    ALL_AWAY = "all_away", "todos los de su equipo están ausentes"
    REFUSED = "refused", "el servidor rechaza los correos de su equipo"


@dataclass(frozen=True, slots=True)
class Gap:
    """A line that will owe something, and the days of its reminders on which nobody reads them."""

    line: Line
    kind: ObligationKind
    period: str
    reason: GapReason
    days: tuple[date, ...]

    @property
    def key(self) -> str:
        """By which a gap that was told is known again; its days may change."""
        return f"{self.line.uid}:{self.kind}:{self.period}:{self.reason}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well a plan's period is covered. opened: it runs already. lines: how many owe something in it."""

    plan: str
    period: Period
    opened: bool
    lines: int
    gaps: tuple[Gap, ...]


def coverage(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    *,
    today: date,
    period: Period | None = None,
    refusing: Collection[str] = (),
) -> tuple[Coverage, ...]:
    """The coverage of a plan's open periods and of the next one, or of one period, from a day on.

    refusing: addresses whose server takes nothing, in lower case.
    """
    lines = {line.id: line for line in plans.lines_of(session, plan.id)}
    opened = {each.key: each.closes_on for each in periods.periods_of(session, plan.id)}
    teams = {team.id: team for team in people.teams_of(session, rules.entity_id)}
    reach = _Reach(rules, teams, frozenset(refusing), today)
    found = []
    for each in _asked(plan.period_kind, lines.values(), opened, today) if period is None else (period,):
        stored = _stored(session, plan, each)
        duties = stored if each.key in opened else [*_to_come(session, rules, plan, lines.values(), each), *stored]
        gaps = tuple(gap for duty in duties for gap in reach.gaps(lines[duty.line_id], duty, each))
        owing = len({duty.line_id for duty in duties})
        found.append(Coverage(plan.code, each, each.key in opened, owing, gaps))
    return tuple(found)


def coverage_ahead(
    session: Session, rules: Rules, known: Iterable[PlanFacts], *, today: date, refusing: Collection[str] = ()
) -> tuple[Coverage, ...]:
    """The coverage with gaps of the periods that open within the next business days: what the coordinator is told."""
    near = [plan for plan in known if opens_soon(rules, plan.period_kind, today)]
    found = (each for plan in near for each in coverage(session, rules, plan, today=today, refusing=refusing))
    return tuple(each for each in found if each.gaps and not each.opened)


def opens_soon(rules: Rules, kind: PeriodKind, today: date) -> bool:
    """Whether the coordinator is told today of the gaps of the next period of a kind."""
    return today >= rules.calendar.shift(next_period(period_of(kind, today)).start, -LEAD)


def _asked(kind: PeriodKind, lines: Iterable[Line], opened: Mapping[str, date], today: date) -> list[Period]:
    """The opened periods that have not closed, and the first one of the plan's own window that is not open yet."""
    running = [parse_period(key) for key, closes in opened.items() if closes >= today]
    window = plan_window(lines)
    if window is None:
        return running
    ahead = periods_between(kind, max(window[0], today), window[1])
    return running + [period for period in ahead if period.key not in opened][:1]


def _stored(session: Session, plan: PlanFacts, period: Period) -> list[Duty]:
    """What is open already: the results of the period, and the lines' own ends that fall into it."""
    return [
        Duty(owed.line_id, owed.kind, owed.period, owed.due_on, owed.closes_on, owed.reason)
        for owed in obligations.obligations_of_plan(session, plan.id)
        if owed.state is ObligationState.OWED
        and (owed.period == period.key or (owed.period is None and period.start <= owed.due_on <= period.end))
    ]


def _to_come(session: Session, rules: Rules, plan: PlanFacts, lines: Iterable[Line], period: Period) -> Iterator[Duty]:
    """What lines will owe for a period that is not open yet, as far as is known today."""
    figures = submissions.values_of_plan(session, plan.id)
    taken = standing(decisions.standing_of_plan(session, plan.id))
    rule, calendar = rules.reporting, rules.calendar
    dates = (period, report_by(period, rule, calendar), closes_on(period, rule, calendar))
    for line in lines:
        for duty in duties_of(line, [dates], figures.get(line.id, {}), rule, calendar):
            if duty.kind is ObligationKind.RESULT and not taken.is_waived(line.id, period.key):
                yield duty


@dataclass(frozen=True, slots=True)
class _Reach:
    """Who reads what on which day."""

    rules: Rules
    teams: Mapping[int, Team]
    refusing: frozenset[str]
    today: date

    def gaps(self, line: Line, duty: Duty, period: Period) -> Iterator[Gap]:
        """The days from today on, by reason, on which a step to the team would find no reader."""
        steps = ladder_steps(duty.kind, duty.due_on, duty.closes_on, self.rules.policy, self.rules.calendar)
        days: dict[GapReason, list[date]] = {}
        for step in steps:
            if step.audience is Audience.TEAM and step.on_date >= self.today:
                reason = self._why_nobody(line.team_id, step.on_date)
                if reason is not None:
                    days.setdefault(reason, []).append(step.on_date)
        for reason, found in days.items():
            yield Gap(line, duty.kind, period.key, reason, tuple(dict.fromkeys(found)))

    def _why_nobody(self, team_id: int | None, day: date) -> GapReason | None:
        if team_id is None:
            return GapReason.NO_TEAM
        team = self.teams[team_id]
        if not team.contacts:
            return GapReason.NO_ADDRESS
        if recipients(team, Audience.TEAM, day, None, refusing=self.refusing):
            return None
        return GapReason.REFUSED if recipients(team, Audience.TEAM, day, None) else GapReason.ALL_AWAY
