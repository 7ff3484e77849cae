"""The page of Equipo Gobierno Digital for the second quarter, six lines of which are owed."""

import pytest

from gdflow.app import App
from tests.support.installation import bare_template, empty, installed, template
from tests.support.web import Pages, opened

__all__ = ["bare_template", "empty", "installed", "template"]


@pytest.fixture
def pages(installed: App) -> Pages:
    """The page on its last day, Monday 10 July 2023, at ten."""
    return opened(installed)
