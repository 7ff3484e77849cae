"""Replanning through the services: from a day on, by an act, and taken back."""

from datetime import date
from decimal import Decimal

import pytest

from gdflow.app import App
from gdflow.domain.amendments import AmendedField
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.lines import Line
from gdflow.domain.obligations import Obligation, ObligationKind
from gdflow.services.amend import Amended, Wanted, amend, undo_amendment, wanted_target
from gdflow.services.amendments_json import amendments_json, listed_amendments
from gdflow.services.assign import assign
from gdflow.services.decide import Why
from gdflow.services.find import find_plan
from gdflow.storage import amendments, events, obligations
from tests.support.cast import USO, at
from tests.support.installation import CARTAGENA, CARTAGO, imported, lines, scanned

DUE, TARGET, TEAM = AmendedField.DUE, AmendedField.TARGET, AmendedField.TEAM
WHY = Why("Ana", "Se amplió el alcance")
TODAY = "2023-07-20"


def line_of(app: App, row: int = 10) -> Line:
    return next(line for line in lines(app) if line.row == row)


def amended(
    app: App, field: AmendedField, after: str, since: str = TODAY, *, row: int = 10, on: str = TODAY
) -> Amended:
    wanted = Wanted(field, after, date.fromisoformat(since), " Acta 05 ")
    with app.transaction() as session:
        plan = find_plan(session, app.rules.entity_id, None)
        return amend(session, app.rules, plan, line_of(app, row), wanted, WHY, now=at(on))


def undone(app: App, number: int, on: str = "2023-07-21") -> Amended:
    with app.transaction() as session:
        return undo_amendment(session, app.rules, number, "Luis", now=at(on))


def owed(app: App, row: int = 10) -> dict[str, Obligation]:
    with app.reading() as session:
        found = obligations.obligations_of_line(session, line_of(app, row).id)
    return {each.period or each.kind.value: each for each in found}


def kinds(app: App) -> list[str]:
    with app.reading() as session:
        return [each.kind for each in events.events_of(session, app.rules.entity_id) if "amendment" in each.kind]


def test_a_new_target_holds_at_once_and_is_noted_with_what_it_was(installed: App) -> None:
    taken = amended(installed, TARGET, "25").amendment
    assert (taken.before, taken.after, taken.act, taken.author) == ("21", "25", "Acta 05", "Ana")
    assert line_of(installed).target == 25
    assert kinds(installed) == ["amendment_recorded", "amendment_applied"]


def test_a_later_due_date_moves_the_deadline_and_what_is_owed(installed: App) -> None:
    scanned(installed, TODAY)
    before = owed(installed)["deadline"]
    (moved,) = amended(installed, DUE, "2023-12-31").moved
    assert (moved.before, moved.after.due_on, moved.after.kind) == (before, date(2023, 12, 31), ObligationKind.DEADLINE)
    assert line_of(installed).due_confirmed


def test_another_team_answers_from_then_on(installed: App) -> None:
    scanned(installed, TODAY)
    done = amended(installed, TEAM, USO.upper())
    assert (line_of(installed).team, done.amendment.after) == (USO, USO)
    assert {each.team_id for each in owed(installed).values() if each.done_on is None} == {line_of(installed).team_id}
    assert done.moved


def test_an_act_to_come_waits_for_its_day_and_is_applied_once(installed: App) -> None:
    done = amended(installed, DUE, "2023-12-31", "2023-08-01")
    assert (done.amendment.applied_at, done.moved, line_of(installed).due) == (None, (), date(2023, 7, 31))
    scanned(installed, "2023-07-31")
    assert line_of(installed).due == date(2023, 7, 31)
    scanned(installed, "2023-08-02")
    scanned(installed, "2023-08-03")
    assert line_of(installed).due == date(2023, 12, 31)
    assert kinds(installed) == ["amendment_recorded", "amendment_applied"]


def test_an_act_to_come_notes_what_the_line_held_when_it_was_applied(installed: App) -> None:
    amended(installed, TARGET, "25", "2023-08-01")
    amended(installed, TARGET, "23")
    scanned(installed, "2023-08-01")
    with installed.reading() as session:
        (later, sooner) = amendments.amendments_of_line(session, line_of(installed).id)
    assert (sooner.before, later.before, later.after) == ("21", "23", "25")


def test_what_is_taken_back_stands_as_before(installed: App) -> None:
    scanned(installed, TODAY)
    before = owed(installed)
    for field, after in ((DUE, "2023-12-31"), (TARGET, "25"), (TEAM, USO)):
        done = amended(installed, field, after)
        taken = undone(installed, done.amendment.id).amendment
        assert (taken.undone_by, value(installed, field)) == ("Luis", taken.before)
    assert owed(installed) == before


def value(app: App, field: AmendedField) -> str | None:
    line = line_of(app)
    return {DUE: str(line.due), TARGET: str(line.target), TEAM: line.team}[field]


def test_an_act_to_come_that_is_taken_back_is_never_applied(installed: App) -> None:
    undone(installed, amended(installed, TARGET, "25", "2023-08-01").amendment.id)
    scanned(installed, "2023-08-01")
    assert line_of(installed).target == 21


