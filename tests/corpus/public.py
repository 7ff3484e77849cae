"""What was read, in the shape of the public JSON, by a road of its own."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from gdflow.collect.files import open_document
from gdflow.collect.plan_reader import read_plans
from gdflow.domain.canonical import decimal_text
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading

Json = dict[str, Any]


def read_json(path: Path, as_of: date) -> Json:
    """The public JSON of a file as of a day."""
    readings = read_plans(open_document(path), as_of=as_of)
    return {"plans": [_plan(reading) for reading in readings], "issues": _issues(readings)}


def _plan(reading: PlanReading) -> Json:
    return {
        "source": reading.source,
        "sheet": reading.sheet,
        "kind": reading.kind.value,
        "title": reading.title,
        "period_kind": reading.period_kind and reading.period_kind.value,
        "lines": [_line(line) for line in reading.lines],
        "teams": [{"name": team.name, "emails": list(team.emails)} for team in reading.teams],
    }


def _line(line: PlanLine) -> Json:
    return {
        "sheet": line.sheet,
        "row": line.row,
        "number": line.number,
        "activity": line.activity,
        "deliverable": line.deliverable,
        "indicator": line.indicator,
        "start": line.start and line.start.isoformat(),
        "due": line.due and line.due.isoformat(),
        "target": _decimal(line.target),
        "target_unit": line.target_unit and line.target_unit.value,
        "results": _decimals(line.results),
        "programmed": _decimals(line.programmed),
        "teams": list(line.teams),
        "extra": _extra(line),
    }


def _extra(line: PlanLine) -> Json:
    return {
        "path": list(line.path),
        "stage": line.stage and line.stage.value,
        "unit": line.unit,
        "baseline": _decimal(line.baseline),
        "accumulation": line.accumulation and line.accumulation.value,
        "weight": _decimal(line.weight),
        "numerator": _decimals(line.numerator),
        "denominator": _decimals(line.denominator),
    }


def _issues(readings: Sequence[PlanReading]) -> list[Json]:
    return [_issue(issue) for reading in readings for issue in reading.issues]


def _issue(issue: ImportIssue) -> Json:
    return {
        "sheet": issue.sheet,
        "row": issue.row,
        "cell": issue.cell,
        "code": issue.code,
        "severity": issue.severity.value,
        "raw": issue.raw,
        "proposal": issue.proposal,
        "message": issue.message,
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)


def _decimals(values: Mapping[str, Decimal]) -> dict[str, str]:
    return {period: decimal_text(value) for period, value in values.items()}
