"""Several forms in one file, each with its own answers."""

import pytest

from gdflow.collect.files import read_document
from gdflow.collect.form_reader import FormReading
from gdflow.collect.forms_reader import read_forms
from gdflow.domain.errors import InputError
from gdflow.domain.forms import FormColumn
from gdflow.spanish.messages import say
from tests.services.books import joined_forms
from tests.support.forms import filled, form, line


def book(token: str, value: int, uid: str = "uid-03") -> bytes:
    return filled(form(line(uid), token=token), {(0, FormColumn.VALUE): value})


def read(*forms: bytes) -> tuple[FormReading, ...]:
    return read_forms(read_document(joined_forms(*forms), "reunido.xlsx"))


def said(reading: FormReading) -> tuple[str, list[object]]:
    return reading.token, [answer.value for answer in reading.answers]


def test_each_form_has_its_own_answers() -> None:
    assert [said(reading) for reading in read(book("a", 1), book("b", 2))] == [("a", [1]), ("b", [2])]


def test_two_copies_of_a_form_are_one_whose_line_is_answered_twice() -> None:
    [reading] = read(book("a", 1), book("a", 2))
    assert (said(reading), [problem.code for problem in reading.problems]) == (("a", []), ["duplicate_line"])


def test_a_blank_copy_beside_a_form_says_nothing() -> None:
    [reading] = read(book("a", 1), filled(form(line(), token="a"), {}))
    assert (said(reading), reading.problems) == (("a", [1]), ())


def test_sheets_that_cannot_be_told_apart_are_refused_whole() -> None:
    from io import BytesIO

    import openpyxl

    from tests.services.books import saved

    joined = openpyxl.load_workbook(BytesIO(joined_forms(book("a", 1), book("b", 2))))
    del joined["Formulario"]
    with pytest.raises(InputError) as refused:
        read_forms(read_document(saved(joined), "reunido.xlsx"))
    assert "reúne 2 formularios y 1 hojas" in say(refused.value)
