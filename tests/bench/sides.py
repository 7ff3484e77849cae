"""What a piece of work costs, and two sides beside each other: absolute figures and their ratio from one run."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdflow import COLLECTOR_PACE


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, and seconds of this process's CPU."""

    wall: float
    cpu: float


def cost(work: Callable[[], object]) -> Cost:
    """Do it once, with the garbage collector at the pace of an installation."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTOR_PACE)
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def tell(what: str, name: str, mine: Sequence[Cost], other: str, yours: Sequence[Cost], each: int) -> None:
    """Medians of both sides, as milliseconds for each of so many, and the medians of the rounds' ratios."""
    sys.stdout.write(f"{what}, medians of {len(mine)} rounds of {each}:\n")
    for side, costs in ((name, mine), (other, yours)):
        wall = statistics.median(one.wall for one in costs)
        cpu = statistics.median(one.cpu for one in costs)
        shown = f"{wall * 1000 / each:.2f} ms each, {cpu * 1000 / each:.2f} ms CPU"
        sys.stdout.write(f"  {side}: {shown} ({wall:.2f} s, {cpu:.2f} s CPU)\n")
    pairs = list(zip(mine, yours, strict=True))
    wall = statistics.median(ours.wall / theirs.wall for ours, theirs in pairs)
    cpu = statistics.median(ours.cpu / theirs.cpu for ours, theirs in pairs)
    sys.stdout.write(f"  ratio {wall:.2f} on the clock, {cpu:.2f} of CPU\n")
    sys.stdout.flush()
