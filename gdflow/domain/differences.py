"""What a closing says otherwise than the one before it, in words that people read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.closing import Closed, Differences, FigureChange, Snapshot
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.evidence import Evidence
from gdflow.domain.figures import Figure
from gdflow.domain.lines import Line
from gdflow.domain.periods import parse_period

Text = str | None
Said = tuple[str, Text, Text]
"""A field with what it said before and what it says now."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How people read an amount in a line's unit, and a day."""

    amount: Callable[[Decimal, Line], str]
    day: Callable[[date], str]


def differences(before: Closed, after: Snapshot, wording: Wording) -> Differences:
    """What the later snapshot says otherwise, by the lines' order in it; lines that are gone come last."""
    return Differences(
        before.facts.number,
        before.facts.sha256,
        tuple(_changes(before.snapshot, after, wording)),
        before.snapshot.report.by_lines.progress,
        after.report.by_lines.progress,
    )


def _changes(before: Snapshot, after: Snapshot, wording: Wording) -> Iterator[FigureChange]:
    old = {row.line.uid: row for row in before.report.lines}
    annexes = _by_place(before.annexes), _by_place(after.annexes)
    for row in after.report.lines:
        known = old.pop(row.line.uid, None)
        if known is None:
            yield _change(row, None, ("line", None, row.line.label))
            continue
        for said in _of_line(known.line, row.line, wording):
            yield _change(row, None, said)
        for period, said in _of_cells(known, row, annexes, after.period_end, wording):
            yield _change(row, period, said)
    for gone in old.values():
        yield _change(gone, None, ("line", gone.line.label, None))


def _change(row: ConsolidatedLine, period: str | None, said: Said) -> FigureChange:
    line = row.line
    return FigureChange(line.uid, line.row, line.number, line.label, line.team, period, *said)


def _of_line(before: Line, after: Line, wording: Wording) -> Iterator[Said]:
    yield from _changed("target", _amount(before.target, before, wording), _amount(after.target, after, wording))
    yield from _changed("due", _day(before.due, wording), _day(after.due, wording))
    yield from _changed("team", before.team, after.team)


def _of_cells(
    before: ConsolidatedLine,
    after: ConsolidatedLine,
    annexes: tuple["Annexes", "Annexes"],
    end: date,
    wording: Wording,
) -> Iterator[tuple[str, Said]]:
    """The cells up to the closed period; those of later ones are not closed by it."""
    old, place = {cell.period: cell for cell in before.figures}, after.line.id
    for cell in after.figures:
        if parse_period(cell.period).end <= end and cell.period in old:
            for said in _of_cell(old[cell.period], cell, before.line, after.line, wording):
                yield cell.period, said
            backed = tuple(listed.get((place, cell.period)) for listed in annexes)
            for said in _changed("annexes", *backed):
                yield cell.period, said


def _of_cell(before: Figure, after: Figure, old: Line, new: Line, wording: Wording) -> Iterator[Said]:
    value = tuple(_changed("value", _amount(before.value, old, wording), _amount(after.value, new, wording)))
    review = tuple(_changed("review", _label(before), _label(after)))
    yield from value
    if not value and not review:
        # a new figure or verdict says by itself that the state is another
        yield from _changed("state", before.state.label, after.state.label)
    for field in ("narrative", "zero_reason"):
        yield from _changed(field, getattr(before.result, field, None), getattr(after.result, field, None))
    yield from review


Annexes = dict[tuple[int, str], str]


def _by_place(annexes: Iterable[Evidence]) -> Annexes:
    """The annexes of each line and period as they are numbered: "A01, A04"."""
    found: Annexes = {}
    for each in annexes:
        place, number = (each.line_id, each.period), f"A{each.annex:02d}"
        found[place] = f"{found[place]}, {number}" if place in found else number
    return found


def _changed(field: str, before: Text, after: Text) -> Iterator[Said]:
    if before != after:
        yield field, before, after


def _label(cell: Figure) -> Text:
    return cell.review.label if cell.review else None


def _amount(value: Decimal | None, line: Line, wording: Wording) -> Text:
    return None if value is None else wording.amount(value, line)


def _day(day: date | None, wording: Wording) -> Text:
    return None if day is None else wording.day(day)
