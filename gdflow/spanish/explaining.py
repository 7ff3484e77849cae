"""Why a line was or was not reminded, in words: for the command and for the pages alike."""

from collections.abc import Mapping

from gdflow.domain.obligations import ObligationReason
from gdflow.domain.people import Audience

VERDICTS: Mapping[str, str] = {
    "reminded": "Ese día se le recordó.",
    "queued": "Todavía no: su correo está en la bandeja de salida.",
    "in_doubt": (
        "Se le escribió, pero no se sabe si el correo llegó. Decídalo en la página de recordatorios o con "
        "«gdflow outbox resolve»."
    ),
    "in_channel": "Se entregó a su canal de chat, que no prueba que alguien lo haya leído.",
    "refused": "Se le escribió, pero el servidor rechazó el correo. Revise la dirección.",
    "said_before": "Ese día no: el paso vigente ya se había dicho.",
    "waiting": "Ese día no: espera el correo del siguiente día hábil, porque el de ese día ya estaba hecho.",
    "silenced": "Ese día no: sus recordatorios están en silencio.",
    "acknowledged": "Ese día no: el equipo acusó recibo y sus recordatorios descansan.",
    "handed_over": "Ese día no: el equipo dijo que no le corresponde y la coordinación aún no decide.",
    "extended": "Ese día no: tiene prórroga y todavía no llega el primer paso antes de la nueva fecha.",
    "closed_day": "Ese día no: no es día hábil.",
    "no_address": "Ese día no: el equipo no tiene un correo que sirva ese día (falta, ausente o rechaza).",
    "not_yet_scanned": "Hay un recordatorio por escribir: el próximo barrido lo hará.",
    "before_first_step": "Ese día no: todavía no llega el primer paso.",
    "locked": "Ese día no: el período ya cerró.",
    "reported": "No se recuerda: el resultado ya se reportó.",
    "complete": "No se recuerda: la meta de la línea está cumplida.",
    "waived": "No se recuerda: está exceptuada.",
    "unreadable": "No se recuerda: el plan trae en esa celda un dato que no se pudo leer. Corríjalo y cárguelo.",
    "not_owed": "No se recuerda: ya no se debe.",
}
"""By the value of a verdict."""
REASONS: Mapping[ObligationReason, str] = {
    ObligationReason.OUTSIDE_WINDOW: "la línea no está programada en ese período",
    ObligationReason.COMPLETE: "la meta ya estaba cumplida",
    ObligationReason.NO_WINDOW: "el plan no le da fecha final, o la ventana está al revés",
    ObligationReason.UNCONFIRMED: "su fecha final está por confirmar",
    ObligationReason.WAIVED: "está exceptuada",
    ObligationReason.IN_WINDOW: "está dentro de su ventana",
    ObligationReason.CARRIED_OVERDUE: "venció sin cumplirse y se sigue debiendo",
    ObligationReason.DUE_DATE: "vence en su propia fecha",
}
TO: Mapping[Audience, str] = {
    Audience.TEAM: "al equipo",
    Audience.HEAD: "a la jefatura",
    Audience.COORDINATOR: "a la coordinación",
}
SUPPRESSED: Mapping[str, str] = {
    "stale": "no alcanzó a salir ese día; lo dijo el barrido siguiente",
    "superseded": "lo reemplazó un paso más reciente",
    "answered": "ya había respuesta",
    "closed": "el período cerró mientras esperaba",
    "withdrawn": "se retiró antes de salir, porque una decisión cambió lo que decía",
    "waived": "la línea quedó exceptuada mientras esperaba",
    "extended": "la fecha se movió mientras esperaba",
    "reassigned": "la línea pasó a otro equipo mientras esperaba",
}
"""Why a reminder or its mail was let be, by what the ledger keeps."""
