"""The command line in an empty folder, and in an installation that has the Cartagena plan."""

import shutil
from pathlib import Path

import pytest

from tests.support.commands import CommandLine, gdflow
from tests.support.installation import template

__all__ = ["gdflow", "template"]


@pytest.fixture
def cartagena(template: Path, gdflow: CommandLine) -> CommandLine:
    """The command line in an installation with the plan of Cartagena as of 10 April 2023."""
    shutil.copytree(template, gdflow.home, dirs_exist_ok=True)
    return gdflow
