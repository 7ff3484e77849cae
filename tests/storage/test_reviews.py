"""The newest verdict on a result counts; what came back counts for nothing until it is answered anew."""

from decimal import Decimal

from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.lines import ResultSource
from gdflow.domain.receipts import Figure
from gdflow.domain.results import SubmissionState
from gdflow.domain.reviews import ReviewMode, Verdict
from gdflow.storage import asked, obligations, plans, reviews, submissions, submitted
from gdflow.storage.engine import writing
from gdflow.storage.reminders import unnoticed
from tests.storage.cast import DUE, NOW, SHA, TODAY, add_plan, duty

ANA = "Coordinación"


def reported(session: Session, *values: str) -> tuple[int, int, list[int]]:
    """The entity, the plan and a result for each of its first lines, in a plan that is reviewed."""
    entity_id, plan_id = add_plan(session)
    reviews.set_mode(session, plan_id, ReviewMode.COORDINATOR)
    lines = plans.lines_of(session, plan_id)
    figures = [Figure(line.id, "2023-Q2", Decimal(value)) for line, value in zip(lines, values, strict=False)]
    stored = submissions.add_results(session, entity_id, figures, source=ResultSource.FORM, at=NOW, receipt=None)
    return entity_id, plan_id, [result.id for result in stored]


def say(session: Session, entity_id: int, result_id: int, verdict: Verdict) -> int:
    note = "Falta la evidencia." if verdict is Verdict.RETURNED else None
    return reviews.add_review(session, entity_id, result_id, verdict, note=note, reviewer=ANA, at=NOW)


def test_all_that_was_said_stays_and_the_newest_counts(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (first, second) = reported(session, "1", "2")
        for verdict in (Verdict.RETURNED, Verdict.ACCEPTED):
            say(session, entity_id, first, verdict)
        assert [each.verdict for each in reviews.reviews_of(session, [first, second])[first]] == [
            Verdict.RETURNED,
            Verdict.ACCEPTED,
        ]
        assert {key: each.verdict for key, each in reviews.newest_of_plan(session, plan_id).items()} == {
            first: Verdict.ACCEPTED
        }


def test_what_came_back_counts_for_nothing_and_is_listed_with_its_note(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (first, _) = reported(session, "1", "2")
        say(session, entity_id, first, Verdict.RETURNED)
        one, two, _ = (line.id for line in plans.lines_of(session, plan_id))
        assert submissions.values_of_plan(session, plan_id) == {two: {"2023-Q2": Decimal(2)}}
        assert set(asked.values_of_lines(session, [one, two])) == set(asked.results_of_lines(session, [one, two]))
        assert reviews.notes_of_lines(session, [one, two]) == {one: {"2023-Q2": "Falta la evidencia."}}
        say(session, entity_id, first, Verdict.ACCEPTED)
        assert reviews.notes_of_lines(session, [one, two]) == {}
        assert submissions.values_of_plan(session, plan_id)[one] == {"2023-Q2": Decimal(1)}


def test_without_a_review_nothing_counts_as_returned(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (first,) = reported(session, "1")
        say(session, entity_id, first, Verdict.RETURNED)
        reviews.set_mode(session, plan_id, ReviewMode.NONE)
        assert plans.plan_by_id(session, plan_id).review is ReviewMode.NONE
        assert len(submissions.values_of_plan(session, plan_id)) == 1
        assert submitted.submitted(session, entity_id) == ()


def test_the_same_figure_once_more_answers_a_return_and_nothing_else(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (first,) = reported(session, "1")
        same = Figure(plans.lines_of(session, plan_id)[0].id, "2023-Q2", Decimal(1))
        its = {"source": ResultSource.FORM, "at": NOW, "receipt": None}
        assert submissions.add_results(session, entity_id, [same], **its) == ()  # type: ignore[arg-type]  # named above
        say(session, entity_id, first, Verdict.RETURNED)
        assert len(submissions.add_results(session, entity_id, [same], **its)) == 1  # type: ignore[arg-type]  # named above
        (report,) = submitted.submitted(session, entity_id, plan_id)
        assert (report.version, report.state, report.value) == (2, SubmissionState.SUBMITTED, Decimal(1))


def test_reports_are_met_with_their_line_and_team(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (_, second) = reported(session, "1", "2")
        lines = plans.lines_of(session, plan_id)
        obligations.record_duties(session, entity_id, plan_id, [(duty(lines[0].id), lines[0].team_id)])
        say(session, entity_id, second, Verdict.ACCEPTED)
        one, two = submitted.submitted(session, entity_id)
        assert (one.plan, one.row, one.label, one.team, one.version, one.review) == (
            *("plan", 8, "Publicar datos", lines[0].team),
            *(1, None),
        )
        assert (two.team, two.state) == (None, SubmissionState.ACCEPTED)
        assert submitted.waiting(session, entity_id) == (one,)
        assert submitted.submitted_by_ids(session, entity_id, [second]) == (two,)
        assert submitted.submitted_by_ids(session, entity_id, [99]) == ()


def test_figures_of_the_document_itself_have_no_reviewer(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        reviews.set_mode(session, plan_id, ReviewMode.COORDINATOR)
        figure = Figure(plans.lines_of(session, plan_id)[0].id, "2023-Q1", Decimal(1))
        submissions.add_printed(session, entity_id, plan_id, [figure], (), at=NOW)
        assert submitted.submitted(session, entity_id) == ()


def test_a_return_is_a_step_of_its_own_in_the_ledger(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = reported(session, "1")
        line = plans.lines_of(session, plan_id)[0]
        obligations.record_duties(session, entity_id, plan_id, [(duty(line.id), line.team_id)])
        (owed,) = obligations.obligations_of_line(session, line.id)
        for day in (TODAY, TODAY, DUE, DUE.replace(day=26)):
            reviews.claim_return(session, entity_id, owed, 4 if day == TODAY else day.day, on=day, at=NOW)
        found = unnoticed(session, entity_id)
        assert [(each.step, each.reason.value) for each in found] == [
            ("returned-4", "due_soon"),
            ("returned-25", "due_today"),
            ("returned-26", "overdue"),
        ]


def test_a_store_of_before_knows_nobody_who_reviews(engine: Engine) -> None:
    with writing(engine) as session:
        _, plan_id = add_plan(session)
        assert plans.plan_by_id(session, plan_id).review is ReviewMode.NONE
        assert session.connection().execute(text("SELECT source_sha256 FROM plan")).scalar_one() == SHA
