"""What a file that is no form says as an answer: the plan's own workbook, or lines gathered by their codes.

Neither says whose it is, so the team must be known from how the file came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from gdflow.collect.form_layout import AskedLine, Head, Table
from gdflow.collect.form_reader import FormProblem, FormReading
from gdflow.collect.own_sheets import changes_elsewhere
from gdflow.collect.own_workbook import OwnPlan, OwnReading, read_own_workbook
from gdflow.collect.reading import ReaderPool
from gdflow.collect.reply_table import read_reply, reply_tables
from gdflow.collect.sheet import Document
from gdflow.domain.errors import InputError
from gdflow.domain.forms import VERSION, so_far
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.people import Team
from gdflow.domain.receipts import ReceiptFacts
from gdflow.domain.rules import Rules
from gdflow.domain.texts import folded
from gdflow.services.closings import closings_of
from gdflow.services.received import Handed
from gdflow.services.senders import team_behind
from gdflow.services.take_answers import Part, Said
from gdflow.spanish.periods import period_label, period_short
from gdflow.storage import periods, plans, submissions, waiting
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.objects import ObjectStore

ODD = (ArithmeticError, LookupError, TypeError, ValueError)
"""What reading a made-up file may end in that no rule of it names."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan of the entity as it stands."""

    facts: PlanFacts
    lines: tuple[Line, ...]
    in_force: dict[tuple[int, str], Result]
    opened: tuple[str, ...]
    takes: frozenset[tuple[int, str]]


def said_by_document(
    transaction: Transaction,
    rules: Rules,
    objects: ObjectStore,
    pool: ReaderPool,
    receipt: ReceiptFacts,
    document: Document,
    *,
    now: datetime,
) -> Said:
    """What the document says for its team.

    Raises InputError: not_a_form, own_workbook_without_team, reply_without_team, nothing_filled_in, unreadable_inside.
    """
    with transaction() as session:
        team = team_behind(session, rules, receipt)
        known = [_plan(session, plan, team, rules.today(now)) for plan in plans.plans_of(session, rules.entity_id)]
        again = team is not None and waiting.was_read(session, rules.entity_id, team.id, receipt.sha256)
    try:
        if tables := reply_tables(document):
            said = _gathered(receipt, _named(team, receipt, "reply_without_team"), tables, known)
        else:
            said = _own(objects, pool, receipt, team, document, known)
    except ODD as error:
        raise InputError("unreadable_inside", file=receipt.name, found=type(error).__name__) from error
    if not (again or said.parts or said.problems):
        raise InputError("nothing_filled_in", file=receipt.name)
    return replace(said, again=again)


def _plan(session: Session, plan: PlanFacts, team: Team | None, today: date) -> _Plan:
    lines = plans.lines_of(session, plan.id)
    in_force = {(result.line_id, result.period): result for result in submissions.results_of_plan(session, plan.id)}
    opened = tuple(period.key for period in periods.periods_of(session, plan.id))
    takes: set[tuple[int, str]] = set()
    if team is not None:
        own = [line for line in lines if line.team_id == team.id]
        handed = Handed(team.id, team.name, None, (plan.id,))
        for key in opened:
            closing = closings_of(session, handed, key, today)
            takes |= {(line.id, key) for line in own if not closing.is_late(line.id)}
    return _Plan(plan, lines, in_force, opened, frozenset(takes))


def _named(team: Team | None, receipt: ReceiptFacts, code: str) -> Team:
    if team is None:
        raise InputError(code, file=receipt.name)
    return team


def _own(
    objects: ObjectStore,
    pool: ReaderPool,
    receipt: ReceiptFacts,
    team: Team | None,
    document: Document,
    known: Sequence[_Plan],
) -> Said:
    originals: dict[str, Document | None] = {}
    found: list[tuple[_Plan, OwnReading]] = []
    for each in known:
        if each.facts.source_sha256 not in originals:
            originals[each.facts.source_sha256] = _original(objects, pool, each.facts)
        original = originals[each.facts.source_sha256]
        reading = original and read_own_workbook(document, original, _own_plan(each, team))
        if reading:
            found.append((each, reading))
    if not found:
        raise InputError("not_a_form", file=receipt.name)
    team = _named(team, receipt, "own_workbook_without_team")
    return _said(receipt, team, found, _elsewhere(document, originals, found))


