"""One cell of a consolidated report: a line's figure of a period, or the word that stands in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.lines import Result
from gdflow.domain.obligations import OWING, Obligation, ObligationReason, ObligationState
from gdflow.domain.periods import Period
from gdflow.domain.quick import quickly_made
from gdflow.domain.results import CellState, SubmissionState, cell_state
from gdflow.domain.reviews import Review
from gdflow.domain.submitted import state_of

ANSWERED = frozenset({CellState.REPORTED, CellState.REPORTED_ZERO, CellState.ACCEPTED})
MISSING = frozenset({CellState.LATE, CellState.MISSING_AT_CLOSE})
# What cannot be read is not held against a team: it waits for the coordinator. What came back is owed again.
PENDING = frozenset({CellState.NOT_YET_DUE, CellState.DUE, CellState.UNREADABLE, CellState.RETURNED})
UNANSWERED = MISSING | PENDING
OPEN = frozenset({CellState.NOT_YET_DUE, CellState.DUE, CellState.LATE})
EXCUSED = frozenset({ObligationState.COMPLETE, ObligationState.WAIVED, ObligationState.WITHDRAWN})

AFTER_CUT = "posterior al corte"
REPORTED_ZERO = "reportó 0"
UNREPORTED_WORDS: Mapping[CellState, str] = {
    CellState.NOT_YET_DUE: "pendiente",
    CellState.DUE: "pendiente",
    CellState.LATE: "sin reporte",
    CellState.MISSING_AT_CLOSE: "sin reporte",
    CellState.WAIVED: "exceptuada",
    CellState.UNREADABLE: "dato ilegible",
    CellState.RETURNED: "devuelto",
}
UNEXPECTED_WORDS: Mapping[ObligationReason, str] = {
    ObligationReason.COMPLETE: "ya cumplida",
    ObligationReason.NO_WINDOW: "sin plazo",
    ObligationReason.UNCONFIRMED: "plazo por confirmar",
}


@quickly_made
@dataclass(frozen=True, slots=True)
class Figure:
    """A line's cell for a period. expected: the line owes (or owed) this period's result, for or against `reason`.

    result: None also for one of a period after the cut (after_cut), and for one that its reviewer sent back.
    obligation: None for a period that was never opened, as those reported in the imported plan itself.
    review: where a team's report stands with its reviewer, where the plan has one; note: why it came back.
    """

    period: str
    state: CellState
    reason: ObligationReason
    expected: bool
    after_cut: bool
    result: Result | None
    obligation: Obligation | None
    review: SubmissionState | None = None
    note: str | None = None

    @property
    def value(self) -> Decimal | None:
        """The figure itself, in the line's unit."""
        return self.result.value if self.result else None

    @property
    def word(self) -> str:
        """What people read where there is no figure; beside a zero, that it was reported."""
        if self.after_cut:
            return AFTER_CUT
        if self.state in ANSWERED:
            return REPORTED_ZERO if self.value == 0 else ""
        return UNREPORTED_WORDS.get(self.state) or UNEXPECTED_WORDS.get(self.reason, "no aplica")


def figure(
    period: Period,
    reason: ObligationReason,
    result: Result | None,
    obligation: Obligation | None,
    *,
    cut: Period,
    as_of: date,
    reviewed: bool = False,
    review: Review | None = None,
    closed: bool = False,
) -> Figure:
    """The cell of a line's period in a report that is cut at the end of `cut`.

    reason: why the line owes the period's result or does not, by its results up to the cut.
    reviewed: the result has a reviewer; review: what that one said of it.
    closed: the period takes nothing more, whatever its dates say.
    """
    expected = reason in OWING if obligation is None else obligation.state not in EXCUSED
    after_cut = result is not None and period.end > cut.end
    shown = None if after_cut else result
    if shown is None and obligation is None and expected:
        state = CellState.LATE if period.end < as_of else CellState.NOT_YET_DUE
    else:
        state = cell_state(obligation, shown, as_of, state_of(review) if reviewed else None)
    if closed and state in OPEN:
        state = CellState.MISSING_AT_CLOSE
    if shown is None or not reviewed:
        return Figure(period.key, state, reason, expected, after_cut, shown, obligation)
    kept, note = (None, review.note if review else None) if state is CellState.RETURNED else (shown, None)
    return Figure(period.key, state, reason, expected, after_cut, kept, obligation, state_of(review), note)
