"""Rows of a table that are no lines of the plan: repeated titles, column numbers, page heads, totals, signatures."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.tables import Table, is_repeated_title, texts_of
from gdflow.collect.plan_reader.titles import plain, solid
from gdflow.collect.sheet import BLANK, Cell, CellKind, Row

PAGE = re.compile(r"\bp(?:agina|ag) \d+(?: de \d+)?\b|^hoja \d+ de \d+$")
LABEL = re.compile(
    r"^(?:codigo|version|nit|pagina|vigencia|proceso|macroproceso|fecha(?: de)?(?: \w+)?|formato)\s*:", re.IGNORECASE
)
SIGNED = re.compile(
    r"^(?:elaboro|reviso|aprobo|proyecto|realizo|elaborad[oa] por|revisad[oa] por|aprobad[oa] por|firmas?|vo bo|v b"
    r"|original firmado|nombre y firma|nombre del responsable del plan"
    r"|fecha de (?:elaboracion|aprobacion|diligenciamiento)"
    r"|representante legal)\b"
)
SAID = re.compile(r"^(?:notas?|fuentes?|convenciones|leyenda|aclaraci\w+|observaciones generales|instrucciones)\b")
TOTAL = re.compile(
    r"^(?:sub ?total(?:es)?|total(?:es)?|gran total|promedio|sumatoria|total(?:es)? .{0,60}"
    r"|(?:avance|cumplimiento|porcentaje|resultado|peso|ejecucion|promedio|sumatoria)(?: \w+){0,3}"
    r" (?:total|general|promedio|consolidado|avance|pesos))$"
)
LONGEST_NUMBER = 5
GROUPING = frozenset({Role.ITEM, Role.PATH, Role.FINDING, Role.STAGE, Role.NUMBER})
DATED = frozenset({Role.START, Role.DUE, Role.RESPONSIBLE})


class Kind(Enum):
    """What a row below the titles is."""

    LINE = "line"
    SKIP = "skip"
    TITLES = "titles"
    SECTION = "section"
    END = "end"


class Noise:
    """Tells the rows of one table that are no lines."""

    def __init__(self, table: Table, columns: Sequence[Column]) -> None:
        self._titles = table.titles
        self._first_titles = {part.strip().lower() for parts in table.titles for part in parts}
        self._above = {solid(text) for row in table.above for text in texts_of(row)}
        self._roles = {column.index: column.role for column in columns}
        self._dated = [column.index for column in columns if column.role in DATED]
        self._wide = {
            (merge.first_row, merge.first_column)
            for merge in table.sheet.merges
            if (merge.last_column - merge.first_column + 1) * 2 > len(columns)
        }

    def kind(self, row: Row) -> Kind:
        """What a row is; the cheap looks come first, as most rows are lines."""
        filled = [
            (at, cell) for at, cell in enumerate(row.cells) if cell is not BLANK and cell.kind is not CellKind.BLANK
        ]
        if not filled:
            return Kind.SKIP
        first, cell = filled[0]
        if cell.text.strip().lower() in self._first_titles and is_repeated_title(row, self._titles):
            return Kind.TITLES
        if len(filled) > 2 and _counts_up(filled):
            return Kind.SKIP
        if len(filled) <= 8 and ":" in cell.text[:24] and SIGNED.match(plain(cell.text[:40])):
            return Kind.END
        if any(row.cell(at).kind is not CellKind.BLANK for at in self._dated):
            return Kind.LINE if len(filled) > 1 else self._lone(row, first, cell)
        return self._undated(row, filled)

    def _undated(self, row: Row, filled: list[tuple[int, Cell]]) -> Kind:
        first, cell = filled[0]
        words = plain(cell.text) if len(cell.text) <= 120 else ""
        if len(filled) <= 6 and self._is_page_head(filled):
            return Kind.SKIP
        if TOTAL.match(words) or self._total_beside(filled):
            return Kind.SKIP
        if len(filled) <= 6 and SIGNED.match(words) and (not words.startswith("proyecto") or ":" in cell.text):
            return Kind.END
        if len(filled) <= 2 and SAID.match(words):
            return Kind.SKIP
        return self._lone(row, first, cell) if len(filled) == 1 else Kind.LINE

    def _total_beside(self, filled: list[tuple[int, Cell]]) -> bool:
        """ "TOTAL" not in the first cell, in a row that is otherwise figures."""
        texts = [cell.text for _, cell in filled if cell.kind is CellKind.TEXT]
        return len(texts) == 1 and len(texts[0]) <= 120 and TOTAL.match(plain(texts[0])) is not None

    def _is_page_head(self, filled: list[tuple[int, Cell]]) -> bool:
        texts = [cell.text for _, cell in filled]
        if any(len(text) <= 160 and PAGE.search(plain(text)) for text in texts):
            return True
        return all(LABEL.match(text.strip()) or (len(text) <= 160 and solid(text) in self._above) for text in texts)

    def _lone(self, row: Row, column: int, cell: Cell) -> Kind:
        """A row with one filled cell: a heading, a part of the line above, or a number without a line."""
        if (row.number, column) in self._wide:
            return Kind.SKIP if SAID.match(plain(cell.text)) else Kind.SECTION
        if self._roles.get(column) not in GROUPING:
            return Kind.LINE
        digits = cell.kind is not CellKind.TEXT or cell.text.strip().strip(".").isdigit()
        return Kind.SKIP if digits else Kind.SECTION


def _counts_up(filled: Sequence[tuple[int, Cell]]) -> bool:
    """1 2 3 4 …, (1) (2) (3) … or A B C … under the titles: numbers of the columns."""
    if any(len(cell.text) > LONGEST_NUMBER for _, cell in filled):
        return False
    words = [cell.text.strip().strip("()[].°") for _, cell in filled]
    if all(word.isdigit() for word in words):
        numbers = [int(word) for word in words]
        return all(one < other for one, other in pairwise(numbers))
    return all(len(word) == 1 and word.isalpha() for word in words) and words == sorted(set(words))
