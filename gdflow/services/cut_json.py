"""The stable JSON of a plan at a cut (docs/json.md)."""

from fractions import Fraction

from gdflow.domain.cutoffs import CutLine
from gdflow.services.cut_reports import WrittenCut
from gdflow.services.public_json import Json, day


def cut_json(written: WrittenCut) -> Json:
    """A cut's figures; amounts and ratios are exact fractions ("1/3")."""
    made, report = written.made, written.made.report
    return {
        "plan": report.plan.code,
        "cut": report.cut,
        "rests_on": report.rests_on,
        "data_until": report.data_until.isoformat(),
        "as_of": report.as_of.isoformat(),
        "closing": made.closing.number if made.closing else None,
        "closing_sha256": made.closing.sha256 if made.closing else None,
        "parts": [{"period": part.period, "lies": part.lies.value} for part in report.parts],
        "by_lines": _ratio(report.by_lines.progress),
        "by_items": _ratio(report.by_items.progress),
        "compliance": _ratio(report.by_lines.compliance),
        "states": {state.value: lines for state, lines in report.states.items()},
        "lines": [_line(each) for each in report.lines],
        "missing": [
            {"row": each.line.row, "team": each.team, "period": each.period, "due_on": day(each.due_on)}
            for each in report.missing
        ],
        "files": [str(written.file)],
    }


def _line(each: CutLine) -> Json:
    return {
        "sheet": each.line.sheet,
        "row": each.line.row,
        "team": each.line.team,
        "state": each.state.value,
        "value": _ratio(each.value),
        "target": _ratio(each.target),
        "compliance": _ratio(each.compliance),
        "reached": _ratio(each.reached),
        "progress": _ratio(each.progress),
        "missing": list(each.missing),
    }


def _ratio(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
