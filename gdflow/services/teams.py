"""Teams' addresses: from a directory's file, or one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gdflow.channels.address import clean_address
from gdflow.collect.files import open_document
from gdflow.collect.plan_reader.directory import read_directory
from gdflow.domain.errors import InputError
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

    Contacts whose role the directory does not state (a leader, a substitute, a head added by hand) stay.
    """
    stated = [entry for entry in entries if entry.emails or entry.heads]
    known = {team.id: team for team in people.teams_of(session, rules.entity_id)} if stated else {}
    addressed, refused = 0, []
    for entry in stated:
        team_id = people.ensure_team(session, rules.entity_id, entry.name)
        usable = {role: _usable(emails) for role, emails in _by_role(entry).items()}
        refused += [(entry.name, email) for _, bad in usable.values() for email in bad]
        before = known[team_id].contacts if team_id in known else ()
        contacts: list[ContactEntry] = [(e, None, role) for role, (good, _) in usable.items() for e in good]
        contacts += [(c.email, c.name, c.role) for c in before if not usable.get(c.role, ((), ()))[0]]
        people.set_contacts(session, team_id, contacts)
        addressed += bool(contacts)
    return DirectoryTaken(addressed, tuple(refused))


def add_contact(session: Session, rules: Rules, name: str, email: str, role: str) -> Team:
    """Add an address to a team, or change its role; a team that is not known is made.

    Raises InputError: bad_address, bad_role.
    """
    if role not in _ROLES:
        raise InputError("bad_role", found=role, expected=", ".join(_ROLES))
    address = clean_address(email)
    team_id = people.ensure_team(session, rules.entity_id, name)
    team = next(team for team in people.teams_of(session, rules.entity_id) if team.id == team_id)
    others = [(c.email, c.name, c.role) for c in team.contacts if c.email.casefold() != address.casefold()]
    people.set_contacts(session, team_id, [*others, (address, None, _ROLES[role])])
    return team_of(people.teams_of(session, rules.entity_id), team.name)


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
