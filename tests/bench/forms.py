"""Reading forms beside openpyxl doing the same, fifty uploads at once, and two thousand forms from bytes to receipt.

Forms are such as a team gets them, filled in as a spreadsheet program would.
"""

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Barrier
from typing import Any

from gdflow.collect.reading import ReaderPool
from gdflow.domain import keys
from gdflow.domain.forms import FormLine
from gdflow.domain.receipts import ReceiptSource
from gdflow.report.form import write_form
from gdflow.services.keep import keep_file
from gdflow.services.read_answers import read_waiting
from gdflow.storage import plans, submissions
from gdflow.storage.objects import ObjectStore
from gdflow.storage.submissions import GivenForm
from tests.bench import reading_forms
from tests.bench.mailing import LINES_OF_TEAM, NOW, Department
from tests.bench.reading_forms import filled
from tests.bench.sides import cost
from tests.support.forms import form, line

UPLOADERS, UPLOADS, SIZE = 50, 20, 11 * 1024
FORMS, PERIOD = 2_000, "2023-Q2"
ASSIGNED = f"""INSERT INTO assignment (entity_id, plan_id, line_id, team_id, position)
SELECT 1, plan_id, id, (id - 1) / {LINES_OF_TEAM} + 1, 0 FROM line"""
OPENED = """INSERT INTO period (entity_id, plan_id, key, kind, start_on, end_on, report_by, closes_on, opened_at)
SELECT 1, id, '2023-Q2', 'quarter', '2023-04-01', '2023-06-30', '2023-07-28', '2023-08-04', '2023-04-01 12:00:00'
FROM plan"""


def main(forms: int = FORMS) -> None:
    """Print milliseconds a form on both sides, the receipts' percentiles, and the seconds of the whole replay."""
    reading_forms.main()
    with tempfile.TemporaryDirectory() as name:
        _uploading(Path(name))
    with tempfile.TemporaryDirectory() as name:
        _replay(Path(name), forms)


def _uploading(folder: Path) -> None:
    department = Department.built(folder / "uploads.db", 1)
    objects, numbers, barrier = ObjectStore(folder / "objects"), count(), Barrier(UPLOADERS)

    def upload(_n: int) -> list[float]:
        barrier.wait()
        return [_one(department, objects, f"{next(numbers)} ".encode().ljust(SIZE, b"x")) for _ in range(UPLOADS)]

    began = time.perf_counter()
    with ThreadPoolExecutor(UPLOADERS) as threads:
        seconds = sorted(one for found in threads.map(upload, range(UPLOADERS)) for one in found)
    whole = time.perf_counter() - began
    at = statistics.quantiles(seconds, n=100)
    sys.stdout.write(
        f"{UPLOADERS} at once, {len(seconds)} files of {SIZE} bytes: {len(seconds) / whole:.0f} receipts a second, "
        f"p50 {at[49] * 1000:.0f} ms, p95 {at[94] * 1000:.0f} ms, p99 {at[98] * 1000:.0f} ms, slowest "
        f"{seconds[-1] * 1000:.0f} ms, RSS {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB\n"
    )
    department.engine.dispose()


def _one(department: Department, objects: ObjectStore, data: bytes, name: str = "formulario.xlsx") -> float:
    began = time.perf_counter()
    keep_file(
        department.transaction,
        department.rules,
        objects,
        name=name,
        data=data,
        source=ReceiptSource.PAGE,
        sender=None,
        team_id=None,
        period=None,
        now=NOW,
    )
    return time.perf_counter() - began


def _replay(folder: Path, forms: int) -> None:
    department = Department.built(folder / "replay.db", forms)
    objects, sent = ObjectStore(folder / "objects"), _forms(department, forms)
    its = (department.transaction, department.rules, objects)
    kept = cost(lambda: [_one(department, objects, data) for data in sent])
    with ReaderPool() as pool:
        read_waiting(*its, pool, now=NOW, limit=pool.size)  # the readers are running, as in a service
        read: list[Any] = []
        reading = cost(lambda: read.extend(read_waiting(*its, pool, now=NOW)))
    taken = sum(len(each.taken) for each in read)
    sys.stdout.write(
        f"{forms} forms of {LINES_OF_TEAM} lines: kept in {kept.wall:.1f} s, read, taken and acknowledged in "
        f"{reading.wall:.1f} s ({reading.wall * 1000 / len(read):.1f} ms each, {taken} answers), RSS "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB\n"
    )
    if taken != len(read) * LINES_OF_TEAM:
        raise RuntimeError(f"{taken} answers of {len(read)} forms")
    department.engine.dispose()


def _forms(department: Department, forms: int) -> Sequence[bytes]:
    """The filled form of each team, its token known to the database."""
    sent = []
    with department.transaction() as session:
        for statement in (ASSIGNED, OPENED):
            session.connection().exec_driver_sql(statement)
        for plan in plans.plans_of(session, 1):
            of_team: dict[int, list[FormLine]] = {}
            for each in plans.lines_of(session, plan.id):
                of_team.setdefault(each.team_id or 0, []).append(line(each.uid, "100", None))
            for team_id, lines in of_team.items():
                token = keys.form_token(f"ficha del equipo {team_id:08}".encode())
                digest = keys.token_sha256(token)
                submissions.issue_forms(session, 1, [GivenForm(team_id, PERIOD, (plan.id,), digest)], at=NOW)
                sent.append(filled(write_form(replace(form(*lines), token=token))))
    if len(sent) != forms:
        raise RuntimeError(f"{len(sent)} forms")
    return sent


if __name__ == "__main__":
    main()
