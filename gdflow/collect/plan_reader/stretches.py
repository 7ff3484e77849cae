"""The period that a title speaks of: "I Trim", "Ene-Mar", "Corte 30 de abril", "RES ULT AD O TRI ME STR E 1"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gdflow.collect.plan_reader.titles import LONGEST_TITLE, near, plain

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene jan january",
            "febrero feb february febr",
            "marzo mar march",
            "abril abr apr april",
            "mayo may",
            "junio jun june",
            "julio jul july",
            "agosto ago aug august agos",
            "septiembre setiembre sep sept set september",
            "octubre oct october",
            "noviembre nov november noviem",
            "diciembre dic dec december diciem",
        ),
        1,
    )
    for name in names.split()
}
ORDINALS = {
    name: number
    for number, names in enumerate(
        (
            "1 1o 1a 1er 1ro 1ra 01 primer primero primera uno i",
            "2 2o 2a 2do 2da 02 segundo segunda dos ii",
            "3 3o 3a 3er 3ro 3ra 03 tercer tercero tercera tres iii",
            "4 4o 4a 4to 4ta 04 cuarto cuarta cuatro iv",
            "5 5o 5to 5ta 05 quinto quinta cinco v",
            "6 6o 6to 6ta 06 sexto sexta seis vi",
        ),
        1,
    )
    for name in names.split()
} | {str(number): number for number in range(7, 13)}
UNITS = {
    "cuatrimestre": "C",
    "cuatrimestral": "C",
    "cuatrim": "C",
    "cuatri": "C",
    "cuat": "C",
    "trimestre": "Q",
    "trimestres": "Q",
    "meses": "M",
    "bimestres": "B",
    "cuatrimestres": "C",
    "semestres": "S",
    "trimestral": "Q",
    "trimes": "Q",
    "trimest": "Q",
    "semest": "S",
    "cuatrimest": "C",
    "trim": "Q",
    "tri": "Q",
    "bimestre": "B",
    "bimestral": "B",
    "bim": "B",
    "semestre": "S",
    "semestral": "S",
    "sem": "S",
    "mes": "M",
}
PARTS = UNITS.keys() | {"semana", "quincena"}
LEAST_SPELLED = 6
SPELLED = [word for word in (*UNITS, *MONTHS) if len(word) >= LEAST_SPELLED]
MOST = {"Q": 4, "B": 6, "C": 3, "S": 2, "M": 12}
LETTER_OF_LENGTH = {1: "M", 2: "B", 3: "Q", 4: "C", 6: "S", 12: "Y"}
# a lone "TI" is information technology, not the first quarter
SHORT = re.compile(r"(?:([tqsbcm])(\d{1,2})|(\d)([tqsbcm])(2\d)?)|t(ii|iii|iv)")
YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
WEEK = re.compile(r"(?:s|sem|semana)? ?(?:[1-5]|i{1,3}|iv|v)|(?:[1-5](?:a|ra|da|ta)?|i{1,3}|iv|v) (?:s|sem|semana)")
FOLLOW_UP = re.compile(
    r"\b(?:seguimientos?|monitoreos?|reportes?|cortes?|avances?|mediciones|medicion|evaluacion)"
    r"(?: (?:no|n|num|numero))? (\d{1,2}|i{1,3}|iv)\b|\b(primer|segundo|tercer|cuarto|[1-4](?:er|do|ro|to)?) "
    r"(?:seguimiento|monitoreo|corte|reporte|avance)\b"
)
# "3. Avance", "(4) Avance": the title's own number in a list
LISTED = re.compile(r"\s*[(\[]?\d{1,2}[a-z]?\s*[).\]:]\s*-?\s*(?=[^\W\d])")
BROKEN = re.compile(
    r"(cuatrimestre|trimestre|bimestre|semestre|cuatrim|trim)(?:n|no)?(\d|i{1,3}$|iv$)"
    r"|(\d)(?:er|do|ro|to|o)?(cuatrimestre|trimestre|bimestre|semestre)"
    r"|(primer|segundo|tercer|cuarto|quinto|sexto|^i{1,3}|^iv)(cuatrimestre|trimestre|bimestre|semestre|trim$)"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a year. kind: M B Q C S Y, "A" for the n-th year of a term, "day" for a cut-off date, "nth" for
    "Seguimiento 2".

    number: of the part in its year (of the month, for a day). day: of the month, for a cut-off date.
    """

    kind: str
    number: int
    year: int | None = None
    day: int = 0


@lru_cache(maxsize=8192)
def stretch_of(text: str) -> Stretch | None:
    """The period that a title names, or None; a lone year is one too."""
    if len(text) > LONGEST_TITLE:
        return None
    words = plain(text).split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        words = ["".join(words)]  # "E N E R O"
    words = [_spelled(word) for word in words]
    return _numbered(words) or _months(words) or _broken(words) or _follow_up(text) or _year(words) or _term(words)


def stretch_under(title: str, text: str) -> Stretch | None:
    """The period that a cell names, by itself or by its rank below a title with the unit: "II" below "Trimestre"."""
    if (found := stretch_of(text)) or plain(text) not in ORDINALS:
        return found
    unit = next((word for word in plain(title).split() if word in UNITS), None)
    return stretch_of(f"{unit} {text}") if unit else None


def names_days(text: str) -> bool:
    """Whether numbers beside a month's name are days: "Mayo 5 al 16" says more than the month."""
    words = plain(text).split()
    if not MONTHS.keys() & words or not PARTS.isdisjoint(words):
        return False
    return any(word.isdigit() and len(word) <= 2 for word in words)


