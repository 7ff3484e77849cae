"""A machine of a reader's: the program, an installation, a shell that runs what the documentation says."""

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gdflow import clock
from gdflow.app import App
from gdflow.web.application import create_app
from tests.docs.texts import ROOT, words_of
from tests.support.commands import CommandLine, Ran
from tests.support.installation import CARTAGENA

PLACES = ("/opt/gdflow", "/srv/gdflow", "/media/copias")
"""Folders by the names that the documentation gives them."""
COPIED = ("deployments", "config", "tests/data/plans")
SITE = re.compile(r"https?://(?:127\.0\.0\.1:8000|planes\.entidad\.example)")
WRITTEN = datetime(2026, 11, 20, 15, tzinfo=UTC)
"""A Friday on which the documents are read: a day that an example names as one to come does not pass."""
FINDINGS = ("doctor", "coverage", "teams")
"""Commands that end with 3 when they find what a machine in a test does not have."""


class Machine:
    """Where a document's commands run one after the other. here: the current folder."""

    def __init__(self, folder: Path, template: Path, gdflow: CommandLine, patch: pytest.MonkeyPatch) -> None:
        self.folder, self._gdflow, self._patch = folder, gdflow, patch
        program = folder / "opt" / "gdflow"
        for each in COPIED:  # never a link: what is written there must not reach the repository
            shutil.copytree(ROOT / each, program / each)
        (folder / "media" / "copias").mkdir(parents=True)
        self._template, self.here, self._home = template, program, program
        self._patch.delenv("GDFLOW_HOME", raising=False)
        self._patch.setattr(clock, "now", clock.running_from(WRITTEN))
        self.move(program)

    def settle(self) -> None:
        """Go on in an installation that has a plan, at /srv/gdflow."""
        self.move(Path(shutil.copytree(self._template, self.folder / "srv" / "gdflow")))

    def move(self, place: Path) -> None:
        """Change to a folder; the plan of the examples lies in it."""
        self.here = place
        self._patch.chdir(place)
        if (place / "data").exists():
            self._home = place
            shutil.copy(CARTAGENA, place / "Plan de acción 2026.xlsx")

    def run(self, command: str) -> None:
        """Run a command as it is written; AssertionError with what it said when it fails."""
        there = self._here(command)
        words = words_of(re.sub(r"^(?:\w+=\S+\s+)+", "", there))
        if words[0] == "cd":
            self.move(self.here / words[1])
        elif words[0] == "export":
            self._patch.setenv(*words[1].split("=", 1))
        elif own := _own_words(words):
            with self._patch.context() as patch:
                for name, value in re.findall(r"(\w+)=(\S+)\s", there[: -len(words[-1])].split(words[0])[0]):
                    patch.setenv(name, value)
                self._own(command, self._expanded(own))
        elif words[0] == "curl":
            self._ask(command, words)
        else:
            done = subprocess.run(
                ["/bin/sh", "-euc", there], cwd=self.here, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"

    def _own(self, command: str, words: list[str]) -> None:
        ran: Ran = self._gdflow(*words)
        name = words[2] if words[0] == "--home" else words[0]
        if place := words[1] if "--home" in words[:1] or words[0] == "init" else None:
            self._home = self.here / place
        assert ran.code == 0 or (ran.code == 3 and name in FINDINGS), f"{command}\n{ran.code}\n{ran.out}{ran.err}"

    def _ask(self, command: str, words: list[str]) -> None:
        """Ask the pages of the installation for what curl asks of them."""
        url = next(word for word in words if SITE.match(word))
        app = App.open(self._home, {})
        answer = TestClient(create_app(app)).get(SITE.sub("", url))
        app.engine.dispose()
        assert answer.status_code in (200, 503), f"{command}\n{answer.status_code} {answer.text[:400]}"

    def _here(self, command: str) -> str:
        """The command with this machine's folders in place of the reader's."""
        for place in PLACES:
            command = re.sub(rf"(?<![\w.]){place}\b", f"{self.folder}{place}", command)
        return command

    def _expanded(self, words: list[str]) -> list[str]:
        """Patterns become the files that they name; a copy of another day is the newest copy there is."""
        found = []
        for word in words:
            path = Path(word)
            if word.endswith(".zip") and not path.exists() and (copies := sorted(path.parent.glob("*.zip"))):
                path.write_bytes(max(copies, key=os.path.getmtime).read_bytes())
            found += sorted(map(str, path.parent.glob(path.name))) if "*" in word else [word]
        return found


def _own_words(words: list[str]) -> list[str]:
    """gdflow's own words of a command that calls it; nothing for another program."""
    if words[0].startswith("python") and words[1].endswith("run.py"):
        return words[2:]
    return words[1:] if words[0] == "gdflow" or words[0].endswith("/bin/gdflow") else []
