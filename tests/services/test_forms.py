from io import BytesIO

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.forms import SHEET
from gdflow.services.assign import assign
from gdflow.services.find import find_plan
from gdflow.services.forms import FormFile, file_name, forms_for
from gdflow.storage.plans import lines_of
from tests.services.readings import a_line, reading
from tests.support.cast import GOBIERNO, USO, at
from tests.support.installation import CARTAGO, answered, given, imported, scanned


def forms(app: App, name: str | None = None, period: str | None = None, day: str = "2023-07-05") -> list[FormFile]:
    with app.transaction() as session:
        return list(forms_for(session, app.rules, name, period, now=at(day)))


def test_every_team_that_owes_gets_the_form_of_the_period_that_it_owes(installed: App) -> None:
    made = [(form.team, form.period, form.asked) for form in forms(installed)]
    assert made == [(USO, "2023-Q2", 2), (GOBIERNO, "2023-Q2", 6)]


def test_a_quarter_that_has_just_begun_is_not_asked_for_before_the_one_that_ended(installed: App) -> None:
    scanned(installed, "2023-07-05")
    assert {form.period for form in forms(installed)} == {"2023-Q2"}
    scanned(installed, "2023-07-18")
    assert {form.period for form in forms(installed, day="2023-07-18")} == {"2023-Q3"}


def test_each_team_gets_the_period_that_it_owes_first(installed: App) -> None:
    imported(installed, CARTAGO, "2023-04-10")
    with installed.transaction() as session:
        yearly = find_plan(session, installed.rules.entity_id, "cartago_2024")
        lines = lines_of(session, yearly.id)
        assign(session, installed.rules, yearly, lines[:5], USO, by="Ana", now=at("2024-08-01"))
        assign(session, installed.rules, yearly, lines[5:], "Oficina de TIC", by="Ana", now=at("2024-08-01"))
    scanned(installed, "2024-08-01")
    made = {form.team: form.period for form in forms(installed, day="2023-07-05")}
    assert made == {USO: "2023-Q2", GOBIERNO: "2023-Q2", "Oficina de TIC": "2024-Y"}
    assert [form.period for form in forms(installed, "TIC", day="2023-07-05")] == ["2024-Y"]


def test_a_team_is_found_by_a_part_of_its_name(installed: App) -> None:
    assert [form.name for form in forms(installed, "uso y apropiacion")] == [f"Formulario 2023-Q2 {USO}.xlsx"]


def test_a_form_asks_only_for_what_is_pending(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    assert [form.asked for form in forms(installed, USO)] == [1]


def test_a_form_says_what_the_line_has_so_far(installed: App) -> None:
    page = openpyxl.load_workbook(BytesIO(forms(installed, USO)[0].data))[SHEET]
    said = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert any("Alcaldía de Cartagena" in text for text in said)
    assert any("trimestre 2 de 2023" in text for text in said)


def test_every_form_has_a_token_of_its_own(installed: App) -> None:
    first, second = forms(installed, USO)[0], forms(installed, USO)[0]
    assert first.data != second.data


def test_a_team_that_owes_nothing_gets_no_form(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3", 19: "0.2"})
    with pytest.raises(ConflictError, match="nothing_to_report"):
        forms(installed, USO, "2023-Q2")


def test_where_nobody_owes_there_is_no_form(installed: App) -> None:
    with pytest.raises(ConflictError, match="nothing_owed"):
        forms(installed, None, "2023-Q1")


def test_an_entity_without_plans_owes_nothing(empty: App) -> None:
    with pytest.raises(ConflictError, match="nothing_owed"):
        forms(empty)


def test_unknown_teams_and_periods_are_said(installed: App) -> None:
    with pytest.raises(NotFoundError, match="unknown_team"):
        forms(installed, "Equipo de Nadie")
    with pytest.raises(InputError, match="unknown_period"):
        forms(installed, USO, "el segundo")


def test_a_deadline_alone_asks_for_no_form(empty: App) -> None:
    given(empty, reading(a_line(teams=(USO,))))
    scanned(empty, "2023-12-20")
    assert {form.period for form in forms(empty, day="2023-12-20")} == {"2023-Q4"}


def test_a_file_name_holds_nothing_that_a_file_system_refuses() -> None:
    assert file_name('Equipo: "A/B"\\ <x>', "2023-Q2") == "Formulario 2023-Q2 Equipo A B x.xlsx"
