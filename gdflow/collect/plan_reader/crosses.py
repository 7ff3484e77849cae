"""Crosses that stand where figures might: under "P" the months in which something is to be done, under "E" what was."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.figures import LineFigures, Spot
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.values import Amount
from gdflow.collect.sheet import Cell


class Cross(NamedTuple):
    """A cross, where it stands and under what."""

    line: int
    role: Role
    key: str
    row: int
    column: Column
    cell: Cell


def count_crosses(
    crosses: Sequence[Cross], entries: Iterable[Entry], figures: Iterable[LineFigures], issues: Issues
) -> None:
    """Count each cross as one thing where the table also crosses what was done; what cannot be counted is told."""
    if not any(cross.role is Role.RESULT for cross in crosses):
        return
    of_line: dict[int, list[Cross]] = defaultdict(list)
    for cross in crosses:
        of_line[cross.line].append(cross)
    for entry, found in zip(entries, figures, strict=True):
        mine = of_line[entry.number]
        planned = [cross for cross in mine if cross.role is Role.PROGRAMMED]
        done = [cross for cross in mine if cross.role is Role.RESULT]
        if planned and _are_the_target(planned, found):
            found.programmed += _counted(planned)
            found.results += _counted(done)
            _tell(done, issues)
        else:
            for cross in done:
                issues.add("unreadable_value", cross.row, cross.column.index, raw=cross.cell.text, expected="un número")


def _are_the_target(planned: Sequence[Cross], figures: LineFigures) -> bool:
    """Whether as many things are to be done as there are crosses; a share of them is another matter."""
    target = figures.target.amount if figures.target else Amount(None)
    return not target.percent and target.value in {None, Decimal(len(planned))}


def _counted(crosses: Sequence[Cross]) -> list[Spot]:
    """One thing for each cross; those in the weeks of one month add up."""
    of_key: dict[str, list[Cross]] = defaultdict(list)
    for cross in crosses:
        of_key[cross.key].append(cross)
    return [
        Spot(key, found[0].row, found[0].column, found[0].cell, Amount(Decimal(len(found))))
        for key, found in of_key.items()
    ]


def _tell(done: Sequence[Cross], issues: Issues) -> None:
    if done:
        first = done[0]
        issues.add("crosses_counted", first.row, first.column.index, raw=first.cell.text, proposal=str(len(done)))
