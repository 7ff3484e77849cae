"""What a line of a document means once it is watched: the few things that the document leaves unsaid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.plan import Accumulation, PlanKind, PlanLine


@dataclass(frozen=True, slots=True)
class Tracked:
    """The due date, target and accumulation by which a line is judged."""

    due: date | None
    due_confirmed: bool
    target: Decimal | None
    target_implied: bool
    accumulation: Accumulation


def tracked(line: PlanLine, kind: PlanKind) -> Tracked:
    """Judge a line as its document asks: a proposed due date waits for a person, a milestone's target is 1.

    Results are summed unless the document says otherwise.
    """
    implied = line.target is None and kind is PlanKind.IMPROVEMENT
    return Tracked(
        due=line.due or line.proposed_due,
        due_confirmed=line.due is not None or line.proposed_due is None,
        target=Decimal(1) if implied else line.target,
        target_implied=implied,
        accumulation=line.accumulation or Accumulation.SUM,
    )
