"""What one mail says: to whom it speaks, about which lines, and in which order. No wording and no layout.

Four mails exist: the digest to a team, the escalation to its head, the receipt to a sender, the notice to the
coordinator. Days are calendar days, counted from the date that the mail itself prints.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from urllib.parse import quote

from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.labels import SignedEnum
from gdflow.domain.ladders import ReminderReason
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.plan import Accumulation, TargetUnit
from gdflow.domain.reviews import ReviewMode

REFERENCE_MARK = "GD-"
MAX_SHOWN = 10  # more rows are not read on a phone; the form has them all


class Purpose(StrEnum):
    """Why a message is written; part of a mail's key, so one person gets at most one of each a day."""

    DIGEST = "digest"
    ESCALATION = "escalation"
    RECEIPT = "receipt"
    COORDINATOR = "coordinator"
    CLOSING = "closing"
    REOPENING = "reopening"
    ACCOUNT = "account"
    WEBHOOK = "webhook"


class Section(SignedEnum):
    """How urgent a line is, most urgent first. `label` heads its rows."""

    RETURNED = "returned", "Por corregir", "◆"
    CLOSING = "closing", "Último plazo antes del cierre", "■"
    OVERDUE = "overdue", "Vencidas", "▲"
    DUE_TODAY = "due_today", "Para hoy", "●"
    SOON = "soon", "Próximas", "○"


URGENCY = {section: place for place, section in enumerate(Section)}


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """A plan as mails call it: by its title, or by its code where it has none."""

    name: str
    review: ReviewMode


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line as mails speak of it: where it stands, what it is to reach and what it is called."""

    id: int
    plan_id: int
    row: int
    number: str | None
    item: str | None
    target: Decimal | None
    target_unit: TargetUnit | None
    target_text: str | None
    accumulation: Accumulation
    label: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose mail it is, whom it greets, and where answers and questions go.

    topic: the short name in the subject's brackets. recipient: the address. name: how to greet, or None.
    reply_to: where an answer goes. contact: the coordinator's address, for questions. reference: of the
    correspondence that an answer belongs to ("k7f3q2mx4d"), None where no answer is awaited.
    """

    entity: str
    topic: str
    recipient: str
    name: str | None
    reply_to: str
    contact: str
    reference: str | None = None

    @property
    def reference_text(self) -> str | None:
        """The reference as people see it: GD-K7F3Q2MX4D."""
        return f"{REFERENCE_MARK}{self.reference.upper()}" if self.reference else None


