"""Short ways to close and reopen in an installation, as a coordinator or the schedule does."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from gdflow.app import App
from gdflow.domain.closing import Check, Closed, ClosingFacts, Reopening
from gdflow.domain.lines import Line
from gdflow.domain.people import Team
from gdflow.domain.periods import parse_period
from gdflow.services.close_due import ClosingRound, close_due
from gdflow.services.close_period import close_period
from gdflow.services.decide import why
from gdflow.services.reopen import reopen
from gdflow.storage import closings
from tests.support.cast import at
from tests.support.decisions import team
from tests.support.installation import line, plan

Q2 = "2023-Q2"
BY = "Coordinación"
WHY = "El comité se reúne mañana."
REOPENED = why(BY, "El equipo halló un error en su cifra.")


def closed(app: App, day: str, period: str = Q2, *, checks: Iterable[Check] = Check, hour: int = 8) -> Closed:
    """A period closed by a person on a day, in spite of these checks."""
    chosen, wanted = plan(app), parse_period(period)
    spite = dict.fromkeys(checks, WHY)
    with app.transaction() as session:
        return close_period(session, app.rules, chosen, wanted, by=BY, in_spite=spite, now=at(day, hour))


def reopened(
    app: App, day: str, until: str, subject: int | str | None = None, period: str = Q2, hour: int = 8
) -> Reopening:
    """A period opened again for a line (its row), a team (its name) or all."""
    chosen, about = plan(app), _subject(app, subject)
    end = date.fromisoformat(until)
    with app.transaction() as session:
        its = (chosen, parse_period(period), about, end, REOPENED)
        return reopen(session, app.rules, *its, now=at(day, hour))


def closing_round(app: App, day: str, hour: int = 8, **rule: Any) -> ClosingRound:
    """The schedule's closings of a day; rule: what the settings say otherwise."""
    rules = replace(app.rules, closing=replace(app.rules.closing, **rule))
    return close_due(app.transaction, rules, now=at(day, hour))


def closings_of(app: App, period: str = Q2) -> tuple[ClosingFacts, ...]:
    """The closings of a period."""
    with app.reading() as session:
        return closings.closings_of_plan(session, plan(app).id, period)


def _subject(app: App, subject: int | str | None) -> Line | Team | None:
    if subject is None:
        return None
    return line(app, subject) if isinstance(subject, int) else team(app, subject)
