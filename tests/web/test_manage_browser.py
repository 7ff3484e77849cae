"""Loading plans and looking after teams in a real browser: without JavaScript, at 320 px, by keyboard, for everyone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services import web_sessions
from gdflow.storage import address_marks
from gdflow.web.session_cookie import SESSION
from tests.support.browser import DESKTOP, NARROW, browser, examined, looking, served, wide
from tests.support.cast import GOBIERNO, HEAD_MAIL, at
from tests.support.desk import AGENT, account
from tests.support.installation import CARTAGENA, PLANS, line, plan, scanned
from tests.support.web import Hours, Pages, opened

__all__ = ["browser"]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


@dataclass
class Site:
    """The pages under a real server, and the cookie of the coordinator."""

    url: str
    token: str

    def enter(self, page: Page) -> None:
        """Sign in without going through the door, which has tests of its own."""
        secure = self.url.replace("http:", "https:")
        page.context.add_cookies([{"name": SESSION, "value": self.token, "url": secure, "secure": True}])


@pytest.fixture
def site(installed: App) -> Iterator[Site]:
    """The plan of Cartagena on 12 July 2023; an address refuses."""
    pages: Pages = opened(installed)
    pages.hours = Hours(now=at("2023-07-12", 10))
    scanned(installed, "2023-07-12")
    with installed.transaction() as session:
        address_marks.mark(session, installed.rules.entity_id, HEAD_MAIL, "5.1.1", "No such user", at("2023-07-05"))
    who = account(installed, Role.COORDINATOR)
    with installed.transaction() as session:
        its = {"address": "127.0.0.1", "agent": AGENT}
        token = web_sessions.begin(session, installed.rules, who, **its, now=pages.hours.now)
    with served(pages) as url:
        yield Site(url.removesuffix(pages.path), token)


def upload(page: Page, site: Site, path: Path, cut_off: str) -> None:
    page.goto(f"{site.url}/importar")
    page.get_by_label("Archivo del plan").set_input_files(path)
    page.get_by_label("Fecha de corte").fill(cut_off)
    page.get_by_role("button", name="Leer y revisar").click()


def tab_to(sought: Locator) -> None:
    """Go on by the Tab key until it is reached, as somebody without a mouse does."""
    for _ in range(10):
        sought.page.keyboard.press("Tab")
        if sought.evaluate("it => it === document.activeElement"):
            return
    pytest.fail("it is not reached by keyboard")


def violations(page: Page) -> list[str]:
    found = examined(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_plan_is_loaded_and_its_doubts_decided(browser: Browser, site: Site, installed: App, script: bool) -> None:
    with looking(browser, script=script) as page:
        site.enter(page)
        upload(page, site, PLANS / "cartago_2024.docx", "2024-09-01")
        expect(page.get_by_text("Sin guardar: espera su decisión")).to_be_visible()
        page.get_by_role("button", name="Confirmar la fecha de la fila").click()
        page.get_by_label("Equipo para las 10 líneas que no tienen").fill("Oficina TIC")
        page.get_by_role("button", name="Asignar", exact=True).click()
        expect(page.get_by_text("No queda nada por resolver.")).to_be_visible()
        page.get_by_role("button", name="Cargar el plan").click()
        expect(page.get_by_role("status")).to_contain_text("Cargado por Ana Coordina")
        expect(page.get_by_role("link", name="Oficina TIC")).to_be_visible()
    assert line(installed, 4, "cartago_2024").due_confirmed
    assert plan(installed, "cartago_2024").source == "cartago_2024.docx"


def test_a_plan_is_loaded_by_keyboard(browser: Browser, site: Site) -> None:
    with looking(browser, size=DESKTOP) as page:
        site.enter(page)
        page.goto(f"{site.url}/importar")
        page.get_by_label("Archivo del plan").set_input_files(CARTAGENA)
        page.get_by_role("button", name="Leer y revisar").focus()
        page.keyboard.press("Enter")
        page.get_by_role("link", name="bien").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("navigation", name="Líneas según cómo se leyeron")).to_be_focused()
        grid = page.get_by_role("region", name="Líneas del archivo, bien")
        tab_to(grid)
        page.keyboard.press("ArrowRight")
        expect(grid).not_to_have_js_property("scrollLeft", 0)
        page.get_by_role("button", name="Cargar de todos modos").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Cargado por")


def test_a_substitute_is_added_while_a_team_is_away(browser: Browser, site: Site) -> None:
    with looking(browser, script=False) as page:
        site.enter(page)
        page.goto(f"{site.url}/equipos")
        page.get_by_role("link", name=GOBIERNO).click()
        page.get_by_label("Correo", exact=True).fill("suplente@cartagena.example")
        page.get_by_label("Papel", exact=True).last.select_option("substitute")
        page.get_by_role("button", name="Agregar").click()
        expect(page.get_by_role("status")).to_contain_text("quedó guardado")
        page.get_by_text("Cambiar gobiernodigital@cartagena.example").click()
        page.get_by_label("Hasta, ese día incluido").first.fill("2023-07-20")
        page.get_by_role("button", name="Anotar la ausencia").first.click()
        expect(page.get_by_text("Hoy se le escribe a suplente@cartagena.example.")).to_be_visible()


def test_every_state_is_readable_by_everyone(browser: Browser, site: Site) -> None:
    with looking(browser, size=NARROW) as page:
        site.enter(page)
        upload(page, site, PLANS / "cartagena_2023.txt", "2023-04-30")
        page.wait_for_url("**/importar/*")
        draft = page.url
        page.goto(f"{site.url}/equipos")
        page.get_by_role("link", name=GOBIERNO).click()
        page.wait_for_url("**/equipos/*")
        team = page.url
        found = {}
        for path in (
            *("/importar", "/equipos", "/equipos/cobertura", "/politica", "/calidad", "/configuracion"),
            *("/politica?desde=2023-07-12&hasta=2023-07-25", "/politica?desde=x&hasta=y", "/calidad?periodo=2023-Q2"),
            *(draft, f"{draft}?ver=bien", f"{draft}?ver=avisos", team),
        ):
            page.goto(path if path.startswith("http") else site.url + path)
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
            found[path] = (violations(page), wide(page))
    assert found == dict.fromkeys(found, ([], 0))


def test_what_is_refused_is_readable_by_everyone(browser: Browser, site: Site, tmp_path: Path) -> None:
    (tmp_path / "nota.txt").write_text("Hola", "utf-8")
    with looking(browser, size=NARROW) as page:
        site.enter(page)
        upload(page, site, tmp_path / "nota.txt", "2023-04-30")
        expect(page.get_by_role("alert")).to_contain_text("nota.txt")
        assert (violations(page), wide(page)) == ([], 0)
        upload(page, site, PLANS / "cartago_2024.docx", "2024-09-01")
        page.get_by_role("button", name="Confirmar la fecha propuesta").click()
        assert (violations(page), wide(page)) == ([], 0)
        page.get_by_role("button", name="Cargar el plan").click()
        assert (violations(page), wide(page)) == ([], 0)
        page.goto(f"{site.url}/equipos/1")
        page.get_by_role("button", name="Dar un enlace nuevo").click()
        expect(page.get_by_role("status")).to_contain_text("no se vuelve a mostrar")
        assert (violations(page), wide(page)) == ([], 0)
