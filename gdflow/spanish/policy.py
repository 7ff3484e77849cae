"""The reminder policy in words: when each step is said, to whom, and within which hours."""

from collections.abc import Iterator, Mapping

from gdflow.domain.digest import Purpose
from gdflow.domain.ladders import Anchor, Ladder, Step
from gdflow.domain.people import Audience
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.window import SendingWindow
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.explaining import TO

PURPOSES: Mapping[Purpose, str] = {
    Purpose.DIGEST: "Aviso al equipo",
    Purpose.ESCALATION: "Informe a la jefatura",
    Purpose.RECEIPT: "Recibo",
    Purpose.COORDINATOR: "Aviso a la coordinación",
    Purpose.CLOSING: "Aviso de cierre",
    Purpose.REOPENING: "Aviso de reapertura",
    Purpose.ACCOUNT: "Cuenta de acceso",
    Purpose.WEBHOOK: "Aviso a otro sistema",
}
CHAIN: Mapping[Audience, str] = {Audience.HEAD: "la jefatura", Audience.COORDINATOR: "la coordinación"}
SENTENCES: Mapping[str, str] = {
    "bad_days": "Indique los dos días; el último no puede ser anterior al primero.",
    "days_passed": "Se simula desde hoy: el primer día no puede haber pasado.",
    "too_many_days": "Son demasiados días de una vez: elija como máximo {most}.",
}


def step_sentence(step: Step) -> str:
    """5 días hábiles antes de la fecha límite, al equipo."""
    of_it = "de la fecha límite" if step.anchor is Anchor.DUE else "del cierre"
    if step.offset == 0:
        return f"El día {of_it}, {TO[step.audience]}"
    days = counted(abs(step.offset), "día hábil", "días hábiles")
    return f"{days} {'antes' if step.offset < 0 else 'después'} {of_it}, {TO[step.audience]}"


def ladder_sentences(ladder: Ladder) -> Iterator[str]:
    """The steps of a ladder, in their order, and how the last one goes on."""
    yield from map(step_sentence, ladder.steps)
    if ladder.repeat_every:
        yield f"Después, cada {counted(ladder.repeat_every, 'día hábil', 'días hábiles')} hasta que se cumpla"


def window_sentence(window: SendingWindow) -> str:
    """Solo en días hábiles, de 07:00 a 17:00"""
    return f"Solo en días hábiles, de {window.start:%H:%M} a {window.end:%H:%M} (Ley 2191 de 2022); lo demás espera"


def reporting_sentence(rule: ReportingRule) -> str:
    """Until when a period is reported, and when it closes."""
    by = counted(rule.report_by_days, "día hábil", "días hábiles")
    closes = counted(rule.closes_days, "día hábil", "días hábiles")
    return f"Un período se reporta a tiempo hasta {by} después de terminar, y se cierra a los {closes}"


def chain_sentence(chain: tuple[Audience, ...]) -> str:
    """To whom what is late is told."""
    who = listed([CHAIN[each] for each in chain if each in CHAIN])
    return f"Lo vencido se informa a {who}: a quien el equipo tenga primero y no esté ausente" if who else ""
