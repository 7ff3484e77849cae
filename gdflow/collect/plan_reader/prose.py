"""Deadlines that stand in sentences: "Fecha: (01/08/2024 al 31/12/2027)", "a más tardar el 30 de junio de 2025"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from gdflow.collect.plan_reader.dates import read_day
from gdflow.collect.plan_reader.stretches import ORDINALS, UNITS

_MONTH = (
    r"(?:ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo?|jun(?:io)?|jul(?:io)?|ago(?:sto)?"
    r"|sep(?:tiembre|t)?|setiembre|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)(?![a-z])\.?"
)
_DAY = (
    r"(?:(?<!\d)(?<!\d\.)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}[-/]\d{1,2}[-/]\d{1,2}"
    rf"|\d{{1,2}}[°º]?(?:\s|-)(?:de\s)?{_MONTH}(?:(?:\s|-)?(?:del?(?:\saño)?\s)?\d{{4}}|-\d{{2}})?"
    rf"|{_MONTH}\s\d{{1,2}}(?:\sdel?|,)?\s\d{{4}}|{_MONTH}\s(?:del?\s)?\d{{4}})"
)
RANGE = (
    rf"(?P<a>{_DAY})\s*\)?\s*(?:y\s)?(?:al?|hasta(?:\sel)?|y(?:\sel)?|-|–|—|/)\s*(?:el\s|d[ií]a\s|\(\s*)*(?P<b>{_DAY})"
)
SHARED = rf"\b(?P<a>\d{{1,2}})\s*(?:al|a|hasta el|-|–)\s*(?P<b>\d{{1,2}}\s(?:de\s)?{_MONTH}\s(?:del?\s)?\d{{4}})"
MONTHS = rf"(?P<a>{_MONTH}(?:\s(?:del?\s)?\d{{4}})?)\s*(?:al?|hasta|y|-|–)\s*(?P<b>{_MONTH}(?:\s(?:del?\s)?\d{{4}})?)"
# "la Resolución 045 de fecha 15/01/2024" says when it was signed
LIMIT = (
    r"(?:plazo[^.;:]{0,40}?|(?<!\bde )(?<!\bcon )fechas?(?:\s[a-zé]+){0,5}|a m[aá]s tardar|antes del?|hasta"
    r"|l[ií]mite|vence[^.;:]{0,10}|entrega[^.;:]{0,12}|cumplimiento|terminaci[oó]n|finalizaci[oó]n|fin)\s*[:.]?\s*(?:el\s|al?\s|d[ií]a\s|\(\s*)*"
    rf"(?P<b>{_DAY})"
)
BEGIN = rf"(?:desde|inicio|a partir de|inicia)\s*[:]?\s*(?:el\s|del?\s|d[ií]a\s)*(?P<a>{_DAY})"
BEGINS_ALONE = r"\s*(?:a partir del?|desde)\s(?!.*\s(?:hasta|al?|-|–)\s)"
MOST_ALONE = 2
ANY = _DAY
SPELLED = (
    r"\b(?:un[oa]?|primero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is"
    r"|dieci[a-z]+|veinti?[a-zéúó]*|treinta(?: y uno?)?|dos mil(?: [a-zé]+){1,3})"
    rf"\s?\((\d{{1,2}}|20[0-4]\d)[°º]?\)(?=\s(?:de\s)?{_MONTH}|\sa?l\s|[\s.,;:)]|$)"
)
MONTH_OVER = rf"\b({_MONTH})\s(\d{{1,2}})\s?(al?|-|–|y|hasta el)\s?(\d{{1,2}})(?=,?\s(?:del?\s)?(?:año\s)?20[0-4]\d)"
MONTH_FIRST = rf"\b({_MONTH})\s(\d{{1,2}})(?=\s(?:al?|hasta)\s(?:el\s)?(?:{_MONTH}|\d{{1,2}}\sde))"
POINTED = rf"({_MONTH}\s(?:del?\s)?(?:año\s)?)2\.0([0-4]\d)\b"
FISCAL = (
    r"(?:(?:actual|presente|la|en|durante|para)\s)*(?:vigencias?|años?)\s(?:fiscal(?:es)?\s|de\s)?"
    r"(?P<year>20[0-4]\d)(?:\s?(?:-|–|al?|y|hasta)\s?(?P<last>20[0-4]\d)\b)?|(?:durante|en)\s(?:el\s)?(?P<lone>20[0-4]\d)"
)
PART_OF_YEAR = (
    r"(primer|segundo|tercer|cuarto|i{1,3}|iv|[1-4](?:er|do|ro|to)?)\s(trimestre|bimestre|cuatrimestre|semestre)"
    r"\s(?:del?(?:\saño)?\s)?(20[0-4]\d)"
)
LABELLED = (
    r"(?:\b(?:fechas?|plazos?|vigencia|cumplimiento|inicio)\b[^.;\n]{0,40})?"
    r"[\s:(]*(?:\b(?:entre|desde|del?)(?:\s(?:el|la))?)?[\s:(]*$"
)
# what a text without any date lacks: a year, or numbers with a mark between them
DATED = re.compile(r"2\.?0[0-4]\d|\d\s?[/.-]\s?\d|-\s?\d\d")
# "Seis (6) meses": how long, and so until when only from a start on; business days need a calendar
LASTING = re.compile(
    r"(?:plazo(?: de)?:? ?)?(?:[a-zé]{2,9} ?\()?(\d{1,3})\)? ?(d[ií]as(?! h[aá]bil)|semanas?|mes(?:es)?|años?)\b"
    r"\D{0,60}",
    re.IGNORECASE,
)
EDGES = " .,;:()\n–-"
DAYS_IN = {"d": 1, "s": 7}
MONTHS_IN = {"Q": 3, "B": 2, "C": 4, "S": 6}


@dataclass(frozen=True, slots=True)
class Window:
    """Dates found in a sentence. proposed: an end that a person must confirm. raw: the words they stand in.

    several: more than one date could be meant.
    """

    start: date | None = None
    due: date | None = None
    proposed: date | None = None
    raw: str | None = None
    several: bool = False


NO_WINDOW = Window()


def window_in(text: str) -> Window:
    """The window that a text states, else the end that it suggests, else nothing."""
    if not DATED.search(text):
        return NO_WINDOW
    text = _in_figures(text)
    return _stated(text) or _suggested(text) or NO_WINDOW


def limit_in(text: str) -> Window:
    """Only what a text states outright: a range or a limit, nothing suggested."""
    return _stated(_in_figures(text)) or NO_WINDOW


def months_in(text: str, year: int | None) -> Window:
    """The window between two months: "Febrero a noviembre de 2024", or of the plan's year where none is named."""
    found = _made(MONTHS).search(text)
    due = read_day(found["b"], end=True, year=year).value if found else None
    if found is None or due is None or _only_lists(found):
        return NO_WINDOW
    start = read_day(found["a"], end=False, year=due.year).value
    return Window(start, due, None, found[0]) if start and start <= due else NO_WINDOW


