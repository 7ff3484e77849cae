"""Plans made by hand, for what the two real ones do not show."""

from datetime import date
from decimal import Decimal

from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import PlanKind, PlanLine, PlanReading, TargetUnit, TeamEntry
from tests.support.cast import GOBIERNO


def a_line(row: int = 8, activity: str = "Publicar datos", **changes: object) -> PlanLine:
    """A line of the year 2023 with a target of four; changes name the fields of PlanLine."""
    facts: dict[str, object] = {
        "sheet": "Plan",
        "row": row,
        "activity": activity,
        "start": date(2023, 1, 1),
        "due": date(2023, 12, 31),
        "target": Decimal(4),
        "target_unit": TargetUnit.COUNT,
        "teams": (GOBIERNO,),
    }
    return PlanLine(**(facts | changes))  # type: ignore[arg-type]  # tests name the fields they change


def reading(*lines: PlanLine, **changes: object) -> PlanReading:
    """A quarterly action plan of these lines; changes name the fields of PlanReading."""
    facts: dict[str, object] = {
        "source": "plan.xlsx",
        "sheet": "Plan",
        "kind": PlanKind.ACTION,
        "title": "Plan de acción",
        "period_kind": PeriodKind.QUARTER,
        "lines": lines or (a_line(),),
        "teams": (),
        "issues": (),
    }
    return PlanReading(**(facts | changes))  # type: ignore[arg-type]  # tests name the fields they change


def team(name: str, *emails: str, heads: tuple[str, ...] = ()) -> TeamEntry:
    """A team of a document's directory."""
    return TeamEntry(name, emails, heads)
