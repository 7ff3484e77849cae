"""What an audit finds wrong, and the kinds of events that its list names."""

from collections.abc import Mapping

WHICH = "cierre {number} ({period}), plan «{plan}»"
WRONG: Mapping[str, str] = {
    "chain_broken": "El registro de sucesos no coincide desde el suceso {sequence} (de {events}): alguien lo cambió, "
    "quitó o movió. Compare con la última copia de seguridad.",
    "head_unknown": "Ningún suceso del registro lleva la huella {head}: el registro que hay no es el que había cuando "
    "se escribió esa acta.",
    "snapshot_damaged": f"Las cifras congeladas del {WHICH}, no dan su propia huella: alguien las cambió.",
    "closing_not_noted": f"El {WHICH}, no está en el registro de sucesos.",
    "closing_noted_otherwise": f"El {WHICH}, lleva otra huella que la que anotó el registro de sucesos.",
    "report_noted_otherwise": f"El informe «{{report}}» del {WHICH}, lleva otra huella que la que anotó el registro.",
    "report_lost": f"Falta el archivo del informe «{{report}}» del {WHICH}. «gdflow report» escribe otro igual.",
    "report_changed": f"El archivo del informe «{{report}}» del {WHICH}, ya no es el que se escribió. "
    "«gdflow report» escribe otro igual al primero.",
}
"""What is not as it was, by its stable code."""

KINDS: Mapping[str, str] = {
    "plan_imported": "plan cargado",
    "due_confirmed": "fecha confirmada",
    "team_assigned": "equipo asignado",
    "amendment_recorded": "cambio del plan por acto",
    "amendment_applied": "cambio del plan aplicado",
    "amendment_undone": "cambio del plan deshecho",
    "period_opened": "período abierto",
    "period_closed": "período cerrado",
    "period_reopened": "período reabierto",
    "report_written": "informe de cierre escrito",
    "consolidated": "consolidado escrito",
    "scanned": "barrido",
    "decision_taken": "decisión",
    "decision_undone": "decisión deshecha",
    "directory_loaded": "directorio cargado",
    "contact_added": "correo de equipo agregado",
    "contact_removed": "correo de equipo retirado",
    "contact_away": "ausencia anotada",
    "contact_back": "regreso anotado",
    "form_received": "formulario recibido",
    "line_reported": "línea reportada",
    "file_refused": "archivo rechazado",
    "file_dismissed": "archivo descartado",
    "file_taken_again": "archivo leído otra vez",
    "evidence_added": "evidencia agregada",
    "evidence_taken_back": "evidencia retirada",
    "evidence_infected": "evidencia con virus",
    "review_mode": "modo de revisión",
    "report_accepted": "reporte aceptado",
    "report_returned": "reporte devuelto",
    "link_handed_over": "enlace entregado a mano",
    "link_revoked": "enlace retirado",
    "doubt_resolved": "envío aclarado",
    "mail_bounced": "correo devuelto",
    "mail_reported": "informe de entrega",
    "mail_waits": "correo por decidir",
    "mail_decided": "correo decidido",
    "coordinator_told": "aviso a la coordinación",
    "restored": "instalación restaurada de una copia",
    "address_forgiven": "dirección admitida otra vez",
}
"""What people read for the kinds of events; a kind that is not here is shown as it is noted."""
