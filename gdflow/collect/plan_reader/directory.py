"""Teams and their addresses, from a "Directorio" sheet or a csv: found by titles, else by where the @ stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gdflow.collect.plan_reader.addresses import addresses_in
from gdflow.collect.plan_reader.roles import Role, role_of
from gdflow.collect.plan_reader.title_score import CORE
from gdflow.collect.plan_reader.titles import plain, solid, tidy
from gdflow.collect.sheet import TEXT, Document, Row, Sheet
from gdflow.domain.plan import TeamEntry

NAME_TITLES = (
    "responsable",
    "dependencia",
    "equipo",
    "team",
    "area",
    "oficina",
    "secretaria",
    "unidad",
    "grupo",
    "proceso",
)
PERSON_TITLES = ("nombre", "funcionario", "servidor", "contacto", "lider", "persona")
TITLE_ROWS = 15
HEAD = re.compile(
    r"\b(?:jefe|jefa|jefatura|director|directora|superior|secretario|lider|supervisor|escalamiento|boss|head)\b"
)


def read_directory(document: Document) -> tuple[TeamEntry, ...]:
    """The teams of a document's directory with their addresses, in order; the same team twice is one.

    What is only meant to be an address comes with them: whoever stores the teams refuses it by the team's name.
    """
    found: dict[str, TeamEntry] = {}
    for sheet in document.sheets:
        for entry in directory_of(sheet, doubtful=True):
            key = plain(entry.name)
            found[key] = _merged(found[key], entry) if key in found else entry
    return tuple(found.values())


def teams_beside(lines: Iterable[tuple[Sequence[str], str]]) -> tuple[TeamEntry, ...]:
    """The teams of a plan that prints an address beside who is responsible: pairs of the line's teams and that cell.

    Only the first team of a line is given the address: it is the one that answers.
    """
    found: dict[str, TeamEntry] = {}
    for teams, text in lines:
        emails = tuple(dict.fromkeys(addresses_in(text).sound))
        if teams and emails:
            entry = TeamEntry(teams[0], emails)
            key = plain(entry.name)
            found[key] = _merged(found[key], entry) if key in found else entry
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Places:
    """Where a directory's sheet has its names, its teams' addresses and those of their heads."""

    rows: Sequence[Row]
    name: int
    emails: Sequence[int]
    heads: Sequence[int]


def directory_of(sheet: Sheet, *, doubtful: bool = False) -> tuple[TeamEntry, ...]:
    """The teams of one sheet, or nothing when it is no directory; doubtful: with what is only meant as an address."""
    places = _places(sheet)
    return _entries(places, doubtful) if places else ()


def doubtful_addresses(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of each cell of a directory that is meant to hold an address and holds none to be taken."""
    if places := _places(sheet):
        for row in places.rows:
            for at in (*places.emails, *places.heads):
                if addresses_in(row.cell(at).text).doubtful:
                    yield row.number, at, row.cell(at).text


def _places(sheet: Sheet) -> Places | None:
    columns = _address_columns(sheet.rows)
    if not columns:
        return None
    header = _header(sheet.rows, columns[0])
    if header is not None and any(role_of(cell.text) in CORE for cell in header.cells):
        return None
    heads = [at for at in columns if header is not None and HEAD.search(plain(header.cell(at).text))]
    emails = [at for at in columns if at not in heads] or columns
    rows = [row for row in sheet.rows if header is None or row.number > header.number]
    name = _name_column(rows, header, columns)
    return None if name is None else Places(rows, name, emails, [at for at in heads if at not in emails])


def _address_columns(rows: Sequence[Row]) -> list[int]:
    """The columns in which addresses stand, the fullest first."""
    counts: dict[int, int] = {}
    for row in rows:
        for at, cell in enumerate(row.cells):
            if cell.kind is TEXT and "@" in cell.text and addresses_in(cell.text).sound:
                counts[at] = counts.get(at, 0) + 1
    most = max(counts.values(), default=0)
    # one address in a column of notes makes no column of addresses
    return sorted((at for at in counts if counts[at] * 4 >= most), key=lambda at: (-counts[at], at))


def _header(rows: Sequence[Row], emails: int) -> Row | None:
    for row in rows[:TITLE_ROWS]:
        text = row.cell(emails).text
        if "@" in text:
            return None
        if role_of(text) is Role.EMAIL or solid(text).startswith(("correo", "email", "mail")):
            return row
    return None


def _name_column(rows: Sequence[Row], header: Row | None, addresses: Sequence[int]) -> int | None:
    for titles in (NAME_TITLES, PERSON_TITLES):
        for at, cell in enumerate(header.cells if header else ()):
            if at not in addresses and solid(cell.text).startswith(titles):
                return at
    texts: dict[int, int] = {}
    for row in rows:
        for at, cell in enumerate(row.cells):
            if at not in addresses and cell.kind is TEXT and any(letter.isalpha() for letter in cell.text):
                texts[at] = texts.get(at, 0) + 1
    most = max(texts.values(), default=0)
    # names stand before what is said of them, even where merged cells leave some rows blank
    return min((at for at in texts if texts[at] * 2 >= most), default=None)


def _entries(places: Places, doubtful: bool) -> tuple[TeamEntry, ...]:
    """One entry a row; a blank name means the one above (a merged cell)."""
    entries: list[TeamEntry] = []
    for row in places.rows:
        told, bosses = _addresses(row, places.emails, doubtful), _addresses(row, places.heads, doubtful)
        named = tidy(row.cell(places.name).text)
        if not named and told + bosses and entries:
            entries[-1] = _merged(entries[-1], TeamEntry(entries[-1].name, told, bosses))
        elif named and "@" not in named:
            entries.append(TeamEntry(named, told, bosses))
    return tuple(entries)


def _addresses(row: Row, columns: Sequence[int], doubtful: bool) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for at in columns:
        told = addresses_in(row.cell(at).text)
        found += told.sound + told.doubtful if doubtful else told.sound
    return found if len(found) < 2 else tuple(dict.fromkeys(found))


def _merged(one: TeamEntry, other: TeamEntry) -> TeamEntry:
    emails = tuple(dict.fromkeys(one.emails + other.emails))
    return TeamEntry(one.name, emails, tuple(dict.fromkeys(one.heads + other.heads)))
