"""The sentences around a mail's table: greeting, reason, call to action and dates, the same in text and in HTML."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gdflow.channels.subject import Mail, owed
from gdflow.channels.wording import capitalised, same, shortened, time_left, titled
from gdflow.domain.digest import CoordinatorNotice, Digest, DigestLine, Letterhead, Purpose, Receipt
from gdflow.domain.obligations import ObligationKind
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.dates import long_date

QUICK = 4  # lines that are answered in two minutes
IN_TWO_MINUTES = "unos 2 minutos"
PAGE_BUTTON = "Reportar ahora"
NO_ACCOUNT = "No necesita usuario ni contraseña."
BY_FORM = "Abra el formulario adjunto, escriba lo logrado y responda a este correo con el archivo."
BY_FORMS = "Abra los formularios adjuntos, uno por equipo, y responda a este correo con los archivos."
FORM_BUTTON = "Responder con el formulario"
FORM_BUTTON_NOTE = "El botón abre un correo nuevo ya dirigido: adjunte ahí el formulario diligenciado."
ZERO = "Si no hubo avance, escriba 0 y explique por qué."
ENDED = "Llene solo lo que ya terminó: lo demás puede esperar al reporte del periodo."
NOT_IN_FORM = "De lo que no esté en el formulario, diga en su respuesta si ya terminó o cuándo terminará."
BY_ANSWER = "Responda a este correo y cuente lo logrado."
ENDS_BY_ANSWER = "Responda a este correo y diga si ya terminó o cuándo terminará."
ANSWER_BUTTON = "Escribir la respuesta"
NOTICED = "El equipo ya recibió el aviso con lo que debe hacer: basta con que responda a ese correo."
CALENDAR = "Para tener {} en su calendario, abra el archivo adjunto plazos.ics."
NAMED_IN_PREVIEW = 3

Dated = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a mail says outside its table. dates: what, the date in words, and a remark or None.

    button: the words on the one button, empty where a mail has none. more: what follows the count of the lines that
    are not shown. teams: who answers, as the foot of the mail says it.
    """

    greeting: str
    intro: str
    preview: str
    action: str = ""
    action_note: str = ""
    button: str = ""
    button_note: str = ""
    more: str = ""
    calendar: str = ""
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
    """The results of periods that its lines owe."""
    return tuple(matter for matter in digest.matters if matter.kind is ObligationKind.RESULT)


def closing(digest: Digest) -> date | None:
    """The day on which the period of all its results locks, or None when they differ or none is known."""
    return _closing(results_of(digest))


def _closing(results: Iterable[DigestLine]) -> date | None:
    return same(line.closes_on for line in results)


def _digest(digest: Digest, today: date) -> Phrases:
    results = results_of(digest)
    action, action_note = _action(digest, results)
    button, button_note = _button(digest)
    return Phrases(
        greeting=_greeting(digest.head, digest.teams[0] if len(digest.teams) == 1 else None),
        intro=_intro(digest, results),
        preview=_preview(digest),
        action=action,
        action_note=action_note,
        button=button,
        button_note=button_note,
        more=_more(digest),
        calendar=_calendar(digest, today),
        dates=_dates(results, today),
        teams=_responsible(digest.teams),
        plans=_plans(digest),
    )


def _action(digest: Digest, results: Sequence[DigestLine]) -> tuple[str, str]:
    """What to do, and what makes it easy; nothing where the button alone says it."""
    if digest.link:
        return "", ""
    if not digest.forms:
        return BY_ANSWER if results else ENDS_BY_ANSWER, ""
    notes = [f"Toma {IN_TWO_MINUTES}."] if len(digest.lines) <= QUICK else []
    # A report that is given before its period ends is given: of what only ends, no zero is asked for so early.
    notes += [NO_ACCOUNT, ZERO if results else ENDED]
    notes += [] if digest.forms_ask_all else [NOT_IN_FORM]
    return BY_FORM if digest.forms == 1 else BY_FORMS, " ".join(notes)


