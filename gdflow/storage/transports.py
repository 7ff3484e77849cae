"""How each channel fares: whether it rests after a failure, and when the tries of late ended, which its limits ask."""

from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import bindparam, or_, select, update

from gdflow.domain.outbox import NoticeState
from gdflow.domain.pace import DAY, MINUTE, Standing, free_from
from gdflow.storage.engine import Session, execute, insert_or_skip
from gdflow.storage.tables import attempt, transport

THIS = transport.c.entity_id == bindparam("of_entity"), transport.c.channel == bindparam("of_channel")
STANDING = (
    select(transport.c.failures, transport.c.paused_until, transport.c.code, transport.c.text)
    .where(*THIS)
    .with_for_update()
)
STANDINGS = (
    select(*(transport.c[name] for name in ("channel", "failures", "paused_until", "code", "text")))
    .where(THIS[0])
    .order_by(transport.c.channel)
)
KEEP = update(transport).where(*THIS)
SKEW = timedelta(minutes=1)
"""How far another sender's clock may be ahead; what is later still was written under a clock that was wrong."""

_OF_LATE = (
    attempt.c.entity_id == bindparam("of_entity"),
    attempt.c.channel == bindparam("of_channel"),
    attempt.c.started_at > bindparam("begun", type_=attempt.c.started_at.type),
    attempt.c.started_at < bindparam("soon", type_=attempt.c.started_at.type),
)
LATELY = select(attempt.c.ended_at).where(
    *_OF_LATE,
    or_(attempt.c.ended_at.is_(None), attempt.c.ended_at > bindparam("since", type_=attempt.c.ended_at.type)),
)
# What was put off was not taken, so it is no part of a day's ration.
TAKEN = LATELY.where(or_(attempt.c.state.is_(None), attempt.c.state != NoticeState.RETRY))
# Of the index alone: it counts what was put off too, so what it denies is so.
MAY_BE_FULL = (
    select(attempt.c.started_at)
    .where(*_OF_LATE)
    .order_by(attempt.c.started_at.desc())
    .offset(bindparam("before"))
    .limit(1)
)


def hold_standing(session: Session, entity_id: int, channel: str) -> Standing:
    """How a channel fares; until the commit no other sender of it claims, so what is counted meanwhile stays true."""
    its = {"of_entity": entity_id, "of_channel": channel}
    known = execute(session, STANDING, its).one_or_none()
    if known is None:
        row = {"entity_id": entity_id, "channel": channel, "failures": 0}
        execute(session, insert_or_skip(session, transport), row)
        known = execute(session, STANDING, its).one()
    return Standing(*known)


def standings(session: Session, entity_id: int) -> dict[str, Standing]:
    """How each channel fares by which something was ever sent."""
    found = execute(session, STANDINGS, {"of_entity": entity_id})
    return {channel: Standing(*known) for channel, *known in found}


def keep_standing(session: Session, entity_id: int, channel: str, standing: Standing) -> None:
    """Write down how a channel fares, under hold_standing."""
    execute(session, KEEP, {"of_entity": entity_id, "of_channel": channel} | asdict(standing))


def minute_free(
    session: Session, entity_id: int, channel: str, most: int, *, now: datetime, lease: timedelta
) -> datetime | None:
    """When a message may begin so that no minute sees more than `most`, under hold_standing; None: at once.

    lease: how long a try may stay open; one that is open longer belongs to a sender that died.
    """
    ends = execute(session, LATELY, _bounds(entity_id, channel, MINUTE, now, lease)).scalars().all()
    return free_from(ends, most, MINUTE, now)


def day_free(
    session: Session, entity_id: int, channel: str, most: int, *, now: datetime, lease: timedelta
) -> datetime | None:
    """The same for the messages that the other side took, or may have taken, within a day."""
    bounds = _bounds(entity_id, channel, DAY, now, lease)
    if execute(session, MAY_BE_FULL, bounds | {"before": most - 1}).first() is None:
        return None
    return free_from(execute(session, TAKEN, bounds).scalars().all(), most, DAY, now)


def _bounds(entity_id: int, channel: str, span: timedelta, now: datetime, lease: timedelta) -> dict[str, object]:
    since = now - span
    its = {"of_entity": entity_id, "of_channel": channel}
    return its | {"since": since, "begun": since - lease, "soon": now + SKEW}
