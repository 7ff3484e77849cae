"""What a report is made of on paper: headings, texts, tables and pictures, as informe.typ draws them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gdflow.domain.lights import Light
from gdflow.report.charts import Chart

Block = dict[str, object]
Cell = str | tuple[str, str]
"""A text, or a text and its colour ("#RRGGBB")."""
NOTHING = "–"
SPOKEN_OF = frozenset({"table", "notes", "picture", "bullets", "facts"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. width: its share of what the others leave, 0 for as much as it needs."""

    title: str
    width: float = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of one kind. flipped: paper lying down, for wide tables."""

    blocks: Sequence[Block]
    flipped: bool = False
    pictures: Sequence[tuple[str, Chart]] = field(default=())

    @property
    def data(self) -> dict[str, object]:
        """The part as the document's source reads it."""
        return {"flipped": self.flipped, "blocks": list(led(self.blocks))}


def led(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a text bears as `leads` whether it speaks of what stands below it, so that a page keeps both."""
    for block, below in zip(blocks, [*blocks[1:], {}], strict=True):
        yield {**block, "leads": below.get("kind") in SPOKEN_OF} if block["kind"] == "text" else block


def heading(text: str, level: int = 1) -> Block:
    """A heading. level: 1 for a chapter."""
    return {"kind": "heading", "level": level, "text": text}


def text(said: str, *, quiet: bool = False) -> Block:
    """A paragraph. quiet: a remark."""
    return {"kind": "text", "text": said, "quiet": quiet}


def bullets(items: Iterable[str]) -> Block:
    """A list."""
    return {"kind": "bullets", "items": list(items)}


def notes(items: Iterable[tuple[str, str]]) -> Block:
    """Short paragraphs, each after the name of what it is about."""
    return {"kind": "notes", "items": list(items)}


def facts(pairs: Iterable[tuple[str, str]]) -> Block:
    """Pairs of a name and what stands for it."""
    return {"kind": "facts", "pairs": list(pairs)}


def signatures(items: Iterable[str]) -> Block:
    """Rules to sign on, each with the text below it."""
    return {"kind": "signatures", "items": list(items)}


def picture(name: str, chart: Chart) -> Block:
    """A chart under the name of its file."""
    return {"kind": "picture", "name": name, "alt": chart.alt}


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], size: float = 8, *, whole: bool = False) -> Block:
    """A table whose titles stand on each of its pages. size: of its type, in points.

    whole: no row goes on over the page; only where every text is short.
    """
    return {
        "kind": "table",
        "widths": [column.width for column in columns],
        "right": [at for at, column in enumerate(columns) if column.right],
        "titles": [column.title for column in columns],
        "rows": list(rows),
        "size": size,
        "whole": whole,
    }


def lit(light: Light) -> Cell:
    """A light as a cell: symbol and word in its colour."""
    return light.text, light.colour
