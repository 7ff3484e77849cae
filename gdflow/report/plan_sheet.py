"""The consolidated sheet of one plan: its own table, filled in, with the two lights beside."""

from collections.abc import Callable, Mapping, Sequence

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.figures import Figure
from gdflow.domain.plan import TargetUnit
from gdflow.report import book as house
from gdflow.report.cells import Cell
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.plan_columns import Holds, SheetColumn, printed_places, sheet_columns, texts_of
from gdflow.report.review_words import figures_said
from gdflow.report.sources_sheet import Traced
from gdflow.report.table import Column, Value, finish_table, set_widths, write_columns
from gdflow.spanish.periods import period_label, period_short

TITLES = 3


def write_plan(page: Page, looks: Looks, report: Consolidated, traced: Traced, *, brief: bool) -> None:
    """Every line in the plan's order and columns; each RESULTADO leads to its rows in the sources.

    brief: without what a book of many plans says elsewhere.
    """
    columns = sheet_columns(report, brief=brief)
    plain = [Column(column.title, column.width) for column in columns]
    _write_top(page, looks, report)
    set_widths(page, plain)
    sources = [_source(line, traced) for line in report.lines]
    for at, column in enumerate(columns):
        if column.holds is Holds.TOTAL:
            _write_links(page, at, sources)
    cells = [_cells(looks, report, column, sources) for column in columns]
    end = write_columns(page, looks, TITLES, plain, cells)
    footer = f"{_plan_title(report)}. {figures_said([report])}"
    finish_table(page, TITLES, end - 1, len(columns), header=report.plan.entity, footer=footer)


def _write_links(page: Page, at: int, sources: Sequence[int | None]) -> None:
    for row, source in enumerate(sources, start=TITLES + 1):
        if source is not None:
            page.link(row, at, f"'Fuentes'!A{source + 1}", "Ver de dónde sale esta cifra")


def _source(line: ConsolidatedLine, traced: Traced) -> int | None:
    """The row of the sources to which a line's progress leads."""
    return traced.get((line.line.plan_id, line.line.id)) if line.progress is not None else None


def _plan_title(report: Consolidated) -> str:
    return report.plan.title or report.plan.code


def _write_top(page: Page, looks: Looks, report: Consolidated) -> None:
    page.write_string(0, 0, house.cell_text(_plan_title(report)), looks.of("title"))
    page.write_string(1, 0, house.cell_text(report.plan.entity), looks.of("plain"))
    said = f"Consolidado del {period_label(report.period)}. {figures_said([report])}."
    page.write_string(2, 0, said, looks.of("important"))


def _cells(looks: Looks, report: Consolidated, column: SheetColumn, sources: Sequence[int | None]) -> Sequence[Cell]:
    """What stands in a column, one cell a line."""
    index, lines = column.index, report.lines
    if column.holds is Holds.TEXT:
        return list(map(looks.text, texts_of(report, index))) if index is not None else ()
    if column.holds is Holds.NOTHING:
        return ()
    if column.holds is Holds.FIGURE:
        which = report.periods.index(column.period or "")
        return [_figure(looks, line, line.figures[which]) for line in lines]
    if column.holds is Holds.TOTAL:
        return [_total(looks, index, *each) for each in zip(lines, sources, strict=True)]
    if column.holds is Holds.TARGET:
        return [_target(looks, index, line) for line in lines]
    if column.holds is Holds.NOTES:
        return [looks.text(_notes(column, line)) for line in lines]
    value, kinds = VALUES[column.holds], looks.kinds
    return [kinds[type(found)](found) for line in lines for found in (value(index, line),)]


def _figure(looks: Looks, line: ConsolidatedLine, cell: Figure) -> Cell:
    if cell.result is None:
        return looks.cell(cell.word, looks.of("quiet"))
    if not cell.result.value and cell.result.zero_reason:
        return looks.cell(0, looks.of("zero"))
    percent = line.line.target_unit is TargetUnit.PERCENT
    return looks.cell(float(cell.result.value), looks.percent(1) if percent else looks.of("figure"))


def _target(looks: Looks, index: int | None, line: ConsolidatedLine) -> Cell:
    facts = line.line
    if facts.target is None:
        return looks.text(_text(index, line))
    percent = facts.target_unit is TargetUnit.PERCENT
    return looks.cell(float(facts.target), looks.percent(0) if percent else looks.of("figure"))


def _total(looks: Looks, index: int | None, line: ConsolidatedLine, source: int | None) -> Cell:
    share = line.progress
    if share is None:
        return looks.cell("sin meta" if line.line.target is None else "no calculable", looks.of("quiet"))
    places = printed_places(line.line.texts.get(index) if index is not None else None)
    return looks.cell(share.numerator / share.denominator, looks.percent(places, linked=source is not None))


def _text(index: int | None, line: ConsolidatedLine) -> str:
    return line.line.texts.get(index, "") if index is not None else ""


def _notes(column: SheetColumn, line: ConsolidatedLine) -> str:
    period = column.period
    told = [cell for cell in line.figures if cell.result is not None and (period is None or period == cell.period)]
    notes = [note for cell in told if (note := _note(cell))]
    return "\n".join(notes) if notes else _text(column.index, line)


def _note(cell: Figure) -> str | None:
    result = cell.result
    if result is None:
        return None
    zero = None if result.value or not result.zero_reason else f"reportó 0: {result.zero_reason}"
    narrative = result.narrative if result.narrative != result.zero_reason else None
    said = ". ".join(part for part in (zero, narrative) if part)
    return f"{period_short(cell.period)} · {said}" if said else None


def _review(cell: Figure) -> str | None:
    """Where the period's report stands with its reviewer; none for what the plan itself prints."""
    if cell.review is None:
        return None
    return f"{cell.review.label}: {cell.note}" if cell.note else cell.review.label


VALUES: Mapping[Holds, Callable[[int | None, ConsolidatedLine], Value]] = {
    Holds.START: lambda index, line: line.line.start or _text(index, line),
    Holds.DUE: lambda index, line: line.line.due or _text(index, line),
    Holds.COMPLIANCE: lambda _, line: line.compliance,
    Holds.STANDING: lambda _, line: line.standing,
    Holds.TIMELINESS: lambda _, line: line.timeliness,
    Holds.ANSWERED: lambda _, line: line.answered_on,
    Holds.REVIEW: lambda _, line: _review(line.cell),
}
