"""Commands about plans: import, plans, confirm, open."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from tests.support.commands import CommandLine
from tests.support.installation import CARTAGENA, CARTAGO, PLANS

BROKEN = """\
PLAN DE ACCIÓN 2023
N.º;ACTIVIDAD;RESPONSABLE;META;FECHA INICIO;FECHA FINAL;TRIMESTRE 1;TRIMESTRE 2
1;Publicar conjuntos de datos abiertos;Equipo de Datos;4;01/01/2023;31/12/2023;1;#REF!
2;Formar a los equipos responsables;Equipo de Datos;3;30/11/2023;15/02/2023;1;0
"""
STOP = "CREATE TRIGGER stop BEFORE INSERT ON plan WHEN NEW.code = 'cartago_2024' BEGIN SELECT RAISE(ABORT, 'no'); END"


@pytest.fixture
def broken(gdflow: CommandLine) -> Path:
    """A plan with an error in a result and a window that ends before it begins."""
    path = gdflow.home / "plan.csv"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_a_dry_run_reads_and_stores_nothing(gdflow: CommandLine) -> None:
    ran = gdflow("import", CARTAGENA, "--dry-run", "--as-of", "2023-04-10", "--json")
    [plan] = ran.json["plans"]
    assert (ran.code, len(plan["lines"]), plan["period_kind"]) == (0, 12, "quarter")
    assert list(gdflow.home.iterdir()) == []


def test_an_import_says_what_it_took(gdflow: CommandLine) -> None:
    ran = gdflow("import", CARTAGENA, "--as-of", "2023-04-10")
    assert (ran.code, ran.err) == (0, "")
    assert "Plan «cartagena_2023» cargado: 12 líneas, 12 resultados tomados del documento." in ran.out
    again = gdflow("import", CARTAGENA, "--as-of", "2023-04-10")
    assert "sin cambios" in again.out
    assert "iguales 12, cambiadas 0, nuevas 0, retiradas 0." in again.out


def test_several_files_are_imported_at_once(gdflow: CommandLine) -> None:
    ran = gdflow("import", CARTAGENA, CARTAGO, "--as-of", "2024-10-11", "--json")
    assert [plan["source"] for plan in ran.json["plans"]] == ["cartagena_2023.xlsx", "cartago_2024.txt"]
    assert [plan["code"] for plan in gdflow("plans", "--json").json["plans"]] == ["cartagena_2023", "cartago_2024"]


def test_a_value_that_cannot_be_taken_ends_with_3_and_the_rest_is_stored(gdflow: CommandLine, broken: Path) -> None:
    ran = gdflow("import", broken, "--as-of", "2023-04-10", "--json")
    codes = {issue["code"] for issue in ran.json["plans"][0]["issues"] if issue["severity"] == "error"}
    assert (ran.code, codes) == (3, {"error_value", "window_reversed"})
    assert gdflow("plans", "--json").json["plans"][0]["lines"] == 2


def test_the_place_of_each_doubt_is_shown(gdflow: CommandLine, broken: Path) -> None:
    ran = gdflow("import", broken, "--as-of", "2023-04-10", "--dry-run")
    assert "Avisos de la lectura" in ran.out
    assert "corregir" in ran.out


def test_what_is_said_alike_of_many_cells_is_one_row_that_names_them(gdflow: CommandLine) -> None:
    out = gdflow("import", CARTAGENA, "--as-of", "2023-04-10", "--dry-run").out
    assert ("│ J8 a J17 " in out, out.count("nombra varios equipos")) == (True, 1)
    told = gdflow("import", CARTAGO, "--as-of", "2024-10-11", "--dry-run").out
    assert "C10, C11, C22, C32, C42, C43, C53, C54" in told


def test_of_very_many_places_the_rest_is_counted(gdflow: CommandLine) -> None:
    rows = [f"{n};Actividad {n} del plan;Equipo;4;01/01/2023;31/12/2023;{'' if n % 2 else 'N/A'}" for n in range(1, 40)]
    (gdflow.home / "plan.csv").write_text(
        f"N.º;ACTIVIDAD;RESPONSABLE;META;FECHA INICIO;FECHA FINAL;TRIMESTRE 1 2023\n{chr(10).join(rows)}\n", "utf-8"
    )
    assert "… (19 en total)" in gdflow("import", "plan.csv", "--dry-run").out


def test_a_long_list_of_doubts_is_counted(gdflow: CommandLine) -> None:
    path = gdflow.home / "largo.csv"
    rows = [f"{n};Actividad número {n} del plan;Equipo;4;31/12/2023;15/01/{1970 + n};1" for n in range(1, 50)]
    path.write_text(
        f"N.º;ACTIVIDAD;RESPONSABLE;META;FECHA INICIO;FECHA FINAL;TRIMESTRE 1 2023\n{chr(10).join(rows)}\n", "utf-8"
    )
    assert "… y 9 más; con --json se ven todos." in gdflow("import", path, "--dry-run").out


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("plan.xlsx", b"a;b;c\n1;2;3\n", "plan.xlsx"),
        ("plan.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "plan.xls"),
        ("carta.txt", "Señores\nReciban un cordial saludo.\n".encode(), "no se encontró ninguna tabla de un plan"),
        ("vacio.csv", b"", "vacio.csv"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(gdflow: CommandLine, name: str, data: bytes, said: str) -> None:
    (gdflow.home / name).write_bytes(data)
    ran = gdflow("import", gdflow.home / name)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert said in ran.err


def test_a_file_that_is_not_there_is_one_sentence(gdflow: CommandLine) -> None:
    ran = gdflow("import", "nada.xlsx", "--json")
    assert (ran.code, ran.out) == (3, "")
    assert "No se encontró el archivo «nada.xlsx»" in ran.err


def test_one_bad_file_keeps_the_others_out(gdflow: CommandLine) -> None:
    assert gdflow("import", CARTAGENA, "nada.xlsx").code == 3
    assert not (gdflow.home / "data").exists()


def test_what_stops_one_of_several_files_keeps_the_others_out(gdflow: CommandLine, broken: Path) -> None:
    gdflow("import", CARTAGENA, "--as-of", "2023-04-10")
    with closing(connect(gdflow.home / "data" / "gdflow.sqlite3")) as database:
        database.execute(STOP)
    with pytest.raises(IntegrityError):
        gdflow("import", broken, CARTAGO, "--as-of", "2024-10-11")
    assert [plan["code"] for plan in gdflow("plans", "--json").json["plans"]] == ["cartagena_2023"]


@pytest.mark.parametrize(("every", "code"), [("month", 0), ("semanal", 2)])
def test_a_person_says_how_often_a_silent_plan_is_reported(gdflow: CommandLine, every: str, code: int) -> None:
    ran = gdflow("import", CARTAGO, "--as-of", "2024-10-11", "--every", every)
    assert ran.code == code
    if code == 0:
        assert gdflow("plans", "--json").json["plans"][0]["period_kind"] == "month"


@pytest.mark.parametrize("day", ["10/04/2023", "2023-04-31", "hoy"])
def test_a_day_that_is_none_is_said(gdflow: CommandLine, day: str) -> None:
    ran = gdflow("import", CARTAGENA, "--as-of", day)
    assert (ran.code, f"«{day}» no es una fecha" in ran.err) == (2, True)


def test_an_address_of_the_plan_that_cannot_be_used_is_told(gdflow: CommandLine) -> None:
    import openpyxl

    book = openpyxl.load_workbook(CARTAGENA)
    sheet = book.create_sheet("Directorio")
    for row in (("Dependencia", "Correo"), ("Equipo de Uso y Apropiación", "niño@cartagena.example")):
        sheet.append(row)
    book.save(gdflow.home / "plan.xlsx")
    ran = gdflow("import", gdflow.home / "plan.xlsx", "--as-of", "2023-04-10")
    assert "Dirección que no se puede usar, de «Equipo de Uso y Apropiación»: niño@cartagena.example." in ran.out


def test_plans_and_their_lines_are_listed(cartagena: CommandLine) -> None:
    assert "cartagena_2023" in cartagena("plans").out
    lines = cartagena("plans", "--plan", "cartagena_2023")
    assert "Uso y Apropiación" in lines.out
    rows: Any = cartagena("plans", "--plan", "cartagena_2023", "--json").json["lines"]
    assert [row["row"] for row in rows] == list(range(8, 20))


def test_an_unknown_plan_ends_with_2(cartagena: CommandLine) -> None:
    ran = cartagena("plans", "--plan", "nada")
    assert (ran.code, ran.out) == (2, "")
    assert "Planes cargados: cartagena_2023" in ran.err


def test_a_folder_without_an_installation_ends_with_2(gdflow: CommandLine) -> None:
    ran = gdflow("plans", "--json")
    assert (ran.code, ran.out, "gdflow init" in ran.err) == (2, "", True)
    assert list(gdflow.home.iterdir()) == []


def test_a_hinted_date_is_confirmed(gdflow: CommandLine) -> None:
    gdflow("import", CARTAGO, "--as-of", "2024-10-11")
    ran = gdflow("confirm", "21", "--by", "Coordinación")
    assert (ran.code, "vence el 2024-12-31" in ran.out) == (0, True)
    assert (
        "2025-06-30"
        in gdflow("confirm", "33", "--by", "Coordinación", "--due", "2025-06-30", "--plan", "cartago_2024").out
    )
    assert (
        gdflow("confirm", "10", "--by", "Coordinación", "--due", "mañana").code,
        gdflow("confirm", "999", "--by", "Coordinación").code,
    ) == (2, 2)


def test_a_team_answers_for_the_lines_that_have_none(gdflow: CommandLine) -> None:
    gdflow("import", CARTAGO, "--as-of", "2024-10-11")
    some = gdflow("assign", "Oficina de TIC", "10", "11", "--by", "Ana")
    rest = gdflow("assign", "Secretaría General", "--by", "Ana")
    assert "Oficina de TIC responde por 2 líneas" in some.out
    assert "Secretaría General responde por 8 líneas" in rest.out
    assert "gdflow teams add" in rest.out
    assert {line["team"] for line in gdflow("plans", "--plan", "cartago_2024", "--json").json["lines"]} == {
        "Oficina de TIC",
        "Secretaría General",
    }


def test_who_gives_lines_to_a_team_says_who_they_are(gdflow: CommandLine) -> None:
    gdflow("import", CARTAGO, "--as-of", "2024-10-11")
    assert gdflow("assign", "Oficina de TIC").code == 2
    assert gdflow("assign", "Oficina de TIC", "--by", " ").code == 2
    assert "Oficina de TIC" not in gdflow("teams").out


def test_a_line_without_any_date_asks_for_one(gdflow: CommandLine) -> None:
    gdflow("import", PLANS / "cartago_2024.docx", "--as-of", "2024-10-11")
    ran = gdflow("confirm", "7", "--by", "Coordinación")
    assert (ran.code, "indique una con --due" in ran.err) == (3, True)


def test_a_period_is_opened_once(cartagena: CommandLine) -> None:
    first = cartagena("open", "2023-Q3", "--as-of", "2023-04-11", "--json")
    assert first.json["opened"] == [
        {
            "plan": "cartagena_2023",
            "period": "2023-Q3",
            "report_by": "2023-10-06",
            "closes_on": "2023-10-13",
            "new": True,
            "owed": 8,
        }
    ]
    again = cartagena("open", "2023-Q3", "--as-of", "2023-04-11")
    assert (again.code, "ya estaba abierto" in again.out) == (0, True)


def test_a_dry_run_opens_nothing(cartagena: CommandLine) -> None:
    for _ in range(2):
        assert "abierto: 8" in cartagena("open", "2023-Q3", "--dry-run").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["2023-M05", "--plan", "cartagena_2023"], 4),
        (["2023-M05"], 2),
        (["segundo"], 2),
        (["2023-Q2", "--plan", "nada"], 2),
    ],
)
def test_a_period_that_cannot_be_opened_is_one_sentence(cartagena: CommandLine, words: list[str], code: int) -> None:
    ran = cartagena("open", *words)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, "", 1)


def test_a_team_that_was_assigned_holds_against_the_document_and_is_told(gdflow: CommandLine) -> None:
    gdflow("import", CARTAGENA, "--as-of", "2023-04-10", "--by", "Ana Ruiz")
    told = gdflow("audit", "list", "--json").json["events"]
    assert "Ana Ruiz" in {each["actor"] for each in told if each["kind"] == "plan_imported"}
    gdflow("assign", "áreas de gestión OAI", "9", "--by", "Ana Ruiz", "--as-of", "2023-04-11")
    again = gdflow("import", CARTAGENA, "--as-of", "2023-04-10")
    assert "Fila 9: sigue respondiendo «áreas de gestión OAI», como lo decidió Ana Ruiz" in again.out + again.err


def test_nobody_loads_a_plan_under_a_blank_name(gdflow: CommandLine) -> None:
    assert gdflow("import", CARTAGENA, "--as-of", "2023-04-10", "--by", " ").code == 2
