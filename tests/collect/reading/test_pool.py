"""Readers that may die: what they read is what is read here, and what they may not do they cannot."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from gdflow.collect.files import read_document
from gdflow.collect.form_reader import read_form
from gdflow.collect.reading import Limits, ReaderDiedError, ReaderPool
from gdflow.collect.reading.frames import BrokenFrameError, read_frame
from gdflow.collect.reading.pool import _reading
from gdflow.domain.errors import ConfigError, InputError
from gdflow.domain.forms import FormColumn
from gdflow.spanish.messages import say
from tests.support.forms import filled, form
from tests.support.hostile import HOSTILE

ROOT = Path(__file__).parents[3]
PLANS = ROOT / "tests" / "data" / "plans"
ANSWERS = {(0, FormColumn.VALUE): 7, (0, FormColumn.NARRATIVE): "Se hizo.", (1, FormColumn.VALUE): "tres"}
HIDDEN = "from gdflow.collect.reading.confinement import _leave_network, _offer_first"
CONFINED = (
    "from gdflow.collect.reading.confinement import allow_seconds, confine\nconfine({memory})\nallow_seconds(1)\n"
)
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives all of these limits")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Two readers for the tests that leave them alive."""
    with ReaderPool(2) as made:
        yield made


def confined(program: str, memory: int = 64 * 1024**2) -> subprocess.CompletedProcess[str]:
    """A program that took everything from itself first."""
    command = [sys.executable, "-c", CONFINED.format(memory=memory) + program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def dying(pool: ReaderPool, patch: pytest.MonkeyPatch, action: str) -> ReaderDiedError:
    """How the pool tells of a reader that met its end in a file."""
    patch.setenv("GDFLOW_FAILPOINT", f"parse.child:{action}")
    with pytest.raises(ReaderDiedError) as died:
        pool.read("formulario.xlsx", filled(form(), ANSWERS))
    patch.delenv("GDFLOW_FAILPOINT")
    return died.value


def test_a_form_is_read_as_it_would_be_here(pool: ReaderPool) -> None:
    data = filled(form(), ANSWERS)
    here = read_form(read_document(data, "formulario.xlsx"))
    assert pool.read("formulario.xlsx", data).forms == (here,)
    assert (len(here.answers), len(here.problems)) == (1, 1)


@pytest.mark.parametrize("name", ["cartagena_2023.xlsx", "cartagena_2023.txt", "cartago_2024.docx"])
def test_what_is_no_form_comes_back_cell_by_cell(pool: ReaderPool, name: str) -> None:
    data = (PLANS / name).read_bytes()
    here, there = read_document(data, name), pool.read(name, data).document
    assert there is not None
    assert [(s.name, s.rows, s.merges, s.kind) for s in there.sheets] == [
        (s.name, s.rows, s.merges, s.kind) for s in here.sheets
    ]


def test_a_form_can_be_had_as_a_document(pool: ReaderPool) -> None:
    assert pool.read("formulario.xlsx", filled(form(), ANSWERS), as_document=True).document is not None


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_by_name_and_its_reader_goes_on(pool: ReaderPool, case: str) -> None:
    with pytest.raises(InputError) as refused:
        pool.read(HOSTILE[case].name, HOSTILE[case].build())
    assert refused.value.code == HOSTILE[case].code
    assert HOSTILE[case].name in say(refused.value)


def test_readers_work_at_the_same_time(pool: ReaderPool) -> None:
    data = filled(form(), ANSWERS)
    with ThreadPoolExecutor(8) as threads:
        read = list(threads.map(lambda n: pool.read(f"{n}.xlsx", data).forms[0].answers[0].value, range(40)))
    assert read == [7] * 40


@pytest.mark.parametrize(("action", "code"), [("kill", "reader_died"), ("stop", "reader_too_slow")])
def test_a_reader_that_dies_or_hangs_is_replaced(monkeypatch: pytest.MonkeyPatch, action: str, code: str) -> None:
    with ReaderPool(1, Limits(wall=2) if action == "stop" else None) as pool:
        error = dying(pool, monkeypatch, action)
        assert (error.code, "formulario.xlsx" in say(error)) == (code, True)
        pool._limits = Limits()  # the next is given its time
        assert pool.read("formulario.xlsx", filled(form(), ANSWERS)).forms


def test_an_error_of_ours_is_a_files_and_no_other(pool: ReaderPool, monkeypatch: pytest.MonkeyPatch) -> None:
    from gdflow.collect.reading import child

    def broken(*_facts: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(child, "read_document", broken)
    told = child.answer({"name": "a.xlsx", "as_document": False}, b"")
    assert told == {"code": "unreadable_inside", "facts": {"file": "a.xlsx", "found": "KeyError"}}


def test_a_file_that_computes_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    assert confined("while True: pass").returncode == -signal.SIGXCPU


@linux
def test_a_reader_has_its_memory_and_not_more() -> None:
    done = confined("a = bytes(30 * 1024**2)\ntry: bytes(100 * 1024**2)\nexcept MemoryError: print('no')")
    assert (done.stdout.strip(), done.returncode) == ("no", 0)


def outside(way: str) -> int:
    """The error number with which a process that went its way meets a server on this machine; 0 when it reaches it."""
    connect = "try: socket.create_connection(('127.0.0.1', int(sys.argv[1])))\nexcept OSError as e: print(e.errno)"
    program = f"import socket, sys\nfrom gdflow.collect.reading.confinement import *\n{HIDDEN}\n{way}\n{connect}"
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        command = [sys.executable, "-c", program, str(listening.getsockname()[1])]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout or 0)


@linux
def test_a_reader_reaches_no_network() -> None:
    assert (outside("") == 0, outside("confine(64 * 1024**2)") > 0) == (True, True)


@linux
def test_a_reader_has_no_network_where_the_system_lets_it_leave() -> None:
    if subprocess.run(["unshare", "-Urn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody leave its network")
    assert outside("_leave_network()") > 0


@linux
@pytest.mark.parametrize("program", ["open('/etc/passwd')", "open('/tmp/x', 'w')", "import os; os.fork and os.pipe()"])
def test_a_reader_opens_no_file(program: str) -> None:
    done = confined(f"try: {program}\nexcept OSError as e: print(e.errno)")
    assert int(done.stdout) > 0


@linux
def test_a_reader_is_the_first_to_go_when_memory_runs_out() -> None:
    program = f"{HIDDEN}\n_offer_first()\nprint(open('/proc/self/oom_score_adj').read())"
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip() == "1000"


def test_a_reader_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    from gdflow.collect.reading.pool import _surroundings

    monkeypatch.setenv("GDFLOW_MAIL__PASSWORD", "secreta")
    assert "secreta" not in _surroundings().values()
    assert set(_surroundings()) <= {"SYSTEMROOT", "LANG", "LC_ALL", "GDFLOW_FAILPOINT", "PYTHONPATH"}


def test_where_no_reader_starts_no_file_is_to_blame(monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("/bin/false", "/no/such/python"):
        monkeypatch.setattr(sys, "executable", program)
        with ReaderPool(1) as pool, pytest.raises(ConfigError, match="reader_not_started"):
            pool.read("a.xlsx", b"")


@pytest.mark.parametrize(
    "said", [[], {}, {"forms": [1]}, {"document": {"name": "a", "sheets": [{"rows": 3}]}}, {"code": "x", "facts": 3}]
)
def test_an_answer_that_none_of_ours_would_give_counts_as_a_death(said: object) -> None:
    with pytest.raises(ReaderDiedError):
        _reading(said, "a.xlsx")


@pytest.mark.parametrize("data", [b"\0", b"\0\0\0\5abc", b"\xff\xff\xff\xff"])
def test_half_a_sentence_is_none(data: bytes) -> None:
    with pytest.raises(BrokenFrameError):
        read_frame(BytesIO(data))
    assert read_frame(BytesIO()) is None


def test_a_closed_pool_leaves_no_process() -> None:
    with ReaderPool(1) as pool:
        pool.read("formulario.xlsx", filled(form(), ANSWERS))
        reader = pool._places.get()
        assert reader is not None
        pool._places.put(reader)
    with pytest.raises(ProcessLookupError):
        os.kill(reader.process.pid, 0)


def test_a_reader_loads_nothing_that_reading_does_not_need() -> None:
    program = (
        "import sys, gdflow.collect.reading.child\nprint({'sqlalchemy', 'pydantic', 'openpyxl'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
