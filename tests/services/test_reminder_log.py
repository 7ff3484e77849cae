"""The log of reminders: what was sent, what came back, what is in no message, and why."""

from datetime import date
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.bounces import Bounce, BounceAction
from gdflow.domain.outbox import NoticeState
from gdflow.services.bounces import take_bounce
from gdflow.services.reminder_log import Asked, Fate, ReminderLog, reminder_log
from gdflow.storage import reminders
from tests.support.boards import lived, many, troubled, under_way
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, at
from tests.support.decisions import team
from tests.support.installation import counted_statements, notices, scanned


def seen(app: App, day: str = "2023-07-13", **asked: Any) -> ReminderLog:
    with app.reading() as session:
        return reminder_log(session, app.rules, Asked(**asked), now=at(day, 10))


def test_an_empty_log_says_the_days_that_it_shows(empty: App) -> None:
    found = seen(empty)
    assert (found.start, found.end, found.rows, found.total, found.pages) == (
        date(2023, 6, 29),
        date(2023, 7, 13),
        (),
        0,
        1,
    )


def test_each_message_stands_with_its_lines_and_its_fate(installed: App) -> None:
    found = seen(under_way(installed))
    newest = next(row for row in found.rows if row.notice.address == GOBIERNO_MAIL)
    assert (newest.fate, newest.team, len(newest.lines)) == (Fate.SENT, GOBIERNO, 4)
    assert [row.notice.day for row in found.rows] == sorted((row.notice.day for row in found.rows), reverse=True)
    assert found.sums.closed


def test_the_log_is_filtered_by_team_days_and_fate(installed: App) -> None:
    under_way(installed)
    own = seen(installed, team_id=team(installed, GOBIERNO).id)
    assert {row.team for row in own.rows} == {GOBIERNO}
    one = seen(installed, start=date(2023, 7, 10), end=date(2023, 7, 10))
    assert {row.notice.day for row in one.rows} == {date(2023, 7, 10)}
    assert seen(installed, fate=Fate.BOUNCED).rows == ()
    assert seen(installed, start=date(2023, 8, 1)).start == date(2023, 7, 13)


def test_what_is_in_doubt_is_shown_whatever_is_asked_for(installed: App) -> None:
    found = seen(troubled(installed), "2023-07-20", start=date(2023, 7, 19))
    assert [row.notice.state for row in found.doubts] == [NoticeState.IN_DOUBT]
    assert found.rows == ()
    assert [row.fate for row in seen(installed, "2023-07-10", fate=Fate.BOUNCED).rows] == [Fate.BOUNCED]


def test_a_mail_that_came_back_is_told_from_one_that_never_left(installed: App) -> None:
    lived(installed, "2023-07-10", "2023-07-10")
    sent = next(each for each in notices(installed) if each.address == GOBIERNO_MAIL)
    bounce = Bounce(None, sent.message_id, GOBIERNO_MAIL, BounceAction.FAILED, "5.1.1", "unknown")
    with installed.transaction() as session:
        take_bounce(session, installed.rules, bounce, now=at("2023-07-10", 9))
    back = [row.came_back for row in seen(installed, "2023-07-10", fate=Fate.BOUNCED).rows]
    assert back == [True]


def test_reminders_in_no_message_are_listed_with_their_reason(installed: App) -> None:
    scanned(installed, "2023-07-08")
    under_way(installed)
    with installed.transaction() as session:
        waiting = reminders.unnoticed(session, installed.rules.entity_id)
    assert waiting == ()
    omitted = seen(installed, fate=Fate.OMITTED, start=date(2023, 4, 1)).unsent
    assert {row.why for row in omitted} <= {"answered", "superseded", "closed"}
    assert seen(installed, fate=Fate.SENT).unsent == ()


def test_a_team_without_an_address_waits_and_the_log_says_so(empty: App) -> None:
    many(empty, 2, 1)
    scanned(empty, "2023-07-05")
    found = seen(empty, "2023-07-06", fate=Fate.WAITING)
    assert {row.why for row in found.unsent} == {None}
    own = seen(empty, "2023-07-06", team_id=found.teams[0].id)
    assert {row.line.team for row in own.unsent} == {found.teams[0].name}


def test_a_page_that_there_is_not_is_the_last_one(installed: App) -> None:
    found = seen(under_way(installed), page=99)
    assert (found.page, found.pages) == (1, 1)


@pytest.mark.parametrize("teams", [1, 20, 200])
def test_the_log_takes_as_many_statements_for_any_number_of_teams(empty: App, teams: int) -> None:
    many(empty, teams, 2)
    with counted_statements(empty) as ran, empty.reading() as session:
        reminder_log(session, empty.rules, Asked(), now=at("2023-07-05"))
    assert len([each for each in ran if each.startswith("SELECT")]) <= 12
