"""The scan: what is owed on a day, and who is told of it, once."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.notices import OwedLine
from gdflow.domain.people import Role
from gdflow.domain.periods import parse_period
from gdflow.domain.results import CellState
from gdflow.services.open_period import open_period
from gdflow.services.remind import ScanReport, scan
from gdflow.storage import outbox
from tests.services.readings import a_line, reading, team
from tests.support.cast import (
    AREAS,
    COORDINATOR_MAIL,
    GOBIERNO,
    GOBIERNO_MAIL,
    HEAD_MAIL,
    SENDER_MAIL,
    USO,
    USO_MAIL,
    at,
)
from tests.support.installation import (
    PLANS,
    SETTINGS,
    accounting,
    answered,
    contacts,
    copied,
    counted_statements,
    delivered,
    given,
    mail_of,
    notices,
    plan,
    reopened,
    scanned,
    text_of,
)

TRUTH: dict[str, Any] = json.loads((PLANS / "cartagena_2023.truth.json").read_text("utf-8"))
OFFSET = 7  # row 1 of the truth stands in row 8 of the sheet
ROOT = Path(__file__).parents[2]


def rows(lines: Iterable[OwedLine]) -> list[int]:
    return sorted(each.row - OFFSET for each in lines)


def told(report: ScanReport) -> list[str]:
    return sorted(draft.address for draft in report.composed.notices)


def steps(report: ScanReport, row: int) -> list[str]:
    return [f"{r.step.step} {r.step.audience}" for r in report.reminders if r.owed.row == row and r.new]


def days(first: str, last: str) -> list[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]


@pytest.mark.parametrize("truth", TRUTH["frozen_scenarios"]["dates"], ids=lambda truth: truth["as_of"])
def test_the_situation_of_each_day_is_that_of_the_plan(installed: App, truth: dict[str, Any]) -> None:
    situation = scanned(installed, truth["as_of"]).situation
    missing = {
        f"2023-{quarter}": sorted(rows["missing_in_window"] + rows["missing_because_overdue_and_unfinished"])
        for quarter, rows in truth["missing_by_closed_quarter"].items()
    }
    assert rows(situation.overdue) == truth["overdue"]
    assert rows(situation.due_soon) == truth["due_within_30_days"]
    found = {period: rows(lines) for period, lines in situation.missing.items()}
    assert found == {period: lines for period, lines in missing.items() if lines}


def test_on_the_day_of_the_import_nothing_is_overdue_and_nothing_missing(installed: App) -> None:
    report = scanned(installed, "2023-04-10")
    assert (report.situation.overdue, report.situation.missing, report.new) == ((), {}, 0)


def test_a_second_scan_writes_nothing(installed: App) -> None:
    first, second = scanned(installed, "2023-07-10"), scanned(installed, "2023-07-10")
    assert (first.new, first.known, second.new, second.known) == (9, 0, 0, 9)
    assert second.composed.notices == ()
    assert not any(reminder.new for reminder in second.reminders)


def test_what_waits_for_an_address_is_new_only_once(installed: App) -> None:
    contacts(installed, USO, [])
    assert [any(r.new for r in scanned(installed, "2023-07-10").reminders) for _ in range(2)] == [True, False]


def test_each_step_of_the_quarter_is_said_on_its_day(installed: App) -> None:
    said = {str(day): steps(scanned(installed, day), 18) for day in days("2023-06-28", "2023-07-20")}
    assert {day: names for day, names in said.items() if names} == {
        "2023-06-30": ["-5 team"],
        "2023-07-06": ["-2 team"],
        "2023-07-10": ["0 team"],
        "2023-07-11": ["+1 team"],
        "2023-07-13": ["+3 team", "+3 head"],
        "2023-07-14": ["close-1 team"],
    }


def test_an_overdue_line_is_said_again_every_five_business_days(installed: App) -> None:
    said = [
        day
        for day in days("2023-05-01", "2023-05-31")
        if "deadline" in {r.owed.kind for r in scanned(installed, day).reminders if r.new and r.owed.row == 16}
    ]
    assert [str(day) for day in said] == ["2023-05-02", "2023-05-09", "2023-05-16", "2023-05-24", "2023-05-31"]


def test_three_skipped_days_lose_nothing_and_burst_nothing(installed: App) -> None:
    scanned(installed, "2023-07-06")
    caught_up = scanned(installed, "2023-07-12")
    assert steps(caught_up, 18) == ["+1 team"]
    assert told(caught_up) == [GOBIERNO_MAIL, USO_MAIL]
    assert scanned(installed, "2023-07-13").new > 0


@pytest.mark.parametrize(
    ("closed", "why", "next_day"),
    [
        ("2023-04-07", "Viernes Santo", "2023-04-10"),
        ("2026-07-13", "Día de Nuestra Señora del Rosario de Chiquinquirá (observado)", "2026-07-14"),
    ],
)
def test_nothing_goes_out_on_a_holiday(installed: App, closed: str, why: str, next_day: str) -> None:
    given(installed, reading(a_line(due=date(2023, 4, 7))), name="otro.xlsx", day="2023-04-01")
    report = scanned(installed, closed)
    assert (report.closed_because, report.new, report.reminders, report.composed.notices) == (why, 0, (), ())
    assert scanned(installed, next_day).new > 0


def test_nothing_goes_out_at_a_weekend(installed: App) -> None:
    assert [scanned(installed, day).closed_because for day in ("2023-07-08", "2023-07-09")] == ["sábado", "domingo"]
    assert notices(installed) == ()


def test_one_person_gets_one_mail_a_day(installed: App) -> None:
    contacts(installed, USO, [(GOBIERNO_MAIL.upper(), Role.MEMBER)])
    report = scanned(installed, "2023-07-10")
    assert [draft.address.casefold() for draft in report.composed.notices] == [GOBIERNO_MAIL]
    text = text_of(mail_of(report.composed.notices[0].data))
    assert ("Estrategia" in text or "Diseñar e implementar" in text, "FURAG" in text) == (True, True)
    forms = [part.get_filename() for part in mail_of(report.composed.notices[0].data).iter_attachments()]
    assert forms == [f"Formulario 2023-Q2 {GOBIERNO}.xlsx", f"Formulario 2023-Q2 {USO}.xlsx"]
    assert scanned(installed, "2023-07-10", hour=11).composed.notices == ()


def test_a_late_reminder_waits_for_the_next_days_mail(installed: App) -> None:
    scanned(installed, "2023-07-10")
    given(
        installed,
        reading(a_line(due=date(2023, 7, 10)), teams=(team(GOBIERNO, GOBIERNO_MAIL),)),
        name="otro.xlsx",
        day="2023-07-10",
    )
    late = scanned(installed, "2023-07-10", hour=11)
    assert (late.new > 0, late.composed.notices) == (True, ())
    assert GOBIERNO_MAIL in told(scanned(installed, "2023-07-11"))


def test_who_was_told_as_a_head_is_told_nothing_more_that_day(installed: App) -> None:
    assert HEAD_MAIL in told(scanned(installed, "2023-07-13"))
    given(
        installed,
        reading(a_line(due=date(2023, 7, 13), teams=("Jefatura",)), teams=(team("Jefatura", HEAD_MAIL),)),
        name="otro.xlsx",
        day="2023-07-13",
    )
    assert HEAD_MAIL not in told(scanned(installed, "2023-07-13", hour=11))
    assert HEAD_MAIL in told(scanned(installed, "2023-07-14"))


def test_a_mail_written_after_hours_is_the_next_days_mail(installed: App) -> None:
    evening = scanned(installed, "2023-07-10", hour=18)
    assert {draft.day for draft in evening.composed.notices} == {date(2023, 7, 11)}
    subjects = {draft.address: draft.subject for draft in evening.composed.notices}
    assert "Vencido hace 1 día" in subjects[USO_MAIL]
    assert scanned(installed, "2023-07-11").composed.notices == ()
    delivered(installed, "2023-07-11")
    assert len({(n.address, n.day) for n in notices(installed)}) == len(notices(installed))


def test_only_the_team_is_told_until_it_is_three_days_late(installed: App) -> None:
    told_on = {day: told(scanned(installed, day)) for day in ("2023-07-10", "2023-07-11", "2023-07-12", "2023-07-13")}
    assert [HEAD_MAIL in addresses for addresses in told_on.values()] == [False, False, False, True]


def test_a_head_reads_when_the_team_was_first_told(installed: App) -> None:
    scanned(installed, "2023-06-30")
    delivered(installed, "2023-06-30")
    report = scanned(installed, "2023-07-13")
    head = next(draft for draft in report.composed.notices if draft.address == HEAD_MAIL)
    assert head.purpose == "escalation"
    assert "30 de junio" in text_of(mail_of(head.data))


def test_the_coordinator_is_told_where_a_team_has_no_head(installed: App) -> None:
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER)])
    report = scanned(installed, "2023-07-13")
    assert [d.address for d in report.composed.notices if d.purpose == "escalation"] == [HEAD_MAIL, COORDINATOR_MAIL]


def test_a_head_who_answers_alone_reads_each_line_once(installed: App) -> None:
    contacts(installed, USO, [(HEAD_MAIL, Role.HEAD)])
    contacts(installed, GOBIERNO, [])
    report = scanned(installed, "2023-07-13")
    [draft] = [each for each in report.composed.notices if each.address == HEAD_MAIL]
    assert len(draft.reminder_ids) == 4
    assert "faltan 2 reportes del trimestre 2" in draft.subject


def test_substitutes_answer_for_those_who_are_away(installed: App) -> None:
    contacts(installed, USO, [("suplente@cartagena.example", Role.SUBSTITUTE), (HEAD_MAIL, Role.HEAD)])
    assert "suplente@cartagena.example" in told(scanned(installed, "2023-07-10"))


def test_a_team_without_an_address_waits_and_is_named(installed: App) -> None:
    contacts(installed, USO, [])
    first = scanned(installed, "2023-07-10")
    assert [team.name for team in first.composed.unreachable] == [USO]
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER)])
    second = scanned(installed, "2023-07-11")
    assert (USO_MAIL in told(second), second.composed.unreachable) == (True, ())


def test_of_several_waiting_reminders_only_the_newest_is_said(installed: App) -> None:
    contacts(installed, USO, [])
    for day in ("2023-06-30", "2023-07-06"):
        scanned(installed, day)
        delivered(installed, day, 9)
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER)])
    report = scanned(installed, "2023-07-10")
    assert report.composed.superseded == 2
    draft = next(draft for draft in report.composed.notices if draft.address == USO_MAIL)
    assert len(draft.reminder_ids) == 2


def test_what_waited_until_its_period_closed_is_let_be(installed: App) -> None:
    contacts(installed, USO, [])
    for day in ("2023-07-14", "2023-07-17"):
        scanned(installed, day)
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER)])
    assert USO_MAIL not in told(scanned(installed, "2023-07-18"))
    assert accounting(installed).suppressed > 0


def test_nobody_who_answered_is_reminded_again(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3", 19: "0.2"})
    for day in days("2023-07-05", "2023-07-17"):
        assert USO_MAIL not in told(scanned(installed, day))


def test_a_waiting_reminder_is_let_be_when_its_team_answers(installed: App) -> None:
    contacts(installed, USO, [])
    scanned(installed, "2023-07-10")
    delivered(installed, "2023-07-10", 9)
    answered(installed, USO, "2023-Q2", "2023-07-10", {18: "0.3", 19: "0.2"})
    scanned(installed, "2023-07-11")
    assert accounting(installed).suppressed == 2


def test_a_line_without_a_team_is_the_coordinators(empty: App) -> None:
    given(empty, reading(a_line(teams=())))
    report = scanned(empty, "2023-07-10")
    digest = next(draft for draft in report.composed.notices if draft.purpose == "digest")
    assert (digest.address, digest.team_id) == (COORDINATOR_MAIL, None)
    assert list(mail_of(digest.data).iter_attachments()) == []


def test_without_a_coordinator_a_line_without_a_team_waits(empty: App) -> None:
    app = reopened(empty, SETTINGS.replace(f'email = "{COORDINATOR_MAIL}"', ""))
    given(app, reading(a_line(teams=())))
    assert scanned(app, "2023-07-10").composed.notices == ()
    assert accounting(app).pending == 1


def test_a_mail_carries_the_form_of_the_newest_period(installed: App) -> None:
    mails = [mail_of(draft.data) for draft in scanned(installed, "2023-10-06").composed.notices]
    names = [part.get_filename() for mail in mails for part in mail.iter_attachments()]
    assert names == [f"Formulario 2023-Q3 {team}.xlsx" for team in (GOBIERNO, USO)]


def test_an_entity_may_send_no_forms(installed: App) -> None:
    app = reopened(installed, SETTINGS + "attach_form = false\n")
    report = scanned(app, "2023-07-10")
    assert [list(mail_of(draft.data).iter_attachments()) for draft in report.composed.notices] == [[], []]


def test_a_digest_whose_key_is_taken_leaves_its_reminders_waiting(installed: App) -> None:
    with installed.rehearsal() as session:
        first = scan(session, installed.rules, now=at("2023-07-10")).composed.notices
    with installed.transaction() as session:
        for draft in first:
            outbox.enqueue(session, replace(draft, reminder_ids=()))
    report = scanned(installed, "2023-07-10")
    assert (report.new, report.composed.notices) == (9, ())
    assert accounting(installed).pending == 9


def test_every_state_of_what_is_owed_has_its_word(installed: App) -> None:
    report = scanned(installed, "2023-07-12")
    states = {(each.row, each.period): report.state(each) for each in report.owed}
    assert states[18, "2023-Q2"] is CellState.LATE
    assert (states[16, None], states[10, None]) == (CellState.LATE, CellState.NOT_YET_DUE)


def test_a_long_lead_is_shown_though_it_is_out_of_sight(installed: App) -> None:
    (installed.home / "config" / "reminders.toml").write_text("[deadlines]\nteam = [-40]\n", encoding="utf-8")
    app = reopened(installed, SETTINGS)
    report = scanned(app, "2023-06-05")
    shown = [r for r in report.reminders if r.new and r.owed.row == 10]
    assert len(shown) == 1
    assert all(line.due_on <= date(2023, 7, 5) for line in report.owed)


@pytest.mark.parametrize("day", ["2023-07-10", "2023-07-12"], ids=["when it composes", "when there is no news"])
def test_the_statements_of_a_scan_do_not_grow_with_the_lines(bare_template: Path, tmp_path: Path, day: str) -> None:
    counts = []
    for size in (2, 60):
        with copied(bare_template, tmp_path / str(size)) as app:
            lines = [a_line(n + 1, f"Actividad {n}") for n in range(size)]
            given(app, reading(*lines, teams=(team(GOBIERNO, GOBIERNO_MAIL),)))
            scanned(app, "2023-07-04")
            scanned(app, "2023-07-11") if day == "2023-07-12" else None
            with counted_statements(app) as ran:
                scanned(app, day)
            counts.append(len(ran))
    assert counts[0] == counts[1]


PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from gdflow.app import App
from gdflow.services.remind import scan
app = App.open(Path(sys.argv[1]), {})
rules = app.rules
print("ready", flush=True)
sys.stdin.readline()
with app.transaction() as session:
    print(scan(session, rules, now=datetime.fromisoformat(sys.argv[2])).new)
"""


