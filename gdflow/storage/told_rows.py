"""An entity's rows as programs read them, whole: one statement a table, and never all of its rows in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session

from gdflow.domain.lines import ResultSource
from gdflow.domain.notices import OwedLine
from gdflow.domain.obligations import ObligationKind, ObligationState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.domain.plan import TargetUnit
from gdflow.domain.reminders import ReminderReason
from gdflow.domain.reviews import ReviewMode, Verdict
from gdflow.storage.engine import execute, pairs
from gdflow.storage.obligations import SHOWN
from gdflow.storage.submitted import LABEL, OWED, VERSION
from gdflow.storage.tables import (
    assignment,
    line,
    node,
    notice,
    notice_reminder,
    obligation,
    plan,
    reminder,
    result,
    review,
    team,
)

AT_ONCE = 500
"""Rows that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a table is asked for; None for all. start, end: days, both included."""

    entity_id: int
    plan_id: int | None = None
    period: str | None = None
    team_id: int | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ToldObligation:
    """What a line owes or owed. uid: of the line."""

    owed: OwedLine
    uid: str
    state: ObligationState
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ToldResult:
    """A figure in force. team: that owed it, else the one that answers for its line.

    version: 1 for the first that the team sent, 0 for the document's own. review: of its plan; verdict: the newest.
    """

    plan: str
    period: str
    uid: str
    row: int
    number: str | None
    label: str
    team: str | None
    value: Decimal
    unit: str | None
    target_unit: TargetUnit | None
    source: ResultSource
    reported_at: datetime
    receipt: str | None
    version: int
    narrative: str | None
    zero_reason: str | None
    review: ReviewMode
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class ToldReminder:
    """A reminder with a message that carries it, or with none: then what is known of the message is None."""

    plan: str
    period: str | None
    uid: str
    row: int
    number: str | None
    label: str
    team: str | None
    step: str
    audience: Audience
    reason: ReminderReason
    due_on: date
    on_date: date
    claimed_on: date
    suppressed: str | None
    channel: str | None
    day: date | None
    state: NoticeState | None
    code: str | None
    settled_at: datetime | None


def line_counts(session: Session, entity_id: int) -> dict[int, int]:
    """How many lines each plan of an entity has, by plan; a plan without any is not named."""
    return pairs(session, LINE_COUNTS.where(line.c.entity_id == entity_id))


def told_obligations(session: Session, chosen: Chosen) -> Iterator[ToldObligation]:
    """What is and was owed, by plan, due date and line."""
    found = _of_duties(OBLIGATIONS, chosen).where(obligation.c.entity_id == chosen.entity_id)
    if chosen.team_id is not None:
        found = found.where(obligation.c.team_id == chosen.team_id)
    for row in _streamed(session, found):
        *owed, uid, state, done_on = row
        yield ToldObligation(OwedLine(*owed), uid, state, done_on)


def told_results(session: Session, chosen: Chosen) -> Iterator[ToldResult]:
    """The figures in force, by plan, period and line."""
    found = RESULTS.where(result.c.entity_id == chosen.entity_id)
    if chosen.plan_id is not None:
        found = found.where(result.c.plan_id == chosen.plan_id)
    if chosen.period is not None:
        found = found.where(result.c.period == chosen.period)
    if chosen.team_id is not None:
        found = found.where(func.coalesce(owing.c.id, answering.c.id) == chosen.team_id)
    return (ToldResult(*row) for row in _streamed(session, found))


def told_reminders(session: Session, chosen: Chosen) -> Iterator[ToldReminder]:
    """The reminders claimed on some days, in the order of their claim; once for each message that carries one."""
    found = _of_duties(REMINDERS, chosen).where(reminder.c.entity_id == chosen.entity_id)
    if chosen.team_id is not None:
        found = found.where(reminder.c.team_id == chosen.team_id)
    if chosen.start is not None:
        found = found.where(reminder.c.claimed_on >= chosen.start)
    if chosen.end is not None:
        found = found.where(reminder.c.claimed_on <= chosen.end)
    return (ToldReminder(*row) for row in _streamed(session, found))


def _of_duties(found: Select[Any], chosen: Chosen) -> Select[Any]:
    if chosen.plan_id is not None:
        found = found.where(obligation.c.plan_id == chosen.plan_id)
    return found if chosen.period is None else found.where(obligation.c.period == chosen.period)


def _streamed(session: Session, found: Select[Any]) -> Iterator[Any]:
    return iter(execute(session, found.execution_options(yield_per=AT_ONCE)))


HEADING = (node.c.plan_id == line.c.plan_id) & (node.c.position == line.c.node)
LINE_COUNTS = select(line.c.plan_id, func.count()).where(line.c.gone_at.is_(None)).group_by(line.c.plan_id)
# In the order of OwedLine's own fields, and then of ToldObligation's.
OBLIGATIONS = (
    select(obligation.c.id, *(obligation.c[name] for name in SHOWN))
    .add_columns(plan.c.code, line.c.sheet, line.c.row, line.c.number, LABEL, team.c.name)
    .add_columns(line.c.uid, obligation.c.state, obligation.c.done_on)
    .join_from(obligation, plan, plan.c.id == obligation.c.plan_id)
    .join(line, line.c.id == obligation.c.line_id)
    .outerjoin(node, HEADING)
    .outerjoin(team, team.c.id == obligation.c.team_id)
    .order_by(plan.c.code, obligation.c.due_on, line.c.position, obligation.c.id)
)
owing, answering = team.alias("owing"), team.alias("answering")
_said = review.alias("said")
NEWEST = (
    select(_said.c.verdict)
    .where(_said.c.result_id == result.c.id)
    .order_by(_said.c.id.desc())
    .limit(1)
    .correlate(result)
    .scalar_subquery()
)
# In the order of ToldResult's own fields.
RESULTS = (
    select(plan.c.code, result.c.period, line.c.uid, line.c.row, line.c.number, LABEL)
    .add_columns(func.coalesce(owing.c.name, answering.c.name), result.c.value, line.c.unit, line.c.target_unit)
    .add_columns(result.c.source, result.c.reported_at, result.c.receipt, VERSION, result.c.narrative)
    .add_columns(result.c.zero_reason, plan.c.review, NEWEST)
    .join_from(result, plan, plan.c.id == result.c.plan_id)
    .join(line, line.c.id == result.c.line_id)
    .outerjoin(node, HEADING)
    .outerjoin(obligation, OWED & (obligation.c.kind == ObligationKind.RESULT))
    .outerjoin(owing, owing.c.id == obligation.c.team_id)
    .outerjoin(assignment, (assignment.c.line_id == line.c.id) & (assignment.c.position == 0))
    .outerjoin(answering, answering.c.id == assignment.c.team_id)
    .where(result.c.in_force)
    .order_by(plan.c.code, result.c.period, line.c.position, result.c.id)
)
# In the order of ToldReminder's own fields.
REMINDERS = (
    select(plan.c.code, obligation.c.period, line.c.uid, line.c.row, line.c.number, LABEL, team.c.name)
    .add_columns(*(reminder.c[name] for name in ("step", "audience", "reason", "due_on", "on_date", "claimed_on")))
    .add_columns(reminder.c.suppressed, notice.c.channel, notice.c.day, notice.c.state, notice.c.code)
    .add_columns(notice.c.settled_at)
    .join_from(reminder, obligation, obligation.c.id == reminder.c.obligation_id)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .join(line, line.c.id == obligation.c.line_id)
    .outerjoin(node, HEADING)
    # The team to which it was owed, 0 for none: meanwhile the line may be another's.
    .outerjoin(team, (team.c.id == reminder.c.team_id) & (team.c.entity_id == reminder.c.entity_id))
    .outerjoin(notice_reminder, notice_reminder.c.reminder_id == reminder.c.id)
    .outerjoin(notice, notice.c.id == notice_reminder.c.notice_id)
    .order_by(reminder.c.id, notice.c.id)
)
