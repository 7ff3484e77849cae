"""The sentences of a team's page that depend on what is missing, by when, and for which period."""

from dataclasses import dataclass

from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.domain.team_page import PageLine, Standing, TeamPage
from gdflow.spanish.dates import MONTHS, days_between, long_date
from gdflow.spanish.periods import NOUNS, period_label, the_period

SYMBOLS = {
    Standing.RETURNED: "◆",
    Standing.OVERDUE: "▲",
    Standing.PENDING: "○",
    Standing.MISSED: "✖",
    Standing.SENT: "●",
    Standing.ACCEPTED: "✔",
}
"""What repeats a chip's colour for every eye."""

SOON = 30
"""Days before a line's own end from which its team is told of it, as the mails do."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The head of the page: what is missing, and until when."""

    missing: str
    until: str


def this_period(key: str) -> str:
    """este trimestre, este mes, este año, este periodo"""
    kind = parse_period(key).kind
    if kind is PeriodKind.MONTH:
        return "este mes"
    if kind is PeriodKind.YEAR:
        return "este año"
    return f"este {NOUNS.get(kind, 'periodo')}"


def last_period(key: str) -> str:
    """Trimestre pasado, Mes pasado"""
    return f"{this_period(key).removeprefix('este ').capitalize()} pasado"


def months_of(key: str) -> str:
    """abril–junio, abril; nothing for a stretch of an entity's own."""
    period = parse_period(key)
    if period.kind is PeriodKind.CUSTOM:
        return ""
    first, last = MONTHS[period.start.month - 1], MONTHS[period.end.month - 1]
    return first if first == last else f"{first}–{last}"


def title_of(key: str) -> str:
    """Reporte del trimestre 2 de 2023 (abril–junio), Reporte de abril de 2023"""
    kind, months = parse_period(key).kind, months_of(key)
    if kind is PeriodKind.MONTH:
        return f"Reporte de {period_label(key)}"
    return f"Reporte del {period_label(key)}" + (f" ({months})" if months and kind is not PeriodKind.YEAR else "")


def summary(page: TeamPage) -> Summary:
    """What is missing and until when, in words."""
    return Summary(_missing(page), _until(page))


def due_words(line: PageLine, page: TeamPage) -> str:
    """Plazo: jueves 20 de julio de 2023, Venció hace 3 días"""
    if line.is_missing and page.today > line.due_on:
        return f"Venció hace {days_between((page.today - line.due_on).days)}"
    closed_on = page.closed_on or line.closes_on
    if line.standing is Standing.MISSED and closed_on is not None:
        return f"Cerró el {long_date(closed_on)}"
    if line.result is not None and not line.is_missing:
        return ""
    return f"Plazo: {long_date(line.due_on)}"


def end_words(line: PageLine, page: TeamPage) -> str:
    """domingo 30 de abril de 2023 (venció hace 71 días): the line's own end, where it is near or past and not met."""
    ends = line.line.due
    if ends is None or not line.is_missing or (ends - page.today).days > SOON:
        return ""
    late = (page.today - ends).days
    return long_date(ends) + (f" (venció hace {days_between(late)})" if late > 0 else "")


def _missing(page: TeamPage) -> str:
    asked, missing = len(page.lines), page.missing
    if not asked:
        return f"Su equipo no debe reportes en {the_period(page.period)}."
    if page.is_closed:
        sent = sum(line.result is not None for line in page.lines)
        return f"El periodo cerró. Se {'recibió' if sent == 1 else 'recibieron'} {sent} de {_activities(asked)}."
    if not missing:
        return "No le falta nada: su equipo ya envió todo." if asked > 1 else "No le falta nada: ya lo envió."
    return f"Le {'falta' if missing == 1 else 'faltan'} {missing} de {_activities(asked)}."


def _until(page: TeamPage) -> str:
    if not page.lines:
        return ""
    closed_on = page.closed_on or page.closes_on
    if page.is_closed and closed_on is not None:
        last = long_date(closed_on)
        return f"Cerró el {last}: ya no se reciben cambios. Si debe corregir algo, escriba a quien coordina."
    if page.reopened_until is not None:
        return f"El periodo cerró y está reabierto hasta el {long_date(page.reopened_until)}, ese día incluido."
    closing = f", el {long_date(page.closes_on)}" if page.closes_on else ""
    if not page.missing:
        return f"Puede corregir lo enviado hasta el cierre{closing}."
    left = (page.report_by - page.today).days
    if left < 0:
        return f"El plazo venció el {long_date(page.report_by)}; todavía puede reportar hasta el cierre{closing}."
    when = {0: " (hoy)", 1: " (mañana)"}.get(left, f" (quedan {days_between(left)})")
    return f"Tiene plazo hasta el {long_date(page.report_by)}{when}."


def _activities(count: int) -> str:
    return f"{count} {'actividad' if count == 1 else 'actividades'}"
