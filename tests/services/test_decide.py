"""What people decide about lines and teams, what follows from it, and what survives."""

from datetime import date

import pytest

from gdflow.app import App
from gdflow.domain.decisions import DecisionKind
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience, Role
from gdflow.services.decide import acknowledge, hand_over, undo, why
from gdflow.services.decision_list import decided_json, decisions_in_force, decisions_json, open_handovers
from gdflow.storage import events, obligations
from tests.services.readings import a_line, reading
from tests.support.cast import GOBIERNO, HEAD_MAIL, USO, USO_MAIL, at
from tests.support.decisions import (
    GIVEN,
    acknowledged,
    assigned,
    extended,
    handed_over,
    silenced,
    silenced_team,
    undone,
    waived,
)
from tests.support.installation import (
    CARTAGENA,
    accounting,
    answered,
    contacts,
    delivered,
    given,
    imported,
    line,
    mails,
    notices,
    scanned,
    text_of,
)

TIC = "Oficina de TIC"


def listed(app: App, day: str) -> set[int]:
    """The rows for which a step is in force on a day."""
    return {each.owed.row for each in scanned(app, day).reminders}


def told(app: App, day: str) -> list[tuple[str | None, int, str]]:
    """Who is reminded of which line by which step, for the first time on a day."""
    return [(each.owed.team, each.owed.row, each.step.step) for each in scanned(app, day).reminders if each.new]


def rows_told(app: App, day: str) -> set[int]:
    return {row for _, row, _ in told(app, day)}


def owed(app: App, row: int, period: str | None = "2023-Q2") -> Obligation:
    with app.reading() as session:
        found = obligations.obligations_of_line(session, line(app, row).id)
    return next(each for each in found if each.period == period)


def dates(app: App, row: int, period: str | None = "2023-Q2") -> tuple[str, str]:
    found = owed(app, row, period)
    return str(found.due_on), str(found.closes_on)


def said_to(app: App, address: str) -> list[str]:
    return [text_of(mail) for mail in mails(app) if address in str(mail["To"])]


def test_a_silenced_line_is_not_reminded_until_its_end_and_then_once(installed: App) -> None:
    silenced(installed, 18, "2023-07-05", "2023-07-11")
    assert listed(installed, "2023-07-10") >= {19}
    assert 18 not in listed(installed, "2023-07-10")
    assert owed(installed, 18).state is ObligationState.OWED
    assert (USO, 18, "+1") in told(installed, "2023-07-12")
    assert 18 not in rows_told(installed, "2023-07-12")


def test_a_silenced_team_is_not_reminded_of_anything(installed: App) -> None:
    silenced_team(installed, USO, "2023-07-05", "2023-07-11")
    assert {team for team, _, _ in told(installed, "2023-07-10")} == {GOBIERNO}


def test_a_silence_ends_early_when_it_is_undone(installed: App) -> None:
    taken = silenced(installed, 18, "2023-07-05", "2023-07-31")
    undone(installed, taken, "2023-07-10")
    assert (USO, 18, "0") in told(installed, "2023-07-10")


def test_an_acknowledgement_gives_the_team_rest_until_the_due_date_and_its_head_none(installed: App) -> None:
    taken = acknowledged(installed, 18, "2023-07-04")
    assert taken.decision.until == date(2023, 7, 10)
    assert 18 not in rows_told(installed, "2023-07-10")
    acknowledged(installed, 18, "2023-07-11", "2023-07-17")
    new = [step for step in scanned(installed, "2023-07-13").reminders if step.new and step.owed.row == 18]
    assert [step.step.audience for step in new] == [Audience.HEAD]
    delivered(installed, "2023-07-13")
    assert len(said_to(installed, HEAD_MAIL)) == 1


def test_what_is_overdue_is_acknowledged_with_its_own_end(installed: App) -> None:
    given(installed, reading(a_line(30, due=date(2023, 6, 30), teams=(USO,))), name="otro.xlsx")
    found = line(installed, 30, "otro")
    with installed.transaction() as session, pytest.raises(InputError, match="end_needed"):
        acknowledge(session, installed.rules, found, None, GIVEN, now=at("2023-12-04"))


