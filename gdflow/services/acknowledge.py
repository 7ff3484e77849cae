"""The receipt by mail: what was taken, what was not and why, and what the team still owes."""

from datetime import datetime
from decimal import Decimal

from gdflow.domain import keys
from gdflow.domain.digest import NotTaken, Purpose, Receipt, TakenLine
from gdflow.domain.lines import Line
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.outbox import Priority
from gdflow.domain.people import Audience
from gdflow.domain.rules import Rules
from gdflow.services.drafting import letterhead, mail_draft, reference_for
from gdflow.services.received import Handed, Received
from gdflow.services.recipients import recipients
from gdflow.services.wording import figure, target_words
from gdflow.storage import address_marks, outbox, people, periods
from gdflow.storage.engine import Session


def acknowledge(
    session: Session,
    rules: Rules,
    handed: Handed,
    received: Received,
    file_name: str,
    *,
    now: datetime,
    sender: str | None = None,
) -> None:
    """Put one receipt per address of the team into the outbox, the one from which the file came among them."""
    team = people.team_by_id(session, rules.entity_id, handed.team_id or 0)
    refusing = address_marks.marks_of(session, rules.entity_id)
    found = recipients(team, Audience.TEAM, rules.today(now), rules.coordinator, refusing=refusing)
    own = [contact.email for contact in (team.contacts if team else ()) if _same(contact.email, sender)]
    for address in dict.fromkeys((*found, *(email for email in own if email.casefold() not in refusing))):
        outbox.enqueue(session, _draft(session, rules, handed, received, file_name, address, now, received.number))


def tell_sender(
    session: Session, rules: Rules, address: str, received: Received, file_name: str, *, now: datetime
) -> None:
    """Tell an address that is no team's own what became of its file, at most once a day.

    Whoever writes by machine, or in the name of another, must not draw a mail from us for each of theirs.
    """
    if address.casefold() not in address_marks.marks_of(session, rules.entity_id):
        nobody = Handed(None, "", None, ())
        outbox.enqueue(session, _draft(session, rules, nobody, received, file_name, address, now, None))


def _same(email: str, other: str | None) -> bool:
    return other is not None and email.casefold() == other.casefold()


def _draft(
    session: Session,
    rules: Rules,
    handed: Handed,
    received: Received,
    file_name: str,
    address: str,
    now: datetime,
    about: str | None,
) -> NoticeDraft:
    from gdflow.channels.render import render_receipt

    receipt = _receipt(session, rules, handed, received, file_name, address, now)
    return mail_draft(
        rules,
        render_receipt(receipt, today=rules.today(now)),
        address=address,
        purpose=Purpose.RECEIPT,
        # A receipt answers somebody who is at work now: it waits for no window.
        leaves=now,
        at=now,
        about=about,
        reply_to=receipt.head.reply_to,
        priority=Priority.URGENT,
        team_id=handed.team_id,
        references=keys.thread_root(sorted(handed.plan_ids)[:1], handed.team_id, handed.period, rules.mail_domain),
    )


def _receipt(
    session: Session,
    rules: Rules,
    handed: Handed,
    received: Received,
    file_name: str,
    address: str,
    now: datetime,
) -> Receipt:
    asked = {handed.period, *(answer.period for answer in received.taken)}
    opened = periods.periods_of_plans(session, handed.plan_ids)
    report_by = min((period.report_by for period in opened if period.key in asked), default=None)
    return Receipt(
        head=letterhead(rules, address, handed.team or rules.entity, _reference(session, rules, handed)),
        number=received.number,
        received_at=rules.window.local(now),
        file_name=file_name,
        team=handed.team,
        taken=tuple(taken_line(each.line, each.period, each.value) for each in received.taken),
        not_taken=_not_taken(received, file_name),
        pending=received.pending,
        due_on=report_by if received.pending else None,
    )


def taken_line(line: Line, period: str, value: Decimal) -> TakenLine:
    """An answer as its receipt repeats it: whose, and the figure as it was understood."""
    return TakenLine(line.number, line.label, period, figure(value, line), target_words(line))


def _reference(session: Session, rules: Rules, handed: Handed) -> str | None:
    """Of the correspondence with a team; a stranger has none."""
    return None if handed.team_id is None else reference_for(session, rules, handed.team_id, handed.period)


def _not_taken(received: Received, file_name: str) -> tuple[NotTaken, ...]:
    if received.refused:
        return (NotTaken(file_name, None, received.refused),)
    return tuple(NotTaken(p.raw or "sin dato", p.cell, p.message) for p in received.problems)
