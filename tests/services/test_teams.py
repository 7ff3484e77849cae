from datetime import date
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import InputError, NotFoundError
from gdflow.domain.people import Contact, Role, Team
from gdflow.services.teams import (
    DirectoryTaken,
    add_contact,
    add_team,
    load_directory,
    read_directory_file,
    remove_contact,
    set_away,
    take_directory,
)
from gdflow.storage import events, people
from tests.services.readings import team
from tests.support.cast import AREAS, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, STRANGER_MAIL, USO, USO_MAIL, at
from tests.support.installation import CARTAGENA, contacts, imported, scanned


def added(app: App, name: str, email: str, role: str = "member") -> Team:
    with app.transaction() as session:
        return add_contact(session, app.rules, name, email, role, by="Coordinación", now=at("2023-07-10"))


def away(app: App, email: str, start: str | None, end: str | None, by: str = "Planeación") -> list[str]:
    days = (date.fromisoformat(day) if day else None for day in (start, end))
    with app.transaction() as session:
        return [each.name for each in set_away(session, app.rules, email, *days, by=by, now=at("2023-07-03"))]


def absences(app: App, name: str) -> list[tuple[str, str, str]]:
    with app.reading() as session:
        known = people.teams_of(session, app.rules.entity_id)
    own = (contact for each in known if each.name == name for contact in each.contacts)
    return [(each.email, str(each.away_from), str(each.away_to)) for each in own if each.away_from]


def taken(app: App, *entries: object) -> DirectoryTaken:
    with app.transaction() as session:
        return take_directory(session, app.rules, entries)  # type: ignore[arg-type]  # teams of a directory


def addresses(app: App, name: str) -> list[tuple[str, Role]]:
    with app.reading() as session:
        known = people.teams_of(session, app.rules.entity_id)
    return [(c.email, c.role) for each in known if each.name == name for c in each.contacts]


def known_contacts(app: App, name: str) -> tuple[Contact, ...]:
    with app.reading() as session:
        known = people.teams_of(session, app.rules.entity_id)
    return next(each.contacts for each in known if each.name == name)


def test_an_address_is_added_to_those_there_are(installed: App) -> None:
    assert [c.email for c in added(installed, USO, "Dos@Cartagena.EXAMPLE").contacts] == [
        USO_MAIL,
        HEAD_MAIL,
        "Dos@cartagena.example",
    ]


def test_a_team_is_meant_by_a_part_of_its_name(installed: App) -> None:
    assert added(installed, "áreas de gestion", "oai@cartagena.example").name == AREAS


def test_an_address_may_change_its_role(installed: App) -> None:
    assert [(c.email, c.role) for c in added(installed, USO, USO_MAIL.upper(), "leader").contacts] == [
        (HEAD_MAIL, Role.HEAD),
        ("USOYAPROPIACION@cartagena.example", Role.LEADER),
    ]


def test_a_team_that_is_not_known_is_made(empty: App) -> None:
    assert added(empty, "Control Interno", "ci@cartagena.example").name == "Control Interno"


@pytest.mark.parametrize(
    ("email", "role", "code"), [("sin arroba", "member", "bad_address"), ("a@b.co", "boss", "bad_role")]
)
def test_what_cannot_be_used_is_refused(installed: App, email: str, role: str, code: str) -> None:
    with pytest.raises(InputError, match=code):
        added(installed, USO, email, role)


def test_a_directory_gives_the_addresses(empty: App) -> None:
    made = taken(empty, team(GOBIERNO, GOBIERNO_MAIL, heads=(HEAD_MAIL,)), team(USO))
    assert made == DirectoryTaken(1, ())
    assert addresses(empty, GOBIERNO) == [(GOBIERNO_MAIL, Role.MEMBER), (HEAD_MAIL, Role.HEAD)]


def test_what_a_directory_does_not_state_stays(installed: App) -> None:
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER), ("jefa@cartagena.example", Role.HEAD)])
    taken(installed, team(USO, "nuevo@cartagena.example"))
    assert addresses(installed, USO) == [
        ("nuevo@cartagena.example", Role.MEMBER),
        ("jefa@cartagena.example", Role.HEAD),
    ]


def test_a_directory_without_addresses_changes_nothing(installed: App) -> None:
    assert taken(installed, team(USO)) == DirectoryTaken(0, ())
    assert addresses(installed, USO) == [(USO_MAIL, Role.MEMBER), (HEAD_MAIL, Role.HEAD)]


def test_a_directory_that_comes_again_leaves_its_contacts_as_they_are(empty: App) -> None:
    entry = team(GOBIERNO, GOBIERNO_MAIL, heads=(HEAD_MAIL,))
    taken(empty, entry)
    before = known_contacts(empty, GOBIERNO)
    assert taken(empty, entry) == DirectoryTaken(1, ())
    assert known_contacts(empty, GOBIERNO) == before


def test_a_useless_address_is_told_and_the_others_are_taken(empty: App) -> None:
    made = taken(empty, team(USO, "niño@cartagena.example", USO_MAIL))
    assert made == DirectoryTaken(1, ((USO, "niño@cartagena.example"),))


def test_an_absence_is_noted_in_every_team_of_the_address_and_ends_with_its_return(installed: App) -> None:
    assert away(installed, HEAD_MAIL.upper(), "2023-07-05", "2023-07-14") == [USO, GOBIERNO]
    assert absences(installed, USO) == [(HEAD_MAIL, "2023-07-05", "2023-07-14")]
    away(installed, HEAD_MAIL, None, None)
    assert absences(installed, USO) == []
    with installed.reading() as session:
        kinds = [each.kind for each in events.events_of(session, installed.rules.entity_id) if "contact" in each.kind]
    assert kinds == ["contact_away", "contact_away", "contact_back", "contact_back"]


