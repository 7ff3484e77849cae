"""Titles as people type them, compared as they are meant: without accents, case, blanks and punctuation."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[a-z0-9%#$]+")
LONGEST_TITLE = 200
# the letters of nearly every text; the slow way is for what is left
MARKS = "«»“”‘’–—¿¡°…•\u00a0"
SPANISH = str.maketrans("áéíóúüñºª" + MARKS, "aeiouunoa" + " " * len(MARKS))


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Lower-case words without accents and punctuation, one blank between them."""
    lower = text.lower()
    if not lower.isascii() and not (lower := lower.translate(SPANISH)).isascii():
        apart = unicodedata.normalize("NFKD", lower)
        lower = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(WORD.findall(lower))


@lru_cache(maxsize=16384)
def solid(text: str) -> str:
    """The same without any blank: "RES ULT AD O TRI ME STR E 1" and "Resultado trimestre 1" are one title."""
    return plain(text).replace(" ", "")


def tidy(text: str) -> str:
    """The text with single blanks, as a name is compared and stored."""
    return " ".join(text.split())


def near(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters must be put in, taken out, changed or swapped with a neighbour."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > most:
        return False
    return _distance(one, other) <= most


def same_title(one: str, other: str) -> bool:
    """Whether two titles say the same but for blanks, accents and a letter or two."""
    first, second = solid(one), solid(other)
    return first == second or (min(len(first), len(second)) >= 6 and near(first, second, 2))


def _distance(one: str, other: str) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for place, wanted in enumerate(other, 1):
            best = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != wanted))
            if older and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                best = min(best, older[place - 2] + 1)
            row.append(best)
    return row[-1]
