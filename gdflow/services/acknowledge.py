"""The receipt by mail: what was taken, what was not and why, and what the team still owes."""

from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.digest import NotTaken, Purpose, Receipt, TakenLine
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.outbox import Priority
from gdflow.domain.people import Audience
from gdflow.domain.receipts import FormIssue
from gdflow.domain.rules import Rules
from gdflow.services.drafting import letterhead, mail_draft, reference_for
from gdflow.services.received import Received
from gdflow.services.recipients import recipients
from gdflow.services.wording import figure
from gdflow.storage import address_marks, outbox, people, periods
from gdflow.storage.engine import Session


def acknowledge(
    session: Session, rules: Rules, issue: FormIssue, received: Received, file_name: str, *, now: datetime
) -> None:
    """Put one receipt per address of the team into the outbox."""
    team = next((team for team in people.teams_of(session, rules.entity_id) if team.id == issue.team_id), None)
    refusing = address_marks.marks_of(session, rules.entity_id)
    for address in recipients(team, Audience.TEAM, rules.today(now), rules.coordinator, refusing=refusing):
        outbox.enqueue(session, _draft(session, rules, issue, received, file_name, address, now))


def _draft(
    session: Session,
    rules: Rules,
    issue: FormIssue,
    received: Received,
    file_name: str,
    address: str,
    now: datetime,
) -> NoticeDraft:
    from gdflow.channels.render import render_receipt

    receipt = _receipt(session, rules, issue, received, file_name, address, now)
    return mail_draft(
        rules,
        render_receipt(receipt, today=rules.today(now)),
        address=address,
        purpose=Purpose.RECEIPT,
        # A receipt answers somebody who is at work now: it waits for no window.
        leaves=now,
        at=now,
        about=received.number,
        reply_to=receipt.head.reply_to,
        priority=Priority.URGENT,
        team_id=issue.team_id,
        references=keys.thread_root(sorted(issue.plan_ids)[:1], issue.team_id, issue.period, rules.mail_domain),
    )


def _receipt(
    session: Session,
    rules: Rules,
    issue: FormIssue,
    received: Received,
    file_name: str,
    address: str,
    now: datetime,
) -> Receipt:
    report_by = next(
        (p.report_by for plan in issue.plan_ids for p in periods.periods_of(session, plan) if p.key == issue.period),
        None,
    )
    return Receipt(
        head=letterhead(rules, address, issue.team, reference_for(session, rules, issue.team_id, issue.period)),
        number=received.number,
        received_at=rules.window.local(now),
        file_name=file_name,
        team=issue.team,
        taken=tuple(
            TakenLine(a.line.number, a.line.label, issue.period, figure(a.value, a.line)) for a in received.taken
        ),
        not_taken=_not_taken(received, file_name),
        pending=received.pending,
        due_on=report_by if received.pending else None,
    )


def _not_taken(received: Received, file_name: str) -> tuple[NotTaken, ...]:
    if received.refused:
        return (NotTaken(file_name, None, received.refused),)
    return tuple(NotTaken(p.raw or "sin dato", p.cell, p.message) for p in received.problems)
