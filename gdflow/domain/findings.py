"""What only the coordinator can put right, and by which words a count of it is told."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What only the coordinator can put right. `one`, `many`: its name in a count; `advice`: what to do."""

    one: str
    many: str
    advice: str

    def __new__(cls, value: str, one: str, many: str, advice: str) -> "FindingKind":
        """A member that is its stored value and knows its Spanish names."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.one, member.many, member.advice = one, many, advice
        return member

    NO_DEADLINE = (
        "no_deadline",
        "actividad sin fecha límite",
        "actividades sin fecha límite",
        "No habrá recordatorios mientras falte la fecha.",
    )
    UNCONFIRMED = (
        "unconfirmed",
        "fecha por confirmar",
        "fechas por confirmar",
        "La fecha se propuso a partir del texto del plan; confírmela o corríjala.",
    )
    NO_TEAM = (
        "no_team",
        "actividad sin responsable",
        "actividades sin responsable",
        "El plan no dice qué equipo responde; asígnele uno.",
    )
    NO_ADDRESS = (
        "no_address",
        "equipo sin correo",
        "equipos sin correo",
        "No hay a quién recordarle; agregue su correo al directorio.",
    )
    UNREADABLE = (
        "unreadable",
        "dato ilegible en el plan",
        "datos ilegibles en el plan",
        "La celda trae un error; corríjala y cargue el plan de nuevo. Mientras tanto no se le recuerda al equipo.",
    )
    REFUSED_MAIL = (
        "refused_mail",
        "correo rechazado",
        "correos rechazados",
        "El servidor del destinatario no lo recibió; revise la dirección.",
    )
    IN_DOUBT = (
        "in_doubt",
        "envío por confirmar",
        "envíos por confirmar",
        "La conexión se cortó al final del envío; pregunte si llegó y dígalo con «gdflow outbox resolve».",
    )
    REFUSED_CHAT = (
        "refused_chat",
        "canal que no recibe",
        "canales que no reciben",
        "El canal no tomó el mensaje. Los correos salen igual; revise la dirección del canal.",
    )
    WEBHOOK_OFF = (
        "webhook_off",
        "webhook apagado",
        "webhooks apagados",
        "Ese sistema ya no recibe los avisos de gdflow; sistemas lo vuelve a encender con «gdflow webhooks enable».",
    )
    HANDOVER = (
        "handover",
        "actividad que su equipo devuelve",
        "actividades que sus equipos devuelven",
        "El equipo dice que no le corresponde y no se le recuerda mientras usted decide; asígnela o devuélvasela.",
    )
    QUARANTINED = (
        "quarantined",
        "correo en cuarentena",
        "correos en cuarentena",
        "No es seguro quién lo envía: véalo con «gdflow quarantine show» y acéptelo o rechácelo.",
    )
    STRANGER = (
        "stranger",
        "correo de un desconocido",
        "correos de desconocidos",
        "No trae ninguna referencia; quedó en cuarentena por si es de un equipo («gdflow quarantine»).",
    )
    REFUSED_FILE = (
        "refused_file",
        "archivo que no se pudo tomar",
        "archivos que no se pudieron tomar",
        "No se sabe qué equipo lo dejó y nadie más lo sabe: avísele, o recíbalo con «gdflow receive --team».",
    )
    REPLY = (
        "reply",
        "respuesta en palabras",
        "respuestas en palabras",
        "Llegó sin archivo y no cuenta como reporte: léala y decida usted qué corresponde.",
    )
    REVIEW_DUE = (
        "review_due",
        "revisión pendiente",
        "revisiones pendientes",
        "Esos reportes esperan su visto bueno; véalos con «gdflow review list» y acéptelos o devuélvalos con una nota.",
    )
    DEAD_LINK = (
        "dead_link",
        "enlace de evidencia que no responde",
        "enlaces de evidencia que no responden",
        "Lo que respalda ese resultado ya no se puede abrir; pida al equipo el archivo o un enlace que sirva.",
    )
    INFECTED = (
        "infected",
        "evidencia con virus",
        "evidencias con virus",
        "El antivirus encontró algo en ese archivo y se retiró; avise a sistemas y pida al equipo otro.",
    )
    REPORT_FAILED = (
        "report_failed",
        "informe de un cierre sin escribir",
        "informes de cierres sin escribir",
        "Los demás se escribieron, y este se intenta de nuevo cada día; avise a quien administra gdflow.",
    )
    NOT_CLOSED = (
        "not_closed",
        "período sin cerrar",
        "períodos sin cerrar",
        "Su fecha de cierre ya pasó y hay pendientes: resuélvalos, o ciérrelo de todos modos con «gdflow close».",
    )
    CHANGED_ELSEWHERE = (
        "changed_elsewhere",
        "cambio que no se tomó del libro de un plan",
        "cambios que no se tomaron de libros de planes",
        "Un equipo cambió algo más que sus resultados; si el cambio es correcto, corrija el plan y cárguelo de nuevo.",
    )
    UNCOVERED = (
        "uncovered",
        "vacío en el próximo período",
        "vacíos en el próximo período",
        "Esos recordatorios no le llegarían a nadie: antes de que empiece, nombre un equipo, un correo o un suplente.",
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """One matter for the coordinator: what it concerns and, where known, more about it."""

    kind: FindingKind
    subject: str
    detail: str | None = None
