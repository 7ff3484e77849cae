"""How the closed periods of one plan stand for its lines when what they owe is worked out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gdflow.domain.decisions import Place, Standing
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import Obligation, Opened
from gdflow.services.closings import ClosedPeriods, closed_periods
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class ClosedPlan:
    """The plan's closed periods, and for which of its lines they were opened again. teams: of the lines."""

    known: ClosedPeriods
    plan_id: int
    teams: Mapping[int, int | None]

    def until(self, line_id: int, period: str) -> date | None:
        """The last day on which a closed period takes something of a line."""
        return self.known.open_until(self.plan_id, period, line_id, self.teams.get(line_id))

    def dated(self, line: Line, opened: Sequence[Opened]) -> Sequence[Opened]:
        """The periods for which the line may come to owe something, with its dates in them."""
        if not self.known.closings:
            return opened
        return tuple(dated for each in opened for dated in self._dated(line, each))

    def _dated(self, line: Line, opened: Opened) -> tuple[Opened, ...]:
        period = opened[0]
        if self.known.of(self.plan_id, period.key) is None:
            return (opened,)
        until = self.until(line.id, period.key)
        return () if until is None else ((period, until, until),)

    def keeps(self, obligation: Obligation) -> bool:
        """Whether it stays as a closing left it."""
        period = obligation.period
        return self.known.of(self.plan_id, period) is not None and self.until(obligation.line_id, str(period)) is None

    def is_reopened(self, obligation: Obligation) -> bool:
        """Whether its period was closed and takes something of its line again."""
        return self.known.of(self.plan_id, obligation.period) is not None and not self.keeps(obligation)

    def extended(self, taken: Standing) -> Mapping[Place, date | None]:
        """The extensions that count: a closing has taken over those of its own period."""
        extended = taken.extended.items()
        return {place: until for place, until in extended if self.known.of(self.plan_id, place[1]) is None}


def closed_plan(session: Session, plan: PlanFacts, lines: Iterable[Line], today: date) -> ClosedPlan:
    """How a plan's closed periods stand on a day."""
    return ClosedPlan(closed_periods(session, [plan.id], today), plan.id, {line.id: line.team_id for line in lines})
