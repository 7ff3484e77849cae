"""A decision in words: what was done, and what follows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gdflow.cli.output import say
from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.obligations import ObligationKind, ObligationState
from gdflow.spanish.dates import long_date, short_date
from gdflow.spanish.periods import period_label, period_short

if TYPE_CHECKING:
    from gdflow.domain.calendar import BusinessCalendar
    from gdflow.domain.obligations import Obligation
    from gdflow.services.decide import Decided, Moved
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
            say(f"  {_again(moved)}")
        if taken.kind not in (DecisionKind.WAIVER, DecisionKind.EXTENSION):
            say("  Lo que se deba y no se haya dicho sale con el próximo barrido.")
    else:
        say(f"Decisión {taken.id}. {place}: {WHAT[taken.kind](taken, calendar)}")
        for moved in decided.moved:
            say(f"  {_change(moved, today)}")
        if taken.kind is DecisionKind.WAIVER and not decided.moved:
            say("  Hoy no debía nada de eso; tampoco lo deberá después.")
    _tell_rest(decided)


def _tell_rest(decided: "Decided") -> None:
    if decided.withdrawn:
        count = "un correo" if decided.withdrawn == 1 else f"{decided.withdrawn} correos"
        say(f"  Se rehízo {count} que decía otra cosa y aún no había salido.")
    if decided.decision.ended_on is None:
        say(f"  Para deshacerla: gdflow undo {decided.decision.id} --by NOMBRE")


def _silenced(taken: Decision, calendar: "BusinessCalendar") -> str:
    last = taken.until or taken.starts_on
    return (
        f"se sigue debiendo, pero no se recuerda a nadie hasta el {long_date(last)} inclusive. "
        f"Lo que entonces falte se recuerda desde el {_next(last, calendar)}."
    )


def _acknowledged(taken: Decision, calendar: "BusinessCalendar") -> str:
    last = taken.until or taken.starts_on
    return (
        f"el equipo ya sabe; no se le recuerda hasta el {long_date(last)} inclusive y se reanuda el "
        f"{_next(last, calendar)}. A la jefatura y a la coordinación se les sigue informando si se retrasa."
    )


def _handed_over(taken: Decision, _calendar: "BusinessCalendar") -> str:
    last = taken.until or taken.starts_on
    return (
        "su equipo dice que no le corresponde. No se le recuerda mientras la coordinación decide, a más tardar hasta "
        f"el {long_date(last)}; la coordinación lo sabrá con el próximo barrido. Decide con «gdflow assign EQUIPO "
        f"LÍNEA», o con «gdflow undo {taken.id}» si sí es del equipo."
    )


def _extended(taken: Decision, _calendar: "BusinessCalendar") -> str:
    return f"tiene prórroga al {long_date(taken.until or taken.starts_on)}. Sus recordatorios empiezan de nuevo."


def _waived(taken: Decision, _calendar: "BusinessCalendar") -> str:
    what = f"el resultado de {period_label(taken.period)}" if taken.period else "nada más"
    return f"queda exceptuada; no debe {what}." if taken.period else f"queda exceptuada; no debe {what} desde hoy."


WHAT: dict[DecisionKind, Callable[[Decision, "BusinessCalendar"], str]] = {
    DecisionKind.SILENCE: _silenced,
    DecisionKind.ACKNOWLEDGEMENT: _acknowledged,
    DecisionKind.HANDOVER: _handed_over,
    DecisionKind.EXTENSION: _extended,
    DecisionKind.WAIVER: _waived,
}


def _next(day: date, calendar: "BusinessCalendar") -> str:
    return long_date(calendar.roll_forward(day + timedelta(days=1)))


def _change(moved: "Moved", today: date) -> str:
    before, after = moved.before, moved.after
    if after.state is ObligationState.WAIVED:
        return f"{_name(after)}: ya no se debe (vencía el {long_date(before.due_on)})."
    said = f"{_name(after)}: vence el {long_date(after.due_on)} (antes, el {long_date(before.due_on)})."
    if after.closes_on is None or before.closes_on is None:
        return said
    if after.closes_on != before.closes_on:
        reopens = " Vuelve a recibirse: ya había cerrado." if before.closes_on < today else ""
        return (
            f"{said} Como va más allá del cierre del {long_date(before.closes_on)}, para esta línea el período cierra "
            f"el {long_date(after.closes_on)}; para las demás no cambia.{reopens}"
        )
    return f"{said} El período cierra igual, el {long_date(after.closes_on)}: después no se recibe."


def _again(moved: "Moved") -> str:
    after = moved.after
    if after.state is ObligationState.OWED:
        closing = f", cierra el {long_date(after.closes_on)}" if after.closes_on else ""
        return f"{_name(after)}: se debe para el {long_date(after.due_on)}{closing}."
    return f"{_name(after)}: ya no se debe."


def _name(owed: "Obligation") -> str:
    if owed.kind is ObligationKind.DEADLINE:
        return "Fecha final de la línea"
    return f"Resultado de {period_label(owed.period or '')}"
