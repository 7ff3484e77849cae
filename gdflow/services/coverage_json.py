"""The stable JSON of a coverage check (docs/json.md)."""

from collections.abc import Iterable

from gdflow.services.coverage import Coverage, Gap
from gdflow.services.public_json import Json


def coverage_json(found: Iterable[Coverage]) -> Json:
    """The answer of `gdflow coverage --json`."""
    return {
        "periods": [
            {
                "plan": each.plan,
                "period": each.period.key,
                "opens_on": each.period.start.isoformat(),
                "opened": each.opened,
                "lines": each.lines,
                "gaps": [_gap(gap) for gap in each.gaps],
            }
            for each in found
        ]
    }


def _gap(gap: Gap) -> Json:
    return {
        "row": gap.line.row,
        "label": gap.line.label,
        "team": gap.line.team,
        "kind": gap.kind.value,
        "reason": gap.reason.value,
        "days": [day.isoformat() for day in gap.days],
    }
