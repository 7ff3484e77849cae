"""Prefect is asked by its API, where it keeps the clock; nobody else is."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from gdflow.app import App
from gdflow.domain.errors import DeliveryError
from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.services.orchestration import call_of, server_of
from gdflow.spanish.messages import say
from tests.support.cast import at
from tests.support.https import Answer, HttpsServer
from tests.support.installation import SETTINGS
from tests.support.working import SERVED

JOB = Job(3, 1, JobKind.REMIND, {}, "k", "Ana", at("2023-07-10"), JobState.QUEUED)


@pytest.fixture
def server() -> Iterator[HttpsServer]:
    with HttpsServer() as made:
        yield made


def served(app: App, port: int, auth: str = "gdflow:clave") -> App:
    app.engine.dispose()
    (app.home / "config" / "gdflow.toml").write_text(SERVED.format(port=port), encoding="utf-8")
    return App.open(app.home, {"GDFLOW_ORCHESTRATOR__AUTH": auth})


def test_without_prefect_nobody_is_called(empty: App) -> None:
    assert (server_of(empty.settings), call_of(empty.settings)) == (None, None)
    assert 'kind = "prefect"' not in SETTINGS


def test_a_job_is_asked_for_with_its_key(empty: App, server: HttpsServer) -> None:
    call = call_of(served(empty, server.port).settings)
    assert call is not None
    found = Answer(200, {}, b'{"id": "d-1"}')
    server.answer(found, Answer(201, {}, b'{"id": "run-7"}'), found, Answer(201, {}, b'{"id": "run-7"}'))
    assert call(JOB) == "run-7"
    call(replace(JOB, requested_at=at("2023-07-11")))
    paths = [each.path for each in server.received]
    assert paths[:2] == ["/api/deployments/name/gdflow-job/job", "/api/deployments/d-1/create_flow_run"]
    first, second = (json.loads(each.body) for each in server.received[1::2])
    assert first["parameters"] == {"key": "k"}
    assert first["idempotency_key"] != second["idempotency_key"]
    assert server.received[0].headers["Authorization"].startswith("Basic ")


def test_a_server_that_refuses_says_so(empty: App, server: HttpsServer) -> None:
    call = call_of(served(empty, server.port).settings)
    assert call is not None
    server.answer(Answer(401, {}, b'{"exception_message": "Unauthorized"}'))
    with pytest.raises(DeliveryError) as refused:
        call(JOB)
    assert (refused.value.code, refused.value.permanent) == ("orchestrator_refused", True)
    assert "401" in say(refused.value)


def test_a_server_out_of_reach_is_a_passing_trouble(empty: App) -> None:
    call = call_of(served(empty, 1, "").settings)
    assert call is not None
    with pytest.raises(DeliveryError) as refused:
        call(JOB)
    assert (refused.value.code, refused.value.permanent) == ("orchestrator_unreachable", False)
