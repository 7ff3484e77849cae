"""What nearly every sheet and list of texts is made of, read in bulk: cells and texts as most programs write them.

A parser makes an object of every cell, and asking these was a third of the time of reading a plan. Here plain cells and
texts are taken out by a pattern that must account for every character between them, so that none is overlooked. What
stands around them stays with the parser, with one empty element in place of the texts and one for each kind of row:
whether the XML is well formed, and what rows say of themselves, is its word as ever. A part with anything else in it
(another way to write a cell, a comment, another encoding) is wholly the parser's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

MOST_BYTES = 8_000_000  # bounds the memory; and a parser, too, refuses a text of 10 million
UTF8 = re.compile(rb"""<\?xml version=["']1\.0["'] encoding=["']utf-8["'][^<>]*+>""", re.IGNORECASE)
SIGN = r"[ -%'-;=?-~]"  # what XML never writes in another way
# two letters name a near column: one that is far is refused by its address, which the parser's side finds
CELL = (
    r'<c r="[A-Z]{1,2}+[1-9][0-9]{0,6}+"(?: s="[0-9]{1,9}+")?+(?: t="[a-z]{1,3}+")?+'
    rf"(?:/>|>(?:<f>{SIGN}*+</f>)?+<v>{SIGN}{{1,500}}+</v></c>)"
)
ROW = re.compile(rf'<row r="([1-9][0-9]{{0,4}}+)"((?: [^<>/]*+)?+)(?:/>|>((?:{CELL})*+)</row>)')
VALUE = re.compile(r'<c r="([A-Z]++)[0-9]++"(?: s="([0-9]++)")?+(?: t="([a-z]++)")?+>(<f>[^<]*+</f>)?+<v>([^<]++)</v>')
BESIDE_ROWS = re.compile(rb"<(?:[!?]|(?:[^\s<>/]*:)?row[\s/>])")

LETTER = r"[^<>&\x00-\x08\x0b-\x1f\ufffe\uffff]"
TEXT = re.compile(rf'<si><t( xml:space="preserve"|)>({LETTER}*+(?:&(?:amp|lt|gt|quot|apos);{LETTER}*+)*+)</t></si>')
BESIDE_TEXTS = re.compile(rb"<(?:[!?]|(?:[^\s<>/]*:)?si[\s/>])")
AROUND_TEXT = len("<si><t></t></si>")


@dataclass(frozen=True, slots=True)
class PlainRows:
    """The rows of a sheet that holds plain cells only: number, other attributes and cells of each, as written.

    around: the sheet's XML with an empty row for each different `attributes`, in their order.
    """

    around: bytes
    attributes: Sequence[str]
    rows: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class PlainTexts:
    """Shared strings without runs. around: their XML with one empty item in place of all."""

    around: bytes
    texts: Sequence[str]


def plain_rows(data: bytes) -> PlainRows | None:
    """The rows of a sheet, or None when a parser must read it."""
    if len(data) > MOST_BYTES:
        return None
    head, start, rest = data.partition(b"<sheetData>")
    body, end, tail = rest.partition(b"</sheetData>")
    if not body.isascii() or not _is_usual(head, tail, BESIDE_ROWS):
        return None
    text = body.decode("ascii")
    rows = ROW.findall(text)
    if "".join([_row(number, said, cells) for number, said, cells in rows]) != text:
        return None
    attributes = tuple(dict.fromkeys([said for _, said, _ in rows]))
    kinds = "".join([_row("1", said, "") for said in attributes]).encode("ascii")
    return PlainRows(b"".join((head, start, kinds, end, tail)), attributes, rows)


def plain_values(cells: str) -> list[tuple[str, str, str, str, str]]:
    """Of each filled cell of a plain row: its column, style, type, formula and value; "" for what is not said."""
    return VALUE.findall(cells)


def plain_texts(data: bytes) -> PlainTexts | None:
    """The shared strings of a workbook, or None when a parser must read them."""
    start, end = data.find(b"<si>"), data.rfind(b"</si>") + len(b"</si>")
    if start < 0 or len(data) > MOST_BYTES:
        return None
    head, tail = data[:start], data[end:]
    if not _is_usual(head, tail, BESIDE_TEXTS):
        return None
    try:
        text = data[start:end].decode("utf-8")
    except UnicodeDecodeError:
        return None
    found = TEXT.findall(text)
    if not found:
        return None
    spaces, texts = zip(*found, strict=True)
    if len(found) * AROUND_TEXT + sum(map(len, spaces)) + sum(map(len, texts)) != len(text):
        return None
    return PlainTexts(head + b"<si/>" + tail, list(map(unescape, texts)) if "&" in text else texts)


def _row(number: str, said: str, cells: str) -> str:
    return f'<row r="{number}"{said}>{cells}</row>' if cells else f'<row r="{number}"{said}/>'


def _is_usual(head: bytes, tail: bytes, beside: re.Pattern[bytes]) -> bool:
    """Whether the XML is UTF-8, and neither a comment nor more of the same stands before or behind."""
    start = UTF8.match(head)
    return start is not None and not beside.search(head, start.end()) and not beside.search(tail)
