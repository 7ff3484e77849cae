"""What a report is made of on paper: headings, texts, tables and pictures, as informe.typ draws them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gdflow.domain.lights import Light
from gdflow.report.charts import Chart
from gdflow.report.letter_widths import wide

Block = dict[str, object]
Cell = str | tuple[str, str]
"""A text, or a text and its colour ("#RRGGBB")."""
NOTHING = "–"
SHORT, LINE = 400, 30
"""So many letters are never higher than a page, not even in a narrow column. And those that a line stands for."""
WIDEST, INSET = 90, 7
"""Points: a column wider than that has to come to terms with the others; and the space beside its text."""
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

    whole: no row goes on over the page, which is so in any case where every text is short.
    """
    shown = list(rows)
    return {
        "kind": "table",
        "widths": [column.width for column in columns],
        "points": [_points(at, column, shown, size) for at, column in enumerate(columns)],
        "right": [at for at, column in enumerate(columns) if column.right],
        "titles": [column.title for column in columns],
        "rows": shown,
        "size": size,
        "whole": whole or all(_room(cell) <= SHORT for row in shown for cell in row),
    }


def _points(at: int, column: Column, rows: Sequence[Sequence[Cell]], size: float) -> float:
    """What a column that takes what it needs is wide; 0 where the document itself has to find it out.

    That takes as long again as to lay its cells out.
    """
    if column.width:
        return 0
    said = {column.title, *(_said(row[at]) for row in rows)}
    needed = round(max(map(wide, said)) * size + INSET, 1)
    return needed if needed <= WIDEST else 0


def _said(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell[0]


def _room(cell: Cell) -> int:
    """How many letters a cell is as high as: a line of its own counts as a line's worth of them."""
    said = _said(cell)
    return len(said) + LINE * said.count("\n")


def lit(light: Light) -> Cell:
    """A light as a cell: symbol and word in its colour."""
    return light.text, light.colour