def test_an_act_is_taken_back_once_and_only_while_its_word_holds(installed: App) -> None:
    first, second = (amended(installed, TARGET, target).amendment.id for target in ("25", "30"))
    with pytest.raises(ConflictError, match="amendment_overtaken"):
        undone(installed, first)
    undone(installed, second)
    with pytest.raises(ConflictError, match="amendment_undone"):
        undone(installed, second)
    with pytest.raises(NotFoundError, match="unknown_amendment"):
        undone(installed, 99)


def test_an_act_without_its_number_is_refused(installed: App) -> None:
    line, wanted = line_of(installed), Wanted(TARGET, "25", date(2023, 7, 20), " ")
    with installed.transaction() as session:
        plan = find_plan(session, installed.rules.entity_id, None)
        with pytest.raises(InputError, match="blank_act"):
            amend(session, installed.rules, plan, line, wanted, WHY, now=at(TODAY))


def test_a_target_is_read_as_people_write_it(installed: App) -> None:
    assert wanted_target(line_of(installed), " 2,50 ") == "2.5"
    with pytest.raises(InputError, match="unreadable_target"):
        wanted_target(line_of(installed), "muchas")


def test_a_line_that_had_no_team_cannot_get_that_back(empty: App) -> None:
    imported(empty, CARTAGO, "2024-10-11")
    done = amended(empty, TEAM, "Oficina de TIC", on="2024-10-15")
    assert done.amendment.before is None
    with pytest.raises(ConflictError, match="amendment_without_team"):
        undone(empty, done.amendment.id, "2024-10-16")


def test_a_due_date_that_a_line_did_not_have_can_be_taken_back(empty: App) -> None:
    imported(empty, CARTAGO, "2024-10-11")
    row = next(line.row for line in lines(empty) if line.due is None)
    done = amended(empty, DUE, "2025-12-31", "2024-10-15", row=row, on="2024-10-15")
    assert owed(empty, row)["deadline"].due_on == date(2025, 12, 31)
    undone(empty, done.amendment.id, "2024-10-16")
    assert line_of(empty, row).due is None
    assert owed(empty, row)["deadline"].done_on is not None


def test_the_same_document_again_does_not_undo_an_act(installed: App) -> None:
    for field, after in ((DUE, "2023-12-31"), (TARGET, "25"), (TEAM, USO)):
        amended(installed, field, after)
    done = imported(installed, CARTAGENA, "2023-07-25")
    assert done.outcome == "unchanged"
    line = line_of(installed)
    assert (line.due, line.target, line.team) == (date(2023, 12, 31), Decimal(25), USO)


def test_a_document_that_overtakes_an_act_says_so(installed: App) -> None:
    with installed.transaction() as session:
        plan = find_plan(session, installed.rules.entity_id, None)
        number = amendments.add_amendment(
            session,
            installed.rules.entity_id,
            plan.id,
            line_of(installed).id,
            field=TARGET,
            before="18",
            after="19",
            effective_on=date(2023, 1, 1),
            act="Acta 01",
            reason="x",
            author="Ana",
            at=at("2023-05-01"),
        )
        amendments.mark_applied(session, number, "18", at("2023-05-01"))
    done = imported(installed, CARTAGENA, "2023-07-25")
    (told,) = [issue for issue in done.issues if issue.code == "act_overtaken"]
    assert (line_of(installed).target, told.row) == (21, 10)
    assert "dice 21 en la meta" in told.message
    assert "Acta 01 (19)" in told.message


def test_acts_are_listed_by_line_plan_and_entity(installed: App) -> None:
    amended(installed, TARGET, "25")
    amended(installed, TARGET, "11", row=15)
    with installed.reading() as session:
        plan = find_plan(session, installed.rules.entity_id, None)
        of_line = listed_amendments(session, installed.rules, line=line_of(installed))
        of_plan = listed_amendments(session, installed.rules, plan)
        of_entity = listed_amendments(session, installed.rules)
    assert [each.amendment.after for each in of_line] == ["25"]
    assert of_plan == of_entity
    told = amendments_json(of_entity)["amendments"]
    assert isinstance(told, list)
    assert [(each["row"], each["before"], each["after"]) for each in told] == [(10, "21", "25"), (15, "10", "11")]


def test_an_act_about_a_line_that_left_its_plan_is_still_listed_and_changes_nothing(installed: App) -> None:
    amended(installed, TARGET, "25", "2023-08-01")
    gone = line_of(installed).id
    with installed.transaction() as session:
        from gdflow.storage.renewal import _retire_lines

        _retire_lines(session, (gone,), at("2023-07-25"))
    scanned(installed, "2023-08-01")
    with installed.reading() as session:
        (listed,) = listed_amendments(session, installed.rules)
    assert (listed.line, listed.plan, listed.amendment.applied_at is not None) == (None, None, True)
    undone(installed, listed.amendment.id)


def test_two_hands_one_name(installed: App) -> None:
    with installed.transaction() as session:
        plan = find_plan(session, installed.rules.entity_id, None)
        assign(session, installed.rules, plan, [line_of(installed)], USO, by="Ana", now=at(TODAY))
    with pytest.raises(InputError, match="amendment_says_the_same"):
        amended(installed, TEAM, USO)
