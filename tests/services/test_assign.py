import json
from dataclasses import replace
from datetime import date

import pytest

from gdflow.app import App
from gdflow.domain.errors import InputError
from gdflow.services.assign import assign
from gdflow.services.find import find_plan
from gdflow.services.import_plan import ImportedPlan, read_plan_file
from gdflow.storage import events
from gdflow.storage.plans import lines_of
from tests.support.cast import AREAS, GOBIERNO, at
from tests.support.installation import CARTAGENA, CARTAGO, imported, lines, scanned, stored

TIC = "Oficina de TIC"


def assigned(app: App, rows: set[int] | None = None, team: str = TIC, by: str = "Planeación") -> None:
    with app.transaction() as session:
        plan = find_plan(session, app.rules.entity_id, None)
        chosen = [line for line in lines_of(session, plan.id) if rows is None or line.row in rows]
        assign(session, app.rules, plan, chosen, team, by=by, now=at("2024-10-15"))


def test_a_plan_that_names_nobody_gets_its_team(empty: App) -> None:
    imported(empty, CARTAGO, "2024-10-11")
    assigned(empty)
    assert {line.team for line in lines(empty)} == {TIC}
    owed = scanned(empty, "2027-12-15").owed
    assert owed
    assert {line.team for line in owed} == {TIC}


def test_the_team_that_a_person_named_survives_a_re_import(empty: App) -> None:
    imported(empty, CARTAGO, "2024-10-11")
    assigned(empty, {10, 11})
    imported(empty, CARTAGO, "2024-10-20")
    assert [line.row for line in lines(empty) if line.team == TIC] == [10, 11]


def test_the_record_names_who_gave_the_lines(empty: App) -> None:
    imported(empty, CARTAGO, "2024-10-11")
    assigned(empty, {10, 11}, by=" Ana, de Planeación ")
    with empty.reading() as session:
        told = [each for each in events.events_of(session, empty.rules.entity_id) if each.kind == "team_assigned"]
    assert [(each.actor, len(json.loads(each.facts)["lines"])) for each in told] == [("Ana, de Planeación", 2)]


def test_nobody_gives_lines_without_a_name(empty: App) -> None:
    imported(empty, CARTAGO, "2024-10-11")
    with pytest.raises(InputError, match="blank_author"):
        assigned(empty, by=" ")


def test_another_team_takes_over_and_those_only_named_stay(installed: App) -> None:
    before = {line.row: line.co_teams for line in lines(installed)}
    assigned(installed, {9})
    taken = next(line for line in lines(installed) if line.row == 9)
    assert (taken.team, taken.co_teams) == (TIC, before[9])


def team_of(app: App, row: int) -> str | None:
    return next(line.team for line in lines(app) if line.row == row)


def told(done: ImportedPlan) -> list[str]:
    return [issue.message for issue in done.issues if issue.code == "team_kept"]


def test_a_team_that_a_person_chose_among_those_named_stays_when_the_document_comes_again(installed: App) -> None:
    assigned(installed, {9}, AREAS, by="Ana")
    done = imported(installed, CARTAGENA, "2024-10-20")
    assert team_of(installed, 9) == AREAS
    (message,) = told(done)
    assert "Fila 9: sigue respondiendo «áreas de gestión OAI», como lo decidió Ana el martes 15 de octubre" in message
    assert f"el documento nombra primero a «{GOBIERNO}»" in message
    again = imported(installed, CARTAGENA, "2024-10-20")
    assert (again.outcome, team_of(installed, 9), told(again)) == ("unchanged", AREAS, [message])


def test_a_team_that_the_document_does_not_name_stays_too(installed: App) -> None:
    assigned(installed, {9})
    done = imported(installed, CARTAGENA, "2024-10-20")
    assert (team_of(installed, 9), len(told(done))) == (TIC, 1)


def test_the_last_of_several_decisions_holds_and_one_for_the_documents_team_needs_no_word(installed: App) -> None:
    assigned(installed, {9, 10}, AREAS)
    assigned(installed, {9}, GOBIERNO)
    done = imported(installed, CARTAGENA, "2024-10-20")
    assert (team_of(installed, 9), team_of(installed, 10), len(told(done))) == (GOBIERNO, AREAS, 1)


def test_the_other_lines_follow_the_document(installed: App) -> None:
    assigned(installed, {9}, AREAS)
    imported(installed, CARTAGENA, "2024-10-20")
    assert team_of(installed, 10) == GOBIERNO


def test_whoever_loads_the_document_decides_anew(installed: App) -> None:
    assigned(installed, {9}, AREAS)
    file = read_plan_file(CARTAGENA, as_of=date(2024, 10, 20))
    (read,) = file.readings
    decided = tuple(replace(line, team_decided=line.row == 9) for line in read.lines)
    stored(installed, replace(file, readings=(replace(read, lines=decided),)), at("2024-10-20"))
    assert team_of(installed, 9) == GOBIERNO
