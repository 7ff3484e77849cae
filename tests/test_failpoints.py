"""The places at which a process can be made to die."""

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gdflow import failpoints
from gdflow.domain.errors import ConfigError
from gdflow.spanish.messages import say
from tests.architecture.source import modules

ROOT = Path(__file__).parents[1]
PROGRAM = "from gdflow import failpoints\nfor n in range(5): failpoints.reach('scan.mid'); print(n, flush=True)"

THREADS = """
import os, sys, threading, time
from gdflow import failpoints
def work(said):
    failpoints.reach("scan.mid")
    os.write(said, b"x")
def child(said):
    failpoints.arm("scan.mid:stop")
    threading.Thread(target=work, args=(said,)).start()
    time.sleep(60)
heard, said = os.pipe()
os.set_blocking(heard, False)
for _ in range(50):
    pid = os.fork() or child(said)
    os.waitpid(pid, os.WUNTRACED)
    time.sleep(0.005)
    os.kill(pid, 9)
    os.waitpid(pid, 0)
try:
    sys.exit(len(os.read(heard, 50)))
except BlockingIOError:
    sys.exit(0)
"""
"""How many of fifty processes did something after a thread of theirs, not the main one, had reached a stop."""


@pytest.fixture(autouse=True)
def _disarmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failpoints, "_armed", ())


def ran(setting: str) -> subprocess.CompletedProcess[str]:
    """A program that reaches a place five times, under a setting of the variable."""
    command = [sys.executable, "-c", PROGRAM]
    env = {**os.environ, failpoints.VARIABLE: setting}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("setting", "reached"), [("scan.mid:kill", 0), ("scan.mid:kill:3", 2)])
def test_a_process_dies_at_the_nth_time(setting: str, reached: int) -> None:
    done = ran(setting)
    assert (done.returncode, len(done.stdout.split())) == (-signal.SIGKILL, reached)


@pytest.mark.parametrize("setting", ["", "outbox.claimed:kill"])
def test_a_place_that_is_not_named_costs_nothing(setting: str) -> None:
    assert ran(setting).stdout.split() == list("01234")


def test_a_process_stops_until_it_is_continued() -> None:
    env = {**os.environ, failpoints.VARIABLE: "scan.mid:stop:2"}
    stopped = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    assert os.WIFSTOPPED(os.waitpid(stopped.pid, os.WUNTRACED)[1])
    stopped.send_signal(signal.SIGCONT)
    assert stopped.communicate(timeout=60)[0].split() == list("01234")


def test_a_thread_that_reaches_a_stop_does_nothing_more() -> None:
    assert subprocess.run([sys.executable, "-c", THREADS], cwd=ROOT, check=False).returncode == 0


def test_an_error_is_raised_once() -> None:
    failpoints.arm("scan.mid:error:2")
    failpoints.reach("scan.mid")
    with pytest.raises(failpoints.FailpointError, match=r"scan\.mid"):
        failpoints.reach("scan.mid")
    failpoints.reach("scan.mid")


@pytest.mark.parametrize(
    "setting", ["scan.mdi:kill", "scan.mid", "scan.mid:burn", "scan.mid:kill:0", "scan.mid:kill:x"]
)
def test_a_mistyped_setting_is_refused_with_the_names(setting: str) -> None:
    with pytest.raises(ConfigError) as refused:
        failpoints.arm(setting)
    told = say(refused.value)
    assert all(name in told for name in (setting, *failpoints.NAMES, *failpoints.ACTIONS))


def test_a_mistyped_setting_stops_the_command() -> None:
    env = {**os.environ, failpoints.VARIABLE: "scan.mdi:kill"}
    command = [sys.executable, "-c", "import gdflow.services.remind"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, "unknown_failpoint" in done.stderr) == (1, True)


def test_every_name_is_a_place_in_the_house() -> None:
    calls = [node for module in modules() for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    reached = [ast.unparse(call.args[0]) for call in calls if ast.unparse(call.func) == "failpoints.reach"]
    assert sorted(reached) == sorted(map(repr, failpoints.NAMES))


def test_what_is_to_happen_once_happens_to_the_process_that_takes_the_file_away(tmp_path: Path) -> None:
    once = tmp_path / "once"
    once.touch()
    setting = f"outbox.claimed:kill;scan.mid:kill:2@{once}"
    assert [ran(setting).returncode for _ in range(2)] == [-signal.SIGKILL, 0]
    assert not once.exists()
