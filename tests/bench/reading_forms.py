"""Reading the forms that teams send back, beside openpyxl doing the same, once and with formulas told from blanks.

The lines are those of the plan of Cartagena, in forms of a usual team and of one that carries a whole plan. No two
forms are the same: other tokens, figures and sentences, filled in as a spreadsheet program saves them.
"""

import re
import statistics
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import cycle, islice
from typing import Any

import openpyxl

from gdflow.collect.files import read_document
from gdflow.collect.forms_reader import read_forms
from gdflow.collect.raw_cells import check_every_cell
from gdflow.domain import keys
from gdflow.domain.forms import FIRST_ROW, HIDDEN_LINES, HIDDEN_SHEET, SHEET, TITLES_ROW, FormColumn, form_line
from gdflow.report.form import write_form
from tests.bench.sides import Cost, cost, tell
from tests.support import cartagena
from tests.support.forms import form

SIZES, VARIETY, TIMES, ROUNDS = (7, 40), 8, 5, 5
PERIOD = "2023-Q2"
VALUE = re.compile(rb'<c r="H(\d+)" s="(\d+)"/>')
DONE = re.compile(rb'<c r="K(\d+)" s="(\d+)"/>')
Answer = tuple[str, float, str | None]


def main() -> None:
    """Print the milliseconds of every side and the ratios, for each size of form."""
    for size in SIZES:
        _compare(size, forms_of(size))


def forms_of(size: int) -> list[bytes]:
    """Different forms of so many lines each."""
    results = cartagena.results()
    asked = []
    for number, line in enumerate(islice(cycle(cartagena.lines()), size)):
        known = [result for result in results if result.line_id == line.id]
        told = form_line(line, plan_code="gobierno-digital", results=known, period=PERIOD)
        asked.append(replace(told, line_uid=f"018a0000-0000-7000-8000-{number:012}"))
    tokens = (keys.form_token(f"ficha de prueba {number:016}".encode()) for number in range(VARIETY))
    return [filled(write_form(form(*asked, token=token)), number) for number, token in enumerate(tokens)]


def filled(blank: bytes, number: int = 0) -> bytes:
    """A form with a figure and a sentence of its own beside each line, its other parts as they were."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(blank)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        known = before.read("xl/sharedStrings.xml").count(b"<si>")
        sentences: list[str] = []

        def say(cell: re.Match[bytes]) -> bytes:
            row, style = int(cell[1]), int(cell[2])
            if row < FIRST_ROW:
                return cell[0]
            sentences.append(f"Se hizo lo previsto en la línea {row} con {number + row} personas, según el acta.")
            return b'<c r="K%d" s="%d" t="s"><v>%d</v></c>' % (row, style, known + len(sentences) - 1)

        # Sheets stand before their texts in the archive.
        for info in before.infolist():
            data = before.read(info)
            if info.filename.endswith("sheet1.xml"):
                data = DONE.sub(say, VALUE.sub(rb'<c r="H\1" s="\2"><v>0.%d</v></c>' % (number + 1), data))
            elif info.filename.endswith("sharedStrings.xml"):
                more = "".join(f"<si><t>{sentence}</t></si>" for sentence in sentences)
                data = data.replace(b"</sst>", more.encode() + b"</sst>")
            after.writestr(info, data)
    return buffer.getvalue()


def read_by_openpyxl(data: bytes, *, twice: bool = True) -> list[Answer]:
    """What an honest script does: the token, the lines that were asked, and each answer checked.

    twice: opened once more for the formulas: a formula without its value looks like a blank in the first.
    """
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    formulas = openpyxl.load_workbook(BytesIO(data))[SHEET] if twice else book[SHEET]
    hidden = [[cell.value for cell in row] for row in book[HIDDEN_SHEET].iter_rows()]
    start = next(at for at, row in enumerate(hidden) if row[0] == HIDDEN_LINES[0])
    asked = {str(row[0]): row for row in hidden[start + 1 :]}
    rows: list[list[Any]] = [[cell.value for cell in row] for row in book[SHEET].iter_rows(min_row=TITLES_ROW)]
    at = {title: column for column, title in enumerate(rows[0])}
    answers = []
    for number, row in enumerate(rows[FIRST_ROW - TITLES_ROW :], FIRST_ROW):
        uid, value = str(row[at[FormColumn.UID]]), row[at[FormColumn.VALUE]]
        written = formulas.cell(number, at[FormColumn.VALUE] + 1).value
        if value is None and written is not None:
            raise ValueError(written)
        if uid in asked and isinstance(value, int | float) and value >= 0:
            answers.append((uid, value, row[at[FormColumn.NARRATIVE]]))
    return answers


def read_by_openpyxl_once(data: bytes) -> list[Answer]:
    """The same by a script that takes a formula without its value for a blank."""
    return read_by_openpyxl(data, twice=False)


def read_by_gdflow(data: bytes) -> list[Answer]:
    """What a reading process does: guards, cells, second count, answers."""
    document = read_document(data, "formulario.xlsx")
    check_every_cell(document, data)
    return [(each.line_uid, float(each.value), each.narrative) for each in read_forms(document)[0].answers]


def _compare(size: int, forms: Sequence[bytes]) -> None:
    sides = (read_by_gdflow, read_by_openpyxl, read_by_openpyxl_once)
    for data in forms:
        found, *others = (side(data) for side in sides)
        if len(found) != size or any(other != found for other in others):
            raise RuntimeError("the sides read other answers")
    rounds = [[_many(side, forms) for side in sides] for _ in range(ROUNDS)]
    mine, twice, once = zip(*rounds, strict=True)
    what = f"read a form of {size} lines ({len(forms[0])} bytes)"
    tell(what, "gdflow", mine, "openpyxl, values and formulas", twice, TIMES * len(forms))
    sys.stdout.write(
        f"  {_times(mine, twice):.1f} times less CPU than openpyxl (at least 7); {_times(mine, once):.1f} times less "
        "than openpyxl opened once, which takes a formula without its value for a blank\n"
    )


def _times(mine: Sequence[Cost], yours: Sequence[Cost]) -> float:
    return statistics.median(other.cpu / one.cpu for one, other in zip(mine, yours, strict=True))


def _many(read: Callable[[bytes], object], forms: Sequence[bytes]) -> Cost:
    return cost(lambda: [read(data) for _ in range(TIMES) for data in forms])
