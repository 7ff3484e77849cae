"""Who may reach what behind the sign-in: every route, asked for by every role, by nobody, and by another site."""

from collections.abc import Iterator

import pytest

from gdflow.app import App
from gdflow.domain.access import ALLOWED, Role
from tests.support.cast import at
from tests.support.desk import Desk, outside, signed_in
from tests.support.web import dump
from tests.web.routes import BEHIND, behind, filled, method_of

# Whatever a path names: what does not exist for a role that may ask is 404 for it, and 403 for the others.
NAMES = {"token": "x", "uid": "x", "id": "999999", "name": "x", "plan": "x", "key": "x", "number": "1"}


def asked(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Method, path as it is declared and path as it is asked for, of every route behind the sign-in."""
    for route in behind(desk.client):
        yield method_of(route), route.path, filled(route, NAMES)


def answer(desk: Desk, method: str, path: str, **headers: str) -> tuple[int, str]:
    """Status, and where it leads. Not counted as one caller's: each request is another hour's."""
    desk.hours.seconds += 3600
    found = desk.client.request(method, path, headers=headers)
    return found.status_code, found.headers.get("location", "")


def test_the_table_names_nothing_that_does_not_exist(installed: App) -> None:
    desk = outside(installed)
    assert {(method, path) for method, path, _ in asked(desk)} == set(BEHIND)


def test_nobody_sees_anything_without_signing_in(installed: App) -> None:
    desk = outside(installed)
    before = dump(installed)
    found = {(method, path): answer(desk, method, path) for method, _, path in asked(desk)}
    assert {key: each for key, each in found.items() if each[0] != 303 or not each[1].startswith("/entrar?ir=")} == {}
    assert dump(installed) == before


@pytest.mark.parametrize("role", list(Role))
def test_every_role_reaches_what_it_may_and_nothing_else(installed: App, role: Role) -> None:
    for method, path, wanted in list(asked(outside(installed))):
        desk = signed_in(installed, role)
        before = dump(installed)
        status, leads = answer(desk, method, wanted)
        if BEHIND[method, path] in ALLOWED[role]:
            assert status in {200, 303, 404, 409, 422}, (method, path, status)
            assert not leads.startswith("/entrar"), (method, path)
        else:
            assert (method, path, status) == (method, path, 403)
            assert dump(installed) == before


@pytest.mark.parametrize("origin", [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}])
def test_no_other_site_changes_anything_through_the_browser_of_somebody(installed: App, origin: dict[str, str]) -> None:
    desk = signed_in(installed, Role.COORDINATOR)
    before = dump(installed)
    changes = [(method, path) for method, _, path in asked(desk) if method != "GET"]
    assert {answer(desk, method, path, **origin)[0] for method, path in changes} == {403}
    assert dump(installed) == before


def test_a_disabled_account_reaches_nothing_from_that_moment(installed: App) -> None:
    from gdflow.services import accounts

    desk = signed_in(installed, Role.COORDINATOR)
    assert desk.account is not None
    with installed.transaction() as session:
        accounts.disable(session, installed.rules, desk.account, by="Sistemas", now=at("2023-07-10", 11))
    found = {answer(desk, method, path)[1].partition("?")[0] for method, _, path in asked(desk)}
    assert found == {"/entrar"}


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.IT])
def test_looking_at_pages_changes_nothing(installed: App, role: Role) -> None:
    desk = signed_in(installed, role)
    before = dump(installed)
    for method, _, path in asked(desk):
        if method == "GET":
            assert answer(desk, "GET", path)[0] in {200, 303, 403, 404}
            assert answer(desk, "HEAD", path)[0] in {200, 303, 403, 404}
    assert dump(installed) == before
