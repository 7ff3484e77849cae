"""What is owed: written once, settled when it is met, and found by what is due."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from sqlalchemy import String, bindparam, cast, func, literal, select, update
from sqlmodel import Session

from gdflow.domain.notices import OwedLine
from gdflow.domain.obligations import Duty, Obligation, ObligationKind, ObligationState
from gdflow.domain.stored import Counts
from gdflow.storage.claims import claim_reminders, due_dates
from gdflow.storage.engine import execute, insert_rows
from gdflow.storage.tables import line, node, obligation, plan, team

__all__ = [
    "claim_reminders",
    "count_owed",
    "due_dates",
    "move_dates",
    "obligations_of_line",
    "obligations_of_plan",
    "owed",
    "record_duties",
    "results_owed_by_plan",
    "results_owed_of_plan",
    "set_state",
]
NAMES = (
    *("id", "line_id", "plan_id", "team_id", "kind", "period", "due_on", "closes_on", "reason", "state", "done_on"),
)
ORDER = (obligation.c.due_on, obligation.c.line_id, obligation.c.kind, obligation.c.period)
FOUND = select(*(obligation.c[name] for name in NAMES))
OBLIGATIONS = FOUND.order_by(*ORDER)
OF_PLAN = OBLIGATIONS.where(obligation.c.plan_id == bindparam("of_plan"))
IS_RESULT = obligation.c.kind == ObligationKind.RESULT
RESULTS_OF_PLAN = OF_PLAN.where(IS_RESULT)
RESULTS_OF_PLANS = FOUND.where(obligation.c.plan_id.in_(bindparam("plan_ids", expanding=True)), IS_RESULT)
OF_PERIOD = OF_PLAN.where(obligation.c.period == bindparam("of_period"))
OF_LINE = OBLIGATIONS.where(obligation.c.line_id == bindparam("of_line"))
MOVE = (
    update(obligation)
    .where(obligation.c.id.in_(bindparam("of_ids", expanding=True)))
    .values(state=bindparam("new_state"), done_on=bindparam("new_done_on"))
)
STILL_OWED = (
    select(func.count())
    .where(obligation.c.plan_id.in_(bindparam("plan_ids", expanding=True)), obligation.c.done_on.is_(None))
    .where(obligation.c.period.in_(bindparam("of_periods", expanding=True)))
    .where(obligation.c.team_id.is_not_distinct_from(bindparam("of_team")))
)
SAID = ("line_id", "kind", "period", "due_on", "closes_on", "reason")
ROW = ("entity_id", "plan_id", "team_id", "state", "done_on", *SAID)
BATCH = 10_000
"""Ids in one statement: SQLite takes at most 32,766 values."""


def record_duties(
    session: Session,
    entity_id: int,
    plan_id: int,
    duties: Sequence[tuple[Duty, int | None]],
    settled: Mapping[tuple[int, str | None], ObligationState] | None = None,
    on: date | None = None,
) -> Counts:
    """Write down duties with the team that owes each; one that is known stays as it is, whatever its state.

    settled: the states of those that are owed no more, by line and period, as of the day `on`.
    """
    if not duties:
        return Counts(0, 0)
    states, owed = settled or {}, ObligationState.OWED
    rows = [
        (
            entity_id,
            plan_id,
            team_id,
            state := states.get((duty.line_id, duty.period), owed),
            None if state is owed else on,
            *_said(duty),
        )
        for duty, team_id in duties
    ]
    new = insert_rows(session, obligation, ROW, rows, skip=True)
    return Counts(new, len(rows) - new)


def set_state(session: Session, ids: Sequence[int], state: ObligationState, done_on: date | None) -> None:
    """Move obligations to a state. done_on: the day they ceased to be owed; None exactly for OWED."""
    for start in range(0, len(ids), BATCH):
        its = {"of_ids": ids[start : start + BATCH], "new_state": state, "new_done_on": done_on}
        execute(session, MOVE, its)


def move_dates(session: Session, obligation_id: int, due_on: date, closes_on: date | None) -> None:
    """Give an obligation other dates; its steps are then owed anew."""
    moved = update(obligation).where(obligation.c.id == obligation_id)
    execute(session, moved.values(due_on=due_on, closes_on=closes_on))


def obligations_of_plan(session: Session, plan_id: int, period: str | None = None) -> tuple[Obligation, ...]:
    """All obligations of a plan, or those of one period, by due date and line."""
    found = OF_PLAN if period is None else OF_PERIOD
    rows = execute(session, found, {"of_plan": plan_id, "of_period": period}).all()
    return tuple(Obligation(*row) for row in rows)


def results_owed_of_plan(session: Session, plan_id: int) -> tuple[Obligation, ...]:
    """A plan's obligations to report a result, without the lines' own deadlines, by due date and line."""
    return tuple(Obligation(*row) for row in execute(session, RESULTS_OF_PLAN, {"of_plan": plan_id}).all())


def results_owed_by_plan(session: Session, plan_ids: Iterable[int]) -> dict[int, list[Obligation]]:
    """The same of some plans, read at once and in no order."""
    found: dict[int, list[Obligation]] = {}
    for row in execute(session, RESULTS_OF_PLANS, {"plan_ids": sorted(set(plan_ids))}).all():
        duty = Obligation(*row)
        found.setdefault(duty.plan_id, []).append(duty)
    return found


def count_owed(session: Session, team_id: int | None, plan_ids: Iterable[int], periods: Iterable[str | None]) -> int:
    """How many things a team still owes to some plans for some periods; None: its lines' own deadlines."""
    its = {"of_team": team_id, "plan_ids": sorted(set(plan_ids)), "of_periods": [*dict.fromkeys(periods)]}
    return int(execute(session, STILL_OWED, its).scalar_one())


def obligations_of_line(session: Session, line_id: int) -> tuple[Obligation, ...]:
    """All obligations of a line, by due date."""
    return tuple(Obligation(*row) for row in execute(session, OF_LINE, {"of_line": line_id}))


SHOWN = ("line_id", "plan_id", "team_id", "kind", "period", "due_on", "closes_on", "reason")
NAMED = (line.c.activity, line.c.deliverable, line.c.indicator, node.c.title)
OWED = (
    select(
        *(obligation.c.id.label("obligation_id"), *(obligation.c[name] for name in SHOWN)),
        *(plan.c.code.label("plan"), line.c.sheet, line.c.row, line.c.number),
        *(func.coalesce(*NAMED, literal("fila ") + cast(line.c.row, String)).label("label"), team.c.name.label("team")),
    )
    .select_from(obligation)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .join(line, line.c.id == obligation.c.line_id)
    .outerjoin(node, (node.c.plan_id == line.c.plan_id) & (node.c.position == line.c.node))
    .outerjoin(team, team.c.id == obligation.c.team_id)
    .where(obligation.c.entity_id == bindparam("of_entity"), obligation.c.done_on.is_(None))
    .where(obligation.c.due_on <= bindparam("until"))
    .order_by(obligation.c.due_on, plan.c.code, line.c.position, obligation.c.id)
)


def owed(session: Session, entity_id: int, until: date) -> tuple[OwedLine, ...]:
    """What is open and due up to a day, by due date, plan and line; a line is called as Line.label calls it."""
    rows = execute(session, OWED, {"of_entity": entity_id, "until": until}).all()
    return tuple(OwedLine(*row) for row in rows)


_said = attrgetter(*SAID)
