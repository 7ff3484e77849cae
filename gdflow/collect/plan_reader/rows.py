"""From the rows below the titles to the plan's logical rows, in five steps.

1. Rows that are no lines are left out; headings are remembered. 2. Lines of a text broken inside a cell are put
together. 3. Merged cells are filled down, but for figures. 4. Rows that stand one column off are moved.
5. Rows cut in two are joined, rows of one line ("P" over "E") gathered, blank groups carried down.
"""

from collections.abc import Iterable, Sequence

from gdflow.collect.plan_reader.bands import deeper, heading_of, standing_above
from gdflow.collect.plan_reader.columns import FIGURES, Column
from gdflow.collect.plan_reader.entries import Entry, padded, text_cell
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.joins import join_entries
from gdflow.collect.plan_reader.noise import LINE, SECTION, SKIP, TITLES
from gdflow.collect.plan_reader.parts import gather
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.shift import ENOUGH, Shapes, Signature, repaired
from gdflow.collect.plan_reader.strangers import Known
from gdflow.collect.plan_reader.tables import BodyRow, Table
from gdflow.collect.plan_reader.titles import plain, tidy
from gdflow.collect.plan_reader.wording import parted_number
from gdflow.collect.sheet import BLANK, VACANT, Cell, Merge

# a figure printed once for several rows belongs to one of them only
NEVER_FILLED = FIGURES | {Role.TOTAL, Role.NOTE, Role.MARKER, Role.PERIOD}
CARRIED = frozenset({Role.ITEM, Role.PATH, Role.FINDING, Role.CAUSE, Role.STAGE})
NAMED = frozenset({Role.NUMBER, Role.ACTIVITY})
LONGEST_BREAK = 8
SHAPE_ROWS = 15  # so many rows show how the texts of a column usually begin


def read_entries(table: Table, columns: Sequence[Column], rows: Sequence[Known], issues: Issues) -> list[Entry]:
    """The logical rows of a table, in order; every change is written down as an issue."""
    signature = Signature(columns)
    entries = _lines(table, rows, signature.width)
    if table.sheet.kind == "text":
        entries = _mended(entries, signature, issues)
    _fill_merged(entries, table.sheet.merges, columns, issues)
    _repair_shifts(entries, signature, columns, issues)
    entries = join_entries(entries, columns, issues, sheet_kind=table.sheet.kind)
    entries = _headed(gather(entries, columns), columns)
    _carry_down(entries, columns)
    return entries


def _lines(table: Table, rows: Sequence[Known], width: int) -> list[Entry]:
    entries: list[Entry] = []
    sections = standing_above(table, [heading_of(line.row) for line, kind in rows if kind is SECTION])
    page, headed = 0, False
    for line, kind in rows:
        page += kind is TITLES
        if kind is SECTION:
            sections = deeper(sections, heading_of(line.row), directly=headed)
        elif kind is LINE:
            entries.append(_entry(line, width, page, sections))
        headed = kind is SECTION if kind is not SKIP else headed
    return entries


def _entry(line: BodyRow, width: int, page: int, sections: tuple[str, ...]) -> Entry:
    return Entry(line.row.number, padded(line.row.cells, width), line.page + page, line.row.hidden, sections)


def _mended(entries: list[Entry], signature: Signature, issues: Issues) -> list[Entry]:
    """Lines of a text that a line end inside a cell had cut: put together where only the whole fits the titles."""
    if not signature.strict:
        return entries
    usual = _usual(entries, signature)
    mended: list[Entry] = []
    at = 0
    while at < len(entries):
        whole, taken = _whole(entries, at, signature, usual)
        if taken > 1:
            first = entries[at].number
            for part in entries[at + 1 : at + taken]:
                raw = next((cell.text for cell in part.cells if cell is not BLANK), "")
                issues.add("split_cell_joined", part.number, raw=raw, proposal=f"unida a la fila {first}", first=first)
        mended.append(whole)
        at += taken
    return mended


def _usual(entries: Sequence[Entry], signature: Signature) -> int:
    """How many typed columns a whole row fills, taken from the fullest one: most others may be broken."""
    return max((signature.filled(entry.cells) for entry in entries if not signature.faults(entry.cells)), default=0)


def _whole(entries: Sequence[Entry], at: int, signature: Signature, usual: int) -> tuple[Entry, int]:
    entry = entries[at]
    cells = _stripped(entry.cells)
    if _fits(entry.cells, signature, usual):
        return entry, 1
    for count, more in enumerate(entries[at + 1 : at + LONGEST_BREAK], 2):
        rest = _stripped(more.cells)
        if _fits(more.cells, signature, usual) or len(cells) + len(rest) - 1 > signature.width:
            break
        cells = [*cells[:-1], text_cell(f"{cells[-1].text} {rest[0].text}".strip()), *rest[1:]]
        row = padded(tuple(cells), signature.width)
        if _fits(row, signature, usual):
            return Entry(entry.number, row, entry.page, entry.hidden, entry.sections), count
    return entry, 1


