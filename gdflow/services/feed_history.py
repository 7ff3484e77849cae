"""When what stands in a calendar last changed, as the record of what happened tells it.

Nothing is written when a calendar is read, so no entry has a number of its own changes: the moment of the last one
stands in its place, and grows with each.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.feeds import Dated
from gdflow.storage import calendar_feeds
from gdflow.storage.calendar_feeds import Happening
from gdflow.storage.engine import Session

ANSWERS = frozenset({"line_reported", "report_accepted", "report_returned"})
OF_LINES = ANSWERS | {"decision_taken", "decision_undone", "amendment_applied", "amendment_undone", "due_confirmed"}
OF_ALL = frozenset({"plan_imported", "team_assigned", "period_opened", "period_closed", "period_reopened"})
DECISIONS = frozenset({"decision_taken", "decision_undone"})
MOVING = frozenset({"waiver", "extension"})
"""The decisions that move a date, or end what is owed."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that may have moved a date. period: of what it speaks, None: of all.

    completes: it speaks of a result, by which a line may reach its end.
    """

    at: datetime
    period: str | None
    completes: bool

    def concerns(self, period: str | None) -> bool:
        """Whether it may have moved the day of a period, or without one a line's own end."""
        return self.period in (None, period) or (period is None and self.completes)


@dataclass(frozen=True, slots=True)
class FeedHistory:
    """What happened, by subject of the chain; answers among it. first: before anything in it happened."""

    happened: Mapping[str, tuple[Happened, ...]]
    first: datetime

    def changed(self, of: Iterable[Dated]) -> datetime:
        """When what is said of things that are owed last changed."""
        moments = (
            at
            for each in of
            for subject in (f"line:{each.line_id}", f"plan:{each.plan_id}", f"team:{each.team_id}")
            for at in self._about(subject, each.period)
        )
        return max(moments, default=self.first)

    def closing_changed(self, plan_ids: Iterable[int], period: str) -> datetime:
        """The same of the day on which a period of plans closes."""
        moments = (at for plan_id in plan_ids for at in self._about(f"plan:{plan_id}", period))
        return max(moments, default=self.first)

    def _about(self, subject: str, period: str | None) -> Iterator[datetime]:
        return (each.at for each in self.happened.get(subject, ()) if each.concerns(period))


def history_of(session: Session, entity_id: int, dated: Collection[Dated], first: datetime) -> FeedHistory:
    """What happened about all that is owed."""
    lines = {each.line_id for each in dated}
    subjects = {f"line:{each}" for each in lines}
    subjects |= {f"plan:{each.plan_id}" for each in dated} | {f"team:{each.team_id}" for each in dated}
    found: dict[str, list[Happened]] = {}
    for happening in calendar_feeds.happened_about(session, entity_id, subjects):
        subject, kind, _, at = happening
        known = _moved_by(happening)
        if known is not None:
            found.setdefault(subject, []).append(Happened(at, known.get("period"), kind in ANSWERS))
    for (line_id, period), at in calendar_feeds.answered_at(session, lines).items():
        found.setdefault(f"line:{line_id}", []).append(Happened(at, period, completes=True))
    return FeedHistory({subject: tuple(each) for subject, each in found.items()}, first)


def _moved_by(happening: Happening) -> Mapping[str, str | None] | None:
    """The facts of something that may have moved a date, None of all else."""
    _, kind, text, _ = happening
    if kind not in OF_LINES and kind not in OF_ALL:
        return None
    facts: Mapping[str, str | None] = json.loads(text)
    silent = kind in DECISIONS and facts["kind"] not in MOVING
    same = kind == "plan_imported" and facts["outcome"] == "unchanged"
    return None if silent or same else facts
