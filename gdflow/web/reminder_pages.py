"""The log of reminders: what was sent, what was not and why, what another day would bring, and what is in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import ALLOWED, Act, WebSession
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.outbox import NoticeState
from gdflow.services.decide import Why, why
from gdflow.services.explain import explain
from gdflow.services.in_doubt import decide_doubt
from gdflow.services.preview import preview
from gdflow.services.reminder_log import Asked, Fate, reminder_log
from gdflow.services.why_not import why_not
from gdflow.spanish.messages import say
from gdflow.storage.lines import line_by_uid
from gdflow.storage.plans import plan_by_id
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form

LOG = "/recordatorios"
WHY, SIMULATE, DECIDE = f"{LOG}/por-que/{{uid}}", f"{LOG}/simular", f"{LOG}/{{id:int}}/decidir"
TEAM, START, END, FATE, PAGE, DAY, REASON = "equipo", "desde", "hasta", "estado", "pagina", "dia", "motivo"
FARTHEST = timedelta(days=92)
"""How far ahead a day may lie: each day up to it is lived through."""
UNPROCESSABLE, LONGEST = 422, 10
DECISIONS: Mapping[str, NoticeState] = {
    "llego": NoticeState.SENT,
    "repetir": NoticeState.QUEUED,
    "dejar": NoticeState.SUPPRESSED,
}


@dataclass(frozen=True, slots=True)
class Days:
    """The day that is shown, and between which others it can be chosen."""

    shown: date
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ReminderPages:
    """The pages about reminders."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route(LOG, self.log),
            Route(WHY, self.why),
            Route(SIMULATE, self.simulate),
            Route(DECIDE, self.decide, methods=["POST"]),
        ]

    def log(self, request: Request) -> Response:
        """What was sent and what was not."""
        return self._log(request, self.desk.person(request, Act.SEE), "", 200)

    def why(self, request: Request) -> Response:
        """Why a line was or was not reminded on a day."""
        person = self.desk.person(request, Act.SEE)
        app, rules = self.desk.site.app, self.desk.site.app.rules
        day = day_in(request.query_params, DAY) or rules.today(self.desk.site.clock())
        with app.reading() as session:
            line = line_by_uid(session, rules.entity_id, request.path_params["uid"])
            if line is None:
                raise NotFoundError("unknown_page")
            plan = plan_by_id(session, line.plan_id)
            found = explain(session, rules, plan, line, as_of=day)
        return self.desk.page(request, person, "why.html", found=found, day=day)

    def simulate(self, request: Request) -> Response:
        """What would leave on a day if nobody answered until then."""
        person = self.desk.person(request, Act.SEE)
        app, now = self.desk.site.app, self.desk.site.clock()
        rules = app.rules
        today = rules.today(now)
        usual = rules.calendar.roll_forward(today + timedelta(days=1))
        day = min(max(day_in(request.query_params, DAY) or usual, today), today + FARTHEST)
        with app.rehearsal() as session:
            found = preview(session, rules, None, start=day, end=day, now=now)
        closed = rules.calendar.why_closed(day)
        days = Days(day, today, today + FARTHEST)
        return self.desk.page(request, person, "simulate.html", found=found, closed=closed, days=days)

    async def decide(self, request: Request) -> Response:
        """Decide about a mail of which nobody knows whether it arrived."""
        person = await run_in_threadpool(self.desk.person, request, Act.REMIND)
        return await run_in_threadpool(self._decide, request, person, await sent_form(request))

    def _decide(self, request: Request, person: WebSession, sent: Sent) -> Response:
        app, now = self.desk.site.app, self.desk.site.clock()
        try:
            given, state = _decision(sent, actor(person))
            with app.transaction() as session:
                decide_doubt(session, app.rules, request.path_params["id"], state, given, now=now)
        except (InputError, ConflictError) as error:
            return self._log(request, person, say(error), UNPROCESSABLE)
        return RedirectResponse(f"{LOG}?hecho=duda", SEE_OTHER)

    def _log(self, request: Request, person: WebSession, fault: str, status: int) -> Response:
        app, now = self.desk.site.app, self.desk.site.clock()
        asked = asked_of(request.query_params)
        with app.reading() as session:
            found = reminder_log(session, app.rules, asked, now=now)
            known = asked.team_id in {team.id for team in found.teams}
            reasons = why_not(session, app.rules, asked.team_id, now=now) if known and asked.team_id else ()
        return self.desk.page(
            request,
            person,
            "reminders.html",
            status,
            log=found,
            asked=asked,
            fates=tuple(Fate),
            reasons=reasons,
            fault=fault,
            done=request.query_params.get("hecho") == "duda",
            link=lambda **changes: link_of(replace(asked, **changes)),
            can={act.value for act in ALLOWED[person.account.role]},
        )


def _decision(sent: Sent, by: str) -> tuple[Why, NoticeState]:
    """Who decided what of a mail. Raises InputError: reason_needed, unknown_fate."""
    if not sent.text(REASON):
        raise InputError("reason_needed")
    if sent.text("decision") not in DECISIONS:
        raise InputError("unknown_fate")
    return why(by, sent.text(REASON)), DECISIONS[sent.text("decision")]


def asked_of(query: QueryParams) -> Asked:
    """What an address asks for; what nobody could mean is left out."""
    team, page = query.get(TEAM, ""), query.get(PAGE, "")
    return Asked(
        team_id=int(team) if _is_number(team) else None,
        start=day_in(query, START),
        end=day_in(query, END),
        fate=next((each for each in Fate if each.value == query.get(FATE)), None),
        page=int(page) if _is_number(page) else 1,
    )


def day_in(query: QueryParams, name: str) -> date | None:
    """The day that an address names; None for none, and for what is no day."""
    try:
        return date.fromisoformat(query.get(name, ""))
    except ValueError:
        return None


def link_of(asked: Asked) -> str:
    """The address of a page of the log."""
    said = {TEAM: asked.team_id, START: asked.start, END: asked.end, FATE: asked.fate, PAGE: asked.page}
    return f"{LOG}?{urlencode({name: str(value) for name, value in said.items() if value})}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < LONGEST
