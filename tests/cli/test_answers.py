"""Commands about answers: form, receive, consolidate."""

from pathlib import Path

import openpyxl
import pytest

from gdflow.services.demo.answers import fill_in
from tests.support.cast import GOBIERNO, USO
from tests.support.commands import CommandLine, Ran
from tests.support.installation import CARTAGENA

DAY = ("--as-of", "2023-07-05")


def written(cartagena: CommandLine, team: str = USO) -> Path:
    """The form of a team, filled in as the team would."""
    assert cartagena("form", team, "--period", "2023-Q2", *DAY).code == 0
    path = cartagena.home / "formularios" / f"Formulario 2023-Q2 {team}.xlsx"
    path.write_bytes(fill_in(path.read_bytes()))
    return path


def answered(cartagena: CommandLine, *words: str) -> Ran:
    return cartagena("receive", written(cartagena), *DAY, *words)


def test_every_team_that_owes_gets_its_form(cartagena: CommandLine) -> None:
    ran = cartagena("form", *DAY, "--out", "salida")
    assert sorted(path.name for path in (cartagena.home / "salida").iterdir()) == [
        f"Formulario 2023-Q2 {GOBIERNO}.xlsx",
        f"Formulario 2023-Q2 {USO}.xlsx",
    ]
    assert f"2 líneas de {USO}." in ran.out


def test_forms_are_told_to_programs(cartagena: CommandLine) -> None:
    ran = cartagena("form", USO, *DAY, "--json")
    file = str(Path("formularios") / f"Formulario 2023-Q2 {USO}.xlsx")
    assert ran.json == {"forms": [{"team": USO, "period": "2023-Q2", "lines": 2, "file": file}]}
    assert (cartagena.home / file).is_file()


def test_a_rehearsal_of_the_forms_writes_none(cartagena: CommandLine) -> None:
    ran = cartagena("form", *DAY, "--dry-run")
    assert (f"2 líneas de {USO}." in ran.out, "Ensayo" in ran.out) == (True, True)
    assert not (cartagena.home / "formularios").exists()


def test_one_line_is_no_lines(cartagena: CommandLine) -> None:
    cartagena("waive", "18", "--period", "2023-Q2", "--by", "Ana Ruiz", "--reason", "Acta 3", *DAY)
    assert f": 1 línea de {USO}." in cartagena("form", USO, *DAY).out


def test_a_rehearsal_of_the_report_tells_it_and_writes_none(cartagena: CommandLine) -> None:
    for words in ((), ("--period", "2023-S1")):
        ran = cartagena("consolidate", *words, *DAY, "--dry-run")
        assert (ran.code, "Ensayo: no se escribió ningún archivo." in ran.out) == (0, True)
        assert ("Se escribiría: informes" in ran.out, "Escrito" in ran.out) == (True, False)
        assert cartagena("consolidate", *words, *DAY, "--dry-run", "--json").json["files"]
    assert not (cartagena.home / "informes").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["Equipo de Nadie"], 2),
        ([USO, "--period", "2023-Q1"], 4),
        (["--period", "2023-Q1"], 4),
        (["--period", "trimestre"], 2),
    ],
)
def test_a_form_that_cannot_be_made_is_one_sentence(cartagena: CommandLine, words: list[str], code: int) -> None:
    ran = cartagena("form", *words, *DAY)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, "", 1)


def test_a_form_is_taken_and_its_receipt_told(cartagena: CommandLine) -> None:
    ran = answered(cartagena)
    assert ran.code == 0
    assert "recibo R-" in ran.out
    assert f"{USO} · trimestre 2 de 2023: 2 respuestas, no falta ninguna." in ran.out
    assert "fila 18: 0,3" in ran.out


def test_a_receipt_is_told_to_programs(cartagena: CommandLine) -> None:
    [told] = answered(cartagena, "--json").json["received"]
    assert ([each["row"] for each in told["taken"]], told["refused"], told["pending"]) == ([18, 19], None, 0)


def test_the_same_file_again_is_known(cartagena: CommandLine) -> None:
    path = written(cartagena)
    cartagena("receive", path, *DAY)
    assert "(ya se había recibido)" in cartagena("receive", path, *DAY).out


def test_answers_that_cannot_be_taken_end_with_3(cartagena: CommandLine) -> None:
    path = written(cartagena)
    book = openpyxl.load_workbook(path)
    sheet = book["Formulario"]
    sheet.cell(9, 8).value = "tres"
    book.save(path)
    ran = cartagena("receive", path, *DAY)
    assert (ran.code, "dice «tres»" in ran.out, "1 respuesta, falta 1." in ran.out) == (3, True, True)


def test_a_file_that_is_no_form_ends_with_3_and_is_kept(cartagena: CommandLine) -> None:
    (cartagena.home / "carta.xlsx").write_bytes(b"no es un libro")
    ran = cartagena("receive", "carta.xlsx", *DAY)
    assert (ran.code, "quedó guardado aparte" in ran.out) == (3, True)
    assert cartagena("receive", "nada.xlsx").code == 3