def _button(digest: Digest) -> tuple[str, str]:
    """The words on the button and the remark below it."""
    if digest.link:
        quick = f" ({IN_TWO_MINUTES})" if len(digest.lines) <= QUICK else ""
        return f"{PAGE_BUTTON}{quick}", NO_ACCOUNT
    return (FORM_BUTTON, FORM_BUTTON_NOTE) if digest.forms else (ANSWER_BUTTON, "")


def _more(digest: Digest) -> str:
    """Where the lines are that the mail only counts."""
    if digest.link:
        return ", todas en la página para reportar."
    if digest.forms_ask_all:
        return ", todas en el formulario adjunto." if digest.forms == 1 else ", todas en los formularios adjuntos."
    return ". Si quiere la lista completa, pídala en su respuesta."


def _calendar(digest: Digest, today: date) -> str:
    if not digest.calendar_attached:
        return ""
    ahead = {matter.due_on for matter in digest.matters if matter.due_on > today}
    return CALENDAR.format("las fechas" if len(ahead) > 1 else "la fecha")


def _responsible(teams: Sequence[str]) -> str:
    """su equipo (A) responde, sus equipos (A y B) responden"""
    named = f"({listed(teams)})"
    return f"su equipo {named} responde" if len(teams) == 1 else f"sus equipos {named} responden"


def _intro(digest: Digest, results: Sequence[DigestLine]) -> str:
    one = len(digest.lines) == 1
    teams = "su equipo" if len(digest.teams) == 1 else "sus equipos"
    whose = f"{'Esta actividad' if one else 'Estas actividades'}, a cargo de {teams},"
    if 0 < len(results) < len(digest.matters):
        ends = "espera el reporte de lo logrado y llega" if one else "esperan el reporte de lo logrado o llegan"
        return f"{whose} {ends} a su fecha final."
    if results:
        return f"{whose} {'espera' if one else 'esperan'} el reporte de lo logrado."
    ends = (
        "llega a su fecha final y aún no está completa" if one else "llegan a su fecha final y aún no están completas"
    )
    return f"{whose} {ends}."


def _escalation(digest: Digest, today: date) -> Phrases:
    several = len(digest.teams) > 1
    who = "Los equipos responsables" if several else "El equipo responsable"
    has = f"{listed(digest.teams)}, {'tienen' if several else 'tiene'} {owed(digest.lines, today=today)}"
    results = results_of(digest)
    day = _closing(results)
    when = f"antes del cierre del periodo, el {long_date(day)}" if day else "cuanto antes"
    helped = "a los equipos para que respondan" if several else "al equipo para que responda"
    noticed = any(line.first_notice_on for line in digest.lines)
    return Phrases(
        greeting=_greeting(digest.head, None),
        intro=f"{who}, {has} con el plazo vencido y sin respuesta.",
        preview=_preview(digest),
        action=f"Le agradecemos apoyar {helped} {when}.",
        action_note=NOTICED if noticed and not several else "",
        more=".",
        dates=_dates(results, today),
        teams=f"{listed(digest.teams)}, que {'responden' if several else 'responde'}",
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
    return listed([f"«{shortened(plan, 120)}»" for plan in digest.plans])


def _dates(results: Sequence[DigestLine], today: date) -> tuple[Dated, ...]:
    """The two dates of the period, when all results share them: until when it is timely, and when it locks."""
    due, locks = same(line.due_on for line in results), _closing(results)
    dates = [_timely(due, today)] if due else []
    if locks is not None:
        dates.append(("Cierre del periodo", capitalised(long_date(locks)), "Después ya no se reciben reportes."))
    return tuple(dates)


def _timely(day: date, today: date) -> Dated:
    left = (day - today).days
    if left < 0:
        return "Plazo para reportar", f"Venció el {long_date(day)}", "Todavía se puede reportar."
    return "Plazo para reportar", f"Hasta el {long_date(day)}", "Vence hoy." if left == 0 else f"{time_left(left)}."
