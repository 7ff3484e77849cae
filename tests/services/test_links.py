"""The links by which teams answer: given, found, listed, taken back, and never readable in the database."""

from datetime import timedelta

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.keys import token_sha256
from gdflow.services import links
from gdflow.services.decide import extend, why
from gdflow.services.links import IssuedLink
from gdflow.storage import events, people
from tests.support.cast import GOBIERNO, USO, at
from tests.support.closing_days import closed, reopened
from tests.support.installation import answered, line, plan, scanned
from tests.support.web import PERIOD, dump

NOW = at("2023-07-05")


def issued(app: App, period: str | None = PERIOD, day: str = "2023-07-05") -> IssuedLink:
    scanned(app, day)
    with app.transaction() as session:
        return links.issue_for(session, app.rules, GOBIERNO, period, now=at(day))


def test_a_link_leads_to_its_team_and_period(installed: App) -> None:
    given = issued(installed)
    with installed.reading() as session:
        found = links.find(session, installed.rules, given.token, now=NOW)
    assert (found.id, found.team, found.period) == (given.id, GOBIERNO, PERIOD)
    assert given.path == f"/r/{given.token}"


def test_a_key_is_256_random_bits_and_no_two_are_alike(installed: App) -> None:
    keys = {issued(installed).token for _ in range(3)}
    assert {len(key) for key in keys} == {43}
    assert len(keys) == 3


def test_the_database_holds_the_hash_alone(installed: App) -> None:
    given = issued(installed)
    rows = str(dump(installed))
    assert given.token not in rows
    assert links.form_token(given.token) not in rows
    assert token_sha256(given.token) in rows


@pytest.mark.parametrize(("day", "period"), [("2023-07-17", "2023-Q2"), ("2023-07-18", "2023-Q3")])
def test_without_a_period_the_link_is_for_the_first_that_still_takes_anything(
    installed: App, day: str, period: str
) -> None:
    given = issued(installed, None, day)
    with installed.reading() as session:
        assert links.find(session, installed.rules, given.token, now=at(day)).period == period


def test_a_team_that_owes_nothing_gets_no_link_without_a_period(installed: App) -> None:
    with installed.transaction() as session:
        people.ensure_team(session, installed.rules.entity_id, "Oficina Nueva")
        with pytest.raises(ConflictError, match="nothing_owed"):
            links.issue_for(session, installed.rules, "Oficina Nueva", None, now=NOW)


def test_a_link_ends_five_business_days_after_the_closing(installed: App) -> None:
    given = issued(installed)
    assert given.expires_at == at("2023-07-26", 0)
    with installed.reading() as session:
        links.find(session, installed.rules, given.token, now=given.expires_at - timedelta(seconds=1))
        with pytest.raises(ConflictError, match="link_expired") as told:
            links.find(session, installed.rules, given.token, now=given.expires_at)
    assert told.value.facts == {"on": "martes 25 de julio de 2023"}


def test_more_time_for_a_line_gives_the_link_more_time(installed: App) -> None:
    scanned(installed, "2023-07-05")
    with installed.transaction() as session:
        given = why("Planeación", "Licencia")
        found = (plan(installed), line(installed, 10))
        extend(session, installed.rules, *found, at("2023-08-01").date(), given, period=PERIOD, now=NOW)
    assert issued(installed).expires_at == at("2023-08-10", 0)


def test_a_link_for_a_period_that_is_not_open_yet_ends_by_the_rule(installed: App) -> None:
    assert issued(installed, "2023-Q4").expires_at == at("2024-01-24", 0)


def test_a_period_long_closed_gets_no_link(installed: App) -> None:
    with pytest.raises(ConflictError, match="link_without_use"):
        issued(installed, PERIOD, "2023-08-30")


@pytest.mark.parametrize("subject", [None, USO, 18])
def test_a_period_opened_again_gets_a_link_for_a_team_that_corrects_what_it_reported(
    installed: App, subject: str | int | None
) -> None:
    answered(installed, USO, PERIOD, "2023-07-05", {18: "0.3", 19: "0.2"})
    closed(installed, "2023-07-19")
    reopened(installed, "2023-09-01", "2023-09-08", subject)
    with installed.transaction() as session:
        given = links.issue_for(session, installed.rules, USO, PERIOD, now=at("2023-09-04"))
    assert given.expires_at == at("2023-09-16", 0)


@pytest.mark.parametrize("subject", [USO, 18])
def test_what_was_opened_again_for_one_team_or_its_line_gives_no_link_to_another(
    installed: App, subject: str | int
) -> None:
    closed(installed, "2023-07-19")
    reopened(installed, "2023-09-01", "2023-09-08", subject)
    with pytest.raises(ConflictError, match="link_without_use"), installed.transaction() as session:
        links.issue_for(session, installed.rules, GOBIERNO, PERIOD, now=at("2023-09-04"))


def test_a_link_that_nobody_gave_is_unknown(installed: App) -> None:
    with installed.reading() as session, pytest.raises(NotFoundError, match="unknown_link"):
        links.find(session, installed.rules, "x" * 43, now=NOW)


def test_a_link_taken_back_serves_no_more_and_leaves_an_event(installed: App) -> None:
    given = issued(installed)
    with installed.transaction() as session:
        links.revoke(session, installed.rules, given.id, by="Planeación", now=NOW)
    with installed.reading() as session:
        with pytest.raises(ConflictError, match="link_revoked"):
            links.find(session, installed.rules, given.token, now=NOW)
        kinds = [event.kind for event in events.events_of(session, installed.rules.entity_id)]
        assert links.links(session, installed.rules, now=NOW) == ()
        assert [link.revoked_by for link in links.links(session, installed.rules)] == ["Planeación"]
    assert kinds[-1] == "link_revoked"


def test_a_link_is_taken_back_once(installed: App) -> None:
    given = issued(installed)
    with installed.transaction() as session:
        links.revoke(session, installed.rules, given.id, by="Planeación", now=NOW)
        with pytest.raises(ConflictError, match="link_revoked_already"):
            links.revoke(session, installed.rules, given.id, by="Planeación", now=NOW)
        with pytest.raises(NotFoundError, match="unknown_team_link"):
            links.revoke(session, installed.rules, 999, by="Planeación", now=NOW)


def test_taking_one_link_back_leaves_the_teams_others(installed: App) -> None:
    first, second = issued(installed), issued(installed)
    with installed.transaction() as session:
        links.revoke(session, installed.rules, first.id, by="Planeación", now=NOW)
    with installed.reading() as session:
        assert [link.id for link in links.links(session, installed.rules, now=NOW)] == [second.id]


def test_links_given_at_once_are_those_of_their_teams_in_their_order(installed: App) -> None:
    with installed.transaction() as session:
        teams = [team.id for team in people.teams_of(session, installed.rules.entity_id)][::-1]
        given = links.issue_all(session, installed.rules, [(each, PERIOD) for each in teams], now=NOW)
        found = [links.find(session, installed.rules, each.token, now=NOW) for each in given]
    assert [(each.id, each.team_id) for each in found] == [
        (each.id, team) for each, team in zip(given, teams, strict=True)
    ]
