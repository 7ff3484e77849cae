"""The settings in force with where each was said, and how the service goes; nothing here can be changed."""

import shutil
from dataclasses import dataclass
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gdflow.domain.access import Act
from gdflow.services.runs import health
from gdflow.settings.model import Settings
from gdflow.settings.own import is_own
from gdflow.settings.show import DEFAULT, shown
from gdflow.web.desk import Desk

HERE = "/configuracion"


@dataclass(frozen=True, slots=True)
class SettingsPages:
    """The page of the settings."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(HERE, self.whole)]

    def whole(self, request: Request) -> Response:
        """The page."""
        person, app, now = self.desk.person(request, Act.SETTINGS), self.desk.site.app, self.desk.site.clock()
        with app.reading() as session:
            found = health(session, app.rules, now=now, free=shutil.disk_usage(app.root).free)
        # What is one for all is the business of whoever runs the installation.
        told = (each for each in shown(app.settings) if app.owner is None or is_own(tuple(each.name.split("."))))
        grouped = groupby(told, key=lambda each: each.name.partition(".")[0])
        return self.desk.page(
            request,
            person,
            "settings.html",
            health=found,
            sections=[(name, _about(app.settings, name), tuple(entries)) for name, entries in grouped],
            usual=DEFAULT,
        )


def _about(settings: Settings, name: str) -> str:
    """What a section is about, as its reference says."""
    said = type(getattr(settings, name)).__doc__ or name
    return said.split(".")[0].strip()
