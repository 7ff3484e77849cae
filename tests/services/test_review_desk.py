"""What a reviewer looks at: the queue by what is due first, and one report with all around it."""

import pytest

from gdflow.app import App
from gdflow.domain.errors import NotFoundError
from gdflow.services.review_desk import ReviewCase, ReviewQueue, case_of, evidence_file, review_queue
from tests.support.cast import GOBIERNO, USO, at
from tests.support.installation import answered
from tests.support.reviews import accepted, reviewing
from tests.support.scene import DAY, number, waiting
from tests.support.web import opened


def queue(app: App, day: str = DAY) -> ReviewQueue:
    with app.reading() as session:
        return review_queue(session, app.rules, at(day).date())


def case(app: App, row: int) -> ReviewCase:
    with app.reading() as session:
        return case_of(session, app.rules, number(app, row))


def test_an_entity_without_plans_reviews_nothing(empty: App) -> None:
    found = queue(empty)
    assert (found.waiting, found.reviewed, found.late) == ((), False, 0)


def test_what_is_due_first_stands_first(installed: App) -> None:
    reviewing(installed)
    opened(installed)
    answered(installed, USO, "2023-Q2", "2023-07-10", {18: "0.5"})
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-06", {9: 1, 10: 2})
    found = queue(installed)
    assert [(group.team, len(group.waiting)) for group in found.groups] == [(GOBIERNO, 2), (USO, 1)]
    assert found.groups[0].due_on == at("2023-07-11").date()
    assert found.late == 2
    assert found.groups[1].result_ids == (number(installed, 18),)


def test_the_queue_is_narrowed_by_plan_period_and_team(installed: App) -> None:
    waiting(installed)
    found = queue(installed)
    group = found.groups[0]
    assert found.narrowed(group.plan, group.period, str(group.team_id)).waiting == found.waiting
    others = ("otro", "", ""), ("", "2023-Q1", ""), ("", "", "99")
    assert [found.narrowed(*wanted).waiting for wanted in others] == [(), (), ()]


def test_a_case_has_its_versions_evidence_and_the_periods_before(installed: App) -> None:
    waiting(installed)
    found = case(installed, 16)
    said = [(each.number, each.review.note if each.review else None) for each in found.versions]
    assert said == [(1, "Falta el certificado."), (2, None)]
    assert [each.name for each in case(installed, 9).evidence] == ["acta de mayo.pdf"]
    assert [each.period for each in case(installed, 9).newest_before] == ["2023-Q1"]


def test_a_case_says_what_the_line_comes_to_and_doubts_too_much(installed: App) -> None:
    waiting(installed)
    assert (case(installed, 9).total, case(installed, 9).doubt) == ("2 de 4", None)
    assert "¿escribió el acumulado?" in (case(installed, 10).doubt or "")


def test_a_report_that_was_answered_can_still_be_looked_at(installed: App) -> None:
    waiting(installed)
    accepted(installed, [9], "2023-07-11")
    assert case(installed, 9).report.state.value == "accepted"
    assert number(installed, 9) not in [each.report.result_id for each in queue(installed).waiting]


def test_a_report_that_there_is_not_is_not_found(installed: App) -> None:
    waiting(installed)
    with installed.reading() as session, pytest.raises(NotFoundError, match="unknown_report"):
        case_of(session, installed.rules, 999)


def test_evidence_of_nobody_and_links_are_no_files(installed: App) -> None:
    pages = waiting(installed)
    pages.send(9, "/evidencia", enlace="https://nube.example/x")
    kept = case(installed, 9).evidence
    with installed.reading() as session:
        assert evidence_file(session, installed.rules, kept[0].id) == kept[0]
        for unknown in (kept[1].id, 999):
            with pytest.raises(NotFoundError, match="unknown_evidence"):
                evidence_file(session, installed.rules, unknown)
