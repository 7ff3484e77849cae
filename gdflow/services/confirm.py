"""A person states a due date that the plan's document only hints at."""

from datetime import date, datetime

from gdflow.domain.errors import InputError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.rules import Rules
from gdflow.services.author import author_of
from gdflow.services.derive import derive
from gdflow.storage import events, periods, plans
from gdflow.storage.engine import Session


def confirm_due(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, due: date | None, *, by: str, now: datetime
) -> date:
    """Take the given date, else the proposed one, as the line's due date and derive what it owes. by: who states it.

    Raises InputError: due_not_proposed when neither is known, blank_author.
    """
    author = author_of(by)
    stated = due or line.due
    if stated is None:
        raise InputError("due_not_proposed", row=line.row)
    periods.hold_periods(session, [plan.id])
    plans.confirm_due(session, line.id, stated)
    facts = {"line": line.uid, "due": stated.isoformat()}
    events.append(session, rules.entity_id, "due_confirmed", f"line:{line.id}", facts, at=now, actor=author)
    derive(session, rules, plan, today=rules.today(now))
    return stated
