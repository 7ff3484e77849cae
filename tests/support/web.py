"""The pages of an installation as a browser meets them: by link, at a moment that the test holds in its hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import text
from starlette.testclient import TestClient

from gdflow.app import App
from gdflow.domain.lines import Line
from gdflow.services import links
from gdflow.services.links import IssuedLink
from gdflow.web.application import create_app
from tests.support.cast import GOBIERNO, at
from tests.support.installation import line, scanned
from tests.support.working import all_noted

PERIOD = "2023-Q2"
OPENED = "2023-07-04"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(200) + b"\xff\xd9"
ROWS = {"hoja de ruta": 9, "sensibilizar": 10, "actas": 11, "cronograma": 15, "furag": 16, "planes": 17}
"""The lines that Gobierno Digital owes, by a word of theirs, with their row in the plan."""


@dataclass
class Hours:
    """The clocks of a site, which stand still until a test moves them."""

    now: datetime = field(default_factory=lambda: at("2023-07-10", 10))
    seconds: float = 0


@dataclass
class Pages:
    """A client of an installation's pages, and a link into them."""

    app: App
    hours: Hours
    client: TestClient
    link: IssuedLink

    @property
    def path(self) -> str:
        """Where the team's page is."""
        return self.link.path

    def at_line(self, row: int, what: str = "") -> str:
        """Where something about a line is."""
        return f"{self.path}/lineas/{self.line(row).uid}{what}"

    def line(self, row: int) -> Line:
        """A line of the plan by its row."""
        return line(self.app, row)

    def page(self) -> str:
        """The page as it is now."""
        answer = self.client.get(self.path)
        assert answer.status_code == 200
        return answer.text

    def card(self, row: int) -> str:
        """What the page says of a line, without tags."""
        found = re.search(rf'<article [^>]*id="linea-{self.line(row).uid}">(.*?)</article>', self.page(), re.DOTALL)
        assert found
        return plain(found[1])

    def send(self, row: int, what: str = "", *, script: bool = False, **fields: Any) -> Any:
        """Post a form about a line, by hand or as the script does."""
        files = fields.pop("files", None)
        headers = {"hx-request": "true"} if script else {}
        return self.client.post(self.at_line(row, what), data=fields, files=files, headers=headers)

    def report(self, row: int, amount: str = "1", narrative: str = "Se hizo lo previsto.", **more: Any) -> Any:
        """Send a line's form."""
        return self.send(row, cantidad=amount, que=narrative, **more)


def plain(html: str) -> str:
    """The words of a piece of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def opened(app: App, team: str = GOBIERNO, day: str = OPENED, period: str = PERIOD) -> Pages:
    """The pages with a link of a team for a period; its lines are owed, and every work was done at its time."""
    scanned(app, day)
    all_noted(app, Hours().now)
    with app.transaction() as session:
        link = links.issue_for(session, app.rules, team, period, now=at(day))
    return pages_of(app, link)


def pages_of(app: App, link: IssuedLink) -> Pages:
    """A new client for a link."""
    hours = Hours()
    made = create_app(app, now=lambda: hours.now, seconds=lambda: hours.seconds)
    client = TestClient(made, follow_redirects=False, raise_server_exceptions=True)
    return Pages(app, hours, client, link)


def dump(app: App) -> dict[str, list[Any]]:
    """Everything in the database, table by table."""
    return dict(_tables(app))


def _tables(app: App) -> Iterator[tuple[str, list[Any]]]:
    with app.reading() as session:
        connection = session.connection()
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        for (name,) in names.all():
            yield str(name), list(connection.execute(text(f'SELECT * FROM "{name}"')).all())
