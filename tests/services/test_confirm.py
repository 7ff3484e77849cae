"""Cartago's «vigencia 2024»: a date that the plan only hints at, until a person states it."""

from datetime import date

import pytest

from gdflow.app import App
from gdflow.domain.errors import InputError
from gdflow.services.confirm import confirm_due
from gdflow.storage import events
from tests.support.cast import at
from tests.support.installation import CARTAGO, imported, line, plan, scanned

HINTED, UNDATED = 21, 33


def confirmed(app: App, row: int, due: date | None = None, day: str = "2024-08-13") -> date:
    with app.transaction() as session:
        return confirm_due(session, app.rules, plan(app), line(app, row), due, by="Coordinación", now=at(day))


@pytest.fixture
def cartago(empty: App) -> App:
    """Cartago's plan, imported in August 2024."""
    imported(empty, CARTAGO, "2024-08-12")
    return empty


def rows(app: App, day: str) -> set[int]:
    return {each.row for each in scanned(app, day).owed}


def test_a_hinted_date_is_not_owed_until_it_is_confirmed(cartago: App) -> None:
    before = rows(cartago, "2024-12-10")
    confirmed(cartago, HINTED)
    assert (HINTED in before, HINTED in rows(cartago, "2024-12-11")) == (False, True)


def test_the_proposed_date_is_taken_when_none_is_stated(cartago: App) -> None:
    assert confirmed(cartago, HINTED) == date(2024, 12, 31)
    assert line(cartago, HINTED).due_confirmed


def test_another_date_may_be_stated(cartago: App) -> None:
    assert confirmed(cartago, UNDATED, date(2025, 6, 30)) == date(2025, 6, 30)


def test_a_line_without_any_date_needs_one(cartago: App) -> None:
    with pytest.raises(InputError, match="due_not_proposed"):
        confirmed(cartago, UNDATED)


def test_a_date_confirmed_anew_moves_the_deadline(cartago: App) -> None:
    confirmed(cartago, HINTED)
    confirmed(cartago, HINTED, date(2024, 11, 30))
    found = [each for each in scanned(cartago, "2024-11-15").owed if each.row == HINTED and each.period is None]
    assert [each.due_on for each in found] == [date(2024, 11, 30)]


def test_a_confirmed_date_outlives_a_renewed_document(cartago: App) -> None:
    confirmed(cartago, HINTED)
    imported(cartago, CARTAGO, "2024-09-02")
    assert line(cartago, HINTED).due_confirmed


def test_who_confirmed_what_is_written_down(cartago: App) -> None:
    confirmed(cartago, HINTED)
    with cartago.reading() as session:
        subject = f"line:{line(cartago, HINTED).id}"
        [event] = events.events_of(session, cartago.rules.entity_id, subject)
    assert (event.kind, event.actor) == ("due_confirmed", "Coordinación")
