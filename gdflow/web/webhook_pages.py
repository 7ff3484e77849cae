"""The entity's own systems that are told what happens, for whoever looks after them; one may be tried from here."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import Act
from gdflow.domain.errors import ConflictError
from gdflow.services.webhook_board import webhook_lines
from gdflow.services.webhooks import try_out
from gdflow.spanish.messages import say
from gdflow.spanish.webhooks import REASONS
from gdflow.web.desk import SEE_OTHER, Desk, actor

HERE, TRIED, CONFLICT = "/webhooks", "prueba", 409


@dataclass(frozen=True, slots=True)
class WebhookPages:
    """The page of the webhooks, and the button that tries one."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(HERE, self.whole), Route(HERE + "/{id:int}/probar", self.tried, methods=["POST"])]

    def whole(self, request: Request) -> Response:
        """The page."""
        return self._page(request)

    async def tried(self, request: Request) -> Response:
        """Put a trial into the outbox; it leaves with the next round of mails."""
        return await run_in_threadpool(self._try, request)

    def _try(self, request: Request) -> Response:
        person, site = self.desk.person(request, Act.SETTINGS), self.desk.site
        try:
            with site.app.transaction() as session:
                number = request.path_params["id"]
                try_out(session, site.app.rules, number, by=actor(person), now=site.clock())
        except ConflictError as error:
            return self._page(request, CONFLICT, fault=say(error))
        return RedirectResponse(f"{HERE}?hecho={TRIED}", SEE_OTHER)

    def _page(self, request: Request, status: int = 200, *, fault: str | None = None) -> Response:
        person, app = self.desk.person(request, Act.SETTINGS), self.desk.site.app
        with app.reading() as session:
            lines = webhook_lines(session, app.rules, now=self.desk.site.clock())
        tried = request.query_params.get("hecho") == TRIED
        facts = {"lines": lines, "reasons": REASONS, "tried": tried, "fault": fault}
        return self.desk.page(request, person, "webhooks.html", status, **facts)
