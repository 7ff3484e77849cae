"""The file of a backup: a zip of any size that every tool can open, its manifest written last.

A file that was cut off has no end by which a zip is known: it opens not at all.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from gdflow.domain.backups import FORMAT, Manifest, Part, Reference, Store, object_name, table_name
from gdflow.domain.canonical import canonical, hash_of, restored
from gdflow.domain.errors import InputError, NotFoundError

MANIFEST = "MANIFEST.json"
PIECE = 1024 * 1024
LEVEL = 1
"""Rows of mails are hexadecimal, which the quickest level packs as small as their bytes."""
# zipfile raises a RuntimeError for encryption, and for a way of packing that it does not know
UNREADABLE = (BadZipFile, EOFError, RuntimeError, zlib.error)
"""What a zip raises that is none, that is cut off, or whose bytes were changed."""
SAFE = re.compile(r"(?:config|database|objects|evidence)(?:/(?!\.)[^/\\:\x00]+)+")


class BackupWriter:
    """Writes the parts one after the other; the zip ends with the `with` block. at: the moment that parts bear."""

    def __init__(self, stream: BinaryIO, at: datetime) -> None:
        self._pack = ZipFile(stream, "w", ZIP_STORED)
        self._at = at
        self.parts: list[Part] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pack.close()

    def add(self, name: str, pieces: Iterable[bytes], *, deflate: bool) -> Part:
        """Write a part. Most bytes of an installation are packed already, and stay as they are."""
        taken, size = sha256(), 0
        with self._pack.open(self._info(name, deflate=deflate), "w", force_zip64=True) as target:
            for piece in pieces:
                taken.update(piece)
                size += target.write(piece)
        part = Part(name, taken.hexdigest(), size)
        self.parts.append(part)
        return part

    def finish(self, manifest: Manifest) -> str:
        """Write the manifest, the last part; answers its sha256, by which the backup is known."""
        told = canonical(manifest)
        self._pack.writestr(self._info(MANIFEST, deflate=True), told)
        return hash_of(told)

    def _info(self, name: str, *, deflate: bool) -> ZipInfo:
        info = ZipInfo(name, self._at.timetuple()[:6])
        info.compress_type, info._compresslevel = (ZIP_DEFLATED, LEVEL) if deflate else (ZIP_STORED, None)  # type: ignore[attr-defined]  # the library's own way to say it for one member
        info.external_attr = 0o600 << 16
        return info


class BackupFile:
    """A backup to be read. fingerprint: the sha256 of its manifest."""

    def __init__(self, pack: ZipFile, manifest: Manifest, fingerprint: str) -> None:
        self._pack, self.manifest, self.fingerprint = pack, manifest, fingerprint
        self._known = {part.name: part for part in manifest.parts}
        self._there = set(pack.namelist())

    def lacks(self) -> tuple[str, ...]:
        """The parts that the manifest speaks of and that are not in the file."""
        spoken = dict.fromkeys((*self._known, *(table_name(table.name) for table in self.manifest.tables)))
        return tuple(name for name in spoken if name not in self._there or name not in self._known)

    def damaged(self) -> tuple[str, ...]:
        """The parts whose bytes are not those that were written; all of them are read."""
        return tuple(part.name for part in self.manifest.parts if part.name in self._there and not self._stands(part))

    def has(self, store: Store, digest: str) -> bool:
        """Whether the file holds bytes, and as their own sha256 says."""
        part = self._known.get(object_name(store, digest))
        return part is not None and part.sha256 == digest

    def knows(self, reference: Reference) -> bool:
        """Whether it holds what a row refers to, or says that this was lost before."""
        lost = any(each.sha256 == reference.sha256 for each in self.manifest.absent)
        return lost or self.has(reference.store, reference.sha256)

    def names(self, folder: str) -> Iterator[str]:
        """The parts under a folder."""
        return (name for name in self._known if name.startswith(f"{folder}/"))

    def open(self, name: str) -> IO[bytes]:
        """A part as a stream."""
        return self._pack.open(name)

    def get(self, name: str) -> bytes:
        """The bytes of an object by their sha256; NotFoundError("unknown_object") when they are not here."""
        try:
            return self._pack.read(object_name(Store.OBJECTS, name))
        except (KeyError, *UNREADABLE) as error:
            raise NotFoundError("unknown_object", found=name) from error

    def read(self, name: str) -> bytes:
        """A part whole."""
        return self._pack.read(name)

    def _stands(self, part: Part) -> bool:
        taken = sha256()
        try:
            with self.open(part.name) as source:
                while piece := source.read(PIECE):
                    taken.update(piece)
        except UNREADABLE:
            return False
        return taken.hexdigest() == part.sha256


@contextmanager
def opened(path: Path) -> Iterator[BackupFile]:
    """A backup while the `with` block lasts.

    Raises InputError: backup_unreadable (no such file, cut off), backup_manifest, backup_format (of another release).
    """
    try:
        pack = ZipFile(path)
    except (*UNREADABLE, OSError) as error:
        raise InputError("backup_unreadable", file=path.name, text=str(error)) from error
    with pack:
        told = _told(pack, path.name)
        manifest = restored_manifest(told, path.name)
        if manifest.format != FORMAT:
            raise InputError("backup_format", file=path.name, release=manifest.release)
        if strange := [part.name for part in manifest.parts if not SAFE.fullmatch(part.name)]:
            raise InputError("backup_manifest", file=path.name, text=strange[0])
        yield BackupFile(pack, manifest, hash_of(told))


def _told(pack: ZipFile, file: str) -> bytes:
    try:
        return pack.read(MANIFEST)
    except (KeyError, *UNREADABLE) as error:
        raise InputError("backup_manifest", file=file, text=MANIFEST) from error


def restored_manifest(told: bytes, file: str) -> Manifest:
    """A manifest out of its text. Raises InputError("backup_manifest")."""
    try:
        return restored(Manifest, told)
    except InputError as error:
        raise InputError("backup_manifest", file=file, text=str(error.facts["found"])) from error
