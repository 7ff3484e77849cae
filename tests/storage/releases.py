"""Databases as earlier releases left them, and what those releases said of them."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import MetaData, select
from sqlalchemy.engine import Engine

from gdflow.app import App

RELEASES = Path(__file__).parents[1] / "data" / "releases"
EARLIER = tuple(sorted(path.stem.removeprefix("revision_") for path in RELEASES.glob("*.json")))
SETTINGS = '[entity]\ncode = "cartagena"\nname = "Alcaldía de Cartagena"\n'


@dataclass(frozen=True)
class Release:
    """A database of an earlier release in an installation. told: what that release said of it."""

    revision: str
    home: Path
    url: str
    told: Mapping[str, Any]

    @property
    def dialect(self) -> str:
        """The kind of its database."""
        return self.url.partition(":")[0]

    @property
    def closings(self) -> list[list[Any]]:
        """Period, number and sha256 of each closing; where it has them for each kind, its own."""
        told = self.told["closings"]
        its: list[list[Any]] = told[self.dialect] if isinstance(told, dict) else told
        return its

    @property
    def environment(self) -> dict[str, str]:
        """How gdflow is told where all this is."""
        return {"GDFLOW_HOME": str(self.home), "GDFLOW_DATABASE__URL": self.url}

    def open(self) -> App:
        """The installation as this release opens it, which brings its database up."""
        return App.open(self.home, self.environment)


def laid(revision: str, home: Path, url: str) -> Release:
    """The database of a revision at a URL, made by its own SQL text, and a folder with the entity's settings."""
    words = (RELEASES / f"revision_{revision}.{url.partition(':')[0]}.sql").read_text("utf-8")
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            file.executescript(words)
    else:
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            connection.execute(words.encode())
    (home / "config").mkdir(parents=True)
    (home / "config" / "gdflow.toml").write_text(SETTINGS, encoding="utf-8")
    told = json.loads((RELEASES / f"revision_{revision}.json").read_text("utf-8"))
    return Release(revision, home, url, told)


Rows = dict[str, list[dict[str, Any]]]


def rows_of(engine: Engine) -> Rows:
    """Every row of a database by its table, in the order of the ids."""
    known = MetaData()
    with engine.connect() as connection:
        known.reflect(connection)
        tables = [table for name, table in known.tables.items() if name != "alembic_version"]
        found = {
            table.name: connection.execute(select(table).order_by(table.c.id)).mappings().all() for table in tables
        }
    return {name: [dict(row) for row in rows] for name, rows in found.items()}


def narrowed(rows: Rows, to: Rows) -> Rows:
    """Only the tables that the other has, and of these only the columns that its rows have."""
    columns = {name: {column for row in its for column in row} for name, its in to.items()}
    return {
        name: [{column: value for column, value in row.items() if column in columns[name]} for row in its]
        for name, its in rows.items()
        if name in to
    }
