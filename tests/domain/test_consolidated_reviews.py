"""A consolidated report of a plan that is reviewed says so, and leaves out what was sent back."""

from dataclasses import replace
from datetime import UTC, date, datetime

from gdflow.domain.consolidated import Consolidated, Review, consolidated
from gdflow.domain.consolidated import Reviewed as Counted
from gdflow.domain.lines import Result
from gdflow.domain.results import CellState
from gdflow.domain.reviews import Review as Reviewed
from gdflow.domain.reviews import Verdict
from tests.domain.test_consolidated import row
from tests.support.cartagena import answer, lines, plan, results, second_quarter


def review(result_id: int, verdict: Verdict, note: str | None = None) -> Reviewed:
    return Reviewed(1, result_id, verdict, note, "Coordinación", datetime(2023, 7, 8, tzinfo=UTC))


def reviewed(*said: Reviewed, of: tuple[Result, ...]) -> Consolidated:
    newest = {each.result_id: each for each in said}
    its = {"period": "2023-Q2", "as_of": date(2023, 7, 12), "reviews": newest}
    return consolidated(plan(), lines(), (*results(), *of), second_quarter(), **its)  # type: ignore[arg-type]  # named above


def test_what_was_sent_back_is_in_no_figure_and_is_missing_again() -> None:
    sent = answer(3, "7")
    report = reviewed(review(sent.id, Verdict.RETURNED, "Falta la evidencia."), of=(sent,))
    cell = row(report, 3).cell
    assert (cell.state, cell.result, cell.word, cell.note) == (
        CellState.RETURNED,
        None,
        "devuelto",
        "Falta la evidencia.",
    )
    assert row(report, 3).progress == row(reviewed(of=()), 3).progress
    assert row(report, 3).standing.label == "Devuelto para corrección"
    assert 3 in {missing.line.id for missing in report.missing}
    assert report.reviewed == Counted(accepted=0, waiting=0, returned=1)


def test_a_report_says_how_far_its_review_has_come() -> None:
    sent = (answer(3, "7"), answer(4, "0", zero_reason="Sin contrato"))
    accepted = tuple(review(each.id, Verdict.ACCEPTED) for each in sent)
    assert reviewed(of=sent).review is Review.IN_REVIEW
    assert reviewed(*accepted[:1], of=sent).review is Review.IN_REVIEW
    whole = reviewed(*accepted, of=sent)
    assert (whole.review, whole.reviewed) == (Review.ACCEPTED, Counted(2, 0, 0))
    assert reviewed(of=()).review is Review.IN_REVIEW
    assert [row(whole, at).cell.state for at in (3, 4)] == [CellState.ACCEPTED] * 2
    assert whole.by_lines.tally.zeros == reviewed(of=sent).by_lines.tally.zeros == 1


def test_figures_of_the_plan_itself_and_of_later_periods_have_no_reviewer() -> None:
    later = replace(answer(3, "7"), id=999, period="2023-Q3")
    report = reviewed(review(999, Verdict.RETURNED, "x"), of=(later,))
    assert report.reviewed == Counted(0, 0, 0)
    assert {cell.review for line in report.lines for cell in line.figures} == {None}
    assert row(report, 3).figures[2].word == "posterior al corte"
