"""What teams may report, and the lines and figures around it, found by their ids."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Engine

from gdflow.domain.lines import ResultSource
from gdflow.domain.obligations import ObligationState
from gdflow.domain.reviews import ReviewMode, Verdict
from gdflow.storage import asked, lines, obligations, people, plans, reviews, submissions
from gdflow.storage.engine import Session, execute, writing
from gdflow.storage.tables import plan
from tests.storage.cast import GOBIERNO, NOW, TODAY, USO, add_plan, duty, owe


def teams(session: Session, entity_id: int) -> tuple[int, int]:
    return people.ensure_team(session, entity_id, GOBIERNO), people.ensure_team(session, entity_id, USO)


def reported(session: Session, entity_id: int, line_id: int, period: str, value: str) -> int:
    result = submissions.add_result(
        session,
        entity_id,
        line_id=line_id,
        period=period,
        value=Decimal(value),
        narrative=None,
        zero_reason=None,
        evidence=None,
        source=ResultSource.FORM,
        at=NOW,
        receipt=None,
    )
    assert result is not None
    return result.id


def test_the_results_that_teams_owe_are_found_by_team(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (first, second) = owe(session)
        gobierno, uso = teams(session, entity_id)
        line_id = plans.lines_of(session, plan_id)[0].id
        obligations.record_duties(
            session, entity_id, plan_id, [(duty(line_id, date(2023, 12, 29), None, None), gobierno)]
        )
        assert [owed.id for owed in asked.results_owed(session, entity_id, [gobierno])] == [first]
        assert [owed.id for owed in asked.results_owed(session, entity_id, [uso, gobierno])] == [first, second]
        obligations.set_state(session, [first], ObligationState.MET, TODAY)
        assert asked.results_owed(session, entity_id, [gobierno]) == ()


def test_what_could_not_be_read_is_found_by_team_and_period(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, ids = owe(session)
        gobierno, uso = teams(session, entity_id)
        obligations.set_state(session, ids, ObligationState.UNREADABLE, TODAY)
        found = [asked.results_unreadable(session, entity_id, [uso], periods) for periods in (None, ["2023-Q2"], ["x"])]
        assert [[owed.id for owed in its] for its in found] == [[ids[1]], [ids[1]], []]
        assert asked.results_owed(session, entity_id, [gobierno, uso]) == ()


def test_another_entity_is_not_asked_for_anything(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, ids = owe(session)
        both = teams(session, entity_id)
        assert asked.results_owed(session, entity_id + 1, both) == ()
        obligations.set_state(session, ids, ObligationState.UNREADABLE, TODAY)
        assert asked.results_unreadable(session, entity_id + 1, both) == ()


def test_figures_in_force_are_found_by_their_lines(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        first, second, _ = (line.id for line in plans.lines_of(session, plan_id))
        for line_id, period, value in ((first, "2023-Q2", "2"), (first, "2023-Q1", "1"), (second, "2023-Q1", "0.1")):
            reported(session, entity_id, line_id, period, value)
        reported(session, entity_id, first, "2023-Q1", "3")
        assert asked.values_of_lines(session, [first]) == {first: {"2023-Q1": Decimal(3), "2023-Q2": Decimal(2)}}
        assert [each.value for each in asked.results_of_lines(session, [first, first])[first]] == [3, 2]


def test_a_figure_that_was_sent_back_has_no_value(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        line_id = plans.lines_of(session, plan_id)[0].id
        execute(session, update(plan).values(review=ReviewMode.COORDINATOR))
        result = reported(session, entity_id, line_id, "2023-Q1", "1")
        reviews.add_review(session, entity_id, result, Verdict.RETURNED, note="Falta el acta", reviewer="x", at=NOW)
        assert asked.values_of_lines(session, [line_id]) == {}


def test_lines_are_found_by_their_ids_as_their_plan_has_them(engine: Engine) -> None:
    with writing(engine) as session:
        _, plan_id = add_plan(session)
        known = plans.lines_of(session, plan_id)
        assert lines.lines_by_id(session, [line.id for line in reversed(known)]) == {line.id: line for line in known}
        assert lines.lines_by_id(session, []) == {}


def test_lines_are_found_by_their_uids_within_their_entity(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        first, *_ = plans.lines_of(session, plan_id)
        assert lines.lines_by_uid(session, entity_id, [first.uid, first.uid, "unknown"]) == {first.uid: first}
        assert lines.lines_by_uid(session, entity_id + 1, [first.uid]) == {}
        assert lines.lines_by_uid(session, entity_id, []) == {}


@pytest.mark.parametrize("size", [1, 2])
def test_many_ids_are_asked_for_in_parts(engine: Engine, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(asked, "BATCH", size)
    monkeypatch.setattr(lines, "BATCH", size)
    with writing(engine) as session:
        entity_id, plan_id, ids = owe(session)
        assert {owed.id for owed in asked.results_owed(session, entity_id, teams(session, entity_id))} == set(ids)
        known = plans.lines_of(session, plan_id)
        assert len(lines.lines_by_id(session, [line.id for line in known])) == 3
        assert len(lines.lines_by_uid(session, entity_id, [line.uid for line in known])) == 3
