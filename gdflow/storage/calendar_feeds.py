"""The addresses by which calendars are read, and what stands in them."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import String, bindparam, cast, func, literal, select, update
from sqlmodel import Session

from gdflow.domain.feeds import CalendarFeed, ClosingDay, Dated
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import calendar_feed, event, line, node, obligation, plan, result, team
from gdflow.storage.tables import period as periods

MADE = ("created_at", "created_by", "revoked_at", "revoked_by")
# In the order of CalendarFeed's own fields.
FEEDS = (
    select(*(calendar_feed.c[name] for name in ("id", "entity_id", "team_id")), team.c.name)
    .add_columns(*(calendar_feed.c[name] for name in MADE))
    .outerjoin_from(calendar_feed, team, team.c.id == calendar_feed.c.team_id)
    .where(calendar_feed.c.entity_id == bindparam("of_entity"))
    .order_by(calendar_feed.c.id)
)
BY_TOKEN = FEEDS.where(calendar_feed.c.token_sha256 == bindparam("of_token"))
BY_ID = FEEDS.where(calendar_feed.c.id == bindparam("of_id"))
REVOKE = (
    update(calendar_feed)
    .where(calendar_feed.c.id == bindparam("of_id"), calendar_feed.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("at"), revoked_by=bindparam("by"))
)
TITLE = func.coalesce(plan.c.title, plan.c.code)
NAMED = (line.c.activity, line.c.deliverable, line.c.indicator, node.c.title)
LABEL = func.coalesce(*NAMED, literal("fila ") + cast(line.c.row, String))
# In the order of Dated's own fields.
DATED = (
    select(obligation.c.id, obligation.c.line_id, obligation.c.plan_id, TITLE)
    .add_columns(*(obligation.c[name] for name in ("team_id", "kind", "period", "due_on")))
    .add_columns(line.c.number, LABEL, obligation.c.done_on)
    .join_from(obligation, plan, plan.c.id == obligation.c.plan_id)
    .join(line, line.c.id == obligation.c.line_id)
    .outerjoin(node, (node.c.plan_id == line.c.plan_id) & (node.c.position == line.c.node))
    .where(obligation.c.entity_id == bindparam("of_entity"), obligation.c.due_on >= bindparam("since"))
    .order_by(obligation.c.due_on, obligation.c.id)
)
OF_TEAM = DATED.where(obligation.c.team_id == bindparam("of_team"))
CLOSING_DAYS = (
    select(periods.c.plan_id, TITLE, periods.c.key, periods.c.closes_on)
    .join_from(periods, plan, plan.c.id == periods.c.plan_id)
    .where(periods.c.entity_id == bindparam("of_entity"), periods.c.closes_on >= bindparam("since"))
    .order_by(periods.c.closes_on, periods.c.plan_id, periods.c.key)
)
HAPPENED = (
    select(event.c.subject, event.c.kind, event.c.facts, event.c.at)
    .where(event.c.entity_id == bindparam("of_entity"), event.c.subject.in_(bindparam("subjects", expanding=True)))
    .order_by(event.c.sequence)
)
ANSWERED = (
    select(result.c.line_id, result.c.period, func.max(result.c.reported_at))
    .where(result.c.line_id.in_(bindparam("lines", expanding=True)))
    .group_by(result.c.line_id, result.c.period)
)
BATCH = 10_000
Happening = tuple[str, str, str, datetime]
"""What an event is about, its kind, its facts as JSON, and when it happened."""


def add_feed(
    session: Session, entity_id: int, team_id: int | None, *, token_sha256: str, at: datetime, by: str
) -> CalendarFeed:
    """Remember an address by the hash of its token."""
    row = {"entity_id": entity_id, "team_id": team_id, "token_sha256": token_sha256, "created_at": at}
    row |= {"created_by": by, "revoked_at": None, "revoked_by": None}
    made = insert_one(session, calendar_feed, row)
    return CalendarFeed(*execute(session, BY_ID, {"of_entity": entity_id, "of_id": made}).one())


def feed_by_token(session: Session, entity_id: int, token_sha256: str) -> CalendarFeed | None:
    """The address whose token has that hash, whether it still serves or not; None for one that was never given."""
    row = execute(session, BY_TOKEN, {"of_entity": entity_id, "of_token": token_sha256}).first()
    return None if row is None else CalendarFeed(*row)


def feed_by_id(session: Session, entity_id: int, feed_id: int) -> CalendarFeed | None:
    """The address of that id in the entity, or None."""
    row = execute(session, BY_ID, {"of_entity": entity_id, "of_id": feed_id}).first()
    return None if row is None else CalendarFeed(*row)


def feeds_of(session: Session, entity_id: int) -> tuple[CalendarFeed, ...]:
    """All addresses of an entity, oldest first."""
    return tuple(CalendarFeed(*row) for row in execute(session, FEEDS, {"of_entity": entity_id}))


def revoke(session: Session, feed_id: int, *, at: datetime, by: str) -> bool:
    """Take an address back; whether it had not been before."""
    return execute(session, REVOKE, {"of_id": feed_id, "at": at, "by": by}).rowcount == 1


def dated_of(session: Session, entity_id: int, team_id: int | None, since: date) -> tuple[Dated, ...]:
    """What is or was owed by a day from `since` on, by a team or (None) by all, by that day."""
    found = DATED if team_id is None else OF_TEAM
    rows = execute(session, found, {"of_entity": entity_id, "of_team": team_id, "since": since})
    return tuple(Dated(*row) for row in rows)


def closing_days_of(session: Session, entity_id: int, since: date) -> tuple[ClosingDay, ...]:
    """The days from `since` on to which the opened periods of an entity close, in time."""
    return tuple(ClosingDay(*row) for row in execute(session, CLOSING_DAYS, {"of_entity": entity_id, "since": since}))


def happened_about(session: Session, entity_id: int, subjects: Iterable[str]) -> tuple[Happening, ...]:
    """What happened about subjects of the chain, in the order in which it did."""
    wanted, found = sorted(set(subjects)), list[Happening]()
    for start in range(0, len(wanted), BATCH):
        its = {"of_entity": entity_id, "subjects": wanted[start : start + BATCH]}
        found += [(subject, kind, facts, at) for subject, kind, facts, at in execute(session, HAPPENED, its)]
    return tuple(found)


def answered_at(session: Session, line_ids: Collection[int]) -> dict[tuple[int, str], datetime]:
    """When the newest answer for each line and period came."""
    wanted, found = sorted(set(line_ids)), dict[tuple[int, str], datetime]()
    for start in range(0, len(wanted), BATCH):
        rows = execute(session, ANSWERED, {"lines": wanted[start : start + BATCH]})
        found |= {(line_id, period): at for line_id, period, at in rows}
    return found