def lasting(text: str) -> tuple[int, str] | None:
    """How many of which unit a text that begins with a length of time names: "Seis (6) meses" is (6, "m")."""
    found = LASTING.fullmatch(" ".join(text.split()))
    return (int(found[1]), found[2][0].lower()) if found else None


def end_after(start: date, count: int, unit: str) -> date:
    """The day on which a length of time ends: after months and years the same number of the month (Ley 4 de 1913)."""
    if unit in DAYS_IN:
        return start + timedelta(days=count * DAYS_IN[unit])
    years, month = divmod(start.month - 1 + (count if unit == "m" else 12 * count), 12)
    last = monthrange(start.year + years, month + 1)[1]
    return date(start.year + years, month + 1, min(start.day, last))


def day_in(text: str) -> Window:
    """What a text states, else the last day that it names: beside a name, a date can only be the deadline."""
    if not DATED.search(text):
        return NO_WINDOW
    text = _in_figures(text)
    return _stated(text) or _last_day(text) or NO_WINDOW


def without_day(text: str) -> str:
    """What a text says beside its deadline: "Oficina de Prensa. Fecha: …" names the office."""
    window = day_in(text)
    if not window.raw:
        return text
    text = _in_figures(text)
    before, _, after = text.partition(window.raw.partition("; ")[0])
    return _made(LABELLED).sub("", before, count=1).strip(EDGES) or after.strip(EDGES)


def only_days(text: str) -> list[date]:
    """Every date that a text names, in order."""
    days = (read_day(found[0], end=True).value for found in _made(ANY).finditer(_in_figures(text)))
    return [day for day in days if day]


def only_begins(text: str) -> bool:
    """Whether a text says since when and not until when: "Desde el 01/03/2025"."""
    return _made(BEGINS_ALONE).match(text) is not None and len(only_days(text)) < MOST_ALONE


