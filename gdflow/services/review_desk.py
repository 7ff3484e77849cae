"""What a reviewer looks at: the reports that wait, by plan, period and team, and one of them with all around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.errors import NotFoundError
from gdflow.domain.evidence import Evidence
from gdflow.domain.lines import Line, Result, ResultSource
from gdflow.domain.periods import parse_period
from gdflow.domain.reviews import Review, ReviewMode
from gdflow.domain.rules import Rules
from gdflow.domain.submitted import Submitted
from gdflow.services.review import due_on
from gdflow.services.running_total import doubt_about
from gdflow.services.wording import so_far_text
from gdflow.storage import annexes, asked, figures, plans, reviews, submitted
from gdflow.storage.engine import Session
from gdflow.storage.lines import line_by_id

BEFORE = 4
"""Periods before the reported one that are shown beside it."""
Place = tuple[str, str, int]
"""A plan's code, a period and a team's id, 0 for lines without one."""


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """A report that waits, and the day by which it is to be reviewed."""

    report: Submitted
    due_on: date


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """What a team sent for a period of a plan and waits, in the plan's order. title: of the plan."""

    plan: str
    title: str
    period: str
    team_id: int
    team: str | None
    waiting: tuple[WaitingReport, ...]

    @property
    def due_on(self) -> date:
        """The day of what is to be reviewed first."""
        return min(each.due_on for each in self.waiting)

    @property
    def result_ids(self) -> tuple[int, ...]:
        """The reports, for whoever answers all of them at once."""
        return tuple(each.report.result_id for each in self.waiting)


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """All that waits, what is to be reviewed first at its beginning. reviewed: some plan's reports have a reviewer."""

    groups: tuple[ReviewGroup, ...]
    today: date
    reviewed: bool

    @property
    def waiting(self) -> tuple[WaitingReport, ...]:
        """The reports one after the other."""
        return tuple(each for group in self.groups for each in group.waiting)

    @property
    def late(self) -> int:
        """How many should have been reviewed by now."""
        return sum(each.due_on < self.today for each in self.waiting)

    def narrowed(self, plan: str, period: str, team: str) -> "ReviewQueue":
        """What of it is of a plan, a period and a team's id; blanks leave all."""
        kept = (
            each
            for each in self.groups
            if plan in ("", each.plan) and period in ("", each.period) and team in ("", str(each.team_id))
        )
        return ReviewQueue(tuple(kept), self.today, self.reviewed)


@dataclass(frozen=True, slots=True)
class Version:
    """One of the figures that a team sent for the period, oldest first, and what was said of it."""

    number: int
    result: Result
    review: Review | None


@dataclass(frozen=True, slots=True)
class ReviewCase:
    """A report with what stands around it.

    versions: up to and with this one. before: what counts for the periods before, in time.
    """

    report: Submitted
    line: Line
    due_on: date
    evidence: tuple[Evidence, ...]
    versions: tuple[Version, ...]
    before: tuple[Result, ...]

    @property
    def newest_before(self) -> tuple[Result, ...]:
        """The periods that are shown beside it."""
        return self.before[-BEFORE:]

    @property
    def total(self) -> str | None:
        """What the line has with it, "9 de 21"; None without a target."""
        return so_far_text(self.line, self._values | {self.report.period: self.report.value})

    @property
    def doubt(self) -> str | None:
        """What to ask about its amount, or None."""
        return doubt_about(self.line, self._values, self.report.value)

    @property
    def _values(self) -> dict[str, Decimal]:
        return {each.period: each.value for each in self.before}


def review_queue(session: Session, rules: Rules, today: date) -> ReviewQueue:
    """What waits for a review in the whole entity, by the day on which the first of each team is due."""
    known = {plan.code: plan for plan in plans.plans_of(session, rules.entity_id)}
    grouped: dict[Place, list[Submitted]] = {}
    for each in submitted.waiting(session, rules.entity_id):
        grouped.setdefault((each.plan, each.period, each.team_id or 0), []).append(each)
    titles = {code: plan.title or code for code, plan in known.items()}
    groups = [_group(rules, place, titles[place[0]], found) for place, found in grouped.items()]
    reviewed = any(plan.review is ReviewMode.COORDINATOR for plan in known.values())
    return ReviewQueue(tuple(sorted(groups, key=_urgency)), today, reviewed)


def case_of(session: Session, rules: Rules, result_id: int) -> ReviewCase:
    """A report with all around it. Raises NotFoundError("unknown_report") for one that no reviewer is to see."""
    report = next(iter(submitted.submitted_by_ids(session, rules.entity_id, [result_id])), None)
    line = line_by_id(session, report.line_id) if report else None
    if report is None or line is None:
        raise NotFoundError("unknown_report", found=result_id)
    story = figures.history_of_line(session, line.id)
    own = [each for each in story if each.period == report.period and each.source is not ResultSource.IMPORT]
    said = reviews.reviews_of(session, (each.id for each in own))
    versions = (Version(n, each, said[each.id][-1] if each.id in said else None) for n, each in enumerate(own, 1))
    return ReviewCase(
        report=report,
        line=line,
        due_on=due_on(rules, report),
        evidence=annexes.annexes_of_line(session, line.id, report.period),
        versions=tuple(versions),
        before=_before(asked.results_of_lines(session, [line.id]).get(line.id, ()), report.period),
    )


def evidence_file(session: Session, rules: Rules, evidence_id: int) -> Evidence:
    """A file of the entity's own evidence. Raises NotFoundError("unknown_evidence"), also for a link."""
    found = annexes.annex_with_owner(session, evidence_id)
    if found is None or found[0] != rules.entity_id or found[1].sha256 is None:
        raise NotFoundError("unknown_evidence", found=evidence_id)
    return found[1]


def _group(rules: Rules, place: Place, title: str, found: Iterable[Submitted]) -> ReviewGroup:
    waiting = tuple(WaitingReport(each, due_on(rules, each)) for each in found)
    plan, period, team_id = place
    return ReviewGroup(plan, title, period, team_id, waiting[0].report.team, waiting)


def _urgency(group: ReviewGroup) -> tuple[date, str, date, str]:
    return group.due_on, group.plan, parse_period(group.period).end, group.team or ""


def _before(known: Iterable[Result], period: str) -> tuple[Result, ...]:
    start = parse_period(period).start
    earlier = [each for each in known if parse_period(each.period).end < start]
    return tuple(sorted(earlier, key=lambda each: parse_period(each.period).end))
