"""Words of a plan that stand for a closed set: PHVA stages, accumulation types; numbers printed before a text."""

import re
from functools import lru_cache

from gdflow.collect.plan_reader.titles import plain, solid
from gdflow.domain.plan import Accumulation, PdcaStage

STAGE = re.compile(r"(p|h|v|a)(?: |$)|(planear|planeacion|planificar|hacer|ejecutar|verificar|actuar)")
STAGE_WORDS = {"planear": "P", "planeacion": "P", "planificar": "P", "hacer": "H", "ejecutar": "H", "verificar": "V"}
ACCUMULATIONS: tuple[tuple[str, Accumulation | None], ...] = (
    (r"noacumul|sinacumul", None),
    (r"reduccionanual", Accumulation.ANNUAL_REDUCTION),
    (r"reduccion|decreciente|disminucion", Accumulation.REDUCTION),
    (r"creciente", Accumulation.LATEST),
    (r"suma|sumatoria", Accumulation.SUM),
    (r"promedio|media", Accumulation.AVERAGE),
    (r"ultim|puntual", Accumulation.LATEST),
    (r"maxim", Accumulation.MAXIMUM),
    (r"capacidad", Accumulation.CAPACITY),
    (r"flujo", Accumulation.FLOW),
    (r"stock|constante|mantenimiento", Accumulation.STOCK),
    (r"acumul", Accumulation.CUMULATIVE),
)
NUMBERED = re.compile(
    r"(?:actividad|acci[oó]n|tarea)?\s*(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,3})*)\s*(?:[.)]+[-–]?|[-–:])(?:\s+(?=\S)|(?=[^\W\d]))",
    re.IGNORECASE,
)
SPACED = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\s+(?=[^\W\d])")
SECOND = re.compile(r"(?:\s|^)2\s*[.)]\s")
SENTENCE = re.compile(r"(?<=[^\W\d]{2}[.;])\s|\n|\s(?=(?:Descripci[oó]n|Objetivo|Acciones(?: Específicas)?):)")
LONGEST_ACTIVITY = 300


@lru_cache(maxsize=512)
def stage_of(text: str) -> PdcaStage | None:
    """The PHVA stage of "P: Planear", "H" or "Verificar"."""
    found = STAGE.match(plain(text))
    if found is None:
        return None
    return PdcaStage((found[1] or STAGE_WORDS.get(found[2], "A")).upper())


@lru_cache(maxsize=512)
def accumulation_of(text: str) -> tuple[Accumulation | None, bool]:
    """The accumulation type that a text names, and whether the text is one that is known."""
    word = solid(text)
    for pattern, meant in ACCUMULATIONS:
        if re.search(pattern, word):
            return meant, meant is not None
    return None, False


@lru_cache(maxsize=16384)
def parted_number(text: str) -> tuple[str | None, str]:
    """The number printed before a text ("4. Elaborar …" is "4") and the rest; none for a text that is itself a list."""
    found = NUMBERED.match(text) or SPACED.match(text)
    if found is None or (found[1] == "1" and SECOND.search(text, found.end())):
        return None, text
    return found[1], text[found.end() :]


def headline(text: str) -> str:
    """A text short enough to name a line: itself, or its first sentence when it is a page long."""
    if len(text) <= LONGEST_ACTIVITY:
        return text
    first = next((part for part in SENTENCE.split(text) if len(part.strip()) > 3), text).strip().rstrip(":")
    return first if len(first) <= LONGEST_ACTIVITY else first[:LONGEST_ACTIVITY].rsplit(" ", 1)[0] + "…"
