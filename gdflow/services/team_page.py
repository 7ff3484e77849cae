"""Put together what a team sees on its page: each line with its dates, figures, evidence and verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.decisions import Decision
from gdflow.domain.evidence import Evidence
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.links import TeamLink
from gdflow.domain.obligations import Obligation, ObligationState, complete_before
from gdflow.domain.periods import parse_period
from gdflow.domain.reporting import closes_on, report_by
from gdflow.domain.reviews import Review
from gdflow.domain.rules import Rules
from gdflow.domain.team_page import EXEMPT, ExemptLine, PageLine, Standing, TeamPage, standing_of
from gdflow.services.closings import ClosedPeriods, closed_periods
from gdflow.storage import asked, plans, reviews, team_lines
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_id

ORDER = tuple(Standing)
ON_PAGE = frozenset(
    {ObligationState.OWED, ObligationState.MET, ObligationState.UNREADABLE, ObligationState.MISSING_AT_CLOSE}
)


def team_page(session: Session, rules: Rules, link: TeamLink, *, now: datetime) -> TeamPage:
    """The page to which a link leads, as things stand at a moment. Nothing is written."""
    today, known = rules.today(now), _known(session, rules, link, rules.today(now))
    lines = tuple(known.page_line(line) for line in known.lines if known.is_on_page(line))
    dated = [(line.due_on, line.closes_on) for line in lines if line.is_missing]
    dated = dated or [(line.due_on, line.closes_on) for line in lines] or [_by_rule(rules, link.period)]
    due, closing = min(dated, key=lambda pair: pair[0])
    return TeamPage(
        entity=rules.entity,
        team=link.team,
        period=link.period,
        today=today,
        report_by=due,
        closes_on=closing,
        lines=tuple(sorted(lines, key=_place)),
        exempt=tuple(filter(None, (known.exempt(line) for line in known.lines))),
        uploads=team_lines.uploads_of_team(session, rules.entity_id, link.team_id, link.period),
        closed_on=known.closed_on(lines),
        reopened_until=max(filter(None, map(known.reopened_until, lines)), default=None),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """All that is known of a team's lines, by line id; reviews by result id.

    reported: for the page's own period, also what was sent back. results: what counts, for every period.
    closed: the closed periods of the lines' plans.
    """

    period: str
    today: date
    plans: Mapping[int, PlanFacts]
    lines: tuple[Line, ...]
    owed: Mapping[int, Obligation]
    reported: Mapping[int, Result]
    results: Mapping[int, list[Result]]
    reviews: Mapping[int, Review]
    evidence: Mapping[int, tuple[Evidence, ...]]
    handed_over: Mapping[int, Decision]
    closed: ClosedPeriods

    def closed_on(self, lines: Sequence[PageLine]) -> date | None:
        """When the period was closed, where it is so for every line."""
        known = [self.closed.of(line.line.plan_id, self.period) for line in lines]
        days = [each.closed_at.astimezone(BOGOTA).date() for each in known if each]
        return max(days) if lines and len(days) == len(lines) else None

    def reopened_until(self, line: PageLine) -> date | None:
        """To what day the closed period takes something of a line again."""
        its = line.line
        return self.closed.open_until(its.plan_id, self.period, its.id, its.team_id)

    def is_open(self, line: Line, owed: Obligation) -> bool:
        """Whether the period takes what is said of a line."""
        if self.closed.of(line.plan_id, self.period) is not None:
            return self.closed.refuses(line, self.period) is None
        return owed.closes_on is None or self.today <= owed.closes_on

    def is_on_page(self, line: Line) -> bool:
        owed = self.owed.get(line.id)
        return owed is not None and owed.state in ON_PAGE

    def page_line(self, line: Line) -> PageLine:
        owed, result = self.owed[line.id], self.reported.get(line.id)
        review = self.reviews.get(result.id) if result else None
        before = self.before(line)
        return PageLine(
            line=line,
            plan=self.plans[line.plan_id].title or self.plans[line.plan_id].code,
            standing=standing_of(owed, result, review, self.today),
            due_on=owed.due_on,
            closes_on=owed.closes_on,
            result=result,
            before={each.period: each.value for each in before},
            previous=before[-1] if before else None,
            evidence=self.evidence.get(line.id, ()),
            note=review.note if review else None,
            handed_over=self.handed_over.get(line.id),
            is_open=self.is_open(line, owed),
        )

    def exempt(self, line: Line) -> ExemptLine | None:
        """The line as one that owes nothing, where there is a reason that its team should know."""
        owed = self.owed.get(line.id)
        values = {each.period: each.value for each in self.results.get(line.id, ())}
        if owed is None and complete_before(line, values, parse_period(self.period)):
            return ExemptLine(line, EXEMPT[ObligationState.COMPLETE], values)
        why = EXEMPT.get(owed.state) if owed else None
        return ExemptLine(line, why, values) if why else None

    def before(self, line: Line) -> list[Result]:
        start = parse_period(self.period).start
        earlier = [each for each in self.results.get(line.id, ()) if parse_period(each.period).end < start]
        return sorted(earlier, key=lambda each: parse_period(each.period).end)


def _known(session: Session, rules: Rules, link: TeamLink, today: date) -> _Known:
    ids = team_lines.line_ids_of_team(session, link.team_id, link.period)
    reported = asked.reported_for(session, ids, link.period)
    current = [result.id for result in reported.values()]
    lines = tuple(sorted(lines_by_id(session, ids).values(), key=lambda line: (line.plan_id, line.position)))
    return _Known(
        period=link.period,
        today=today,
        plans={plan.id: plan for plan in plans.plans_of(session, rules.entity_id)},
        lines=lines,
        owed=team_lines.owed_of_lines(session, ids, link.period),
        reported=reported,
        results=asked.results_of_lines(session, ids),
        reviews={of: said[-1] for of, said in reviews.reviews_of(session, current).items()},
        evidence=team_lines.evidence_of_lines(session, ids, link.period),
        handed_over=team_lines.handovers_of_lines(session, ids, today),
        closed=closed_periods(session, {line.plan_id for line in lines}, today),
    )


def _place(line: PageLine) -> tuple[int, date, int, int]:
    return ORDER.index(line.standing), line.due_on, line.line.plan_id, line.line.position


def _by_rule(rules: Rules, key: str) -> tuple[date, date]:
    period = parse_period(key)
    return report_by(period, rules.reporting, rules.calendar), closes_on(period, rules.reporting, rules.calendar)