@lru_cache(maxsize=4096)
def _spelled(word: str) -> str:
    """The word, or the part of the year that it misspells: "trimesrte", "septeimbre"."""
    if len(word) < LEAST_SPELLED or not word.isalpha() or word in UNITS or word in MONTHS:
        return word
    return next((known for known in SPELLED if near(word, known, 1)), word)


def is_week(text: str) -> bool:
    """Whether a title below a month's name counts its weeks: "S1", "Sem. 3", "2"."""
    return len(text) <= LONGEST_TITLE and WEEK.fullmatch(plain(text)) is not None


@lru_cache(maxsize=8192)
def year_of(text: str) -> int | None:
    """The one year that a text names, or None."""
    years = set(YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def _numbered(words: list[str]) -> Stretch | None:
    for at, word in enumerate(words):
        if word in UNITS:
            ranks = [words[near] for near in (at + 1, at - 1) if 0 <= near < len(words)]
            if UNITS[word] == "S" and words[at + 1 :] in (["a"], ["b"]):
                return Stretch("S", 1 if words[at + 1] == "a" else 2, year_of(" ".join(words)))  # "Semestre A"
            ranks += words[at + 2 : at + 3] if words[at + 1 : at + 2] in (["no"], ["n"], ["numero"], ["de"]) else []
            return next((found for rank in ranks if (found := _part(UNITS[word], rank, words))), None)
        if short := SHORT.fullmatch(word):
            letter, rank = short[1] or short[4] or "t", short[2] or short[3] or short[6]
            return _part(
                "Q" if letter == "t" else letter.upper(), rank, [*words, f"20{short[5]}"] if short[5] else words
            )
        if word in {"t", "trim"} and at + 1 < len(words):
            return _part("Q", words[at + 1], words)
    return None


def _part(kind: str, rank: str, words: list[str]) -> Stretch | None:
    number = ORDINALS.get(rank)
    if number is None or number > MOST[kind]:
        return None
    return Stretch(kind, number, year_of(" ".join(words)))


def _months(words: list[str]) -> Stretch | None:
    places = [(at, MONTHS[word]) for at, word in enumerate(words) if word in MONTHS]
    if not places:
        return _slashed(words)
    year = year_of(" ".join(words)) or _short_year(words, places[-1][0])
    if len(places) == 2:
        return _range(places[0][1], places[1][1], year)
    at, month = places[-1]
    day = next((int(words[near]) for near in (at - 1, at - 2, at + 1) if _is_day(words, near, at)), 0)
    if len(places) > 2 and places == [(at, month) for at, month in places if month]:
        return _range(places[0][1], places[-1][1], year)
    return Stretch("day", month, year, day) if day else Stretch("M", month, year)


def _is_day(words: list[str], near: int, month_at: int) -> bool:
    if not 0 <= near < len(words) or not words[near].isdigit() or not 1 <= int(words[near]) <= 31:
        return False
    if near == month_at - 2:
        return words[month_at - 1] == "de" and int(words[near]) > 12
    # "ene 24" is a month of 2024, "abril 30" a day: only a month's last days are cut-offs after its name
    return near < month_at or int(words[near]) >= 28


def _short_year(words: list[str], month_at: int) -> int | None:
    after = words[month_at + 1 : month_at + 2]
    return 2000 + int(after[0]) if after and after[0].isdigit() and 18 <= int(after[0]) <= 27 else None


def _range(first: int, last: int, year: int | None) -> Stretch | None:
    length = last - first + 1
    letter = LETTER_OF_LENGTH.get(length)
    if letter is None or (first - 1) % length:
        return None
    return Stretch(letter, (first - 1) // length + 1, year)


def _slashed(words: list[str]) -> Stretch | None:
    """30/04/2024 or 30/04/24 in a title: the day of a cut-off."""
    numbers = [int(word) for word in words if word.isdigit()]
    if len(numbers) != 3 or not (28 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12):
        return None
    year = numbers[2] + 2000 if 18 <= numbers[2] <= 40 else numbers[2]
    if 2000 < year < 2050:
        return Stretch("day", numbers[1], year, numbers[0])
    return None


def _broken(words: list[str]) -> Stretch | None:
    # the end of a year is no rank: "AVANCE 2024 (TRIMESTRES)"
    found = BROKEN.search("".join(word for word in words if not YEAR.fullmatch(word)))
    if found is None:
        return None
    unit, rank = (found[1], found[2]) if found[1] else (found[4] or found[6], found[3] or found[5])
    return _part(UNITS[unit], rank, words)


def _follow_up(text: str) -> Stretch | None:
    words = plain(LISTED.sub("", text, count=1)).split()
    found = FOLLOW_UP.search(" ".join(words))
    if found is None:
        return None
    number = ORDINALS.get(found[1] or found[2])
    return Stretch("nth", number, year_of(" ".join(words))) if number else None


def _term(words: list[str]) -> Stretch | None:
    """ "Año 1", "segundo año": of the years of a term of government."""
    rank = next((ORDINALS.get(word) for word in words if word != "ano"), None)
    return Stretch("A", rank) if len(words) == 2 and "ano" in words and rank else None


def _year(words: list[str]) -> Stretch | None:
    year = year_of(" ".join(words))
    return Stretch("Y", 1, year) if year and len(words) <= 5 else None
