"""Reviewing, closing and waiting for long work in a real browser: by script and without, by keyboard, on a phone."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services import web_sessions
from gdflow.services.intake import take_mail
from gdflow.web.application import create_app
from gdflow.web.background_work import BackgroundWork
from gdflow.web.session_cookie import SESSION
from tests.services.test_own_workbook import changed
from tests.support.browser import DESKTOP, NARROW, PHONE, browser, examined, looking, wide
from tests.support.cast import STRANGER_MAIL, at
from tests.support.closings import closed_on
from tests.support.desk import account
from tests.support.installation import received
from tests.support.letters import letter
from tests.support.reviews import accepted
from tests.support.running import running
from tests.support.scene import DAY, NAME, PERIOD, state, waiting

__all__ = ["browser"]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
NOW = at(DAY, 10)
SIZES = pytest.mark.parametrize("size", [NARROW, PHONE, DESKTOP], ids=["320 px", "phone", "desktop"])
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])


@pytest.fixture
def site(installed: App) -> Iterator[str]:
    """The pages under a real server that carries out jobs, with three reports that wait."""
    waiting(installed)
    work = BackgroundWork(installed, lambda: NOW)
    made = create_app(installed, now=lambda: NOW, work_soon=work)
    with running(made) as url:
        yield url
    work.close()


@contextmanager
def at_desk(
    browser: Browser, app: App, *, script: bool = True, size: ViewportSize = DESKTOP, role: Role = Role.COORDINATOR
) -> Iterator[Page]:
    """A window in which somebody is signed in."""
    person = account(app, role)
    with app.transaction() as session:
        its = (session, app.rules, person)
        token = web_sessions.begin(*its, address="127.0.0.1", agent="", now=NOW)
    with looking(browser, script=script, size=size) as page:
        place = {"domain": "127.0.0.1", "path": "/", "secure": True, "httpOnly": True, "sameSite": "Lax"}
        page.context.add_cookies([{"name": SESSION, "value": token, **place}])  # type: ignore[typeddict-item]  # as above
        yield page


def examine(page: Page) -> None:
    """Nothing that axe knows to be wrong, nothing beyond the right edge."""
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    assert wide(page) == 0


@SCRIPT
def test_reports_are_answered_one_after_the_other(browser: Browser, site: str, installed: App, script: bool) -> None:
    with at_desk(browser, installed, script=script) as page:
        page.goto(f"{site}/revision")
        page.get_by_role("button", name="✔ Aceptar", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("✔ Aceptado: 2. Hacer seguimiento")
        expect(page.get_by_text("2 por revisar")).to_be_visible()
        expect(page.get_by_text("Se sensibilizó a todas las áreas.")).to_be_visible()
        page.get_by_text("◆ Devolver con nota").click()
        page.get_by_label("Algo más que deban saber").first.fill("Falta la lista de asistentes.")
        page.get_by_role("button", name="Devolver al equipo").click()
        expect(page.get_by_role("status")).to_contain_text("◆ Devuelto: 3. Sensibilizar")
        page.get_by_role("button", name="✔ Aceptar", exact=True).click()
        expect(page.get_by_role("heading", name="No hay nada por revisar")).to_be_visible()
    assert [state(installed, row) for row in (9, 10, 16)] == ["accepted", "returned", "accepted"]


@SCRIPT
def test_all_of_a_team_are_accepted_by_one_button(browser: Browser, site: str, installed: App, script: bool) -> None:
    with at_desk(browser, installed, script=script) as page:
        page.goto(f"{site}/revision")
        page.get_by_role("button", name="Aceptar los 3 de este equipo").click()
        expect(page.get_by_role("status")).to_contain_text("✔ Aceptados: 3 reportes.")
        expect(page.get_by_text("0 por revisar")).to_be_visible()


def test_letters_move_accept_and_return_and_can_be_switched_off(browser: Browser, site: str, installed: App) -> None:
    with at_desk(browser, installed) as page:
        page.goto(f"{site}/revision")
        page.keyboard.press("j")
        expect(page.get_by_text("Se sensibilizó a todas las áreas.")).to_be_visible()
        page.wait_for_load_state()  # letters are heard from then on; so below
        page.keyboard.press("k")
        expect(page.get_by_text("Se publicó el informe.")).to_be_visible()
        page.wait_for_load_state()
        page.keyboard.press("a")
        expect(page.get_by_role("status")).to_contain_text("✔ Aceptado")
        expect(page.locator("#t-caso")).to_be_focused()
        page.keyboard.press("d")
        expect(page.get_by_label("Nota ya hecha").first).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.type("ajad")
        expect(page.get_by_label("Algo más que deban saber").first).to_have_value("ajad")
        page.get_by_role("button", name="Atajos activos").click()
        page.keyboard.press("a")
        page.keyboard.press("j")
        expect(page.get_by_text("2 por revisar")).to_be_visible()
        page.reload()
        expect(page.get_by_role("button", name="Atajos apagados")).to_be_visible()


def test_the_review_is_used_by_keyboard_alone(browser: Browser, site: str, installed: App) -> None:
    with at_desk(browser, installed, script=False) as page:
        page.goto(f"{site}/revision")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Ir al contenido")).to_be_focused()
        page.get_by_role("button", name="✔ Aceptar", exact=True).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        for _ in ("the ready-made notes", "words of one's own"):
            page.keyboard.press("Tab")
        page.keyboard.type("Falta el acta.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("◆ Devuelto")


@SIZES
def test_every_state_of_the_review_is_readable_by_every_means(
    browser: Browser, site: str, installed: App, size: ViewportSize
) -> None:
    received(installed, changed({"M9": 1}), DAY, "Plan.xlsx")
    mail = letter(("Reporte.xlsx", changed({"M9": 2})), sender=STRANGER_MAIL)
    take_mail(installed.transaction, installed.rules, installed.objects, mail, authserv_id=None, now=NOW)
    with at_desk(browser, installed, size=size) as page:
        page.goto(f"{site}/revision")
        examine(page)
        page.get_by_text("◆ Devolver con nota").click()
        page.get_by_role("button", name="Devolver al equipo").click()
        expect(page.get_by_role("alert")).to_be_visible()
        examine(page)
        page.get_by_role("button", name="✔ Aceptar", exact=True).click()
        expect(page.get_by_role("status")).to_be_visible()
        examine(page)
        page.goto(f"{site}/revision?reporte=999")
        examine(page)
        page.goto(f"{site}/revision/cuarentena")
        examine(page)
        page.get_by_role("button", name="Aceptar como de ese equipo").first.click()
        expect(page.get_by_role("alert")).to_be_visible()
        examine(page)


@SCRIPT
def test_a_period_is_closed_and_its_report_downloaded(
    browser: Browser, site: str, installed: App, script: bool
) -> None:
    accepted(installed, [9, 10, 16], "2023-07-11")
    with at_desk(browser, installed, script=script) as page:
        page.goto(f"{site}/periodos")
        page.get_by_role("link", name="Trimestre 2 de 2023").click()
        page.get_by_label("Para cerrar, escriba").fill("trimestre 3 de 2023")
        page.get_by_role("button", name="Cerrar el período").click()
        expect(page.get_by_role("alert")).to_contain_text("lo escrito no es el nombre del período")
        page.wait_for_load_state()  # every field is there; so are, below, the links
        for field in page.get_by_label("Por qué se cierra así").all():
            field.fill("El comité es mañana.")
        page.get_by_label("Para cerrar, escriba").fill(NAME)
        page.get_by_role("button", name="Cerrar el período").click()
        expect(page.get_by_role("status")).to_contain_text("El período quedó cerrado")
        page.wait_for_load_state()
        if page.get_by_role("link", name="Ver cómo van").count():
            page.get_by_role("link", name="Ver cómo van").click()
            _wait(page, script)
            page.get_by_role("link", name="Ver el cierre y sus informes").click()
        page.goto(f"{site}/informes")
        with page.expect_download() as download:
            page.get_by_role("link", name="Acta de cierre (.pdf)").click()
        assert download.value.suggested_filename == "Acta de cierre cartagena_2023 2023-Q2 cierre-1.pdf"


def _wait(page: Page, script: bool) -> None:
    """Until the job has ended: by itself, or as a person does who presses the button."""
    deadline = time.monotonic() + 60
    page.wait_for_load_state()  # else it says neither that it has ended nor how to look again
    while not script and page.get_by_text("✔ Terminado").count() == 0 and time.monotonic() < deadline:
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Actualizar").click()
        page.wait_for_load_state()
    expect(page.get_by_text("✔ Terminado")).to_be_visible()
    expect(page.get_by_role("link", name="Ver el cierre y sus informes")).to_be_visible()


def test_of_two_coordinators_at_once_the_second_is_told_who_closed(browser: Browser, site: str, installed: App) -> None:
    with at_desk(browser, installed) as page:
        page.goto(site + PERIOD)
        for field in page.get_by_label("Por qué se cierra así").all():
            field.fill("El comité es mañana.")
        page.get_by_label("Para cerrar, escriba").fill(NAME)
        closed_on(installed, DAY)
        page.get_by_role("button", name="Cerrar el período").click()
        expect(page.get_by_role("alert")).to_contain_text("ya se cerró")
        expect(page.get_by_role("link", name="Cierre 1", exact=True)).to_be_visible()


@SIZES
def test_every_state_of_a_period_is_readable_by_every_means(
    browser: Browser, site: str, installed: App, size: ViewportSize
) -> None:
    with at_desk(browser, installed, size=size) as page:
        for path in ("/periodos", PERIOD, "/informes", "/periodos/cartagena_2023/2023-Q3"):
            page.goto(site + path)
            examine(page)
        page.goto(site + PERIOD)
        page.get_by_label("Para cerrar, escriba").fill("otro")
        page.get_by_role("button", name="Cerrar el período").click()
        examine(page)
        for field in page.get_by_label("Por qué se cierra así").all():
            field.fill("El comité es mañana.")
        page.get_by_label("Para cerrar, escriba").fill(NAME)
        page.get_by_role("button", name="Cerrar el período").click()
        examine(page)
        page.goto(site + PERIOD)
        page.get_by_text("Reabrir el período").click()
        page.get_by_label("Último día, inclusive").fill("2023-07-20")
        page.get_by_label("Motivo", exact=True).fill("El acta llegó tarde")
        page.get_by_label("Un equipo").check()
        page.get_by_role("button", name="Reabrir hasta ese día").click()
        expect(page.get_by_role("alert")).to_contain_text("Elija un equipo de la lista")
        examine(page)
        page.get_by_label("Todo el período").check()
        page.get_by_role("button", name="Reabrir hasta ese día").click()
        expect(page.get_by_role("status")).to_contain_text("quedó reabierto")
        examine(page)


@SIZES
def test_the_progress_of_long_work_goes_on_by_itself(
    browser: Browser, site: str, installed: App, size: ViewportSize
) -> None:
    closed_on(installed, DAY)
    with at_desk(browser, installed, size=size) as page:
        page.goto(f"{site}{PERIOD}/cierres/1")
        examine(page)
        news: list[Route] = []
        # The page hears nothing meanwhile: at the end of the work it loads itself again.
        page.route("**/avance", lambda route: news.append(route))
        page.get_by_role("button", name="Escribir los que faltan").click()
        examine(page)
        for each in news:
            each.continue_()
        expect(page.get_by_text("✔ Terminado")).to_be_visible()
        expect(page.get_by_role("link", name="Ver el cierre y sus informes")).to_be_visible()
        examine(page)
