"""A database gets its schema by migration, and the schema is the one that the code knows."""

import re
import sqlite3
from argparse import Namespace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlalchemy.schema import CreateTable

from gdflow.storage import migrations
from gdflow.storage.engine import make_engine
from gdflow.storage.tables import METADATA

FOLDER = str(Path(migrations.__file__).parent)


def test_the_migrated_database_has_exactly_the_tables_of_the_code(engine: Engine) -> None:
    assert migrations.check(engine) == ()
    assert migrations.revision_of(engine) == migrations.HEAD


def test_migrating_again_does_nothing(engine: Engine) -> None:
    assert migrations.migrate(engine) is False


def test_a_difference_is_told(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        connection.execute(text("DROP INDEX ix_reminder_waiting"))
    (difference,) = migrations.check(engine)
    assert "ix_reminder_waiting" in difference


def test_the_checks_of_the_migrated_tables_are_those_of_the_code(sqlite_template: Path) -> None:
    connection = sqlite3.connect(sqlite_template)
    made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    connection.close()
    engine = make_engine("sqlite://")
    for table in METADATA.sorted_tables:
        assert _parts(made[table.name]) == _parts(str(CreateTable(table).compile(engine))), table.name
    engine.dispose()


def test_the_head_is_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", FOLDER)
    assert ScriptDirectory.from_config(config).get_current_head() == migrations.HEAD


def test_the_alembic_command_takes_a_url_and_goes_down_again(url: str) -> None:
    config = Config(cmd_opts=Namespace(x=[f"url={url}"]))
    config.set_main_option("script_location", FOLDER)
    command.downgrade(config, "base")
    engine = make_engine(url)
    assert migrations.revision_of(engine) is None
    assert migrations.migrate(engine) is True
    assert migrations.check(engine) == ()
    engine.dispose()


def test_the_alembic_command_asks_for_its_url() -> None:
    config = Config()
    config.set_main_option("script_location", FOLDER)
    with pytest.raises(Exception, match="missing_database_url"):
        command.upgrade(config, "head")


def test_a_new_revision_names_what_the_database_keeps(url: str, tmp_path: Path) -> None:
    engine = make_engine(url)
    with engine.connect() as connection, connection.begin():
        connection.execute(text("DROP TABLE evidence"))
        connection.execute(text("DROP TABLE form_issue"))
    engine.dispose()
    config = Config(cmd_opts=Namespace(x=[f"url={url}"]))
    config.set_main_option("script_location", FOLDER)
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{FOLDER}/versions\n{tmp_path}")
    command.revision(config, "again", autogenerate=True, version_path=str(tmp_path), rev_id="0002")
    written = (tmp_path / "0002_again.py").read_text("utf-8")
    compile(written, "revision", "exec")
    assert "sa.DateTime(timezone=True)" in written
    assert "gdflow" not in written.replace("gdflow.storage.migrations.HEAD", "")


def _parts(created: str) -> list[str]:
    """The columns and constraints of a CREATE TABLE, in no order and without idle blanks."""
    body = created[created.index("(") + 1 : created.rindex(")")]
    plain = re.sub(r"\s+", " ", body).replace('"', "").replace("TIMESTAMP", "DATETIME")
    return sorted(part.strip() for part in re.split(r", (?=CONSTRAINT|\w+ [A-Z]{4,})", plain))