def test_an_absence_survives_the_directory_and_the_plan_that_come_again(installed: App) -> None:
    away(installed, USO_MAIL, "2023-04-05", "2023-07-14")
    taken(installed, team(USO, "nuevo@cartagena.example", USO_MAIL))
    imported(installed, CARTAGENA, "2023-04-12")
    assert absences(installed, USO) == [(USO_MAIL, "2023-04-05", "2023-07-14")]


def test_a_substitute_reads_while_the_team_is_away(installed: App) -> None:
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER), ("suplente@cartagena.example", Role.SUBSTITUTE)])
    away(installed, USO_MAIL, "2023-07-10", "2023-07-10")
    readers = {draft.address for draft in scanned(installed, "2023-07-10").composed.notices}
    assert "suplente@cartagena.example" in readers
    assert USO_MAIL not in readers


@pytest.mark.parametrize(("start", "end"), [("2023-07-05", None), (None, "2023-07-05"), ("2023-07-05", "2023-07-04")])
def test_an_absence_has_two_days_in_order(installed: App, start: str | None, end: str | None) -> None:
    with pytest.raises(InputError, match="absence_dates"):
        away(installed, USO_MAIL, start, end)


def test_only_a_known_address_can_be_absent(installed: App) -> None:
    with pytest.raises(NotFoundError, match="unknown_contact"):
        away(installed, STRANGER_MAIL, "2023-07-05", "2023-07-06")


def test_a_directory_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "directorio.csv"
    path.write_text(f"Equipo;Correo\n{USO};{USO_MAIL}\n", encoding="utf-8")
    assert [(each.name, each.emails) for each in read_directory_file(path)] == [(USO, (USO_MAIL,))]


def test_a_file_that_is_no_directory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "carta.csv"
    path.write_text("Saludo;Texto\nSeñores;Buen día\n", encoding="utf-8")
    with pytest.raises(InputError, match="no_directory_found"):
        read_directory_file(path)
    with pytest.raises(InputError, match="file_not_found"):
        read_directory_file(tmp_path / "nada.csv")


def test_the_record_names_who_noted_an_absence_and_its_end(installed: App) -> None:
    away(installed, USO_MAIL, "2023-07-05", "2023-07-07", by=" Ana ")
    away(installed, USO_MAIL, None, None, by="Berta")
    with installed.reading() as session:
        told = events.events_of(session, installed.rules.entity_id)
    assert [(each.kind, each.actor) for each in told if each.kind.startswith("contact_")] == [
        ("contact_away", "Ana"),
        ("contact_back", "Berta"),
    ]
    with pytest.raises(InputError, match="blank_author"):
        away(installed, USO_MAIL, None, None, by=" ")


def removed(app: App, name: str, email: str, by: str = "Ana") -> Team:
    with app.transaction() as session:
        return remove_contact(session, app.rules, name, email, by=by, now=at("2023-07-10"))


def noted(app: App, kind: str) -> list[str]:
    with app.reading() as session:
        return [each.actor for each in events.events_of(session, app.rules.entity_id) if each.kind == kind]


def test_an_address_that_is_removed_is_written_to_no_more(installed: App) -> None:
    assert [each.email for each in removed(installed, GOBIERNO, f" {GOBIERNO_MAIL.upper()} ").contacts] == [HEAD_MAIL]
    assert (noted(installed, "contact_removed"), addresses(installed, USO)[0][0]) == (["Ana"], USO_MAIL)


def test_only_what_is_there_is_removed(installed: App) -> None:
    with pytest.raises(NotFoundError, match="unknown_contact"):
        removed(installed, GOBIERNO, USO_MAIL)
    with pytest.raises(InputError, match="blank_author"):
        removed(installed, GOBIERNO, GOBIERNO_MAIL, by=" ")


def test_who_added_an_address_is_written_down(installed: App) -> None:
    added(installed, USO, "dos@cartagena.example")
    assert noted(installed, "contact_added") == ["Coordinación"]


def test_an_address_keeps_its_name_in_another_role(installed: App) -> None:
    with installed.transaction() as session:
        team_id = people.ensure_team(session, installed.rules.entity_id, USO)
        people.set_contacts(session, team_id, [(USO_MAIL, "Ana Ruiz", Role.MEMBER)])
    (contact,) = added(installed, USO, USO_MAIL, "leader").contacts
    assert (contact.name, contact.role) == ("Ana Ruiz", Role.LEADER)


def test_a_team_of_exactly_this_name_is_made_beside_one_that_is_called_alike(installed: App) -> None:
    with installed.transaction() as session:
        its = (session, installed.rules, " Gobierno ", "g@cartagena.example", "member")
        assert add_team(*its, by="Ana", now=at("2023-07-10")).name == "Gobierno"
        with pytest.raises(InputError, match="blank_team"):
            add_team(session, installed.rules, " ", "g@cartagena.example", "member", by="Ana", now=at("2023-07-10"))


def test_who_loaded_a_directory_is_written_down(empty: App) -> None:
    entries = (team(USO, USO_MAIL), team(GOBIERNO, "niño@cartagena.example"))
    with empty.transaction() as session:
        told = load_directory(session, empty.rules, entries, by="Ana", now=at("2023-07-10"))
    assert (told.addressed, len(told.refused), noted(empty, "directory_loaded")) == (1, 1, ["Ana"])
