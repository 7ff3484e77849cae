"""Teams and the addresses by which they are reached."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import Session

from gdflow.domain.errors import InputError
from gdflow.domain.people import Contact, Role, Team
from gdflow.domain.texts import folded
from gdflow.storage.engine import execute, insert_or_skip, insert_rows
from gdflow.storage.tables import contact, team

ContactEntry = tuple[str, str | None, Role]


def ensure_team(session: Session, entity_id: int, name: str) -> int:
    """The id of the team of that name, made when it is not known.

    Names equal but for case, accents and blanks are one team, which keeps the spelling it came with first.
    """
    key = folded(name)
    its = {"of_entity": entity_id, "key": key}
    known = execute(session, BY_KEY, its).scalar()
    if known is not None:
        return int(known)
    row = {"entity_id": entity_id, "name": " ".join(name.split()), "folded": key}
    execute(session, insert_or_skip(session, team), row)
    return int(execute(session, BY_KEY, its).scalar_one())


def ensure_teams(session: Session, entity_id: int, names: Iterable[str]) -> dict[str, int]:
    """The ids of many teams by the names given, as ensure_team would answer for each; at most three statements."""
    return {name: team_id for name, (team_id, _) in teams_named(session, entity_id, names).items()}


def teams_named(session: Session, entity_id: int, names: Iterable[str]) -> dict[str, tuple[int, str]]:
    """The same, each id with the spelling that the team came with first."""
    wanted = {name: folded(name) for name in names}
    known = _by_key(session, entity_id)
    spelled: dict[str, str] = {}
    for name, key in wanted.items():
        if key not in known:
            spelled.setdefault(key, " ".join(name.split()))
    if spelled:
        rows = [(entity_id, name, key) for key, name in spelled.items()]
        insert_rows(session, team, ("entity_id", "name", "folded"), rows, skip=True)
        known = _by_key(session, entity_id)
    return {name: known[key] for name, key in wanted.items()}


def set_contacts(session: Session, team_id: int, entries: Iterable[ContactEntry]) -> None:
    """Make these the contacts of a team, in this order; one that stays keeps its id and its absence.

    An address given twice counts once, as first given. Raises InputError("invalid_address", found=…).
    """
    wanted = _by_address(entries)
    known = {email.casefold(): row_id for email, row_id in execute(session, ADDRESSES, {"of_team": team_id})}
    gone = [row_id for key, row_id in known.items() if key not in wanted]
    if gone:
        execute(session, delete(contact).where(contact.c.id.in_(gone)))
    kept = [row | {"of": known[key]} for key, row in wanted.items() if key in known]
    if kept:
        execute(session, KEPT, kept)
    _add_contacts(session, team_id, [row for key, row in wanted.items() if key not in known])


def add_contacts(session: Session, entity_id: int, entries: Mapping[int, Iterable[ContactEntry]]) -> None:
    """Give teams that have none their contacts, by the team's id, as set_contacts would for each."""
    rows = [(team_id, row) for team_id, said in entries.items() for row in _by_address(said).values()]
    _insert_contacts(session, entity_id, rows)


def teams_of(session: Session, entity_id: int) -> tuple[Team, ...]:
    """The teams of an entity by name, each with its contacts in their order."""
    contacts: dict[int, list[Contact]] = {}
    for contact_of in (Contact(*row) for row in execute(session, CONTACTS, {"of_entity": entity_id}).all()):
        contacts.setdefault(contact_of.team_id, []).append(contact_of)
    teams = execute(session, TEAMS, {"of_entity": entity_id}).all()
    return tuple(Team(key, name, tuple(contacts.get(key, ()))) for key, name in teams)


def team_by_id(session: Session, entity_id: int, team_id: int) -> Team | None:
    """A team of the entity with its contacts in their order, or None."""
    name = execute(session, NAME, {"of_entity": entity_id, "of_team": team_id}).scalar()
    found = execute(session, CONTACTS_OF_TEAM, {"of_entity": entity_id, "of_team": team_id}).all() if name else ()
    return None if name is None else Team(team_id, name, tuple(Contact(*row) for row in found))


def teams_of_address(session: Session, entity_id: int, email: str) -> tuple[int, ...]:
    """The ids of the teams of which an address is a contact, whatever its case."""
    return tuple(execute(session, BY_ADDRESS, {"of_entity": entity_id, "email": email.lower()}).scalars())


def entries_by_team(session: Session, entity_id: int) -> dict[int, list[ContactEntry]]:
    """The contacts of an entity's teams in their order, each as `set_contacts` takes it, by the team's id."""
    entries: dict[int, list[ContactEntry]] = {}
    for team_id, email, name, role in execute(session, ENTRIES, {"of_entity": entity_id}).all():
        entries.setdefault(team_id, []).append((email, name, role))
    return entries


def set_away(session: Session, entity_id: int, email: str, start: date | None, end: date | None) -> tuple[int, ...]:
    """Note from when to when an address is absent (None, None: it is back), and return whose contact it is."""
    its = contact.c.entity_id == entity_id, func.lower(contact.c.email) == email.lower()
    change = update(contact).where(*its).values(away_from=start, away_to=end)
    return tuple(execute(session, change.returning(contact.c.team_id)).scalars())


OF_ENTITY = team.c.entity_id == bindparam("of_entity")
BY_KEY = select(team.c.id).where(OF_ENTITY, team.c.folded == bindparam("key"))
SPELLED = select(team.c.folded, team.c.id, team.c.name).where(OF_ENTITY)
TEAMS = select(team.c.id, team.c.name).where(OF_ENTITY).order_by(team.c.folded)
CONTACTS = (
    select(*(contact.c[name] for name in ("id", "team_id", "email", "name", "role", "away_from", "away_to")))
    .where(contact.c.entity_id == bindparam("of_entity"))
    .order_by(contact.c.team_id, contact.c.position)
)
NAME = select(team.c.name).where(OF_ENTITY, team.c.id == bindparam("of_team"))
CONTACTS_OF_TEAM = CONTACTS.where(contact.c.team_id == bindparam("of_team"))
BY_ADDRESS = (
    select(contact.c.team_id)
    .where(contact.c.entity_id == bindparam("of_entity"), func.lower(contact.c.email) == bindparam("email"))
    .order_by(contact.c.team_id)
)
ENTRIES = CONTACTS.with_only_columns(contact.c.team_id, contact.c.email, contact.c.name, contact.c.role)
ADDRESSES = select(contact.c.email, contact.c.id).where(contact.c.team_id == bindparam("of_team"))
KEPT = update(contact).where(contact.c.id == bindparam("of"))
ENTITY_OF = select(team.c.entity_id).where(team.c.id == bindparam("of_team"))


def _by_key(session: Session, entity_id: int) -> dict[str, tuple[int, str]]:
    rows = execute(session, SPELLED, {"of_entity": entity_id}).all()
    return {key: (team_id, name) for key, team_id, name in rows}


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
    entity_id = execute(session, ENTITY_OF, {"of_team": team_id}).scalar_one()
    _insert_contacts(session, entity_id, [(team_id, row) for row in rows])


def _insert_contacts(session: Session, entity_id: int, rows: Sequence[tuple[int, dict[str, object]]]) -> None:
    if rows:
        names = ("entity_id", "team_id", "away_from", "away_to", *rows[0][1])
        insert_rows(session, contact, names, [(entity_id, of, None, None, *row.values()) for of, row in rows])
