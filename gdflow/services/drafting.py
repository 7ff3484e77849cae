"""A mail as the outbox keeps it: under its own key, with bytes that never change, and the moment it may leave."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.digest import Letterhead, Purpose
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.rules import Rules

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment
    from gdflow.channels.render import Rendered


def letterhead(rules: Rules, address: str, topic: str) -> Letterhead:
    """The head of a mail of this entity to an address."""
    contact = rules.coordinator or rules.sender
    return Letterhead(rules.entity, _short(topic), address, None, contact, contact)


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
    team_id: int | None = None,
    references: str | None = None,
    attachments: "Sequence[Attachment]" = (),
    reminder_ids: tuple[int, ...] = (),
) -> NoticeDraft:
    """A notice that may leave from `leaves` on; its day is the day on which it leaves.

    about: tells apart several mails of one purpose to one address on one day.
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
        reply_to=Mailbox(rules.coordinator or rules.sender),
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
    )
