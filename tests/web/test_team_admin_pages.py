"""Teams and their addresses, looked after on the page."""

import re
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.people import Role as TeamRole
from gdflow.storage import address_marks, events, people
from tests.support.cast import AREAS, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, USO_MAIL, at
from tests.support.desk import Desk, signed_in
from tests.support.hostile import HOSTILE
from tests.support.installation import contacts, counted_statements, scanned
from tests.support.web import Hours, dump, plain

ANA = "Ana Coordina <coordina@cartagena.example>"


@pytest.fixture
def desk(installed: App) -> Desk:
    """The coordinator on 12 July 2023, when the second quarter is owed."""
    scanned(installed, "2023-07-04")
    return signed_in(installed, Role.COORDINATOR, Hours(now=at("2023-07-12", 10)))


def where(app: App, name: str = GOBIERNO) -> str:
    with app.reading() as session:
        return f"/equipos/{people.ensure_team(session, app.rules.entity_id, name)}"


def done(desk: Desk, path: str, **fields: Any) -> str:
    """Post a form that leads back to a page, and read that page."""
    answer = desk.post(path, **fields)
    assert answer.status_code == 303, plain(answer.text)
    return plain(desk.get(answer.headers["location"]))


def addresses(app: App, name: str = GOBIERNO) -> list[tuple[str, TeamRole]]:
    with app.reading() as session:
        known = people.teams_of(session, app.rules.entity_id)
    return [(each.email, each.role) for team in known if team.name == name for each in team.contacts]


def actors(app: App, kind: str) -> list[str]:
    with app.reading() as session:
        return [each.actor for each in events.events_of(session, app.rules.entity_id) if each.kind == kind]


def test_teams_are_listed_with_whoever_reads(desk: Desk) -> None:
    page = plain(desk.get("/equipos"))
    assert f"{GOBIERNO} 10 líneas {GOBIERNO_MAIL} ✔ Se le puede escribir" in page
    assert f"{AREAS} 0 líneas nadie ✖ Sin correo" in page


def test_teams_are_found_by_name_address_and_state(desk: Desk) -> None:
    assert "1 equipo " in plain(desk.get("/equipos?buscar=APROPIACION"))
    assert "1 equipo " in plain(desk.get(f"/equipos?buscar={USO_MAIL}"))
    assert GOBIERNO not in desk.get("/equipos?ver=silent")


def test_an_address_is_added_changed_and_removed(desk: Desk, installed: App) -> None:
    page = done(desk, where(installed) + "/contactos", correo="dos@cartagena.example", papel="member")
    assert "El correo quedó guardado" in page
    done(desk, where(installed) + "/contactos", correo="dos@cartagena.example", papel="substitute")
    assert ("dos@cartagena.example", TeamRole.SUBSTITUTE) in addresses(installed)
    done(desk, where(installed) + "/contactos/quitar", correo="dos@cartagena.example")
    assert addresses(installed) == [(GOBIERNO_MAIL, TeamRole.MEMBER), (HEAD_MAIL, TeamRole.HEAD)]
    assert actors(installed, "contact_added") + actors(installed, "contact_removed") == [ANA] * 3


def test_an_absence_is_noted_and_ended(desk: Desk, installed: App) -> None:
    its = {"correo": GOBIERNO_MAIL, "desde": "2023-07-10", "hasta": "2023-07-20"}
    page = done(desk, where(installed) + "/ausencia", **its)
    assert "Ausente del lun 10 jul 2023 al jue 20 jul 2023" in page
    assert f"Hoy se le escribe a {HEAD_MAIL}" in page
    page = done(desk, where(installed) + "/regreso", correo=GOBIERNO_MAIL)
    assert f"Hoy se le escribe a {GOBIERNO_MAIL}" in page
    assert actors(installed, "contact_away") + actors(installed, "contact_back") == [ANA, ANA]


