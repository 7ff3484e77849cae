"""Closings and their reports: what was frozen, what changed, each file; and the reports of cuts."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from gdflow.domain.access import ALLOWED, Act, WebSession
from gdflow.domain.closing import Closed
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.jobs import JobKind
from gdflow.report.closing_set import EVIDENCE, EVIDENCE_TITLE
from gdflow.report.evidence_pack import write_evidence_pack
from gdflow.services import jobs
from gdflow.services.closing_desk import cut_choices, facts_of, handed_report, shelf_of, shelves
from gdflow.services.cut_reports import make_cut_report
from gdflow.spanish.desk_says import say_here
from gdflow.storage import closings
from gdflow.storage.jobs import job_by_key
from gdflow.web.board_pages import XLSX, attachment
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form
from gdflow.web.period_pages import HERE as PERIODS
from gdflow.web.period_pages import reports_key
from gdflow.web.streaming import streamed

ONE = PERIODS + "/{plan}/{key}/cierres/{number:int}"
REPORTS = "/informes"
PLAN, CUT = "plan", "corte"
MOST_CHANGES = 60
"""Changes since the closing before that are shown; the minutes hold all of them."""
UNPROCESSABLE, CONFLICT = 422, 409


@dataclass(frozen=True, slots=True)
class ClosingPages:
    """The pages of closings and of all their reports."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(REPORTS, self.every),
            Route(f"{REPORTS}/corte", self.cut, methods=["POST"]),
            Route(ONE, self.whole),
            Route(f"{ONE}/informes", self.write, methods=["POST"]),
            Route(f"{ONE}/{{name}}", self.report),
        ]

    def every(self, request: Request) -> Response:
        """All closings with their reports, and the cuts that can be made."""
        return self._every(request, self.desk.person(request, Act.SEE))

    def whole(self, request: Request) -> Response:
        """A closing: its number, its hash, what it was made in spite of, what changed, its files."""
        person, app = self.desk.person(request, Act.SEE), self.desk.site.app
        with app.reading() as session:
            closed, shelf = shelf_of(session, app.rules, *_asked(request))
            newest = closings.newest_closing(session, closed.facts.plan_id, closed.facts.period)
            job = job_by_key(session, app.rules.entity_id, reports_key(closed.facts))
        return self.desk.page(
            request,
            person,
            "closing.html",
            closed=closed,
            shelf=shelf,
            is_newest=newest is not None and newest.id == closed.facts.id,
            job=job,
            evidence=EVIDENCE,
            most=MOST_CHANGES,
            now_closed=request.query_params.get("hecho") == "cerrado",
            can={act.value for act in ALLOWED[person.account.role]},
        )

    def report(self, request: Request) -> Response:
        """A report as it was written; the pack of evidence is made while it is sent."""
        self.desk.person(request, Act.SEE)
        app, name = self.desk.site.app, request.path_params["name"]
        with app.reading() as session:
            facts = facts_of(session, app.rules, *_asked(request))
            if name != EVIDENCE:
                handed = handed_report(session, app.objects, facts, name)
                return attachment(handed.data, handed.name, handed.media_type)
            closed = closings.closing_by_id(session, facts.id)
        return StreamingResponse(self._pack(closed), headers=_pack_headers(closed))

    def _pack(self, closed: Closed) -> Iterator[bytes]:
        store = self.desk.site.app.evidence
        return streamed(lambda out: write_evidence_pack(closed, store.open, out))

    def write(self, request: Request) -> Response:
        """Ask that the reports be written that a closing lacks."""
        person = self.desk.person(request, Act.CLOSE)
        site, now = self.desk.site, self.desk.site.clock()
        with site.app.transaction() as session:
            facts = facts_of(session, site.app.rules, *_asked(request))
            its = {"plan": facts.plan, "period": facts.period, "closing": str(facts.number)}
            # Asked for twice within a minute it is one job.
            key = f"{reports_key(facts)}:{now:%Y%m%d%H%M}"
            told = {"key": key, "by": actor(person), "now": now}
            job = jobs.request(session, site.app.rules, JobKind.REPORTS, its, **told)  # type: ignore[arg-type]  # keys are the names of parameters
        site.work_soon()
        return RedirectResponse(f"/trabajos/{job.id}", SEE_OTHER)

    async def cut(self, request: Request) -> Response:
        """The workbook of a plan at a cut: what was written down is noted."""
        person = await run_in_threadpool(self.desk.person, request, Act.SEE)
        return await run_in_threadpool(self._cut, request, person, await sent_form(request))

    def _cut(self, request: Request, person: WebSession, sent: Sent) -> Response:
        app, now = self.desk.site.app, self.desk.site.clock()
        try:
            with app.transaction() as session:
                its = (session, app.rules, sent.text(PLAN) or None, sent.text(CUT))
                file = make_cut_report(*its, by=actor(person), now=now)
        except (InputError, ConflictError, NotFoundError) as error:
            return self._every(request, person, say_here(error), UNPROCESSABLE)
        return attachment(file.data, file.name, XLSX)

    def _every(self, request: Request, person: WebSession, fault: str = "", status: int = 200) -> Response:
        app, now = self.desk.site.app, self.desk.site.clock()
        with app.reading() as session:
            found = shelves(session, app.rules)
            cuts = cut_choices(session, app.rules, now=now)
        its = {"shelves": found, "cuts": cuts, "fault": fault, "evidence": EVIDENCE}
        return self.desk.page(request, person, "reports.html", status, **its)


def _asked(request: Request) -> tuple[str, str, int]:
    its = request.path_params
    return its["plan"], its["key"], its["number"]


def _pack_headers(closed: Closed) -> dict[str, str]:
    facts = closed.facts
    name = f"{EVIDENCE_TITLE} {facts.plan} {facts.period} cierre-{facts.number}.zip"
    return {
        "content-type": "application/zip",
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        # It is packed already: to pack it again on its way costs much and saves nothing.
        "content-encoding": "identity",
    }
