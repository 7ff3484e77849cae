"""A second count of a workbook's filled cells, by another parser and nothing of the first: no cell is lost unseen.

The reader of workbooks has guarded the file before this one opens it.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from xml.parsers import expat

from gdflow.collect.raw_scan import is_seen, scan_cells, scan_strings
from gdflow.collect.sheet import VACANT, Document
from gdflow.domain.errors import InputError

LENGTHS, NAMED_AT = struct.Struct("<HH"), 26  # of a part's name and extra field, and where its own header says so
StringsOf = Callable[[bytes], list[bool]]
CellsOf = Callable[[bytes, Sequence[bool]], int]
Links = tuple[tuple[str, str, str], ...]
LONGEST_KEPT = 4096
TEXTS = ("str", "inlineStr")
EMPTY_TOO = ("n", "b", "d", "s", *TEXTS)  # a cell of any other type shows an error, even without a value


def check_every_cell(document: Document, data: bytes) -> None:
    """Raise InputError("cells_lost") when a workbook holds more or fewer filled cells than were read of it."""
    if not document.sheets or any(sheet.kind != "sheet" for sheet in document.sheets):
        return
    read = sum(len([1 for cell in row.cells if cell.kind is not VACANT]) for s in document.sheets for row in s.rows)
    if read != count_filled(data, scan_strings, scan_cells) and read != (counted := count_filled(data)):
        raise InputError("cells_lost", file=document.name, found=read, expected=counted)


def count_filled(data: bytes, strings_of: StringsOf | None = None, cells_of: CellsOf | None = None) -> int:
    """How many cells of a workbook hold something: a value that can be seen, or a formula not calculated yet.

    strings_of, cells_of: how texts are looked at and cells are counted; by a parser unless said otherwise.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {_key(info.filename): info for info in archive.infolist()}

    def part(name: str) -> bytes:
        return _inflated(data, parts[_key(name)])

    main = next(target for _, kind, target in _links(part("_rels/.rels"), "") if kind == "officeDocument")
    folder, base = posixpath.split(main)
    links = _links(part(posixpath.join(folder, "_rels", f"{base}.rels")), folder)
    look, count = strings_of or _strings, cells_of or _filled
    strings = next((look(part(target)) for _, kind, target in links if kind == "sharedStrings"), [])
    sheets = {key: target for key, kind, target in links if kind == "worksheet"}
    named = (_Names(keys) for keys in _attributes(part(main), "sheet"))
    return sum(count(part(sheets[each.link]), strings) for each in named if each.link in sheets)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _inflated(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """A part's bytes. What the directory says of their size was found true when the part was first read."""
    name, extra = LENGTHS.unpack_from(data, info.header_offset + NAMED_AT)
    start = info.header_offset + NAMED_AT + LENGTHS.size + name + extra
    packed = data[start : start + info.compress_size]
    return packed if info.compress_type == zipfile.ZIP_STORED else zlib.decompress(packed, -15, info.file_size)


@dataclass(frozen=True, slots=True)
class _Names:
    """The attributes of a tab."""

    attributes: dict[str, str]

    @property
    def link(self) -> str:
        return next((value for name, value in self.attributes.items() if name.endswith(":id")), "")


def _links(data: bytes, folder: str) -> Links:
    """Id, kind and target of every link inside the file."""
    return _known_links(data, folder) if len(data) <= LONGEST_KEPT else _links_in(data, folder)


def _links_in(data: bytes, folder: str) -> Links:
    links = (link for link in _attributes(data, "Relationship") if link.get("TargetMode") != "External")
    return tuple(
        (link.get("Id", ""), link.get("Type", "").rpartition("/")[2], _whole(folder, link.get("Target", "")))
        for link in links
    )


_known_links = lru_cache(maxsize=64)(_links_in)  # a program links the parts of every workbook in the same way


def _whole(folder: str, target: str) -> str:
    return target[1:] if target[:1] == "/" else posixpath.normpath(posixpath.join(folder, target))


def _attributes(data: bytes, wanted: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if _bare(tag) == wanted:
            found.append(attributes)

    parser = _parser()
    parser.StartElementHandler = start
    parser.Parse(data, True)
    return found


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    return parser


def _bare(tag: str) -> str:
    return tag.rpartition(":")[2]


def _strings(data: bytes) -> list[bool]:
    """Of each shared text, whether anything is seen in it."""
    reader = _Texts()
    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.add
    parser.Parse(data, True)
    return reader.seen


@dataclass(slots=True)
class _Texts:
    seen: list[bool] = field(default_factory=list)
    text: str = ""
    inside: bool = False
    aid: bool = False  # a reading aid over Asian signs is no text of the cell

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = _bare(tag)
        if name == "t":
            self.inside = not self.aid
        elif name == "si":
            self.text = ""
        elif name == "rPh":
            self.aid = True

    def end(self, tag: str) -> None:
        name = _bare(tag)
        if name == "t":
            self.inside = False
        elif name == "si":
            self.seen.append(is_seen(self.text))
        elif name == "rPh":
            self.aid = False

    def add(self, text: str) -> None:
        if self.inside:
            self.text += text


@dataclass(slots=True)
class _Cells:
    """Counts the cells of a sheet as their elements pass."""

    strings: Sequence[bool]
    filled: int = 0
    hollow: int = 0
    calculated: bool = False
    kind: str = "n"
    value: str | None = None
    formula: bool = False
    inside: bool = False
    aid: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _bare(tag)
        if name == "c":
            self.kind, self.value, self.formula = attributes.get("t", "n"), None, False
        elif name in ("v", "t"):
            self.value = self.value or ""
            self.inside = not self.aid
        elif name == "f":
            self.formula = True
        elif name == "rPh":
            self.aid = True

    def end(self, tag: str) -> None:
        name = _bare(tag)
        if name == "c":
            self._count()
        elif name in ("v", "t"):
            self.inside = False
        elif name == "rPh":
            self.aid = False

    def add(self, text: str) -> None:
        if self.inside:
            self.value = (self.value or "") + text

    def _count(self) -> None:
        if self.value is not None and self._shows(self.value):
            self.filled += 1
            self.calculated = self.calculated or self.formula
        elif self.formula and self.value is None:
            self.filled += 1
        elif self.formula and not self.value and self.kind != "str":
            self.hollow += 1

    def _shows(self, value: str) -> bool:
        if self.kind == "s":
            return bool(value.strip()) and self.strings[int(value)]
        if self.kind in TEXTS:
            return is_seen(value)
        return bool(value.strip()) or self.kind not in EMPTY_TOO


def _filled(data: bytes, strings: Sequence[bool]) -> int:
    cells = _Cells(strings)
    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = cells.start, cells.end
    parser.CharacterDataHandler = cells.add
    parser.Parse(data, True)
    # In a sheet that was calculated an empty value is a result; in one that never was, a formula without one.
    return cells.filled + (0 if cells.calculated else cells.hollow)
