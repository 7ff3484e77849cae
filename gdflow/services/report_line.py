"""A team reports one line of its own on its page: checked field by field, stored at once, its receipt given."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from gdflow.collect.cells import text_cell
from gdflow.collect.form_cells import read_amount
from gdflow.collect.form_layout import AskedLine
from gdflow.collect.form_reader import expected
from gdflow.domain import keys
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.forms import passes_target, running, so_far
from gdflow.domain.lines import Line, Result, ResultSource
from gdflow.domain.receipts import PAGE_ANSWER, Figure, ReceiptSource
from gdflow.domain.rules import Rules
from gdflow.services.closings import closings_of
from gdflow.services.derive import derive_lines
from gdflow.services.received import Handed
from gdflow.services.wording import figure
from gdflow.spanish.answers import FIELDS
from gdflow.spanish.periods import period_label
from gdflow.storage import events, periods, plans, reviews, submissions, waiting, withdrawals
from gdflow.storage.engine import Session
from gdflow.storage.lines import line_by_uid


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """What somebody wrote beside a line, as typed. value: "7", "0,3", "30 %"; the amount of this period."""

    line_uid: str
    value: str
    narrative: str | None = None
    zero_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported line. new: it says something else than what was in force. warnings: sentences that only ask."""

    result: Result
    new: bool
    warnings: tuple[str, ...]
    receipt: str


def report_line(
    session: Session, rules: Rules, team_id: int, period: str, answer: LineAnswer, *, by: str, now: datetime
) -> Reported:
    """Put a team's answer for one of its lines in force; the same answer again changes nothing.

    Who reports a line has said that it is its own, whatever it said before.

    Raises InputError("answer_refused") with the `field` to mend (value, zero_reason) and its sentence as `told`,
    NotFoundError("unknown_own_line") for a line that is not the team's, and ConflictError: period_closed,
    period_not_opened, line_accepted.
    """
    line = _own_line(session, rules, team_id, answer.line_uid)
    _must_be_open(session, rules, line, period, now)
    waiting.hold_lines(session, [line.id])
    if reviews.accepted_of_lines(session, [line.id], period):
        raise ConflictError("line_accepted")
    known = submissions.results_of_line(session, line.id)
    asked = _asked(line, known, period)
    value, reason = _checked(answer, asked)
    receipt = _receipt(session, rules, team_id, period, answer, by, now)
    said = Figure(line.id, period, value, _text(answer.narrative), reason, _stated(known, period))
    stored = submissions.add_results(
        session, rules.entity_id, [said], source=ResultSource.FORM, at=now, receipt=receipt
    )
    if not stored:
        same = next(result for result in known if result.period == period)
        return Reported(same, False, _warnings(line, asked, answer, value), same.receipt or receipt)
    derive_lines(session, rules, plans.plan_by_id(session, line.plan_id), [line], today=rules.today(now))
    withdrawals.end_handovers(session, [line.id], on=rules.today(now), by=by)
    facts = {"receipt": receipt, "line": line.id, "period": period}
    events.append(session, rules.entity_id, "line_reported", f"line:{line.id}", facts, at=now, actor=by)
    return Reported(stored[0], True, _warnings(line, asked, answer, value), receipt)


def _own_line(session: Session, rules: Rules, team_id: int, uid: str) -> Line:
    line = line_by_uid(session, rules.entity_id, uid)
    if line is None or line.team_id != team_id:
        raise NotFoundError("unknown_own_line", found=uid)
    return line


def _must_be_open(session: Session, rules: Rules, line: Line, period: str, now: datetime) -> None:
    if all(opened.key != period for opened in periods.periods_of(session, line.plan_id)):
        raise ConflictError("period_not_opened", period=period_label(period))
    handed = Handed(line.team_id, line.team or "", period, (line.plan_id,))
    closing = closings_of(session, handed, period, rules.today(now))
    if closing.locked is not None and closing.is_late(line.id):
        raise closing.locked


def _asked(line: Line, known: Sequence[Result], period: str) -> AskedLine:
    earlier = sorted((result.period, result.value) for result in known if result.period < period)
    before = so_far(line.accumulation, [value for _, value in earlier])
    return AskedLine(line.uid, line.target_unit, line.accumulation, line.target, before)


def _checked(answer: LineAnswer, asked: AskedLine) -> tuple[Decimal, str | None]:
    """The amount and, beside a zero, its reason."""
    amount, reason = read_amount(text_cell(answer.value.strip()), asked.unit), _text(answer.zero_reason)
    fields: dict[str, str] = {}
    if amount.value is None:
        fields["value"] = _field(amount.fault or "value_missing", raw=answer.value.strip(), **expected(asked))
    elif amount.value == 0 and reason is None:
        fields["zero_reason"] = _field("zero_without_reason")
    if amount.value is None or fields:
        field, told = next(iter(fields.items()))
        raise InputError("answer_refused", field=field, told=told)
    return amount.value, reason if amount.value == 0 else None


def _field(code: str, **facts: object) -> str:
    return FIELDS[code].format(**facts)


def _text(said: str | None) -> str | None:
    return (said or "").strip() or None


def _stated(known: Sequence[Result], period: str) -> str | None:
    """The evidence that the team named in a file before: the page has its own place for evidence."""
    return next((result.evidence for result in known if result.period == period), None)


def _receipt(
    session: Session, rules: Rules, team_id: int, period: str, answer: LineAnswer, by: str, now: datetime
) -> str:
    """The number of the receipt of these words; the words themselves rest in the result."""
    said: Mapping[str, str | None] = {
        "line": answer.line_uid,
        "value": answer.value.strip(),
        "narrative": _text(answer.narrative),
        "zero_reason": _text(answer.zero_reason),
    }
    data = json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
    digest = sha256(data).hexdigest()
    number = keys.receipt_number(rules.entity_id, team_id, period, digest)
    receipt, _ = submissions.add_receipt(
        session,
        rules.entity_id,
        sha256=digest,
        name=PAGE_ANSWER,
        size=len(data),
        number=number,
        at=now,
        team_id=team_id,
        period=period,
        source=ReceiptSource.PAGE,
        sender=by,
    )
    submissions.mark_read(session, receipt.id, team_id=team_id, period=period)
    return receipt.number


def _warnings(line: Line, asked: AskedLine, answer: LineAnswer, value: Decimal) -> tuple[str, ...]:
    total = running(asked.accumulation, asked.so_far, value)
    told = []
    if asked.target is not None and passes_target(asked.accumulation, asked.target, total):
        told.append(_field("above_target", total=figure(total, line), target=figure(asked.target, line)))
    if value != 0 and _text(answer.zero_reason):
        told.append(_field("reason_ignored"))
    return tuple(told)
