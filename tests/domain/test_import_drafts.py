"""A plan's file that waits: what each line lacks, and what is left of it once a person has decided."""

from dataclasses import replace
from datetime import date

import pytest

from gdflow.domain.import_drafts import Choices, ImportDraft, ReadLine, Standing, read_plan, settled
from gdflow.domain.lines import Line
from gdflow.domain.plan import Accumulation, ImportIssue, PlanKind, PlanLine, PlanReading, Severity
from tests.support.cast import at

DUE = date(2024, 12, 31)
NOBODY = Choices()


def issue(row: int | None, code: str = "placeholder_zero", severity: Severity = Severity.INFO) -> ImportIssue:
    return ImportIssue("Hoja", row, None, code, severity, None, None, "Algo.")


def reading(lines: tuple[PlanLine, ...], *issues: ImportIssue) -> PlanReading:
    return PlanReading("plan.xlsx", "Hoja", PlanKind.ACTION, None, None, lines, (), issues, header_row=3)


def lines(*rows: int, teams: tuple[str, ...] = ("TIC",), due: date | None = DUE) -> tuple[PlanLine, ...]:
    return tuple(PlanLine("Hoja", row, activity=f"Hacer {row}", due=due, teams=teams) for row in rows)


def the_line(found: PlanReading, choices: Choices = NOBODY, stored: Line | None = None) -> ReadLine:
    return read_plan(0, found, choices, {0: stored} if stored else None).lines[0]


def stored(**its: object) -> Line:
    own = dict.fromkeys(Line.__dataclass_fields__) | {"due_confirmed": True, "co_teams": ()}
    return Line(**(own | {"accumulation": Accumulation.SUM} | its))  # type: ignore[arg-type]  # by its fields' names


@pytest.mark.parametrize(
    ("code", "severity", "standing"),
    [
        ("unreadable_value", Severity.ERROR, Standing.OPEN),
        ("proposed_deadline", Severity.WARNING, Standing.OPEN),
        ("two_teams", Severity.WARNING, Standing.OPEN),
        ("missing_deadline", Severity.WARNING, Standing.WARNED),
        ("shifted_row", Severity.WARNING, Standing.WARNED),
        ("placeholder_zero", Severity.INFO, Standing.WARNED),
    ],
)
def test_a_line_stands_as_the_gravest_thing_that_is_said_of_it(
    code: str, severity: Severity, standing: Standing
) -> None:
    assert the_line(reading(lines(4), issue(4), issue(4, code, severity))).standing is standing


def test_a_line_of_which_nothing_is_said_is_well() -> None:
    assert the_line(reading(lines(4))).standing is Standing.GOOD


def test_what_is_said_of_a_joined_row_is_said_of_the_line_above() -> None:
    found = read_plan(0, reading(lines(4, 8), issue(6), issue(9)), NOBODY)
    assert [[each.row for each in line.issues] for line in found.lines] == [[6], [9]]


@pytest.mark.parametrize("said", [issue(None), issue(2), issue(3), issue(20, "rows_left_out")])
def test_what_is_said_of_the_document_is_said_of_no_line(said: ImportIssue) -> None:
    found = read_plan(0, reading(lines(4), said), NOBODY)
    assert (found.about, found.lines[0].issues) == ((said,), ())


def test_what_is_said_of_another_sheet_is_said_of_no_line() -> None:
    said = replace(issue(4), sheet="Otra")
    assert read_plan(0, reading(lines(4), said), NOBODY).about == (said,)


def test_a_row_of_two_lines_tells_both() -> None:
    found = read_plan(0, reading(lines(4, 4), issue(4)), NOBODY)
    assert [len(line.issues) for line in found.lines] == [1, 1]
    assert found.lines[0].place != found.lines[1].place


def test_a_hidden_row_is_known() -> None:
    assert the_line(reading(lines(4), issue(4, "hidden_row"))).hidden
    assert not the_line(reading(lines(4))).hidden