def test_an_address_that_refused_is_written_to_again(desk: Desk, installed: App) -> None:
    with installed.transaction() as session:
        address_marks.mark(session, installed.rules.entity_id, HEAD_MAIL, "5.1.1", "No such user", at("2023-07-05"))
    assert "Su servidor la rechazó el mié 5 jul 2023, 08:00: No such user" in plain(desk.get(where(installed)))
    assert "rechazó" not in done(desk, where(installed) + "/perdonar", correo=HEAD_MAIL)
    assert actors(installed, "address_forgiven") == [ANA]


def test_a_link_is_handed_over_once_and_taken_back(desk: Desk, installed: App) -> None:
    given = desk.post(where(installed) + "/enlaces")
    path = re.search(r'class="secret">https?://[^/]+(/r/[\w-]+)<', given.text)
    assert path
    assert desk.client.get(path[1]).status_code == 200
    assert path[1] not in desk.get(where(installed))
    number = re.search(r'name="numero" value="(\d+)"', desk.get(where(installed)))
    assert number
    assert "Retirado" in done(desk, where(installed) + "/enlaces/retirar", numero=number[1])
    assert desk.client.get(path[1]).status_code == 403
    assert desk.post(where(installed) + "/enlaces/retirar", numero=number[1]).status_code == 409
    assert actors(installed, "link_handed_over") + actors(installed, "link_revoked") == [ANA, ANA]


def test_a_calendar_is_given_and_taken_back(desk: Desk, installed: App) -> None:
    given = desk.post(where(installed) + "/calendario")
    path = re.search(r"(/calendario/[\w-]+\.ics)", given.text)
    assert path
    assert desk.client.get(path[1]).status_code == 200
    number = re.search(
        r'calendario/retirar"><input type="hidden" name="numero" value="(\d+)"', desk.get(where(installed))
    )
    assert number
    assert "Retirado" in done(desk, where(installed) + "/calendario/retirar", numero=number[1])


def test_a_team_that_owes_nothing_gets_no_link(desk: Desk, installed: App) -> None:
    answer = desk.post(where(installed, AREAS) + "/enlaces")
    assert (answer.status_code, "no debe nada" in plain(answer.text)) == (409, True)


@pytest.mark.parametrize(
    ("path", "fields", "status", "said"),
    [
        ("/contactos", {"correo": "no sirve", "papel": "member"}, 422, "no es una dirección"),
        ("/contactos", {"correo": "a@b.example", "papel": "rey"}, 422, "Elija qué es esa persona"),
        ("/contactos/quitar", {"correo": "nadie@b.example"}, 409, "ya no está en el equipo"),
        ("/ausencia", {"correo": GOBIERNO_MAIL, "desde": "2023-07-10"}, 422, "los dos días"),
        ("/ausencia", {"correo": GOBIERNO_MAIL, "desde": "ayer", "hasta": "2023-07-10"}, 422, "los dos días"),
        ("/ausencia", {"correo": GOBIERNO_MAIL, "desde": "2023-07-10", "hasta": "2023-07-01"}, 422, "los dos días"),
        ("/enlaces/retirar", {"numero": "x"}, 409, "Ese enlace no existe"),
        ("/calendario/retirar", {"numero": "99"}, 409, "Ese calendario no existe"),
    ],
)
def test_what_cannot_be_done_is_said_on_the_page(
    desk: Desk, installed: App, path: str, fields: dict[str, str], status: int, said: str
) -> None:
    before = dump(installed)
    answer = desk.post(where(installed) + path, **fields)
    assert (answer.status_code, said in plain(answer.text)) == (status, True)
    assert dump(installed) == before


def test_a_team_is_added_by_hand(desk: Desk, installed: App) -> None:
    page = done(desk, "/equipos", equipo=" Gobierno ", correo="g@cartagena.example")
    assert "Gobierno" in page
    assert addresses(installed, "Gobierno") == [("g@cartagena.example", TeamRole.MEMBER)]
    assert len(addresses(installed)) == 2


