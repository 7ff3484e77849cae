"""One server for all entities: each host shows its own entity and nothing of any other, and one alone pays nothing."""

import logging
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from gdflow import clock
from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.jobs import JobKind
from gdflow.services import entities, feeds, jobs, read_tokens
from gdflow.storage import entities as stored
from gdflow.web import entity_sites
from gdflow.web.background_work import BackgroundWork
from gdflow.web.reading import BackgroundReader
from tests.support.cast import GOBIERNO, at
from tests.support.hosted import BY
from tests.support.installation import SETTINGS, Said, counted_statements, filled, rows_by_uid
from tests.support.nation import OWN, PASTO, PATTERN, TUNJA, Nation, link_of, nation
from tests.support.web import OPENED, Hours, dump
from tests.web.routes import BEHIND

HOSTS = {"tunja": TUNJA, "pasto": PASTO}
FRESH = entity_sites.FRESH


@pytest.fixture
def all_of_them(empty: App) -> Nation:
    return nation(empty)


def title(client: TestClient) -> str:
    """Whose the door is."""
    found: str = client.get("/entrar").text.partition("<title>")[2].partition("</title>")[0]
    return found


def set_to(told: Nation, code: str, hosted: bool | None = None, **said: object) -> None:
    app, names = told.app, {name.replace("__", "."): value for name, value in said.items()}
    with app.transaction() as session:
        its = (session, app.settings, app.rules, code, names)
        entities.change(*its, hosted=hosted, by=BY, now=told.hours.now)


def test_each_host_shows_its_own_entity(all_of_them: Nation) -> None:
    assert "Alcaldía de Cartagena" in title(all_of_them.browser(OWN))
    assert "Alcaldía de tunja" in title(all_of_them.browser(TUNJA))
    assert "Alcaldía de pasto" in title(all_of_them.browser(PASTO))


@pytest.mark.parametrize("name", [TUNJA.upper(), f"{TUNJA}:443", f"{TUNJA}.", f"{TUNJA}:80"])
def test_a_host_is_known_however_it_is_written(all_of_them: Nation, name: str) -> None:
    answer = all_of_them.browser(OWN).get("/entrar", headers={"host": name})
    assert "Alcaldía de tunja" in answer.text


@pytest.mark.parametrize(
    "name", ["10.0.0.5", "web:8000", "otra.example", "a.b.planes.nacion.example", "%", "", "[::1]"]
)
def test_a_host_that_could_be_no_entitys_is_the_installations_own_as_ever(all_of_them: Nation, name: str) -> None:
    assert "Alcaldía de Cartagena" in all_of_them.browser(OWN).get("/entrar", headers={"host": name}).text


def test_the_installations_own_code_in_the_pattern_is_its_own(all_of_them: Nation) -> None:
    assert "Alcaldía de Cartagena" in title(all_of_them.browser("cartagena.planes.nacion.example"))


def test_a_host_of_the_pattern_that_is_nobodys_shows_nobody(all_of_them: Nation) -> None:
    answer = all_of_them.browser("otra.planes.nacion.example").get("/entrar")
    assert (answer.status_code, answer.text) == (404, "En otra.planes.nacion.example no hay ninguna entidad.\n")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("code", ["tunja", "pasto"])
def test_an_entity_that_is_attended_no_more_shows_nothing_and_nobody_else_at_its_address(
    all_of_them: Nation, code: str
) -> None:
    set_to(all_of_them, code, hosted=False)
    answer = all_of_them.browser(HOSTS[code]).get("/entrar")
    assert (answer.status_code, "Cartagena" in answer.text) == (404, False)


def test_an_entity_with_an_address_of_its_own_answers_where_older_links_lead_too(all_of_them: Nation) -> None:
    assert "Alcaldía de pasto" in title(all_of_them.browser("pasto.planes.nacion.example"))


def test_without_a_pattern_only_the_entities_with_an_address_have_pages(empty: App) -> None:
    told = nation(empty, SETTINGS + PATTERN.partition("entities_url")[0])
    assert "Alcaldía de pasto" in title(told.browser(PASTO))
    assert "Alcaldía de Cartagena" in title(told.browser(TUNJA))
    assert (told.entity("tunja").rules.public_url, told.entity("pasto").rules.public_url) == (None, f"https://{PASTO}")


def test_a_teams_link_opens_at_its_own_entity_alone(all_of_them: Nation) -> None:
    path = link_of(all_of_them.entity("tunja"))
    statuses = {name: all_of_them.browser(name).get(path).status_code for name in (TUNJA, PASTO, OWN)}
    assert statuses == {TUNJA: 200, PASTO: 404, OWN: 404}
    answer = all_of_them.browser(PASTO).post(f"{path}/formulario", files={"libro": ("f.xlsx", b"x")})
    assert answer.status_code == 404


