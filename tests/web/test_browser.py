"""The page in a real browser: in two minutes on a phone, with and without JavaScript, readable by every means."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from gdflow.app import App
from gdflow.domain.reviews import Verdict
from tests.services.test_team_page import verdict
from tests.support.browser import DESKTOP, NARROW, browser, examined, looking, picture, served, wide
from tests.support.cast import GOBIERNO, at
from tests.support.installation import answered
from tests.support.many_lines import owing
from tests.support.web import PERIOD, Pages

__all__ = ["browser"]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

TWO_MINUTES = 120.0


class Person:
    """Somebody who reads, thinks and types at a human pace; the pauses are counted, not waited for."""

    def __init__(self, page: Page) -> None:
        self.page, self.seconds = page, 0.0

    def reads(self, words: int) -> None:
        """At 200 words a minute."""
        self.seconds += words * 60 / 200

    def types(self, label: str, text: str) -> None:
        """With two thumbs, at 2.5 signs a second, after finding the field."""
        self.seconds += 2 + len(text) / 2.5
        self.page.get_by_label(label).first.fill(text)

    def takes(self, label: str, photo: Path) -> None:
        """Open the gallery, find the photo, choose it."""
        self.seconds += 15
        self.page.get_by_label(label).first.set_input_files(photo)

    def presses(self, name: str) -> None:
        """Find a button and press it."""
        self.seconds += 3
        self.page.get_by_role("button", name=name).first.click()


@pytest.fixture
def site(pages: Pages) -> Iterator[str]:
    """The page under a real server."""
    with served(pages) as url:
        yield url


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_line_with_a_photo_is_reported_from_a_phone_within_two_minutes(
    browser: Browser, site: str, pages: Pages, tmp_path: Path, script: bool
) -> None:
    photo = picture(tmp_path / "acta.jpg")
    with looking(browser, script=script, slow=True) as page:
        page.set_default_timeout(90_000)
        before = monotonic()
        person = Person(page)
        page.goto(site)
        person.reads(60)
        person.takes("Fotos o archivos", photo)
        if script:
            expect(page.get_by_role("link", name="acta.jpg")).to_be_visible(timeout=90_000)
        person.types("¿Cuánto lograron en este trimestre?", "1")
        person.types("¿Qué se hizo?", "Se hizo el informe trimestral y se publicó.")
        person.presses("Enviar esta actividad")
        expect(page.get_by_text("✔ Recibido: 1.").first).to_be_visible(timeout=90_000)
        spent = monotonic() - before
    assert "acta.jpg" in pages.page()
    assert person.seconds + spent < TWO_MINUTES, (person.seconds, spent)


def test_the_total_and_the_doubt_are_said_while_typing(browser: Browser, site: str) -> None:
    with looking(browser) as page:
        page.goto(site)
        page.get_by_label("¿Cuánto lograron").first.fill("1")
        expect(page.get_by_text("Lleva 2 de 4")).to_be_visible()
        page.get_by_label("¿Cuánto lograron").first.fill("20")
        expect(page.get_by_text("20 supera la meta 4: ¿escribió el acumulado?")).to_be_visible()


def test_a_file_is_kept_as_soon_as_it_is_chosen(browser: Browser, site: str, pages: Pages, tmp_path: Path) -> None:
    with looking(browser) as page:
        page.goto(site)
        page.get_by_label("¿Qué se hizo?").first.fill("A medio escribir")
        page.get_by_label("Fotos o archivos").first.set_input_files(picture(tmp_path / "acta.jpg"))
        expect(page.get_by_role("link", name="acta.jpg")).to_be_visible()
        assert page.get_by_label("¿Qué se hizo?").first.input_value() == "A medio escribir"
        assert "acta.jpg" in pages.page()
        page.get_by_role("button", name="Retirar acta.jpg").click()
        expect(page.get_by_role("link", name="acta.jpg")).to_have_count(0)


def test_after_sending_the_counter_changes_and_the_next_line_is_offered(browser: Browser, site: str) -> None:
    with looking(browser) as page:
        page.goto(site)
        page.get_by_label("¿Cuánto lograron").first.fill("1")
        page.get_by_role("button", name="Enviar esta actividad").first.click()
        expect(page.get_by_text("Le faltan 5 de 6 actividades.")).to_be_visible()
        expect(page.get_by_role("status")).to_be_focused()
        page.get_by_role("link", name="Siguiente:").click()
        expect(page.get_by_label("¿Cuánto lograron").locator("visible=true")).to_have_count(1)


def test_the_whole_page_is_used_by_keyboard(browser: Browser, site: str) -> None:
    with looking(browser) as page:
        page.goto(site)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Ir al contenido")).to_be_focused()
        for _ in range(2):
            page.keyboard.press("Tab")
        page.keyboard.type("1")
        page.keyboard.press("Tab")
        page.keyboard.type("Se hizo el informe.")
        page.get_by_role("button", name="Enviar esta actividad").first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("✔ Recibido: 1.").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_enter_in_the_amount_sends_the_line_and_takes_no_evidence_back(
    browser: Browser, site: str, pages: Pages, script: bool
) -> None:
    pages.send(9, "/evidencia", enlace="https://nube.example/actas")
    with looking(browser, script=script) as page:
        page.goto(site)
        page.get_by_label("¿Cuánto lograron").first.fill("1")
        page.keyboard.press("Enter")
        expect(page.get_by_text("✔ Recibido: 1.").first).to_be_visible()
    assert "nube.example" in pages.card(9)


def test_a_line_far_down_unfolds_into_its_form(browser: Browser, empty: App) -> None:
    with served(owing(empty, 12)) as url, looking(browser, size=NARROW) as page:
        page.goto(url)
        last = page.locator("article").last
        last.locator("summary").first.focus()
        page.keyboard.press("Enter")
        expect(last.get_by_label("¿Cuánto lograron")).to_be_visible()
        expect(last.locator("summary").first).to_be_focused()
        last.get_by_label("¿Cuánto lograron").fill("1")
        last.get_by_role("button", name="Enviar esta actividad").click()
        expect(last.get_by_text("✔ Recibido: 1.")).to_be_visible()
        found = examined(page)
        assert (found.violations_count, wide(page)) == (0, 0), found.generate_report()


def test_a_line_far_down_is_reported_without_javascript(browser: Browser, empty: App) -> None:
    with served(owing(empty, 40)) as url, looking(browser, script=False) as page:
        page.goto(url)
        page.locator("article").last.locator("summary").first.click()
        page.get_by_role("link", name="Reportar esta actividad").last.click()
        page.locator("article").last.get_by_label("¿Cuánto lograron").fill("1")
        page.locator("article").last.get_by_role("button", name="Enviar esta actividad").click()
        expect(page.get_by_text("✔ Recibido: 1.").first).to_be_visible()


def test_the_page_shows_in_its_tab_and_head_whose_it_is(browser: Browser, site: str) -> None:
    with looking(browser, size=DESKTOP) as page:
        page.goto(site)
        expect(page).to_have_title(f"Reporte del trimestre 2 de 2023 (abril–junio) · {GOBIERNO}")
        assert page.get_by_role("heading", level=1).inner_text() == GOBIERNO


def empty(_pages: Pages, _page: Page) -> None:
    """As the mail opens it."""


def errors(_pages: Pages, page: Page) -> None:
    page.get_by_label("¿Cuánto lograron").first.fill("veinte")
    page.get_by_label("Fotos o archivos").first.set_input_files(
        {"name": "programa.exe", "mimeType": "application/octet-stream", "buffer": b"MZ" + bytes(64)}
    )
    page.get_by_text("programa.exe").first.wait_for()
    page.get_by_role("button", name="Enviar esta actividad").first.click()
    page.get_by_role("alert").wait_for()
    page.locator("details.more > summary").filter(has_text="No hubo avance").first.click()
    page.get_by_role("button", name="Enviar sin avance").first.click()
    page.get_by_text("escriba el motivo").first.wait_for()


def sent(_pages: Pages, page: Page) -> None:
    page.get_by_label("¿Cuánto lograron").first.fill("20")
    page.get_by_role("button", name="Enviar esta actividad").first.click()
    page.get_by_role("status").wait_for()
    page.get_by_text("Corregir este reporte").first.click()


def returned(pages: Pages, page: Page) -> None:
    answered(pages.app, GOBIERNO, PERIOD, "2023-07-05", {9: 1, 10: 7, 11: 5})
    verdict(pages.app, 9, Verdict.RETURNED, "Falta el informe: adjunte el documento.")
    verdict(pages.app, 10, Verdict.ACCEPTED)
    page.reload()
    page.get_by_text("Por corregir:").wait_for()


def overdue(pages: Pages, page: Page) -> None:
    pages.hours.now = at("2023-07-13", 9)
    page.reload()


def closed(pages: Pages, page: Page) -> None:
    answered(pages.app, GOBIERNO, PERIOD, "2023-07-05", {9: 1, 10: 7, 11: 5})
    pages.hours.now = at("2023-07-18", 9)
    page.reload()
    page.get_by_text("El periodo cerró.").wait_for()


def ended(pages: Pages, page: Page) -> None:
    pages.hours.now = pages.link.expires_at
    page.reload()


STATES: list[Callable[[Pages, Page], None]] = [empty, errors, sent, returned, overdue, closed, ended]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_in_every_state_the_page_is_accessible_and_fits_a_narrow_window(
    browser: Browser, site: str, pages: Pages, state: Callable[[Pages, Page], None]
) -> None:
    with looking(browser, size=NARROW) as page:
        page.goto(site)
        state(pages, page)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found = examined(page)
        assert found.violations_count == 0, found.generate_report()
        assert wide(page) == 0


@pytest.mark.parametrize("state", [empty, closed], ids=lambda state: state.__name__)
def test_the_page_is_whole_without_javascript(
    browser: Browser, site: str, pages: Pages, state: Callable[[Pages, Page], None]
) -> None:
    with looking(browser, script=False) as page:
        page.goto(site)
        state(pages, page)
        expect(page.locator("article h2:visible")).to_have_count(6)


def test_every_target_is_large_enough_for_a_thumb(browser: Browser, site: str) -> None:
    with looking(browser) as page:
        page.goto(site)
        sizes = page.locator(
            "button:not(.hidden):visible, input:visible, textarea:visible, summary:visible"
        ).evaluate_all("all => all.map(each => Math.round(each.getBoundingClientRect().height))")
        assert min(sizes) >= 44
