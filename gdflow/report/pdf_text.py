"""People's texts as a PDF can hold them: every sign has a glyph in the document's own fonts, and no word is too long.

A PDF/A document must not show a sign that its fonts lack. Such a sign is shown as `MISSING`, and so are the scripts
that need more than letters side by side. Control characters, marks that turn the reading direction and other signs
without a shape are left out.
"""

import re
import struct
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
MISSING = "□"
# a sha256 stays whole, so that it can be copied out of the document; it stands where there is room for it
LONG_WORD = re.compile(r"(?<!\S)(?![0-9a-f]{64}(?:\s|$))\S{25,}")
LONG, STEP = 25, 6
JOINT = "\u200b"
"""Where a line may end inside of a word that is longer than a column."""
# the blocks of the scripts that are read from right to left, and of Lao: there the compiler may fail (krilla 0.8.2)
ENTANGLED = re.compile(
    "[\u0e80-\u0eff\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
KEPT = "\n\u00a0\u202f"
MARKS = frozenset({"Mn", "Mc", "Me"})
SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}) | MARKS
# the tables of a font that say which sign has which glyph: by their format, the richer one last
FORMATS = 4, 12


def texts_for_pdf(value: Any) -> Any:
    """A tree of plain values, its texts made fit; moments become the text of their day and hour."""
    if isinstance(value, str):
        return text_for_pdf(value)
    if isinstance(value, list | tuple):
        return [texts_for_pdf(each) for each in value]
    if isinstance(value, Mapping):
        return {name: texts_for_pdf(each) for name, each in value.items()}
    return value.isoformat() if isinstance(value, datetime) else value


# teams, titles and words of lights stand in each of a thousand rows
@lru_cache(maxsize=8192)
def text_for_pdf(text: str) -> str:
    """A text with nothing in it that the document's fonts cannot show."""
    whole = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not plain_signs().issuperset(whole):
        whole = "".join(map(_shown, _clusters(ENTANGLED.sub(_stood_in_for, whole))))
    return LONG_WORD.sub(_with_joints, whole) if len(whole) >= LONG else whole


def letters_for_pdf(text: str) -> str:
    """The same for a picture: of the first font alone, because a picture's words are not set by several at once."""
    first = plain_signs() & (_fonts()[0] | frozenset(KEPT))
    known = (sign for sign in text_for_pdf(text) if sign in plain_signs())
    return "".join(sign if sign in first else MISSING for sign in known)


def _with_joints(found: re.Match[str]) -> str:
    word = found.group()
    return JOINT.join(word[at : at + STEP] for at in range(0, len(word), STEP))


def _stood_in_for(found: re.Match[str]) -> str:
    return "" if unicodedata.category(found.group()) in SHAPELESS else MISSING


def _clusters(text: str) -> Iterable[str]:
    """The signs of a text, each with the marks upon it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or unicodedata.category(text[at]) not in MARKS:
            yield text[start:at]
            start = at


def _shown(cluster: str) -> str:
    """A sign with the marks upon it, if one font has them all; else the sign alone, or what stands for it."""
    sign = cluster[0]
    if sign in plain_signs():
        together = len(cluster) == 1 or any(font.issuperset(cluster) for font in _fonts())
        return cluster if together else sign
    kind = unicodedata.category(sign)
    if kind in SHAPELESS:
        return MISSING if kind == "Co" else ""
    return " " if kind == "Zs" else MISSING


@cache
def plain_signs() -> frozenset[str]:
    """The signs that need nothing: with a shape in one of the fonts, side by side, upon no other sign."""
    signs = frozenset().union(*_fonts())
    return frozenset(filter(_is_plain, signs)) | frozenset(KEPT)


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign) not in SHAPELESS and not ENTANGLED.match(sign)


@cache
def _fonts() -> tuple[frozenset[str], ...]:
    """The signs of each font; what the bold one lacks is shown by the font behind it."""
    codes = (set(_codes(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf")))
    return tuple(frozenset(chr(code) for code in each if 0 < code <= sys.maxunicode) for each in codes)


def _codes(font: bytes) -> Iterable[int]:
    """The code points of a TrueType font, by its table `cmap`."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = (struct.unpack_from(">4sLLL", font, 12 + 16 * at) for at in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    parts = struct.unpack_from(">H", font, start + 2)[0]
    places = {start + struct.unpack_from(">HHL", font, start + 4 + 8 * at)[2] for at in range(parts)}
    kinds = {struct.unpack_from(">H", font, place)[0]: place for place in sorted(places)}
    best = max(kind for kind in FORMATS if kind in kinds)
    return (_by_groups if best == 12 else _by_segments)(font, kinds[best])


def _by_groups(font: bytes, at: int) -> Iterable[int]:
    groups = struct.unpack_from(">L", font, at + 12)[0]
    for group in range(groups):
        first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * group)
        yield from range(first, last + 1)


def _by_segments(font: bytes, at: int) -> Iterable[int]:
    segments = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, at + 14)
    starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)
