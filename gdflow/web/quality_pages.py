"""The quality of what is reported, by team and period, with what each figure means; folded and by pages where long."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gdflow.domain.access import Act
from gdflow.domain.errors import InputError
from gdflow.services.find import find_plan
from gdflow.services.quality import quality_report
from gdflow.spanish.desk_says import say_here
from gdflow.storage import periods, plans
from gdflow.web.desk import Desk

HERE, UNPROCESSABLE = "/calidad", 422
PLAN, PERIOD, PAGE = "plan", "periodo", "pagina"
MOST = 100
"""Teams, each once for each period, on a page."""
FOLDED = 30
"""With more than these on a page each period is folded but the first."""


@dataclass(frozen=True, slots=True)
class QualityPages:
    """The page of the quality of the data."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(HERE, self.whole)]

    def whole(self, request: Request) -> Response:
        """The page."""
        person, app, query = self.desk.person(request, Act.SEE), self.desk.site.app, request.query_params
        today, fault, wanted = app.rules.today(self.desk.site.clock()), None, query.get(PERIOD, "")
        with app.reading() as session:
            known = plans.plans_of(session, app.rules.entity_id)
            opened = periods.periods_of_plans(session, [plan.id for plan in known])
            chosen = [find_plan(session, app.rules.entity_id, query[PLAN])] if query.get(PLAN) else []
            try:
                report = quality_report(session, app.rules, chosen, wanted or None, ended_by=today)
            except InputError as error:
                fault = say_here(error)
                report = quality_report(session, app.rules, chosen, ended_by=today)
        pages = max(1, -(-len(report.teams) // MOST))
        page = min(max(1, _number(query.get(PAGE, ""))), pages)
        shown = report.teams[(page - 1) * MOST : page * MOST]
        return self.desk.page(
            request,
            person,
            "quality.html",
            UNPROCESSABLE if fault else 200,
            known=known,
            keys=sorted({each.key for each in opened}, reverse=True),
            plan=query.get(PLAN, ""),
            period=report.period or "",
            report=report,
            parts=[(key, tuple(teams)) for key, teams in groupby(shown, key=lambda each: each.period)],
            folds=len(shown) > FOLDED,
            page=page,
            pages=pages,
            link=_link,
            fault=fault,
        )


def _link(plan: str, period: str, page: int) -> str:
    """The address of a page of it."""
    said = {name: value for name, value in ((PLAN, plan), (PERIOD, period), (PAGE, str(page))) if value}
    return f"{HERE}?{urlencode(said)}"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
