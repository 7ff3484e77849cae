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
LOCAL_HEADER = struct.Struct("<4s22xHH")  # of each entry: its mark, and how long its name and its extra field are
UTF8_FLAG, UNKNOWN_FLAGS = 0x800, 0x60  # patches and strong encryption: nothing that a person's program writes
LONGEST_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another: kind is the last word of its type ("worksheet"), target a part's name."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part. is_small: it may be held whole.

    Raises InputError: damaged_file, doctype_refused, too_many_cells.
    """

    name: str
    data: bytes
    is_small: bool

    def elements(self, *tags: str) -> Iterator[_Element]:
        """The elements with these tags in the order in which they stand; each is valid until the next is taken."""
        if self.is_small:
            return parse(self.data, self.name).iter(*tags)
        return stream(self.data, self.name, tags)


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
            with zipfile.ZipFile(BytesIO(data)) as archive:
                self._entries = _directory(archive.infolist())
        except ZIP_ERRORS as error:
            raise InputError("damaged_file", part="") from error
        self._data = data
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
            return _inflated(self._data, entry)
        except ZIP_ERRORS as error:
            raise InputError("damaged_file", part=name) from error

    def markup(self, name: str) -> bytes:
        """An XML part that may be held whole; too_many_cells when it is too big for that."""
        data, count = self._markup(name)
        if count > MAX_TREE:
            raise InputError("too_many_cells", limit=MAX_TREE)
        return data

    def tree(self, name: str) -> _Element:
        """The root of an XML part held whole; too_many_cells when it is too big for that."""
        return parse(self.markup(name), name)

    def part(self, name: str) -> Part:
        """An XML part of any size."""
        data, count = self._markup(name)
        return Part(name, data, is_small=count <= MAX_TREE)

    def relations(self, name: str) -> dict[str, Relation]:
        """The parts that a part (the package itself for an empty name) links to, by id; outside links are left out."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        if links not in self:
            return {}
        data = self.markup(links)
        known = _known_relations if len(data) <= LONGEST_KEPT else _relations
        return dict(known(data, links, folder))

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
    if any(
        info.flag_bits & UNKNOWN_FLAGS or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        for info in infos
    ):
        raise InputError("damaged_file", part="")
    entries = {_key(info.filename): info for info in infos}
    if len(entries) != len(infos):
        raise InputError("duplicate_entries", found=len(infos) - len(entries))
    return entries


def _inflated(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry, when its own header, its size and its checksum agree with the directory.

    In a third of zipfile's time; ZipFile.read would inflate the whole entry before it finds out that the size lies.
    """
    at = entry.header_offset
    mark, name_length, extra_length = LOCAL_HEADER.unpack_from(data, at)
    start = at + LOCAL_HEADER.size + name_length + extra_length
    name = data[at + LOCAL_HEADER.size : at + LOCAL_HEADER.size + name_length]
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        packed = zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
    known = name.decode("utf-8" if entry.flag_bits & UTF8_FLAG else "cp437")
    if (mark, known, len(packed)) != (b"PK\x03\x04", entry.orig_filename, entry.file_size):
        raise zipfile.BadZipFile
    if zlib.crc32(packed) != entry.CRC:
        raise zipfile.BadZipFile
    return packed


def _relations(data: bytes, name: str, folder: str) -> dict[str, Relation]:
    return {
        link.get("Id", ""): Relation(link.get("Type", "").rpartition("/")[2], _target(folder, link.get("Target", "")))
        for link in parse(data, name).iter("{*}Relationship")
        if link.get("TargetMode") != "External"
    }


_known_relations = lru_cache(maxsize=64)(_relations)  # a program links the parts of every workbook in the same way


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


@lru_cache(maxsize=256)
def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target)) if target[:1] != "/" else target[1:]
