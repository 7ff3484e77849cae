"""Which reports a person means by what they typed, and reports as stable JSON (docs/json.md)."""

from collections.abc import Iterable, Sequence

from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.results import SubmissionState
from gdflow.domain.reviews import Review, ReviewMode
from gdflow.domain.rules import Rules
from gdflow.domain.submitted import Submitted
from gdflow.services.find import find_line, find_plan
from gdflow.services.public_json import Json, amount
from gdflow.services.review import due_on, reports_of
from gdflow.storage import plans
from gdflow.storage.engine import Session


def reviewed_plan(session: Session, rules: Rules, code: str | None) -> PlanFacts:
    """The plan of a code, or the only one that is reviewed.

    Raises NotFoundError as find_plan does, ConflictError("plan_not_reviewed").
    """
    reviewed = [plan for plan in plans.plans_of(session, rules.entity_id) if plan.review is ReviewMode.COORDINATOR]
    if code is None and len(reviewed) == 1:
        return reviewed[0]
    plan = find_plan(session, rules.entity_id, code)
    if plan.review is ReviewMode.NONE:
        raise ConflictError("plan_not_reviewed", plan=plan.code)
    return plan


def lines_reported(session: Session, reports: Iterable[Submitted]) -> dict[int, Line]:
    """The lines that reports are about, by their ids, with all others of the same plans."""
    plan_ids = sorted({report.plan_id for report in reports})
    return {line.id: line for plan_id in plan_ids for line in plans.lines_of(session, plan_id)}


def mode_of(text: str) -> ReviewMode:
    """The mode of a word. Raises InputError("bad_review_mode")."""
    for mode in ReviewMode:
        if mode.value == text:
            return mode
    raise InputError("bad_review_mode", found=text)


def reports_named(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    period: str | None,
    lines: Sequence[str],
    *,
    everything: bool,
) -> tuple[Submitted, ...]:
    """The reports of these lines, or everything that waits for a review, of one period or of any.

    Raises InputError: lines_or_all, several_reports; NotFoundError: line_not_found, several_lines, nothing_to_review.
    """
    if bool(lines) == everything:
        raise InputError("lines_or_all")
    reports = reports_of(session, rules, plan, period)
    if everything:
        found = tuple(each for each in reports if each.state is SubmissionState.SUBMITTED)
    else:
        known = plans.lines_of(session, plan.id)
        found = tuple(_of_line(reports, find_line(known, asked, plan.code).id) for asked in lines)
    if not found:
        raise NotFoundError("nothing_to_review")
    return found


def _of_line(reports: Iterable[Submitted], line_id: int) -> Submitted:
    """The line's only report that waits, else its only report."""
    own = [each for each in reports if each.line_id == line_id]
    waiting = [each for each in own if each.state is SubmissionState.SUBMITTED] or own
    if not waiting:
        raise NotFoundError("nothing_to_review")
    if len(waiting) > 1:
        periods = ", ".join(each.period for each in waiting)
        raise InputError("several_reports", row=waiting[0].row, periods=periods)
    return waiting[0]


def report_json(rules: Rules, report: Submitted) -> Json:
    """A report under review."""
    return {
        "report": report.result_id,
        "plan": report.plan,
        "row": report.row,
        "number": report.number,
        "label": report.label,
        "team": report.team,
        "period": report.period,
        "value": amount(report.value),
        "narrative": report.narrative,
        "zero_reason": report.zero_reason,
        "reported_at": report.reported_at.isoformat(),
        "receipt": report.receipt,
        "version": report.version,
        "state": report.state.value,
        "review_by": due_on(rules, report).isoformat(),
        "review": review_json(report.review) if report.review else None,
    }


def review_json(review: Review) -> Json:
    """What a reviewer said."""
    return {
        "verdict": review.verdict.value,
        "note": review.note,
        "reviewer": review.reviewer,
        "at": review.at.isoformat(),
    }
