"""A report is accepted, or goes back with a note; what went back is owed again until the team answers anew."""

from datetime import date
from decimal import Decimal

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.lines import ResultSource
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.receipts import Figure
from gdflow.domain.results import SubmissionState
from gdflow.domain.reviews import ReviewMode, Verdict
from gdflow.services.decision_list import open_handovers
from gdflow.services.explain import Explanation, explain
from gdflow.services.explain_json import explanation_json
from gdflow.services.review import accept, due_on, give_back, note_text, reports_of, review_of, set_mode
from gdflow.services.review_choice import mode_of, report_json, reports_named, reviewed_plan
from gdflow.services.verdicts import Verdict as Told
from gdflow.storage import events, obligations, submissions
from tests.services.readings import a_line, reading
from tests.support.cast import COORDINATOR_MAIL, USO, USO_MAIL, at
from tests.support.decisions import handed_over
from tests.support.installation import (
    answered,
    delivered,
    given,
    line,
    mails,
    plan,
    scanned,
    text_of,
)
from tests.support.reviews import BY, NOTE, accepted, reports, returned, reviewing

SENT = "2023-07-04"
DAY = "2023-07-06"


@pytest.fixture
def reported(installed: App) -> App:
    """A plan that is reviewed, with two reports of a team for the second quarter."""
    reviewing(installed)
    scanned(installed, "2023-07-01")
    answered(installed, USO, "2023-Q2", SENT, {18: "0.3", 19: "0.1"})
    return installed


def owed(app: App, row: int, period: str = "2023-Q2") -> Obligation:
    subject = line(app, row)
    with app.reading() as session:
        found = obligations.obligations_of_line(session, subject.id)
    return next(each for each in found if each.period == period)


def explained(app: App, row: int, day: str) -> Explanation:
    chosen, subject = plan(app), line(app, row)
    with app.reading() as session:
        return explain(session, app.rules, chosen, subject, as_of=date.fromisoformat(day))


def told(app: App, day: str, address: str = USO_MAIL) -> list[str]:
    """What a day's scan and those before tell an address, without the receipts."""
    scanned(app, day)
    delivered(app, day)
    own = [text_of(mail) for mail in mails(app) if address in str(mail["To"])]
    return [text for text in own if not text.startswith("Recibido")]


def test_a_plan_without_review_has_nothing_to_review(installed: App) -> None:
    scanned(installed, "2023-07-01")
    answered(installed, USO, "2023-Q2", SENT, {18: "0.3"})
    assert reports(installed) == {}
    assert plan(installed).review is ReviewMode.NONE


def test_a_report_waits_for_its_reviewer_some_business_days(reported: App) -> None:
    report = reports(reported)[18]
    assert (report.team, report.period, report.version, report.state) == (USO, "2023-Q2", 1, SubmissionState.SUBMITTED)
    assert due_on(reported.rules, report) == date(2023, 7, 7)
    assert reports(reported, "2023-Q1") == {}


def test_an_accepted_report_stays_met_and_is_noted(reported: App) -> None:
    (review,) = accepted(reported, [18], DAY)
    assert (review.verdict, review.reviewer, review.note) == (Verdict.ACCEPTED, BY, None)
    assert reports(reported)[18].state is SubmissionState.ACCEPTED
    assert owed(reported, 18).state is ObligationState.MET
    with reported.reading() as session:
        kinds = [each.kind for each in events.events_of(session, 1, f"line:{line(reported, 18).id}")]
        assert review_of(session, [review.result_id, 99]) == {review.result_id: review}
    assert kinds[-1] == "report_accepted"


def test_a_returned_report_is_owed_again_with_time_to_correct(reported: App) -> None:
    returned(reported, [18], DAY)
    found = owed(reported, 18)
    assert (found.state, found.done_on) == (ObligationState.OWED, None)
    assert (found.due_on, found.closes_on) == (date(2023, 7, 11), date(2023, 7, 17))
    assert owed(reported, 19).state is ObligationState.MET


def test_who_has_time_enough_keeps_the_date(reported: App) -> None:
    returned(reported, [18], SENT)
    assert owed(reported, 18).due_on == date(2023, 7, 10)


def test_a_return_after_the_closing_opens_the_line_alone(reported: App) -> None:
    returned(reported, [18], "2023-07-18")
    found = owed(reported, 18)
    assert (found.due_on, found.closes_on) == (date(2023, 7, 24), date(2023, 7, 24))
    again = answered(reported, USO, "2023-Q2", "2023-07-19", {18: "0.4"})
    assert [answer.line.row for answer in again.taken] == [18]
    assert owed(reported, 18).state is ObligationState.MET


def test_the_team_hears_of_a_return_by_the_next_scan_with_its_note(reported: App) -> None:
    returned(reported, [18], DAY)
    (mail,) = told(reported, DAY)
    assert "Por corregir" in mail
    assert NOTE in mail
    assert "fila 19" not in mail


