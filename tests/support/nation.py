"""An installation that shows the pages of several entities from one server, and browsers before each of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.testclient import TestClient

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services import hosting, links, web_sessions
from gdflow.web.entity_sites import EntitySites, sites_of
from gdflow.web.session_cookie import SESSION
from tests.support.cast import GOBIERNO, at
from tests.support.desk import AGENT, SAFE_ORIGIN, account
from tests.support.hosted import host
from tests.support.installation import SETTINGS, reopened, scanned
from tests.support.web import OPENED, PERIOD, Hours

OWN, TUNJA, PASTO = "planes.nacion.example", "tunja.planes.nacion.example", "planes.pasto.example"
"""Where the pages of the installation's own entity are, of one by the pattern, and of one with its own address."""
PATTERN = '[web]\npublic_url = "https://planes.nacion.example"\nentities_url = "https://{code}.planes.nacion.example"\n'


@dataclass
class Nation:
    """An installation with two hosted entities, tunja and pasto, and its server on clocks that stand still."""

    app: App
    hours: Hours = field(default_factory=Hours)
    read_soon: Callable[[App], None] = lambda _app: None

    def __post_init__(self) -> None:
        now, seconds = (lambda: self.hours.now), (lambda: self.hours.seconds)
        self.server: EntitySites = sites_of(self.app, now=now, seconds=seconds, read_soon=self.read_soon)

    def entity(self, code: str) -> App:
        """The installation as it works for a hosted entity."""
        with self.app.reading() as session:
            known = hosting.attended(session, code)
        return self.app.hosting(known)

    def browser(self, name: str) -> TestClient:
        """A browser in which a host is opened."""
        its = {"follow_redirects": False, "headers": SAFE_ORIGIN}
        return TestClient(self.server, base_url=f"https://{name}", **its)  # type: ignore[arg-type]  # a flag and headers

    def signed_in(self, its: App, name: str, role: Role = Role.COORDINATOR) -> TestClient:
        """A browser at a host that shows the session of somebody of an entity, wherever the host leads."""
        who = account(its, role)
        with its.transaction() as session:
            began = {"address": "192.0.2.7", "agent": AGENT, "now": self.hours.now}
            token = web_sessions.begin(session, its.rules, who, **began)  # type: ignore[arg-type]  # texts and a moment
        client = self.browser(name)
        client.cookies.set(SESSION, token, domain=name, path="/")
        return client


def nation(empty: App, settings: str = SETTINGS + PATTERN) -> Nation:
    """An installation without plans of its own, which hosts tunja and pasto."""
    app = reopened(empty, settings)
    host(app, "tunja")
    host(app, "pasto", {"web.public_url": f"https://{PASTO}/"})
    return Nation(app)


def link_of(its: App) -> str:
    """The path of a link of an entity's one team; its line is owed."""
    scanned(its, OPENED)
    with its.transaction() as session:
        return links.issue_for(session, its.rules, GOBIERNO, PERIOD, now=at(OPENED)).path
