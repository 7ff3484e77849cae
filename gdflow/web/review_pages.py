"""Reviewing what teams sent: one report after the other, with what stands around it, or all of a team at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import ALLOWED, Act, WebSession
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.rules import Rules
from gdflow.domain.submitted import Submitted
from gdflow.services.evidence import served
from gdflow.services.quarantine import waiting_mails
from gdflow.services.review import accept_all, give_back_all, note_text
from gdflow.services.review_desk import (
    ReviewCase,
    ReviewGroup,
    ReviewQueue,
    case_of,
    evidence_file,
    review_queue,
)
from gdflow.spanish.desk_says import say_here
from gdflow.storage.engine import Session
from gdflow.storage.lines import line_by_uid
from gdflow.storage.submitted import submitted_by_ids
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form
from gdflow.web.site import by_script

HERE = "/revision"
ONE = HERE + "/{id:int}"
EVIDENCE = "/evidencia/{id:int}"
PLAN, PERIOD, TEAM, REPORT, LINE, DONE = "plan", "periodo", "equipo", "reporte", "linea", "hecho"
REPORTS, TEMPLATE, NOTE = "reportes", "plantilla", "nota"
UNPROCESSABLE, CONFLICT = 422, 409
Answer = Callable[[Session, Rules, Sequence[int]], object]
"""Says something of reports, by their numbers."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody reviews: of a plan, a period and a team's id; blanks for all."""

    plan: str = ""
    period: str = ""
    team: str = ""

    def link(self, **more: object) -> str:
        """The address of the page for it."""
        own: dict[str, object] = {PLAN: self.plan, PERIOD: self.period, TEAM: self.team}
        said = {name: str(value) for name, value in {**own, **more}.items() if value}
        return f"{HERE}?{urlencode(said)}" if said else HERE


@dataclass(frozen=True, slots=True)
class Told:
    """What was just done, or why it was not. about: the report whose note is to be mended; "equipo" for all."""

    done: tuple[Submitted, ...] = ()
    fault: str = ""
    about: str = ""
    note: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the queue as it is narrowed, and the report at hand; previous, following: beside it."""

    wanted: Wanted
    whole: ReviewQueue
    queue: ReviewQueue
    case: ReviewCase | None
    group: ReviewGroup | None
    previous: int | None
    following: int | None


@dataclass(frozen=True, slots=True)
class ReviewPages:
    """The pages of whoever reviews."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(HERE, self.whole),
            Route(f"{ONE}/aceptar", self.accept, methods=["POST"]),
            Route(f"{ONE}/devolver", self.give_back, methods=["POST"]),
            Route(f"{HERE}/aceptar", self.accept, methods=["POST"]),
            Route(f"{HERE}/devolver", self.give_back, methods=["POST"]),
            Route(EVIDENCE, self.evidence),
        ]

    def whole(self, request: Request) -> Response:
        """The page with the report that is asked for, else with what is to be reviewed first."""
        person, query = self.desk.person(request, Act.REVIEW), request.query_params
        wanted = Wanted(query.get(PLAN, ""), query.get(PERIOD, ""), query.get(TEAM, ""))
        app, asked = self.desk.site.app, query.get(REPORT, "")
        with app.reading() as session:
            done = submitted_by_ids(session, app.rules.entity_id, _numbers(query.get(DONE, "")))
            queue = review_queue(session, app.rules, app.rules.today(self.desk.site.clock()))
            wanted_id = int(asked) if _is_number(asked) else _of_line(session, app.rules, queue, query.get(LINE, ""))
            shown = _shown(session, app.rules, wanted, queue, wanted_id)
        gone = wanted_id is not None and (shown.case is None or shown.case.report.result_id != wanted_id)
        told = Told(done, fault=say_here(NotFoundError("unknown_report")) if gone else "")
        return self._page(request, person, shown, told)

    def evidence(self, request: Request) -> Response:
        """A file that a team gave, never opened within the site."""
        self.desk.person(request, Act.SEE)
        app = self.desk.site.app
        with app.reading() as session:
            handed = served(session, evidence_file(session, app.rules, request.path_params["id"]).id)
        return Response(app.evidence.get(handed.evidence.sha256 or ""), headers=dict(handed.headers))

    async def accept(self, request: Request) -> Response:
        """Accept a report, or all of a team's that the page showed."""
        person = await run_in_threadpool(self.desk.person, request, Act.REVIEW)
        return await run_in_threadpool(self._accept, request, person, await sent_form(request))

    async def give_back(self, request: Request) -> Response:
        """Send a report back with a note, or all of a team's that the page showed."""
        person = await run_in_threadpool(self.desk.person, request, Act.REVIEW)
        return await run_in_threadpool(self._give_back, request, person, await sent_form(request))

    def _accept(self, request: Request, person: WebSession, sent: Sent) -> Response:
        now = self.desk.site.clock()
        return self._answer(
            request,
            person,
            sent,
            lambda session, rules, ids: accept_all(session, rules, ids, by=actor(person), now=now),
        )

    def _give_back(self, request: Request, person: WebSession, sent: Sent) -> Response:
        now, chosen = self.desk.site.clock(), sent.text(TEMPLATE)

        def give(session: Session, rules: Rules, ids: Sequence[int]) -> object:
            note = note_text(rules, sent.text(NOTE), int(chosen) if _is_number(chosen) else None)
            return give_back_all(session, rules, ids, note, by=actor(person), now=now)

        return self._answer(request, person, sent, give)

    def _answer(self, request: Request, person: WebSession, sent: Sent, answer: Answer) -> Response:
        """Do it, and go on to the next report; what cannot be done is told beside the report that it was about."""
        app, wanted = self.desk.site.app, Wanted(sent.text(PLAN), sent.text(PERIOD), sent.text(TEAM))
        ids = _asked(request, sent)
        if not ids:
            return self._refused(request, person, sent, NotFoundError("nothing_to_review"))
        with app.reading() as session:
            before = review_queue(session, app.rules, app.rules.today(self.desk.site.clock()))
        following = _after(before.narrowed(wanted.plan, wanted.period, wanted.team), ids)
        try:
            with app.transaction() as session:
                answer(session, app.rules, ids)
        except (InputError, ConflictError, NotFoundError) as error:
            return self._refused(request, person, sent, error)
        if not by_script(request):
            said = {REPORT: following, DONE: ",".join(map(str, ids))}
            return RedirectResponse(wanted.link(**said), SEE_OTHER)
        with app.reading() as session:
            done = submitted_by_ids(session, app.rules.entity_id, ids)
        return self._page(request, person, self._again(wanted, following), Told(done))

    def _refused(self, request: Request, person: WebSession, sent: Sent, error: GdflowError) -> Response:
        wanted = Wanted(sent.text(PLAN), sent.text(PERIOD), sent.text(TEAM))
        own = request.path_params.get("id")
        about = "" if not isinstance(error, InputError) else "equipo" if own is None else str(own)
        told = Told((), say_here(error), about, sent.text(NOTE), sent.text(TEMPLATE))
        at = own if own is not None else next(iter(_numbers(sent.text(REPORTS))), None)
        status = UNPROCESSABLE if isinstance(error, InputError) else CONFLICT
        return self._page(request, person, self._again(wanted, at), told, status)

    def _again(self, wanted: Wanted, result_id: int | None) -> Shown:
        app = self.desk.site.app
        with app.reading() as session:
            queue = review_queue(session, app.rules, app.rules.today(self.desk.site.clock()))
            return _shown(session, app.rules, wanted, queue, result_id)

    def _page(self, request: Request, person: WebSession, shown: Shown, told: Told, status: int = 200) -> Response:
        app = self.desk.site.app
        with app.reading() as session:
            apart = len(waiting_mails(session, app.rules))
        today = app.rules.today(self.desk.site.clock())
        facts = {
            "shown": shown,
            "told": told,
            "notes": app.rules.review.notes,
            "correct_by": app.rules.calendar.nth(app.rules.review.correct_days, after=today),
            "apart": apart,
            "can": {act.value for act in ALLOWED[person.account.role]},
        }
        if by_script(request):
            return self.desk.site.page("review_answer.html", status, oob=True, **facts)
        return self.desk.page(request, person, "review.html", status, oob=False, **facts)


