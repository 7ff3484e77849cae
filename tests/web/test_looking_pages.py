"""The pages on which things are only looked at: the policy, the quality of the reports, the settings."""

import gzip
from datetime import timedelta

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.works import Work
from gdflow.services.runs import noted
from tests.services.readings import a_line, reading
from tests.support.boards import desk_on, many
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, at
from tests.support.desk import Desk, signed_in
from tests.support.installation import SETTINGS, answered, counted_statements, given, reopened, scanned
from tests.support.web import Hours, dump, plain

NOW = at("2023-07-12", 10)


@pytest.fixture
def desk(installed: App) -> Desk:
    """The coordinator on 12 July 2023, when the second quarter is owed."""
    scanned(installed, "2023-07-04")
    return signed_in(installed, Role.COORDINATOR, Hours(now=NOW))


def test_the_ladder_is_read_in_words(desk: Desk) -> None:
    page = plain(desk.get("/politica"))
    for said in (
        "5 días hábiles antes de la fecha límite, al equipo.",
        "El día de la fecha límite, al equipo.",
        "3 días hábiles después de la fecha límite, a la jefatura.",
        "1 día hábil antes del cierre, al equipo.",
        "Después, cada 5 días hábiles hasta que se cumpla.",
        "Solo en días hábiles, de 08:00 a 16:00",
    ):
        assert said in page


def test_an_entity_that_changes_its_policy_reads_its_own(installed: App) -> None:
    own = "\n[results]\nteam = [0]\nhead = []\nbefore_closing = [0]\n[deadlines]\nteam = [2]\nrepeat_every = 0\n"
    (installed.home / "config" / "reminders.toml").write_text(f"chain = []\n{own}", "utf-8")
    page = plain(signed_in(reopened(installed, SETTINGS)).get("/politica"))
    assert "El día del cierre, al equipo." in page
    assert "hasta que se cumpla" not in page
    assert "Lo vencido se informa" not in page


def test_what_would_be_sent_is_shown_and_forgotten(desk: Desk, installed: App) -> None:
    before = dump(installed)
    page = plain(desk.get("/politica?desde=2023-07-12&hasta=2023-07-14"))
    assert "Jueves 13 de julio de 2023" in page
    assert f"{HEAD_MAIL} Informe a la jefatura" in page
    assert f"{GOBIERNO_MAIL} Aviso al equipo" in page
    assert "Próximo a cerrar: 1 día hábil antes del cierre" in page
    assert dump(installed) == before


def test_days_on_which_nothing_leaves_say_so(desk: Desk) -> None:
    assert "no saldría ningún aviso" in plain(desk.get("/politica?desde=2023-07-15&hasta=2023-07-16"))


def test_one_plan_of_several_is_simulated(desk: Desk, installed: App) -> None:
    given(installed, reading(a_line(8, "De otro plan")), name="otro.xlsx")
    page = plain(desk.get("/politica?plan=otro&desde=2023-07-12&hasta=2023-07-14"))
    assert "De otro plan" in page
    assert "Vencidas" not in page
    assert desk.client.get("/politica?plan=nada&desde=2023-07-12&hasta=2023-07-14").status_code == 404


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("desde=&hasta=", "Indique los dos días"),
        ("desde=ayer&hasta=hoy", "Indique los dos días"),
        ("desde=2023-07-14&hasta=2023-07-13", "el último no puede ser anterior"),
        ("desde=2023-07-01&hasta=2023-07-13", "el primer día no puede haber pasado"),
        ("desde=2023-07-12&hasta=2023-12-31", "elija como máximo 92"),
        ("desde=2023-12-30&hasta=2023-12-31", "elija como máximo 92"),
    ],
)
def test_days_that_cannot_be_simulated_are_refused_in_words(desk: Desk, days: str, said: str) -> None:
    assert said in plain(desk.get(f"/politica?{days}", 422))


def test_quality_is_told_by_team_with_what_it_means(desk: Desk, installed: App) -> None:
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {9: 1, 10: 2})
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-12", {11: 1})
    page = plain(desk.get("/calidad?periodo=2023-Q2"))
    assert f"{GOBIERNO} 3 de 6 50 % 2 33 % 2 días hábiles 0 0" in page
    assert f"{USO} 0 de 2 0 % 0 0 % — — 0" in page
    assert "mediana de los días hábiles entre la fecha límite y el reporte" in page


