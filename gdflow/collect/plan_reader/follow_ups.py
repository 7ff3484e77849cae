"""Sheets that follow one plan up, one for each period ("Seguimiento T1", "Seguimiento T2"), put together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from gdflow.collect.plan_reader.periods import key_of
from gdflow.collect.plan_reader.stretches import stretch_of
from gdflow.collect.plan_reader.titles import plain
from gdflow.domain.periods import KIND_OF_LETTER, parse_period
from gdflow.domain.plan import PlanLine, PlanReading

Name = tuple[str | None, str]
Value = TypeVar("Value")


def follow_ups_joined(readings: Sequence[PlanReading]) -> list[PlanReading]:
    """The plans, with the single figure of each period's sheet under its period.

    Sheets are taken for one plan when their names tell periods of one kind, their titles are the same and so are
    most of their lines. The first sheet's lines stay; those that only a later sheet holds follow.
    """
    joined: list[PlanReading] = []
    keyed: list[str | None] = []
    for reading in readings:
        key = _key(reading)
        last = keyed[-1] if keyed else None
        if key and last and _is_next(last, key) and _is_same(joined[-1], reading):
            joined[-1], keyed[-1] = _added(_under(joined[-1], last), _under(reading, key)), key
        else:
            joined.append(reading)
            keyed.append(key)
    return joined


def _key(reading: PlanReading) -> str | None:
    """The period that a sheet with one figure for each line is for, by its name."""
    stretch = stretch_of(reading.sheet)
    if stretch is None or stretch.kind not in KIND_OF_LETTER or stretch.kind == "Y":
        return None
    if any(period != "cut" for line in reading.lines for period in line.results):
        return None
    return key_of(stretch, stretch.year or reading.year)


def _is_next(last: str, key: str) -> bool:
    """Whether a period is a later one of the same kind."""
    return parse_period(last).kind is parse_period(key).kind and last < key


def _is_same(one: PlanReading, other: PlanReading) -> bool:
    if [column.title for column in one.columns] != [column.title for column in other.columns]:
        return False
    names = set(map(_name, one.lines))
    return sum(_name(line) in names for line in other.lines) * 5 >= len(other.lines) * 4


def _name(line: PlanLine) -> Name:
    return line.number, plain(line.activity or line.indicator or line.deliverable or "")


def _under(reading: PlanReading, key: str) -> PlanReading:
    """The reading with its one figure under the period; unchanged when that was done before."""
    stretch = stretch_of(reading.sheet)
    kind = KIND_OF_LETTER[stretch.kind] if stretch else reading.period_kind
    columns = tuple(replace(each, period=key) if each.period == "cut" else each for each in reading.columns)
    lines = tuple(replace(line, results=_renamed(line.results, key)) for line in reading.lines)
    lines = tuple(replace(line, result_cells=_renamed(line.result_cells, key)) for line in lines)
    return replace(reading, period_kind=kind, columns=columns, lines=lines)


def _renamed(values: Mapping[str, Value], key: str) -> dict[str, Value]:
    return {key if period == "cut" else period: value for period, value in values.items()}


def _added(before: PlanReading, later: PlanReading) -> PlanReading:
    """A plan with a later sheet's figures, and with the doubts that only that sheet raises."""
    known = {(issue.code, issue.raw) for issue in before.issues}
    more = {_name(line): line for line in later.lines}
    lines = [
        replace(line, results={**line.results, **more[_name(line)].results}) if _name(line) in more else line
        for line in before.lines
    ]
    fresh = {name: line for name, line in more.items() if name not in set(map(_name, before.lines))}
    issues = tuple(issue for issue in later.issues if (issue.code, issue.raw) not in known)
    return replace(before, lines=(*lines, *fresh.values()), issues=before.issues + issues)
