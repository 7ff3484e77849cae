"""What stands in a cell of line and period, and the way of a submission through review.

Not expected, not yet reported, reported as zero and waived are four things, and stay so.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Result
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.periods import parse_period
from gdflow.domain.transitions import follow


class CellState(LabelledEnum):
    """The state of one line in one period."""

    NOT_EXPECTED = "not_expected", "No programado"
    NOT_YET_DUE = "not_yet_due", "Período en curso"
    DUE = "due", "Por reportar"
    LATE = "late", "Vencido sin reporte"
    MISSING_AT_CLOSE = "missing_at_close", "Sin reporte al cierre"
    REPORTED = "reported", "Reportado"
    REPORTED_ZERO = "reported_zero", "Reportado sin avance"
    RETURNED = "returned", "Devuelto para corrección"
    ACCEPTED = "accepted", "Avalado"
    WAIVED = "waived", "Exceptuado"
    UNREADABLE = "unreadable", "Dato ilegible en el plan"


class SubmissionState(LabelledEnum):
    """Where a team's report of a line and period stands."""

    PENDING = "pending", "Sin reporte"
    SUBMITTED = "submitted", "Por revisar"
    RETURNED = "returned", "Devuelto para corrección"
    ACCEPTED = "accepted", "Avalado"
    WAIVED = "waived", "Exceptuado"


class SubmissionEvent(StrEnum):
    """What happens to a report."""

    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"
    WAIVE = "waive"
    RECALL = "recall"


TRANSITIONS: Mapping[SubmissionState, Mapping[SubmissionEvent, SubmissionState]] = {
    SubmissionState.PENDING: {
        SubmissionEvent.SUBMIT: SubmissionState.SUBMITTED,  # the team answers
        SubmissionEvent.WAIVE: SubmissionState.WAIVED,  # the coordinator excuses it, with a reason
    },
    SubmissionState.SUBMITTED: {
        SubmissionEvent.SUBMIT: SubmissionState.SUBMITTED,  # the team corrects itself; the newest figure counts
        SubmissionEvent.RETURN: SubmissionState.RETURNED,  # the reviewer asks for changes, with a note
        SubmissionEvent.ACCEPT: SubmissionState.ACCEPTED,  # the reviewer approves
    },
    SubmissionState.RETURNED: {
        SubmissionEvent.SUBMIT: SubmissionState.SUBMITTED,  # the team answers the note
        SubmissionEvent.ACCEPT: SubmissionState.ACCEPTED,  # the reviewer takes the return back
        SubmissionEvent.WAIVE: SubmissionState.WAIVED,  # no answer can come any more
    },
    SubmissionState.ACCEPTED: {
        SubmissionEvent.RETURN: SubmissionState.RETURNED,  # the approval is taken back, with a note
    },
    SubmissionState.WAIVED: {
        SubmissionEvent.SUBMIT: SubmissionState.SUBMITTED,  # the team reports all the same
        SubmissionEvent.RECALL: SubmissionState.PENDING,  # the excuse is taken back
    },
}

_REVIEWED = {SubmissionState.RETURNED: CellState.RETURNED, SubmissionState.ACCEPTED: CellState.ACCEPTED}
_SETTLED = {
    ObligationState.MET: CellState.REPORTED,
    ObligationState.COMPLETE: CellState.NOT_EXPECTED,
    ObligationState.WITHDRAWN: CellState.NOT_EXPECTED,
    ObligationState.WAIVED: CellState.WAIVED,
    ObligationState.MISSING_AT_CLOSE: CellState.MISSING_AT_CLOSE,
    ObligationState.UNREADABLE: CellState.UNREADABLE,
}


def move(state: SubmissionState, event: SubmissionEvent) -> SubmissionState:
    """The state after an event. Raises ConflictError("wrong_state")."""
    return follow(TRANSITIONS, state, event)


def cell_state(
    obligation: Obligation | None, result: Result | None, today: date, review: SubmissionState | None = None
) -> CellState:
    """The state of a cell on a day. What was reported is shown as reported, whether it was asked for or not.

    review: where the result stands with its reviewer, for plans that have one.
    """
    if result is not None:
        reported = CellState.REPORTED_ZERO if result.value == 0 else CellState.REPORTED
        return reported if review is None else _REVIEWED.get(review, reported)
    if obligation is None:
        return CellState.NOT_EXPECTED
    return _SETTLED.get(obligation.state) or _unanswered(obligation, today)


def _unanswered(obligation: Obligation, today: date) -> CellState:
    if obligation.closes_on is not None and today > obligation.closes_on:
        return CellState.MISSING_AT_CLOSE
    if today > obligation.due_on:
        return CellState.LATE
    running = obligation.period is None or today <= parse_period(obligation.period).end
    return CellState.NOT_YET_DUE if running else CellState.DUE
