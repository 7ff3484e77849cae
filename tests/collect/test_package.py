"""An office file's zip: what its directory says is believed only where the entry itself says the same."""

import zipfile
from io import BytesIO

import pytest

from gdflow.collect.package import Package
from gdflow.domain.errors import InputError
from tests.support.office import book, package

NAME, TEXT = b"xl/workbook.xml", b"<a>contenido</a>" * 20
PARTS = {NAME.decode(): TEXT}


def stored(data: bytes) -> bytes:
    """A zip whose only part is not compressed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(NAME.decode(), data)
    return buffer.getvalue()


@pytest.mark.parametrize("data", [package(PARTS), stored(TEXT)], ids=["deflated", "stored"])
def test_a_part_is_read_whatever_the_case_and_slashes_of_its_name(data: bytes) -> None:
    assert Package(data).read("XL\\Workbook.xml") == TEXT


def test_a_part_with_accents_in_its_name_is_read() -> None:
    assert Package(package({"xl/añexo.xml": TEXT})).read("xl/añexo.xml") == TEXT


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    """The first of several equal pieces in place of another: that of the entry, not that of the directory."""
    assert old in data
    assert len(old) == len(new)
    return data.replace(old, new, 1)


@pytest.mark.parametrize(
    "broken",
    [
        changed(package(PARTS), NAME, b"xl/workbook.xmk"),
        changed(package(PARTS), b"PK\x03\x04", b"PK\x03\x05"),
        changed(stored(TEXT), b"contenido", b"contenidO"),
        stored(TEXT)[:40] + b"\xff" + stored(TEXT)[41:],
    ],
    ids=["another name", "no entry", "another content", "a name that is none"],
)
def test_an_entry_that_differs_from_its_directory_is_damaged(broken: bytes) -> None:
    with pytest.raises(InputError, match="damaged_file"):
        Package(broken).read(NAME.decode())


def test_a_patched_entry_is_refused_with_the_file() -> None:
    data = bytearray(stored(TEXT))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 0x20
    with pytest.raises(InputError, match="damaged_file"):
        Package(bytes(data))


def test_the_links_of_one_workbook_are_not_those_of_the_next() -> None:
    first, second = Package(book("<row/>")), Package(book("<row/>"))
    first.relations("").clear()
    assert second.main() == "xl/workbook.xml"
