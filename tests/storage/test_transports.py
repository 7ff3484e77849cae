"""How a channel fares, and the indexes by which the outbox is asked before each message."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Executable
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Engine

from gdflow.domain.pace import Standing
from gdflow.storage import notice_moves, outbox, transports
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.entities import ensure_entity
from tests.storage.cast import NOW, queued

LEASE, MINUTE = timedelta(minutes=5), timedelta(minutes=1)


def test_a_channel_begins_fresh_and_keeps_how_it_fared(engine: Engine) -> None:
    failed = Standing(2, NOW + MINUTE, "unreachable", "Connection refused")
    with writing(engine) as session:
        entity_id = ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        assert transports.hold_standing(session, entity_id, "email") == Standing()
        transports.keep_standing(session, entity_id, "email", failed)
    with writing(engine) as session:
        assert transports.hold_standing(session, entity_id, "email") == failed
        assert transports.hold_standing(session, entity_id, "msteams:planes") == Standing()


def test_a_sender_that_died_takes_its_place_for_a_lease_and_a_minute(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        outbox.claim_next(session, entity_id=entity_id, channel="email", now=NOW, owner="a", lease=LEASE)
        outbox.open_attempt(session, notice_id, "a", NOW)
        its: Any = {"lease": LEASE}
        assert transports.minute_free(session, entity_id, "email", 2, now=NOW, **its) is None
        for wait in (0 * MINUTE, LEASE + MINUTE):
            now = NOW + wait
            assert transports.minute_free(session, entity_id, "email", 1, now=now, **its) == now + timedelta(seconds=1)
        later = NOW + LEASE + 2 * MINUTE
        assert transports.minute_free(session, entity_id, "email", 1, now=later, **its) is None


def test_a_try_that_was_written_under_a_wrong_clock_blocks_nothing(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        outbox.claim_next(session, entity_id=entity_id, channel="email", now=NOW, owner="a", lease=LEASE)
        outbox.open_attempt(session, notice_id, "a", NOW + timedelta(days=400))
        assert transports.minute_free(session, entity_id, "email", 1, now=NOW, lease=LEASE) is None
        assert transports.day_free(session, entity_id, "email", 1, now=NOW, lease=LEASE) is None


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (notice_moves.CLAIM, "ix_notice_sendable (entity_id=? AND channel=? AND priority=? AND not_before<?)"),
        (
            notice_moves.CLAIM_OF_PURPOSE,
            "ix_notice_sendable (entity_id=? AND channel=? AND priority=? AND not_before<?)",
        ),
        (notice_moves.END_LEASES, "ix_notice_leased (lease_until<?)"),
        (notice_moves.DOUBTFUL, "ix_notice_troubled (entity_id=? AND state=?)"),
        (transports.LATELY, "ix_attempt_entity_id_channel (entity_id=? AND channel=? AND started_at>?"),
        (transports.MAY_BE_FULL, "COVERING INDEX ix_attempt_entity_id_channel (entity_id=? AND channel=?"),
    ],
)
def test_what_is_asked_before_each_message_is_asked_of_an_index(
    sqlite_template: Any, question: Executable, index: str
) -> None:
    compiled = question.compile(dialect=sqlite.dialect(paramstyle="named"))  # type: ignore[attr-defined]  # they all can
    engine = make_engine(f"sqlite:///{sqlite_template}")
    with engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        plan = driver.execute(f"EXPLAIN QUERY PLAN {compiled}", dict.fromkeys(compiled.params, 1)).fetchall()
    engine.dispose()
    assert any(index in step[3] for step in plan), plan
    assert not any("SCAN" in step[3] for step in plan), plan
