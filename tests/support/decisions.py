"""Short ways to decide something in an installation, as a coordinator does."""

from datetime import date

from gdflow.app import App
from gdflow.domain.people import Team
from gdflow.services.assign import assign
from gdflow.services.decide import Decided, acknowledge, extend, hand_over, silence, undo, waive, why
from gdflow.services.find import team_of
from gdflow.storage import people
from tests.support.cast import at
from tests.support.installation import line, plan

GIVEN = why("Coordinación", "Hay una auditoría en curso.")


def team(app: App, name: str) -> Team:
    """A team by its name."""
    with app.reading() as session:
        return team_of(people.teams_of(session, app.rules.entity_id), name)


def silenced(app: App, row: int, day: str, until: str, hour: int = 8) -> Decided:
    """A line of which nobody is reminded up to a day."""
    subject = line(app, row)
    with app.transaction() as session:
        return silence(session, app.rules, subject, date.fromisoformat(until), GIVEN, now=at(day, hour))


def silenced_team(app: App, name: str, day: str, until: str, hour: int = 8) -> Decided:
    """A team that is not reminded up to a day."""
    subject = team(app, name)
    with app.transaction() as session:
        return silence(session, app.rules, subject, date.fromisoformat(until), GIVEN, now=at(day, hour))


def acknowledged(app: App, row: int, day: str, until: str | None = None, hour: int = 8) -> Decided:
    """A line of which its team knows."""
    subject, end = line(app, row), date.fromisoformat(until) if until else None
    with app.transaction() as session:
        return acknowledge(session, app.rules, subject, end, GIVEN, now=at(day, hour))


def extended(app: App, row: int, day: str, until: str, period: str | None = "2023-Q2", hour: int = 8) -> Decided:
    """A line with more time."""
    chosen, subject, end = plan(app), line(app, row), date.fromisoformat(until)
    with app.transaction() as session:
        return extend(session, app.rules, chosen, subject, end, GIVEN, period=period, now=at(day, hour))


def waived(app: App, row: int, day: str, period: str | None = "2023-Q2", hour: int = 8) -> Decided:
    """A line that does not owe a period, or nothing at all."""
    chosen, subject = plan(app), line(app, row)
    with app.transaction() as session:
        return waive(session, app.rules, chosen, subject, GIVEN, period=period, now=at(day, hour))


def handed_over(app: App, row: int, day: str, to: str | None = None, hour: int = 8) -> Decided:
    """A line of which its team says that it is another's."""
    subject, other = line(app, row), team(app, to) if to else None
    with app.transaction() as session:
        return hand_over(session, app.rules, subject, other, GIVEN, now=at(day, hour))


def undone(app: App, decided: Decided, day: str, hour: int = 8) -> Decided:
    """A decision taken back."""
    with app.transaction() as session:
        return undo(session, app.rules, decided.decision.id, "Coordinación", now=at(day, hour))


def assigned(app: App, row: int, name: str, day: str, hour: int = 8) -> Team:
    """A line given to a team."""
    chosen, subject = plan(app), line(app, row)
    with app.transaction() as session:
        return assign(session, app.rules, chosen, [subject], name, by="Coordinación", now=at(day, hour))
