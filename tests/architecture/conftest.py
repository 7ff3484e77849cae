"""The modules of the house as trees, for the tests of this folder alone."""

import gc
from collections.abc import Iterator

import pytest

from tests.architecture.source import modules


@pytest.fixture(scope="package", autouse=True)
def _forgotten() -> Iterator[None]:
    """Millions of nodes are let go at the end: whatever is collected later in this process would walk through them."""
    yield
    modules.cache_clear()
    gc.collect()
