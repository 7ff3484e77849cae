"""The claim's one statement does what the rules say, whatever people have decided."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.reminders import DEFAULT_POLICY, LedgerKey, current_steps, due_reminders
from gdflow.storage import assignments, decisions, obligations, plans, reminders
from tests.storage.cast import NOW, TODAY, add_plan, duty

CALENDAR = BusinessCalendar({})
DAYS = st.integers(-15, 20).map(lambda distance: TODAY + timedelta(days=distance))


@st.composite
def a_decision(draw: st.DrawFn) -> dict[str, Any]:
    """A decision about one of three lines or two teams, perhaps taken back."""
    kind = draw(st.sampled_from(list(DecisionKind)))
    start = draw(DAYS)
    return {
        "kind": kind,
        "of_team": kind is DecisionKind.SILENCE and draw(st.booleans()),
        "subject": draw(st.integers(0, 2)),
        "starts_on": start,
        "until": start + timedelta(days=draw(st.integers(0, 20))),
        "ended_on": draw(st.none() | DAYS),
    }


def record(session: Session, entity_id: int, said: dict[str, Any], lines: list[int], teams: list[int]) -> None:
    """Write a decision down as the services do."""
    its: dict[str, Any] = {"starts_on": said["starts_on"], "reason": "Motivo", "author": "Alguien", "at": NOW}
    line, end = lines[said["subject"]], {"until": said["until"]}
    match said["kind"]:
        case DecisionKind.WAIVER:
            taken = decisions.waive(session, entity_id, line, period=None, **its)
        case DecisionKind.EXTENSION:
            taken = decisions.extend(session, entity_id, line, period=None, **its, **end)
        case DecisionKind.ACKNOWLEDGEMENT:
            taken = decisions.acknowledge(session, entity_id, line, **its, **end)
        case DecisionKind.HANDOVER:
            taken = decisions.hand_over(session, entity_id, line, to_team_id=None, **its, **end)
        case _:
            subject = {"line_id": None, "team_id": teams[said["subject"] % 2]} if said["of_team"] else {"line_id": line}
            taken = decisions.silence(session, entity_id, **({"team_id": None} | subject), **its, **end)
    if said["ended_on"] is not None:
        decisions.end(session, [taken], on=said["ended_on"], by="Alguien")


def claimed(session: Session, entity_id: int, day: date) -> set[LedgerKey]:
    """What a scan of the day adds to the ledger."""
    before = ledger(session, entity_id)
    steps = [
        step
        for kind, due, closes in obligations.due_dates(session, entity_id, day + timedelta(days=40))
        for step in current_steps(kind, due, closes, DEFAULT_POLICY, CALENDAR, day)
    ]
    obligations.claim_reminders(session, entity_id, steps, on=day, at=NOW)
    return ledger(session, entity_id) - before


def ledger(session: Session, entity_id: int) -> set[LedgerKey]:
    """All that was ever claimed and still waits."""
    written = reminders.unnoticed(session, entity_id)
    return {(each.obligation_id, each.due_on, each.step, each.audience, each.team_id) for each in written}


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25, deadline=None
)
@given(
    dues=st.lists(st.tuples(st.integers(0, 2), DAYS, st.booleans()), min_size=1, max_size=5, unique_by=lambda d: d[0]),
    said=st.lists(a_decision(), max_size=5),
    days=st.lists(DAYS, min_size=1, max_size=6, unique=True).map(sorted),
)
def test_the_claim_and_the_rules_agree_on_whom_a_decision_lets_rest(
    engine: Engine, dues: list[tuple[int, date, bool]], said: list[dict[str, Any]], days: list[date]
) -> None:
    with Session(engine) as session:
        entity_id, plan_id = add_plan(session)
        lines = plans.lines_of(session, plan_id)
        ids, teams = [line.id for line in lines], [line.team_id or 0 for line in lines[:2]]
        duties = [
            (duty(ids[at], due, due + timedelta(days=7), "2023-Q2" if result else None), lines[at].team_id)
            for at, due, result in dues
        ]
        obligations.record_duties(session, entity_id, plan_id, duties)
        for each in said:
            record(session, entity_id, each, ids, teams)
        taken = {found for line_id in ids for found in decisions.decisions_of_line(session, line_id)}
        agree(session, entity_id, plan_id, taken, days)
        session.rollback()


def agree(session: Session, entity_id: int, plan_id: int, taken: set[Decision], days: list[date]) -> None:
    """Day by day the statement writes what the rules plan, and nothing else."""
    known: set[LedgerKey] = set()
    for day in days:
        stored = obligations.obligations_of_plan(session, plan_id)
        planned = due_reminders(stored, DEFAULT_POLICY, CALENDAR, known, day, taken)
        assert claimed(session, entity_id, day) == {each.key for each in planned}
        known |= {each.key for each in planned}


def test_another_team_is_told_anew_and_the_ledger_keeps_both(engine: Engine) -> None:
    with Session(engine) as session:
        entity_id, plan_id = add_plan(session)
        line, other, _ = plans.lines_of(session, plan_id)
        due = TODAY + timedelta(days=1)
        obligations.record_duties(session, entity_id, plan_id, [(duty(line.id, due), line.team_id)])
        first = claimed(session, entity_id, TODAY)
        assignments.assign_line(session, line.id, other.team_id or 0)
        second = claimed(session, entity_id, TODAY)
        told = reminders.reminders_of_line(session, line.id)
        session.rollback()
    assert ({key[-1] for key in first}, {key[-1] for key in second}) == ({line.team_id}, {other.team_id})
    assert [each.team_id for each in told] == [line.team_id, other.team_id]


def test_what_rests_waits_and_is_said_after_its_end(engine: Engine) -> None:
    with Session(engine) as session:
        entity_id, plan_id = add_plan(session)
        line = plans.lines_of(session, plan_id)[0]
        obligations.record_duties(session, entity_id, plan_id, [(duty(line.id), line.team_id)])
        assert claimed(session, entity_id, TODAY)
        its: dict[str, Any] = {"starts_on": TODAY, "until": TODAY, "reason": "Motivo", "author": "Alguien", "at": NOW}
        decisions.acknowledge(session, entity_id, line.id, **its)
        waits = [len(reminders.unnoticed(session, entity_id, TODAY + timedelta(days=ahead))) for ahead in (0, 1)]
        session.rollback()
    assert waits == [0, 1]
