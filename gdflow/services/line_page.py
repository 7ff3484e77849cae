"""Put together the page of one line: its figures and lights, what it owes, why it is reminded, all that happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.board import BoardRow, PlanPeriod
from gdflow.domain.consolidated import Consolidated, consolidated
from gdflow.domain.decisions import Decision
from gdflow.domain.errors import NotFoundError
from gdflow.domain.flags import Flag, flags_of
from gdflow.domain.forecast import Forecast, forecasts
from gdflow.domain.happenings import Happening
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.services.board import board_rows, decisions_about, state_of, usual_period
from gdflow.services.closings import closed_periods
from gdflow.services.explain import Explanation, explain
from gdflow.services.line_story import line_story
from gdflow.storage import obligations, people, plans, reviews, submissions
from gdflow.storage.engine import Session
from gdflow.storage.lines import line_by_uid
from gdflow.storage.periods import periods_of


@dataclass(frozen=True, slots=True)
class LineFigures:
    """A line's figures as of one period's end. standing: of that period."""

    row: BoardRow
    forecast: Forecast
    flags: tuple[Flag, ...]
    standing: PlanPeriod


@dataclass(frozen=True, slots=True)
class LinePage:
    """A line with its whole history. figures: None while its plan has opened no period.

    teams: names of the entity's teams, to which the line may be assigned. decisions: in force, that can be undone.
    """

    plan: PlanFacts
    line: Line
    today: date
    figures: LineFigures | None
    explanation: Explanation
    decisions: tuple[Decision, ...]
    story: tuple[Happening, ...]
    teams: tuple[str, ...]

    @property
    def asked_periods(self) -> tuple[str, ...]:
        """The periods of which something is still owed, in time."""
        owed = (each.obligation for each in self.explanation.obligations)
        return tuple(each.period for each in owed if each.period and each.done_on is None)

    @property
    def owes_end(self) -> bool:
        """Whether the line's own end is still owed."""
        owed = (each.obligation for each in self.explanation.obligations)
        return any(each.kind is ObligationKind.DEADLINE and each.done_on is None for each in owed)


def line_page(session: Session, rules: Rules, uid: str, *, now: datetime) -> LinePage:
    """The page of a line. Nothing is written. Raises NotFoundError("unknown_line")."""
    line = line_by_uid(session, rules.entity_id, uid)
    if line is None:
        raise NotFoundError("unknown_line", found=uid)
    plan, today = plans.plan_by_id(session, line.plan_id), rules.today(now)
    explanation = explain(session, rules, plan, line, as_of=today)
    return LinePage(
        plan=plan,
        line=line,
        today=today,
        figures=_figures(session, rules, plan, line, explanation, now),
        explanation=explanation,
        decisions=tuple(each for each in explanation.decisions if each.holds(today)),
        story=line_story(session, rules, plan, line),
        teams=tuple(team.name for team in people.teams_of(session, rules.entity_id)),
    )


def _figures(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, explanation: Explanation, now: datetime
) -> LineFigures | None:
    today = rules.today(now)
    opened, closed = periods_of(session, plan.id), closed_periods(session, [plan.id], today)
    key = usual_period(opened, closed, today)
    if key is None:
        return None
    report = _report(session, rules, plan, line, key, today)
    about: Mapping[tuple[str, int], Sequence[Decision]] = decisions_about(explanation.decisions, key, today)
    (row,) = board_rows(rules, report, about, today)
    (forecast,) = forecasts(report, rules.reporting)
    standing = state_of(plan, next(each for each in opened if each.key == key), closed, key, today)
    return LineFigures(row, forecast, flags_of(row.row), standing)


def _report(session: Session, rules: Rules, plan: PlanFacts, line: Line, key: str, today: date) -> Consolidated:
    """The plan's report with this line alone: the same figures, and nothing of its neighbours is read."""
    results = submissions.results_of_line(session, line.id)
    owed = obligations.obligations_of_line(session, line.id)
    said = None
    if plan.review is not ReviewMode.NONE:
        found = reviews.reviews_of(session, (each.id for each in results))
        said = {result_id: its[-1] for result_id, its in found.items()}
    return consolidated(
        plan,
        [line],
        results,
        [each for each in owed if each.kind is ObligationKind.RESULT],
        period=key,
        as_of=today,
        bands=rules.bands,
        rule=rules.reporting,
        reviews=said,
    )
