"""Title rows as one title per column: wide titles repeated over what they head, parts from top to bottom."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from gdflow.collect.plan_reader.titles import plain, tidy
from gdflow.collect.sheet import DATE, VACANT, Cell, Row, Sheet
from gdflow.spanish.dates import MONTHS

SLASH = " / "
TALLEST = 4  # rows that a title may be merged over


def column_titles(sheet: Sheet, band: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """Of each column the parts of its title, from the widest to its own."""
    width = max(max(len(row.cells) for row in band), max((_spread_end(sheet, row) for row in band), default=0))
    layers = [_layer(sheet, row, band[at + 1 :], width) for at, row in enumerate(band)]
    titles = [_parts([layer[column] for layer in layers]) for column in range(width)]
    shared = Counter(parts[-1].partition(SLASH)[0] for parts in titles if parts and SLASH in parts[-1])
    return tuple(_unslashed(parts, shared) for parts in titles)


def wide_cells(sheet: Sheet, number: int) -> dict[int, int]:
    """Of each column at which a wide merged cell of the row begins: its last column."""
    return {
        merge.first_column: merge.last_column
        for merge in sheet.merges
        if merge.first_row <= number <= merge.last_row and merge.last_column > merge.first_column
    }


def reaches_down(sheet: Sheet, anchor: Row, row: Row) -> bool:
    """Whether titles of a row are merged down to a row below it, which then holds titles too."""
    if row.number <= anchor.number:
        return False
    tall = sum(
        merge.first_row <= anchor.number and row.number <= merge.last_row and merge.last_row - merge.first_row < TALLEST
        for merge in sheet.merges
    )
    return tall * 3 >= sum(cell.kind is not VACANT for cell in anchor.cells)


def _unslashed(parts: tuple[str, ...], shared: Counter[str]) -> tuple[str, ...]:
    """ "ACTIVIDADES / CANTIDAD" beside "ACTIVIDADES / FECHA" is a title under a wide one, written in one cell."""
    head, mark, own = parts[-1].partition(SLASH) if parts else ("", "", "")
    return (*parts[:-1], head, own) if mark and shared[head] > 1 else parts


def _spread_end(sheet: Sheet, row: Row) -> int:
    """How many columns the row's merged cells reach over."""
    return max((last + 1 for last in wide_cells(sheet, row.number).values()), default=0)


def _parts(texts: Sequence[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for text in texts:
        if text and (not kept or plain(kept[-1]) != plain(text)):
            kept.append(text)
    return tuple(kept)


def _layer(sheet: Sheet, row: Row, below: Sequence[Row], width: int) -> list[str]:
    """The row's titles with each wide one repeated over the columns that it heads."""
    texts = [_title_text(row.cell(column)) for column in range(width)]
    spans = wide_cells(sheet, row.number)
    for first, last in spans.items():
        if row.number >= 1 and texts[first]:
            texts[first : last + 1] = [texts[first]] * (last + 1 - first)
    merged_to = set(spans.values())
    for column in range(1, width):
        has_sub = any(line.cell(column).kind is not VACANT for line in below)
        left_sub = any(line.cell(column - 1).kind is not VACANT for line in below)
        if not texts[column] and texts[column - 1] and has_sub and left_sub and column - 1 not in merged_to:
            texts[column] = texts[column - 1]
    return texts


def _title_text(cell: Cell) -> str:
    if cell.kind is DATE and isinstance(cell.value, date):
        day = cell.value
        return f"{MONTHS[day.month - 1]} {day.year}" if day.day == 1 else f"{day.day:02d}/{day.month:02d}/{day.year}"
    return tidy(cell.text)
