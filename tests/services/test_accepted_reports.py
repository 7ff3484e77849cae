"""What a reviewer accepted changes only when it is returned, by whichever door its team comes."""

from decimal import Decimal

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError
from gdflow.services.report_line import LineAnswer, report_line
from tests.support.cast import GOBIERNO, at
from tests.support.installation import Said, answered, filled, form_of, line, received, rows_by_uid, scanned
from tests.support.reviews import accepted, reports, returned, reviewing

Q2, DAY = "2023-Q2", "2023-07-06"


@pytest.fixture
def form(installed: App) -> bytes:
    """A form of before its line 10 was reported and accepted."""
    reviewing(installed)
    scanned(installed, "2023-07-01")
    blank = form_of(installed, GOBIERNO, Q2, "2023-07-04").data
    answered(installed, GOBIERNO, Q2, "2023-07-05", {10: "7"})
    accepted(installed, [10], "2023-07-05")
    return blank


def in_force(app: App) -> Decimal:
    return reports(app)[10].value


def test_a_workbook_does_not_change_it_and_says_so(installed: App, form: bytes) -> None:
    said = {10: Said(Decimal(8)), 11: Said(Decimal(2))}
    told = received(installed, filled(form, said, rows_by_uid(installed)), DAY)
    assert [answer.line.row for answer in told.taken] == [11]
    assert ["ya aceptó" in problem.message for problem in told.problems] == [True]
    assert in_force(installed) == 7


def test_the_same_figure_again_is_no_matter(installed: App, form: bytes) -> None:
    told = received(installed, filled(form, {10: Said(Decimal(7))}, rows_by_uid(installed)), DAY)
    assert (told.problems, in_force(installed)) == ((), 7)


def test_a_line_reported_by_itself_does_not_change_it(installed: App, form: bytes) -> None:
    answer = LineAnswer(line(installed, 10).uid, "8", "Más.")
    team_id = line(installed, 10).team_id or 0
    with pytest.raises(ConflictError, match="line_accepted"), installed.transaction() as session:
        report_line(session, installed.rules, team_id, Q2, answer, by="Equipo", now=at(DAY))
    assert in_force(installed) == 7


def test_once_returned_it_may_be_changed(installed: App, form: bytes) -> None:
    returned(installed, [10], DAY)
    told = received(installed, filled(form, {10: Said(Decimal(8))}, rows_by_uid(installed)), DAY)
    assert (told.problems, in_force(installed)) == ((), 8)
