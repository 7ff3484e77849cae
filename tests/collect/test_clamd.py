"""The antivirus is asked by its own protocol, and only its two answers are believed."""

import pytest

from gdflow.collect.clamd import CHUNK, infection_in
from tests.support.clamd import EICAR, FOUND, away, clamd


def test_a_clean_file_is_clean() -> None:
    with clamd() as antivirus:
        assert infection_in(b"acta" * CHUNK, antivirus) is None


def test_an_infected_file_is_named_wherever_the_virus_stands() -> None:
    with clamd() as antivirus:
        assert infection_in(b" " * (CHUNK - 5) + EICAR, antivirus) == FOUND


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"stream: tal vez\0"])
def test_any_other_answer_is_none(answer: bytes) -> None:
    with clamd(answer) as antivirus, pytest.raises(OSError, match="clamd"):
        infection_in(b"acta", antivirus)


def test_one_that_does_not_run_is_told_apart_from_a_clean_file() -> None:
    with pytest.raises(ConnectionRefusedError):
        infection_in(b"acta", away())
