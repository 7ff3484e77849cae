"""What nobody would be reminded of is found before its period opens."""

from datetime import date
from typing import Any

from gdflow.app import App
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.people import Role
from gdflow.domain.periods import parse_period
from gdflow.services.coverage import Coverage, GapReason, coverage, coverage_ahead
from gdflow.services.coverage_json import coverage_json
from gdflow.services.teams import set_away
from gdflow.storage import plans
from tests.services.readings import a_line, reading
from tests.support.cast import USO, USO_MAIL, at
from tests.support.decisions import waived
from tests.support.installation import contacts, given, line, plan, scanned

IN_TIME = "2023-06-23"


def checked(app: App, day: str, period: str | None = None, refusing: set[str] | None = None) -> tuple[Coverage, ...]:
    asked = parse_period(period) if period else None
    with app.reading() as session:
        args = (session, app.rules, plan(app))
        return coverage(*args, today=date.fromisoformat(day), period=asked, refusing=refusing or set())


def gaps(app: App, day: str, period: str, refusing: set[str] | None = None) -> set[tuple[int, GapReason]]:
    (found,) = checked(app, day, period, refusing)
    return {(gap.line.row, gap.reason) for gap in found.gaps}


def ahead(app: App, day: str) -> list[tuple[str, str]]:
    with app.reading() as session:
        known = plans.plans_of(session, app.rules.entity_id)
        found = coverage_ahead(session, app.rules, known, today=date.fromisoformat(day))
    return [(each.plan, each.period.key) for each in found]


def away(app: App, email: str, start: str, end: str) -> None:
    with app.transaction() as session:
        set_away(
            session,
            app.rules,
            email,
            date.fromisoformat(start),
            date.fromisoformat(end),
            by="Planeación",
            now=at(start),
        )


def test_a_covered_plan_has_no_gaps_in_its_open_periods_and_the_next(installed: App) -> None:
    found = checked(installed, IN_TIME)
    assert [(each.period.key, each.opened, each.lines, each.gaps) for each in found] == [
        ("2023-Q2", True, 8, ()),
        ("2023-Q3", False, 8, ()),
    ]


def test_a_team_without_an_address_is_a_gap_on_every_day_of_its_steps(installed: App) -> None:
    contacts(installed, USO, [])
    (found,) = checked(installed, IN_TIME, "2023-Q3")
    assert {(gap.line.row, gap.reason, gap.kind) for gap in found.gaps} == {
        (row, GapReason.NO_ADDRESS, ObligationKind.RESULT) for row in (18, 19)
    }
    assert [str(day) for day in found.gaps[0].days] == [
        *("2023-09-29", "2023-10-04", "2023-10-06", "2023-10-09", "2023-10-11", "2023-10-12"),
    ]


def test_a_line_without_a_team_is_a_gap(empty: App) -> None:
    given(empty, reading(a_line(8, teams=())))
    assert gaps(empty, "2023-05-02", "2023-Q3") == {(8, GapReason.NO_TEAM)}


def test_an_absence_is_a_gap_only_on_its_days_and_without_a_substitute(installed: App) -> None:
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER)])
    away(installed, USO_MAIL, "2023-10-05", "2023-10-09")
    (found,) = checked(installed, IN_TIME, "2023-Q3")
    assert {(gap.reason, tuple(map(str, gap.days))) for gap in found.gaps} == {
        (GapReason.ALL_AWAY, ("2023-10-06", "2023-10-09"))
    }
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER), ("suplente@cartagena.example", Role.SUBSTITUTE)])
    assert gaps(installed, IN_TIME, "2023-Q3") == set()


def test_an_address_that_refuses_is_a_gap_when_nobody_stands_in(installed: App) -> None:
    assert gaps(installed, IN_TIME, "2023-Q3", {USO_MAIL}) == set()
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER)])
    assert gaps(installed, IN_TIME, "2023-Q3", {USO_MAIL}) == {(row, GapReason.REFUSED) for row in (18, 19)}
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER), ("dos@cartagena.example", Role.MEMBER)])
    assert gaps(installed, IN_TIME, "2023-Q3", {USO_MAIL}) == set()


def test_only_the_days_to_come_can_be_mended(installed: App) -> None:
    contacts(installed, USO, [])
    (found,) = checked(installed, "2023-07-12", "2023-Q2")
    assert [str(day) for day in found.gaps[0].days] == ["2023-07-13", "2023-07-14"]


def test_the_lines_own_ends_are_covered_in_the_period_of_their_date(installed: App) -> None:
    contacts(installed, USO, [])
    scanned(installed, "2023-10-02")
    kinds = {(gap.line.row, gap.kind) for gap in checked(installed, "2023-10-02", "2023-Q4")[0].gaps}
    assert (18, ObligationKind.DEADLINE) in kinds


def test_what_is_waived_leaves_no_gap(installed: App) -> None:
    contacts(installed, USO, [])
    waived(installed, 18, "2023-06-01", "2023-Q3")
    assert gaps(installed, IN_TIME, "2023-Q3") == {(19, GapReason.NO_ADDRESS)}


def test_the_coordinator_is_told_from_five_business_days_before_the_period_opens(installed: App) -> None:
    contacts(installed, USO, [])
    assert ahead(installed, "2023-06-23") == []
    assert ahead(installed, "2023-06-26") == [("cartagena_2023", "2023-Q3")]
    assert ahead(installed, "2023-06-30") == [("cartagena_2023", "2023-Q3")]
    scanned(installed, "2023-07-04")
    assert ahead(installed, "2023-07-04") == []


def test_a_covered_period_is_not_told(installed: App) -> None:
    assert ahead(installed, "2023-06-26") == []


def test_a_gap_is_known_again_by_its_key(installed: App) -> None:
    contacts(installed, USO, [])
    (gap, *_) = checked(installed, IN_TIME, "2023-Q3")[0].gaps
    assert gap.key == f"{line(installed, 18).uid}:result:2023-Q3:no_address"


def test_after_its_last_period_nothing_is_next(installed: App) -> None:
    scanned(installed, "2024-01-05")
    assert [each.period.key for each in checked(installed, "2024-01-05")] == ["2023-Q4"]
    assert checked(installed, "2024-03-01") == ()


def test_a_plan_without_dates_has_no_next_period(empty: App) -> None:
    given(empty, reading(a_line(8, due=None)))
    assert checked(empty, "2023-05-02") == ()


def test_the_json_tells_the_same(installed: App) -> None:
    contacts(installed, USO, [])
    answer: Any = coverage_json(checked(installed, IN_TIME, "2023-Q3"))
    (told,) = answer["periods"]
    assert (told["plan"], told["period"], told["opens_on"], told["opened"]) == (
        *("cartagena_2023", "2023-Q3", "2023-07-01", False),
    )
    assert [(gap["row"], gap["team"], gap["reason"]) for gap in told["gaps"]] == [
        (18, USO, "no_address"),
        (19, USO, "no_address"),
    ]
