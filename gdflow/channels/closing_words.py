"""The sentences of the mails about closed periods: subject, greeting, what happened and what can still be done."""

from datetime import date

from gdflow.channels.phrases import Phrases
from gdflow.channels.wording import capitalised, name_of, of_period, one_line, shortened
from gdflow.domain.closing_letters import (
    REPORTED,
    ClosedLine,
    ClosingLetter,
    CoordinatorLetter,
    ReopeningLetter,
    Standing,
    TeamLetter,
    open_until,
)
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.dates import brief_date, long_date


def closing_subject(letter: ClosingLetter, *, today: date) -> str:
    """[Gobierno Digital] Cierre del trimestre 2: 4 de 6 reportes · 2 sin reporte"""
    return one_line(f"[{letter.head.topic}] {closing_headline(letter, today=today)}")


def closing_headline(letter: ClosingLetter, *, today: date) -> str:
    """The subject without its bracket; the mail's own first line."""
    of = of_period(letter.period, today=today)
    if isinstance(letter, ReopeningLetter):
        what = f": {name_of(letter.line.number, letter.line.label)}" if letter.line else ""
        return f"Reapertura {of} hasta el {brief_date(letter.until)}{what}"
    if isinstance(letter, CoordinatorLetter):
        left = _left(letter.missing_count)
        return f"Cierre {letter.number} {of}: {left} · «{shortened(letter.plan)}»"
    if letter.number > 1:
        return f"Cierre {letter.number} {of}: {_changed(len(letter.changes))}"
    return f"Cierre {of}: {_counts(letter)}"


def closing_phrases(letter: ClosingLetter, *, today: date) -> Phrases:
    """The sentences around the mail's tables."""
    if isinstance(letter, ReopeningLetter):
        return _reopening(letter, today)
    return _coordinator(letter, today) if isinstance(letter, CoordinatorLetter) else _team(letter, today)


def _left(missing: int) -> str:
    return f"{missing} sin reporte al cierre" if missing else "todo reportado"


def _changed(changes: int) -> str:
    return (
        f"{'cambió' if changes == 1 else 'cambiaron'} {counted(changes, 'dato', 'datos')}" if changes else "sin cambios"
    )


def _counts(letter: TeamLetter) -> str:
    """4 de 6 reportes · 2 sin reporte al cierre"""
    missing, all_lines = letter.count(Standing.MISSING), len(letter.lines)
    said = f"{letter.count(*REPORTED)} de {counted(all_lines, 'reporte', 'reportes')}"
    return f"{said} · {missing} sin reporte al cierre" if missing else said


def _team(letter: TeamLetter, today: date) -> Phrases:
    of, day, plan = of_period(letter.period, today=today), long_date(letter.closed_at), shortened(letter.plan, 120)
    again = "volvió a cerrar" if letter.number > 1 else "cerró"
    return Phrases(
        greeting=f"Buenos días, {letter.team}:",
        intro=f"El {day} {again} el reporte {of} de «{plan}». {FROZEN}",
        preview=f"{capitalised(_counts(letter))}. {INFORMS}",
        action=_next(letter),
        action_note=ASK.format(letter.head.contact),
    )


FROZEN = "Desde entonces sus cifras no cambian y son las que llevan los informes."
FROZEN_ALL = "Sus cifras quedaron congeladas, y los informes se escriben solo de ellas."
INFORMS = "Este correo informa: no pide un reporte."
ASK = "Si un dato no es correcto, escriba a {} y diga cuál: solo una reapertura, con motivo y fecha, lo puede cambiar."


def _next(letter: TeamLetter) -> str:
    """What the team can still do, and what it need not."""
    days = open_until(letter.lines)
    if days:
        lines = counted(letter.count(Standing.OPEN), "actividad sigue abierta", "actividades siguen abiertas")
        until = listed([long_date(day) for day in days])
        return f"{capitalised(lines)}, hasta el {until}. De lo demás ya no se recibe nada."
    return f"{INFORMS} De este periodo ya no se recibe nada más."


def _coordinator(letter: CoordinatorLetter, today: date) -> Phrases:
    of, day, plan = of_period(letter.period, today=today), long_date(letter.closed_at), shortened(letter.plan, 120)
    intro = f"El {day}, {letter.closed_by} cerró el reporte {of} de «{plan}». {FROZEN_ALL}"
    return Phrases("Buenos días:", intro, f"{capitalised(_left(letter.missing_count))}. Huella {letter.sha256[:16]}…")


def _reopening(letter: ReopeningLetter, today: date) -> Phrases:
    of, until, plan = of_period(letter.period, today=today), long_date(letter.until), shortened(letter.plan, 120)
    what = f"solo para {_the_one(letter.line)}" if letter.line else "para su equipo"
    why = letter.reason if letter.reason.endswith((".", "!", "?")) else f"{letter.reason}."
    return Phrases(
        greeting=f"Buenos días, {letter.team}:",
        intro=f"{letter.author} reabrió el reporte {of} de «{plan}», {what}. Motivo: {why}",
        preview=f"Se puede reportar o corregir hasta el {until}.",
        action=f"Puede reportar o corregir hasta el {until}, ese día incluido.",
        action_note=LOCKS_AGAIN,
    )


def _the_one(line: ClosedLine) -> str:
    name = name_of(line.number, line.label)
    return f"la {name}" if name.startswith("actividad ") else name


LOCKS_AGAIN = (
    "Para corregir, envíe otra vez el mismo archivo con el dato nuevo. Si falta un reporte, le llega otro correo con "
    "la forma de responder. Después de ese día vuelve a cerrar por sí solo, y el nuevo cierre dice qué cambió."
)
