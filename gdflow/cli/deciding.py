"""A decision in words: what was done, and what follows."""

from datetime import date
from typing import TYPE_CHECKING

from gdflow.cli.output import say
from gdflow.domain.decisions import DecisionKind
from gdflow.spanish.dates import short_date
from gdflow.spanish.decided import again_text, decided_text, moved_text
from gdflow.spanish.periods import period_short

if TYPE_CHECKING:
    from gdflow.domain.calendar import BusinessCalendar
    from gdflow.services.decide import Decided
    from gdflow.services.decision_list import ListedDecision

COLUMNS = ("N.º", "Qué", "De qué", "Hasta", "Por qué", "Quién y cuándo")


def row_of(listed: "ListedDecision") -> tuple[str, ...]:
    """A decision as a row of the table."""
    taken = listed.decision
    period = f" · {period_short(taken.period)}" if taken.period else ""
    subject = f"{listed.plan}, fila {listed.row}: {listed.label}" if listed.plan else listed.team or "línea retirada"
    to = f" (sería de {listed.to_team})" if listed.to_team else ""
    until = short_date(taken.until) if taken.until else "sin fin"
    return (
        *(str(taken.id), f"{taken.kind.label}{period}", f"{subject}{to}", until, taken.reason),
        f"{taken.author}, {short_date(taken.starts_on)}",
    )


def tell_decided(decided: "Decided", place: str, calendar: "BusinessCalendar", today: date) -> None:
    """What a decision, or its undoing, did and what follows."""
    taken = decided.decision
    if taken.ended_on is not None:
        say(f"Se deshizo la decisión {taken.id} ({taken.kind.label.lower()}): ya no rige desde hoy.")
        for moved in decided.moved:
            say(f"  {again_text(moved.after)}")
        if taken.kind not in (DecisionKind.WAIVER, DecisionKind.EXTENSION):
            say("  Lo que se deba y no se haya dicho sale con el próximo barrido.")
    else:
        say(f"Decisión {taken.id}. {place}: {decided_text(taken, calendar)}")
        for moved in decided.moved:
            say(f"  {moved_text(moved.before, moved.after, today)}")
        if taken.kind is DecisionKind.WAIVER and not decided.moved:
            say("  Hoy no debía nada de eso; tampoco lo deberá después.")
    _tell_rest(decided)


def _tell_rest(decided: "Decided") -> None:
    if decided.withdrawn:
        count = "un correo" if decided.withdrawn == 1 else f"{decided.withdrawn} correos"
        say(f"  Se rehízo {count} que decía otra cosa y aún no había salido.")
    if decided.decision.ended_on is None:
        say(f"  Para deshacerla: gdflow undo {decided.decision.id} --by NOMBRE")
