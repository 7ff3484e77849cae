"""The outbox: a notice is kept before it is sent, leased to one sender, and every try is written before its socket.

A lease that runs out with a try open leaves the notice in doubt: it may have arrived, so a person decides. One that
runs out before any try leaves it queued again.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from operator import attrgetter

from sqlalchemy import update
from sqlmodel import Session

from gdflow.domain.errors import ConflictError
from gdflow.domain.notices import ClaimedNotice, Doubtful, NoticeDraft, Outcome
from gdflow.domain.outbox import DECISIONS, EMAIL, TRANSITIONS, NoticeEvent, NoticeState
from gdflow.storage import notice_moves as moves
from gdflow.storage.engine import execute, insert_one, insert_rows
from gdflow.storage.keyed_rows import insert_keyed
from gdflow.storage.notice_board import accounting, noticed_today, notices_of, pending
from gdflow.storage.notice_moves import TRIED, UNLEASED
from gdflow.storage.tables import attempt, notice, notice_reminder

__all__ = [
    "accounting",
    "bounce",
    "claim_next",
    "doubtful",
    "end_leases",
    "enqueue",
    "enqueue_all",
    "noticed_today",
    "notices_of",
    "open_attempt",
    "pending",
    "resolve",
    "settle",
    "still_owed",
    "suppress_notice",
    "waits",
]
KEPT = (
    *("entity_id", "key", "day", "channel", "purpose", "team_id", "sender", "address", "subject", "message_id"),
    *("data", "not_before", "priority"),
)
ROW = ("state", "tries", "created_at", *KEPT)
CARRIED = ("entity_id", "notice_id", "reminder_id")
_kept = attrgetter(*KEPT)
BATCH = 10_000
"""Ids in one statement: SQLite takes at most 32,766 values."""
ENDED = frozenset({NoticeState.SENT, NoticeState.HANDED_OVER, NoticeState.REFUSED, NoticeState.SUPPRESSED})


def enqueue(session: Session, draft: NoticeDraft) -> int | None:
    """Keep a notice with the reminders that it carries and return its id; None when its key is known.

    The reminders of a draft whose key is known go on waiting: they are not in the notice that was kept. So do those
    that only a chat message carries: they are owed a mail.
    """
    return enqueue_all(session, [draft]).get(draft.key)


def enqueue_all(session: Session, drafts: Sequence[NoticeDraft]) -> dict[str, int]:
    """The same for many of one entity at the price of one: the ids of those that were kept, by their keys.

    Of several with one key the first is kept.
    """
    rows = [dict(zip(ROW, (NoticeState.QUEUED, 0, each.at, *_kept(each)), strict=True)) for each in drafts]
    ids, by_key = insert_keyed(session, notice, "key", rows, skip=True), {each.key: each for each in reversed(drafts)}
    kept = [by_key[key] for key in ids]
    carried = [(each.entity_id, ids[each.key], reminder) for each in kept for reminder in each.reminder_ids]
    insert_rows(session, notice_reminder, CARRIED, carried)
    mailed = sorted({reminder for each in kept if each.channel == EMAIL for reminder in each.reminder_ids})
    for start in range(0, len(mailed), BATCH):
        execute(session, moves.CARRY, {"of_reminders": mailed[start : start + BATCH]})
    return ids


def claim_next(
    session: Session,
    *,
    entity_id: int,
    channel: str,
    now: datetime,
    owner: str,
    lease: timedelta,
    purpose: str | None = None,
) -> ClaimedNotice | None:
    """Lease the first notice of a channel that may leave now to this owner, or answer None when none may.

    First is what is urgent, then what has been due longest. owner: unique to the running sender. purpose: only notices
    of this purpose may leave.
    """
    its = _which(entity_id, channel, purpose) | {"now": now, "owner": owner, "until": now + lease}
    claim = moves.CLAIM if purpose is None else moves.CLAIM_OF_PURPOSE
    row = execute(session, claim, its).first()
    if row is None and end_leases(session, now):
        row = execute(session, claim, its).first()
    return None if row is None else ClaimedNotice(*row)


def end_leases(session: Session, now: datetime) -> int:
    """Take back the notices whose lease has run out, and return how many: in doubt if a try was open, else queued."""
    return execute(session, moves.END_LEASES, {"now": now}).rowcount


def waits(session: Session, *, entity_id: int, channel: str, now: datetime, purpose: str | None = None) -> bool:
    """Whether claim_next would find a notice."""
    end_leases(session, now)
    its = _which(entity_id, channel, purpose) | {"now": now}
    return execute(session, moves.WAITS if purpose is None else moves.WAITS_OF_PURPOSE, its).scalar() is not None


def _which(entity_id: int, channel: str, purpose: str | None) -> dict[str, object]:
    its: dict[str, object] = {"of_entity": entity_id, "of_channel": channel}
    return its if purpose is None else its | {"of_purpose": purpose}


def open_attempt(session: Session, notice_id: int, owner: str, at: datetime) -> int:
    """Write down that a try begins; commit before the socket opens. Raises ConflictError("lease_lost")."""
    begun = execute(session, moves.BEGIN, {"of_notice": notice_id, "of_owner": owner}).one_or_none()
    if begun is None:
        raise ConflictError("lease_lost", notice=notice_id, owner=owner)
    entity_id, channel = begun
    row = {"entity_id": entity_id, "notice_id": notice_id, "channel": channel, "owner": owner, "started_at": at}
    return insert_one(session, attempt, row)


def settle(session: Session, notice_id: int, attempt_id: int, owner: str, outcome: Outcome, at: datetime) -> bool:
    """Write down how a try ended; False when the notice is no longer this owner's.

    A late answer is kept with its try, as evidence for whoever decides about a notice in doubt.
    """
    answer = {"new_state": outcome.state, "new_code": outcome.code, "new_text": outcome.text}
    its = {"of_attempt": attempt_id, "of_notice": notice_id, "new_ended_at": at}
    if execute(session, moves.END_TRY, answer | its).rowcount != 1:
        return False
    times = {"new_not_before": outcome.not_before, "new_settled_at": at if outcome.state in ENDED else None}
    held = {"of_notice": notice_id, "of_owner": owner}
    return execute(session, moves.SETTLE, answer | times | held).rowcount == 1


def still_owed(session: Session, notice_id: int) -> bool:
    """Whether something of which the notice speaks is still open; always so for one that carries no reminder."""
    ends = execute(session, moves.STILL_OWED, {"of_notice": notice_id}).scalars().all()
    return not ends or None in ends


def suppress_notice(session: Session, notice_id: int, reason: str, at: datetime) -> None:
    """Let a notice be that was not sent. Raises ConflictError("notice_state") once a try may have sent it."""
    before = [state for state, arrows in TRANSITIONS.items() if NoticeEvent.SUPPRESS in arrows and state not in DOUBT]
    unsent = notice.c.id == notice_id, notice.c.state.in_(before), ~TRIED
    change = {"state": NoticeState.SUPPRESSED, "text": reason, "settled_at": at} | UNLEASED
    if execute(session, update(notice).where(*unsent).values(change)).rowcount != 1:
        raise ConflictError("notice_state", notice=notice_id, state=NoticeState.SUPPRESSED.label)


DOUBT = (NoticeState.IN_DOUBT,)


def resolve(session: Session, notice_id: int, state: NoticeState, at: datetime, actor: str) -> None:
    """A person decides about a notice in doubt: it arrived, it goes out again, or it is let be.

    Raises ConflictError("notice_state") for another notice or another state.
    """
    change: dict[str, object] = {"state": state, "resolved_by": actor}
    change |= {"not_before": at} if state is NoticeState.QUEUED else {"settled_at": at}
    its = {"of_notice": notice_id}
    if state not in DECISIONS or execute(session, moves.DECIDE, its | change).rowcount != 1:
        raise ConflictError("notice_state", notice=notice_id, state=state.label)
    _end_unanswered(session, notice_id, at)


def bounce(session: Session, notice_id: int, code: str | None, text: str | None, at: datetime) -> bool:
    """A notice that was sent, or may have been, came back: it is refused; False for any other, as one known to be."""
    change = {"state": NoticeState.REFUSED, "code": code, "text": text, "settled_at": at}
    if execute(session, moves.COME_BACK, {"of_notice": notice_id} | change).rowcount != 1:
        return False
    _end_unanswered(session, notice_id, at)
    return True


def doubtful(session: Session, entity_id: int, channel: str) -> tuple[Doubtful, ...]:
    """The notices of a channel that are in doubt, oldest first."""
    found = execute(session, moves.DOUBTFUL, {"of_entity": entity_id, "of_channel": channel})
    return tuple(Doubtful(*row) for row in found)


def _end_unanswered(session: Session, notice_id: int, at: datetime) -> None:
    its = {"of_notice": notice_id, "state": NoticeState.IN_DOUBT, "ended_at": at}
    execute(session, moves.END_UNANSWERED, its)
