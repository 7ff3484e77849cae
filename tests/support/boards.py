"""The board of the Cartagena plan in the second quarter of 2023, at the stations of its life."""

from datetime import date, timedelta
from typing import Any

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.board import Board, BoardRow
from gdflow.domain.errors import DeliveryError
from gdflow.services.board import board
from tests.services.readings import a_line, reading
from tests.support.cast import GOBIERNO, USO, at
from tests.support.closings import closed_on, opened_again
from tests.support.desk import Desk, signed_in
from tests.support.installation import answered, delivered, given, scanned
from tests.support.reviews import accepted, returned, reviewing
from tests.support.simulated import Record, Time
from tests.support.web import Hours

PERIOD = "2023-Q2"
GOBIERNO_ROWS, USO_ROWS = (9, 10, 11, 15, 16, 17), (18, 19)


def seen(app: App, day: str = "2023-07-12", hour: int = 10, **asked: Any) -> Board:
    """The board at an hour of a day."""
    with app.reading() as session:
        return board(session, app.rules, now=at(day, hour), **({"plan": None, "period": None} | asked))


def row(found: Board, number: int) -> BoardRow:
    """The line of a row of the plan."""
    rows = (each for team in found.teams for each in (*team.rows, *team.exempt))
    return next(each for each in rows if each.line.row == number)


def lived(app: App, first: str, last: str) -> None:
    """Every day from one to another scanned and delivered."""
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        scanned(app, day)
        delivered(app, day)
        day += timedelta(days=1)


def under_way(app: App) -> App:
    """Wednesday 12 July 2023: one report accepted, one returned, one to review, the others overdue."""
    lived(app, "2023-06-26", "2023-07-04")
    reviewing(app)
    answered(app, GOBIERNO, PERIOD, "2023-07-05", {9: 1, 10: 7, 11: 2})
    accepted(app, [9], "2023-07-06")
    returned(app, [11], "2023-07-10", "Falta el acta de junio.")
    lived(app, "2023-07-10", "2023-07-12")
    return app


def all_accepted(app: App) -> App:
    """Every report of the quarter is there and accepted."""
    scanned(app, "2023-07-04")
    reviewing(app)
    answered(app, GOBIERNO, PERIOD, "2023-07-05", dict.fromkeys(GOBIERNO_ROWS, 1))
    answered(app, USO, PERIOD, "2023-07-05", {18: 1, 19: "0.5"})
    accepted(app, [*GOBIERNO_ROWS, *USO_ROWS], "2023-07-06")
    return app


def closed(app: App) -> App:
    """The quarter is closed, and what was missing stays so."""
    under_way(app)
    closed_on(app, "2023-07-18")
    return app


def reopened(app: App) -> App:
    """The quarter is closed, and open again up to 28 July."""
    closed(app)
    opened_again(app, "2023-07-19", "2023-07-28")
    return app


def many(app: App, teams: int, each: int) -> App:
    """So many teams with so many lines, all of which are owed for the second quarter."""
    lines = [
        a_line(8 + at_team * each + at_line, f"Actividad {at_line} del equipo {at_team}", teams=(f"Equipo {at_team}",))
        for at_team in range(teams)
        for at_line in range(each)
    ]
    given(app, reading(*lines), day="2023-05-02")
    scanned(app, "2023-07-04")
    return app


def troubled(app: App, day: str = "2023-07-10") -> App:
    """Of two mails of a day one is in doubt and the other was refused."""
    scanned(app, day)
    doubt = DeliveryError("delivery_in_doubt", in_doubt=True, text="timed out")
    refusal = DeliveryError("content_refused", permanent=True, answer="554", text="No")
    delivered(app, day, channel=Record(Time(at(day)), [], answers=iter([doubt, refusal])))
    return app


def desk_on(app: App, day: str, hour: int = 10, role: Role = Role.COORDINATOR) -> Desk:
    """A browser in which the person of a role is signed in at an hour of a day."""
    return signed_in(app, role, Hours(at(day, hour)))
