"""Tell the coordinator what only a person can put right: each matter once, all new ones of a day in one mail.

What a plan's lines lack can change only when the plan is imported, so its lines are read once for each import; what
was told, and of which imports, is kept in the chain of events. A scan that finds nothing new costs two statements.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.digest import CoordinatorNotice, Finding, FindingKind, Purpose
from gdflow.domain.line_window import has_window
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.notices import NoticeDraft, NoticeFacts, OwedLine
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.derive import figures_by_line, unread_figures
from gdflow.services.drafting import letterhead, mail_draft
from gdflow.spanish.periods import period_label
from gdflow.storage import events, outbox, plans, submissions
from gdflow.storage.engine import Session

SUBJECT = "coordinator"
TOPIC = "Seguimiento"
TROUBLED = {NoticeState.REFUSED: FindingKind.REFUSED_MAIL, NoticeState.IN_DOUBT: FindingKind.IN_DOUBT}


@dataclass(frozen=True, slots=True)
class _Told:
    """What the coordinator has been told: the keys of findings, and the imports whose lines were looked through."""

    findings: frozenset[str]
    imports: frozenset[str]


def tell_coordinator(
    session: Session,
    rules: Rules,
    known: Iterable[PlanFacts],
    unreachable: Iterable[Team],
    owed: Iterable[OwedLine],
    *,
    now: datetime,
) -> tuple[NoticeDraft, ...]:
    """Put one mail with the new findings into the outbox; nothing on a closed day, without an address or without news.

    known: the entity's plans. unreachable: teams for which reminders wait; owed: to say how much they owe.
    """
    if rules.coordinator is None or not rules.calendar.is_business_day(rules.today(now)):
        return ()
    told = _told(session, rules)
    fresh = [plan for plan in known if _import_key(plan) not in told.imports]
    found = {
        **{key: finding for plan in fresh for key, finding in _of_plan(session, plan)},
        **dict(_of_teams(unreachable, list(owed))),
        **dict(_of_notices(outbox.notices_of(session, rules.entity_id, states=list(TROUBLED)))),
    }
    news = {key: finding for key, finding in found.items() if key not in told.findings}
    if not fresh and not news:
        return ()
    draft = _draft(rules, rules.coordinator, tuple(news.values()), now) if news else None
    if draft is not None and outbox.enqueue(session, draft) is None:
        return ()  # the mail of that day is in the outbox already; what is new waits for the next one
    _remember(session, rules, news, fresh, now)
    return (draft,) if draft else ()


def _told(session: Session, rules: Rules) -> _Told:
    facts = [json.loads(event.facts) for event in events.events_of(session, rules.entity_id, SUBJECT)]
    return _Told(
        frozenset(key for each in facts for key in each["findings"]),
        frozenset(key for each in facts for key in each["imports"]),
    )


def _remember(session: Session, rules: Rules, news: Iterable[str], fresh: Iterable[PlanFacts], now: datetime) -> None:
    facts = {"findings": sorted(news), "imports": [_import_key(plan) for plan in fresh]}
    events.append(session, rules.entity_id, "coordinator_told", SUBJECT, facts, at=now, actor="gdflow")


def _import_key(plan: PlanFacts) -> str:
    return f"{plan.id}:{plan.source_sha256[:16]}:{plan.imported_at.isoformat()}"


def _of_plan(session: Session, plan: PlanFacts) -> Iterator[tuple[str, Finding]]:
    lines = plans.lines_of(session, plan.id)
    yield from _of_lines(lines)
    figures = figures_by_line(submissions.results_of_plan(session, plan.id))
    unread = unread_figures(session, plan, lines, figures)
    for line in lines:
        for period, cell in line.result_cells.items():
            if (line.id, period) in unread:
                detail = f"{period_label(period)}, celda {cell}"
                yield (
                    f"{FindingKind.UNREADABLE}:{line.uid}:{period}",
                    Finding(FindingKind.UNREADABLE, line.label, detail),
                )


def _of_lines(lines: Iterable[Line]) -> Iterator[tuple[str, Finding]]:
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


def _of_teams(unreachable: Iterable[Team], owed: Sequence[OwedLine]) -> Iterator[tuple[str, Finding]]:
    for team in unreachable:
        lines = len({line.line_id for line in owed if line.team_id == team.id})
        detail = f"{lines} actividad{'es' if lines != 1 else ''}"
        yield f"{FindingKind.NO_ADDRESS}:{team.id}", Finding(FindingKind.NO_ADDRESS, team.name, detail)


def _of_notices(troubled: Iterable[NoticeFacts]) -> Iterator[tuple[str, Finding]]:
    for notice in troubled:
        kind = TROUBLED[notice.state]
        # An address that refuses will refuse every day: it is one matter. Each mail in doubt is its own.
        subject = notice.address.casefold() if kind is FindingKind.REFUSED_MAIL else str(notice.id)
        detail = " ".join(filter(None, [notice.code, notice.text])) or notice.subject
        yield f"{kind}:{subject}", Finding(kind, notice.address, detail)


def _draft(rules: Rules, address: str, findings: tuple[Finding, ...], now: datetime) -> NoticeDraft:
    from gdflow.channels.render import render_coordinator

    leaves = rules.window.next_moment(now, rules.calendar)
    notice = CoordinatorNotice(letterhead(rules, address, TOPIC), findings)
    rendered = render_coordinator(notice, today=rules.today(leaves))
    return mail_draft(rules, rendered, address=address, purpose=Purpose.COORDINATOR, leaves=leaves, at=now)
