"""The subject of each mail: how many, of what and by when, so that it can be answered without being opened."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from gdflow.channels.wording import capitalised, name_of, of_period, one_line, same, shortened, time_left, until
from gdflow.domain.digest import CoordinatorNotice, Digest, DigestLine, Purpose, Receipt, Section
from gdflow.domain.findings import FindingKind
from gdflow.domain.obligations import ObligationKind
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.dates import brief_date, days_between

NEAR_DAYS = 6  # from here on the days that are left say more than the date; no two reminders in a row read alike
NAMED_TEAMS = 2  # of more a subject says how many; the mail names them all
NEAR_END_DAYS = 13  # the same for an activity's own end, of which is told earlier

Mail = Digest | Receipt | CoordinatorNotice


def subject(mail: Mail, *, today: date) -> str:
    """[Gobierno Digital] Faltan 4 reportes del trimestre 2 · vence el jue 20 jul"""
    return bracketed(mail.head.topic, headline(mail, today=today))


def bracketed(topic: str, said: str) -> str:
    """A subject of a headline: whose it is stands before it."""
    return one_line(f"[{topic}] {said}")


def headline(mail: Mail, *, today: date) -> str:
    """The subject without its bracket; the mail's own first line."""
    if isinstance(mail, Receipt):
        return _received(mail, today)
    if isinstance(mail, CoordinatorNotice):
        return _to_review(mail)
    if mail.purpose is Purpose.ESCALATION:
        return f"Solicitud de apoyo: {_missing(mail.lines, today)} · {_teams(mail.teams)}"
    matters = _by_themselves(mail.matters)
    if any(other.kind is not line.kind for line in mail.lines for other in line.also):
        reports, ends = ([each for each in matters if each.kind is kind] for kind in ObligationKind)
        return _of_both_kinds(reports, ends, today)
    return _digest(matters, today)


def _teams(names: Sequence[str]) -> str:
    return listed(names) if len(names) <= NAMED_TEAMS else counted(len(names), "equipo", "equipos")


def _by_themselves(matters: Iterable[DigestLine]) -> list[DigestLine]:
    """Matters without what else their lines owe: it is one of these too."""
    return [replace(matter, also=()) if matter.also else matter for matter in matters]


def owed(lines: Sequence[DigestLine], *, today: date) -> str:
    """4 reportes del trimestre 2, la actividad 9, 3 actividades, 4 reportes del trimestre 2 y 2 actividades.

    A line that ends and owes a report too is counted with its report.
    """
    reports = [matter for line in lines for matter in _reports_of(line)]
    ends = [line for line in lines if not _reports_of(line)]
    if not reports and len(ends) == 1:
        return _the_one(ends[0])
    parts = [_reports(reports, today)] if reports else []
    return listed([*parts, counted(len(ends), "actividad", "actividades")] if ends else parts)


def _reports_of(line: DigestLine) -> list[DigestLine]:
    return [matter for matter in line.matters if matter.kind is ObligationKind.RESULT]


def _the_one(line: DigestLine) -> str:
    name = name_of(line.number, line.label)
    return f"la {name}" if name.startswith("actividad ") else name


def _reports(lines: Sequence[DigestLine], today: date) -> str:
    text = counted(len(lines), "reporte", "reportes")
    periods = {line.period for line in lines if line.period}
    return f"{text} {of_period(periods.pop(), today=today)}" if len(periods) == 1 else text


def _digest(lines: Sequence[DigestLine], today: date) -> str:
    sections = {line.section(today) for line in lines}
    if sections == {Section.RETURNED}:
        return _returned(lines, today)
    if Section.CLOSING in sections:
        return _closing(lines, today)
    if sections == {Section.OVERDUE}:
        return _overdue(lines, today)
    return _mixed(lines, today) if sections & {Section.OVERDUE, Section.RETURNED} else _ahead(lines, today)


def _of_both_kinds(reports: Sequence[DigestLine], ends: Sequence[DigestLine], today: date) -> str:
    """Where lines end and owe reports too, each kind is counted by itself: no line is counted twice as one thing."""
    if today <= min(line.due_on for line in ends) < min(line.due_on for line in reports):
        return f"{_digest(ends, today)} · {_missing(reports, today)}"
    return f"{_digest(reports, today)} · {_ends(ends, today)}"


def _ends(lines: Sequence[DigestLine], today: date) -> str:
    """4 actividades vencidas y 1 por vencer el dom 30 abr"""
    ahead = [line.due_on for line in lines if line.due_on >= today]
    late = len(lines) - len(ahead)
    parts = [counted(late, "actividad vencida", "actividades vencidas")] if late else []
    if ahead:
        what = str(len(ahead)) if late else counted(len(ahead), "actividad", "actividades")
        parts.append(f"{what} {_to_come(ahead, today)}")
    return listed(parts)


def _returned(lines: Sequence[DigestLine], today: date) -> str:
    if len(lines) > 1:
        return f"Por corregir: {owed(lines, today=today)}"
    note = shortened(lines[0].returned_note or "")
    return " · ".join(filter(None, [f"Por corregir: {name_of(lines[0].number, lines[0].label)}", note]))


