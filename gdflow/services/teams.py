"""Teams' addresses: from a directory's file, or one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gdflow.channels.address import clean_address
from gdflow.collect.files import open_document
from gdflow.collect.plan_reader.directory import read_directory
from gdflow.domain.errors import InputError, NotFoundError
from gdflow.domain.people import Role, Team
from gdflow.domain.plan import TeamEntry
from gdflow.domain.rules import Rules
from gdflow.services.find import team_of
from gdflow.storage import people
from gdflow.storage.engine import Session
from gdflow.storage.people import ContactEntry

_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class DirectoryTaken:
    """What a directory gave. refused: addresses that cannot be used, each with its team."""

    addressed: int
    refused: tuple[tuple[str, str], ...]


def read_directory_file(path: Path) -> tuple[TeamEntry, ...]:
    """The teams of a directory's file. Raises InputError, also when it names no team."""
    if not path.is_file():
        raise InputError("file_not_found", file=str(path))
    entries = read_directory(open_document(path))
    if not entries:
        raise InputError("no_directory_found", file=path.name)
    return entries


def take_directory(session: Session, rules: Rules, entries: Iterable[TeamEntry]) -> DirectoryTaken:
    """Store the teams of a directory with their addresses; one that cannot be used is told and left out.

    A team that is listed twice has the addresses of both. Contacts whose role the directory does not state (a leader,
    a substitute, a head added by hand) stay.
    """
    stated: dict[str, list[ContactEntry]] = {}
    refused: list[tuple[str, str]] = []
    for entry in entries:
        for role, emails in _by_role(entry).items():
            good, bad = _usable(emails)
            refused += [(entry.name, email) for email in bad]
            if good:
                stated.setdefault(entry.name, []).extend((email, None, role) for email in good)
    ids = people.ensure_teams(session, rules.entity_id, stated) if stated else {}
    by_team: dict[int, list[ContactEntry]] = {}
    for name, said in stated.items():
        by_team.setdefault(ids[name], []).extend(said)
    known = {team.id: team for team in people.teams_of(session, rules.entity_id)} if stated else {}
    for team_id, said in by_team.items():
        _store_contacts(session, known[team_id], said)
    return DirectoryTaken(len(by_team), tuple(refused))


def _store_contacts(session: Session, team: Team, said: Sequence[ContactEntry]) -> None:
    """Store what a directory says of a team; most directories say what is known, and cost no statement."""
    roles = {role for _, _, role in said}
    before = [(contact.email, contact.name, contact.role) for contact in team.contacts]
    wanted = [*said, *(entry for entry in before if entry[2] not in roles)]
    if wanted != before:
        people.set_contacts(session, team.id, wanted)


def add_contact(session: Session, rules: Rules, name: str, email: str, role: str) -> Team:
    """Add an address to a team as people type its name, or change its role; a team that is not known is made.

    Raises InputError: bad_address, bad_role.
    """
    if role not in _ROLES:
        raise InputError("bad_role", found=role, expected=", ".join(_ROLES))
    address = clean_address(email)
    team = _team_as_typed(session, rules, name)
    others = [(c.email, c.name, c.role) for c in team.contacts if c.email.casefold() != address.casefold()]
    people.set_contacts(session, team.id, [*others, (address, None, _ROLES[role])])
    return team_of(people.teams_of(session, rules.entity_id), team.name)


def _team_as_typed(session: Session, rules: Rules, name: str) -> Team:
    """The team that is meant, made when no known one is."""
    try:
        return team_of(people.teams_of(session, rules.entity_id), name)
    except NotFoundError:
        people.ensure_team(session, rules.entity_id, name)
        return team_of(people.teams_of(session, rules.entity_id), name)


def _by_role(entry: TeamEntry) -> dict[Role, tuple[str, ...]]:
    return {Role.MEMBER: entry.emails, Role.HEAD: entry.heads}


def _usable(emails: Iterable[str]) -> tuple[list[str], list[str]]:
    good, bad = [], []
    for email in emails:
        try:
            good.append(clean_address(email))
        except InputError:
            bad.append(email)
    return good, bad
