"""What gdflow says of closed periods: what changed between two closings, and what it refuses."""

from collections.abc import Mapping

CHANGED_FIELDS: Mapping[str, str] = {
    "value": "Logrado",
    "narrative": "Descripción",
    "zero_reason": "Motivo del 0",
    "state": "Estado",
    "review": "Revisión",
    "target": "Meta",
    "due": "Fecha final",
    "team": "Equipo responsable",
    "annexes": "Anexos",
    "line": "Línea",
}
"""What of a line a closing says otherwise than the one before, by the field's name."""

# What stands open before a closing.
MISSING = "Sin reporte"
RETURNED = "Devuelto y sin corregir"
NOT_REVIEWED = "Reportado y sin revisar"
NO_EVIDENCE = "Sin archivo ni enlace"
ONLY_STATED = "Menciona «{stated}», sin archivo ni enlace"
DEAD_LINK = "El enlace del anexo {annex} no responde: {link}"
NOT_CONFIRMED = "Su fecha final ({due}) se propuso a partir del texto y nadie la ha confirmado"
NO_WINDOW = "No tiene fechas que se puedan seguir"
UNREADABLE = "El dato del período no se puede leer en el plan"
EARLY = "El plazo para reportar cierra el {closes_on}"
CLOSED_FIGURE = (
    "Fila {row}: el documento dice {found} para {period}, que se cerró el {closed_on} {kept}. No se cambió nada; "
    "si hay que corregirlo, reabra el período con «gdflow reopen»."
)
WITH_FIGURE, NO_FIGURE = "con {kept}", "sin dato"
CHECK_NAMES: Mapping[str, str] = {
    "missing": "resultados sin reportar",
    "unreviewed": "reportes sin revisar",
    "evidence": "reportes sin evidencia",
    "issues": "dudas del plan sin resolver",
    "early": "el plazo no ha terminado",
}
"""The checks before a closing, within a sentence."""
BY_SCHEDULE = "gdflow (cierre programado)"
WHY_BY_SCHEDULE = "closing.in_spite_of de config/gdflow.toml"

PACK_LACKS = "Anexos: {count}. {state}."

SENTENCES: Mapping[str, str] = {
    "period_unopened": "El plan «{plan}» no ha abierto el período {period}. Véanse con «gdflow plans».",
    "period_not_ended": "El período {period} termina el {ends_on}; no se puede cerrar antes de que termine.",
    "already_closed": "El período {period} del plan «{plan}» ya se cerró el {closed_on} (cierre {number}). Para "
    "corregirlo, reábralo con «gdflow reopen».",
    "closing_not_clear": "El período {period} del plan «{plan}» no se cerró: {found}. Resuélvalo, o ciérrelo de todos "
    "modos diciendo por qué, con --in-spite-of y --reason.",
    "closing_unsettled": "El período {period} del plan «{plan}» no se cerró: {found}",
    "closed_to_decisions": "El período {period} del plan «{plan}» se cerró el {closed_on}: ya no se prorroga, "
    "exceptúa, revisa ni deshace nada de él. Para que reciba cambios, reábralo con «gdflow reopen».",
    "period_reopened": "El período {period} está reabierto para la fila {row} hasta el {until}. Para darle más plazo, "
    "reábralo otra vez con «gdflow reopen» y una fecha posterior.",
    "not_closed": "El período {period} del plan «{plan}» no está cerrado, así que no hay nada que reabrir.",
    "reopening_without_lines": "El equipo «{team}» no tiene líneas en el plan «{plan}».",
    "line_of_another_plan": "La fila {row} no es del plan «{plan}».",
    "unknown_closing": "No hay un cierre {found}. Véanse con «gdflow closings».",
    "snapshot_damaged": "Las cifras congeladas del cierre {number} ({period}), plan «{plan}», no son las que se "
    "guardaron: alguien las cambió. Recupere la última copia de seguridad; de ellas no se escribe nada.",
    "no_closings": "El plan «{plan}» no tiene ningún cierre así. Véanse con «gdflow closings».",
    "unknown_report_format": "No hay un informe «{found}». Los que hay: {known}.",
    "report_not_of_plan": "El plan «{plan}» no tiene el informe «{found}»: se cargó de {source}, que no es un libro.",
    "period_needed": "Del plan «{plan}» se pueden cerrar varios períodos ({periods}); indique uno con --period.",
    "nothing_to_close": "El plan «{plan}» no tiene un período terminado sin cerrar.",
    "unknown_check": "«{found}» no es una de las revisiones del cierre. Las que hay: {known}.",
    "spite_without_reason": "Cada --in-spite-of lleva su propio --reason, en el mismo orden.",
    "not_confirmed": "No se cerró nada: lo escrito no es el nombre del período.",
    "scope_needed": "Indique para quién se reabre: --all, --team EQUIPO o --line LÍNEA, una sola de las tres.",
    "bad_head": "«{found}» no es una huella: son 64 cifras y letras de la a a la f, como las que trae el acta.",
}
