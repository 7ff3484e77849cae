"""Planning and claiming 200,000 reminders in one scan, against the raw SQLite statement that does the same insert.

`python -m tests.bench.claim [FOLDER] [LINES]` builds a database of 1,000,000 lines and 4,000,000 obligations in the
real schema, of which one in twenty is open and due (200,000 reminders), and prints both times, taken in turn in fresh
processes. The scan's part is all that comes before its mails: which dates are in sight, their steps, and the claim.
"""

import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from gdflow.domain.events import GENESIS
from gdflow.domain.rules import Rules
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage.engine import PRAGMAS, make_engine, writing
from gdflow.storage.migrations import migrate

LINES, LINES_OF_PLAN, ROUNDS = 1_000_000, 40, 5
TODAY = date(2023, 7, 24)
NOW = datetime(2023, 7, 24, 13, 0, tzinfo=UTC)
SUMMER = (date(2023, 7, 24), date(2023, 7, 25), date(2023, 7, 26), date(2023, 7, 27), date(2023, 7, 28))
MOST_TIMES, MOST_MEMORY = 1.5, 300
RAW = """
INSERT INTO reminder
      (entity_id, obligation_id, due_on, step, audience, reason, on_date, claimed_on, claimed_at, waiting, team_id)
SELECT entity_id, id, due_on,
       CASE WHEN due_on <= :today THEN '0' WHEN due_on <= :in_two THEN '-2' ELSE '-5' END, 'team',
       CASE WHEN due_on <= :today THEN 'due_today' ELSE 'due_soon' END,
       :today, :today, :now, 1, coalesce(team_id, 0)
FROM obligation
WHERE entity_id = 1 AND done_on IS NULL AND kind = 'result' AND due_on BETWEEN :today AND :last
ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Reminders written, seconds, CPU seconds and peak MiB of one claim."""

    new: int
    seconds: float
    cpu: float
    peak: int


def build(path: Path, lines: int) -> None:
    """Fill a migrated database: the second quarter's results are due this week and every fifth is still open."""
    engine = make_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("INSERT INTO entity VALUES (1, 'nacion', 'Nación', NULL, 0, ?, '{}', 0)", [GENESIS])
    connection.execute("INSERT INTO team VALUES (1, 1, 'Equipo Gobierno Digital', 'equipo gobierno digital')")
    plans = range(1, lines // LINES_OF_PLAN + 1)
    connection.executemany(PLAN, ((plan, f"plan-{plan}", "0" * 64) for plan in plans))
    connection.executemany(LINE, ((n, (n - 1) // LINES_OF_PLAN + 1, str(n), n % 40, n % 40 + 8) for n in _ids(lines)))
    connection.executemany(OBLIGATION, _obligations(lines))
    connection.commit()
    connection.close()


PLAN = """INSERT INTO plan (id, entity_id, code, source_sha256, kind, period_kind, sheet, source, columns, revision,
imported_at, review) VALUES (?, 1, ?, ?, 'action_plan', 'quarter', 'Plan', 'plan.xlsx', '[]', 1, '2023-01-10 12:00:00',
'none')"""
LINE = """INSERT INTO line (id, entity_id, plan_id, uid, position, sheet, row, activity, due_confirmed, target_implied,
accumulation, programmed, texts, result_cells) VALUES (?, 1, ?, ?, ?, 'Plan', ?, 'Publicar datos', 1, 0, 'sum', '{}',
'{}', '{}')"""
OBLIGATION = """INSERT INTO obligation (entity_id, plan_id, line_id, team_id, kind, period, due_on, closes_on, reason,
state, done_on) VALUES (1, ?, ?, 1, 'result', ?, ?, ?, 'in_window', ?, ?)"""


def _ids(lines: int) -> range:
    return range(1, lines + 1)


def _obligations(lines: int) -> Iterator[tuple[object, ...]]:
    met, owed = ("met", "2023-07-10"), ("owed", None)
    for line in _ids(lines):
        plan = (line - 1) // LINES_OF_PLAN + 1
        due = SUMMER[plan % len(SUMMER)]
        yield plan, line, "2023-Q1", "2023-04-11", "2023-04-18", *met
        yield (
            plan,
            line,
            "2023-Q2",
            due.isoformat(),
            (due + timedelta(days=7)).isoformat(),
            *(met if line % 5 else owed),
        )
        yield plan, line, "2023-Q3", "2023-10-06", "2023-10-13", *owed
        yield plan, line, "2023-Q4", "2024-01-09", "2024-01-16", *owed


def gdflow_once(path: Path, rules: Rules) -> int:
    """Due dates, their steps, and the claim, as a scan does it; returns the reminders written."""
    from gdflow.services.remind import steps_in_force
    from gdflow.storage.obligations import claim_reminders

    engine = make_engine(f"sqlite:///{path}")
    with writing(engine) as session:
        steps = steps_in_force(session, rules, TODAY)
        return claim_reminders(session, 1, steps, on=TODAY, at=NOW).new


def raw_once(path: Path) -> int:
    """The same insert as one statement on a bare connection with the same settings."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    values = {"today": "2023-07-24", "in_two": "2023-07-26", "last": "2023-07-31", "now": "2023-07-24 13:00:00.000000"}
    connection.execute("BEGIN IMMEDIATE")
    new = connection.execute(RAW, values).rowcount
    connection.execute("COMMIT")
    return new


def _once(which: str, path: Path) -> None:
    # Imported, and the rules read, before the clock starts: a scan's process has them long before.
    import gdflow.services.remind  # noqa: F401 - see above

    rules = rules_of(Settings(), 1)
    began, cpu = time.perf_counter(), time.process_time()
    new = gdflow_once(path, rules) if which == "gdflow" else raw_once(path)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(new, seconds, cpu, peak)


def measure(which: str, path: Path) -> Measured:
    """One claim in a process of its own; the ledger is emptied after it."""
    command = [sys.executable, "-m", "tests.bench.claim", "--once", which, str(path)]
    new, seconds, cpu, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DELETE FROM reminder")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return Measured(int(new), float(seconds), float(cpu), int(peak))


def compare(path: Path) -> bool:
    """Measure both in turn and print the figures; True when gdflow keeps its promise.

    The least of several rounds is compared: whatever else the machine does only ever adds to a time.
    """
    rounds = [(measure("raw", path), measure("gdflow", path)) for _ in range(ROUNDS)]
    raw, ours = ([pair[which] for pair in rounds] for which in (0, 1))
    for name, runs in (("raw", raw), ("gdflow", ours)):
        shown = "  ".join(f"{run.seconds:.2f} ({run.cpu:.2f})" for run in runs)
        print(f"claim, {name:7} seconds (CPU) {shown}  claims {runs[0].new}")
    ratio = min(run.seconds for run in ours) / min(run.seconds for run in raw)
    work = min(run.cpu for run in ours) / min(run.cpu for run in raw)
    peak = max(run.peak for run in ours)
    print(f"ratio {ratio:.2f} (CPU {work:.2f}), at most {MOST_TIMES}; peak {peak} MiB, under {MOST_MEMORY}")
    return len({run.new for run in (*raw, *ours)}) == 1 and ratio <= MOST_TIMES and peak < MOST_MEMORY


def main(arguments: list[str]) -> int:
    """Build the database where it is not there yet, and compare."""
    if arguments[:1] == ["--once"]:
        _once(arguments[1], Path(arguments[2]))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(arguments[0] if arguments else scratch) / "claim.db"
        if not path.exists():
            build(path, int(arguments[1]) if len(arguments) > 1 else LINES)
        return 0 if compare(path) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
