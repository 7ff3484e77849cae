"""The quarter that the guide tells, walked in a real browser: each page with its words and its picture."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize

from gdflow.app import App
from gdflow.services import web_sessions
from gdflow.services.intake import take_mail
from gdflow.services.teams import take_directory
from gdflow.web.session_cookie import SESSION
from tests.services.test_own_workbook import changed
from tests.support.boards import PERIOD, under_way
from tests.support.browser import DESKTOP, PHONE, looking, served_at
from tests.support.cast import DIRECTORY, GOBIERNO, STRANGER_MAIL, at
from tests.support.closings import closed_on, opened_again, written_on
from tests.support.desk import AGENT, account
from tests.support.installation import CARTAGENA, bare, line
from tests.support.letters import letter
from tests.support.published import PUBLIC
from tests.support.web import Hours, opened
from tests.support.working import all_noted

OF_PERIOD = f"/periodos/cartagena_2023/{PERIOD}"
FIRST_DAY, UNDER_WAY, NEXT_DAY, LAST_DAY, AFTER = "2023-04-20", "2023-07-12", "2023-07-13", "2023-07-17", "2023-07-19"
Photograph = Callable[[Page, str], None]


@dataclass
class Quarter:
    """The installation of the guide under a real server. words: what each page said, in all its states, by address."""

    app: App
    hours: Hours
    browser: Browser
    url: str
    photograph: Photograph
    words: dict[str, str] = field(default_factory=dict)

    def visit(self, page: Page, path: str, picture: str | None = None) -> None:
        """Open a page, read it, take its picture."""
        page.goto(self.url + path)
        self.read(page, picture)

    def follow(self, page: Page, way: Locator, picture: str | None = None) -> None:
        """Press a link or a button, and read the page to which it leads once it is there."""
        with page.expect_navigation():
            way.click()
        self.read(page, picture)

    def read(self, page: Page, picture: str | None = None) -> None:
        """Note the words of the page that is open, folded ones too."""
        if picture:
            self.photograph(page, picture)
        path = re.sub(r"\?.*", "", page.url.removeprefix(self.url))
        said = page.evaluate("document.body.textContent + ' ' + document.title")
        self.words[path] = " ".join(f"{self.words.get(path, '')} {said}".split())

    @contextmanager
    def seated(self, day: str, size: ViewportSize = DESKTOP) -> Iterator[Page]:
        """A window in which the coordinator is signed in at ten on a day."""
        self.hours.now = at(day, 10)
        all_noted(self.app, at(day, 9, 57))
        who, its = account(self.app), {"address": "127.0.0.1", "agent": AGENT}
        with self.app.transaction() as session:
            token = web_sessions.begin(session, self.app.rules, who, **its, now=self.hours.now)
        with looking(self.browser, size=size) as page:
            place = {"domain": "127.0.0.1", "path": "/", "secure": True, "httpOnly": True, "sameSite": "Lax"}
            page.context.add_cookies([{"name": SESSION, "value": token, **place}])  # type: ignore[typeddict-item]  # the flags are its own
            yield page


def walked(browser: Browser, home: Path, photograph: Photograph) -> dict[str, str]:
    """What every page of the guide says, by its address, after the whole quarter was walked."""
    hours = Hours(at(FIRST_DAY, 10))
    app = bare(home, PUBLIC)
    with served_at(app, lambda: hours.now) as url:
        quarter = Quarter(app, hours, browser, url, photograph)
        for station in (at_the_door, first_day, daily_work, on_a_phone, closing, afterwards, in_public):
            station(quarter)
    app.engine.dispose()
    return quarter.words


def at_the_door(quarter: Quarter) -> None:
    """Nobody is signed in yet."""
    with looking(quarter.browser, size=DESKTOP) as page:
        quarter.visit(page, "/entrar", "entrar")


def first_day(quarter: Quarter) -> None:
    """The plan is loaded, the teams get their addresses, the reminders are looked at before they leave."""
    with quarter.seated(FIRST_DAY) as page:
        quarter.visit(page, "/importar")
        page.get_by_label("Archivo del plan").set_input_files(CARTAGENA)
        page.get_by_label("Fecha de corte").fill("2023-04-10")
        quarter.follow(page, page.get_by_role("button", name="Leer y revisar"), "importar")
        quarter.follow(page, page.get_by_role("button", name="Cargar", exact=False).first)
        quarter.visit(page, "/equipos/cobertura")
        with quarter.app.transaction() as session:
            take_directory(session, quarter.app.rules, DIRECTORY)
        quarter.visit(page, "/equipos", "equipos")
        quarter.follow(page, page.get_by_role("link", name=GOBIERNO))
        quarter.visit(page, "/politica?desde=2023-06-26&hasta=2023-07-18", "politica")
        quarter.visit(page, "/cuenta")
    closed_on(quarter.app, "2023-04-21", "2023-Q1")


def daily_work(quarter: Quarter) -> None:
    """Wednesday 12 July: a report accepted, one returned, one to review, a stranger's file, the others overdue."""
    app = under_way(quarter.app)
    mail = letter(("Reporte.xlsx", changed({"M9": 2})), sender=STRANGER_MAIL)
    take_mail(app.transaction, app.rules, app.objects, mail, authserv_id=None, now=at(UNDER_WAY, 9))
    with quarter.seated(UNDER_WAY) as page:
        quarter.visit(page, "/tablero", "tablero")
        quarter.visit(page, "/recordatorios", "recordatorios")
        quarter.visit(page, f"/recordatorios/por-que/{line(app, 11).uid}", "por-que")
        quarter.visit(page, "/recordatorios/simular")
        page.goto(f"{quarter.url}/lineas/{line(app, 11).uid}")
        page.get_by_role("heading", name="Decidir").evaluate("each => each.scrollIntoView()")
        quarter.read(page, "linea")
        quarter.visit(page, "/revision", "revision")
        quarter.visit(page, "/revision/cuarentena", "cuarentena")
        quarter.visit(page, "/calidad")
        quarter.visit(page, "/configuracion")
    with quarter.seated(NEXT_DAY) as page:
        quarter.visit(page, "/tablero/recordar", "recordar")


def on_a_phone(quarter: Quarter) -> None:
    """The same board in the hand, and the page that a team sees."""
    with quarter.seated(UNDER_WAY, PHONE) as page:
        quarter.visit(page, "/tablero", "tablero-celular")
        quarter.visit(page, "/revision", "revision-celular")
        quarter.visit(page, opened(quarter.app).path, "equipo-celular")


def closing(quarter: Quarter) -> None:
    """The closing date: what stands in the way, and the closing itself."""
    with quarter.seated(LAST_DAY) as page:
        quarter.visit(page, "/periodos", "periodos")
        quarter.visit(page, OF_PERIOD, "cerrar")
    closed_on(quarter.app, LAST_DAY, hour=11)
    written_on(quarter.app, LAST_DAY)


def afterwards(quarter: Quarter) -> None:
    """The closed quarter, its reports, and the quarter open again."""
    with quarter.seated(AFTER) as page:
        quarter.visit(page, OF_PERIOD)
        quarter.visit(page, f"{OF_PERIOD}/cierres/1", "cierre")
        quarter.visit(page, "/informes")
        opened_again(quarter.app, AFTER, "2023-07-28")
        quarter.visit(page, OF_PERIOD)


def in_public(quarter: Quarter) -> None:
    """What anybody may read."""
    with looking(quarter.browser, size=DESKTOP) as page:
        quarter.visit(page, "/transparencia/")
        quarter.visit(page, f"/transparencia/cartagena_2023/{PERIOD}/", "transparencia")
