"""Where the tables of a sheet stand: the band of title rows, the title of each column, the rows below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from gdflow.collect.plan_reader.roles import Role, is_generic, role_of
from gdflow.collect.plan_reader.stretches import ORDINALS, UNITS, is_week, stretch_of
from gdflow.collect.plan_reader.title_rows import column_titles, reaches_down, wide_cells
from gdflow.collect.plan_reader.title_score import (
    INITIALS,
    LETTERS,
    TITLE_LENGTH,
    could_be_titles,
    in_small_letters,
    is_core,
    is_year,
    title_score,
)
from gdflow.collect.plan_reader.titles import LONGEST_TITLE, plain, same_title, solid
from gdflow.collect.sheet import DATE, NUMBER, TEXT, VACANT, Cell, Row, Sheet

SUB_ROLES = frozenset(
    {Role.RESULT, Role.PROGRAMMED, Role.TARGET, Role.START, Role.DUE, Role.NOTE, Role.NUMERATOR, Role.DENOMINATOR}
    | {Role.EVIDENCE, Role.WINDOW}
)
MOST_PARENTS, MOST_SUBS, NEAR_ROWS = 2, 2, 3
LONGEST_SUB = 5
FEWEST_STRONG = 2


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row below the titles. page: how many times the titles had been printed again above it."""

    row: Row
    page: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: titles holds for each column its title's parts from top to bottom; above, the rows before it.

    places: of rows put together from cells that stand elsewhere, the address of each column's value.
    """

    sheet: Sheet
    titles: tuple[tuple[str, ...], ...]
    body: tuple[BodyRow, ...]
    above: tuple[Row, ...] = ()
    header_row: int | None = None
    first_row: int | None = None
    places: Mapping[int, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Band:
    first: int
    last: int
    score: int


def find_tables(sheet: Sheet) -> tuple[Table, ...]:
    """The tables of a sheet that carry titles, in order; a page's repeated titles begin no new one."""
    bands = _bands(sheet)
    tables: list[Table] = []
    for at, band in enumerate(bands):
        end = bands[at + 1].first if at + 1 < len(bands) else len(sheet.rows)
        above_from = bands[at - 1].last + 1 if at else 0
        titles = column_titles(sheet, sheet.rows[band.first : band.last + 1])
        body = tuple(BodyRow(row) for row in sheet.rows[band.last + 1 : end])
        header, first = sheet.rows[band.last].number, sheet.rows[band.first].number
        tables.append(Table(sheet, titles, body, _above(sheet, above_from, band.first), header, first))
    return _pages_joined(tables)


def texts_of(row: Row) -> list[str]:
    """The texts of a row that are not blank."""
    return [cell.text for cell in row.cells if cell.kind is not VACANT]


def is_repeated_title(row: Row, titles: Sequence[tuple[str, ...]]) -> bool:
    """Whether a row prints the table's titles again, be it with a letter changed."""
    filled = [(at, cell.text) for at, cell in enumerate(row.cells) if cell.kind is TEXT]
    if not filled or len(filled) < 2 or any(len(text) > LONGEST_TITLE for _, text in filled):
        return False
    alike = sum(1 for at, text in filled if at < len(titles) and any(same_title(text, part) for part in titles[at]))
    return alike * 5 >= len(filled) * 3


def _bands(sheet: Sheet) -> list[_Band]:
    found: list[_Band] = []
    for at, row in enumerate(sheet.rows):
        if found and at <= found[-1].last:
            continue
        score = 0 if row.hidden and _titled_below(sheet, at) else title_score(row, later=bool(found))
        if score and found and in_small_letters(row) and not in_small_letters(sheet.rows[found[0].last]):
            continue
        if score and found and at - found[-1].last <= NEAR_ROWS and _nothing_between(sheet, found[-1], at):
            # a block of labels above the real titles can look like titles: the richer one wins
            if score <= found[-1].score:
                continue
            found.pop()
        if score:
            found.append(_band(sheet, at, score, found[-1].last + 1 if found else 0))
    return found


def _titled_below(sheet: Sheet, at: int) -> bool:
    """Whether titles that a person sees stand close below a hidden row: it holds a program's names of the fields."""
    below = sheet.rows[at + 1 : at + 1 + NEAR_ROWS]
    return any(not row.hidden and title_score(row, later=False) for row in below)


