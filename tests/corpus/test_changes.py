"""Each document of the corpus, typed otherwise, is read as before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gdflow.collect.files import open_document
from gdflow.collect.plan_reader import read_plans
from gdflow.collect.sheet import Document
from tests.corpus.builders import CASES
from tests.corpus.catalogue import load
from tests.corpus.changes import CHANGES, LOST

load()
Known = dict[str, tuple[Document, date]]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """Every document of the corpus with its cut-off."""
    folder = tmp_path_factory.mktemp("corpus")
    truths = {name: case(folder) for name, case in CASES.items()}
    return {
        name: (open_document(folder / truth["file"]), date.fromisoformat(truth["as_of"]))
        for name, truth in truths.items()
    }


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(change.__name__))
def test_a_document_typed_otherwise_is_read_as_before(known: Known, change: Callable[[Document], Document]) -> None:
    lost = LOST.get(change.__name__, frozenset())
    assert [
        name
        for name, (document, as_of) in known.items()
        if name not in lost and facts(change(document), as_of) != facts(document, as_of)
    ] == []


def facts(document: Document, as_of: date) -> list[tuple[Any, ...]]:
    """What the lines hold but for their words and their place."""
    return [
        (line.start, line.due, line.target, dict(line.results), dict(line.programmed), len(line.teams))
        for reading in read_plans(document, as_of=as_of)
        for line in reading.lines
    ]
