"""One worker of a nation: `python -m tests.bench.nation_worker HOME` scans its share and prints what that cost."""

import sys
import time
from pathlib import Path

from gdflow import clock
from gdflow.app import App
from gdflow.domain.works import Work
from gdflow.services import shards
from gdflow.services.means import means_of
from tests.bench.nation_data import NOW

if __name__ == "__main__":
    app = App.open(Path(sys.argv[1]), {})
    means = means_of(app, "bench", clock.running_from(NOW))
    began, cpu = time.perf_counter(), time.process_time()
    tally = shards.work_through(means, Work.SCAN, NOW)
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    # Of this program alone: what the kernel tells of children counts their parent's size before it was replaced.
    peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024
    new = tally.sums.get("correos en cola", 0)
    sys.stdout.write(f"{tally.done} {len(tally.failed)} {new} {wall} {cpu} {peak}\n")
