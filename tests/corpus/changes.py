"""The same document as another person would have typed it: what it says must be read all the same."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from gdflow.collect.sheet import BLANK, DATE, NUMBER, TEXT, Cell, Document, Merge, Row, Sheet

LOWER_ROWS = 4
TILDE = "\u0303"


def in_capitals(document: Document) -> Document:
    """All texts in capitals."""
    return _texts(document, str.upper)


def in_small_letters(document: Document) -> Document:
    """All texts in small letters."""
    return _texts(document, str.lower)


def without_accents(document: Document) -> Document:
    """All texts without accents."""
    return _texts(document, _bare)


def with_idle_blanks(document: Document) -> Document:
    """Blanks before and behind each text."""
    return _texts(document, lambda text: f" {text}  ")


def figures_as_texts(document: Document) -> Document:
    """Figures as texts with a decimal comma and a percent sign."""
    return _cells(document, _figure)


def dates_as_texts(document: Document) -> Document:
    """Dates as texts, the day first."""
    return _cells(document, _day)


def moved_down(document: Document) -> Document:
    """The tables of a workbook some rows further down."""
    return _sheets(document, _lower)


def moved_right(document: Document) -> Document:
    """The tables of a workbook one column further to the right."""
    return _sheets(document, _righter)


def signed(document: Document) -> Document:
    """A block of signatures below each table of a workbook."""
    return _sheets(document, _signed)


CHANGES: tuple[Callable[[Document], Document], ...] = (
    *(in_capitals, in_small_letters, without_accents, with_idle_blanks, figures_as_texts),
    *(dates_as_texts, moved_down, moved_right, signed),
)
# what a change takes away from a document, and nobody could know any more
LOST: Mapping[str, frozenset[str]] = {
    "in_capitals": frozenset({"pdf_broken_inside_the_page"}),  # small letters told which line goes on
    # capitals told where a row begins, and which name is an office
    "in_small_letters": frozenset(
        {"pdf_broken_inside_the_page", "word_table_without_titles", "layout_of_two_pages", "faults_teams_joined"}
    ),
    # titles that are dates, and days that their format does not show
    "dates_as_texts": frozenset({"months_that_became_dates", "ombudsman_months_as_dates", "months_as_dates_of_excel"}),
}


def _sheets(document: Document, change: Callable[[Sheet], Sheet]) -> Document:
    return replace(document, sheets=tuple(change(each) if each.kind == "sheet" else each for each in document.sheets))


def _cells(document: Document, change: Callable[[Cell], Cell]) -> Document:
    def of_row(row: Row) -> Row:
        return replace(row, cells=tuple(map(change, row.cells)))

    sheets = (replace(sheet, rows=tuple(map(of_row, sheet.rows))) for sheet in document.sheets)
    return replace(document, sheets=tuple(sheets))


def _texts(document: Document, change: Callable[[str], str]) -> Document:
    return _cells(document, lambda cell: _text(change(cell.text)) if cell.kind is TEXT else cell)


def _text(text: str) -> Cell:
    return Cell(TEXT, text, text)


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(each for each in apart if each == TILDE or not _is_accent(each)))


def _is_accent(letter: str) -> bool:
    return unicodedata.combining(letter) != 0


def _figure(cell: Cell) -> Cell:
    if cell.kind is not NUMBER or not isinstance(cell.value, Decimal):
        return cell
    shown = f"{(cell.value * 100).normalize():f}%" if cell.percent else f"{cell.value:f}"
    return _text(shown.replace(".", ","))


def _day(cell: Cell) -> Cell:
    if cell.kind is not DATE or not isinstance(cell.value, date):
        return cell
    return _text(f"{cell.value.day:02d}/{cell.value.month:02d}/{cell.value.year}")


def _lower(sheet: Sheet) -> Sheet:
    merges = (
        Merge(each.first_row + LOWER_ROWS, each.first_column, each.last_row + LOWER_ROWS, each.last_column)
        for each in sheet.merges
    )
    rows = tuple(replace(row, number=row.number + LOWER_ROWS) for row in sheet.rows)
    return replace(sheet, rows=rows, merges=tuple(merges))


def _righter(sheet: Sheet) -> Sheet:
    merges = (
        Merge(each.first_row, each.first_column + 1, each.last_row, each.last_column + 1) for each in sheet.merges
    )
    rows = tuple(replace(row, cells=(BLANK, *row.cells)) for row in sheet.rows)
    hidden = frozenset(column + 1 for column in sheet.hidden_columns)
    return replace(sheet, rows=rows, merges=tuple(merges), hidden_columns=hidden)


def _signed(sheet: Sheet) -> Sheet:
    last = sheet.rows[-1].number if sheet.rows else 0
    names = (BLANK, _text("Elaboró: Profesional Universitario"), BLANK, _text("Revisó: Jefe de Planeación"))
    return replace(sheet, rows=(*sheet.rows, Row(last + 3, names), Row(last + 4, (BLANK, _text("Fecha: 30/01/2024")))))
