"""Teams' addresses: from a directory's file, or one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from gdflow.channels.address import clean_address
from gdflow.collect.files import open_document
from gdflow.collect.plan_reader.directory import read_directory
from gdflow.domain.errors import InputError, NotFoundError
from gdflow.domain.office_names import likely_same
from gdflow.domain.people import Role, Team
from gdflow.domain.plan import TeamEntry
from gdflow.domain.rules import Rules
from gdflow.services.author import author_of
from gdflow.services.find import team_of
from gdflow.services.forgive import forgive
from gdflow.storage import events, people
from gdflow.storage.engine import Session
from gdflow.storage.people import ContactEntry

_ROLES = {role.value: role for role in Role}
MEMBER, HEAD, SUBSTITUTE = Role.MEMBER, Role.HEAD, Role.SUBSTITUTE


@dataclass(frozen=True, slots=True)
class DirectoryTaken:
    """What a directory gave. refused: addresses that cannot be used, each with its team.

    likely: names of the directory, each with a team without address that is likely the same one written otherwise.
    """

    addressed: int
    refused: tuple[tuple[str, str], ...]
    likely: tuple[tuple[str, str], ...] = ()


def load_directory(
    session: Session, rules: Rules, entries: Iterable[TeamEntry], *, by: str, now: datetime
) -> DirectoryTaken:
    """Store a directory that a person loads, as take_directory does, and note who did. Raises as add_contact does."""
    author, told = author_of(by), tuple(entries)
    taken = take_directory(session, rules, told)
    facts = {"teams": taken.addressed, "refused": len(taken.refused)}
    events.append(session, rules.entity_id, "directory_loaded", "teams", facts, at=now, actor=author)
    return replace(taken, likely=_likely(session, rules, [entry.name for entry in told if entry.emails]))


def _likely(session: Session, rules: Rules, listed: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The directory's names that teams without any address likely mean, each with that team."""
    silent = [team.name for team in people.teams_of(session, rules.entity_id) if not team.contacts]
    return tuple((near, name) for name in silent if (near := likely_same(name, listed)))


def read_directory_file(path: Path) -> tuple[TeamEntry, ...]:
    """The teams of a directory's file. Raises InputError, also when it names no team."""
    if not path.is_file():
        raise InputError("file_not_found", file=str(path))
    entries = read_directory(open_document(path))
    if not entries:
        raise InputError("no_directory_found", file=path.name)
    return entries


def take_directory(
    session: Session, rules: Rules, entries: Iterable[TeamEntry], ids: Mapping[str, int] | None = None
) -> DirectoryTaken:
    """Store the teams of a directory with their addresses; one that cannot be used is told and left out.

    A team that is listed twice has the addresses of both. Contacts whose role the directory does not state (a leader,
    a substitute, a head added by hand) stay.
    ids: those of the teams by name, where the caller has just ensured them.
    """
    stated, refused = stated_addresses(entries)
    if not stated:
        return DirectoryTaken(0, refused)
    ids = people.ensure_teams(session, rules.entity_id, stated) if ids is None else ids
    by_team: dict[int, list[ContactEntry]] = {}
    for name, said in stated.items():
        of = ids[name]
        by_team[of] = by_team[of] + said if of in by_team else said
    known = people.entries_by_team(session, rules.entity_id)
    # Most directories say what is known, and cost no statement.
    other = {of: said for of, said in by_team.items() if said != known.get(of)}
    people.add_contacts(session, rules.entity_id, {of: said for of, said in other.items() if of not in known})
    for of in filter(known.__contains__, other):
        _store_contacts(session, of, other[of], known[of])
    return DirectoryTaken(len(by_team), refused)


def stated_addresses(
    entries: Iterable[TeamEntry],
) -> tuple[dict[str, list[ContactEntry]], tuple[tuple[str, str], ...]]:
    """What a directory says of each team, and the addresses that cannot be used."""
    stated: dict[str, list[ContactEntry]] = {}
    refused: list[tuple[str, str]] = []
    for entry in entries:
        for role, emails in ((MEMBER, entry.emails), (HEAD, entry.heads), (SUBSTITUTE, entry.substitutes)):
            for email in emails:
                usable = _usable(email)
                if usable is None:
                    refused.append((entry.name, email))
                else:
                    stated.setdefault(entry.name, []).append((usable, None, role))
    return stated, tuple(refused)


