"""Closings rest as they were frozen, and never change; reopenings stand beside them until they end."""

import threading
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session

from gdflow.domain.closing import ClosingFacts, ReopeningScope, Snapshot
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.lines import ResultSource
from gdflow.domain.receipts import Figure
from gdflow.domain.reviews import ReviewMode, Verdict
from gdflow.storage import closings, events, people, periods, plans, reopenings, reviews, submissions
from gdflow.storage.assignments import assign_line, pass_on
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.figures import versions_of_period
from gdflow.storage.obligations import obligations_of_plan
from tests.storage.cast import CLOSES, DUE, GOBIERNO, NOW, USO, add_plan, owe
from tests.support import closed as frozen

Q2 = "2023-Q2"
# SQLite's writers wait for each other at their start.
ON_POSTGRES = pytest.mark.parametrize("url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
ITS: dict[str, Any] = {"author": "Ana", "reason": "Un error", "at": NOW, "until": date(2023, 7, 21)}


def closing(session: Session, entity_id: int, plan_id: int, number: int = 1, period: str = Q2) -> ClosingFacts:
    snapshot = snapshot_of(number, period)
    return closings.add_closing(session, entity_id, plan_id, snapshot, head="f" * 64, events=9, missing=2)


def snapshot_of(number: int, period: str = Q2) -> Snapshot:
    return frozen.closed(period, number).snapshot


def test_a_closing_comes_back_as_it_was_frozen(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        facts = closing(session, entity_id, plan_id)
        found = closings.closing_by_id(session, facts.id)
    assert (found.facts, found.snapshot) == (facts, snapshot_of(1))
    assert (facts.plan, facts.period, facts.number, facts.missing, facts.events) == ("plan", Q2, 1, 2, 9)


def test_closings_are_listed_by_plan_period_and_number_and_of_an_entity_the_newest_first(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        for number, period in ((1, "2023-Q1"), (1, Q2), (2, Q2)):
            closing(session, entity_id, plan_id, number, period)
        assert [(each.period, each.number) for each in closings.closings_of_plan(session, plan_id)] == [
            ("2023-Q1", 1),
            (Q2, 1),
            (Q2, 2),
        ]
        assert [each.number for each in closings.closings_of_plan(session, plan_id, Q2)] == [1, 2]
        of_entity = closings.closings_of_entity(session, entity_id)
        assert [(each.period, each.number) for each in of_entity] == [(Q2, 2), (Q2, 1), ("2023-Q1", 1)]


def test_the_newest_closing_of_a_period_is_in_force(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        assert closings.newest_closing(session, plan_id, Q2) is None
        assert closings.newest_closings(session, [plan_id]) == {}
        made = [closing(session, entity_id, plan_id, number) for number in (1, 2)]
        assert closings.newest_closing(session, plan_id, Q2) == made[1]
        assert closings.newest_closings(session, [plan_id, plan_id]) == {(plan_id, Q2): made[1]}


def test_a_closing_that_nobody_knows_is_told(engine: Engine) -> None:
    with writing(engine) as session, pytest.raises(NotFoundError, match="unknown_closing"):
        closings.closing_by_id(session, 7)


@pytest.mark.parametrize("statement", ["UPDATE closing SET missing = 0", "DELETE FROM closing"])
def test_the_database_itself_refuses_to_change_a_closing(engine: Engine, statement: str) -> None:
    with writing(engine) as session:
        closing(session, *add_plan(session))
    with writing(engine) as session, pytest.raises(DatabaseError, match="never change"):
        session.connection().execute(text(statement))


@pytest.mark.parametrize("change", [{"snapshot": b"no zlib"}, {"sha256": "0" * 64}])
def test_a_snapshot_that_was_changed_all_the_same_is_never_read(own_engine: Engine, change: dict[str, object]) -> None:
    with writing(own_engine) as session:
        facts = closing(session, *add_plan(session))
        if own_engine.dialect.name == "sqlite":
            session.connection().execute(text("DROP TRIGGER closing_update"))
        else:
            session.connection().execute(text("DROP TRIGGER closing_kept ON closing"))
        (name, value), *_ = change.items()
        session.connection().execute(text(f"UPDATE closing SET {name} = :value"), {"value": value})
        with pytest.raises(ConflictError, match="snapshot_damaged"):
            closings.closing_by_id(session, facts.id)


def test_a_number_of_a_period_is_given_once(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        closing(session, entity_id, plan_id)
        with pytest.raises(DatabaseError):
            closing(session, entity_id, plan_id)
        session.rollback()


def test_a_reopening_names_whom_it_is_for_and_ends_once(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        facts = closing(session, entity_id, plan_id)
        line, team = plans.lines_of(session, plan_id)[0], people.ensure_team(session, entity_id, USO)
        place = (session, entity_id, plan_id, Q2, facts.id)
        of_line = reopenings.add_reopening(*place, scope=ReopeningScope.LINE, line_id=line.id, **ITS)
        of_team = reopenings.add_reopening(*place, scope=ReopeningScope.TEAM, team_id=team, **ITS)
        assert (of_line.line_uid, of_line.team, of_line.closing) == (line.uid, None, 1)
        assert (of_team.team, of_team.line_id) == (USO, None)
        for by in ("Ana", "Otra"):
            reopenings.end_reopening(session, [of_line.id], at=NOW, by=by)
        assert reopenings.open_reopenings(session, entity_id) == (of_team,)
        assert reopenings.open_reopenings_of(session, [plan_id]) == (of_team,)
        ended, still = reopenings.reopenings_of(session, plan_id, Q2)
        assert (ended.ended_at, ended.ended_by, still) == (NOW, "Ana", of_team)


def test_periods_that_were_never_closed_are_found_once_their_day_has_passed(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        assert periods.never_closed(session, entity_id, CLOSES) == ()
        (found,) = periods.never_closed(session, entity_id, date(2023, 8, 2))
        assert (found.plan_id, found.key, found.closes_on) == (plan_id, Q2, CLOSES)
        closing(session, entity_id, plan_id)
        assert periods.never_closed(session, entity_id, date(2023, 8, 2)) == ()


def test_a_locked_period_is_told_as_it_was_opened_and_an_unknown_one_is_none(engine: Engine) -> None:
    with writing(engine) as session:
        _, plan_id, _ = owe(session)
        found = periods.lock_period(session, plan_id, Q2)
        assert found
        assert (found.key, found.report_by) == (Q2, DUE)
        assert periods.lock_period(session, plan_id, "2023-Q3") is None


@ON_POSTGRES
@pytest.mark.parametrize("keys", [None, [Q2]])
def test_whoever_holds_a_period_is_waited_for_by_its_closing(url: str, keys: list[str] | None) -> None:
    engine, order = make_engine(url), list[str]()
    with writing(engine) as session:
        _, plan_id, _ = owe(session)

    def close() -> None:
        with writing(engine) as session:
            periods.lock_period(session, plan_id, Q2)
            order.append("closed")

    closer = threading.Thread(target=close)
    with writing(engine) as session:
        periods.hold_periods(session, [plan_id], keys)
        closer.start()
        closer.join(0.2)
        order.append("written")
    closer.join()
    engine.dispose()
    assert order == ["written", "closed"]


@ON_POSTGRES
def test_those_who_write_of_one_plan_wait_for_each_other_and_nobody_else_does(url: str) -> None:
    engine = make_engine(url)
    with writing(engine) as session:
        _, plan_id, _ = owe(session)
        _, elsewhere = add_plan(session, code="otro")
    with writing(engine) as session, writing(engine) as other:
        periods.hold_periods(session, [plan_id])
        other.connection().execute(text("SET lock_timeout = '100ms'"))
        periods.hold_periods(other, [elsewhere])
        with pytest.raises(OperationalError, match="lock timeout"):
            periods.hold_periods(other, [plan_id])
        other.rollback()
    engine.dispose()


@ON_POSTGRES
def test_a_period_that_is_closing_is_waited_for_by_whoever_writes(url: str) -> None:
    engine = make_engine(url)
    with writing(engine) as session:
        _, plan_id, _ = owe(session)
    with writing(engine) as session, writing(engine) as other:
        periods.lock_period(session, plan_id, Q2)
        other.connection().execute(text("SET lock_timeout = '100ms'"))
        with pytest.raises(OperationalError, match="lock timeout"):
            periods.hold_periods(other, [plan_id])
        other.rollback()
    engine.dispose()


def test_nothing_is_held_for_no_plan(engine: Engine) -> None:
    with writing(engine) as session:
        periods.hold_periods(session, [])


def test_the_versions_of_a_period_are_numbered_and_the_one_that_counts_is_told(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        reviews.set_mode(session, plan_id, ReviewMode.COORDINATOR)
        one, two, _ = plans.lines_of(session, plan_id)
        stored = [add(session, entity_id, line.id, value) for line, value in ((one, "1"), (two, "2"), (one, "3"))]
        reviews.add_review(session, entity_id, stored[1], Verdict.RETURNED, note="x", reviewer="Ana", at=NOW)
        found = versions_of_period(session, plan_id, Q2)
        assert [(each.line_uid, each.version, each.value, each.in_force) for each in found] == [
            (one.uid, 1, Decimal(1), False),
            (one.uid, 2, Decimal(3), True),
            (two.uid, 1, Decimal(2), False),
        ]
        assert versions_of_period(session, plan_id, "2023-Q1") == ()


def add(session: Session, entity_id: int, line_id: int, value: str) -> int:
    said = [Figure(line_id, Q2, Decimal(value), None, None, None)]
    return submissions.add_results(session, entity_id, said, source=ResultSource.FORM, at=NOW, receipt=None)[0].id


def test_the_head_of_the_chain_is_the_hash_of_its_last_event(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        assert events.chain_head(session, entity_id) == (0, "0" * 64)
        events.append(session, entity_id, "kind", "subject", {}, at=NOW, actor="Ana")
        (noted,) = events.events_of(session, entity_id)
        assert events.chain_head(session, entity_id) == (1, noted.hash)


def test_what_is_still_owed_passes_to_the_team_that_answers_now(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        line = plans.lines_of(session, plan_id)[0]
        uso, gobierno = (people.ensure_team(session, entity_id, name) for name in (USO, GOBIERNO))
        assign_line(session, line.id, uso)
        session.connection().execute(text("UPDATE obligation SET team_id = :team"), {"team": gobierno})
        assert set(pass_on(session, plan_id)) == {each.line_id for each in obligations_of_plan(session, plan_id)}
        assert {each.team_id for each in obligations_of_plan(session, plan_id)} == {uso}
