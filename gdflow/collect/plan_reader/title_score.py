"""How much a row looks like one of titles: the roles and periods that its cells name."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import lru_cache

from gdflow.collect.plan_reader.numbers import looks_numeric
from gdflow.collect.plan_reader.roles import Role, is_generic, role_of
from gdflow.collect.plan_reader.stretches import ORDINALS, stretch_of, year_of
from gdflow.collect.plan_reader.titles import LONGEST_TITLE, plain, solid
from gdflow.collect.sheet import DATE, NUMBER, TEXT, VACANT, Cell, Row

CORE = frozenset({Role.ACTIVITY, Role.ACTION, Role.DELIVERABLE, Role.INDICATOR, Role.FINDING, Role.TARGET, Role.DESIGN})
LETTERS = frozenset(["p", "e", "h", "v", "a", "n", "d", "prog", "ejec", "plan", "eje"])
TITLE_LENGTH = 70
LONGEST_ABBREVIATED = 4  # "Resp. de la act." ends with a point too; what is longer is a sentence
INITIALS = "efmamjjasond"
OWED = frozenset({Role.DUE, Role.WINDOW})
FEWEST_OWED = 3
PARTS, FEWEST_PARTS = frozenset("MBQC"), 3
# "Total | tareas: 3" below a table counts, and heads nothing
COUNTED = re.compile(r":\s*\d{1,4}\s*$")


def could_be_titles(row: Row) -> bool:
    """Cheap refusal of rows of figures and dates, before any title is looked up."""
    dates = 0
    for cell in row.cells:
        kind = cell.kind
        if kind is TEXT:
            if "@" in cell.text or len(cell.text) > LONGEST_TITLE:
                return False
        elif kind is DATE:
            dates += 1
        elif kind is NUMBER and not is_year(cell):
            return False
    return dates == 0 or dates >= 3


def is_year(cell: Cell) -> bool:
    """Whether a number can be a year of a plan."""
    return isinstance(cell.value, Decimal) and 2000 <= cell.value <= 2050


def title_score(row: Row, *, later: bool) -> int:
    """How many titles a row seems to hold; 0 for a row that is no title row."""
    if not could_be_titles(row):
        return 0
    texts = [cell.text for cell in row.cells if cell.kind is not VACANT]
    if len(texts) < 2 or sum(map(len, texts)) > TITLE_LENGTH * len(texts):
        return 0
    if any(looks_numeric(text) and not year_of(text) for text in texts):
        return 0
    if sum(text.rstrip().endswith(":") for text in texts) * 2 >= len(texts):
        return 0
    if later and any(map(COUNTED.search, texts)):
        return 0
    return _known(texts, later=later)


def in_small_letters(row: Row) -> bool:
    """Whether no text of a row begins with a capital: below titles that do, it tells the rest of a line."""
    return not any(cell.text.lstrip()[:1].isupper() for cell in row.cells if cell.kind is TEXT)


def _is_sentence(text: str) -> bool:
    if not text.rstrip().endswith(".") and ".\n" not in text:
        return False
    ends = (line for line in text.split("\n") if line.rstrip().endswith("."))
    return any(len(line.split()) > LONGEST_ABBREVIATED for line in ends)


def _known(texts: list[str], *, later: bool) -> int:
    roles = [role_of(text) for text in texts]
    distinct = set(roles) - {None, Role.OTHER}
    core = bool(distinct & CORE) and any(map(is_core, texts, roles))
    if distinct == {Role.PATH} and any(map(is_generic, texts)):
        # "Objetivo" beside a bare "Descripción", which tells what is to be done
        distinct, core = distinct | {Role.ACTION}, True
    if len(distinct) < (3 if later and len(texts) > 3 else 2) or any(map(_is_sentence, texts)):
        return 0
    if not (core or _is_owed(distinct) or _is_timed(distinct, texts)):
        return 0
    known = sum(bool(role or stretch_of(text) or _is_rank(text)) for text, role in zip(texts, roles, strict=True))
    known += _initials(texts)
    share = known * 10 >= len(texts) * (7 if later else 5)
    # a sentence of the body may speak of an indicator; titles are short and name what they head at once
    return known if share and sum(len(text.split()) for text in texts) <= 9 * len(texts) else 0


def is_core(text: str, role: Role | None) -> bool:
    """Whether a title names what a plan follows; "Plan de acción" may as well be the title of the page."""
    return role in CORE and not solid(text).startswith("plande")


def _is_owed(roles: Collection[Role | None]) -> bool:
    """Somebody answers by a day for something that a title names in its own words ("Tema"), or that begins and ends."""
    answered = Role.RESPONSIBLE in roles and bool(OWED & set(roles)) and len(roles) >= FEWEST_OWED
    return answered or (Role.START in roles and Role.DUE in roles)


def _is_timed(roles: Collection[Role | None], texts: Sequence[str]) -> bool:
    """Somebody answers for something by the months or quarters that stand beside it."""
    if Role.RESPONSIBLE not in roles:
        return False
    parts = [found.kind for text in texts if (found := stretch_of(text))]
    return sum(kind in PARTS for kind in parts) >= FEWEST_PARTS


@lru_cache(maxsize=2048)
def _is_rank(text: str) -> bool:
    """Whether a title only counts: "I", "2024-II", "P-III", "1er"."""
    words = plain(text).split()
    return 0 < len(words) <= 3 and bool(ORDINALS.keys() & words) and all(map(_is_rank_word, words))


def _is_rank_word(word: str) -> bool:
    return word in ORDINALS or word in LETTERS or year_of(word) is not None


def _initials(texts: Sequence[str]) -> int:
    """E F M A M J J A S O N D are titles, though each alone says nothing."""
    return len(INITIALS) if len(texts) > len(INITIALS) and INITIALS in "".join(map(solid, texts)) else 0
