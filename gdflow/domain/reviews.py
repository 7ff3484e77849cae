"""What a reviewer said of a report."""

from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.labels import LabelledEnum


class Verdict(LabelledEnum):
    """How a review ended."""

    ACCEPTED = "accepted", "Avalado"
    RETURNED = "returned", "Devuelto para corrección"


class ReviewMode(LabelledEnum):
    """Whether a plan's reports are reviewed, and by whom."""

    NONE = "none", "Sin revisión"
    COORDINATOR = "coordinator", "Las revisa la coordinación"


@dataclass(frozen=True, slots=True)
class Review:
    """A verdict on a result; the newest one of a result counts. note: stated with RETURNED."""

    id: int
    result_id: int
    verdict: Verdict
    note: str | None
    reviewer: str
    at: datetime
