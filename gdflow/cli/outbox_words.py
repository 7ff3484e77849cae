"""The outbox in words."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from gdflow.cli.output import say, table
from gdflow.domain.bounces import BounceAction
from gdflow.domain.digest import Purpose
from gdflow.domain.outbox import NoticeState
from gdflow.spanish.dates import brief_date, short_date
from gdflow.spanish.delivery import channel_words
from gdflow.spanish.periods import period_short

if TYPE_CHECKING:
    from gdflow.domain.address_marks import AddressMark
    from gdflow.domain.events import Event
    from gdflow.domain.notices import Accounting, SaidLine
    from gdflow.domain.rules import Rules
    from gdflow.services.outbox_board import Board, NoticeStory
    from gdflow.storage.notice_story import AttemptFacts

PURPOSES = {
    Purpose.DIGEST: "recordatorio",
    Purpose.ESCALATION: "escalamiento",
    Purpose.RECEIPT: "recibo",
    Purpose.COORDINATOR: "coordinación",
    Purpose.CLOSING: "cierre",
    Purpose.REOPENING: "reapertura",
    Purpose.ACCOUNT: "cuenta",
    Purpose.WEBHOOK: "aviso a otro sistema",
}
REASONS = {
    "answered": "ya había respuesta",
    "superseded": "lo reemplazó un recibo más nuevo del mismo equipo",
    "stale": "no alcanzó a salir en su día; lo dijo el barrido siguiente",
    "webhook_off": "el webhook se apagó o se retiró antes de que saliera",
    "withdrawn": "una decisión lo cambió antes de salir; se escribió de nuevo",
}
"""Why a notice was let be."""
LINE_COLUMNS = ("Plan", "Fila", "Línea", "Equipo", "Período", "Paso", "Motivo")
STATES = {state.value: state.label for state in NoticeState}
ACTIONS = {action.value: action.label for action in BounceAction}


def tell_board(board: "Board", rules: "Rules") -> None:
    """The notices, what waits and by when it leaves, what rests, and the sum."""
    if board.notices:
        rows = [
            (
                str(n.id),
                brief_date(n.day),
                channel_words(n.channel),
                n.address,
                n.subject,
                n.state.label,
                REASONS.get(n.text or "") or _answer(n.code, n.text),
            )
            for n in board.notices
        ]
        table("Bandeja de salida", ("N.º", "Día", "Canal", "Para", "Asunto", "Estado", "Respuesta"), rows)
    else:
        say("No hay avisos de esos.")
    for each in board.waiting:
        last = _moment(each.done_by, rules)
        say(f"{channel_words(each.channel)}: {each.pending} por enviar; el último sale hacia {last}.")
    for channel, rest in board.resting.items():
        said = _answer(rest.code, rest.text)
        until = _moment(rest.paused_until, rules) if rest.paused_until else ""
        say(f"{channel_words(channel)}: en pausa hasta {until} ({said}).")
    say(sum_words(board.sums))


def sum_words(sums: "Accounting") -> str:
    """9 recordatorios = 7 enviados + 2 rechazados + 0 omitidos + 0 pendientes + 0 sin certeza."""
    return (
        f"{sums.due} recordatorios = {sums.sent} enviados + {sums.refused} rechazados + {sums.suppressed} omitidos "
        f"+ {sums.pending} pendientes + {sums.in_doubt} sin certeza."
    )


def tell_story(story: "NoticeStory", rules: "Rules") -> None:
    """Everything about one notice, in the order in which it happened."""
    notice = story.notice
    purpose = PURPOSES[Purpose(notice.purpose)]
    say(f"Aviso {notice.id}: {purpose} por {channel_words(notice.channel).lower()} para {notice.address}.")
    say(f"{notice.state.label}. {_outcome(story, rules)}".rstrip())
    say(f"Se guardó: {_moment(notice.created_at, rules)}. Puede salir desde: {_moment(notice.not_before, rules)}.")
    for name, value in story.headers:
        say(f"  {name}: {value}")
    say(f"  {story.size} bytes; cada intento envía los mismos.")
    if story.lines:
        table("Recordatorios que lleva", LINE_COLUMNS, [_line(line) for line in story.lines])
    if story.attempts:
        rows = [_attempt(each, rules) for each in story.attempts]
        table("Intentos", ("Empezó", "Terminó", "Resultado", "Respuesta", "Quién"), rows)
    for event in story.events:
        say(f"{_moment(event.at, rules)}: {_event(event)}")


def tell_marks(marks: "Iterable[AddressMark]", rules: "Rules") -> None:
    """The addresses to which nothing is sent, and what their servers said."""
    rows = [(each.address, _answer(each.code, each.text), _moment(each.marked_at, rules)) for each in marks]
    table("Direcciones a las que no se escribe", ("Dirección", "Qué dijo el servidor", "Desde"), rows)
    say("Corrija la dirección con «gdflow teams add», o acéptela de nuevo con «gdflow outbox forgive CORREO».")


def _outcome(story: "NoticeStory", rules: "Rules") -> str:
    notice = story.notice
    if notice.state is NoticeState.IN_DOUBT:
        return f"Decida con «gdflow outbox resolve {notice.id}»: --sent, --resend o --drop."
    said = REASONS.get(notice.text or "") or _answer(notice.code, notice.text)
    when = f"Desde {_moment(notice.settled_at, rules)}." if notice.settled_at else ""
    by = f"Lo resolvió: {notice.resolved_by}." if notice.resolved_by else ""
    return " ".join(filter(None, [f"{said[:1].upper()}{said[1:]}." if said else "", when, by]))


def _line(line: "SaidLine") -> tuple[str, ...]:
    period = period_short(line.period) if line.period else "—"
    return (line.plan, str(line.row), line.label, line.team or "—", period, line.step, line.reason.label)


def _attempt(attempt: "AttemptFacts", rules: "Rules") -> tuple[str, ...]:
    ended = _moment(attempt.ended_at, rules) if attempt.ended_at else "sin terminar"
    state = attempt.state.label if attempt.state else "no se sabe"
    return (_moment(attempt.started_at, rules), ended, state, _answer(attempt.code, attempt.text), attempt.owner)


def _event(event: "Event") -> str:
    facts = json.loads(event.facts)
    if event.kind == "doubt_resolved":
        return f"{event.actor} decidió «{STATES[facts['state']]}»: {facts['reason']}"
    said = _answer(facts["status"], facts["diagnostic"])
    return f"informe del servidor sobre {facts['recipient']}: {ACTIONS[facts['action']].lower()} ({said})"


def _answer(code: str | None, text: str | None) -> str:
    return " ".join(filter(None, [code, text]))


def _moment(moment: datetime, rules: "Rules") -> str:
    """vie 14 jul 2023, 15:40"""
    local = rules.window.local(moment)
    return f"{short_date(local.date())}, {local:%H:%M}"
