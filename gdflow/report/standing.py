"""Whether the figures of a book are final: which of its reports a closing froze, and which may still change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import BOGOTA, Consolidated
from gdflow.spanish.consolidated import DRAFT, closed_mark, closed_said, draft_mark, made_said


@dataclass(frozen=True, slots=True)
class Standing:
    """What a book rests on. still_open: codes of the plans whose period is not closed; mark: of every page."""

    still_open: tuple[str, ...]
    mark: str

    def told(self, made_at: datetime) -> str:
        """The same in a sentence, with the moment in which the book was made."""
        at = made_at.astimezone(BOGOTA)
        return made_said(self.mark, at) if self.is_draft else closed_said(self.mark, at)

    @property
    def is_draft(self) -> bool:
        """Whether something in the book may still change."""
        return bool(self.still_open)


def standing_of(reports: Sequence[Consolidated], closings: Sequence[Closed]) -> Standing:
    """How the reports stand. closings: those that froze some of them."""
    frozen = {each.facts.plan_id for each in closings}
    still_open = tuple(report.plan.code for report in reports if report.plan.id not in frozen)
    if not closings:
        return Standing(still_open, DRAFT)
    if still_open:
        return Standing(still_open, draft_mark(still_open, len(reports)))
    return Standing((), closed_mark([each.facts.number for each in closings]))
