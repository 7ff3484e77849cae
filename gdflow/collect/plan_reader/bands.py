"""Headings that stand over rows of a plan: bands such as "COMPONENTE 1: …" in a row of their own, one in another."""

import re
from collections.abc import Iterable, Sequence

from gdflow.collect.plan_reader.numbers import looks_numeric
from gdflow.collect.plan_reader.tables import Table, texts_of
from gdflow.collect.plan_reader.titles import plain, tidy
from gdflow.collect.plan_reader.wording import parted_number
from gdflow.collect.sheet import TEXT, Row

HEADING = re.compile(
    r"(?:sub)?(?:componente|eje|linea|dimension|objetivo|estrategia|politica|proceso|programa|capitulo|categoria"
    r"|pilar|perspectiva|area|fase|etapa|meta|proyecto|modulo|reto|seccion)"
    r"(?: (?:estrategic[oa]|especific[oa]|general|tematic[oa]|institucional|de accion|programatic[oa]|transversal))?"
    r" (?:(?:no|n|numero) )?(?:\d{1,2}\b|[ivx]{1,4}\b)"
)
NAMED = re.compile(
    r"(?:sub|macro)?(?:componente|eje|l[ií]nea|dimensi[oó]n|objetivo|estrategia|pol[ií]tica|proceso|programa|proyecto"
    r"|dependencia|perspectiva|pilar|[aá]rea)(?:\s[^\W\d]+){0,2}\s?:\s?\S",
    re.IGNORECASE,
)
# what is to be done begins with what to do: "Realizar", "Socializarlos", "Llevar"
INFINITIVE = re.compile(r"(?!(?:bienestar|hogar|mujer|taller|lider)\b)[a-z]{2,}[aei]r(?:l[aeo]s?|se)?\b")
LETTERHEAD = re.compile(r"\b(?:codigo|version)\b.*\d")
LONGEST_BAND = 200
FEWEST_BESIDE = 3


def is_heading(text: str) -> bool:
    """Whether a text calls itself a heading: "Objetivo estratégico 2: …", "COMPONENTE III", "Proceso: …"."""
    return NAMED.match(text) is not None or HEADING.match(plain(text[:80])) is not None


def is_numbered_heading(text: str) -> bool:
    """Whether it is nothing but the heading's kind and number; its name stands beside it."""
    return HEADING.fullmatch(plain(text)) is not None


def is_band(row: Row, below: Row | None, activities: Sequence[str]) -> bool:
    """Whether a text alone in its row is a heading of the rows below, not a line that lacks all else.

    below: the line in the next row, None where the text may as well go on with a cell cut in two. activities: what
    stands in its column in the lines.
    """
    text = heading_of(row)
    if len(text) > LONGEST_BAND or parted_number(text)[0]:
        return False
    if is_heading(text) and (below is not None or not text[:1].islower()):
        return True
    if text[:1].islower():
        return False
    if text.isupper():
        return " " in text and not any(other.isupper() for other in activities)
    if below is None or len(texts_of(below)) < FEWEST_BESIDE:
        return False
    return not is_task(text) and sum(map(is_task, activities)) * 2 > len(activities)


def is_task(text: str) -> bool:
    """Whether a text begins with what is to be done: "Realizar …", "3. Socializar …"."""
    return INFINITIVE.match(plain(parted_number(text)[1][:80])) is not None


def heading_of(row: Row) -> str:
    """The heading that a row holds; its kind and its name may stand in two cells."""
    return " ".join(tidy(cell.text) for cell in row.cells if cell.kind is TEXT and not looks_numeric(cell.text))


def standing_above(table: Table, later: Iterable[str] = ()) -> tuple[str, ...]:
    """A heading between the plan's title and the table's: "Componente 1: …", or one like the later ones below."""
    last = texts_of(table.above[-1]) if table.above else []
    if len(last) == 1 and any(_kind_of(last[0]) == _kind_of(text) for text in later):
        return (tidy(last[0]),)
    for row in reversed(table.above[-2:]):
        texts = texts_of(row)
        if len(texts) == 1 and is_heading(texts[0]) and not LETTERHEAD.search(plain(texts[0])):
            return (tidy(texts[0]),)
    return ()


def _kind_of(heading: str) -> str:
    """The word by which headings of one kind begin."""
    return plain(heading).split(" ")[0]


def deeper(sections: tuple[str, ...], heading: str, *, directly: bool) -> tuple[str, ...]:
    """Headings in one another: one of the same kind ("Componente …") replaces its like and all below it."""
    word = _kind_of(heading)
    for at, known in enumerate(sections):
        if _kind_of(known) == word:
            return (*sections[:at], heading)
    return (*sections, heading) if directly else (heading,)
