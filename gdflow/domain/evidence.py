"""What backs a reported figure: a file or a link, each with a date of its own and its annex number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from gdflow.domain.texts import folded

OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN = "application/vnd.oasis.opendocument"
SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    f"{OFFICE}.wordprocessingml.document": (".docx",),
    f"{OFFICE}.spreadsheetml.sheet": (".xlsx",),
    f"{OFFICE}.presentationml.presentation": (".pptx",),
    f"{OPEN}.text": (".odt",),
    f"{OPEN}.spreadsheet": (".ods",),
    f"{OPEN}.presentation": (".odp",),
    "application/msword": (".doc",),
    "application/vnd.ms-excel": (".xls",),
    "application/vnd.ms-powerpoint": (".ppt",),
    "application/vnd.ms-outlook": (".msg",),
    "application/zip": (".zip",),
    "image/jpeg": (".jpg", ".jpeg", ".jfif"),
    "image/png": (".png",),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/tiff": (".tif", ".tiff"),
    "image/heic": (".heic", ".heif"),
    "text/csv": (".csv",),
    "text/plain": (".txt", ".csv", ".eml", ".log", ".md", ".tsv"),
}
"""The types that are taken, each with the endings that fit it; the first is given to it."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Antivirus:
    """The clamd that looks at files. required: what it could not look at is refused, not kept for later."""

    host: str
    port: int = 3310
    required: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """How large a file may be, in bytes, and which antivirus looks at it."""

    max_bytes: int = 25 * 1024**2
    antivirus: Antivirus | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file (sha256, name, size, media_type) or a link, never both.

    dated_on: the day of the thing itself, not of its upload. annex: its number within plan and period, from 1.
    alive: whether a link answered when it was last asked (checked_at); None before. dead_since: since when it does not.
    scanned_at: when an antivirus found nothing in the file; None while none has looked.
    """

    id: int
    plan_id: int
    line_id: int
    period: str
    annex: int
    sha256: str | None
    name: str
    size: int | None
    media_type: str | None
    link: str | None
    dated_on: date | None
    added_at: datetime
    added_by: str
    removed_at: datetime | None = None
    checked_at: datetime | None = None
    alive: bool | None = None
    dead_since: datetime | None = None
    scanned_at: datetime | None = None

    @property
    def misnamed(self) -> bool:
        """Whether the file's own name says that it is something else than it is."""
        return self.media_type is not None and PurePath(self.name).suffix.lower() not in SUFFIXES[self.media_type]


def file_name(evidence: Evidence, row: int) -> str:
    """The name under which a file is handed out, of signs that every system takes: A01_linea-9_acta-de-mayo.pdf.

    row: of the line in its document. The ending is that of the content, whatever the sender called it.
    """
    words = re.sub(r"[^a-z0-9]+", "-", folded(PurePath(evidence.name).stem)).strip("-")[:LONGEST_NAME].strip("-")
    ending = SUFFIXES[evidence.media_type or "text/plain"][0]
    return "_".join(filter(None, [f"A{evidence.annex:02d}", f"linea-{row}", words])) + ending
