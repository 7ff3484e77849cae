"""A new workbook, its texts and its pages: what every workbook that gdflow writes has in common."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]  # the library ships no types

from gdflow.report.page import Format, Page
from gdflow.report.parts import SAFE, MemoryBook

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
MAX_TEXT = 32_767
MAX_HEADER = 200
LETTER = 1
LEGAL = 5
FONT = "Calibri"
INK = "#1B2733"
ACCENT = "#0B4F6C"
PALE = "#E8F0F4"
GRID = "#B8C4CC"
INPUT = "#FFF8DC"
MUTED = "#5B6B78"

Book = Any  # the library's workbooks carry no types


def new_book(created: datetime) -> tuple[Book, BytesIO]:
    """An empty workbook over a buffer. `created` stands in its properties, so equal values give equal bytes."""
    buffer = BytesIO()
    book = MemoryBook(buffer)
    book.set_properties({"created": created.replace(tzinfo=None), "author": "gdflow"})
    book.formats[0].set_font_name(FONT)
    book.formats[0].set_font_size(10)
    return book, buffer


def streamed_book(out: BinaryIO) -> Book:
    """An empty workbook whose rows leave the memory as the next is begun: each sheet is written from top to bottom.

    It is written to `out` when it is closed; until then its properties may still be said.
    """
    book = xlsxwriter.Workbook(out, {**SAFE, "in_memory": False, "constant_memory": True})
    book.worksheet_class = Page
    book.formats[0].set_font_name(FONT)
    book.formats[0].set_font_size(10)
    return book


def finished(book: Book, buffer: BytesIO) -> bytes:
    """The bytes of the workbook, which is closed by this."""
    book.close()
    # A book and its sheets know each other: the collector alone would find the cells, and walk through all of them.
    book.worksheets_objs.clear()
    book.sheetnames.clear()
    return buffer.getvalue()


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare the garbage collector while a workbook is made.

    Its lines and cells are all alive until the end; to look through them again and again for garbage is a quarter of
    the work. What the work made should be gone when this ends, or the collector looks through it at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def style(book: Book, **properties: object) -> Format:
    """A cell format in the house's type: wrapped, at the top, in the house's ink."""
    base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "top", "text_wrap": True}
    return book.add_format(base | properties)


def cell_text(text: str | None) -> str:
    """People's text as a cell can hold it: without control characters, cut at the format's own limit."""
    if not text:
        return ""
    # what is printable throughout has nothing to lose, and this is asked of every cell
    if len(text) <= MAX_TEXT and text.isprintable():
        return text
    return CONTROL.sub("", text)[:MAX_TEXT] if CONTROL.search(text) else text[:MAX_TEXT]


def shortened(text: str, limit: int) -> str:
    """The text up to `limit` characters, cut between words and marked with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[:limit].rsplit(" ", 1)[0].rstrip(" ,;.:") + "…"


def landscape(page: Page, *, header: str, footer: str, repeat: tuple[int, int]) -> None:
    """Long paper (oficio) lying down, one page wide, with the entity above and the page count below.

    repeat: first and last 0-based row printed on every page.
    """
    page.set_landscape()
    page.set_paper(LEGAL)
    page.fit_to_pages(1, 0)
    _margins(page, header, footer)
    page.repeat_rows(*repeat)


def upright(page: Page, *, header: str, footer: str, pages: int) -> None:
    """Upright letter paper, one page wide. pages: how many the whole sheet takes; 0 for as many as it needs."""
    page.set_portrait()
    page.set_paper(LETTER)
    page.fit_to_pages(1, pages)
    _margins(page, header, footer)


def mark(page: Page, said: str) -> None:
    """Say something more above every page of a sheet, on the right."""
    page.set_header(f"{page.header}&R&9{_plain(said)}")


def _margins(page: Page, header: str, footer: str) -> None:
    page.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.7)
    page.set_header(f"&L&9{_plain(header)}")
    page.set_footer(f"&L&8{_plain(footer)}&R&8Página &P de &N")


def _plain(text: str) -> str:
    # in a page header "&" begins a code
    return shortened(cell_text(text), MAX_HEADER).replace("&", "&&")
