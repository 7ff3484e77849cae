"""To which addresses a reminder speaks on a day."""

from collections.abc import Iterable
from datetime import date

from gdflow.domain.people import Audience, Contact, Role, Team


def recipients(team: Team | None, audience: Audience, today: date, coordinator: str | None) -> tuple[str, ...]:
    """The addresses to which a step speaks on a day.

    A team's members and leaders who are not away, else its substitutes, else its head. A head's step goes to the
    coordinator when the team has none, and so does every step of a line without a team.
    """
    present = [contact for contact in (team.contacts if team else ()) if not contact.away(today)]
    if audience is Audience.TEAM and team is not None:
        return (
            _addresses(present, Role.MEMBER, Role.LEADER)
            or _addresses(present, Role.SUBSTITUTE)
            or _addresses(present, Role.HEAD)
        )
    heads = _addresses(present, Role.HEAD) if audience is Audience.HEAD else ()
    return heads or ((coordinator,) if coordinator else ())


def _addresses(contacts: Iterable[Contact], *roles: Role) -> tuple[str, ...]:
    return tuple(contact.email for contact in contacts if contact.role in roles)
