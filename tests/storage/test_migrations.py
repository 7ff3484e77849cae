"""A database gets its schema by migration, and the schema is the one that the code knows."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Engine

from gdflow.storage import migrations
from gdflow.storage.engine import make_engine
from gdflow.storage.tables import METADATA
from tests.storage.schema import schema_of

ROOT = Path(__file__).parents[2]
FOLDER = str(Path(migrations.__file__).parent)


def test_the_migrated_database_has_exactly_the_tables_of_the_code(engine: Engine) -> None:
    assert migrations.check(engine) == ()
    assert migrations.revision_of(engine) == migrations.HEAD


def test_migrating_again_does_nothing(engine: Engine) -> None:
    assert migrations.migrate(engine) is False


def test_a_difference_is_told(own_engine: Engine) -> None:
    with own_engine.connect() as connection, connection.begin():
        connection.execute(text("DROP INDEX ix_reminder_waiting"))
    (difference,) = migrations.check(own_engine)
    assert "ix_reminder_waiting" in difference


def test_an_empty_database_is_made_just_as_the_revisions_make_it(engine: Engine, empty: Engine) -> None:
    with empty.connect().execution_options(write=True) as connection, connection.begin():
        migrations.upgrade(connection)
    assert migrations.check(empty) == ()
    assert migrations.revision_of(empty) == migrations.HEAD
    revised, made = schema_of(empty), schema_of(engine)
    assert len(made) > len(METADATA.tables)
    assert revised == made


def test_an_empty_database_needs_neither_alembic_nor_another_database(tmp_path: Path) -> None:
    strangers = ("alembic", "psycopg", "sqlalchemy.dialects.postgresql")
    program = f"""
import sys
from gdflow.storage.engine import make_engine
from gdflow.storage.migrations import migrate
assert migrate(make_engine("sqlite:///{tmp_path / "new.db"}")) is True
print(*(name for name in {strangers} if name in sys.modules))"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_the_head_is_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", FOLDER)
    assert ScriptDirectory.from_config(config).get_current_head() == migrations.HEAD


def test_the_alembic_command_takes_a_url_and_goes_down_again(own_url: str) -> None:
    # As `alembic -x url=…` finds its settings when it is run in the repository.
    config = Config(toml_file=ROOT / "pyproject.toml", cmd_opts=Namespace(x=[f"url={own_url}"]))
    command.downgrade(config, "base")
    engine = make_engine(own_url)
    assert migrations.revision_of(engine) is None
    assert migrations.migrate(engine) is True
    assert migrations.check(engine) == ()
    engine.dispose()


def test_the_alembic_command_asks_for_its_url() -> None:
    config = Config()
    config.set_main_option("script_location", FOLDER)
    with pytest.raises(Exception, match="missing_database_url"):
        command.upgrade(config, "head")


def test_a_new_revision_names_what_the_database_keeps(own_url: str, tmp_path: Path) -> None:
    engine = make_engine(own_url)
    with engine.connect() as connection, connection.begin():
        connection.execute(text("DROP TABLE evidence"))
        connection.execute(text("DROP TABLE form_issue"))
    engine.dispose()
    config = Config(cmd_opts=Namespace(x=[f"url={own_url}"]))
    config.set_main_option("script_location", FOLDER)
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{FOLDER}/versions\n{tmp_path}")
    command.revision(config, "again", autogenerate=True, version_path=str(tmp_path), rev_id="9999")
    written = (tmp_path / "9999_again.py").read_text("utf-8")
    compile(written, "revision", "exec")
    assert "sa.DateTime(timezone=True)" in written
    assert "gdflow" not in written.replace("gdflow.storage.migrations.HEAD", "")
