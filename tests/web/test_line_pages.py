"""A line's page: its whole history, and decisions that show what they change before they change it."""

from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services.decision_list import decisions_in_force
from tests.services.readings import a_line, reading
from tests.support.boards import PERIOD, desk_on, under_way
from tests.support.cast import USO, at
from tests.support.closings import closed_on
from tests.support.decisions import silenced
from tests.support.desk import Desk
from tests.support.installation import answered, given, line, scanned
from tests.support.web import dump, plain

DAY = "2023-07-12"


def page(desk: Desk, row: int, status: int = 200) -> str:
    return plain(desk.get(f"/lineas/{line(desk.app, row).uid}", status))


def decide(desk: Desk, row: int, act: str, step: str = "ver", **fields: Any) -> Any:
    told = {"motivo": "Lo pidió el comité."} | fields
    return desk.post(f"/lineas/{line(desk.app, row).uid}/decidir", acto=act, paso=step, **told)


def test_the_page_tells_the_figures_by_both_methods(installed: App) -> None:
    said = page(desk_on(under_way(installed), DAY), 11).replace("\u00a0", " ")
    assert "Avance total 9,5 % 2 de 21" in said
    assert "12 por debajo se esperaban 14 No llega a la meta (a este paso, 3)" in said
    assert "15,93 por debajo" in said
    assert "◆ Devuelta vence jue 13 jul" in said
    assert "T4 2023 – Aún no empieza" in said
    assert "Avance acumulado hacia la meta T1 2023 9,5 % T2 2023 9,5 % Esperado a la fecha 66,7 %" in said


def test_the_history_stands_on_the_page_with_who_and_which_way(installed: App) -> None:
    said = page(desk_on(under_way(installed), DAY), 11)
    assert "Devuelto. Devuelto el reporte del trimestre 2 de 2023: Falta el acta de junio." in said
    assert "lun 10 jul 2023, 08:00 · Coordinación" in said
    assert "celda L11" in said


def test_flags_and_ahead_are_said(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, "Equipo Gobierno Digital", PERIOD, "2023-07-05", {10: 20})
    said = page(desk_on(installed, DAY), 10)
    assert "Para mirar: Sobrecumplimiento." in said
    assert "por encima" in said


def test_a_line_without_figures_or_a_target_says_so(empty: App) -> None:
    given(empty, reading(a_line(target=None, teams=(), due=None)), day="2023-05-02")
    said = page(desk_on(empty, DAY), 8)
    assert "ninguno: nadie recibe sus recordatorios" in said
    assert "sin meta" in said
    assert "No debe nada en este momento." in said


def test_an_unknown_line_is_not_found(installed: App) -> None:
    desk = desk_on(installed, DAY)
    assert "No existe esta página" in desk.get("/lineas/nada", 404)
    assert desk.post("/lineas/nada/decidir", acto="exceptuar", motivo="x").status_code == 404


def test_who_may_not_decide_sees_no_forms(installed: App) -> None:
    said = page(desk_on(under_way(installed), DAY, role=Role.AUDITOR), 11)
    assert "Replanificar" not in said
    assert "Historia" in said


ACTS = [
    ("prorrogar", {"periodo": PERIOD, "dia": "2023-07-14"}, "vence el viernes 14 de julio de 2023 (antes, el lunes 10"),
    ("prorrogar", {"periodo": "", "dia": "2023-12-15"}, "Fecha final de la línea: vence el viernes 15 de diciembre"),
    ("exceptuar", {"periodo": PERIOD}, "Queda exceptuada; no debe el resultado del trimestre 2 de 2023."),
    ("exceptuar", {"periodo": ""}, "Queda exceptuada; no debe nada más desde hoy."),
    ("silenciar", {"dia": "2023-07-20", "alcance": "linea"}, "Se sigue debiendo, pero no se recuerda a nadie hasta"),
    ("silenciar", {"dia": "2023-07-20", "alcance": "equipo"}, "Todo lo que debe Equipo Gobierno Digital: Se sigue"),
    ("asignar", {"equipo": USO}, "Desde ahora responde «Equipo de Uso y Apropiación»."),
    ("replanificar", {"campo": "target", "valor": "25", "acta": "Acta 05"}, "Meta: de 1 a 25 desde el miércoles 12"),
    ("replanificar", {"campo": "due", "valor": "2023-11-30", "acta": "Acta 05"}, "Fecha final: de dom 30 abr 2023"),
    ("replanificar", {"campo": "team", "valor": USO, "acta": "Acta 05"}, "Equipo responsable: de Equipo Gobierno"),
    (
        "replanificar",
        {"campo": "target", "valor": "25", "acta": "Acta 05", "desde": "2023-08-01"},
        "Se aplicará con el primer barrido desde el martes 1 de agosto de 2023.",
    ),
]


