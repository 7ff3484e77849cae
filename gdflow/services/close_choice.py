"""Which period a person means to close, in spite of what, and for whom a closed one is opened again."""

from collections.abc import Sequence
from datetime import datetime

from gdflow.domain.closing import Check
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.people import Team
from gdflow.domain.periods import Period, parse_period
from gdflow.domain.rules import Rules
from gdflow.services.find import find_line, find_plan, find_team
from gdflow.storage import closings, periods, plans, reopenings
from gdflow.storage.engine import Session


def period_to_close(session: Session, rules: Rules, plan: PlanFacts, asked: str | None, *, now: datetime) -> Period:
    """The period of that name, or the only one of the plan that has ended and takes answers still.

    Raises InputError: unknown_period, and period_needed where there are several; ConflictError("nothing_to_close").
    """
    if asked is not None:
        return parse_period(asked)
    today = rules.today(now)
    closed = {each.period for each in closings.closings_of_plan(session, plan.id)}
    opened = {each.period for each in reopenings.open_reopenings_of(session, [plan.id])}
    ended = [each for each in periods.periods_of(session, plan.id) if each.period.end < today]
    found = [each.period for each in ended if each.key not in closed or each.key in opened]
    if not found:
        raise ConflictError("nothing_to_close", plan=plan.code)
    if len(found) > 1:
        raise InputError("period_needed", plan=plan.code, periods=", ".join(each.key for each in found))
    return found[0]


def in_spite_of(checks: Sequence[str], reasons: Sequence[str]) -> dict[Check, str]:
    """Why a period is closed in spite of each check. Raises InputError: unknown_check, spite_without_reason."""
    known = {check.value: check for check in Check}
    if unknown := [each for each in checks if each not in known]:
        raise InputError("unknown_check", found=unknown[0], known=", ".join(known))
    if len(checks) != len(reasons):
        raise InputError("spite_without_reason")
    return {known[check]: reason for check, reason in zip(checks, reasons, strict=True)}


def subject_to_reopen(
    session: Session, rules: Rules, plan: PlanFacts, *, everything: bool, team: str | None, line: str | None
) -> Team | Line | None:
    """For whom a closed period is opened again: a team, a line, or everybody (None).

    Raises InputError("scope_needed") unless exactly one is meant, NotFoundError as the finders do.
    """
    if sum((everything, team is not None, line is not None)) != 1:
        raise InputError("scope_needed")
    if team is not None:
        return find_team(session, rules.entity_id, team)
    return None if line is None else find_line(plans.lines_of(session, plan.id), line, plan.code)


def closing_of(session: Session, rules: Rules, code: str | None, period: str | None, number: int | None) -> int:
    """The id of a plan's closing: the one in force of a period, or that of a number; without a period, of its newest.

    Raises NotFoundError("no_closings") and as find_plan does; InputError("unknown_period").
    """
    plan = find_plan(session, rules.entity_id, code)
    key = None if period is None else parse_period(period).key
    own = [each for each in closings.closings_of_plan(session, plan.id, key) if number in (None, each.number)]
    if not own:
        raise NotFoundError("no_closings", plan=plan.code)
    return max(own, key=lambda each: (each.closed_at, each.id)).id


def closing_meant(session: Session, rules: Rules, number: int | None, code: str | None, period: str | None) -> int:
    """The id of the closing of a number, or of the one in force of a plan's period; without a period, of its newest.

    Raises NotFoundError: unknown_closing, no_closings, and as find_plan does; InputError("unknown_period").
    """
    known = closings.closings_of_entity(session, rules.entity_id)
    if number is not None:
        if all(each.id != number for each in known):
            raise NotFoundError("unknown_closing", found=number)
        return number
    plan = find_plan(session, rules.entity_id, code)
    key = None if period is None else parse_period(period).key
    own = [each for each in known if each.plan_id == plan.id and key in (None, each.period)]
    if not own:
        raise NotFoundError("no_closings", plan=plan.code)
    return max(own, key=lambda each: (each.closed_at, each.id)).id
