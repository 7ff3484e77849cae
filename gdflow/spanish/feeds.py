"""What stands in the calendars to which people subscribe."""

from collections.abc import Sequence

from gdflow.domain.feeds import Dated
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.periods import the_period

MOST_PLANS = 3
NOTHING_OWED = "Ya no se debe nada de esto."


def calendar_name(entity: str, team: str | None) -> str:
    """What people's programs call the calendar."""
    return f"Plazos de {team} · {entity}" if team else f"Plazos de los planes · {entity}"


def due_summary(first: Dated, whose: str | None) -> str:
    """The title of the day on which something is due. whose: the team, where the calendar is one team's."""
    if first.period is None:
        number = (first.number or "").rstrip(". ")
        return f"Fecha final: {number}. {first.label}" if number else f"Fecha final: {first.label}"
    return f"Plazo para reportar {the_period(first.period)}" + (f" · {whose}" if whose else "")


def due_description(owed: int, of: Sequence[Dated]) -> str:
    """How much is owed of which plans."""
    plans = _plans([each.plan for each in of])
    if not owed:
        return f"{NOTHING_OWED}\n{plans}"
    return plans if of[0].period is None else f"{_many(owed)}\n{plans}"


def closing_summary(period: str) -> str:
    """The title of the day on which a period closes."""
    return f"Cierra {the_period(period)}"


def closing_description(plans: Sequence[str], *, early: bool = False) -> str:
    """What closes, or has been closed before its day."""
    said = "Se cerró ese día, antes del plazo." if early else "Último día en que se reciben resultados."
    return f"{said}\n{_plans(plans)}"


def _many(owed: int) -> str:
    return counted(owed, "actividad por reportar", "actividades por reportar")


def _plans(titles: Sequence[str]) -> str:
    known = list(dict.fromkeys(titles))
    if len(known) > MOST_PLANS:
        known = [*known[: MOST_PLANS - 1], f"{len(known) - MOST_PLANS + 1} planes más"]
    return listed(known)
