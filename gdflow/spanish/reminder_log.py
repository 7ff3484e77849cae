"""The sentences of the log of reminders."""

from collections.abc import Mapping, Sequence

from gdflow.domain.decisions import Decision
from gdflow.domain.notices import NoticeFacts, Reminder
from gdflow.domain.outbox import NoticeState
from gdflow.spanish.explaining import SUPPRESSED
from gdflow.spanish.line_story import fate_of, unsent

SAID: Mapping[NoticeState, str] = {
    NoticeState.QUEUED: "Espera en la bandeja de salida.",
    NoticeState.SENDING: "Se está enviando.",
    NoticeState.RETRY: "El servidor pidió esperar; se reintentará solo.",
    NoticeState.SENT: "El servidor lo aceptó; no ha vuelto.",
    NoticeState.HANDED_OVER: "El canal lo recibió, que no prueba que alguien lo leyera.",
    NoticeState.IN_DOUBT: "Se cortó la conexión al final: no se sabe si llegó.",
}


def fate_sentence(notice: NoticeFacts, *, came_back: bool) -> str:
    """What is known of a message, in a sentence."""
    if notice.state is NoticeState.SUPPRESSED:
        why = SUPPRESSED.get(notice.text or "", notice.text or "sin motivo anotado")
        return f"No salió: {why}."
    if notice.state is NoticeState.REFUSED:
        answer = " ".join(filter(None, (notice.code, notice.text)))
        how = "El servidor lo aceptó y otro lo devolvió" if came_back else "El servidor no lo aceptó"
        return f"{how}{f': «{answer}»' if answer else ''}. Revise la dirección."
    by = f" Lo decidió {notice.resolved_by}." if notice.resolved_by else ""
    return f"{SAID[notice.state]}{by}"


def unsent_sentence(why: str | None) -> str:
    """Why a reminder is in no message."""
    if why is None:
        return "Espera el correo del siguiente día hábil, o a que el equipo tenga un correo que sirva."
    return f"Omitido: {SUPPRESSED.get(why, why)}."


def step_fates(reminder: Reminder | None, notices: Sequence[NoticeFacts], rests: Decision | None) -> tuple[str, ...]:
    """What became of a step."""
    rest = f"{rests.kind.label.lower()} (decisión {rests.id})" if rests else ""
    if reminder is None:
        return (f"no se escribió: {rest or 'otro paso más reciente lo reemplazó, o no hubo barrido'}",)
    told = tuple(fate_of(notice) for notice in notices)
    if rest:
        return (*told, f"espera: {rest}")
    return told or (unsent(reminder),)
