"""The demonstration: a quarter of Cartagena's plan, played through the real services."""

from email import message_from_bytes, policy

import pytest

from gdflow.app import App
from tests.support.boards import desk_on
from tests.support.commands import CommandLine


@pytest.mark.slow
def test_the_demonstration_plays_a_quarter_and_names_its_folder(gdflow: CommandLine) -> None:
    ran = gdflow("demo", "muestra")
    home = gdflow.home / "muestra"
    assert (ran.code, ran.err) == (0, "")
    said = [
        "Cargar el plan",
        "Abrir el segundo trimestre",
        "a la jefatura",
        "devuelve su formulario: recibo R-",
        "0 recordatorios nuevos",
        "Consolidar",
        str(home / "outbox"),
    ]
    assert [text for text in said if text not in ran.out.replace("\n", " ")] == []
    assert len(list((home / "informes").glob("*.xlsx"))) == 2
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in (home / "outbox").glob("*.eml")]
    assert len(mails) > 10
    assert all(str(mail["To"]).endswith("cartagena.example") for mail in mails)
    gdflow.move(home)
    desk = desk_on(App.open(home, {}), "2023-07-17")
    assert "Último barrido: hace 2 horas" in desk.get("/tablero")
    gdflow.move(home.parent)
    again = gdflow("demo", "muestra")
    assert (again.code, (gdflow.home / "muestra-2").is_dir()) == (0, True)
