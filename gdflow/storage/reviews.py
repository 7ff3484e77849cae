"""Verdicts on results: the newest of each counts, and all of them stay."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import bindparam, func, select, update
from sqlmodel import Session

from gdflow.domain.ladders import ReminderReason
from gdflow.domain.obligations import Obligation
from gdflow.domain.people import Audience
from gdflow.domain.reviews import Review, ReviewMode, Verdict
from gdflow.storage.engine import execute, insert_one, insert_or_skip, pairs
from gdflow.storage.tables import plan, reminder, result, review

NAMES = ("id", "result_id", "verdict", "note", "reviewer", "at")
REVIEWS = select(*(review.c[name] for name in NAMES)).order_by(review.c.id)
OF_RESULTS = REVIEWS.where(review.c.result_id.in_(bindparam("result_ids", expanding=True)))
OF_PLANS = (
    REVIEWS.join_from(review, result, result.c.id == review.c.result_id)
    .where(result.c.in_force, result.c.plan_id.in_(bindparam("plan_ids", expanding=True)))
    .add_columns(result.c.plan_id)
)
_later = review.alias("later")
_NEWEST = (
    select(func.max(_later.c.id)).where(_later.c.result_id == review.c.result_id).correlate(review).scalar_subquery()
)
RETURNED = (
    select(review.c.id)
    .join_from(review, plan, plan.c.id == result.c.plan_id)
    .where(review.c.result_id == result.c.id, review.c.verdict == Verdict.RETURNED, review.c.id == _NEWEST)
    .where(plan.c.review == ReviewMode.COORDINATOR)
    .correlate(result)
    .exists()
)
"""A condition on a result: its reviewer sent it back, so it counts for nothing until it is answered anew."""
NOTES = (
    select(result.c.line_id, result.c.period, review.c.note)
    .join_from(review, result, result.c.id == review.c.result_id)
    .where(result.c.line_id.in_(bindparam("line_ids", expanding=True)), result.c.in_force)
    .where(review.c.id == _NEWEST, RETURNED)
)
ACCEPTED = (
    select(result.c.line_id, result.c.value)
    .join_from(review, result, result.c.id == review.c.result_id)
    .join(plan, plan.c.id == result.c.plan_id)
    .where(result.c.line_id.in_(bindparam("line_ids", expanding=True)), result.c.in_force)
    .where(result.c.period == bindparam("of_period"), plan.c.review == ReviewMode.COORDINATOR)
    .where(review.c.id == _NEWEST, review.c.verdict == Verdict.ACCEPTED)
)
BATCH = 10_000


def add_review(
    session: Session, entity_id: int, result_id: int, verdict: Verdict, *, note: str | None, reviewer: str, at: datetime
) -> int:
    """Put down what a reviewer says of a result, and return its id."""
    row = {"entity_id": entity_id, "result_id": result_id, "verdict": verdict, "note": note}
    return insert_one(session, review, row | {"reviewer": reviewer, "at": at})


def reviews_of(session: Session, result_ids: Iterable[int]) -> dict[int, tuple[Review, ...]]:
    """Everything that was said of results, oldest first, by result."""
    found: dict[int, tuple[Review, ...]] = {}
    ids = sorted(set(result_ids))
    for start in range(0, len(ids), BATCH):
        for row in execute(session, OF_RESULTS, {"result_ids": ids[start : start + BATCH]}).all():
            found[row[1]] = (*found.get(row[1], ()), Review(*row))
    return found


def newest_of_plan(session: Session, plan_id: int) -> dict[int, Review]:
    """The newest review of each of a plan's results in force that has one."""
    return newest_by_plan(session, [plan_id]).get(plan_id, {})


def newest_by_plan(session: Session, plan_ids: Iterable[int]) -> dict[int, dict[int, Review]]:
    """The same of several plans, by plan; one without any is not named."""
    found, wanted = dict[int, dict[int, Review]](), sorted(set(plan_ids))
    # most plans have no reviews: nothing is asked for them
    for *row, plan_id in execute(session, OF_PLANS, {"plan_ids": wanted}).all() if wanted else ():
        found.setdefault(plan_id, {})[row[1]] = Review(*row)
    return found


def notes_of_lines(session: Session, line_ids: Iterable[int]) -> dict[int, dict[str, str]]:
    """Why reports of lines came back and are awaited anew, by line and period."""
    notes: dict[int, dict[str, str]] = {}
    ids = sorted(set(line_ids))
    for start in range(0, len(ids), BATCH):
        rows = execute(session, NOTES, {"line_ids": ids[start : start + BATCH]}).all()
        for line_id, period, note in rows:
            notes.setdefault(line_id, {})[period] = note
    return notes


def accepted_of_lines(session: Session, line_ids: Iterable[int], period: str) -> dict[int, Decimal]:
    """The figures of a period that a reviewer accepted, by line: they change only once they are returned."""
    found: dict[int, Decimal] = {}
    ids = sorted(set(line_ids))
    for start in range(0, len(ids), BATCH):
        its = {"line_ids": ids[start : start + BATCH], "of_period": period}
        found |= pairs(session, ACCEPTED, its)
    return found


def set_mode(session: Session, plan_id: int, mode: ReviewMode) -> None:
    """Say whether a plan's reports are reviewed."""
    execute(session, update(plan).where(plan.c.id == plan_id).values(review=mode))


def claim_return(session: Session, entity_id: int, owed: Obligation, review_id: int, *, on: date, at: datetime) -> None:
    """Write the reminder that a report came back: a step of its own, said to the team by the next digest."""
    if owed.due_on < on:
        reason = ReminderReason.OVERDUE
    else:
        reason = ReminderReason.DUE_TODAY if owed.due_on == on else ReminderReason.DUE_SOON
    row = {"entity_id": entity_id, "obligation_id": owed.id, "due_on": owed.due_on, "step": f"returned-{review_id}"}
    row |= {"audience": Audience.TEAM, "reason": reason, "on_date": on, "claimed_on": on, "claimed_at": at}
    row |= {"waiting": True, "suppressed": None, "team_id": owed.team_id or 0}
    execute(session, insert_or_skip(session, reminder), row)
