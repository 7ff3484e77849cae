"""No file, however made, hurts: it is refused by name, quickly and in bounded memory."""

import inspect
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.files import open_document, read_document
from gdflow.domain.errors import InputError, NotFoundError
from gdflow.spanish.files import SENTENCES
from tests.support.hostile import HOSTILE
from tests.support.office import book, p, tbl, tr, word
from tests.support.pace import second

PLANS = Path(__file__).parents[1] / "data" / "plans"
CHILD = """
import resource
from gdflow.collect.files import read_document
from gdflow.domain.errors import InputError
from tests.support.hostile import HOSTILE
case = HOSTILE[{case!r}]
data = case.build()
pages = int(open("/proc/self/statm").read().split()[0])
limit = pages * resource.getpagesize() + 200 * 1024**2
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    read_document(data, case.name)
except InputError as error:
    print(error.code)
"""
HEAVY = ("zip bomb", "lying size", "a row that never ends", "endless Word text", "large comment", "huge attribute")


def refusal(data: bytes, name: str) -> InputError:
    with pytest.raises(InputError) as caught:
        read_document(data, name)
    return caught.value


def timed(data: bytes, name: str) -> tuple[str, float]:
    start = time.process_time()
    return refusal(data, name).code, time.process_time() - start


def outcome(data: bytes, name: str) -> str | None:
    try:
        read_document(data, name)
    except InputError as error:
        return error.code
    return None


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_by_name_within_a_second(case: str) -> None:
    data, before = HOSTILE[case].build(), second()
    codes, seconds = zip(*(timed(data, HOSTILE[case].name) for _ in range(3)), strict=True)
    assert set(codes) == {HOSTILE[case].code}
    assert min(seconds) < max(before, second())


@pytest.mark.parametrize("case", HOSTILE)
def test_a_refusal_is_said_in_a_whole_spanish_sentence(case: str) -> None:
    error = refusal(HOSTILE[case].build(), HOSTILE[case].name)
    sentence = SENTENCES[error.code].format(**error.facts)
    assert HOSTILE[case].name in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("case", HEAVY)
def test_a_hostile_file_takes_less_than_200_mib(case: str) -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD.format(case=case)], capture_output=True, text=True, check=False, timeout=300
    )
    assert child.stdout.strip() == HOSTILE[case].code, child.stderr


@pytest.mark.parametrize("plan", ["cartagena_2023.xlsx", "cartago_2024.docx"])
@given(place=st.floats(0, 1), byte=st.integers(0, 255))
def test_a_plan_with_one_wrong_byte_is_read_or_refused(plan: str, place: float, byte: int) -> None:
    data = bytearray((PLANS / plan).read_bytes())
    data[int(place * (len(data) - 1))] = byte
    assert outcome(bytes(data), plan) in (None, *SENTENCES)


@given(rows=st.text("<>/crv\"=1A t:'& ", max_size=60))
def test_any_markup_is_read_or_refused(rows: str) -> None:
    for data in (book(rows), word(rows), word(tbl(tr("a"), rows))):
        assert outcome(data, "plan.xlsx") in (None, *SENTENCES)


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.csv", "a.xlsx", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    assert outcome(data, name) in (None, *SENTENCES)


def test_a_far_cell_is_named_with_its_sheet() -> None:
    error = refusal(HOSTILE["far cell"].build(), "plan.xlsx")
    assert (error.facts["sheet"], error.facts["cell"]) == ("Plan", "XFD1048576")


def test_a_missing_string_is_named_with_its_cell() -> None:
    assert refusal(HOSTILE["string that is not there"].build(), "plan.xlsx").facts["cell"] == "A1"


def test_an_unclosed_quote_is_named_with_its_line() -> None:
    assert refusal(HOSTILE["megabytes after a quote"].build(), "plan.csv").facts["line"] == 2


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="file_not_found"):
        open_document(tmp_path / "plan.xlsx")


def test_a_large_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with path.open("wb") as stream:
        stream.truncate(2**40)
    with pytest.raises(InputError, match="too_large"):
        open_document(path)


def test_a_file_that_cannot_be_read_is_said_so() -> None:
    memory = Path("/proc/self/mem")  # a file whose first byte nobody may read
    if not memory.is_file():
        pytest.skip("needs the files of a Linux process")
    with pytest.raises(InputError, match="unreadable_file"):
        open_document(memory, "plan.xlsx")


def test_tables_nested_as_deep_as_the_parser_allows_are_read() -> None:
    data = word("<w:tbl><w:tr><w:tc>" * 80 + p("fondo") + "</w:tc></w:tr></w:tbl>" * 80)
    assert read_document(data, "plan.docx").sheets[0].rows[0].cell(0).text == "fondo"


def test_tables_nested_deeper_than_the_stack_are_refused() -> None:
    data = word("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80)
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 200)
    try:
        assert outcome(data, "plan.docx") == "damaged_file"
    finally:
        sys.setrecursionlimit(usual)
