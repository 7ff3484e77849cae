"""To whom a step speaks: who is there, who is not refused, and who comes next."""

from datetime import date

import pytest

from gdflow.domain.people import Audience, Contact, Role, Team
from gdflow.services.recipients import recipients

TODAY = date(2023, 7, 10)
BOSS = "coordinacion@x.example"


def team(**roles: Role) -> Team:
    """A team whose members are named by the word before the @; a name that begins with `away` is absent."""
    return Team(
        1,
        "Equipo",
        tuple(
            Contact(n, 1, f"{name}@x.example", None, role, TODAY if name.startswith("away") else None)
            for n, (name, role) in enumerate(roles.items())
        ),
    )


WHOLE = team(uno=Role.MEMBER, dos=Role.LEADER, tres=Role.SUBSTITUTE, jefe=Role.HEAD)


@pytest.mark.parametrize(
    ("refusing", "reached"),
    [
        ((), ("uno", "dos")),
        (("uno",), ("dos",)),
        (("uno", "dos"), ("tres",)),
        (("uno", "dos", "tres"), ("jefe",)),
        (("uno", "dos", "tres", "jefe"), ()),
    ],
)
def test_a_team_without_a_usable_member_is_reached_by_its_substitute_then_its_head(
    refusing: tuple[str, ...], reached: tuple[str, ...]
) -> None:
    marked = {f"{name}@x.example" for name in refusing}
    found = recipients(WHOLE, Audience.TEAM, TODAY, BOSS, refusing=marked)
    assert found == tuple(f"{name}@x.example" for name in reached)


def test_an_address_is_marked_in_whatever_case_it_is_written() -> None:
    spelt = Team(1, "Equipo", (Contact(1, 1, "Uno@X.example", None, Role.MEMBER),))
    assert recipients(spelt, Audience.TEAM, TODAY, BOSS, refusing={"uno@x.example"}) == ()


@pytest.mark.parametrize(
    ("of", "chain", "refusing", "reached"),
    [
        (WHOLE, (Audience.HEAD, Audience.COORDINATOR), (), ("jefe@x.example",)),
        (WHOLE, (Audience.COORDINATOR, Audience.HEAD), (), (BOSS,)),
        (WHOLE, (Audience.HEAD, Audience.COORDINATOR), ("jefe@x.example",), (BOSS,)),
        (WHOLE, (Audience.HEAD,), ("jefe@x.example",), ()),
        (WHOLE, (), (), ()),
        (team(away=Role.HEAD), (Audience.HEAD, Audience.COORDINATOR), (), (BOSS,)),
        (team(away=Role.HEAD), (Audience.HEAD, Audience.COORDINATOR), (BOSS,), ()),
        (None, (Audience.HEAD,), (), (BOSS,)),
    ],
)
def test_a_heads_step_goes_to_the_first_of_the_chain_who_is_there(
    of: Team | None, chain: tuple[Audience, ...], refusing: tuple[str, ...], reached: tuple[str, ...]
) -> None:
    assert recipients(of, Audience.HEAD, TODAY, BOSS, chain=chain, refusing=refusing) == reached


def test_a_coordinators_step_and_a_line_without_a_team_go_to_the_coordinator() -> None:
    assert recipients(WHOLE, Audience.COORDINATOR, TODAY, BOSS) == (BOSS,)
    assert recipients(None, Audience.TEAM, TODAY, BOSS) == (BOSS,)
    assert recipients(None, Audience.TEAM, TODAY, None) == ()
