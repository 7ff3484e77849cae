"""What only a person can put right, each matter with the key by which it is known again once it was told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.inbound import InboundMail
from gdflow.domain.line_window import has_window
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.notices import NoticeFacts, OwedLine
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.people import Team
from gdflow.domain.webhooks import is_webhook
from gdflow.services.coverage import Coverage, Gap, GapReason
from gdflow.services.decision_list import ListedDecision
from gdflow.services.derive import unread_figures
from gdflow.spanish.dates import brief_date
from gdflow.spanish.periods import period_label
from gdflow.storage import plans, submissions
from gdflow.storage.engine import Session

Found = Iterator[tuple[str, Finding]]

SHOWN = 300
"""Of the words of a mail, in the coordinator's mail; all of them are in the quarantine's `show`."""
MAILS = {"words": FindingKind.REPLY, "stranger": FindingKind.STRANGER}
TROUBLED = {NoticeState.REFUSED: FindingKind.REFUSED_MAIL, NoticeState.IN_DOUBT: FindingKind.IN_DOUBT}
URGENT = frozenset(
    {
        *(FindingKind.REFUSED_MAIL, FindingKind.IN_DOUBT, FindingKind.REFUSED_CHAT, FindingKind.HANDOVER),
        FindingKind.QUARANTINED,
    }
)
"""What is told on the same day, although the coordinator had the mail of the day."""


def of_plans(session: Session, fresh: Iterable[PlanFacts]) -> Found:
    """What the lines of plans lack, and which of their results nobody could read."""
    for plan in fresh:
        lines = plans.lines_of(session, plan.id)
        yield from _of_lines(lines)
        unread = unread_figures(session, plan, lines, submissions.values_of_plan(session, plan.id))
        for line in lines:
            for period, cell in line.result_cells.items():
                if (line.id, period) in unread:
                    detail = f"{period_label(period)}, celda {cell}"
                    key = f"{FindingKind.UNREADABLE}:{line.uid}:{period}"
                    yield key, Finding(FindingKind.UNREADABLE, line.label, detail)


def _of_lines(lines: Iterable[Line]) -> Found:
    for line in lines:
        for kind in _lacking(line):
            yield f"{kind}:{line.uid}", Finding(kind, line.label, f"fila {line.row}")


def _lacking(line: Line) -> Iterator[FindingKind]:
    if not has_window(line):
        yield FindingKind.NO_DEADLINE
    elif not line.due_confirmed:
        yield FindingKind.UNCONFIRMED
    if line.team_id is None:
        yield FindingKind.NO_TEAM


def of_teams(unreachable: Iterable[Team], owed: Sequence[OwedLine]) -> Found:
    """Teams for which reminders wait, each with how much it owes."""
    for team in unreachable:
        lines = len({line.line_id for line in owed if line.team_id == team.id})
        detail = f"{lines} actividad{'es' if lines != 1 else ''}"
        yield f"{FindingKind.NO_ADDRESS}:{team.id}", Finding(FindingKind.NO_ADDRESS, team.name, detail)


def of_notices(troubled: Iterable[NoticeFacts], forgiven: Mapping[str, datetime], coordinator: str) -> Found:
    """Messages that were refused or are in doubt, but for those to the coordinator: that would go round in circles.

    forgiven: when an address was last said to be right, in lower case; what was refused before is settled. What
    webhooks refuse is no matter of the coordinator's until one is switched off.
    """
    for notice in troubled:
        if is_webhook(notice.channel):
            continue
        address = notice.address.casefold()
        since = forgiven.get(address)
        settled = since is not None and notice.settled_at is not None and notice.settled_at <= since
        if address != coordinator.casefold() and not settled:
            yield _of_notice(notice, address, since)


def _of_notice(notice: NoticeFacts, address: str, since: datetime | None) -> tuple[str, Finding]:
    kind = TROUBLED[notice.state]
    again = f":{since.isoformat()}" if since else ""
    # An address that refuses will refuse every day: it is one matter. Each message in doubt is its own.
    subject = f"{address}{again}" if kind is FindingKind.REFUSED_MAIL else str(notice.id)
    if kind is FindingKind.REFUSED_MAIL and notice.channel != EMAIL:
        kind, subject = FindingKind.REFUSED_CHAT, notice.channel
    detail = " ".join(filter(None, [notice.code, notice.text])) or notice.subject
    return f"{kind}:{subject}", Finding(kind, notice.address, detail)


def of_handovers(listed: Iterable[ListedDecision]) -> Found:
    """Lines of which their team says that they are not its own."""
    for each in listed:
        to = f", cree que es de {each.to_team}" if each.to_team else ""
        detail = f"fila {each.row}; lo dijo {each.decision.author}{to}: {each.decision.reason}"
        yield f"{FindingKind.HANDOVER}:{each.decision.id}", Finding(FindingKind.HANDOVER, each.label, detail)


def mail_key(mail_id: int) -> str:
    """By which a mail that came in is known again once the coordinator was told of it."""
    return f"mail:{mail_id}"


def of_mails(mails: Iterable[InboundMail], teams: Mapping[int, str]) -> Found:
    """Mails that wait for a decision, and answers in words; teams: their names."""
    for mail in mails:
        kind = MAILS.get(mail.code or "", FindingKind.QUARANTINED)
        words = " ".join((mail.message or "").split())
        shown = f"{words[:SHOWN]}…" if len(words) > SHOWN else words
        subject = f"{teams.get(mail.team_id or 0, mail.sender)}, «{mail.subject or 'sin asunto'}»"
        yield mail_key(mail.id), Finding(kind, subject, f"n.º {mail.id}, de {mail.sender or 'nadie'}: {shown}")


def of_files(files: Mapping[str, tuple[str, str]]) -> Found:
    """Files that were left somewhere and could not be taken; files: name and reason by receipt."""
    for receipt, (name, reason) in files.items():
        yield f"{FindingKind.REFUSED_FILE}:{receipt}", Finding(FindingKind.REFUSED_FILE, name, f"{receipt}: {reason}")


def of_coverage(ahead: Iterable[Coverage]) -> Found:
    """Teams, and lines of none, whose reminders in a coming period nobody would read."""
    for covered in ahead:
        grouped: dict[tuple[int, GapReason], list[Gap]] = {}
        for gap in covered.gaps:
            grouped.setdefault((gap.line.team_id or 0, gap.reason), []).append(gap)
        for (team_id, reason), gaps in grouped.items():
            key = f"{FindingKind.UNCOVERED}:{covered.plan}:{covered.period.key}:{team_id}:{reason}"
            subject = gaps[0].line.team or "Sin equipo responsable"
            yield key, Finding(FindingKind.UNCOVERED, subject, _detail(covered, reason, gaps))


def _detail(covered: Coverage, reason: GapReason, gaps: Sequence[Gap]) -> str:
    lines = len({gap.line.id for gap in gaps})
    first = min(day for gap in gaps for day in gap.days)
    counted = f"{lines} actividad{'es' if lines != 1 else ''}"
    return f"{period_label(covered.period.key)}: {counted}, {reason.label}; desde el {brief_date(first)}"
