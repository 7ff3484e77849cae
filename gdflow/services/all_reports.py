"""The reports of every plan at once, as a schedule asks for them."""

from datetime import datetime
from pathlib import Path

from gdflow.domain.rules import Rules
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
    """Write the reports of one plan or of each; without a period, of the last one of each plan that ended."""
    codes = [plan] if plan else [each.code for each in plans_of(session, rules.entity_id)]
    return tuple(write_reports(session, rules, objects, code, period, folder, now=now) for code in codes)
