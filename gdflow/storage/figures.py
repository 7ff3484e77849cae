"""Reported figures: append-only, a correction takes the place of the one before, and all of them stay."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from sqlalchemy import and_, bindparam, func, select, update
from sqlmodel import Session

from gdflow.domain.closing import ReportedVersion
from gdflow.domain.lines import Result, ResultSource
from gdflow.domain.receipts import Figure
from gdflow.storage.engine import execute, insert_rows, pairs
from gdflow.storage.reviews import RETURNED
from gdflow.storage.tables import evidence, line, result

OWN = tuple(result.c[name] for name in ("id", "line_id", "period", "value", "narrative", "zero_reason"))
ORIGIN = (result.c.source, result.c.reported_at, result.c.receipt)
RESULTS = select(*OWN, evidence.c.stated, *ORIGIN).select_from(
    result.outerjoin(evidence, evidence.c.result_id == result.c.id)
)
OF_PLANS = (
    RESULTS.add_columns(result.c.plan_id)
    .where(result.c.plan_id.in_(bindparam("plan_ids", expanding=True)))
    .where(result.c.in_force)
    .order_by(result.c.line_id, result.c.period)
)
VALUES = (
    select(result.c.line_id, result.c.period, result.c.value)
    .where(result.c.plan_id == bindparam("of_plan"), result.c.in_force, ~RETURNED)
    .order_by(result.c.line_id, result.c.period)
)
VALUES_OF_LINES = VALUES.where(result.c.line_id.in_(bindparam("line_ids", expanding=True)))
OF_LINE = RESULTS.where(result.c.line_id == bindparam("of_line")).where(result.c.in_force).order_by(result.c.period)
HISTORY = RESULTS.where(result.c.line_id == bindparam("of_line")).order_by(result.c.id)
PLANS = select(line.c.id, line.c.plan_id).where(line.c.id.in_(bindparam("line_ids", expanding=True)))
IN_FORCE = (
    RESULTS.where(result.c.plan_id.in_(bindparam("plan_ids", expanding=True)))
    .where(result.c.line_id.in_(bindparam("line_ids", expanding=True)))
    .where(result.c.in_force)
)
WHICH = func.row_number().over(partition_by=result.c.line_id, order_by=result.c.id)
# In the order of ReportedVersion's own fields.
VERSIONS = (
    select(result.c.id, line.c.uid, result.c.period, WHICH, result.c.value, result.c.reported_at, result.c.receipt)
    .add_columns(and_(result.c.in_force, ~RETURNED))
    .join_from(result, line, line.c.id == result.c.line_id)
    .where(result.c.plan_id == bindparam("of_plan"), result.c.period == bindparam("of_period"))
    .order_by(line.c.position, line.c.id, result.c.id)
)
BACK = select(result.c.id).where(result.c.id.in_(bindparam("result_ids", expanding=True)), RETURNED)
SAID = ("line_id", "period", "value", "narrative", "zero_reason")
ROW = ("entity_id", "source", "reported_at", "receipt", "in_force", "plan_id", "supersedes", *SAID)
_said = attrgetter(*SAID)
Place = tuple[int, str]


def add_result(
    session: Session,
    entity_id: int,
    *,
    line_id: int,
    period: str,
    value: Decimal,
    narrative: str | None,
    zero_reason: str | None,
    evidence: str | None,
    source: ResultSource,
    at: datetime,
    receipt: str | None,
) -> Result | None:
    """Put a figure in force for a line and period; None when it says what the one in force says.

    receipt: number of the file that brought it.
    """
    figure = Figure(line_id, period, value, narrative, zero_reason, evidence)
    added = add_results(session, entity_id, [figure], source=source, at=at, receipt=receipt)
    return added[0] if added else None


def add_results(
    session: Session,
    entity_id: int,
    figures: Sequence[Figure],
    *,
    source: ResultSource,
    at: datetime,
    receipt: str | None,
) -> tuple[Result, ...]:
    """Put many figures in force at once and return those that were not in force already, by line and period.

    Of two figures for one line and period the later counts.
    """
    plans = _plans(session, {figure.line_id for figure in figures})
    before = _in_force(session, plans)
    back = _returned(session, before.values())
    new = _put_in_force(session, (entity_id, source, at, receipt, True), plans, figures, before, back)
    return _with_evidence(session, entity_id, plans, new) if new else ()


def add_printed(
    session: Session,
    entity_id: int,
    plan_id: int,
    figures: Sequence[Figure],
    before: Iterable[Result],
    *,
    at: datetime,
) -> int:
    """Put the figures in force that a plan's own document reports, and return how many were not in force already.

    before: the figures in force of that plan.
    """
    known = {(each.line_id, each.period): each for each in before}
    plans = dict.fromkeys([figure.line_id for figure in figures], plan_id)
    return len(_put_in_force(session, (entity_id, ResultSource.IMPORT, at, None, True), plans, figures, known))


def values_of_plan(session: Session, plan_id: int) -> dict[int, dict[str, Decimal]]:
    """The values in force of a plan, by line and period key, without those that a reviewer sent back."""
    return _by_line(execute(session, VALUES, {"of_plan": plan_id}).all())


def values_of_lines(session: Session, plan_id: int, line_ids: Iterable[int]) -> dict[int, dict[str, Decimal]]:
    """The same of some lines of a plan alone."""
    rows = execute(session, VALUES_OF_LINES, {"of_plan": plan_id, "line_ids": list(line_ids)}).all()
    return _by_line(rows)


def _by_line(rows: Iterable[Any]) -> dict[int, dict[str, Decimal]]:
    values: dict[int, dict[str, Decimal]] = {}
    for line_id, period, value in rows:
        values.setdefault(line_id, {})[period] = value
    return values


def results_of_plan(session: Session, plan_id: int) -> tuple[Result, ...]:
    """The figures in force of a plan, by line and period."""
    return tuple(results_by_plan(session, [plan_id]).get(plan_id, ()))


def results_by_plan(session: Session, plan_ids: Iterable[int]) -> dict[int, list[Result]]:
    """The same of some plans, read at once."""
    found: dict[int, list[Result]] = {}
    for *own, plan_id in execute(session, OF_PLANS, {"plan_ids": sorted(set(plan_ids))}).all():
        found.setdefault(plan_id, []).append(Result(*own))
    return found


def results_of_line(session: Session, line_id: int) -> tuple[Result, ...]:
    """The figures in force of a line, by period."""
    return tuple(Result(*row) for row in execute(session, OF_LINE, {"of_line": line_id}).all())


def versions_of_period(session: Session, plan_id: int, period: str) -> tuple[ReportedVersion, ...]:
    """Every figure ever reported for a plan's period, by line and in the order in which they came."""
    rows = execute(session, VERSIONS, {"of_plan": plan_id, "of_period": period}).all()
    return tuple(ReportedVersion(*row) for row in rows)


