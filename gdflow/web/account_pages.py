"""The accounts of an entity, for whoever gives and takes them."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import Account, Act, Role, WebSession
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.rules import Rules
from gdflow.services import accounts, invite, web_sessions
from gdflow.services.invite import Invitation
from gdflow.spanish.messages import say
from gdflow.storage.engine import Session
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form

HERE, UNPROCESSABLE = "/cuentas", 422
ONE = HERE + "/{id:int}"
NAME, EMAIL, ROLE = "nombre", "correo", "perfil"
DONE = {
    "activada": "La cuenta quedó activa.",
    "desactivada": "La cuenta quedó desactivada y sus sesiones se cerraron.",
    "perfil": "El perfil cambió; vale desde la siguiente página que esa persona abra.",
    "sin-codigo": "Ya no se le pide código a esa persona. Que lo active de nuevo desde su cuenta.",
    "sesiones": "Las sesiones de esa persona se cerraron.",
}
"""What was done, by the word in the address to which a form leads."""
Change = Callable[[Session, Account, WebSession, Sent], object]


@dataclass(frozen=True, slots=True)
class AccountPages:
    """The page of all accounts, and what is done to one of them."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(HERE, self.whole),
            Route(HERE, self.add, methods=["POST"]),
            self._changed("/activar", "activada", self._enable),
            self._changed("/desactivar", "desactivada", self._disable),
            self._changed("/perfil", "perfil", self._set_role),
            self._changed("/quitar-codigo", "sin-codigo", self._drop_factor),
            self._changed("/cerrar-sesiones", "sesiones", self._end_sessions),
            Route(ONE + "/enlace", self.link, methods=["POST"]),
        ]

    def whole(self, request: Request) -> Response:
        """The page."""
        return self._page(request, self.desk.person(request, Act.ACCOUNTS))

    async def add(self, request: Request) -> Response:
        """Give somebody an account, and the link to choose a password."""
        found = await run_in_threadpool(self.desk.person, request, Act.ACCOUNTS)
        return await run_in_threadpool(self._add, request, found, await sent_form(request))

    def link(self, request: Request) -> Response:
        """Give somebody another link to choose a password."""
        found, site = self.desk.person(request, Act.ACCOUNTS), self.desk.site
        with site.app.transaction() as session:
            account = accounts.by_id(session, site.app.rules, request.path_params["id"])
            given = self._invite(session, account, found)
        return self._page(request, found, given=given)

    def _add(self, request: Request, found: WebSession, sent: Sent) -> Response:
        site, by, now = self.desk.site, actor(found), self.desk.site.clock()
        try:
            role = accounts.role_of(sent.text(ROLE))
            its = {"email": sent.text(EMAIL), "name": sent.text(NAME)}
            with site.app.transaction() as session:
                account = accounts.add(session, site.app.rules, **its, role=role, by=by, now=now)
                given = self._invite(session, account, found)
        except (InputError, ConflictError) as error:
            return self._page(request, found, UNPROCESSABLE, sent=sent, fault=say(error))
        return self._page(request, found, given=given)

    def _invite(self, session: Session, account: Account, found: WebSession) -> Invitation:
        site = self.desk.site
        give = invite.send if site.app.settings.mail.mode == "smtp" else invite.hand_over
        return give(session, site.app.rules, account, by=actor(found), now=site.clock())

    def _changed(self, path: str, done: str, change: Change) -> Route:
        """A route that changes one account and leads back to the page."""

        async def posted(request: Request) -> Response:
            found = await run_in_threadpool(self.desk.person, request, Act.ACCOUNTS)
            return await run_in_threadpool(self._change, request, found, await sent_form(request), change, done)

        return Route(ONE + path, posted, methods=["POST"])

    def _change(self, request: Request, found: WebSession, sent: Sent, change: Change, done: str) -> Response:
        app = self.desk.site.app
        try:
            with app.transaction() as session:
                change(session, accounts.by_id(session, app.rules, request.path_params["id"]), found, sent)
        except (InputError, ConflictError) as error:
            return self._page(request, found, UNPROCESSABLE, fault=say(error))
        return RedirectResponse(f"{HERE}?hecho={done}", SEE_OTHER)

    def _enable(self, session: Session, account: Account, found: WebSession, _sent: Sent) -> object:
        return accounts.enable(session, *self._its(account), by=actor(found), now=self.desk.site.clock())

    def _disable(self, session: Session, account: Account, found: WebSession, _sent: Sent) -> object:
        _refuse_own(account, found)
        return accounts.disable(session, *self._its(account), by=actor(found), now=self.desk.site.clock())

    def _set_role(self, session: Session, account: Account, found: WebSession, sent: Sent) -> object:
        _refuse_own(account, found)
        role = accounts.role_of(sent.text(ROLE))
        return accounts.set_role(session, *self._its(account), role, by=actor(found), now=self.desk.site.clock())

    def _drop_factor(self, session: Session, account: Account, found: WebSession, _sent: Sent) -> object:
        _refuse_own(account, found)
        return accounts.drop_factor(session, *self._its(account), by=actor(found), now=self.desk.site.clock())

    def _end_sessions(self, session: Session, account: Account, found: WebSession, _sent: Sent) -> object:
        now = self.desk.site.clock()
        return web_sessions.end_all(session, *self._its(account), by=actor(found), now=now, but=found.id)

    def _its(self, account: Account) -> tuple[Rules, Account]:
        return self.desk.site.app.rules, account

    def _page(
        self,
        request: Request,
        found: WebSession,
        status: int = 200,
        *,
        sent: Sent | None = None,
        fault: str | None = None,
        given: Invitation | None = None,
    ) -> Response:
        site = self.desk.site
        with site.app.reading() as session:
            known = accounts.listed(session, site.app.rules)
        typed = {name: sent.text(name) if sent else "" for name in (NAME, EMAIL, ROLE)}
        return self.desk.page(
            request,
            found,
            "accounts.html",
            status,
            accounts=known,
            roles=tuple(Role),
            typed=typed,
            fault=fault,
            given=given,
            link=None if given is None or given.path is None else self._whole(request, given.path),
            done=DONE.get(request.query_params.get("hecho", "")),
        )

    def _whole(self, request: Request, path: str) -> str:
        """A path as an address that can be handed over."""
        return (self.desk.site.app.rules.public_url or str(request.base_url).rstrip("/")) + path


def _refuse_own(account: Account, found: WebSession) -> None:
    """Whoever took their own account, role or code by mistake could not give it back."""
    if account.id == found.account.id:
        raise ConflictError("own_account")
