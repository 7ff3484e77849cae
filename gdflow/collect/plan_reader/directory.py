"""Teams and their addresses, from a "Directorio" sheet or a csv: found by titles, else by where the @ stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gdflow.collect.plan_reader.addresses import addresses_in
from gdflow.collect.plan_reader.roles import Role, role_of
from gdflow.collect.plan_reader.title_rows import column_titles
from gdflow.collect.plan_reader.title_score import CORE
from gdflow.collect.plan_reader.titles import plain, solid, tidy
from gdflow.collect.sheet import TEXT, VACANT, Document, Row, Sheet
from gdflow.domain.plan import TeamEntry

Titles = Mapping[int, Sequence[str]]
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
SUBSTITUTE = re.compile(r"\b(?:suplente|suplencia|reemplazo|altern[oa]|substitute)\b")
# what a column says of each row's person; a leader is reminded as the team is
ROLE = re.compile(r"^(?:rol|papel|tipo de (?:contacto|enlace|responsable))\b")
BOSS = re.compile(r"^(?:jef[ea]|jefatura|director|directora|superior|escalamiento|boss|head)\b")
NOTED = re.compile(r":\s*\S")


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
    """Where a directory's sheet has its names and the addresses of its teams, their heads and substitutes.

    role: the column that says of each row whose address it has, or None.
    """

    rows: Sequence[Row]
    name: int
    emails: Sequence[int]
    heads: Sequence[int]
    substitutes: Sequence[int]
    role: int | None


def directory_of(sheet: Sheet, *, doubtful: bool = False) -> tuple[TeamEntry, ...]:
    """The teams of one sheet, or nothing when it is no directory; doubtful: with what is only meant as an address."""
    places = _places(sheet)
    return _entries(places, doubtful) if places else ()


def doubtful_addresses(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of each cell of a directory that is meant to hold an address and holds none to be taken."""
    if places := _places(sheet):
        for row in places.rows:
            for at in (*places.emails, *places.heads, *places.substitutes):
                if addresses_in(row.cell(at).text).doubtful:
                    yield row.number, at, row.cell(at).text


def _places(sheet: Sheet) -> Places | None:
    counts = _address_counts(sheet.rows)
    if not counts:
        return None
    header = _header(sheet.rows, min(counts, key=lambda at: (-counts[at], at)))
    if header is not None and any(role_of(cell.text) in CORE for cell in header.cells):
        return None
    titles = _titles(sheet, header)
    columns = _address_columns(counts, titles)
    substitutes = [at for at in columns if SUBSTITUTE.search(_said(titles, at))]
    heads = [at for at in columns if at not in substitutes and HEAD.search(_said(titles, at))]
    emails = [at for at in columns if at not in heads and at not in substitutes]
    rows = [row for row in sheet.rows if header is None or row.number > header.number]
    name = _name_column(rows, titles, columns)
    if name is None:
        return None
    role = next((at for at, parts in titles.items() if at != name and ROLE.search(plain(parts[-1]))), None)
    return Places(rows, name, emails, heads, substitutes, role) if emails else Places(rows, name, columns, (), (), role)


def _address_counts(rows: Sequence[Row]) -> dict[int, int]:
    """Of each column how many of its cells hold addresses."""
    counts: dict[int, int] = {}
    for row in rows:
        for at, cell in enumerate(row.cells):
            if cell.kind is TEXT and "@" in cell.text and addresses_in(cell.text).sound:
                counts[at] = counts.get(at, 0) + 1
    return counts


def _address_columns(counts: Mapping[int, int], titles: Titles) -> list[int]:
    """The columns of addresses, the fullest first: those that say so, and others that hold many.

    Few teams have a head or a substitute of their own; one address in a column of notes makes no column of addresses.
    """
    most = max(counts.values())
    titled = {at for at in counts if at in titles and _titles_address(titles[at][-1])}
    full = {at for at in counts if counts[at] * 4 >= most and role_of(titles.get(at, ("",))[-1]) is not Role.NOTE}
    return sorted(titled | full, key=lambda at: (-counts[at], at))


def _titles_address(title: str) -> bool:
    return role_of(title) is Role.EMAIL or solid(title).startswith(("correo", "email", "mail"))


def _header(rows: Sequence[Row], emails: int) -> Row | None:
    for row in rows[:TITLE_ROWS]:
        text = row.cell(emails).text
        if "@" in text:
            return None
        if _titles_address(text):
            return row
    return None


def _titles(sheet: Sheet, header: Row | None) -> Titles:
    """Of each titled column the parts of its title, with the row above where that one groups columns (Jefe, Enlace)."""
    if header is None:
        return {}
    above = [row for row in sheet.rows if row.number == header.number - 1]
    band = [row for row in above if sum(cell.kind is not VACANT for cell in row.cells) > 1] + [header]
    return {at: parts for at, parts in enumerate(column_titles(sheet, band)) if parts}


def _said(titles: Titles, column: int) -> str:
    return plain(" ".join(titles.get(column, ())))


def _name_column(rows: Sequence[Row], titles: Titles, addresses: Sequence[int]) -> int | None:
    for wanted in (NAME_TITLES, PERSON_TITLES):
        for at, parts in titles.items():
            if at not in addresses and solid(parts[-1]).startswith(wanted):
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
        named = tidy(row.cell(places.name).text)
        told = _entry(named, row, places, doubtful)
        if not named and told != TeamEntry(named) and entries:
            entries[-1] = _merged(entries[-1], told)
        elif named and "@" not in named and not _is_note(named, row):
            entries.append(told)
    return tuple(entries)


def _entry(name: str, row: Row, places: Places, doubtful: bool) -> TeamEntry:
    """What one row says, its addresses in the role that the row or their columns state."""
    stated = (places.emails, places.heads, places.substitutes)
    found = [_addresses(row, columns, doubtful) if columns else () for columns in stated]
    if places.role is None:
        return TeamEntry(name, *found)
    role = plain(row.cell(places.role).text)
    if BOSS.search(role):
        found = [(), found[0] + found[1], found[2]]
    elif SUBSTITUTE.search(role):
        found = [(), found[1], found[0] + found[2]]
    return TeamEntry(name, *found)


def _is_note(named: str, row: Row) -> bool:
    """ "Actualizado: 15/01/2025" by itself below the teams."""
    return ":" in named and NOTED.search(named) is not None and sum(cell.kind is not VACANT for cell in row.cells) == 1


def _addresses(row: Row, columns: Sequence[int], doubtful: bool) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for at in columns:
        told = addresses_in(row.cell(at).text)
        found += told.sound + told.doubtful if doubtful else told.sound
    return found if len(found) < 2 else tuple(dict.fromkeys(found))


def _merged(one: TeamEntry, other: TeamEntry) -> TeamEntry:
    pairs = ((one.emails, other.emails), (one.heads, other.heads), (one.substitutes, other.substitutes))
    return TeamEntry(one.name, *(tuple(dict.fromkeys(first + second)) for first, second in pairs))
