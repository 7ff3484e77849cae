"""Short ways to read the tables of the API, with a key and without the web."""

import json
from io import BytesIO
from typing import Any

from gdflow.app import App
from gdflow.services import read_tokens
from gdflow.services.api_table import ApiRow, ApiTable
from gdflow.services.api_tables import asked_of
from gdflow.services.api_writing import CsvForm, write_csv, write_json
from tests.support.cast import at


def told(app: App, table: ApiTable, day: str = "2023-07-10", **given: str) -> list[ApiRow]:
    """The rows of a table as a program asks for them on a day."""
    with app.reading() as session:
        asked = asked_of(session, app.rules, table, tuple(given.items()))
        return list(table.rows(session, app.rules, asked, at(day, 10)))


def as_json(app: App, table: ApiTable, day: str = "2023-07-10", **given: str) -> list[dict[str, Any]]:
    """The same, out of the JSON."""
    out = BytesIO()
    write_json(out, table, told(app, table, day, **given))
    found: list[dict[str, Any]] = json.loads(out.getvalue())[table.name]
    return found


def as_csv(table: ApiTable, rows: list[ApiRow], form: CsvForm | None = None) -> str:
    """Rows as CSV, without its mark."""
    out = BytesIO()
    write_csv(out, table, rows, form or CsvForm())
    return out.getvalue().decode("utf-8-sig")


def key_for(app: App, until: str | None = None, day: str = "2023-07-01") -> read_tokens.IssuedToken:
    """A key with which a program reads."""
    with app.transaction() as session:
        last = at(until).date() if until else None
        return read_tokens.issue(session, app.rules, "Power BI", last, by="Sistemas", now=at(day))
