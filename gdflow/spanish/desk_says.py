"""What a page says where the sentence of an error speaks of commands: the same matter, with the way to go on here."""

from collections.abc import Mapping

from gdflow.domain.errors import GdflowError
from gdflow.spanish.messages import say

HERE: Mapping[str, str] = {
    "blank_note": "Escriba qué hay que corregir, o elija una de las notas ya hechas.",
    "unknown_note": "Esa nota ya no existe. Elija otra, o escríbala.",
    "unknown_report": "Ese reporte ya no es el vigente: el equipo envió otro, o su plan dejó de revisarse.",
    "report_reviewed": "Alguien más ya lo revisó: el reporte de la fila {row} está {state}.",
    "nothing_to_review": "Ninguno de esos reportes sigue por revisar.",
    "closed_to_decisions": (
        "El período {period} se cerró el {closed_on}: ya no se revisa nada de él. Para que reciba cambios, hay que "
        "reabrirlo en Períodos."
    ),
    "already_closed": "El período {period} ya se cerró el {closed_on} (cierre {number}). No se cerró otra vez.",
    "closing_not_clear": "El período {period} no se cerró: {found}. Resuélvalo, o escriba por qué se cierra así.",
    "not_closed": "El período {period} no está cerrado, así que no hay nada que reabrir.",
    "blank_reason": "Escriba el motivo: queda en el acta y en el registro.",
    "scope_needed": "Elija para quién se reabre: todo el período, un equipo o una línea.",
    "unknown_team": "Elija un equipo de la lista.",
    "line_not_found": "Elija una línea de la lista.",
    "unknown_contact": "Esa dirección ya no está en el equipo.",
    "absence_dates": "Indique los dos días de la ausencia: el último no puede ser anterior al primero.",
    "bad_role": "Elija qué es esa persona en el equipo.",
    "nothing_owed": "Este equipo no debe nada en este momento, así que un enlace no abriría nada.",
    "unknown_team_link": "Ese enlace no existe.",
    "unknown_feed": "Ese calendario no existe.",
    "unknown_mail": "Ese correo ya no está.",
    "mail_not_waiting": "Ese correo ya no espera decisión: alguien más decidió (está «{state}»).",
    "mail_not_whole": "El correo no se pudo leer completo y no se puede aceptar así. Pida que lo envíen de nuevo.",
}


def say_here(error: GdflowError) -> str:
    """The sentence of an error for somebody before a page."""
    own = HERE.get(error.code)
    return say(error) if own is None else own.format_map(error.facts)
