"""A line with its figures, its reasons and its whole history, and what a coordinator decides about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.access import ALLOWED, Act, WebSession
from gdflow.domain.accumulation import gathered
from gdflow.domain.amendments import AmendedField
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.periods import parse_period
from gdflow.domain.progress import sayable, share_reached
from gdflow.domain.values import values_by_period
from gdflow.report.charts import Bar
from gdflow.services.line_page import LineFigures, LinePage, line_page
from gdflow.spanish.messages import say
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_short
from gdflow.storage.lines import line_by_uid
from gdflow.storage.plans import plan_by_id
from gdflow.web.desk import SEE_OTHER, Desk, actor
from gdflow.web.incoming import Sent, sent_form
from gdflow.web.line_acts import ACT, FIELDS, STEP, TITLES, Deciding, act_of

LINE = "/lineas/{uid}"
UNPROCESSABLE = 422
DO = "hacer"


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody sent about a line and what is to be mended in it."""

    act: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""

    def text(self, act: str, name: str) -> str:
        """What was typed in a field of an act's form."""
        return self.texts.get(name, "") if act == self.act else ""


@dataclass(frozen=True, slots=True)
class LinePages:
    """The pages of lines."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(LINE, self.whole), Route(f"{LINE}/decidir", self.decide, methods=["POST"])]

    def whole(self, request: Request) -> Response:
        """The page of a line."""
        return self._show(request, self.desk.person(request, Act.SEE), Typed(), 200)

    async def decide(self, request: Request) -> Response:
        """Show what an act will change, or do it."""
        person = await run_in_threadpool(self.desk.person, request, Act.DECIDE)
        sent = await sent_form(request)
        return await run_in_threadpool(self._decide, request, person, sent)

    def _decide(self, request: Request, person: WebSession, sent: Sent) -> Response:
        really = sent.text(STEP) == DO
        try:
            told = self._told(request, person, sent, really=really)
        except (InputError, ConflictError) as error:
            texts = {name: sent.text(name) for name in FIELDS}
            return self._show(request, person, Typed(sent.text(ACT), texts, say(error)), UNPROCESSABLE)
        except NotFoundError as error:
            if error.code != "unknown_decision":
                raise
            return self._show(request, person, Typed(sent.text(ACT), {}, say(error)), UNPROCESSABLE)
        if really:
            return RedirectResponse(f"/lineas/{request.path_params['uid']}?hecho={sent.text(ACT)}", SEE_OTHER)
        return self._foreseen(request, person, sent, told)

    def _told(self, request: Request, person: WebSession, sent: Sent, *, really: bool) -> tuple[str, ...]:
        app, now = self.desk.site.app, self.desk.site.clock()
        with app.transaction() if really else app.rehearsal() as session:
            line = line_by_uid(session, app.rules.entity_id, request.path_params["uid"])
            if line is None:
                raise NotFoundError("unknown_page")
            plan = plan_by_id(session, line.plan_id)
            return act_of(sent)(session, Deciding(app.rules, plan, line, sent, actor(person), now))

    def _foreseen(self, request: Request, person: WebSession, sent: Sent, told: tuple[str, ...]) -> Response:
        page = self._page(request)
        fields = {name: sent.text(name) for name in FIELDS if sent.text(name)}
        title = TITLES[sent.text(ACT)]
        return self.desk.page(request, person, "line_act.html", page=page, told=told, fields=fields, title=title)

    def _page(self, request: Request) -> LinePage:
        app = self.desk.site.app
        with app.reading() as session:
            return line_page(session, app.rules, request.path_params["uid"], now=self.desk.site.clock())

    def _show(self, request: Request, person: WebSession, typed: Typed, status: int) -> Response:
        page = self._page(request)
        return self.desk.page(
            request,
            person,
            "line_page.html",
            status,
            page=page,
            figures=page.figures,
            way=way_of(page.figures) if page.figures else (),
            typed=typed,
            titles=TITLES,
            done=TITLES.get(request.query_params.get("hecho", "")),
            fields=tuple(AmendedField),
            can={act.value for act in ALLOWED[person.account.role]},
        )


def way_of(figures: LineFigures) -> tuple[Bar, ...]:
    """The share of its target that the line had reached at the end of each period; nothing where none can be said."""
    row = figures.row.row
    values, own = values_by_period(row), parse_period(row.cell.period)
    ended = [parse_period(cell.period) for cell in row.figures if parse_period(cell.period).end <= own.end]
    found: list[Bar] = []
    for period in ended:
        known = {key: value for key, value in values.items() if parse_period(key).end <= period.end}
        share: Fraction | None = sayable(lambda: share_reached(row.line, gathered(row.line.accumulation, known)))  # noqa: B023  asked at once
        if share is not None:
            found.append(Bar(period_short(period.key), share, percent(share)))
    expected = figures.row.expected
    if found and expected is not None:
        found.append(Bar("Esperado a la fecha", expected, percent(expected)))
    return tuple(found)
