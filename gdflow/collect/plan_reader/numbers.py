"""Figures as Colombian plans print them: decimal comma, points for thousands, a percent sign, a noun behind."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gdflow.collect.plan_reader.markup import visible
from gdflow.collect.plan_reader.stretches import YEAR
from gdflow.collect.plan_reader.titles import plain

# the day that programs put where nobody wrote one: number 0 or 1 of a spreadsheet's days
ZERO_DAYS = frozenset(
    f"{day}{mark}{month}{mark}1900"
    for mark in "/-"
    for day, month in (("01", "01"), ("1", "1"), ("1", "01"), ("00", "01"))
) | {"1900-01-01", "1900/01/01", "1899-12-30", "1899-12-31", "30/12/1899", "31/12/1899"}
SILENT = frozenset({"", "-", "--", "---", "–", "—", "_", ".", "/", "…", "...", "–-", "*"}) | ZERO_DAYS
PLACEHOLDERS = frozenset(
    [
        "n a",
        "na",
        "n d",
        "nd",
        "no aplica",
        "no aplicable",
        "n aplica",
        "pendiente",
        "pendiente de reporte",
        "s d",
        "sd",
        "sin dato",
        "sin datos",
        "sin informacion",
        "sin reporte",
        "no reporta",
        "no reporto",
        "no disponible",
        "no programado",
        "no programada",
        "por definir",
        "por reportar",
        "en proceso",
        "ninguno",
        "ninguna",
        "no registra",
        "sin avance reportado",
        "np",
        "n p",
        "nr",
        "n r",
    ]
)
LONGEST_PLACEHOLDER = 30
BODY = re.compile(
    r"(?P<lead>(?:[$≥≤<>=~±]\s?){1,2}|(?:no )?(?:igual|mayor|menor|inferior|superior) (?:o igual )?(?:al?|que)"
    r"|(?:m[ií]n|m[aá]x)imo|(?:al|por lo) menos|hasta|(?:el|al|un)(?=\s\d{1,3}(?:[.,]\d+)?\s?%)|l[oa]s(?=\s\d))?\s*"
    r"(?P<digits>[+-]?\d[\d.,'’‘´`]*(?: \d{3}(?!\d))*)\s*(?P<percent>%|por ciento\b)?\s*(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
WORDED = re.compile(r"(?:[a-záéíóúñ]+\s){1,4}\(\s*(\d+(?:[.,]\d+)?)\s*(%?)\s*\)\s*(.*)", re.DOTALL | re.IGNORECASE)
NAMES = dict(
    zip(
        [
            "un",
            "una",
            "uno",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
        ],
        map(Decimal, (1, 1, 1, *range(2, 13))),
        strict=True,
    )
)
NAMED = re.compile(r"\(\s*([a-z]+)\s*\)\s*", re.IGNORECASE)
SCALE = re.compile(r"(mil millones|mil|mill[oó]n(?:es)?)\b\s*(?:de\b\s*)?", re.IGNORECASE)
COUNTING = re.compile(rf"^[yo]\b|\b(?:{'|'.join(NAMES)}|medi[oa])\b")
QUOTES = re.compile(r"['’‘´`]")
# 1'234.567: the mark of the millions, and a point or comma for the thousands
MILLIONS = re.compile(r"['’‘´`](?=\d{3}([.,])\d{3}(?!\d))")
# what a spreadsheet shows for a broken formula, in its two languages, once it has become text (in a csv always)
ERROR = re.compile(r"#(?:N/[AD]|[¡¿]?[A-ZÁÉÍÓÚ/0]{3,16}[!?])", re.IGNORECASE)
QUOTED = re.compile(r"['’‘´`](?=[+-]?\d)")
THOUSANDS_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+")
THOUSANDS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed. value: None for a placeholder or what cannot be read; a percent is its fraction.

    unit: the noun behind it ("informes"). doubt: the code of an issue, or None.
    """

    value: Decimal | None = None
    percent: bool = False
    unit: str | None = None
    doubt: str | None = None


NOTHING = Figure()


@lru_cache(maxsize=8192)
def read_figure(text: str) -> Figure:
    """The figure in a cell's text; a text that holds none is unreadable, a placeholder is nothing."""
    bare = visible(text).strip("\u00a0 ")
    if QUOTED.match(bare):
        bare = bare[1:]  # the mark by which a spreadsheet keeps a number as text
    if is_error_text(bare):
        return Figure(doubt="error_value")
    if len(bare) > 1:
        bare = bare.rstrip("* ")  # the mark of a note below
    if bare in SILENT:
        return NOTHING
    if len(bare) <= LONGEST_PLACEHOLDER and plain(bare) in PLACEHOLDERS:
        return Figure(doubt="placeholder_text")
    found = BODY.fullmatch(bare)
    if found is None:
        return _worded(bare)
    return _of_parts(found)


