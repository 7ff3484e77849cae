"""The token of a form is found in whatever program the team used, without reading the workbook."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from gdflow.collect.form_tokens import MOST_TOKENS, form_tokens
from gdflow.report.form import write_form
from tests.support.forms import filled, form

TOKEN = "k7f3q2mx4d" * 5


def parts(data: bytes, *, without: str) -> bytes:
    """The same workbook without some parts."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if without not in name:
                new.writestr(name, old.read(name))
    return buffer.getvalue()


def test_a_form_as_it_was_sent_tells_its_token() -> None:
    assert form_tokens(write_form(form(token=TOKEN)))[0] == TOKEN


@pytest.mark.parametrize("without", ["custom.xml", "sharedStrings", "nothing"])
def test_a_form_that_another_program_wrote_tells_it_too(without: str) -> None:
    assert TOKEN in form_tokens(parts(filled(form(token=TOKEN), {}), without=without))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04 nada", b"hola", b"%PDF-1.7"])
def test_what_is_no_workbook_has_no_token(data: bytes) -> None:
    assert form_tokens(data) == ()


def test_of_many_texts_that_look_like_tokens_few_are_tried() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for number in range(200):
        book.active.append([f"{number:026d}".translate(str.maketrans("0189", "aeio"))])
    buffer = BytesIO()
    book.save(buffer)
    assert len(form_tokens(buffer.getvalue())) == MOST_TOKENS


def test_a_workbook_that_swells_is_not_opened() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/sharedStrings.xml", b"\0" * 80_000_000)
    assert form_tokens(buffer.getvalue()) == ()