def test_what_was_typed_comes_back_with_what_is_wrong_of_it(desk: Desk) -> None:
    answer = desk.post("/equipos", equipo="Jurídica", correo="jurídica@cartagena.example")
    assert (answer.status_code, 'value="Jurídica"' in answer.text) == (422, True)


def test_a_directory_is_loaded_with_what_could_not_be_used(desk: Desk, installed: App) -> None:
    text = f"Equipo;Correo\n{AREAS};oai@cartagena.example\n{USO};niño@cartagena.example\n"
    answer = desk.post("/equipos/directorio", files={"archivo": ("d.csv", text.encode())})
    assert "1 equipo con correo" in plain(answer.text)
    assert "«niño@cartagena.example» no es una dirección" in plain(answer.text)
    assert addresses(installed, AREAS) == [("oai@cartagena.example", TeamRole.MEMBER)]
    assert actors(installed, "directory_loaded") == [ANA]


@pytest.mark.parametrize(("name", "data"), [("d.csv", b"Hola;mundo\n"), ("d.pdf", b"%PDF-1.4"), ("", b"")])
def test_a_file_that_is_no_directory_is_refused_in_words(desk: Desk, installed: App, name: str, data: bytes) -> None:
    before = dump(installed)
    answer = desk.post("/equipos/directorio", files={"archivo": (name, data)} if name else None)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)
    assert dump(installed) == before


@pytest.mark.slow
def test_no_hostile_file_breaks_the_page(installed: App) -> None:
    hours = Hours(now=at("2023-07-12", 10))
    desk = signed_in(installed, Role.COORDINATOR, hours)
    for case in HOSTILE.values():
        hours.seconds += 3600
        answer = desk.post("/equipos/directorio", files={"archivo": (case.name, case.build())})
        assert answer.status_code in {413, 422}, (case.name, answer.status_code)
        assert desk.client.get("/equipos").status_code == 200


def test_whom_nobody_would_reach_is_told_before(desk: Desk, installed: App) -> None:
    with installed.transaction() as session:
        for address in (USO_MAIL, HEAD_MAIL):
            address_marks.mark(session, installed.rules.entity_id, address, "5.1.1", None, at("2023-07-05"))
    page = plain(desk.get("/equipos/cobertura"))
    assert f"{USO} ▲ el servidor rechaza los correos de su equipo" in page
    assert "Trimestre 2 de 2023 · cartagena_2023 Abierto." in page


def test_a_plan_without_gaps_is_well_covered(desk: Desk) -> None:
    assert "de todo hay a quién recordárselo" in plain(desk.get("/equipos/cobertura"))


def test_an_installation_without_teams_says_what_to_do(empty: App) -> None:
    desk = signed_in(empty, Role.COORDINATOR)
    assert "Todavía no hay equipos" in plain(desk.get("/equipos"))
    assert "No hay períodos abiertos ni por abrir" in plain(desk.get("/equipos/cobertura"))


def test_many_teams_are_shown_by_pages_at_the_same_cost(desk: Desk, installed: App) -> None:
    with counted_statements(installed) as few:
        desk.get("/equipos")
    for number in range(70):
        contacts(installed, f"Equipo {number:02}", [(f"e{number}@cartagena.example", TeamRole.MEMBER)])
    with counted_statements(installed) as many:
        page = desk.get("/equipos?pagina=2&buscar=equipo")
    assert "Página 2 de 2" in plain(page)
    assert "buscar=equipo" in page
    assert len([sql for sql in many if "SELECT" in sql]) == len([sql for sql in few if "SELECT" in sql])


def test_a_team_that_does_not_exist_is_not_found(desk: Desk) -> None:
    assert desk.client.get("/equipos/999").status_code == 404
    assert desk.post("/equipos/999/contactos", correo="a@b.example", papel="member").status_code == 404
