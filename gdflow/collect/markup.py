"""XML of strangers, parsed so that it can neither grow nor reach out: no entities, no document types, no network."""

from collections.abc import Iterator
from typing import Any, cast

from lxml import etree
from lxml.etree import _Element

from gdflow.collect.limits import MAX_TREE
from gdflow.domain.errors import InputError

CHUNK = 256 * 1024
GUARDS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "collect_ids": False,  # nothing is looked up by its id
    "remove_comments": True,  # a comment inside a text would hide what follows it
    "remove_pis": True,
}


def marks(data: bytes) -> int:
    """How many "<" and "=" stand in the XML: no fewer than its elements and attributes."""
    return data.count(b"<") + data.count(b"=")


def refuse_doctype(data: bytes, name: str) -> None:
    """Raise InputError doctype_refused when the part declares a document type or an entity."""
    # one byte, which is mostly nowhere, is found ten times as fast as two of which the first is everywhere
    if b"!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        raise InputError("doctype_refused", part=name)


def parse(data: bytes, name: str) -> _Element:
    """The root of a part, held whole. Raises InputError: damaged_file, doctype_refused."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**GUARDS))
    except etree.XMLSyntaxError as error:
        raise InputError("damaged_file", part=name) from error
    _refuse_hidden_doctype(root, name)
    return root


def stream(data: bytes, name: str, tags: tuple[str, ...]) -> Iterator[_Element]:
    """The elements with these tags, each emptied when the next is taken, so that memory stays bounded.

    Raises InputError: damaged_file, doctype_refused, too_many_cells when too much stands between two of them.
    """
    parser = etree.XMLPullParser(events=("end",), tag=tags, **GUARDS)
    held = 0
    try:
        for start in range(0, len(data), CHUNK):
            chunk = data[start : start + CHUNK]
            parser.feed(chunk)
            held += marks(chunk)
            for _, element in parser.read_events():
                held = 0
                yield cast("_Element", element)
                cast("_Element", element).clear()
            if held > MAX_TREE:
                raise InputError("too_many_cells", limit=MAX_TREE)
        _refuse_hidden_doctype(parser.close(), name)
    except etree.XMLSyntaxError as error:
        raise InputError("damaged_file", part=name) from error


def _refuse_hidden_doctype(root: _Element, name: str) -> None:
    # Written in UTF-16, a document type passes the search of the bytes.
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError("doctype_refused", part=name)
