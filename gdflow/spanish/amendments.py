"""Acts that change a line: why one cannot be taken, and how people read one."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from gdflow.domain.amendments import AmendedField, Amendment
from gdflow.spanish.dates import long_date, short_date
from gdflow.spanish.numbers import number

SENTENCES: Mapping[str, str] = {
    "blank_act": "Falta decir con qué acta o acto: --act «Acta 05 de 2023».",
    "one_amendment": "Indique qué cambia: una sola de las opciones --due, --target o --team.",
    "unreadable_target": "«{found}» no se puede leer como una meta; escriba una cifra, por ejemplo 25, 0,3 o 30 %.",
    "amendment_says_the_same": "La fila {row} ya dice «{found}»: no hay nada que cambiar.",
    "amendment_window_reversed": "La fila {row} empieza el {start}; no puede terminar antes, el {found}.",
    "unknown_amendment": "No hay un cambio {found}. Véanse con «gdflow amend list».",
    "amendment_undone": "El cambio {found} ya se había deshecho el {on} ({by}).",
    "amendment_overtaken": (
        "El cambio {found} ya no es el que rige: la fila {row} dice ahora «{value}». Deshaga primero lo que vino "
        "después."
    ),
    "amendment_without_team": "La fila {row} no tenía equipo antes; asígnele uno con «gdflow assign».",
    "act_overtaken": (
        "Fila {row}: el documento dice {found} en {field}, que no es lo que había antes ni lo que dejó {act} "
        "({after}); rige el documento. Si no debía cambiar, corríjalo con «gdflow amend»."
    ),
}
FIELD_NAMES: Mapping[AmendedField, str] = {
    AmendedField.DUE: "la fecha final",
    AmendedField.TARGET: "la meta",
    AmendedField.TEAM: "el equipo responsable",
}


def value_text(field: AmendedField, value: str | None) -> str:
    """What a field holds, as people read it."""
    if value is None:
        return "sin dato"
    if field is AmendedField.DUE:
        return short_date(date.fromisoformat(value))
    return number(Decimal(value)) if field is AmendedField.TARGET else value


def amendment_text(taken: Amendment) -> str:
    """An act in words: «Meta: de 21 a 25 desde el sábado 1 de julio de 2023 (Acta 05): se amplió el alcance.»"""
    before, after = value_text(taken.field, taken.before), value_text(taken.field, taken.after)
    said = f"{taken.field.label}: de {before} a {after} desde el {long_date(taken.effective_on)}"
    return f"{said} ({taken.act}): {taken.reason.rstrip('.')}."
