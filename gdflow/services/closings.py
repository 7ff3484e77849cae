"""Whether a period still takes answers, and for which lines."""

from dataclasses import dataclass
from datetime import date

from gdflow.domain.errors import ConflictError
from gdflow.services.received import Handed
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import period_label
from gdflow.storage import obligations, periods
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Closings:
    """locked: why a period that has closed takes nothing more, None while it is open.

    still_open: ids of the team's lines that a person gave more time than their period has.
    """

    locked: ConflictError | None
    still_open: frozenset[int]

    def is_late(self, line_id: int) -> bool:
        """Whether an answer for the line comes too late."""
        return self.locked is not None and line_id not in self.still_open


def closings_of(session: Session, handed: Handed, period: str, today: date) -> Closings:
    """How a period of a team's plans stands on a day."""
    locked = _locked(session, handed, period, today)
    return Closings(locked, _still_open(session, handed, period, today) if locked else frozenset())


def _locked(session: Session, handed: Handed, key: str, today: date) -> ConflictError | None:
    for plan_id in handed.plan_ids:
        for period in periods.periods_of(session, plan_id):
            if period.key == key and today > period.closes_on:
                return ConflictError("period_closed", period=period_label(key), closes_on=long_date(period.closes_on))
    return None


def _still_open(session: Session, handed: Handed, key: str, today: date) -> frozenset[int]:
    return frozenset(
        owed.line_id
        for plan_id in handed.plan_ids
        for owed in obligations.obligations_of_plan(session, plan_id, key)
        if owed.team_id == handed.team_id and owed.closes_on is not None and owed.closes_on >= today
    )
