"""Take a team's form back: receipt first, reading later, and nothing that was sent is lost.

1. The bytes are kept durably and the receipt row is committed; only then does a receipt number exist.
2. The form is read. What cannot be read stays in quarantine with its reason; good lines are taken even when others
   have problems, because every line is an answer of its own.
3. What the lines owe is brought in step, and the team is told what was taken and what was not.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from hashlib import sha256
from pathlib import PurePath

from gdflow.collect.files import read_document
from gdflow.collect.form_reader import FormAnswer, FormReading, read_form
from gdflow.domain import keys
from gdflow.domain.errors import ConflictError, GdflowError, NotFoundError
from gdflow.domain.lines import Line, ResultSource
from gdflow.domain.receipts import FormIssue
from gdflow.domain.rules import Rules
from gdflow.services.acknowledge import acknowledge
from gdflow.services.open_period import derive
from gdflow.services.received import Received, TakenAnswer
from gdflow.spanish.dates import long_date
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
    digest = objects.put(data)
    number = keys.receipt_number(rules.entity_id, None, None, sha256(data).hexdigest())
    with transaction() as session:
        receipt, new = submissions.add_receipt(
            session,
            rules.entity_id,
            sha256=digest,
            name=PurePath(name).name,
            size=len(data),
            number=number,
            at=now,
            team_id=None,
            period=None,
        )
    try:
        with transaction() as session:
            return _take(session, rules, name, data, number, known=not new, now=now)
    except GdflowError as error:
        reason = say(error)
        with transaction() as session:
            submissions.quarantine(session, receipt.id, error.code, reason)
            facts = {"receipt": number, "file": PurePath(name).name, "code": error.code}
            events.append(session, rules.entity_id, "file_refused", f"receipt:{number}", facts, at=now, actor="gdflow")
        return Received(number, not new, None, None, (), (), (), 0, reason)


def _take(
    session: Session, rules: Rules, name: str, data: bytes, number: str, *, known: bool, now: datetime
) -> Received:
    form = read_form(read_document(data, PurePath(name).name))
    issue = submissions.form_by_token(session, keys.token_sha256(form.token))
    if issue is None or issue.entity_id != rules.entity_id:
        raise NotFoundError("form_of_another_entity", file=name)
    _refuse_when_closed(session, issue, rules.today(now))
    lines = {line.uid: line for plan_id in issue.plan_ids for line in plans.lines_of(session, plan_id)}
    answers = [answer for answer in form.answers if _is_own(lines.get(answer.line_uid), issue)]
    taken = tuple(_store(session, rules, issue, lines[a.line_uid], a, number, now) for a in answers)
    for plan in plans.plans_of(session, rules.entity_id):
        if plan.id in issue.plan_ids:
            derive(session, rules, plan, today=rules.today(now))
    received = Received(
        number,
        known,
        issue.team,
        issue.period,
        taken,
        form.problems,
        form.warnings,
        _pending(session, issue),
        None,
    )
    _finish(session, rules, issue, received, form, PurePath(name).name, now)
    return received


def _refuse_when_closed(session: Session, issue: FormIssue, today: date) -> None:
    for plan_id in issue.plan_ids:
        for period in periods.periods_of(session, plan_id):
            if period.key == issue.period and today > period.closes_on:
                closed = long_date(period.closes_on)
                raise ConflictError("period_closed", period=period_label(issue.period), closes_on=closed)


def _is_own(line: Line | None, issue: FormIssue) -> bool:
    """A form never touches a line of another team, whatever its cells say."""
    return line is not None and line.team_id == issue.team_id


def _store(
    session: Session, rules: Rules, issue: FormIssue, line: Line, answer: FormAnswer, number: str, now: datetime
) -> TakenAnswer:
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
    return TakenAnswer(line, answer.value, stored is not None)


def _pending(session: Session, issue: FormIssue) -> int:
    owed = (
        obligation
        for plan_id in issue.plan_ids
        for obligation in obligations.obligations_of_plan(session, plan_id, issue.period)
    )
    return sum(1 for obligation in owed if obligation.team_id == issue.team_id and obligation.done_on is None)


def _finish(
    session: Session,
    rules: Rules,
    issue: FormIssue,
    received: Received,
    form: FormReading,
    name: str,
    now: datetime,
) -> None:
    submissions.mark_read(session, received.number, team_id=issue.team_id, period=issue.period)
    if not any(answer.new for answer in received.taken) and received.known:
        return
    facts = {"receipt": received.number, "lines": _lines_of(received.taken), "problems": len(form.problems)}
    events.append(session, rules.entity_id, "form_received", f"team:{issue.team_id}", facts, at=now, actor=issue.team)
    acknowledge(session, rules, issue, received, name, now=now)


def _lines_of(taken: Iterable[TakenAnswer]) -> list[int]:
    return sorted(answer.line.id for answer in taken if answer.new)
