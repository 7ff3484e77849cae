"""What teams are asked for, and what stands around it: found by teams and lines, whatever else the entity has."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session

from gdflow.domain.lines import Result
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.storage.engine import execute
from gdflow.storage.figures import RESULTS
from gdflow.storage.obligations import OBLIGATIONS
from gdflow.storage.reviews import RETURNED
from gdflow.storage.tables import obligation, plan, result

OF_TEAMS = OBLIGATIONS.where(
    obligation.c.entity_id == bindparam("of_entity"),
    obligation.c.kind == ObligationKind.RESULT,
    obligation.c.team_id.in_(bindparam("of_teams", expanding=True)),
)
OWED = OF_TEAMS.where(obligation.c.done_on.is_(None))
# By its plan, because what is not owed stands in no index by teams.
OF_PLANS = obligation.c.plan_id.in_(select(plan.c.id).where(plan.c.entity_id == bindparam("of_entity")))
UNREADABLE = OF_TEAMS.where(OF_PLANS, obligation.c.state == ObligationState.UNREADABLE)
UNREADABLE_IN = UNREADABLE.where(obligation.c.period.in_(bindparam("of_periods", expanding=True)))
# What a reviewer sent back counts for nothing until it is answered anew.
IN_FORCE = result.c.line_id.in_(bindparam("of_lines", expanding=True)), result.c.in_force
OF_LINES = (*IN_FORCE, ~RETURNED)
ORDER = (result.c.line_id, result.c.period)
REPORTED = RESULTS.where(*IN_FORCE, result.c.period == bindparam("of_period"))
RESULTS_OF_LINES = RESULTS.where(*OF_LINES).order_by(*ORDER)
VALUES_OF_LINES = select(*ORDER, result.c.value).where(*OF_LINES).order_by(*ORDER)
BATCH = 10_000
"""Ids in one statement: SQLite takes at most 32,766 values."""


def results_owed(session: Session, entity_id: int, team_ids: Iterable[int]) -> tuple[Obligation, ...]:
    """The results that these teams owe, of all periods, by due date and line."""
    return _of_teams(session, OWED, team_ids, {"of_entity": entity_id})


def results_unreadable(
    session: Session, entity_id: int, team_ids: Iterable[int], periods: Iterable[str] | None = None
) -> tuple[Obligation, ...]:
    """The results of these teams, of all periods or of some, whose cell in the plan nobody could read."""
    if periods is None:
        return _of_teams(session, UNREADABLE, team_ids, {"of_entity": entity_id})
    return _of_teams(session, UNREADABLE_IN, team_ids, {"of_entity": entity_id, "of_periods": sorted(set(periods))})


def _of_teams(
    session: Session, found: Select[Any], team_ids: Iterable[int], its: Mapping[str, object]
) -> tuple[Obligation, ...]:
    rows = (row for part in _parts(team_ids) for row in execute(session, found, {**its, "of_teams": part}).all())
    return tuple(Obligation(*row) for row in rows)


def results_of_lines(session: Session, line_ids: Iterable[int]) -> dict[int, list[Result]]:
    """The figures in force of these lines, by period."""
    results: dict[int, list[Result]] = {}
    for part in _parts(line_ids):
        for row in execute(session, RESULTS_OF_LINES, {"of_lines": part}).all():
            found = Result(*row)
            results.setdefault(found.line_id, []).append(found)
    return results


def reported_for(session: Session, line_ids: Iterable[int], period: str) -> dict[int, Result]:
    """What these lines reported for a period, by line id: also what a reviewer sent back, for whoever is to mend it."""
    rows = (
        Result(*row)
        for part in _parts(line_ids)
        for row in execute(session, REPORTED, {"of_lines": part, "of_period": period}).all()
    )
    return {found.line_id: found for found in rows}


def values_of_lines(session: Session, line_ids: Iterable[int]) -> dict[int, dict[str, Decimal]]:
    """The values in force of these lines, by line and period key, without those that a reviewer sent back."""
    values: dict[int, dict[str, Decimal]] = {}
    for part in _parts(line_ids):
        for line_id, period, value in execute(session, VALUES_OF_LINES, {"of_lines": part}).all():
            values.setdefault(line_id, {})[period] = value
    return values


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(set(ids))
    return (ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH))
