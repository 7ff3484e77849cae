"""What the board says of the reminders of each team: how often it was told, how that ended, and what comes next."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from gdflow.domain.board import BoardRow, Talk
from gdflow.domain.decisions import Decision, resting
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.domain.reminders import StepDate, current_steps
from gdflow.domain.rules import Rules
from gdflow.storage.engine import Session
from gdflow.storage.talk import ToldStep, told_steps

DAY = timedelta(days=1)
LOOK_AHEAD = 120
"""Days."""
FURTHEST = (
    *(NoticeState.SENT, NoticeState.IN_DOUBT, NoticeState.SENDING, NoticeState.RETRY, NoticeState.QUEUED),
    NoticeState.REFUSED,
)
"""Of several mails of one day the one that came furthest counts."""
Step = tuple[int, date, str, int | None]
"""What the ledger knows a claimed step by: obligation, due date, step, team."""


def talks(
    session: Session, rules: Rules, plan_ids: Collection[int], period: str, rows: Sequence[BoardRow], today: date
) -> Mapping[int | None, Talk]:
    """What the teams of some plans were told about a period, by team, and when they hear of it next.

    rows: of which something may still be awaited.
    """
    told = list(told_steps(session, plan_ids, period)) if plan_ids else []
    by_team: dict[int | None, list[ToldStep]] = {row.line.team_id: [] for row in rows}
    for each in told:
        by_team.setdefault(each.team_id, []).append(each)
    upcoming = _next_days(rules, rows, told, today)
    return {team_id: _talk(its, upcoming.get(team_id)) for team_id, its in by_team.items()}


def _talk(told: Iterable[ToldStep], next_on: date | None) -> Talk:
    mails = {(each.day, each.state) for each in told if each.day and each.state in FURTHEST}
    days = {day for day, _ in mails if day}
    if not days:
        return Talk(next_on=next_on)
    last = max(days)
    state = next(state for state in FURTHEST if (last, state) in mails)
    return Talk(len(days), last, state, next_on)


def _next_days(rules: Rules, rows: Iterable[BoardRow], told: Iterable[ToldStep], today: date) -> dict[int | None, date]:
    """The first day on which each team would be told of something, were nothing to change."""
    ledger: set[Step] = set()
    waiting: set[Step] = set()
    for each in told:
        step = (each.obligation_id, each.due_on, each.step, each.team_id)
        (waiting if each.waiting else ledger).add(step)
    said: dict[tuple[date, date | None], tuple[tuple[date, str], ...]] = {}
    found: dict[int | None, date] = {}
    for row in rows:
        owed = row.owed
        if owed is None or owed.state is not ObligationState.OWED:
            continue
        dates = (owed.due_on, owed.closes_on)
        if dates not in said:
            said[dates] = tuple(_schedule(rules, owed, today))
        day = _first(owed, said[dates], ledger, waiting, row.decisions, today)
        if day is not None:
            found[owed.team_id] = min(day, found.get(owed.team_id, day))
    return found


def _first(
    owed: Obligation,
    schedule: Iterable[tuple[date, str]],
    ledger: Collection[Step],
    waiting: Collection[Step],
    taken: Sequence[Decision],
    today: date,
) -> date | None:
    for day, name in schedule:
        step = (owed.id, owed.due_on, name, owed.team_id)
        # What waits was claimed after the mail of its day had been written: it is said on another day.
        if step in ledger or (step in waiting and day == today):
            continue
        if not taken or resting(taken, owed.line_id, owed.team_id, Audience.TEAM, day) is None:
            return day
    return None


def _schedule(rules: Rules, owed: Obligation, today: date) -> Iterator[tuple[date, str]]:
    """Each day to come with the step that is in force for a team."""
    last = min(owed.closes_on or date.max, today + DAY * LOOK_AHEAD)
    for count in range((last - today).days + 1):
        day = today + DAY * count
        steps = current_steps(owed.kind, owed.due_on, owed.closes_on, rules.policy, rules.calendar, day)
        yield from ((day, step.step) for step in _to_team(steps))


def _to_team(steps: Iterable[StepDate]) -> Iterator[StepDate]:
    return (step for step in steps if step.audience is Audience.TEAM)