@pytest.mark.parametrize(("act", "fields", "told"), ACTS, ids=[f"{act}-{at}" for at, (act, *_) in enumerate(ACTS)])
def test_each_act_shows_what_changes_and_then_does_it(
    installed: App, act: str, fields: dict[str, str], told: str
) -> None:
    desk = desk_on(under_way(installed), DAY)
    before = dump(installed)
    foreseen = decide(desk, 16, act, **fields)
    assert (foreseen.status_code, dump(installed) == before) == (200, True)
    said = plain(foreseen.text)
    assert told in said
    assert "Todavía no se ha guardado nada." in said
    assert "Quedará a nombre de Ana Coordina." in said
    done = decide(desk, 16, act, "hacer", **fields)
    assert (done.status_code, done.headers["location"]) == (303, f"/lineas/{line(installed, 16).uid}?hecho={act}")
    after = plain(desk.get(done.headers["location"]))
    assert "quedó hecho y anotado en la historia" in after
    assert "Ana Coordina <coordina@cartagena.example>" in after.replace("&lt;", "<").replace("&gt;", ">")


def test_a_decision_is_taken_back_from_the_page(installed: App) -> None:
    under_way(installed)
    number = silenced(installed, 15, DAY, "2023-07-20").decision.id
    desk = desk_on(installed, DAY, 11)
    assert f"Deshacer la decisión {number} (silencio)…" in page(desk, 15)
    foreseen = decide(desk, 15, "deshacer", numero=str(number), motivo="")
    assert f"La decisión {number} (silencio) ya no rige desde hoy." in plain(foreseen.text)
    assert decide(desk, 15, "deshacer", "hacer", numero=str(number), motivo="").status_code == 303
    with installed.reading() as session:
        held = decisions_in_force(session, installed.rules, at(DAY).date(), line=line(installed, 15))
    assert number not in {each.decision.id for each in held}


REFUSED = [
    ("prorrogar", {"periodo": PERIOD, "dia": ""}, "no es una fecha"),
    ("prorrogar", {"periodo": PERIOD, "dia": "2023-07-14", "motivo": " "}, "Escriba el motivo"),
    ("prorrogar", {"periodo": PERIOD, "dia": "2023-07-10"}, "El 2023-07-10 ya pasó"),
    ("asignar", {"equipo": ""}, "Elija el equipo"),
    ("replanificar", {"campo": "target", "valor": "", "acta": "Acta 05"}, "Elija qué cambia"),
    ("replanificar", {"campo": "target", "valor": "25", "acta": ""}, "Escriba con qué acta"),
    ("replanificar", {"campo": "target", "valor": "mucho", "acta": "Acta 05"}, "no se puede leer como una meta"),
    ("deshacer", {"numero": "x"}, "No hay una decisión 0"),
    ("volar", {}, "No se entendió"),
]


@pytest.mark.parametrize(("act", "fields", "told"), REFUSED, ids=[f"{a}-{n}" for n, (a, *_) in enumerate(REFUSED)])
def test_what_cannot_be_done_is_said_and_what_was_typed_stays(
    installed: App, act: str, fields: dict[str, str], told: str
) -> None:
    desk = desk_on(under_way(installed), DAY)
    before = dump(installed)
    answer = decide(desk, 16, act, "hacer", **fields)
    assert (answer.status_code, dump(installed) == before) == (422, True)
    assert told in plain(answer.text)
    if act == "prorrogar" and fields.get("motivo") is None:
        assert 'value="Lo pidió el comité."' in answer.text


def test_a_closed_period_is_not_decided_about(installed: App) -> None:
    under_way(installed)
    closed_on(installed, "2023-07-18")
    answer = decide(desk_on(installed, "2023-07-19"), 16, "exceptuar", periodo=PERIOD)
    assert answer.status_code == 422
    assert "cerr" in plain(answer.text)


def test_a_team_without_addresses_is_named_when_it_gets_a_line(installed: App) -> None:
    desk = desk_on(under_way(installed), DAY)
    told = plain(decide(desk, 16, "asignar", equipo="áreas de gestión OAI").text)
    assert "no tiene correos todavía" in told
