"""A plan's period as its page shows it: what is looked at, what would change, and closing it exactly as it was seen."""

from datetime import date

import pytest

from gdflow.app import App
from gdflow.domain.board import PeriodState
from gdflow.domain.closing import Check, Closed
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.period_desk import Closable, PeriodDesk
from gdflow.domain.periods import parse_period
from gdflow.services.decide import extend, why
from gdflow.services.period_desk import close_as_seen, period_desk
from gdflow.services.period_list import plan_periods
from tests.support.cast import USO, at
from tests.support.closings import BECAUSE, closed_on, opened_again
from tests.support.installation import line, plan
from tests.support.scene import waiting
from tests.support.web import opened

DAY = "2023-07-18"


def desk(app: App, day: str = DAY, period: str = "2023-Q2") -> PeriodDesk:
    with app.reading() as session:
        return period_desk(session, app.rules, plan(app).code, parse_period(period), now=at(day))


def closable(app: App, day: str = DAY) -> Closable:
    found = desk(app, day).closable
    assert found is not None
    return found


def close(app: App, seen: str, day: str = DAY) -> Closed:
    with app.transaction() as session:
        its = (session, app.rules, plan(app).code, parse_period("2023-Q2"))
        return close_as_seen(*its, by="Ana", in_spite=BECAUSE, seen=seen, now=at(day))


def test_each_check_has_what_stands_open_under_it(installed: App) -> None:
    waiting(installed)
    found = closable(installed)
    assert {state.check: len(state.pending) for state in found.checks} == {
        Check.MISSING: 5,
        Check.UNREVIEWED: 3,
        Check.EVIDENCE: 2,
        Check.ISSUES: 0,
    }
    assert all(state.wants_reason for state in found.checks if state.pending)
    assert (found.expected, found.reported, found.reviewed, found.files, found.links) == (8, 3, 0, 1, 0)
    assert (found.missing[USO], found.is_clear) == (2, False)


def test_before_the_day_to_close_it_is_too_early_and_reviews_are_no_matter_without_reviewers(installed: App) -> None:
    opened(installed)
    checks = [state.check for state in closable(installed, "2023-07-12").checks]
    assert checks == [Check.MISSING, Check.EVIDENCE, Check.ISSUES, Check.EARLY]


def test_a_period_that_runs_cannot_be_closed_and_one_that_there_is_not_is_not_found(installed: App) -> None:
    opened(installed)
    assert desk(installed, period="2023-Q3").closable is None
    with pytest.raises(NotFoundError, match="unknown_period_of_plan"):
        desk(installed, period="2020-Q1")


def test_a_closed_period_is_closable_again_once_it_is_opened_with_the_reasons_of_before(installed: App) -> None:
    opened(installed)
    closed_on(installed, DAY)
    assert desk(installed).closable is None
    assert [each.number for each in desk(installed).closings] == [1]
    opened_again(installed, DAY, "2023-07-25")
    found = desk(installed)
    assert found.standing.state is PeriodState.REOPENED
    assert [each.until for each in found.open] == [date(2023, 7, 25)]
    again = closable(installed)
    assert not any(state.wants_reason for state in again.checks)
    assert again.carried == ()


def test_lines_that_stay_open_by_an_extension_are_named(installed: App) -> None:
    opened(installed)
    before = closable(installed).seen
    with installed.transaction() as session:
        its = (session, installed.rules, plan(installed), line(installed, 17), date(2023, 7, 28))
        extend(*its, why("Ana", "Viene la auditoría"), period="2023-Q2", now=at("2023-07-14"))
    found = closable(installed)
    assert [(each.row, each.until) for each in found.carried] == [(17, date(2023, 7, 28))]
    assert found.seen != before


def test_it_closes_as_it_was_seen_and_not_otherwise(installed: App) -> None:
    opened(installed)
    with pytest.raises(ConflictError, match="changed_meanwhile"):
        close(installed, "otra cosa")
    assert close(installed, closable(installed).seen).facts.number == 1
    with pytest.raises(ConflictError, match="already_closed"):
        close(installed, "otra cosa")


def test_the_teams_for_whom_it_can_be_opened_again_are_those_of_the_plan(installed: App) -> None:
    opened(installed)
    assert USO in desk(installed).teams
    assert desk(installed).plan == plan(installed)


def test_every_period_of_every_plan_is_listed_the_newest_first(installed: App) -> None:
    opened(installed)
    closed_on(installed, DAY)
    with installed.reading() as session:
        (found,) = plan_periods(session, installed.rules, now=at(DAY))
    said = [(each.opened.key if each.opened else "", each.state) for each in found.periods]
    assert said == [
        ("2023-Q3", PeriodState.OPEN),
        ("2023-Q2", PeriodState.CLOSED),
        ("2023-Q1", PeriodState.OVERDUE),
    ]
