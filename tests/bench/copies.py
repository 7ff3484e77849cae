"""A backup of an installation: of the Cartagena plan after a quarter, with 1 GiB of evidence, with 100 plans beside it.

Each step runs in a process of its own, so that its peak of memory is its own; while it is copied, files come in. Beside
it `cp` of the same folder.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from gdflow import clock
from gdflow.app import App
from gdflow.services.backup import back_up
from gdflow.services.backup_checks import verify_backup
from gdflow.services.evidence import add_file
from gdflow.services.import_plan import import_plan, read_plan_file
from gdflow.services.means import means_of
from gdflow.services.restore import restore
from gdflow.services.teams import take_directory
from gdflow.settings import load_settings
from tests.support.backups import lived
from tests.support.cast import CUT_OFF, DIRECTORY, at
from tests.support.installation import CARTAGENA, SETTINGS, line, scanned

MIB = 1024**2
FILE, FILES = 8 * MIB, 128
PLANS, LINES = 100, 40
SIZES = ((0, 0), (FILES, 0), (FILES, PLANS))
BLOCK = b"%PDF-1.7\n" + Random(1).randbytes(FILE - 9)


def main() -> None:
    """Print how long a backup, its check and its restore take, and how large it is."""
    with TemporaryDirectory() as name:
        for files, plans in SIZES:
            folder = Path(name) / f"{files}-{plans}"
            _child("prepare", folder, str(files), str(plans))
            began = time.monotonic()
            subprocess.run(["cp", "-r", folder / "home", folder / "plain"], check=True)
            plain = time.monotonic() - began
            with _writing(folder) as written:
                told = {"copy": _child("copy", folder)}
                receipts = written()
            told |= {step: _child(step, folder) for step in ("check", "make")}
            [size] = [path.stat().st_size for path in folder.glob("*.zip")]
            shown = ", ".join(f"{step} {took:.2f} s ({peak} MiB)" for step, (took, peak) in told.items())
            what = f"{1 + plans} plans and {files} files of evidence"
            rows = (folder / "home" / "data" / "gdflow.sqlite3").stat().st_size
            print(
                f"backup of {what}, database {rows / MIB:.1f} MiB: {size / MIB:.1f} MiB; {shown}; "
                f"{receipts} files taken while it was copied; plain cp {plain:.2f} s",
                flush=True,
            )


@contextmanager
def _writing(folder: Path) -> Iterator[Callable[[], int]]:
    """Files come in while the block lasts; how many have their receipt."""
    log = folder / "written.log"
    log.touch()
    job = {"home": str(folder / "home"), "environ": {}, "log": str(log), "writer": "files"}
    program = "import json, sys; from tests.kill.copies import write; write(json.loads(sys.argv[1]))"
    writer = subprocess.Popen([sys.executable, "-c", program, json.dumps(job)])
    while not log.stat().st_size:
        clock.sleep(0.05)
    before = len(log.read_text("utf-8").splitlines())
    try:
        yield lambda: len(log.read_text("utf-8").splitlines()) - before
    finally:
        writer.kill()
        writer.wait()


def prepare(folder: Path, files: str, plans: str) -> None:
    """A quarter of the plan, other plans, and files of evidence behind a line."""
    home = folder / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "gdflow.toml").write_text(SETTINGS, encoding="utf-8")
    app = App.open(home, {}, create=True)
    file = read_plan_file(CARTAGENA, as_of=CUT_OFF)
    app.objects.put(file.data)
    with app.transaction() as session:
        import_plan(session, app.rules, file, now=at(CUT_OFF))
        take_directory(session, app.rules, DIRECTORY)
    lived(app)
    subject = line(app, 18)
    _import_others(app, folder / "plans", int(plans))
    for number in range(int(files)):
        data = BLOCK[:-8] + number.to_bytes(8, "big")
        its: dict[str, Any] = {"name": f"Acta {number}.pdf", "data": data, "dated_on": None, "by": "enlace"}
        with app.transaction() as session:
            add_file(session, app.rules, app.evidence, subject, "2023-Q2", now=at("2023-07-12"), **its)


def _import_others(app: App, folder: Path, plans: int) -> None:
    its = ("--plans", str(plans), "--activities", str(LINES), "--out", str(folder))
    if plans:
        subprocess.run([sys.executable, "tests/bench/make_plans.py", *its], check=True, capture_output=True)
    for path in sorted(folder.glob("*.xlsx")):
        file = read_plan_file(path, as_of=CUT_OFF)
        app.objects.put(file.data)
        with app.transaction() as session:
            import_plan(session, app.rules, file, now=at(CUT_OFF))
    if plans:
        scanned(app, "2023-07-24")


def copy(folder: Path) -> None:
    """The backup."""
    back_up(means_of(App.open(folder / "home", {}), "bench"), folder, now=clock.now())


def check(folder: Path) -> None:
    """The look at it."""
    [file] = folder.glob("*.zip")
    if wrong := verify_backup(file).wrong:
        raise SystemExit(wrong[0].message)


def make(folder: Path) -> None:
    """The installation made of it."""
    [file] = folder.glob("*.zip")
    restore(file, folder / "new", lambda home: App(home, load_settings(home, {})), now=clock.now())


STEPS = {"copy": copy, "check": check, "make": make}


def _child(step: str, folder: Path, *more: str) -> tuple[float, int]:
    command = [sys.executable, "-m", "tests.bench.copies", step, str(folder), *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    took, peak = done.stdout.split()[-2:]
    return float(took), int(peak)


if __name__ == "__main__":
    began = time.monotonic()
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    else:
        STEPS[sys.argv[1]](Path(sys.argv[2]))
    # getrusage would tell the peak of the process that started this one
    [peak] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    print(time.monotonic() - began, int(peak) // 1024)
