"""The stable JSON of what was received and of a consolidated report (docs/json.md)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

from gdflow.collect.form_reader import FormProblem
from gdflow.domain.closing import ClosingFacts
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.rollups import Rollup
from gdflow.services.forms import FormFile
from gdflow.services.public_json import Json, amount, day
from gdflow.services.received import Received


def forms_json(forms: Iterable[FormFile], folder: Path) -> Json:
    """The forms of teams, and where each is, or would be."""
    its = [{"team": f.team, "period": f.period, "lines": f.asked, "file": str(folder / f.name)} for f in forms]
    return {"forms": its}


def received_json(received: Received) -> Json:
    """What became of one file."""
    return {
        "receipt": received.number,
        "known": received.known,
        "team": received.team,
        "period": received.period,
        "taken": [
            {"sheet": a.line.sheet, "row": a.line.row, "period": a.period, "value": amount(a.value), "new": a.new}
            for a in received.taken
        ],
        "problems": [_problem(problem) for problem in received.problems],
        "warnings": [_problem(problem) for problem in received.warnings],
        "pending": received.pending,
        "refused": received.refused,
    }


def consolidated_json(report: Consolidated, files: Sequence[str], closing: ClosingFacts | None = None) -> Json:
    """A report's figures; ratios are exact fractions ("1/3"). closing: that froze them, None for a draft."""
    return {
        "plan": report.plan.code,
        "period": report.period,
        "as_of": report.as_of.isoformat(),
        "review": report.review.value,
        "closing": closing.number if closing else None,
        "closing_sha256": closing.sha256 if closing else None,
        "by_lines": _ratio(report.by_lines.progress),
        "by_items": _ratio(report.by_items.progress),
        "lines": [_line(row) for row in report.lines],
        "teams": [_rollup(rollup) for rollup in report.teams],
        "items": [_rollup(rollup) for rollup in report.items],
        "stages": [_rollup(rollup) for rollup in report.stages],
        "missing": [
            {"row": m.line.row, "team": m.team, "period": m.period, "due_on": day(m.due_on)} for m in report.missing
        ],
        "files": list(files),
    }


def _problem(problem: FormProblem) -> Json:
    return {"code": problem.code, "cell": problem.cell, "raw": problem.raw, "message": problem.message}


def _line(row: ConsolidatedLine) -> Json:
    return {
        "sheet": row.line.sheet,
        "row": row.line.row,
        "team": row.line.team,
        "state": row.cell.state.value,
        "results": {figure.period: amount(figure.value) for figure in row.figures if figure.value is not None},
        "progress": _ratio(row.progress),
        "compliance": _ratio(row.compliance),
    }


def _rollup(rollup: Rollup) -> Json:
    return {
        "group": rollup.group,
        "lines": rollup.lines,
        "method": rollup.method.value,
        "progress": _ratio(rollup.progress),
        "uncapped": _ratio(rollup.uncapped),
        "over": rollup.over,
        "owed": rollup.tally.owed,
        "answered": rollup.tally.answered,
        "missing": rollup.tally.missing + rollup.tally.pending,
    }


def _ratio(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
