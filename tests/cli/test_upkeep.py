"""Commands for whoever installs gdflow: init, teams, doctor, config."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gdflow import clock
from gdflow.app import App
from tests.support.cast import AREAS, USO, USO_MAIL
from tests.support.commands import CommandLine
from tests.support.installation import CARTAGENA
from tests.support.working import all_noted, backed_up


def test_an_installation_is_made_once(gdflow: CommandLine) -> None:
    first, second = gdflow("init", "mi-entidad"), gdflow("init", "mi-entidad")
    home = gdflow.home / "mi-entidad"
    assert (first.code, second.code, "Escrito" in second.out) == (0, 0, False)
    assert (home / "config" / "gdflow.toml").exists()
    assert (home / "data" / "gdflow.sqlite3").exists()


def test_without_a_folder_the_present_one_is_taken(gdflow: CommandLine) -> None:
    assert gdflow("init").code == 0
    assert (gdflow.home / "config").is_dir()


def test_the_installation_is_named_by_an_option(gdflow: CommandLine, tmp_path: Path) -> None:
    gdflow("--home", tmp_path / "otra", "import", CARTAGENA, "--as-of", "2023-04-10")
    assert gdflow("--home", tmp_path / "otra", "plans", "--json").json["plans"][0]["lines"] == 12


def test_teams_without_an_address_end_with_3(cartagena: CommandLine) -> None:
    ran = cartagena("teams")
    assert (ran.code, "SIN CORREO" in ran.out) == (3, True)
    assert (
        cartagena("teams", "add", AREAS, "oai@cartagena.example", "--by", "Coordinación", "--role", "leader").code == 0
    )
    done = cartagena("teams", "--json")
    assert (done.code, [team["name"] for team in done.json["teams"]]) == (
        0,
        [AREAS, USO, "Equipo Gobierno Digital"],
    )


def test_an_address_is_added_to_the_team_that_is_meant(cartagena: CommandLine) -> None:
    ran = cartagena("teams", "add", "uso y apropiacion", "dos@cartagena.example", "--by", "Coordinación")
    assert (ran.code, ran.out.startswith(f"{USO}: {USO_MAIL}")) == (0, True)


@pytest.mark.parametrize(("words", "code"), [(["x@y", "--role", "member"], 3), (["a@b.example", "--role", "boss"], 2)])
def test_what_cannot_be_used_is_one_sentence(cartagena: CommandLine, words: list[str], code: int) -> None:
    ran = cartagena("teams", "add", USO, *words, "--by", "Coordinación")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, "", 1)


def test_a_directory_is_imported(cartagena: CommandLine) -> None:
    (cartagena.home / "directorio.csv").write_text(
        f"Equipo;Correo\n{AREAS};oai@cartagena.example\n{USO};niño@cartagena.example\n", "utf-8"
    )
    ran = cartagena("teams", "import", "directorio.csv", "--by", "Coordinación")
    assert (ran.code, "1 equipos con correo." in ran.out, "niño@cartagena.example" in ran.out) == (3, True, True)
    assert cartagena("teams", "import", "nada.csv", "--by", "Coordinación").code == 3


def test_a_directory_of_good_addresses_ends_with_0(cartagena: CommandLine) -> None:
    (cartagena.home / "directorio.csv").write_text(f"Equipo;Correo\n{AREAS};oai@cartagena.example\n", "utf-8")
    assert cartagena("teams", "import", "directorio.csv", "--by", "Coordinación").code == 0


def test_a_sound_installation_passes(cartagena: CommandLine) -> None:
    cartagena("teams", "add", AREAS, "oai@cartagena.example", "--by", "Coordinación")
    spite = ("--in-spite-of", "missing", "--reason", "El plan es de 2023")
    for period in ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"):
        assert cartagena("close", "--period", period, "--by", "Coordinación", *spite).code == 0
    app = App.open(cartagena.home, {})
    all_noted(app, clock.now())
    backed_up(app, clock.now())
    app.engine.dispose()
    ran = cartagena("doctor")
    assert (ran.code, "Nada por arreglar." in ran.out, "✖" in ran.out) == (0, True, False)
    assert all(check["ok"] for check in cartagena("doctor", "--json").json["checks"])


def test_something_to_mend_ends_with_3(cartagena: CommandLine, gdflow: CommandLine) -> None:
    ran = cartagena("doctor", "--json")
    assert (ran.code, [check["what"] for check in ran.json["checks"] if not check["ok"]]) == (
        3,
        ["Reloj de los trabajos", "Equipos con correo", "Períodos por cerrar", "Copia de seguridad"],
    )


def test_what_is_to_mend_stands_last_with_its_reason_and_its_cure(cartagena: CommandLine) -> None:
    _, *wrong = cartagena("doctor", "--offline").out.split("\n✖ ")
    assert [each.partition(":")[0] for each in wrong] == [
        *("Reloj de los trabajos", "Equipos con correo", "Períodos por cerrar", "Copia de seguridad")
    ]
    assert all("\n  Por qué importa: " in each and "\n  Cómo se arregla: " in each for each in wrong)
    assert "Por arreglar: 4 de " in wrong[-1]


def test_a_damaged_database_is_one_sentence_for_every_command(cartagena: CommandLine) -> None:
    for file in (cartagena.home / "data").glob("gdflow.sqlite3*"):
        file.write_bytes(b"no es una base de datos" * 400)
    ran = cartagena("scan")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert cartagena("doctor").code == 3


def test_what_the_database_refuses_is_one_sentence(cartagena: CommandLine) -> None:
    with closing(sqlite3.connect(cartagena.home / "data" / "gdflow.sqlite3")) as database, database:
        database.execute("DROP TABLE contact")
    ran = cartagena("scan", "--as-of", "2023-07-10")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert "no such table: contact" in ran.err


def test_a_folder_that_cannot_be_written_is_one_sentence(cartagena: CommandLine) -> None:
    (cartagena.home / "salida").write_text("no es una carpeta", "utf-8")
    ran = cartagena("form", "--as-of", "2023-07-05", "--out", "salida")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("No se pudo leer o escribir «salida»")


def test_a_database_of_a_newer_release_is_left_alone(cartagena: CommandLine) -> None:
    with closing(sqlite3.connect(cartagena.home / "data" / "gdflow.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    ran = cartagena("plans")
    assert (ran.code, "versión más nueva" in ran.err) == (3, True)


def test_settings_are_shown_with_their_origin(cartagena: CommandLine) -> None:
    shown = {each["name"]: each for each in cartagena("config", "show", "--json").json["settings"]}
    assert (shown["entity.code"]["value"], shown["entity.code"]["origin"]) == ("cartagena", "config/gdflow.toml:2")
    assert "planeacion@cartagena.example" in cartagena("config", "show").out


def test_settings_are_checked(cartagena: CommandLine) -> None:
    assert (cartagena("config", "check").out, cartagena("config", "check", "--json").json) == (
        "La configuración está bien.\n",
        {"problems": []},
    )
    (cartagena.home / "config" / "gdflow.toml").write_text("[mail]\nmodo = 1\nport = 0\n", "utf-8")
    ran = cartagena("config", "check")
    assert (ran.code, len(ran.out.splitlines()), "gdflow.toml:2" in ran.out) == (3, 2, True)
    assert len(cartagena("config", "check", "--json").json["problems"]) == 2


def test_a_bad_setting_stops_every_command(cartagena: CommandLine) -> None:
    (cartagena.home / "config" / "gdflow.toml").write_text("[mail]\nmodo = 1\n", "utf-8")
    ran = cartagena("scan")
    assert (ran.code, ran.out, "gdflow.toml:2" in ran.err) == (3, "", True)


def test_the_texts_of_the_documents_are_checked_with_the_settings(gdflow: CommandLine) -> None:
    gdflow("init")
    folder = gdflow.home / "config" / "templates"
    folder.mkdir()
    (folder / "informe_title.txt").write_text("Seguimiento de {{ plna }}\n", encoding="utf-8")
    (folder / "informe.docx").write_bytes(b"no es Word")
    checked = gdflow("config", "check", "--json")
    codes = [problem["code"] for problem in checked.json["problems"]]
    assert (checked.code, codes) == (3, ["template_unknown_name", "template_not_word"])
    assert "informe_title.txt:1" in checked.json["problems"][0]["message"]
