"""The small words of a mail: states, periods, lists and counts, shared by subjects and templates."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from gdflow.domain.digest import DigestLine, Section
from gdflow.domain.obligations import ObligationKind
from gdflow.spanish.dates import brief_date, days_between, long_date, short_date
from gdflow.spanish.periods import period_label

SHORT = 48  # characters of an unnumbered line's name that a subject can bear
NBSP = "\u00a0"  # stands between a figure and its %, and where a line must not break
LONG = 180  # characters of a line's name in the mail itself
MASCULINE = ("trimestre", "bimestre", "cuatrimestre", "semestre", "año")


def one_line(text: str) -> str:
    """The text without line breaks, control characters or doubled blanks."""
    return " ".join(text.split()) if text.isprintable() else " ".join(without_controls(text).split(" "))


def without_controls(text: str) -> str:
    """The text without control characters, which XML forbids; line breaks become blanks."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c == NBSP else " " for c in text)


def together(text: str) -> str:
    """The text for a narrow heading: no line begins with a figure or a dot."""
    return re.sub(r" (?=[\d·])", NBSP, text)


def distance(days: int) -> str:
    """hoy, mañana, en 5 días"""
    return {0: "hoy", 1: "mañana"}.get(days, f"en {days_between(days)}")


def time_left(days: int) -> str:
    """Queda 1 día, Quedan 2 días"""
    return f"{'Queda' if days == 1 else 'Quedan'} {days_between(days)}"


def state_words(line: DigestLine, today: date) -> str:
    """What the state column says: Vencida hace 3 días, Vence hoy, Quedan 5 días, Cierra mañana, Por corregir."""
    section, left = line.section(today), line.days_left(today)
    if section is Section.CLOSING and line.closes_on is not None:
        return f"Cierra {distance((line.closes_on - today).days)}"
    if section is Section.OVERDUE:
        return f"Vencida hace {days_between(-left)}"
    if section is Section.SOON:
        return time_left(left)
    return "Vence hoy" if section is Section.DUE_TODAY else section.label


def also_words(line: DigestLine, today: date) -> str:
    """Además: reporte del trimestre 2 hasta el lun 10 jul 2023 · vence hoy; what a row owes beside its own state."""
    what = f"reporte {of_period(line.period, today=today)} hasta el" if line.period else "fecha final, el"
    state = state_words(line, today)
    return f"Además: {what} {short_date(line.due_on)} · {state[:1].lower()}{state[1:]}"


def due_words(line: DigestLine) -> str:
    """Reporte hasta el martes 11 de julio de 2023; a deadline says so."""
    lead = "Reporte hasta el" if line.kind is ObligationKind.RESULT else "Fecha final: el"
    return f"{lead} {long_date(line.due_on)}"


def period_words(period: str | None) -> str:
    """Trimestre 2 de 2023, or what is owed without a period: the line's own end."""
    return capitalised(period_label(period)) if period else "Fin de la actividad"


def of_period(key: str, *, today: date) -> str:
    """del trimestre 2, de marzo; the year is said only when it is not this one."""
    label = period_label(key)
    if label[0].isdigit():
        return f"del {label}"
    return f"{'del' if label.startswith(MASCULINE) else 'de'} {label.removesuffix(f' de {today.year}')}"


def name_of(number: str | None, label: str) -> str:
    """actividad 9, or the line's own short name when it has no number."""
    plain = _plain(number)
    return f"actividad {plain}" if plain else f"«{shortened(label)}»"


def titled(number: str | None, label: str) -> str:
    """9. Hacer el reporte; the number is not said twice when the label already begins with it."""
    plain, name = _plain(number), shortened(label, LONG)
    return name if not plain or _begins_with(name, plain) else f"{plain}. {name}"


def _begins_with(name: str, number: str) -> bool:
    """Whether the name begins with the number and not with a longer one: 1 is not the number of «12 actas».

    Said without a regular expression: each number would have to be compiled for itself.
    """
    return name.startswith(number) and _in_word(number[-1]) != _in_word(name[len(number) : len(number) + 1])


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _plain(number: str | None) -> str:
    return one_line(number or "").rstrip(". ")


def shortened(text: str, limit: int = SHORT) -> str:
    """The text on one line, cut at a word when it is longer than `limit`."""
    line = one_line(text)
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0].rstrip(',;: ')}…"


def capitalised(text: str) -> str:
    """The text with its first letter large and the others untouched."""
    return text[:1].upper() + text[1:]


def moment(at: datetime) -> str:
    """lunes 10 de julio de 2023, 10:32, in the zone of `at`."""
    return f"{long_date(at)}, {at:%H:%M}"


def same(values: Iterable[date | None]) -> date | None:
    """The one value that all share, or None."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


def until(days: Iterable[date]) -> str:
    """el jue 20 jul when all share the day, else desde el jue 20 jul."""
    ordered = sorted(set(days))
    return f"{'el' if len(ordered) == 1 else 'desde el'} {brief_date(ordered[0])}"
