"""One's own account: who one is here, the password, the one-time codes, and where one is signed in."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import Act, WebSession
from gdflow.domain.errors import InputError
from gdflow.services import choose_password, second_factor, web_sessions
from gdflow.services.second_factor import Offer
from gdflow.spanish.messages import say
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form
from gdflow.web.sign_in_pages import AGAIN, CODE, PASSWORD

HERE, UNPROCESSABLE = "/cuenta", 422
CURRENT, OFFERED = "actual", "paso"
DONE = {
    "clave": "Su contraseña cambió. Las demás sesiones se cerraron.",
    "codigo": "Desde ahora se le pedirá un código al entrar.",
    "sin-codigo": "Ya no se le pedirá código al entrar.",
    "sesion": "La sesión se cerró.",
    "sesiones": "Las demás sesiones se cerraron.",
}
"""What was done, by the word in the address to which a form leads."""


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """The page of one's own account; every role has it."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(HERE, self.whole),
            self._posted("/clave", self._password),
            self._posted("/codigo", self._offer),
            self._posted("/codigo/activar", self._take_up),
            self._posted("/codigo/quitar", self._lay_down),
            self._posted("/sesiones", self._end_others),
            Route(HERE + "/sesiones/{id:int}", self.end_session, methods=["POST"]),
        ]

    def whole(self, request: Request) -> Response:
        """The page."""
        return self._page(request, self.desk.person(request, Act.SEE))

    def end_session(self, request: Request) -> Response:
        """End one of one's sessions."""
        found, site = self.desk.person(request, Act.SEE), self.desk.site
        its = (site.app.rules, found.account, request.path_params["id"])
        with site.app.transaction() as session:
            web_sessions.end(session, *its, by=actor(found), now=site.clock())
        return _done("sesion")

    def _password(self, request: Request, found: WebSession, sent: Sent) -> Response:
        site = self.desk.site
        typed = (sent.texts.get(name, "") for name in (CURRENT, PASSWORD, AGAIN))
        try:
            choose_password.by_person(site.app.transaction, site.app.rules, found, *typed, now=site.clock())
        except InputError as error:
            return self._page(request, found, UNPROCESSABLE, password_fault=say(error))
        return _done("clave")

    def _offer(self, request: Request, found: WebSession, _sent: Sent) -> Response:
        site = self.desk.site
        with site.app.transaction() as session:
            offer = second_factor.offer(session, site.app.rules, found.account, now=site.clock())
        return self._offered(request, found, offer)

    def _take_up(self, request: Request, found: WebSession, sent: Sent) -> Response:
        site, token = self.desk.site, sent.text(OFFERED)
        its = (site.app.rules, found.account, token)
        try:
            with site.app.transaction() as session:
                second_factor.take_up(session, *its, sent.text(CODE), now=site.clock())
        except InputError as error:
            with site.app.reading() as session:
                offer = second_factor.offered(session, *its, now=site.clock())
            return self._offered(request, found, offer, say(error))
        return _done("codigo")

    def _lay_down(self, request: Request, found: WebSession, sent: Sent) -> Response:
        site = self.desk.site
        try:
            with site.app.transaction() as session:
                second_factor.lay_down(session, site.app.rules, found.account, sent.text(CODE), now=site.clock())
        except InputError as error:
            return self._page(request, found, UNPROCESSABLE, code_fault=say(error))
        return _done("sin-codigo")

    def _end_others(self, _request: Request, found: WebSession, _sent: Sent) -> Response:
        site = self.desk.site
        with site.app.transaction() as session:
            its = (session, site.app.rules, found.account)
            web_sessions.end_all(*its, by=actor(found), now=site.clock(), but=found.id)
        return _done("sesiones")

    def _posted(self, path: str, does: Callable[[Request, WebSession, Sent], Response]) -> Route:
        async def posted(request: Request) -> Response:
            found = await run_in_threadpool(self.desk.person, request, Act.SEE)
            return await run_in_threadpool(does, request, found, await sent_form(request))

        return Route(HERE + path, posted, methods=["POST"])

    def _page(
        self,
        request: Request,
        found: WebSession,
        status: int = 200,
        password_fault: str | None = None,
        code_fault: str | None = None,
    ) -> Response:
        site = self.desk.site
        with site.app.reading() as session:
            sessions = web_sessions.sessions_of(session, site.app.rules, found.account, now=site.clock())
        return self.desk.page(
            request,
            found,
            "own_account.html",
            status,
            account=found.account,
            sessions=sessions,
            done=DONE.get(request.query_params.get("hecho", "")),
            fault=password_fault,
            code_fault=code_fault,
        )

    def _offered(self, request: Request, found: WebSession, offer: Offer, fault: str | None = None) -> Response:
        status = UNPROCESSABLE if fault else 200
        return self.desk.page(request, found, "second_factor.html", status, offer=offer, fault=fault)


def _done(what: str) -> Response:
    return RedirectResponse(f"{HERE}?hecho={what}", SEE_OTHER)
