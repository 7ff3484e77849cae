"""What completeness and timeliness are counted from is counted by the database, the same on both."""

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.lines import ResultSource
from gdflow.domain.obligations import ObligationState
from gdflow.domain.periods import parse_period
from gdflow.domain.receipts import Figure
from gdflow.domain.reviews import Verdict
from gdflow.storage import obligations, periods, plans, quality, reviews, submissions
from gdflow.storage.engine import writing
from tests.storage.cast import NOW, TODAY, add_plan, duty

BY = date(2023, 7, 10)


def opened(session: Session, *keys: str) -> tuple[int, int, list[int]]:
    """A plan whose first two lines owe these periods."""
    entity_id, plan_id = add_plan(session)
    lines = plans.lines_of(session, plan_id)[:2]
    for key in keys:
        its = {"report_by": BY, "closes_on": BY + timedelta(days=99), "at": NOW}
        period = parse_period(key)
        periods.open_period(session, entity_id, plan_id, period, **its)  # type: ignore[arg-type]  # named above
        duties = [(duty(line.id, period=key), line.team_id) for line in lines]
        obligations.record_duties(session, entity_id, plan_id, duties)
    return entity_id, plan_id, [line.id for line in lines]


def put(session: Session, entity_id: int, line_id: int, value: str, days: int = 0) -> int:
    figure = Figure(line_id, "2023-Q2", Decimal(value))
    its = {"source": ResultSource.FORM, "receipt": None}
    at = NOW + timedelta(days=days)
    return submissions.add_results(session, entity_id, [figure], at=at, **its)[0].id  # type: ignore[arg-type]  # named above


def test_expected_is_what_is_owed_and_not_what_was_excused(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (one, two) = opened(session, "2023-Q2")
        (owed,) = obligations.obligations_of_line(session, two)
        assert {place for place, _, _ in quality.reports_expected(session, entity_id)} == {
            (one, "2023-Q2"),
            (two, "2023-Q2"),
        }
        obligations.set_state(session, [owed.id], ObligationState.WAIVED, TODAY)
        ((place, team, by),) = quality.reports_expected(session, entity_id, plan_ids=[plan_id], of_period="2023-Q2")
        assert (place, team, by) == ((one, "2023-Q2"), "Equipo Gobierno Digital", BY)
        assert quality.reports_expected(session, entity_id, of_period="2023-Q1") == ()
        assert quality.reports_expected(session, entity_id, plan_ids=[99]) == ()


def test_received_is_the_first_figure_however_often_it_was_corrected(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (one, two) = opened(session, "2023-Q2")
        put(session, entity_id, one, "1")
        put(session, entity_id, one, "2", days=3)
        printed = [Figure(two, "2023-Q2", Decimal(1))]
        submissions.add_printed(session, entity_id, plan_id, printed, (), at=NOW)
        assert quality.reports_received(session, entity_id, plan_ids=[plan_id]) == {
            (one, "2023-Q2"): (NOW, 2),
            (two, "2023-Q2"): (NOW, 0),
        }


def test_returns_are_counted_over_all_versions(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, (one, _) = opened(session, "2023-Q2")
        its = {"note": "x", "reviewer": "Coordinación", "at": NOW}
        for value in ("1", "2"):
            result_id = put(session, entity_id, one, value)
            reviews.add_review(session, entity_id, result_id, Verdict.RETURNED, **its)  # type: ignore[arg-type]  # named above
        reviews.add_review(session, entity_id, result_id, Verdict.ACCEPTED, **its)  # type: ignore[arg-type]  # named above
        assert quality.reports_returned(session, entity_id, of_period="2023-Q2") == {(one, "2023-Q2"): 2}


def test_refused_files_are_counted_by_their_reason(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        team_id = plans.lines_of(session, plan_id)[0].team_id
        places = [(team_id, "2023-Q2"), (team_id, "2023-Q2"), (None, None), (team_id, "2023-Q3")]
        for at, (team, period) in enumerate(places):
            its = {"name": "f.xlsx", "size": 1, "at": NOW, "team_id": team, "period": period}
            found, _ = submissions.add_receipt(session, entity_id, sha256=f"{at:064}", number=f"R-{at}", **its)  # type: ignore[arg-type]  # named above
            submissions.quarantine(session, found.id, "empty_file", "Está vacío.")
        assert quality.files_refused(session, entity_id, "2023-Q2") == (
            (None, None, "empty_file", "Está vacío.", 1),
            ("Equipo Gobierno Digital", "2023-Q2", "empty_file", "Está vacío.", 2),
        )
        assert sum(each[-1] for each in quality.files_refused(session, entity_id)) == 4
