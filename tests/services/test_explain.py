"""Why a line was or was not reminded: every verdict there is."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.decisions import DecisionKind
from gdflow.domain.notices import NoticeDraft, Outcome
from gdflow.domain.obligations import ObligationReason, ObligationState
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.people import Audience, Role
from gdflow.domain.reminders import Anchor, Ladder, Policy, ReminderReason, Step
from gdflow.services.decide import Decided
from gdflow.services.explain import ExplainedObligation, Explanation, explain
from gdflow.services.explain_json import explanation_json
from gdflow.services.verdicts import Verdict
from gdflow.storage import notice_board, obligations, outbox, reminders
from tests.services.readings import a_line, reading
from tests.support.cast import CUT_OFF, GOBIERNO, HEAD_MAIL, USO, USO_MAIL, at
from tests.support.closing_days import closed
from tests.support.decisions import acknowledged, assigned, extended, handed_over, silenced, waived
from tests.support.installation import (
    answered,
    contacts,
    delivered,
    given,
    line,
    plan,
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
        delivered(installed, day)
    assert verdict(installed, 18, "2023-07-07") is Verdict.SAID_BEFORE


def test_a_closed_day_says_its_name(installed: App) -> None:
    assert verdict(installed, 18, "2023-07-08") is Verdict.CLOSED_DAY
    assert explained(installed, 18, "2023-07-08").closed_because == "sábado"


def test_a_closed_day_after_the_close_is_locked(installed: App) -> None:
    assert verdict(installed, 18, "2023-07-22") is Verdict.LOCKED


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
    assert (told.next_step.step.step, str(told.next_step.day)) == ("-5", "2023-06-30")


def test_a_written_reminder_waits_for_the_next_mail(installed: App) -> None:
    scanned(installed, "2023-07-06")
    delivered(installed, "2023-07-06")
    given(installed, reading(a_line(30, teams=(USO,))), name="otro.xlsx", day="2023-07-06")
    scanned(installed, "2023-07-06", hour=11)
    scanned(installed, "2023-07-07")
    delivered(installed, "2023-07-07")
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
    delivered(installed, "2023-06-30")
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
    head = Step("+3", Anchor.DUE, 3, Audience.HEAD, ReminderReason.ESCALATED)
    rules = replace(installed.rules, policy=Policy(Ladder((head,)), Ladder(())))
    with installed.reading() as session:
        answer = explain(session, rules, plan(installed), line(installed, 18), as_of=date(2023, 7, 13))
    verdicts = {each.obligation.period: each.verdict for each in answer.obligations}
    assert verdicts["2023-Q2"] is Verdict.BEFORE_FIRST_STEP


def test_a_mail_that_was_let_be_reminded_nobody(installed: App) -> None:
    scanned(installed, "2023-07-10", hour=7)
    answered(installed, USO, "2023-Q2", "2023-07-10", {18: "0.3", 19: "0.1"})
    delivered(installed, "2023-07-10", hour=11)
    assert verdict(installed, 18, "2023-07-10") is Verdict.REPORTED


def settled(app: App, state: NoticeState, code: str, text: str, day: str, channel: str = EMAIL) -> None:
    """Every notice of a channel that waits is tried once and ends so."""
    now, outcome = at(day), Outcome(state, code, text, at(day, 9) if state is NoticeState.RETRY else None)
    its: Any = {"entity_id": app.rules.entity_id, "channel": channel, "owner": "test", "lease": timedelta(minutes=5)}
    with app.transaction() as session:
        while (notice := outbox.claim_next(session, **its, now=now)) is not None:
            attempt = outbox.open_attempt(session, notice.id, "test", now)
            outbox.settle(session, notice.id, attempt, "test", outcome, now)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (NoticeState.SENT, Verdict.REMINDED),
        (NoticeState.RETRY, Verdict.QUEUED),
        (NoticeState.IN_DOUBT, Verdict.IN_DOUBT),
        (NoticeState.REFUSED, Verdict.REFUSED),
    ],
)
def test_what_became_of_the_mail_is_the_verdict_on_its_day_and_after(
    installed: App, state: NoticeState, expected: Verdict
) -> None:
    scanned(installed, "2023-07-06")
    settled(installed, state, "550", "no such user", "2023-07-06")
    after = Verdict.SAID_BEFORE if expected is Verdict.REMINDED else expected
    assert [verdict(installed, 18, day) for day in ("2023-07-06", "2023-07-07")] == [expected, after]
    (notice,) = of(installed, 18, "2023-07-06").steps[-1].notices
    assert (notice.state, notice.code, notice.text, notice.tries) == (state, "550", "no such user", 1)


def test_what_only_a_chat_channel_took_proves_nothing(installed: App) -> None:
    scanned(installed, "2023-07-06")
    settled(installed, NoticeState.REFUSED, "550", "no such user", "2023-07-06")
    with installed.transaction() as session:
        told = reminders.reminders_of_line(session, line(installed, 18).id)
        mail = notice_board.notices_by_id(session, [told[0].notices[0].notice_id]).popitem()[1]
        its: Any = {name: getattr(mail, name) for name in ("day", "purpose", "team_id", "address", "subject")}
        outbox.enqueue(
            session,
            NoticeDraft(
                **its,
                entity_id=installed.rules.entity_id,
                key="chat",
                channel="msteams:equipo",
                sender=USO_MAIL,
                message_id="<chat@cartagena.example>",
                data=b"{}",
                not_before=at("2023-07-06"),
                at=at("2023-07-06"),
                reminder_ids=(told[0].id,),
            ),
        )
    settled(installed, NoticeState.HANDED_OVER, "202", "Accepted", "2023-07-06", "msteams:equipo")
    assert verdict(installed, 18, "2023-07-06") is Verdict.IN_CHANNEL


@pytest.mark.parametrize(
    ("decide", "expected", "kind"),
    [
        (silenced, Verdict.SILENCED, DecisionKind.SILENCE),
        (acknowledged, Verdict.ACKNOWLEDGED, DecisionKind.ACKNOWLEDGEMENT),
        (extended, Verdict.EXTENDED, DecisionKind.EXTENSION),
    ],
)
def test_the_decision_is_the_reason_and_is_named(
    installed: App, decide: Callable[..., Decided], expected: Verdict, kind: DecisionKind
) -> None:
    decide(installed, 18, "2023-07-05", "2023-07-28")
    told = of(installed, 18, "2023-07-10")
    assert told.verdict is expected
    assert told.because is not None
    assert (told.because.kind, told.because.author) == (kind, "Coordinación")
    assert [each.kind for each in explained(installed, 18, "2023-07-10").decisions] == [kind]


def test_a_waiver_and_a_handover_are_named_too(installed: App) -> None:
    waived(installed, 18, "2023-07-05", period=None)
    handed_over(installed, 19, "2023-07-06", GOBIERNO)
    told = [of(installed, row, "2023-07-10") for row in (18, 19)]
    assert [each.verdict for each in told] == [Verdict.WAIVED, Verdict.HANDED_OVER]
    assert [each.because.kind for each in told if each.because] == [DecisionKind.WAIVER, DecisionKind.HANDOVER]
    assert told[0].next_step is None


def test_a_step_that_was_not_written_names_the_decision_of_its_day(installed: App) -> None:
    silenced(installed, 18, "2023-07-05", "2023-07-07")
    scanned(installed, "2023-07-10")
    rests = [(told.step.step, told.rests is not None) for told in of(installed, 18, "2023-07-10").steps]
    assert rests == [("-5", False), ("-2", True), ("0", False)]


def test_a_written_reminder_that_rests_waits_and_is_said_next(installed: App) -> None:
    scanned(installed, "2023-07-10", hour=7)
    silenced(installed, 18, "2023-07-10", "2023-07-10", hour=7)
    told = of(installed, 18, "2023-07-10")
    assert told.verdict is Verdict.SILENCED
    assert told.steps[-1].rests is not None
    assert told.next_step is not None
    assert str(told.next_step.day) == "2023-07-11"


def test_an_escalation_alone_has_not_reminded_the_team(installed: App) -> None:
    acknowledged(installed, 18, "2023-07-11", "2023-07-17")
    scanned(installed, "2023-07-13")
    delivered(installed, "2023-07-13")
    told = of(installed, 18, "2023-07-13")
    assert told.verdict is Verdict.ACKNOWLEDGED
    assert [notice.address for step in told.steps for notice in step.notices] == [HEAD_MAIL]


def test_what_was_said_to_the_team_before_is_told_apart(installed: App) -> None:
    scanned(installed, "2023-06-30")
    delivered(installed, "2023-06-30")
    assigned(installed, 18, GOBIERNO, "2023-07-04")
    told = of(installed, 18, "2023-07-05")
    assert told.verdict is Verdict.NOT_YET_SCANNED
    assert [(each.reminder.step, each.notices[0].address) for each in told.earlier] == [("-5", USO_MAIL)]
    answer: Any = explanation_json(explained(installed, 18, "2023-07-05"))
    owed = next(each for each in answer["obligations"] if each["period"] == "2023-Q2")
    assert [(each["step"], each["due_on"], each["notices"][0]["to"]) for each in owed["earlier"]] == [
        ("-5", "2023-07-10", USO_MAIL)
    ]


def test_the_ladder_of_what_was_settled_climbs_no_further(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    assert [told.step.step for told in of(installed, 18, "2023-07-14").steps] == ["-5"]


def test_a_ladder_that_is_at_its_end_has_no_next_step(installed: App) -> None:
    for day in ("2023-07-14", "2023-07-17"):
        scanned(installed, day)
        delivered(installed, day)
    assert of(installed, 18, "2023-07-17").next_step is None


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
    delivered(installed, "2023-07-10")
    answer: Any = explanation_json(explained(installed, 18, "2023-07-10"))
    assert (answer["row"], answer["team"], answer["addresses"]) == (18, USO, [USO_MAIL])
    owed = next(each for each in answer["obligations"] if each["period"] == "2023-Q2")
    assert (owed["verdict"], owed["due_on"], owed["closes_on"]) == ("reminded", "2023-07-10", "2023-07-17")
    (notice,) = owed["steps"][-1]["notices"]
    assert (notice["to"], notice["channel"], notice["state"], notice["tries"]) == (USO_MAIL, "email", "sent", 1)
    assert (notice["code"], notice["resolved_by"], notice["day"]) == ("250", None, "2023-07-10")
    assert owed["next_step"] == {"step": "+1", "on_date": "2023-07-11"}
    assert {"not_owed", "results", "due_confirmed"} <= set(strings(answer))


def test_the_json_of_a_line_without_anything_is_empty(empty: App) -> None:
    given(empty, reading(a_line(due=None)))
    answer: Any = explanation_json(explained(empty, 8, str(CUT_OFF)))
    assert (answer["obligations"], answer["results"], answer["due"]) == ([], [], None)


def test_leaders_are_reminded_too(installed: App) -> None:
    contacts(installed, USO, [("lider@cartagena.example", Role.LEADER)])
    assert explained(installed, 18, "2023-07-10").addresses == ("lider@cartagena.example",)


def test_the_closings_of_a_lines_periods_are_named_by_then(installed: App) -> None:
    scanned(installed, "2023-07-04")
    made = closed(installed, "2023-07-18")
    assert [each.number for each in explained(installed, 18, "2023-07-18").closings] == [1]
    assert explained(installed, 18, "2023-07-17").closings == ()
    assert explanation_json(explained(installed, 18, "2023-07-18"))["closings"] == [
        {"period": "2023-Q2", "number": 1, "closed_at": made.facts.closed_at.isoformat()}
    ]
