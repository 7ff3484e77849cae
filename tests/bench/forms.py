"""Reading forms beside openpyxl doing the same, fifty uploads at once, and two thousand forms from bytes to receipt.

Forms are such as a team gets them, filled in as a spreadsheet program would.
"""

import re
import resource
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path
from threading import Barrier
from typing import Any

import openpyxl

from gdflow.collect.files import read_document
from gdflow.collect.forms_reader import read_forms
from gdflow.collect.raw_cells import check_every_cell
from gdflow.collect.reading import ReaderPool
from gdflow.domain import keys
from gdflow.domain.forms import FIRST_ROW, HIDDEN_LINES, HIDDEN_SHEET, SHEET, TITLES_ROW, FormColumn, FormLine
from gdflow.domain.receipts import ReceiptSource
from gdflow.report.form import write_form
from gdflow.services.keep import keep_file
from gdflow.services.read_answers import read_waiting
from gdflow.storage import plans, submissions
from gdflow.storage.objects import ObjectStore
from tests.bench.mailing import LINES_OF_TEAM, NOW, Department
from tests.bench.sides import Cost, cost, tell
from tests.support.forms import form, line

LINES, EACH, ROUNDS = 12, 40, 5
UPLOADERS, UPLOADS, SIZE = 50, 20, 11 * 1024
FORMS, PERIOD = 2_000, "2023-Q2"
ASSIGNED = f"""INSERT INTO assignment (entity_id, plan_id, line_id, team_id, position)
SELECT 1, plan_id, id, (id - 1) / {LINES_OF_TEAM} + 1, 0 FROM line"""
OPENED = """INSERT INTO period (entity_id, plan_id, key, kind, start_on, end_on, report_by, closes_on, opened_at)
SELECT 1, id, '2023-Q2', 'quarter', '2023-04-01', '2023-06-30', '2023-07-28', '2023-08-04', '2023-04-01 12:00:00'
FROM plan"""
VALUE = re.compile(rb'<c r="H(\d+)" s="(\d+)"/>')
DONE = re.compile(rb'<c r="K(\d+)" s="(\d+)"/>')


def main(forms: int = FORMS) -> None:
    """Print milliseconds a form on both sides, the receipts' percentiles, and the seconds of the whole replay."""
    _reading()
    with tempfile.TemporaryDirectory() as name:
        _uploading(Path(name))
    with tempfile.TemporaryDirectory() as name:
        _replay(Path(name), forms)


