"""The documentation as texts: which files it has, and the commands that their fences hold."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guia-coordinador.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
TEXTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "deployments").glob("*.md")),
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]
"""Every file that a person reads."""
RUN = [path for path in TEXTS if path not in DECISIONS and path.name not in ("CHANGELOG.md", "CONTRIBUTING.md")]
"""Those whose commands have to run as they stand."""
SHELL = ("sh", "console")
PROGRAMS = (
    "gdflow",
    "python",
    "python3",
    "sudo",
    "curl",
    "docker",
    "prefect",
    "helm",
    "kubectl",
    "schtasks",
    "py",
    "$",
)
"""With what a line of a command begins."""


@dataclass(frozen=True)
class Fence:
    """A block between two rows of backticks. number: the line of the file on which it begins."""

    path: Path
    number: int
    language: str
    text: str

    @property
    def place(self) -> str:
        """Where it stands, as an editor takes it."""
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.number}"

    def commands(self) -> Iterator[str]:
        """Its commands one by one, continued lines joined; in a console only what follows the prompt."""
        for line in self.text.replace("\\\n", " ").replace("^\n", " ").splitlines():
            told = line.strip()
            if self.language == "console" and not told.startswith("$ "):
                continue
            if command := _without_comment(told.removeprefix("$ ")):
                yield command


def fences(path: Path) -> list[Fence]:
    """The blocks of a file, in order."""
    found = re.finditer(r"^( *)```(\S*)\n(.*?)^\1```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [Fence(path, each.string.count("\n", 0, each.start()) + 1, each[2], each[3]) for each in found]


def words_of(command: str) -> list[str]:
    """A command's words, as a shell takes them."""
    return shlex.split(command)


def _without_comment(line: str) -> str:
    return "" if line.startswith("#") else re.sub(r"\s+#\s.*$", "", line)
