"""Loading a plan: the file is read, a person looks and decides, and only then is anything of it stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import Act, WebSession
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.import_drafts import Choices, ImportDraft, Standing
from gdflow.domain.periods import PeriodKind
from gdflow.domain.reviews import ReviewMode
from gdflow.services import import_drafts
from gdflow.services.find import find_plan
from gdflow.services.import_next import next_steps
from gdflow.services.import_preview import preview_import
from gdflow.services.keep import durable, plain_name
from gdflow.services.review import set_mode
from gdflow.services.review_choice import mode_of
from gdflow.spanish.desk_says import say_here
from gdflow.storage import people, plans
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.import_view import LISTED, PLAN, STANDING, SYMBOLS, TONES, Wanted, view_of
from gdflow.web.import_view import NUMBER as PAGE_NUMBER
from gdflow.web.incoming import Sent, day_of, sent_form
from gdflow.web.plan_files import PlanFiles

HERE, UNPROCESSABLE, CONFLICT = "/importar", 422, 409
ONE = HERE + "/{id:int}"
FILE, CUT_OFF, EVERY, CODE, PLACE, DUE, TEAM, ALL, BACK = (
    *("archivo", "corte", "cada", "codigo", "linea", "fecha", "equipo", "todas", "deshacer"),
)
SEEN, MODE = "visto", "revision"
KINDS = tuple(kind for kind in PeriodKind if kind is not PeriodKind.CUSTOM)
Change = Callable[[Request, WebSession, ImportDraft, Sent], Response]


@dataclass(frozen=True, slots=True)
class ImportPages:
    """The pages on which plans are loaded."""

    desk: Desk
    files: PlanFiles

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(HERE, self.whole),
            Route(HERE, self.take, methods=["POST"]),
            Route(ONE, self.one),
            self._changed("/lectura", self._set_reading),
            self._changed("/decidir", self._decide),
            self._changed("/confirmar", self._confirm),
            self._changed("/descartar", self._lay_aside),
            self._changed("/revision", self._set_review),
        ]

    def whole(self, request: Request) -> Response:
        """The page on which a file is chosen."""
        return self._start(request, self.desk.person(request, Act.IMPORT))

    async def take(self, request: Request) -> Response:
        """Read a file and let it wait."""
        person = await run_in_threadpool(self.desk.person, request, Act.IMPORT)
        return await run_in_threadpool(self._take, request, person, await sent_form(request))

    def one(self, request: Request) -> Response:
        """A file that waits, with all that would come of it; or what came of it."""
        person = self.desk.person(request, Act.IMPORT)
        draft = self._draft(request.path_params["id"])
        if draft.waits:
            return self._preview(request, person, draft)
        return self._done(request, person, draft) if draft.result else RedirectResponse(HERE, SEE_OTHER)

    def _take(self, request: Request, person: WebSession, sent: Sent) -> Response:
        app, now = self.desk.site.app, self.desk.site.clock()
        try:
            name, data = chosen_file(sent, FILE, "no_plan_file")
            cut_off = _day(sent, CUT_OFF, "bad_cut_off") or app.rules.today(now)
            self.files.read(name, data, cut_off=cut_off)
        except InputError as error:
            return self._start(request, person, UNPROCESSABLE, say_here(error))
        digest = durable(app.objects, data)
        with app.transaction() as session:
            its = {"name": name, "sha256": digest}
            number = import_drafts.keep(session, app.rules, **its, cut_off=cut_off, by=actor(person), now=now)
        return RedirectResponse(Wanted(number).link(), SEE_OTHER)

    def _set_reading(self, _request: Request, _person: WebSession, draft: ImportDraft, sent: Sent) -> Response:
        app = self.desk.site.app
        cut_off = _day(sent, CUT_OFF, "bad_cut_off") or draft.cut_off
        self.files.read(draft.name, app.objects.get(draft.sha256), cut_off=cut_off)
        every = next((kind for kind in KINDS if kind.value == sent.text(EVERY)), None)
        with app.transaction() as session:
            code = sent.text(CODE) or None
            import_drafts.set_reading(session, app.rules, draft.id, cut_off=cut_off, every=every, code=code)
        return RedirectResponse(_wanted(draft, sent.text(STANDING), sent.text(PLAN), "").link(), SEE_OTHER)

    def _decide(self, _request: Request, _person: WebSession, draft: ImportDraft, sent: Sent) -> Response:
        app, wanted = self.desk.site.app, _wanted(draft, sent.text(STANDING), sent.text(PLAN), sent.text(PAGE_NUMBER))
        if sent.text(BACK):
            with app.transaction() as session:
                import_drafts.take_back(session, app.rules, draft.id, sent.text(PLACE))
        else:
            chosen = self._chosen(draft, sent, wanted)
            with app.transaction() as session:
                import_drafts.choose(session, app.rules, draft.id, chosen)
        return RedirectResponse(f"{wanted.link()}#lineas", SEE_OTHER)

    def _chosen(self, draft: ImportDraft, sent: Sent, wanted: Wanted) -> Choices:
        app = self.desk.site.app
        with app.reading() as session:
            its = {"today": app.rules.today(self.desk.site.clock())}
            preview = preview_import(session, app.rules, draft, self.files.of(draft), **its)
        lines, whole = import_drafts.lines_of(preview), view_of(preview, wanted).plan.read.lines
        if sent.text(ALL) == "fechas":
            return import_drafts.proposed_dues(whole)
        if sent.text(ALL) == "primeros":
            return import_drafts.first_teams(whole)
        if sent.text(ALL) == "equipo":
            return import_drafts.team_for_the_rest(whole, sent.text(TEAM))
        if due := _day(sent, DUE, "bad_due"):
            return import_drafts.due_of(lines, sent.text(PLACE), due)
        return import_drafts.team_of_line(lines, sent.text(PLACE), sent.text(TEAM))

    def _confirm(self, _request: Request, person: WebSession, draft: ImportDraft, sent: Sent) -> Response:
        app, file = self.desk.site.app, self.files.of(draft)
        with app.transaction() as session:
            its = {"seen": sent.text(SEEN), "by": actor(person)}
            import_drafts.confirm(session, app.rules, draft.id, file, **its, now=self.desk.site.clock())
        return RedirectResponse(Wanted(draft.id).link(), SEE_OTHER)

    def _lay_aside(self, _request: Request, person: WebSession, draft: ImportDraft, _sent: Sent) -> Response:
        app = self.desk.site.app
        with app.transaction() as session:
            import_drafts.lay_aside(session, app.rules, draft.id, by=actor(person), now=self.desk.site.clock())
        return RedirectResponse(f"{HERE}?hecho=descartado", SEE_OTHER)

    def _set_review(self, _request: Request, person: WebSession, draft: ImportDraft, sent: Sent) -> Response:
        app = self.desk.site.app
        with app.transaction() as session:
            plan = find_plan(session, app.rules.entity_id, sent.text(PLAN) or None)
            mode = mode_of(sent.text(MODE))
            set_mode(session, app.rules, plan, mode, by=actor(person), now=self.desk.site.clock())
        return RedirectResponse(Wanted(draft.id).link(), SEE_OTHER)

    def _changed(self, path: str, change: Change) -> Route:
        """A route that changes something of one draft; what cannot be done is told on its page."""

        async def posted(request: Request) -> Response:
            person = await run_in_threadpool(self.desk.person, request, Act.IMPORT)
            return await run_in_threadpool(self._change, request, person, await sent_form(request), change)

        return Route(ONE + path, posted, methods=["POST"])

    def _change(self, request: Request, person: WebSession, sent: Sent, change: Change) -> Response:
        draft = self._draft(request.path_params["id"])
        try:
            return change(request, person, draft, sent)
        except (InputError, ConflictError, NotFoundError) as error:
            return self._refused(request, person, error, sent)

    def _refused(self, request: Request, person: WebSession, error: GdflowError, sent: Sent) -> Response:
        status = UNPROCESSABLE if isinstance(error, InputError) else CONFLICT
        draft = self._draft(request.path_params["id"])
        if draft.waits:
            return self._preview(request, person, draft, sent, status, say_here(error))
        if draft.result:
            return self._done(request, person, draft, status, say_here(error))
        return self._start(request, person, status, say_here(error))

    def _draft(self, number: int) -> ImportDraft:
        with self.desk.site.app.reading() as session:
            return import_drafts.find(session, self.desk.site.app.rules, number)

    def _start(self, request: Request, person: WebSession, status: int = 200, fault: str | None = None) -> Response:
        app = self.desk.site.app
        with app.reading() as session:
            waiting = import_drafts.waiting(session, app.rules)
            known = plans.plans_of(session, app.rules.entity_id)
        today, done = app.rules.today(self.desk.site.clock()), request.query_params.get("hecho")
        its = {"waiting": waiting, "known": known, "fault": fault}
        return self.desk.page(request, person, "import.html", status, **its, today=today, done=done)

    def _preview(
        self,
        request: Request,
        person: WebSession,
        draft: ImportDraft,
        sent: Sent | None = None,
        status: int = 200,
        fault: str | None = None,
    ) -> Response:
        app, said = self.desk.site.app, sent.texts if sent else request.query_params
        wanted = _wanted(draft, said.get(STANDING, ""), said.get(PLAN, ""), said.get(PAGE_NUMBER, ""))
        file = self.files.of(draft)
        with app.reading() as session:
            preview = preview_import(session, app.rules, draft, file, today=app.rules.today(self.desk.site.clock()))
            known = plans.plans_of(session, app.rules.entity_id)
            teams = [team.name for team in people.teams_of(session, app.rules.entity_id)]
        view = view_of(preview, wanted)
        facts = {"draft": draft, "preview": preview, "view": view, "wanted": wanted, "known": known, "fault": fault}
        named = {name for line in view.plan.read.lines for name in line.line.teams}
        facts |= {"teams": sorted({*teams, *named}), "kinds": KINDS, "standings": tuple(Standing)}
        facts |= {"symbols": SYMBOLS, "tones": TONES, "listed": LISTED}
        return self.desk.page(request, person, "import_draft.html", status, **facts)

    def _done(
        self,
        request: Request,
        person: WebSession,
        draft: ImportDraft,
        status: int = 200,
        fault: str | None = None,
    ) -> Response:
        app = self.desk.site.app
        with app.reading() as session:
            steps = next_steps(session, app.rules, [str(each["code"]) for each in draft.result])
        became = list(zip(draft.result, steps, strict=True))
        its = {"draft": draft, "fault": fault, "modes": tuple(ReviewMode)}
        return self.desk.page(request, person, "import_done.html", status, **its, plans=became)


def chosen_file(sent: Sent, field: str, code: str) -> tuple[str, bytes]:
    """The name and bytes of the one file of a form. Raises InputError of a code where none was chosen."""
    files = sent.files.get(field)
    if not files:
        raise InputError(code)
    return plain_name(files[0].name), files[0].data


def _wanted(draft: ImportDraft, standing: str, plan: str, page: str) -> Wanted:
    shown = next((each for each in Standing if each.value == standing), None)
    return Wanted(draft.id, _number(plan, 0), shown, _number(page, 1))


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _day(sent: Sent, name: str, code: str) -> date | None:
    try:
        return day_of(sent.text(name))
    except ValueError as error:
        raise InputError(code, found=sent.text(name)) from error
