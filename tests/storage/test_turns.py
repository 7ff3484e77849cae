"""One process at a time has its turn, and one that dies gives it back."""

import subprocess
import sys
from pathlib import Path

from gdflow.storage.turns import turn

HOLD = "import sys; from pathlib import Path; from gdflow.storage.turns import turn\n"
ASK = HOLD + "with turn(Path(sys.argv[1]), 'scan') as ours: print(ours)"
KEEP = HOLD + "with turn(Path(sys.argv[1]), 'scan') as ours: print(ours, flush=True); sys.stdin.read()"


def test_a_turn_is_held_by_one_and_given_back(tmp_path: Path) -> None:
    with turn(tmp_path / "turns", "scan") as first, turn(tmp_path / "turns", "scan") as second:
        assert (first, second) == (True, False)
    with turn(tmp_path / "turns", "scan") as again, turn(tmp_path / "turns", "deliver") as other:
        assert (again, other) == (True, True)


def test_a_process_that_is_killed_gives_its_turn_back(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", KEEP, str(tmp_path)], stdin=-1, stdout=-1, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    asked = [sys.executable, "-c", ASK, str(tmp_path)]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "False\n"
    holder.kill()
    holder.communicate()
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "True\n"
