"""The formats of a workbook, made once each and asked for by what a cell holds."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import Any

from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.lights import Light
from gdflow.report import book as house
from gdflow.report.book import Book
from gdflow.report.cells import Cell, Cells
from gdflow.report.page import Format

LINE = {"border": 1, "border_color": house.GRID}
DATE = "dd/mm/yyyy"
NO_FIGURE = "–"
# spreadsheets count days from here, so that 1 March 1900 is day 61
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  a cell's moment is local and has no zone
DAY = timedelta(days=1)

Value = str | int | Decimal | Fraction | date | datetime | Light | None
LookOf = Callable[..., Format]
Kinds = dict[type, Callable[[Any], Cell]]


class Looks:
    """A workbook's formats, and its cells that wear them. The same question gives the same one: styles stay few.

    cell: of a text or number and its format. text: of people's text, which is only ever text.
    """

    def __init__(self, book: Book) -> None:
        self.frame = book.add_format(LINE)
        self.of = cache(partial(_look, book))
        self.light = cache(partial(_light, book))
        self.percent = cache(partial(_percent, book))
        cells = Cells(book)
        self.cell = cells.of
        self.kinds = _kinds(cells, self.of, self.light, self.percent)
        self.text = self.kinds[str]

    def shown(self, value: Value) -> Cell:
        """A value as a cell's text or number, in its look. None is a dash."""
        return self.kinds[type(value)](value)


def _kinds(cells: Cells, of: LookOf, light: LookOf, percent: LookOf) -> Kinds:
    """How a value of each kind becomes a cell; the exact type decides: a moment is also a date.

    Nothing here knows the looks that hold it, or the collector alone would find the cells of a book that is done.
    """
    made, cell, remembered = cells.made, cells.of, cells.remembered
    return {
        str: remembered(lambda text: made(house.cell_text(text), of("text"))),
        type(None): remembered(lambda _: made(NO_FIGURE, of("quiet"))),
        Light: remembered(lambda said: made(said.text, light(said.colour))),
        Fraction: lambda share: cell(share.numerator / share.denominator, percent(1)),
        int: lambda count: cell(count, of("count")),
        Decimal: lambda figure: cell(float(figure), of("figure")),
        date: remembered(lambda day: made(day.toordinal() - DAY_ZERO.toordinal(), of("date"))),
        datetime: remembered(lambda at: made(_days(at), of("moment"))),
    }


def _days(at: datetime) -> float:
    return (at.astimezone(BOGOTA).replace(tzinfo=None) - DAY_ZERO) / DAY


def _look(book: Book, name: str) -> Format:
    return house.style(book, **STYLES[name])


def _light(book: Book, colour: str) -> Format:
    return house.style(book, font_color=colour, bold=True, align="left", indent=1, **LINE)


def _percent(book: Book, places: int, *, linked: bool = False) -> Format:
    digits = "0" + ("." + "0" * places if places else "")
    # a link to the sources is underlined, as people know links; its colour stays that of the text
    underline = {"underline": 1} if linked else {}
    return house.style(book, num_format=f"{digits}%", align="center", **LINE, **underline)


STYLES: dict[str, dict[str, object]] = {
    "text": {**LINE, "align": "left", "indent": 1},
    "quiet": {**LINE, "font_color": house.MUTED, "italic": True, "align": "center"},
    "count": {**LINE, "num_format": "0", "align": "center"},
    "figure": {**LINE, "num_format": "General", "align": "center"},
    "zero": {**LINE, "num_format": '0" (motivo)"', "align": "center"},
    "date": {**LINE, "num_format": DATE, "align": "center"},
    "moment": {**LINE, "num_format": "dd/mm/yyyy hh:mm", "align": "center"},
    "title": {"bold": True, "font_size": 15, "font_color": house.ACCENT, "text_wrap": False, "valign": "vcenter"},
    "heading": {
        **LINE,
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": house.ACCENT,
        "align": "center",
        "valign": "vcenter",
    },
    "section": {"bold": True, "font_size": 12, "font_color": house.ACCENT, "text_wrap": False},
    "plain": {"text_wrap": False},
    "note": {"text_wrap": True, "font_color": house.MUTED},
    "important": {"bold": True, "text_wrap": False},
}
