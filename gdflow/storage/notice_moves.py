"""The statements by which a notice moves through the outbox, each made once; `outbox` says when they run.

A sender runs several of them for every mail, and to put a statement together takes longer than to run it.
"""

from sqlalchemy import bindparam, case, exists, func, select, text, update

from gdflow.domain.outbox import NoticeState
from gdflow.storage.tables import attempt, notice, notice_reminder, obligation, reminder
from gdflow.storage.tables.outbox import LEASED as LEASED_WORDS
from gdflow.storage.tables.outbox import SENDABLE as SENDABLE_WORDS

SENDABLE, LEASED = text(SENDABLE_WORDS), text(LEASED_WORDS)
UNLEASED = {"lease_owner": None, "lease_until": None}
LEASE = (
    *("id", "entity_id", "key", "channel", "purpose", "sender", "address", "subject", "message_id", "data"),
    "tries",
)
THIS, HELD = notice.c.id == bindparam("of_notice"), notice.c.lease_owner == bindparam("of_owner")
TRIED = exists().where(attempt.c.notice_id == notice.c.id, attempt.c.state.is_(None))
"""A try of the notice was begun and has not ended."""

BY_KEY = select(notice.c.id).where(notice.c.entity_id == bindparam("of_entity"), notice.c.key == bindparam("of_key"))
CARRY = (
    update(reminder)
    .where(reminder.c.id.in_(bindparam("carried", expanding=True)), reminder.c.waiting)
    .values(waiting=False)
)
END_LEASES = (
    update(notice)
    .where(LEASED, notice.c.lease_until <= bindparam("now"))
    .values({"state": case((TRIED, NoticeState.IN_DOUBT), else_=NoticeState.QUEUED)} | UNLEASED)
)
_DUE = select(notice.c.id).where(SENDABLE, notice.c.not_before <= bindparam("now"))
_FIRST = _DUE.order_by(notice.c.not_before, notice.c.id).limit(1).with_for_update(skip_locked=True)
_FIRST_OF_PURPOSE = _FIRST.where(notice.c.purpose == bindparam("of_purpose"))
_CLAIM = (
    update(notice)
    # The state is asked again outside: the row may have been taken between the two.
    .where(SENDABLE)
    .values(state=NoticeState.SENDING, lease_owner=bindparam("owner"), lease_until=bindparam("until"))
    .returning(*(notice.c[name] for name in LEASE))
)
CLAIM = _CLAIM.where(notice.c.id == _FIRST.scalar_subquery())
CLAIM_OF_PURPOSE = _CLAIM.where(notice.c.id == _FIRST_OF_PURPOSE.scalar_subquery())
STILL_OWED = (
    select(obligation.c.done_on)
    .join_from(notice_reminder, reminder, reminder.c.id == notice_reminder.c.reminder_id)
    .join(obligation, obligation.c.id == reminder.c.obligation_id)
    .where(notice_reminder.c.notice_id == bindparam("of_notice"))
)
BEGIN = update(notice).where(THIS, LEASED, HELD, ~TRIED).values(tries=notice.c.tries + 1).returning(notice.c.entity_id)
END_TRY = (
    update(attempt)
    .where(attempt.c.id == bindparam("of_attempt"), attempt.c.notice_id == bindparam("of_notice"))
    .where(attempt.c.state.is_(None))
    .values({name: bindparam(f"new_{name}") for name in ("state", "code", "text", "ended_at")})
)
SETTLE = (
    update(notice)
    .where(THIS, LEASED, HELD)
    .values({name: bindparam(f"new_{name}") for name in ("state", "code", "text")} | UNLEASED)
    # What is not stated stays.
    .values(
        {
            name: func.coalesce(bindparam(f"new_{name}", type_=notice.c[name].type), notice.c[name])
            for name in ("not_before", "settled_at")
        }
    )
)
