"""Short ways to close the periods of an installation and to open them again."""

from collections.abc import Iterable
from datetime import date

from gdflow.app import App
from gdflow.domain.closing import Check, Closed, Reopening
from gdflow.domain.lines import Line
from gdflow.domain.people import Team
from gdflow.domain.periods import parse_period
from gdflow.services.close_period import close_period
from gdflow.services.decide import Why
from gdflow.services.find import find_plan
from gdflow.services.reopen import reopen
from gdflow.services.write_closing import WrittenClosings, write_missing_reports
from tests.support.cast import at

BECAUSE = dict.fromkeys(Check, "El comité es mañana.")


def closed_on(app: App, day: date | str, period: str = "2023-Q2", *, hour: int = 8) -> Closed:
    """The closing of a period by the coordinator, in spite of whatever stands open."""
    with app.transaction() as session:
        plan = find_plan(session, app.rules.entity_id, None)
        asked, now = parse_period(period), at(day, hour)
        return close_period(session, app.rules, plan, asked, by="Coordinación", in_spite=BECAUSE, now=now)


def opened_again(
    app: App, day: date | str, until: date | str, subject: Team | Line | None = None, period: str = "2023-Q2"
) -> Reopening:
    """A closed period open again from a day on."""
    last, given = at(until).date(), Why("Coordinación", "El acta llegó tarde")
    with app.transaction() as session:
        plan = find_plan(session, app.rules.entity_id, None)
        return reopen(session, app.rules, plan, parse_period(period), subject, last, given, now=at(day))


def written_on(app: App, day: date | str) -> WrittenClosings:
    """The round of a day that writes what reports are missing."""
    return write_missing_reports(app.transaction, app.rules, app.objects, app.home, now=at(day))


def files_of(app: App, number: int = 1, period: str = "2023-Q2") -> list[str]:
    """The files that were laid out of a closing, by name."""
    found: Iterable[str] = (path.name for path in (app.home / "reports").glob(f"*/{period}/cierre-{number}/*"))
    return sorted(found)