def history_of_line(session: Session, line_id: int) -> tuple[Result, ...]:
    """Every figure ever reported for a line, oldest first."""
    return tuple(Result(*row) for row in execute(session, HISTORY, {"of_line": line_id}))


def _plans(session: Session, line_ids: set[int]) -> dict[int, int]:
    return pairs(session, PLANS, {"line_ids": sorted(line_ids)})


def _in_force(session: Session, plans: Mapping[int, int]) -> dict[Place, Result]:
    concerned = {"plan_ids": sorted(set(plans.values())), "line_ids": sorted(plans)}
    results = (Result(*row) for row in execute(session, IN_FORCE, concerned).all())
    return {(known.line_id, known.period): known for known in results}


def _returned(session: Session, known: Iterable[Result]) -> frozenset[int]:
    ids = [each.id for each in known]
    return frozenset(execute(session, BACK, {"result_ids": ids}).scalars()) if ids else frozenset()


def _put_in_force(
    session: Session,
    common: tuple[Any, ...],
    plans: Mapping[int, int],
    figures: Iterable[Figure],
    before: Mapping[Place, Result],
    back: Collection[int] = (),
) -> dict[Place, Figure]:
    """Write the figures that say something else than those before, in their place, and return them.

    common: what all the rows hold, in the order of ROW. back: results that a reviewer sent back; whoever says the same
    again answers the note all the same, with evidence perhaps.
    """
    wanted = {(figure.line_id, figure.period): figure for figure in figures}
    new = {place: figure for place, figure in wanted.items() if not _says(before.get(place), figure, back)}
    replaced = {place: before[place].id for place in new if place in before}
    if replaced:
        execute(session, update(result).where(result.c.id.in_(replaced.values())).values(in_force=False))
    rows = [(*common, plans[figure.line_id], replaced.get(place), *_said(figure)) for place, figure in new.items()]
    insert_rows(session, result, ROW, rows)
    return new


def _says(known: Result | None, figure: Figure, back: Collection[int]) -> bool:
    if known is None or known.id in back:
        return False
    stated = (known.value, known.narrative, known.zero_reason, known.evidence)
    return stated == (figure.value, figure.narrative, figure.zero_reason, figure.evidence)


def _with_evidence(
    session: Session, entity_id: int, plans: Mapping[int, int], new: Mapping[Place, Figure]
) -> tuple[Result, ...]:
    stored = _in_force(session, plans)
    rows = [(entity_id, stored[place].id, figure.evidence) for place, figure in new.items() if figure.evidence]
    if rows:
        insert_rows(session, evidence, ("entity_id", "result_id", "stated"), rows)
        stored = _in_force(session, plans)
    return tuple(stored[place] for place in sorted(new))
