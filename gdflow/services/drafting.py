"""A mail as the outbox keeps it: under its own key, with bytes that never change, and the moment it may leave."""

import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.digest import Letterhead, Purpose
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.outbox import Priority
from gdflow.domain.rules import Rules
from gdflow.storage.correspondence import Place, references_of
from gdflow.storage.engine import Session

REFERENCE_BYTES = 8

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment
    from gdflow.channels.render import Rendered


def letterhead(rules: Rules, address: str, topic: str, reference: str | None = None) -> Letterhead:
    """The head of a mail of this entity to an address; reference: of the correspondence to which an answer belongs."""
    contact = rules.coordinator or rules.sender
    reply_to = rules.replies.to(reference) if rules.replies and reference else contact
    return Letterhead(rules.entity, _short(topic), address, None, reply_to, contact, reference)


def reference_for(session: Session, rules: Rules, team_id: int | None, period: str | None) -> str:
    """The reference of what is written to a team about a period: the same in each mail, drawn for the first."""
    return references_for(session, rules, [(team_id, period)])[team_id, period]


def references_for(session: Session, rules: Rules, places: Iterable[Place]) -> dict[Place, str]:
    """The same of many teams and periods at once."""
    return references_of(session, rules.entity_id, places, draw=_drawn)


def _drawn() -> str:
    return keys.correspondence_reference(secrets.token_bytes(REFERENCE_BYTES))


def _short(name: str) -> str:
    """A team's name without the word that says it is one: it stands in the brackets of a subject."""
    return re.sub(r"^(equipo|grupo)( de)? (?=\S)", "", name, flags=re.IGNORECASE)


def mail_draft(
    rules: Rules,
    rendered: "Rendered",
    *,
    address: str,
    purpose: Purpose,
    leaves: datetime,
    at: datetime,
    about: str | None = None,
    reply_to: str | None = None,
    priority: Priority = Priority.ORDINARY,
    team_id: int | None = None,
    references: str | None = None,
    attachments: "Sequence[Attachment]" = (),
    reminder_ids: tuple[int, ...] = (),
) -> NoticeDraft:
    """A notice that may leave from `leaves` on; its day is the day on which it leaves.

    about: tells apart several mails of one purpose to one address on one day. reply_to: the coordinator unless said.
    """
    from gdflow.channels.address import Mailbox
    from gdflow.channels.mail import build_mail

    day = rules.today(leaves)
    purposes = f"{purpose}:{about}" if about else purpose.value
    key = keys.notice_key(rules.entity_id, address.casefold(), day, "email", purposes)
    message_id = keys.message_id(key, rules.mail_domain)
    data = build_mail(
        rendered,
        message_id=message_id,
        sender=Mailbox(rules.sender, rules.entity),
        recipient=Mailbox(address),
        date=rules.window.local(leaves),
        reply_to=Mailbox(reply_to or rules.coordinator or rules.sender),
        references=references,
        attachments=attachments,
    )
    return NoticeDraft(
        entity_id=rules.entity_id,
        key=key,
        day=day,
        channel="email",
        purpose=purpose.value,
        sender=rules.sender,
        address=address,
        subject=rendered.subject,
        message_id=message_id,
        data=data,
        not_before=leaves,
        at=at,
        team_id=team_id,
        reminder_ids=reminder_ids,
        priority=priority,
    )
