"""The monitoring report of 650 lines, each with words of its own: CPU seconds of a fresh process, pages and size."""

import statistics
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from random import Random

import pikepdf

from gdflow.domain.closing import Closed
from gdflow.domain.lines import Line
from gdflow.report.informe import write_informe
from tests.report.plans import many

LINES, ROUNDS = 650, 5
WORDS = 12


def main() -> None:
    """Print the medians of the rounds, each in a process of its own: a second report in the same one is quicker."""
    rounds = [_child() for _ in range(ROUNDS)]
    cpu, made = statistics.median(each[0] for each in rounds), rounds[0]
    sys.stdout.write(
        f"PDF report of {LINES} lines x 9 columns: {cpu:.2f} s CPU (at most 1), {made[1]:.0f} pages, {made[2]:.0f} KB; "
        f"rounds {', '.join(f'{each[0]:.2f}' for each in sorted(rounds))}\n"
    )
    sys.stdout.flush()


def plan(lines: int = LINES) -> Closed:
    """A closing whose lines share no text: what was set once is quicker the second time."""
    random = Random(650)  # the same plan in every run
    known = sorted({word for line in many(12).snapshot.report.lines for word in line.line.label.split()})

    def said(count: int) -> str:
        return " ".join(random.choice(known) for _ in range(count))

    def its_own(line: Line) -> Line:
        return replace(line, activity=f"{line.id}. {said(WORDS)}", indicator=said(WORDS))

    return many(lines, its_own)


def _child() -> tuple[float, ...]:
    command = [sys.executable, "-c", "from tests.bench.informe import once; once()"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


def once() -> None:
    """Write it once; prints its CPU seconds, pages and KB."""
    closed = plan()
    began = time.process_time()
    data = write_informe(closed)
    spent = time.process_time() - began
    with pikepdf.open(BytesIO(data)) as pdf:
        sys.stdout.write(f"{spent} {len(pdf.pages)} {len(data) / 1024}\n")