def _elsewhere(
    document: Document, originals: Mapping[str, Document | None], found: Sequence[tuple[_Plan, OwnReading]]
) -> tuple[FormProblem, ...]:
    """What was changed in the other sheets, against the import to which the workbook is nearest."""
    read = {reading.sheet for _, reading in found}
    hashes = dict.fromkeys(plan.facts.source_sha256 for plan, _ in found)
    compared = [
        changes_elsewhere(document, original, read, {plan.facts.sheet for plan, _ in found})
        for original in map(originals.get, hashes)
        if original is not None
    ]
    return min(compared, key=len)


def _original(objects: ObjectStore, pool: ReaderPool, plan: PlanFacts) -> Document | None:
    """The workbook from which a plan was imported; None for one that came as another kind of document."""
    data = objects.get(plan.source_sha256)
    return pool.read(plan.source, data, as_document=True).document if data.startswith(b"PK") else None


def _own_plan(plan: _Plan, team: Team | None) -> OwnPlan:
    return OwnPlan(plan.facts, plan.lines, team.id if team else 0, plan.in_force, plan.takes)


def _said(
    receipt: ReceiptFacts, team: Team, found: Sequence[tuple[_Plan, OwnReading]], elsewhere: tuple[FormProblem, ...]
) -> Said:
    answers = [(period, answer, reading.sheet) for _, reading in found for period, answer in reading.answers]
    problems = tuple(problem for _, reading in found for problem in reading.problems)
    said = dict.fromkeys((period, sheet) for period, _, sheet in answers)
    parts = tuple(Part(key, tuple(a for p, a, s in answers if (p, s) == (key, sheet)), sheet) for key, sheet in said)
    warnings = tuple(warning for _, reading in found for warning in reading.warnings)
    plan_ids = tuple(plan.facts.id for plan, _ in found)
    return Said(_handed(receipt, team, parts, plan_ids), parts, (*problems, *elsewhere), warnings)


def _gathered(receipt: ReceiptFacts, team: Team, tables: Sequence[Table], known: Sequence[_Plan]) -> Said:
    keys = dict.fromkeys(key for plan in known for key in plan.opened)
    names = {folded(name): key for key in keys for name in (key, period_short(key), period_label(key))}
    readings = read_reply(tables, names, receipt.period, lambda key: _head(team, key, known))
    parts = tuple(Part(r.period, r.answers, tables[0].sheet) for r in readings if r.answers)
    problems = _problems(readings)
    told = {line.uid: plan.facts.id for plan in known for line in plan.lines}
    plan_ids = tuple(dict.fromkeys(told[answer.line_uid] for part in parts for answer in part.answers))
    warnings = tuple(warning for reading in readings for warning in reading.warnings)
    return Said(_handed(receipt, team, parts, plan_ids), parts, problems, warnings)


def _problems(readings: Sequence[FormReading]) -> tuple[FormProblem, ...]:
    return tuple(problem for reading in readings for problem in reading.problems)


def _head(team: Team, key: str, known: Sequence[_Plan]) -> Head:
    """What the team may be asked for a period: every line of its own in the plans that opened it."""
    own = [(plan, line) for plan in known if key in plan.opened for line in plan.lines if line.team_id == team.id]
    return Head("", VERSION, team.name, key, {line.uid: _asked(line, key, plan) for plan, line in own})


def _asked(line: Line, key: str, plan: _Plan) -> AskedLine:
    earlier = sorted((p, r.value) for (line_id, p), r in plan.in_force.items() if line_id == line.id and p < key)
    before = so_far(line.accumulation, [value for _, value in earlier])
    return AskedLine(line.uid, line.target_unit, line.accumulation, line.target, before)


def _handed(receipt: ReceiptFacts, team: Team, parts: Sequence[Part], plan_ids: tuple[int, ...]) -> Handed:
    told: set[str | None] = {part.period for part in parts} or {receipt.period}
    return Handed(team.id, team.name, told.pop() if len(told) == 1 else None, plan_ids)
