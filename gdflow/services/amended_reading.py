"""A plan's document that comes again, and what people changed of its lines since by acts or by assigning a team."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gdflow.domain.amendments import AmendedField, Amendment, Overtaken, as_amended
from gdflow.domain.lines import Line
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading, Severity
from gdflow.domain.renewal import Renewal, pair
from gdflow.services.assigned_reading import under_assignments
from gdflow.spanish.amendments import FIELD_NAMES, SENTENCES, value_text
from gdflow.storage import amendments
from gdflow.storage.engine import Session


def under_acts(
    session: Session, plan_id: int, stored: Sequence[Line], reading: PlanReading
) -> tuple[PlanReading, Renewal]:
    """The reading as the acts in force and the assigned teams leave it, and how its lines pair with the stored ones.

    An act that the document passes over is told among its issues, and a team that goes on against the document.
    """
    renewal = pair(stored, reading.lines)
    acts = amendments.amendments_of_plan(session, plan_id)
    places = dict(renewal.kept) | {change.line_id: change.index for change in renewal.changed}
    left = reading
    if any(act.in_force for act in acts):
        left = _amended(reading, {places[act.line_id]: act.line_id for act in acts if act.line_id in places}, acts)
    by_place = {places[line.id]: line for line in stored if line.id in places}
    by_act = {act.line_id for act in acts if act.field is AmendedField.TEAM and act.in_force}
    left = under_assignments(session, plan_id, by_place, left, by_act)
    return left, renewal if left is reading else pair(stored, left.lines)


def _amended(reading: PlanReading, places: dict[int, int], acts: Iterable[Amendment]) -> PlanReading:
    lines, issues = list(reading.lines), list(reading.issues)
    for at, line_id in sorted(places.items()):
        lines[at], overtaken = as_amended(lines[at], [act for act in acts if act.line_id == line_id])
        issues += [_issue(lines[at], each) for each in overtaken]
    return replace(reading, lines=tuple(lines), issues=tuple(issues))


def _issue(line: PlanLine, overtaken: Overtaken) -> ImportIssue:
    act = overtaken.amendment
    facts = {
        "row": line.row,
        "field": FIELD_NAMES[act.field],
        "act": act.act,
        "after": value_text(act.field, act.after),
        "found": value_text(act.field, overtaken.found),
    }
    message = SENTENCES["act_overtaken"].format(**facts)
    return ImportIssue(
        line.sheet, line.row, None, "act_overtaken", Severity.WARNING, overtaken.found, act.after, message
    )
