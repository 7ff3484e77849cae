"""A Word document: its tables as sheets, and the paragraphs around them."""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from gdflow.collect.cells import text_cell
from gdflow.collect.package import Package
from gdflow.collect.sheet import BLANK, Row, Sheet
from gdflow.collect.word_table import read_table
from gdflow.collect.word_text import blocks, cell_text, children, is_on, name_of, paragraph_text

FEWEST_ROWS, FEWEST_COLUMNS = 2, 3  # of a table within a cell that is more than a pair of names and values


def read_word(package: Package, main: str, document: _Element) -> tuple[Sheet, ...]:
    """The tables of a document whose main part is `main`, or its paragraphs when it has none.

    Every table carries all texts outside tables: those of the headers, then the body's, then the footers'.
    Raises InputError: far_cell, too_many_cells, damaged_file.
    """
    _clear_prompts(document)
    body = [block for part in document.iterfind("{*}body") for block in blocks(part)]
    before, after = _margin(package, main, "header"), _margin(package, main, "footer")
    tables = [table for block in body if name_of(block) == "tbl" for table in (block, *_framed(block))]
    paragraphs = [paragraph_text(block) for block in body if name_of(block) == "p"]
    if not tables:
        return (_paragraphs(paragraphs, before + after),)
    loose = (*before, *_visible(paragraphs), *after)
    return tuple(read_table(table, f"Tabla {number}", loose) for number, table in enumerate(tables, start=1))


def _clear_prompts(document: _Element) -> None:
    """Empty the controls that still show what Word asks for ("Elija un elemento."): nobody has filled them in."""
    for control in document.iter("{*}sdt"):
        for text in control.iter("{*}t") if is_on(control, "sdtPr/showingPlcHdr") else ():
            text.text = None


def _framed(table: _Element) -> list[_Element]:
    """The tables that a table only draws a frame around, taken out of it: each alone in its row, and a real one."""
    alone = (cells[0] for row in children(table, "tr") if len(cells := list(children(row, "tc"))) == 1)
    held = [block for cell in alone for block in blocks(cell) if name_of(block) == "tbl"]
    framed: list[_Element] = []
    for block in held:
        deeper, around = _framed(block), block.getparent()
        if around is not None and (deeper or _is_grid(block)):
            around.remove(block)
            framed += [block, *deeper]
    return framed


def _is_grid(table: _Element) -> bool:
    widths = [sum(1 for _ in children(row, "tc")) for row in children(table, "tr")]
    return len(widths) >= FEWEST_ROWS and max(widths) >= FEWEST_COLUMNS


def _paragraphs(paragraphs: list[str], loose: tuple[str, ...]) -> Sheet:
    cells = ((number, text_cell(text)) for number, text in enumerate(paragraphs, start=1))
    rows = tuple(Row(number, (cell,)) for number, cell in cells if cell is not BLANK)
    return Sheet("Documento", rows, kind="text", loose=loose)


def _margin(package: Package, main: str, kind: str) -> tuple[str, ...]:
    parts = (relation.target for relation in package.relations(main).values() if relation.kind == kind)
    return _visible(text for part in parts for block in blocks(package.tree(part)) for text in _texts(block))


def _texts(block: _Element) -> Iterator[str]:
    """The lines of a paragraph, or those of a table's cells one after the other."""
    if name_of(block) == "p":
        yield from paragraph_text(block).split("\n")
        return
    for row in children(block, "tr"):
        for cell in children(row, "tc"):
            yield from cell_text(cell).split("\n")


def _visible(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())
