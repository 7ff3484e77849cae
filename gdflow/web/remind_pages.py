"""Remind now: the exact mails first, then a job that sends them; outside the sending hours only for a reason."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import Act, WebSession
from gdflow.domain.errors import InputError
from gdflow.domain.jobs import JobKind
from gdflow.services import jobs
from gdflow.services.decide import why
from gdflow.services.job_kinds import OUTSIDE_HOURS
from gdflow.services.remind_preview import RemindPreview, remind_preview
from gdflow.spanish.desk_says import say_here
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form
from gdflow.web.navigation import BOARD

REMIND = f"{BOARD}/recordar"
MARK, AT_ONCE, REASON = "huella", "ya", "motivo"
UNPROCESSABLE, CONFLICT = 422, 409


@dataclass(frozen=True, slots=True)
class RemindPages:
    """The page that shows the mails, and the button on it."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(REMIND, self.foresee), Route(REMIND, self.remind, methods=["POST"])]

    def foresee(self, request: Request) -> Response:
        """The mails that would leave."""
        person = self.desk.person(request, Act.REMIND)
        return self._show(request, person, self._preview(), 200)

    async def remind(self, request: Request) -> Response:
        """Let the mails that were shown be sent; where they are others by now, they are shown anew."""
        person = await run_in_threadpool(self.desk.person, request, Act.REMIND)
        return await run_in_threadpool(self._remind, request, person, await sent_form(request))

    def _remind(self, request: Request, person: WebSession, sent: Sent) -> Response:
        found = self._preview()
        if sent.text(MARK) != found.mark or not (found.mails or found.chats or found.waiting):
            return self._show(request, person, found, CONFLICT)
        try:
            its = {OUTSIDE_HOURS: why(actor(person), sent.text(REASON)).reason} if sent.text(AT_ONCE) else {}
        except InputError as error:
            return self._show(request, person, found, UNPROCESSABLE, say_here(error))
        app, now = self.desk.site.app, self.desk.site.clock()
        key = ":".join(("remind", str(app.rules.today(now)), found.mark, str(found.waiting), *its))
        with app.transaction() as session:
            job = jobs.request(session, app.rules, JobKind.REMIND, its, key=key, by=actor(person), now=now)
        self.desk.site.work_soon()
        return RedirectResponse(f"/trabajos/{job.id}", SEE_OTHER)

    def _preview(self) -> RemindPreview:
        app = self.desk.site.app
        rules = app.rules
        with app.rehearsal() as session:
            return remind_preview(session, rules, now=self.desk.site.clock())

    def _show(
        self, request: Request, person: WebSession, found: RemindPreview, status: int, fault: str = ""
    ) -> Response:
        its = {"found": found, "changed": status == CONFLICT, "fault": fault}
        return self.desk.page(request, person, "remind.html", status, **its)
