"""What a column is for, told by its title: the head word of the title decides, as it does in Spanish."""

import re
from enum import StrEnum
from functools import lru_cache

from gdflow.collect.plan_reader.titles import LONGEST_TITLE, near, plain, solid
from gdflow.collect.plan_reader.vocabulary import LEXICON, TITLES


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
GENERIC = re.compile(r"(?:descripcion|nombre|detalle|denominacion|definicion|descrip|texto|cual|tipo|valor)")
# how far into a title its head word may stand: beyond it the text only mentions the word
HEAD_WITHIN = 34


@lru_cache(maxsize=8192)
def role_of(text: str) -> Role | None:
    """The role that a title names, or None when it names none."""
    if len(text) > LONGEST_TITLE:
        return None
    role = _head(solid(text)) or _head(_respelled(text))
    if role is Role.PATH and "/" in text:
        # "Tema / Actividad": what can be followed up outweighs the heading
        return role_of(text.partition("/")[2]) or role
    return role


def is_generic(text: str) -> bool:
    """Whether a sub-title such as "Descripción" says nothing without the title above it."""
    return GENERIC.fullmatch(solid(text)) is not None


def is_ratio(text: str) -> bool:
    """Whether a title speaks of a percentage: "% de avance"."""
    return "%" in text or "porcentaje" in solid(text)


def _head(words: str) -> Role | None:
    rest = OPENING.sub("", words) or words
    found = HEADS.search(words) if HEADS.match(words) else HEADS.search(rest)
    if found is None or found.lastgroup is None or found.start() > HEAD_WITHIN:
        return None
    return Role(TITLES[int(found.lastgroup[1:])][0])


def _respelled(text: str) -> str:
    """The title with words one or two letters away from a known one put right."""
    return "".join(_nearest(word) for word in plain(text).split())


def _nearest(word: str) -> str:
    if len(word) < 5 or not word.isalpha():
        return word
    most = 2 if len(word) >= 9 else 1
    return next((known for known in LEXICON if near(word, known, most)), word)
