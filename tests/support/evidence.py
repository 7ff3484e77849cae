"""Files of every kind that teams send as evidence, made by hand, and short ways to add them."""

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from gdflow.app import App
from gdflow.domain.evidence import OFFICE, OPEN, Evidence
from gdflow.services.evidence import add_file, add_link
from tests.support.cast import USO, at
from tests.support.installation import line

PDF = b"%PDF-1.7\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
LINK = "https://drive.entidad.example/actas/mayo.pdf"


def archive(*parts: str, **texts: str) -> bytes:
    """A zip with these parts; texts: what stands in some of them, by name."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as made:
        for name, text in texts.items():
            made.writestr(name, text)
        for name in parts:
            made.writestr(name, "x")
    return buffer.getvalue()


def ole(*streams: str) -> bytes:
    """What a document of before 2007 looks like from outside."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"".join(name.encode("utf-16-le") for name in streams)


TAKEN: tuple[tuple[str, bytes, str], ...] = (
    ("acta.pdf", PDF, "application/pdf"),
    ("acta.docx", archive("[Content_Types].xml", "word/document.xml"), f"{OFFICE}.wordprocessingml.document"),
    ("tabla.xlsx", archive("[Content_Types].xml", "xl/workbook.xml"), f"{OFFICE}.spreadsheetml.sheet"),
    ("charla.pptx", archive("[Content_Types].xml", "ppt/slides.xml"), f"{OFFICE}.presentationml.presentation"),
    ("acta.odt", archive("content.xml", mimetype=f"{OPEN}.text"), f"{OPEN}.text"),
    ("acta.doc", ole("WordDocument"), "application/msword"),
    ("tabla.xls", ole("Workbook"), "application/vnd.ms-excel"),
    ("correo.msg", ole("__properties_version1.0"), "application/vnd.ms-outlook"),
    ("fotos.zip", archive("uno.jpg", "dos.jpg"), "application/zip"),
    ("foto.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
    ("foto.png", PNG, "image/png"),
    ("foto.gif", b"GIF89a\x01\0", "image/gif"),
    ("foto.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
    ("foto.heic", b"\0\0\0\x18ftypheic\0\0", "image/heic"),
    ("lista.csv", "nombre;asistió\nAna;sí\n".encode("cp1252"), "text/csv"),
    ("nota.txt", b"Acta de mayo: 12 asistentes.", "text/plain"),
    ("nota.txt", "Acta de mayo".encode("utf-16"), "text/plain"),
)
REFUSED: tuple[tuple[str, bytes, str], ...] = (
    ("acta.pdf", b"MZ\x90\0\x03", "evidence_program"),
    ("acta.docx", b"\x7fELF\x02\x01", "evidence_program"),
    ("acta.txt", b"#!/bin/sh\nrm -rf x\n", "evidence_program"),
    ("acta.bat", b"@echo off\r\n", "evidence_program"),
    ("acta.pdf.js", b"alert(1)", "evidence_program"),
    ("pagina.html", b"<html></html>", "evidence_program"),
    ("actas.zip", archive("acta.pdf", "leeme.exe"), "evidence_program"),
    ("acta.docm", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "evidence_macros"),
    ("tabla.xls", ole("Workbook", "_VBA_PROJECT"), "evidence_macros"),
    ("instalador.doc", ole("!_StringData"), "evidence_type"),
    ("acta.txt", b"<?xml version='1.0'?><svg/>", "evidence_type"),
    ("acta.txt", b"hola\0mundo", "evidence_type"),
    ("dibujo.odg", archive("content.xml", mimetype=f"{OPEN}.graphics"), "evidence_type"),
    ("raro.docx", archive("[Content_Types].xml", "otra/cosa.xml"), "evidence_type"),
    ("muchos.zip", archive(*(f"{number}.txt" for number in range(10_001))), "evidence_type"),
    ("acta.zip", b"PK\x03\x04 y nada", "damaged_file"),
    ("acta.pdf", b"", "empty_file"),
)


def added(app: App, row: int, day: str, *, period: str = "2023-Q2", **changes: Any) -> Evidence:
    """A file behind a line; changes name the arguments of add_file."""
    its = {"name": "Acta de mayo.pdf", "data": PDF, "dated_on": date(2023, 5, 31), "by": USO, **changes}
    subject = line(app, row)
    with app.transaction() as session:
        return add_file(session, app.rules, app.evidence, subject, period, now=at(day), **its)


def linked(app: App, row: int, day: str, link: str = LINK, *, period: str = "2023-Q2") -> Evidence:
    """A link behind a line."""
    subject = line(app, row)
    with app.transaction() as session:
        return add_link(session, app.rules, subject, period, link=link, dated_on=None, by=USO, now=at(day))
