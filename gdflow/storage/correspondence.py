"""The reference under which all mails to a team about a period are gathered, and answers are known again."""

from collections.abc import Callable, Iterable

from sqlalchemy import bindparam, select
from sqlmodel import Session

from gdflow.storage.engine import execute, insert_rows
from gdflow.storage.tables import correspondence

Place = tuple[int | None, str | None]
"""A team and a period, of which None means none."""
KNOWN = select(correspondence.c.team_id, correspondence.c.period, correspondence.c.reference).where(
    correspondence.c.entity_id == bindparam("of_entity"),
    correspondence.c.team_id.in_(bindparam("of_teams", expanding=True)),
)
PLACE = select(correspondence.c.team_id, correspondence.c.period).where(
    correspondence.c.entity_id == bindparam("of_entity"), correspondence.c.reference == bindparam("of_reference")
)

PLACES = (
    select(correspondence.c.team_id, correspondence.c.period)
    .where(correspondence.c.entity_id == bindparam("of_entity"))
    .order_by(correspondence.c.id)
)
BATCH = 10_000
"""Teams in one statement: SQLite takes at most 32,766 values."""


def references_of(
    session: Session, entity_id: int, places: Iterable[Place], *, draw: Callable[[], str]
) -> dict[Place, str]:
    """The reference of each team's correspondence about a period (None: its lines' own dates), made when missing.

    draw: a new reference of at least 50 random bits.
    """
    wanted = dict.fromkeys(places)  # each once, in their order
    known = _known(session, entity_id, wanted)
    drawn = {place: draw() for place in wanted if place not in known}
    rows = [(entity_id, team_id or 0, period, reference) for (team_id, period), reference in drawn.items()]
    ours = insert_rows(session, correspondence, ("entity_id", "team_id", "period", "reference"), rows, skip=True)
    # Where somebody else was writing to one of them, what they drew stands.
    known |= drawn if ours == len(drawn) else _known(session, entity_id, drawn)
    return {place: known[place] for place in wanted}


def _known(session: Session, entity_id: int, places: Iterable[Place]) -> dict[Place, str]:
    teams, found = sorted({team_id or 0 for team_id, _ in places}), dict[Place, str]()
    for start in range(0, len(teams), BATCH):
        its = {"of_entity": entity_id, "of_teams": teams[start : start + BATCH]}
        found |= {(row.team_id or None, row.period): row.reference for row in execute(session, KNOWN, its)}
    return found


def place_of(session: Session, entity_id: int, reference: str) -> Place | None:
    """The team and the period of which a reference speaks; None for one that was never given."""
    found = execute(session, PLACE, {"of_entity": entity_id, "of_reference": reference.lower()}).one_or_none()
    return None if found is None else (found.team_id or None, found.period)


def places(session: Session, entity_id: int) -> tuple[Place, ...]:
    """Every team and period about which there is a correspondence, the oldest first."""
    return tuple((row.team_id or None, row.period) for row in execute(session, PLACES, {"of_entity": entity_id}))
