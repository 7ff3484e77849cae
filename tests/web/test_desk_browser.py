"""The board, lines and reminders in a real browser: by keyboard, without JavaScript, narrow, and by every means."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from gdflow.app import App
from gdflow.services import web_sessions
from gdflow.web.session_cookie import SESSION
from tests.support.boards import PERIOD, all_accepted, closed, many, reopened, troubled, under_way
from tests.support.browser import DESKTOP, NARROW, browser, examined, looking, served_at, wide
from tests.support.cast import GOBIERNO, at
from tests.support.decisions import silenced, team
from tests.support.desk import AGENT, account
from tests.support.installation import line
from tests.support.working import all_noted

__all__ = ["browser"]
SMALL = ViewportSize(width=360, height=740)
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
STATES = {
    "under way": (
        under_way,
        "2023-07-13",
        ["/tablero", "/tablero?estado=devuelta", "/tablero/recordar", "/recordatorios", "/recordatorios/simular"],
    ),
    "all accepted": (all_accepted, "2023-07-07", ["/tablero", "/recordatorios"]),
    "closed": (closed, "2023-07-19", [f"/tablero?periodo={PERIOD}"]),
    "reopened": (reopened, "2023-07-20", [f"/tablero?periodo={PERIOD}"]),
    "in doubt": (troubled, "2023-07-10", ["/recordatorios"]),
    "unopened": (under_way, "2023-07-13", ["/tablero?plan=cartagena_2023&periodo=2023-Q4", "/tablero?periodo=2023-Q4"]),
}
"""How each state comes about, on which day it is looked at, and which pages."""


@contextmanager
def seated(browser: Browser, app: App, now: datetime, size: ViewportSize, *, script: bool = True) -> Iterator[Page]:
    """A window in which the coordinator is signed in, before a real server."""
    who = account(app)
    with app.transaction() as session:
        token = web_sessions.begin(session, app.rules, who, address="127.0.0.1", agent=AGENT, now=now)
    with served_at(app, lambda: now) as url, looking(browser, script=script, size=size) as page:
        flags = {"secure": True, "httpOnly": True, "sameSite": "Lax"}
        page.context.add_cookies([{"name": SESSION, "value": token, "url": url.replace("http:", "https:"), **flags}])  # type: ignore[typeddict-item]  # the flags are its own
        page.goto(f"{url}/tablero")
        yield page


def faults(page: Page) -> list[str]:
    """What axe finds wrong with a page."""
    found = examined(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def paths(app: App, name: str) -> list[str]:
    found = list(STATES[name][2])
    if name in ("under way", "closed", "reopened"):
        silenced(app, 15, STATES[name][1], "2023-07-28")
        uids = [line(app, row).uid for row in (8, 11, 15)]
        found += [f"/lineas/{uid}" for uid in uids] + [f"/recordatorios/por-que/{uids[1]}"]
        found += [f"/recordatorios?equipo={team(app, GOBIERNO).id}"]
    return found


def looked_at(browser: Browser, app: App, day: str, wanted: list[str]) -> None:
    """Each page wide and narrow: axe finds nothing, and nothing lies beyond the edge."""
    with seated(browser, app, at(day, 10), DESKTOP) as page:
        base = page.url.removesuffix("/tablero")
        for path in wanted:
            page.set_viewport_size(DESKTOP)
            page.goto(base + path)
            assert (path, faults(page)) == (path, [])
            page.set_viewport_size(NARROW)
            assert (path, wide(page)) == (path, 0)
            assert (path, faults(page)) == (path, [])


@pytest.mark.parametrize("name", list(STATES))
def test_every_state_is_readable_by_every_means_and_narrow(browser: Browser, installed: App, name: str) -> None:
    made, day, _ = STATES[name]
    made(installed)
    looked_at(browser, installed, day, paths(installed, name))


def test_an_empty_installation_is_readable_by_every_means_and_narrow(browser: Browser, empty: App) -> None:
    looked_at(browser, empty, "2023-07-12", ["/tablero", "/tablero/recordar", "/recordatorios"])


def test_an_error_in_a_form_is_readable_by_every_means(browser: Browser, installed: App) -> None:
    with seated(browser, under_way(installed), at("2023-07-12", 10), NARROW) as page:
        page.goto(f"{page.url.removesuffix('/tablero')}/lineas/{line(installed, 16).uid}")
        page.get_by_text("Dar una prórroga").click()
        form = page.locator("form", has=page.locator("input[value=prorrogar]"))
        form.get_by_label("Nueva fecha").fill("2023-07-01")
        form.get_by_label("Motivo").fill("Lo pidió el comité.")
        form.get_by_role("button").click()
        expect(page.get_by_role("alert")).to_contain_text("ya pasó")
        assert faults(page) == []
        assert wide(page) == 0


def test_a_line_is_given_more_time_by_keyboard_without_javascript(browser: Browser, installed: App) -> None:
    under_way(installed)
    with seated(browser, installed, at("2023-07-12", 10), DESKTOP, script=False) as page:
        page.get_by_role("link", name="9. Hacer el reporte a FURAG").first.press("Enter")
        page.wait_for_url("**/lineas/**")  # whole: a page that is still being loaded may take the focus away
        summary = page.locator("summary", has_text="Dar una prórroga")
        summary.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "dia-prorrogar"
        page.locator("#dia-prorrogar").fill("2023-07-14")
        page.locator("#motivo-prorrogar").fill("Lo pidió el comité.")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Todavía no se ha guardado nada.")).to_be_visible()
        assert faults_free_of_script(page)
        page.get_by_role("button", name="Confirmar").press("Enter")
        expect(page.get_by_text("quedó hecho y anotado en la historia")).to_be_visible()


def faults_free_of_script(page: Page) -> bool:
    """Without JavaScript axe cannot run; that nothing lies beyond the edge can still be asked of the driver."""
    box = page.locator("main").bounding_box()
    return box is not None and box["width"] <= DESKTOP["width"]


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(browser: Browser, installed: App) -> None:
    with seated(browser, under_way(installed), at("2023-07-12", 10), DESKTOP) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Ir al contenido"


@pytest.mark.parametrize("size", [SMALL, NARROW], ids=["360", "320"])
def test_on_a_phone_the_navigation_is_one_row_that_opens_by_keyboard_without_javascript(
    browser: Browser, installed: App, size: ViewportSize
) -> None:
    all_noted(under_way(installed), at("2023-07-12", 9, 57))
    with seated(browser, installed, at("2023-07-12", 10), size, script=False) as page:
        places, menu = page.get_by_role("navigation", name="Secciones"), page.locator("summary", has_text="Menú")
        box, where = places.bounding_box(), places.get_by_role("link", name="Períodos")
        assert box is not None
        assert box["height"] < 60
        expect(menu).to_have_text("Menú: Tablero")
        expect(where).to_be_hidden()
        menu.press("Enter")
        expect(places.locator("[aria-current=page]")).to_have_text("Tablero")
        where.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Períodos")
        expect(menu).to_have_text("Menú: Períodos")


def test_the_open_menu_of_a_phone_is_readable_by_every_means(browser: Browser, installed: App) -> None:
    with seated(browser, under_way(installed), at("2023-07-12", 10), NARROW) as page:
        page.locator("summary", has_text="Menú").click()
        expect(page.get_by_role("link", name="Configuración")).to_be_visible()
        expect(page.get_by_text("no sale ningún recordatorio")).to_be_visible()
        assert (faults(page), wide(page)) == ([], 0)


def test_in_a_wide_window_the_navigation_needs_no_menu(browser: Browser, installed: App) -> None:
    with seated(browser, under_way(installed), at("2023-07-12", 10), DESKTOP) as page:
        expect(page.locator("summary", has_text="Menú")).to_be_hidden()
        expect(page.get_by_role("link", name="Configuración")).to_be_visible()


def test_six_hundred_lines_fit_a_narrow_screen(browser: Browser, empty: App) -> None:
    with seated(browser, many(empty, 20, 30), at("2023-07-05", 10), NARROW) as page:
        assert wide(page) == 0
        expect(page.locator("details.team[open]")).to_have_count(1)
