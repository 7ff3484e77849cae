import json

import pytest

from gdflow.app import App
from gdflow.domain.errors import InputError
from gdflow.services.assign import assign
from gdflow.services.find import find_plan
from gdflow.storage import events
from gdflow.storage.plans import lines_of
from tests.support.cast import at
from tests.support.installation import CARTAGO, imported, lines, scanned

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
