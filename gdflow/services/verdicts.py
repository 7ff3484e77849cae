"""The one answer to "was the team reminded on that day, and why"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.decisions import Decision, DecisionKind, resting
from gdflow.domain.notices import NoticeFacts, Reminder
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.domain.reminders import StepDate


class Verdict(StrEnum):
    """Whether the team was reminded. WAITING: written, but its readers had had their mail of the day.

    IN_CHANNEL: only a chat channel took it, which proves nothing.
    """

    REMINDED = "reminded"
    QUEUED = "queued"
    IN_DOUBT = "in_doubt"
    IN_CHANNEL = "in_channel"
    REFUSED = "refused"
    SAID_BEFORE = "said_before"
    WAITING = "waiting"
    SILENCED = "silenced"
    ACKNOWLEDGED = "acknowledged"
    HANDED_OVER = "handed_over"
    EXTENDED = "extended"
    CLOSED_DAY = "closed_day"
    NO_ADDRESS = "no_address"
    NOT_YET_SCANNED = "not_yet_scanned"
    BEFORE_FIRST_STEP = "before_first_step"
    LOCKED = "locked"
    REPORTED = "reported"
    COMPLETE = "complete"
    WAIVED = "waived"
    NOT_OWED = "not_owed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Situation:
    """What bears on one obligation: the steps that had passed, what was written of them, and what people decided."""

    obligation: Obligation
    passed: Sequence[StepDate]
    written: Sequence[Reminder]
    notices: Mapping[int, NoticeFacts]
    taken: Sequence[Decision]
    addresses: Sequence[str]


Judged = tuple[Verdict, Decision | None]
"""A verdict and the decision behind it."""
OF_DECISION = {
    DecisionKind.SILENCE: Verdict.SILENCED,
    DecisionKind.ACKNOWLEDGEMENT: Verdict.ACKNOWLEDGED,
    DecisionKind.HANDOVER: Verdict.HANDED_OVER,
}
ENDED = {
    ObligationState.MET: Verdict.REPORTED,
    ObligationState.COMPLETE: Verdict.COMPLETE,
    ObligationState.WAIVED: Verdict.WAIVED,
    ObligationState.WITHDRAWN: Verdict.NOT_OWED,
    ObligationState.MISSING_AT_CLOSE: Verdict.LOCKED,
    ObligationState.UNREADABLE: Verdict.UNREADABLE,
}
# Of several notices of one reminder the one that came furthest counts.
OF_STATE = {
    NoticeState.SENT: Verdict.REMINDED,
    NoticeState.IN_DOUBT: Verdict.IN_DOUBT,
    NoticeState.QUEUED: Verdict.QUEUED,
    NoticeState.SENDING: Verdict.QUEUED,
    NoticeState.RETRY: Verdict.QUEUED,
    NoticeState.HANDED_OVER: Verdict.IN_CHANNEL,
    NoticeState.REFUSED: Verdict.REFUSED,
}


def verdict_of(given: Situation, calendar: BusinessCalendar, as_of: date) -> Judged:
    """Whether the team was reminded on a day, or why it was not."""
    said = _furthest(_notices(given, given.written), as_of)
    if said is not None:
        return said, None
    if not is_owed(given.obligation, as_of):
        return ENDED[given.obligation.state], _standing(given, DecisionKind.WAIVER)
    if given.obligation.closes_on is not None and as_of > given.obligation.closes_on:
        return Verdict.LOCKED, None
    if calendar.why_closed(as_of):
        return Verdict.CLOSED_DAY, None
    newest = next((step for step in reversed(given.passed) if step.audience is Audience.TEAM), None)
    return _before(given) if newest is None else _of_step(given, newest, as_of)


def is_owed(obligation: Obligation, as_of: date) -> bool:
    """Whether it was still owed at the end of the day."""
    return obligation.done_on is None or obligation.done_on > as_of


def _before(given: Situation) -> Judged:
    extended = _standing(given, DecisionKind.EXTENSION)
    return (Verdict.EXTENDED if extended else Verdict.BEFORE_FIRST_STEP), extended


def _of_step(given: Situation, newest: StepDate, as_of: date) -> Judged:
    owed = given.obligation
    rests = resting(given.taken, owed.line_id, owed.team_id, Audience.TEAM, as_of)
    if rests is not None:
        return OF_DECISION[rests.kind], rests
    if not given.addresses:
        return Verdict.NO_ADDRESS, None
    of_step = [each for each in given.written if each.step == newest.step]
    said = _furthest(_notices(given, of_step))
    if said is None:
        return (Verdict.WAITING if of_step else Verdict.NOT_YET_SCANNED), None
    return (Verdict.SAID_BEFORE if said is Verdict.REMINDED else said), None


def _notices(given: Situation, written: Iterable[Reminder]) -> list[NoticeFacts]:
    """The notices by which the team itself was told."""
    own = (each for each in written if each.audience is Audience.TEAM)
    return [given.notices[mark.notice_id] for each in own for mark in each.notices]


def _furthest(notices: Iterable[NoticeFacts], day: date | None = None) -> Verdict | None:
    """What became of the notices, of one day or of all; None when there was none but those let be."""
    states = {notice.state for notice in notices if day in (None, notice.day)}
    return next((verdict for state, verdict in OF_STATE.items() if state in states), None)


def _standing(given: Situation, kind: DecisionKind) -> Decision | None:
    """The newest decision of a kind about the obligation that nobody has taken back."""
    about = (given.obligation.period, None) if kind is DecisionKind.WAIVER else (given.obligation.period,)
    found = [each for each in given.taken if each.kind is kind and each.ended_on is None and each.period in about]
    return found[-1] if found else None
