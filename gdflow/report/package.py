"""A workbook as the package of parts that it is: names, XML, and which sheet a part belongs to."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree


class Package:
    """The parts of a workbook that has passed the import's guards once; its XML is read without entities.

    Names are blind to case and to the direction of slashes, as writers differ.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = ZipFile(BytesIO(data))
        self._entries = {_key(each.filename): each for each in self._zip.infolist() if not each.is_dir()}

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names in the order of the package."""
        return tuple(each.filename for each in self._entries.values())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError."""
        return self._zip.read(self._entries[_key(name)])

    def xml(self, name: str) -> etree._Element:
        """A part's root element."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(self.read(name), parser)

    @cached_property
    def main(self) -> str:
        """The part of the workbook itself. Raises StopIteration."""
        return next(target for kind, target in self._related("") if kind == "officeDocument")

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The parts of the sheets by their name, in the order of the tabs."""
        targets = self._targets(self.main)
        found = self.xml(self.main).iterfind("{*}sheets/{*}sheet")
        ids = {str(each.get("name")): str(_relation(each)) for each in found}
        return {name: targets[its] for name, its in ids.items() if its in targets}

    @cached_property
    def styles(self) -> str | None:
        """The part of the cell styles."""
        return next((target for kind, target in self._related(self.main) if kind == "styles"), None)

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """The package with other bytes for some parts; all others, their order and their dates are as they were."""
        buffer, changed = BytesIO(), {_key(name): data for name, data in parts.items()}
        with ZipFile(buffer, "w") as target:
            for entry in self._zip.infolist():
                kept = changed.get(_key(entry.filename))
                target.writestr(_entry(entry), self._zip.read(entry) if kept is None else kept)
        return buffer.getvalue()

    def _related(self, part: str) -> Iterator[tuple[str, str]]:
        return ((kind, target) for _, kind, target in self._relations(part))

    def _targets(self, part: str) -> dict[str, str]:
        return {its: target for its, _, target in self._relations(part)}

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind and target of what a part refers to inside the package."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self:
            return
        for relation in self.xml(relations).iterfind("{*}Relationship"):
            if relation.get("TargetMode") != "External":
                target = str(relation.get("Target"))
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                kind = str(relation.get("Type")).rpartition("/")[2]
                yield str(relation.get("Id")), kind, posixpath.normpath(whole)


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a package with a workbook's parts."""
    try:
        return any(_key(name).startswith("xl/") for name in ZipFile(BytesIO(data)).namelist())
    except BadZipFile:
        return False


def serialized(root: etree._Element) -> bytes:
    """An XML part as bytes."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _relation(sheet: etree._Element) -> str | None:
    """The id by which the workbook refers to a sheet, in either of the two namespaces that the standard has."""
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("/relationships}id")), None)


def _entry(like: ZipInfo) -> ZipInfo:
    made = ZipInfo(like.filename, like.date_time)
    made.compress_type, made.external_attr, made.create_system = like.compress_type, like.external_attr, 0
    return made
