"""Why a line was or was not reminded: every verdict there is."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.obligations import ObligationReason, ObligationState
from gdflow.domain.people import Role
from gdflow.services.explain import ExplainedObligation, Explanation, Verdict, explain
from gdflow.services.explain_json import explanation_json
from gdflow.storage import obligations
from tests.services.readings import a_line, reading
from tests.support.cast import CUT_OFF, USO, USO_MAIL
from tests.support.installation import (
    SETTINGS,
    answered,
    contacts,
    delivered,
    given,
    line,
    plan,
    reopened,
    scanned,
)


def explained(app: App, row: int, day: str) -> Explanation:
    with app.reading() as session:
        return explain(session, app.rules, plan(app), line(app, row), as_of=date.fromisoformat(day))


def of(app: App, row: int, day: str, period: str | None = "2023-Q2") -> ExplainedObligation:
    return next(each for each in explained(app, row, day).obligations if each.obligation.period == period)


def verdict(app: App, row: int, day: str, period: str | None = "2023-Q2") -> Verdict:
    return of(app, row, day, period).verdict


def test_a_line_is_reminded_on_the_day_of_its_mail(installed: App) -> None:
    scanned(installed, "2023-07-10")
    delivered(installed, "2023-07-10")
    assert verdict(installed, 18, "2023-07-10") is Verdict.REMINDED


def test_between_two_steps_it_was_said_before(installed: App) -> None:
    for day in ("2023-06-30", "2023-07-06"):
        scanned(installed, day)
    assert verdict(installed, 18, "2023-07-07") is Verdict.SAID_BEFORE


def test_a_closed_day_says_its_name(installed: App) -> None:
    assert verdict(installed, 18, "2023-07-08") is Verdict.CLOSED_DAY
    assert explained(installed, 18, "2023-07-08").closed_because == "sábado"


def test_a_team_without_an_address_is_the_reason(installed: App) -> None:
    contacts(installed, USO, [])
    assert verdict(installed, 18, "2023-07-10") is Verdict.NO_ADDRESS
    assert explained(installed, 18, "2023-07-10").addresses == ()


def test_what_no_scan_wrote_yet_is_told(installed: App) -> None:
    assert verdict(installed, 18, "2023-07-10") is Verdict.NOT_YET_SCANNED


def test_before_the_first_step_there_is_nothing_to_say(installed: App) -> None:
    told = of(installed, 18, "2023-06-01")
    assert (told.verdict, told.steps) == (Verdict.BEFORE_FIRST_STEP, ())
    assert told.next_step is not None
    assert str(told.next_step.on_date) == "2023-06-30"


def test_a_written_reminder_waits_for_the_next_mail(installed: App) -> None:
    scanned(installed, "2023-07-06")
    given(installed, reading(a_line(30, teams=(USO,))), name="otro.xlsx", day="2023-07-06")
    scanned(installed, "2023-07-06", hour=11)
    scanned(installed, "2023-07-07")
    with installed.reading() as session:
        args = (session, installed.rules, plan(installed, "otro"), line(installed, 30, "otro"))
        answers = [explain(*args, as_of=date(2023, 7, day)) for day in (6, 7)]
    verdicts = [
        each.verdict for answer in answers for each in answer.obligations if each.obligation.period == "2023-Q2"
    ]
    assert verdicts == [Verdict.WAITING, Verdict.REMINDED]


def test_a_closed_period_is_locked(installed: App) -> None:
    assert verdict(installed, 18, "2023-07-18") is Verdict.LOCKED


def test_a_reported_line_is_not_reminded_but_was_before(installed: App) -> None:
    scanned(installed, "2023-06-30")
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    assert verdict(installed, 18, "2023-07-06") is Verdict.REPORTED
    assert verdict(installed, 18, "2023-07-04") is Verdict.SAID_BEFORE
    assert of(installed, 18, "2023-07-06").next_step is None
    assert [len(explained(installed, 18, day).results) for day in ("2023-07-04", "2023-07-05")] == [1, 2]


def test_a_complete_line_is_not_reminded(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.8"})
    assert verdict(installed, 18, "2023-07-06", None) is Verdict.COMPLETE


@pytest.mark.parametrize(
    ("state", "expected"),
    [(ObligationState.WAIVED, Verdict.WAIVED), (ObligationState.MISSING_AT_CLOSE, Verdict.LOCKED)],
)
def test_what_was_decided_is_the_reason(installed: App, state: ObligationState, expected: Verdict) -> None:
    with installed.transaction() as session:
        owed = obligations.obligations_of_line(session, line(installed, 18).id)
        obligations.set_state(session, [each.id for each in owed], state, date(2023, 7, 4))
    assert verdict(installed, 18, "2023-07-10") is expected


def test_a_line_that_lost_its_window_owes_nothing(empty: App) -> None:
    given(empty, reading())
    given(empty, reading(a_line(start=date(2023, 7, 1))))
    assert verdict(empty, 8, "2023-07-10") is Verdict.NOT_OWED


def test_periods_that_are_not_owed_say_why(empty: App) -> None:
    given(empty, reading(a_line(8, start=date(2023, 4, 1)), a_line(9, "Otra", results={"2023-Q1": Decimal(4)})))
    reasons = {row: [(u.period, u.reason) for u in explained(empty, row, "2023-04-11").unowed] for row in (8, 9)}
    assert reasons[8] == [("2023-Q1", ObligationReason.OUTSIDE_WINDOW)]
    assert reasons[9] == [("2023-Q2", ObligationReason.COMPLETE)]


def test_a_policy_that_never_speaks_to_the_team_never_begins(installed: App) -> None:
    rules = "[results]\nteam = []\nbefore_closing = []\n"
    (installed.home / "config" / "reminders.toml").write_text(rules, encoding="utf-8")
    app = reopened(installed, SETTINGS)
    assert verdict(app, 18, "2023-07-13") is Verdict.BEFORE_FIRST_STEP


def test_a_mail_that_was_let_be_reminded_nobody(installed: App) -> None:
    scanned(installed, "2023-07-10", hour=7)
    answered(installed, USO, "2023-Q2", "2023-07-10", {18: "0.3", 19: "0.1"})
    delivered(installed, "2023-07-10", hour=11)
    assert verdict(installed, 18, "2023-07-10") is Verdict.REPORTED


def test_the_steps_show_what_became_of_each(installed: App) -> None:
    for day in ("2023-06-30", "2023-07-10"):
        scanned(installed, day)
        delivered(installed, day)
    fates = [(told.step.step, told.reminder is not None) for told in of(installed, 18, "2023-07-10").steps]
    assert fates == [("-5", True), ("-2", False), ("0", True)]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def test_the_json_tells_the_same(installed: App) -> None:
    scanned(installed, "2023-07-10")
    answer: Any = explanation_json(explained(installed, 18, "2023-07-10"))
    assert (answer["row"], answer["team"], answer["addresses"]) == (18, USO, [USO_MAIL])
    owed = next(each for each in answer["obligations"] if each["period"] == "2023-Q2")
    assert (owed["verdict"], owed["due_on"], owed["closes_on"]) == ("reminded", "2023-07-10", "2023-07-17")
    assert owed["steps"][-1]["notices"] == [{"to": USO_MAIL, "state": "queued"}]
    assert owed["next_step"] == {"step": "+1", "on_date": "2023-07-11"}
    assert {"not_owed", "results", "due_confirmed"} <= set(strings(answer))


def test_the_json_of_a_line_without_anything_is_empty(empty: App) -> None:
    given(empty, reading(a_line(due=None)))
    answer: Any = explanation_json(explained(empty, 8, str(CUT_OFF)))
    assert (answer["obligations"], answer["results"], answer["due"]) == ([], [], None)


def test_leaders_are_reminded_too(installed: App) -> None:
    contacts(installed, USO, [("lider@cartagena.example", Role.LEADER)])
    assert explained(installed, 18, "2023-07-10").addresses == ("lider@cartagena.example",)
