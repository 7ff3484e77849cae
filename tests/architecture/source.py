"""The project's own text: its modules as syntax trees, and every file that a clone would hold."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ("gdflow", "flows")


@dataclass(frozen=True)
class Module:
    """A Python file by its path from the root, such as "gdflow/clock.py"."""

    path: str
    text: str
    tree: ast.Module

    def within(self, *places: str) -> bool:
        """Whether it is one of these files or lies in one of these folders."""
        return any(self.path == place or self.path.startswith(f"{place}/") for place in places)

    def calls(self) -> Iterator[tuple[str, int]]:
        """Every call by its dotted name ("session.commit") and its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node.lineno

    def imported(self) -> Iterator[tuple[str, int]]:
        """Every imported module by its whole name, and its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or "", node.lineno


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files of these folders, of the whole house when none is named."""
    found = sorted(file for folder in folders or HOUSE for file in (ROOT / folder).rglob("*.py"))
    return tuple(_module(file) for file in found)


def _module(file: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    return Module(file.relative_to(ROOT).as_posix(), text, ast.parse(text))


@cache
def files() -> tuple[Path, ...]:
    """Every file that is tracked or would be: what git ignores is left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return tuple(ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file())
