"""What is owed, the ledger of what was claimed for it, and what people decided about it."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from gdflow.domain.decisions import DecisionKind
from gdflow.domain.obligations import ObligationKind, ObligationReason, ObligationState
from gdflow.domain.people import Audience
from gdflow.domain.reminders import ReminderReason
from gdflow.storage.tables.base import Owned, check, filled, moment, one_of, open_end, or_empty, partial, table_of, word
from gdflow.storage.tables.base import text as long_text


class ObligationRow(Owned, table=True):
    """What a line owes. It is open exactly while done_on is null; deadlines have no period."""

    __tablename__ = "obligation"
    __table_args__ = (
        UniqueConstraint("line_id", "kind", "period"),
        Index("ix_obligation_plan_id_period", "plan_id", "period"),
        # Holds all that a scan asks for, and only what is open: its cost follows what is due, not what exists.
        # done_on is null in all of it and costs nothing, but without it SQLite reads each row to make sure.
        partial(
            "ix_obligation_open",
            *("entity_id", "kind", "due_on", "closes_on", "line_id", "team_id", "done_on"),
            where="done_on IS NULL",
        ),
        one_of("kind", ObligationKind),
        one_of("reason", ObligationReason),
        one_of("state", ObligationState),
        check("period", "(kind = 'deadline') = (period = '')"),
        check("dates", "due_on <= closes_on"),
        check("open", "(state = 'owed') = (done_on IS NULL)"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    line_id: int = Field(foreign_key="line.id")
    team_id: int | None = Field(foreign_key="team.id")
    kind: ObligationKind = word(ObligationKind)
    period: str | None = or_empty()
    due_on: date
    closes_on: date | None = open_end()
    reason: ObligationReason = word(ObligationReason)
    state: ObligationState = word(ObligationState)
    done_on: date | None


class ReminderRow(Owned, table=True):
    """A step claimed once for an obligation, its due date and an audience.

    The due date and the team are part of the key: after an extension, or when another team takes the line over, the
    steps are owed anew. team_id 0: of no team. waiting: in no notice yet and not suppressed.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("obligation_id", "due_on", "step", "audience", "team_id"),
        partial("ix_reminder_waiting", "entity_id", where="waiting = 1", postgresql="waiting"),
        one_of("audience", Audience),
        one_of("reason", ReminderReason),
        *filled("step", "suppressed"),
        check("waiting", "NOT waiting OR suppressed IS NULL"),
        check("dates", "on_date <= claimed_on"),
    )
    obligation_id: int = Field(foreign_key="obligation.id")
    due_on: date
    step: str
    audience: Audience = word(Audience)
    reason: ReminderReason = word(ReminderReason)
    on_date: date
    claimed_on: date
    claimed_at: datetime = moment()
    waiting: bool
    suppressed: str | None = long_text()
    team_id: int


class DecisionRow(Owned, table=True):
    """What a person decided about a line or a team. to_team_id: who is to take a line that is handed over.

    ended_on, ended_by: taken back before its end.
    """

    __tablename__ = "decision"
    __table_args__ = (
        Index("ix_decision_line_id", "line_id"),
        Index("ix_decision_entity_id_kind", "entity_id", "kind"),
        one_of("kind", DecisionKind),
        *filled("reason", "author"),
        check("subject", "(line_id IS NULL) <> (team_id IS NULL)"),
        check("line", "kind = 'silence' OR line_id IS NOT NULL"),
        check("end", "kind = 'waiver' OR until IS NOT NULL"),
        check("dates", "starts_on <= until"),
        check("ended", "(ended_on IS NULL) = (ended_by IS NULL)"),
    )
    kind: DecisionKind = word(DecisionKind)
    line_id: int | None = Field(foreign_key="line.id")
    team_id: int | None = Field(foreign_key="team.id")
    period: str | None = or_empty()
    starts_on: date
    until: date | None
    reason: str
    author: str
    decided_at: datetime = moment()
    to_team_id: int | None = Field(foreign_key="team.id")
    ended_on: date | None
    ended_by: str | None


obligation, reminder, decision = table_of(ObligationRow), table_of(ReminderRow), table_of(DecisionRow)
