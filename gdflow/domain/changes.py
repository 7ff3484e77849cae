"""What differs between a stored line and the same line of a renewed document."""

from collections.abc import Iterator

from gdflow.domain.lines import Line
from gdflow.domain.plan import PlanLine
from gdflow.domain.texts import folded

PLAIN = (
    "number",
    "activity",
    "deliverable",
    "indicator",
    "start",
    "target_text",
    "baseline",
    "weight",
    "unit",
    "item",
    "path",
    "stage",
)
# None is "the document does not say": it leaves alone what gdflow implied or a person has set since.
UNLESS_SILENT = ("target", "target_unit", "accumulation")


def changed_fields(old: Line, new: PlanLine) -> tuple[str, ...]:
    """Names of the fields whose value the document changes, in a fixed order; empty when it says the same."""
    return tuple(_changes(old, new))


def _changes(old: Line, new: PlanLine) -> Iterator[str]:
    yield from (name for name in PLAIN if getattr(old, name) != getattr(new, name))
    for name in UNLESS_SILENT:
        stated = getattr(new, name)
        if stated is not None and getattr(old, name) != stated:
            yield name
    if _other_due(old, new):
        yield "due"
    if new.teams and _names(new.teams) != _names((old.team or "", *old.co_teams)):
        yield "teams"
    if dict(old.programmed) != dict(new.programmed):
        yield "programmed"


def _other_due(old: Line, new: PlanLine) -> bool:
    """A date that the document states differs; one that it only proposes does not undo a confirmed one."""
    if new.due is not None:
        return old.due != new.due or not old.due_confirmed
    return new.proposed_due is not None and not old.due_confirmed and old.due != new.proposed_due


def _names(teams: tuple[str, ...]) -> list[str]:
    return sorted(folded(name) for name in teams)
