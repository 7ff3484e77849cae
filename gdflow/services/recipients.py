"""To which addresses a reminder speaks on a day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from gdflow.domain.people import Audience, Contact, Role, Team

CHAIN = (Audience.HEAD, Audience.COORDINATOR)


def recipients(
    team: Team | None,
    audience: Audience,
    today: date,
    coordinator: str | None,
    *,
    chain: Sequence[Audience] = CHAIN,
    refusing: Collection[str] = (),
) -> tuple[str, ...]:
    """The addresses to which a step speaks on a day.

    A team's members and leaders who are not away, else its substitutes, else its head. A head's step goes to the
    first of the chain whom the team has, and every step of a line without a team to the coordinator.
    refusing: addresses whose server takes nothing, in lower case: they count as away.
    """
    contacts = team.contacts if team else ()
    present = [each for each in contacts if not each.away(today) and each.email.casefold() not in refusing]
    if audience is Audience.TEAM and team is not None:
        return (
            _addresses(present, Role.MEMBER, Role.LEADER)
            or _addresses(present, Role.SUBSTITUTE)
            or _addresses(present, Role.HEAD)
        )
    reachable = coordinator is not None and coordinator.casefold() not in refusing
    reached = {
        Audience.HEAD: _addresses(present, Role.HEAD),
        Audience.COORDINATOR: (coordinator,) if coordinator and reachable else (),
    }
    links = chain if audience is Audience.HEAD and team is not None else (Audience.COORDINATOR,)
    return next((reached[link] for link in links if reached[link]), ())


def _addresses(contacts: Iterable[Contact], *roles: Role) -> tuple[str, ...]:
    return tuple(contact.email for contact in contacts if contact.role in roles)
