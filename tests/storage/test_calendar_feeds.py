"""The addresses of calendars, and what stands in them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from gdflow.domain.feeds import CalendarFeed
from gdflow.domain.lines import ResultSource
from gdflow.domain.obligations import ObligationState
from gdflow.domain.receipts import Figure
from gdflow.storage import calendar_feeds, events, obligations, people, submissions
from gdflow.storage.engine import writing
from tests.storage.cast import CLOSES, DUE, GOBIERNO, NOW, SHA, TODAY, USO, add_plan, owe

LONG_AGO, TOMORROW = date(2020, 1, 1), DUE + timedelta(days=1)


def added(session: Session, entity_id: int, team_id: int | None = None, token: str = SHA) -> CalendarFeed:
    return calendar_feeds.add_feed(session, entity_id, team_id, token_sha256=token, at=NOW, by="Ana")


def test_a_calendar_is_found_by_its_hash_in_its_entity_alone(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        feed = added(session, entity_id, people.ensure_team(session, entity_id, GOBIERNO))
        assert (feed.team, feed.created_at, feed.created_by, feed.revoked_at) == (GOBIERNO, NOW, "Ana", None)
        assert calendar_feeds.feed_by_token(session, entity_id, SHA) == feed
        assert calendar_feeds.feed_by_id(session, entity_id, feed.id) == feed
        assert calendar_feeds.feed_by_token(session, entity_id + 1, SHA) is None
        assert calendar_feeds.feed_by_id(session, entity_id + 1, feed.id) is None
        assert calendar_feeds.feed_by_token(session, entity_id, "cd" * 32) is None


def test_the_entitys_own_calendar_has_no_team_and_all_are_listed(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        first = added(session, entity_id)
        second = added(session, entity_id, people.ensure_team(session, entity_id, USO), "cd" * 32)
        assert (first.team_id, first.team) == (None, None)
        assert calendar_feeds.feeds_of(session, entity_id) == (first, second)


def test_two_calendars_never_share_a_key(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        added(session, entity_id)
        with pytest.raises(IntegrityError):
            added(session, entity_id)
        session.rollback()


def test_a_calendar_is_revoked_once(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        feed = added(session, entity_id)
        assert calendar_feeds.revoke(session, feed.id, at=NOW, by="Ana")
        assert not calendar_feeds.revoke(session, feed.id, at=NOW + timedelta(days=1), by="Eva")
        [known] = calendar_feeds.feeds_of(session, entity_id)
        assert (known.revoked_at, known.revoked_by) == (NOW, "Ana")


def test_what_is_and_was_owed_is_found_by_team_and_day(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, (first, second) = owe(session)
        obligations.set_state(session, [first], ObligationState.MET, TODAY)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        everything = calendar_feeds.dated_of(session, entity_id, None, LONG_AGO)
        assert [(each.id, each.done_on) for each in everything] == [(first, TODAY), (second, None)]
        [own] = calendar_feeds.dated_of(session, entity_id, team_id, DUE)
        assert (own.plan, own.plan_id, own.period, own.due_on, own.label) == (
            *("Plan de acción", plan_id, "2023-Q2", DUE, "Publicar datos"),
        )
        assert calendar_feeds.dated_of(session, entity_id, None, TOMORROW) == ()
        assert calendar_feeds.dated_of(session, entity_id + 1, None, LONG_AGO) == ()


def test_the_days_on_which_periods_close_are_found(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        [day] = calendar_feeds.closing_days_of(session, entity_id, CLOSES)
        assert (day.plan_id, day.period, day.closes_on) == (plan_id, "2023-Q2", CLOSES)
        assert calendar_feeds.closing_days_of(session, entity_id, CLOSES + timedelta(days=1)) == ()


def test_what_happened_is_found_by_what_it_is_about(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        for subject in ("line:1", "line:2", "line:1"):
            events.append(session, entity_id, "line_reported", subject, {"period": "2023-Q2"}, at=NOW, actor="x")
        found = calendar_feeds.happened_about(session, entity_id, ["line:1", "plan:9"])
        assert found == (("line:1", "line_reported", '{"period":"2023-Q2"}', NOW),) * 2
        assert calendar_feeds.happened_about(session, entity_id, []) == ()


def test_of_several_answers_the_newest_counts(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        line_id = calendar_feeds.dated_of(session, entity_id, None, LONG_AGO)[0].line_id
        for hours in (0, 2):
            figure = Figure(line_id, "2023-Q2", Decimal(hours + 1), "x", None, None)
            at, source = NOW + timedelta(hours=hours), ResultSource.IMPORT
            submissions.add_results(session, entity_id, [figure], source=source, at=at, receipt=None)
        found = calendar_feeds.answered_at(session, [line_id])
        assert found == {(line_id, "2023-Q2"): NOW + timedelta(hours=2)}
        assert calendar_feeds.answered_at(session, []) == {}
