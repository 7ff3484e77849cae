"""A plan's file waits until a person confirms it; then it is imported as they decided, and as they saw it."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.import_drafts import Choices, ReadLine, Standing
from gdflow.domain.people import Role
from gdflow.domain.periods import PeriodKind
from gdflow.services import import_drafts
from gdflow.services.import_next import next_steps
from gdflow.services.import_plan import ImportedPlan, PlanFile, read_plan_file
from gdflow.services.import_preview import Preview, preview_import
from gdflow.storage import events, submissions
from tests.services.readings import a_line, reading, team
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, at
from tests.support.installation import CARTAGENA, CARTAGO, contacts, given, imported, line, lines, plan
from tests.support.web import dump

DAY = "2024-09-02"
HINTED = 21
"""The row of the plan of Cartago whose date is only hinted at ("en la actual vigencia 2024")."""
ANA = "Ana Coordina <coordina@cartagena.example>"


def kept(app: App, file: PlanFile, cut_off: str = DAY) -> int:
    app.objects.put(file.data)
    with app.transaction() as session:
        its = {"name": file.name, "sha256": file.sha256}
        day = date.fromisoformat(cut_off)
        return import_drafts.keep(session, app.rules, **its, cut_off=day, by=ANA, now=at(DAY))


def read(path: Path, cut_off: str = DAY) -> PlanFile:
    return read_plan_file(path, as_of=date.fromisoformat(cut_off))


def made(*readings: Any, name: str = "plan.xlsx") -> PlanFile:
    return PlanFile(name, repr(readings).encode(), readings)


def seen(app: App, number: int, file: PlanFile, day: str = DAY) -> Preview:
    with app.reading() as session:
        draft = import_drafts.find(session, app.rules, number)
        return preview_import(session, app.rules, draft, file, today=date.fromisoformat(day))


def chosen(app: App, number: int, choices: Choices) -> None:
    with app.transaction() as session:
        import_drafts.choose(session, app.rules, number, choices)


def confirmed(app: App, number: int, file: PlanFile, fingerprint: str | None = None) -> tuple[ImportedPlan, ...]:
    shown = fingerprint if fingerprint is not None else seen(app, number, file).seen
    with app.transaction() as session:
        return import_drafts.confirm(session, app.rules, number, file, seen=shown, by=ANA, now=at(DAY))


def all_lines(app: App, number: int, file: PlanFile) -> tuple[ReadLine, ...]:
    return import_drafts.lines_of(seen(app, number, file))


def noted(app: App, kind: str) -> list[tuple[str, Any]]:
    with app.reading() as session:
        found = events.events_of(session, app.rules.entity_id)
    return [(event.actor, json.loads(event.facts)) for event in found if event.kind == kind]


def test_nothing_but_the_draft_is_stored_before_somebody_confirms(empty: App) -> None:
    before = dump(empty)
    number = kept(empty, read(CARTAGO))
    seen(empty, number, read(CARTAGO))
    after = dump(empty)
    assert {table for table in after if after[table] != before[table]} == {"import_draft"}


def test_a_confirmed_draft_is_what_the_command_would_have_imported(empty: App) -> None:
    file = read(CARTAGENA, "2023-04-10")
    (plan_of,) = confirmed(empty, kept(empty, file, "2023-04-10"), file)
    assert (plan_of.code, plan_of.outcome, plan_of.lines) == ("cartagena_2023", "new", 12)
    assert (line(empty, 8).team, line(empty, 8).due, len(lines(empty))) == (GOBIERNO, date(2023, 2, 28), 12)
    assert noted(empty, "plan_imported")[0][0] == ANA


@pytest.mark.parametrize("path", [CARTAGENA, CARTAGO])
def test_a_preview_says_what_the_import_will_do(installed: App, path: Path) -> None:
    file = read(path)
    number = kept(installed, file)
    (shown,) = seen(installed, number, file).plans
    (became,) = confirmed(installed, number, file)
    renewal = became.renewal
    assert (shown.code, shown.outcome) == (became.code, became.outcome)
    assert len(shown.changed) == (len(renewal.changed) if renewal else 0)
    assert len(shown.gone) == (len(renewal.gone) if renewal else 0)


def test_a_chosen_date_is_sure_and_says_who_chose_it(empty: App) -> None:
    file = read(CARTAGO)
    number = kept(empty, file)
    asked = next(each for each in all_lines(empty, number, file) if each.line.row == HINTED)
    chosen(empty, number, import_drafts.due_of([asked], asked.place, date(2024, 11, 29)))
    confirmed(empty, number, file)
    assert (line(empty, HINTED).due, line(empty, HINTED).due_confirmed) == (date(2024, 11, 29), True)
    ((actor, facts),) = noted(empty, "due_confirmed")
    assert (actor, facts["due"]) == (ANA, "2024-11-29")


def test_all_proposed_dates_are_confirmed_at_once(empty: App) -> None:
    file = read(CARTAGO)
    number = kept(empty, file)
    chosen(empty, number, import_drafts.proposed_dues(all_lines(empty, number, file)))
    hinted = [each for each in all_lines(empty, number, file) if each.line.row == HINTED]
    assert [each.due for each in hinted] == [date(2024, 12, 31)]
    confirmed(empty, number, file)
    assert line(empty, HINTED).due_confirmed


def test_one_team_takes_all_lines_that_have_none(empty: App) -> None:
    file = read(CARTAGO)
    number = kept(empty, file)
    chosen(empty, number, import_drafts.team_for_the_rest(all_lines(empty, number, file), " Oficina  TIC "))
    confirmed(empty, number, file)
    assert {each.team for each in lines(empty)} == {"Oficina TIC"}
    ((actor, facts),) = noted(empty, "team_assigned")
    assert (actor, len(facts["lines"])) == (ANA, len(lines(empty)))


def test_the_first_named_team_answers_for_all_lines_that_name_several(empty: App) -> None:
    file = read(CARTAGENA, "2023-04-10")
    number = kept(empty, file, "2023-04-10")
    chosen(empty, number, import_drafts.first_teams(all_lines(empty, number, file)))
    assert {each.standing for each in all_lines(empty, number, file)} <= {Standing.GOOD, Standing.WARNED}
    confirmed(empty, number, file)
    assert line(empty, 9).team == GOBIERNO


def test_the_other_named_team_can_answer(empty: App) -> None:
    file = read(CARTAGENA, "2023-04-10")
    number = kept(empty, file, "2023-04-10")
    asked = next(each for each in all_lines(empty, number, file) if len(each.line.teams) > 1)
    chosen(empty, number, import_drafts.team_of_line([asked], asked.place, asked.line.teams[1]))
    confirmed(empty, number, file)
    assert line(empty, asked.line.row).team == asked.line.teams[1]
    assert line(empty, asked.line.row).co_teams == (asked.line.teams[0],)


def test_a_decision_outlives_the_same_document(empty: App) -> None:
    file = read(CARTAGENA, "2023-04-10")
    number = kept(empty, file, "2023-04-10")
    asked = next(each for each in all_lines(empty, number, file) if len(each.line.teams) > 1)
    chosen(empty, number, import_drafts.team_of_line([asked], asked.place, asked.line.teams[1]))
    confirmed(empty, number, file)
    again = kept(empty, file, "2023-04-10")
    (shown,) = seen(empty, again, file).plans
    assert {each.standing for each in shown.read.lines} <= {Standing.GOOD, Standing.WARNED}
    confirmed(empty, again, file)
    assert line(empty, asked.line.row).team == asked.line.teams[1]


def test_a_choice_is_taken_back(empty: App) -> None:
    file = read(CARTAGO)
    number = kept(empty, file)
    (asked,) = [each for each in all_lines(empty, number, file) if each.line.row == HINTED]
    both = Choices(dues={asked.place: date(2024, 11, 29)}, teams={asked.place: "TIC", "otra": "TIC"})
    chosen(empty, number, both)
    with empty.transaction() as session:
        import_drafts.take_back(session, empty.rules, number, asked.place)
        assert import_drafts.find(session, empty.rules, number).choices == Choices(teams={"otra": "TIC"})


def test_how_it_is_read_can_be_stated(empty: App) -> None:
    given(empty, reading(), name="uno.xlsx")
    file = made(reading(period_kind=None), name="uno (1).xlsx")
    number = kept(empty, file)
    with empty.transaction() as session:
        import_drafts.set_reading(
            session, empty.rules, number, cut_off=date(2024, 6, 30), every=PeriodKind.MONTH, code="uno"
        )
        draft = import_drafts.find(session, empty.rules, number)
    (shown,) = seen(empty, number, file).plans
    assert (draft.cut_off, draft.every, draft.code) == (date(2024, 6, 30), PeriodKind.MONTH, "uno")
    assert (shown.code, shown.outcome, shown.kept.period_kind) == ("uno", "unchanged", PeriodKind.MONTH)
    confirmed(empty, number, file)
    assert plan(empty).period_kind is PeriodKind.MONTH


def test_what_it_is_by_its_name_can_be_stated_again(empty: App) -> None:
    given(empty, reading(), name="uno.xlsx")
    number = kept(empty, made(reading()))
    with empty.transaction() as session:
        import_drafts.set_reading(session, empty.rules, number, cut_off=date(2024, 6, 30), every=None, code=None)
        with pytest.raises(NotFoundError, match="unknown_plan"):
            import_drafts.set_reading(session, empty.rules, number, cut_off=date(2024, 6, 30), every=None, code="x")


def test_what_changed_meanwhile_is_seen_before_it_is_confirmed(installed: App) -> None:
    file = read(CARTAGENA, "2023-04-10")
    number = kept(installed, file, "2023-04-10")
    before = seen(installed, number, file).seen
    imported(installed, CARTAGENA, "2023-05-02")
    untouched = dump(installed)
    with pytest.raises(ConflictError, match="draft_outdated"):
        confirmed(installed, number, file, before)
    assert dump(installed) == untouched


def test_a_choice_made_by_somebody_else_is_seen_before_it_is_confirmed(empty: App) -> None:
    file = read(CARTAGO)
    number = kept(empty, file)
    before = seen(empty, number, file).seen
    chosen(empty, number, Choices(teams={all_lines(empty, number, file)[0].place: "TIC"}))
    with pytest.raises(ConflictError, match="draft_outdated"):
        confirmed(empty, number, file, before)


def test_a_draft_is_confirmed_once(empty: App) -> None:
    file = read(CARTAGO)
    number = kept(empty, file)
    fingerprint = seen(empty, number, file).seen
    confirmed(empty, number, file, fingerprint)
    with pytest.raises(ConflictError, match="draft_ended"):
        confirmed(empty, number, file, fingerprint)
    with empty.reading() as session:
        draft = import_drafts.find(session, empty.rules, number)
    assert (draft.ended_by, draft.result[0]["code"], draft.result[0]["lines"]) == (ANA, "cartago_2024", 10)


def test_a_draft_laid_aside_leaves_nothing(empty: App) -> None:
    number = kept(empty, read(CARTAGO))
    with empty.transaction() as session:
        assert [each.id for each in import_drafts.waiting(session, empty.rules)] == [number]
        import_drafts.lay_aside(session, empty.rules, number, by=ANA, now=at(DAY))
        assert import_drafts.waiting(session, empty.rules) == ()
        assert import_drafts.find(session, empty.rules, number).result == ()
        with pytest.raises(ConflictError, match="draft_ended"):
            import_drafts.choose(session, empty.rules, number, Choices())


def test_a_draft_that_does_not_exist_is_not_found(empty: App) -> None:
    with empty.transaction() as session, pytest.raises(NotFoundError, match="unknown_draft"):
        import_drafts.find(session, empty.rules, 7)
    with empty.transaction() as session, pytest.raises(NotFoundError, match="unknown_draft"):
        import_drafts.lay_aside(session, empty.rules, 7, by=ANA, now=at(DAY))


def test_only_lines_of_the_file_and_teams_with_a_name_can_be_chosen(empty: App) -> None:
    file = read(CARTAGO)
    found = all_lines(empty, kept(empty, file), file)
    with pytest.raises(InputError, match="unknown_place"):
        import_drafts.due_of(found, "0.0.999", date(2024, 12, 31))
    with pytest.raises(InputError, match="blank_team"):
        import_drafts.team_of_line(found, found[0].place, "  ")
    with pytest.raises(InputError, match="blank_team"):
        import_drafts.team_for_the_rest(found, "")


def test_several_plans_of_a_file_are_confirmed_together(empty: App) -> None:
    file = made(reading(sheet="Uno"), reading(a_line(activity="Otra"), sheet="Dos"))
    number = kept(empty, file)
    assert [each.code for each in seen(empty, number, file).plans] == ["plan.uno", "plan.dos"]
    assert [each.outcome for each in confirmed(empty, number, file)] == ["new", "new"]
    assert noted(empty, "team_assigned") == []


def test_whoever_cannot_be_written_to_is_told_before(installed: App) -> None:
    entries = (team("Sin Nada"), team("Otra", "otra@cartagena.example"), team("Mala", "niño@cartagena.example"))
    names = (GOBIERNO, "Sin Nada", "OTRA", "Mala")
    rows = [a_line(row, f"Hacer {row}", teams=(name,)) for row, name in enumerate(names, 8)]
    file = made(reading(*rows, a_line(20, "De nadie", teams=()), teams=entries))
    (shown,) = seen(installed, kept(installed, file), file).plans
    assert shown.silent == ("Sin Nada", "Mala")
    assert shown.refused == (("Mala", "niño@cartagena.example"),)


def test_a_loaded_plan_says_what_it_lacks(installed: App) -> None:
    rows = (
        a_line(8, "Con todo"),
        a_line(9, "De nadie", teams=()),
        a_line(10, "De quien no tiene correo", teams=("Sin Nada",)),
        a_line(11, "Sin fecha", due=None),
        a_line(12, "Con fecha dudosa", due=None, proposed_due=date(2024, 12, 31)),
    )
    file = made(reading(*rows))
    confirmed(installed, kept(installed, file), file)
    with installed.reading() as session:
        (steps,) = next_steps(session, installed.rules, ["plan"])
    assert [name for _, name in steps.silent] == ["Sin Nada"]
    assert (steps.no_team, steps.no_end, steps.unsure) == (1, 1, 1)
    assert steps.opened[0].key == "2023-Q1"


def test_a_team_with_an_address_by_now_is_not_silent(installed: App) -> None:
    file = made(reading(a_line(teams=("Nueva",))))
    number = kept(installed, file)
    contacts(installed, "nueva", [(GOBIERNO_MAIL, Role.MEMBER)])
    assert seen(installed, number, file).plans[0].silent == ()


def test_figures_at_the_cut_off_count_for_its_period(empty: App) -> None:
    row = a_line(results={"cut": Decimal(2)}, notes={"cut": "Van dos."})
    file = made(reading(replace(row, due=date(2024, 12, 31))))
    confirmed(empty, kept(empty, file, "2024-06-30"), file)
    with empty.reading() as session:
        (found,) = submissions.results_of_plan(session, plan(empty).id)
    assert (found.period, found.value, found.narrative) == ("2024-Q2", 2, "Van dos.")
