"""The reminder policy: its ladder in words, and what it would send on the coming days if nobody answered."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gdflow.domain.access import Act
from gdflow.domain.errors import InputError
from gdflow.services.find import find_plan
from gdflow.services.preview import PlannedNotice, preview
from gdflow.spanish import policy as words
from gdflow.spanish.desk_says import say_here
from gdflow.storage import plans
from gdflow.web.desk import Desk
from gdflow.web.incoming import day_of

HERE, UNPROCESSABLE = "/politica", 422
PLAN, FROM, TO = "plan", "desde", "hasta"
FORTNIGHT = timedelta(days=13)
MOST_DAYS = 92
"""Each of them is lived through: what is written in between is forgotten, but it takes its time."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """What would leave on a day."""

    day: date
    notices: tuple[PlannedNotice, ...]


@dataclass(frozen=True, slots=True)
class PolicyPages:
    """The page of the policy."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(HERE, self.whole)]

    def whole(self, request: Request) -> Response:
        """The ladder, and the days that are asked for."""
        person, app, query = self.desk.person(request, Act.SEE), self.desk.site.app, request.query_params
        today, fault, days = app.rules.today(self.desk.site.clock()), None, None
        first, last = today, today + FORTNIGHT
        try:
            if FROM in query:
                first, last = _days(query.get(FROM, ""), query.get(TO, ""), today)
                days = self._planned(query.get(PLAN, ""), first, last)
        except InputError as error:
            fault = say_here(error)
        with app.reading() as session:
            known = plans.plans_of(session, app.rules.entity_id)
        rules = app.rules
        return self.desk.page(
            request,
            person,
            "policy.html",
            UNPROCESSABLE if fault else 200,
            results=tuple(words.ladder_sentences(rules.policy.results)),
            deadlines=tuple(words.ladder_sentences(rules.policy.deadlines)),
            sentences=(
                words.reporting_sentence(rules.reporting),
                words.window_sentence(rules.window),
                words.chain_sentence(rules.policy.chain),
            ),
            known=known,
            plan=query.get(PLAN, ""),
            first=first,
            last=last,
            today=today,
            days=days,
            fault=fault,
        )

    def _planned(self, plan: str, first: date, last: date) -> tuple[PlannedDay, ...]:
        app, now = self.desk.site.app, self.desk.site.clock()
        with app.rehearsal() as session:
            code = find_plan(session, app.rules.entity_id, plan).code if plan else None
            found = preview(session, app.rules, code, start=first, end=last, now=now)
        by_day = groupby(found, key=lambda notice: app.rules.today(notice.leaves))
        return tuple(PlannedDay(day, tuple(notices)) for day, notices in by_day)


def _days(start: str, end: str, today: date) -> tuple[date, date]:
    """Two days from today on. Raises InputError: bad_days, days_passed, too_many_days."""
    try:
        first, last = day_of(start), day_of(end)
    except ValueError as error:
        raise InputError("bad_days") from error
    if first is None or last is None or last < first:
        raise InputError("bad_days")
    if first < today:
        raise InputError("days_passed")
    if last - today >= MOST_DAYS * DAY:
        raise InputError("too_many_days", most=MOST_DAYS)
    return first, last
