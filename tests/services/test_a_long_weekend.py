"""The scheduler is off from a Friday to the Tuesday after a holiday Monday: nothing is lost, nothing is said twice.

Thursday 29 June 2023 was the last day on which mails left; Monday 3 July was a holiday.
"""

from datetime import date

import pytest

from gdflow.app import App
from gdflow.domain.notices import Reminder
from gdflow.domain.outbox import NoticeState
from gdflow.storage import reminders
from tests.services.readings import a_line, reading, team
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL
from tests.support.installation import accounting, delivered, given, line, lines, mails, notices, scanned, text_of

THURSDAY, FRIDAY, MONDAY, TUESDAY = "2023-06-29", "2023-06-30", "2023-07-03", "2023-07-04"
DUE = {
    8: ("2023-06-28", None),  # its +1 was said on Thursday, and +6 comes later
    9: ("2023-06-29", "+1"),  # Friday's step
    10: ("2023-06-30", "+1"),  # Friday's step and Tuesday's: the newer one
    11: ("2023-07-04", "0"),  # Friday's -1 and Tuesday's 0: the newer one
    12: ("2023-07-05", "-1"),
    13: ("2023-07-07", None),  # its -5 was said on Thursday
    14: ("2023-07-10", "-5"),
    15: ("2023-07-17", "-10"),
}
OLDER = {10: ["0"], 11: ["-1"]}
"""What a scan of Friday would still have said."""


@pytest.fixture
def working(empty: App) -> App:
    """Lines that fall due around a long weekend, and everything of Thursday sent."""
    owed = [a_line(row, f"Actividad {row}", due=date.fromisoformat(due)) for row, (due, _) in DUE.items()]
    given(empty, reading(*owed, teams=(team(GOBIERNO, GOBIERNO_MAIL),)), day="2023-06-01")
    for day in ("2023-06-27", THURSDAY):
        scanned(empty, day, 7)
        delivered(empty, day)
    return empty


def ledger(app: App, row: int, day: str) -> list[Reminder]:
    """What a scan wrote of a line's own end."""
    with app.reading() as session:
        found = reminders.reminders_of_line(session, line(app, row).id)
    return [each for each in found if each.claimed_on == date.fromisoformat(day) and each.period is None]


def said(app: App) -> dict[int, list[str]]:
    """The steps that a mail of Tuesday carried out, by row."""
    return {
        row: [
            each.step
            for day in (FRIDAY, TUESDAY)
            for each in ledger(app, row, day)
            for mark in each.notices
            if mark.day == date.fromisoformat(TUESDAY) and mark.state is NoticeState.SENT
        ]
        for row in DUE
    }


def newest() -> dict[int, list[str]]:
    return {row: [step] if step else [] for row, (_, step) in DUE.items()}


def test_tuesday_says_each_owed_step_once_in_one_mail(working: App) -> None:
    before = len(mails(working))
    scanned(working, TUESDAY, 7)
    delivered(working, TUESDAY)
    assert (said(working), len(mails(working)) - before) == (newest(), 1)
    assert accounting(working).closed
    assert accounting(working).pending == 0


def test_tuesdays_mail_speaks_of_tuesday(working: App) -> None:
    scanned(working, TUESDAY, 7)
    delivered(working, TUESDAY)
    text = " ".join(text_of(mails(working)[-1]).split())
    for row, words in ((9, "hace 5 días"), (10, "hace 4 días"), (11, "hoy"), (12, "1 día")):
        assert words in text.partition(f"Actividad {row}")[2].partition("Actividad")[0]


def test_a_second_scan_and_delivery_of_tuesday_send_nothing(working: App) -> None:
    for hour in (7, 13):
        scanned(working, TUESDAY, hour)
    delivered(working, TUESDAY)
    counted = len(mails(working))
    scanned(working, TUESDAY, 15)
    assert (delivered(working, TUESDAY, 15).deliveries, len(mails(working))) == ((), counted)


def test_a_digest_of_friday_that_never_left_is_replaced_by_tuesdays(working: App) -> None:
    scanned(working, FRIDAY, 7)
    scanned(working, TUESDAY, 7)
    delivered(working, TUESDAY)
    assert said(working) == newest()
    friday = next(notice for notice in notices(working) if notice.day == date.fromisoformat(FRIDAY))
    assert (friday.state, friday.text) == (NoticeState.SUPPRESSED, "stale")
    older = {
        row: [each.step for each in ledger(working, row, FRIDAY) if each.suppressed == "superseded"] for row in DUE
    }
    assert {row: steps for row, steps in older.items() if steps} == OLDER
    assert (accounting(working).closed, accounting(working).pending) == (True, 0)


@pytest.mark.parametrize("day", [MONDAY, "2023-07-01", "2023-07-02"])
def test_a_scheduler_that_runs_on_the_closed_days_changes_nothing(working: App, day: str) -> None:
    report = scanned(working, day)
    assert (report.new, report.closed_because is not None, delivered(working, day).deliveries) == (0, True, ())
    scanned(working, TUESDAY, 7)
    delivered(working, TUESDAY)
    assert said(working) == newest()


def test_the_lines_of_the_table_are_those_of_the_plan(working: App) -> None:
    assert {each.row for each in lines(working)} == set(DUE)