def test_an_extension_begins_the_ladder_anew_before_the_new_date(installed: App) -> None:
    scanned(installed, "2023-06-30")
    delivered(installed, "2023-06-30")
    taken = extended(installed, 18, "2023-07-05", "2023-07-14")
    assert dates(installed, 18) == ("2023-07-14", "2023-07-17")
    assert [(str(m.before.due_on), str(m.after.due_on)) for m in taken.moved] == [("2023-07-10", "2023-07-14")]
    assert (USO, 18, "-5") in told(installed, "2023-07-07")
    assert 18 not in rows_told(installed, "2023-07-10")


def test_an_extension_past_the_closing_moves_the_lines_own_closing(installed: App) -> None:
    extended(installed, 18, "2023-07-05", "2023-07-28")
    assert dates(installed, 18) == ("2023-07-28", "2023-07-28")
    assert dates(installed, 19) == ("2023-07-10", "2023-07-17")


def test_the_answer_of_an_extended_line_is_taken_after_its_period_has_closed(installed: App) -> None:
    extended(installed, 18, "2023-07-05", "2023-07-28")
    received = answered(installed, USO, "2023-Q2", "2023-07-24", {18: "0.3", 19: "0.1"})
    assert [answer.line.row for answer in received.taken] == [18]
    assert [(problem.code, problem.line_uid) for problem in received.problems] == [
        ("period_closed", line(installed, 19).uid)
    ]
    assert owed(installed, 18).state is ObligationState.MET


def test_without_an_extension_a_closed_period_takes_nothing(installed: App) -> None:
    extended(installed, 9, "2023-07-05", "2023-07-28")
    assert answered(installed, USO, "2023-Q2", "2023-07-24", {18: "0.3"}).refused is not None


def test_undoing_an_extension_gives_the_old_dates_back(installed: App) -> None:
    first = extended(installed, 18, "2023-07-05", "2023-07-28")
    second = extended(installed, 18, "2023-07-06", "2023-08-04")
    undone(installed, second, "2023-07-07")
    assert dates(installed, 18) == ("2023-07-28", "2023-07-28")
    undone(installed, first, "2023-07-07")
    assert dates(installed, 18) == ("2023-07-10", "2023-07-17")


def test_a_lines_own_end_is_extended_without_a_period(installed: App) -> None:
    extended(installed, 18, "2023-07-05", "2024-02-29", period=None)
    assert owed(installed, 18, None).due_on == date(2024, 2, 29)


def test_a_waived_result_is_not_owed_and_undoing_owes_it_again(installed: App) -> None:
    taken = waived(installed, 18, "2023-07-05")
    assert owed(installed, 18).state is ObligationState.WAIVED
    assert owed(installed, 18, None).state is ObligationState.OWED
    assert 18 not in rows_told(installed, "2023-07-10")
    undone(installed, taken, "2023-07-11")
    assert (USO, 18, "+1") in told(installed, "2023-07-11")


def test_a_waived_line_owes_nothing_now_and_nothing_that_opens_later(installed: App) -> None:
    taken = waived(installed, 18, "2023-07-05", period=None)
    assert {moved.after.state for moved in taken.moved} == {ObligationState.WAIVED}
    scanned(installed, "2023-10-02")
    assert [owed(installed, 18, period).state for period in ("2023-Q4", None)] == [ObligationState.WAIVED] * 2
    assert owed(installed, 19, "2023-Q4").state is ObligationState.OWED


def test_a_period_may_be_waived_before_it_opens(installed: App) -> None:
    assert waived(installed, 18, "2023-07-05", "2023-Q4").moved == ()
    scanned(installed, "2023-10-02")
    assert owed(installed, 18, "2023-Q4").state is ObligationState.WAIVED


