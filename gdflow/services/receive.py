"""Take a team's form back: receipt first, reading later, and nothing that was sent is lost.

1. The bytes are kept durably and the receipt row is committed; only then does a receipt number exist.
2. The form is read. What cannot be read stays in quarantine with its reason; good lines are taken even when others
   have problems, because every line is an answer of its own.
3. What the lines owe is brought in step, and the team is told what was taken and what was not.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import PurePath
from string import ascii_uppercase

from gdflow.collect.files import read_document
from gdflow.collect.form_reader import FormAnswer, FormProblem, FormReading, read_form
from gdflow.domain import keys
from gdflow.domain.errors import ConflictError, GdflowError, NotFoundError
from gdflow.domain.forms import SHEET, FormColumn
from gdflow.domain.lines import Line, ResultSource
from gdflow.domain.receipts import FormIssue, ReceiptFacts, ReceiptState
from gdflow.domain.rules import Rules
from gdflow.services.acknowledge import acknowledge
from gdflow.services.derive import derive
from gdflow.services.received import Received, TakenAnswer
from gdflow.spanish.dates import long_date
from gdflow.spanish.forms import SENTENCES
from gdflow.spanish.messages import say
from gdflow.spanish.periods import period_label
from gdflow.storage import events, obligations, periods, plans, submissions
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore

Transaction = Callable[[], AbstractContextManager[Session]]


def receive(
    transaction: Transaction, rules: Rules, objects: ObjectStore, name: str, data: bytes, *, now: datetime
) -> Received:
    """Keep a file that a team sent, give its receipt number, and take its answers; the same bytes are taken once."""
    file = PurePath(name).name
    digest = objects.put(data)
    number = keys.receipt_number(rules.entity_id, None, None, digest)
    with transaction() as session:
        receipt, new = submissions.add_receipt(
            session,
            rules.entity_id,
            sha256=digest,
            name=file,
            size=len(data),
            number=number,
            at=now,
            team_id=None,
            period=None,
        )
    try:
        form = read_form(read_document(data, file))
        with transaction() as session:
            return _take(session, rules, form, file, receipt, known=not new, now=now)
    except GdflowError as error:
        with transaction() as session:
            return _refuse(session, rules, receipt, file, error, None, known=not new, now=now)


def _take(
    session: Session, rules: Rules, form: FormReading, file: str, receipt: ReceiptFacts, *, known: bool, now: datetime
) -> Received:
    issue = submissions.form_by_token(session, keys.token_sha256(form.token))
    if issue is None or issue.entity_id != rules.entity_id:
        raise NotFoundError("form_of_another_entity", file=file)
    again = receipt.state is ReceiptState.READ
    locked = None if again else _locked(session, issue, rules.today(now))
    still_open = _still_open(session, issue, rules.today(now)) if locked else frozenset()
    if locked is not None and not still_open:
        return _refuse(session, rules, receipt, file, locked, issue, known=known, now=now)
    lines = {line.uid: line for plan_id in issue.plan_ids for line in plans.lines_of(session, plan_id)}
    own = [answer for answer in form.answers if _is_own(lines.get(answer.line_uid), issue)]
    late = [answer for answer in own if locked and lines[answer.line_uid].id not in still_open]
    # Bytes that were read once change nothing: since then a correction may have come.
    taken = tuple(
        TakenAnswer(
            lines[answer.line_uid],
            answer.value,
            not again and _store(session, rules, issue, lines[answer.line_uid], answer, receipt.number, now),
        )
        for answer in own
        if answer not in late
    )
    for plan in plans.plans_of(session, rules.entity_id):
        if plan.id in issue.plan_ids:
            derive(session, rules, plan, today=rules.today(now))
    foreign = tuple(_foreign(answer) for answer in form.answers if answer not in own)
    received = Received(
        receipt.number,
        known,
        issue.team,
        issue.period,
        taken,
        (*form.problems, *foreign, *(_late(answer, locked) for answer in late if locked)),
        form.warnings,
        _pending(session, issue),
        None,
    )
    if not again:
        _finish(session, rules, issue, received, file, now)
    return received


def _refuse(
    session: Session,
    rules: Rules,
    receipt: ReceiptFacts,
    file: str,
    error: GdflowError,
    issue: FormIssue | None,
    *,
    known: bool,
    now: datetime,
) -> Received:
    """Keep the file apart with the reason; the team is told, once, where it is known."""
    reason = say(error)
    submissions.quarantine(session, receipt.id, error.code, reason)
    facts = {"receipt": receipt.number, "file": file, "code": error.code}
    subject = f"receipt:{receipt.number}"
    events.append(session, rules.entity_id, "file_refused", subject, facts, at=now, actor="gdflow")
    team, period = (issue.team, issue.period) if issue else (None, None)
    pending = _pending(session, issue) if issue else 0
    locked = isinstance(error, ConflictError)
    received = Received(receipt.number, known, team, period, (), (), (), pending, reason, locked)
    if issue is not None and not known:
        acknowledge(session, rules, issue, received, file, now=now)
    return received


def _locked(session: Session, issue: FormIssue, today: date) -> ConflictError | None:
    for plan_id in issue.plan_ids:
        for period in periods.periods_of(session, plan_id):
            if period.key == issue.period and today > period.closes_on:
                closed = long_date(period.closes_on)
                return ConflictError("period_closed", period=period_label(issue.period), closes_on=closed)
    return None


def _still_open(session: Session, issue: FormIssue, today: date) -> frozenset[int]:
    """The team's lines that a person gave more time than their period has."""
    return frozenset(
        owed.line_id
        for plan_id in issue.plan_ids
        for owed in obligations.obligations_of_plan(session, plan_id, issue.period)
        if owed.team_id == issue.team_id and owed.closes_on is not None and owed.closes_on >= today
    )


