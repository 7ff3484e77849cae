"""Plain text as a sheet: lines with tabs between their cells (as copied from a PDF or a spreadsheet), and csv."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from gdflow.collect.cells import text_cell
from gdflow.collect.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from gdflow.collect.sheet import BLANK, Cell, Row, Sheet, address
from gdflow.collect.text_layout import blank_columns
from gdflow.domain.errors import InputError

CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
CONTROL_SHARE = 200  # one control character in so many characters is no text any more
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-"})
HIDDEN = re.compile(r"\u00ad(?![\t\r\n])|[\u200b\u2060]")  # at a line's end a soft hyphen is shown
LOOSE = re.compile(r"[A-Za-z][\u0300-\u0303\u0308\u0327]")
LINE_END = re.compile(r"\r\n|\n|\r")
# A quoted cell copied from a spreadsheet goes on over line ends, never over a tab, and ends where a cell ends.
QUOTED = re.compile(r'"((?:[^"\t]|"")*+)"(?=[\t\r\n]|\Z)')
UNQUOTED = re.compile(r"[^\t\r\n]*")
APART = re.compile(r"\S {2,}\S")
DELIMITERS = ("\t", ";", "|", ",")  # in order of trust: commas stand in numbers and sentences too
SAMPLE = 200  # records looked at to find the delimiter
TRUSTED_SHARE = 0.9
MARK = "\x1e"  # a last record of our own: when it is swallowed, a quote was never closed


def decode(data: bytes) -> str:
    """The text of the bytes: by its mark (UTF-8, UTF-16), else UTF-8, else Windows-1252.

    Raises InputError unsupported_format when it is no text.
    """
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        raise InputError("unsupported_format", found="binary") from error
    # Old programs end a text with Ctrl-Z.
    text = _composed(_once_decoded(text.removesuffix("\x1a")))
    if "\0" in text or len(CONTROL.findall(text)) * CONTROL_SHARE > len(text):
        raise InputError("unsupported_format", found="binary")
    return text


def _once_decoded(text: str) -> str:
    """The text of one whose letters were decoded wrongly and saved so: "AcciÃ³n". Another text is none in UTF-8."""
    if "\u00c3" not in text:
        return text
    try:
        return b"".join(sign.encode("cp1252", "ignore") or sign.encode("latin-1") for sign in text).decode()
    except UnicodeError:
        return text


def _composed(text: str) -> str:
    """The letters as people type them: a PDF holds "ﬁ" in one sign, hyphens that nobody sees, accents of their own."""
    if text.isascii():
        return text
    return LOOSE.sub(_with_accent, HIDDEN.sub("", text).translate(LIGATURES))


def _with_accent(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0])


def read_lines(text: str, name: str) -> Sheet:
    """Tab-separated lines, or lines whose cells only blanks hold apart.

    Row numbers are line numbers of the file; blank lines are left out but counted.
    """
    apart = blank_columns(LINE_END.split(text)) if "\t" not in text and APART.search(text) else None
    return _sheet(name, _lines(text) if apart is None else enumerate(apart, start=1), text.count("\t"))


def read_csv(text: str, name: str) -> Sheet:
    """Comma-, semicolon-, bar- or tab-separated records. Row numbers are the line on which a record starts.

    The delimiter is the one that cuts most records into the same number of fields, so that decimal commas
    do not fool it; a first line "sep=;" says it outright.
    """
    delimiter, skipped = _stated_delimiter(text)
    delimiter = delimiter or _consistent_delimiter(text)
    records = _records(text, delimiter)
    rows = ((line, [_bare(field) for field in fields]) for line, fields in records if line > skipped)
    return _sheet(name, rows, text.count(delimiter))


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _sheet(name: str, records: Iterable[tuple[int, list[str]]], delimiters: int) -> Sheet:
    # Counted first: a line of ten million tabs would become ten million cells.
    if delimiters > MAX_CELLS:
        raise InputError("too_many_cells", limit=MAX_CELLS)
    rows: list[Row] = []
    room = MAX_CELLS
    for line, fields in records:
        cells = _trimmed([text_cell(field) for field in fields])
        if len(cells) > MAX_COLUMNS:
            raise InputError("far_cell", sheet=name, cell=address(line, len(cells) - 1))
        room -= len(cells)
        if room < 0 or len(rows) >= MAX_ROWS:
            raise InputError("too_many_cells", limit=MAX_CELLS)
        if cells:
            rows.append(Row(line, cells))
    return Sheet(name, tuple(rows), kind="text")


def _trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    while cells and cells[-1] is BLANK:
        cells.pop()
    return tuple(cells)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    line, place = 1, 0
    while place < len(text):
        start, fields = line, []
        while True:
            field, place, more = _field(text, place)
            fields.append(field)
            line += more
            if text[place : place + 1] != "\t":
                break
            place += 1
        yield start, fields
        end = LINE_END.match(text, place)
        place, line = (end.end() if end else place), line + 1


def _field(text: str, place: int) -> tuple[str, int, int]:
    """A cell, where it ends and how many line ends are in it. Quotes are only marks when the cell spans lines."""
    quoted = QUOTED.match(text, place) if text[place : place + 1] == '"' else None
    if quoted and (ends := len(LINE_END.findall(quoted[1]))):
        return quoted[1].replace('""', '"'), quoted.end(), ends
    plain = UNQUOTED.match(text, place)
    end = plain.end() if plain else place
    return text[place:end], end, 0


def _bare(field: str) -> str:
    """A field without the formula by which systems keep spreadsheets from changing a text: ="007"."""
    return field[2:-1] if field.startswith('="') and field.endswith('"') and len(field) > 2 else field


def _stated_delimiter(text: str) -> tuple[str | None, int]:
    stated = re.match(r'"?sep=([;,\t|])"?(\r\n|\n|\r)', text, re.IGNORECASE)
    return (stated[1], 1) if stated else (None, 0)


def _consistent_delimiter(text: str) -> str:
    shares = {delimiter: _consistency(text, delimiter) for delimiter in DELIMITERS}
    trusted = (delimiter for delimiter in DELIMITERS if shares[delimiter] >= TRUSTED_SHARE)
    return next(trusted, None) or max(DELIMITERS, key=lambda delimiter: shares[delimiter])


def _consistency(text: str, delimiter: str) -> float:
    """The share of the first records that the delimiter cuts into their most usual number of fields, two at least."""
    widths: list[int] = []
    # Cut at the wrong places, quotes do not pair: what came before them still counts.
    with suppress(InputError):
        widths.extend(islice((len(fields) for _, fields in _records(text, delimiter) if any(fields)), SAMPLE))
    usual = max((width for width in widths if width > 1), key=widths.count, default=0)
    return widths.count(usual) / len(widths) if usual else 0.0


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    lines = io.StringIO(f"{text.rstrip().replace(MARK, ' ')}\n{MARK}\n", newline="").readlines()
    reader = csv.reader(lines, delimiter=delimiter)
    line = 1
    try:
        while (fields := next(reader)) != [MARK]:
            if reader.line_num > line:
                _refuse_stray_quote(lines[line - 1 : reader.line_num], delimiter)
            yield line, fields
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError("unclosed_quote", line=line) from error


def _refuse_stray_quote(lines: list[str], delimiter: str) -> None:
    # A stray quote swallows the lines up to the next one, which then stands in the middle of a field or is our mark.
    if lines[-1].startswith(MARK):
        raise csv.Error
    next(csv.reader(lines, delimiter=delimiter, strict=True))