def test_a_result_that_comes_all_the_same_counts(installed: App) -> None:
    waived(installed, 18, "2023-07-05")
    given_anyway = answered(installed, USO, "2023-Q2", "2023-07-06", {19: "0.1"})
    assert [answer.line.row for answer in given_anyway.taken] == [19]
    assert owed(installed, 18).state is ObligationState.WAIVED


def test_decisions_survive_a_re_import(installed: App) -> None:
    waived(installed, 18, "2023-06-29")
    extended(installed, 19, "2023-06-29", "2023-07-28")
    handed_over(installed, 9, "2023-06-29")
    imported(installed, CARTAGENA, "2023-06-30")
    assert owed(installed, 18).state is ObligationState.WAIVED
    assert dates(installed, 19) == ("2023-07-28", "2023-07-28")
    told_rows = rows_told(installed, "2023-06-30")
    assert told_rows >= {10, 11}
    assert told_rows.isdisjoint({9, 18, 19})


def test_a_handed_over_line_rests_three_business_days_for_its_team(installed: App) -> None:
    taken = handed_over(installed, 18, "2023-07-06", GOBIERNO)
    assert taken.decision.until == date(2023, 7, 11)
    assert 18 not in rows_told(installed, "2023-07-11")
    assert (USO, 18, "+1") in told(installed, "2023-07-12")


def test_an_open_handover_waits_for_the_coordinator(installed: App) -> None:
    taken = handed_over(installed, 18, "2023-07-06", GOBIERNO)

    def waiting(day: str) -> list[tuple[int, int | None, str | None, str | None]]:
        with installed.reading() as session:
            found = open_handovers(session, installed.rules, date.fromisoformat(day))
        return [(each.decision.id, each.row, each.team, each.to_team) for each in found]

    assert waiting("2023-07-06") == [(taken.decision.id, 18, USO, GOBIERNO)]
    assert waiting("2023-07-12") == []
    assigned(installed, 18, GOBIERNO, "2023-07-07")
    assert waiting("2023-07-07") == []


def test_the_new_team_is_told_at_once_and_the_old_one_no_more(installed: App) -> None:
    contacts(installed, TIC, [("tic@cartagena.example", Role.MEMBER)])
    scanned(installed, "2023-07-10")
    delivered(installed, "2023-07-10")
    handed_over(installed, 18, "2023-07-11", TIC)
    assigned(installed, 18, TIC, "2023-07-11")
    assert told(installed, "2023-07-11")[-2:] == [(TIC, 18, "+1"), (USO, 19, "+1")]
    delivered(installed, "2023-07-11")
    assert len(said_to(installed, "tic@cartagena.example")) == 1
    assert line(installed, 18).label not in said_to(installed, USO_MAIL)[-1].replace(line(installed, 19).label, "", 1)


def carried(app: App, address: str, day: str) -> list[tuple[NoticeState, str | None]]:
    wanted = date.fromisoformat(day)
    return [(each.state, each.text) for each in notices(app) if each.address == address and each.day == wanted]


@pytest.mark.parametrize("decide", [silenced, acknowledged, extended, waived, handed_over, assigned])
def test_a_digest_that_has_not_left_is_written_anew(installed: App, decide: object) -> None:
    scanned(installed, "2023-07-10", hour=7)
    more = {silenced: ("2023-07-14",), acknowledged: ("2023-07-14",), extended: ("2023-07-28",)}.get(decide, ())  # type: ignore[call-overload]  # by the function itself
    if decide is assigned:
        assigned(installed, 18, TIC, "2023-07-10", hour=7)
    else:
        decide(installed, 18, "2023-07-10", *more, hour=7)  # type: ignore[operator]  # any of them
    assert carried(installed, USO_MAIL, "2023-07-10") == [
        (NoticeState.SUPPRESSED, "withdrawn"),
        (NoticeState.QUEUED, None),
    ]
    delivered(installed, "2023-07-10")
    (mail,) = said_to(installed, USO_MAIL)
    assert accounting(installed).closed
    assert "Faltan 2" not in mail


