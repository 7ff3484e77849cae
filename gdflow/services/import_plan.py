"""Take a plan in as its document gives it: lines, teams, addresses, figures already reported, and every doubt."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from gdflow.collect.files import read_document
from gdflow.collect.plan_reader import read_plans
from gdflow.domain.errors import InputError
from gdflow.domain.lines import Line, PlanFacts, ResultSource
from gdflow.domain.periods import PeriodKind, period_of
from gdflow.domain.plan import ImportIssue, PlanKind, PlanLine, PlanReading, Severity
from gdflow.domain.receipts import Figure
from gdflow.domain.renewal import Renewal
from gdflow.domain.rules import Rules
from gdflow.domain.stored import AddedPlan
from gdflow.services.amended_reading import under_acts
from gdflow.services.closed_reading import under_closings
from gdflow.services.derive import NewPlan, derive
from gdflow.services.open_period import open_begun, open_first
from gdflow.services.storable import storable
from gdflow.services.teams import take_directory
from gdflow.storage import events, people, periods, plans, submissions
from gdflow.storage.engine import Session
from gdflow.storage.events import Happened
from gdflow.storage.lines import TeamOfLine

CUT = "cut"
"""The key of a figure that the document gives for its cut-off and no period."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A document as it came, with the plans found in it. code: of its one plan, where a person says which it is."""

    name: str
    data: bytes
    readings: tuple[PlanReading, ...]
    code: str | None = None

    @property
    def sha256(self) -> str:
        """The identity of the bytes."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class _Given:
    """With what a plan comes: the identity of its bytes, when, and by whom."""

    sha256: str
    now: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """What an import did. outcome: new, renewed (lines changed) or unchanged (the same lines as before).

    refused: addresses of the document's directory that cannot be used, each with its team.
    """

    code: str
    outcome: str
    lines: int
    figures: int
    issues: tuple[ImportIssue, ...]
    renewal: Renewal | None
    refused: tuple[tuple[str, str], ...] = ()


def read_plan_file(path: Path, *, as_of: date | None) -> PlanFile:
    """Read a plan's file without storing anything.

    as_of: cut-off of the document; a printed 0 of a period that had not ended then is a blank.
    Raises InputError, also when no plan is found in the file.
    """
    if not path.is_file():
        raise InputError("file_not_found", file=str(path))
    data = path.read_bytes()
    readings = read_plans(read_document(data, path.name), as_of=as_of)
    if not readings:
        raise InputError("no_plan_found", file=path.name)
    return PlanFile(path.name, data, readings)


def import_plan(
    session: Session,
    rules: Rules,
    file: PlanFile,
    *,
    now: datetime,
    every: PeriodKind | None = None,
    cut_off: date | None = None,
    by: str = "gdflow",
) -> tuple[ImportedPlan, ...]:
    """Store the plans of a file, or renew those already known by their code, and derive what is owed.

    every: how often the plan is reported, where its document does not say. cut_off: of the document, today unless
    said. by: who asked for it, as the record names them.
    """
    imported = []
    codes = plan_codes(file)
    before = {code: plans.plan_by_code(session, rules.entity_id, code) for code in codes}
    periods.hold_periods(session, [known.id for known in before.values() if known])
    given, day = _Given(file.sha256, now, by), cut_off or rules.today(now)
    for reading, code in zip(file.readings, codes, strict=True):
        known = before[code]
        imported.append(_import_one(session, rules, as_kept(reading, every, known, day), known, code, given))
    return tuple(imported)


def as_kept(reading: PlanReading, every: PeriodKind | None, known: PlanFacts | None, cut_off: date) -> PlanReading:
    """A reading as it is kept: with how often it is reported, and its figures as they can rest.

    A figure that the document gives at its cut-off counts for the period of that day.
    """
    settled = storable(_with_period(reading, every, known))
    if settled.period_kind is None or not any(CUT in line.results for line in settled.lines):
        return settled
    at_cut_off = period_of(settled.period_kind, cut_off).key
    return replace(settled, lines=tuple(_dated(line, at_cut_off) for line in settled.lines))


def _dated(line: PlanLine, period: str) -> PlanLine:
    results = {period if key == CUT else key: value for key, value in line.results.items()}
    notes = {period if key == CUT else key: note for key, note in line.notes.items()}
    return replace(line, results=results, notes=notes)


def plan_codes(file: PlanFile) -> tuple[str, ...]:
    """A short name for each plan of a file: the file's own, with the sheet's when there are several."""
    stem = slug(Path(file.name).stem)
    if len(file.readings) == 1:
        return (file.code or stem,)
    codes: list[str] = []
    for reading in file.readings:
        code = f"{stem}.{slug(reading.sheet)}"
        taken = sum(1 for known in codes if known == code or known.startswith(f"{code}."))
        codes.append(f"{code}.{taken + 1}" if taken else code)
    return tuple(codes)


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits, - and _ of a name, for codes that people type."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_-]+", "-", plain).strip("-") or "plan"


def _with_period(reading: PlanReading, every: PeriodKind | None, known: PlanFacts | None) -> PlanReading:
    if reading.period_kind is not None:
        return reading
    if every is None and known is not None:
        return replace(reading, period_kind=known.period_kind)
    # An improvement plan runs for years and is followed up by its dates; others at least every three months.
    usual = PeriodKind.YEAR if reading.kind is PlanKind.IMPROVEMENT else PeriodKind.QUARTER
    if any(CUT in line.results for line in reading.lines):
        usual = PeriodKind.HALF_YEAR  # the Contraloría's form reports its progress at 30 June and 31 December
    return replace(reading, period_kind=every or usual)


def _import_one(
    session: Session,
    rules: Rules,
    reading: PlanReading,
    known: PlanFacts | None,
    code: str,
    given: _Given,
) -> ImportedPlan:
    now, digest = given.now, given.sha256
    teams, refused = _teams(session, rules, reading)
    if known is None:
        added = plans.add_plan(session, rules.entity_id, code, reading, sha256=digest, at=now, teams=teams)
        plan_id, renewal, outcome = added.plan.id, None, "new"
        figures, opened = _begin(session, rules, added, reading, now)
    else:
        plan_id = known.id
        reading, renewal = _renew(session, rules, known, reading, digest, now)
        outcome = "renewed" if renewal.changed or renewal.added or renewal.gone else "unchanged"
        figures, opened = _go_on(session, rules, plans.plan_by_id(session, plan_id), reading, now), []
    facts = {"code": code, "source": reading.source, "outcome": outcome, "lines": len(reading.lines)}
    happened = [(*each, "gdflow") for each in opened] + [("plan_imported", f"plan:{plan_id}", facts, given.by)]
    events.append_each(session, rules.entity_id, happened, at=now)
    return ImportedPlan(code, outcome, len(reading.lines), figures, reading.issues, renewal, refused)


def _begin(
    session: Session, rules: Rules, added: AddedPlan, reading: PlanReading, now: datetime
) -> tuple[int, list[Happened]]:
    """Take the figures of a new plan's document and work out what it owes.

    Returns how many figures there are, and what is to be noted.
    """
    plan, lines = added.plan, added.lines
    stated = [(stored.id, line) for line, stored in zip(reading.lines, lines, strict=True) if line.results]
    figures = [figure for line_id, line in stated for figure in _figures(line, line_id)]
    submissions.add_printed(session, rules.entity_id, plan.id, figures, (), at=now)
    values = {line_id: line.results for line_id, line in stated}
    opened = open_first(session, rules, NewPlan(plan, lines, values, _unread_cells(reading)), now=now)
    return len(figures), opened


def _unread_cells(reading: PlanReading) -> frozenset[tuple[str, str]]:
    """The cells whose value could not be taken, as plans.unread_cells finds them."""
    errors = (issue for issue in reading.issues if issue.severity is Severity.ERROR)
    return frozenset((issue.sheet, issue.cell) for issue in errors if issue.cell is not None)


def _go_on(session: Session, rules: Rules, plan: PlanFacts, reading: PlanReading, now: datetime) -> int:
    """The same for a plan that was known: opening its begun periods works out what it owes, and happens once."""
    lines = plans.lines_of(session, plan.id)
    figures = _take_figures(session, rules, plan, lines, reading, now)
    if not open_begun(session, rules, plan, now=now, lines=lines):
        derive(session, rules, plan, today=rules.today(now), lines=lines)
    return figures


def _renew(
    session: Session,
    rules: Rules,
    known: PlanFacts,
    reading: PlanReading,
    digest: str,
    now: datetime,
) -> tuple[PlanReading, Renewal]:
    """Put a reading in the place of the old one; what acts changed meanwhile holds against what was printed before."""
    before = plans.lines_of(session, known.id)
    reading, renewal = under_acts(session, known.id, before, reading)
    reading = under_closings(session, known, before, reading, renewal, rules.today(now))
    # What acts changed may name teams that the document does not.
    team_ids = people.ensure_teams(session, rules.entity_id, [name for line in reading.lines for name in line.teams])
    plans.renew_plan(session, known.id, reading, renewal, sha256=digest, at=now, team_ids=team_ids)
    return reading, renewal


def _teams(
    session: Session, rules: Rules, reading: PlanReading
) -> tuple[dict[str, TeamOfLine], tuple[tuple[str, str], ...]]:
    """The document's teams by name, and the addresses of its directory that cannot be used."""
    names = dict.fromkeys(name for line in reading.lines for name in line.teams)
    names.update(dict.fromkeys(team.name for team in reading.teams))
    known = people.teams_named(session, rules.entity_id, names)
    return known, take_directory(session, rules, reading.teams, {name: key for name, (key, _) in known.items()}).refused


def _take_figures(
    session: Session, rules: Rules, plan: PlanFacts, lines: Sequence[Line], reading: PlanReading, now: datetime
) -> int:
    """Store what the document itself reports. A renewed document never overwrites what a team has sent since."""
    before = submissions.results_of_plan(session, plan.id)
    sent = {(result.line_id, result.period) for result in before if result.source is not ResultSource.IMPORT}
    figures = [
        figure
        # By their place in the plan: several lines may stand in one row of the document.
        for line, stored in zip(reading.lines, lines, strict=True)
        for figure in _figures(line, stored.id)
        if (figure.line_id, figure.period) not in sent
    ]
    return submissions.add_printed(session, rules.entity_id, plan.id, figures, before, at=now)


def _figures(line: PlanLine, line_id: int) -> list[Figure]:
    """The line's printed figures."""
    noted = line.notes.get
    return [
        Figure(line_id, key, value, note := noted(key), None if value else note, None)
        for key, value in line.results.items()
    ]
