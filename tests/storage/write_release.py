"""`python -m tests.storage.write_release`: the database of this revision as the next one's tests will find it.

Run it before the schema changes, with the code that goes with it: it writes `tests/data/releases/revision_NNNN.*`, in
which every table has a row.
"""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import MetaData, Table, func, insert, select, text

from gdflow.app import App
from gdflow.domain.webhooks import WebhookEvent
from gdflow.services import webhooks
from gdflow.storage import closings, events, migrations, outbox
from gdflow.storage import tables as known
from gdflow.storage.types import Word
from tests.storage.releases import EARLIER, RELEASES, SETTINGS
from tests.support.backups import lived
from tests.support.cast import CUT_OFF, DIRECTORY, at
from tests.support.installation import CARTAGENA, imported
from tests.support.postgres import Cluster, cluster

AT, DAY, SHA = datetime(2023, 7, 19, 15, tzinfo=UTC), date(2023, 7, 19), "c0ffee00" * 8
WHO = "Coordinación"
MADE = {"created_at": AT, "created_by": WHO}
KEPT = 300
"""Bytes of each mail."""
ROWS: Mapping[str, Mapping[str, Any]] = {
    "account": {"email": "ana@cartagena.example", "name": "Ana", "role": "coordinator", "failures": 0} | MADE,
    "address_mark": {"address": "nadie@cartagena.example", "code": "550", "text": "No existe", "marked_at": AT},
    "amendment": {
        "plan_id": 1,
        "line_id": 1,
        "field": "due",
        "before": "2023-12-31",
        "after": "2024-03-31",
        "effective_on": DAY,
        "act": "Acta 1",
        "reason": "Prórroga",
        "author": WHO,
        "decided_at": AT,
    },
    "calendar_feed": {"team_id": 1, "token_sha256": SHA} | MADE,
    "decision": {
        "kind": "silence",
        "line_id": 1,
        "team_id": None,
        "period": "",
        "starts_on": DAY,
        "until": date(2023, 8, 1),
        "reason": "Vacaciones",
        "author": WHO,
        "decided_at": AT,
    },
    "evidence": {"result_id": 1, "stated": "https://cartagena.example/acta.pdf"},
    "import_draft": {"name": "plan.xlsx", "sha256": SHA, "cut_off": DAY, "choices": "{}", "result": "{}"} | MADE,
    "inbound_mail": {
        "message_id": "<1@cartagena.example>",
        "sha256": SHA,
        "sender": "ana@cartagena.example",
        "subject": "Hola",
        "received_at": AT,
        "state": "quarantined",
        "period": "",
        "code": "no_team",
        "message": "Hola",
    },
    "job": {
        "kind": "reports",
        "parameters": "{}",
        "key": "k",
        "requested_by": WHO,
        "requested_at": AT,
        "state": "queued",
        "tries": 0,
        "done": 0,
        "total": 0,
        "result": "{}",
    },
    "last_run": {"work": "scan", "started_at": AT, "ended_at": AT, "state": "done", "succeeded_at": AT},
    "one_time_key": {
        "purpose": "password",
        "account_id": 1,
        "token_sha256": SHA,
        "facts": "{}",
        "created_at": AT,
        "expires_at": datetime(2023, 7, 20, tzinfo=UTC),
    },
    "pace": {"channel": "email", "span": "minute", "slot": 0, "free_at": AT},
    "read_token": {"name": "Tablero", "token_sha256": SHA} | MADE,
    "reopening": {
        "plan_id": 1,
        "period": "2023-Q1",
        "closing_id": 1,
        "scope": "all",
        "author": WHO,
        "reason": "Un error",
        "opened_at": AT,
        "until": date(2023, 7, 21),
    },
    "review": {"result_id": 1, "verdict": "accepted", "reviewer": WHO, "at": AT},
    "team_link": {
        "team_id": 1,
        "period": "2023-Q2",
        "token_sha256": SHA,
        "created_at": AT,
        "expires_at": datetime(2023, 8, 20, tzinfo=UTC),
    },
    "web_session": {
        "account_id": 1,
        "token_sha256": SHA,
        "created_at": AT,
        "seen_at": AT,
        "address": "127.0.0.1",
        "expires_at": datetime(2023, 7, 26, tzinfo=UTC),
        "agent": "Firefox",
    },
}
"""What fills the tables that a quarter of work leaves empty."""


