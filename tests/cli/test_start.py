"""What a command loads: no more than its own work needs, for each of them begins anew."""

import subprocess
import sys

import pytest

from tests.support.commands import CommandLine

PROGRAM = (
    "import sys, atexit\n"
    "loaded = lambda: {'gdflow.collect', 'http.client', 'imaplib', 'lxml', 'requests', 'urllib3'} & set(sys.modules)\n"
    "atexit.register(lambda: print('LOADED', sorted(loaded())))\n"
    "from gdflow.cli.main import run; run()"
)


@pytest.mark.parametrize("words", [["scan", "--json"], ["deliver"], ["deliver", "--json"]])
def test_who_reads_nothing_that_comes_in_loads_no_reader_and_nothing_of_the_web(
    cartagena: CommandLine, words: list[str]
) -> None:
    command = [sys.executable, "-c", PROGRAM, "--home", str(cartagena.home), *words, "--as-of", "2023-07-05"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "LOADED []"), done.stderr
