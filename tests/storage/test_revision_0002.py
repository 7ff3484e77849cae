"""A database of the first revision comes up to the second with everything that was in it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, insert, text
from sqlalchemy.engine import Engine

from gdflow.domain.errors import ConflictError
from gdflow.storage import migrations
from gdflow.storage.engine import make_engine

NOW, DAY = datetime(2023, 7, 24, 14, tzinfo=UTC), date(2023, 7, 24)
FILLERS = {"INTEGER": 1, "BIGINT": 1, "DATE": DAY, "DATETIME": NOW, "TIMESTAMP": NOW, "BOOLEAN": False, "BLOB": b"x"}
FILLERS |= {"BYTEA": b"x", "VARCHAR": "x", "TEXT": "[]"}
ROWS: list[tuple[str, dict[str, Any]]] = [
    ("entity", {"id": 1}),
    ("plan", {"id": 1, "kind": "action_plan", "period_kind": "quarter", "source_sha256": "ab" * 32}),
    ("line", {"id": 1, "accumulation": "sum"}),
    ("team", {"id": 7}),
    (
        "obligation",
        {"id": 1, "kind": "result", "period": "2023-Q2", "reason": "in_window", "state": "owed", "team_id": 7},
    ),
    ("obligation", {"id": 2, "kind": "deadline", "period": "", "reason": "due_date", "state": "owed"}),
    ("reminder", {"id": 1, "obligation_id": 1, "audience": "team", "reason": "overdue", "step": "+1"}),
    ("reminder", {"id": 2, "obligation_id": 2, "audience": "team", "reason": "overdue", "step": "+1"}),
    ("notice", {"id": 1, "channel": "email", "state": "sent", "address": "uso@cartagena.example"}),
    ("attempt", {"id": 1, "notice_id": 1, "state": "sent", "ended_at": NOW}),
    ("notice_reminder", {"id": 1, "notice_id": 1, "reminder_id": 1}),
    ("decision", {"id": 1, "kind": "waiver", "line_id": 1, "reason": "x"}),
]


@pytest.fixture
def first(empty: Engine) -> Engine:
    """A database of the first revision with a row in every table that the second changes."""
    return filled(empty)


def filled(empty: Engine) -> Engine:
    with empty.connect().execution_options(write=True) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        known = MetaData()
        known.reflect(connection)
        for table, given in ROWS:
            row = {
                column.name: FILLERS[column.type.__class__.__name__.upper()]
                for column in known.tables[table].columns
                if not column.nullable and column.name not in given
            }
            connection.execute(insert(known.tables[table]).values(row | given))
    return empty


def test_what_was_there_is_there_and_the_new_columns_say_what_was_so(first: Engine) -> None:
    assert migrations.migrate(first) is True
    assert migrations.check(first) == ()
    with first.connect() as connection:
        assert _all(connection, "SELECT id, team_id FROM reminder ORDER BY id") == [(1, 7), (2, 0)]
        assert _all(connection, "SELECT id, channel, state FROM attempt") == [(1, "email", "sent")]
        assert _all(connection, "SELECT id, priority, address FROM notice") == [(1, 1, "uso@cartagena.example")]
        assert _all(connection, "SELECT reminder_id, notice_id FROM notice_reminder") == [(1, 1)]
        assert _all(connection, "SELECT kind, ended_on FROM decision") == [("waiver", None)]


def test_the_references_are_watched_again_afterwards(first: Engine) -> None:
    migrations.migrate(first)
    with first.connect() as connection, connection.begin(), pytest.raises(Exception, match=r"(?i)foreign key"):
        connection.execute(text("INSERT INTO notice_reminder VALUES (2, 1, 99, 1)"))


def test_rows_that_refer_to_nothing_stop_the_change_and_nothing_is_changed(tmp_path: Path) -> None:
    engine = filled(make_engine(f"sqlite:///{tmp_path / 'first.db'}"))  # PostgreSQL never lets such a row be
    with engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute("INSERT INTO notice_reminder (entity_id, notice_id, reminder_id) VALUES (1, 99, 1)")
    with pytest.raises(ConflictError, match="migration_orphans"):
        migrations.migrate(engine)
    assert migrations.revision_of(engine) == "0001"
    engine.dispose()


def _all(connection: Connection, words: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(text(words))]
