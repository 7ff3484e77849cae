"""Plans go in whole and come out as they went in; a new import keeps identities and decisions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.errors import InputError
from gdflow.domain.obligations import ObligationState
from gdflow.domain.plan import Accumulation, PdcaStage, PlanColumn, PlanKind, PlanLine, PlanReading, TargetUnit
from gdflow.domain.renewal import pair
from gdflow.domain.stored import AddedPlan
from gdflow.spanish.messages import say
from gdflow.storage import entities, obligations, people, plans
from gdflow.storage.engine import reading as read_only
from gdflow.storage.engine import writing
from tests.storage.cast import GOBIERNO, NOW, SHA, USO, add_plan, known_lines, owe, reading


def test_a_plan_comes_back_as_it_went_in(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
    with read_only(engine) as session:
        facts = plans.plan_by_code(session, entity_id, "plan")
        assert plans.plans_of(session, entity_id) == (facts,)
        assert plans.issues_of(session, plan_id) == reading().issues
    assert facts is not None
    assert (facts.id, facts.entity, facts.kind) == (plan_id, "Alcaldía de Cartagena", PlanKind.ACTION)
    assert facts.columns[1] == PlanColumn(1, "T1", "result", "2023-Q1")
    assert facts.imported_at == NOW


def test_lines_keep_their_order_teams_headings_and_exact_figures(engine: Engine) -> None:
    with writing(engine) as session:
        _, plan_id = add_plan(session)
        first, second, third = plans.lines_of(session, plan_id)
    assert (first.path, second.path, third.path) == (("Gobierno", "Datos"), ("Gobierno", "Talento"), ())
    assert (second.team, second.co_teams, third.team) == (USO, (GOBIERNO,), None)
    assert (second.target, second.target_unit, second.weight) == (Decimal("0.25"), TargetUnit.PERCENT, Decimal("12.5"))
    assert (second.programmed, second.texts) == ({"2023-Q1": Decimal("0.1")}, {0: "Capacitar", 3: "Ñandú"})
    assert (second.stage, second.accumulation, first.target) == (PdcaStage.DO, Accumulation.SUM, None)
    assert (third.due, third.due_confirmed, first.due_confirmed) == (date(2023, 12, 31), False, True)


def test_a_milestone_without_a_target_counts_to_one(engine: Engine) -> None:
    with writing(engine) as session:
        _, plan_id = add_plan(session, reading(PlanLine("Plan", 8, activity="Cerrar"), kind=PlanKind.IMPROVEMENT))
        (line,) = plans.lines_of(session, plan_id)
    assert (line.target, line.target_implied) == (Decimal(1), True)


def test_a_line_is_found_by_its_id_and_an_unknown_one_is_none(engine: Engine) -> None:
    with writing(engine) as session:
        _, plan_id = add_plan(session)
        lines = plans.lines_of(session, plan_id)
        assert plans.line_by_id(session, lines[1].id) == lines[1]
        assert plans.line_by_id(session, 999) is None


def test_a_plan_of_forty_lines_costs_a_handful_of_statements(engine: Engine) -> None:
    found = tuple(replace(known_lines()[1], row=row, number=str(row)) for row in range(8, 48))
    counted: list[str] = []
    with writing(engine) as session:
        add_plan(session)
        event.listen(engine, "before_cursor_execute", lambda *call: counted.append(call[2]))
        add_plan(session, reading(*found), "forty")
    assert len(counted) <= 14


def test_seven_decimals_are_refused_by_name(engine: Engine) -> None:
    line = replace(known_lines()[0], target=Decimal("0.1234567"))
    with pytest.raises(InputError) as refused, writing(engine) as session:
        add_plan(session, reading(line))
    assert "0.1234567 tiene más de 6 decimales" in say(refused.value)
    assert "hoja Plan, fila 8" in say(refused.value)


def test_a_renewed_plan_keeps_identities(engine: Engine) -> None:
    _, second, third = known_lines()
    again = reading(replace(second, row=8), replace(third, row=9), PlanLine("Plan", 10, activity="Nueva", teams=(USO,)))
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        before = plans.lines_of(session, plan_id)
        renew(session, entity_id, plan_id, again)
        after = plans.lines_of(session, plan_id)
        assert plans.line_by_id(session, before[0].id) is None
    assert [line.uid for line in after[:2]] == [line.uid for line in before[1:]]
    assert after[2].uid not in {line.uid for line in before}
    assert [(line.position, line.row, line.team) for line in after] == [(0, 8, USO), (1, 9, None), (2, 10, USO)]


def test_a_line_that_is_gone_owes_no_more_and_the_rest_passes_to_its_new_team(engine: Engine) -> None:
    second = replace(known_lines()[1], teams=(GOBIERNO,))
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        gobierno = people.ensure_team(session, entity_id, GOBIERNO)
        renew(session, entity_id, plan_id, reading(second))
        gone, kept = obligations.obligations_of_plan(session, plan_id)
    assert (gone.state, gone.done_on) == (ObligationState.WITHDRAWN, NOW.date())
    assert (kept.state, kept.team_id) == (ObligationState.OWED, gobierno)


def test_a_confirmed_due_date_outlives_a_document_that_only_proposes_one(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        plans.confirm_due(session, plans.lines_of(session, plan_id)[2].id, date(2023, 11, 30))
        renew(session, entity_id, plan_id, reading())
        third = plans.lines_of(session, plan_id)[2]
    assert (third.due, third.due_confirmed) == (date(2023, 11, 30), True)


def test_what_a_renewed_document_leaves_unsaid_stays(engine: Engine) -> None:
    silent = replace(known_lines()[1], due=None, target=None, target_unit=None, teams=())
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        before = plans.lines_of(session, plan_id)[1]
        renew(session, entity_id, plan_id, reading(known_lines()[0], silent, known_lines()[2]))
        after = plans.lines_of(session, plan_id)[1]
    assert (after.due, after.target, after.target_unit) == (before.due, before.target, before.target_unit)
    assert (after.team, after.co_teams) == (before.team, before.co_teams)


def test_issues_are_those_of_the_newest_import(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        renew(session, entity_id, plan_id, replace(reading(), issues=()))
        assert plans.issues_of(session, plan_id) == ()


def renew(session: Session, entity_id: int, plan_id: int, given: PlanReading) -> None:
    """The plan is imported again."""
    renewal = pair(plans.lines_of(session, plan_id), given.lines)
    team_ids = {name: people.ensure_team(session, entity_id, name) for name in (GOBIERNO, USO)}
    plans.renew_plan(session, plan_id, given, renewal, sha256=SHA, at=NOW, team_ids=team_ids)


def test_an_added_plan_is_told_as_it_is_read_back(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        teams = people.teams_named(session, entity_id, (GOBIERNO, USO))
        added = plans.add_plan(session, entity_id, "plan", reading(), sha256=SHA, at=NOW, teams=teams)
        read = plans.plan_by_id(session, added.plan.id), plans.lines_of(session, added.plan.id)
    assert (added.plan, added.lines) == read
    assert repr(added) == repr(AddedPlan(*read))
