"""What goes into which cell of the entity's own workbook: the teams' figures, their words below the plan's own, and
what each line comes to where the plan prints it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.lines import PlanFacts, Result, ResultSource
from gdflow.report.official import Fill, OfficialWorkbook, Share, fill_official
from gdflow.report.places import address_of
from gdflow.report.plan_columns import printed_places

PRINTED = re.compile(r"(-?\d+)(?:[.,](\d+))?\s*(%?)")


def write_official(closed: Closed, source: bytes) -> OfficialWorkbook:
    """The workbook that the plan was imported from, filled in with what a closing froze. Raises as fill_official."""
    return fill_official(source, list(fills_of_report(closed.snapshot.report)))


def fills_of_report(report: Consolidated) -> Iterator[Fill]:
    """The cells of a plan's lines to fill in with what the teams reported up to the report's period.

    What a reviewer sent back is in none of the report's cells, and goes into none of these.
    """
    notes, total = (_column(report.plan, role) for role in ("observations", "printed_result"))
    printed = {each.period: each.index for each in report.plan.columns if each.role == "result"}
    for row in report.lines:
        reported = [cell.result for cell in row.figures if cell.result is not None]
        sent = [result for result in reported if result.source is not ResultSource.IMPORT]
        figures = [*_earlier(row, printed), *((result.period, result.value) for result in sent)]
        places = row.line.result_cells
        yield from (Fill(row.line.sheet, places[key], value) for key, value in figures if key in places)
        if figures and total is not None:
            yield from _total(row, total)
        if sent and notes is not None:
            text = _grown_note(row.line.texts, notes, sent)
            yield Fill(row.line.sheet, address_of(row.line.row, notes + 1), text)


def _column(plan: PlanFacts, role: str) -> int | None:
    """The plan's column of a role that belongs to no single period."""
    return next((column.index for column in plan.columns if column.role == role and not column.period), None)


def _earlier(row: ConsolidatedLine, printed: Mapping[str | None, int]) -> Iterator[tuple[str, Decimal]]:
    """What the line had before the report's year, and the plan does not print already."""
    for key, value in row.earlier.items():
        if _number(row.line.texts.get(printed.get(key, -1), "")) != value:
            yield key, value


def _number(printed: str) -> Decimal | None:
    found = PRINTED.fullmatch(printed.strip())
    if found is None:
        return None
    number = Decimal(f"{found[1]}.{found[2] or 0}")
    return number / 100 if found[3] else number


def _total(row: ConsolidatedLine, column: int) -> Iterator[Fill]:
    line = row.line
    if row.progress is not None:
        share = Share(row.progress, printed_places(line.texts.get(column)))
        yield Fill(line.sheet, address_of(line.row, column + 1), share)


def _grown_note(texts: Mapping[int, str], column: int, reported: Iterable[Result]) -> str:
    """The observations as the plan keeps them: a list that grows by one numbered entry a period."""
    entries = [texts.get(column, "").rstrip()]
    for result in reported:
        said = result.narrative or result.zero_reason
        if said:
            entries.append(f"{_ordinal(result.period)}. {said}")
    return "\n".join(entry for entry in entries if entry)


def _ordinal(period: str) -> int:
    """The place of a period in its year; 1 for a year and for a stretch of the entity's own."""
    numbered = re.search(r"-[MBQCS](\d+)$", period)
    return int(numbered[1]) if numbered else 1
