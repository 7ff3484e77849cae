"""Short ways to review in an installation, as a coordinator does."""

from collections.abc import Sequence

from gdflow.app import App
from gdflow.domain.reviews import Review, ReviewMode
from gdflow.domain.submitted import Submitted
from gdflow.services.review import accept_all, give_back_all, reports_of, set_mode
from tests.support.cast import at
from tests.support.installation import plan

BY = "Coordinación"
NOTE = "Falta la evidencia."


def reviewing(app: App, mode: ReviewMode = ReviewMode.COORDINATOR, day: str = "2023-06-01") -> None:
    """The plan's reports have a reviewer from now on, or none any more."""
    chosen = plan(app)
    with app.transaction() as session:
        set_mode(session, app.rules, chosen, mode, by=BY, now=at(day))


def reports(app: App, period: str | None = None) -> dict[int, Submitted]:
    """The reports that have a reviewer, by row."""
    with app.reading() as session:
        return {each.row: each for each in reports_of(session, app.rules, None, period)}


def accepted(app: App, rows: Sequence[int], day: str) -> tuple[Review, ...]:
    """Reports accepted on a day."""
    ids = [reports(app)[row].result_id for row in rows]
    with app.transaction() as session:
        return accept_all(session, app.rules, ids, by=BY, now=at(day))


def returned(app: App, rows: Sequence[int], day: str, note: str = NOTE) -> tuple[Review, ...]:
    """Reports sent back on a day."""
    ids = [reports(app)[row].result_id for row in rows]
    with app.transaction() as session:
        return give_back_all(session, app.rules, ids, note, by=BY, now=at(day))
