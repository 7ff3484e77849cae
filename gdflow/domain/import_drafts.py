"""A plan's file that waits for a person's word: what they have decided of it so far, and what came of it."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Line
from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading, Severity
from gdflow.domain.texts import folded

OF_DUE = frozenset({"proposed_deadline", "several_deadlines", "missing_deadline"})
"""Doubts that end once a person has stated the line's due date."""
OF_TEAM = frozenset({"two_teams", "missing_responsible"})
"""Doubts that end once a person has named the team that answers."""
ASKED = (OF_DUE | OF_TEAM) - {"missing_deadline"}
"""Warnings that ask a person to decide; all others only ask to look."""
BESIDE = frozenset({"rows_left_out", "sheet_ignored", "hidden_sheet"})
"""What is said of a document beside its lines, although it may name a row."""
HIDDEN = "hidden_row"


class Standing(LabelledEnum):
    """How a line was read. OPEN: a value could not be taken, or a person has to decide."""

    OPEN = "por-resolver", "Por resolver"
    WARNED = "avisos", "Con avisos"
    GOOD = "bien", "Bien"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has decided, by the place of a line: its due date, and the team that answers."""

    dues: Mapping[str, date] = field(default_factory=dict)
    teams: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """A file that was read and waits. name: of the file; sha256: its bytes, kept in the object store.

    cut_off: up to when the document reports. every: how often it is reported, and code: which plan it is, where
    somebody has said so. result: what each of its plans became, empty while it waits and where it was laid aside.
    """

    id: int
    entity_id: int
    name: str
    sha256: str
    cut_off: date
    every: PeriodKind | None
    code: str | None
    choices: Choices
    created_at: datetime
    created_by: str
    ended_at: datetime | None = None
    ended_by: str | None = None
    result: tuple[Mapping[str, Any], ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it can still be decided."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a line that is stored already: a due date that is sure, and the team that answers."""

    due: date | None
    team: str | None


UNKNOWN = Known(None, None)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a draft with all that was said of it. place: by which choices name it. due, team: those chosen.

    known: what was settled before, which the document leaves open once more.
    """

    place: str
    line: PlanLine
    issues: tuple[ImportIssue, ...]
    due: date | None
    team: str | None
    known: Known = UNKNOWN

    @property
    def hidden(self) -> bool:
        """Whether somebody hid its row in the workbook."""
        return any(issue.code == HIDDEN for issue in self.issues)

    @property
    def asks_due(self) -> bool:
        """Whether a person may state its due date: the document does not, or not surely."""
        return any(issue.code in OF_DUE for issue in self.issues)

    @property
    def asks_team(self) -> bool:
        """Whether a person may name who answers."""
        return any(issue.code in OF_TEAM for issue in self.issues)

    @property
    def is_alone(self) -> bool:
        """Whether nobody answers for it: neither the document nor a person names a team."""
        return not (self.line.teams or self.team or self.known.team)

    @property
    def proposed(self) -> date | None:
        """The due date that a person may confirm."""
        return self.line.due or self.line.proposed_due

    @property
    def standing(self) -> Standing:
        """How it was read, with what was decided since."""
        left = [issue for issue in self.issues if not self.settles(issue)]
        if any(issue.severity is Severity.ERROR or issue.code in ASKED for issue in left):
            return Standing.OPEN
        return Standing.WARNED if left else Standing.GOOD

    def settles(self, issue: ImportIssue) -> bool:
        """Whether what was decided ends a doubt."""
        if issue.code in OF_DUE:
            return bool(self.due or self.known.due)
        return issue.code in OF_TEAM and bool(self.team or self.known.team)


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan of a draft. about: what was said of the whole document and of no line."""

    reading: PlanReading
    lines: tuple[ReadLine, ...]
    about: tuple[ImportIssue, ...]


def read_plan(
    number: int, reading: PlanReading, choices: Choices, stored: Mapping[int, Line] | None = None
) -> ReadPlan:
    """A reading with what was said of each of its lines; number: its place in the document.

    What was said of a row that was joined to a line above is said of that line. stored: the lines that are known
    already, by their place in the reading.
    """
    rows = _Rows(reading)
    said: dict[int, list[ImportIssue]] = {}
    about = []
    for issue in reading.issues:
        places = rows.lines_of(issue)
        for at in places:
            said.setdefault(at, []).append(issue)
        if not places:
            about.append(issue)
    before = stored or {}
    lines = (
        # The row is part of it: a choice must never fall on another line, whatever reads the file later.
        _read_line(f"{number}.{at}.{line.row}", line, said.get(at, ()), choices, before.get(at))
        for at, line in enumerate(reading.lines)
    )
    return ReadPlan(reading, tuple(lines), tuple(about))


def settled(plan: ReadPlan, resolved: str) -> PlanReading:
    """The reading as a person has decided it; doubts that have ended stay as notes. resolved: what is said of them."""
    left = {issue for each in plan.lines for issue in each.issues if not each.settles(issue)} | set(plan.about)
    issues = tuple(issue if issue in left else _ended(issue, resolved) for issue in plan.reading.issues)
    return replace(plan.reading, lines=tuple(map(_decided, plan.lines)), issues=issues)


class _Rows:
    """The lines of a reading by where they stand."""

    def __init__(self, reading: PlanReading) -> None:
        self._header = reading.header_row or 0
        self._lines: dict[tuple[str, int], list[int]] = {}
        for at, line in enumerate(reading.lines):
            self._lines.setdefault((line.sheet, line.row), []).append(at)
        self._rows: dict[str, list[int]] = {}
        for sheet, row in sorted(self._lines):
            self._rows.setdefault(sheet, []).append(row)

    def lines_of(self, issue: ImportIssue) -> Sequence[int]:
        """The lines of which something is said; none where it is said of the document."""
        if issue.row is None or issue.code in BESIDE:
            return ()
        if exact := self._lines.get((issue.sheet, issue.row)):
            return exact
        rows = self._rows.get(issue.sheet, [])
        before = bisect(rows, issue.row)
        if not before or issue.row <= self._header:
            return ()
        return self._lines[issue.sheet, rows[before - 1]]


def _read_line(
    place: str, line: PlanLine, issues: Sequence[ImportIssue], choices: Choices, stored: Line | None
) -> ReadLine:
    known = UNKNOWN if stored is None else _known(line, stored)
    return ReadLine(place, line, tuple(issues), choices.dues.get(place), choices.teams.get(place), known)


def _known(line: PlanLine, stored: Line) -> Known:
    """What the document does not contradict; a team that it names among others goes on answering."""
    due = stored.due if stored.due_confirmed and line.due in (None, stored.due) else None
    among = not line.teams or folded(stored.team or "") in map(folded, line.teams)
    return Known(due, stored.team if among else None)


def _decided(each: ReadLine) -> PlanLine:
    line, team = each.line, each.team or (each.known.team if each.line.teams else None)
    if each.due is not None:
        line = replace(line, due=each.due, proposed_due=None)
    if team is not None:
        others = (name for name in line.teams if folded(name) != folded(team))
        line = replace(line, teams=(team, *others), team_decided=each.team is not None)
    return line


def _ended(issue: ImportIssue, resolved: str) -> ImportIssue:
    return replace(issue, severity=Severity.INFO, message=f"{issue.message} {resolved}")