def walked(client: TestClient) -> dict[tuple[str, str], Any]:
    """What every page behind the sign-in answers."""
    names = {"{uid}": "x", "{plan}": "plan", "{key}": "2023-Q2", "{name}": "x", "{id:int}": "1", "{number:int}": "1"}
    found = {}
    for method, path in BEHIND:
        for name, value in names.items():
            path = path.replace(name, value)
        answer = client.request(method, path, data={"x": "x"} if method == "POST" else None)
        found[method, path] = (answer.status_code, answer.headers.get("location", "")[:8])
    return found


def test_a_session_of_one_entity_is_nobody_at_another(all_of_them: Nation) -> None:
    tunja = all_of_them.entity("tunja")
    assert all_of_them.signed_in(tunja, TUNJA).get("/tablero").status_code == 200
    before = dump(all_of_them.app)
    for name in (PASTO, OWN):
        assert set(walked(all_of_them.signed_in(tunja, name)).values()) == {(303, "/entrar?")}
    changed = {name for name, rows in dump(all_of_them.app).items() if rows != before[name]}
    assert changed <= {"web_session", "entity", "event"}


def test_the_installations_own_session_is_nobody_at_a_hosted_entity(all_of_them: Nation) -> None:
    client = all_of_them.signed_in(all_of_them.app, TUNJA)
    assert client.get("/tablero").headers["location"].startswith("/entrar?")


def test_a_key_for_reading_reads_its_own_entity_alone(all_of_them: Nation) -> None:
    tunja = all_of_them.entity("tunja")
    with tunja.transaction() as session:
        key = read_tokens.issue(session, tunja.rules, "Power BI", None, by=BY, now=all_of_them.hours.now).token
    told = {"authorization": f"Bearer {key}"}
    answers = {name: all_of_them.browser(name).get("/api/v1/lines.json", headers=told) for name in (TUNJA, PASTO, OWN)}
    assert [each.status_code for each in answers.values()] == [200, 401, 401]
    assert "Publicar los datos de tunja" in answers[TUNJA].text
    described = all_of_them.browser(TUNJA).get("/api/v1/openapi.json").json()
    assert described["servers"][0]["url"].startswith(f"https://{TUNJA}/")


def test_a_calendar_is_read_at_its_own_entity_alone(all_of_them: Nation) -> None:
    tunja = all_of_them.entity("tunja")
    with tunja.transaction() as session:
        path = feeds.issue(session, tunja.rules, GOBIERNO, by=BY, now=at(OPENED)).path
    statuses = [all_of_them.browser(name).get(path).status_code for name in (TUNJA, PASTO, OWN)]
    assert statuses == [200, 404, 404]


def test_each_publishes_what_is_its_own_or_nothing(all_of_them: Nation) -> None:
    set_to(all_of_them, "tunja", public__enabled=True)
    shown = {name: all_of_them.browser(name).get("/transparencia/") for name in (TUNJA, PASTO, OWN)}
    assert [each.status_code for each in shown.values()] == [200, 404, 404]
    assert "Alcaldía de tunja" in shown[TUNJA].text
    assert "Alcaldía de pasto" in shown[PASTO].text


def test_who_may_see_settings_sees_those_of_the_entity_and_none_of_the_installations(all_of_them: Nation) -> None:
    page = all_of_them.signed_in(all_of_them.entity("tunja"), TUNJA, Role.IT).get("/configuracion")
    assert page.status_code == 200
    assert "reporting.closes_days" in page.text
    assert f"https://{TUNJA}" in page.text
    assert not any(name in page.text for name in ("database.url", "mail.host", "imap.host", "orchestrator"))


def test_what_an_entity_sets_is_seen_after_a_few_seconds(all_of_them: Nation) -> None:
    client = all_of_them.browser(TUNJA)
    before = title(client)
    with all_of_them.app.transaction() as session:
        known = entities.find(session, "tunja")
        stored.keep_hosted(session, type(known)(known.id, "tunja", "Municipio de Tunja", None, {}, hosted=True))
    assert title(client) == before
    all_of_them.hours.seconds += FRESH
    assert "Municipio de Tunja" in title(client)


def test_whose_a_host_is_is_asked_once_in_a_few_seconds_and_the_own_host_never(all_of_them: Nation) -> None:
    asked = {}
    for name in (OWN, TUNJA, "10.0.0.5"):
        client = all_of_them.browser(name)
        client.get("/robots.txt")
        with counted_statements(all_of_them.app) as soon:
            client.get("/robots.txt")
        all_of_them.hours.seconds += FRESH
        with counted_statements(all_of_them.app) as later:
            client.get("/robots.txt")
        asked[name] = (len(soon), len([sql for sql in later if "SELECT" in sql]))
    assert asked == {OWN: (0, 0), TUNJA: (0, 1), "10.0.0.5": (0, 1)}


