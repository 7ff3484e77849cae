"""Loading a plan through the page: what is read is shown, what a person decides is kept, and then it is stored."""

import re
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services import import_drafts
from tests.support.cast import at
from tests.support.desk import Desk, outside, signed_in
from tests.support.hostile import HOSTILE
from tests.support.installation import (
    CARTAGENA,
    CARTAGO,
    PLANS,
    counted_statements,
    imported,
    line,
    lines,
    plan,
)
from tests.support.plan_books import table_book
from tests.support.web import Hours, dump, plain

DAY = "2024-09-02"
HINTED = 21
HEAD = ["Actividad", "Meta", "Responsable", "Fecha final"]


@pytest.fixture
def desk(empty: App) -> Desk:
    """The coordinator before an installation without plans, on 2 September 2024."""
    return coordinator(empty)


def coordinator(app: App) -> Desk:
    return signed_in(app, Role.COORDINATOR, Hours(now=at(DAY, 10)))


def uploaded(desk: Desk, data: bytes, name: str, cut_off: str = DAY) -> Any:
    return desk.post("/importar", corte=cut_off, files={"archivo": (name, data)})


def kept(desk: Desk, path: Any = CARTAGO, cut_off: str = DAY, name: str | None = None) -> str:
    answer = uploaded(desk, path.read_bytes(), name or path.name, cut_off)
    assert answer.status_code == 303, plain(answer.text)
    return str(answer.headers["location"])


def seen(desk: Desk, where: str) -> str:
    found = re.search(r'name="visto" value="(\w+)"', desk.get(where))
    assert found
    return found[1]


def place(desk: Desk, where: str, row: int) -> str:
    found = re.search(rf'name="linea" value="(0\.\d+\.{row})"', desk.get(where))
    assert found, row
    return found[1]


def done(desk: Desk, where: str, what: str, **fields: Any) -> str:
    """Post a form that leads back to a page, and read that page."""
    answer = desk.post(f"{where.partition('?')[0]}/{what}", **fields)
    assert answer.status_code == 303, plain(answer.text)
    return plain(desk.get(answer.headers["location"].partition("#")[0]))


def test_a_plan_is_loaded_from_the_file_to_the_board(desk: Desk, empty: App) -> None:
    where = kept(desk)
    page = plain(desk.get(where))
    assert "crear el plan nuevo «cartago_2024»" in page
    assert "1 ✖ por resolver" in page
    done(desk, where, "decidir", linea=place(desk, where, HINTED), fecha="2024-11-29")
    said = done(desk, where, "confirmar", visto=seen(desk, where))
    assert "✔ Cargado por Ana Coordina" in said
    assert "Plan nuevo: 10 líneas" in said
    assert line(empty, HINTED).due_confirmed
    assert "cartago_2024" in desk.get("/importar")


def test_nothing_is_stored_before_it_is_confirmed(desk: Desk, empty: App) -> None:
    where, before = kept(desk), dump(empty)
    for path in (where, f"{where}?ver=bien", f"{where}?ver=avisos&pagina=9&plan=9", f"{where}?ver=x&pagina=x"):
        desk.get(path)
    assert dump(empty) == before
    assert not before["plan"]
    assert not before["team"]


def test_a_draft_survives_a_restart(desk: Desk, empty: App) -> None:
    where = kept(desk)
    done(desk, where, "decidir", todas="equipo", equipo="Oficina TIC")
    again = coordinator(empty)
    assert where in again.get("/importar")
    assert "Oficina TIC" in again.get(f"{where}?ver=avisos")


def test_each_doubt_is_said_beside_its_cell(desk: Desk) -> None:
    page = desk.get(kept(desk, PLANS / "cartagena_2023.txt", "2023-04-30"))
    assert "Celda F16: los valores estaban corridos una columna" in plain(page)
    assert re.search(r'class="warn-cell"><span aria-hidden="true">▲ </span>', page)


def test_a_hidden_row_is_marked(desk: Desk) -> None:
    rows = [HEAD, *([f"Publicar {sign}", "4", "TIC", "2024-12-31"] for sign in "ab")]
    where = uploaded(desk, table_book(rows, hidden=(3,)), "oculto.xlsx").headers["location"]
    page = plain(desk.get(f"{where}?ver=avisos"))
    assert "3 oculta" in page
    assert "la fila está oculta en el libro" in page


def test_all_of_a_kind_are_decided_at_once(desk: Desk, empty: App) -> None:
    where = kept(desk, CARTAGENA, "2023-04-10")
    assert "10 ✖ por resolver" in plain(desk.get(where))
    assert "0 ✖ por resolver" in done(desk, where, "decidir", todas="primeros")
    done(desk, where, "confirmar", visto=seen(desk, where))
    assert len({each.team for each in lines(empty)}) == 2


