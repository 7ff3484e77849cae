"""How far long work has come: a page that goes on by itself, and by hand without scripts."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from gdflow.domain.access import Act, WebSession, may
from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.services import jobs
from gdflow.web.desk import SEE_OTHER, Desk, NotAllowedError, actor

ONE = "/trabajos/{id:int}"
ACTS: Mapping[JobKind, Act] = {
    JobKind.REMIND: Act.REMIND,
    JobKind.CONSOLIDATE: Act.SEE,
    JobKind.CLOSE: Act.CLOSE,
    JobKind.REPORTS: Act.CLOSE,
    JobKind.PUBLISH: Act.CLOSE,
    JobKind.BACKUP: Act.SETTINGS,
}
"""Who may ask for a job again: whoever may ask for it."""
LOOK, LONGEST = 1.0, 20.0
"""Seconds between two looks, and for which one answer goes on: the browser asks again, and no stop waits for it."""
OPEN = frozenset({JobState.QUEUED, JobState.RUNNING})


@dataclass(frozen=True, slots=True)
class JobPages:
    """The pages of jobs."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(ONE, self.whole),
            Route(f"{ONE}/avance", self.progress),
            Route(f"{ONE}/repetir", self.repeat, methods=["POST"]),
        ]

    def whole(self, request: Request) -> Response:
        """The page."""
        person = self.desk.person(request, Act.SEE)
        job = self._job(request)
        return self.desk.page(request, person, "job.html", 200, **_facts(job, person))

    async def progress(self, request: Request) -> Response:
        """The same as it goes on, as server-sent events: a piece of the page each time that it changes."""
        await run_in_threadpool(self.desk.person, request, Act.SEE)
        await run_in_threadpool(self._job, request)
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(self._told(request), media_type="text/event-stream", headers=headers)

    def repeat(self, request: Request) -> Response:
        """Ask once more for a job that failed."""
        person, site = self.desk.person(request, Act.SEE), self.desk.site
        job = self._job(request)
        if not may(person.account.role, ACTS[job.kind]):
            raise NotAllowedError(person, ACTS[job.kind])
        told = {"key": job.key, "by": actor(person), "now": site.clock()}
        with site.app.transaction() as session:
            jobs.request(session, site.app.rules, job.kind, job.parameters, **told)  # type: ignore[arg-type]  # keys are the names of parameters
        site.work_soon()
        return RedirectResponse(f"/trabajos/{job.id}", SEE_OTHER)

    async def _told(self, request: Request) -> AsyncIterator[str]:
        began, before = monotonic(), ""
        yield "retry: 1000\n\n"
        while monotonic() - began < LONGEST and not await request.is_disconnected():
            job = await run_in_threadpool(self._job, request)
            shown = self.desk.site.templates.get_template("job_progress.html").render(job=job)
            if shown != before:
                before = shown
                yield _event("avance", shown)
            if job.state not in OPEN:
                yield _event("fin", str(job.state))
                return
            await asyncio.sleep(LOOK)

    def _job(self, request: Request) -> Job:
        """The job of an address. Raises NotFoundError("unknown_job")."""
        app = self.desk.site.app
        with app.reading() as session:
            return jobs.job_of(session, app.rules, request.path_params["id"])


def _facts(job: Job, person: WebSession) -> dict[str, object]:
    own = job.parameters
    closing = own.get("closing") or job.result.get("cierre")
    path = f"/periodos/{own['plan']}/{own['period']}/cierres/{closing}" if closing and "plan" in own else None
    return {
        "job": job,
        "is_open": job.state in OPEN,
        "may_repeat": may(person.account.role, ACTS[job.kind]),
        "closing": path,
    }


def _event(name: str, data: str) -> str:
    lines = "".join(f"data: {line}\n" for line in data.splitlines())
    return f"event: {name}\n{lines}\n"
