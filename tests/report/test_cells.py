"""Texts and figures as the file of a sheet says them."""

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from xlsxwriter.sharedstrings import SharedStrings  # type: ignore[import-untyped]  # the library ships no types

from gdflow.report.book import new_book, style
from gdflow.report.cells import MANY_LINES, Cells, letters_of, said_height, text_element
from tests.report.test_page import MADE

TEXTS = st.text(st.characters(codec="utf-8"))


@given(TEXTS.filter(lambda text: not text.startswith("<r>")))
def test_a_text_is_said_as_the_library_says_it(text: str) -> None:
    said = SharedStrings()
    said.fh = StringIO()
    said._write_si(text)
    assert f"<si>{text_element(text)}</si>" == said.fh.getvalue()


@given(TEXTS)
def test_whatever_a_text_holds_the_file_can_be_read(text: str) -> None:
    read = etree.fromstring(text_element(text).encode())
    assert (read.tag, len(read)) == ("t", 0)


@given(st.text("abc <>&\"'=+-@áñ", min_size=1))
def test_what_people_type_is_read_back_as_it_was(text: str) -> None:
    assert etree.fromstring(text_element(text).encode()).text == text


def test_the_same_value_in_the_same_look_is_made_once() -> None:
    book, _ = new_book(MADE)
    cells, bold, plain = Cells(book), style(book, bold=True), style(book)
    assert cells.of("Meta", bold) is cells.of("Meta", bold)
    assert cells.of("Meta", bold).said != cells.of("Meta", plain).said
    assert book.str_table.string_table == {"Meta": 0}


def test_a_text_of_several_lines_fits_no_column_and_a_figure_every_one() -> None:
    book, _ = new_book(MADE)
    cells, look = Cells(book), style(book)
    assert [cells.of(value, look).length for value in ("Meta", "dos\nlíneas", 12_345)] == [4, MANY_LINES, 0]


def test_the_usual_height_is_not_said() -> None:
    assert [said_height(height) for height in (15.0, 18.0)] == ["", ' ht="18" customHeight="1"']


def test_columns_have_letters() -> None:
    assert [letters_of(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
