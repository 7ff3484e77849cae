"""Reviewing what teams reported: accept it, or send it back with a note; what came back is owed again.

A report that comes back counts for nothing until the team answers anew. The team has at least some business days for
it, also when the period would close before, and hears of it with the next digest.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import parse_period
from gdflow.domain.results import SubmissionEvent, SubmissionState, move
from gdflow.domain.reviews import Review, ReviewMode, Verdict, review_by
from gdflow.domain.rules import Rules
from gdflow.domain.submitted import Submitted
from gdflow.services.closings import closed_periods, to_decisions
from gdflow.services.correction_time import give_time, owed_of
from gdflow.services.derive import derive
from gdflow.storage import events, periods, plans, reviews, submitted, withdrawals
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_id


def set_mode(session: Session, rules: Rules, plan: PlanFacts, mode: ReviewMode, *, by: str, now: datetime) -> None:
    """Say whether a plan's reports are reviewed. What came back before is owed no more once nobody reviews.

    Raises InputError("blank_author").
    """
    author = _author(by)
    periods.hold_periods(session, [plan.id])
    reviews.set_mode(session, plan.id, mode)
    derive(session, rules, plan, today=rules.today(now))
    facts = {"mode": mode.value}
    events.append(session, rules.entity_id, "review_mode", f"plan:{plan.id}", facts, at=now, actor=author)


def reports_of(
    session: Session, rules: Rules, plan: PlanFacts | None = None, period: str | None = None
) -> tuple[Submitted, ...]:
    """The reports in force that have a reviewer, by plan, period and line. Raises InputError("unknown_period")."""
    key = parse_period(period).key if period else None
    found = submitted.submitted(session, rules.entity_id, plan.id if plan else None)
    return tuple(report for report in found if key in (None, report.period))


def due_on(rules: Rules, report: Submitted) -> date:
    """The day by which a report is to be reviewed."""
    return review_by(rules.today(report.reported_at), rules.review, rules.calendar)


def accept(session: Session, rules: Rules, result_id: int, *, by: str, now: datetime) -> Review:
    """Accept a report. Raises as accept_all does."""
    return accept_all(session, rules, [result_id], by=by, now=now)[0]


def accept_all(
    session: Session, rules: Rules, result_ids: Sequence[int], *, by: str, now: datetime
) -> tuple[Review, ...]:
    """Accept reports; one that had come back counts again.

    Raises InputError("blank_author"), NotFoundError("unknown_report"), ConflictError: report_reviewed,
    closed_to_decisions.
    """
    author, found = _author(by), _found(session, rules, result_ids, SubmissionEvent.ACCEPT, rules.today(now))
    for report in found:
        _note(session, rules, report, Verdict.ACCEPTED, None, author, now)
    _derive_plans(session, rules, (each for each in found if each.state is SubmissionState.RETURNED), now)
    return _said(session, found)


def give_back(session: Session, rules: Rules, result_id: int, note: str, *, by: str, now: datetime) -> Review:
    """Send a report back to its team, with a note. Raises as give_back_all does."""
    return give_back_all(session, rules, [result_id], note, by=by, now=now)[0]


def give_back_all(
    session: Session, rules: Rules, result_ids: Sequence[int], note: str, *, by: str, now: datetime
) -> tuple[Review, ...]:
    """Send reports back with a note: they are owed again, and their teams hear of it with the next digest.

    Raises InputError: blank_author, blank_note; NotFoundError("unknown_report"), ConflictError: report_reviewed,
    closed_to_decisions.
    """
    author, said = _author(by), note.strip()
    if not said:
        raise InputError("blank_note")
    found = _found(session, rules, result_ids, SubmissionEvent.RETURN, rules.today(now))
    noted = [(each, _note(session, rules, each, Verdict.RETURNED, said, author, now)) for each in found]
    for report in found:
        give_time(session, rules, report, said, author, now=now)
    # To ask for a correction is to say whose line it is: nobody waits for that decision any more.
    withdrawals.end_handovers(session, [each.line_id for each in found], on=rules.today(now), by=author)
    _derive_plans(session, rules, found, now)
    for report, review_id in noted:
        owed = owed_of(session, report)
        if owed is not None and owed.done_on is None:
            reviews.claim_return(session, rules.entity_id, owed, review_id, on=rules.today(now), at=now)
    return _said(session, found)


def review_of(session: Session, result_ids: Iterable[int]) -> Mapping[int, Review]:
    """The newest review of each of these results that has one."""
    return {result_id: said[-1] for result_id, said in reviews.reviews_of(session, result_ids).items()}


def note_text(rules: Rules, note: str | None, template: int | None) -> str:
    """The note with which a report goes back: in words, or the n-th of the ready-made ones, from 1.

    Raises InputError: blank_note, unknown_note.
    """
    if template is None:
        if note is None or not note.strip():
            raise InputError("blank_note")
        return note.strip()
    if not 1 <= template <= len(rules.review.notes):
        raise InputError("unknown_note", found=template, known=len(rules.review.notes))
    return " ".join(filter(None, [rules.review.notes[template - 1], (note or "").strip()]))


def _author(by: str) -> str:
    if not by.strip():
        raise InputError("blank_author")
    return by.strip()


def _found(
    session: Session, rules: Rules, result_ids: Sequence[int], event: SubmissionEvent, today: date
) -> tuple[Submitted, ...]:
    """The reports, in the order asked for, each in a state in which this may happen to it; their periods are held."""
    asked = submitted.submitted_by_ids(session, rules.entity_id, result_ids)
    periods.hold_periods(session, {report.plan_id for report in asked})
    known = {each.result_id: each for each in submitted.submitted_by_ids(session, rules.entity_id, result_ids)}
    for result_id in result_ids:
        if result_id not in known:
            raise NotFoundError("unknown_report", found=result_id)
    found = tuple(known[result_id] for result_id in dict.fromkeys(result_ids))
    for report in found:
        try:
            move(report.state, event)
        except ConflictError as error:
            state = report.state.label.lower()
            raise ConflictError("report_reviewed", row=report.row, plan=report.plan, state=state) from error
    _refuse_closed(session, found, today)
    return found


def _refuse_closed(session: Session, found: Iterable[Submitted], today: date) -> None:
    """Nothing is said of reports of closed periods, but for those that were opened again."""
    reports = tuple(found)
    known = closed_periods(session, {report.plan_id for report in reports}, today)
    lines = lines_by_id(session, (each.line_id for each in reports)) if known.closings else {}
    for report in reports:
        line = lines.get(report.line_id)
        closing = known.refuses(line, report.period) if line else known.of(report.plan_id, report.period)
        if closing is not None:
            raise to_decisions(closing)


def _note(
    session: Session, rules: Rules, report: Submitted, verdict: Verdict, note: str | None, author: str, now: datetime
) -> int:
    result_id = report.result_id
    review_id = reviews.add_review(session, rules.entity_id, result_id, verdict, note=note, reviewer=author, at=now)
    facts = {"result": report.result_id, "version": report.version, "period": report.period, "note": note}
    kind = f"report_{verdict.value}"
    events.append(session, rules.entity_id, kind, f"line:{report.line_id}", facts, at=now, actor=author)
    return review_id


def _derive_plans(session: Session, rules: Rules, found: Iterable[Submitted], now: datetime) -> None:
    for plan_id in dict.fromkeys(report.plan_id for report in found):
        derive(session, rules, plans.plan_by_id(session, plan_id), today=rules.today(now))


def _said(session: Session, found: Iterable[Submitted]) -> tuple[Review, ...]:
    ids = [report.result_id for report in found]
    newest = review_of(session, ids)
    return tuple(newest[result_id] for result_id in ids)