def test_the_plans_own_workbook_is_taken_for_the_team_that_is_named(cartagena: CommandLine) -> None:
    book = openpyxl.load_workbook(CARTAGENA)
    book["PLAN DE ACCION"]["M18"].value = 0.3
    book.save(cartagena.home / "plan.xlsx")
    assert "no se sabe qué equipo lo envió" in cartagena("receive", "plan.xlsx", *DAY).out
    ran = cartagena("receive", "plan.xlsx", "--team", "uso y apropiación", *DAY)
    assert (ran.code, "fila 18: 0,3" in ran.out) == (0, True)
    assert cartagena("receive", "plan.xlsx", "--team", "Equipo de Nadie").code == 2


def test_answers_of_several_periods_are_told_with_theirs(cartagena: CommandLine) -> None:
    cartagena("open", "2023-Q3")
    book = openpyxl.load_workbook(CARTAGENA)
    for place in ("M18", "N18"):
        book["PLAN DE ACCION"][place].value = 0.3
    book.save(cartagena.home / "plan.xlsx")
    ran = cartagena("receive", "plan.xlsx", "--team", USO, *DAY)
    assert f"{USO} · varios períodos: 2 respuestas" in ran.out
    assert "fila 18 (trimestre 3 de 2023): 0,3" in ran.out


def test_after_the_closing_a_form_is_refused_with_4(cartagena: CommandLine) -> None:
    path = written(cartagena)
    ran = cartagena("receive", path, "--as-of", "2023-07-18")
    assert (ran.code, "cerró el" in ran.out) == (4, True)


def test_the_report_is_written_and_summed_up(cartagena: CommandLine) -> None:
    answered(cartagena)
    ran = cartagena("consolidate", "--period", "2023-Q2", "--as-of", "2023-07-12")
    assert ran.code == 0
    assert (f"Falta: fila 9, {GOBIERNO}" in ran.out, "mié 5 jul" in ran.out) == (True, True)
    assert sorted(path.name for path in (cartagena.home / "informes").iterdir()) == [
        "Consolidado cartagena_2023 2023-Q2.xlsx",
        "cartagena_2023 2023-Q2.xlsx",
    ]


def test_the_first_quarter_is_that_of_the_plan(cartagena: CommandLine) -> None:
    out = cartagena("consolidate", "--period", "2023-Q1", "--as-of", "2023-04-10").out.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert ("40,90 %" in out, "43,18 %" in out) == (True, True)


def test_the_own_workbook_can_be_left_out(cartagena: CommandLine) -> None:
    ran = cartagena("consolidate", "--no-own", "--out", "salida", "--as-of", "2023-07-12", "--json")
    assert ran.json["files"] == ["salida/Consolidado cartagena_2023 2023-Q2.xlsx"]
    assert ran.json["period"] == "2023-Q2"


def test_a_period_that_is_none_is_refused(cartagena: CommandLine) -> None:
    ran = cartagena("consolidate", "--period", "mayo")
    assert (ran.code, ran.out) == (2, "")
    assert not (cartagena.home / "informes").exists()


def test_every_plan_of_a_period_goes_into_one_book(cartagena: CommandLine) -> None:
    ran = cartagena("consolidate-all", "2023-Q1", "--as-of", "2023-04-20")
    [path] = (cartagena.home / "informes").glob("*.xlsx")
    assert (ran.code, str(path.name) in ran.out) == (0, True)
    assert "Resumen" in openpyxl.load_workbook(path).sheetnames
    assert cartagena("consolidate-all", "2023-M03").code == 2


def test_a_period_of_another_kind_is_a_cut_of_the_same_data(cartagena: CommandLine) -> None:
    ran = cartagena("consolidate", "--period", "2023-C1", "--as-of", "2023-05-10", "--out", "salida")
    assert ran.code == 0
    assert "T2 2023 termina después del corte: no cuenta." in ran.out
    assert "Cifras provisionales: no hay cierre del trimestre 1 de 2023." in ran.out
    assert "Promedio de líneas: 40,90" in ran.out
    assert (cartagena.home / "salida" / "Corte cartagena_2023 2023-C1.xlsx").is_file()


def test_what_is_missing_in_a_cut_is_told(cartagena: CommandLine) -> None:
    ran = cartagena("consolidate", "--period", "2023-S1", "--as-of", "2023-07-12")
    assert ran.out.count("Falta: fila ") == 8


def test_a_cut_can_be_read_by_programs(cartagena: CommandLine) -> None:
    answer = cartagena("consolidate", "--period", "2023-Y", "--as-of", "2023-07-12", "--json").json
    assert (answer["cut"], answer["rests_on"], answer["data_until"]) == ("2023-Y", "2023-Q2", "2023-06-30")
    assert [part["lies"] for part in answer["parts"]] == ["whole", "whole", "without_data", "without_data"]
