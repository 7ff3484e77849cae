"""What one team sees on its page for one period: what is missing, what was sent, and what need not be reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.decisions import Decision
from gdflow.domain.evidence import Evidence
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Line, Result
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.receipts import ReceiptFacts
from gdflow.domain.reviews import Review, Verdict


class Standing(LabelledEnum):
    """Where a line stands for its team, in the order in which the page shows them: what needs a hand first."""

    RETURNED = "returned", "Devuelta"
    OVERDUE = "overdue", "Vencida"
    PENDING = "pending", "Sin reportar"
    MISSED = "missed", "Sin reporte al cierre"
    SENT = "sent", "Enviada"
    ACCEPTED = "accepted", "Aceptada"


WAITING = frozenset({Standing.RETURNED, Standing.OVERDUE, Standing.PENDING})
OF_VERDICT = {Verdict.RETURNED: Standing.RETURNED, Verdict.ACCEPTED: Standing.ACCEPTED}
EXEMPT = {ObligationState.WAIVED: "Exceptuada", ObligationState.COMPLETE: "Ya cumplida"}


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that the team owes or has sent. plan: its title.

    result: what is in force for the period. before: values of the periods before, by key. previous: the newest of
    them in full. note: why it came back. handed_over: the team's own word that it is not its line, while it holds.
    is_open: the period still takes what is said of the line.
    """

    line: Line
    plan: str
    standing: Standing
    due_on: date
    closes_on: date | None
    result: Result | None
    before: Mapping[str, Decimal]
    previous: Result | None
    evidence: tuple[Evidence, ...]
    note: str | None
    handed_over: Decision | None
    is_open: bool

    @property
    def is_missing(self) -> bool:
        """Whether the team still has something to do about it."""
        return self.standing in WAITING

    @property
    def can_change(self) -> bool:
        """Whether the team may send something: what was accepted changes only when it is returned."""
        return self.is_open and self.standing is not Standing.ACCEPTED


@dataclass(frozen=True, slots=True)
class ExemptLine:
    """A line that owes nothing for the period, and why, in a word. values: in force, by period key."""

    line: Line
    why: str
    values: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """A team's page for a period on a day. report_by is timely, closes_on locks; lines are in the order of the page.

    uploads: the workbooks that came by the page, newest first. closed_on: when the period was closed for all of its
    lines. reopened_until: the last day to which it was opened again for some.
    """

    entity: str
    team: str
    period: str
    today: date
    report_by: date
    closes_on: date | None
    lines: tuple[PageLine, ...]
    exempt: tuple[ExemptLine, ...]
    uploads: tuple[ReceiptFacts, ...]
    closed_on: date | None = None
    reopened_until: date | None = None

    @property
    def missing(self) -> int:
        """How many lines still wait for the team."""
        return sum(line.is_missing for line in self.lines)

    @property
    def sent(self) -> int:
        """How many lines have what they were asked for."""
        return sum(line.result is not None and not line.is_missing for line in self.lines)

    @property
    def is_closed(self) -> bool:
        """Whether nothing of it can be changed any more."""
        past = self.closes_on is not None and self.today > self.closes_on
        return (past or self.closed_on is not None) and not any(line.is_open for line in self.lines)

    def line(self, uid: str) -> PageLine | None:
        """The line of a uid, or None when the page does not have it."""
        return next((each for each in self.lines if each.line.uid == uid), None)


def standing_of(owed: Obligation, result: Result | None, review: Review | None, today: date) -> Standing:
    """Where an obligation stands for its team on a day; review: of the result in force, None without one."""
    if result is not None and owed.state is not ObligationState.UNREADABLE:
        return OF_VERDICT[review.verdict] if review else Standing.SENT
    if owed.state is ObligationState.MISSING_AT_CLOSE or (owed.closes_on is not None and today > owed.closes_on):
        return Standing.MISSED
    return Standing.OVERDUE if today > owed.due_on else Standing.PENDING
