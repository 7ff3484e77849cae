"""Teams and the addresses by which they are reached."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, insert, select, update
from sqlmodel import Session

from gdflow.domain.errors import InputError
from gdflow.domain.people import Contact, Role, Team
from gdflow.domain.texts import folded
from gdflow.storage.engine import execute, insert_or_skip
from gdflow.storage.tables import contact, team

ContactEntry = tuple[str, str | None, Role]


def ensure_team(session: Session, entity_id: int, name: str) -> int:
    """The id of the team of that name, made when it is not known.

    Names equal but for case, accents and blanks are one team, which keeps the spelling it came with first.
    """
    key = folded(name)
    found = select(team.c.id).where(team.c.entity_id == entity_id, team.c.folded == key)
    known = execute(session, found).scalar()
    if known is not None:
        return int(known)
    row = {"entity_id": entity_id, "name": " ".join(name.split()), "folded": key}
    execute(session, insert_or_skip(session, team), row)
    return int(execute(session, found).scalar_one())


def set_contacts(session: Session, team_id: int, entries: Iterable[ContactEntry]) -> None:
    """Make these the contacts of a team, in this order; one that stays keeps its id and its absence.

    An address given twice counts once, as first given. Raises InputError("invalid_address", found=…).
    """
    wanted = _by_address(entries)
    found = select(contact.c.email, contact.c.id).where(contact.c.team_id == team_id)
    known = {email.casefold(): row_id for email, row_id in execute(session, found)}
    gone = [row_id for key, row_id in known.items() if key not in wanted]
    if gone:
        execute(session, delete(contact).where(contact.c.id.in_(gone)))
    kept = [row | {"of": known[key]} for key, row in wanted.items() if key in known]
    if kept:
        execute(session, update(contact).where(contact.c.id == bindparam("of")), kept)
    _add_contacts(session, team_id, [row for key, row in wanted.items() if key not in known])


def teams_of(session: Session, entity_id: int) -> tuple[Team, ...]:
    """The teams of an entity by name, each with its contacts in their order."""
    columns = [contact.c[name] for name in ("id", "team_id", "email", "name", "role", "away_from", "away_to")]
    found = select(*columns).where(contact.c.entity_id == entity_id).order_by(contact.c.team_id, contact.c.position)
    contacts: dict[int, list[Contact]] = {}
    for contact_of in (Contact(*row) for row in execute(session, found)):
        contacts.setdefault(contact_of.team_id, []).append(contact_of)
    teams = select(team.c.id, team.c.name).where(team.c.entity_id == entity_id).order_by(team.c.folded)
    return tuple(Team(key, name, tuple(contacts.get(key, ()))) for key, name in execute(session, teams))


def _by_address(entries: Iterable[ContactEntry]) -> dict[str, dict[str, object]]:
    rows: dict[str, dict[str, object]] = {}
    for position, (given, name, role) in enumerate(entries):
        email = given.strip()
        before, _, after = email.partition("@")
        if not before or not after:
            raise InputError("invalid_address", found=given)
        rows.setdefault(email.casefold(), {"position": position, "email": email, "name": name, "role": role})
    return rows


def _add_contacts(session: Session, team_id: int, rows: Sequence[dict[str, object]]) -> None:
    if not rows:
        return
    entity_id = execute(session, select(team.c.entity_id).where(team.c.id == team_id)).scalar_one()
    owner = {"entity_id": entity_id, "team_id": team_id, "away_from": None, "away_to": None}
    execute(session, insert(contact), [owner | row for row in rows])