def test_a_proposed_date_is_confirmed_and_taken_back(desk: Desk) -> None:
    where = kept(desk)
    at_line = place(desk, where, HINTED)
    assert "0 ✖ por resolver" in done(desk, where, "decidir", todas="fechas")
    assert "1 ✖ por resolver" in done(desk, where, "decidir", linea=at_line, deshacer="si")


def test_the_team_of_two_is_chosen(desk: Desk, empty: App) -> None:
    where = kept(desk, CARTAGENA, "2023-04-10")
    at_line = place(desk, where, 9)
    done(desk, where, "decidir", linea=at_line, equipo="áreas de gestión OAI")
    done(desk, where, "confirmar", visto=seen(desk, where))
    assert line(empty, 9).team == "áreas de gestión OAI"


def test_how_it_is_read_is_changed(desk: Desk, empty: App) -> None:
    where = kept(desk)
    assert "Se reporta anual" in plain(desk.get(where))
    page = done(desk, where, "lectura", corte="2024-06-30", cada="quarter")
    assert "Se reporta trimestral" in page
    assert "domingo 30 de junio de 2024" in page
    done(desk, where, "confirmar", visto=seen(desk, where))
    assert plan(empty).period_kind.value == "quarter"


def test_what_would_change_is_shown_as_it_was_and_as_it_comes(installed: App) -> None:
    desk = coordinator(installed)
    text = (PLANS / "cartagena_2023.txt").read_text("utf-8")
    changed = text.replace("Hacer el reporte a FURAG", "Hacer el reporte anual a FURAG", 1)
    where = uploaded(desk, changed.encode(), "cartagena_2023.txt", "2023-04-30").headers["location"]
    page = plain(desk.get(where))
    assert "actualizar el plan «cartagena_2023»" in page
    assert "1 cambia, 0 son nuevas, 0 salen del plan" in page
    assert re.search(r"antes: [^.]*\d?\.? ?Hacer el reporte a FURAG ahora: ", page)


def test_new_and_gone_lines_are_named(installed: App) -> None:
    desk = coordinator(installed)
    where = kept(desk, CARTAGO, name="cartagena_2023.txt")
    page = plain(desk.get(where))
    assert "0 cambian, 10 son nuevas, 12 salen del plan" in page
    assert "Salen del plan; su historia queda" in page


def test_a_file_under_another_name_is_said_to_be_a_known_plan(installed: App) -> None:
    desk = coordinator(installed)
    where = kept(desk, CARTAGENA, "2023-04-10", name="cartagena_2023 (1).xlsx")
    assert "crear el plan nuevo «cartagena_2023-1»" in plain(desk.get(where))
    page = done(desk, where, "lectura", corte="2023-04-10", codigo="cartagena_2023")
    assert "nada en las líneas del plan «cartagena_2023»" in page


def test_what_changed_meanwhile_is_looked_at_again(installed: App) -> None:
    desk = coordinator(installed)
    where = kept(desk, CARTAGENA, "2023-04-10")
    fingerprint = seen(desk, where)
    imported(installed, CARTAGENA, "2023-05-02")
    answer = desk.post(f"{where}/confirmar", visto=fingerprint)
    assert answer.status_code == 409
    assert "No se guardó nada" in plain(answer.text)
    assert "Sin guardar" in plain(answer.text)


def test_two_who_confirm_load_it_once(desk: Desk, empty: App) -> None:
    where = kept(desk)
    fingerprint = seen(desk, where)
    assert desk.post(f"{where}/confirmar", visto=fingerprint).status_code == 303
    before = dump(empty)
    again = desk.post(f"{where}/confirmar", visto=fingerprint)
    assert again.status_code == 409
    assert "ya no está en espera" in plain(again.text)
    assert {table: rows for table, rows in dump(empty).items() if table != "web_session"} == {
        table: rows for table, rows in before.items() if table != "web_session"
    }


def test_what_is_laid_aside_is_gone(desk: Desk, empty: App) -> None:
    where = kept(desk)
    assert "La carga se descartó" in done(desk, where, "descartar")
    assert desk.client.get(where).headers["location"] == "/importar"
    assert desk.post(f"{where}/descartar").status_code == 409
    with empty.reading() as session:
        assert import_drafts.waiting(session, empty.rules) == ()


