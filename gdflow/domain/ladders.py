"""The steps by which people are reminded, as an entity sets them: counted in business days around two dates."""

from dataclasses import dataclass
from enum import StrEnum

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.people import Audience


class Anchor(StrEnum):
    """The date from which a step counts: the due date, or the day on which the period locks."""

    DUE = "due"
    CLOSES = "closes"


class ReminderReason(LabelledEnum):
    """Why a reminder is written."""

    DUE_SOON = "due_soon", "Próximo a vencer"
    DUE_TODAY = "due_today", "Vence hoy"
    OVERDUE = "overdue", "Vencido"
    CLOSING_SOON = "closing_soon", "Próximo a cerrar"
    ESCALATED = "escalated", "Vencido, informado a la jefatura"


@dataclass(frozen=True, slots=True)
class Step:
    """A rung: so many business days after its anchor (before it, when negative), said to one audience.

    Offset 0 is the anchor itself, or the next business day.
    """

    name: str
    anchor: Anchor
    offset: int
    audience: Audience
    reason: ReminderReason


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps for one kind of obligation, in the order in which a later one supersedes an earlier.

    repeat_every: the last step counted from the due date is said again every so many business days ("+6", "+11").
    """

    steps: tuple[Step, ...]
    repeat_every: int | None = None

    @property
    def last_due_steps(self) -> tuple[Step, ...]:
        """The steps farthest behind the due date, one per audience: those that repeat."""
        due = [step for step in self.steps if step.anchor is Anchor.DUE]
        top = max((step.offset for step in due), default=0)
        return tuple(step for step in due if step.offset == top)


@dataclass(frozen=True, slots=True)
class Policy:
    """The ladder of a period's results and that of the lines' own deadlines.

    chain: who is told of what is late, the first whom the team has.
    """

    results: Ladder
    deadlines: Ladder
    chain: tuple[Audience, ...] = (Audience.HEAD, Audience.COORDINATOR)

    @property
    def longest_lead(self) -> int:
        """How many business days before its due date something is first spoken of."""
        steps = (*self.results.steps, *self.deadlines.steps)
        return max((-step.offset for step in steps if step.anchor is Anchor.DUE and step.offset < 0), default=0)

    def ladder(self, kind: ObligationKind) -> Ladder:
        """The ladder for a kind of obligation."""
        return self.results if kind is ObligationKind.RESULT else self.deadlines


def step_name(offset: int) -> str:
    """The name of a step by its distance from the due date: "-5", "0", "+3"."""
    return f"{offset:+d}" if offset else "0"


def _to_team(*offsets: int) -> tuple[Step, ...]:
    return tuple(Step(step_name(offset), Anchor.DUE, offset, Audience.TEAM, _reason(offset)) for offset in offsets)


def _reason(offset: int) -> ReminderReason:
    if offset == 0:
        return ReminderReason.DUE_TODAY
    return ReminderReason.OVERDUE if offset > 0 else ReminderReason.DUE_SOON


DEFAULT_POLICY = Policy(
    results=Ladder(
        (
            *_to_team(-5, -2, 0, 1, 3),
            Step("+3", Anchor.DUE, 3, Audience.HEAD, ReminderReason.ESCALATED),
            Step("close-1", Anchor.CLOSES, -1, Audience.TEAM, ReminderReason.CLOSING_SOON),
        )
    ),
    deadlines=Ladder(_to_team(-10, -5, -1, 0, 1), repeat_every=5),
)
