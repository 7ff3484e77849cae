"""Plans and their lines as lists."""

from collections.abc import Iterable, Mapping, Sequence

from gdflow.domain.lines import Line, PlanFacts
from gdflow.services.public_json import Json, amount, day


def plans_json(plans: Iterable[PlanFacts], counts: Mapping[int, int]) -> Json:
    """The plans of an entity; counts: lines by plan id."""
    return {
        "plans": [
            {
                "code": plan.code,
                "title": plan.title,
                "kind": plan.kind.value,
                "period_kind": plan.period_kind.value,
                "year": plan.year,
                "lines": counts[plan.id],
                "source": plan.source,
                "imported_at": plan.imported_at.isoformat(),
            }
            for plan in plans
        ]
    }


def plan_rows(plans: Iterable[PlanFacts], counts: Mapping[int, int]) -> list[tuple[str, ...]]:
    """The same, for people."""
    return [(plan.code, plan.title or "—", plan.period_kind.label, str(counts[plan.id]), plan.source) for plan in plans]


def lines_json(plan: PlanFacts, lines: Sequence[Line]) -> Json:
    """The lines of a plan as they are tracked."""
    return {
        "plan": plan.code,
        "lines": [
            {
                "uid": line.uid,
                "sheet": line.sheet,
                "row": line.row,
                "number": line.number,
                "label": line.label,
                "team": line.team,
                "also_named": list(line.co_teams),
                "start": day(line.start),
                "due": day(line.due),
                "due_confirmed": line.due_confirmed,
                "target": amount(line.target),
                "target_implied": line.target_implied,
                "accumulation": line.accumulation.value,
            }
            for line in lines
        ],
    }
