"""People who sign in, and their browsers: one of each role, at a moment that the test holds in its hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlmodel import Session
from starlette.testclient import TestClient

from gdflow.app import App
from gdflow.domain.access import Account, Role
from gdflow.services import accounts, passwords, web_sessions
from gdflow.web.application import create_app
from gdflow.web.session_cookie import SESSION
from tests.support.cast import at
from tests.support.web import Hours

SAFE_ORIGIN = {"sec-fetch-site": "same-origin"}
"""What every browser says of a form on one of our own pages."""
AGENT = "Mozilla/5.0 (Windows NT 10.0) Chrome/156.0"
PASSWORD = "una frase que nadie adivina"
PEOPLE: Mapping[Role, tuple[str, str]] = {
    Role.COORDINATOR: ("Ana Coordina", "coordina@cartagena.example"),
    Role.REVIEWER: ("Raúl Revisa", "revisa@cartagena.example"),
    Role.AUDITOR: ("Clara Control", "control@cartagena.example"),
    Role.IT: ("Iván Sistemas", "sistemas@cartagena.example"),
}


@dataclass
class Desk:
    """A browser before the pages of an installation, and perhaps somebody who is signed in."""

    app: App
    hours: Hours
    client: TestClient
    account: Account | None = None

    def get(self, path: str, status: int = 200) -> str:
        """The text of a page that is answered so."""
        answer = self.client.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:400])
        return str(answer.text)

    def post(self, path: str, **fields: Any) -> Any:
        """Send a form; files: by field."""
        files = fields.pop("files", None)
        return self.client.post(path, data=fields, files=files)


@cache
def kept_password() -> str:
    """What is kept of PASSWORD; worked out once, for it takes a while."""
    return passwords.hashed(PASSWORD)


def account(app: App, role: Role = Role.COORDINATOR, now: datetime | None = None) -> Account:
    """The person of a role, with PASSWORD; made when missing."""
    name, email = PEOPLE[role]
    moment = now or at("2023-07-01")
    with app.transaction() as session:
        found = next((each for each in accounts.listed(session, app.rules) if each.email == email), None)
        return found or _made(session, app, name, email, role, moment)


def _made(session: Session, app: App, name: str, email: str, role: Role, now: datetime) -> Account:
    made = accounts.add(session, app.rules, email=email, name=name, role=role, by="Sistemas", now=now)
    accounts.set_password(session, app.rules, made, kept_password(), by="Sistemas", now=now)
    return accounts.find(session, app.rules, email)


def outside(app: App, hours: Hours | None = None) -> Desk:
    """A browser in which nobody is signed in."""
    hours = hours or Hours()
    made = create_app(app, now=lambda: hours.now, seconds=lambda: hours.seconds)
    client = TestClient(made, base_url="https://testserver", follow_redirects=False, headers=SAFE_ORIGIN)
    return Desk(app, hours, client)


def signed_in(app: App, role: Role = Role.COORDINATOR, hours: Hours | None = None) -> Desk:
    """A browser in which the person of a role is signed in."""
    desk = outside(app, hours)
    enter(desk, account(app, role))
    return desk


def enter(desk: Desk, who: Account) -> None:
    """Sign somebody in without going through the door, which has tests of its own."""
    with desk.app.transaction() as session:
        its = (session, desk.app.rules, who)
        token = web_sessions.begin(*its, address="192.0.2.7", agent=AGENT, now=desk.hours.now)
    desk.client.cookies.set(SESSION, token, domain="testserver.local", path="/")
    desk.account = who
