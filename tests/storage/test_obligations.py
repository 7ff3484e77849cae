"""What is owed is written once, found by what is due, and claimed by one statement."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.obligations import ObligationKind, ObligationReason, ObligationState
from gdflow.domain.reminders import DEFAULT_POLICY, current_steps, due_reminders
from gdflow.domain.stored import Counts
from gdflow.storage import decisions, obligations, periods, plans, reminders
from gdflow.storage.engine import writing
from tests.storage.cast import CLOSES, DUE, GOBIERNO, NOW, TODAY, USO, add_plan, claim, duty, owe, step

SOON = date(2023, 9, 1)


def test_duties_are_recorded_once(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        line = plans.lines_of(session, plan_id)[0]
        duties = [(duty(line.id), line.team_id), (duty(line.id, period=None), line.team_id)]
        assert obligations.record_duties(session, entity_id, plan_id, duties) == Counts(2, 0)
        assert obligations.record_duties(session, entity_id, plan_id, duties) == Counts(0, 2)
        assert obligations.record_duties(session, entity_id, plan_id, []) == Counts(0, 0)
        result, deadline = sorted(obligations.obligations_of_line(session, line.id), key=lambda found: found.id)
    assert (result.period, result.closes_on, result.team_id) == ("2023-Q2", CLOSES, line.team_id)
    assert (deadline.period, deadline.closes_on, deadline.kind) == (None, None, ObligationKind.DEADLINE)
    assert (deadline.reason, deadline.state) == (ObligationReason.DUE_DATE, ObligationState.OWED)


def test_a_period_is_opened_once(engine: Engine) -> None:
    from gdflow.domain.periods import parse_period

    quarter = parse_period("2023-Q2")
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        given: dict[str, Any] = {"report_by": DUE, "closes_on": CLOSES, "at": NOW}
        assert periods.open_period(session, entity_id, plan_id, quarter, **given) is True
        assert periods.open_period(session, entity_id, plan_id, quarter, **given) is False
        (opened,) = periods.periods_of(session, plan_id)
    assert (opened.period, opened.key, opened.report_by, opened.opened_at) == (quarter, "2023-Q2", DUE, NOW)


def test_what_is_owed_is_told_with_its_names(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, ids = owe(session)
        first, second = obligations.owed(session, entity_id, DUE)
        assert obligations.owed(session, entity_id, DUE - timedelta(days=1)) == ()
    assert (first.obligation_id, first.plan, first.row, first.number) == (ids[0], "plan", 8, "1.")
    assert (first.label, first.team, second.team) == ("Publicar datos", GOBIERNO, USO)


def test_what_a_team_still_owes_is_counted_by_period(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        first, second, third = plans.lines_of(session, plan_id)
        of_first = [(duty(first.id), first.team_id), (duty(first.id, period=None), first.team_id)]
        of_others = [(duty(second.id), first.team_id), (duty(third.id), None)]
        obligations.record_duties(session, entity_id, plan_id, [*of_first, *of_others])
        done = obligations.obligations_of_line(session, second.id)
        obligations.set_state(session, [each.id for each in done], ObligationState.MET, TODAY)
        its = (session, first.team_id, [plan_id])
        assert [obligations.count_owed(*its, keys) for keys in (["2023-Q2"], [None], ["2023-Q2", None])] == [1, 1, 2]
        assert obligations.count_owed(session, None, [plan_id], ["2023-Q2"]) == 1
        assert (obligations.count_owed(session, first.team_id, [], [None]), obligations.count_owed(*its, [])) == (0, 0)


def test_a_settled_obligation_is_owed_no_more_and_can_be_owed_again(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, ids = owe(session)
        obligations.set_state(session, ids, ObligationState.MET, TODAY)
        assert obligations.owed(session, entity_id, SOON) == ()
        assert obligations.due_dates(session, entity_id, SOON) == ()
        assert {found.done_on for found in obligations.obligations_of_plan(session, plan_id, "2023-Q2")} == {TODAY}
        obligations.set_state(session, ids[:1], ObligationState.OWED, None)
        assert len(obligations.owed(session, entity_id, SOON)) == 1
        assert obligations.obligations_of_plan(session, plan_id, "2023-Q1") == ()


def test_due_dates_are_distinct_sorted_and_bounded(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        first, second, third = plans.lines_of(session, plan_id)
        more = [duty(first.id, DUE, SOON, "2023-S1"), duty(second.id, date(2023, 6, 1), CLOSES, "2023-Q1")]
        ends = [duty(line.id, due_on, period=None) for line, due_on in ((first, DUE), (second, DUE), (third, SOON))]
        obligations.record_duties(session, entity_id, plan_id, [(found, None) for found in (*more, *ends)])
        found = obligations.due_dates(session, entity_id, DUE)
    assert found == (
        (ObligationKind.DEADLINE, DUE, None),
        (ObligationKind.RESULT, date(2023, 6, 1), CLOSES),
        (ObligationKind.RESULT, DUE, CLOSES),
        (ObligationKind.RESULT, DUE, SOON),
    )


def test_a_second_claim_writes_nothing(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        assert obligations.claim_reminders(session, entity_id, [step()], on=TODAY, at=NOW) == Counts(2, 0)
        assert obligations.claim_reminders(session, entity_id, [step()], on=TODAY, at=NOW) == Counts(0, 2)
        assert obligations.claim_reminders(session, entity_id, [], on=TODAY, at=NOW) == Counts(0, 0)
        first, _ = reminders.unnoticed(session, entity_id)
    assert (first.step, first.period, first.on_date, first.claimed_at) == ("-2", "2023-Q2", TODAY, NOW)
    assert (first.due_on, first.closes_on, first.suppressed, first.notices) == (DUE, CLOSES, None, ())


def test_a_deadline_without_a_closing_day_is_claimed(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        line = plans.lines_of(session, plan_id)[0]
        obligations.record_duties(session, entity_id, plan_id, [(duty(line.id, period=None), None)])
        counts = obligations.claim_reminders(session, entity_id, [step(closes_on=None)], on=TODAY, at=NOW)
    assert counts == Counts(1, 0)


def test_what_was_met_or_silenced_is_not_claimed(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, ids = owe(session)
        obligations.set_state(session, ids[:1], ObligationState.WAIVED, TODAY)
        line = plans.lines_of(session, plan_id)[1]
        silence(session, entity_id, line.id, None)
        assert obligations.claim_reminders(session, entity_id, [step()], on=TODAY, at=NOW) == Counts(0, 0)


def test_a_silenced_team_is_claimed_again_after_its_end(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        silence(session, entity_id, None, plans.lines_of(session, plan_id)[0].team_id)
        assert obligations.claim_reminders(session, entity_id, [step()], on=TODAY, at=NOW) == Counts(1, 0)
        later = TODAY + timedelta(days=2)
        assert obligations.claim_reminders(session, entity_id, [step()], on=later, at=NOW) == Counts(1, 1)


def test_an_extension_makes_its_steps_due_anew(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, ids = owe(session)
        claim(session, entity_id)
        obligations.move_dates(session, ids[0], SOON, SOON)
        assert obligations.due_dates(session, entity_id, SOON)[1] == (ObligationKind.RESULT, SOON, SOON)
        moved = step(due_on=SOON, closes_on=SOON)
        assert obligations.claim_reminders(session, entity_id, [moved], on=TODAY, at=NOW) == Counts(1, 0)


def test_the_claim_writes_what_the_rules_plan(engine: Engine) -> None:
    calendar, ledger = BusinessCalendar({}), set[Any]()
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        line = plans.lines_of(session, plan_id)[0]
        obligations.record_duties(session, entity_id, plan_id, [(duty(line.id, period=None), None)])
        for day in (DUE + timedelta(days=offset) for offset in range(-20, 30)):
            stored = obligations.obligations_of_plan(session, plan_id)
            planned = {found.key for found in due_reminders(stored, DEFAULT_POLICY, calendar, ledger, day)}
            steps = [
                found
                for kind, due, closes in obligations.due_dates(session, entity_id, day + timedelta(days=40))
                for found in current_steps(kind, due, closes, DEFAULT_POLICY, calendar, day)
            ]
            assert obligations.claim_reminders(session, entity_id, steps, on=day, at=NOW).new == len(planned)
            ledger |= planned
        waiting = reminders.unnoticed(session, entity_id)
        written = {(each.obligation_id, each.due_on, each.step, each.audience, each.team_id) for each in waiting}
    assert written == ledger
    assert len(ledger) > 15


@pytest.mark.parametrize("lines", [1, 30])
def test_the_cost_in_statements_does_not_grow_with_what_is_owed(engine: Engine, lines: int) -> None:
    counted: list[str] = []
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        line = plans.lines_of(session, plan_id)[2]
        more = [
            (duty(line.id, DUE + timedelta(days=n), CLOSES + timedelta(days=n), f"p{n}"), None) for n in range(lines)
        ]
        obligations.record_duties(session, entity_id, plan_id, more)
        event.listen(engine, "before_cursor_execute", lambda *call: counted.append(call[2]))
        dates = obligations.due_dates(session, entity_id, SOON)
        steps = [step(due_on=due, closes_on=closes) for _, due, closes in dates]
        counts = obligations.claim_reminders(session, entity_id, steps, on=TODAY, at=NOW)
    assert (len(counted), counts.new) == (3, lines + 2)


def silence(session: Session, entity_id: int, line_id: int | None, team_id: int | None) -> None:
    """Nothing is said about the line or team today and tomorrow."""
    until = TODAY + timedelta(days=1)
    subject: dict[str, Any] = {"line_id": line_id, "team_id": team_id, "starts_on": TODAY, "until": until}
    decisions.silence(session, entity_id, **subject, reason="Vacaciones", author="Coordinación", at=NOW)