def looks_numeric(text: str) -> bool:
    """Whether a text is a bare figure with at most a percent sign."""
    if len(text) > 24 or not any(mark.isdigit() for mark in text):
        return False
    figure = read_figure(text)
    return figure.value is not None and figure.unit is None


@lru_cache(maxsize=16384)
def is_blank_text(text: str) -> bool:
    """Whether the text stands for nothing at all: blank, a dash, "N/A"."""
    bare = visible(text)
    if bare in SILENT:
        return True
    return len(bare) <= LONGEST_PLACEHOLDER and plain(bare) in PLACEHOLDERS and not is_error_text(bare)


def is_error_text(text: str) -> bool:
    """Whether the text is what a spreadsheet shows for a formula that failed: "#N/A", "#¡DIV/0!"."""
    return "#" in text and ERROR.fullmatch(text.strip()) is not None


def _of_parts(found: re.Match[str]) -> Figure:
    value, doubt = _digits(found["digits"].replace(" ", "").rstrip(".,"))
    rest = _unworded(found["rest"], value).strip(" .;:)")
    if value is None:
        return Figure(doubt=doubt)
    value, rest = _scaled(value, rest)
    if re.search(r"\d", YEAR.sub("", rest)) or rest[:1] in {"/", "-", "("}:
        # "3/4", "2 actas y 1 informe": which of the two is the figure, a person must say
        return Figure(doubt="unreadable_value")
    if found["percent"]:
        return Figure(value / HUNDRED, True, rest or None, doubt)
    return Figure(value, False, rest or None, doubt)


def _unworded(rest: str, value: Decimal | None) -> str:
    """What stands behind a figure without its own name: "1 (un) documento"."""
    said = NAMED.match(rest)
    return rest[said.end() :] if said and NAMES.get(said[1].lower()) == value else rest


def _worded(text: str) -> Figure:
    """ "Cuatro (4) informes", "Un informe"."""
    if found := WORDED.match(text):
        value, doubt = _digits(found[1])
        if value is not None:
            return Figure(value / HUNDRED if found[2] else value, bool(found[2]), found[3].strip() or None, doubt)
    first, _, rest = text.partition(" ")
    value = NAMES.get(first.lower())
    # "dos y medio", "tres hechas y dos pendientes": a word among others is no figure
    if value is None or len(text) > 60 or COUNTING.search(rest.lower()):
        return Figure(doubt="unreadable_value")
    value, rest = _scaled(value, rest)
    return Figure(value, False, rest or None)


def _scaled(value: Decimal, rest: str) -> tuple[Decimal, str]:
    """ "3 mil árboles", "dos millones de pesos": the figure whole, and the noun without the word that multiplies it."""
    said = SCALE.match(rest)
    if said is None:
        return value, rest
    word = said[1].lower()
    return value * (1_000 if word == "mil" else 10**9 if word.startswith("mil ") else 10**6), rest[said.end() :]


def _digits(text: str) -> tuple[Decimal | None, str | None]:
    bare = QUOTES.sub("", MILLIONS.sub(r"\1", text))
    if "." in bare and "," in bare:
        return _both(bare)
    if "," in bare:
        return _comma(bare)
    if "." in bare:
        return _point(bare)
    return Decimal(bare), None


def _both(text: str) -> tuple[Decimal | None, str | None]:
    """1.234.567,8 and 1,234,567.8: the last mark is the decimal one, the other must part thousands."""
    decimal, thousands = (",", ".") if text.rfind(",") > text.rfind(".") else (".", ",")
    whole, _, rest = text.rpartition(decimal)
    groups = whole.lstrip("+-").split(thousands)
    if decimal in whole or any(len(group) != 3 for group in groups[1:]) or not 1 <= len(groups[0]) <= 3:
        return None, "unreadable_value"
    return Decimal(f"{whole.replace(thousands, '')}.{rest}"), None


def _comma(text: str) -> tuple[Decimal | None, str | None]:
    if text.count(",") > 1:
        grouped = THOUSANDS_COMMA.fullmatch(text.lstrip("+-"))
        return (Decimal(text.replace(",", "")), None) if grouped else (None, "unreadable_value")
    unclear = THOUSANDS_COMMA.fullmatch(text.lstrip("+-")) and not text.lstrip("+-").startswith("0")
    return Decimal(text.replace(",", ".")), "ambiguous_number" if unclear else None


def _point(text: str) -> tuple[Decimal | None, str | None]:
    bare = text.lstrip("+-")
    grouped = THOUSANDS_DOT.fullmatch(bare) and not bare.startswith("0")
    if text.count(".") > 1:
        return (Decimal(text.replace(".", "")), None) if grouped else (None, "unreadable_value")
    return (Decimal(text.replace(".", "")), "ambiguous_number") if grouped else (Decimal(text), None)