def test_a_silenced_team_loses_its_whole_digest(installed: App) -> None:
    scanned(installed, "2023-07-10", hour=7)
    assert silenced_team(installed, USO, "2023-07-10", "2023-07-12", hour=7).withdrawn == 1
    delivered(installed, "2023-07-10")
    assert said_to(installed, USO_MAIL) == []
    assert {row for team, row, _ in told(installed, "2023-07-13") if team == USO} == {18, 19}


def test_what_was_taken_from_a_team_and_given_back_is_said_after_all(installed: App) -> None:
    scanned(installed, "2023-07-10", hour=7)
    for name in (TIC, USO):
        assigned(installed, 18, name, "2023-07-10", hour=7)
    delivered(installed, "2023-07-10")
    scanned(installed, "2023-07-10", hour=9)
    delivered(installed, "2023-07-10", hour=9)
    scanned(installed, "2023-07-11")
    delivered(installed, "2023-07-11")
    assert accounting(installed).closed
    assert any(line(installed, 18).label in mail for mail in said_to(installed, USO_MAIL))


def test_each_decision_is_in_the_chain_with_its_author(installed: App) -> None:
    taken = silenced(installed, 18, "2023-07-05", "2023-07-11")
    undone(installed, taken, "2023-07-06")
    silenced_team(installed, USO, "2023-07-05", "2023-07-11")
    with installed.reading() as session:
        chain = events.events_of(session, installed.rules.entity_id)
        assert events.verify(session, installed.rules.entity_id) is None
    kinds = [(each.kind, each.subject.split(":")[0], each.actor) for each in chain if "decision" in each.kind]
    assert kinds == [
        ("decision_taken", "line", "Coordinación"),
        ("decision_undone", "line", "Coordinación"),
        ("decision_taken", "team", "Coordinación"),
    ]


def test_the_list_says_what_holds_and_whom_it_is_about(installed: App) -> None:
    silenced(installed, 18, "2023-07-05", "2023-07-11")
    silenced_team(installed, USO, "2023-07-05", "2023-07-06")
    waived(installed, 9, "2023-07-05")

    def in_force(day: str, row: int | None = None) -> list[tuple[DecisionKind, int | None, str | None]]:
        with installed.reading() as session:
            bearing = line(installed, row) if row else None
            found = decisions_in_force(session, installed.rules, date.fromisoformat(day), line=bearing)
        return [(each.decision.kind, each.row, each.team) for each in found]

    silence, of_team = (DecisionKind.SILENCE, 18, USO), (DecisionKind.SILENCE, None, USO)
    assert in_force("2023-07-05") == [silence, of_team, (DecisionKind.WAIVER, 9, GOBIERNO)]
    assert in_force("2023-07-05", 18) == [silence, of_team]
    assert in_force("2023-07-05", 19) == [of_team]
    assert in_force("2023-07-07", 19) == []


def test_a_decision_about_a_line_that_left_its_plan_can_still_be_taken_back(empty: App) -> None:
    given(empty, reading(a_line(8), a_line(9, "Formar equipos")))
    taken = waived(empty, 9, "2023-04-11")
    given(empty, reading(a_line(8)), day="2023-04-12")
    with empty.reading() as session:
        (listed,) = decisions_in_force(session, empty.rules, date(2023, 4, 12))
    assert (listed.plan, listed.row, listed.label) == (None, None, "")
    assert undone(empty, taken, "2023-04-12").moved == ()


def test_a_document_that_names_another_team_ends_the_handover(empty: App) -> None:
    given(empty, reading(a_line(8)))
    handed_over(empty, 8, "2023-07-05")
    scanned(empty, "2023-07-05")
    given(empty, reading(a_line(8, teams=(USO,))), day="2023-07-06")
    with empty.reading() as session:
        assert open_handovers(session, empty.rules, date(2023, 7, 6)) == ()
    assert told(empty, "2023-07-06") == [(USO, 8, "-2")]


