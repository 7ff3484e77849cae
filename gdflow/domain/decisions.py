"""What a person decided about a line or a team: each with author, reason and end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.people import Audience


class DecisionKind(LabelledEnum):
    """What was decided.

    WAIVER: not owed. EXTENSION: due later. SILENCE: owed, but not reminded until its end. ACKNOWLEDGEMENT: the team
    knows and is at work, so it is not reminded again until its end; whoever is above it is. HANDOVER: the team says
    that the line is not its own; it is not reminded until the coordinator has decided, at the latest until its end.
    """

    WAIVER = "waiver", "Excepción"
    EXTENSION = "extension", "Prórroga"
    SILENCE = "silence", "Silencio"
    ACKNOWLEDGEMENT = "acknowledgement", "Acuse"
    HANDOVER = "handover", "No le corresponde"


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded decision; exactly one of line_id and team_id is stated.

    period: the only period concerned, else None. until: its last day; of an extension the new due date.
    to_team_id: who is to take a line that is handed over, where the team named one. ended_on: taken back on that day.
    """

    id: int
    kind: DecisionKind
    line_id: int | None
    team_id: int | None
    period: str | None
    starts_on: date
    until: date | None
    reason: str
    author: str
    decided_at: datetime
    to_team_id: int | None = None
    ended_on: date | None = None
    ended_by: str | None = None

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day; one that is taken back is not, from that very day on."""
        return self._runs(day) and (self.ended_on is None or day < self.ended_on)

    def held(self, day: date) -> bool:
        """Whether it was in force at some hour of a day: also on the day on which it was taken back."""
        return self._runs(day) and (self.ended_on is None or day <= self.ended_on)

    def _runs(self, day: date) -> bool:
        # What was extended stays due on the new date, also once that day has passed.
        over = self.kind is not DecisionKind.EXTENSION and self.until is not None and day > self.until
        return self.starts_on <= day and not over


# Which audiences are not spoken to; the first that holds is the reason that people are told.
RESTS = {
    DecisionKind.SILENCE: frozenset(Audience),
    DecisionKind.ACKNOWLEDGEMENT: frozenset({Audience.TEAM}),
    DecisionKind.HANDOVER: frozenset({Audience.TEAM}),
}


def resting(
    decisions: Iterable[Decision], line_id: int, team_id: int | None, audience: Audience, day: date
) -> Decision | None:
    """The decision by which an audience hears nothing of a line on a day, or None when it may be spoken to."""
    holding = [
        decision
        for decision in decisions
        if audience in RESTS.get(decision.kind, ())
        and (decision.line_id == line_id or (team_id is not None and decision.team_id == team_id))
        and decision.holds(day)
    ]
    return min(holding, key=lambda decision: list(RESTS).index(decision.kind), default=None)


Place = tuple[int | None, str | None]
"""A line and a period; no period: the line's own end."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the waivers and extensions of a plan say of what its lines owe."""

    waived: frozenset[Place]
    extended: Mapping[Place, date | None]

    def is_waived(self, line_id: int, period: str | None) -> bool:
        """Whether a line does not owe a period, or nothing at all: a waiver without a period is of the whole line."""
        return (line_id, period) in self.waived or (line_id, None) in self.waived


def standing(decisions: Iterable[Decision]) -> Standing:
    """The waivers and extensions among decisions in the order in which they were taken, without those taken back."""
    taken = [decision for decision in decisions if decision.ended_on is None]
    return Standing(
        frozenset((each.line_id, each.period) for each in taken if each.kind is DecisionKind.WAIVER),
        # Of several extensions the newest counts.
        {(each.line_id, each.period): each.until for each in taken if each.kind is DecisionKind.EXTENSION},
    )
