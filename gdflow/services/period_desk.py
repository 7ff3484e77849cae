"""A plan's period before it closes and after: what is looked at, what would change, its closings and reopenings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256

from gdflow.domain.closing import Carried, Check, Closed, Pending
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.evidence import Evidence
from gdflow.domain.figures import ANSWERED
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.period_desk import CheckState, Closable, PeriodDesk
from gdflow.domain.periods import Period
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.domain.stored import OpenPeriod
from gdflow.services.board import state_of
from gdflow.services.carry import carried_lines
from gdflow.services.close_period import close_period
from gdflow.services.closing_checks import pending_of_period
from gdflow.services.closings import closed_periods
from gdflow.services.find import find_plan
from gdflow.services.snapshot import report_at_close
from gdflow.storage import annexes, closings, obligations, periods, plans, reopenings
from gdflow.storage.engine import Session


def period_desk(session: Session, rules: Rules, code: str, period: Period, *, now: datetime) -> PeriodDesk:
    """A plan's period as it stands. Nothing is written.

    Raises NotFoundError("unknown_plan"), ConflictError("snapshot_damaged"), NotFoundError("unknown_period_of_plan").
    """
    plan, today = find_plan(session, rules.entity_id, code), rules.today(now)
    opened = next((each for each in periods.periods_of(session, plan.id) if each.key == period.key), None)
    if opened is None:
        raise NotFoundError("unknown_period_of_plan", plan=plan.code, found=period.key)
    standing = state_of(plan, opened, closed_periods(session, [plan.id], today), period.key, today)
    known = closings.closings_of_plan(session, plan.id, period.key)
    again, lines = reopenings.reopenings_of(session, plan.id, period.key), plans.lines_of(session, plan.id)
    may_close = period.end < today and (not known or any(each.ended_at is None for each in again))
    before = closings.closing_by_id(session, known[-1].id) if known and may_close else None
    its = (session, rules, plan, opened, lines, before, today)
    closable = _closable(*its) if may_close else None
    return PeriodDesk(standing, period, today, closable, tuple(reversed(known)), again, lines)


def close_as_seen(
    session: Session,
    rules: Rules,
    code: str,
    period: Period,
    *,
    by: str,
    in_spite: Mapping[Check, str],
    seen: str,
    now: datetime,
) -> Closed:
    """Close a period exactly as its page showed it.

    seen: of what was shown. Raises as `period_desk` and `close_period` do, and ConflictError("changed_meanwhile").
    """
    plan = find_plan(session, rules.entity_id, code)
    periods.lock_period(session, plan.id, period.key)
    desk = period_desk(session, rules, code, period, now=now)
    if desk.closable is not None and desk.closable.seen != seen:
        raise ConflictError("changed_meanwhile")
    return close_period(session, rules, plan, period, by=by, in_spite=in_spite, now=now)


def _closable(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    opened: OpenPeriod,
    lines: Sequence[Line],
    before: Closed | None,
    today: date,
) -> Closable:
    report = report_at_close(session, rules, plan, opened.key, today)
    pending = pending_of_period(session, plan, opened, report, first=before is None, today=today)
    backed = annexes.annexes_of_plan(session, plan.id, opened.key)
    owed = obligations.obligations_of_plan(session, plan.id, opened.key)
    missing = [each.line_id for each in owed if each.done_on is None and each.kind is ObligationKind.RESULT]
    carried = carried_lines(session, plan, opened.key, missing, today) if before is None else {}
    teams = {line.id: line.team for line in lines}
    own = {each.id for each in lines}
    return Closable(
        checks=_checks(plan, pending, before),
        **_counts(report, backed),
        missing=Counter(teams[line_id] for line_id in missing if line_id in own),
        carried=tuple(carried.values()),
        uids={(line.row, line.label): line.uid for line in lines},
        seen=_seen(pending, carried.values()),
    )


def _checks(plan: PlanFacts, pending: Iterable[Pending], before: Closed | None) -> tuple[CheckState, ...]:
    """What is looked at of this plan: nobody waits for reviews of one that nobody reviews."""
    found: dict[Check, list[Pending]] = {check: [] for check in Check}
    for each in pending:
        found[each.check].append(each)
    kept = {each.check: each for each in before.snapshot.in_spite} if before else {}
    idle = {Check.UNREVIEWED} if plan.review is ReviewMode.NONE else set()
    idle |= {Check.EARLY}
    shown = (check for check in Check if found[check] or check not in idle)
    return tuple(CheckState(check, tuple(found[check]), kept.get(check)) for check in shown)


def _counts(report: Consolidated, backed: Iterable[Evidence]) -> dict[str, int]:
    cells = [row.cell for row in report.lines if row.cell.expected]
    files = [each.sha256 is not None for each in backed]
    return {
        "expected": len(cells),
        "reported": sum(cell.state in ANSWERED for cell in cells),
        "reviewed": sum(cell.review is not None and cell.review.value == "accepted" for cell in cells),
        "files": sum(files),
        "links": len(files) - sum(files),
    }


def _seen(pending: Iterable[Pending], carried: Iterable[Carried]) -> str:
    return sha256("\n".join(map(repr, (*pending, *carried))).encode()).hexdigest()[:16]