@dataclass(frozen=True, slots=True)
class DigestLine:
    """A line that owes something, with what a reader needs to recognise it.

    plan: its plan's title. number: as printed, a label only. period: its key, None for a deadline.
    target_text, so_far_text: figures already in Spanish ("21 actas", "9 de 21"). returned_note: why a report came
    back, None unless it did. first_notice_on: the day its team was first told; needed by an escalation. also: what
    else the same line owes, less urgent, said on its row.
    """

    plan: str
    row: int
    number: str | None
    label: str
    item: str | None
    period: str | None
    kind: ObligationKind
    due_on: date
    closes_on: date | None
    reason: ReminderReason
    team: str
    target_text: str | None = None
    so_far_text: str | None = None
    link: str | None = None
    returned_note: str | None = None
    first_notice_on: date | None = None
    also: tuple["DigestLine", ...] = ()

    @property
    def matters(self) -> tuple["DigestLine", ...]:
        """All that the line owes, this first."""
        return self, *self.also

    def days_left(self, today: date) -> int:
        """Days until it is due; negative once it is late."""
        return (self.due_on - today).days

    def section(self, today: date) -> Section:
        """Where the line stands today. Its dates decide, so a reminder that is caught up late still tells the truth."""
        if self.returned_note is not None:
            return Section.RETURNED
        if self.reason is ReminderReason.CLOSING_SOON:
            return Section.CLOSING
        left = self.days_left(today)
        if left < 0:
            return Section.OVERDUE
        return Section.DUE_TODAY if left == 0 else Section.SOON


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one section, earliest due first. total: how many the section has, shown here or not."""

    section: Section
    lines: tuple[DigestLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What fits in a mail: the groups with their lines, and how many lines are only counted."""

    groups: tuple[Group, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything one person is told about owed lines on one day: purpose DIGEST or ESCALATION.

    teams: the teams for which the person is told. lines: each once. forms: how many form workbooks go with it.
    forms_ask_all: they ask for all of its lines. link: the page on which to answer, None when the form is the way.
    calendar_attached: its dates go with it as .ics.
    """

    head: Letterhead
    purpose: Purpose
    teams: tuple[str, ...]
    lines: tuple[DigestLine, ...]
    forms: int = 0
    forms_ask_all: bool = False
    link: str | None = None
    calendar_attached: bool = False

    @property
    def matters(self) -> tuple[DigestLine, ...]:
        """All that is owed, also where a line owes several things."""
        return tuple([matter for line in self.lines for matter in line.matters])

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans of its lines, each once, in order of appearance."""
        return tuple(dict.fromkeys(line.plan for line in self.lines))

    @property
    def reply_link(self) -> str | None:
        """A `mailto:` link to `head.reply_to` whose subject carries the reference; None when there is a page."""
        if self.link is not None:
            return None
        named = " ".join(filter(None, ["Reporte", self.head.reference_text]))
        return f"mailto:{quote(self.head.reply_to, safe='@')}?subject={quote(named, safe='')}"


@dataclass(frozen=True, slots=True)
class TakenLine:
    """A report that was taken in. period: its key. figure_text: the figure in Spanish as understood ("7 actas").

    target_text: its target as the plan says it, which alone tells apart lines of one activity. receipt: its own number,
    where each line has one. evidence: what backs it, in words.
    """

    number: str | None
    label: str
    period: str
    figure_text: str
    target_text: str | None = None
    receipt: str | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something in the form that was not taken: what, where ("celda F12") and the Spanish reason."""

    label: str
    where: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a form that a team sent.

    number: the receipt number. received_at: aware, in the entity's zone. pending: lines that the team still owes,
    the earliest by `due_on`.
    """

    head: Letterhead
    number: str
    received_at: datetime
    file_name: str
    team: str
    taken: tuple[TakenLine, ...]
    not_taken: tuple[NotTaken, ...] = ()
    pending: int = 0
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class CoordinatorNotice:
    """What the coordinator has to put right."""

    head: Letterhead
    findings: tuple[Finding, ...]

    def of_kind(self, kind: FindingKind) -> tuple[Finding, ...]:
        """The findings of one kind, in the order given."""
        return tuple(finding for finding in self.findings if finding.kind is kind)


def one_row(matters: Iterable[DigestLine], *, today: date) -> DigestLine:
    """What one line owes as one row: it stands where the most urgent matter stands, the earlier due of two such."""
    first, *others = sorted(matters, key=lambda line: (URGENCY[line.section(today)], line.due_on))
    return replace(first, also=tuple(others)) if others or first.also else first


def grouped(lines: Iterable[DigestLine], *, today: date) -> tuple[Group, ...]:
    """The lines by section, most urgent section first and earliest due line first; empty sections are left out."""
    ordered = sorted(lines, key=lambda line: (line.due_on, line.plan, line.row, line.period or ""))
    by: dict[Section, list[DigestLine]] = {section: [] for section in Section}
    for line in ordered:
        by[line.section(today)].append(line)
    return tuple(Group(section, tuple(found), len(found)) for section, found in by.items() if found)


def shown(digest: Digest, *, today: date, limit: int = MAX_SHOWN) -> Shown:
    """The first `limit` lines in order of urgency, still grouped, and the count of the others."""
    groups: list[Group] = []
    room = limit
    for group in grouped(digest.lines, today=today):
        if lines := group.lines[:room]:
            groups.append(Group(group.section, lines, group.total))
            room -= len(lines)
    return Shown(tuple(groups), max(0, len(digest.lines) - limit))
