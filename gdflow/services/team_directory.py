"""Teams as whoever looks after their addresses sees them: who reads, who is away, which addresses refuse."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gdflow.domain.address_marks import AddressMark
from gdflow.domain.errors import NotFoundError
from gdflow.domain.feeds import CalendarFeed
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.links import TeamLink
from gdflow.domain.people import Audience, Contact, Team
from gdflow.domain.rules import Rules
from gdflow.services.feeds import feeds
from gdflow.services.recipients import recipients
from gdflow.storage import address_marks, assignments, people, team_links
from gdflow.storage.engine import Session

LINKS = 20
"""Links of a team that are listed."""


class Reach(LabelledEnum):
    """Whether a team can be written to on a day."""

    READ = "read", "Se le puede escribir"
    SILENT = "silent", "Sin correo"
    AWAY = "away", "Todos ausentes"
    REFUSED = "refused", "El servidor rechaza sus correos"


@dataclass(frozen=True, slots=True)
class ListedContact:
    """A contact of a team. mark: why nothing is sent to the address, None where it is."""

    contact: Contact
    mark: AddressMark | None
    is_away: bool


@dataclass(frozen=True, slots=True)
class ListedTeam:
    """A team, the lines for which it answers, and who reads what is written to it on the day."""

    team: Team
    lines: int
    contacts: tuple[ListedContact, ...]
    readers: tuple[str, ...]
    reach: Reach


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team with the newest links and the calendars that it was given."""

    listed: ListedTeam
    links: tuple[TeamLink, ...]
    feeds: tuple[CalendarFeed, ...]


def team_list(session: Session, rules: Rules, *, today: date) -> tuple[ListedTeam, ...]:
    """The teams of the entity, by name."""
    marks = address_marks.marks_of(session, rules.entity_id)
    lines = assignments.lines_by_team(session, rules.entity_id)
    known = people.teams_of(session, rules.entity_id)
    return tuple(_listed(team, lines.get(team.id, 0), marks, today) for team in known)


def team_card(session: Session, rules: Rules, team_id: int, *, today: date) -> TeamCard:
    """A team of the entity with all that it was given. Raises NotFoundError("unknown_team")."""
    team = people.team_by_id(session, rules.entity_id, team_id)
    if team is None:
        raise NotFoundError("unknown_team", found=team_id)
    marks = address_marks.marks_of(session, rules.entity_id)
    lines = assignments.lines_by_team(session, rules.entity_id).get(team_id, 0)
    given = tuple(feed for feed in feeds(session, rules, revoked=True) if feed.team_id == team_id)
    links = team_links.newest_links(session, rules.entity_id, team_id, LINKS)
    return TeamCard(_listed(team, lines, marks, today), links, given)


def _listed(team: Team, lines: int, marks: Mapping[str, AddressMark], today: date) -> ListedTeam:
    contacts = tuple(ListedContact(c, marks.get(c.email.casefold()), c.away(today)) for c in team.contacts)
    readers = tuple(recipients(team, Audience.TEAM, today, None, refusing=marks))
    return ListedTeam(team, lines, contacts, readers, _reach(team, readers, today))


def _reach(team: Team, readers: tuple[str, ...], today: date) -> Reach:
    if readers:
        return Reach.READ
    if not team.contacts:
        return Reach.SILENT
    return Reach.REFUSED if recipients(team, Audience.TEAM, today, None) else Reach.AWAY
