"""Figures that are totals so far: each holds those before it, so that the last one counts and not their sum."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.titles import solid
from gdflow.domain.plan import Accumulation, PlanLine

WORD = "acum"


class Running:
    """Tells for lines without an accumulation of their own whether their figures are totals so far."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._titled = _is_titled(columns)
        self._lines, self._rows = False, list[int]()

    def of(self, row: int, programmed: Mapping[str, Decimal], target: Decimal | None) -> Accumulation | None:
        """LATEST by what the titles of the figures say, or by what is programmed; None where neither does."""
        if self._titled:
            self._lines = True
        elif _reaches(programmed, target):
            self._rows.append(row)
        else:
            return None
        return Accumulation.LATEST

    def tell(self, issues: Issues) -> None:
        """Write down once what was taken for totals, and why."""
        proposal = "vale la última cifra, no la suma"
        if self._lines:
            issues.add("running_titles", proposal=proposal)
        if self._rows:
            issues.add("running_programme", raw=", ".join(map(str, self._rows)), proposal=proposal)


def ask_of_rising(lines: Sequence[PlanLine], issues: Issues) -> None:
    """Ask once of results that never fall and pass their targets only when added up: "Avance a marzo", "a junio".

    Where a line of the plan falls, its figures are of each period alone, and so are those of the others. A printed
    result says by itself whether they are added up.
    """
    told = [line for line in lines if len(line.results) > 1 and not (line.accumulation or line.printed_result)]
    rows = [line.row for line in told if _passes_added_up(line)]
    if rows and all(map(_never_falls, told)):
        issues.add("running_results", raw=", ".join(map(str, rows)))


def _never_falls(line: PlanLine) -> bool:
    return all(one <= other for one, other in pairwise(line.results[key] for key in sorted(line.results)))


def _passes_added_up(line: PlanLine) -> bool:
    return line.target is not None and max(line.results.values()) <= line.target < sum(line.results.values())


def _is_titled(columns: Sequence[Column]) -> bool:
    """ "Ejecución acumulada a marzo" over each figure, or "% Acumulado" over the marks of the rows."""
    figures = [column for column in in_role(columns, Role.RESULT) if column.period and column.period != "cut"]
    marked = [column for column in in_role(columns, Role.MARKER) if WORD in solid(column.title)]
    return bool(marked) or (bool(figures) and all(WORD in solid(column.title) for column in figures))


def _reaches(programmed: Mapping[str, Decimal], target: Decimal | None) -> bool:
    """Whether what is programmed never falls and ends at the target that it passes when added up: 30 %, 60 %, 100 %."""
    steps = [programmed[key] for key in sorted(programmed) if programmed[key]]
    if len(steps) < 2 or steps[-1] != target or steps[0] == target:
        return False
    return all(one <= other for one, other in pairwise(steps))
