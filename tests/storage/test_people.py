"""Teams are known by name, however it is spelled, and reached by their contacts."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine

from gdflow.domain.errors import InputError
from gdflow.domain.people import Role
from gdflow.storage import entities, people
from gdflow.storage.engine import writing
from tests.storage.cast import GOBIERNO


def test_spellings_of_one_name_are_one_team(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        first = people.ensure_team(session, entity_id, "Equipo de Uso  y Apropiación ")
        assert people.ensure_team(session, entity_id, "EQUIPO DE USO Y APROPIACION") == first
        (team,) = people.teams_of(session, entity_id)
    assert team.name == "Equipo de Uso y Apropiación"


def test_contacts_are_replaced_and_those_that_stay_keep_their_absence(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        people.set_contacts(session, team_id, [("a@x.example", None, Role.MEMBER), ("b@x.example", None, Role.HEAD)])
        session.connection().execute(text("UPDATE contact SET away_from = '2023-07-01' WHERE email = 'b@x.example'"))
        people.set_contacts(session, team_id, [("c@x.example", "C", Role.LEADER), ("B@x.example", "B", Role.HEAD)])
        ((leader, head),) = (team.contacts for team in people.teams_of(session, entity_id))
    assert (leader.email, leader.name, leader.role) == ("c@x.example", "C", Role.LEADER)
    assert (head.email, head.name, head.away_from) == ("B@x.example", "B", date(2023, 7, 1))


def test_an_address_given_twice_counts_once(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        people.set_contacts(session, team_id, [("a@x.example", None, Role.HEAD), (" A@x.example", None, Role.MEMBER)])
        (team,) = people.teams_of(session, entity_id)
    assert [(contact.email, contact.role) for contact in team.contacts] == [("a@x.example", Role.HEAD)]


def test_the_contacts_of_all_teams_come_as_they_were_given(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        given = [("b@x.example", "B", Role.MEMBER), ("a@x.example", None, Role.HEAD)]
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        people.ensure_team(session, entity_id, "Equipo sin correo")
        people.set_contacts(session, team_id, given)
        assert people.entries_by_team(session, entity_id) == {team_id: given}


@pytest.mark.parametrize("email", ["sin arroba", "@x.example", "a@"])
def test_what_is_no_address_is_refused(engine: Engine, email: str) -> None:
    with pytest.raises(InputError, match="invalid_address"), writing(engine) as session:
        people.set_contacts(session, 1, [(email, None, Role.MEMBER)])
