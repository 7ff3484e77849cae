"""A team's report as its reviewer meets it, and where it stands."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from gdflow.domain.results import SubmissionState
from gdflow.domain.reviews import Review, Verdict

_REVIEWED = {Verdict.ACCEPTED: SubmissionState.ACCEPTED, Verdict.RETURNED: SubmissionState.RETURNED}


def state_of(review: Review | None) -> SubmissionState:
    """Where a report in force stands by its newest review."""
    return SubmissionState.SUBMITTED if review is None else _REVIEWED[review.verdict]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A team's report in force, as its reviewer meets it. plan: its code. row: in the document.

    version: 1 for the first figure that the team ever sent for the line and period. review: the newest, if any.
    """

    result_id: int
    plan_id: int
    plan: str
    line_id: int
    row: int
    number: str | None
    label: str
    team_id: int | None
    team: str | None
    period: str
    value: Decimal
    narrative: str | None
    zero_reason: str | None
    reported_at: datetime
    receipt: str | None
    version: int
    review: Review | None = None

    @property
    def state(self) -> SubmissionState:
        """Where it stands."""
        return state_of(self.review)