def _late(answer: FormAnswer, locked: ConflictError) -> FormProblem:
    """What was written for a line whose period has closed, beside one that has more time, is not taken."""
    cell = answer.cells[FormColumn.VALUE]
    row = int(cell.lstrip(ascii_uppercase))
    return FormProblem(locked.code, SHEET, cell, row, answer.raw, say(locked), answer.line_uid)


def _foreign(answer: FormAnswer) -> FormProblem:
    """What was written for a line that is not the team's (any more) is not taken, and said so."""
    cell = answer.cells[FormColumn.VALUE]
    row = int(cell.lstrip(ascii_uppercase))
    message = SENTENCES["unknown_line"].format(sheet=SHEET, row=row, raw=answer.line_uid)
    return FormProblem("unknown_line", SHEET, cell, row, answer.raw, message, answer.line_uid)


def _is_own(line: Line | None, issue: FormIssue) -> bool:
    """A form never touches a line of another team, whatever its cells say."""
    return line is not None and line.team_id == issue.team_id


def _store(
    session: Session, rules: Rules, issue: FormIssue, line: Line, answer: FormAnswer, number: str, now: datetime
) -> bool:
    """Put the answer in force; whether it says something new."""
    stored = submissions.add_result(
        session,
        rules.entity_id,
        line_id=line.id,
        period=issue.period,
        value=answer.value,
        narrative=answer.narrative,
        zero_reason=answer.zero_reason,
        evidence=answer.evidence,
        source=ResultSource.FORM,
        at=now,
        receipt=number,
    )
    return stored is not None


def _pending(session: Session, issue: FormIssue) -> int:
    owed = (
        obligation
        for plan_id in issue.plan_ids
        for obligation in obligations.obligations_of_plan(session, plan_id, issue.period)
    )
    return sum(1 for obligation in owed if obligation.team_id == issue.team_id and obligation.done_on is None)


def _finish(session: Session, rules: Rules, issue: FormIssue, received: Received, file: str, now: datetime) -> None:
    submissions.mark_read(session, received.number, team_id=issue.team_id, period=issue.period)
    facts = {"receipt": received.number, "lines": _new_lines(received.taken), "problems": len(received.problems)}
    events.append(session, rules.entity_id, "form_received", f"team:{issue.team_id}", facts, at=now, actor=issue.team)
    acknowledge(session, rules, issue, received, file, now=now)


def _new_lines(taken: Iterable[TakenAnswer]) -> list[int]:
    return sorted(answer.line.id for answer in taken if answer.new)
