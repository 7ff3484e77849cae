"""Signing in by the entity's own accounts, before a provider that really answers."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from joserfc.jwk import RSAKey

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services import accounts
from gdflow.storage import events
from gdflow.web.session_cookie import SESSION
from tests.support.desk import Desk, account, outside
from tests.support.installation import SETTINGS
from tests.support.provider import CLIENT, SECRET, LocalProvider, vouching
from tests.support.web import Hours

ANA = {"email": "coordina@cartagena.example", "email_verified": True, "name": "Ana Coordina"}
OIDC = '\n[oidc]\nissuer = "{issuer}"\nclient_id = "{client}"\n{more}\n'
GROUPS = '\nroles = [{ group = "planeacion", role = "coordinator" }, { group = "todos", role = "auditor" }]'


@pytest.fixture
def provider() -> Iterator[LocalProvider]:
    """A provider that vouches for Ana."""
    with vouching(int(Hours().now.timestamp()), **ANA) as local:
        yield local


def installation(app: App, provider: LocalProvider, more: str = "") -> App:
    """The same installation with that provider."""
    app.engine.dispose()
    told = OIDC.format(issuer=provider.issuer, client=CLIENT, more=more)
    (app.home / "config" / "gdflow.toml").write_text(SETTINGS + told, encoding="utf-8")
    return App.open(app.home, {"GDFLOW_OIDC__SECRET": SECRET})


def travel(desk: Desk, target: str = "/cuenta") -> Any:
    """Away to the provider, and back with what it says."""
    away = desk.client.get(f"/entrar/entidad?ir={target}")
    assert away.status_code == 303
    returned = httpx2.get(away.headers["location"], follow_redirects=False)
    back = urlsplit(returned.headers["location"])
    return desk.client.get(f"{back.path}?{back.query}")


def test_whoever_has_an_account_enters_by_the_entitys_own(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider)
    ana = account(app)
    desk = outside(app)
    answer = travel(desk)
    assert (answer.status_code, answer.headers["location"]) == (303, "/cuenta")
    assert "Ana Coordina" in desk.get("/cuenta")
    with app.reading() as session:
        assert accounts.find(session, app.rules, ana.email).subject == f"{provider.issuer}|{provider.claims['sub']}"
        told = [event.kind for event in events.events_of(session, app.rules.entity_id, f"account:{ana.id}")]
    assert told[-2:] == ["account_bound", "signed_in"]


def test_the_button_names_the_entitys_accounts(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider, 'name = "Microsoft 365 de la Alcaldía"')
    assert "Entrar con Microsoft 365 de la Alcaldía" in outside(app).get("/entrar")


def test_whoever_is_known_enters_though_their_address_changed(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider)
    account(app)
    assert travel(outside(app)).status_code == 303
    provider.claims["email"] = "ana.nueva@cartagena.example"
    assert travel(outside(app)).status_code == 303


def test_a_stranger_is_told_whom_to_ask(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider)
    answer = travel(outside(app))
    assert answer.status_code == 403
    assert "planeacion@cartagena.example" in answer.text
    assert f"{SESSION}=" not in answer.headers.get("set-cookie", "")


def test_an_address_that_nobody_verified_opens_no_account(empty: App, provider: LocalProvider) -> None:
    provider.claims["email_verified"] = False
    app = installation(empty, provider)
    account(app)
    assert travel(outside(app)).status_code == 403


def test_an_address_that_the_entity_gives_opens_its_account(empty: App, provider: LocalProvider) -> None:
    del provider.claims["email_verified"]
    app = installation(empty, provider, "trust_email = true")
    account(app)
    assert travel(outside(app)).status_code == 303


def test_a_group_gives_a_role_and_the_first_that_fits_counts(empty: App, provider: LocalProvider) -> None:
    provider.claims["groups"] = ["todos", "planeacion"]
    app = installation(empty, provider, GROUPS)
    desk = outside(app)
    assert travel(desk).status_code == 303
    assert Role.COORDINATOR.label in desk.get("/cuenta")


def test_a_role_follows_the_groups_at_each_entry(empty: App, provider: LocalProvider) -> None:
    provider.claims["groups"] = "planeacion"
    app = installation(empty, provider, GROUPS)
    assert travel(outside(app)).status_code == 303
    provider.claims["groups"] = ["todos"]
    desk = outside(app)
    assert travel(desk).status_code == 303
    assert Role.AUDITOR.label in desk.get("/cuenta")


def test_whoever_lost_their_groups_does_not_enter(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider, GROUPS)
    account(app)
    assert travel(outside(app)).status_code == 403


def test_a_disabled_account_does_not_enter(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider)
    ana = account(app)
    assert travel(outside(app)).status_code == 303
    with app.transaction() as session:
        accounts.disable(session, app.rules, ana, by="Sistemas", now=Hours().now)
    assert travel(outside(app)).status_code == 403


@pytest.mark.parametrize(
    "spoil",
    [
        {"iss": "https://otra.example"},
        {"aud": "otro"},
        {"nonce": "otra"},
        {"exp": 1},
        {"sub": None},
        {"alg": "none"},
        {"issuer": "https://otra.example"},
    ],
    ids=lambda spoil: next(iter(spoil)),
)
def test_what_is_not_signed_for_us_now_and_for_this_browser_is_not_believed(
    empty: App, provider: LocalProvider, spoil: dict[str, Any]
) -> None:
    app = installation(empty, provider)
    account(app)
    if spoil == {"issuer": "https://otra.example"}:
        provider.spoil = spoil
        assert outside(app).client.get("/entrar/entidad").status_code == 422
        return
    if spoil != {"alg": "none"}:
        provider.spoil = spoil
    else:
        provider.signs_with = RSAKey.generate_key(2048, {"kid": "uno"})
    answer = travel(outside(app))
    assert (answer.status_code, "no confirmó quién es usted" in answer.text) == (422, True)


def test_an_answer_that_another_browser_asked_for_is_not_taken(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider)
    account(app)
    away = outside(app).client.get("/entrar/entidad")
    back = urlsplit(httpx2.get(away.headers["location"], follow_redirects=False).headers["location"])
    victim = outside(app)
    assert victim.client.get(f"{back.path}?{back.query}").status_code == 422
    victim.client.get("/entrar/entidad")
    assert victim.client.get(f"{back.path}?{back.query}").status_code == 422


def test_an_answer_serves_once(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider)
    account(app)
    desk = outside(app)
    away = desk.client.get("/entrar/entidad")
    step = dict(desk.client.cookies)
    back = urlsplit(httpx2.get(away.headers["location"], follow_redirects=False).headers["location"])
    assert desk.client.get(f"{back.path}?{back.query}").status_code == 303
    desk.client.cookies.update(step)
    assert desk.client.get(f"{back.path}?{back.query}").status_code == 422


def test_whoever_says_no_there_is_not_in_here(empty: App, provider: LocalProvider) -> None:
    provider.denies = True
    assert travel(outside(installation(empty, provider))).status_code == 422


def test_a_provider_that_does_not_answer_is_said_so(empty: App, provider: LocalProvider) -> None:
    provider.fails = True
    answer = outside(installation(empty, provider)).client.get("/entrar/entidad")
    assert (answer.status_code, "No se pudo hablar" in answer.text) == (502, True)


def test_nobody_is_led_off_the_site_by_what_came_back(empty: App, provider: LocalProvider) -> None:
    app = installation(empty, provider)
    account(app)
    assert travel(outside(app), "//otra.example/x").headers["location"] == "/tablero"


def test_the_secret_and_the_code_are_in_no_address_and_no_log(
    empty: App, provider: LocalProvider, caplog: pytest.LogCaptureFixture
) -> None:
    app = installation(empty, provider)
    account(app)
    with caplog.at_level("DEBUG"):
        travel(outside(app))
    assert SECRET not in provider.asked[0]
    assert SECRET not in caplog.text
    codes = [record for record in caplog.records if record.name.startswith("gdflow") and "code=" in record.getMessage()]
    assert codes == []
