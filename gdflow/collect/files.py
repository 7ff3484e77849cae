"""A file of any kind as sheets of typed cells. Its bytes say what it is; its name only tells csv from other text."""

import re
from pathlib import Path, PurePath

from gdflow.collect.limits import MAX_FILE_BYTES
from gdflow.collect.package import Package
from gdflow.collect.sheet import Document, Sheet
from gdflow.collect.text import decode, read_csv, read_lines
from gdflow.collect.word import read_word
from gdflow.collect.xlsx_book import read_workbook
from gdflow.domain.errors import InputError, NotFoundError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted .xlsx, or an .xls or .doc of before 2007
TNEF = b"\x78\x9f\x3e\x22"  # winmail.dat, in which Outlook wraps what it attaches for other Outlooks
LOCK = "~$"  # what Office leaves beside a document while somebody has it open
LONGEST_LOCK = 1024
OTHER_FORMATS = {b"%PDF": "PDF", b"{\\rtf": "RTF"}
OFFICE_NAMES = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".docx", ".docm", ".doc", ".odt"})
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MARKUP = re.compile(r"\s*<(!--|(!doctype|\?xml|html|head|meta|body|table|style|script)\b)", re.IGNORECASE)


def open_document(path: Path, name: str | None = None) -> Document:
    """Read a file; `name` is how people call it, when the path does not say.

    Raises NotFoundError file_not_found, and InputError as read_document does or unreadable_file.
    """
    name = name or path.name
    if not path.is_file():
        raise NotFoundError("file_not_found", file=str(path))
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise InputError("unreadable_file", file=name, found=error.strerror) from error
    return read_document(data, name)


def read_document(data: bytes, name: str) -> Document:
    """Read the bytes of a workbook, a Word document, a tab-separated text or a csv.

    Raises InputError, always with the fact `file`: empty_file, too_large, encrypted_or_xls, winmail, lock_file,
    not_a_workbook, unsupported_format, damaged_file, zip_bomb, too_many_entries, duplicate_entries, doctype_refused,
    too_many_cells, far_cell, far_merge, unclosed_quote.
    """
    try:
        return Document(name, _sheets(data, PurePath(name)))
    except InputError as error:
        error.facts["file"] = name
        raise
    except RecursionError as error:
        # Tables within tables within tables: no person made them.
        raise InputError("damaged_file", file=name) from error


def _sheets(data: bytes, name: PurePath) -> tuple[Sheet, ...]:
    if len(data) > MAX_FILE_BYTES:
        raise InputError("too_large", limit=MAX_FILE_BYTES // 1024**2)
    if not data:
        raise InputError("empty_file")
    if data.startswith(ZIP):
        return _office(data)
    if name.name.startswith(LOCK) and len(data) <= LONGEST_LOCK:
        raise InputError("lock_file", found="lock")
    if data.startswith(OLE):
        raise InputError("encrypted_or_xls", found="ole")
    if data.startswith(TNEF):
        raise InputError("winmail", found="tnef")
    return (_text(data, name),)


def _office(data: bytes) -> tuple[Sheet, ...]:
    package = Package(data)
    main = package.main()
    if main is None:
        office = any(name.startswith(("xl/", "word/", "[content_types]")) for name in package.names())
        raise InputError("damaged_file" if office else "unsupported_format", found="zip")
    if main.lower().endswith(".bin"):
        raise InputError("unsupported_format", found="xlsb")
    root = package.tree(main)
    kind = str(root.tag).rpartition("}")[2]
    if kind == "workbook":
        return read_workbook(package, main, root)
    if kind == "document":
        return read_word(package, main, root)
    raise InputError("unsupported_format", found=kind)


def _text(data: bytes, name: PurePath) -> Sheet:
    for start, found in OTHER_FORMATS.items():
        if data.startswith(start):
            raise InputError("unsupported_format", found=found)
    suffix = name.suffix.lower()
    text = decode(data)
    if suffix in OFFICE_NAMES:
        raise InputError("not_a_workbook", found="html" if MARKUP.match(text) else "text")
    if MARKUP.match(text):
        raise InputError("unsupported_format", found="html")
    if not text.strip():
        raise InputError("empty_file")
    return read_csv(text, name.stem) if suffix == ".csv" else read_lines(text, name.stem)
