"""Reports of closings are noted once each, and come back by closing in the order in which they were written."""

from dataclasses import replace
from functools import partial

from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.storage import closings, entities, events, reports
from gdflow.storage.engine import writing
from gdflow.storage.reports import WrittenReport
from tests.storage.cast import NOW, add_plan
from tests.support.closed import closed

MINUTES = WrittenReport(1, "minutes", "application/pdf", "a" * 64, 12_345, NOW, "una celda\notra")
PAGE = WrittenReport(1, "page", "text/html", "b" * 64, 0, NOW)


def two_closings(session: Session) -> tuple[int, int, int]:
    """An entity, and two closings of a quarter of its plan."""
    entity_id, plan_id = add_plan(session)
    events.append(session, entity_id, "period_closed", "plan:1", {}, at=NOW, actor="gdflow")
    snapshots = (closed("2023-Q1", number).snapshot for number in (1, 2))
    add = partial(closings.add_closing, session, entity_id, plan_id, head="c" * 64, events=1, missing=0)
    one, two = (add(each).id for each in snapshots)
    return entity_id, one, two


def test_a_report_is_noted_once_and_the_first_stays(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, one, _ = two_closings(session)
        first = replace(MINUTES, closing_id=one)
        assert reports.record_report(session, entity_id, first)
        assert not reports.record_report(session, entity_id, replace(first, sha256="d" * 64))
        assert reports.reports_of_closing(session, one) == (first,)


def test_reports_come_back_by_closing_in_the_order_of_writing(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, one, two = two_closings(session)
        written = [replace(PAGE, closing_id=one), replace(MINUTES, closing_id=one), replace(MINUTES, closing_id=two)]
        for each in written:
            reports.record_report(session, entity_id, each)
        assert reports.reports_of_entity(session, entity_id) == {one: tuple(written[:2]), two: (written[2],)}


def test_an_entity_sees_its_own_alone(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, one, two = two_closings(session)
        reports.record_report(session, entity_id, replace(PAGE, closing_id=one))
        other = entities.ensure_entity(session, "cartago", "Alcaldía de Cartago")
        assert reports.reports_of_entity(session, other) == {}
        assert reports.reports_of_closing(session, two) == ()
