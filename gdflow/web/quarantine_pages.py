"""The mails and files that were set apart: what is in each, why it waits, and the one decision that each asks for."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import ALLOWED, Act, WebSession
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.people import Team
from gdflow.services import quarantine, refused_files
from gdflow.services.decide import why
from gdflow.services.find import find_team
from gdflow.spanish.desk_says import say_here
from gdflow.storage import people
from gdflow.storage.engine import Session
from gdflow.web.board_pages import attachment
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form

HERE = "/revision/cuarentena"
MAIL, FILE = HERE + "/correos/{id:int}", HERE + "/archivos/{id:int}"
TEAM, REASON = "equipo", "motivo"
MOST = 30
"""Mails, and files, that are shown at once: who decides about these sees the next ones."""
ANYTHING = "application/octet-stream"
UNPROCESSABLE, CONFLICT = 422, 409
DONE = {
    "aceptado": "Correo aceptado: sus archivos se leerán en unos minutos, como los de cualquier equipo.",
    "rechazado": "Correo rechazado: no se toma nada de él; sus datos quedan guardados.",
    "archivo": "El archivo se leerá de nuevo en unos minutos. Si no se puede tomar, volverá aquí con su motivo.",
    "descartado": "Archivo descartado: ya no espera a nadie. Queda guardado, con quien lo decidió y por qué.",
}
"""What was done, by the word in the address to which a form leads."""
Decision = Callable[[Session, int, WebSession, Sent], object]


@dataclass(frozen=True, slots=True)
class QuarantinePages:
    """The page of what was set apart. read_soon: asks for what was kept to be read."""

    desk: Desk
    read_soon: Callable[[], None]

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(HERE, self.whole),
            self._decided(f"{MAIL}/aceptar", "aceptado", self._accept),
            self._decided(f"{MAIL}/rechazar", "rechazado", self._reject),
            Route(FILE, self.file),
            self._decided(f"{FILE}/aceptar", "archivo", self._take),
            self._decided(f"{FILE}/descartar", "descartado", self._dismiss),
        ]

    def whole(self, request: Request) -> Response:
        """The page."""
        return self._page(request, self.desk.person(request, Act.REVIEW))

    def file(self, request: Request) -> Response:
        """A file that was refused, to be looked at elsewhere; never opened within the site."""
        self.desk.person(request, Act.REVIEW)
        app = self.desk.site.app
        with app.reading() as session:
            found = refused_files.refused_file(session, app.rules, request.path_params["id"])
        return attachment(app.objects.get(found.sha256), found.name, ANYTHING)

    def _decided(self, path: str, done: str, decide: Decision) -> Route:
        """A route by which somebody decides about one mail or file."""

        async def posted(request: Request) -> Response:
            person = await run_in_threadpool(self.desk.person, request, Act.DECIDE)
            return await run_in_threadpool(self._decide, request, person, await sent_form(request), decide, done)

        return Route(path, posted, methods=["POST"])

    def _decide(self, request: Request, person: WebSession, sent: Sent, decide: Decision, done: str) -> Response:
        number = request.path_params["id"]
        try:
            with self.desk.site.app.transaction() as session:
                decide(session, number, person, sent)
        except (InputError, ConflictError, NotFoundError) as error:
            status = UNPROCESSABLE if isinstance(error, InputError) or error.code == "unknown_team" else CONFLICT
            return self._page(request, person, status, fault=say_here(error), about=request.url.path)
        self.read_soon()
        return RedirectResponse(f"{HERE}?hecho={done}", SEE_OTHER)

    def _accept(self, session: Session, number: int, person: WebSession, sent: Sent) -> object:
        app, now, team = self.desk.site.app, self.desk.site.clock(), self._team(session, sent)
        its = (session, app.rules, app.objects, number)
        return quarantine.accept(*its, by=actor(person), now=now, team=team)

    def _reject(self, session: Session, number: int, person: WebSession, sent: Sent) -> object:
        given = why(actor(person), sent.text(REASON))
        return quarantine.reject(session, self.desk.site.app.rules, number, given, now=self.desk.site.clock())

    def _take(self, session: Session, number: int, person: WebSession, sent: Sent) -> object:
        app, now, team = self.desk.site.app, self.desk.site.clock(), self._team(session, sent)
        return refused_files.take_again(session, app.rules, number, team, by=actor(person), now=now)

    def _dismiss(self, session: Session, number: int, person: WebSession, sent: Sent) -> object:
        given = why(actor(person), sent.text(REASON))
        return refused_files.dismiss(session, self.desk.site.app.rules, number, given, now=self.desk.site.clock())

    def _team(self, session: Session, sent: Sent) -> Team | None:
        """The team that was chosen. Raises NotFoundError("unknown_team")."""
        name = sent.texts.get(TEAM)
        return None if name is None else find_team(session, self.desk.site.app.rules.entity_id, name.strip() or "—")

    def _page(
        self, request: Request, person: WebSession, status: int = 200, *, fault: str = "", about: str = ""
    ) -> Response:
        app = self.desk.site.app
        with app.reading() as session:
            waiting = len(quarantine.waiting_mails(session, app.rules))
            mails = quarantine.look_at_all(session, app.rules, app.objects, MOST)
            files = refused_files.refused_files(session, app.rules, MOST)
            gone = refused_files.dismissed_files(session, app.rules, MOST)
            teams = [team.name for team in people.teams_of(session, app.rules.entity_id)]
        return self.desk.page(
            request,
            person,
            "quarantine.html",
            status,
            mails=mails,
            waiting=waiting,
            files=files,
            gone=gone,
            teams=teams,
            fault=fault,
            about=about,
            done=DONE.get(request.query_params.get("hecho", "")),
            can={act.value for act in ALLOWED[person.account.role]},
        )
