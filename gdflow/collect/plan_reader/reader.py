"""The plans of a document: each of its tables read from the titles down to the lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from gdflow.collect.plan_reader.addresses import addresses_in
from gdflow.collect.plan_reader.checks import (
    check_deadlines,
    check_hidden,
    check_numbers,
    check_people,
    check_results,
    check_unread,
    check_years,
    without_broken_words,
)
from gdflow.collect.plan_reader.columns import FIGURES, Column, in_role
from gdflow.collect.plan_reader.contents import Contents
from gdflow.collect.plan_reader.dates import read_day
from gdflow.collect.plan_reader.directory import directory_of, doubtful_addresses, teams_beside
from gdflow.collect.plan_reader.drafts import draft_columns
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.follow_ups import follow_ups_joined
from gdflow.collect.plan_reader.headings import Headings
from gdflow.collect.plan_reader.indicator_cards import indicator_card
from gdflow.collect.plan_reader.issues import WARNING, Issues
from gdflow.collect.plan_reader.kinds import About, about, title_of, year_of_days
from gdflow.collect.plan_reader.leaves import leaf_tables
from gdflow.collect.plan_reader.lines import Lines, Readers
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.namesakes import check_namesakes
from gdflow.collect.plan_reader.numbers import ZERO_DAYS
from gdflow.collect.plan_reader.people import People, spelling_of
from gdflow.collect.plan_reader.periods import kind_of_stretches, period_kind, set_periods
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.rows import read_entries
from gdflow.collect.plan_reader.settle import settle
from gdflow.collect.plan_reader.spots import Spots
from gdflow.collect.plan_reader.strangers import known_rows
from gdflow.collect.plan_reader.tables import BodyRow, Table, find_tables, texts_of
from gdflow.collect.plan_reader.titles import plain
from gdflow.collect.plan_reader.untitled import continued, untitled_table
from gdflow.collect.plan_reader.windows import Windows
from gdflow.collect.sheet import DATE, TEXT, Document, Sheet
from gdflow.domain.plan import PlanColumn, PlanLine, PlanReading, TeamEntry

NAMING = frozenset(
    {Role.ACTIVITY, Role.DELIVERABLE, Role.INDICATOR, Role.TARGET_TEXT, Role.RESPONSIBLE, Role.DESIGN, Role.START}
    | {Role.DUE, Role.WINDOW}
)
SUPPORTING = re.compile(
    r"(?:instruc|listas?\b|hojas? de vida|portada|indice|glosario|convencion|parametr|catalogo|control de cambios"
    r"|validacion|desplegable|menu\b|resumen|grafic|tabla dinamica)"
)

FEWEST_TITLES = 3
UNTOLD = frozenset({None, Role.OTHER})


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading a table takes from around it."""

    source: str
    teams: tuple[TeamEntry, ...]
    as_of: date | None


def read_plans(document: Document, *, as_of: date | None) -> tuple[PlanReading, ...]:
    """Every plan of a document, with its lines, its directory's teams, and every change and doubt.

    as_of: the document's cut-off; a printed 0 of a period that had not ended then is a blank. Empty when the
    document holds no plan.
    """
    tables = _tables(document)
    planned = {id(table.sheet) for table in tables}
    others = [sheet for sheet in document.sheets if id(sheet) not in planned]
    directories = {id(sheet): directory_of(sheet) for sheet in others}
    teams = tuple(entry for entries in directories.values() for entry in entries)
    setting = Setting(document.name, teams, as_of)
    readings = [_read(table, setting) for table in tables]
    found = [reading for reading in readings if reading.lines] or readings[:1]
    listing = [sheet for sheet in others if directories[id(sheet)]]
    ignored = [sheet for sheet in others if sheet.kind == "sheet" and sheet.rows and not directories[id(sheet)]]
    return _with_others(follow_ups_joined(_word_joined(found, document)), listing, ignored)


