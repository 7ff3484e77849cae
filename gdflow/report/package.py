"""A workbook as the package of parts that it is: names, XML, and which sheet a part belongs to."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CORE = "docProps/core.xml"


class Package:
    """The parts of a workbook that has passed the import's guards once; its XML is read without entities."""

    def __init__(self, data: bytes) -> None:
        self._zip = ZipFile(BytesIO(data))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parts' names in the order of the package."""
        return tuple(name for name in self._zip.namelist() if not name.endswith("/"))

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._zip.read(name)

    def xml(self, name: str) -> etree._Element:
        """A part's root element."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(self.read(name), parser)

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The sheets' names by their part, in the order of the tabs."""
        main = next(target for _, target in self._targets("") if target.rpartition("/")[2].startswith("workbook"))
        targets = dict(self._targets(main))
        found = self.xml(main).iter("{*}sheet")
        return {
            targets[str(sheet.get(f"{RELATIONS}id"))]: str(sheet.get("name"))
            for sheet in found
            if sheet.get(f"{RELATIONS}id") in targets
        }

    def related(self, part: str) -> tuple[str, ...]:
        """The parts that a part refers to and that are in the package."""
        return tuple(target for _, target in self._targets(part) if target in self.names)

    def _targets(self, part: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.names:
            return
        for relation in self.xml(relations):
            if relation.get("TargetMode") != "External":
                target = str(relation.get("Target"))
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                yield str(relation.get("Id")), posixpath.normpath(whole)


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a package with a workbook's parts."""
    try:
        return any(name.startswith("xl/") for name in ZipFile(BytesIO(data)).namelist())
    except BadZipFile:
        return False


def repacked(data: bytes, like: Package) -> bytes:
    """The same package without the hour of its making: fixed entry dates, the properties of `like`."""
    source, buffer = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            kept = like.read(CORE) if name == CORE and CORE in like.names else source.read(name)
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, kept)
    return buffer.getvalue()
