"""The formats of a workbook, made once each and asked for by what a cell holds."""

from functools import cache

from gdflow.report import book as house
from gdflow.report.book import Book
from gdflow.report.page import Format

LINE = {"border": 1, "border_color": house.GRID}
DATE = "dd/mm/yyyy"


class Looks:
    """A workbook's formats. The same question gives the same format, so that styles stay few."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.frame = book.add_format(LINE)
        self.of = cache(self._of)
        self.light = cache(self._light)
        self.percent = cache(self._percent)

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