def test_only_so_many_are_kept_and_who_was_let_go_comes_again(
    all_of_them: Nation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entity_sites, "MOST_SITES", 1)
    monkeypatch.setattr(entity_sites, "MOST_HOSTS", 1)
    for name in (TUNJA, PASTO, TUNJA):
        assert f"Alcaldía de {'tunja' if name == TUNJA else 'pasto'}" in title(all_of_them.browser(name))
    assert (len(all_of_them.server._sites), list(all_of_them.server._known)) == (1, [TUNJA])


def test_while_the_database_does_not_answer_what_was_known_holds(
    all_of_them: Nation, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    title(all_of_them.browser(TUNJA))
    all_of_them.hours.seconds += FRESH
    with monkeypatch.context() as broken, caplog.at_level(logging.WARNING, "gdflow.web"):
        broken.setattr(entity_sites, "entity_at", fails)
        assert "Alcaldía de tunja" in title(all_of_them.browser(TUNJA))
        assert all_of_them.browser(PASTO).get("/entrar").status_code == 503
        assert "Alcaldía de Cartagena" in title(all_of_them.browser(OWN))
    assert TUNJA in caplog.text
    assert "Alcaldía de pasto" in title(all_of_them.browser(PASTO))


def fails(*_: object) -> None:
    raise OperationalError("SELECT", {}, Exception("database is locked"))


def test_an_entity_whose_settings_cannot_be_used_is_not_shown_and_stops_no_other(all_of_them: Nation) -> None:
    with all_of_them.app.transaction() as session:
        known = entities.find(session, "tunja")
        broken = {"reporting": {"closes_days": 0}}
        stored.keep_hosted(session, type(known)(known.id, "tunja", known.name, None, broken, hosted=True))
    assert all_of_them.browser(TUNJA).get("/entrar").status_code == 503
    assert "Alcaldía de pasto" in title(all_of_them.browser(PASTO))


def test_who_asks_too_much_of_one_entity_has_asked_too_much_of_all(all_of_them: Nation) -> None:
    for number in range(10):
        all_of_them.browser(TUNJA).get(f"/r/{number}")
    assert all_of_them.browser(PASTO).get("/r/x").status_code == 429


def test_a_workbook_that_a_team_sends_is_read_with_its_entitys_rules(all_of_them: Nation) -> None:
    reader = BackgroundReader(all_of_them.app, lambda: all_of_them.hours.now)
    told, tunja = Nation(all_of_them.app, all_of_them.hours, reader), all_of_them.entity("tunja")
    client, path = told.browser(TUNJA), link_of(tunja)
    answers = filled(client.get(f"{path}/formulario").content, {8: Said(3)}, rows_by_uid(tunja))
    assert client.post(f"{path}/formulario", files={"libro": ("f.xlsx", answers)}).status_code == 303
    reader.close()
    assert "Recibido: 3." in client.get(path).text


def test_what_is_asked_for_at_an_entitys_board_is_done_beside_the_pages(all_of_them: Nation) -> None:
    tunja, now = all_of_them.entity("tunja"), all_of_them.hours.now
    with tunja.transaction() as session:
        its = (session, tunja.rules, JobKind.CONSOLIDATE, {"period": "2023-Q2"})
        job = jobs.request(*its, key="c:1", by="Ana Coordina", now=now)
    work = BackgroundWork(all_of_them.app, lambda: now)
    work()
    for _ in range(1200):
        page = all_of_them.signed_in(tunja, TUNJA).get(f"/trabajos/{job.id}").text
        if "Terminado" in page:
            break
        clock.sleep(0.05)
    work.close()
    assert "Terminado" in page
    assert all_of_them.signed_in(all_of_them.app, OWN).get(f"/trabajos/{job.id}").status_code == 404


def test_an_installation_alone_is_served_as_it_was(empty: App) -> None:
    told = Nation(empty, Hours())
    assert "Alcaldía de Cartagena" in title(told.browser("testserver"))
    assert told.browser("testserver").get("/salud").json()["estado"] in ("bien", "atrasado", "disco lleno")


def test_the_health_of_a_hosted_entity_speaks_of_the_works_that_are_done_for_it(all_of_them: Nation) -> None:
    told = all_of_them.browser(TUNJA).get("/salud").json()["trabajos"]
    assert "scan" in told
    assert "watch" not in told
