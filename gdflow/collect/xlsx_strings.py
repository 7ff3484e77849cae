"""The texts of a workbook: its shared strings and the strings written inside cells."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml.etree import _Element

from gdflow.collect.cells import text_cell
from gdflow.collect.limits import MAX_STRINGS
from gdflow.collect.markup import parse
from gdflow.collect.package import Package, Part
from gdflow.collect.sheet import Cell
from gdflow.collect.xlsx_plain import plain_texts
from gdflow.domain.errors import InputError

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
LONGEST_KEPT = 120
# the titles, teams and addresses of one plan are those of the next; what is long is not kept
_known_cell = lru_cache(maxsize=4096)(text_cell)


def read_strings(package: Package, name: str | None) -> dict[str, Cell]:
    """The shared strings as cells, by their index as written in the cells."""
    if name is None:
        return {}
    texts = _texts(package.part(name))
    # what cell_of does, without a call for each text
    cells = [_known_cell(text) if len(text) <= LONGEST_KEPT else text_cell(text) for text in texts]
    return dict(zip(map(str, range(len(cells))), cells, strict=True))


def _texts(part: Part) -> Sequence[str]:
    plain = plain_texts(part.data) if part.is_small else None
    if plain is None:
        return _parsed_texts(part)
    parse(plain.around, part.name)
    if len(plain.texts) > MAX_STRINGS:
        raise InputError("too_many_cells", limit=MAX_STRINGS)
    return list(map(unescape, plain.texts)) if b"_x" in part.data else plain.texts


def _parsed_texts(part: Part) -> list[str]:
    texts: list[str] = []
    for item in part.elements("{*}si"):
        if len(texts) >= MAX_STRINGS:
            raise InputError("too_many_cells", limit=MAX_STRINGS)
        texts.append(string_text(item))
    return texts


def cell_of(text: str) -> Cell:
    """A text as a cell; the same one each time for a short text."""
    return _known_cell(text) if len(text) <= LONGEST_KEPT else text_cell(text)


def string_text(item: _Element) -> str:
    """The text of a string item: its runs joined, its reading aid (phonetic runs) left out."""
    if len(item) == 1 and not len(first := item[0]):
        return unescape(first.text or "")
    parts = item.iter("{*}t")
    return unescape("".join(part.text or "" for part in parts if not _is_phonetic(part)))


def unescape(text: str) -> str:
    """The text with its "_x000D_" escapes decoded; characters that no text may hold stay escaped."""
    return ESCAPE.sub(_character, text) if "_x" in text else text


def _is_phonetic(part: _Element) -> bool:
    parent = part.getparent()
    return parent is not None and str(parent.tag).endswith("}rPh")


def _character(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return (
        character if character in "\t\n\r" or (character >= " " and character.encode("utf-8", "ignore")) else match[0]
    )
