"""Run one side of the whole job and print its CPU seconds: of the job alone, and of the process with its start-up."""

import importlib
import sys
import time
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    side, folder, today, port = sys.argv[1:]
    module = importlib.import_module(f"tests.bench.{side}")
    start = time.process_time()
    module.main(Path(folder), date.fromisoformat(today), int(port))
    end = time.process_time()
    sys.stdout.write(f"{end - start} {end}\n")