def test_quality_of_one_plan_is_told(desk: Desk, installed: App) -> None:
    given(installed, reading(a_line(8, teams=("Oficina Nueva",))), name="otro.xlsx")
    scanned(installed, "2023-07-05")
    page = plain(desk.get("/calidad?plan=otro&periodo=2023-Q2"))
    assert "Oficina Nueva" in page
    assert f"{USO} 0 de" not in page


def test_without_any_report_expected_quality_says_so(empty: App) -> None:
    assert "Todavía no se esperaba ningún reporte." in plain(signed_in(empty).get("/calidad"))


def test_a_period_that_is_none_is_refused_in_words(desk: Desk) -> None:
    assert "«2023-Q9» no es un período" in plain(desk.get("/calidad?periodo=2023-Q9", 422))


def test_settings_are_told_with_where_they_were_said(desk: Desk) -> None:
    page = plain(desk.get("/configuracion"))
    assert "entity.name Alcaldía de Cartagena config/gdflow.toml:3" in page
    assert "mail.port" in page
    assert "por omisión" in page


def test_no_secret_is_shown(installed: App) -> None:
    text = SETTINGS.replace("[mail]", '[mail]\nuser = "planes"')
    (installed.home / "config" / "gdflow.toml").write_text(text, "utf-8")
    secrets = {"GDFLOW_MAIL__PASSWORD": "clave-secreta", "GDFLOW_WATCH__PING_URL": "https://latido.example/secreta"}
    app = App.open(installed.home, secrets)
    page = signed_in(app, Role.IT).get("/configuracion")
    app.engine.dispose()
    assert "********" in page
    assert "secreta" not in page.replace("Las contraseñas y llaves", "")


def test_works_tell_how_they_go(desk: Desk, installed: App) -> None:
    page = plain(desk.get("/configuracion"))
    assert "✖ Hay algo que atender" in page
    assert "Barrido ✖ Atrasado nunca" in page
    clock = iter([NOW - timedelta(minutes=2), NOW - timedelta(minutes=1)])
    with noted(installed.transaction, installed.rules, Work.SCAN, clock=lambda: next(clock)):
        pass
    assert "Barrido ✔ Bien mié 12 jul 2023, 09:59" in plain(desk.get("/configuracion"))


def test_a_work_that_failed_says_why(desk: Desk, installed: App) -> None:
    clock = iter([NOW - timedelta(minutes=2), NOW - timedelta(minutes=1)])
    with (
        pytest.raises(ValueError, match="no hay red"),
        noted(installed.transaction, installed.rules, Work.DELIVER, clock=lambda: next(clock)),
    ):
        raise ValueError("no hay red")
    assert "no hay red" in plain(desk.get("/configuracion"))


@pytest.mark.parametrize("path", ["/politica", "/calidad", "/configuracion"])
def test_looking_costs_the_same_for_any_number_of_teams(desk: Desk, installed: App, path: str) -> None:
    with counted_statements(installed) as few:
        desk.get(path)
    given(installed, reading(*(a_line(row, f"Hacer {row}", teams=(f"Oficina {row}",)) for row in range(8, 48))))
    scanned(installed, "2023-07-05")
    with counted_statements(installed) as many:
        desk.get(path)
    assert len([sql for sql in many if "SELECT" in sql]) == len([sql for sql in few if "SELECT" in sql])


def test_the_quality_of_many_teams_is_shown_by_pages_and_folded_by_period(empty: App) -> None:
    many(empty, 65, 1)
    desk = desk_on(empty, "2023-07-04")
    first, second = desk.get("/calidad"), desk.get("/calidad?pagina=2")
    assert [page.count('<th scope="row">') for page in (first, second)] == [1 + 100, 1 + 30]
    assert "Página 1 de 2 · 130 filas" in plain(first)
    assert 'href="/calidad?pagina=1">← Anterior' in second
    assert desk.get("/calidad?pagina=99") == second
    assert [first.count(each) for each in ('<details class="team" open>', '<details class="team">')] == [1, 1]
    assert '<details class="team"' not in second
    assert len(gzip.compress(first.encode())) < 20_000
