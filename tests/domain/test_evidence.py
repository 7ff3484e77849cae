"""The name under which evidence is handed out is ours, whatever its sender called it."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.evidence import SUFFIXES, Evidence, file_name


def evidence(name: str, media_type: str | None = "application/pdf") -> Evidence:
    at = datetime(2023, 7, 5, tzinfo=UTC)
    return Evidence(1, 1, 1, "2023-Q2", 1, "ab" * 32, name, 1, media_type, None, None, at, "Equipo")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Acta de reunión N.º 3.pdf", "A01_linea-9_acta-de-reunion-n-o-3.pdf"),
        ("../../etc/passwd", "A01_linea-9_passwd.pdf"),
        ("...", "A01_linea-9.pdf"),
        ("x" * 300, f"A01_linea-9_{'x' * 60}.pdf"),
    ],
)
def test_a_name_tells_annex_line_and_what_it_is(name: str, shown: str) -> None:
    assert file_name(evidence(name), 9) == shown


@given(st.text(), st.sampled_from(sorted(SUFFIXES)))
def test_a_name_is_of_signs_that_every_system_takes(name: str, media_type: str) -> None:
    assert re.fullmatch(r"A01_linea-9(_[a-z0-9-]{1,60})?\.[a-z]{3,4}", file_name(evidence(name, media_type), 9))


@pytest.mark.parametrize(("name", "misnamed"), [("a.PDF", False), ("a.docx", True), ("a", True)])
def test_a_name_that_says_something_else_is_noticed(name: str, misnamed: bool) -> None:
    assert evidence(name).misnamed is misnamed
    assert not evidence(name, None).misnamed
