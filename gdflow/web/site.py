"""What all pages share: the installation, the clock, who may ask how much, and how a page is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gdflow.app import App
from gdflow.domain.errors import NotFoundError
from gdflow.domain.links import TeamLink
from gdflow.services import links
from gdflow.web.caller import Caller
from gdflow.web.guard import MAX_BODY, SAFE, refuse_foreign
from gdflow.web.limits import Limiter, Limits

Clock = Callable[[], datetime]


class TooManyError(Exception):
    """A caller asks for more than its share. wait: whole seconds until it may ask again."""

    def __init__(self, wait: float) -> None:
        super().__init__(wait)
        self.wait = int(wait) + 1


@dataclass(frozen=True, slots=True)
class Site:
    """An installation as its pages see it."""

    app: App
    clock: Clock
    limits: Limits
    templates: Environment
    work_soon: Callable[[], None] = lambda: None
    """Asks for jobs that were kept to be carried out; called once they are committed."""

    def admit(self, request: Request) -> TeamLink:
        """The link by which a request comes, once it may go on.

        Raises what links.find raises, TooManyError, and ForeignOriginError for a change that another site asks for.
        Who has asked for too many links that do not exist waits; those that serve open meanwhile, for a whole entity
        may stand behind one address.
        """
        address, token = caller(request).address, request.path_params["token"]
        spend(self.limits.requests, address)
        try:
            with self.app.reading() as session:
                link = links.find(session, self.app.rules, token, now=self.clock())
        except NotFoundError:
            spend(self.limits.bad_links, address)
            raise
        if request.method not in SAFE:
            refuse_foreign(request.headers)
            spend(self.limits.changes, str(link.id))
            # A body of a length that nobody says may be as long as any.
            spend(self.limits.bytes, str(link.id), int(request.headers.get("content-length") or MAX_BODY))
        return link

    def page(self, name: str, status: int = 200, **facts: object) -> HTMLResponse:
        """A page out of a template."""
        rules = self.app.rules
        shown = self.templates.get_template(name).render(entity=rules.entity, contact=rules.coordinator, **facts)
        return HTMLResponse(shown, status)

    def message(self, request: Request, status: int, heading: str, text: str) -> Response:
        """A page that only says something; to a request that replaces a part of a page, that part."""
        name = "fragment_message.html" if by_script(request) else "message.html"
        is_of_team = request.url.path.startswith(links.PATH)
        return self.page(name, status, heading=heading, text=text, board=not is_of_team)


def caller(request: Request) -> Caller:
    """Who asks."""
    found: Caller = request.scope["gdflow.caller"]
    return found


def by_script(request: Request) -> bool:
    """Whether the answer takes the place of a part of a page that is open."""
    return request.headers.get("hx-request") == "true"


def actor(link: TeamLink) -> str:
    """How the record names whoever came by a link: nobody logs in, so it names the team and the link."""
    return f"{link.team} (página, enlace {link.id})"


def spend(limiter: Limiter, key: str, cost: float = 1) -> None:
    """Take from a caller's share. Raises TooManyError when nothing of it is left."""
    if wait := limiter.take(key, cost):
        raise TooManyError(wait)
