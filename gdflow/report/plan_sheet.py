"""The consolidated sheet of one plan: its own table, filled in, with the two lights beside."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.figures import Figure
from gdflow.domain.plan import TargetUnit
from gdflow.report import book as house
from gdflow.report.book import Page
from gdflow.report.heights import row_height
from gdflow.report.looks import Looks
from gdflow.report.plan_columns import Holds, SheetColumn, sheet_columns
from gdflow.report.sources_sheet import Traced
from gdflow.report.table import Column, Value, finish_table, set_widths, write_cell, write_titles
from gdflow.spanish.periods import period_label, period_short

TITLES = 3
PRINTED_PERCENT = re.compile(r"\d+(?:[.,](\d+))?\s*%")

Writer = Callable[[Page, Looks, int, int, ConsolidatedLine], str | None]


def write_plan(page: Page, looks: Looks, report: Consolidated, traced: Traced) -> None:
    """Every line in the plan's order and columns; each RESULTADO leads to its rows in the sources."""
    columns = sheet_columns(report)
    plain = [Column(column.title, column.width) for column in columns]
    _write_top(page, looks, report)
    set_widths(page, plain)
    write_titles(page, looks, TITLES, plain)
    writers = [_writer(report, column, traced) for column in columns]
    for row, line in enumerate(report.lines, start=TITLES + 1):
        texts = [(writer(page, looks, row, at, line), columns[at].width) for at, writer in enumerate(writers)]
        page.set_row(row, row_height((text, width) for text, width in texts if text))
    footer = f"{_plan_title(report)}. Cifras {report.review.label}"
    finish_table(page, TITLES, TITLES + len(report.lines), len(columns), header=report.plan.entity, footer=footer)


def _plan_title(report: Consolidated) -> str:
    return report.plan.title or report.plan.code


def _write_top(page: Page, looks: Looks, report: Consolidated) -> None:
    page.write_string(0, 0, house.cell_text(_plan_title(report)), looks.of("title"))
    page.write_string(1, 0, house.cell_text(report.plan.entity), looks.of("plain"))
    said = f"Consolidado del {period_label(report.period)}. Cifras {report.review.label}."
    page.write_string(2, 0, said, looks.of("important"))


def _writer(report: Consolidated, column: SheetColumn, traced: Traced) -> Writer:
    if column.holds is Holds.FIGURE:
        return partial(_write_figure, report.periods.index(column.period or ""))
    if column.holds is Holds.TOTAL:
        return partial(_write_total, traced, column.index)
    if column.holds is Holds.TARGET:
        return partial(_write_target, column.index)
    if column.holds is Holds.NOTES:
        return partial(_write_value, partial(_notes, column))
    return partial(_write_value, partial(VALUES[column.holds], column.index))


def _write_value(
    value: Callable[[ConsolidatedLine], Value], page: Page, looks: Looks, row: int, at: int, line: ConsolidatedLine
) -> str | None:
    found = value(line)
    write_cell(page, looks, row, at, found)
    return found if isinstance(found, str) else None


def _write_figure(which: int, page: Page, looks: Looks, row: int, at: int, line: ConsolidatedLine) -> str | None:
    cell = line.figures[which]
    if cell.result is None:
        page.write_string(row, at, cell.word, looks.of("quiet"))
        return cell.word
    if not cell.result.value and cell.result.zero_reason:
        page.write_number(row, at, 0, looks.of("zero"))
    else:
        look = looks.percent(1) if line.line.target_unit is TargetUnit.PERCENT else looks.of("figure")
        page.write_number(row, at, cell.result.value, look)
    return None


def _write_target(index: int | None, page: Page, looks: Looks, row: int, at: int, line: ConsolidatedLine) -> str | None:
    facts = line.line
    if facts.target is None:
        return _write_value(partial(_text, index), page, looks, row, at, line)
    look = looks.percent(0) if facts.target_unit is TargetUnit.PERCENT else looks.of("figure")
    page.write_number(row, at, facts.target, look)
    return None


def _write_total(
    traced: Traced, index: int | None, page: Page, looks: Looks, row: int, at: int, line: ConsolidatedLine
) -> str | None:
    if line.progress is None:
        page.write_string(row, at, "sin meta", looks.of("quiet"))
        return None
    source = traced.get((line.line.plan_id, line.line.id))
    look = looks.percent(_places(line.line.texts.get(index) if index is not None else None), linked=source is not None)
    if source is not None:
        # the link stays when the number is written over its text
        page.write_url(row, at, f"internal:'Fuentes'!A{source + 1}", look, "", "Ver de dónde sale esta cifra")
    page.write_number(row, at, float(line.progress), look)
    return None


def _places(printed: str | None) -> int:
    """How many decimals the plan itself prints, one where it does not say."""
    found = PRINTED_PERCENT.fullmatch(printed.strip()) if printed else None
    return len(found[1] or "") if found else 1


def _text(index: int | None, line: ConsolidatedLine) -> str:
    return line.line.texts.get(index, "") if index is not None else ""


def _notes(column: SheetColumn, line: ConsolidatedLine) -> str:
    cells = [cell for cell in line.figures if column.period in (None, cell.period)]
    notes = [note for cell in cells if (note := _note(cell))]
    return "\n".join(notes) if notes else _text(column.index, line)


def _note(cell: Figure) -> str | None:
    result = cell.result
    if result is None:
        return None
    zero = None if result.value or not result.zero_reason else f"reportó 0: {result.zero_reason}"
    narrative = result.narrative if result.narrative != result.zero_reason else None
    said = ". ".join(part for part in (zero, narrative) if part)
    return f"{period_short(cell.period)} · {said}" if said else None


VALUES: Mapping[Holds, Callable[[int | None, ConsolidatedLine], Value]] = {
    Holds.TEXT: _text,
    Holds.START: lambda index, line: line.line.start or _text(index, line),
    Holds.DUE: lambda index, line: line.line.due or _text(index, line),
    Holds.COMPLIANCE: lambda _, line: line.compliance,
    Holds.STANDING: lambda _, line: line.standing,
    Holds.TIMELINESS: lambda _, line: line.timeliness,
    Holds.ANSWERED: lambda _, line: line.answered_on,
}
