"""Files kept as they came, under the sha256 of their bytes: imported plans, received forms, evidence."""

import os
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from gdflow import failpoints
from gdflow.domain.errors import NotFoundError


class ObjectStore:
    """A folder of immutable files named by content; the same bytes are one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their sha256; on return they survive a power cut."""
        name = sha256(data).hexdigest()
        target = self._path(name)
        if target.exists():
            # Whoever wrote it may not have come as far as flushing the folder's own entry.
            sync_folder(target.parent)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_durably(target, data)
            sync_folder(self.folder)
        return name

    def get(self, name: str) -> bytes:
        """The bytes kept under a sha256; NotFoundError when they are not here."""
        path = self._path(name)
        if not path.exists():
            raise NotFoundError("unknown_object", found=name)
        return path.read_bytes()

    def open(self, name: str) -> BinaryIO:
        """The same as a stream, for what is too large to hold."""
        path = self._path(name)
        if not path.exists():
            raise NotFoundError("unknown_object", found=name)
        return path.open("rb")

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name


def _write_durably(target: Path, data: bytes) -> None:
    # Rename after fsync: a reader sees all the bytes or none, and a crash leaves only a stray temporary file.
    with NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as part:
        try:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        except OSError:
            Path(part.name).unlink()  # a full disk gets its room back
            raise
    failpoints.reach("upload.tmp")
    Path(part.name).replace(target)
    sync_folder(target.parent)
    failpoints.reach("upload.renamed")


def sync_folder(folder: Path) -> None:
    """Let what a folder says of its files survive a power cut."""
    if os.name != "posix":  # Windows has no handle to a folder to flush; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
