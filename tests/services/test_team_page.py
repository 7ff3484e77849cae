"""What a team's page is made of: where each line stands, in which order, with what behind it."""

from datetime import date
from decimal import Decimal

import pytest

from gdflow.app import App
from gdflow.domain.evidence import Evidence
from gdflow.domain.reviews import Verdict
from gdflow.domain.team_page import PageLine, Standing, TeamPage
from gdflow.services import links
from gdflow.services.decide import extend, hand_over, waive, why
from gdflow.services.team_page import team_page
from gdflow.storage import annexes
from tests.support.cast import GOBIERNO, at
from tests.support.installation import answered, counted_statements, line, plan, scanned
from tests.support.reviews import NOTE, accepted, returned, reviewing
from tests.support.web import PERIOD, opened

GIVEN = why("Planeación", "Por acuerdo")


def page(app: App, day: str = "2023-07-05", period: str = PERIOD, team: str = GOBIERNO) -> TeamPage:
    scanned(app, day)
    with app.transaction() as session:
        given = links.issue_for(session, app.rules, team, period, now=at("2023-07-05"))
        link = links.find(session, app.rules, given.token, now=at(day))
        return team_page(session, app.rules, link, now=at(day))


def of_row(found: TeamPage, row: int) -> PageLine:
    return next(each for each in found.lines if each.line.row == row)


def verdict(app: App, row: int, said: Verdict, note: str | None = None) -> None:
    """What a reviewer says of a report, by the door that reviewers use."""
    reviewing(app)
    if said is Verdict.RETURNED:
        returned(app, [row], "2023-07-10", note or NOTE)
    else:
        accepted(app, [row], "2023-07-10")


def test_the_page_has_the_lines_that_the_team_owes(installed: App) -> None:
    found = page(installed)
    assert [each.line.row for each in found.lines] == [9, 10, 11, 15, 16, 17]
    assert {each.standing for each in found.lines} == {Standing.PENDING}
    assert (found.missing, found.report_by, found.closes_on) == (6, date(2023, 7, 10), date(2023, 7, 17))


def test_what_needs_a_hand_stands_first(installed: App) -> None:
    answered(installed, GOBIERNO, PERIOD, "2023-07-05", {9: 1, 10: 7, 11: 5})
    verdict(installed, 10, Verdict.RETURNED, "Falta la lista de asistencia.")
    verdict(installed, 11, Verdict.ACCEPTED)
    found = page(installed, "2023-07-11")
    assert [(each.line.row, each.standing.value) for each in found.lines] == [
        *((10, "returned"), (15, "overdue"), (16, "overdue"), (17, "overdue")),
        *((9, "sent"), (11, "accepted")),
    ]
    assert of_row(found, 10).note == "Falta la lista de asistencia."
    assert found.missing == 4


def test_lines_that_are_complete_need_not_be_reported(installed: App) -> None:
    assert {(each.line.row, each.why) for each in page(installed).exempt} == {
        (row, "Ya cumplida") for row in (8, 12, 13, 14)
    }


def test_a_waived_line_is_told_apart(installed: App) -> None:
    scanned(installed, "2023-07-05")
    with installed.transaction() as session:
        its = (plan(installed), line(installed, 10))
        waive(session, installed.rules, *its, GIVEN, period=PERIOD, now=at("2023-07-05"))
    found = page(installed)
    assert (10, "Exceptuada") in {(each.line.row, each.why) for each in found.exempt}
    assert 10 not in {each.line.row for each in found.lines}


def test_a_line_knows_what_it_had_before(installed: App) -> None:
    found = of_row(page(installed), 10)
    assert (dict(found.before), found.result) == ({"2023-Q1": Decimal(7)}, None)
    assert found.previous
    assert found.previous.period == "2023-Q1"


def test_after_the_closing_nothing_can_change(installed: App) -> None:
    answered(installed, GOBIERNO, PERIOD, "2023-07-05", {9: 1})
    found = page(installed, "2023-07-18")
    assert found.is_closed
    assert {each.standing for each in found.lines} == {Standing.MISSED, Standing.SENT}
    assert not any(each.can_change for each in found.lines)


def test_a_line_with_more_time_stays_open_alone(installed: App) -> None:
    scanned(installed, "2023-07-05")
    with installed.transaction() as session:
        its = (plan(installed), line(installed, 10), date(2023, 7, 24), GIVEN)
        extend(session, installed.rules, *its, period=PERIOD, now=at("2023-07-05"))
    found = page(installed, "2023-07-18")
    assert [each.line.row for each in found.lines if each.can_change] == [10]
    assert (found.is_closed, found.report_by) == (False, date(2023, 7, 24))


def test_evidence_that_was_taken_back_is_not_shown(installed: App) -> None:
    scanned(installed, "2023-07-05")
    kept = [behind(installed, name) for name in ("uno.example", "dos.example")]
    with installed.transaction() as session:
        annexes.remove(session, kept[0].id, at("2023-07-05"))
    assert [each.name for each in of_row(page(installed), 10).evidence] == ["dos.example"]


def behind(app: App, name: str) -> Evidence:
    its = line(app, 10)
    with app.transaction() as session:
        where = (session, its.plan_id, its.id, PERIOD)
        link = f"https://{name}/acta"
        return annexes.add_annex(*where, name=name, at=at("2023-07-05"), by="x", dated_on=None, link=link)


def test_a_line_that_was_handed_over_says_so(installed: App) -> None:
    scanned(installed, "2023-07-05")
    with installed.transaction() as session:
        hand_over(session, installed.rules, line(installed, 10), None, GIVEN, now=at("2023-07-05"))
    taken = of_row(page(installed), 10).handed_over
    assert taken
    assert taken.reason == "Por acuerdo"


def test_a_team_without_lines_has_a_page_that_says_so(installed: App) -> None:
    found = page(installed, period="2023-Q4")
    assert (found.lines, found.missing, found.is_closed) == ((), 0, False)
    assert found.report_by == date(2024, 1, 9)


@pytest.mark.parametrize("rows", [{}, {9: 1, 10: 7, 11: 5, 15: 1, 16: 1, 17: 1}])
def test_the_page_asks_the_database_as_often_whatever_stands_on_it(installed: App, rows: dict[int, int]) -> None:
    pages = opened(installed)
    if rows:
        answered(installed, GOBIERNO, PERIOD, "2023-07-05", dict(rows))
    with installed.reading() as session:
        link = links.find(session, installed.rules, pages.link.token, now=at("2023-07-05"))
    with counted_statements(installed) as ran, installed.reading() as session:
        team_page(session, installed.rules, link, now=at("2023-07-05"))
    assert len([each for each in ran if each.startswith("SELECT")]) <= 12
