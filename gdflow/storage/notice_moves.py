"""The statements by which a notice moves through the outbox, each made once; `outbox` says when they run.

A sender runs several of them for every mail, and to put a statement together takes longer than to run it.
"""

from typing import Any

from sqlalchemy import Select, bindparam, case, exists, func, literal_column, select, text, update

from gdflow.domain.outbox import NoticeState, Priority
from gdflow.storage.tables import attempt, notice, notice_reminder, obligation, reminder
from gdflow.storage.tables.outbox import LEASED as LEASED_WORDS
from gdflow.storage.tables.outbox import SENDABLE as SENDABLE_WORDS
from gdflow.storage.tables.outbox import TROUBLED as TROUBLED_WORDS

SENDABLE, LEASED, TROUBLED = text(SENDABLE_WORDS), text(LEASED_WORDS), text(f"notice.{TROUBLED_WORDS}")
UNLEASED = {"lease_owner": None, "lease_until": None}
LEASE = (
    *("id", "entity_id", "key", "channel", "purpose", "sender", "address", "subject", "message_id", "data"),
    "tries",
)
THIS, HELD = notice.c.id == bindparam("of_notice"), notice.c.lease_owner == bindparam("of_owner")
TRIED = exists().where(attempt.c.notice_id == notice.c.id, attempt.c.state.is_(None))
"""A try of the notice was begun and has not ended."""

CARRY = (
    update(reminder)
    .where(reminder.c.id.in_(bindparam("of_reminders", expanding=True)), reminder.c.waiting)
    .values(waiting=False)
)
"""Reminders that are in a mail wait no more."""
# Rows that another sender is writing are left to it: two that end leases at once would wait for each other.
_LAPSED = select(notice.c.id).where(LEASED, notice.c.lease_until <= bindparam("now")).with_for_update(skip_locked=True)
END_LEASES = (
    update(notice)
    .where(notice.c.id.in_(_LAPSED), LEASED)
    .values({"state": case((TRIED, NoticeState.IN_DOUBT), else_=NoticeState.QUEUED)} | UNLEASED)
)


def _first(priority: Priority) -> Select[Any]:
    """The notice of a priority that has been due longest: each is one seek in the index of what may be sent."""
    return (
        select(notice.c.id)
        .where(SENDABLE, notice.c.entity_id == bindparam("of_entity"), notice.c.channel == bindparam("of_channel"))
        .where(notice.c.priority == literal_column(str(priority.value)), notice.c.not_before <= bindparam("now"))
        .order_by(notice.c.not_before, notice.c.id)
        .limit(1)
    )


def _of_purpose(found: Select[Any]) -> Select[Any]:
    return found.where(notice.c.purpose == bindparam("of_purpose"))


_FIRST = [_first(priority) for priority in Priority]
_FIRST_OF_PURPOSE = [_of_purpose(found) for found in _FIRST]
WAITS = select(func.coalesce(*(found.scalar_subquery() for found in _FIRST)))
WAITS_OF_PURPOSE = select(func.coalesce(*(found.scalar_subquery() for found in _FIRST_OF_PURPOSE)))
_CLAIM = (
    update(notice)
    # The state is asked again outside: the row may have been taken between the two.
    .where(SENDABLE)
    .values(state=NoticeState.SENDING, lease_owner=bindparam("owner"), lease_until=bindparam("until"))
    .returning(*(notice.c[name] for name in LEASE))
)


def _claim(firsts: list[Select[Any]]) -> Any:
    found = [first.with_for_update(skip_locked=True).scalar_subquery() for first in firsts]
    return _CLAIM.where(notice.c.id == func.coalesce(*found))


CLAIM, CLAIM_OF_PURPOSE = _claim(_FIRST), _claim(_FIRST_OF_PURPOSE)
STILL_OWED = (
    select(obligation.c.done_on)
    .join_from(notice_reminder, reminder, reminder.c.id == notice_reminder.c.reminder_id)
    .join(obligation, obligation.c.id == reminder.c.obligation_id)
    .where(notice_reminder.c.notice_id == bindparam("of_notice"))
)
BEGIN = (
    update(notice)
    .where(THIS, LEASED, HELD, ~TRIED)
    .values(tries=notice.c.tries + 1)
    .returning(notice.c.entity_id, notice.c.channel)
)
_ENDED = bindparam("new_ended_at", type_=attempt.c.ended_at.type)
END_TRY = (
    update(attempt)
    .where(attempt.c.id == bindparam("of_attempt"), attempt.c.notice_id == bindparam("of_notice"))
    .where(attempt.c.state.is_(None))
    .values({name: bindparam(f"new_{name}") for name in ("state", "code", "text")})
    # A clock that was set back meanwhile must not lose the answer.
    .values(ended_at=case((attempt.c.started_at > _ENDED, attempt.c.started_at), else_=_ENDED))
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
DECIDE = update(notice).where(THIS, notice.c.state == NoticeState.IN_DOUBT)
COME_BACK = update(notice).where(THIS, notice.c.state.in_((NoticeState.SENT, NoticeState.IN_DOUBT)))
# A try that never answered ends with the doubt: were it left open, the next lease to run out would blame it again.
END_UNANSWERED = update(attempt).where(attempt.c.notice_id == bindparam("of_notice"), attempt.c.state.is_(None))
DOUBTFUL = (
    select(
        notice.c.id,
        notice.c.message_id,
        notice.c.address,
        func.max(func.coalesce(attempt.c.ended_at, attempt.c.started_at)),
        func.count() > func.count(attempt.c.ended_at),
    )
    .join(attempt, attempt.c.notice_id == notice.c.id)
    .where(notice.c.entity_id == bindparam("of_entity"), notice.c.channel == bindparam("of_channel"))
    .where(TROUBLED, notice.c.state == NoticeState.IN_DOUBT)
    .group_by(notice.c.id, notice.c.message_id, notice.c.address)
    .order_by(notice.c.id)
)
