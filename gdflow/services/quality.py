"""How complete and how timely the teams' reports are, how often they come back, and which files could not be taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from gdflow.domain.groups import NO_TEAM
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import parse_period
from gdflow.domain.quality import (
    UNKNOWN_TEAM,
    ExpectedReport,
    Quality,
    RefusedFiles,
    by_team_and_period,
    quality_of,
)
from gdflow.domain.rules import Rules
from gdflow.services.public_json import Json
from gdflow.storage import quality as counts
from gdflow.storage.engine import Session

ALL = "Todos los equipos"


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The figures of each team and period, and of all of them together. plan: its code, None for all plans."""

    plan: str | None
    period: str | None
    teams: tuple[Quality, ...]
    whole: Quality


def quality_report(
    session: Session,
    rules: Rules,
    plans: Sequence[PlanFacts] = (),
    period: str | None = None,
    *,
    ended_by: date | None = None,
) -> QualityReport:
    """The quality of what was reported for some plans (all without any named) and one period, or all that are open.

    Refused files count for their team and period whatever plan they were about; of one that nobody could place the
    team is unknown. ended_by: where no period is named, only those that ended before that day: of a period that runs
    nothing is late yet. Raises InputError("unknown_period").
    """
    key = parse_period(period).key if period else None
    expected = _expected(session, rules, [plan.id for plan in plans], key)
    if key is None and ended_by is not None:
        expected = [each for each in expected if parse_period(each.period).end < ended_by]
    refused = _refused(session, rules, key)
    teams = by_team_and_period(expected, refused, rules.calendar)
    whole = quality_of(ALL, key, expected, refused, rules.calendar)
    return QualityReport(plans[0].code if len(plans) == 1 else None, key, teams, whole)


def quality_rows(session: Session, rules: Rules, plans: Sequence[PlanFacts], period: str) -> tuple[Quality, ...]:
    """The rows of a workbook: each team of a period, and all of them last; none when there is nothing to tell."""
    report = quality_report(session, rules, plans, period)
    return (*report.teams, report.whole) if report.teams else ()


def _expected(session: Session, rules: Rules, plan_ids: Sequence[int], period: str | None) -> list[ExpectedReport]:
    received = counts.reports_received(session, rules.entity_id, plan_ids=plan_ids, of_period=period)
    returned = counts.reports_returned(session, rules.entity_id, plan_ids=plan_ids, of_period=period)
    # what was imported together came at one moment
    found, day_of = [], cache(rules.today)
    owed = counts.reports_expected(session, rules.entity_id, plan_ids=plan_ids, of_period=period)
    for place, team, report_by in owed:
        first, versions = received.get(place, (None, 0))
        came = day_of(first) if first else None
        found.append(ExpectedReport(team or NO_TEAM, place[1], report_by, came, versions, returned.get(place, 0)))
    return found


def _refused(session: Session, rules: Rules, period: str | None) -> list[RefusedFiles]:
    return [
        RefusedFiles(team or UNKNOWN_TEAM, key, code, why or code, files)
        for team, key, code, why, files in counts.files_refused(session, rules.entity_id, period)
    ]


def quality_json(report: QualityReport) -> Json:
    """A quality report as stable JSON (docs/json.md); shares are exact fractions."""
    return {
        "plan": report.plan,
        "period": report.period,
        "whole": _quality(report.whole),
        "teams": [_quality(team) for team in report.teams],
    }


def _quality(quality: Quality) -> Json:
    return {
        "team": quality.team,
        "period": quality.period,
        "expected": quality.expected,
        "received": quality.received,
        "timely": quality.timely,
        "completeness": _ratio(quality.completeness),
        "timeliness": _ratio(quality.timeliness),
        "median_days_late": _ratio(quality.median_late),
        "submissions": quality.submissions,
        "returns": quality.returns,
        "returns_per_submission": _ratio(quality.returns_per_submission),
        "refused": [{"code": each.code, "message": each.why, "files": each.files} for each in quality.refused],
    }


def _ratio(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
