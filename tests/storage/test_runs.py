"""How works went: the newest run of each, and a good end is never forgotten."""

from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine

from gdflow.domain.jobs import RunState
from gdflow.domain.works import Work
from gdflow.storage import entities, runs
from gdflow.storage.engine import reading, writing
from gdflow.storage.gauges import first_plan_at, gauges_of, queue_of
from gdflow.storage.last_scan import last_scan
from tests.storage import cast

NOW, MINUTE = cast.NOW, timedelta(minutes=1)
ENTITY = 1


@pytest.fixture
def known(engine: Engine) -> Engine:
    with writing(engine) as session:
        assert entities.ensure_entity(session, "cartagena", "Cartagena") == ENTITY
    return engine


def test_a_run_begins_and_ends(known: Engine) -> None:
    with writing(known) as session:
        runs.begin_run(session, ENTITY, Work.SCAN, at=NOW)
        begun = runs.runs_of(session, ENTITY)[Work.SCAN]
        runs.end_run(session, ENTITY, Work.SCAN, began=NOW, at=NOW + MINUTE, why=None)
    assert (begun.state, begun.ended_at, begun.succeeded_at) == (RunState.RUNNING, None, None)
    with reading(known) as session:
        run = runs.runs_of(session, ENTITY)[Work.SCAN]
        assert last_scan(session, ENTITY) == NOW + MINUTE
    assert (run.state, run.ended_at, run.succeeded_at, run.error) == (RunState.DONE, NOW + MINUTE, NOW + MINUTE, None)


def test_a_failure_keeps_the_last_good_end(known: Engine) -> None:
    with writing(known) as session:
        for began, why in ((NOW, None), (NOW + 9 * MINUTE, "El servidor no responde.")):
            runs.begin_run(session, ENTITY, Work.DELIVER, at=began)
            runs.end_run(session, ENTITY, Work.DELIVER, began=began, at=began + MINUTE, why=why)
        run = runs.runs_of(session, ENTITY)[Work.DELIVER]
    assert (run.state, run.error) == (RunState.FAILED, "El servidor no responde.")
    assert run.succeeded_at == NOW + MINUTE


def test_the_end_of_an_earlier_run_leaves_the_newest_as_it_is(known: Engine) -> None:
    with writing(known) as session:
        runs.begin_run(session, ENTITY, Work.DELIVER, at=NOW)
        runs.begin_run(session, ENTITY, Work.DELIVER, at=NOW + MINUTE)
        runs.end_run(session, ENTITY, Work.DELIVER, began=NOW, at=NOW + 2 * MINUTE, why=None)
        run = runs.runs_of(session, ENTITY)[Work.DELIVER]
    assert (run.state, run.started_at, run.succeeded_at) == (RunState.RUNNING, NOW + MINUTE, NOW + 2 * MINUTE)


def test_an_empty_entity_has_figures_too(known: Engine) -> None:
    with reading(known) as session:
        assert queue_of(session, ENTITY, now=NOW).oldest is None
        assert gauges_of(session, ENTITY).notices == {}
        assert (first_plan_at(session, ENTITY), runs.runs_of(session, ENTITY)) == (None, {})


def test_figures_count_what_waits_and_what_came(known: Engine) -> None:
    with writing(known) as session:
        entity_id, _ = cast.add_plan(session)
        assert first_plan_at(session, entity_id) == NOW
        assert gauges_of(session, entity_id).receipts == 0
