"""A team's form: one workbook with its own pending lines, answered in the yellow cells and sent back."""

from collections.abc import Mapping
from datetime import datetime, time

from gdflow.domain.forms import (
    COLUMNS,
    FIRST_ROW,
    HIDDEN_LINES,
    HIDDEN_SHEET,
    INPUTS,
    MARK,
    SHEET,
    TITLES_ROW,
    TOKEN_PROPERTY,
    VERSION,
    Form,
    FormColumn,
    FormLine,
    HiddenField,
)
from gdflow.domain.plan import TargetUnit
from gdflow.report import book as house
from gdflow.report.book import Book
from gdflow.report.form_formulas import UNREPORTED, exact, notice_formula, running_formula, standing
from gdflow.report.form_rules import add_rules
from gdflow.report.form_top import write_top
from gdflow.report.heights import row_height
from gdflow.report.page import Format, Page

WIDTHS: Mapping[FormColumn, float] = {
    FormColumn.PLAN: 11,
    FormColumn.NUMBER: 6,
    FormColumn.ACTIVITY: 27,
    FormColumn.DELIVERABLE: 21,
    FormColumn.INDICATOR: 21,
    FormColumn.TARGET_TEXT: 21,
    FormColumn.PREVIOUS: 22,
    FormColumn.VALUE: 12,
    FormColumn.RUNNING: 12,
    FormColumn.NOTICE: 15,
    FormColumn.NARRATIVE: 34,
    FormColumn.ZERO_REASON: 21,
    FormColumn.EVIDENCE: 22,
}
NOTE_LENGTH = 160
LEAST_HEIGHT = 62.0


def write_form(form: Form) -> bytes:
    """The team's workbook: its lines locked, four open cells a line, the token in a sheet that nobody sees.

    The same form gives the same bytes. The sheet is protected without a password: against accidents, not people.
    """
    book, buffer = house.new_book(datetime.combine(form.issued_on, time()))
    book.set_custom_property(TOKEN_PROPERTY, form.token)
    page = book.add_worksheet(SHEET)
    write_top(book, page, form)
    _write_titles(book, page)
    _write_lines(book, page, form.lines)
    add_rules(book, page, form.lines)
    _set_up(page, form)
    _write_hidden(book, form)
    return house.finished(book, buffer)


def _write_titles(book: Book, page: Page) -> None:
    common = {"bold": True, "font_color": "#FFFFFF", "border": 1, "border_color": house.GRID, "valign": "vcenter"}
    asked = house.style(book, bg_color=house.ACCENT, **common)
    typed = house.style(book, bg_color="#8A6D00", **common)
    for column in COLUMNS:
        page.write_string(TITLES_ROW - 1, column.place, column.value, typed if column in INPUTS else asked)
    page.set_row(TITLES_ROW - 1, 32)


def _write_lines(book: Book, page: Page, lines: tuple[FormLine, ...]) -> None:
    looks = _looks(book)
    for offset, line in enumerate(lines):
        row = FIRST_ROW - 1 + offset
        texts = _texts(line)
        for column, text in texts.items():
            page.write_string(row, column.place, house.cell_text(text), looks["note" if _quiet(column) else "text"])
        page.set_row(row, _height(texts))
        _write_living(page, row, line, looks)
        value = "percent" if line.unit is TargetUnit.PERCENT else "number"
        page.write_blank(row, FormColumn.VALUE.place, None, looks[value])
        for column in INPUTS[1:]:
            page.write_blank(row, column.place, None, looks["open"])


def _write_living(page: Page, row: int, line: FormLine, looks: Mapping[str, Format]) -> None:
    running = running_formula(line, row + 1)
    page.write_formula(row, FormColumn.RUNNING.place, running, looks["text"], standing(line))
    page.write_formula(row, FormColumn.NOTICE.place, notice_formula(line, row + 1), looks["text"], UNREPORTED)
    page.write_number(row, FormColumn.SO_FAR.place, line.so_far or 0, looks["text"])
    if line.target is not None:
        page.write_number(row, FormColumn.TARGET.place, line.target, looks["text"])


def _texts(line: FormLine) -> dict[FormColumn, str | None]:
    return {
        FormColumn.PLAN: line.plan_code,
        FormColumn.NUMBER: line.item or line.number,
        FormColumn.ACTIVITY: line.activity or line.deliverable or line.indicator,
        FormColumn.DELIVERABLE: line.deliverable,
        FormColumn.INDICATOR: line.indicator,
        FormColumn.TARGET_TEXT: line.target_text,
        FormColumn.PREVIOUS: house.shortened(line.previous_note or "", NOTE_LENGTH),
        FormColumn.UID: line.line_uid,
    }


def _height(texts: Mapping[FormColumn, str | None]) -> float:
    wrapped = ((text or "", WIDTHS[column]) for column, text in texts.items() if column in WIDTHS)
    return row_height(wrapped, least=LEAST_HEIGHT)


def _quiet(column: FormColumn) -> bool:
    return column in (FormColumn.DELIVERABLE, FormColumn.INDICATOR, FormColumn.PREVIOUS)


def _looks(book: Book) -> dict[str, Format]:
    line = {"border": 1, "border_color": house.GRID, "align": "left", "indent": 1}
    yellow = {**line, "bg_color": house.INPUT, "locked": False}
    typed = {**yellow, "align": "center", "indent": 0, "bold": True}
    return {
        "text": house.style(book, **line),
        "note": house.style(book, font_color=house.MUTED, font_size=9, **line),
        "open": house.style(book, **yellow),
        "number": house.style(book, num_format="General", **typed),
        "percent": house.style(book, num_format="0.0#%", **typed),
    }


def _set_up(page: Page, form: Form) -> None:
    for column, width in WIDTHS.items():
        page.set_column(column.place, column.place, width)
    if len(form.plans) < 2:
        page.set_column(FormColumn.PLAN.place, FormColumn.PLAN.place, WIDTHS[FormColumn.PLAN], None, {"hidden": True})
    page.set_column(FormColumn.UID.place, FormColumn.TARGET.place, 12, None, {"hidden": True})
    page.freeze_panes(TITLES_ROW, FormColumn.DELIVERABLE.place)
    page.hide_gridlines(2)
    page.set_selection(FIRST_ROW - 1, FormColumn.VALUE.place, FIRST_ROW - 1, FormColumn.VALUE.place)
    page.protect("", {"format_columns": True, "format_rows": True})
    page.print_area(0, 0, FIRST_ROW - 2 + len(form.lines), FormColumn.EVIDENCE.place)
    house.landscape(
        page,
        header=f"{form.entity} · {form.team}",
        footer=f"Reporte del {form.period_label}",
        repeat=(TITLES_ROW - 2, TITLES_ROW - 1),
    )


def _write_hidden(book: Book, form: Form) -> None:
    page = book.add_worksheet(HIDDEN_SHEET)
    page.very_hidden()
    values = {
        HiddenField.MARK: MARK,
        HiddenField.VERSION: str(VERSION),
        HiddenField.TOKEN: form.token,
        HiddenField.TEAM: form.team,
        HiddenField.PERIOD: form.period,
    }
    rows = [(field.value, value) for field, value in values.items()]
    lines = [
        (line.line_uid, line.unit or "", line.accumulation, exact(line.target), exact(line.so_far))
        for line in form.lines
    ]
    for number, texts in enumerate([*rows, HIDDEN_LINES, *lines]):
        for column, text in enumerate(texts):
            page.write_string(number, column, house.cell_text(text))
