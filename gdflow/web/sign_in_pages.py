"""The pages before the sign-in: by password, with a code where the account asks for one, and out again."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.errors import ConflictError, InputError
from gdflow.services import accounts, choose_password, web_sessions
from gdflow.services.sign_in import Came, CodeNeeded, SignedIn, by_code, by_password
from gdflow.spanish.messages import say
from gdflow.web.desk import GO, SEE_OTHER, SIGN_IN, Desk, own_path
from gdflow.web.guard import refuse_foreign
from gdflow.web.incoming import Sent, sent_form
from gdflow.web.session_cookie import STEP, give, take_back, token_in
from gdflow.web.site import caller, spend

EMAIL, PASSWORD, AGAIN, CODE = "correo", "clave", "repetida", "codigo"
CODE_PAGE, PASSWORD_PAGE, OUT = SIGN_IN + "/codigo", SIGN_IN + "/clave/{token}", "/salir"
UNPROCESSABLE, CONFLICT = 422, 409


@dataclass(frozen=True, slots=True)
class SignInPages:
    """How people come in and go out. provider: what the entity calls its own accounts; None where they are not used."""

    desk: Desk
    provider: str | None = None

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route("/", self.front),
            Route(SIGN_IN, self.form),
            Route(SIGN_IN, self.enter, methods=["POST"]),
            Route(CODE_PAGE, self.code_form),
            Route(CODE_PAGE, self.code, methods=["POST"]),
            Route(PASSWORD_PAGE, self.password_form),
            Route(PASSWORD_PAGE, self.password, methods=["POST"]),
            Route(OUT, self.leave, methods=["POST"]),
        ]

    def front(self, _request: Request) -> Response:
        """The site's own address: on to the board."""
        return RedirectResponse(own_path(None), SEE_OTHER)

    def form(self, request: Request) -> Response:
        """Where people sign in; whoever has done so goes on."""
        target = own_path(request.query_params.get(GO))
        if self.desk.signed_in(request) is not None:
            return RedirectResponse(target, SEE_OTHER)
        return self._form(target, fresh=request.query_params.get("clave") == "lista")

    async def enter(self, request: Request) -> Response:
        """Sign somebody in by their password."""
        sent = await self._sent(request)
        return await run_in_threadpool(self._enter, request, sent)

    def code_form(self, request: Request) -> Response:
        """Where the code is asked for, after the password."""
        if token_in(request, STEP) is None:
            return RedirectResponse(SIGN_IN, SEE_OTHER)
        return self._code_form(own_path(request.query_params.get(GO)))

    async def code(self, request: Request) -> Response:
        """Sign somebody in by their code."""
        sent = await self._sent(request)
        return await run_in_threadpool(self._code, request, sent)

    def password_form(self, request: Request) -> Response:
        """Where somebody chooses a password by a link; opening it uses nothing up."""
        app, site = self.desk.site.app, self.desk.site
        spend(site.limits.requests, caller(request).address)
        with app.reading() as session:
            account = accounts.invited(session, app.rules, request.path_params["token"], now=site.clock())
        return site.page("choose_password.html", account=account, fault=None)

    async def password(self, request: Request) -> Response:
        """Take the password of whoever has the link."""
        sent = await self._sent(request)
        return await run_in_threadpool(self._password, request, sent)

    def leave(self, request: Request) -> Response:
        """End the session; whoever has none goes the same way."""
        refuse_foreign(request.headers)
        found, site = self.desk.signed_in(request), self.desk.site
        if found is not None:
            with site.app.transaction() as session:
                web_sessions.sign_out(session, site.app.rules, found, now=site.clock())
        left = RedirectResponse(SIGN_IN, SEE_OTHER)
        take_back(left)
        return left

    def _enter(self, request: Request, sent: Sent) -> Response:
        app, target = self.desk.site.app, own_path(sent.text(GO))
        its = (sent.text(EMAIL)[:254], sent.texts.get(PASSWORD, ""), came(request))
        try:
            found = by_password(app.transaction, app.rules, *its, now=self.desk.site.clock())
        except InputError as error:
            return self._form(target, sent.text(EMAIL), say(error))
        if isinstance(found, CodeNeeded):
            on = RedirectResponse(f"{CODE_PAGE}?{GO}={quote(target, safe='')}", SEE_OTHER)
            give(on, found.token, STEP)
            return on
        return go_in(self.desk, request, found, target)

    def _code(self, request: Request, sent: Sent) -> Response:
        app, target, step = self.desk.site.app, own_path(sent.text(GO)), token_in(request, STEP)
        try:
            its = (step or "", sent.text(CODE)[:20], came(request))
            found = by_code(app.transaction, app.rules, *its, now=self.desk.site.clock())
        except InputError as error:
            return self._code_form(target, say(error))
        except ConflictError as error:
            return self._form(target, fault=say(error))
        return go_in(self.desk, request, found, target)

    def _password(self, request: Request, sent: Sent) -> Response:
        site, token = self.desk.site, request.path_params["token"]
        app, now = site.app, site.clock()
        typed = (sent.texts.get(PASSWORD, ""), sent.texts.get(AGAIN, ""))
        try:
            choose_password.by_link(app.transaction, app.rules, token, *typed, now=now)
        except InputError as error:
            with app.reading() as session:
                account = accounts.invited(session, app.rules, token, now=now)
            return site.page("choose_password.html", UNPROCESSABLE, account=account, fault=say(error))
        return RedirectResponse(f"{SIGN_IN}?clave=lista", SEE_OTHER)

    async def _sent(self, request: Request) -> Sent:
        """What a form before the sign-in sends, once whoever sends it may try."""
        refuse_foreign(request.headers)
        spend(self.desk.site.limits.sign_ins, caller(request).address)
        return await sent_form(request)

    def _form(self, target: str, email: str = "", fault: str | None = None, *, fresh: bool = False) -> Response:
        its = {"target": target, "email": email, "fault": fault, "fresh": fresh, "provider": self.provider}
        return self.desk.site.page("sign_in.html", UNPROCESSABLE if fault else 200, **its)

    def _code_form(self, target: str, fault: str | None = None) -> Response:
        status = UNPROCESSABLE if fault else 200
        return self.desk.site.page("sign_in_code.html", status, target=target, fault=fault)


def came(request: Request) -> Came:
    """From where somebody signs in."""
    return Came(caller(request).address, request.headers.get("user-agent", ""))


def go_in(desk: Desk, request: Request, found: SignedIn, target: str) -> Response:
    """Let the browser keep a new session and go on; the one that it had ends."""
    before, site = desk.signed_in(request), desk.site
    if before is not None:
        with site.app.transaction() as session:
            web_sessions.sign_out(session, site.app.rules, before, now=site.clock())
    on = RedirectResponse(target, SEE_OTHER)
    give(on, found.token)
    take_back(on, STEP)
    return on
