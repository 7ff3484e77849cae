"""Close by the schedule: periods whose day to close has passed, and those that were opened again up to a day.

Each closing is a transaction of its own: whatever a dead run left undone is done by the next, and nothing twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gdflow import failpoints
from gdflow.domain.closing import Check, ClosingFacts
from gdflow.domain.errors import ConfigError, ConflictError
from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.services.close_period import close_by_schedule
from gdflow.services.tell_coordinator import tell_at_once
from gdflow.spanish.closing import BY_SCHEDULE, WHY_BY_SCHEDULE
from gdflow.spanish.messages import say
from gdflow.spanish.periods import period_label
from gdflow.storage import periods, plans, reopenings
from gdflow.storage.engine import Session, Transaction


@dataclass(frozen=True, slots=True)
class ClosingRound:
    """What a round closed, and why the others that were due could not be closed."""

    closed: tuple[ClosingFacts, ...]
    blocked: tuple[ConflictError, ...]


def close_due(transaction: Transaction, rules: Rules, *, now: datetime) -> ClosingRound:
    """Close every period that is due, in spite of what the settings name; the coordinator hears of the others daily.

    blocked: closing_not_clear, and closing_unsettled where a text or a template of the entity cannot be used.
    """
    in_spite = {check: WHY_BY_SCHEDULE for check in Check if check.value in rules.closing.in_spite_of}
    with transaction() as session:
        due = _due(session, rules, now)
    closed: list[ClosingFacts] = []
    blocked: list[ConflictError] = []
    for plan_id, key in due:
        try:
            with transaction() as session:
                closed.append(_close(session, rules, plan_id, key, in_spite, now))
        except ConflictError as error:
            # somebody else may have closed it meanwhile
            if error.code != "already_closed":
                blocked.append(error)
        failpoints.reach("close.committed")
    if blocked and rules.calendar.is_business_day(rules.today(now)):
        with transaction() as session:
            tell_at_once(session, rules, _found(blocked, rules, now), now=now)
    return ClosingRound(tuple(closed), tuple(blocked))


def _close(
    session: Session, rules: Rules, plan_id: int, key: str, in_spite: Mapping[Check, str], now: datetime
) -> ClosingFacts:
    plan = plans.plan_by_id(session, plan_id)
    period = parse_period(key)
    try:
        return close_by_schedule(session, rules, plan, period, by=BY_SCHEDULE, in_spite=in_spite, now=now).facts
    except ConfigError as error:  # a text or a template of the entity that cannot be used
        facts = {"plan": plan.code, "period": period_label(key), "key": key}
        raise ConflictError("closing_unsettled", **facts, found=say(error)) from error


def _due(session: Session, rules: Rules, now: datetime) -> list[tuple[int, str]]:
    """The periods to close, by plan and time, those that were never closed first."""
    today, rule = rules.today(now), rules.closing
    first = periods.never_closed(session, rules.entity_id, today) if rule.automatic else ()
    waited = (each for each in first if today > _last_day(rules, each.closes_on))
    again = (each for each in reopenings.open_reopenings(session, rules.entity_id) if each.until < today)
    due = [*((each.plan_id, each.key) for each in waited), *((each.plan_id, each.period) for each in again)]
    return list(dict.fromkeys(due))


def _last_day(rules: Rules, closes_on: date) -> date:
    """The day after which a period closes by itself."""
    days = rules.closing.grace_days
    return rules.calendar.nth(days, after=closes_on) if days else closes_on


def _found(blocked: Iterable[ConflictError], rules: Rules, now: datetime) -> dict[str, Finding]:
    """Each is news once a day, until somebody does something about it."""
    kind, today = FindingKind.NOT_CLOSED, rules.today(now)
    return {
        f"{kind}:{error.facts['plan']}:{error.facts['key']}:{today}": Finding(
            kind, f"{error.facts['plan']}: {error.facts['period']}", str(error.facts["found"])
        )
        for error in blocked
    }
