"""Acts as stable JSON (docs/json.md), with the names by which people know their lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from gdflow.domain.amendments import Amendment
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.rules import Rules
from gdflow.services.public_json import Json
from gdflow.storage import amendments, plans
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_id


@dataclass(frozen=True, slots=True)
class ListedAmendment:
    """An act with its plan's code and its line; line: None where it left its plan."""

    amendment: Amendment
    plan: str | None
    line: Line | None


def listed_amendments(
    session: Session, rules: Rules, plan: PlanFacts | None = None, line: Line | None = None
) -> tuple[ListedAmendment, ...]:
    """The acts about an entity's lines, or those of one plan or line, in the order in which they were recorded."""
    if line is not None:
        found = amendments.amendments_of_line(session, line.id)
    elif plan is not None:
        found = amendments.amendments_of_plan(session, plan.id)
    else:
        found = amendments.amendments_of_entity(session, rules.entity_id)
    codes = {each.id: each.code for each in plans.plans_of(session, rules.entity_id)}
    lines = lines_by_id(session, (each.line_id for each in found))
    return tuple(
        ListedAmendment(each, codes[lines[each.line_id].plan_id], lines[each.line_id])
        if each.line_id in lines
        else ListedAmendment(each, None, None)
        for each in found
    )


def amendments_json(listed: Sequence[ListedAmendment]) -> Json:
    """The answer of `gdflow amend … --json`."""
    return {"amendments": [amendment_json(each.amendment, each.plan, each.line) for each in listed]}


def amendment_json(taken: Amendment, plan: str | None, line: Line | None) -> Json:
    """An act beside the plan's code and the line that it changes."""
    return {
        "id": taken.id,
        "plan": plan,
        "row": line.row if line else None,
        "label": line.label if line else None,
        "field": taken.field.value,
        "before": taken.before,
        "after": taken.after,
        "effective_on": taken.effective_on.isoformat(),
        "act": taken.act,
        "reason": taken.reason,
        "author": taken.author,
        "decided_at": taken.decided_at.isoformat(),
        "applied_at": taken.applied_at.isoformat() if taken.applied_at else None,
        "undone_at": taken.undone_at.isoformat() if taken.undone_at else None,
        "undone_by": taken.undone_by,
    }
