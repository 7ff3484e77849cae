"""Texts and csv files."""

from collections.abc import Sequence
from pathlib import Path


def write_text(path: Path, lines: Sequence[str | Sequence[str]], encoding: str = "utf-8") -> None:
    """Lines of a text; a sequence is a line of cells with tabs between them."""
    texts = [item if isinstance(item, str) else "\t".join(item) for item in lines]
    path.write_bytes("\n".join(texts).encode(encoding))


def write_csv(path: Path, rows: Sequence[Sequence[str]], mark: str = ";", encoding: str = "utf-8") -> None:
    """A csv as spreadsheet programs save it: quotes only where needed, CR LF at line ends."""
    path.write_bytes("".join(mark.join(_field(text, mark) for text in row) + "\r\n" for row in rows).encode(encoding))


def _field(text: str, mark: str) -> str:
    risky = any(sign in text for sign in (mark, '"', "\n"))
    return '"' + text.replace('"', '""') + '"' if risky else text
