"""What a command prints: with --json only JSON on stdout; people's words, tables and progress otherwise."""

import json
import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


class Exit(IntEnum):
    """Exit codes, the same for every command."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    PROBLEMS = 3
    REFUSED = 4
    PARTIAL = 5


def print_json(answer: object) -> None:
    """The answer as one JSON document on stdout."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def console(*, errors: bool = False) -> "Console":
    """A Rich console on stdout, or on stderr for what is not the answer."""
    from rich.console import Console

    return Console(stderr=errors, highlight=False, soft_wrap=False)


def say(text: str) -> None:
    """A line for people on stdout; square brackets in people's texts stay text."""
    console().print(text, markup=False, soft_wrap=True)


def complain(text: str) -> None:
    """A line for people on stderr."""
    console(errors=True).print(text, style="bold red", markup=False, soft_wrap=True)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of texts; every cell is shown as it is, never as markup."""
    from rich.table import Table
    from rich.text import Text

    shown = Table(title=Text(title), title_justify="left", header_style="bold")
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    console().print(shown)