def filled(blank: bytes) -> bytes:
    """A form with a figure and a sentence beside each line, its other parts as they were."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(blank)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename.endswith("sheet1.xml"):
                data = VALUE.sub(rb'<c r="H\1" s="\2"><v>0.1</v></c>', data)
                data = DONE.sub(rb'<c r="K\1" s="\2" t="inlineStr"><is><t>Se hizo lo previsto.</t></is></c>', data)
            after.writestr(info, data)
    return buffer.getvalue()


def read_by_openpyxl(data: bytes, *, twice: bool = True) -> list[tuple[str, float, str | None]]:
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


def read_by_gdflow(data: bytes) -> int:
    """What a reading process does: guards, cells, second count, answers."""
    document = read_document(data, "formulario.xlsx")
    check_every_cell(document, data)
    return len(read_forms(document)[0].answers)


def _reading() -> None:
    data = filled(write_form(form(*(line(f"uid-{n}") for n in range(LINES)))))
    if (read_by_gdflow(data), len(read_by_openpyxl(data))) != (LINES, LINES):
        raise RuntimeError("the sides read other answers")
    _many(read_by_openpyxl, data)
    _many(read_by_gdflow, data)
    rounds = [(_many(read_by_gdflow, data), _many(read_by_openpyxl, data)) for _ in range(ROUNDS)]
    mine, yours = [one for one, _ in rounds], [other for _, other in rounds]
    tell(f"read a form of {LINES} lines ({len(data)} bytes)", "gdflow", mine, "openpyxl", yours, EACH)
    ours = statistics.median(one.cpu for one in mine)
    times = statistics.median(other.cpu / one.cpu for one, other in rounds)
    once = _many(lambda form: read_by_openpyxl(form, twice=False), data).cpu / ours
    sys.stdout.write(
        f"  {times:.1f} times less CPU than openpyxl (at least 7); {once:.1f} times less than openpyxl that takes a "
        "formula without its value for a blank\n"
    )


def _many(read: Callable[[bytes], object], data: bytes) -> Cost:
    return cost(lambda: [read(data) for _ in range(EACH)])


def _uploading(folder: Path) -> None:
    department = Department.built(folder / "uploads.db", 1)
    objects, numbers, barrier = ObjectStore(folder / "objects"), count(), Barrier(UPLOADERS)

    def upload(_n: int) -> list[float]:
        barrier.wait()
        return [_one(department, objects, f"{next(numbers)} ".encode().ljust(SIZE, b"x")) for _ in range(UPLOADS)]

    began = time.perf_counter()
    with ThreadPoolExecutor(UPLOADERS) as threads:
        seconds = sorted(one for found in threads.map(upload, range(UPLOADERS)) for one in found)
    whole = time.perf_counter() - began
    at = statistics.quantiles(seconds, n=100)
    sys.stdout.write(
        f"{UPLOADERS} at once, {len(seconds)} files of {SIZE} bytes: {len(seconds) / whole:.0f} receipts a second, "
        f"p50 {at[49] * 1000:.0f} ms, p95 {at[94] * 1000:.0f} ms, p99 {at[98] * 1000:.0f} ms, slowest "
        f"{seconds[-1] * 1000:.0f} ms, RSS {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB\n"
    )
    department.engine.dispose()


def _one(department: Department, objects: ObjectStore, data: bytes, name: str = "formulario.xlsx") -> float:
    began = time.perf_counter()
    keep_file(
        department.transaction,
        department.rules,
        objects,
        name=name,
        data=data,
        source=ReceiptSource.PAGE,
        sender=None,
        team_id=None,
        period=None,
        now=NOW,
    )
    return time.perf_counter() - began


def _replay(folder: Path, forms: int) -> None:
    department = Department.built(folder / "replay.db", forms)
    objects, sent = ObjectStore(folder / "objects"), _forms(department, forms)
    its = (department.transaction, department.rules, objects)
    kept = cost(lambda: [_one(department, objects, data) for data in sent])
    with ReaderPool() as pool:
        read_waiting(*its, pool, now=NOW, limit=pool.size)  # the readers are running, as in a service
        read: list[Any] = []
        reading = cost(lambda: read.extend(read_waiting(*its, pool, now=NOW)))
    taken = sum(len(each.taken) for each in read)
    sys.stdout.write(
        f"{forms} forms of {LINES_OF_TEAM} lines: kept in {kept.wall:.1f} s, read, taken and acknowledged in "
        f"{reading.wall:.1f} s ({reading.wall * 1000 / len(read):.1f} ms each, {taken} answers), RSS "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB\n"
    )
    if taken != len(read) * LINES_OF_TEAM:
        raise RuntimeError(f"{taken} answers of {len(read)} forms")
    department.engine.dispose()


def _forms(department: Department, forms: int) -> Sequence[bytes]:
    """The filled form of each team, its token known to the database."""
    sent = []
    with department.transaction() as session:
        for statement in (ASSIGNED, OPENED):
            session.connection().exec_driver_sql(statement)
        for plan in plans.plans_of(session, 1):
            of_team: dict[int, list[FormLine]] = {}
            for each in plans.lines_of(session, plan.id):
                of_team.setdefault(each.team_id or 0, []).append(line(each.uid, "100", None))
            for team_id, lines in of_team.items():
                token = keys.form_token(f"ficha del equipo {team_id:08}".encode())
                digest = keys.token_sha256(token)
                told: dict[str, Any] = {"team_id": team_id, "period": PERIOD, "plan_ids": [plan.id], "at": NOW}
                submissions.issue_form(session, 1, token_sha256=digest, **told)
                sent.append(filled(write_form(replace(form(*lines), token=token))))
    if len(sent) != forms:
        raise RuntimeError(f"{len(sent)} forms")
    return sent


if __name__ == "__main__":
    main()
