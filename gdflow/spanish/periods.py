"""How people call a reporting period: "trimestre 2 de 2023", and "T2 2023" where there is little room."""

import re
from collections.abc import Mapping
from functools import lru_cache

from gdflow.domain.periods import KIND_OF_LETTER, LETTER_OF_KIND, MONTHS_OF, Period, PeriodKind, parse_period
from gdflow.spanish.dates import MONTHS

NOUNS = {
    PeriodKind.TWO_MONTH: "bimestre",
    PeriodKind.QUARTER: "trimestre",
    PeriodKind.FOUR_MONTH: "cuatrimestre",
    PeriodKind.HALF_YEAR: "semestre",
}


YEAR = re.compile(r"(?:año )?([0-9]{4})")
STRETCH = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})[–-]([0-9]{2})/([0-9]{2})/([0-9]{4})")


def period_key(said: str) -> str:
    """The key of a period that is called as tables call it: "T2 2023", "trimestre 2 de 2023", "2024"; else the text."""
    words = " ".join(said.lower().split()).removeprefix("el ")
    if found := YEAR.fullmatch(words):
        return f"{found[1]}-{LETTER_OF_KIND[PeriodKind.YEAR]}"
    if found := STRETCH.fullmatch(words):
        first, last = found.groups()[:3], found.groups()[3:]
        return "..".join("-".join(reversed(each)) for each in (first, last))
    name, _, year = words.removesuffix(".").rpartition(" ")
    keys = _keys_by_name()
    name = name.removesuffix(" de")
    return f"{year}-{keys[name]}" if name in keys and re.fullmatch(r"[0-9]{4}", year) else said


# asked for each line of each mail, in all of its words
@lru_cache(maxsize=1024)
def period_label(key: str) -> str:
    """The period's name in a sentence. Raises InputError("unknown_period")."""
    period = parse_period(key)
    if period.kind is PeriodKind.CUSTOM:
        return _stretch(period)
    if period.kind is PeriodKind.YEAR:
        return f"año {period.start.year}"
    if period.kind is PeriodKind.MONTH:
        return f"{MONTHS[period.start.month - 1]} de {period.start.year}"
    return f"{NOUNS[period.kind]} {_number(period)} de {period.start.year}"


def the_period(key: str) -> str:
    """The period's name after a preposition: el trimestre 2 de 2023, el año 2024, julio de 2023."""
    bare = parse_period(key).kind in (PeriodKind.MONTH, PeriodKind.CUSTOM)
    return period_label(key) if bare else f"el {period_label(key)}"


# asked for each result of each line
@lru_cache(maxsize=1024)
def period_short(key: str) -> str:
    """The period's name in a narrow column. Raises InputError("unknown_period")."""
    period = parse_period(key)
    if period.kind is PeriodKind.CUSTOM:
        return f"{period.start:%d/%m/%Y}–{period.end:%d/%m/%Y}"
    if period.kind is PeriodKind.YEAR:
        return str(period.start.year)
    if period.kind is PeriodKind.MONTH:
        return f"{MONTHS[period.start.month - 1][:3]} {period.start.year}"
    return f"{NOUNS[period.kind][0].upper()}{_number(period)} {period.start.year}"


def _stretch(period: Period) -> str:
    first, last = period.start, period.end
    return (
        f"{first.day} de {MONTHS[first.month - 1]} de {first.year} "
        f"a {last.day} de {MONTHS[last.month - 1]} de {last.year}"
    )


def _number(period: Period) -> str:
    return period.key[-1]


def of_period(key: str) -> str:
    """The period behind a noun: "del trimestre 2 de 2023", "de enero de 2023"."""
    month = parse_period(key).kind is PeriodKind.MONTH
    return f"{'de' if month else 'del'} {period_label(key)}"


@lru_cache(maxsize=1)
def _keys_by_name() -> Mapping[str, str]:
    """What stands in a key behind the year, by both names of a period without its year: "t2", "trimestre 2" -> "Q2"."""
    names: dict[str, str] = {}
    for letter, kind in KIND_OF_LETTER.items():
        for number in range(1, 12 // MONTHS_OF[kind] + 1):
            part = f"{letter}{number:02d}" if kind is PeriodKind.MONTH else f"{letter}{number}"
            for name in _names(kind, number):
                names[name] = part
    return names


def _names(kind: PeriodKind, number: int) -> tuple[str, ...]:
    if kind is PeriodKind.YEAR:
        return ()
    if kind is PeriodKind.MONTH:
        return MONTHS[number - 1], MONTHS[number - 1][:3]
    return f"{NOUNS[kind]} {number}", f"{NOUNS[kind][0]}{number}"
