"""What stands in a calendar: the days on which something is due, and those on which periods close.

A day is called as the mails call it, so that both speak of one thing; it keeps its name when its date moves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from gdflow.domain import keys
from gdflow.domain.feeds import CalendarFeed, ClosingDay, Dated, Entry
from gdflow.domain.rules import Rules
from gdflow.services.feed_history import FeedHistory, history_of
from gdflow.spanish import feeds as words
from gdflow.storage import calendar_feeds, closings
from gdflow.storage.engine import Session

Place = tuple[int | None, str]
"""A plan (None: all of them) and a period."""


def entries_of(session: Session, rules: Rules, feed: CalendarFeed, *, since: date) -> tuple[Entry, ...]:
    """The entries of a calendar from a day on, in time."""
    dated = calendar_feeds.dated_of(session, rules.entity_id, feed.team_id, since)
    own = {(each.plan_id, each.period) for each in dated}
    days = calendar_feeds.closing_days_of(session, rules.entity_id, since)
    closing = _as_it_came(session, rules, [each for each in days if (each.plan_id, each.period) in own])
    history, domain = history_of(session, rules.entity_id, dated, feed.created_at), rules.mail_domain
    due = (_due(uid, of, history, feed.team) for uid, of in _by_uid(dated, feed.team_id, domain).items())
    ends = (_end(uid, of, history) for uid, of in _ends(closing, domain).items())
    return tuple(sorted((*due, *ends), key=lambda entry: (entry.day, entry.uid)))


def _by_uid(dated: Iterable[Dated], team_id: int | None, domain: str) -> dict[str, list[Dated]]:
    """What is due on each day: the period's own, that of a plan which has another, or the line's own.

    What is owed no more counts too: otherwise a day would change its name when the first line of it is answered.
    """
    earliest: dict[Place, date] = {}
    days: dict[str, list[Dated]] = {}
    for each in dated:
        places: list[Place] = [(None, each.period), (each.plan_id, each.period)] if each.period else []
        shared = next((place for place in places if earliest.setdefault(place, each.due_on) == each.due_on), None)
        plan_id = shared[0] if shared else each.plan_id
        uid = keys.calendar_uid(plan_id, team_id, each.period, None if shared else each.line_id, domain)
        days.setdefault(uid, []).append(each)
    return days


def _due(uid: str, of: Sequence[Dated], history: FeedHistory, team: str | None) -> Entry:
    owed = sum(each.done_on is None for each in of)
    said = words.due_summary(of[0], team), words.due_description(owed, of)
    return Entry(uid, of[0].due_on, *said, history.changed(of), cancelled=not owed)


def _as_it_came(session: Session, rules: Rules, planned: Iterable[ClosingDay]) -> list[ClosingDay]:
    """The days in time. A period that somebody closed before its day shows the one on which it closed first.

    Where plans share a day, those come first of which it holds: they keep its name.
    """
    closed = {
        (each.plan_id, each.period): rules.today(each.closed_at)
        for each in closings.closings_of_entity(session, rules.entity_id)
        if each.number == 1
    }
    days = [(each, closed.get((each.plan_id, each.period), each.closes_on)) for each in planned]
    ordered = sorted(days, key=lambda found: (found[0].closes_on, found[1] < found[0].closes_on))
    return [replace(each, closes_on=min(day, each.closes_on), early=day < each.closes_on) for each, day in ordered]


def _ends(closing: Iterable[ClosingDay], domain: str) -> dict[str, list[ClosingDay]]:
    """The plans whose period closes on a day: the period's own, or that of a plan which has another."""
    earliest: dict[str, date] = {}
    days: dict[str, list[ClosingDay]] = {}
    for each in closing:
        shared = earliest.setdefault(each.period, each.closes_on) == each.closes_on
        uid = keys.closing_day_uid(None if shared else each.plan_id, each.period, domain)
        days.setdefault(uid, []).append(each)
    return days


def _end(uid: str, of: Sequence[ClosingDay], history: FeedHistory) -> Entry:
    first = of[0]
    plans = [each.plan for each in of]
    said = words.closing_summary(first.period), words.closing_description(plans, early=first.early)
    changed = history.closing_changed([each.plan_id for each in of], first.period)
    return Entry(uid, first.closes_on, *said, changed)
