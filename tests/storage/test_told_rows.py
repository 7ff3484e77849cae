"""Rows as programs read them: one by one out of either database, narrowed by what is asked for."""

import pytest
from sqlalchemy.engine import Engine

from gdflow.domain.obligations import ObligationState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.reviews import Verdict
from gdflow.storage import told_rows
from gdflow.storage.engine import reading, writing
from gdflow.storage.lines import lines_of, lines_of_plans
from gdflow.storage.people import ensure_team
from gdflow.storage.told_rows import Chosen, line_counts, told_obligations, told_reminders, told_results
from tests.storage.cast import GOBIERNO, TODAY, USO, add_plan, owe, queued
from tests.storage.test_reviews import reported, say


@pytest.fixture(autouse=True)
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are fetched in more than one piece."""
    monkeypatch.setattr(told_rows, "AT_ONCE", 1)


def test_lines_of_plans_are_those_of_each_plan(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, first = add_plan(session)
        _, second = add_plan(session, code="otro")
    with reading(engine) as session:
        found = tuple(lines_of_plans(session, [second, first]))
        assert found == (*lines_of(session, first), *lines_of(session, second))
        assert line_counts(session, entity_id) == {first: 3, second: 3}
        assert line_counts(session, entity_id + 1) == {}


def test_what_is_owed_is_told_with_its_names(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, ids = owe(session)
        uso = ensure_team(session, entity_id, USO)
    with reading(engine) as session:
        found = list(told_obligations(session, Chosen(entity_id, plan_id, "2023-Q2")))
        assert [(each.owed.obligation_id, each.owed.team, each.state) for each in found] == [
            (ids[0], GOBIERNO, ObligationState.OWED),
            (ids[1], USO, ObligationState.OWED),
        ]
        assert [each.owed.team for each in told_obligations(session, Chosen(entity_id, team_id=uso))] == [USO]
        assert list(told_obligations(session, Chosen(entity_id, period="2023-Q1"))) == []
        assert list(told_obligations(session, Chosen(entity_id + 1))) == []


def test_results_are_told_with_what_was_said_last(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (first, _) = reported(session, "1", "2")
        for verdict in (Verdict.RETURNED, Verdict.ACCEPTED):
            say(session, entity_id, first, verdict)
        uso = ensure_team(session, entity_id, USO)
    with reading(engine) as session:
        found = list(told_results(session, Chosen(entity_id, plan_id, "2023-Q2")))
        assert [(str(each.value), each.verdict, each.version, each.team) for each in found] == [
            ("1", Verdict.ACCEPTED, 1, GOBIERNO),
            ("2", None, 1, USO),
        ]
        assert [each.team for each in told_results(session, Chosen(entity_id, team_id=uso))] == [USO]
        assert list(told_results(session, Chosen(entity_id, period="2023-Q1"))) == []


def test_reminders_are_told_once_for_each_message(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = queued(session)
        uso = ensure_team(session, entity_id, USO)
    with reading(engine) as session:
        found = list(told_reminders(session, Chosen(entity_id, start=TODAY, end=TODAY)))
        assert [(each.team, each.state, each.channel) for each in found] == [
            (GOBIERNO, NoticeState.QUEUED, "email"),
            (USO, NoticeState.QUEUED, "email"),
        ]
        assert [each.team for each in told_reminders(session, Chosen(entity_id, team_id=uso))] == [USO]
