"""The door, one's own account and the accounts of others in a real browser: readable by every means, in every state."""

from collections.abc import Iterator
from contextlib import AbstractContextManager

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from gdflow.app import App
from gdflow.domain.access import Account, Role
from gdflow.services import accounts, web_sessions
from gdflow.web.session_cookie import SESSION
from tests.support.browser import DESKTOP, NARROW, PHONE, browser, examined, looking, served_at, wide
from tests.support.desk import PASSWORD, PEOPLE, account
from tests.support.installation import SETTINGS
from tests.support.provider import CLIENT, SECRET, vouching
from tests.support.web import Hours

__all__ = ["browser"]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

EMAIL = PEOPLE[Role.COORDINATOR][1]


def serving(app: App, hours: Hours) -> AbstractContextManager[str]:
    """The pages under a real server, in clear on this machine; their address."""
    return served_at(app, lambda: hours.now)


@pytest.fixture
def hours() -> Hours:
    """The clock of the site."""
    return Hours()


@pytest.fixture
def site(empty: App, hours: Hours) -> Iterator[str]:
    """The pages of an entity in which everybody has an account."""
    for role in Role:
        account(empty, role)
    with serving(empty, hours) as url:
        yield url


def sign_in(page: Page, url: str, role: Role = Role.COORDINATOR, password: str = PASSWORD) -> None:
    """As a person does."""
    page.goto(url)
    page.get_by_label("Correo").fill(PEOPLE[role][1])
    page.get_by_label("Contraseña").fill(password)
    page.get_by_role("button", name="Entrar").click()


def examine(page: Page) -> None:
    """Nothing that axe knows to be wrong, nothing beyond the right edge."""
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    assert wide(page) == 0


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_person_signs_in_goes_about_and_out_again(browser: Browser, site: str, script: bool) -> None:
    with looking(browser, script=script) as page:
        sign_in(page, f"{site}/cuenta")
        expect(page.get_by_role("heading", name="Su cuenta")).to_be_visible()
        assert page.url == f"{site}/cuenta"
        cookie = next(each for each in page.context.cookies() if each["name"] == SESSION)
        assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"]) == (True, True, "Lax")
        page.get_by_role("button", name="Salir").click()
        expect(page.get_by_role("heading", name="Entrar")).to_be_visible()
        page.goto(f"{site}/cuenta")
        expect(page.get_by_role("heading", name="Entrar")).to_be_visible()


@pytest.mark.parametrize("size", [NARROW, PHONE, DESKTOP], ids=["320 px", "phone", "desktop"])
def test_every_state_of_the_door_is_readable_by_every_means(
    browser: Browser, site: str, empty: App, size: object
) -> None:
    ana = account(empty)
    with empty.transaction() as session:
        its = (session, empty.rules, ana)
        link = accounts.invite(*its, by="Sistemas", begins=Hours().now, now=Hours().now)
    with looking(browser, size=size) as page:  # type: ignore[arg-type]  # a parameter
        page.goto(f"{site}/entrar?clave=lista")
        examine(page)
        sign_in(page, f"{site}/entrar", password="no es la suya")
        expect(page.get_by_role("alert")).to_be_visible()
        examine(page)
        page.goto(site + link)
        examine(page)
        page.get_by_label("Contraseña nueva").fill("aaaaaaaaaaaaaaa")
        page.get_by_label("La misma otra vez").fill("aaaaaaaaaaaaaaa")
        page.get_by_role("button", name="Guardar la contraseña").click()
        expect(page.get_by_role("alert")).to_be_visible()
        examine(page)
        page.goto(f"{site}/no-hay")
        examine(page)


@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["320 px", "desktop"])
def test_one_takes_up_codes_and_enters_by_one(browser: Browser, site: str, hours: Hours, size: object) -> None:
    with looking(browser, size=size, script=False) as page:  # type: ignore[arg-type]  # a parameter
        sign_in(page, f"{site}/cuenta")
        examine_still(page)
        page.get_by_role("button", name="Activar el código").click()
        phone = pyotp.TOTP(page.locator("strong.secret").inner_text().replace(" ", ""))
        page.get_by_label("Código de ahora").fill("000000")
        page.get_by_role("button", name="Activar").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert wide(page) == 0
        page.get_by_label("Código de ahora").fill(phone.at(hours.now))
        page.get_by_role("button", name="Activar").click()
        expect(page.get_by_role("status")).to_contain_text("Desde ahora se le pedirá")
        page.get_by_role("button", name="Salir").click()
        sign_in(page, f"{site}/cuenta")
        hours.now = hours.now.replace(minute=1)
        page.get_by_label("Los seis números").fill(phone.at(hours.now))
        page.get_by_role("button", name="Entrar").click()
        expect(page.get_by_text("Activo: al entrar se le pide")).to_be_visible()
        assert wide(page) == 0


