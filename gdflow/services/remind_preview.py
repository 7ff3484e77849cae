"""The very mails that "remind now" would write: the scan lived in a rehearsal, so that they are read before they leave.

The session must not be committed. Links are left out of the texts: those of a rehearsal open nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from hashlib import sha256

from gdflow.domain.notices import NoticeDraft
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.remind import scan
from gdflow.storage import notice_board
from gdflow.storage.engine import Session

LINK = re.compile(r"(?<=/r/)[A-Za-z0-9_-]+")
UNSEEN = "…"


@dataclass(frozen=True, slots=True)
class PreviewMail:
    """A message that would leave. text: what it says; files: names of what hangs on it."""

    channel: str
    address: str
    subject: str
    text: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemindPreview:
    """What would happen. closed_because: why nothing is written today. leaves: from when on mails may leave.

    waiting: messages that rest in the outbox already and leave with them. mark: the same for the same messages.
    """

    closed_because: str | None
    in_hours: bool
    leaves: datetime
    mails: tuple[PreviewMail, ...]
    chats: tuple[PreviewMail, ...]
    waiting: int
    unreachable: tuple[Team, ...]
    mark: str


def remind_preview(session: Session, rules: Rules, *, now: datetime) -> RemindPreview:
    """What "remind now" would write at a moment, and when it would leave."""
    waiting = sum(count for count, _ in notice_board.pending(session, rules.entity_id).values())
    report = scan(session, rules, now=now)
    composed = report.composed
    drafts = (*composed.notices, *composed.chats)
    return RemindPreview(
        closed_because=report.closed_because,
        in_hours=rules.window.is_open(now, rules.calendar),
        leaves=rules.window.next_moment(now, rules.calendar),
        mails=tuple(map(_mail, composed.notices)),
        chats=tuple(PreviewMail(each.channel, each.address, each.subject, "", ()) for each in composed.chats),
        waiting=waiting,
        unreachable=composed.unreachable,
        mark=_mark(drafts),
    )


def _mail(draft: NoticeDraft) -> PreviewMail:
    mail = message_from_bytes(draft.data, policy=policy.default)
    body = mail.get_body(("plain",))
    text = str(body.get_content()).strip() if body else ""
    files = tuple(part.get_filename() or "" for part in mail.iter_attachments())
    return PreviewMail(draft.channel, draft.address, draft.subject, LINK.sub(UNSEEN, text), tuple(filter(None, files)))


def _mark(drafts: Iterable[NoticeDraft]) -> str:
    """By keys and subjects, not by bytes: what is random in a mail is another in each rehearsal."""
    said = "\n".join(sorted(f"{each.key} {each.subject}" for each in drafts))
    return sha256(said.encode()).hexdigest()[:16]
