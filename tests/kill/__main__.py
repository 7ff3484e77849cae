"""`python -m tests.kill --kills 1000`: so many kills at each point and at random, and the figures.

`python -m tests.kill --closings 500`: so many closings under load instead, on both databases.
"""

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
from tests.kill.races import race
from tests.kill.uploads import POINTS, uploads
from tests.support.postgres import cluster


def main() -> None:
    """Print a line for each way to die; end with 1 when the promise was broken."""
    options = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    options.add_argument("--kills", type=int, default=1000)
    options.add_argument("--closings", type=int)
    asked = options.parse_args()
    if asked.closings:
        sys.exit(not _closings(asked.closings))
    kills = asked.kills
    points = [name for name in NAMES if name.startswith(("outbox.", "smtp."))]
    ways: dict[str, Callable[[Harness], None]] = {name: partial(_at, point=name, kills=kills) for name in points} | {
        "at random": lambda due: due.kill_at_random(kills)
    }
    forks = Forks()
    kept = [_tell(forks, name, kill, sent=sent) for name, kill in ways.items() for sent in (False, True)]
    kept += [_tell_uploads(forks, point, kills) for point in (*POINTS, None)]
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


def _tell_uploads(forks: Forks, point: str | None, kills: int) -> bool:
    start = time.monotonic()
    with TemporaryDirectory() as folder, uploads(Path(folder), forks) as sent:
        if point is None:
            sent.kill_at_random(kills)
        else:
            sent.kill_at(point, [random.randint(1, 5) for _ in range(kills)])
        verdict = sent.verdict()
    whole = not verdict.lost and not verdict.hollow
    print(
        f"{point or 'uploads at random':<24} {verdict.kills} kills, {verdict.given} receipts, {verdict.rows} rows, "
        f"{len(verdict.lost)} lost, {len(verdict.hollow)} rows without file, {verdict.unclaimed} files without row, "
        f"{'kept' if whole else 'BROKEN'} ({time.monotonic() - start:.0f} s)",
        flush=True,
    )
    return whole


def _closings(closings: int) -> bool:
    """Close under load on both databases, and say whether nothing changed after it was frozen."""
    forks = Forks()
    with TemporaryDirectory() as folder, cluster() as server:
        urls = [f"sqlite:///{folder}/race.sqlite3"]
        urls += [server.url(server.new_database())] if server else []
        kept = [_tell_race(forks, Path(folder), url, closings) for url in urls]
    forks.close()
    return all(kept)


def _tell_race(forks: Forks, folder: Path, url: str, closings: int) -> bool:
    start = time.monotonic()
    with race(folder, forks, url, closings) as running:
        verdict = running.run()
    whole = verdict.closings == closings and not verdict.changed and verdict.broken is None
    print(
        f"{url.partition(':')[0]:<12} {verdict.closings} closings, {verdict.written} writes taken, {verdict.refused} "
        f"refused, {len(verdict.changed)} changed after the freeze, {'kept' if whole else 'BROKEN'} "
        f"({time.monotonic() - start:.0f} s)",
        flush=True,
    )
    return whole


if __name__ == "__main__":
    main()
