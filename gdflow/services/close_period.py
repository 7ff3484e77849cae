"""Close a plan's period: from here on its figures do not change without a trace. All of it happens, or nothing.

1. The plan's periods are locked: whoever writes what is frozen waits, or was here before.
2. What stands open is looked at; each check that fails needs somebody who closes in spite of it.
3. What is owed and not there is missing at close; what was to be said of it is not said any more.
4. The snapshot is made, noted in the chain of events by its hash, and kept.
5. A line with more time by an extension is opened again at once until its day; the next period is opened.
6. Teams and coordinator are told, by mails that leave after the commit.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gdflow import failpoints
from gdflow.domain.canonical import canonical, hash_of
from gdflow.domain.closing import Check, Closed, ClosingFacts, InSpite, Pending, Reopening, Snapshot
from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.lines import PlanFacts
from gdflow.domain.obligations import ObligationKind, ObligationState
from gdflow.domain.periods import Period
from gdflow.domain.rules import Rules
from gdflow.domain.stored import OpenPeriod
from gdflow.services.author import author_of
from gdflow.services.carry import carried_lines, date_again, open_again
from gdflow.services.closing_checks import pending_of_period
from gdflow.services.closing_notices import tell_closing
from gdflow.services.decide import say_anew
from gdflow.services.derive import derive
from gdflow.services.open_period import open_begun
from gdflow.services.snapshot import Closer, report_at_close, snapshot_of
from gdflow.spanish.closing import CHECK_NAMES
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import period_label
from gdflow.storage import closings, events, obligations, periods, plans, reopenings, withdrawals
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class _Period:
    """A plan's period under the lock. before: its closing in force; open: its reopenings that were not ended."""

    plan: PlanFacts
    opened: OpenPeriod
    before: Closed | None
    open: tuple[Reopening, ...]


def close_period(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    period: Period,
    *,
    by: str,
    in_spite: Mapping[Check, str],
    now: datetime,
) -> Closed:
    """Close a plan's period, or close it again where it was opened: every reopening of it ends.

    in_spite: why it is closed although these checks fail. What the closing before was made in spite of needs no new
    word. Raises ConflictError: period_unopened, period_not_ended, already_closed, and closing_not_clear with the
    `checks` that stand in the way; InputError: blank_author, blank_reason.
    """
    known = _locked(session, rules, plan, period, now)
    return _close(session, rules, known, known.open, by=author_of(by), in_spite=_stated(in_spite), now=now)


def close_by_schedule(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    period: Period,
    *,
    by: str,
    in_spite: Mapping[Check, str],
    now: datetime,
) -> Closed:
    """The same by the schedule: only the reopenings end whose last day has passed. Raises as close_period does.

    A period of which none has passed is already closed.
    """
    known = _locked(session, rules, plan, period, now)
    passed = tuple(each for each in known.open if each.until < rules.today(now))
    if known.before is not None and not passed:
        raise _already(known.before.facts)
    return _close(session, rules, known, passed, by=by, in_spite=in_spite, now=now)


def pending_before_closing(
    session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime
) -> tuple[Pending, ...]:
    """What stands open in a period, by check and line; nothing is written. Raises ConflictError("period_unopened")."""
    opened = next((each for each in periods.periods_of(session, plan.id) if each.key == period.key), None)
    if opened is None:
        raise _unopened(plan, period)
    first = closings.newest_closing(session, plan.id, period.key) is None
    return _pending(session, rules, plan, opened, first=first, now=now)


def _stated(in_spite: Mapping[Check, str]) -> dict[Check, str]:
    stated = {check: reason.strip() for check, reason in in_spite.items()}
    if not all(stated.values()):
        raise InputError("blank_reason")
    return stated


def _locked(session: Session, rules: Rules, plan: PlanFacts, period: Period, now: datetime) -> _Period:
    opened = periods.lock_period(session, plan.id, period.key)
    failpoints.reach("close.locked")
    if opened is None:
        raise _unopened(plan, period)
    if rules.today(now) <= opened.period.end:
        ends_on = long_date(opened.period.end)
        raise ConflictError("period_not_ended", plan=plan.code, period=period_label(period.key), ends_on=ends_on)
    newest = closings.newest_closing(session, plan.id, period.key)
    known = reopenings.reopenings_of(session, plan.id, period.key)
    still = tuple(each for each in known if each.ended_at is None)
    if newest is not None and not still:
        raise _already(newest)
    before = closings.closing_by_id(session, newest.id) if newest else None
    # what may have waited for the lock: the plan's own row says whether it is reviewed
    return _Period(plans.plan_by_id(session, plan.id), opened, before, still)


