"""The reports of every plan at once, as a schedule asks for them."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.services.find import plans_reported_by
from gdflow.services.write_reports import WrittenReports, write_reports
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore
from gdflow.storage.plans import plans_of


def write_all_reports(
    session: Session,
    rules: Rules,
    objects: ObjectStore,
    plan: str | None,
    period: str | None,
    folder: Path,
    *,
    now: datetime,
) -> tuple[WrittenReports, ...]:
    """Write the reports of one plan or of each that has such periods; without one, of the last that ended of each."""
    codes = [plan] if plan else [each.code for each in _chosen(session, rules, period)]
    return tuple(write_reports(session, rules, objects, code, period, folder, now=now) for code in codes)


def _chosen(session: Session, rules: Rules, period: str | None) -> Iterable[PlanFacts]:
    if period is None:
        return plans_of(session, rules.entity_id)
    return plans_reported_by(session, rules.entity_id, None, parse_period(period).kind)
