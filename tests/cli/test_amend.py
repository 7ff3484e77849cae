"""The commands by which a line is replanned."""

import pytest

from tests.support.commands import CommandLine

WHO = ("--by", "Ana", "--reason", "Se amplió el alcance", "--act", "Acta 05 de 2023", "--as-of", "2023-07-20")


def test_a_target_changes_by_an_act_and_can_be_taken_back(cartagena: CommandLine) -> None:
    done = cartagena("amend", "line", "10", "--target", "25", *WHO)
    assert "Meta: de 21 a 25 desde el jueves 20 de julio de 2023 (Acta 05 de 2023): Se amplió el alcance." in done.out
    assert "gdflow amend undo 1 --by NOMBRE" in done.out
    assert "Cambios con acta que rigen:" in cartagena("explain", "fila:10", "--as-of", "2023-07-21").out
    assert "Se deshizo" in cartagena("amend", "undo", "1", "--by", "Luis").out
    assert "deshecho por" in cartagena("amend", "list").out


def test_an_act_to_come_says_when_it_will_hold(cartagena: CommandLine) -> None:
    done = cartagena("amend", "line", "10", "--due", "2023-12-31", "--from", "2023-08-01", *WHO)
    assert "Se aplicará con el primer barrido desde el martes 1 de agosto de 2023." in done.out
    assert "por venir" in cartagena("amend", "list", "10").out
    assert "No se aplicará." in cartagena("amend", "undo", "1", "--by", "Luis").out


def test_a_rehearsal_keeps_nothing(cartagena: CommandLine) -> None:
    assert "Ensayo" in cartagena("amend", "line", "10", "--target", "25", *WHO, "--dry-run").out
    assert "Ninguna línea se ha cambiado" in cartagena("amend", "list").out
    cartagena("amend", "line", "10", "--target", "25", *WHO)
    assert "Ensayo" in cartagena("amend", "undo", "1", "--by", "Luis", "--dry-run").out
    assert cartagena("amend", "list", "--json").json["amendments"][0]["undone_at"] is None


def test_the_answer_as_json(cartagena: CommandLine) -> None:
    told = cartagena("amend", "line", "10", "--team", "Equipo de Uso y Apropiación", *WHO, "--json").json["amendments"]
    assert [(each["field"], each["row"], each["plan"]) for each in told] == [("team", 10, "cartagena_2023")]
    assert cartagena("explain", "fila:10", "--as-of", "2023-07-21", "--json").json["amendments"] == told
    assert cartagena("amend", "undo", "1", "--by", "Luis", "--json").json["amendments"][0]["undone_by"] == "Luis"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "una sola de las opciones"),
        (("--target", "25", "--due", "2023-12-31"), "una sola de las opciones"),
        (("--target", "muchas"), "no se puede leer como una meta"),
        (("--due", "31/12/2023"), "31/12/2023"),
    ],
)
def test_what_is_mistyped_is_said(cartagena: CommandLine, options: tuple[str, ...], said: str) -> None:
    refused = cartagena("amend", "line", "10", *options, *WHO)
    assert (refused.code, said in refused.err) == (2, True)
