"""Files that were refused, taken as a team's after all: by whom it is noted, and nothing is taken twice."""

import json

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.people import Team
from gdflow.domain.receipts import ReceiptFacts
from gdflow.services.decide import why
from gdflow.services.find import find_team
from gdflow.services.received import Received
from gdflow.services.refused_files import dismiss, dismissed_files, refused_file, refused_files, take_again
from gdflow.storage import events
from tests.services.test_own_workbook import DAY, changed
from tests.support.cast import GOBIERNO, USO, at
from tests.support.installation import kept, read_all, received, scanned


@pytest.fixture
def refused(installed: App) -> Received:
    """The plan's own workbook, filled in for the second quarter by nobody knows whom."""
    scanned(installed, DAY)
    return received(installed, changed({"M9": 1}), DAY, "Plan.xlsx")


def listed(app: App) -> list[tuple[str, str | None]]:
    with app.reading() as session:
        return [(each.receipt.name, each.team) for each in refused_files(session, app.rules, 10)]


def number(app: App) -> int:
    with app.reading() as session:
        return refused_files(session, app.rules, 10)[0].receipt.id


def team(app: App, name: str = GOBIERNO) -> Team:
    with app.reading() as session:
        return find_team(session, app.rules.entity_id, name)


def taken(app: App, receipt_id: int, whose: Team | None, by: str = "Ana") -> ReceiptFacts:
    with app.transaction() as session:
        return take_again(session, app.rules, receipt_id, whose, by=by, now=at(DAY, 12))


def test_a_file_of_nobody_waits_with_its_reason(installed: App, refused: Received) -> None:
    assert refused.refused is not None
    assert listed(installed) == [("Plan.xlsx", None)]
    with installed.reading() as session:
        assert refused_file(session, installed.rules, number(installed)).message == refused.refused


def test_taken_as_a_teams_it_is_read_like_all_others(installed: App, refused: Received) -> None:
    taken(installed, number(installed), team(installed))
    (read,) = read_all(installed, DAY)
    assert (read.team, [answer.line.row for answer in read.taken], listed(installed)) == (GOBIERNO, [9], [])


def test_who_took_it_and_as_whose_is_on_the_record(installed: App, refused: Received) -> None:
    taken(installed, number(installed), team(installed))
    with installed.reading() as session:
        event = events.newest_events(session, installed.rules.entity_id, 1)[0]
    assert (event.kind, event.actor) == ("file_taken_again", "Ana")
    assert json.loads(event.facts)["team"] == team(installed).id


def test_read_once_more_without_a_team_it_is_refused_once_more(installed: App, refused: Received) -> None:
    taken(installed, number(installed), None)
    (read,) = read_all(installed, DAY)
    assert (read.refused, listed(installed)) == (refused.refused, [("Plan.xlsx", None)])


def test_of_two_who_decide_the_second_is_told(installed: App, refused: Received) -> None:
    receipt_id = number(installed)
    taken(installed, receipt_id, team(installed))
    with pytest.raises(ConflictError, match="file_not_waiting"):
        taken(installed, receipt_id, team(installed))


def test_a_file_that_the_team_sent_itself_is_not_taken_twice(installed: App, refused: Received) -> None:
    kept(installed, changed({"M9": 1}), DAY, "Plan.xlsx", team_id=team(installed).id)
    with pytest.raises(ConflictError, match="file_known"):
        taken(installed, number(installed), team(installed))
    taken(installed, number(installed), team(installed, USO))


def test_what_there_is_not_is_not_found_and_nobody_decides_nothing(installed: App, refused: Received) -> None:
    with pytest.raises(NotFoundError, match="unknown_file"):
        taken(installed, 999, None)
    with pytest.raises(InputError, match="blank_author"):
        taken(installed, number(installed), None, by=" ")
    with installed.reading() as session, pytest.raises(NotFoundError, match="unknown_file"):
        refused_file(session, installed.rules, 999)


def test_a_file_that_was_read_is_none_of_the_refused(installed: App) -> None:
    scanned(installed, DAY)
    assert listed(installed) == []


def laid_aside(app: App, receipt_id: int, reason: str = "Es de otra entidad") -> None:
    with app.transaction() as session:
        dismiss(session, app.rules, receipt_id, why("Ana", reason), now=at(DAY, 13))


def test_a_file_laid_aside_waits_no_more_and_stays_with_who_and_why(installed: App, refused: Received) -> None:
    receipt_id = number(installed)
    laid_aside(installed, receipt_id)
    assert listed(installed) == []
    with installed.reading() as session:
        (gone,) = dismissed_files(session, installed.rules, 10)
        assert refused_file(session, installed.rules, receipt_id) == gone.receipt
        event = events.newest_events(session, installed.rules.entity_id, 1)[0]
        assert events.verify(session, installed.rules.entity_id) is None
    assert (gone.by, gone.reason, gone.at) == ("Ana", "Es de otra entidad", at(DAY, 13))
    assert (event.kind, event.actor) == ("file_dismissed", "Ana")
    assert installed.objects.get(gone.receipt.sha256)


def test_a_file_laid_aside_that_is_read_again_and_refused_again_waits_again(installed: App, refused: Received) -> None:
    receipt_id = number(installed)
    laid_aside(installed, receipt_id)
    taken(installed, receipt_id, None)
    read_all(installed, DAY)
    assert listed(installed) == [("Plan.xlsx", None)]
    with installed.reading() as session:
        assert dismissed_files(session, installed.rules, 10) == ()


def test_only_what_waits_is_laid_aside_and_with_a_reason(installed: App, refused: Received) -> None:
    receipt_id = number(installed)
    with pytest.raises(NotFoundError, match="unknown_file"):
        laid_aside(installed, 999)
    with pytest.raises(InputError, match="blank_reason"):
        laid_aside(installed, receipt_id, " ")
    laid_aside(installed, receipt_id)
    with pytest.raises(ConflictError, match="file_not_waiting"):
        laid_aside(installed, receipt_id)
