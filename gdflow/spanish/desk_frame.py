"""What stands around every page behind the sign-in."""

from datetime import datetime, timedelta

from gdflow.spanish.counts import counted

LATE = timedelta(hours=20)
"""The scan runs at 7 and at 13: from 13 to the next 7 it is 18 hours."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def is_late(at: datetime | None, now: datetime) -> bool:
    """Whether reminders are not being worked out as often as they should."""
    return at is None or now - at > LATE


def scan_words(at: datetime | None, now: datetime) -> str:
    """Último barrido: hace 3 minutos"""
    if at is None:
        return "✖ Todavía no ha corrido ningún barrido: no sale ningún recordatorio. Avise a Sistemas."
    if is_late(at, now):
        return f"✖ El último barrido fue hace {ago(now - at)}: no salen recordatorios nuevos. Avise a Sistemas."
    return f"Último barrido: hace {ago(now - at)}"


def ago(stretch: timedelta) -> str:
    """menos de 1 minuto, 3 minutos, 5 horas, 2 días; to the unit, downwards."""
    if stretch >= DAY:
        return counted(stretch // DAY, "día", "días")
    if stretch >= HOUR:
        return counted(stretch // HOUR, "hora", "horas")
    minutes = stretch // timedelta(minutes=1)
    return counted(minutes, "minuto", "minutos") if minutes > 0 else "menos de 1 minuto"
