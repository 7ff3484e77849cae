from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import InputError
from gdflow.domain.people import Role, Team
from gdflow.services.teams import DirectoryTaken, add_contact, read_directory_file, take_directory
from gdflow.storage import people
from tests.services.readings import team
from tests.support.cast import AREAS, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, USO_MAIL
from tests.support.installation import contacts


def added(app: App, name: str, email: str, role: str = "member") -> Team:
    with app.transaction() as session:
        return add_contact(session, app.rules, name, email, role)


def taken(app: App, *entries: object) -> DirectoryTaken:
    with app.transaction() as session:
        return take_directory(session, app.rules, entries)  # type: ignore[arg-type]  # teams of a directory


def addresses(app: App, name: str) -> list[tuple[str, Role]]:
    with app.reading() as session:
        known = people.teams_of(session, app.rules.entity_id)
    return [(c.email, c.role) for each in known if each.name == name for c in each.contacts]


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


def test_a_useless_address_is_told_and_the_others_are_taken(empty: App) -> None:
    made = taken(empty, team(USO, "niño@cartagena.example", USO_MAIL))
    assert made == DirectoryTaken(1, ((USO, "niño@cartagena.example"),))


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
