"""What a closing says otherwise than the one before it, line by line, in words that people read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gdflow.domain.closing import Closed, Differences
from gdflow.domain.consolidated import consolidated
from gdflow.domain.differences import Wording, differences
from gdflow.domain.lines import Line, Result
from gdflow.domain.results import CellState
from gdflow.domain.reviews import Review, Verdict
from tests.support import cartagena
from tests.support.closed import CLOSED_AT, annex, closed, link

Q2 = "2023-Q2"
WORDING = Wording(lambda value, line: f"{value} {line.unit or 'u.'}", date.isoformat)
# The plan's own 40,9048 %, and one of four reports of one of its twelve lines.
PRINTED, QUARTER_OF_A_LINE = Fraction(859, 2100), Fraction(1, 48)
DAY = CLOSED_AT[Q2].date()


def at_close(
    *answers: Result, lines: Sequence[Line] | None = None, verdicts: dict[int, Verdict] | None = None
) -> Closed:
    """The closing of the second quarter with these answers."""
    reviews = None
    if verdicts is not None:
        reviews = {at: Review(1, at, verdict, "x", "Ana", CLOSED_AT[Q2]) for at, verdict in verdicts.items()}
    results = (*cartagena.results(), *answers)
    known, owed = cartagena.lines() if lines is None else lines, cartagena.second_quarter()
    its = {"period": Q2, "as_of": DAY, "reviews": reviews, "closed": True}
    return closed(Q2, report=consolidated(cartagena.plan(), known, results, owed, **its))  # type: ignore[arg-type]  # one mapping


def between(before: Closed, after: Closed) -> list[tuple[int, str | None, str, str | None, str | None]]:
    found = differences(before, after.snapshot, WORDING)
    return [(each.row, each.period, each.field, each.before, each.after) for each in found.changes]


def with_line(row: int, **changes: object) -> tuple[Line, ...]:
    return tuple(
        replace(line, **changes) if line.row == row else line  # type: ignore[arg-type]  # fields of a line
        for line in cartagena.lines()
    )


def test_the_same_snapshot_says_nothing_new() -> None:
    before = at_close(cartagena.answer(2, "1"))
    assert differences(before, before.snapshot, WORDING) == Differences(
        1, before.facts.sha256, (), PRINTED + QUARTER_OF_A_LINE, PRINTED + QUARTER_OF_A_LINE
    )


def test_a_corrected_figure_is_told_with_what_it_was() -> None:
    before, after = at_close(cartagena.answer(2, "1")), at_close(cartagena.answer(2, "3"))
    assert between(before, after) == [(9, Q2, "value", "1 u.", "3 u.")]


def test_a_figure_that_came_late_says_what_there_was_before() -> None:
    changes = between(at_close(), at_close(cartagena.answer(2, "1")))
    assert changes == [(9, Q2, "value", None, "1 u."), (9, Q2, "narrative", None, "Se avanzó en la línea 2")]


def test_a_zero_is_told_with_its_reason() -> None:
    before, after = at_close(), at_close(cartagena.answer(4, "0", zero_reason="Se aplazó"))
    assert between(before, after) == [(11, Q2, "value", None, "0 u."), (11, Q2, "zero_reason", None, "Se aplazó")]


def test_a_verdict_is_told_and_speaks_for_the_state() -> None:
    answer = cartagena.answer(2, "1")
    before, after = at_close(answer, verdicts={}), at_close(answer, verdicts={answer.id: Verdict.ACCEPTED})
    assert between(before, after) == [(9, Q2, "review", "Por revisar", "Avalado")]


def test_another_state_alone_is_told() -> None:
    before = at_close()
    report = before.snapshot.report
    row = next(each for each in report.lines if each.line.row == 9)
    cell = replace(row.cell, state=CellState.WAIVED)
    figures = tuple(cell if each.period == Q2 else each for each in row.figures)
    lines = tuple(replace(row, figures=figures, cell=cell) if each is row else each for each in report.lines)
    after = closed(Q2, report=replace(report, lines=lines))
    assert between(before, after) == [(9, Q2, "state", "Sin reporte al cierre", "Exceptuado")]


def test_a_line_with_another_target_date_or_team_says_so() -> None:
    changed = with_line(9, target=Decimal(5), due=date(2024, 1, 31), team="Otro equipo")
    assert between(at_close(), at_close(lines=changed)) == [
        (9, None, "target", "4 u.", "5 u."),
        (9, None, "due", "2023-12-31", "2024-01-31"),
        (9, None, "team", "Equipo Gobierno Digital y áreas de gestión OAI", "Otro equipo"),
    ]


def test_a_line_that_lost_its_target_and_date_says_so() -> None:
    changed = with_line(9, target=None, due=None)
    assert between(at_close(), at_close(lines=changed))[:2] == [
        (9, None, "target", "4 u.", None),
        (9, None, "due", "2023-12-31", None),
    ]


def test_lines_that_came_and_went_are_told_the_gone_ones_last() -> None:
    first, *others = cartagena.lines()
    new = replace(first, uid="uid-new", row=99)
    changes = between(at_close(), at_close(lines=[*others, new]))
    assert changes == [(99, None, "line", None, new.label), (first.row, None, "line", first.label, None)]


def test_annexes_are_told_by_their_numbers() -> None:
    before = replace(at_close().snapshot, annexes=(annex(1, 2, Q2),))
    after = replace(before, annexes=(annex(1, 2, Q2), link(3, 2, Q2), annex(4, 3, Q2)))
    found = between(Closed(at_close().facts, before), Closed(at_close().facts, after))
    assert found == [(9, Q2, "annexes", "A01", "A01, A03"), (10, Q2, "annexes", None, "A04")]


def test_later_periods_are_none_of_its_concern() -> None:
    third = replace(cartagena.answer(2, "1"), period="2023-Q3", id=900)
    assert between(at_close(), at_close(third)) == []


def test_the_progress_before_and_after_is_exact() -> None:
    found = differences(at_close(), at_close(cartagena.answer(2, "1")).snapshot, WORDING)
    assert (found.progress_before, found.progress_after) == (PRINTED, PRINTED + QUARTER_OF_A_LINE)