def main() -> None:
    """Write the SQL of both databases, and what this release says of them."""
    told: dict[str, Any] = {}
    heads, frozen = {}, {}
    with TemporaryDirectory() as name, cluster() as server:
        assert server is not None, "PostgreSQL is not installed"
        for dialect, url, dump in _places(Path(name), server):
            told = _filled(Path(name) / dialect, url)
            heads[dialect], frozen[dialect] = told["head"], told["closings"]
            file = RELEASES / f"revision_{migrations.HEAD}.{dialect}.sql"
            file.write_text(dump(), encoding="utf-8")
    shown = json.dumps(told | {"head": heads, "closings": frozen}, ensure_ascii=False, indent=1)
    (RELEASES / f"revision_{migrations.HEAD}.json").write_text(shown + "\n", encoding="utf-8")


def _places(folder: Path, server: Cluster) -> list[tuple[str, str, Callable[[], str]]]:
    file, database = folder / "release.sqlite3", server.new_database()
    return [
        ("sqlite", f"sqlite:///{file}", lambda: _sqlite(file)),
        ("postgresql", server.url(database), lambda: _postgresql(server, database)),
    ]


def _filled(home: Path, url: str) -> dict[str, Any]:
    (home / "config").mkdir(parents=True)
    (home / "config" / "gdflow.toml").write_text(SETTINGS, encoding="utf-8")
    app = App.open(home, {"GDFLOW_DATABASE__URL": url}, create=True)
    imported(app, CARTAGENA, CUT_OFF)
    with app.transaction() as session:
        from gdflow.services.teams import take_directory

        take_directory(session, app.rules, DIRECTORY)
    _hooked(app)
    lived(app)
    figures = _consolidated(home, url)
    told = _told(app)
    _fill(app)
    app.engine.dispose()
    return told | {"consolidated": figures}


def _hooked(app: App) -> None:
    """Two addresses that hear of closings, one of them switched off before there was any."""
    now = at("2023-07-03")
    with app.transaction() as session:
        for name in ("tablero", "archivo"):
            its = (f"https://{name}.cartagena.example/gdflow", [WebhookEvent.PERIOD_CLOSED], ())
            webhooks.add(session, app.rules, *its, by=WHO, now=now)
        webhooks.disable(session, app.rules, 2, by=WHO, now=now)


def _fill(app: App) -> None:
    reflected = MetaData()
    with app.transaction() as session:
        connection = session.connection()
        reflected.reflect(connection)
        connection.execute(text(f"UPDATE notice SET data = substr(data, 1, {KEPT})"))
        for name, found in ((each.name, each) for each in reflected.sorted_tables):
            if not connection.execute(select(func.count()).select_from(found)).scalar_one():
                table: Table = getattr(known, name)
                row = {"entity_id": 1, **ROWS[name]}
                connection.execute(insert(table).values({key: _said(table, key, row[key]) for key in row}))


def _said(table: Table, name: str, value: Any) -> Any:
    """A value as its column takes it: of a closed list its member."""
    its = table.c[name].type
    return its.members[value] if isinstance(its, Word) else value


def _told(app: App) -> dict[str, Any]:
    with app.reading() as session:
        sums, [newest] = outbox.accounting(session, app.entity_id), events.newest_events(session, app.entity_id, 1)
        names = ("due", "sent", "refused", "suppressed", "pending", "in_doubt")
        its = closings.closings_of_entity(session, app.entity_id)
        return {
            "revision": migrations.HEAD,
            "events": newest.sequence,
            "head": newest.hash,
            "accounting": {name: getattr(sums, name) for name in names},
            "closings": [[each.period, each.number, each.sha256] for each in its],
        }


def _consolidated(home: Path, url: str) -> Any:
    """The figures of the consolidated, in the form in which the first release told them."""
    asked = ["consolidate", "--period", "2023-Q2", "--as-of", "2023-07-18", "--no-own", "--json"]
    program = [sys.executable, "-m", "gdflow.cli.main"]
    environment = {"GDFLOW_HOME": str(home), "GDFLOW_DATABASE__URL": url, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([*program, *asked], env=environment, capture_output=True, check=True)
    form = json.loads((RELEASES / f"revision_{EARLIER[0]}.json").read_text("utf-8"))["consolidated"]
    return _narrowed(json.loads(done.stdout), form)


def _narrowed(value: Any, form: Any) -> Any:
    if isinstance(form, dict):
        return {key: _narrowed(value[key], form[key]) if key != "results" else value[key] for key in form}
    return [_narrowed(each, form[0]) for each in value] if isinstance(form, list) else value


def _sqlite(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return "\n".join(connection.iterdump()) + "\n"


def _postgresql(server: Cluster, database: str) -> str:
    *_, program = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))
    command = [str(program), "--inserts", "--no-owner", "-h", str(server.folder), "-U", "postgres", database]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # psql's own words, which no other program understands, and comments
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?m)^(--|\\).*\n", "", said)).lstrip()


if __name__ == "__main__":
    main()