def _store_contacts(
    session: Session, team_id: int, said: Sequence[ContactEntry], before: Sequence[ContactEntry]
) -> None:
    """Store what a directory says of a team, beside what it does not speak of."""
    roles = {role for _, _, role in said}
    wanted = [*said, *(entry for entry in before if entry[2] not in roles)]
    if wanted != before:
        people.set_contacts(session, team_id, wanted)


def add_contact(session: Session, rules: Rules, name: str, email: str, role: str, *, by: str, now: datetime) -> Team:
    """Add an address to a team as people type its name, or change its role; a team that is not known is made.

    An address that had refused is written to again: whoever states it anew vouches for it. by: who says so.
    Raises InputError: bad_address, bad_role, blank_author.
    """
    if role not in _ROLES:
        raise InputError("bad_role", found=role, expected=", ".join(_ROLES))
    author, address = author_of(by), clean_address(email)
    team = _team_as_typed(session, rules, name)
    entries = {c.email.casefold(): (c.email, c.name, c.role) for c in team.contacts}
    known = entries.pop(address.casefold(), None)
    entries[address.casefold()] = (address, known[1] if known else None, _ROLES[role])
    people.set_contacts(session, team.id, entries.values())
    forgive(session, rules, address, now=now, actor=author)
    facts = {"address": address, "role": role}
    events.append(session, rules.entity_id, "contact_added", f"team:{team.id}", facts, at=now, actor=author)
    return team_of(people.teams_of(session, rules.entity_id), team.name)


def add_team(session: Session, rules: Rules, name: str, email: str, role: str, *, by: str, now: datetime) -> Team:
    """Add an address to the team of exactly this name, made when it is not known.

    Raises InputError: blank_team, bad_address, bad_role, blank_author.
    """
    known = team_name(name)
    people.ensure_team(session, rules.entity_id, known)
    return add_contact(session, rules, known, email, role, by=by, now=now)


def team_name(text: str) -> str:
    """A team's name as it is kept. Raises InputError("blank_team")."""
    name = " ".join(text.split())
    if not name:
        raise InputError("blank_team")
    return name


def remove_contact(session: Session, rules: Rules, name: str, email: str, *, by: str, now: datetime) -> Team:
    """Write no more to an address of a team; what was written stays. by: who says so.

    Raises NotFoundError: unknown_team, unknown_contact; InputError("blank_author").
    """
    author = author_of(by)
    team = team_of(people.teams_of(session, rules.entity_id), name)
    gone = email.strip().casefold()
    left = [each for each in team.contacts if each.email.casefold() != gone]
    if len(left) == len(team.contacts):
        raise NotFoundError("unknown_contact", found=email)
    people.set_contacts(session, team.id, [(c.email, c.name, c.role) for c in left])
    facts = {"address": gone}
    events.append(session, rules.entity_id, "contact_removed", f"team:{team.id}", facts, at=now, actor=author)
    return team_of(people.teams_of(session, rules.entity_id), team.name)


def set_away(
    session: Session, rules: Rules, email: str, start: date | None, end: date | None, *, by: str, now: datetime
) -> tuple[Team, ...]:
    """Note that a contact is absent from a day to another, or is back (None, None), and return its teams.

    A directory that is loaded again keeps it. by: who says so. Raises NotFoundError("unknown_contact"), and
    InputError: absence_dates, blank_author.
    """
    author = author_of(by)
    if (start is None) != (end is None) or (start is not None and end is not None and end < start):
        raise InputError("absence_dates")
    ids = people.set_away(session, rules.entity_id, email.strip(), start, end)
    if not ids:
        raise NotFoundError("unknown_contact", found=email)
    facts = {"from": start.isoformat() if start else None, "to": end.isoformat() if end else None}
    events.append_all(
        session,
        rules.entity_id,
        [("contact_away" if start else "contact_back", f"team:{team_id}", facts) for team_id in ids],
        at=now,
        actor=author,
    )
    return tuple(team for team in people.teams_of(session, rules.entity_id) if team.id in ids)


def _team_as_typed(session: Session, rules: Rules, name: str) -> Team:
    """The team that is meant, made when no known one is."""
    try:
        return team_of(people.teams_of(session, rules.entity_id), name)
    except NotFoundError:
        people.ensure_team(session, rules.entity_id, name)
        return team_of(people.teams_of(session, rules.entity_id), name)


def _usable(email: str) -> str | None:
    try:
        return clean_address(email)
    except InputError:
        return None
