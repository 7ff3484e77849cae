"""One cell of a consolidated report: a line's figure of a period, or the word that stands in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.lines import Result
from gdflow.domain.obligations import OWING, Obligation, ObligationReason, ObligationState
from gdflow.domain.periods import Period
from gdflow.domain.results import CellState, cell_state

ANSWERED = frozenset({CellState.REPORTED, CellState.REPORTED_ZERO, CellState.RETURNED, CellState.ACCEPTED})
MISSING = frozenset({CellState.LATE, CellState.MISSING_AT_CLOSE})
# What cannot be read is not held against a team: it waits for the coordinator.
PENDING = frozenset({CellState.NOT_YET_DUE, CellState.DUE, CellState.UNREADABLE})
UNANSWERED = MISSING | PENDING
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
}
UNEXPECTED_WORDS: Mapping[ObligationReason, str] = {
    ObligationReason.COMPLETE: "ya cumplida",
    ObligationReason.NO_WINDOW: "sin plazo",
    ObligationReason.UNCONFIRMED: "plazo por confirmar",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A line's cell for a period. expected: the line owes (or owed) this period's result, for or against `reason`.

    result: None also for one of a period after the cut (after_cut). obligation: None for a period that was never
    opened, as those reported in the imported plan itself.
    """

    period: str
    state: CellState
    reason: ObligationReason
    expected: bool
    after_cut: bool
    result: Result | None
    obligation: Obligation | None

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
    *,
    result: Result | None,
    obligation: Obligation | None,
    cut: Period,
    as_of: date,
) -> Figure:
    """The cell of a line's period in a report that is cut at the end of `cut`.

    reason: why the line owes the period's result or does not, by its results up to the cut.
    """
    expected = reason in OWING if obligation is None else obligation.state not in EXCUSED
    after_cut = result is not None and period.end > cut.end
    shown = None if after_cut else result
    if shown is None and obligation is None and expected:
        state = CellState.LATE if period.end < as_of else CellState.NOT_YET_DUE
    else:
        state = cell_state(obligation, shown, as_of)
    return Figure(period.key, state, reason, expected, after_cut, shown, obligation)