def _tables(document: Document) -> list[Table]:
    """The plan tables of all sheets; a Word table without titles goes on with the one before it."""
    sheets = [sheet for sheet in document.sheets if not SUPPORTING.match(plain(sheet.name))]
    tables: list[Table] = []
    letterhead: tuple[BodyRow, ...] = ()
    leaves = leaf_tables(sheets)
    for sheet in sheets:
        found = leaves.get(id(sheet)) or (() if indicator_card(sheet) else find_tables(sheet))
        if not found and tables and continued(tables[-1], sheet):
            body = tuple(BodyRow(row) for row in sheet.rows)
            found = (replace(tables[-1], sheet=sheet, body=body, header_row=None),)
        elif not found and sheet.kind == "table":
            letterhead += tuple(BodyRow(row) for row in sheet.rows)
        elif found and letterhead and not tables:
            # the head of a Word page is a table of its own: title, code and version stand there
            head = tuple(line.row for line in letterhead)
            found = (replace(found[0], above=head + found[0].above), *found[1:])
        tables.extend(found)
    return _rich(tables) or _cards(document.sheets) or [table for sheet in sheets if (table := untitled_table(sheet))]


def _cards(sheets: Sequence[Sheet]) -> list[Table]:
    """The indicator cards of a document that lists its indicators nowhere else."""
    return [card for sheet in sheets if (card := indicator_card(sheet))]


def _rich(tables: Sequence[Table]) -> list[Table]:
    """The tables but for those of two columns beside a real one: a glossary explains "Meta" and "Indicador" too."""
    widths = [sum(map(bool, table.titles)) for table in tables]
    most = max(widths, default=0)
    return [table for table, width in zip(tables, widths, strict=True) if width >= FEWEST_TITLES or most <= width + 1]


def _read(table: Table, setting: Setting) -> PlanReading:
    issues = Issues(table.sheet.name, table.places)
    columns, contents = _columns(table, setting)
    rows = known_rows(table, columns, issues)
    if len(rows) < len(table.body):
        # what stands in a legend or a budget below must not speak for the plan's own columns
        table = replace(table, body=tuple(line for line, _ in rows))
        columns, contents = _columns(table, setting)
        rows = known_rows(table, columns, issues)
    said = about(table, columns, setting.source)
    year = said.year or _year_of_windows(columns, contents) or (setting.as_of.year if setting.as_of else None)
    _keyed(table, columns, said, year, issues)
    named = [column.index for column in columns if column.role in NAMING]
    entries = [entry for entry in read_entries(table, columns, rows, issues) if _is_said(entry, named)]
    without_broken_words(entries, columns, issues)
    lines = _lines(table, columns, entries, replace(said, year=year), setting, issues, stated_year=said.year)
    check_years(lines, columns, entries, issues, said=said)
    check_hidden(table, columns, entries, issues)
    check_unread(table, columns, contents, issues)
    check_namesakes(lines, setting.teams, issues)
    if not lines:
        issues.add("empty_plan")
    every = period_kind(columns) or kind_of_stretches(part[0] for entry in entries for part in entry.parts)
    return PlanReading(
        source=setting.source,
        sheet=table.sheet.name,
        kind=said.kind,
        title=said.title,
        period_kind=every,
        lines=lines,
        teams=setting.teams + _teams_beside(lines, entries, columns, issues),
        issues=tuple(issues.found),
        columns=tuple(_plan_column(column) for column in columns),
        header_row=table.header_row,
        year=year,
        entity_name=said.entity,
        policy=said.policy,
        objective=said.objective,
        code=said.code,
        version=said.version,
        approved_on=said.approved_on,
    )


def _is_said(entry: Entry, named: Sequence[int]) -> bool:
    """Whether a row says anything of its own beyond numbers, headings and the day that stands for none."""
    return any(entry.own(at) and entry.text(at).strip() not in ZERO_DAYS for at in named)


def _columns(table: Table, setting: Setting) -> tuple[list[Column], Contents]:
    contents = Contents([line.row for line in table.body])
    columns = draft_columns(table, contents)
    settle(columns, contents, about=f"{title_of(table) or ''} {table.sheet.name}", teams=setting.teams)
    return columns, contents


def _teams_beside(
    lines: Sequence[PlanLine], entries: Sequence[Entry], columns: Sequence[Column], issues: Issues
) -> tuple[TeamEntry, ...]:
    at = next((column.index for column in in_role(columns, Role.EMAIL)), None)
    if at is None:
        return ()
    for entry in entries:
        if addresses_in(entry.text(at)).doubtful:
            _tell_address(issues, entry.number, at, entry.text(at))
    return teams_beside((line.teams, entry.text(at)) for line, entry in zip(lines, entries, strict=True))


