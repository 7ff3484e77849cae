"""The stable JSON of what gdflow answers (docs/json.md): dates ISO, decimals as text, absent is null."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from gdflow.domain.canonical import decimal_text
from gdflow.domain.notices import SaidLine
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading, TeamEntry
from gdflow.services.open_period import OpenedPeriod

Json = dict[str, object]


def readings_json(readings: Iterable[PlanReading]) -> Json:
    """The answer of `gdflow import --json`: every plan found, with its lines, teams and issues."""
    return {"plans": [_reading(reading) for reading in readings]}


def said_line_json(line: SaidLine) -> Json:
    """A reminder as a list of messages shows it."""
    return {
        "plan": line.plan,
        "row": line.row,
        "number": line.number,
        "label": line.label,
        "team": line.team,
        "period": line.period,
        "step": line.step,
        "audience": line.audience.value,
        "reason": line.reason.value,
        "due_on": line.due_on.isoformat(),
    }


def day(value: date | None) -> str | None:
    """An ISO date, or null."""
    return value.isoformat() if value else None


def amount(value: Decimal | None) -> str | None:
    """A decimal's one text, or null."""
    return None if value is None else decimal_text(value)


def _amounts(values: Mapping[str, Decimal]) -> dict[str, str]:
    return {period: decimal_text(value) for period, value in sorted(values.items())}


def _reading(reading: PlanReading) -> Json:
    return {
        "source": reading.source,
        "sheet": reading.sheet,
        "kind": reading.kind.value,
        "title": reading.title,
        "period_kind": reading.period_kind.value if reading.period_kind else None,
        "lines": [_line(line) for line in reading.lines],
        "teams": [_team(team) for team in reading.teams],
        "issues": [issue_json(issue) for issue in reading.issues],
    }


def _line(line: PlanLine) -> Json:
    return {
        "sheet": line.sheet,
        "row": line.row,
        "number": line.number,
        "activity": line.activity,
        "deliverable": line.deliverable,
        "indicator": line.indicator,
        "start": day(line.start),
        "due": day(line.due),
        "target": amount(line.target),
        "target_unit": line.target_unit.value if line.target_unit else None,
        "results": _amounts(line.results),
        "programmed": _amounts(line.programmed),
        "teams": list(line.teams),
        "extra": _extra(line),
    }


def _extra(line: PlanLine) -> Json:
    return {
        "path": list(line.path),
        "item": line.item,
        "stage": line.stage.value if line.stage else None,
        "unit": line.unit,
        "baseline": amount(line.baseline),
        "accumulation": line.accumulation.value if line.accumulation else None,
        "weight": amount(line.weight),
        "numerator": _amounts(line.numerator),
        "denominator": _amounts(line.denominator),
        "proposed_due": day(line.proposed_due),
    }


def _team(team: TeamEntry) -> Json:
    return {"name": team.name, "emails": list(team.emails)}


def issue_json(issue: ImportIssue) -> Json:
    """An import issue with the place where it was met."""
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


def opened_json(opened: Iterable[OpenedPeriod]) -> Json:
    """Periods that were opened, with the two dates of each."""
    return {
        "opened": [
            {
                "plan": period.plan,
                "period": period.period,
                "report_by": period.report_by.isoformat(),
                "closes_on": period.closes_on.isoformat(),
                "new": period.new,
                "owed": period.owed,
            }
            for period in opened
        ]
    }
