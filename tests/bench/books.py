"""The consolidated workbook of 4,000 lines beside an openpyxl script of the same sheets, and national workbooks.

The script is given every value, width and look ready-made: it only writes. Each national workbook is written by a
process of its own, so that its peak of memory is its own; its closings are read from their frozen text one by one.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import openpyxl
from openpyxl.styles import NamedStyle

from gdflow.domain.canonical import canonical, restored
from gdflow.domain.closing import Closed, Snapshot
from gdflow.domain.consolidated import consolidated
from gdflow.report.closed_workbook import write_closed_workbook
from gdflow.report.national import write_national
from tests.bench.sides import cost, tell
from tests.support import cartagena
from tests.support.closed import closed

LINES, ROUNDS = 4_000, 3
PLANS = (100, 300, 1_000)
KIB, MIB = 1024, 1024**2


def main() -> int:
    """Print both figures of the workbook, and a row for each national one."""
    large = closing_of(LINES)
    sheets = sheets_of(write_closed_workbook(large))
    pairs = [(cost(lambda: write_closed_workbook(large)), cost(lambda: rewritten(sheets))) for _ in range(ROUNDS)]
    mine, yours = zip(*pairs, strict=True)
    tell(f"consolidated workbook of {LINES} lines", "gdflow", mine, "openpyxl script", yours, LINES)
    _national([int(each) for each in PLANS])
    return 0


def closing_of(lines: int) -> Closed:
    """The closing of the second quarter of a plan with so many lines."""
    base, answers = cartagena.lines(), {answer.line_id: answer for answer in _answers()}
    known = [replace(base[at % len(base)], id=at + 1, uid=f"uid-{at}", row=at + 8, position=at) for at in range(lines)]
    results = [
        replace(result, id=2 * at + number, line_id=at + 1)
        for at in range(lines)
        for number, result in enumerate(_of_line(at % len(base), answers))
    ]
    plan, as_of = cartagena.plan(), closed("2023-Q2").snapshot.report.as_of
    return closed("2023-Q2", report=consolidated(plan, known, results, (), period="2023-Q2", as_of=as_of))


def _answers() -> Sequence[Any]:
    return [cartagena.answer(line, "0.5") for line in range(1, 13)]


def _of_line(at: int, answers: dict[int, Any]) -> list[Any]:
    return [cartagena.results()[at], answers[at + 1]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a sheet. cells: row, column, value, the number of a look, a place that it leads to."""

    name: str
    widths: dict[str, float]
    heights: dict[int, float]
    cells: list[tuple[int, int, Any, int, str | None]]
    merged: list[str]
    filtered: str | None
    frozen: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks, as openpyxl says it."""

    font: Any
    border: Any
    fill: Any
    alignment: Any
    number_format: str


def sheets_of(data: bytes) -> tuple[list[Sheet], dict[int, Look]]:
    """The sheets of a workbook, and its looks by number."""
    looks: dict[int, Look] = {}
    found = []
    for page in openpyxl.load_workbook(BytesIO(data)).worksheets:
        cells: list[Any] = []
        for cell in (cell for row in page.iter_rows() for cell in row if cell.has_style or cell.value is not None):
            if cell.style_id not in looks:
                parts = copy(cell.font), copy(cell.border), copy(cell.fill), copy(cell.alignment)
                looks[cell.style_id] = Look(*parts, cell.number_format)
            link: Any = getattr(cell, "hyperlink", None)
            cells.append((cell.row, cell.column, cell.value, cell.style_id, link.location if link else None))
        widths = {letter: each.width for letter, each in page.column_dimensions.items()}
        heights = {row: each.height for row, each in page.row_dimensions.items() if each.height}
        merged = [str(each) for each in page.merged_cells.ranges]
        found.append(Sheet(page.title, widths, heights, cells, merged, page.auto_filter.ref, page.freeze_panes))
    return found, looks


def rewritten(book: tuple[list[Sheet], dict[int, Look]]) -> bytes:
    """The same workbook by openpyxl, as an engineer would write it: cell by cell, each with its look."""
    sheets, looks = book
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for number, its in looks.items():
        named = NamedStyle(str(number), font=its.font, border=its.border, fill=its.fill, alignment=its.alignment)
        named.number_format = its.number_format
        made.add_named_style(named)
    for sheet in sheets:
        page = made.create_sheet(sheet.name)
        for row, column, value, look, place in sheet.cells:
            cell: Any = page.cell(row, column, value)
            cell.style = str(look)
            if place:
                cell.hyperlink = f"#{place}"
        for letter, width in sheet.widths.items():
            page.column_dimensions[letter].width = width
        for row, height in sheet.heights.items():
            page.row_dimensions[row].height = height
        for area in sheet.merged:
            page.merge_cells(area)
        page.auto_filter.ref, page.freeze_panes = sheet.filtered, sheet.frozen
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def closings(plans: int) -> Iterator[Closed]:
    """So many entities with a plan of twelve lines each, read from frozen text one after the other."""
    usual = closed("2023-Q2")
    text = canonical(usual.snapshot)
    for number in range(plans):
        its = restored(Snapshot, text)
        entity = replace(its.entity, code=f"entidad-{number:04d}", name=f"Alcaldía Municipal {number}")
        plan = replace(its.report.plan, id=number, entity=entity.name)
        facts = replace(usual.facts, id=number, plan_id=number)
        yield Closed(facts, replace(its, entity=entity, report=replace(its.report, plan=plan)))


def one(plans: int) -> str:
    """Write the national workbook of so many plans: seconds on the clock and of CPU, MiB at the peak, MiB written."""
    wall, cpu = time.perf_counter(), time.process_time()
    with TemporaryFile() as out:
        write_national(closings(plans), out)
        size = out.tell() / MIB
    # getrusage would tell the peak of the process that started this one
    [peak] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return f"{time.perf_counter() - wall} {time.process_time() - cpu} {int(peak) / KIB} {size}"


def _national(counts: Sequence[int]) -> None:
    print("national workbook, 12 lines a plan:   plans      s   CPU s   ms CPU/plan   peak MiB   book MiB")
    for plans in counts:
        command = [sys.executable, "-c", f"from tests.bench.books import one; print(one({plans}))"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        wall, cpu, peak, size = map(float, done.stdout.split())
        each = cpu * 1000 / plans
        print(f"{plans:>43}{wall:>7.2f}{cpu:>8.2f}{each:>14.2f}{peak:>11.0f}{size:>11.2f}")


if __name__ == "__main__":
    _national([int(each) for each in sys.argv[1:]] or PLANS)
