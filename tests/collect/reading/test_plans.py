"""Plans and directories that are read in another process are what they would be here, or are refused by name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gdflow.collect.files import read_document
from gdflow.collect.plan_reader import read_plans
from gdflow.collect.reading import ReaderDiedError, ReaderPool, pool
from gdflow.collect.reading.plan_plain import as_plain, directory_from_plain, plans_from_plain
from gdflow.domain.errors import InputError
from gdflow.domain.plan import TeamEntry
from tests.support.hostile import HOSTILE

PLANS = Path(__file__).parents[2] / "data" / "plans"
AS_OF = date(2023, 4, 30)


@pytest.fixture(scope="module")
def readers() -> Iterator[ReaderPool]:
    """One reading process for the tests of this module."""
    with ReaderPool(1) as made:
        yield made


@pytest.mark.parametrize("name", ["cartagena_2023.xlsx", "cartagena_2023.txt", "cartago_2024.docx", "cartago_2024.txt"])
def test_a_plan_is_the_same_from_another_process(readers: ReaderPool, name: str) -> None:
    data = (PLANS / name).read_bytes()
    assert readers.read_plans(name, data, as_of=AS_OF) == read_plans(read_document(data, name), as_of=AS_OF)


def test_a_file_without_a_plan_holds_none(readers: ReaderPool) -> None:
    assert readers.read_plans("nota.txt", b"Hola", as_of=AS_OF) == ()


def test_a_directory_is_read_in_another_process(readers: ReaderPool) -> None:
    data = b"Equipo;Correo;Jefatura\nTIC;tic@entidad.example;jefe@entidad.example\n"
    (entry,) = readers.read_directory("d.csv", data)
    assert entry == TeamEntry("TIC", ("tic@entidad.example",), ("jefe@entidad.example",))
    assert readers.read_directory("nota.txt", b"Hola") == ()


@pytest.mark.parametrize("case", sorted(HOSTILE)[::4])
def test_a_hostile_file_is_refused_by_its_code(readers: ReaderPool, case: str) -> None:
    with pytest.raises(InputError) as refused:
        readers.read_plans(HOSTILE[case].name, HOSTILE[case].build(), as_of=AS_OF)
    assert refused.value.code == HOSTILE[case].code


@pytest.mark.parametrize(
    "said",
    [
        None,
        {},
        {"plans": 7},
        {"plans": [{}]},
        {"plans": [{"source": "x", "sheet": "y", "kind": "novel", "lines": []}]},
    ],
)
def test_an_answer_that_none_of_ours_would_give_counts_as_a_death(said: Any) -> None:
    with pytest.raises(ReaderDiedError, match="reader_died"):
        pool._checked(said, "a.xlsx", lambda told: plans_from_plain(told["plans"]))


def test_plain_data_hold_nothing_but_lists_texts_and_numbers() -> None:
    data = (PLANS / "cartagena_2023.xlsx").read_bytes()
    plain = as_plain(read_plans(read_document(data, "a.xlsx"), as_of=AS_OF))
    assert kinds(plain) <= {dict, list, str, int, bool, type(None)}


def test_a_directory_of_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="TeamEntry"):
        directory_from_plain([{"name": []}])


def kinds(plain: Any) -> set[type]:
    held = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    return {type(plain)} | {kind for each in held for kind in kinds(each)}
