"""The reader beside documents that it was not written for: each one is read as its truth says."""

from pathlib import Path

import pytest

from tests.corpus.builders import CASES
from tests.corpus.catalogue import load
from tests.corpus.check import judge
from tests.corpus.fuzz import write_random_plan

load()
SEEDS = range(0, 200, 20)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_document_of_the_corpus_is_read_as_its_truth_says(name: str, tmp_path: Path) -> None:
    assert judge(tmp_path, {"case": name, **CASES[name](tmp_path)}) == []


@pytest.mark.parametrize("first", SEEDS)
def test_plans_of_any_order_titles_and_noise_are_read_as_their_truth_says(first: int, tmp_path: Path) -> None:
    told = {seed: judge(tmp_path, write_random_plan(seed, tmp_path)) for seed in range(first, first + 20)}
    assert {seed: differences for seed, differences in told.items() if differences} == {}
