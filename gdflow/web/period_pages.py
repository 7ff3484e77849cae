"""Periods: how each stands, what stands in the way of its closing, the closing itself, and opening it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import ALLOWED, Act, WebSession
from gdflow.domain.closing import Check, ClosingFacts
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.jobs import Job, JobKind
from gdflow.domain.period_desk import PeriodDesk
from gdflow.domain.periods import Period, parse_period
from gdflow.domain.texts import folded
from gdflow.services import jobs
from gdflow.services.close_choice import subject_to_reopen
from gdflow.services.decide import why
from gdflow.services.find import find_plan
from gdflow.services.period_desk import close_as_seen, period_desk
from gdflow.services.period_list import plan_periods
from gdflow.services.reopen import reopen
from gdflow.spanish.desk_says import say_here
from gdflow.spanish.periods import period_label
from gdflow.storage.engine import Session
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form

HERE = "/periodos"
ONE = HERE + "/{plan}/{key}"
NAME, SEEN, WHY = "nombre", "visto", "motivo-{check}"
SCOPE, TEAM, LINE, UNTIL, REASON = "alcance", "equipo", "linea", "hasta", "motivo"
ALL, OF_TEAM, OF_LINE = "todo", "equipo", "linea"
CLOSING, OPENING = "cerrar", "reabrir"
UNPROCESSABLE, CONFLICT = 422, 409


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody sent, to which form, and what is to be mended in it. field: where the fault stands, "" for all."""

    form: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""
    field: str = ""

    def text(self, name: str) -> str:
        """What was typed in a field."""
        return self.texts.get(name, "")

    def mends(self, form: str, name: str) -> bool:
        """Whether a form's field is to be mended."""
        return bool(self.fault) and (form, name) == (self.form, self.field)


