"""Teams as whoever looks after their addresses sees them."""

from datetime import date

import pytest

from gdflow.app import App
from gdflow.domain.errors import NotFoundError
from gdflow.domain.people import Role
from gdflow.services import feeds, links
from gdflow.services.coverage import GapReason
from gdflow.services.coverage_groups import PeriodCoverage, coverage_of_all
from gdflow.services.team_directory import ListedTeam, Reach, TeamCard, team_card, team_list
from gdflow.services.teams import set_away
from gdflow.storage import address_marks, assignments, events
from tests.services.readings import a_line, reading
from tests.support.cast import AREAS, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, USO_MAIL, at
from tests.support.installation import contacts, counted_statements, given, scanned

DAY = "2023-07-12"


def listed(app: App) -> dict[str, ListedTeam]:
    with app.reading() as session:
        return {each.team.name: each for each in team_list(session, app.rules, today=date.fromisoformat(DAY))}


def card(app: App, name: str = GOBIERNO) -> TeamCard:
    team_id = listed(app)[name].team.id
    with app.reading() as session:
        return team_card(session, app.rules, team_id, today=date.fromisoformat(DAY))


def refusing(app: App, *addresses: str) -> None:
    with app.transaction() as session:
        for address in addresses:
            address_marks.mark(session, app.rules.entity_id, address, "5.1.1", "No such user", at(DAY))


def away(app: App, *addresses: str) -> None:
    with app.transaction() as session:
        for address in addresses:
            days = (date(2023, 7, 10), date(2023, 7, 20))
            set_away(session, app.rules, address, *days, by="Ana", now=at("2023-07-10"))


def covered(app: App) -> tuple[PeriodCoverage, ...]:
    with app.reading() as session:
        return coverage_of_all(session, app.rules, today=date.fromisoformat(DAY))


def test_a_team_is_listed_with_its_lines_and_readers(installed: App) -> None:
    found = listed(installed)
    assert (found[GOBIERNO].lines, found[GOBIERNO].readers, found[GOBIERNO].reach) == (10, (GOBIERNO_MAIL,), Reach.READ)
    assert (found[AREAS].lines, found[AREAS].readers, found[AREAS].reach) == (0, (), Reach.SILENT)


def test_while_all_are_away_nobody_reads(installed: App) -> None:
    away(installed, GOBIERNO_MAIL, HEAD_MAIL)
    found = listed(installed)[GOBIERNO]
    assert (found.reach, [each.is_away for each in found.contacts]) == (Reach.AWAY, [True, True])


def test_an_address_that_refuses_is_no_reader(installed: App) -> None:
    refusing(installed, USO_MAIL, HEAD_MAIL)
    found = listed(installed)[USO]
    assert (found.reach, found.readers) == (Reach.REFUSED, ())
    assert [each.mark is not None for each in found.contacts] == [True, True]


def test_the_list_costs_the_same_for_any_number_of_teams(installed: App) -> None:
    with counted_statements(installed) as few:
        listed(installed)
    for number in range(30):
        contacts(installed, f"Equipo {number}", [(f"e{number}@cartagena.example", Role.MEMBER)])
    with counted_statements(installed) as many:
        assert len(listed(installed)) == 33
    assert [sql for sql in many if sql.startswith("SELECT")] == [sql for sql in few if sql.startswith("SELECT")]


def test_a_team_is_shown_with_what_it_was_given(installed: App) -> None:
    scanned(installed, "2023-07-04")
    with installed.transaction() as session:
        first = links.hand_over(session, installed.rules, GOBIERNO, None, by="Ana", now=at(DAY))
        second = links.hand_over(session, installed.rules, GOBIERNO, "2023-Q2", by="Ana", now=at(DAY))
        for name in (GOBIERNO, USO):
            feeds.issue(session, installed.rules, name, by="Ana", now=at(DAY))
    found = card(installed)
    assert [link.id for link in found.links][:2] == [second.id, first.id]
    assert [feed.team for feed in found.feeds] == [GOBIERNO]
    assert card(installed, USO).links == ()


def test_who_handed_a_link_over_is_written_down(installed: App) -> None:
    scanned(installed, "2023-07-04")
    with installed.transaction() as session:
        links.hand_over(session, installed.rules, GOBIERNO, None, by="Ana", now=at(DAY))
        found = events.events_of(session, installed.rules.entity_id)
    assert [event.actor for event in found if event.kind == "link_handed_over"] == ["Ana"]


def test_a_team_that_does_not_exist_is_not_found(installed: App) -> None:
    with installed.reading() as session, pytest.raises(NotFoundError, match="unknown_team"):
        team_card(session, installed.rules, 999, today=date(2023, 7, 12))


def test_lines_that_left_their_plan_count_for_no_team(installed: App) -> None:
    given(installed, reading(a_line(8), a_line(9, "Otra cosa")), name="otro.xlsx")
    given(installed, reading(a_line(8)), name="otro.xlsx")
    with installed.reading() as session:
        assert assignments.lines_by_team(session, installed.rules.entity_id)[listed(installed)[GOBIERNO].team.id] == 11


def test_gaps_are_gathered_by_team_and_reason(installed: App) -> None:
    given(installed, reading(a_line(8, teams=()), a_line(9, "Otra cosa", teams=())), name="otro.xlsx")
    scanned(installed, "2023-07-04")
    refusing(installed, USO_MAIL, HEAD_MAIL)
    found = {(each.plan, each.period.key): each for each in covered(installed)}
    uso = found["cartagena_2023", "2023-Q2"]
    assert [(group.team, group.reason, len(group.lines)) for group in uso.groups] == [(USO, GapReason.REFUSED, 2)]
    assert (uso.opened, uso.short, uso.groups[0].first) == (True, 2, date(2023, 7, 13))
    nobody = found["otro", "2023-Q2"].groups[0]
    assert (nobody.team, nobody.team_id, nobody.reason, len(nobody.lines)) == (None, None, GapReason.NO_TEAM, 2)
    assert any(not each.opened for each in found.values())
