"""Beside the mails: one message a day to each chat channel, about all lines of the teams that read it.

A chat message is a nudge. It carries the reminders that a mail of the day carries, so it never goes out alone, and it
settles nothing: what becomes of a reminder is what became of its mails.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.digest import Digest, Purpose
from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.outbox import Priority
from gdflow.domain.people import Audience, Team
from gdflow.domain.rules import Chat, Rules
from gdflow.domain.texts import folded
from gdflow.services.digest_batch import place_of
from gdflow.services.digest_mail import digest_for_chat
from gdflow.services.digest_parts import Parts
from gdflow.services.drafting import references_for
from gdflow.storage.engine import Session


def chat_drafts(
    session: Session,
    rules: Rules,
    mailed: Iterable[NoticeDraft],
    reminders: Iterable[Reminder],
    parts: Parts,
    *,
    leaves: datetime,
    now: datetime,
) -> list[NoticeDraft]:
    """The messages to the chat channels that the teams of these mails read. reminders: those that the mails carry."""
    urgent = {key for draft in mailed if draft.priority is Priority.URGENT for key in draft.reminder_ids}
    own = [each for each in reminders if each.audience is Audience.TEAM and each.team_id is not None]
    batches = [(chat, batch) for chat in rules.chats if (batch := _read_by(chat, own, parts.teams))]
    parts = replace(parts, references=references_for(session, rules, [place_of(batch) for _, batch in batches]))
    drafts = []
    for chat, batch in batches:
        digest = digest_for_chat(rules, chat.name, batch, parts, leaves=leaves)
        priority = Priority.URGENT if urgent.intersection(each.id for each in batch) else Priority.ORDINARY
        drafts.append(_draft(rules, chat, digest, batch, priority, leaves, now))
    return drafts


def _read_by(chat: Chat, own: Iterable[Reminder], teams: Mapping[int, Team]) -> list[Reminder]:
    return [each for each in own if each.team_id is not None and _reads(teams[each.team_id], chat)]


def _reads(team: Team, chat: Chat) -> bool:
    return not chat.teams or folded(team.name) in {folded(name) for name in chat.teams}


def _draft(
    rules: Rules,
    chat: Chat,
    digest: Digest,
    batch: Sequence[Reminder],
    priority: Priority,
    leaves: datetime,
    now: datetime,
) -> NoticeDraft:
    from gdflow.channels.card import digest_card
    from gdflow.channels.chat import chat_text
    from gdflow.channels.subject import subject

    day, purpose = rules.today(leaves), Purpose.DIGEST.value
    key = keys.notice_key(rules.entity_id, chat.name, day, chat.channel, purpose)
    worded = digest_card if chat.kind == "msteams" else chat_text
    return NoticeDraft(
        entity_id=rules.entity_id,
        key=key,
        day=day,
        channel=chat.channel,
        purpose=purpose,
        sender=rules.sender,
        address=chat.name,
        subject=subject(digest, today=day),
        message_id=keys.message_id(key, rules.mail_domain),
        data=worded(digest, today=day),
        not_before=leaves,
        at=now,
        reminder_ids=tuple(each.id for each in batch),
        priority=priority,
    )
