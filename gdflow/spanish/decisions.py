"""Decisions about lines and teams: why one cannot be taken, and how people read one that holds."""

from collections.abc import Mapping
from datetime import date

from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import the_period

SENTENCES: Mapping[str, str] = {
    "blank_author": "Falta decir quién decide: --by NOMBRE.",
    "blank_reason": "Falta decir por qué: --reason TEXTO.",
    "line_or_team": "Indique una línea o un equipo con --team, y no los dos.",
    "end_passed": "El {found} ya pasó (hoy es {today}); indique un día de hoy en adelante.",
    "end_needed": "Todo lo que debe la fila {row} ya venció; indique con --until hasta cuándo descansa.",
    "line_owes_nothing": "La fila {row} no debe nada en este momento, así que no hay nada de lo que acusar recibo.",
    "line_without_team": "La fila {row} no tiene equipo responsable; asígnele uno con «gdflow assign».",
    "handed_to_itself": "La fila {row} ya es de «{team}».",
    "already_handed_over": (
        "De la fila {row} ya se dijo que no le corresponde a su equipo (decisión {decision}); falta que la "
        "coordinación decida, con «gdflow assign» o «gdflow undo {decision}»."
    ),
    "nothing_to_extend": (
        "La fila {row} no debe eso en este momento, así que no hay una fecha que mover. Sin --period se mueve la fecha "
        "final de la línea; sus períodos pendientes: {periods}."
    ),
    "extension_not_later": "Ya vence el {due_on}; una prórroga lleva a una fecha posterior, y {found} no lo es.",
    "nothing_to_waive": "La fila {row} ya no debe el resultado de {period}: no hay nada que exceptuar.",
    "unknown_decision": "No hay una decisión {found}. Véanse las que rigen con «gdflow decisions».",
    "decision_undone": "La decisión {found} ya se había deshecho el {on} ({by}).",
    "decision_over": "La decisión {found} terminó por sí sola el {until}; no hay nada que deshacer.",
    "unknown_contact": "Ningún equipo tiene el correo «{found}». Véanse con «gdflow teams».",
    "absence_dates": "Indique la ausencia con --from y --to, en ese orden, o el regreso con --back.",
}
AUTHORS: Mapping[str, str] = {"coordinator": "la coordinación", "import": "una nueva carga del plan"}
"""Who ends a decision without being named."""


def author_name(author: str) -> str:
    """An author as people read it."""
    return AUTHORS.get(author, author)


HEADS: Mapping[DecisionKind, str] = {
    DecisionKind.WAIVER: "Exceptuada",
    DecisionKind.EXTENSION: "Con prórroga",
    DecisionKind.SILENCE: "Silenciada",
    DecisionKind.ACKNOWLEDGEMENT: "El equipo acusó recibo",
    DecisionKind.HANDOVER: "El equipo dijo que no le corresponde",
}


def decision_text(taken: Decision, as_of: date) -> str:
    """A decision in words as it stood on a day: what, until when, who and why, and whether it was taken back."""
    about = f" en {the_period(taken.period)}" if taken.period else ""
    said = f"{HEADS[taken.kind]}{about}{_until(taken)}: {taken.reason.rstrip('.')}. "
    said += f"Lo decidió {taken.author} el {long_date(taken.starts_on)}."
    if taken.ended_by is not None and taken.ended_on is not None and taken.ended_on <= as_of:
        said += f" Lo deshizo {author_name(taken.ended_by)} el {long_date(taken.ended_on)}."
    return said


def _until(taken: Decision) -> str:
    if taken.until is None:
        return ""
    return f" {UNTIL.get(taken.kind, 'hasta el')} {long_date(taken.until)}"


UNTIL: Mapping[DecisionKind, str] = {
    DecisionKind.EXTENSION: "al",
    DecisionKind.HANDOVER: "y descansa hasta el",
    DecisionKind.ACKNOWLEDGEMENT: "y descansa hasta el",
}
