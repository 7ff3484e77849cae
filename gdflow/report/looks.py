"""The formats of a workbook, made once each and asked for by what a cell holds."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
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


class Looks:
    """A workbook's formats, and its cells that wear them. The same question gives the same one: styles stay few.

    cell: of a text or number and its format. text: of people's text, which is only ever text.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self.frame = book.add_format(LINE)
        self.of = cache(self._of)
        self.light = cache(self._light)
        self.percent = cache(self._percent)
        cells = Cells(book)
        self.cell, self.text = cells.of, cells.remembered(self._text)
        # the exact type decides: a moment is also a date
        self.kinds: dict[type, Callable[[Any], Cell]] = {
            str: self.text,
            type(None): cells.remembered(lambda _: self.cell(NO_FIGURE, self.of("quiet"))),
            Light: cells.remembered(lambda light: self.cell(light.text, self.light(light.colour))),
            Fraction: lambda share: self.cell(share.numerator / share.denominator, self.percent(1)),
            int: lambda count: self.cell(count, self.of("count")),
            Decimal: lambda figure: self.cell(float(figure), self.of("figure")),
            date: cells.remembered(lambda day: self.cell(day.toordinal() - DAY_ZERO.toordinal(), self.of("date"))),
            datetime: cells.remembered(self._moment),
        }

    def shown(self, value: Value) -> Cell:
        """A value as a cell's text or number, in its look. None is a dash."""
        return self.kinds[type(value)](value)

    def _text(self, text: str) -> Cell:
        return self.cell(house.cell_text(text), self.of("text"))

    def _moment(self, at: datetime) -> Cell:
        return self.cell((at.astimezone(BOGOTA).replace(tzinfo=None) - DAY_ZERO) / DAY, self.of("moment"))

    def _of(self, name: str) -> Format:
        return house.style(self._book, **STYLES[name])

    def _light(self, colour: str) -> Format:
        return house.style(self._book, font_color=colour, bold=True, align="left", indent=1, **LINE)

    def _percent(self, places: int, *, linked: bool = False) -> Format:
        digits = "0" + ("." + "0" * places if places else "")
        # a link to the sources is underlined, as people know links; its colour stays that of the text
        underline = {"underline": 1} if linked else {}
        return house.style(self._book, num_format=f"{digits}%", align="center", **LINE, **underline)


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
