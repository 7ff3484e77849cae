"""What a decision does and what follows, in words: for the command and for the pages alike."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import of_period


def decided_text(taken: Decision, calendar: BusinessCalendar) -> str:
    """What a decision does: "se sigue debiendo, pero no se recuerda a nadie hasta el …"."""
    return WHAT[taken.kind](taken, calendar)


def _silenced(taken: Decision, calendar: BusinessCalendar) -> str:
    last = taken.until or taken.starts_on
    return (
        f"se sigue debiendo, pero no se recuerda a nadie hasta el {long_date(last)} inclusive. "
        f"Lo que entonces falte se recuerda desde el {_next(last, calendar)}."
    )


def _acknowledged(taken: Decision, calendar: BusinessCalendar) -> str:
    last = taken.until or taken.starts_on
    return (
        f"el equipo ya sabe; no se le recuerda hasta el {long_date(last)} inclusive y se reanuda el "
        f"{_next(last, calendar)}. A la jefatura y a la coordinación se les sigue informando si se retrasa."
    )


def _handed_over(taken: Decision, _calendar: BusinessCalendar) -> str:
    last = taken.until or taken.starts_on
    return (
        "su equipo dice que no le corresponde. No se le recuerda mientras la coordinación decide, a más tardar hasta "
        f"el {long_date(last)}; la coordinación lo sabrá con el próximo barrido. Decide con «gdflow assign EQUIPO "
        f"LÍNEA», o con «gdflow undo {taken.id}» si sí es del equipo."
    )


def _extended(taken: Decision, _calendar: BusinessCalendar) -> str:
    return f"tiene prórroga al {long_date(taken.until or taken.starts_on)}. Sus recordatorios empiezan de nuevo."


def _waived(taken: Decision, _calendar: BusinessCalendar) -> str:
    what = f"el resultado {of_period(taken.period)}" if taken.period else "nada más"
    return f"queda exceptuada; no debe {what}." if taken.period else f"queda exceptuada; no debe {what} desde hoy."


WHAT: Mapping[DecisionKind, Callable[[Decision, BusinessCalendar], str]] = {
    DecisionKind.SILENCE: _silenced,
    DecisionKind.ACKNOWLEDGEMENT: _acknowledged,
    DecisionKind.HANDOVER: _handed_over,
    DecisionKind.EXTENSION: _extended,
    DecisionKind.WAIVER: _waived,
}


def _next(day: date, calendar: BusinessCalendar) -> str:
    return long_date(calendar.roll_forward(day + timedelta(days=1)))


def moved_text(before: Obligation, after: Obligation, today: date) -> str:
    """What a decision did to something owed."""
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


def again_text(after: Obligation) -> str:
    """What is owed once a decision was taken back."""
    if after.state is ObligationState.OWED:
        closing = f", cierra el {long_date(after.closes_on)}" if after.closes_on else ""
        return f"{_name(after)}: se debe para el {long_date(after.due_on)}{closing}."
    return f"{_name(after)}: ya no se debe."


def _name(owed: Obligation) -> str:
    if owed.kind is ObligationKind.DEADLINE:
        return "Fecha final de la línea"
    return f"Resultado {of_period(owed.period or '')}"
