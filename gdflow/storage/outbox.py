"""The outbox: a notice is kept before it is sent, leased to one sender, and every try is written before its socket.

A lease that runs out with a try open leaves the notice in doubt: it may have arrived, so a person decides. One that
runs out before any try leaves it queued again.
"""

from datetime import datetime, timedelta

from sqlalchemy import Exists, ScalarSelect, case, exists, insert, select, update
from sqlmodel import Session

from gdflow.domain.errors import ConflictError
from gdflow.domain.notices import ClaimedNotice, NoticeDraft, Outcome
from gdflow.domain.outbox import TRANSITIONS, NoticeEvent, NoticeState
from gdflow.storage.engine import execute, insert_one, insert_or_skip
from gdflow.storage.notice_board import accounting, noticed_today, notices_of
from gdflow.storage.tables import attempt, notice, notice_reminder, obligation, reminder
from gdflow.storage.tables.outbox import LEASED, SENDABLE

__all__ = [
    "accounting",
    "claim_next",
    "enqueue",
    "noticed_today",
    "notices_of",
    "open_attempt",
    "resolve",
    "settle",
    "still_owed",
    "suppress_notice",
]
KEPT = (
    *("entity_id", "key", "day", "channel", "purpose", "team_id", "sender", "address", "subject", "message_id"),
    *("data", "not_before"),
)
FRESH = {"state": NoticeState.QUEUED, "tries": 0}
UNLEASED = {"lease_owner": None, "lease_until": None}
CLAIMED = (
    "id",
    "entity_id",
    "key",
    "channel",
    "purpose",
    "sender",
    "address",
    "subject",
    "message_id",
    "data",
    "tries",
)
DECIDED = frozenset(TRANSITIONS[NoticeState.IN_DOUBT].values())
ENDED = frozenset({NoticeState.SENT, NoticeState.REFUSED, NoticeState.SUPPRESSED})


def enqueue(session: Session, draft: NoticeDraft) -> int | None:
    """Keep a notice with the reminders that it carries and return its id; None when its key is known.

    The reminders of a draft whose key is known go on waiting: they are not in the notice that was kept.
    """
    row = {name: getattr(draft, name) for name in KEPT} | FRESH | {"created_at": draft.at}
    if execute(session, insert_or_skip(session, notice), row).rowcount != 1:
        return None
    own = notice.c.entity_id == draft.entity_id, notice.c.key == draft.key
    notice_id = int(execute(session, select(notice.c.id).where(*own)).scalar_one())
    if draft.reminder_ids:
        owner = {"entity_id": draft.entity_id, "notice_id": notice_id}
        execute(session, insert(notice_reminder), [owner | {"reminder_id": key} for key in draft.reminder_ids])
        carried = reminder.c.id.in_(draft.reminder_ids)
        execute(session, update(reminder).where(carried, reminder.c.waiting).values(waiting=False))
    return notice_id


def claim_next(
    session: Session, *, now: datetime, owner: str, lease: timedelta, purpose: str | None = None
) -> ClaimedNotice | None:
    """Lease the notice that has been due longest to this owner, or answer None when nothing may leave now.

    owner: unique to the running sender. purpose: only notices of this purpose may leave.
    """
    _end_leases(session, now)
    mine = {"state": NoticeState.SENDING, "lease_owner": owner, "lease_until": now + lease}
    # The state is asked again outside: the row may have been taken between the two.
    due = update(notice).where(notice.c.id == _longest_due(now, purpose), SENDABLE).values(mine)
    row = execute(session, due.returning(*(notice.c[name] for name in CLAIMED))).first()
    return None if row is None else ClaimedNotice(*row)


def open_attempt(session: Session, notice_id: int, owner: str, at: datetime) -> int:
    """Write down that a try begins; commit before the socket opens. Raises ConflictError("lease_lost")."""
    held = notice.c.id == notice_id, LEASED, notice.c.lease_owner == owner, ~_open_attempt()
    begun = update(notice).where(*held).values(tries=notice.c.tries + 1).returning(notice.c.entity_id)
    entity_id = execute(session, begun).scalar()
    if entity_id is None:
        raise ConflictError("lease_lost", notice=notice_id, owner=owner)
    row = {"entity_id": entity_id, "notice_id": notice_id, "owner": owner, "started_at": at}
    return insert_one(session, insert(attempt), row)


def settle(session: Session, notice_id: int, attempt_id: int, owner: str, outcome: Outcome, at: datetime) -> bool:
    """Write down how a try ended; False when the notice is no longer this owner's.

    A late answer is kept with its try, as evidence for whoever decides about a notice in doubt.
    """
    answer = {"state": outcome.state, "code": outcome.code, "text": outcome.text}
    own = attempt.c.id == attempt_id, attempt.c.notice_id == notice_id, attempt.c.state.is_(None)
    if execute(session, update(attempt).where(*own).values(**answer, ended_at=at)).rowcount != 1:
        return False
    change = answer | UNLEASED | ({"settled_at": at} if outcome.state in ENDED else {})
    if outcome.not_before is not None:
        change["not_before"] = outcome.not_before
    held = notice.c.id == notice_id, LEASED, notice.c.lease_owner == owner
    return execute(session, update(notice).where(*held).values(change)).rowcount == 1


def still_owed(session: Session, notice_id: int) -> bool:
    """Whether something of which the notice speaks is still open; always so for one that carries no reminder."""
    carried = select(obligation.c.done_on).where(notice_reminder.c.notice_id == notice_id)
    carried = carried.join_from(notice_reminder, reminder, reminder.c.id == notice_reminder.c.reminder_id)
    carried = carried.join(obligation, obligation.c.id == reminder.c.obligation_id)
    ends = execute(session, carried).scalars().all()
    return not ends or None in ends


def suppress_notice(session: Session, notice_id: int, reason: str, at: datetime) -> None:
    """Let a notice be that was not sent. Raises ConflictError("notice_state") once a try may have sent it."""
    before = [state for state, arrows in TRANSITIONS.items() if NoticeEvent.SUPPRESS in arrows and state not in DOUBT]
    unsent = notice.c.id == notice_id, notice.c.state.in_(before), ~_open_attempt()
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
    doubtful = notice.c.id == notice_id, notice.c.state.in_(DOUBT)
    if state not in DECIDED or execute(session, update(notice).where(*doubtful).values(change)).rowcount != 1:
        raise ConflictError("notice_state", notice=notice_id, state=state.label)
    # A try that never answered ends here: were it left open, the next lease to run out would blame it again.
    unanswered = attempt.c.notice_id == notice_id, attempt.c.state.is_(None)
    execute(session, update(attempt).where(*unanswered).values(state=NoticeState.IN_DOUBT, ended_at=at))


def _end_leases(session: Session, now: datetime) -> None:
    after = case((_open_attempt(), NoticeState.IN_DOUBT), else_=NoticeState.QUEUED)
    ended = update(notice).where(LEASED, notice.c.lease_until <= now)
    execute(session, ended.values({"state": after} | UNLEASED))


def _open_attempt() -> Exists:
    return exists().where(attempt.c.notice_id == notice.c.id, attempt.c.state.is_(None))


def _longest_due(now: datetime, purpose: str | None) -> ScalarSelect[int]:
    due = select(notice.c.id).where(SENDABLE, notice.c.not_before <= now)
    if purpose is not None:
        due = due.where(notice.c.purpose == purpose)
    first = due.order_by(notice.c.not_before, notice.c.id).limit(1)
    return first.with_for_update(skip_locked=True).scalar_subquery()
