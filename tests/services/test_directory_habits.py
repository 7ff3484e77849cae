"""Directories of teams as entities keep them: who of each team gets which role, and what is told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.collect.files import open_document
from gdflow.collect.plan_reader import read_plans
from gdflow.domain.people import Role
from gdflow.services.teams import DirectoryTaken, load_directory, read_directory_file
from gdflow.storage import people
from tests.corpus.builders import Book
from tests.corpus.plain import write_csv
from tests.support.cast import at
from tests.support.installation import contacts

MEMBER, HEAD, SUBSTITUTE = Role.MEMBER, Role.HEAD, Role.SUBSTITUTE
Contacts = dict[str, list[tuple[str, Role]]]


def loaded(app: App, path: Path) -> DirectoryTaken:
    with app.transaction() as session:
        return load_directory(session, app.rules, read_directory_file(path), by="Ana", now=at("2025-02-10"))


def known(app: App) -> Contacts:
    """Of each team that has any its addresses before the @, with their roles."""
    with app.reading() as session:
        teams = people.teams_of(session, app.rules.entity_id)
    return {team.name: [(c.email.partition("@")[0], c.role) for c in team.contacts] for team in teams if team.contacts}


def people_of_merged_offices(path: Path) -> Contacts:
    """An office merged over its people; a column says what each is in the plan."""
    with Book(path) as book:
        page = book.page("Directorio")
        page.put(1, "A", "HOSPITAL SAN RAFAEL E.S.E. - DIRECTORIO DE RESPONSABLES", "title")
        page.head(3, ["Área", "Cargo", "Rol en el plan", "Correo institucional", "Celular"])
        page.merge("A4:A6", "Subgerencia Científica", "cell")
        page.row(4, ["Subgerente", "Jefe", "subgerencia@hospital.example", "300 555 0001"], "B")
        page.row(5, ["Coordinadora", "Enlace", "enfermeria@hospital.example", 3005550002], "B")
        page.row(6, ["Auxiliar", "Suplente", "auxiliar@hospital.example", ""], "B")
        page.merge("A7:A8", "Talento Humano", "cell")
        page.row(7, ["Profesional", "Enlace", "talento@hospital.example", ""], "B")
        page.row(8, ["Técnico", "Líder", "nomina@hospital.example", ""], "B")
        page.put(9, "A", "Actualizado: 15/01/2025")
    return {
        "Subgerencia Científica": [("enfermeria", MEMBER), ("subgerencia", HEAD), ("auxiliar", SUBSTITUTE)],
        "Talento Humano": [("talento", MEMBER), ("nomina", MEMBER)],
    }


def titles_in_two_rows(path: Path) -> Contacts:
    """ "JEFE DE DEPENDENCIA", "ENLACE" and "SUPLENTE" stand over the columns that say only "CORREO"."""
    with Book(path) as book:
        page = book.page("Directorio")
        page.merge("A1:H1", "DIRECTORIO DE LÍDERES DE POLÍTICA MIPG")
        for area, title in {"A2:A3": "DEPENDENCIA", "B2:C2": "JEFE DE DEPENDENCIA", "D2:E2": "ENLACE"}.items():
            page.merge(area, title)
        page.merge("F2:G2", "SUPLENTE")
        page.merge("H2:H3", "EXTENSIÓN")
        page.head(3, ["CARGO", "CORREO"] * 3, "B")
        mails = ("Secretario", "general@sanroque.example", "Profesional", "archivo@sanroque.example")
        page.row(4, ["Secretaría General", *mails, "Técnico", "apoyo@sanroque.example", 10])
        page.row(5, ["Salud", "Secretario", "salud@sanroque.example", "Profesional", "pic@sanroque.example"])
    return {
        "Salud": [("pic", MEMBER), ("salud", HEAD)],
        "Secretaría General": [("archivo", MEMBER), ("general", HEAD), ("apoyo", SUBSTITUTE)],
    }


def columns_for_each_role(path: Path) -> Contacts:
    """One column for each role; an address in a remark is nobody's, one given twice is the team's."""
    with Book(path) as book:
        page = book.page("Contactos")
        page.head(1, ["EQUIPO", "CORREO JEFE", "CORREO ENLACE", "CORREO SUPLENTE", "OBSERVACIONES"])
        page.row(2, ["Sistemas", "jefe@ese.example", "sistemas@ese.example", "soporte@ese.example", ""])
        page.row(3, ["Facturación", "", "facturacion@ese.example", "", "Con copia a gerencia@ese.example"])
        page.row(4, ["Calidad", "calidad@ese.example", "calidad@ese.example", "", ""])
    return {
        "Calidad": [("calidad", MEMBER)],
        "Facturación": [("facturacion", MEMBER)],
        "Sistemas": [("sistemas", MEMBER), ("jefe", HEAD), ("soporte", SUBSTITUTE)],
    }


def few_heads_and_links_of_chats(path: Path) -> Contacts:
    """A csv in which one team of five states its head, one stands twice and one has only a chat's link."""
    rows = [
        ["Equipo", "Correo", "Canal de Teams", "Correo del jefe"],
        [
            "Gobierno Digital",
            "gobdigital@c.example",
            "https://teams.microsoft.com/l/channel/19%3aabc",
            "jefe@c.example",
        ],
        ["Uso y Apropiación", "uso@c.example", "", ""],
        ["GOBIERNO  DIGITAL", "datos@c.example", "", ""],
        ["Seguridad", "seguridad@c.example ", "https://chat.google.com/room/AAA", ""],
        ["Analítica", "analitica@c.example", "", ""],
        ["Redes", "https://teams.microsoft.com/l/chat/0/0?users=infra@c.example", "", ""],
    ]
    write_csv(path.with_suffix(".csv"), rows, ",", "utf-8-sig")
    return {
        "Analítica": [("analitica", MEMBER)],
        "Gobierno Digital": [("gobdigital", MEMBER), ("datos", MEMBER), ("jefe", HEAD)],
        "Seguridad": [("seguridad", MEMBER)],
        "Uso y Apropiación": [("uso", MEMBER)],
    }


