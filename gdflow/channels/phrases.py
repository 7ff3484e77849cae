"""The sentences around a mail's table: greeting, reason, call to action and dates, the same in text and in HTML."""

from dataclasses import dataclass
from datetime import date

from gdflow.channels.subject import Mail, owed
from gdflow.channels.wording import capitalised, counted, joined, shortened, time_left, titled
from gdflow.domain.digest import CoordinatorNotice, Digest, DigestLine, Letterhead, Purpose, Receipt
from gdflow.domain.obligations import ObligationKind
from gdflow.spanish.dates import long_date

BY_FORM = "Abra el formulario adjunto, escriba lo logrado y responda a este correo con el archivo."
BY_ANSWER = "Responda a este correo y cuente lo logrado."
NO_ACCOUNT = "Toma unos 2 minutos. No necesita usuario ni contraseña. Si no hubo avance, escriba 0 y explique por qué."
NOTICED = "El equipo ya recibió el aviso con lo que debe hacer: basta con que responda a ese correo."
NAMED_IN_PREVIEW = 3

Dated = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a mail says outside its table. dates: what, the date in words, and a remark or None."""

    greeting: str
    intro: str
    preview: str
    action: str = ""
    action_note: str = ""
    dates: tuple[Dated, ...] = ()
    pending: str = ""
    teams: str = ""
    plans: str = ""


def phrases(mail: Mail, *, today: date) -> Phrases:
    """The sentences of a mail."""
    if isinstance(mail, Receipt):
        return _receipt(mail, today)
    if isinstance(mail, CoordinatorNotice):
        return _coordinator(mail)
    return _escalation(mail, today) if mail.purpose is Purpose.ESCALATION else _digest(mail, today)


def results_of(digest: Digest) -> tuple[DigestLine, ...]:
    """Its lines that owe a period's result."""
    return tuple(line for line in digest.lines if line.kind is ObligationKind.RESULT)


def closing(digest: Digest) -> date | None:
    """The day on which the period of all its results locks, or None when they differ or none is known."""
    days = {line.closes_on for line in results_of(digest)}
    return days.pop() if len(days) == 1 else None


def _digest(digest: Digest, today: date) -> Phrases:
    by_form = BY_FORM if digest.form_attached else BY_ANSWER
    by_page = "No necesita usuario ni contraseña."
    return Phrases(
        greeting=_greeting(digest.head, joined(digest.teams)),
        intro=_intro(digest),
        preview=_preview(digest),
        action="Reportar ahora (unos 2 minutos)" if digest.link else by_form,
        action_note=by_page if digest.link else NO_ACCOUNT if digest.form_attached else "",
        dates=_dates(digest, today),
        teams=joined(digest.teams),
        plans=_plans(digest),
    )


def _intro(digest: Digest) -> str:
    results, one = len(results_of(digest)), len(digest.lines) == 1
    whose = "Esta actividad, a cargo de su equipo," if one else "Estas actividades, a cargo de su equipo,"
    if 0 < results < len(digest.lines):
        return f"{whose} esperan el reporte de lo logrado o llegan a su fecha final."
    if results:
        return f"{whose} {'espera' if one else 'esperan'} el reporte de lo logrado."
    ends = (
        "llega a su fecha final y aún no está completa" if one else "llegan a su fecha final y aún no están completas"
    )
    return f"{whose} {ends}."


def _escalation(digest: Digest, today: date) -> Phrases:
    several = len(digest.teams) > 1
    who = "Los equipos responsables" if several else "El equipo responsable"
    has = f"{joined(digest.teams)}, {'tienen' if several else 'tiene'} {owed(digest.lines, today=today)}"
    day = closing(digest)
    when = f"antes del cierre del periodo, el {long_date(day)}" if day else "cuanto antes"
    helped = "a los equipos para que respondan" if several else "al equipo para que responda"
    noticed = any(line.first_notice_on for line in digest.lines)
    return Phrases(
        greeting=_greeting(digest.head, None),
        intro=f"{who}, {has} con el plazo vencido y sin respuesta.",
        preview=_preview(digest),
        action=f"Le agradecemos apoyar {helped} {when}.",
        action_note=NOTICED if noticed and not several else "",
        dates=_dates(digest, today),
        teams=joined(digest.teams),
        plans=_plans(digest),
    )


def _receipt(receipt: Receipt, today: date) -> Phrases:
    if not receipt.taken:
        intro = "Su archivo llegó y está guardado, pero todavía no se pudo tomar ningún dato."
    elif receipt.not_taken:
        intro = "Gracias. Una parte de su reporte quedó registrada; lo demás necesita una corrección."
    else:
        intro = "Gracias. Su reporte quedó registrado. Revise que las cifras sean las que quiso reportar."
    return Phrases(
        greeting=_greeting(receipt.head, receipt.team),
        intro=intro,
        preview=f"Recibo {receipt.number}",
        pending=_pending(receipt, today),
    )


def _pending(receipt: Receipt, today: date) -> str:
    if not receipt.pending:
        return "" if receipt.not_taken else "Su equipo no tiene más reportes pendientes."
    count = counted(receipt.pending, "reporte", "reportes")
    text = f"A su equipo aún le {'falta' if receipt.pending == 1 else 'faltan'} {count}"
    if receipt.due_on is None:
        return f"{text}."
    verb = "venció" if receipt.due_on < today else "vence"
    return f"{text}; el {'plazo' if receipt.pending == 1 else 'primer plazo'} {verb} el {long_date(receipt.due_on)}."


def _coordinator(notice: CoordinatorNotice) -> Phrases:
    return Phrases(
        greeting=_greeting(notice.head, None),
        intro="Estos asuntos necesitan su decisión. El seguimiento de lo demás continúa.",
        preview="; ".join(shortened(finding.subject) for finding in notice.findings[:NAMED_IN_PREVIEW]),
    )


def _greeting(head: Letterhead, team: str | None) -> str:
    name = head.name or team
    return f"Buen día, {name}:" if name else "Buen día:"


def _preview(digest: Digest) -> str:
    return "; ".join(shortened(titled(line.number, line.label)) for line in digest.lines[:NAMED_IN_PREVIEW])


def _plans(digest: Digest) -> str:
    return joined([f"«{shortened(plan, 120)}»" for plan in digest.plans])


def _dates(digest: Digest, today: date) -> tuple[Dated, ...]:
    """The two dates of the period, when all results share them: until when it is timely, and when it locks."""
    due = {line.due_on for line in results_of(digest)}
    dates = [_timely(due.pop(), today)] if len(due) == 1 else []
    locks = closing(digest)
    if locks is not None:
        dates.append(("Cierre del periodo", capitalised(long_date(locks)), "Después ya no se reciben reportes."))
    return tuple(dates)


def _timely(day: date, today: date) -> Dated:
    left = (day - today).days
    if left < 0:
        return "Plazo para reportar", f"Venció el {long_date(day)}", "Todavía se puede reportar."
    return "Plazo para reportar", f"Hasta el {long_date(day)}", "Vence hoy." if left == 0 else f"{time_left(left)}."
