"""Which reports should have been reviewed by now, as the coordinator is told: by plan, team and period."""

from collections.abc import Iterable
from datetime import date

from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.lines import PlanFacts
from gdflow.domain.reviews import ReviewMode, review_by, reviewer_step
from gdflow.domain.rules import Rules
from gdflow.domain.submitted import Submitted
from gdflow.spanish.dates import brief_date
from gdflow.spanish.periods import period_label
from gdflow.storage import submitted
from gdflow.storage.engine import Session

Key = tuple[int, int | None, str, date, int]


def reviews_due(session: Session, rules: Rules, known: Iterable[PlanFacts], today: date) -> dict[str, Finding]:
    """One matter for what a team reported on a day and each step of its review that has passed; the newest alone."""
    if all(plan.review is ReviewMode.NONE for plan in known):
        return {}
    grouped: dict[Key, list[Submitted]] = {}
    for each in submitted.waiting(session, rules.entity_id):
        due = review_by(rules.today(each.reported_at), rules.review, rules.calendar)
        step = reviewer_step(due, rules.review, rules.calendar, today)
        if step is not None:
            grouped.setdefault((each.plan_id, each.team_id, each.period, due, step), []).append(each)
    return {_key(key): _finding(key, waiting) for key, waiting in grouped.items()}


def _key(key: Key) -> str:
    plan_id, team_id, period, due, step = key
    return f"{FindingKind.REVIEW_DUE}:{plan_id}:{team_id or 0}:{period}:{due}:{step}"


def _finding(key: Key, waiting: list[Submitted]) -> Finding:
    _, _, period, due, _ = key
    reports = "un reporte" if len(waiting) == 1 else f"{len(waiting)} reportes"
    detail = f"{period_label(period)} de «{waiting[0].plan}»: {reports}; para revisar a más tardar el {brief_date(due)}"
    return Finding(FindingKind.REVIEW_DUE, waiting[0].team or "Sin equipo responsable", detail)