def _shown(session: Session, rules: Rules, wanted: Wanted, whole: ReviewQueue, result_id: int | None) -> Shown:
    """The page with a report, else with the first that waits."""
    queue = whole.narrowed(wanted.plan, wanted.period, wanted.team)
    case = _case(session, rules, result_id)
    if case is None and queue.waiting:
        case = _case(session, rules, queue.waiting[0].report.result_id)
    ids = [each.report.result_id for each in queue.waiting]
    own = case.report.result_id if case else 0
    at = ids.index(own) if own in ids else None
    group = next((each for each in queue.groups if own in each.result_ids), None)
    previous = ids[at - 1] if at else None
    following = (ids[at + 1 :] if at is not None else ids)[:1]
    return Shown(wanted, whole, queue, case, group, previous, following[0] if following else None)


def _case(session: Session, rules: Rules, result_id: int | None) -> ReviewCase | None:
    try:
        return None if result_id is None else case_of(session, rules, result_id)
    except NotFoundError:
        return None


def _after(queue: ReviewQueue, ids: Sequence[int]) -> int | None:
    """The report that comes after these in the queue, else the first that is left."""
    known = [each.report.result_id for each in queue.waiting]
    places = [known.index(each) for each in ids if each in known]
    later = known[max(places) + 1 :] if places else []
    return next((each for each in (*later, *known) if each not in ids), None)


def _asked(request: Request, sent: Sent) -> tuple[int, ...]:
    """The reports of which something is said: the one in the address, or those that the page showed."""
    own = request.path_params.get("id")
    return (int(own),) if own is not None else _numbers(sent.text(REPORTS))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(",") if _is_number(each))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 15


def _of_line(session: Session, rules: Rules, queue: ReviewQueue, uid: str) -> int | None:
    """The first report of a line that waits, by the line's uid."""
    line = line_by_uid(session, rules.entity_id, uid) if uid else None
    found = (each.report for each in queue.waiting if line is not None and each.report.line_id == line.id)
    return next((report.result_id for report in found), None)