def links_behind_addresses(path: Path) -> Contacts:
    """Hyperlinks: what is read is what is shown, with or without "mailto:" and blanks."""
    shown = {"Jurídica": "juridica@ani.example", "Financiera": "mailto:financiera@ani.example"}
    shown |= {"Contractual": " contratacion@ani.example. ", "Predial": "Enviar correo"}
    with Book(path) as book:
        page = book.page("DIRECTORIO")
        page.put(1, "B", "DIRECTORIO DE PROCESOS", "title")
        page.head(3, ["N°", "PROCESO", "LÍDER", "E-MAIL", "TELÉFONO"])
        for row, (name, text) in enumerate(shown.items(), start=4):
            page.row(row, [row - 3, name, "Vicepresidente", None, f"601 555 55 55 ext 12{row}"])
            page.sheet.write_url(row - 1, 3, "mailto:alguien@ani.example", None, text)
    told = {"Contractual": "contratacion", "Financiera": "financiera", "Jurídica": "juridica"}
    return {name: [(mail, MEMBER)] for name, mail in told.items()}


@pytest.mark.parametrize(
    "write",
    [
        people_of_merged_offices,
        titles_in_two_rows,
        columns_for_each_role,
        few_heads_and_links_of_chats,
        links_behind_addresses,
    ],
)
def test_each_address_has_the_role_that_the_directory_states(
    empty: App, tmp_path: Path, write: Callable[[Path], Contacts]
) -> None:
    stated = write(tmp_path / "directorio.xlsx")
    assert loaded(empty, next(tmp_path.glob("directorio.*"))).refused == ()
    assert known(empty) == stated


def test_lists_of_addresses_are_parted_and_broken_ones_are_told(empty: App, tmp_path: Path) -> None:
    path = tmp_path / "directorio.csv"
    rows = [
        ["Directorio de dependencias vigencia 2025", "", ""],
        ["Dependencia", "Correo electrónico", "Extensión"],
        ["Educación", "educacion@g.example; calidad@g.example", "201"],
        ["Cultura", "cultura@g.example / bibliotecas@g.example", "202"],
        ["Prensa", "Prensa Gobernación <prensa@g.example>, Redes <redes@g.example>", ""],
        ["Control Interno", "control.interno@g.example\nauditoria@g.example.", ""],
        ["Minas", "minas @g.example", ""],
        ["Tránsito", "", ""],
        ["Despacho", "N/A", ""],
    ]
    write_csv(path, rows, ";", "cp1252")
    assert loaded(empty, path).refused == (("Minas", "minas @g.example"),)
    assert {name: [mail for mail, _ in mails] for name, mails in known(empty).items()} == {
        "Control Interno": ["control.interno", "auditoria"],
        "Cultura": ["cultura", "bibliotecas"],
        "Educación": ["educacion", "calidad"],
        "Prensa": ["prensa", "redes"],
    }


def test_a_team_without_address_is_told_with_the_name_that_the_directory_has(empty: App, tmp_path: Path) -> None:
    for name in ("Secretaría de Planeación", "Oficina TIC", "SECRETARIA DE SALUD", "Gerencia General"):
        contacts(empty, name, [])
    path = tmp_path / "directorio.csv"
    rows = [["Equipo", "Correo"], ["PLANEACIÓN", "p@g.example"], ["Oficina de las TIC", "t@g.example"]]
    write_csv(path, [*rows, ["Secretaría de Salud", "s@g.example"], ["Secretaría General", "g@g.example"]])
    assert loaded(empty, path).likely == (
        ("Oficina de las TIC", "Oficina TIC"),
        ("PLANEACIÓN", "Secretaría de Planeación"),
    )


def test_a_plan_tells_which_of_its_teams_its_directory_spells_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with Book(path) as book:
        page = book.page("Plan de Acción")
        page.head(1, ["ACTIVIDAD", "META", "FECHA FIN", "RESPONSABLE"])
        for row, name in enumerate(["Oficina Asesora Jurídica", "Secretaria de Hacienda", "Oficina Jurídica"], start=2):
            page.row(row, [f"Rendir el informe {row}", 1, date(2025, 10, 31), name])
        other = book.page("Directorio")
        other.head(3, ["DEPENDENCIA", "CORREO ENLACE", "CORREO JEFE INMEDIATO"])
        other.row(4, ["Of. Asesora Juridica", "juridica@sanroque.example.", ""])
        other.row(5, ["SECRETARÍA DE HACIENDA", "rentas@sanroque.example", "hacienda@sanroque.example"])
    (plan,) = read_plans(open_document(path), as_of=date(2025, 3, 1))
    told = [(issue.row, issue.proposal) for issue in plan.issues if issue.code == "team_spelled_otherwise"]
    assert told == [(2, "Of. Asesora Juridica"), (4, "Of. Asesora Juridica")]
    assert plan.lines[1].teams == ("SECRETARÍA DE HACIENDA",)
