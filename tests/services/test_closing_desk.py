"""Closings on their shelf: each report as it was written, those that are missing, and the cuts that can be made."""

import pytest

from gdflow.app import App
from gdflow.domain.errors import NotFoundError
from gdflow.services.closing_desk import cut_choices, facts_of, handed_report, shelf_of, shelves
from tests.support.cast import at
from tests.support.closings import closed_on, written_on
from tests.support.installation import CARTAGO, imported, plan, scanned

DAY = "2023-07-18"


def test_what_is_not_written_yet_stands_empty_on_the_shelf(installed: App) -> None:
    scanned(installed, DAY)
    facts = closed_on(installed, DAY).facts
    with installed.reading() as session:
        (shelf,) = shelves(session, installed.rules)
    assert (shelf.facts, shelf.lacking, len(shelf.downloads)) == (facts, 8, 8)
    written_on(installed, DAY)
    with installed.reading() as session:
        closed, again = shelf_of(session, installed.rules, facts.plan, facts.period, 1)
    assert (closed.facts, again.lacking) == (facts, 0)


def test_a_report_is_handed_out_under_the_name_by_which_people_keep_it(installed: App) -> None:
    scanned(installed, DAY)
    facts = closed_on(installed, DAY).facts
    written_on(installed, DAY)
    with installed.reading() as session:
        handed = handed_report(session, installed.objects, facts, "minutes")
        assert handed.name == f"Acta de cierre {facts.plan} 2023-Q2 cierre-1.pdf"
        assert (handed.media_type, handed.data[:4]) == ("application/pdf", b"%PDF")


@pytest.mark.parametrize("name", ["minutes", "otro"])
def test_a_report_that_is_not_there_is_not_found(installed: App, name: str) -> None:
    scanned(installed, DAY)
    facts = closed_on(installed, DAY).facts
    with installed.reading() as session, pytest.raises(NotFoundError, match="unknown_report_of_closing"):
        handed_report(session, installed.objects, facts, name)


def test_a_closing_that_there_is_not_is_not_found(installed: App) -> None:
    scanned(installed, DAY)
    closed_on(installed, DAY, "2023-Q1")
    with installed.reading() as session, pytest.raises(NotFoundError, match="unknown_closing"):
        facts_of(session, installed.rules, plan(installed).code, "2023-Q2", 1)


def test_cuts_are_those_that_have_begun_and_are_not_the_plans_own_periods(installed: App) -> None:
    scanned(installed, DAY)
    with installed.reading() as session:
        (found,) = cut_choices(session, installed.rules, now=at(DAY))
    assert [cut.key for cut in found.cuts] == ["2023-S1", "2023-C1", "2023-S2", "2023-Y", "2023-C2"]


def test_a_plan_of_which_no_period_has_ended_has_no_cut(empty: App) -> None:
    imported(empty, CARTAGO, "2024-01-10")
    with empty.reading() as session:
        assert cut_choices(session, empty.rules, now=at("2024-01-11")) == ()
