"""Zip files whose bytes follow from what is in them: entries bear a given moment, not that of their making."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gdflow.domain.consolidated import BOGOTA

UNIX, READABLE = 3, 0o644 << 16


def zip_entry(name: str, at: datetime, kind: int = ZIP_DEFLATED) -> ZipInfo:
    """An entry dated by the clock of Bogota. kind: ZIP_DEFLATED or ZIP_STORED."""
    local = at.astimezone(BOGOTA)
    entry = ZipInfo(name, (local.year, local.month, local.day, local.hour, local.minute, local.second))
    entry.compress_type = kind
    # as a Unix system would note it, wherever this runs
    entry.create_system, entry.external_attr = UNIX, READABLE
    return entry


def zipped(files: Mapping[str, bytes], at: datetime) -> bytes:
    """A zip of the files in their order."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        for name, data in files.items():
            target.writestr(zip_entry(name, at), data)
    return buffer.getvalue()