def test_the_json_of_a_decision_says_what_moved(installed: App) -> None:
    taken = decided_json(extended(installed, 18, "2023-07-05", "2023-07-28"))
    assert taken["moved"] == [
        {
            "kind": "result",
            "period": "2023-Q2",
            "state": "owed",
            "due_on": "2023-07-28",
            "closes_on": "2023-07-28",
            "due_before": "2023-07-10",
            "closed_before": "2023-07-17",
        }
    ]
    with installed.reading() as session:
        listed = decisions_json(decisions_in_force(session, installed.rules, date(2023, 7, 5)))
    assert listed["decisions"][0]["until"] == "2023-07-28"  # type: ignore[index]  # JSON of unknown shape


def refused(error: type[GdflowError], code: str, decide: object, *args: object) -> None:
    with pytest.raises(error, match=code):
        decide(*args)  # type: ignore[operator]  # any of them


def test_a_decision_needs_an_author_and_a_reason() -> None:
    refused(InputError, "blank_author", why, "  ", "Auditoría")
    refused(InputError, "blank_reason", why, "Coordinación", " ")


def test_what_cannot_be_decided_is_refused_with_its_reason(installed: App) -> None:
    app, day = installed, "2023-07-05"
    refused(InputError, "end_passed", silenced, app, 18, day, "2023-07-04")
    refused(InputError, "end_passed", acknowledged, app, 18, day, "2023-07-04")
    refused(InputError, "end_passed", extended, app, 18, day, "2023-07-04")
    refused(InputError, "extension_not_later", extended, app, 18, day, "2023-07-10")
    refused(InputError, "unknown_period", extended, app, 18, day, "2023-12-01", "segundo trimestre")
    refused(InputError, "unknown_period", waived, app, 18, day, "segundo trimestre")
    refused(ConflictError, "nothing_to_extend", extended, app, 18, day, "2023-12-01", "2023-Q1")
    refused(ConflictError, "nothing_to_waive", waived, app, 18, day, "2023-Q1")
    refused(ConflictError, "handed_to_itself", handed_over, app, 18, day, USO)
    refused(ConflictError, "line_owes_nothing", acknowledged, app, 8, day)


def test_a_line_is_handed_over_once_and_only_by_a_team(installed: App) -> None:
    handed_over(installed, 18, "2023-07-05")
    refused(ConflictError, "already_handed_over", handed_over, installed, 18, "2023-07-06")
    given(installed, reading(a_line(30, teams=())), name="otro.xlsx")
    orphan = line(installed, 30, "otro")
    with installed.transaction() as session, pytest.raises(ConflictError, match="line_without_team"):
        hand_over(session, installed.rules, orphan, None, GIVEN, now=at("2023-07-05"))


def test_only_what_holds_can_be_taken_back(installed: App) -> None:
    silence = silenced(installed, 18, "2023-07-05", "2023-07-06")
    refused(ConflictError, "decision_over", undone, installed, silence, "2023-07-07")
    undone(installed, silence, "2023-07-06")
    refused(ConflictError, "decision_undone", undone, installed, silence, "2023-07-06")
    with installed.transaction() as session, pytest.raises(NotFoundError, match="unknown_decision"):
        undo(session, installed.rules, 999, "Coordinación", now=at("2023-07-06"))


def test_what_another_waiver_closed_stays_closed(installed: App) -> None:
    waived(installed, 18, "2023-07-05")
    undone(installed, waived(installed, 18, "2023-07-05", period=None), "2023-07-06")
    assert owed(installed, 18).state is ObligationState.WAIVED
    assert owed(installed, 18, None).state is ObligationState.OWED


def test_a_line_may_be_handed_over_again_when_nobody_decided_in_time(installed: App) -> None:
    handed_over(installed, 18, "2023-07-05")
    again = handed_over(installed, 18, "2023-07-12")
    assert again.decision.until == date(2023, 7, 17)
