"""The links by which teams answer: found by the hash of their token, which is all that is kept of it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.links import TeamLink
from gdflow.storage.engine import execute
from gdflow.storage.keyed_rows import insert_keyed
from gdflow.storage.tables import team, team_link

WHOSE = ("id", "entity_id", "team_id")
WHEN = ("period", "created_at", "expires_at", "revoked_at", "revoked_by")
LINKS = select(*(team_link.c[name] for name in WHOSE), team.c.name, *(team_link.c[name] for name in WHEN)).join_from(
    team_link, team, team.c.id == team_link.c.team_id
)
OF_ENTITY = LINKS.where(team_link.c.entity_id == bindparam("of_entity"))
BY_TOKEN = OF_ENTITY.where(team_link.c.token_sha256 == bindparam("of_token"))
BY_ID = OF_ENTITY.where(team_link.c.id == bindparam("of_id"))
ALL = OF_ENTITY.order_by(team_link.c.id)
NEWEST = (
    OF_ENTITY.where(team_link.c.team_id == bindparam("of_team"))
    .order_by(team_link.c.id.desc())
    .limit(bindparam("most"))
)
REVOKE = (
    update(team_link)
    .where(team_link.c.id == bindparam("of_id"), team_link.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("at"), revoked_by=bindparam("by"))
)


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link to be remembered, by the hash of its token."""

    team_id: int
    period: str
    token_sha256: str
    expires_at: datetime


def add_links(session: Session, entity_id: int, links: Iterable[NewLink], *, at: datetime) -> dict[str, int]:
    """Remember links; returns their ids by the hashes of their tokens."""
    common = {"entity_id": entity_id, "created_at": at, "revoked_at": None, "revoked_by": None}
    return insert_keyed(session, team_link, "token_sha256", [common | asdict(link) for link in links])


def link_by_token(session: Session, entity_id: int, token_sha256: str) -> TeamLink | None:
    """The link of the token with that hash, whether it still serves or not; None for one that was never given."""
    row = execute(session, BY_TOKEN, {"of_entity": entity_id, "of_token": token_sha256}).first()
    return None if row is None else TeamLink(*row)


def link_by_id(session: Session, entity_id: int, link_id: int) -> TeamLink | None:
    """The link of that id in the entity, or None."""
    row = execute(session, BY_ID, {"of_entity": entity_id, "of_id": link_id}).first()
    return None if row is None else TeamLink(*row)


def links_of(session: Session, entity_id: int) -> tuple[TeamLink, ...]:
    """All links of an entity, oldest first."""
    return tuple(TeamLink(*row) for row in execute(session, ALL, {"of_entity": entity_id}))


def revoke(session: Session, link_id: int, *, at: datetime, by: str) -> bool:
    """Take a link back; whether it had not been before."""
    return execute(session, REVOKE, {"of_id": link_id, "at": at, "by": by}).rowcount == 1


def newest_links(session: Session, entity_id: int, team_id: int, most: int) -> tuple[TeamLink, ...]:
    """The links that a team was given last, so many at most, newest first."""
    its = {"of_entity": entity_id, "of_team": team_id, "most": most}
    return tuple(TeamLink(*row) for row in execute(session, NEWEST, its))
