"""The places that an account has in a minute and in a day, shared by all who send by it for several entities.

Each place is a row. A message takes one before its socket opens and has it until a span after its end: so no span of
time, wherever it begins, sees more messages than there are places, whoever sent them and on whichever machine.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from gdflow.domain.pace import Span
from gdflow.storage.engine import Session, execute, insert_one
from gdflow.storage.tables import pace

_ITS = (
    pace.c.entity_id == bindparam("of_entity"),
    pace.c.channel == bindparam("of_channel"),
    pace.c.span == bindparam("of_span", type_=pace.c.span.type),
    pace.c.slot < bindparam("most"),
)
FIRST = select(pace.c.id, pace.c.free_at).where(*_ITS).order_by(pace.c.free_at, pace.c.slot).limit(1)
COUNT = select(func.count()).where(*_ITS)
TAKE = update(pace).where(pace.c.id == bindparam("of_id")).values(free_at=bindparam("until"))


def free_place(
    session: Session, entity_id: int, channel: str, span: Span, most: int, *, now: datetime
) -> int | datetime:
    """The id of a place that is free, or the moment at which the next one is.

    Asked while the account's standing is held: nobody takes the place before this transaction ends. Places are made
    as they are first wanted; most: how many there may be.
    """
    its = {"of_entity": entity_id, "of_channel": channel, "of_span": span, "most": most}
    first = execute(session, FIRST, its).one_or_none()
    if first is not None and first.free_at <= now:
        return int(first.id)
    known = int(execute(session, COUNT, its).scalar_one())
    if first is not None and known >= most:
        moment: datetime = first.free_at
        return moment
    row = {"entity_id": entity_id, "channel": channel, "span": span, "slot": known, "free_at": now}
    return insert_one(session, pace, row)


def take_places(session: Session, places: Iterable[tuple[int, datetime]]) -> None:
    """Keep places until a moment each."""
    rows = [{"of_id": place, "until": until} for place, until in places]
    if rows:
        execute(session, TAKE, rows)
