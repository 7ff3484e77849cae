"""Reports made of a few lines and figures, for what is worked out from reports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine, consolidated
from gdflow.domain.lines import Line, Result, ResultSource
from gdflow.domain.obligations import Obligation
from gdflow.domain.periods import PeriodKind, parse_period
from tests.support import cartagena

QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")
LATER = timedelta(days=18)


def results_of(line_id: int, values: Mapping[str, str]) -> tuple[Result, ...]:
    """A line's figures by period key, each reported three days after its period's end."""
    return tuple(_result(line_id, key, value) for key, value in values.items())


def quarters(*values: str) -> dict[str, str]:
    """The figures of the first quarters of 2023, in their order."""
    return dict(zip(QUARTERS, values, strict=False))


def report_of(
    lines: Sequence[Line],
    values: Mapping[int, Mapping[str, str]],
    period: str = "2023-Q2",
    *,
    as_of: date | None = None,
    owed: Sequence[Obligation] = (),
) -> Consolidated:
    """The report of some lines, with figures by line id, as known some days after the period's end."""
    cut = parse_period(period)
    results = [result for line_id, known in values.items() for result in results_of(line_id, known)]
    kind = PeriodKind.QUARTER if cut.kind is PeriodKind.CUSTOM else cut.kind
    plan = replace(cartagena.plan(), period_kind=kind)
    return consolidated(plan, lines, results, owed, period=period, as_of=as_of or cut.end + LATER)


def row_of(line: Line, values: Mapping[str, str], period: str = "2023-Q2") -> ConsolidatedLine:
    """One line alone in its report."""
    return report_of((line,), {line.id: values}, period).lines[0]


def _result(line_id: int, key: str, value: str) -> Result:
    end = parse_period(key).end
    amount = Decimal(value)
    return Result(
        id=line_id * 10_000 + end.toordinal() % 10_000,
        line_id=line_id,
        period=key,
        value=amount,
        narrative=None,
        zero_reason=None if amount else "No hubo contrato",
        evidence=None,
        source=ResultSource.FORM,
        reported_at=datetime(end.year, end.month, end.day, 15, tzinfo=UTC) + timedelta(days=3),
        receipt=None,
    )
