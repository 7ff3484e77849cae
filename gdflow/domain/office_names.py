"""When two names of teams are likely the same office, written otherwise: told to a person, never decided."""

import re
from collections.abc import Iterable
from functools import lru_cache

from gdflow.domain.texts import folded

WORD = re.compile(r"[a-z0-9]+")
ABBREVIATIONS = {
    **dict.fromkeys(("of", "ofi", "ofic"), "oficina"),
    **dict.fromkeys(("sec", "secr", "secret", "sria"), "secretaria"),
    **dict.fromkeys(("dir", "direc"), "direccion"),
    **dict.fromkeys(("subdir", "subdirec"), "subdireccion"),
    **dict.fromkeys(("dpto", "depto", "dep"), "departamento"),
    "coord": "coordinacion",
}
KINDS = frozenset(
    {"oficina", "secretaria", "direccion", "subdireccion", "departamento", "coordinacion", "gerencia", "subgerencia"}
    | {"subsecretaria", "area", "grupo", "equipo", "unidad", "dependencia", "despacho"}
)
IDLE = frozenset({"de", "del", "la", "las", "el", "los", "y", "e", "para", "asesora"})


def likely_same(name: str, among: Iterable[str]) -> str | None:
    """The one name among others that is likely the same office ("Of. TIC", "Oficina de las TIC"), or None.

    A name without the kind of its office ("PLANEACIÓN") may be one of any kind; "Gerencia General" is no "Secretaría
    General". None also where several names are as near.
    """
    kinds, words = _parts(name)
    near = [other for other in among if words and _parts(other)[1] == words and _agree(kinds, _parts(other)[0])]
    return near[0] if len(near) == 1 else None


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one == other


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """What kind of office a name says, and the words that are its own."""
    words = frozenset(ABBREVIATIONS.get(word, word) for word in WORD.findall(folded(name))) - IDLE
    return words & KINDS, words - KINDS