def test_two_scans_at_once_in_two_processes_write_each_reminder_once(installed: App) -> None:
    command = [sys.executable, "-c", PROGRAM, str(installed.home), at("2023-07-10").isoformat()]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    assert [process.stdout.readline() for process in both if process.stdout] == ["ready\n", "ready\n"]
    for process in both:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    assert sorted(int(process.communicate(timeout=60)[0]) for process in both) == [0, 9]
    assert len(notices(installed)) == 2
    assert accounting(installed).due == 9


def test_a_co_team_is_named_but_not_asked(installed: App) -> None:
    contacts(installed, AREAS, [("areas@cartagena.example", Role.MEMBER)])
    assert "areas@cartagena.example" not in told(scanned(installed, "2023-07-10"))


def test_reminders_come_from_the_entitys_own_address(installed: App) -> None:
    mail = mail_of(scanned(installed, "2023-07-10").composed.notices[0].data)
    assert (mail["From"].addresses[0].addr_spec, mail["Reply-To"]) == (SENDER_MAIL, COORDINATOR_MAIL)


def test_a_period_opened_ahead_is_reminded_in_its_time(installed: App) -> None:
    with installed.transaction() as session:
        open_period(session, installed.rules, plan(installed), parse_period("2023-Q4"), now=at("2023-04-10"))
    assert scanned(installed, "2023-04-11").new == 0
