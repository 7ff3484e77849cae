"""What programs read of reminders: which were claimed, why, and what became of the messages that carry them.

To whom a message went is not told: an address is a person's.
"""

from collections.abc import Iterator
from datetime import datetime

from gdflow.domain.ladders import ReminderReason
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.domain.rules import Rules
from gdflow.report.open_fields import Field
from gdflow.services.api_table import LABELS, PLAN, ROW, UID, ApiRow, ApiTable, Asked
from gdflow.storage.engine import Session
from gdflow.storage.told_rows import ToldReminder, told_reminders

WAITING = "waiting"


def _reminder_rows(session: Session, rules: Rules, asked: Asked, _now: datetime) -> Iterator[ApiRow]:
    for each in told_reminders(session, asked.chosen(rules.entity_id)):
        if asked.takes(_state(each)):
            yield {**_about(each), **_message(each)}


def _about(told: ToldReminder) -> ApiRow:
    return {
        "plan": told.plan,
        "uid": told.uid,
        "row": told.row,
        "number": told.number,
        "label": told.label,
        "team": told.team,
        "period": told.period,
        "step": told.step,
        "audience": told.audience.value,
        "reason": told.reason.value,
        "due_on": told.due_on,
        "on_date": told.on_date,
        "claimed_on": told.claimed_on,
        "suppressed": told.suppressed,
    }


def _message(told: ToldReminder) -> ApiRow:
    return {
        "channel": told.channel,
        "day": told.day,
        "state": _state(told),
        "code": told.code,
        "settled_at": told.settled_at,
    }


def _state(told: ToldReminder) -> str:
    if told.state is not None:
        return told.state.value
    return WAITING if told.suppressed is None else NoticeState.SUPPRESSED.value


REMINDERS = ApiTable(
    name="reminders",
    title="Recordatorios",
    description="Cada recordatorio y qué pasó con cada mensaje que lo lleva, en el orden en que se decidieron.",
    fields=(
        PLAN,
        UID,
        ROW,
        *LABELS,
        Field("period", "string", "Período; sin dato en una fecha final."),
        Field("step", "string", "Paso de la escalera de recordatorios.", required=True),
        Field("audience", "string", "A quién habla.", required=True, words=tuple(each.value for each in Audience)),
        Field("reason", "string", "Por qué.", required=True, words=tuple(each.value for each in ReminderReason)),
        Field("due_on", "date", "El plazo del que habla.", required=True),
        Field("on_date", "date", "Día que le tocaba.", required=True),
        Field("claimed_on", "date", "Día en que se decidió.", required=True),
        Field("suppressed", "string", "Por qué no se envió."),
        Field("channel", "string", "Canal del mensaje; sin dato mientras no va en ninguno."),
        Field("day", "date", "Día del mensaje."),
        Field(
            "state",
            "string",
            "Qué pasó con el mensaje; waiting: aún no va en ninguno.",
            required=True,
            words=(WAITING, *(each.value for each in NoticeState)),
        ),
        Field("code", "string", "Código de lo que respondió el servidor."),
        Field("settled_at", "datetime", "Cuándo quedó resuelto."),
    ),
    filters=("plan", "period", "team", "state", "since", "until"),
    rows=_reminder_rows,
)