def _in_figures(text: str) -> str:
    """ "treinta (30) de junio de dos mil veinticinco (2025)" with the figures alone; and "junio de 2.025".

    "Mayo 5 al 16 de 2025" becomes "5 al 16 de Mayo de 2025".
    """
    text = _made(SPELLED).sub(r"\1", text) if "(" in text else text
    text = _made(POINTED).sub(r"\g<1>20\2", text) if "2.0" in text else text
    return _made(MONTH_FIRST).sub(r"\2 de \1", _made(MONTH_OVER).sub(r"\2 \3 \4 de \1", text))


@cache
def _made(words: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first asked for: these take long, and most plans hold no date in a sentence."""
    return re.compile(words, re.IGNORECASE)


def _stated(text: str) -> Window | None:
    ranges = [(found, window) for found in _made(RANGE).finditer(text) if (window := _range(found))]
    ranges = ranges or [(found, window) for found in _made(SHARED).finditer(text) if (window := _shared(found))]
    limits = [
        (day, found[0])
        for found in _made(LIMIT).finditer(text)
        if not any(one.start("a") <= found.start("b") < one.end("b") for one, _ in ranges)
        and (day := read_day(found["b"], end=True).value)
    ]
    if ranges:
        return _with_limits(_widest([window for _, window in ranges]), limits)
    if not limits:
        return None
    due, raw = max(limits)
    begin = _made(BEGIN).search(text)
    start = read_day(begin["a"], end=False).value if begin else None
    several = len({day for day, _ in limits} - {start}) > 1 or any(day > due for day in only_days(text))
    return Window(start, due, None, raw, several)


def _with_limits(window: Window, limits: Sequence[tuple[date, str]]) -> Window:
    """A range beside limits of their own: "… entre el 1 y el 30 de mayo de 2024. Plazo: 30/09/2025"."""
    due, raw = max(limits, default=(window.due, window.raw))
    if window.due is None or due is None or due <= window.due:
        return replace(window, several=window.several or bool(limits))
    return Window(None, due, None, raw, several=True)


def _range(found: re.Match[str]) -> Window | None:
    if _only_lists(found):
        return None
    due = read_day(found["b"], end=True).value
    start = read_day(found["a"], end=False, year=due.year if due else None).value
    return Window(start, due, None, found[0]) if start and due else None


def _only_lists(found: re.Match[str]) -> bool:
    """ "30/06/2025 y 15/12/2025" are two dates and no range, unless it says "entre"."""
    between = found.string[found.end("a") : found.start("b")].strip(" )").lower()
    before = found.string[max(0, found.start() - 12) : found.start()].lower()
    return between.startswith("y") and "hasta" not in between and "entre" not in before


def _shared(found: re.Match[str]) -> Window | None:
    """ "del 1 al 30 de junio de 2025": both days in one month."""
    due = read_day(found["b"], end=True).value
    if due is None or not 1 <= int(found["a"]) <= due.day:
        return None
    return Window(due.replace(day=int(found["a"])), due, None, found[0])


def _widest(ranges: list[Window]) -> Window:
    starts = [window.start for window in ranges if window.start]
    dues = [window.due for window in ranges if window.due]
    alike = len({(window.start, window.due) for window in ranges}) == 1
    return Window(min(starts), max(dues), None, "; ".join(window.raw or "" for window in ranges), not alike)


def _suggested(text: str) -> Window | None:
    if part := _made(PART_OF_YEAR).search(text):
        months = MONTHS_IN[UNITS[part[2].lower()]]
        month = min(12, months * ORDINALS[part[1].lower()])
        return Window(proposed=read_day(f"{month}/{part[3]}", end=True).value, raw=part[0])
    if years := list(_made(FISCAL).finditer(text)):
        year = max(int(found["last"] or found["year"] or found["lone"]) for found in years)
        return Window(proposed=date(year, 12, 31), raw=years[-1][0])
    last = _last_day(text)
    return Window(proposed=last.due, raw=last.raw) if last else None


def _last_day(text: str) -> Window | None:
    """The last day that a text names, but for one that something begins with."""
    begins = {found.start("a") for found in _made(BEGIN).finditer(text)}
    days = [
        (day, found[0])
        for found in _made(ANY).finditer(text)
        if found.start() not in begins and (day := read_day(found[0], end=True).value)
    ]
    return Window(due=max(days)[0], raw=max(days)[1]) if days else None
