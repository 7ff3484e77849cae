"""Signing in by the entity's own accounts: away to where they are kept, and back."""

import logging
from dataclasses import dataclass
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.errors import ConflictError, DeliveryError, GdflowError, InputError
from gdflow.services.provider_sign_in import by_provider
from gdflow.spanish.messages import say
from gdflow.web.desk import FORBIDDEN, GO, SEE_OTHER, SIGN_IN, Desk, own_path
from gdflow.web.provider import Journey, Provider
from gdflow.web.session_cookie import STEP, give, take_back, token_in
from gdflow.web.sign_in_pages import came, go_in
from gdflow.web.site import caller, spend

AWAY, BACK = SIGN_IN + "/entidad", SIGN_IN + "/entidad/vuelta"
BETWEEN = "~"
"""Between a journey's key and the path to which it leads: no key holds it."""
log = logging.getLogger("gdflow.web")


@dataclass(frozen=True, slots=True)
class ProviderPages:
    """The two steps. Neither is a form: the first writes nothing, the second is where the provider sends people."""

    desk: Desk
    provider: Provider

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(AWAY, self.leave, methods=["GET"]), Route(BACK, self.arrive, methods=["GET"])]

    def leave(self, request: Request) -> Response:
        """Send somebody to the provider."""
        self._spend(request)
        journey, target = Journey.begin(), own_path(request.query_params.get(GO))
        try:
            away = RedirectResponse(self.provider.way_there(journey, self._back(request)), SEE_OTHER)
        except (DeliveryError, InputError) as error:
            return self._refused(request, error)
        give(away, f"{journey.key}{BETWEEN}{quote(target, safe='')}", STEP)
        return away

    def arrive(self, request: Request) -> Response:
        """Take whom the provider vouches for."""
        self._spend(request)
        key, _, target = (token_in(request, STEP) or "").partition(BETWEEN)
        told, site = request.query_params, self.desk.site
        try:
            if not key or not told.get("code"):
                raise InputError("provider_refused", found=told.get("error", "state"))  # noqa: TRY301  told as any other
            its = (Journey(key), told.get("state", ""), told["code"], self._back(request))
            person = self.provider.person(*its, now=site.clock())
            trusted = (person, self.provider.trust, came(request))
            found = by_provider(site.app.transaction, site.app.rules, *trusted, now=site.clock())
        except (DeliveryError, InputError, ConflictError) as error:
            return self._refused(request, error)
        return go_in(self.desk, request, found, own_path(unquote(target)))

    def _spend(self, request: Request) -> None:
        spend(self.desk.site.limits.sign_ins, caller(request).address)

    def _back(self, request: Request) -> str:
        """Where the provider sends people back; where no public address is set, the one by which they came."""
        return (self.desk.site.app.rules.public_url or str(request.base_url).rstrip("/")) + BACK

    def _refused(self, request: Request, error: GdflowError) -> Response:
        log.warning("provider: %s", error)
        refused = isinstance(error, ConflictError)
        heading = "No tiene permiso para entrar" if refused else "No se pudo entrar"
        status = FORBIDDEN if refused else 502 if isinstance(error, DeliveryError) else 422
        answer = self.desk.site.message(request, status, heading, say(error))
        take_back(answer, STEP)
        return answer
