"""The text that a reader of a Word document sees: insertions yes; deletions, hidden text and text boxes no."""

from collections.abc import Iterator

from lxml.etree import _Element

WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"}
)
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
OFF = ("0", "false", "off")


def name_of(element: _Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def setting(element: _Element, path: str) -> str | None:
    """The w:val of the first descendant at the path ("tcPr/gridSpan"); empty when it has none, None when absent."""
    found = element.find("/".join("{*}" + name for name in path.split("/")))
    if found is None:
        return None
    return next((str(value) for name, value in found.items() if str(name).endswith("}val")), "")


def is_on(element: _Element, path: str) -> bool:
    """Whether a yes-or-no property is set."""
    value = setting(element, path)
    return value is not None and value not in OFF


def children(element: _Element, *names: str) -> Iterator[_Element]:
    """The children with these names, those inside content controls, links and insertions too, in order."""
    for child in element:
        name = name_of(child)
        if name in names:
            yield child
        elif name in WRAPPERS:
            yield from children(child, *names)


def blocks(element: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a body, header, footer or cell."""
    return children(element, "p", "tbl")


def paragraph_text(paragraph: _Element) -> str:
    """The text of a paragraph, with its tabs and line breaks."""
    return "".join(_run_text(run) for run in children(paragraph, "r") if not is_on(run, "rPr/vanish"))


def cell_text(cell: _Element) -> str:
    """The paragraphs of a table cell, one a line; a table within is its rows, one a line."""
    texts = (table_text(block) if name_of(block) == "tbl" else paragraph_text(block) for block in blocks(cell))
    return "\n".join(text for text in texts if text.strip())


def table_text(table: _Element) -> str:
    """A whole table as text: a line for each row, its cells parted by tabs."""
    rows = ([cell_text(cell) for cell in children(row, "tc")] for row in children(table, "tr"))
    return "\n".join("\t".join(text for text in row if text) for row in rows)


def _run_text(run: _Element) -> str:
    return "".join(child.text or "" if name_of(child) == "t" else SIGNS.get(name_of(child), "") for child in run)