def examine_still(page: Page) -> None:
    """Nothing beyond the right edge: axe needs JavaScript."""
    assert wide(page) == 0


@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["320 px", "desktop"])
def test_every_state_of_the_accounts_is_readable_by_every_means(browser: Browser, site: str, size: object) -> None:
    with looking(browser, size=size) as page:  # type: ignore[arg-type]  # a parameter
        sign_in(page, f"{site}/cuentas", Role.IT)
        expect(page.get_by_role("heading", name="Cuentas")).to_be_visible()
        page.get_by_text("Cambiar", exact=False).first.click()
        examine(page)
        page.get_by_label("Nombre").fill("Rita Revisa")
        page.get_by_label("Correo institucional").fill(EMAIL)
        page.get_by_role("button", name="Dar la cuenta").click()
        expect(page.get_by_role("alert")).to_contain_text("Ya hay una cuenta")
        examine(page)
        page.get_by_label("Correo institucional").fill("rita@cartagena.example")
        page.get_by_role("button", name="Dar la cuenta").click()
        expect(page.get_by_text("/entrar/clave/")).to_be_visible()
        examine(page)
        page.goto(f"{site}/cuenta")
        examine(page)


def test_a_role_that_may_not_is_told_so_in_the_frame(browser: Browser, site: str) -> None:
    with looking(browser) as page:
        sign_in(page, f"{site}/cuentas", Role.AUDITOR)
        expect(page.get_by_role("heading", name="Su cuenta no lo permite")).to_be_visible()
        expect(page.get_by_role("button", name="Salir")).to_be_visible()
        examine(page)


def test_a_session_that_is_ended_elsewhere_leads_to_the_door(browser: Browser, site: str, empty: App) -> None:
    with looking(browser) as page:
        sign_in(page, f"{site}/cuenta")
        expect(page.get_by_role("heading", name="Su cuenta")).to_be_visible()
        with empty.transaction() as session:
            web_sessions.end_all(session, empty.rules, account_of(empty), by="Sistemas", now=Hours().now)
        page.get_by_role("button", name="Activar el código").click()
        expect(page.get_by_role("heading", name="Entrar")).to_be_visible()


def account_of(app: App) -> Account:
    """Ana's account, read outside of any transaction of a test."""
    with app.reading() as session:
        return accounts.find(session, app.rules, EMAIL)


def test_everything_is_reached_by_keyboard_and_one_may_skip_to_the_content(browser: Browser, site: str) -> None:
    with looking(browser, size=DESKTOP) as page:
        sign_in(page, f"{site}/cuenta")
        page.goto(f"{site}/cuenta")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Ir al contenido"
        reached = set()
        for _ in range(30):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))
        assert {"Salir", "Tablero", "actual", "clave", "Cambiar la contraseña", "Activar el código"} <= reached


def test_somebody_enters_by_the_entitys_own_accounts(browser: Browser, empty: App, hours: Hours) -> None:
    account(empty)
    claims = {"email": EMAIL, "email_verified": True, "name": "Ana Coordina"}
    with vouching(int(hours.now.timestamp()), **claims) as provider:
        told = f'\n[oidc]\nissuer = "{provider.issuer}"\nclient_id = "{CLIENT}"\n'
        empty.engine.dispose()
        (empty.home / "config" / "gdflow.toml").write_text(SETTINGS + told, encoding="utf-8")
        with serving(App.open(empty.home, {"GDFLOW_OIDC__SECRET": SECRET}), hours) as site, looking(browser) as page:
            page.goto(f"{site}/cuenta")
            examine(page)
            page.get_by_role("link", name="Entrar con la cuenta de la entidad").click()
            expect(page.get_by_role("heading", name="Su cuenta")).to_be_visible()
            assert page.url == f"{site}/cuenta"
            provider.claims["sub"] = "otra"
            provider.claims["email"] = "nadie@cartagena.example"
            page.get_by_role("button", name="Salir").click()
            page.get_by_role("link", name="Entrar con la cuenta de la entidad").click()
            expect(page.get_by_role("heading", name="No tiene permiso para entrar")).to_be_visible()
            examine(page)