def _nothing_between(sheet: Sheet, band: _Band, at: int) -> bool:
    return all(len(texts_of(row)) <= 2 for row in sheet.rows[band.last + 1 : at])


def _band(sheet: Sheet, at: int, score: int, floor: int) -> _Band:
    first = last = at
    while first > floor and at - first < MOST_PARENTS and _is_parent(sheet, first - 1, at):
        first -= 1
    while last + 1 < len(sheet.rows) and last - at < MOST_SUBS and _is_sub(sheet, last + 1, at):
        last += 1
    return _Band(first, last, score)


def _is_parent(sheet: Sheet, at: int, anchor_at: int) -> bool:
    """Whether a row above the titles groups them: years, "Programado", "Seguimiento" over several columns."""
    row, anchor = sheet.rows[at], sheet.rows[anchor_at]
    if row.number + 1 != sheet.rows[at + 1].number or not could_be_titles(row):
        return False
    filled = [(column, cell) for column, cell in enumerate(row.cells) if cell.kind is not VACANT]
    # a free column to the left of a table is none of it
    left = next(at for at, cell in enumerate(anchor.cells) if cell.kind is not VACANT)
    width = len(anchor.cells) - left
    spans = wide_cells(sheet, row.number)
    if len(filled) == 1 and filled[0][0] == left and left not in spans:
        return False
    if not filled or any(len(cell.text) > TITLE_LENGTH or ":" in cell.text for _, cell in filled):
        return False
    if any((spans.get(column, column) - column + 1) * 5 > width * 4 for column, _ in filled):
        return False
    edge = min(column for line in sheet.rows[at : anchor_at + 1] for column in _filled(line)[:1])
    if len(filled) == 2 and filled[0][0] == edge and not _is_group(filled[1][1]):
        return False
    if filled[0][0] > edge or (len(filled) > 2 and any(_is_group(cell) for _, cell in filled[1:])):
        return True
    return len(filled) > 2 and {column for column, _ in filled} <= _heading(sheet, row.number, anchor.number)


def _filled(row: Row) -> list[int]:
    return [column for column, cell in enumerate(row.cells) if cell.kind is not VACANT]


def _heading(sheet: Sheet, number: int, titles: int) -> frozenset[int]:
    """The columns at which merged cells of a row begin that head others: wide and flat, or down to the titles."""
    return frozenset(
        merge.first_column
        for merge in sheet.merges
        if merge.first_row == number
        and (merge.last_row == titles or (merge.last_row == number and merge.last_column > merge.first_column))
    )


def _is_group(cell: Cell) -> bool:
    if cell.kind is NUMBER or stretch_of(cell.text):
        return True
    role = role_of(cell.text)
    return role in SUB_ROLES or is_core(cell.text, role)


def _is_sub(sheet: Sheet, at: int, anchor_at: int) -> bool:
    """Whether a row below the titles names parts of them: quarters under a year, "P" and "E" under a quarter."""
    row, anchor = sheet.rows[at], sheet.rows[at - 1]
    if reaches_down(sheet, sheet.rows[anchor_at], row):
        return True
    filled = [(column, cell) for column, cell in enumerate(row.cells) if cell.kind is not VACANT]
    if row.number == anchor.number + 1 and INITIALS in "".join(solid(cell.text) for _, cell in filled if cell.text):
        return all(len(cell.text) <= TITLE_LENGTH for _, cell in filled)
    if row.number != anchor.number + 1 or not filled or not any(_is_title_below(cell) for _, cell in filled):
        return False
    spans = wide_cells(sheet, anchor.number) | wide_cells(sheet, sheet.rows[anchor_at].number)
    odd, weak, ended = 0, 0, _ended(sheet, row.number - 1)
    for column, cell in filled:
        if column in ended or not _is_title_below(cell):
            # a sentence is no title: this row is a line that begins with small numbers
            odd += 1 if len(cell.text.split()) <= LONGEST_SUB else len(filled)
        elif not (_stands_under(anchor, row, column, spans) or _is_strong(cell)):
            weak += 1
    # titles cut into two lines: "UNIDAD DE | FECHA" over "MEDIDA | TERMINACIÓN", beside quarters
    cut = anchor.cells[0].kind is not VACANT and row.cell(0).kind is VACANT and _strong(filled) >= FEWEST_STRONG
    return odd * 4 <= len(filled) and (not weak or cut)