def test_a_team_that_had_its_mail_of_the_day_hears_of_it_on_the_next(reported: App) -> None:
    for row in (19, 18):
        returned(reported, [row], "2023-07-05")
        assert len(told(reported, "2023-07-05")) == 1
    assert len(told(reported, DAY)) == 2


def test_a_team_that_answers_first_is_not_reminded(reported: App) -> None:
    returned(reported, [18], DAY)
    answered(reported, USO, "2023-Q2", DAY, {18: "0.4"})
    assert told(reported, DAY) == []
    report = reports(reported)[18]
    assert (report.version, report.state) == (2, SubmissionState.SUBMITTED)
    assert owed(reported, 18).state is ObligationState.MET


def test_the_same_figure_once_more_is_an_answer_too(reported: App) -> None:
    returned(reported, [18], DAY)
    answered(reported, USO, "2023-Q2", "2023-07-07", {18: "0.3"})
    assert reports(reported)[18].version == 2


def test_a_return_is_taken_back_by_accepting(reported: App) -> None:
    returned(reported, [18], DAY)
    accepted(reported, [18], "2023-07-07")
    assert owed(reported, 18).state is ObligationState.MET
    assert told(reported, "2023-07-07") == []


def test_an_approval_is_taken_back_by_returning(reported: App) -> None:
    accepted(reported, [18, 19], DAY)
    returned(reported, [18], "2023-07-07")
    assert owed(reported, 18).state is ObligationState.OWED


def test_without_review_what_came_back_counts_again(reported: App) -> None:
    returned(reported, [18], DAY)
    reviewing(reported, ReviewMode.NONE, "2023-07-07")
    assert owed(reported, 18).state is ObligationState.MET


@pytest.mark.parametrize("action", [accepted, returned])
def test_what_was_said_is_not_said_twice(reported: App, action: object) -> None:
    assert callable(action)
    action(reported, [18], DAY)
    with pytest.raises(ConflictError, match="report_reviewed") as refused:
        action(reported, [18], DAY)
    assert (refused.value.facts["row"], refused.value.facts["plan"]) == (18, "cartagena_2023")


def test_a_report_that_was_corrected_meanwhile_is_no_more_there(reported: App) -> None:
    before = reports(reported)[18].result_id
    returned(reported, [18], "2023-07-05")
    answered(reported, USO, "2023-Q2", "2023-07-05", {18: "0.4"})
    with reported.transaction() as session, pytest.raises(NotFoundError, match="unknown_report"):
        accept(session, reported.rules, before, by=BY, now=at(DAY))


@pytest.mark.parametrize(("by", "note", "code"), [(" ", NOTE, "blank_author"), (BY, " ", "blank_note")])
def test_a_return_has_an_author_and_a_note(reported: App, by: str, note: str, code: str) -> None:
    report = reports(reported)[18]
    with reported.transaction() as session, pytest.raises(InputError, match=code):
        give_back(session, reported.rules, report.result_id, note, by=by, now=at(DAY))


def test_a_single_report_goes_back(reported: App) -> None:
    report = reports(reported)[18]
    with reported.transaction() as session:
        review = give_back(session, reported.rules, report.result_id, f" {NOTE} ", by=BY, now=at(DAY))
        assert review.note == NOTE
        again = accept(session, reported.rules, report.result_id, by=BY, now=at(DAY))
    assert again.verdict is Verdict.ACCEPTED


def test_a_report_that_nobody_asked_for_goes_back_without_a_reminder(installed: App) -> None:
    code = given(installed, reading(a_line(30, due=date(2023, 12, 31), teams=(USO,))), name="otro.xlsx")[0]
    chosen, subject = plan(installed, code), line(installed, 30, code)
    early = Figure(subject.id, "2022-Q1", Decimal(1))
    with installed.transaction() as session:
        set_mode(session, installed.rules, chosen, ReviewMode.COORDINATOR, by=BY, now=at(SENT))
        submissions.add_results(session, 1, [early], source=ResultSource.FORM, at=at(SENT), receipt=None)
        (report,) = reports_of(session, installed.rules, chosen)
        give_back(session, installed.rules, report.result_id, NOTE, by=BY, now=at(DAY))
        assert [each.period for each in obligations.obligations_of_line(session, subject.id)].count("2022-Q1") == 0
    assert report.team is None


def test_a_note_is_typed_or_chosen_and_may_be_both(installed: App) -> None:
    first = installed.rules.review.notes[0]
    assert note_text(installed.rules, " x ", None) == "x"
    assert note_text(installed.rules, None, 1) == first
    assert note_text(installed.rules, "Acta de mayo.", 1) == f"{first} Acta de mayo."
    for note, template, code in ((None, None, "blank_note"), (" ", None, "blank_note"), (None, 9, "unknown_note")):
        with pytest.raises(InputError, match=code):
            note_text(installed.rules, note, template)


