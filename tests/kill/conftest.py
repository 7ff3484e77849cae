"""One process that forks all senders of the session."""

from collections.abc import Iterator

import pytest

from tests.kill.harness import Forks
from tests.support.installation import installed, template
from tests.support.postgres import postgres

__all__ = ["installed", "postgres", "template"]


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """The process that forks."""
    made = Forks()
    yield made
    made.close()
