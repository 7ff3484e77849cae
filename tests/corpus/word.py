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
    body = "".join(_paragraph(part) if isinstance(part, str) else _table(part) for part in parts)
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
    words = text.split(" ")
    runs = [" ".join(words[:10]), " " + " ".join(words[10:])] if len(words) > 10 else [text]
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs) + "</w:p>"


def _table(rows: Any) -> str:
    width = max(sum(box.span if isinstance(box, Box) else 1 for box in row) for row in rows)
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1500"/>' * width + "</w:tblGrid>"
    return f"<w:tbl>{grid}" + "".join(f"<w:tr>{''.join(_box(box) for box in row)}</w:tr>" for row in rows) + "</w:tbl>"


def _box(cell: object) -> str:
    box = cell if isinstance(cell, Box) else Box(str(cell))
    facts = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    if box.down == "restart":
        facts += '<w:vMerge w:val="restart"/>'
    elif box.down == "continue":
        facts += "<w:vMerge/>"
    paragraphs = "".join(_paragraph(text) for text in box.text.split("\n"))
    return f"<w:tc><w:tcPr>{facts}</w:tcPr>{paragraphs}</w:tc>"
