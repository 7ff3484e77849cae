"""Who answers for a line and who is told: teams, their contacts and what each contact is to the team."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdflow.domain.labels import LabelledEnum


class Role(LabelledEnum):
    """What a contact is to a team: LEADER and MEMBER are reminded, HEAD is told when a team is late."""

    MEMBER = "member", "integrante"
    LEADER = "leader", "líder"
    HEAD = "head", "jefe"
    SUBSTITUTE = "substitute", "suplente"


class Audience(StrEnum):
    """To whom a reminder step speaks."""

    TEAM = "team"
    HEAD = "head"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Contact:
    """An institutional address of a team; absent from `away_from` to `away_to`, both included."""

    id: int
    team_id: int
    email: str
    name: str | None
    role: Role
    away_from: date | None = None
    away_to: date | None = None

    def away(self, today: date) -> bool:
        """Whether the contact is absent on that day."""
        return (
            self.away_from is not None and self.away_from <= today and (self.away_to is None or today <= self.away_to)
        )


@dataclass(frozen=True, slots=True)
class Team:
    """A responsible team by its name as printed in the plan, and its contacts."""

    id: int
    name: str
    contacts: tuple[Contact, ...] = ()
