import pytest

from gdflow.app import App
from gdflow.domain.errors import NotFoundError
from gdflow.domain.people import Team
from gdflow.domain.periods import PeriodKind
from gdflow.services.find import find_line, find_plan, find_team, plans_reported_by, team_of
from tests.services.readings import a_line, reading
from tests.support.installation import given, lines

TEAMS = [Team(1, "Equipo de Datos"), Team(2, "Equipo de Datos Abiertos"), Team(3, "Secretaría General")]


def plan_code(app: App, code: str | None) -> str:
    with app.reading() as session:
        return find_plan(session, app.rules.entity_id, code).code


def reported_by(app: App, code: str | None, kind: PeriodKind) -> list[str]:
    with app.reading() as session:
        return [plan.code for plan in plans_reported_by(session, app.rules.entity_id, code, kind)]


def test_the_only_plan_needs_no_name(installed: App) -> None:
    assert [plan_code(installed, code) for code in (None, "cartagena_2023")] == ["cartagena_2023"] * 2


def test_of_several_plans_one_must_be_named(installed: App) -> None:
    given(installed, reading(), name="otro.xlsx")
    with pytest.raises(NotFoundError, match="plan_needed"):
        plan_code(installed, None)


def test_an_unknown_plan_is_answered_with_those_that_exist(installed: App) -> None:
    with pytest.raises(NotFoundError) as caught:
        plan_code(installed, "nada")
    assert caught.value.facts == {"found": "nada", "known": "cartagena_2023"}


def test_an_entity_without_plans_says_so(empty: App) -> None:
    for ask in (lambda: plan_code(empty, None), lambda: reported_by(empty, None, PeriodKind.QUARTER)):
        with pytest.raises(NotFoundError, match="no_plans"):
            ask()


def test_plans_are_found_by_how_often_they_are_reported(installed: App) -> None:
    assert reported_by(installed, None, PeriodKind.QUARTER) == ["cartagena_2023"]
    assert reported_by(installed, "cartagena_2023", PeriodKind.MONTH) == ["cartagena_2023"]
    with pytest.raises(NotFoundError, match="no_plan_of_kind"):
        reported_by(installed, None, PeriodKind.MONTH)


@pytest.mark.parametrize(("asked", "row"), [("9", 9), ("fila:9", 9), ("10", 10), ("7", 15), ("5", 13)])
def test_a_line_is_meant_by_its_row_and_else_by_its_number(installed: App, asked: str, row: int) -> None:
    assert find_line(lines(installed), asked, "x").row == row


def test_a_number_that_the_plan_prints_twice_asks_which(installed: App) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_line(lines(installed), "4", "cartagena_2023")
    assert (caught.value.code, caught.value.facts["rows"], caught.value.facts["first"]) == (
        "several_lines",
        "11, 12",
        11,
    )


def test_an_unknown_line_is_answered_with_the_rows_there_are(empty: App) -> None:
    given(empty, reading(a_line(8), a_line(9, "Otra")))
    with pytest.raises(NotFoundError) as caught:
        find_line(lines(empty), "fila:77", "plan")
    assert (caught.value.code, caught.value.facts["rows"]) == ("line_not_found", "8, 9")


def test_a_line_is_known_by_its_code_too(installed: App) -> None:
    assert find_line(lines(installed), lines(installed)[3].uid, "x").row == 11


@pytest.mark.parametrize(("typed", "team"), [("equipo de DATOS", 1), ("abiertos", 2), ("secretaria", 3)])
def test_a_team_is_found_as_people_type_it(typed: str, team: int) -> None:
    assert team_of(TEAMS, typed).id == team


@pytest.mark.parametrize("typed", ["datos", "nadie"])
def test_a_name_that_fits_several_teams_or_none_is_refused(typed: str) -> None:
    with pytest.raises(NotFoundError, match="unknown_team"):
        team_of(TEAMS, typed)


def test_a_team_of_the_entity_is_found_by_a_part_of_its_name(installed: App) -> None:
    with installed.reading() as session:
        assert find_team(session, installed.entity_id, "uso y apropiacion").name == "Equipo de Uso y Apropiación"
        with pytest.raises(NotFoundError, match="unknown_team"):
            find_team(session, installed.entity_id, "Equipo de Nadie")
