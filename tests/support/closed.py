"""Closings of the Cartagena plan as values, for all that is written from a closing alone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from gdflow.domain.bands import DEFAULT_BANDS
from gdflow.domain.canonical import canonical, hash_of
from gdflow.domain.closing import (
    FORMAT,
    Check,
    Closed,
    ClosingFacts,
    Differences,
    FigureChange,
    InSpite,
    Pending,
    ReportedVersion,
    Snapshot,
)
from gdflow.domain.closing_rules import DocumentFacts, EntityFacts
from gdflow.domain.consolidated import Consolidated, consolidated
from gdflow.domain.evidence import Evidence
from gdflow.domain.lines import Result
from gdflow.domain.quality import Quality
from gdflow.domain.reporting import ReportingRule
from tests.support import cartagena

ENTITY = EntityFacts("cartagena", "Alcaldía Distrital de Cartagena de Indias", "890.480.184-4", "Oficina de Planeación")
DOCUMENT = DocumentFacts("GDI-F-021", "3")
CLOSED_AT = {"2023-Q1": datetime(2023, 4, 19, 13, tzinfo=UTC), "2023-Q2": datetime(2023, 7, 18, 13, tzinfo=UTC)}
DATES = {
    "2023-Q1": (date(2023, 1, 1), date(2023, 3, 31), date(2023, 4, 11), date(2023, 4, 18)),
    "2023-Q2": (date(2023, 4, 1), date(2023, 6, 30), date(2023, 7, 10), date(2023, 7, 17)),
}
ANSWERS = (
    cartagena.answer(2, "1"),
    cartagena.answer(3, "20"),  # with 7 of before it passes its target of 21
    cartagena.answer(4, "0", zero_reason="Se aplazó la contratación"),
    cartagena.answer(8, "0.5", day=12),  # late
    cartagena.answer(11, "0.2"),
)


def report(period: str) -> Consolidated:
    """The report of the first quarter as the plan prints it, or of the second with five answers in."""
    results = cartagena.results() if period == "2023-Q1" else (*cartagena.results(), *ANSWERS)
    owed = () if period == "2023-Q1" else cartagena.second_quarter()
    day = CLOSED_AT[period].date()
    return consolidated(cartagena.plan(), cartagena.lines(), results, owed, period=period, as_of=day)


def closed(period: str = "2023-Q1", number: int = 1, **changes: Any) -> Closed:
    """The closing of a quarter; changes: fields of its snapshot that stand otherwise."""
    made = replace(_snapshot(period, number), **changes)
    missing = sum(each.check is Check.MISSING for each in made.pending)
    its = (made.closed_at, made.closed_by, "b" * 64, made.events + 1, missing)
    return Closed(ClosingFacts(number, 1, made.report.plan.code, period, number, hash_of(canonical(made)), *its), made)


def _snapshot(period: str, number: int) -> Snapshot:
    its = report(period)
    pending = tuple(
        Pending(Check.MISSING, each.line.row, each.line.number, each.line.label, each.team, "sin reporte")
        for each in its.missing
    )
    spite = (InSpite(Check.MISSING, len(pending), "Coordinación", "El comité se reúne mañana."),) if pending else ()
    start, end, report_by, closes_on = DATES[period]
    return Snapshot(
        format=FORMAT,
        number=number,
        entity=ENTITY,
        document=DOCUMENT,
        report=its,
        period_start=start,
        period_end=end,
        report_by=report_by,
        closes_on=closes_on,
        closed_at=CLOSED_AT[period],
        closed_by="Coordinación",
        pending=pending,
        in_spite=spite,
        annexes=(annex(1, 2, period), annex(2, 3, period), link(3, 11, period)),
        versions=tuple(_version(each) for each in (ANSWERS if period == "2023-Q2" else ())),
        decisions=(),
        amendments=(),
        quality=(Quality("Equipo Gobierno Digital", period, 7, 5, 4, None, 5, 0, ()),),
        bands=DEFAULT_BANDS,
        rule=ReportingRule(),
        reopenings=(),
        differences=differences() if number > 1 else None,
        previous_sha256="c" * 64 if number > 1 else None,
        events=41,
        previous_head="a" * 64,
    )


def annex(number: int, line_id: int, period: str) -> Evidence:
    """A PDF behind a line's figure."""
    day = CLOSED_AT[period]
    file = ("d" * 63 + str(number), f"Acta de reunión {number}.pdf", 12_345, "application/pdf", None)
    return Evidence(number, 1, line_id, period, number, *file, day.date(), day, "Equipo Gobierno Digital")


def link(number: int, line_id: int, period: str) -> Evidence:
    """A web page behind a line's figure."""
    day, address = CLOSED_AT[period], "https://www.cartagena.example/plan"
    its = (None, "Página del plan", None, None, address, None, day, "Equipo Gobierno Digital")
    return Evidence(number, 1, line_id, period, number, *its)


def differences() -> Differences:
    """What a reopening changed: one figure, and a line that had none."""
    line = cartagena.lines()[2]
    its = (line.uid, line.row, line.number, line.label, line.team, "2023-Q2")
    return Differences(
        1, "c" * 64, (FigureChange(*its, "value", "7", "20"), FigureChange(*its, "zero_reason", None, "x"))
    )


def _version(result: Result) -> ReportedVersion:
    its = (result.period, 1, Decimal(result.value), result.reported_at, result.receipt, True)
    return ReportedVersion(result.id, f"uid-{result.line_id:02d}", *its)
