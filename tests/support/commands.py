"""The command line as people use it: words in, an exit code and what was printed out."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gdflow.cli.main import run


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Everything on stdout as one JSON document."""
        return json.loads(self.out)


class CommandLine:
    """Runs commands in one installation, within this process."""

    def __init__(self, home: Path, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capture, self._patch = capture, patch
        for name in [name for name in os.environ if name.startswith("GDFLOW_")]:
            patch.delenv(name)
        patch.setenv("COLUMNS", "200")
        self.move(home)

    def move(self, home: Path) -> None:
        """Go on in another installation."""
        self.home = home
        self._patch.setenv("GDFLOW_HOME", str(home))
        self._patch.chdir(home)

    def __call__(self, *words: str | Path) -> Ran:
        """Run `gdflow` with these words."""
        self._patch.setattr(sys, "argv", ["gdflow", *map(str, words)])
        self._capture.readouterr()
        try:
            run()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            os.environ.pop("GDFLOW_ENTITY", None)  # a command is a process, and leaves nothing to the next one
        out, err = self._capture.readouterr()
        return Ran(code, out, err)


@pytest.fixture
def gdflow(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in an empty folder."""
    home = tmp_path / "entidad"
    home.mkdir()
    return CommandLine(home, capsys, monkeypatch)
