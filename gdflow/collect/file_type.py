"""What a file of evidence is, by its bytes: documents, pictures, texts and archives are taken, what can run is not."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePath
from zipfile import ZipFile

from gdflow.collect.package import ZIP_ERRORS
from gdflow.domain.errors import InputError
from gdflow.domain.evidence import OFFICE, OPEN

STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
PROGRAMS = (
    *(b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf"),
    *(b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"L\x00\x00\x00\x01\x14\x02\x00", b"\x00asm", b"MSCF", b"dex\n"),
)
"""How what runs begins, on any system: also links to programs, and cabinets that install them."""
RUNNABLE = frozenset(
    {
        *(".exe", ".dll", ".scr", ".com", ".msi", ".msp", ".cpl", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe"),
        *(".js", ".jse", ".mjs", ".wsf", ".wsh", ".hta", ".lnk", ".url", ".reg", ".jar", ".apk", ".sh", ".bash"),
        *(".py", ".pyw", ".php", ".pl", ".rb", ".htm", ".html", ".xhtml", ".svg", ".chm", ".iso", ".app", ".scf"),
    }
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_KINDS: Mapping[str, str] = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "Book": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
    "__properties_version1.0": "application/vnd.ms-outlook",
}
OFFICE_PARTS: Mapping[str, str] = {
    "word/": f"{OFFICE}.wordprocessingml.document",
    "xl/": f"{OFFICE}.spreadsheetml.sheet",
    "ppt/": f"{OFFICE}.presentationml.presentation",
}
OPEN_KINDS = frozenset(f"{OPEN}.{kind}" for kind in ("text", "spreadsheet", "presentation"))
HEIF = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
MARKUP = re.compile(rb"\s*(\xef\xbb\xbf)?\s*<(!|\?|[a-z])", re.IGNORECASE)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MAX_PARTS = 10_000


def media_type_of(name: str, data: bytes) -> str:
    """The type of a file, one of domain's SUFFIXES; its name only tells csv from other text, and scripts from texts.

    Raises InputError, with the fact `file`: empty_file, evidence_program, evidence_macros, evidence_type,
    damaged_file.
    """
    file, ending = PurePath(name).name, PurePath(name).suffix.lower()
    if not data:
        raise InputError("empty_file", file=file)
    if data.startswith(PROGRAMS) or ending in RUNNABLE:
        raise InputError("evidence_program", file=file)
    found = _binary(file, data) or _text(data, ending)
    if found is None:
        raise InputError("evidence_type", file=file)
    return found


def _binary(file: str, data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        return _archive(file, data)
    if data.startswith(OLE):
        return _old_office(file, data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in HEIF:
        return "image/heic"
    return next((kind for start, kind in STARTS if data.startswith(start)), None)


def _archive(file: str, data: bytes) -> str | None:
    """An office document, or a plain archive in which nothing runs."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            kind = _said_kind(archive)
    except (OSError, *ZIP_ERRORS) as error:
        raise InputError("damaged_file", file=file) from error
    if len(names) > MAX_PARTS:
        raise InputError("evidence_type", file=file)
    if any(part.endswith(("vbaProject.bin", "Basic/script-lc.xml")) for part in names):
        raise InputError("evidence_macros", file=file)
    if any(PurePath(part).suffix.lower() in RUNNABLE for part in names):
        raise InputError("evidence_program", file=file)
    if kind is not None:
        return kind if kind in OPEN_KINDS else None
    if "[Content_Types].xml" in names:
        return next((kind for folder, kind in OFFICE_PARTS.items() if any(n.startswith(folder) for n in names)), None)
    return "application/zip"


def _said_kind(archive: ZipFile) -> str | None:
    """The kind that the first part of an open document names; no more is inflated than a name can be long."""
    first = next(iter(archive.infolist()), None)
    if first is None or first.filename != "mimetype":
        return None
    with archive.open(first) as part:
        return part.read(100).decode("ascii", "replace")


def _old_office(file: str, data: bytes) -> str | None:
    """Documents of before 2007, by the names of the streams in them; an installer has none of these."""
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise InputError("evidence_macros", file=file)
    return next((kind for stream, kind in OLE_KINDS.items() if stream.encode("utf-16-le") in data), None)


def _text(data: bytes, ending: str) -> str | None:
    """Plain text in any encoding that people have; markup is none, because it may carry scripts."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    if CONTROL.search(data) or MARKUP.match(data):
        return None
    return "text/csv" if ending == ".csv" else "text/plain"
