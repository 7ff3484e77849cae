"""The receipt by mail of what a team reports on its page: one mail for a sitting, not one for each line."""

from dataclasses import replace
from datetime import datetime, timedelta

from gdflow.domain import keys
from gdflow.domain.digest import Purpose, Receipt, TakenLine
from gdflow.domain.lines import Result, ResultSource
from gdflow.domain.links import TeamLink
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.people import Audience
from gdflow.domain.rules import Rules
from gdflow.domain.team_page import PageLine, TeamPage
from gdflow.services.acknowledge import taken_line
from gdflow.services.drafting import letterhead, mail_draft, reference_for
from gdflow.services.recipients import recipients
from gdflow.services.team_page import team_page
from gdflow.storage import address_marks, outbox, people
from gdflow.storage.engine import Session
from gdflow.storage.page_receipts import MARK, give_way

SITTING = timedelta(minutes=10)
"""How long a receipt waits for the next line of the same sitting."""
NO_FILE = "ninguno; se reportó en la página del equipo"


def acknowledge_page(session: Session, rules: Rules, link: TeamLink, number: str, *, now: datetime) -> None:
    """Put a receipt per address of the team into the outbox, with all that it reported today for the period.

    number: of the newest receipt. A receipt that has not left yet gives way to this one.
    """
    team = people.team_by_id(session, rules.entity_id, link.team_id)
    refusing = address_marks.marks_of(session, rules.entity_id)
    addresses = recipients(team, Audience.TEAM, rules.today(now), rules.coordinator, refusing=refusing)
    if not addresses:
        return
    page = team_page(session, rules, link, now=now)
    for address in addresses:
        give_way(session, rules.entity_id, link.team_id, address, link.period, at=now)
        outbox.enqueue(session, _draft(session, rules, link, page, number, address, now))


def _draft(
    session: Session, rules: Rules, link: TeamLink, page: TeamPage, number: str, address: str, now: datetime
) -> NoticeDraft:
    from gdflow.channels.render import render_receipt

    reference = reference_for(session, rules, link.team_id, link.period)
    receipt = Receipt(
        head=letterhead(rules, address, link.team, reference),
        number=number,
        received_at=rules.window.local(now),
        file_name=NO_FILE,
        team=link.team,
        taken=tuple(
            _taken(each, each.result, link.period)
            for each in page.lines
            if each.result is not None and _is_of_today(rules, each.result, now)
        ),
        pending=page.missing,
        due_on=page.report_by if page.missing else None,
    )
    return mail_draft(
        rules,
        render_receipt(receipt, today=rules.today(now)),
        address=address,
        purpose=Purpose.RECEIPT,
        # It answers somebody who is at work now: it waits for the end of the sitting and for no window.
        leaves=now + SITTING,
        at=now,
        about=f"{MARK}:{link.period}:{number}",
        reply_to=receipt.head.reply_to,
        team_id=link.team_id,
        references=keys.thread_root(sorted(_plans(page))[:1], link.team_id, link.period, rules.mail_domain),
    )


def _taken(each: PageLine, result: Result, period: str) -> TakenLine:
    names = ", ".join(f"{evidence.name} (A{evidence.annex:02d})" for evidence in each.evidence)
    return replace(taken_line(each.line, period, result.value), receipt=result.receipt, evidence=names)


def _is_of_today(rules: Rules, result: Result, now: datetime) -> bool:
    return result.source is ResultSource.FORM and rules.today(result.reported_at) == rules.today(now)


def _plans(page: TeamPage) -> set[int]:
    return {each.line.plan_id for each in page.lines}
