"""What a column is for, told by its title: the head word of the title decides, as it does in Spanish."""

import re
from enum import StrEnum
from functools import lru_cache

from gdflow.collect.plan_reader.titles import LONGEST_TITLE, near, plain, solid
from gdflow.collect.plan_reader.vocabulary import LEXICON, SHORT_FORMS, TITLES


class Role(StrEnum):
    """What stands in a column. The value is what other rooms see as the column's role."""

    ITEM = "item"
    NUMBER = "number"
    PATH = "path"
    FINDING = "finding"
    CAUSE = "cause"
    DESIGN = "design"
    ACTION = "action"
    ACTIVITY = "activity"
    DELIVERABLE = "deliverable"
    INDICATOR = "indicator"
    FORMULA = "formula"
    TARGET = "target"
    TARGET_TEXT = "target_text"
    UNIT = "unit"
    BASELINE = "baseline"
    WEIGHT = "weight"
    ACCUMULATION = "accumulation"
    STAGE = "stage"
    START = "start"
    DUE = "due"
    WINDOW = "window"
    DURATION = "duration"
    RESPONSIBLE = "responsible"
    SUPPORT = "co_responsible"
    EMAIL = "email"
    RESULT = "result"
    PROGRAMMED = "programmed"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    TOTAL = "printed_result"
    NOTE = "observations"
    EVIDENCE = "evidence"
    MARKER = "marker"
    PERIOD = "period"
    OTHER = "other"

    # a role is looked up for every cell; the hash of a plain string is many times quicker than an enum's
    __hash__ = str.__hash__


HEADS = re.compile("|".join(f"(?P<g{at}>{pattern})" for at, (_, pattern) in enumerate(TITLES)))
# "Descripción de la meta" speaks of the target, not of a description
OPENING = re.compile(
    r"^(?:\d+[a-z]?)?(?:descripcion|nombre|detalle|denominacion|definicion|enunciado|descrip|relacion)"
    r"(?:es|corta|detallada|breve)?(?:de|del|dela|delas|delos|dl)?(?:la|las|el|los)?"
)
# forms number their columns: "(5-A) Descripción del avance"
SERIAL = re.compile(r"^\s*\(\s*\d{1,2}(?:\s*-?\s*[A-Z])?\s*\)\s*(?=\S)")
RANKED = re.compile(r"^\s*\d{1,2}\s?[.)]-?\s*(?=[^\W\d])")
GENERIC = re.compile(r"(?:descripcion|nombre|detalle|denominacion|definicion|descrip|texto|cual|tipo|valor)")
# how far into a title its head word may stand: beyond it the text only mentions the word
HEAD_WITHIN = 34
ABRIDGED = re.compile(r"[a-z]{2,}(?=\.)")


@lru_cache(maxsize=8192)
def role_of(text: str) -> Role | None:
    """The role that a title names, or None when it names none."""
    if len(text) > LONGEST_TITLE:
        return None
    text = SERIAL.sub("", text)
    role = _head(solid(text)) or _head(_respelled(text)) or _ranked(text)
    if role is Role.PATH and "/" in text:
        # "Tema / Actividad": what can be followed up outweighs the heading
        return role_of(text.partition("/")[2]) or role
    return role


def _ranked(text: str) -> Role | None:
    """ "2. No." and "9. Desde" are titles that a form counts; "1. Capacitaciones" may head the rows below it."""
    role = _head(solid(RANKED.sub("", text))) if RANKED.match(text) else None
    return role if role in {Role.ITEM, Role.NUMBER, Role.START, Role.DUE} else None


def is_generic(text: str) -> bool:
    """Whether a sub-title such as "Descripción" says nothing without the title above it."""
    return GENERIC.fullmatch(solid(text)) is not None


def is_ratio(text: str) -> bool:
    """Whether a title speaks of a percentage: "% de avance"."""
    return "%" in text or "porcent" in solid(text)


def _head(words: str) -> Role | None:
    rest = OPENING.sub("", words) or words
    found = HEADS.search(words) if HEADS.match(words) else HEADS.search(rest)
    if found is None or found.lastgroup is None or found.start() > HEAD_WITHIN:
        return None
    return Role(TITLES[int(found.lastgroup[1:])][0])


def _respelled(text: str) -> str:
    """The title with words one or two letters away from a known one put right, and shortened ones written out."""
    words = plain(text).split()
    short = set(words) if len(words) == 1 else set(ABRIDGED.findall(text.lower()))
    return "".join((word in short and _whole(word)) or _nearest(word) for word in words)


@lru_cache(maxsize=2048)
def _whole(word: str) -> str | None:
    """The word that a shortened one stands for ("Cant." is "cantidad"), or None when it could be several."""
    if word in SHORT_FORMS:
        return SHORT_FORMS[word]
    meant = [known for known in LEXICON if len(word) > 2 and known != word and known.startswith(word)]
    return meant[0] if meant and len({_head(known) for known in meant}) == 1 else None


@lru_cache(maxsize=8192)
def _nearest(word: str) -> str:
    if len(word) < 5 or not word.isalpha():
        return word
    most = 2 if len(word) >= 9 else 1
    letters = _letters(word)
    return next((known for known, held in SPELLED if _shares(letters, held, most) and near(word, known, most)), word)


def _shares(one: int, other: int, most: int) -> bool:
    """Whether so few letters are in only one of two words that so many mistakes can explain them."""
    return (one & ~other).bit_count() <= most and (other & ~one).bit_count() <= most


def _letters(word: str) -> int:
    """The set of a word's letters, as bits."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 31)
    return found


SPELLED = [(word, _letters(word)) for word in LEXICON]
