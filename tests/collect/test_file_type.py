"""Evidence is what its bytes say, and nothing that can run is taken."""

import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.file_type import media_type_of
from gdflow.domain.errors import InputError
from gdflow.domain.evidence import SUFFIXES
from tests.support.evidence import REFUSED, TAKEN


@pytest.mark.parametrize(("name", "data", "kind"), TAKEN, ids=range(len(TAKEN)))
def test_a_file_is_what_its_bytes_say(name: str, data: bytes, kind: str) -> None:
    assert media_type_of(name, data) == kind
    assert kind in SUFFIXES


def test_a_name_that_says_otherwise_changes_nothing() -> None:
    assert {media_type_of("acta.docx", data) for _, data, kind in TAKEN if kind == "image/png"} == {"image/png"}


@pytest.mark.parametrize(("name", "data", "code"), REFUSED, ids=range(len(REFUSED)))
def test_what_can_run_or_is_not_known_is_refused(name: str, data: bytes, code: str) -> None:
    with pytest.raises(InputError, match=code) as refused:
        media_type_of(name, data)
    assert refused.value.facts["file"] == name


REFUSALS = {"empty_file", "evidence_program", "evidence_macros", "evidence_type", "damaged_file"}


@given(st.text(max_size=20), st.binary(max_size=200))
def test_whatever_comes_is_of_a_known_type_or_refused(name: str, data: bytes) -> None:
    try:
        found = media_type_of(name, data)
    except InputError as error:
        found = error.code
    assert found in {*SUFFIXES, *REFUSALS}


def test_a_first_part_that_is_damaged_is_told() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 9)
    data = bytearray(buffer.getvalue())
    data[40:48] = b"\xff" * 8  # within its deflated bytes
    with pytest.raises(InputError, match="damaged_file"):
        media_type_of("acta.odt", bytes(data))


def test_of_a_first_part_no_more_is_inflated_than_a_name_can_be_long() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/" + bytes(50_000_000))
    data = buffer.getvalue()
    tracemalloc.start()
    with pytest.raises(InputError, match="evidence_type"):
        media_type_of("bomba.odt", data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(data) < 100_000
    assert peak < 1_000_000
