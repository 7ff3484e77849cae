"""`python3 run.py bench`: gdflow beside an honest plain script, the raw statement and bare smtplib, in one run.

The two sides in turn, medians of the rounds. No absolute time is judged: machines differ.
`python3 run.py bench NAME…` runs some alone: plans, claim, copies, digests, delivery, forms, packs, books, pages,
informe, nation, hour, hour-postgres (these two take six minutes each).
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.bench import books, claim, copies, delivery, digests, forms, hour, informe, nation, packs, pages, plain
from tests.support.smtp import SmtpServer

PLANS, ACTIVITIES, ROUNDS = 100, 40, 5
TEAMS = 100  # of the whole job, so that each side sends a hundred mails; reading takes the generator's own dozen
TODAY = date(2023, 4, 10)


def main(names: list[str]) -> int:
    """Print every figure, or those of the named benchmarks; 1 when the claim's promise is not kept."""
    wanted = names or list(BENCHMARKS)
    if unknown := [name for name in wanted if name not in BENCHMARKS]:
        sys.stderr.write(f"{', '.join(unknown)}: not one of {', '.join(BENCHMARKS)}\n")
        return 2
    return max(BENCHMARKS[name]() or 0 for name in wanted)


def _plans() -> None:
    with tempfile.TemporaryDirectory() as name:
        to_read, to_work = Path(name, "read"), Path(name, "work")
        _make_plans(to_read, {})
        _reading(sorted(to_read.glob("*.xlsx")))
        _make_plans(to_work, {"--teams": TEAMS})
        _whole_job(to_work)


def _make_plans(folder: Path, more: dict[str, object]) -> None:
    options = {"--out": folder, "--plans": PLANS, "--activities": ACTIVITIES, **more}
    words = [str(word) for pair in options.items() for word in pair]
    subprocess.run([sys.executable, str(Path(__file__).with_name("make_plans.py")), *words], check=True)


def _reading(paths: list[Path]) -> None:
    from gdflow.services.import_plan import read_plan_file

    def ours() -> None:
        for path in paths:
            read_plan_file(path, as_of=TODAY)

    def theirs() -> None:
        for path in paths:
            plain.read_plan(path)

    ours()
    theirs()
    gc.freeze()  # as a running service does; it spares both sides the walk over the imported modules
    mine, yours = _in_turn(lambda: _cpu(ours), lambda: _cpu(theirs))
    _tell(f"read {PLANS} plans x {ACTIVITIES} activities", "openpyxl script", mine, yours, "at least 8")


def _whole_job(folder: Path) -> None:
    with SmtpServer() as server:
        _child("job", folder, server.port), _child("plain", folder, server.port)
        rounds = [(_child("job", folder, server.port), _child("plain", folder, server.port)) for _ in range(ROUNDS)]
    what = "import, scan, mail, consolidate"
    for part, name in enumerate((f"{what}: the job alone", f"{what}: with start-up")):
        mine = [ours[part] for ours, _ in rounds]
        yours = [theirs[part] for _, theirs in rounds]
        _tell(name, "openpyxl + smtplib script", mine, yours, "at least 3")


def _child(side: str, folder: Path, port: int) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.bench.timed", side, str(folder), TODAY.isoformat(), str(port)]
    # Compiled modules are kept, as they are wherever gdflow is installed; the first run of each side is not counted.
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=settings)
    job, process = done.stdout.splitlines()[-1].split()
    return float(job), float(process)


def _in_turn(mine: Callable[[], float], yours: Callable[[], float]) -> tuple[list[float], list[float]]:
    pairs = [(mine(), yours()) for _ in range(ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _cpu(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _tell(what: str, against: str, mine: list[float], yours: list[float], wanted: str) -> None:
    ratio = statistics.median(theirs / ours for ours, theirs in zip(mine, yours, strict=True))
    ours, theirs = statistics.median(mine), statistics.median(yours)
    print(f"{what}: gdflow {ours:.2f} s CPU, {against} {theirs:.2f} s: {ratio:.1f} times less ({wanted})")


BENCHMARKS: dict[str, Callable[[], int | None]] = {
    "plans": _plans,
    "claim": lambda: claim.main([]),
    "copies": copies.main,
    "digests": digests.main,
    "delivery": delivery.main,
    "forms": forms.main,
    "packs": packs.main,
    "books": books.main,
    "pages": pages.main,
    "informe": informe.main,
    "nation": nation.main,
    "hour": hour.main,
    "hour-postgres": lambda: hour.main(on_postgres=True),
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
