"""Teams, their contacts, and which team answers for which line."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from gdflow.domain.people import Role
from gdflow.storage.tables.base import Owned, check, filled, one_of, table_of, word


class TeamRow(Owned, table=True):
    """A team; folded is its name without case, accents and idle blanks, by which two spellings are one team."""

    __tablename__ = "team"
    __table_args__ = (UniqueConstraint("entity_id", "folded"), *filled("name", "folded"))
    name: str
    folded: str


class ContactRow(Owned, table=True):
    """An institutional address of a team."""

    __tablename__ = "contact"
    __table_args__ = (
        UniqueConstraint("team_id", "email"),
        # Among many entities each asks for its own alone.
        Index("ix_contact_entity_id", "entity_id"),
        one_of("role", Role),
        check("email", "email LIKE '_%@_%'"),
        check("away", "away_from <= away_to"),
    )
    team_id: int = Field(foreign_key="team.id")
    position: int
    email: str
    name: str | None
    role: Role = word(Role)
    away_from: date | None
    away_to: date | None


class AssignmentRow(Owned, table=True):
    """A team named for a line: at position 0 it owes the report, further on it is only named."""

    __tablename__ = "assignment"
    __table_args__ = (
        UniqueConstraint("line_id", "position"),
        Index("ix_assignment_plan_id", "plan_id"),
        Index("ix_assignment_team_id", "team_id"),
        check("position", "position >= 0"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    line_id: int = Field(foreign_key="line.id")
    team_id: int = Field(foreign_key="team.id")
    position: int


team, contact, assignment = table_of(TeamRow), table_of(ContactRow), table_of(AssignmentRow)
