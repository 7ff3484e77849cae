"""Lines with more time than their period: the closing opens them again at once, until the day of their extension.

An extension says by when a line is timely; a reopening only how long it takes answers.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from gdflow.domain.closing import Carried, ClosingFacts, ReopeningScope
from gdflow.domain.decisions import Decision, DecisionKind, standing
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.rules import Rules
from gdflow.domain.stored import OpenPeriod
from gdflow.storage import decisions, events, obligations, plans, reopenings
from gdflow.storage.engine import Session


def carried_lines(
    session: Session, plan: PlanFacts, period: str, missing: Collection[int], today: date
) -> dict[int, Carried]:
    """The lines among those missing that a person gave time beyond this day, by id."""
    taken = [each for each in decisions.standing_of_plan(session, plan.id) if each.period == period]
    newest = {each.line_id: each for each in taken if each.kind is DecisionKind.EXTENSION and each.line_id in missing}
    if not newest:
        return {}
    lines = {line.id: line for line in plans.lines_of(session, plan.id)}
    return {line.id: each for line, each in _running(lines, newest.values(), today)}


def open_again(
    session: Session, rules: Rules, closing: ClosingFacts, line_id: int, carried: Carried, *, now: datetime
) -> None:
    """Open a line of a period that has just closed, in the words of whoever gave it more time."""
    reopenings.add_reopening(
        session,
        rules.entity_id,
        *(closing.plan_id, closing.period, closing.id),
        scope=ReopeningScope.LINE,
        line_id=line_id,
        author=carried.author,
        reason=carried.reason,
        at=now,
        until=carried.until,
    )
    said: dict[str, object] = {"plan": closing.plan, "period": closing.period, "closing": closing.number}
    said |= {"scope": ReopeningScope.LINE.value, "until": carried.until.isoformat(), "reason": carried.reason}
    subject = f"line:{line_id}"
    events.append(session, rules.entity_id, "period_reopened", subject, said, at=now, actor=carried.author)


def date_again(session: Session, plan: PlanFacts, opened: OpenPeriod) -> None:
    """Give the period's results the dates that they had before they were opened again: by these they are judged."""
    extended = standing(decisions.standing_of_plan(session, plan.id)).extended
    for owed in obligations.obligations_of_plan(session, plan.id, opened.key):
        until = extended.get((owed.line_id, owed.period))
        dates = (until or opened.report_by, max(opened.closes_on, until or opened.closes_on))
        if dates != (owed.due_on, owed.closes_on):
            obligations.move_dates(session, owed.id, *dates)


def _running(lines: dict[int, Line], extensions: Collection[Decision], today: date) -> Iterator[tuple[Line, Carried]]:
    for each in extensions:
        line = lines.get(each.line_id or 0)
        if line is not None and each.until is not None and each.until >= today:
            its = (line.uid, line.row, line.number, line.label, line.team)
            yield line, Carried(*its, until=each.until, author=each.author, reason=each.reason)
