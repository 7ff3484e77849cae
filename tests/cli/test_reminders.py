"""Commands about reminders: scan, deliver, remind, explain."""

import sqlite3
from contextlib import closing

import pytest

from tests.support.cast import GOBIERNO_MAIL, USO, USO_MAIL
from tests.support.commands import CommandLine
from tests.support.installation import SETTINGS

DAY = ("--as-of", "2023-07-10")


def stored(cartagena: CommandLine) -> tuple[int, int]:
    """How many reminders and notices the database holds."""
    with closing(sqlite3.connect(cartagena.home / "data" / "gdflow.sqlite3")) as database:
        count = (f"SELECT count(*) FROM {table}" for table in ("reminder", "notice"))
        first, second = (int(database.execute(ask).fetchone()[0]) for ask in count)
        return first, second


def test_a_scan_writes_reminders_once(cartagena: CommandLine) -> None:
    first, second = (cartagena("scan", *DAY, "--json").json for _ in range(2))
    assert (first["new"], first["known"], len(first["notices"])) == (9, 0, 2)
    assert (second["new"], second["known"], second["notices"]) == (0, 9, [])


def test_a_dry_scan_stores_nothing(cartagena: CommandLine) -> None:
    assert cartagena("scan", *DAY, "--dry-run", "--json").json["new"] == 9
    assert stored(cartagena) == (0, 0)


def test_a_scan_is_told_to_people(cartagena: CommandLine) -> None:
    out = cartagena("scan", *DAY).out
    assert "Lunes 10 de julio de 2023." in out
    assert "Sin reporte del trimestre 2 de 2023: 8." in out
    assert "Recordatorios nuevos: 9; ya escritos antes: 0. Correos en cola: 2." in out


def test_a_closed_day_is_told_by_its_name(cartagena: CommandLine) -> None:
    ran = cartagena("scan", "--as-of", "2023-04-07")
    assert "No es día hábil (Viernes Santo)" in ran.out
    assert cartagena("scan", "--as-of", "2026-07-13", "--json").json["notices"] == []


def test_a_team_without_an_address_is_named(cartagena: CommandLine) -> None:
    cartagena.home.joinpath("solo.csv").write_text(f"Equipo;Correo\n{USO};uno@cartagena.example\n", "utf-8")
    with closing(sqlite3.connect(cartagena.home / "data" / "gdflow.sqlite3")) as database, database:
        database.execute("DELETE FROM contact")
    assert f"Sin correo: {USO}." in cartagena("scan", *DAY).out


def test_mails_are_delivered_as_files(cartagena: CommandLine) -> None:
    cartagena("scan", *DAY)
    ran = cartagena("deliver", *DAY, "--json")
    assert (ran.code, [each["state"] for each in ran.json["deliveries"]]) == (0, ["sent", "sent"])
    assert len(list((cartagena.home / "outbox").glob("*.eml"))) == 2
    assert "No había correos por enviar." in cartagena("deliver", *DAY).out


def test_a_delivery_is_told_to_people(cartagena: CommandLine) -> None:
    cartagena("scan", *DAY)
    out = cartagena("deliver", *DAY).out
    assert (USO_MAIL in out, "Enviado" in out) == (True, True)


def test_what_did_not_leave_ends_with_5(cartagena: CommandLine) -> None:
    settings = f'{SETTINGS}mode = "smtp"\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\n'
    (cartagena.home / "config" / "gdflow.toml").write_text(settings, "utf-8")
    ran = cartagena("remind", *DAY, "--json")
    assert (ran.code, ran.json["paused"]) == (5, "unreachable")
    assert [each["state"] for each in ran.json["deliveries"]] == ["retry"]


def test_remind_scans_and_delivers(cartagena: CommandLine) -> None:
    ran = cartagena("remind", *DAY)
    assert (ran.code, "Recordatorios nuevos: 9" in ran.out, "Enviado" in ran.out) == (0, True, True)
    assert cartagena("remind", *DAY, "--json").json == {
        "paused": None,
        "mailbox": None,
        "deliveries": [],
        "resting": [],
        "waiting": [],
    }


def test_a_dry_remind_shows_the_mails_and_keeps_nothing(cartagena: CommandLine) -> None:
    ran = cartagena("remind", *DAY, "--dry-run")
    assert f"── Para {GOBIERNO_MAIL} · " in ran.out
    assert "Abra el formulario adjunto" in ran.out
    assert stored(cartagena) == (0, 0)
    assert not (cartagena.home / "outbox").exists()
    assert cartagena("remind", *DAY, "--dry-run", "--json").json["new"] == 9


def test_an_explanation_answers_in_words(cartagena: CommandLine) -> None:
    cartagena("remind", *DAY)
    out = cartagena("explain", "fila:18", *DAY).out
    assert "Ese día se le recordó." in out
    assert f"Responsable: {USO} · {USO_MAIL}" in out
    assert "enviado" in out
    assert "Resultado del trimestre 2 de 2023" in out


def test_an_explanation_tells_what_was_superseded_let_be_or_waits(cartagena: CommandLine) -> None:
    with closing(sqlite3.connect(cartagena.home / "data" / "gdflow.sqlite3")) as database, database:
        database.execute("DELETE FROM contact")
    for day in ("2023-06-30", "2023-07-10"):
        cartagena("scan", "--as-of", day)
    out = cartagena("explain", "18", *DAY).out
    assert "omitido: lo reemplazó un paso más reciente" in out
    assert "no se escribió" in out
    assert "espera correo" in out
    assert "sin correo" in out


def test_an_explanation_of_a_closed_day_names_it(cartagena: CommandLine) -> None:
    assert "no es hábil: sábado" in cartagena("explain", "18", "--as-of", "2023-07-08").out


def test_an_explanation_of_a_line_that_owes_nothing_says_why(cartagena: CommandLine) -> None:
    out = cartagena("explain", "8", *DAY).out
    assert "no debe nada, porque la meta ya estaba cumplida" in out
    assert "Resultados" in out


def test_an_explanation_of_a_line_without_results_says_so(cartagena: CommandLine) -> None:
    from tests.support.installation import CARTAGO

    cartagena("import", CARTAGO, "--as-of", "2024-10-11")
    out = cartagena("explain", "33", "--plan", "cartago_2024", "--as-of", "2024-10-11").out
    assert "Resultados: ninguno." in out
    assert "sin fecha" in out


def test_an_explanation_answers_programs(cartagena: CommandLine) -> None:
    told = cartagena("explain", "18", *DAY, "--json").json
    assert (told["row"], told["as_of"]) == (18, "2023-07-10")
    assert {each["verdict"] for each in told["obligations"]} >= {"not_yet_scanned"}


@pytest.mark.parametrize(("line", "said"), [("fila:99", "No hay una línea «fila:99»"), ("4", "filas 11, 12")])
def test_a_line_that_is_not_clear_ends_with_2(cartagena: CommandLine, line: str, said: str) -> None:
    ran = cartagena("explain", line, *DAY)
    assert (ran.code, ran.out, said in ran.err) == (2, "", True)