def _closing(lines: Sequence[DigestLine], today: date) -> str:
    last = [line for line in lines if line.section(today) is Section.CLOSING]
    days = [line.closes_on for line in last if line.closes_on is not None]
    parts = [f"Último plazo: {_missing(last, today)}"]
    parts += [f"cierra el {brief_date(min(days))}"] if days else []
    if others := len(lines) - len(last):
        parts.append(counted(others, "pendiente más", "pendientes más"))
    return " · ".join(parts)


def _overdue(lines: Sequence[DigestLine], today: date) -> str:
    day = same(line.due_on for line in lines)
    results = any(line.kind is ObligationKind.RESULT for line in lines)
    if day is not None:
        word = "Vencido" if results else "Vencida" if len(lines) == 1 else "Vencidas"
        return f"{word} hace {days_between((today - day).days)}: {_missing(lines, today)}"
    oldest = days_between((today - min(line.due_on for line in lines)).days)
    return f"Con plazo vencido: {owed(lines, today=today)} · el más antiguo hace {oldest}"


def _mixed(lines: Sequence[DigestLine], today: date) -> str:
    by = {section: [line for line in lines if line.section(today) is section] for section in Section}
    ahead = [line.due_on for line in (*by[Section.DUE_TODAY], *by[Section.SOON])]
    parts = [f"{len(by[Section.RETURNED])} por corregir"] if by[Section.RETURNED] else []
    parts += [counted(len(by[Section.OVERDUE]), "vencida", "vencidas")] if by[Section.OVERDUE] else []
    parts += [f"{len(ahead)} {_to_come(ahead, today)}"] if ahead else []
    return f"{counted(len(lines), 'pendiente', 'pendientes')}: {listed(parts)}"


def _to_come(days: Sequence[date], today: date) -> str:
    if min(days) > today:
        return f"por vencer {until(days)}"
    return "para hoy" if max(days) == today else "por vencer desde hoy"


def _ahead(lines: Sequence[DigestLine], today: date) -> str:
    first = min(line.due_on for line in lines)
    left, nearest = (first - today).days, [line for line in lines if line.due_on == first]
    ends = all(line.kind is ObligationKind.DEADLINE for line in nearest)
    if len(nearest) < len(lines) and left <= (NEAR_END_DAYS if ends else NEAR_DAYS):
        # The days that are left are those of the nearest alone.
        others = counted(len(lines) - len(nearest), "pendiente más", "pendientes más")
        return f"{_ahead(nearest, today)} · {others}"
    when = f"{'vence' if len(nearest) == len(lines) else 'el primero vence'} el {brief_date(first)}"
    if all(line.kind is ObligationKind.DEADLINE for line in lines):
        return _ends_ahead(lines, left, today)
    if left == 0:
        return f"Vence hoy: {_missing(lines, today)}"
    if left <= NEAR_DAYS:
        return f"{time_left(left)}: {_missing(lines, today)}"
    return f"{capitalised(_missing(lines, today))} · {when}"


def _ends_ahead(lines: Sequence[DigestLine], left: int, today: date) -> str:
    what, verb = owed(lines, today=today), "vence" if len(lines) == 1 else "vencen"
    first = until(line.due_on for line in lines)
    if left == 0:
        return f"{capitalised(verb)} hoy: {what}"
    if left <= NEAR_END_DAYS:
        return f"{time_left(left)}: {verb} {what}"
    return f"{capitalised(verb)} {what} {first}"


def _missing(lines: Sequence[DigestLine], today: date) -> str:
    """falta 1 reporte, faltan 4 reportes; activities that end are only named."""
    what, reports = owed(lines, today=today), sum(len(_reports_of(line)) for line in lines)
    if not reports:
        return what
    return f"{'falta' if reports == len(lines) == 1 else 'faltan'} {what}"


def _received(receipt: Receipt, today: date) -> str:
    left = counted(len(receipt.not_taken), "dato por corregir", "datos por corregir") if receipt.not_taken else ""
    if not receipt.taken:
        return f"No se pudo recibir su reporte{': ' if left else ''}{left}"
    if len(receipt.taken) == 1:
        line = receipt.taken[0]
        what = f"{name_of(line.number, line.label)} · {_achieved(line.figure_text)}"
    else:
        what = counted(len(receipt.taken), "reporte", "reportes")
        periods = {line.period for line in receipt.taken}
        what += f" {of_period(periods.pop(), today=today)}" if len(periods) == 1 else ""
    return " · ".join(filter(None, [f"Recibido: {what}", left]))


def _achieved(figure: str) -> str:
    """1 informe, 20 %, logrado: 2; a bare number says what it counts."""
    return f"logrado: {figure}" if figure.replace(",", "").replace(".", "").isdigit() else figure


def _to_review(notice: CoordinatorNotice) -> str:
    counts = [(kind, len(notice.of_kind(kind))) for kind in FindingKind]
    return f"Para revisar: {listed([counted(n, kind.one, kind.many) for kind, n in counts if n])}"
