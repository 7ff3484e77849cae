"""A department on the morning of a burst: teams with one address each, and four lines of each due this week."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.events import GENESIS
from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.digest_mail import digest_draft
from gdflow.services.digest_parts import parts_of
from gdflow.services.remind import steps_in_force
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage import obligations, outbox, people, reminders
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.migrations import migrate
from tests.support.cartagena import ROWS

LINES_OF_TEAM, TEAMS_OF_PLAN = 4, 10
TODAY, DUE, CLOSES = date(2023, 7, 24), "2023-07-28", "2023-08-04"
NOW = datetime(2023, 7, 24, 13, 0, tzinfo=UTC)
SETTINGS = {
    "entity": {"code": "departamento", "name": "Gobernación del Departamento"},
    "coordinator": {"email": "planeacion@departamento.example"},
    "mail": {"sender": "Planes <planes@departamento.example>"},
}
PLAN = """INSERT INTO plan (id, entity_id, code, title, source_sha256, kind, period_kind, sheet, source, columns,
revision, imported_at, review) VALUES (?, 1, ?, 'Plan de acción · Política de gobierno digital', ?, 'action_plan',
'quarter', 'Plan', 'plan.xlsx', '[]', 1, '2023-01-10 12:00:00', 'none')"""
LINE = """INSERT INTO line (id, entity_id, plan_id, uid, position, sheet, row, number, activity, deliverable, indicator,
start_on, due_on, due_confirmed, target_implied, target_text, accumulation, item, programmed, texts, result_cells)
VALUES (?, 1, ?, ?, ?, 'Plan', ?, ?, ?, ?, ?, '2023-01-01', '2023-12-31', 1, 0, ?, 'sum', ?, '{}', '{}', '{}')"""
OBLIGATION = """INSERT INTO obligation (entity_id, plan_id, line_id, team_id, kind, period, due_on, closes_on, reason,
state, done_on) VALUES (1, ?, ?, ?, 'result', '2023-Q2', ?, ?, 'in_window', 'owed', NULL)"""


@dataclass(frozen=True, slots=True)
class Morning:
    """What a scan has in its hands when it begins to write its mails."""

    rules: Rules
    post: dict[str, list[Reminder]]
    teams: dict[int, Team]


@dataclass(frozen=True, slots=True)
class Department:
    """A database of so many teams, on a real file with the settings of every installation."""

    engine: Engine
    rules: Rules

    @classmethod
    def built(cls, path: Path, teams: int) -> "Department":
        """A new one, each team with its address and its four open lines."""
        engine = make_engine(f"sqlite:///{path}")
        migrate(engine)
        engine.dispose()
        _fill(path, teams)
        return cls(engine, rules_of(Settings.model_validate(SETTINGS), 1))

    def transaction(self) -> AbstractContextManager[Session]:
        """As an App's."""
        return writing(self.engine)

    def morning(self, rules: Rules) -> Morning:
        """The reminders of the day, claimed, by the address that is told of them."""
        with self.transaction() as session:
            obligations.claim_reminders(session, 1, steps_in_force(session, rules, TODAY), on=TODAY, at=NOW)
        with self.transaction() as session:
            written = reminders.unnoticed(session, 1, TODAY)
            teams = {team.id: team for team in people.teams_of(session, 1)}
        post: dict[str, list[Reminder]] = {}
        for reminder in written:
            post.setdefault(teams[reminder.team_id or 0].contacts[0].email, []).append(reminder)
        return Morning(rules, post, teams)


def write_digests(department: Department, morning: Morning, addresses: list[str]) -> list[NoticeDraft]:
    """Render and store the digest of each address, in one transaction, as a scan does."""
    rules, post = morning.rules, {address: morning.post[address] for address in addresses}
    with department.transaction() as session:
        parts = parts_of(session, rules, post, morning.teams, leaves=NOW, now=NOW)
        drafts = [digest_draft(rules, address, batch, parts, leaves=NOW, now=NOW) for address, batch in post.items()]
        outbox.enqueue_all(session, drafts)
    return drafts


def _fill(path: Path, teams: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("INSERT INTO entity VALUES (1, 'departamento', 'Gobernación', NULL, 0, ?, '{}', 0)", [GENESIS])
    every = range(1, teams + 1)
    connection.executemany("INSERT INTO team VALUES (?, 1, ?, ?)", ((n, _team(n), _team(n).casefold()) for n in every))
    contact = "INSERT INTO contact (entity_id, team_id, position, email, role) VALUES (1, ?, 0, ?, 'member')"
    connection.executemany(contact, ((n, f"equipo{n}@departamento.example") for n in every))
    plans = range(1, (teams - 1) // TEAMS_OF_PLAN + 2)
    connection.executemany(PLAN, ((n, f"plan-{n}", "0" * 64) for n in plans))
    connection.executemany(LINE, _lines(teams))
    places = ((_plan((n - 1) // LINES_OF_TEAM), n, (n - 1) // LINES_OF_TEAM + 1) for n in _ids(teams))
    connection.executemany(OBLIGATION, ((*place, DUE, CLOSES) for place in places))
    connection.commit()
    connection.close()


def _ids(teams: int) -> range:
    return range(1, teams * LINES_OF_TEAM + 1)


def _team(number: int) -> str:
    return f"Equipo de Transformación Digital {number}"


def _plan(team_before: int) -> int:
    return team_before // TEAMS_OF_PLAN + 1


def _lines(teams: int) -> Iterator[tuple[object, ...]]:
    """The words of Cartagena's lines over and over, each with a number of its own, so that no two mails are alike."""
    for number in _ids(teams):
        seed = ROWS[number % len(ROWS)]
        at = (number - 1) % (LINES_OF_TEAM * TEAMS_OF_PLAN)
        words = (f"{seed['activity']['verbatim']} ({number})", seed["product"], seed["indicator"], seed["target_text"])
        place = (number, _plan((number - 1) // LINES_OF_TEAM), str(number), at, at + 8, str(at + 1))
        yield (*place, *words, str(seed["item"]))
