"""The page of the entity's other systems: how each fares, and a button that tries one."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.outbox import EMAIL
from gdflow.domain.webhooks import MOST_FAILURES
from gdflow.services import web_sessions, webhooks
from gdflow.services.deliver import deliver
from gdflow.storage import events
from gdflow.web.session_cookie import SESSION
from tests.support.browser import DESKTOP, NARROW, browser, examined, looking, served, wide
from tests.support.cast import at
from tests.support.desk import AGENT, Desk, account, signed_in
from tests.support.installation import counted_statements, notices
from tests.support.web import Hours, opened, plain
from tests.support.webhooks import BY, Receiver, allowing, receiving, registered, told

__all__ = ["browser"]
NOW = at("2023-07-10", 10)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Another system of the entity."""
    with receiving() as made:
        yield made


@pytest.fixture
def app(installed: App) -> Iterator[App]:
    """An installation that may tell this machine."""
    made = allowing(installed)
    yield made
    made.engine.dispose()


def sent(app: App, hours: int = 0) -> None:
    now = NOW + timedelta(hours=hours)
    deliver(app.transaction, app.webhooks(), app.rules, clock=lambda: now, owner="test")


def every_state(app: App, receivers: list[Receiver]) -> None:
    """A webhook in each state: well, refusing, failing, new, off, and switched off by gdflow."""
    well, refusing, failing, new, off, gone = receivers
    for each in (well, refusing, failing, gone):
        registered(app, each)
    told(app)
    refusing.answer(400)
    failing.answer(503)
    gone.answer(410)
    sent(app)
    registered(app, new, "period.closed")
    number = registered(app, off).webhook.id
    with app.transaction() as session:
        webhooks.disable(session, app.rules, number, by=BY, now=NOW)


@pytest.fixture
def six() -> Iterator[list[Receiver]]:
    """Six other systems."""
    with receiving() as a, receiving() as b, receiving() as c, receiving() as d, receiving() as e, receiving() as f:
        yield [a, b, c, d, e, f]


def desk(app: App, role: Role = Role.IT) -> Desk:
    return signed_in(app, role, Hours(now=NOW))


def test_without_webhooks_the_page_says_so(app: App) -> None:
    assert "No se avisa a ningún sistema." in plain(desk(app).get("/webhooks"))
    assert 'href="/webhooks"' in desk(app).get("/configuracion")


def test_each_webhook_is_shown_with_how_it_fares(app: App, six: list[Receiver]) -> None:
    every_state(app, six)
    page = desk(app).get("/webhooks")
    shown = plain(page)
    for said in (
        "✔ Recibe",
        "▲ Rechazó avisos",
        "1 rechazado en siete días",
        "▲ Falla; se reintenta",
        "1 vez seguida; se intenta de nuevo lun 10 jul 2023, 10:01",
        "○ Aún sin envíos",
        "○ Apagado",
        "✖ Apagado por gdflow el otro sistema dijo que ya no recibe avisos (410)",
        "period.closed, lun 10 jul 2023, 10:00 Entregado al canal 204",
    ):
        assert said in shown
    assert page.count("/probar") == 4
    assert "whsec_" not in page
    assert "equipo=bi" not in page


def test_the_button_puts_a_trial_into_the_outbox_and_notes_who_asked(app: App, receiver: Receiver) -> None:
    registered(app, receiver, "period.closed")
    it = desk(app)
    answer = it.post("/webhooks/1/probar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/webhooks?hecho=prueba")
    assert "sale con la próxima ronda" in plain(it.get("/webhooks?hecho=prueba"))
    sent(app)
    assert [each["event"] for each in receiver.messages] == ["webhook.test"]
    with app.reading() as session:
        [noted] = events.events_of(session, app.entity_id, "webhook:1")[-1:]
    assert (noted.kind, noted.actor, json.loads(noted.facts)["url"][-2:]) == (
        "webhook_tested",
        it.account and it.account.actor,
        "?…",
    )


def test_one_that_is_off_is_not_tried(app: App, receiver: Receiver) -> None:
    number = registered(app, receiver).webhook.id
    with app.transaction() as session:
        webhooks.disable(session, app.rules, number, by=BY, now=NOW)
    answer = desk(app).post(f"/webhooks/{number}/probar")
    assert answer.status_code == 409
    assert "está apagado" in plain(answer.text)
    assert [each for each in notices(app) if each.channel != EMAIL] == []


def test_an_unknown_one_is_not_found(app: App) -> None:
    assert desk(app).post("/webhooks/99/probar").status_code == 404


def test_the_page_asks_as_little_for_six_as_for_one(app: App, six: list[Receiver]) -> None:
    registered(app, six[0])
    it = desk(app)
    with counted_statements(app) as one:
        it.get("/webhooks")
    for each in six[1:]:
        registered(app, each)
    with counted_statements(app) as all_six:
        it.get("/webhooks")
    assert len(one) == len(all_six)


def test_one_that_failed_for_days_says_so(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    told(app, count=MOST_FAILURES + 1)
    receiver.answer(*[503] * MOST_FAILURES)
    for turn in range(MOST_FAILURES):
        sent(app, hours=6 * turn)
    assert "falló durante unos tres días seguidos" in plain(desk(app).get("/webhooks"))


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_every_state_is_readable_by_everyone(browser: Browser, app: App, six: list[Receiver], tmp_path: Path) -> None:
    every_state(app, six)
    pages = opened(app)
    pages.hours = Hours(now=NOW)
    who, its = account(app, Role.IT), {"address": "127.0.0.1", "agent": AGENT}
    with app.transaction() as session:
        token = web_sessions.begin(session, app.rules, who, **its, now=NOW)
    with served(pages) as url:
        site = url.removesuffix(pages.path)
        for size in (DESKTOP, NARROW):
            with looking(browser, size=size) as page:
                cookie = {"name": SESSION, "value": token, "url": site.replace("http:", "https:"), "secure": True}
                page.context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie as the library has it
                page.goto(f"{site}/webhooks")
                found = examined(page).response["violations"]
                assert [each["id"] for each in found] == []
                assert not wide(page)
                page.screenshot(path=tmp_path / f"{size['width']}.png", full_page=True)
                page.get_by_role("button", name="Probar el webhook 1").click()
                expect(page.get_by_role("status")).to_contain_text("sale con la próxima ronda")
