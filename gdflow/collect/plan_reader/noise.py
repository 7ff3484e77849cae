"""Rows of a table that are no lines of the plan: repeated titles, column numbers, page heads, totals, signatures."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from gdflow.collect.plan_reader.bands import heading_of, is_heading, is_numbered_heading
from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.numbers import is_blank_text, looks_numeric
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.tables import Table, is_repeated_title, texts_of
from gdflow.collect.plan_reader.teams import office_in
from gdflow.collect.plan_reader.titles import plain, solid
from gdflow.collect.sheet import BLANK, NUMBER, TEXT, VACANT, Cell, Row

# "publicar en la página 2 veces" counts no pages: that stands at an end of the text, or says of how many
PAGE = re.compile(r"\bp(?:agina|ag) \d+(?: de \d+\b|$)|^p(?:agina|ag) \d+\b|^hoja \d+ de \d+$")
PAGE_ALONE = re.compile(r"(?:p[aá]g(?:ina|\.)?|hoja)\s*\d+(?:\s*(?:de|/)\s*\d+)?$", re.IGNORECASE)
LABEL = re.compile(
    r"^(?:codigo|version|nit|pagina|vigencia|proceso|macroproceso|fecha(?: de)?(?: \w+)?|formato)\s*:", re.IGNORECASE
)
SIGNED = re.compile(
    r"^(?:elaboro|reviso|aprobo|proyecto|realizo|elaborad[oa] por|revisad[oa] por|aprobad[oa] por|firmas?|vo bo|v b"
    r"|original firmado|nombre y firma|nombre del responsable del plan"
    r"|fecha de (?:elaboracion|aprobacion|diligenciamiento)"
    r"|representante legal)\b"
)
SAID = re.compile(r"^(?:notas?|fuentes?|aclaraci\w+|observaciones generales|instrucciones)\b")
# the heads of small tables that stand below many plans: what the colours mean, how the format changed
LEGEND = re.compile(
    r"^(?:convenciones|leyenda|semaforo|semaforizacion|rangos?|escalas?|(?:escala|rangos?|criterios?|niveles?) de"
    r" (?:calificacion|cumplimiento|semaforizacion|valoracion|evaluacion|avance|medicion))(?: de(?: \w+){1,3})?$"
)
CHANGES = re.compile(
    r"^(?:(?:control|historial|historia|registro) de (?:los )?(?:cambios|versiones)\b|version fecha\b)"
)
SUMMED = re.compile(
    r"^(?:sub ?total(?:es)?|total(?:es)?|gran total|promedio|sumatoria)(?: .{0,80})?$"
    r"|^(?:avance|cumplimiento|porcentaje|resultado|peso|ejecucion|promedio|sumatoria)(?: \w+){0,3}"
    r" (?:total|general|promedio|consolidado|avance|pesos)$"
)
# how a row begins that follows all lines up; a line may begin so too, but has more of its own
FOLLOWED = re.compile(
    r"^(?:% |% de )?(?:porcentajes?|prom|avance|cumplimiento|ejecucion|nivel|grado|resultado|calificacion|eficacia"
    r"|eficiencia|suma|acumulado|consolidado|ponderado|puntaje)\b"
)
COUNTED = re.compile(r"^(?:total|promedio|sumatoria) del? ")
# what pages carry beside their table: stamps, marks of certificates, and where a table goes on
STAMPED = re.compile(
    r"(?:copia|documento) (?:no )?controlad[ao]|continua(?:cion)?(?: en(?: la)?)?(?: (?:pagina|hoja))? siguiente"
    r"|(?:continuacion|continua)|viene de(?: la)?(?: (?:pagina|hoja))? anterior|(?:co )?sc cer ?\d[\d ]*(?:nit [\d ]+)?"
    r"|nit [\d ]+|(?:documento )?(?:impreso|publico)"
)
LONGEST_NUMBER = 5
NUMBERED = frozenset({Role.ITEM, Role.NUMBER})
GROUPING = frozenset({Role.ITEM, Role.PATH, Role.FINDING, Role.STAGE, Role.NUMBER})
DATED = frozenset({Role.START, Role.DUE, Role.RESPONSIBLE})
# what a line owes or is called by: a total of the lines above has none of it
OWNED = DATED | NUMBERED | {Role.WINDOW, Role.TARGET, Role.TARGET_TEXT, Role.UNIT, Role.FORMULA}
FEWEST_OWNED = 2


class Kind(Enum):
    """What a row below the titles is. LONE is a heading or a line by its company; ASIDE begins a small other table."""

    LINE = "line"
    LONE = "lone"
    SKIP = "skip"
    TOTAL = "total"
    ASIDE = "aside"
    TITLES = "titles"
    SECTION = "section"
    END = "end"


# by themselves, as they are asked of every row: finding an enum's member takes longer than what is done with it
LINE, LONE, SKIP, TOTAL, ASIDE, TITLES, SECTION, END = Kind


class Noise:
    """Tells the rows of one table that are no lines."""

    def __init__(self, table: Table, columns: Sequence[Column]) -> None:
        self.unsure: list[Row] = []  # totals by what they lack rather than by what they say
        self._titles = table.titles
        self._in_workbook = table.sheet.kind == "sheet"
        self._first_titles = {part.strip().lower() for parts in table.titles for part in parts}
        self._small = not any(part[:1].isupper() for parts in table.titles for part in parts)
        self._above = {solid(text) for row in table.above for text in texts_of(row)}
        self._roles = {column.index: column.role for column in columns}
        self._dated = [column.index for column in columns if column.role in DATED]
        self._owned = [column.index for column in columns if column.role in OWNED]
        self._tall = [merge for merge in table.sheet.merges if merge.last_row > merge.first_row]
        self._wide = {
            (merge.first_row, merge.first_column)
            for merge in table.sheet.merges
            if (merge.last_column - merge.first_column + 1) * 2 > len(columns)
        }

    def kind(self, row: Row) -> Kind:
        """What a row is; the cheap looks come first, as most rows are lines."""
        filled = [(at, cell) for at, cell in enumerate(row.cells) if cell is not BLANK and cell.kind is not VACANT]
        if not filled:
            return SKIP
        cell = filled[0][1]
        if cell.text.strip().lower() in self._first_titles and is_repeated_title(row, self._titles):
            return TITLES
        if (len(filled) > 2 and _counts_up(filled)) or (len(filled) == 1 and _is_stamp(cell)):
            return SKIP
        # neither a total nor a signature begins with a figure, as most lines do
        words = "" if len(cell.text) > 120 or cell.text[:1].isdigit() else plain(cell.text)
        if len(filled) <= 8 and (_is_signature(words, filled, self._small) or self._changes(words, filled)):
            return END
        if words and (SUMMED.match(words) or FOLLOWED.match(words)) and self._is_total(row, words, filled):
            return TOTAL
        return SECTION if len(filled) == 2 and self._is_labelled(row, filled) else self._by_date(row, filled, words)

    def _is_labelled(self, row: Row, filled: list[tuple[int, Cell]]) -> bool:
        """ "DEPENDENCIA:" beside the name of one; a number beside an office that has nothing else."""
        label, heading = filled[0][1].text.rstrip(), heading_of(row)
        if label.endswith(":"):
            return is_heading(heading) or office_in(heading) is not None
        named = len(label) <= LONGEST_NUMBER and heading.isupper() and self._roles.get(filled[1][0]) not in DATED
        return named and office_in(heading) == heading

    def _by_date(self, row: Row, filled: list[tuple[int, Cell]], words: str) -> Kind:
        first, cell = filled[0]
        if self._is_dated(row):
            if len(filled) <= 6 and _may_head_page(filled) and self._is_page_head(filled):
                return SKIP
            return LINE if len(filled) > 1 else self._lone(row, first, cell)
        return self._undated(row, filled, words)

    def _is_dated(self, row: Row) -> bool:
        """Whether a column for dates or for who answers holds anything."""
        for at in self._dated:  # noqa: SIM110  asked of every row: a generator costs more than its few looks
            if row.cell(at).kind is not VACANT:
                return True
        return False

    def _undated(self, row: Row, filled: list[tuple[int, Cell]], words: str) -> Kind:
        first, cell = filled[0]
        if len(filled) == 1 and self._in_workbook and is_heading(cell.text):
            return self._lone(row, first, cell)
        if len(filled) <= 6 and (self._is_page_head(filled) or not any(map(_says_something, filled))):
            return SKIP
        if self._total_beside(filled):
            return TOTAL
        if len(filled) <= 6 and _is_signed(words, filled, self._small):
            return END
        if LEGEND.match(words):
            return ASIDE
        said = SAID.match(words) and not _is_no_remark(filled, self._small)
        if len(filled) <= 2 and (said or cell.text.startswith("*")):
            return SKIP
        if (len(filled) == 2 and self._is_parted_heading(filled)) or _is_rolled_up(filled):
            return SECTION
        return self._lone(row, first, cell) if len(filled) == 1 else LINE

    def _changes(self, words: str, filled: list[tuple[int, Cell]]) -> bool:
        """The head or the titles of a table of versions."""
        return CHANGES.match(words if len(filled) == 1 else f"{words} {plain(filled[1][1].text[:20])}") is not None

    def _is_parted_heading(self, filled: list[tuple[int, Cell]]) -> bool:
        """ "COMPONENTE 1" in the first cell and its name in the next, where neither column is for headings."""
        (first, cell), (other, name) = filled
        known = {self._roles.get(first), self._roles.get(other)} & {Role.PATH, Role.FINDING}
        return not known and name.kind is TEXT and is_numbered_heading(cell.text)

    def _is_total(self, row: Row, words: str, filled: list[tuple[int, Cell]]) -> bool:
        """ "Subtotal Registro" and figures; but "Total de usuarios" is what an indicator counts."""
        column = filled[0][0]
        role, summed = self._roles.get(column), SUMMED.match(words)
        if not summed and (len(filled) == 1 or role is Role.MARKER or not self._in_workbook):
            return False
        doubted = not summed or (COUNTED.match(words) and role not in GROUPING)
        if doubted and not self._owns_nothing(row, column):
            return False
        total = not any(_is_worded(cell) for _, cell in filled[1:])
        if doubted and total:
            self.unsure.append(row)
        return total

    def _owns_nothing(self, row: Row, column: int) -> bool:
        """Whether a row has no day, team, target or number of its own behind its first cell, nor a merged one."""
        owned = [at for at in self._owned if at != column]
        if len(owned) < FEWEST_OWNED or any(row.cell(at).kind is not VACANT for at in owned):
            return False
        across = (merge for merge in self._tall if merge.first_row < row.number <= merge.last_row)
        return not any(merge.first_column in owned for merge in across)

    def _total_beside(self, filled: list[tuple[int, Cell]]) -> bool:
        """ "TOTAL" not in the first cell, in a row that is otherwise figures and has no number of its own."""
        texts = [(at, cell.text) for at, cell in filled if _is_worded(cell)]
        if len(texts) != 1 or len(texts[0][1]) > 120 or self._roles.get(filled[0][0]) in NUMBERED:
            return False
        words = plain(texts[0][1])
        return SUMMED.match(words) is not None and COUNTED.match(words) is None

    def _is_page_head(self, filled: list[tuple[int, Cell]]) -> bool:
        texts = [cell.text for _, cell in filled]
        if any(len(text) <= 160 and PAGE.search(plain(text)) for text in texts):
            return True
        return all(LABEL.match(text.strip()) or (len(text) <= 160 and solid(text) in self._above) for text in texts)

    def _lone(self, row: Row, column: int, cell: Cell) -> Kind:
        """A row with one filled cell: a heading, a part of the line above, or a number without a line."""
        if (row.number, column) in self._wide:
            words = plain(cell.text)
            return SKIP if SAID.match(words) or SUMMED.match(words) else SECTION
        if self._roles.get(column) not in GROUPING:
            return LONE if cell.kind is TEXT else LINE
        digits = cell.kind is not TEXT or cell.text.strip().strip(".").isdigit()
        return SKIP if digits else SECTION


def _is_stamp(cell: Cell) -> bool:
    return cell.kind is TEXT and len(cell.text) <= 60 and STAMPED.fullmatch(plain(cell.text)) is not None


def _may_head_page(filled: Sequence[tuple[int, Cell]]) -> bool:
    """The cheap look before the thorough one: "Página 2 de 3" in a cell of its own, or a label at the beginning."""
    return ":" in filled[0][1].text[:24] or any(PAGE_ALONE.match(cell.text) for _, cell in filled)


def _is_signature(words: str, filled: Sequence[tuple[int, Cell]], small: bool) -> bool:
    """Signed beyond doubt, whatever columns it stands in: "Elaboró: …", or "Elaboró" beside "Revisó"."""
    if not _is_signed(words, filled, small):
        return False
    return ":" in filled[0][1].text[:24] or (
        len(filled) > 1 and all(SIGNED.match(plain(c.text[:40])) for _, c in filled)
    )


def _is_signed(words: str, filled: Sequence[tuple[int, Cell]], small: bool) -> bool:
    """ "Elaboró", "Aprobado por"; "Proyecto: …" is a heading unless its accent or its company tells that one signs."""
    if not SIGNED.match(words) or _is_no_remark(filled, small):
        return False
    if not words.startswith("proyecto"):
        return True
    beside = any(SIGNED.match(plain(cell.text[:40])) for _, cell in filled[1:])
    return beside or "proyectó" in filled[0][1].text.lower()


def _is_no_remark(filled: Sequence[tuple[int, Cell]], small: bool) -> bool:
    """Whether a row only begins like a signature or a note: it has a figure, or tells the rest of a text above.

    "Firma de convenios | 4", "Notas de prensa | 12", "fuente y aprovechamiento". small: the table is written in small
    letters throughout, which then tell nothing.
    """
    first = filled[0][1].text
    if ":" in first[:24]:
        return False
    goes_on = not small and first.lstrip()[:1].islower()
    return goes_on or any(_is_figure(cell) for _, cell in filled[1:])


def _is_figure(cell: Cell) -> bool:
    return cell.kind is NUMBER or (cell.kind is TEXT and looks_numeric(cell.text))


def _is_rolled_up(filled: Sequence[tuple[int, Cell]]) -> bool:
    """A heading with the figures of the rows below added up beside it."""
    text = filled[0][1].text
    if len(filled) < 2 or any(_is_worded(cell) for _, cell in filled[1:]):
        return False
    return is_heading(text) or office_in(text) is not None


def _says_something(filled: tuple[int, Cell]) -> bool:
    """Whether a cell holds more than a line to sign on."""
    return any(map(str.isalnum, filled[1].text))


def _is_worded(cell: Cell) -> bool:
    return cell.kind is TEXT and not looks_numeric(cell.text) and not is_blank_text(cell.text)


def _counts_up(filled: Sequence[tuple[int, Cell]]) -> bool:
    """1 2 3 4 …, (1) (2) (3) … or A B C … under the titles: numbers of the columns."""
    for _, cell in filled:
        if len(cell.text) > LONGEST_NUMBER:
            return False
    words = [cell.text.strip().strip("()[].°") for _, cell in filled]
    if all(word.isdigit() for word in words):
        numbers = [int(word) for word in words]
        return all(one < other for one, other in pairwise(numbers))
    return all(len(word) == 1 and word.isalpha() for word in words) and words == sorted(set(words))
