"""The commands about entities for which one installation works."""

from gdflow.cli.output import Exit
from tests.support.commands import CommandLine

BY = ("--by", "Coordinación nacional")


def test_an_entity_is_added_set_listed_and_left(cartagena: CommandLine) -> None:
    added = cartagena("entities", "add", "tunja", "Alcaldía de Tunja", "--nit", "891800846-1", *BY)
    assert "Alcaldía de Tunja (tunja) queda atendida por esta instalación." in added.out
    said = ("reporting.closes_days=12", 'window.start="09:00"', "coordinator.email=planes@tunja.example")
    assert cartagena("entities", "set", "tunja", *said, *BY).code == Exit.OK
    cartagena("entities", "set", "tunja", "window.start=", "calendar.worked=[2023-07-15]", "--leave", *BY)
    [own, tunja] = cartagena("entities", "--json").json["entities"]
    assert (own["code"], own["attended"]) == ("cartagena", False)
    assert tunja == {
        "code": "tunja",
        "name": "Alcaldía de Tunja",
        "nit": "891800846-1",
        "attended": False,
        "settings": {
            "reporting": {"closes_days": 12},
            "coordinator": {"email": "planes@tunja.example"},
            "calendar": {"worked": ["2023-07-15"]},
        },
    }
    shown = cartagena("entities").out
    assert "nadie desde aquí" in shown
    assert "esta instalación, es la suya" in " ".join(shown.split())


def test_what_is_not_a_setting_is_refused(cartagena: CommandLine) -> None:
    cartagena("entities", "add", "tunja", "Alcaldía de Tunja", *BY)
    for said in ("closes_days=3", "reporting.closes_days", "reporting.=3"):
        refused = cartagena("entities", "set", "tunja", said, *BY)
        assert refused.code == Exit.USAGE
        assert f"«{said}» no es un ajuste con su valor" in refused.err
    wrong = cartagena("entities", "set", "tunja", "reporting.closes_days=doce", *BY)
    assert (wrong.code, "debe ser un número entero" in wrong.err) == (Exit.PROBLEMS, True)


def test_a_command_works_for_the_entity_that_is_named(cartagena: CommandLine) -> None:
    cartagena("entities", "add", "tunja", "Alcaldía de Tunja", *BY)
    its = ("--entity", "tunja")
    given = ("accounts", "add", "ana@tunja.example", "--name", "Ana Coordina", "--show", *BY)
    assert "Cuenta de Ana Coordina" in cartagena(*its, *given).out
    key = cartagena(*its, "tokens", "issue", "Power BI", *BY)
    assert (key.code, "gdl_" in key.out) == (Exit.OK, True)
    assert [each["email"] for each in cartagena(*its, "accounts", "list", "--json").json["accounts"]] == [
        "ana@tunja.example"
    ]
    assert cartagena("accounts", "list", "--json").json["accounts"] == []
    assert cartagena(*its, "teams", "--json").json["teams"] == []
    assert cartagena("teams", "--json").json["teams"] != []


def test_an_entity_that_is_not_attended_here_is_not_worked_for(cartagena: CommandLine) -> None:
    cartagena("entities", "add", "tunja", "Alcaldía de Tunja", *BY)
    cartagena("entities", "set", "tunja", "--leave", *BY)
    left, unknown = (cartagena("--entity", code, "teams") for code in ("tunja", "nadie"))
    assert (left.code, "no se atiende desde esta instalación" in left.err) == (Exit.REFUSED, True)
    assert (unknown.code, "No hay una entidad con el código «nadie»" in unknown.err) == (Exit.USAGE, True)


def test_what_is_of_the_whole_installation_is_of_no_entity(cartagena: CommandLine) -> None:
    for words in (["serve"], ["backup"], ["entities"], ["work"], ["doctor"], ["config", "show"]):
        refused = cartagena("--entity", "tunja", *words)
        assert (refused.code, f"«{words[0]}» es de toda la instalación" in refused.err) == (Exit.USAGE, True)


def test_a_national_book_needs_a_closing(cartagena: CommandLine) -> None:
    refused = cartagena("entities", "consolidate", "2023-Q2")
    assert (refused.code, "todavía no hay qué consolidar" in refused.err) == (Exit.USAGE, True)
