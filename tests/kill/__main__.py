"""`python -m tests.kill --kills 1000`: so many kills at each point and at random, and the figures."""

import argparse
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from gdflow.failpoints import NAMES
from tests.kill.harness import Forks, Harness, harness


def main() -> None:
    """Print a line for each way to die; end with 1 when the promise was broken."""
    options = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    options.add_argument("--kills", type=int, default=1000)
    kills = options.parse_args().kills
    points = [name for name in NAMES if name != "scan.mid"]
    ways: dict[str, Callable[[Harness], None]] = {name: partial(_at, point=name, kills=kills) for name in points} | {
        "at random": lambda due: due.kill_at_random(kills)
    }
    forks = Forks()
    kept = [_tell(forks, name, kill, sent=sent) for name, kill in ways.items() for sent in (False, True)]
    forks.close()
    sys.exit(not all(kept))


def _at(due: Harness, *, point: str, kills: int) -> None:
    due.kill_at(point, [1 if point == "smtp.connected" else random.randint(1, 5) for _ in range(kills)])


def _tell(forks: Forks, name: str, kill: Callable[[Harness], None], *, sent: bool) -> bool:
    start = time.monotonic()
    with TemporaryDirectory() as folder, harness(Path(folder), forks) as due:
        due.looks = sent
        kill(due)
        verdict = due.finish()
    took = time.monotonic() - start
    print(
        f"{name:<24} {'with the look-up' if sent else 'by hand':<17} {verdict.kills} kills, {len(due.addresses)} due, "
        f"{len(verdict.lost)} lost, {verdict.copies - len(due.addresses)} again, {len(verdict.flagged)} flagged, "
        f"{'kept' if verdict.kept else 'BROKEN'} ({took:.0f} s)",
        flush=True,
    )
    return verdict.kept and not (sent and verdict.twice)


if __name__ == "__main__":
    main()