def _strong(filled: Sequence[tuple[int, Cell]]) -> int:
    return sum(_is_strong(cell) for _, cell in filled)


def _ended(sheet: Sheet, number: int) -> frozenset[int]:
    """The columns whose title is merged downwards and ends with a row: what stands below is no part of it."""
    return frozenset(
        merge.first_column
        for merge in sheet.merges
        if merge.first_row < merge.last_row == number and merge.first_column == merge.last_column
    )


def _is_title_below(cell: Cell) -> bool:
    if cell.kind is DATE:
        return isinstance(cell.value, date) and (cell.value.day == 1 or cell.value.day >= 28)
    if cell.kind is NUMBER:
        return is_year(cell) or (isinstance(cell.value, Decimal) and 1 <= cell.value <= 12)
    if cell.kind is not TEXT or len(cell.text) > TITLE_LENGTH or "@" in cell.text:
        return False
    word = solid(cell.text)
    named = stretch_of(cell.text) or role_of(cell.text) or is_generic(cell.text)
    return bool(named) or word in LETTERS or word in ORDINALS or word == "%" or is_week(cell.text)


def _is_strong(cell: Cell) -> bool:
    if cell.kind is not TEXT or len(cell.text) > 40:
        return False
    return stretch_of(cell.text) is not None or role_of(cell.text) in {Role.START, Role.DUE, Role.PROGRAMMED}


def _stands_under(anchor: Row, row: Row, column: int, spans: dict[int, int]) -> bool:
    """Whether the title above a column is blank or spreads over more than this column."""
    if anchor.cell(column).kind is VACANT:
        return any(first <= column <= last for first, last in spans.items()) or column > 0
    if column in spans or _is_repeated(anchor, column):
        return True
    beside = anchor.cell(column + 1).kind is VACANT
    return beside and row.cell(column + 1).kind is not VACANT


def _is_repeated(row: Row, column: int) -> bool:
    """Whether a title is written again in the next cell instead of spreading over it."""
    text = row.cell(column).text
    beside = [row.cell(near).text for near in (column - 1, column + 1) if near >= 0]
    return row.cell(column).kind is TEXT and text in beside


def _above(sheet: Sheet, start: int, end: int) -> tuple[Row, ...]:
    """The rows before a table; behind another table only the short ones that stand right above it."""
    if start == 0:
        return sheet.rows[:end]
    first = end
    while first > start and len(texts_of(sheet.rows[first - 1])) <= 2:
        first -= 1
    return sheet.rows[first:end]


def _pages_joined(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables whose titles are those of the table before are its next pages, unless they are headed as another plan."""
    joined: list[Table] = []
    for table in tables:
        if joined and _continues(joined[-1], table):
            last = joined[-1]
            page = last.body[-1].page + 1 if last.body else 1
            more = tuple(BodyRow(line.row, page) for line in table.body)
            joined[-1] = replace(last, body=last.body + more)
        else:
            if joined and table.above:
                taken = {row.number for row in table.above}
                last = joined[-1]
                joined[-1] = replace(last, body=tuple(line for line in last.body if line.row.number not in taken))
            joined.append(table)
    return tuple(joined)


def _continues(before: Table, table: Table) -> bool:
    pairs = list(zip(before.titles, table.titles, strict=False))
    alike = sum(1 for one, other in pairs if one and other and same_title(one[-1], other[-1]))
    filled = sum(1 for one in table.titles if one)
    if alike * 10 < filled * 8:
        return False
    known = {solid(text) for row in before.above for text in texts_of(row)}
    fresh = [text for row in table.above for text in texts_of(row) if solid(text) not in known]
    return not any(plain(text).startswith(("plan ", "plan de", "programa de transparencia")) for text in fresh)


def has_unit(text: str) -> bool:
    """Whether a title names a part of the year without saying which: "Trimestre"."""
    return any(word in UNITS for word in plain(text).split())
