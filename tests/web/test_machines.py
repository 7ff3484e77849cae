"""What machines ask: the health tells when something stopped, and the figures are for this machine or a key alone."""

from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, timedelta

import pytest
from starlette.testclient import TestClient

from gdflow.app import App
from gdflow.services import read_tokens
from gdflow.web.application import create_app
from gdflow.web.request_times import RequestTimes
from tests.support.cast import GOBIERNO_MAIL
from tests.support.installation import scanned
from tests.support.web import Hours, Pages, dump
from tests.support.working import all_noted


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def here(installed: App, hours: Hours) -> Iterator[TestClient]:
    """A program of this very machine."""
    made = create_app(installed, now=lambda: hours.now, seconds=lambda: hours.seconds)
    with TestClient(made, client=("127.0.0.1", 4000)) as client:
        yield client


def test_the_health_tells_every_last_success(installed: App, here: TestClient, hours: Hours) -> None:
    all_noted(installed, hours.now)
    answer = here.get("/salud")
    assert (answer.status_code, answer.json()["estado"]) == (200, "bien")
    assert answer.json()["trabajos"]["scan"] == {
        "último éxito": hours.now.astimezone(UTC).isoformat(),
        "atrasado": False,
    }


def test_the_health_is_bad_once_a_work_is_late(installed: App, here: TestClient, hours: Hours) -> None:
    all_noted(installed, hours.now)
    hours.now += timedelta(hours=4)
    answer = here.get("/salud")
    assert (answer.status_code, answer.json()["estado"]) == (503, "atrasado")
    assert answer.json()["trabajos"]["scan"]["atrasado"]


def test_the_health_is_bad_when_the_disk_is_full(
    installed: App, here: TestClient, hours: Hours, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_noted(installed, hours.now)
    monkeypatch.setattr("gdflow.services.runs.LEAST_FREE", 10**18)
    assert here.get("/salud").json()["estado"] == "disco lleno"


def test_the_health_is_bad_when_the_database_does_not_answer(installed: App, here: TestClient) -> None:
    installed.engine.dispose()
    database = installed.data / "gdflow.sqlite3"
    database.unlink()
    database.mkdir()
    assert (here.get("/salud").status_code, here.get("/salud").json()) == (503, {"estado": "mal"})


def test_the_figures_are_those_of_the_installation(installed: App, here: TestClient, hours: Hours) -> None:
    scanned(installed, "2023-07-10")
    all_noted(installed, hours.now)
    here.get("/salud")
    shown = dict(line.rsplit(" ", 1) for line in here.get("/metrics").text.splitlines() if line[0] != "#")
    assert shown['gdflow_notices{state="queued"}'] == "2.0"
    assert shown["gdflow_oldest_notice_seconds"] == str(2 * 3600.0)
    assert float(shown['gdflow_work_last_success_timestamp_seconds{work="scan"}']) == hours.now.timestamp()
    nothing = ('gdflow_work_late{work="scan"}', "gdflow_receipts", "gdflow_closings", "gdflow_jobs_open")
    assert {shown[name] for name in nothing} == {"0.0"}
    assert shown['gdflow_request_seconds_count{answer="2xx",method="GET"}'] == "1.0"


def test_the_figures_name_nobody_and_asking_changes_nothing(installed: App, here: TestClient) -> None:
    scanned(installed, "2023-07-10")
    before = dump(installed)
    shown = here.get("/metrics").text
    assert (GOBIERNO_MAIL in shown, "@" in shown, "Gobierno" in shown, "/r/" in shown) == (False,) * 4
    assert here.head("/metrics").status_code == 200
    assert dump(installed) == before


def test_from_elsewhere_the_figures_need_a_key(pages: Pages) -> None:
    assert pages.client.get("/metrics").status_code == 403
    assert pages.client.get("/metrics", headers={"authorization": "Bearer no"}).status_code == 403
    assert pages.client.get("/metrics", headers={"authorization": "Basic no"}).status_code == 403
    with pages.app.transaction() as session:
        key = read_tokens.issue(session, pages.app.rules, "Prometheus", None, by="Sistemas", now=pages.hours.now)
    assert pages.client.get("/metrics", headers={"authorization": f"Bearer {key.token}"}).status_code == 200


def test_the_figures_take_a_key_as_every_reader_shows_it(pages: Pages) -> None:
    with pages.app.transaction() as session:
        key = read_tokens.issue(session, pages.app.rules, "Prometheus", None, by="Sistemas", now=pages.hours.now)
    said = b64encode(f"prometheus:{key.token}".encode()).decode()
    assert pages.client.get("/metrics", headers={"authorization": f"Basic {said}"}).status_code == 200
    with pages.app.reading() as session:
        (known,) = read_tokens.listed(session, pages.app.rules)
    assert known.used_at == pages.hours.now


def test_who_guesses_at_the_figures_waits(pages: Pages) -> None:
    answers = [pages.client.get("/metrics", headers={"authorization": "Bearer no"}).status_code for _ in range(11)]
    assert answers == [403] * 10 + [429]


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_what_a_proxy_of_this_machine_passes_on_comes_from_elsewhere(here: TestClient, header: str) -> None:
    assert here.get("/metrics", headers={header: "127.0.0.1"}).status_code == 403


def test_a_method_that_somebody_makes_up_is_no_curve_of_its_own() -> None:
    times = RequestTimes()
    times.note("INVENTADO", 0, 0.1)
    named = {each.labels["method"] for metric in times.registry.collect() for each in metric.samples}
    assert named == {"OTHER"}