@dataclass(frozen=True, slots=True)
class PeriodPages:
    """The pages of periods."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(HERE, self.every),
            Route(ONE, self.whole),
            Route(f"{ONE}/cerrar", self.close, methods=["POST"]),
            Route(f"{ONE}/reabrir", self.open_again, methods=["POST"]),
        ]

    def every(self, request: Request) -> Response:
        """The list of all periods."""
        person, app, now = self.desk.person(request, Act.SEE), self.desk.site.app, self.desk.site.clock()
        with app.reading() as session:
            found = plan_periods(session, app.rules, now=now)
        return self.desk.page(request, person, "periods.html", plans=found, today=app.rules.today(now))

    def whole(self, request: Request) -> Response:
        """The page of a period."""
        person = self.desk.person(request, Act.SEE)
        return self._page(request, person, self._found(request), Typed())

    async def close(self, request: Request) -> Response:
        """Close the period as its page showed it, and have its reports written."""
        person = await run_in_threadpool(self.desk.person, request, Act.CLOSE)
        return await run_in_threadpool(self._close, request, person, await sent_form(request))

    async def open_again(self, request: Request) -> Response:
        """Open a closed period again."""
        person = await run_in_threadpool(self.desk.person, request, Act.CLOSE)
        return await run_in_threadpool(self._open_again, request, person, await sent_form(request))

    def _close(self, request: Request, person: WebSession, sent: Sent) -> Response:
        desk = self._found(request)
        try:
            _check_name(desk, sent.text(NAME))
            facts = self._closed(desk, person, sent)
        except (InputError, ConflictError) as error:
            where = NAME if error.code == "period_name_wrong" else ""
            return self._again(request, person, Typed(CLOSING, sent.texts, say_here(error), where), error)
        self.desk.site.work_soon()
        return RedirectResponse(f"{path_of(facts)}?hecho=cerrado", SEE_OTHER)

    def _closed(self, desk: PeriodDesk, person: WebSession, sent: Sent) -> ClosingFacts:
        """The closing, made here and now; its reports are a job, which goes on whatever becomes of this process."""
        app, now, by = self.desk.site.app, self.desk.site.clock(), actor(person)
        spite = {check: text for check in Check if (text := sent.text(WHY.format(check=check.value)))}
        its = {"by": by, "in_spite": spite, "seen": sent.text(SEEN), "now": now}
        with app.transaction() as session:
            facts = close_as_seen(session, app.rules, desk.plan.code, desk.period, **its).facts  # type: ignore[arg-type]  # keys are the names of parameters
            request_reports(session, self.desk, facts, by=by)
        return facts

    def _open_again(self, request: Request, person: WebSession, sent: Sent) -> Response:
        desk = self._found(request)
        try:
            self._opened(desk, person, sent)
        except (InputError, ConflictError, NotFoundError) as error:
            typed = Typed(OPENING, sent.texts, say_here(error), FIELD_OF.get(error.code, ""))
            return self._again(request, person, typed, error)
        return RedirectResponse(f"{request.url.path.removesuffix('/reabrir')}?hecho=reabierto", SEE_OTHER)

    def _opened(self, desk: PeriodDesk, person: WebSession, sent: Sent) -> None:
        app, now, scope = self.desk.site.app, self.desk.site.clock(), sent.text(SCOPE)
        given, until = why(actor(person), sent.text(REASON)), _day(sent.text(UNTIL))
        whom = {
            "everything": scope == ALL,
            "team": (sent.text(TEAM) or "—") if scope == OF_TEAM else None,
            "line": (sent.text(LINE) or "—") if scope == OF_LINE else None,
        }
        with app.transaction() as session:
            plan = find_plan(session, app.rules.entity_id, desk.plan.code)
            subject = subject_to_reopen(session, app.rules, plan, **whom)  # type: ignore[arg-type]  # keys are the names of parameters
            reopen(session, app.rules, plan, desk.period, subject, until, given, now=now)

    def _found(self, request: Request) -> PeriodDesk:
        """The period of an address. Raises NotFoundError."""
        app, now = self.desk.site.app, self.desk.site.clock()
        code, period = request.path_params["plan"], _period(request.path_params["key"])
        with app.reading() as session:
            return period_desk(session, app.rules, code, period, now=now)

    def _again(self, request: Request, person: WebSession, typed: Typed, error: GdflowError) -> Response:
        """The page as things stand now, with what was typed."""
        status = CONFLICT if isinstance(error, ConflictError) else UNPROCESSABLE
        return self._page(request, person, self._found(request), typed, status)

    def _page(
        self, request: Request, person: WebSession, desk: PeriodDesk, typed: Typed, status: int = 200
    ) -> Response:
        return self.desk.page(
            request,
            person,
            "period.html",
            status,
            desk=desk,
            called=period_label(desk.period.key),
            typed=typed,
            why=WHY,
            base=f"{HERE}/{desk.plan.code}/{desk.period.key}",
            uids={line.id: line for line in desk.lines},
            opened=request.query_params.get("hecho") == "reabierto",
            can={act.value for act in ALLOWED[person.account.role]},
        )


FIELD_OF: Mapping[str, str] = {
    "blank_reason": REASON,
    "bad_date": UNTIL,
    "end_passed": UNTIL,
    "unknown_team": TEAM,
    "reopening_without_lines": TEAM,
    "line_not_found": LINE,
    "scope_needed": SCOPE,
}
"""In which field of the form that opens again a refusal stands."""


def path_of(facts: ClosingFacts) -> str:
    """Where the page of a closing is."""
    return f"{HERE}/{facts.plan}/{facts.period}/cierres/{facts.number}"


def request_reports(session: Session, desk: Desk, facts: ClosingFacts, *, by: str) -> Job:
    """Ask that the reports of a closing be written; once for each closing, again where it failed."""
    its = {"plan": facts.plan, "period": facts.period, "closing": str(facts.number)}
    app = desk.site.app
    key = reports_key(facts)
    return jobs.request(session, app.rules, JobKind.REPORTS, its, key=key, by=by, now=desk.site.clock())


def reports_key(facts: ClosingFacts) -> str:
    """The key of the job that writes the reports of a closing."""
    return f"reports:{facts.id}"


def _check_name(desk: PeriodDesk, typed: str) -> None:
    """Raise InputError("period_name_wrong") unless the period's name was typed, as it is shown or as its key."""
    expected = period_label(desk.period.key)
    if folded(typed) not in (folded(expected), folded(desk.period.key)):
        raise InputError("period_name_wrong", expected=expected)


def _period(key: str) -> Period:
    try:
        return parse_period(key)
    except InputError as error:
        raise NotFoundError("unknown_page") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError("bad_date", found=text) from error
