"""A plan as an entity's office keeps it: a workbook with everything that spreadsheets know and few libraries keep."""

import struct
import zlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # the library ships no types

SHEET, LIST = "Plan de acción", "Listas"
FIRST, LAST = 6, 9
"""The rows of the plan's four lines, from 1."""
MADE = datetime(2023, 1, 15, tzinfo=UTC).replace(tzinfo=None)


def office() -> bytes:
    """The workbook. Columns: A activity, B to E results of the quarters, F result, G target, H notes, I state."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": "Plan de acción", "company": "Alcaldía", "created": MADE})
    book.set_custom_property("Código", "GDI-F-021")
    page, lists = book.add_worksheet(SHEET), book.add_worksheet(LIST)
    lists.write_column("A1", ["Cumplida", "En curso", "Sin iniciar"])
    book.define_name("Estados", f"={LIST}!$A$1:$A$3")
    _write_plan(book, page)
    _write_around(book, page)
    lists.write_formula("C1", f"=AVERAGE('{SHEET}'!F{FIRST}:F{LAST})", None, 0.25)
    book.close()
    return buffer.getvalue()


def _write_plan(book: Any, page: Any) -> None:
    frame = {"border": 1, "text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 9}
    look, share, open_ = (
        book.add_format({**frame, **more}) for more in ({}, {"num_format": '0.0" "%;[Red]-0.0%'}, {"locked": False})
    )
    title = book.add_format({"bold": True, "font_size": 14, "align": "center", "bg_color": "#D9E1F2"})
    page.set_column("A:A", 34.5)
    page.set_column("B:G", 11.25, open_)
    page.set_column("H:H", 48)
    page.merge_range("B1:H3", "PLAN DE ACCIÓN\nPOLÍTICA DE GOBIERNO DIGITAL", title)
    for column, name in enumerate(("ACTIVIDAD", "T1", "T2", "T3", "T4", "RESULTADO", "META", "NOTAS", "ESTADO")):
        page.write_string(FIRST - 2, column, name, title)
    for row in range(FIRST, LAST + 1):
        page.write_string(f"A{row}", f"Actividad {row - FIRST + 1}", look)
        page.write_number(f"B{row}", 1, open_)
        page.write_number(f"G{row}", 4, look)
        page.write_formula(f"F{row}", f"=SUM(B{row}:E{row})/G{row}", share, 0.25)
        page.write_rich_string(f"H{row}", "1. Se hizo el ", book.add_format({"bold": True}), "taller", look)
    page.merge_range(f"C{LAST - 1}:C{LAST}", "", open_)
    page.write_dynamic_array_formula("K6:K9", f"=SORT(G{FIRST}:G{LAST})", None, 4)


def _write_around(book: Any, page: Any) -> None:
    logo = {"image_data": BytesIO(png(24, 24)), "description": "Escudo de la entidad"}
    page.insert_image("A1", "logo.png", logo)
    page.set_header("&L&G&CAlcaldía", {"image_left": "logo.png", "image_data_left": BytesIO(png(40, 16))})
    page.set_footer("&RPágina &P de &N")
    page.insert_textbox("K1", "Versión 3", {"description": "Versión del documento", "width": 120, "height": 40})
    page.insert_button("K12", {"macro": "Actualizar", "caption": "Actualizar", "width": 100, "height": 24})
    page.write_comment(f"A{FIRST}", "Revisar con Planeación", {"author": "Planeación"})
    page.data_validation(f"I{FIRST}:I{LAST}", {"validate": "list", "source": "=Estados"})
    page.conditional_format(f"F{FIRST}:F{LAST}", {"type": "data_bar", "data_bar_2010": True, "bar_color": "#0B4F6C"})
    page.conditional_format(f"B{FIRST}:E{LAST}", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    page.add_sparkline(f"J{FIRST}", {"range": f"'{SHEET}'!B{FIRST}:E{FIRST}"})
    page.add_table("M5:N8", {"name": "Responsables", "columns": [{"header": "Equipo"}, {"header": "Correo"}]})
    page.write_url("A12", "https://entidad.example/plan", string="Plan publicado")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"='{SHEET}'!$B${FIRST}:$B${LAST}", "name": "T1"})
    page.insert_chart("A14", chart, {"description": "Resultados del primer trimestre"})
    page.protect("clave", {"format_cells": False})
    page.freeze_panes(FIRST - 1, 1)
    page.set_landscape()
    page.print_area(f"A1:I{LAST + 20}")
    page.repeat_rows(FIRST - 2)
    page.set_background(BytesIO(png(8, 8, b"\xff\xff\xff")))


def png(width: int, height: int, colour: bytes = b"\x0b\x4f\x6c") -> bytes:
    """A picture in one colour."""
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + colour * width for _ in range(height)))
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
