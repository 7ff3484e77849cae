"""What stands around every page behind the sign-in, and programs that read with a key."""

from datetime import timedelta
from threading import Thread

import pytest
from starlette.requests import Request

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.errors import NotFoundError
from gdflow.domain.jobs import RunState
from gdflow.services import read_tokens
from gdflow.spanish.desk_frame import ago, scan_words
from gdflow.storage.engine import insert_one
from gdflow.storage.tables import last_run
from gdflow.web.caller import Caller
from gdflow.web.limits import usual_limits
from gdflow.web.navigation import PLACES, places_for
from gdflow.web.readers import Readers
from gdflow.web.rendering import environment
from gdflow.web.site import Site, TooManyError
from tests.support.desk import Desk, signed_in
from tests.support.installation import counted_statements
from tests.support.web import Hours

NOW = Hours().now


def scanned(desk: Desk, ago: timedelta) -> None:
    """The scan ended well so long ago."""
    at = desk.hours.now - ago
    row = {"entity_id": desk.app.rules.entity_id, "work": "scan", "started_at": at, "ended_at": at}
    with desk.app.transaction() as session:
        insert_one(session, last_run, row | {"state": RunState.DONE, "succeeded_at": at, "error": None})


def test_the_frame_says_whose_it_is_who_is_in_and_where(empty: App) -> None:
    page = signed_in(empty, Role.REVIEWER).get("/cuenta")
    assert "Alcaldía de Cartagena" in page
    assert "Raúl Revisa" in page
    assert '<a href="/cuenta" aria-current="page">' in page


@pytest.mark.parametrize(
    ("hours", "says"),
    [
        (None, 'class="scan late">✖ Todavía no ha corrido ningún barrido'),
        (3, 'class="scan">Último barrido: hace 3 horas'),
        (21, 'class="scan late">✖ El último barrido fue hace 21 horas'),
    ],
)
def test_a_scan_that_is_late_is_said_in_red_and_in_words(empty: App, hours: int | None, says: str) -> None:
    desk = signed_in(empty)
    if hours is not None:
        scanned(desk, timedelta(hours=hours))
    assert says in desk.get("/cuenta")


@pytest.mark.parametrize(
    ("stretch", "said"),
    [
        (timedelta(seconds=59), "menos de 1 minuto"),
        (timedelta(minutes=1), "1 minuto"),
        (timedelta(minutes=59), "59 minutos"),
        (timedelta(hours=1), "1 hora"),
        (timedelta(days=2, hours=5), "2 días"),
        (timedelta(seconds=-5), "menos de 1 minuto"),
    ],
)
def test_an_age_is_said_in_its_largest_unit(stretch: timedelta, said: str) -> None:
    assert ago(stretch) == said


def test_the_last_scan_is_not_late_from_one_noon_to_the_next_morning() -> None:
    assert scan_words(NOW - timedelta(hours=18), NOW) == "Último barrido: hace 18 horas"


@pytest.mark.parametrize("role", list(Role))
def test_the_navigation_leads_nowhere_that_a_role_may_not_go(empty: App, role: Role) -> None:
    desk = signed_in(empty, role)
    served = {route.path for route in desk.client.app.routes}  # type: ignore[attr-defined]  # a FastAPI
    for place in places_for(role, served):
        assert desk.client.get(place.path).status_code == 200, place.path
        assert f'href="{place.path}"' in desk.get("/cuenta")


def test_a_page_under_a_place_marks_it() -> None:
    periods = next(place for place in PLACES if place.path == "/periodos")
    assert periods.holds("/periodos/pai/2023-Q2")
    assert not periods.holds("/periodosviejos")


def test_what_is_refused_is_said_in_the_frame_or_to_the_script(empty: App) -> None:
    desk = signed_in(empty, Role.AUDITOR)
    page = desk.get("/cuentas", 403)
    assert "«Control interno (solo lectura)»" in page
    assert 'action="/salir"' in page
    part = desk.client.get("/cuentas", headers={"hx-request": "true"})
    assert (part.status_code, part.text.startswith("<p ")) == (403, True)


def test_a_page_that_is_not_there_leads_to_the_board_and_a_links_page_to_its_mail(empty: App) -> None:
    desk = signed_in(empty)
    assert '<a href="/tablero">Ir al tablero</a>' in desk.get("/no-hay", 404)
    assert "/tablero" not in desk.get("/r/no-hay", 404)


def test_the_frame_costs_two_statements(empty: App) -> None:
    desk = signed_in(empty)
    desk.get("/cuenta")
    with counted_statements(empty) as ran:
        desk.get("/cuenta")
    # One for the session, one for the scan, one for the page's own list; the others begin and end transactions.
    assert len([each for each in ran if each.lstrip().startswith("SELECT")]) == 3


@pytest.mark.slow
def test_whoever_looks_while_the_database_is_busy_sees_the_page(empty: App) -> None:
    desk = signed_in(empty)
    desk.hours.now += timedelta(minutes=6)
    found: list[int] = []
    with empty.transaction():
        looking = Thread(target=lambda: found.append(desk.client.get("/cuenta").status_code))
        looking.start()
        looking.join()
    assert found == [200]


def readers(app: App, hours: Hours) -> Readers:
    """Those who read with a key, before a site of their own."""
    limits = usual_limits(lambda: hours.seconds)
    return Readers(Site(app, lambda: hours.now, limits, environment(app.rules.window.local)))


def asked(authorization: str | None) -> Request:
    """A request with such a header."""
    headers = [(b"authorization", authorization.encode())] if authorization else []
    its = {"type": "http", "method": "GET", "path": "/api", "headers": headers}
    return Request({**its, "gdflow.caller": Caller("192.0.2.9", True)})


def key_of(app: App) -> str:
    """A key with which a program reads."""
    with app.transaction() as session:
        return read_tokens.issue(session, app.rules, "Power BI", None, by="Ana", now=NOW).token


def test_a_program_reads_with_its_key_and_its_use_is_noted(empty: App) -> None:
    known, key = readers(empty, Hours()), key_of(empty)
    assert known.reader(asked(f"Bearer {key}")).name == "Power BI"
    assert known.reader(asked(f"bearer  {key}")).used_at == NOW


@pytest.mark.parametrize("shown", ["Bearer", "Bearer x", "Basic {key}", "{key}"])
def test_a_program_without_a_key_reads_nothing_and_waits(empty: App, shown: str) -> None:
    known, key = readers(empty, Hours()), key_of(empty)
    for _ in range(10):
        with pytest.raises(NotFoundError, match="unknown_read_token"):
            known.reader(asked(shown.format(key=key)))
    with pytest.raises(TooManyError):
        known.reader(asked(shown.format(key=key)))


def test_to_ask_without_a_key_is_no_guess_and_has_the_share_of_any_caller(empty: App) -> None:
    # Excel and browsers ask so before they show the key that they hold.
    known = readers(empty, Hours())
    for _ in range(1200):
        with pytest.raises(NotFoundError, match="unknown_read_token"):
            known.reader(asked(None))
    with pytest.raises(TooManyError):
        known.reader(asked(None))


def test_a_key_may_read_so_often_and_then_waits(empty: App) -> None:
    hours, key = Hours(), key_of(empty)
    known = readers(empty, hours)
    for _ in range(300):
        known.reader(asked(f"Bearer {key}"))
    with pytest.raises(TooManyError):
        known.reader(asked(f"Bearer {key}"))
    hours.seconds += 60
    assert known.reader(asked(f"Bearer {key}"))
