"""The last hour of a quarter: two thousand teams answer by page and by workbook, a fifth of them in the last minutes.

Ten times faster than on the clock: six minutes. Every team opens its page; most answer line by line, the first with a
photo, and one in four sends its workbook. Forty teams share a plan, and each has an address to which every receipt is
written as well. The pages are `gdflow web` in a process of its own, on SQLite or PostgreSQL.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from sqlalchemy import func, select

from gdflow.app import App
from gdflow.domain.people import Role
from gdflow.domain.receipts import ReceiptState
from gdflow.services import links
from gdflow.services.page_form import page_form
from gdflow.storage import people
from gdflow.storage.engine import execute
from gdflow.storage.tables import receipt, result
from tests.services.readings import a_line, reading
from tests.support.cast import at
from tests.support.installation import SETTINGS, Said, bare, filled, given, rows_by_uid, scanned
from tests.support.ports import free_ports
from tests.support.postgres import cluster
from tests.support.processes import wait_for
from tests.support.web import PERIOD

TEAMS, SECONDS, LINES, DAY = 2000, 360.0, 3, "2023-07-06"
A_PLAN = 40
"""Teams of a plan."""
LAST, LATE = 1 / 12, 0.2
"""The part of the hour in which so many of the teams come."""
BY_WORKBOOK, PHOTO, AT_ONCE, MOST = 4, 200_000, 64, 0.5
PROMISE = "0 errors, receipt p95 at most 500 ms"
BOUNDARY = "limite-de-la-prueba"


@dataclass(frozen=True, slots=True)
class Team:
    """A team with its page and its lines. book: its answers as a workbook, for one that sends it so."""

    number: int
    path: str
    uids: tuple[str, ...]
    book: bytes | None


@dataclass
class Tally:
    """What was answered: seconds by what was asked for, and every answer that was not the one expected."""

    took: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    late: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, seconds: float, status: int, wanted: int) -> None:
        """An answer."""
        with self.lock:
            self.took.setdefault(kind, []).append(seconds)
            if status != wanted:
                self.wrong.append(f"{kind}: {status}")

    def receipts(self) -> list[float]:
        """The seconds that a team waited for each of its receipts."""
        return [*self.took.get("line", ()), *self.took.get("workbook", ())]


@dataclass(frozen=True, slots=True)
class Lived:
    """An hour: what the teams saw, and what was kept of it. receipts: that were given, and read to the end."""

    tally: Tally
    results: int
    receipts: int


def main(*, on_postgres: bool = False) -> int:
    """Print how it went; 1 when the promise is not kept."""
    with ExitStack() as held:
        server = held.enter_context(cluster()) if on_postgres else None
        if on_postgres and server is None:
            sys.stdout.write("hour: PostgreSQL is not installed\n")
            return 0
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        lived = live(folder, TEAMS, SECONDS, None if server is None else server.url(server.new_database()))
    return _tell("PostgreSQL" if on_postgres else "SQLite", lived)


def live(folder: Path, teams: int, seconds: float, database: str | None = None) -> Lived:
    """So many teams within so many seconds, in an installation of their own."""
    app = bare(folder / "installation", _settings(database))
    _load(app, teams)
    asked = _teams(app, teams)
    app.engine.dispose()  # the database is the server's alone
    with _served(app.home) as port:
        tally = _sent(port, asked, seconds)
        wait_for(lambda: _receipts(app, ReceiptState.RECEIVED) == 0, 120, "every workbook was read")
    with app.reading() as session:
        results = session.scalar(select(func.count()).select_from(result)) or 0
    found = Lived(tally, results, _receipts(app, ReceiptState.READ))
    app.engine.dispose()
    return found


def _settings(database: str | None) -> str:
    kept = "" if database is None else f'\n[database]\nurl = "{database}"\n'
    return f'{SETTINGS}{kept}\n[web]\ntrusted_proxies = ["127.0.0.1"]\n'


def _load(app: App, teams: int) -> None:
    """The plans of so many teams, whose second quarter is owed, and an address of each."""
    for first in range(0, teams, A_PLAN):
        numbers = range(first, min(first + A_PLAN, teams))
        owed = [(f"Equipo {number}", at_line) for number in numbers for at_line in range(LINES)]
        own = [a_line(row, f"Actividad {step} de {name}", teams=(name,)) for row, (name, step) in enumerate(owed, 8)]
        given(app, reading(*own), name=f"plan-{first}.xlsx", day="2023-05-02")
    scanned(app, "2023-07-04")
    with app.transaction() as session:
        for team in people.teams_of(session, app.rules.entity_id):
            people.set_contacts(session, team.id, [(f"equipo{team.id}@entidad.example", None, Role.MEMBER)])


def _teams(app: App, count: int) -> list[Team]:
    """The teams in the order in which they come."""
    found = []
    for first in range(0, count, A_PLAN):
        rows = rows_by_uid(app, f"plan-{first}")
        uids = sorted(rows, key=lambda uid: rows[uid])
        for number in range(first, min(first + A_PLAN, count)):
            place = (number - first) * LINES
            found.append(_team(app, number, {uid: rows[uid] for uid in uids[place : place + LINES]}))
    random.Random(7).shuffle(found)
    return found


def _team(app: App, number: int, rows: dict[str, int]) -> Team:
    """A team; one in four has filled in the form that its page hands out. rows: of its lines, by uid."""
    name, now = f"Equipo {number}", at(DAY, 7)
    with app.transaction() as session:
        issued = links.issue_for(session, app.rules, name, PERIOD, now=now)
    if number % BY_WORKBOOK:
        return Team(number, issued.path, tuple(rows), None)
    with app.reading() as session:
        link = links.find(session, app.rules, issued.token, now=now)
        form = page_form(session, app.rules, link, links.form_token(issued.token), now=now)
    said = {row: Said(1, f"Se hizo lo previsto ({name}).") for row in rows.values()}
    return Team(number, issued.path, tuple(rows), filled(form.data, said, rows))


def _moments(count: int, seconds: float) -> list[float]:
    """When each team comes: a fifth of them in the last twelfth of the time."""
    draw, late = random.Random(11), int(count * LATE)
    turn = seconds * (1 - LAST)
    early = [draw.uniform(0, turn) for _ in range(count - late)]
    return sorted([*early, *(draw.uniform(turn, seconds) for _ in range(late))])


def _sent(port: int, teams: Sequence[Team], seconds: float) -> Tally:
    tally, photo = Tally(), b"\xff\xd8\xff\xe0" + random.Random(3).randbytes(PHOTO)
    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for team, moment in zip(teams, _moments(len(teams), seconds), strict=True):
            time.sleep(max(0.0, began + moment - time.monotonic()))
            pool.submit(_one, port, team, photo, tally, time.monotonic())
    return tally


def _one(port: int, team: Team, photo: bytes, tally: Tally, due: float) -> None:
    """All that a team does, as one browser."""
    with tally.lock:
        tally.late = max(tally.late, time.monotonic() - due)
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        _ask(connection, team, tally, "page", "GET", team.path, None, 200)
        if team.book is not None:
            sent = [("libro", f"Formulario {team.number}.xlsx", team.book)]
            _ask(connection, team, tally, "workbook", "POST", f"{team.path}/formulario", _form({}, sent), 303)
            return
        for at_line, uid in enumerate(team.uids):
            # No two photos are alike: a file that is known already would cost nothing.
            files = [] if at_line else [("archivos", "acta.jpg", photo + team.number.to_bytes(4, "big") + b"\xff\xd9")]
            body = _form({"cantidad": "1", "que": "Se hizo lo previsto."}, files)
            _ask(connection, team, tally, "line", "POST", f"{team.path}/lineas/{uid}", body, 303)
        _ask(connection, team, tally, "page", "GET", team.path, None, 200)
    except OSError as error:
        with tally.lock:
            tally.wrong.append(repr(error))
    finally:
        connection.close()


def _ask(
    connection: HTTPConnection,
    team: Team,
    tally: Tally,
    kind: str,
    method: str,
    path: str,
    body: bytes | None,
    wanted: int,
) -> None:
    headers = {
        "sec-fetch-site": "same-origin",
        "x-forwarded-for": f"10.{team.number >> 16}.{team.number >> 8 & 255}.{team.number & 255}",
        "accept-encoding": "gzip",
    }
    if body is not None:
        headers["content-type"] = f"multipart/form-data; boundary={BOUNDARY}"
    began = time.monotonic()
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    answer.read()
    tally.note(kind, time.monotonic() - began, answer.status, wanted)


def _form(fields: dict[str, str], files: Sequence[tuple[str, str, bytes]]) -> bytes:
    parts = [
        f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode()
        for name, text in fields.items()
    ]
    for name, file, data in files:
        head = f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="{name}"; filename="{file}"\r\n'
        parts += [f"{head}content-type: application/octet-stream\r\n\r\n".encode(), data, b"\r\n"]
    return b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()])


@contextmanager
def _served(home: Path) -> Iterator[int]:
    """`gdflow web` on a day of July 2023; its port."""
    (port,) = free_ports(1)
    command = [sys.executable, "-m", "gdflow.cli.main", "web", "--port", str(port), "--as-of", DAY]
    log = home / "web.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(command, cwd=home, stdout=stream, stderr=stream)
    try:
        wait_for(lambda: _answers(port), 60, lambda: log.read_text("utf-8")[-3000:])
        yield port
    finally:
        process.terminate()
        process.wait(60)


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/salud")
        return bool(connection.getresponse().read())
    except OSError:
        return False
    finally:
        connection.close()


def _receipts(app: App, state: ReceiptState) -> int:
    """How many files stand so."""
    with app.reading() as session:
        its = select(func.count()).select_from(receipt).where(receipt.c.state == state)
        return int(execute(session, its, {}).scalar_one())


def _tell(where: str, lived: Lived) -> int:
    tally = lived.tally
    cuts = statistics.quantiles(tally.receipts(), n=100)
    kept = cuts[94] <= MOST and not tally.wrong
    sys.stdout.write(
        f"hour on {where}: {TEAMS} teams in {SECONDS:.0f} s, {len(tally.receipts())} receipts, "
        f"{lived.receipts} of them kept and read, {lived.results} results, {len(tally.wrong)} errors\n"
        f"  receipt p50 {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms, "
        f"most {max(tally.receipts()) * 1000:.0f} ms; a team began at most {tally.late:.2f} s late ({PROMISE})\n"
    )
    for kind, took in sorted(tally.took.items()):
        parts = statistics.quantiles(took, n=100)
        sys.stdout.write(f"  {kind}: {len(took)}, p50 {parts[49] * 1000:.0f} ms, p95 {parts[94] * 1000:.0f} ms\n")
    sys.stdout.writelines(f"  {each}\n" for each in sorted(set(tally.wrong))[:10])
    return 0 if kept else 1