def _close(
    session: Session,
    rules: Rules,
    known: _Period,
    ending: Sequence[Reopening],
    *,
    by: str,
    in_spite: Mapping[Check, str],
    now: datetime,
) -> Closed:
    plan, opened, today = known.plan, known.opened, rules.today(now)
    pending = _pending(session, rules, plan, opened, first=known.before is None, now=now)
    spite = _decided(plan, opened, pending, in_spite, by, known.before)
    reopenings.end_reopening(session, [each.id for each in ending], at=now, by=by)
    missing = _miss(session, rules, plan, opened, now)
    if known.before is not None:
        date_again(session, plan, opened)
    # Later closings take over no extension: what was opened again has its day by its reopening.
    carried = carried_lines(session, plan, opened.key, missing, today) if known.before is None else {}
    since = _since(session, known)
    closer = Closer(by, now, pending, spite, tuple(carried.values()), since, known.before)
    snapshot = snapshot_of(session, rules, plan, opened, closer)
    failpoints.reach("close.snapshot")
    facts = _freeze(session, rules, plan, snapshot)
    failpoints.reach("close.frozen")
    for line_id, each in carried.items():
        open_again(session, rules, facts, line_id, each, now=now)
    if carried or len(known.open) > len(ending):
        derive(session, rules, plan, today=today)
    open_begun(session, rules, plan, now=now)
    closed = Closed(facts, snapshot)
    tell_closing(session, rules, closed, now=now)
    return closed


def _pending(
    session: Session, rules: Rules, plan: PlanFacts, opened: OpenPeriod, *, first: bool, now: datetime
) -> tuple[Pending, ...]:
    today = rules.today(now)
    report = report_at_close(session, rules, plan, opened.key, today)
    return pending_of_period(session, plan, opened, report, first=first, today=today)


def _decided(
    plan: PlanFacts,
    opened: OpenPeriod,
    pending: Iterable[Pending],
    in_spite: Mapping[Check, str],
    by: str,
    before: Closed | None,
) -> tuple[InSpite, ...]:
    """Who closes in spite of each check that fails. Raises ConflictError("closing_not_clear") where nobody does."""
    counts = Counter(each.check for each in pending)
    kept = {each.check: each for each in before.snapshot.in_spite} if before else {}
    spite: list[InSpite] = []
    for check in (each for each in Check if each in counts):
        if check in in_spite:
            spite.append(InSpite(check, counts[check], by, in_spite[check]))
        elif check in kept:
            spite.append(replace(kept[check], count=counts[check]))
    standing = {check: count for check, count in counts.items() if check not in {each.check for each in spite}}
    if standing:
        raise _not_clear(plan, opened, standing)
    return tuple(spite)


def _not_clear(plan: PlanFacts, opened: OpenPeriod, standing: Mapping[Check, int]) -> ConflictError:
    found = ", ".join(_counted(check, standing[check]) for check in Check if check in standing)
    checks = tuple(check.value for check in Check if check in standing)
    facts = {"plan": plan.code, "period": period_label(opened.key), "key": opened.key}
    return ConflictError("closing_not_clear", **facts, found=found, checks=checks)


def _counted(check: Check, count: int) -> str:
    return CHECK_NAMES[check] if check is Check.EARLY else f"{CHECK_NAMES[check]} ({count})"


def _miss(session: Session, rules: Rules, plan: PlanFacts, opened: OpenPeriod, now: datetime) -> list[int]:
    """What is owed becomes missing at close; returns its lines. Digests about it that have not left say it no more."""
    owed = [each for each in obligations.obligations_of_plan(session, plan.id, opened.key) if each.done_on is None]
    results = [each for each in owed if each.kind is ObligationKind.RESULT]
    ids, line_ids = [each.id for each in results], [each.line_id for each in results]
    obligations.set_state(session, ids, ObligationState.MISSING_AT_CLOSE, rules.today(now))
    if withdrawals.withdraw_lines(session, line_ids, at=now):
        say_anew(session, rules, now=now)
    return line_ids


def _since(session: Session, known: _Period) -> tuple[Reopening, ...]:
    """The reopenings by which the closing before was opened, as they stand now."""
    if known.before is None:
        return ()
    ids = {each.id for each in known.open}
    of_period = reopenings.reopenings_of(session, known.plan.id, known.opened.key)
    return tuple(each for each in of_period if each.id in ids or each.closing == known.before.facts.number)


def _freeze(session: Session, rules: Rules, plan: PlanFacts, snapshot: Snapshot) -> ClosingFacts:
    """Note the snapshot's hash in the chain of events, and keep it with the chain's head."""
    text = canonical(snapshot)
    facts = {
        "plan": plan.code,
        "period": snapshot.report.period,
        "number": snapshot.number,
        "sha256": hash_of(text),
        "in_spite": [[each.check.value, each.count, each.by, each.reason] for each in snapshot.in_spite],
    }
    subject, actor = f"plan:{plan.id}", snapshot.closed_by
    events.append(session, rules.entity_id, "period_closed", subject, facts, at=snapshot.closed_at, actor=actor)
    count, head = events.chain_head(session, rules.entity_id)
    missing = sum(each.check is Check.MISSING for each in snapshot.pending)
    return closings.add_closing(
        session, rules.entity_id, plan.id, snapshot, text=text, head=head, events=count, missing=missing
    )


def _unopened(plan: PlanFacts, period: Period) -> ConflictError:
    return ConflictError("period_unopened", plan=plan.code, period=period_label(period.key))


def _already(closing: ClosingFacts) -> ConflictError:
    closed_on = long_date(closing.closed_at.astimezone(BOGOTA).date())
    facts = {"plan": closing.plan, "period": period_label(closing.period), "closed_on": closed_on}
    return ConflictError("already_closed", **facts, number=closing.number)
