"""What a consolidated says of itself: whether its period is closed, and when it was made."""

from collections.abc import Sequence
from datetime import date, datetime

from gdflow.spanish.dates import long_date

DRAFT = "Borrador: período sin cerrar"
NAMED = 3


def draft_mark(still_open: Sequence[str], plans: int) -> str:
    """Of a book of several plans, some of which are closed."""
    more = f" y {len(still_open) - NAMED} más" if len(still_open) > NAMED else ""
    return f"{DRAFT} en {len(still_open)} de {plans} planes ({', '.join(still_open[:NAMED])}{more})"


def closed_mark(numbers: Sequence[int]) -> str:
    """Of a book whose figures a closing froze, or one of each of its plans."""
    return f"Cierre n.º {numbers[0]}" if len(numbers) == 1 else f"Cifras de {len(numbers)} cierres"


def made_said(mark: str, at: datetime) -> str:
    """How a draft stands, and when it was made. at: in the local zone."""
    return f"{mark}. Hecho el {long_date(at.date())} a las {at:%H:%M}."


def closed_said(mark: str, at: datetime) -> str:
    """From which closing a book is, and when that one, or the last of several, closed. at: in the local zone."""
    return f"{mark}, del {long_date(at.date())} a las {at:%H:%M}."


def reopened_said(until: date) -> str:
    """That a closed period takes answers again, which its closing does not hold."""
    return (
        f"El período está reabierto hasta el {long_date(until)}: lo que llegue desde la reapertura estará en el "
        "próximo cierre."
    )
