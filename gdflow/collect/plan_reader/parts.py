"""Lines that a document spreads over several rows: one for what was programmed, one for what was done; one a month."""

from collections.abc import Sequence

from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.markers import RATIO_ROWS, in_threes, marker_role
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.stretches import stretch_under
from gdflow.collect.plan_reader.titles import plain
from gdflow.collect.sheet import VACANT

NAMING = (Role.ACTIVITY, Role.INDICATOR, Role.DELIVERABLE, Role.NUMBER)


def gather(entries: list[Entry], columns: Sequence[Column]) -> list[Entry]:
    """The entries with the rows of one line gathered under its first."""
    if markers := in_role(columns, Role.MARKER):
        return _by_marker(entries, markers[0].index, columns)
    if periods := in_role(columns, Role.PERIOD):
        return _by_period(entries, periods[0], columns)
    return entries


def _by_marker(entries: list[Entry], marker: int, columns: Sequence[Column]) -> list[Entry]:
    lines: list[Entry] = []
    threes = in_threes([entry.text(marker) for entry in entries])
    for at, entry in enumerate(entries):
        role = RATIO_ROWS[at % len(RATIO_ROWS)] if threes else marker_role(entry.text(marker))
        if role is None:
            lines.append(entry)
            continue
        if not lines or not _belongs(lines[-1], entry, role, columns):
            lines.append(entry)
        elif lines[-1] is not entry:
            _take_blanks(lines[-1], entry)
        # a copy: what the line takes from its later rows is not in this one
        lines[-1].sides.append((role, entry.number, list(entry.cells)))
    return lines


def _belongs(line: Entry, entry: Entry, role: Role, columns: Sequence[Column]) -> bool:
    taken = {known for known, _, _ in line.sides if known is not Role.OTHER}
    return bool(line.sides) and role not in taken and _same_name(line, entry, columns)


def _by_period(entries: list[Entry], period: Column, columns: Sequence[Column]) -> list[Entry]:
    lines: list[Entry] = []
    for entry in entries:
        stretch = stretch_under(period.title, entry.text(period.index))
        if (
            stretch is None
            or not lines
            or not lines[-1].parts
            or not _same_name(lines[-1], entry, columns)
            or any(known == stretch for known, _, _ in lines[-1].parts)
        ):
            lines.append(entry)
        if stretch:
            lines[-1].parts.append((stretch, entry.number, entry.cells))
    return lines


def _same_name(line: Entry, entry: Entry, columns: Sequence[Column]) -> bool:
    """Whether a row names nothing of its own, or only what the line's first row named."""
    named = [column.index for column in columns if column.role in NAMING]
    named = [at for at in named if entry.cells[at].kind is not VACANT]
    return all(plain(entry.text(at)) == plain(line.text(at)) for at in named)


def _take_blanks(line: Entry, entry: Entry) -> None:
    """What only a later row of the line says ("Observaciones" beside "E") is the line's too."""
    for at, cell in enumerate(entry.cells):
        if line.cells[at].kind is VACANT:
            line.cells[at] = cell
