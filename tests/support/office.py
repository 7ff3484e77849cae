"""Office files made by hand, part by part, so that a test can write what no library would."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every part was written: the same document is the same bytes."""


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of the parts, deflated."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED, 1)
    return buffer.getvalue()


def links(targets: Mapping[str, tuple[str, str]], extra: str = "") -> str:
    """A relationships part: id -> (kind, target)."""
    each = "".join(
        f'<Relationship Id="{key}" Type="{KIND}/{kind}" Target="{target}"/>' for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{LINKS}">{each}{extra}</Relationships>'


def sheet_xml(rows: str, *, before: str = "", after: str = "") -> str:
    """A worksheet with these <row> elements."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def strings_xml(items: str) -> str:
    """A shared strings part with these <si> elements."""
    return f'<sst xmlns="{MAIN}">{items}</sst>'


def styles_xml(*formats: str) -> str:
    """Styles in which style n shows numbers with the n-th format, a code or the number of a built-in one."""
    own = "".join(
        f'<numFmt numFmtId="{200 + index}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for index, code in enumerate(formats)
    )
    styles = "".join(
        f'<xf numFmtId="{code if code.isdecimal() else 200 + index}"/>' for index, code in enumerate(formats)
    )
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>'


def book_parts(
    sheet: str | bytes, *, strings: str | None = None, styles: str = "", settings: str = ""
) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet, "Plan"."""
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}">{settings}'
        '<sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    targets = {"rId1": ("worksheet", "worksheets/sheet1.xml")}
    parts: dict[str, str | bytes] = {
        "_rels/.rels": links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": book,
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = strings
        targets["rId2"] = ("sharedStrings", "sharedStrings.xml")
    if styles:
        parts["xl/styles.xml"] = styles
        targets["rId3"] = ("styles", "/xl/styles.xml")
    parts["xl/_rels/workbook.xml.rels"] = links(targets)
    return parts


def book(
    rows: str, *, strings: str | None = None, styles: str = "", settings: str = "", before: str = "", after: str = ""
) -> bytes:
    """A workbook with one sheet of these <row> elements."""
    sheet = sheet_xml(rows, before=before, after=after)
    return package(book_parts(sheet, strings=strings and strings_xml(strings), styles=styles, settings=settings))


def word_parts(body: str, **margins: str) -> dict[str, str | bytes]:
    """The parts of a Word document; margins are bodies of its "header" and "footer"."""
    targets = {f"rId{index}": (kind, f"{kind}1.xml") for index, kind in enumerate(margins, start=1)}
    tags = {"header": "hdr", "footer": "ftr"}
    parts: dict[str, str | bytes] = {
        "_rels/.rels": links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": links(targets),
    }
    for kind, content in margins.items():
        parts[f"word/{kind}1.xml"] = f'<w:{tags[kind]} xmlns:w="{WORD}">{content}</w:{tags[kind]}>'
    return parts


def word(body: str, **margins: str) -> bytes:
    """A Word document with this body."""
    return package(word_parts(body, **margins))


def p(*texts: str) -> str:
    """A paragraph of plain runs."""
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def tc(content: str, properties: str = "") -> str:
    """A table cell: a text, or paragraphs as they are."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row of texts or cells."""
    inside = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"
