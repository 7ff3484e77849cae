"""Tables whose titles are missing or unknown: where their rows begin, so that contents can tell the columns."""

from collections.abc import Sequence

from gdflow.collect.plan_reader.contents import sort_of
from gdflow.collect.plan_reader.dates import looks_like_day
from gdflow.collect.plan_reader.prose import limit_in
from gdflow.collect.plan_reader.roles import role_of
from gdflow.collect.plan_reader.tables import BodyRow, Table, texts_of
from gdflow.collect.plan_reader.teams import is_office
from gdflow.collect.plan_reader.titles import tidy
from gdflow.collect.sheet import DATE, TEXT, VACANT, Cell, Row, Sheet

FEWEST_LINES = 2
LONGEST_HEAD = 3


def untitled_table(sheet: Sheet) -> Table | None:
    """The table that a sheet seems to hold by its contents alone, or None when nothing there looks like a plan."""
    lines = [at for at, row in enumerate(sheet.rows) if _is_plan_row(row)]
    if len(lines) < FEWEST_LINES or len(lines) * 2 < len(sheet.rows) - lines[0]:
        return None
    first = lines[0]
    titles = _titles(sheet.rows, first)
    body = tuple(BodyRow(row) for row in sheet.rows[first:])
    above = sheet.rows[: first - 1 if titles else first]
    header = sheet.rows[first - 1].number if titles else None
    return Table(sheet, titles, body, above, header, header)


def continued(table: Table, sheet: Sheet) -> bool:
    """Whether a Word table without titles goes on with the one before it: as many columns, and not titled itself."""
    widths = [len(row.cells) for row in sheet.rows]
    if not widths or table.sheet.kind != "table" or _seems_titled(sheet.rows[0]):
        return False
    return len(table.titles) >= max(widths) >= len(table.titles) - 1


def _seems_titled(row: Row) -> bool:
    """Whether a row holds nothing but short words, half of them such as head a column: a table of something else."""
    texts = texts_of(row)
    if len(texts) < len(row.cells) or any(len(text.split()) > LONGEST_HEAD for text in texts):
        return False
    return all(sort_of(text) == "words" for text in texts) and sum(
        role_of(text) is not None for text in texts
    ) * 2 >= len(texts)


def _titles(rows: Sequence[Row], first: int) -> tuple[tuple[str, ...], ...]:
    """The row right above, when it is filled like one of titles."""
    if first == 0 or len(texts_of(rows[first - 1])) < 2:
        return ()
    return tuple((tidy(cell.text),) if cell.text.strip() else () for cell in rows[first - 1].cells)


def _is_plan_row(row: Row) -> bool:
    """Words beside a date, a deadline in a sentence, or somebody responsible."""
    filled = [cell for cell in row.cells if cell.kind is not VACANT]
    told = [cell for cell in filled if cell.kind is TEXT and len(cell.text.split()) > 2]
    if len(filled) < 2 or not told:
        return False
    return any(map(_is_dated, filled))


def _is_dated(cell: Cell) -> bool:
    if cell.kind is not TEXT:
        return cell.kind is DATE
    return (
        looks_like_day(cell.text)
        or limit_in(cell.text).due is not None
        or (len(cell.text) < 60 and is_office(cell.text))
    )
