"""The reference under which all mails to a team about a period are gathered, and answers are known again."""

from collections.abc import Callable

from sqlalchemy import bindparam, select
from sqlmodel import Session

from gdflow.storage.engine import execute, insert_rows
from gdflow.storage.tables import correspondence

KNOWN = select(correspondence.c.reference).where(
    correspondence.c.entity_id == bindparam("of_entity"),
    correspondence.c.team_id == bindparam("of_team"),
    correspondence.c.period == bindparam("of_period", type_=correspondence.c.period.type),
)
PLACE = select(correspondence.c.team_id, correspondence.c.period).where(
    correspondence.c.entity_id == bindparam("of_entity"), correspondence.c.reference == bindparam("of_reference")
)

PLACES = (
    select(correspondence.c.team_id, correspondence.c.period)
    .where(correspondence.c.entity_id == bindparam("of_entity"))
    .order_by(correspondence.c.id)
)


def reference_of(
    session: Session, entity_id: int, team_id: int | None, period: str | None, *, draw: Callable[[], str]
) -> str:
    """The reference of a team's correspondence about a period (None: about its lines' own dates), made when missing.

    draw: a new reference of at least 50 random bits.
    """
    its = {"of_entity": entity_id, "of_team": team_id or 0, "of_period": period}
    known = execute(session, KNOWN, its).scalar()
    if known is not None:
        return str(known)
    drawn = draw()
    row = (entity_id, team_id or 0, period, drawn)
    is_new = insert_rows(session, correspondence, ("entity_id", "team_id", "period", "reference"), [row], skip=True)
    return drawn if is_new else str(execute(session, KNOWN, its).scalar_one())


def place_of(session: Session, entity_id: int, reference: str) -> tuple[int | None, str | None] | None:
    """The team and the period of which a reference speaks; None for one that was never given."""
    found = execute(session, PLACE, {"of_entity": entity_id, "of_reference": reference.lower()}).one_or_none()
    return None if found is None else (found.team_id or None, found.period)


def places(session: Session, entity_id: int) -> tuple[tuple[int | None, str | None], ...]:
    """Every team and period about which there is a correspondence, the oldest first."""
    return tuple((row.team_id or None, row.period) for row in execute(session, PLACES, {"of_entity": entity_id}))
