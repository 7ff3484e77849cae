"""What a database says of its own schema, as facts that two ways of making it can be compared by."""

import re
from collections import Counter

from sqlalchemy import Connection, text
from sqlalchemy.engine import Engine

SQLITE = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
POSTGRES = (
    """SELECT table_name, ordinal_position, column_name, data_type, is_nullable, column_default, is_identity
    FROM information_schema.columns WHERE table_schema = 'public'""",
    "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
)


def schema_of(engine: Engine) -> Counter[tuple[str, ...]]:
    """Every table with its columns in order, constraint, index, trigger and function."""
    with engine.connect() as connection:
        return Counter(_sqlite(connection) if engine.dialect.name == "sqlite" else _postgres(connection))


def _postgres(connection: Connection) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for question in POSTGRES for row in connection.execute(text(question))]


def _sqlite(connection: Connection) -> list[tuple[str, ...]]:
    """The order of a table's constraints is all that may differ."""
    made = connection.execute(text(SQLITE)).all()
    return [(name, *_parts(sql)) for name, sql in made]


def _parts(sql: str) -> list[str]:
    """The columns of a CREATE TABLE in their order and then its constraints in none; another statement whole."""
    if not sql.startswith("CREATE TABLE"):
        return [sql]
    body = re.sub(r"\s+", " ", sql[sql.index("(") + 1 : sql.rindex(")")])
    found = [part.strip() for part in re.split(r", (?=CONSTRAINT|\w+ [A-Z]{4,})", body)]
    return sorted(found, key=lambda part: part if part.startswith("CONSTRAINT") else "")
