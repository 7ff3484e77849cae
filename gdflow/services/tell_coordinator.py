"""Tell the coordinator what only a person can put right: each matter once, all new ones of a day in one mail.

What cannot wait for the next morning (a refused address, a mail in doubt, a line that a team hands over) has a mail of
its own when that of the day is out already. What a plan's lines lack can change only when the plan is imported, so its
lines are read once for each import; what was told, and of which imports, is kept in the chain of events. A scan that
finds nothing new costs three statements.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.digest import CoordinatorNotice, Purpose
from gdflow.domain.findings import Finding
from gdflow.domain.inbound import DECIDED, WAITS
from gdflow.domain.lines import PlanFacts
from gdflow.domain.notices import NoticeDraft, NoticeFacts, OwedLine
from gdflow.domain.outbox import NoticeState, Priority
from gdflow.domain.people import Team
from gdflow.domain.receipts import FILE_OF_NOBODY
from gdflow.domain.rules import Rules
from gdflow.services import findings
from gdflow.services.coverage import coverage_ahead, opens_soon
from gdflow.services.decision_list import open_handovers
from gdflow.services.drafting import letterhead, mail_draft
from gdflow.services.forgive import FORGIVEN, SUBJECT
from gdflow.services.review_findings import reviews_due
from gdflow.storage import address_marks, events, inbound, outbox, people
from gdflow.storage.engine import Session

TOLD = "coordinator_told"
TOPIC = "Seguimiento"
News = Mapping[str, Finding]


@dataclass(slots=True)
class _Told:
    """What the coordinator was told: keys of findings, what was looked through for them, addresses set right.

    mails: those that came in and wait for a decision, or said something in words. files: those that could not be taken
    and nobody else was told of: name and reason by receipt.
    """

    findings: set[str] = field(default_factory=set)
    looked: set[str] = field(default_factory=set)
    forgiven: dict[str, datetime] = field(default_factory=dict)
    mails: set[int] = field(default_factory=set)
    files: dict[str, tuple[str, str]] = field(default_factory=dict)


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
    today = rules.today(now)
    if rules.coordinator is None or not rules.calendar.is_business_day(today):
        return ()
    imports = {_import_key(plan): plan for plan in known}
    days = {f"{key}:{today}": plan for key, plan in imports.items() if opens_soon(rules, plan.period_kind, today)}
    troubled = outbox.notices_of(session, rules.entity_id, states=list(findings.TROUBLED))
    told = _told(session, rules, troubled)
    fresh = [plan for key, plan in imports.items() if key not in told.looked]
    near = [plan for key, plan in days.items() if key not in told.looked]
    looked = [key for key in (*imports, *days) if key not in told.looked]
    refusing = address_marks.marks_of(session, rules.entity_id) if near else ()
    ahead = coverage_ahead(session, rules, near, today=today, refusing=refusing)
    found = {
        **dict(findings.of_plans(session, fresh)),
        **dict(findings.of_teams(unreachable, list(owed))),
        **dict(findings.of_coverage(ahead)),
        **_of_mails(session, rules, told),
        **dict(findings.of_files(told.files)),
        **reviews_due(session, rules, imports.values(), today),
        **_urgent(session, rules, rules.coordinator, troubled, told, now),
    }
    news = {key: finding for key, finding in found.items() if key not in told.findings}
    if not news:
        if looked:
            _remember(session, rules, (), looked, None, now)
        return ()
    return _send(session, rules, rules.coordinator, news, looked, now)


def tell_urgent(session: Session, rules: Rules, *, now: datetime, doubts: bool = True) -> tuple[NoticeDraft, ...]:
    """Put a mail with what cannot wait into the outbox, when it can leave at once and there is news of that kind.

    doubts: also of mails in doubt; not where they are about to be looked up.
    """
    if rules.coordinator is None or not rules.window.is_open(now, rules.calendar):
        return ()
    states = [state for state in findings.TROUBLED if doubts or state is not NoticeState.IN_DOUBT]
    troubled = outbox.notices_of(session, rules.entity_id, states=states)
    told = _told(session, rules, troubled)
    mails = _of_mails(session, rules, told).items()
    waiting = {key: finding for key, finding in mails if finding.kind in findings.URGENT}
    found = {**_urgent(session, rules, rules.coordinator, troubled, told, now), **waiting}
    news = {key: finding for key, finding in found.items() if key not in told.findings}
    return _send_urgent(session, rules, rules.coordinator, news, now) if news else ()


def tell_at_once(session: Session, rules: Rules, found: News, *, now: datetime) -> tuple[NoticeDraft, ...]:
    """Put a mail of its own into the outbox with those of these matters of which the coordinator was not told."""
    if rules.coordinator is None or not found:
        return ()
    troubled = outbox.notices_of(session, rules.entity_id, states=[NoticeState.REFUSED])
    told = _told(session, rules, troubled)
    news = {key: finding for key, finding in found.items() if key not in told.findings}
    return _send_urgent(session, rules, rules.coordinator, news, now) if news else ()


def _urgent(
    session: Session,
    rules: Rules,
    coordinator: str,
    troubled: Iterable[NoticeFacts],
    told: _Told,
    now: datetime,
) -> News:
    handovers = open_handovers(session, rules, rules.today(now))
    return {
        **dict(findings.of_notices(troubled, told.forgiven, coordinator)),
        **dict(findings.of_handovers(handovers)),
    }


def _of_mails(session: Session, rules: Rules, told: _Told) -> News:
    fresh = [mail_id for mail_id in told.mails if findings.mail_key(mail_id) not in told.findings]
    if not fresh:
        return {}
    teams = {team.id: team.name for team in people.teams_of(session, rules.entity_id)}
    return dict(findings.of_mails(inbound.mails_by_id(session, rules.entity_id, fresh), teams))


def _told(session: Session, rules: Rules, troubled: Iterable[NoticeFacts]) -> _Told:
    """What was told and not refused: what the coordinator never got is news still."""
    unread = {notice.key for notice in troubled if notice.state is NoticeState.REFUSED}
    told = _Told()
    for event in events.events_of(session, rules.entity_id, SUBJECT):
        facts = json.loads(event.facts)
        if event.kind == FORGIVEN:
            told.forgiven[facts["address"]] = event.at
        elif event.kind == WAITS:
            told.mails.add(facts["mail"])
        elif event.kind == FILE_OF_NOBODY:
            told.files[facts["receipt"]] = (facts["file"], facts["reason"])
        elif event.kind == DECIDED:
            told.mails.discard(facts["mail"])
        elif facts.get("notice") not in unread:
            told.findings.update(facts["findings"])
            told.looked.update(facts["imports"])
    return told


def _send(
    session: Session, rules: Rules, address: str, news: News, looked: Iterable[str], now: datetime
) -> tuple[NoticeDraft, ...]:
    if _refuses(session, rules, address):
        return ()
    draft = _draft(rules, address, tuple(news.values()), now)
    if outbox.enqueue(session, draft) is not None:
        _remember(session, rules, news, looked, draft, now)
        return (draft,)
    # The mail of that day is in the outbox already: what can wait, waits for the next one.
    urgent = {key: finding for key, finding in news.items() if finding.kind in findings.URGENT}
    return _send_urgent(session, rules, address, urgent, now) if urgent else ()


def _send_urgent(session: Session, rules: Rules, address: str, news: News, now: datetime) -> tuple[NoticeDraft, ...]:
    if _refuses(session, rules, address):
        return ()
    draft = _draft(rules, address, tuple(news.values()), now, keys.matters(news))
    if outbox.enqueue(session, draft) is None:
        return ()
    _remember(session, rules, news, (), draft, now)
    return (draft,)


def _refuses(session: Session, rules: Rules, address: str) -> bool:
    return address.casefold() in address_marks.marks_of(session, rules.entity_id)


def _remember(
    session: Session,
    rules: Rules,
    news: Iterable[str],
    looked: Iterable[str],
    draft: NoticeDraft | None,
    now: datetime,
) -> None:
    facts = {
        "findings": sorted(news),
        "imports": list(looked),
        "notice": draft.key if draft else None,
    }
    events.append(session, rules.entity_id, TOLD, SUBJECT, facts, at=now, actor="gdflow")


def _import_key(plan: PlanFacts) -> str:
    return f"{plan.id}:{plan.source_sha256[:16]}:{plan.imported_at.isoformat()}"


def _draft(
    rules: Rules, address: str, found: tuple[Finding, ...], now: datetime, about: str | None = None
) -> NoticeDraft:
    from gdflow.channels.render import render_coordinator

    leaves = rules.window.next_moment(now, rules.calendar)
    notice = CoordinatorNotice(letterhead(rules, address, TOPIC), found)
    return mail_draft(
        rules,
        render_coordinator(notice, today=rules.today(leaves)),
        address=address,
        purpose=Purpose.COORDINATOR,
        leaves=leaves,
        at=now,
        about=about,
        priority=Priority.URGENT if about else Priority.ORDINARY,
    )
