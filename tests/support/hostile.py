"""Files made to hurt: each with the name under which it comes and the code under which it must be refused."""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from tests.support.office import book, book_parts, links, package, sheet_xml, strings_xml, tbl, tc, tr, word, word_parts

MIB = 1024 * 1024
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that must be refused with `code`."""

    name: str
    code: str
    build: Callable[[], bytes]


def with_sheet(sheet: str | bytes) -> bytes:
    return package(book_parts(sheet))


def with_strings(strings: str | bytes) -> bytes:
    parts = book_parts(sheet_xml('<row><c t="s"><v>0</v></c></row>'), strings="")
    return package(parts | {"xl/sharedStrings.xml": strings})


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return with_strings(f'<!DOCTYPE sst [<!ENTITY e0 "ja">{entities}]>' + strings_xml("<si><t>&e9;</t></si>"))


def outside_entity() -> bytes:
    return with_sheet('<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + sheet_xml("<row>&x;</row>"))


def doctype_in_utf16() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE worksheet [<!ENTITY x "1">]>' + sheet_xml(ONE)
    return with_sheet(text.encode("utf-16"))


def zip_bomb() -> bytes:
    return with_strings(b"<sst><si><t>" + bytes(70 * MIB) + b"</t></si></sst>")


def many_entries() -> bytes:
    name = b"xl/media/a.png"
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    directory = entry * 60_000
    return (
        local + directory + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 60_000, 60_000, len(directory), len(local), 0)
    )


def lying_size() -> bytes:
    """The directory says 1,000 bytes for a part that inflates to 40 MiB."""
    data = bytearray(with_strings(b"<sst><si><t>" + b" " * (40 * MIB) + b"</t></si></sst>"))
    entry = data.index(b"xl/sharedStrings.xml", data.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, entry + 24, 1_000)
    return bytes(data)


def promised_size() -> bytes:
    """The directory promises more than there is in a part."""
    data = bytearray(book(ONE))
    entry = data.index(b"xl/workbook.xml", data.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, entry + 24, 9_000)
    return bytes(data)


def duplicate_names() -> bytes:
    buffer = BytesIO(package(book_parts(sheet_xml(ONE))))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("XL/worksheets/sheet1.xml", sheet_xml(""))
    return buffer.getvalue()


def encrypted_entry() -> bytes:
    data = bytearray(book(ONE))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def other_compression() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in book_parts(sheet_xml(ONE)).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def missing_sheet() -> bytes:
    parts = book_parts("")
    del parts["xl/worksheets/sheet1.xml"]
    return package(parts)


def sheet_elsewhere(target: str, mode: str = "") -> bytes:
    link = f'<Relationship Id="rId1" Type="x/worksheet" Target="{target}"{mode}/>'
    return package(book_parts(sheet_xml(ONE)) | {"xl/_rels/workbook.xml.rels": links({}, link)})


def cells(count: int, per_row: int = 500) -> bytes:
    row = "<row>" + "<c><v>1</v></c>" * per_row + "</row>"
    return book(row * (count // per_row) + ONE.replace('r="1"', "").replace('r="A1"', ""))


def one_sheet_many_times() -> bytes:
    parts = book_parts(sheet_xml(ONE + f"<row>{' ' * 5 * MIB}</row>"))
    tab = '<sheet name="Plan" sheetId="1" r:id="rId1"/>'
    return package(parts | {"xl/workbook.xml": str(parts["xl/workbook.xml"]).replace(tab, tab * 10_000)})


def other_office(main: str, root: str) -> bytes:
    return package({"_rels/.rels": links({"rId1": ("officeDocument", main)}), main: f"<p:{root} xmlns:p='x'/>"})


def refused(code: str, name: str, builds: dict[str, Callable[[], bytes]]) -> dict[str, Hostile]:
    return {case: Hostile(name, code, build) for case, build in builds.items()}


HOSTILE = {
    **refused("damaged_file", "plan.docx", {"tables in tables": lambda: word("<w:tbl><w:tr><w:tc>" * 5_000)}),
    **refused(
        "damaged_file",
        "plan.xlsx",
        {
            "lying size": lying_size,
            "promised size": promised_size,
            "other compression": other_compression,
            "truncated zip": lambda: book(ONE)[:-40],
            "only the start of a zip": lambda: book(ONE)[:200],
            "no relations": lambda: package({"xl/workbook.xml": "<workbook/>"}),
            "missing sheet": missing_sheet,
            "sheet outside the file": lambda: sheet_elsewhere("../../../etc/passwd"),
            "sheet on the network": lambda: sheet_elsewhere("http://127.0.0.1:9/a", ' TargetMode="External"'),
            "broken XML": lambda: with_sheet(sheet_xml(ONE)[:-20]),
            "NULs in the strings": lambda: with_strings(b"<sst><si><t>\0\0</t></si></sst>"),
            "string that is not there": lambda: book(
                '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', strings="<si><t>a</t></si>"
            ),
            "negative string": lambda: book('<row><c t="s"><v>-1</v></c></row>', strings="<si><t>a</t></si>"),
            "cell twice": lambda: book(ONE.replace("</row>", '<c r="A1"><v>2</v></c></row>')),
            "row twice": lambda: book(ONE * 2),
            "cell without a column": lambda: book(ONE.replace('"A1"', '"11"')),
            "value outside a cell": lambda: book('<row r="1"><v>1</v></row>'),
            "row zero": lambda: book('<row r="0"><c><v>1</v></c></row>'),
            "large comment": lambda: with_sheet(sheet_xml(ONE, before=f"<!--{' ' * 40 * MIB}-->")),
            "huge attribute": lambda: with_sheet(sheet_xml(ONE, before=f"<a b='{' ' * 40 * MIB}'/>")),
            "large broken sheet": lambda: with_sheet(sheet_xml("<row/>" * 20_000 + "<c/>" * 600_000)[:-9]),
            "deep nesting": lambda: with_sheet(sheet_xml("<a>" * 50_000 + "</a>" * 50_000)),
        },
    ),
    **refused(
        "doctype_refused",
        "plan.docx",
        {"document type in Word": lambda: package(word_parts("") | {"word/document.xml": "<!DOCTYPE a><a/>"})},
    ),
    **refused(
        "doctype_refused",
        "plan.xlsx",
        {
            "billion laughs": billion_laughs,
            "entity from outside": outside_entity,
            "document type in UTF-16": doctype_in_utf16,
        },
    ),
    **refused("duplicate_entries", "plan.xlsx", {"duplicate names": duplicate_names}),
    **refused("empty_file", "plan.txt", {"blank text": lambda: b"\n \t\n"}),
    **refused("empty_file", "plan.xlsx", {"empty": lambda: b""}),
    **refused(
        "encrypted_or_xls",
        "plan.xlsx",
        {
            "encrypted workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
            "encrypted entry": encrypted_entry,
        },
    ),
    **refused(
        "far_cell", "plan.docx", {"endless Word cell": lambda: word(tbl(tr(tc("a", '<w:gridSpan w:val="99999999"/>'))))}
    ),
    **refused("far_cell", "plan.txt", {"far field": lambda: b"a" + b"\t" * 5_000 + b"b"}),
    **refused(
        "far_cell",
        "plan.xlsx",
        {
            "far cell": lambda: book('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
            "far column": lambda: book('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        },
    ),
    **refused(
        "far_merge",
        "plan.xlsx",
        {"far merge": lambda: book(ONE, after='<mergeCells><mergeCell ref="A40:XFD1048576"/></mergeCells>')},
    ),
    **refused("lock_file", "~$plan.xlsx", {"mark of an open workbook": lambda: b"\x05Maria" + b" " * 159}),
    **refused(
        "not_a_workbook",
        "plan.xls",
        {
            "web archive named xls": lambda: b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<table></table>",
            "workbook of 2003 in XML": lambda: (
                b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'
            ),
        },
    ),
    **refused(
        "not_a_workbook", "plan.xls", {"html named xls": lambda: b"<html><table><tr><td>1</td></tr></table></html>"}
    ),
    **refused("not_a_workbook", "plan.xlsx", {"csv named xlsx": lambda: b"ITEM;META\n1;2\n"}),
    **refused("too_large", "plan.csv", {"too large": lambda: b"a;b\n" * (3 * MIB)}),
    **refused(
        "too_many_cells",
        "plan.docx",
        {
            "wide Word table": lambda: word(tbl(tr(tc("a", '<w:gridSpan w:val="1000"/>')) * 201)),
            "endless Word text": lambda: word("<w:p/>" * 700_000),
        },
    ),
    **refused(
        "too_many_cells",
        "plan.txt",
        {
            "a line of tabs": lambda: b"a" + b"\t" * (9 * MIB),
            "50,001 lines": lambda: b"a\n" * 50_001,
        },
    ),
    **refused(
        "too_many_cells",
        "plan.xlsx",
        {
            "200,001 cells": lambda: cells(200_000),
            "ten million blank cells": lambda: with_sheet(sheet_xml("<row>" + "<c/>" * 10_000_000 + "</row>")),
            "a row that never ends": lambda: book("<row>" + "<c/>" * 1_500_000 + "</row>"),
            "a million rows": lambda: book("<row/>" * 1_000_000),
            "a million strings": lambda: with_strings(strings_xml("<si/>" * 1_000_000)),
            "twelve million strings": lambda: with_strings(strings_xml("<si/>" * 12_000_000)),
        },
    ),
    **refused("too_many_entries", "plan.xlsx", {"60,000 entries": many_entries}),
    **refused(
        "unclosed_quote",
        "plan.csv",
        {
            "quote never closed": lambda: b'a;b\n1;"x\n2;y\n',
            "megabytes after a quote": lambda: b'a;b\n1;"' + b"x y\n" * MIB,
        },
    ),
    **refused(
        "unsupported_format", "plan.csv", {"program named csv": lambda: b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64)}
    ),
    **refused("unsupported_format", "plan.docx", {"pdf": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"}),
    **refused(
        "unsupported_format", "plan.ods", {"open document": lambda: package({"mimetype": "x", "content.xml": "<a/>"})}
    ),
    **refused(
        "unsupported_format", "plan.pptx", {"slides": lambda: other_office("ppt/presentation.xml", "presentation")}
    ),
    **refused(
        "unsupported_format",
        "plan.txt",
        {
            "html named txt": lambda: b"<!DOCTYPE html><html></html>",
            "picture named txt": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
            "half a UTF-16 text": lambda: b"\xff\xfea\x00b",
        },
    ),
    **refused(
        "unsupported_format",
        "plan.numbers",
        {
            "Numbers": lambda: package({"Index/Document.iwa": "x", "preview.jpg": "j"}),
            "shadow of a Mac": lambda: b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(100),
        },
    ),
    **refused("unsupported_format", "plan.xlsb", {"binary workbook": lambda: other_office("xl/workbook.bin", "x")}),
    **refused("unsupported_format", "plan.zip", {"any zip": lambda: package({"a.txt": "1"})}),
    **refused(
        "zip_bomb",
        "plan.xlsx",
        {
            "zip bomb": zip_bomb,
            "one sheet many times": one_sheet_many_times,
            "huge comment": lambda: with_sheet(sheet_xml(ONE, before=f"<!--{' ' * 70 * MIB}-->")),
        },
    ),
}
