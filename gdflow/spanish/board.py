"""The sentences of the coordinator's board: how a period stands, what a team was told, what waits."""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from gdflow.domain.board import Board, BoardRow, BoardTeam, PeriodState, PlanPeriod, Standing
from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.figures import Figure
from gdflow.domain.outbox import NoticeState
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.spanish.counts import counted
from gdflow.spanish.dates import brief_date, days_between, long_date, short_date
from gdflow.spanish.periods import period_label, period_short

BOGOTA = ZoneInfo("America/Bogota")
TILES: Mapping[Standing, tuple[str, str]] = {
    Standing.MISSING: ("sin reportar", "sin reportar"),
    Standing.RETURNED: ("devuelta", "devueltas"),
    Standing.UNREADABLE: ("con dato ilegible", "con dato ilegible"),
    Standing.TO_REVIEW: ("por revisar", "por revisar"),
    Standing.REPORTED: ("enviada", "enviadas"),
    Standing.ACCEPTED: ("aceptada", "aceptadas"),
    Standing.COMPLETE: ("ya cumplida", "ya cumplidas"),
    Standing.NOT_OWED: ("no debe", "no deben"),
}
"""What stands under the number of a count: for one line, and for any other number."""
SYMBOLS: Mapping[Standing, str] = {
    Standing.MISSING: "○",
    Standing.RETURNED: "◆",
    Standing.UNREADABLE: "!",
    Standing.TO_REVIEW: "●",
    Standing.REPORTED: "●",
    Standing.ACCEPTED: "✔",
    Standing.COMPLETE: "✔",
    Standing.NOT_OWED: "–",
}
TONES: Mapping[Standing, str] = {
    Standing.MISSING: "bad",
    Standing.RETURNED: "warn",
    Standing.UNREADABLE: "warn",
    Standing.TO_REVIEW: "blue",
    Standing.REPORTED: "good",
    Standing.ACCEPTED: "good",
    Standing.COMPLETE: "plain",
    Standing.NOT_OWED: "plain",
}
PERIOD_TONES: Mapping[PeriodState, str] = {
    PeriodState.UNOPENED: "plain",
    PeriodState.OPEN: "blue",
    PeriodState.OVERDUE: "bad",
    PeriodState.CLOSED: "good",
    PeriodState.REOPENED: "warn",
}
MAILED: Mapping[NoticeState, str] = {
    NoticeState.SENT: "enviado",
    NoticeState.IN_DOUBT: "sin certeza de que llegara",
    NoticeState.REFUSED: "rechazado",
}
BRIEF: Mapping[DecisionKind, str] = {
    DecisionKind.EXTENSION: "con prórroga",
    DecisionKind.SILENCE: "en silencio hasta el",
    DecisionKind.ACKNOWLEDGEMENT: "acusó recibo; descansa hasta el",
    DecisionKind.HANDOVER: "dice que no le corresponde",
    DecisionKind.WAIVER: "exceptuada",
}
DATED = frozenset({DecisionKind.SILENCE, DecisionKind.ACKNOWLEDGEMENT})


def title_of(key: str) -> str:
    """Trimestre 2 de 2023, Abril de 2023"""
    said = period_label(key)
    return said[:1].upper() + said[1:]


def tile_words(standing: Standing, count: int) -> str:
    """What a count is of: "5 sin reportar"."""
    return TILES[standing][count != 1]


def state_words(its: PlanPeriod, today: date) -> str:
    """Abierto · cierra jue 20 jul (faltan 6 días)"""
    opened, closing = its.opened, its.closing
    if its.state is PeriodState.CLOSED and closing is not None:
        on = closing.closed_at.astimezone(BOGOTA).date()
        return f"✔ Cerrado el {short_date(on)} (cierre {closing.number})"
    if its.state is PeriodState.REOPENED and its.until is not None:
        return f"◆ Reabierto hasta el {brief_date(its.until)}, ese día incluido"
    if opened is None:
        return "– Sin abrir"
    if its.state is PeriodState.OVERDUE:
        return f"✖ Vencido: debía cerrar el {brief_date(opened.closes_on)} y nadie lo ha cerrado"
    return f"● Abierto · cierra {brief_date(opened.closes_on)} ({_left((opened.closes_on - today).days)})"


