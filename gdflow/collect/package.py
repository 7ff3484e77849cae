"""An office file, which is a zip of XML parts, opened under guard.

Sizes are bounded before anything is inflated, only the parts asked for are inflated, and no part may declare a
document type: neither entities nor outside addresses are ever followed.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from lxml.etree import _Element

from gdflow.collect.limits import MAX_ENTRIES, MAX_INFLATED, MAX_MARKS, MAX_TREE
from gdflow.collect.markup import marks, parse, refuse_doctype, stream
from gdflow.domain.errors import InputError

# What zipfile raises for archives that are damaged, locked or made by something it does not know.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,  # also zipfile's word for a compression or a version that it does not know
    ValueError,
    IndexError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another: kind is the last word of its type ("worksheet"), target a part's name."""

    kind: str
    target: str


class Package:
    """The parts of an office file. Names are blind to case and to the direction of slashes, as writers differ.

    Raises InputError: damaged_file, encrypted_or_xls, zip_bomb, too_many_entries, duplicate_entries,
    doctype_refused, too_many_cells.
    """

    def __init__(self, data: bytes) -> None:
        # Counted before zipfile reads the directory: 60,000 entries would cost seconds and tens of MiB.
        entries = data.count(b"PK\x01\x02")
        if entries > MAX_ENTRIES:
            raise InputError("too_many_entries", found=entries, limit=MAX_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except ZIP_ERRORS as error:
            raise InputError("damaged_file", part="") from error
        self._entries = _directory(self._zip.infolist())
        self._marks = 0
        self._inflated = 0

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        entry = self._entries.get(_key(name))
        if entry is None:
            raise InputError("damaged_file", part=name)
        # Counted at every reading: a thousand tabs may name the same huge sheet.
        self._inflated += entry.file_size
        if self._inflated > MAX_INFLATED:
            raise InputError("zip_bomb", found=self._inflated, limit=MAX_INFLATED)
        try:
            # Never ZipFile.read: it inflates the whole entry before it finds out that the declared size lies.
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except ZIP_ERRORS as error:
            raise InputError("damaged_file", part=name) from error
        if len(data) != entry.file_size:
            raise InputError("damaged_file", part=name)
        return data

    def tree(self, name: str) -> _Element:
        """The root of an XML part held whole; too_many_cells when it is too big for that."""
        data, count = self._markup(name)
        if count > MAX_TREE:
            raise InputError("too_many_cells", limit=MAX_TREE)
        return parse(data, name)

    def elements(self, name: str, *tags: str) -> Iterator[_Element]:
        """The elements with these tags in the order in which they stand; each is valid until the next is taken."""
        data, count = self._markup(name)
        return parse(data, name).iter(*tags) if count <= MAX_TREE else stream(data, name, tags)

    def relations(self, name: str) -> dict[str, Relation]:
        """The parts that a part (the package itself for an empty name) links to, by id; outside links are left out."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        if links not in self:
            return {}
        return {
            link.get("Id", ""): Relation(
                link.get("Type", "").rpartition("/")[2], _target(folder, link.get("Target", ""))
            )
            for link in self.tree(links).iter("{*}Relationship")
            if link.get("TargetMode") != "External"
        }

    def main(self) -> str | None:
        """The name of the part that the file is about, or None in a zip that is no office file."""
        return next((link.target for link in self.relations("").values() if link.kind == "officeDocument"), None)

    def _markup(self, name: str) -> tuple[bytes, int]:
        data = self.read(name)
        refuse_doctype(data, name)
        count = marks(data)
        self._marks += count
        if self._marks > MAX_MARKS:
            raise InputError("too_many_cells", limit=MAX_MARKS)
        return data, count


def _directory(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    size = sum(info.file_size for info in infos)
    if size > MAX_INFLATED:
        raise InputError("zip_bomb", found=size, limit=MAX_INFLATED)
    if any(info.flag_bits & 1 for info in infos):
        raise InputError("encrypted_or_xls", found="zip")
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise InputError("damaged_file", part="")
    entries = {_key(info.filename): info for info in infos}
    if len(entries) != len(infos):
        raise InputError("duplicate_entries", found=len(infos) - len(entries))
    return entries


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


@lru_cache(maxsize=256)
def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target)) if target[:1] != "/" else target[1:]
