"""A packed document is the same document in fewer bytes, and every reader understands it."""

from io import BytesIO
from itertools import chain

import pikepdf
import pytest

from gdflow.report.pdf_pack import TOGETHER, packed

HEAD = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n"
CONTENT = b"BT ET\nendobj\n9 0 obj\nxref\ntrailer\nstartxref"
"""A stream in which the words of the format stand as content."""


def raw(count: int = 4) -> bytes:
    """A document as the compiler lays it out, with so many objects that say nothing."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Resources<<>>/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(CONTENT), CONTENT),
        *(b"<</Said %d>>" % each for each in range(count)),
    ]
    out, places = HEAD, list[int]()
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n\r\n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R/ID[(a)(b)]>>\n" % (len(objects) + 1)
    return out + table + trailer + b"startxref\n%d\n%%%%EOF" % len(out)


def test_every_object_is_found_again_and_the_streams_are_as_they_were() -> None:
    with pikepdf.open(BytesIO(packed(raw()))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[0].Contents.read_raw_bytes() == CONTENT
        assert [int(pdf.get_object(number, 0).Said) for number in range(5, 9)] == [0, 1, 2, 3]
        assert [bytes(each) for each in pdf.trailer.ID] == [b"a", b"b"]


@pytest.mark.parametrize("count", [TOGETHER - 4, TOGETHER - 3, TOGETHER - 2, 3 * TOGETHER + 1])
def test_many_objects_lie_in_several_streams(count: int) -> None:
    data = packed(raw(count))
    assert data.count(b"/Type/ObjStm") == -(-(count + 3) // TOGETHER)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [int(pdf.get_object(5 + each, 0).Said) for each in range(count)] == list(range(count))


def test_it_is_a_fraction_of_the_size_and_always_the_same() -> None:
    document = raw(5000)
    assert len(packed(document)) * 4 < len(document)
    assert packed(document) == packed(document)


def test_it_names_the_place_of_its_own_table() -> None:
    data = packed(raw())
    start = int(data.split()[-2])
    assert data[start:].split(b" obj")[0].split()[1] == b"0"
    assert data.endswith(b"%%EOF\n")


def test_objects_that_lie_in_another_order_are_refused() -> None:
    document = raw()
    at = document.rindex(b"xref\n0 ")
    records = document[at:].split(b"\r\n")
    swapped = b"\r\n".join(chain(records[:1], records[2:0:-1], records[3:]))
    with pytest.raises(ValueError, match="out of their order"):
        packed(document[:at] + swapped)
