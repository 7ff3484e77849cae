"""The head of a form: what it is, until when, and how it is filled in."""

from gdflow.domain.forms import TITLES_ROW, Form, FormColumn
from gdflow.report import book as house
from gdflow.report.book import Book
from gdflow.report.page import Page
from gdflow.spanish.dates import long_date

INSTRUCTIONS = (
    "1. Escriba solo en las celdas amarillas. El resultado es lo logrado en este período, no el acumulado.",
    "2. Si no hubo avance, escriba 0 y el motivo. Una fila en blanco queda sin reportar; puede enviarla después.",
    "3. Guarde el archivo y devuélvalo: responda el correo con el que lo recibió y adjúntelo. No cambie los títulos.",
)


def write_top(book: Book, page: Page, form: Form) -> None:
    """Six rows above the table: title, plans, dates, three instructions; and the band over the titles."""
    big = house.style(book, bold=True, font_size=15, font_color=house.ACCENT, text_wrap=False, valign="vcenter")
    plain = house.style(book, text_wrap=False, valign="vcenter")
    strong = house.style(book, bold=True, text_wrap=False, valign="vcenter")
    first = FormColumn.NUMBER.place
    page.write_string(0, first, house.cell_text(f"Reporte del {form.period_label} · {form.team}"), big)
    page.write_string(1, first, house.cell_text(f"{form.entity} · {_plans(form)}"), plain)
    page.write_string(2, first, _dates(form), strong)
    for row, text in enumerate(INSTRUCTIONS, start=3):
        page.write_string(row, first, text, plain)
    page.set_row(0, 24)
    _band(book, page)


def _plans(form: Form) -> str:
    names = [f"{code}: {title}" if len(form.plans) > 1 else title for code, title in form.plans.items()]
    return house.shortened("; ".join(names), 220)


def _dates(form: Form) -> str:
    closes = f" El período se cierra el {long_date(form.closes_on)}." if form.closes_on else ""
    count = len(form.lines)
    asked = f"{count} línea por reportar" if count == 1 else f"{count} líneas por reportar"
    return f"{asked}. Fecha límite: {long_date(form.report_by)}.{closes}"


def _band(book: Book, page: Page) -> None:
    row = TITLES_ROW - 2
    look = {"bold": True, "border": 1, "border_color": house.GRID, "align": "center", "valign": "vcenter"}
    plan = house.style(book, bg_color=house.PALE, **look)
    answer = house.style(book, bg_color=house.INPUT, **look)
    page.merge_range(row, FormColumn.NUMBER.place, row, FormColumn.PREVIOUS.place, "", plan)
    page.write_string(row, FormColumn.NUMBER.place, "Lo que pide el plan", plan)
    page.merge_range(row, FormColumn.VALUE.place, row, FormColumn.EVIDENCE.place, "", answer)
    page.write_string(row, FormColumn.VALUE.place, "Su reporte: llene las celdas amarillas", answer)
    page.set_row(row, 18)