def test_whether_a_plan_is_reviewed_is_said_once_it_is_loaded(desk: Desk, empty: App) -> None:
    where = kept(desk)
    done(desk, where, "confirmar", visto=seen(desk, where))
    done(desk, where, "revision", plan="cartago_2024", revision="coordinator")
    assert plan(empty).review.value == "coordinator"
    refused = desk.post(f"{where}/revision", plan="cartago_2024", revision="nadie")
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"linea": "0.0.999", "fecha": "2024-12-31"}, "no está en el archivo"),
        ({"linea": "0.0.999", "fecha": "mañana"}, "«mañana» no es una fecha"),
        ({"todas": "equipo", "equipo": " "}, "Escriba el nombre del equipo"),
        ({}, "no está en el archivo"),
    ],
)
def test_what_cannot_be_decided_is_said_on_the_page(desk: Desk, fields: dict[str, str], said: str) -> None:
    where = kept(desk)
    answer = desk.post(f"{where}/decidir", **fields)
    assert answer.status_code == 422
    assert said in plain(answer.text)


def test_a_date_that_is_none_is_said(desk: Desk) -> None:
    where = kept(desk)
    assert desk.post(f"{where}/lectura", corte="ayer").status_code == 422
    assert "«ayer» no es una fecha" in plain(uploaded(desk, CARTAGO.read_bytes(), "a.txt", "ayer").text)


def test_a_form_without_a_file_is_said(desk: Desk) -> None:
    answer = desk.post("/importar", corte=DAY)
    assert (answer.status_code, "Elija el archivo del plan" in plain(answer.text)) == (422, True)


@pytest.mark.parametrize("what", ["", "/decidir", "/confirmar"])
def test_a_draft_that_does_not_exist_is_not_found(desk: Desk, what: str) -> None:
    answer = desk.post(f"/importar/99{what}") if what else desk.client.get("/importar/99")
    assert answer.status_code == 404


def test_a_long_plan_is_shown_by_pages(desk: Desk) -> None:
    rows = [HEAD]
    rows += [[f"Publicar {number}", "4", "Oficina TIC", "2024-12-31"] for number in range(120)]
    where = uploaded(desk, table_book(rows), "largo.xlsx").headers["location"]
    page = desk.get(f"{where}?ver=bien&pagina=2")
    assert "Página 2 de 3 · 120 líneas" in plain(page)
    assert "Publicar 50" in page
    assert "Publicar 49<" not in page


def test_the_preview_costs_the_same_for_any_number_of_teams(desk: Desk, empty: App) -> None:
    found = []
    for teams in (2, 40):
        rows = [HEAD, *([f"Publicar {n}", "4", f"Oficina {n}", "2024-12-31"] for n in range(teams))]
        where = uploaded(desk, table_book(rows), f"equipos{teams}.xlsx").headers["location"]
        with counted_statements(empty) as ran:
            desk.get(where)
        found.append(len([sql for sql in ran if sql.startswith("SELECT")]))
    assert found[0] == found[1]


@pytest.mark.slow
def test_no_hostile_file_breaks_the_page(empty: App) -> None:
    hours = Hours(now=at(DAY, 10))
    desk = signed_in(empty, Role.COORDINATOR, hours)
    before = dump(empty)
    for case in HOSTILE.values():
        hours.seconds += 3600
        answer = uploaded(desk, case.build(), case.name)
        assert answer.status_code in {413, 422}, (case.name, answer.status_code)
        assert "No se pudo continuar (" not in answer.text
        assert desk.client.get("/importar").status_code == 200
    assert dump(empty) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("../../etc/plan.txt", b"\x00\x01\x02"),
        ("vacio.xlsx", b""),
        ("nota.txt", b"Hola"),
        ("foto.xlsx", b"\xff\xd8\xff"),
    ],
)
def test_what_is_no_plan_is_refused_in_words(desk: Desk, empty: App, name: str, data: bytes) -> None:
    before = dump(empty)
    answer = uploaded(desk, data, name)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)
    assert dump(empty) == before


def test_text_of_a_file_stays_text(desk: Desk) -> None:
    rows = [
        ["Actividad", "Meta", "Responsable", "Fecha final"],
        ["<script>alert(1)</script>", "4", "<b>TIC", "2024-12-31"],
    ]
    where = uploaded(desk, table_book(rows), "<img src=x>.xlsx").headers["location"]
    page = desk.get(f"{where}?ver=bien")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img" not in page


def test_nobody_outside_reaches_a_draft(desk: Desk, empty: App) -> None:
    where = kept(desk)
    assert outside(empty).client.get(where).status_code == 303
    assert signed_in(empty, Role.AUDITOR, Hours(now=at(DAY, 10))).client.get(where).status_code == 403


def test_a_long_text_is_folded_and_whole(desk: Desk) -> None:
    words, sign = " ".join(f"palabra{number}" for number in range(60)), "x" * 400
    where = uploaded(desk, table_book([HEAD, [words, "4", sign, "2024-12-31"]]), "a.xlsx").headers["location"]
    page = desk.get(f"{where}?ver=bien")
    assert "palabra0 palabra1 " in page
    assert "palabra59</details>" in page
    assert f"{'x' * 160}…</summary>{'x' * 240}</details>" in page