def _keyed(table: Table, columns: Sequence[Column], said: About, year: int | None, issues: Issues) -> None:
    """Give the columns their periods' keys, and tell what had to be assumed for it."""
    if set_periods(columns, year, said.kind):
        ranked = next(column for column in columns if column.stretch and column.stretch.kind == "nth")
        issues.add("period_assumed", table.header_row, ranked.index, raw=ranked.title, proposal=ranked.period)
    if any(column.stretch and not column.period for column in columns):
        issues.add("missing_year", table.header_row)
    _tell_twice(table, columns, issues)
    for column in () if in_role(columns, Role.PERIOD) or in_role(columns, Role.MARKER) else columns:
        if column.role is Role.RESULT and not column.stretch and not column.period:
            issues.add("missing_period", table.header_row, column.index, raw=column.title)
    if not any(any(parts) for parts in table.titles):
        roles = ", ".join(str(column.role) for column in columns if column.role)
        issues.add("titles_missing", proposal=roles)


def _tell_twice(table: Table, columns: Sequence[Column], issues: Issues) -> None:
    """Tell columns left out because another one of the very same title is read."""
    read = {column.parts for column in columns if column.role in FIGURES and column.period}
    for column in columns:
        if column.role is Role.OTHER and column.period and column.parts in read:
            issues.add("title_twice", table.header_row, column.index, raw=column.title)


def _lines(
    table: Table,
    columns: Sequence[Column],
    entries: Sequence[Entry],
    said: About,
    setting: Setting,
    issues: Issues,
    *,
    stated_year: int | None,
) -> tuple[PlanLine, ...]:
    year = said.year
    every = period_kind(columns) or kind_of_stretches(part[0] for entry in entries for part in entry.parts)
    around = chain((text for row in table.above for text in texts_of(row)), table.sheet.loose)
    targeted = bool(in_role(columns, Role.TARGET))
    windows = Windows(columns, entries, year, issues, targeted=targeted, around=around, stated_year=stated_year)
    people = People(columns, spelling_of(setting.teams), issues, entries=entries, over=said.team)
    spots = Spots(columns, entries, issues, year=year, every=every)
    readers = Readers(spots, windows, people, Headings(columns, entries), issues, setting.as_of)
    lines = Lines(table.sheet.name, columns, entries, readers).read()
    check_numbers(lines, columns, entries, issues)
    check_results(lines, columns, entries, issues)
    check_deadlines(lines, issues, dated=windows.has_columns, silent=frozenset(windows.silent))
    check_people(lines, issues, named=people.has_column)
    return lines


def _year_of_windows(columns: Sequence[Column], contents: Contents) -> int | None:
    if not any(column.stretch and not (column.stretch.year or column.year) for column in columns):
        return None
    cells = [
        cell
        for role in (Role.DUE, Role.START)
        for column in in_role(columns, role)
        for cell in contents.cells(column.index)
    ]
    texts = (read_day(cell.text, end=True).value for cell in cells if cell.kind in {TEXT, DATE})
    return year_of_days(texts)


def _plan_column(column: Column) -> PlanColumn:
    role = None if column.role in UNTOLD else str(column.role)
    return PlanColumn(column.index, column.title, role, column.period if role else None)


def _word_joined(readings: Sequence[PlanReading], document: Document) -> list[PlanReading]:
    """A Word plan that goes on in several tables of the same columns is one plan."""
    kinds = {sheet.name: sheet.kind for sheet in document.sheets}
    joined: list[PlanReading] = []
    for reading in readings:
        before = joined[-1] if joined and kinds[reading.sheet] == "table" else None
        if before and [column.title for column in before.columns] == [column.title for column in reading.columns]:
            joined[-1] = replace(before, lines=before.lines + reading.lines, issues=before.issues + reading.issues)
        else:
            joined.append(reading)
    return joined


def _with_others(
    readings: list[PlanReading], directories: Sequence[Sheet], ignored: Sequence[Sheet]
) -> tuple[PlanReading, ...]:
    """What the sheets beside the plans give cause to tell: a directory's addresses, and those that were not read."""
    if not readings:
        return ()
    issues = Issues(readings[0].sheet)
    for sheet in directories:
        issues.sheet = sheet.name
        for row, column, text in doubtful_addresses(sheet):
            _tell_address(issues, row, column, text)
    for sheet in ignored:
        issues.sheet = sheet.name
        issues.add("sheet_ignored", raw=sheet.name)
    if issues.found:
        readings[0] = replace(readings[0], issues=readings[0].issues + tuple(issues.found))
    return tuple(readings)


def _tell_address(issues: Issues, row: int, column: int, text: str) -> None:
    issues.add("unreadable_value", row, column, raw=clean(text), severity=WARNING, expected="una dirección de correo")
