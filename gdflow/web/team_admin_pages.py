"""Teams and their addresses: who reads, who is away, what refuses, and what each team was given."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import Act, WebSession
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.people import Role, Team
from gdflow.domain.texts import folded
from gdflow.services import feeds, links, teams
from gdflow.services.coverage_groups import coverage_of_all
from gdflow.services.forgive import forgive
from gdflow.services.team_directory import ListedTeam, Reach, team_card, team_list
from gdflow.spanish.desk_says import say_here
from gdflow.storage.engine import Session
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.import_pages import chosen_file
from gdflow.web.incoming import Sent, day_of, sent_form
from gdflow.web.plan_files import PlanFiles

HERE, UNPROCESSABLE, CONFLICT, PAGE = "/equipos", 422, 409, 60
ONE = HERE + "/{id:int}"
NAME, EMAIL, ROLE, FROM, TO, NUMBER, FILE = "equipo", "correo", "papel", "desde", "hasta", "numero", "archivo"
SEARCH, REACH, AT = "buscar", "ver", "pagina"
DONE = {
    "contacto": "El correo quedó guardado.",
    "quitado": "Ya no se le escribe a esa dirección.",
    "ausencia": "La ausencia quedó anotada.",
    "regreso": "Quedó anotado que ya volvió.",
    "perdonada": "Se le vuelve a escribir a esa dirección.",
    "enlace": "El enlace ya no sirve.",
    "calendario": "Ese calendario ya no se actualiza.",
}
"""What was done, by the word in the address to which a form leads."""
Change = Callable[[Session, Team, WebSession, Sent], str | None]
"""Changes a team; the address that is shown once, None where there is none."""


@dataclass(frozen=True, slots=True)
class TeamAdminPages:
    """The pages of whoever looks after teams."""

    desk: Desk
    files: PlanFiles

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(HERE, self.whole),
            Route(HERE, self.add, methods=["POST"]),
            Route(f"{HERE}/directorio", self.load, methods=["POST"]),
            Route(f"{HERE}/cobertura", self.coverage),
            Route(ONE, self.one),
            self._changed("/contactos", "contacto", self._add_contact),
            self._changed("/contactos/quitar", "quitado", self._remove),
            self._changed("/ausencia", "ausencia", self._away),
            self._changed("/regreso", "regreso", self._back),
            self._changed("/perdonar", "perdonada", self._forgive),
            self._changed("/enlaces", "", self._issue_link),
            self._changed("/enlaces/retirar", "enlace", self._revoke_link),
            self._changed("/calendario", "", self._issue_feed),
            self._changed("/calendario/retirar", "calendario", self._revoke_feed),
        ]

    def whole(self, request: Request) -> Response:
        """All teams."""
        return self._list(request, self.desk.person(request, Act.CONTACTS))

    def coverage(self, request: Request) -> Response:
        """Whom nobody would reach in the periods that run and the next."""
        person, app = self.desk.person(request, Act.CONTACTS), self.desk.site.app
        with app.reading() as session:
            found = coverage_of_all(session, app.rules, today=app.rules.today(self.desk.site.clock()))
        return self.desk.page(request, person, "coverage.html", found=found)

    def one(self, request: Request) -> Response:
        """A team."""
        return self._card(request, self.desk.person(request, Act.CONTACTS))

    async def add(self, request: Request) -> Response:
        """A team that is in no plan yet, with its first address."""
        person = await run_in_threadpool(self.desk.person, request, Act.CONTACTS)
        return await run_in_threadpool(self._add, request, person, await sent_form(request))

    async def load(self, request: Request) -> Response:
        """The addresses of a directory's file."""
        person = await run_in_threadpool(self.desk.person, request, Act.CONTACTS)
        return await run_in_threadpool(self._load, request, person, await sent_form(request))

    def _add(self, request: Request, person: WebSession, sent: Sent) -> Response:
        app, its = self.desk.site.app, (sent.text(NAME), sent.text(EMAIL), sent.text(ROLE) or Role.MEMBER.value)
        try:
            with app.transaction() as session:
                found = teams.add_team(session, app.rules, *its, by=actor(person), now=self.desk.site.clock())
        except InputError as error:
            return self._list(request, person, UNPROCESSABLE, fault=say_here(error), sent=sent)
        return RedirectResponse(f"{HERE}/{found.id}?hecho=contacto", SEE_OTHER)

    def _load(self, request: Request, person: WebSession, sent: Sent) -> Response:
        app = self.desk.site.app
        try:
            entries = self.files.directory(*chosen_file(sent, FILE, "no_directory_file"))
            with app.transaction() as session:
                now = self.desk.site.clock()
                taken = teams.load_directory(session, app.rules, entries, by=actor(person), now=now)
        except InputError as error:
            return self._list(request, person, UNPROCESSABLE, file_fault=say_here(error))
        return self._list(request, person, taken=taken)

    def _add_contact(self, session: Session, team: Team, person: WebSession, sent: Sent) -> None:
        its = (sent.text(EMAIL), sent.text(ROLE))
        now = self.desk.site.clock()
        teams.add_contact(session, self.desk.site.app.rules, team.name, *its, by=actor(person), now=now)

    def _remove(self, session: Session, team: Team, person: WebSession, sent: Sent) -> None:
        its = (self.desk.site.app.rules, team.name, sent.text(EMAIL))
        teams.remove_contact(session, *its, by=actor(person), now=self.desk.site.clock())

    def _away(self, session: Session, _team: Team, person: WebSession, sent: Sent) -> None:
        app, now = self.desk.site.app, self.desk.site.clock()
        try:
            start, end = day_of(sent.text(FROM)), day_of(sent.text(TO))
        except ValueError as error:
            raise InputError("absence_dates") from error
        if start is None or end is None:
            raise InputError("absence_dates")
        teams.set_away(session, app.rules, sent.text(EMAIL), start, end, by=actor(person), now=now)

    def _back(self, session: Session, _team: Team, person: WebSession, sent: Sent) -> None:
        app, now = self.desk.site.app, self.desk.site.clock()
        teams.set_away(session, app.rules, sent.text(EMAIL), None, None, by=actor(person), now=now)

    def _forgive(self, session: Session, _team: Team, person: WebSession, sent: Sent) -> None:
        app = self.desk.site.app
        forgive(session, app.rules, sent.text(EMAIL), now=self.desk.site.clock(), actor=actor(person))

    def _issue_link(self, session: Session, team: Team, person: WebSession, _sent: Sent) -> str:
        app, now = self.desk.site.app, self.desk.site.clock()
        return links.hand_over(session, app.rules, team.name, None, by=actor(person), now=now).path

    def _revoke_link(self, session: Session, _team: Team, person: WebSession, sent: Sent) -> None:
        app, now = self.desk.site.app, self.desk.site.clock()
        links.revoke(session, app.rules, _number(sent, "unknown_team_link"), by=actor(person), now=now)

    def _issue_feed(self, session: Session, team: Team, person: WebSession, _sent: Sent) -> str:
        app, now = self.desk.site.app, self.desk.site.clock()
        return feeds.issue(session, app.rules, team.name, by=actor(person), now=now).path

    def _revoke_feed(self, session: Session, _team: Team, person: WebSession, sent: Sent) -> None:
        app, now = self.desk.site.app, self.desk.site.clock()
        feeds.revoke(session, app.rules, _number(sent, "unknown_feed"), by=actor(person), now=now)

    def _changed(self, path: str, done: str, change: Change) -> Route:
        """A route that changes one team and leads back to its page."""

        async def posted(request: Request) -> Response:
            person = await run_in_threadpool(self.desk.person, request, Act.CONTACTS)
            return await run_in_threadpool(self._change, request, person, await sent_form(request), change, done)

        return Route(ONE + path, posted, methods=["POST"])

    def _change(self, request: Request, person: WebSession, sent: Sent, change: Change, done: str) -> Response:
        app = self.desk.site.app
        try:
            with app.transaction() as session:
                its = {"today": app.rules.today(self.desk.site.clock())}
                team = team_card(session, app.rules, request.path_params["id"], **its).listed.team
                given = change(session, team, person, sent)
        except (InputError, ConflictError, NotFoundError) as error:
            return self._card(request, person, fault=error)
        if given is None:
            return RedirectResponse(f"{HERE}/{team.id}?hecho={done}", SEE_OTHER)
        return self._card(request, person, given=self._whole(request, given))

    def _list(self, request: Request, person: WebSession, status: int = 200, **told: Any) -> Response:
        app, query = self.desk.site.app, request.query_params
        with app.reading() as session:
            known = team_list(session, app.rules, today=app.rules.today(self.desk.site.clock()))
        found = [each for each in known if _is_wanted(each, query.get(SEARCH, ""), query.get(REACH, ""))]
        pages = max(1, -(-len(found) // PAGE))
        at = query.get(AT, "")
        page = min(max(1, int(at) if at.isascii() and at.isdigit() else 1), pages)
        facts = {"sent": None, "fault": None, "file_fault": None, "taken": None} | told
        facts |= {"known": known, "found": found, "shown": found[(page - 1) * PAGE : page * PAGE]}
        facts |= {"page": page, "pages": pages, "roles": tuple(Role), "reaches": tuple(Reach), "query": query}
        return self.desk.page(request, person, "teams.html", status, **facts)

    def _card(
        self, request: Request, person: WebSession, *, fault: GdflowError | None = None, given: str | None = None
    ) -> Response:
        app, now = self.desk.site.app, self.desk.site.clock()
        with app.reading() as session:
            card = team_card(session, app.rules, request.path_params["id"], today=app.rules.today(now))
        status = 200 if fault is None else UNPROCESSABLE if isinstance(fault, InputError) else CONFLICT
        return self.desk.page(
            request,
            person,
            "team.html",
            status,
            card=card,
            team=card.listed.team,
            roles=tuple(Role),
            today=app.rules.today(now),
            now=now,
            fault=fault and say_here(fault),
            given=given,
            done=DONE.get(request.query_params.get("hecho", "")),
        )

    def _whole(self, request: Request, path: str) -> str:
        """A path as an address that can be handed over."""
        return (self.desk.site.app.rules.public_url or str(request.base_url).rstrip("/")) + path


def _is_wanted(each: ListedTeam, search: str, reach: str) -> bool:
    words = (each.team.name, *(contact.email for contact in each.team.contacts))
    return reach in ("", each.reach.value) and any(folded(search) in folded(word) for word in words)


def _number(sent: Sent, code: str) -> int:
    text = sent.text(NUMBER)
    if not (text.isascii() and text.isdigit()):
        raise NotFoundError(code, found=text)
    return int(text)