def test_reports_are_named_by_their_lines_or_all_at_once(reported: App) -> None:
    chosen = plan(reported)
    accepted(reported, [19], DAY)
    with reported.reading() as session:
        its = (session, reported.rules, chosen)
        (named,) = reports_named(*its, None, ["19"], everything=False)
        (waiting,) = reports_named(*its, "2023-Q2", (), everything=True)
        assert (named.row, waiting.row) == (19, 18)
        for lines, everything, code in (
            *((["18"], True, "lines_or_all"), ([], False, "lines_or_all")),
            *((["9"], False, "nothing_to_review"), (["77"], False, "line_not_found")),
        ):
            with pytest.raises(GdflowError, match=code):
                reports_named(*its, None, lines, everything=everything)
        with pytest.raises(NotFoundError, match="nothing_to_review"):
            reports_named(*its, "2023-Q1", [], everything=True)


def test_of_several_periods_one_is_named(reported: App) -> None:
    scanned(reported, "2023-10-02")
    answered(reported, USO, "2023-Q3", "2023-10-03", {18: "0.2"})
    chosen = plan(reported)
    with reported.reading() as session:
        with pytest.raises(InputError, match="several_reports"):
            reports_named(session, reported.rules, chosen, None, ["18"], everything=False)
        (found,) = reports_named(session, reported.rules, chosen, "2023-Q3", ["18"], everything=False)
    assert found.period == "2023-Q3"


def test_the_only_reviewed_plan_need_not_be_named(installed: App) -> None:
    with installed.reading() as session, pytest.raises(ConflictError, match="plan_not_reviewed"):
        reviewed_plan(session, installed.rules, None)
    reviewing(installed)
    with installed.reading() as session:
        assert reviewed_plan(session, installed.rules, None) == plan(installed)
        assert reviewed_plan(session, installed.rules, "cartagena_2023") == plan(installed)


def test_a_mode_is_one_of_two_words(installed: App) -> None:
    assert mode_of("none") is ReviewMode.NONE
    with pytest.raises(InputError, match="bad_review_mode"):
        mode_of("jefe")
    with installed.transaction() as session, pytest.raises(InputError, match="blank_author"):
        set_mode(session, installed.rules, plan(installed), ReviewMode.NONE, by="", now=at(DAY))


def test_the_history_of_a_line_shows_versions_and_what_was_said_of_them(reported: App) -> None:
    returned(reported, [18], DAY)
    answered(reported, USO, "2023-Q2", "2023-07-07", {18: "0.4"})
    accepted(reported, [18], "2023-07-10")
    seen = explained(reported, 18, "2023-07-07")
    sent = [
        (seen.version(result), [each.verdict for each in seen.reviews.get(result.id, ())]) for result in seen.results
    ]
    assert sent == [(None, []), (1, [Verdict.RETURNED]), (2, [])]
    told_json = explanation_json(explained(reported, 18, "2023-07-10"))["results"]
    assert isinstance(told_json, list)
    assert [(each["version"], len(each["reviews"])) for each in told_json] == [(None, 0), (1, 1), (2, 1)]


def test_after_a_return_the_line_is_explained_as_owed(reported: App) -> None:
    returned(reported, [18], DAY)
    told(reported, DAY)
    found = next(each for each in explained(reported, 18, DAY).obligations if each.obligation.period == "2023-Q2")
    assert found.verdict is Told.REMINDED


def test_a_report_is_told_as_json(reported: App) -> None:
    before = report_json(reported.rules, reports(reported)[18])
    assert (before["value"], before["review_by"], before["review"]) == ("0.3", "2023-07-07", None)
    returned(reported, [18], DAY)
    after = report_json(reported.rules, reports(reported)[18])
    assert after["state"] == "returned"
    assert after["review"] == {"verdict": "returned", "note": NOTE, "reviewer": BY, "at": "2023-07-06T13:00:00+00:00"}


def coordinator_told(app: App, day: str) -> list[str]:
    return [mail for mail in told(app, day, COORDINATOR_MAIL) if "espera" in mail and "review list" in mail]


def test_the_coordinator_is_told_of_what_should_have_been_reviewed_at_each_step_once(reported: App) -> None:
    counts = [len(coordinator_told(reported, f"2023-07-{day:02}")) for day in (6, 7, 10, 11, 12, 13)]
    assert counts == [0, 1, 1, 2, 2, 2]
    assert "trimestre 2 de 2023 de «cartagena_2023»: 2 reportes" in coordinator_told(reported, "2023-07-14")[0]


def test_what_was_reviewed_in_time_is_not_told(reported: App) -> None:
    accepted(reported, [18], DAY)
    returned(reported, [19], DAY)
    assert coordinator_told(reported, "2023-07-12") == []


def test_a_single_report_is_told_as_one(reported: App) -> None:
    accepted(reported, [18], DAY)
    assert ": un reporte; para revisar a más tardar el" in coordinator_told(reported, "2023-07-07")[0]


def test_what_is_returned_is_the_teams_whatever_it_said_before(reported: App) -> None:
    handed_over(reported, 18, SENT)
    returned(reported, [18], DAY)
    with reported.reading() as session:
        assert open_handovers(session, reported.rules, date.fromisoformat(DAY)) == ()
    scanned(reported, DAY)
    delivered(reported, DAY)
    assert NOTE in text_of(mails(reported)[-1])