def deadline_words(its: PlanPeriod, today: date) -> str:
    """The day by which reports are timely, and that the day to close is another thing."""
    if its.opened is None or not its.takes_answers:
        return ""
    left = (its.opened.report_by - today).days
    day = long_date(its.opened.report_by)
    if left < 0:
        return f"El plazo para reportar venció el {day}; hasta el cierre todavía se recibe."
    return f"El plazo para reportar es el {day}; después y hasta el cierre se recibe, pero es extemporáneo."


def team_words(team: BoardTeam, takes_answers: bool) -> str:
    """4 de 6 por reportar; once nothing is taken any more, quedaron 4 de 6 sin reportar."""
    if not team.rows:
        return "no debe nada en este período"
    if not team.missing:
        return "todo reportado" if len(team.rows) > 1 else "reportado"
    counted_out = f"{team.missing} de {len(team.rows)}"
    return f"{counted_out} por reportar" if takes_answers else f"quedaron {counted_out} sin reportar"


def talk_words(team: BoardTeam) -> str:
    """2 avisos, último mié 12 jul enviado"""
    talk = team.talk
    if talk.last_on is None or talk.state is None:
        return "sin avisos todavía"
    how = MAILED.get(talk.state, "por enviar")
    return f"{counted(talk.days, 'aviso', 'avisos')}, último {brief_date(talk.last_on)} {how}"


def next_words(team: BoardTeam, takes_answers: bool) -> str:
    """próximo: lun 17 jul; nothing for a team of which nothing is awaited."""
    if not team.missing or not takes_answers:
        return ""
    return f"próximo: {brief_date(team.talk.next_on)}" if team.talk.next_on else "sin próximo aviso"


def row_words(row: BoardRow, today: date) -> str:
    """vence lun 10 jul, venció hace 4 días; nothing where nothing is awaited."""
    owed = row.owed
    if row.frozen:
        return "no se reportó" if _missed(row) else ""
    if owed is None or row.standing not in (Standing.MISSING, Standing.RETURNED) or owed.done_on is not None:
        return "no se reportó" if _missed(row) else ""
    late = (today - owed.due_on).days
    if late > 0:
        return f"venció hace {days_between(late)}"
    return "vence hoy" if late == 0 else f"vence {brief_date(owed.due_on)}"


def exempt_words(row: BoardRow) -> str:
    """Why nothing is asked of a line."""
    return "ya cumplida" if row.standing is Standing.COMPLETE else row.row.cell.word


def exempt_head(team: BoardTeam) -> str:
    """4 ya cumplidas: no deben reportar; 3 que no deben reportar"""
    done, number = sum(row.standing is Standing.COMPLETE for row in team.exempt), len(team.exempt)
    if done == number:
        return f"{number} ya {'cumplida: no debe' if number == 1 else 'cumplidas: no deben'} reportar"
    also = f", {done} de ellas ya cumplida{'s' if done > 1 else ''}" if done else ""
    return f"{number} que no {'debe' if number == 1 else 'deben'} reportar{also}"


def decided_words(taken: Decision) -> str:
    """en silencio hasta el jue 20 jul 2023"""
    said = BRIEF[taken.kind]
    return f"{said} {short_date(taken.until)}" if taken.kind in DATED and taken.until else said


def remind_words(board: Board) -> str:
    """Recordar a 2 equipos (5 pendientes)…"""
    teams, missing = board.owing, board.missing
    return f"Recordar a {counted(teams, 'equipo', 'equipos')} ({counted(missing, 'pendiente', 'pendientes')})…"


def columns_of(keys: Sequence[str], own: str) -> tuple[str, ...]:
    """The periods of which the board shows figures: all of them, or the four that end with its own."""
    if len(keys) <= COLUMNS:
        return tuple(keys)
    last = max(COLUMNS, keys.index(own) + 1)
    return tuple(keys[last - COLUMNS : last])


COLUMNS = 4


def column_head(key: str) -> str:
    """T1, abr: a period without its year."""
    kind = parse_period(key).kind
    return period_short(key) if kind in (PeriodKind.CUSTOM, PeriodKind.YEAR) else period_short(key).split(" ")[0]


def cell_word(cell: Figure, own: str) -> str:
    """What stands where a cell has no figure; what lies ahead of the board's period needs no word."""
    ahead = parse_period(cell.period).end > parse_period(own).end
    return "–" if ahead else cell.word


def _missed(row: BoardRow) -> bool:
    return row.standing is Standing.MISSING and row.owed is not None


def _left(days: int) -> str:
    if days == 0:
        return "es hoy"
    return "falta 1 día" if days == 1 else f"faltan {days} días"