def test_a_chosen_date_ends_the_doubt_and_stays_noted() -> None:
    proposed = tuple(replace(line, proposed_due=DUE) for line in lines(4, due=None))
    doubt = issue(4, "proposed_deadline", Severity.WARNING)
    asked = the_line(reading(proposed, doubt))
    assert (asked.asks_due, asked.asks_team, asked.proposed, asked.standing) == (True, False, DUE, Standing.OPEN)
    plan = read_plan(0, reading(proposed, doubt), Choices(dues={asked.place: DUE}))
    decided = settled(plan, "Resuelto.")
    assert plan.lines[0].standing is Standing.GOOD
    assert (decided.lines[0].due, decided.lines[0].proposed_due) == (DUE, None)
    assert (decided.issues[0].severity, decided.issues[0].message) == (Severity.INFO, "Algo. Resuelto.")


def test_the_chosen_team_answers_and_the_others_support() -> None:
    two = reading(lines(4, teams=("TIC", "Planeación")), issue(4, "two_teams", Severity.WARNING))
    place = the_line(two).place
    plan = read_plan(0, two, Choices(teams={place: "planeacion"}))
    assert settled(plan, "").lines[0].teams == ("planeacion", "TIC")
    assert plan.lines[0].standing is Standing.GOOD


def test_a_line_of_nobody_is_alone_until_a_team_is_chosen() -> None:
    nobody = reading(lines(4, teams=()), issue(4, "missing_responsible", Severity.WARNING))
    asked = the_line(nobody)
    assert asked.is_alone
    chosen = the_line(nobody, Choices(teams={asked.place: "TIC"}))
    assert (chosen.is_alone, chosen.standing) == (False, Standing.GOOD)


def test_what_nobody_decided_stays_as_it_was_read() -> None:
    found = reading(lines(4), issue(4, "unreadable_value", Severity.ERROR), issue(None))
    assert settled(read_plan(0, found, NOBODY), "Resuelto.") == found


def test_a_choice_never_falls_on_another_line() -> None:
    asked = the_line(reading(lines(4), issue(4, "proposed_deadline", Severity.WARNING)))
    moved = reading(lines(5), issue(5, "proposed_deadline", Severity.WARNING))
    assert the_line(moved, Choices(dues={asked.place: DUE})).due is None


def test_what_was_settled_before_is_not_asked_again() -> None:
    doubts = (issue(4, "proposed_deadline", Severity.WARNING), issue(4, "missing_responsible", Severity.WARNING))
    found = reading(lines(4, teams=(), due=None), *doubts)
    line = the_line(found, stored=stored(due=DUE, team="TIC"))
    assert (line.known.due, line.known.team, line.standing, line.is_alone) == (DUE, "TIC", Standing.GOOD, False)


def test_what_was_never_sure_is_asked_again() -> None:
    found = reading(lines(4, due=None), issue(4, "proposed_deadline", Severity.WARNING))
    assert the_line(found, stored=stored(due=DUE, due_confirmed=False)).standing is Standing.OPEN


def test_the_team_that_answers_goes_on_answering_where_the_document_names_it_among_others() -> None:
    two = reading(lines(4, teams=("TIC", "Planeación")), issue(4, "two_teams", Severity.WARNING))
    plan = read_plan(0, two, NOBODY, {0: stored(team="Planeación")})
    assert plan.lines[0].standing is Standing.GOOD
    assert settled(plan, "").lines[0].teams == ("Planeación", "TIC")


def test_another_team_than_before_is_asked_for() -> None:
    two = reading(lines(4, teams=("TIC", "Planeación")), issue(4, "two_teams", Severity.WARNING))
    assert the_line(two, stored=stored(team="Jurídica")).standing is Standing.OPEN


def test_a_draft_waits_until_it_has_ended() -> None:

    draft = ImportDraft(1, 1, "p.xlsx", "0" * 64, DUE, None, None, NOBODY, at("2024-01-01"), "Ana")
    assert draft.waits
    assert not replace(draft, ended_at=at("2024-01-02"), ended_by="Ana").waits