def _fits(cells: Sequence[Cell], signature: Signature, usual: int) -> bool:
    """Whether a row holds nearly as many typed values as the others, each where it belongs."""
    return signature.faults(cells) == 0 and signature.filled(cells) * 3 >= usual * 2


def _stripped(cells: Sequence[Cell]) -> list[Cell]:
    end = len(cells)
    while end > 1 and cells[end - 1].kind is VACANT:
        end -= 1
    return list(cells[:end])


def _fill_merged(entries: Sequence[Entry], merges: Iterable[Merge], columns: Sequence[Column], issues: Issues) -> None:
    tall = [merge for merge in merges if merge.last_row > merge.first_row]
    if not tall or not entries:
        return
    places = {entry.number: entry for entry in entries}
    kept = {column.index for column in columns if column.role in NEVER_FILLED}
    for merge in tall:
        top = places.get(merge.first_row)
        column = merge.first_column
        if top is None or column >= len(columns) or top.cells[column].kind is VACANT:
            continue
        shown = top.cells[column]
        for number in range(merge.first_row + 1, merge.last_row + 1):
            if entry := places.get(number):
                _cover(entry, column, shown, issues, once=column in kept)


def _cover(entry: Entry, column: int, shown: Cell, issues: Issues, *, once: bool) -> None:
    """Give a cell what the merged range over it shows; what a program left below, nobody sees.

    once: the range stands for its first row only.
    """
    below = entry.cells[column]
    if below.kind is not VACANT and below.text != shown.text:
        issues.add("covered_value", entry.number, column, raw=below.text, proposal=shown.text)
    if once:
        entry.cells[column] = BLANK
    else:
        entry.cells[column] = shown
        entry.merged |= {column}


def _repair_shifts(entries: Sequence[Entry], signature: Signature, columns: Sequence[Column], issues: Issues) -> None:
    if not signature.strict:
        return
    odd = [entry for entry in entries if not signature.is_plain(entry.cells)]
    wrong = [(entry, found) for entry in odd if len(found := signature.misplaced(entry.cells)) >= ENOUGH]
    if not wrong:
        return
    doubted = {id(entry) for entry in odd}
    right = [entry.cells for entry in entries if id(entry) not in doubted]
    shapes = Shapes(right[:SHAPE_ROWS] or [entry.cells for entry in entries], signature)
    for entry, misplaced in wrong:
        if moved := repaired(entry.cells, misplaced, signature, shapes):
            entry.cells, gap = moved
            raw = " | ".join(cell.text for cell in entry.cells if cell.kind is not VACANT)
            title = columns[gap].title
            issues.add("shifted_row", entry.number, gap, raw=raw, proposal=f"«{title}» vacía", column=title)


def _headed(entries: list[Entry], columns: Sequence[Column]) -> list[Entry]:
    """ "1. Gobierno de TI" right above "1.1 Elaborar …" is a heading of the lines numbered under it."""
    activity = next((column.index for column in columns if column.role is Role.ACTIVITY), None)
    if activity is None or not entries:
        return entries
    kept: list[Entry] = []
    heads: dict[str, str] = {}
    numbers = [parted_number(entry.text(activity))[0] for entry in entries]
    for entry, number, under in zip(entries, numbers, [*numbers[1:], None], strict=True):
        if number and under and under.startswith(f"{number}.") and _is_alone(entry):
            heads[number] = tidy(entry.text(activity))
            continue
        above = number.rpartition(".")[0] if number else ""
        if above in heads:
            entry.sections += (heads[above],)
        kept.append(entry)
    return kept


def _is_alone(entry: Entry) -> bool:
    return sum(cell.kind is not VACANT for cell in entry.cells) == 1


def _carry_down(entries: Sequence[Entry], columns: Sequence[Column]) -> None:
    """A blank group means the group above, until an outer group changes; a blank figure never does."""
    carried = [column for column in columns if column.role in CARRIED and not column.mark]
    carried += [column for column in columns if column.role in NAMED]
    places = [
        (column.index, [inner.index for inner in carried[place + 1 :]] if _is_group(column, entries) else [])
        for place, column in enumerate(carried)
    ]
    last: dict[int, Cell] = {}
    sections: tuple[str, ...] = ()
    for entry in entries:
        if entry.sections != sections:
            sections = entry.sections
            last.clear()
        for at, inner in places:
            _carry(entry, at, last, inner)


def _carry(entry: Entry, at: int, last: dict[int, Cell], inner: Sequence[int]) -> None:
    """inner: the columns whose groups end with this one's."""
    cell, above = entry.cells[at], last.get(at)
    if cell.kind is VACANT:
        if above is not None:
            entry.cells[at] = above
            entry.merged |= {at}
    elif above is None or (cell is not above and plain(cell.text) != plain(above.text)):
        for column in inner:
            last.pop(column, None)
        last[at] = cell


def _is_group(column: Column, entries: Sequence[Entry]) -> bool:
    """Whether a numbering or heading column groups several rows rather than numbering each."""
    own = [entry.cells[column.index].text for entry in entries if entry.own(column.index)]
    return len(own) < len(entries) or len(set(own)) < len(own)
