"""Word documents of paragraphs and tables, by hand, always with the same bytes."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Box:
    """A Word cell: `span` grid columns wide; `down` is 'restart' or 'continue' of a vertical merge."""

    text: str = ""
    span: int = 1
    down: str | None = None


class Raw(str):
    """WordprocessingML as it is, where a text would be escaped: a paragraph, the inside of a cell, a whole row."""


@dataclass(frozen=True)
class Row:
    """A Word row with its facts: grid columns left out `before` it, its change ('ins' or 'del'), a title repeated."""

    cells: Sequence[object]
    before: int = 0
    change: str | None = None
    title: bool = False


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def write_word(path: Path, parts: Sequence[object]) -> None:
    """A Word document of paragraphs (texts) and tables (rows of texts and boxes), in order."""
    body = "".join(_paragraph(part) if isinstance(part, str) else table(part) for part in parts)
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_WORD}"><w:body>{body}'
    document += "<w:sectPr/></w:body></w:document>"
    parts_of_file = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts_of_file.items():
            file.writestr(zipfile.ZipInfo(name, _EPOCH), text.encode(), zipfile.ZIP_DEFLATED)
    path.write_bytes(out.getvalue())


def _paragraph(text: str) -> str:
    """One paragraph; words that follow the tenth stand in a second run, as after an edit."""
    if isinstance(text, Raw):
        return text
    words = text.split(" ")
    runs = [" ".join(words[:10]), " " + " ".join(words[10:])] if len(words) > 10 else [text]
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs) + "</w:p>"


def table(rows: Any) -> Raw:
    """A table of rows, as wide as its widest."""
    width = max(_width(row) for row in rows)
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1500"/>' * width + "</w:tblGrid>"
    return Raw(f"<w:tbl>{grid}" + "".join(_row(row) for row in rows) + "</w:tbl>")


def _width(row: Any) -> int:
    if isinstance(row, Raw):
        return 1
    cells, before = (row.cells, row.before) if isinstance(row, Row) else (row, 0)
    return before + sum(box.span if isinstance(box, Box) else 1 for box in cells)


def _row(row: Any) -> str:
    if isinstance(row, Raw):
        return row
    if not isinstance(row, Row):
        return f"<w:tr>{''.join(_box(box) for box in row)}</w:tr>"
    facts = f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
    facts += "<w:tblHeader/>" if row.title else ""
    facts += f'<w:{row.change} w:id="7" w:author="Planeación" w:date="2025-01-20T08:00:00Z"/>' if row.change else ""
    return f"<w:tr><w:trPr>{facts}</w:trPr>{''.join(_box(box) for box in row.cells)}</w:tr>"


def _box(cell: object) -> str:
    box = cell if isinstance(cell, Box) else Box(cell if isinstance(cell, str) else str(cell))
    facts = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    if box.down == "restart":
        facts += '<w:vMerge w:val="restart"/>'
    elif box.down == "continue":
        facts += "<w:vMerge/>"
    texts = [box.text] if isinstance(box.text, Raw) else box.text.split("\n")
    paragraphs = "".join(_paragraph(text) for text in texts)
    return f"<w:tc><w:tcPr>{facts}</w:tcPr>{paragraphs}</w:tc>"
