"""A nation in a PostgreSQL database: entities of 20 teams, each with 15 lines of one plan and a period that is due.

The rows are made where they lie, by one INSERT … SELECT for each table, and counted by entity: team 21 is the second
entity's first.
"""

from datetime import UTC, date, datetime
from typing import LiteralString

import psycopg

from gdflow.domain.events import GENESIS
from gdflow.storage.engine import make_engine
from gdflow.storage.migrations import migrate

TEAMS, LINES = 20, 15
TODAY = date(2023, 7, 24)
NOW = datetime(2023, 7, 24, 13, 0, tzinfo=UTC)
STATEMENTS: tuple[LiteralString, ...] = (
    """INSERT INTO entity (id, code, name, nit, events, head, settings, hosted)
    SELECT e, 'entidad-' || lpad(e::text, 4, '0'), 'Alcaldía municipal ' || e, NULL, 0, %(genesis)s, '{}', true
    FROM generate_series(1, %(entities)s) e""",
    """INSERT INTO plan (id, entity_id, code, title, source_sha256, kind, period_kind, year, sheet, source, columns,
      revision, imported_at, review)
    SELECT e, e, 'plan-2023', 'Plan de acción · Política de gobierno digital', repeat('0', 64), 'action_plan',
      'quarter', 2023, 'Plan', 'plan.xlsx', '[]', 1, '2023-01-10 12:00:00+00', 'none'
    FROM generate_series(1, %(entities)s) e""",
    """INSERT INTO team (id, entity_id, name, folded)
    SELECT (e - 1) * %(teams)s + t, e, 'Equipo de trabajo ' || t, 'equipo de trabajo ' || t
    FROM generate_series(1, %(entities)s) e, generate_series(1, %(teams)s) t""",
    """INSERT INTO contact (entity_id, team_id, position, email, role)
    SELECT entity_id, id, 0, 'equipo' || id || '@municipio' || entity_id || '.example', 'member' FROM team""",
    """INSERT INTO period (entity_id, plan_id, start_on, end_on, key, kind, report_by, closes_on, opened_at)
    SELECT e, e, starts::date, ends::date, key, 'quarter', by::date, closes::date, now()
    FROM generate_series(1, %(entities)s) e, (VALUES
      ('2023-01-01', '2023-03-31', '2023-Q1', '2023-04-11', '2023-04-18'),
      ('2023-04-01', '2023-06-30', '2023-Q2', '2023-07-28', '2023-08-04'),
      ('2023-07-01', '2023-09-30', '2023-Q3', '2023-10-06', '2023-10-13')) p(starts, ends, key, by, closes)""",
    """INSERT INTO line (id, entity_id, plan_id, uid, position, sheet, row, number, activity, deliverable, indicator,
      start_on, due_on, due_confirmed, target, target_unit, target_implied, target_text, accumulation, item, programmed,
      texts, result_cells)
    SELECT (team.id - 1) * %(lines)s + l, entity_id, entity_id, 'l-' || ((team.id - 1) * %(lines)s + l),
      ((team.id - 1) %% %(teams)s) * %(lines)s + l, 'Plan', ((team.id - 1) %% %(teams)s) * %(lines)s + l + 7, l || '.',
      'Publicar y actualizar los conjuntos de datos abiertos priorizados con la ciudadanía, actividad ' || l,
      'Conjuntos de datos publicados en el portal nacional', 'Número de conjuntos de datos publicados',
      '2023-01-01', '2023-12-31', true, 12000000, 'count', false, '12', 'sum', NULL, '{}', '{}', '{}'
    FROM team, generate_series(1, %(lines)s) l""",
    """INSERT INTO assignment (entity_id, plan_id, line_id, team_id, position)
    SELECT entity_id, plan_id, id, (id - 1) / %(lines)s + 1, 0 FROM line""",
    """INSERT INTO obligation (entity_id, plan_id, line_id, team_id, kind, period, due_on, closes_on, reason, state,
      done_on)
    SELECT entity_id, plan_id, id, (id - 1) / %(lines)s + 1, 'result', key, due::date, closes::date, 'in_window',
      CASE WHEN answered AND key = '2023-Q2' THEN 'met' ELSE state END,
      CASE WHEN answered AND key = '2023-Q2' THEN '2023-07-14' ELSE done::date END
    FROM (SELECT *, position > %(lines)s AS answered FROM line) line, (VALUES
      ('2023-Q1', '2023-04-11', '2023-04-18', 'met', '2023-04-10'),
      ('2023-Q2', '2023-07-28', '2023-08-04', 'owed', NULL),
      ('2023-Q3', '2023-10-06', '2023-10-13', 'owed', NULL)) p(key, due, closes, state, done)""",
)
ALL_DUE = "UPDATE obligation SET state = 'owed', done_on = NULL WHERE period = '2023-Q2'"
"""After it every team owes."""
NUMBERED = ("entity", "plan", "team", "line")


def build(url: str, entities: int) -> None:
    """Fill an empty database: of each entity the first team owes, the others have answered."""
    engine = make_engine(url)
    migrate(engine)
    engine.dispose()
    facts = {"entities": entities, "teams": TEAMS, "lines": LINES, "genesis": GENESIS}
    with psycopg.connect(url, autocommit=True) as connection:
        # Of rows that refer to each other as they must, nobody needs to ask.
        connection.execute("SET session_replication_role = replica")
        for statement in STATEMENTS:
            connection.execute(statement, facts)
        for table in NUMBERED:
            connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}".encode())
        connection.execute("VACUUM ANALYZE")
