"""What the lines of a plan prove about one another, and what they lack: doubts for a person, never changes."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from gdflow.collect.cells import error_cell
from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.contents import Contents
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.kinds import About, year_of_days
from gdflow.collect.plan_reader.numbers import is_error_text, read_figure
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.tables import Table
from gdflow.collect.plan_reader.values import told_unreadable
from gdflow.collect.plan_reader.wording import parted_number
from gdflow.collect.sheet import BLANK, BROKEN, NUMBER, TEXT, VACANT, Cell
from gdflow.domain.plan import Accumulation, PlanKind, PlanLine, TargetUnit
from gdflow.spanish.numbers import percent

SUMMED = {None, Accumulation.SUM, Accumulation.CUMULATIVE}
YEARLY = frozenset({PlanKind.ACTION, PlanKind.TRANSPARENCY})
WORDED = frozenset(
    {Role.ITEM, Role.NUMBER, Role.PATH, Role.FINDING, Role.CAUSE, Role.ACTION, Role.ACTIVITY, Role.DELIVERABLE}
    | {Role.INDICATOR, Role.TARGET_TEXT, Role.UNIT, Role.STAGE, Role.RESPONSIBLE, Role.SUPPORT}
)
FAR = 10  # years that no plan's line lies away from the plan's own


def check_numbers(
    lines: Sequence[PlanLine], columns: Sequence[Column], entries: Sequence[Entry], issues: Issues
) -> None:
    """Tell numbers printed twice; one merged over several lines, or begun anew under another heading, is no doubt."""
    seen: dict[str, PlanLine] = {}
    activity = next((column.index for column in in_role(columns, Role.ACTIVITY)), None)
    numbers = [column.index for role in (Role.NUMBER, Role.ITEM) for column in in_role(columns, role)]
    for line, entry in zip(lines, entries, strict=True):
        if line.number is None or (activity is not None and not entry.own(activity)):
            continue
        # the number of a line above, merged or left blank below, is no second one
        if not entry.merged.isdisjoint(numbers) and not (
            activity is not None and parted_number(entry.text(activity))[0]
        ):
            continue
        known = seen.get(line.number)
        if known and line.number == "1" and known.path != line.path:
            seen.clear()
        elif known and not (known.activity == line.activity and known.path == line.path):
            issues.add("duplicate_number", line.row, activity, raw=line.number, first=known.row)
        seen[line.number] = line


def check_results(
    lines: Sequence[PlanLine], columns: Sequence[Column], entries: Sequence[Entry], issues: Issues
) -> None:
    """Compare the printed result with the line's own figures, within half a unit of its last printed place."""
    totals = in_role(columns, Role.TOTAL)
    if not totals:
        return
    at = totals[0].index
    for line, entry in zip(lines, entries, strict=True):
        cell = entry.cells[at]
        if cell.kind in BROKEN:
            told_unreadable(cell, issues, entry.number, at, "un resultado")
        elif line.printed_result and line.results and not _agrees(line, line.printed_result):
            issues.add("result_mismatch", line.row, at, raw=line.printed_result, proposal=_shown(line))


def _agrees(line: PlanLine, printed: str) -> bool:
    figure = read_figure(printed)
    if figure.value is None or line.accumulation not in SUMMED or "cut" in line.results:
        return True
    total = sum(line.results.values(), Decimal(0))
    if not figure.percent and total == figure.value:
        return True
    if not line.target:
        return not figure.percent or total == figure.value
    # printed = total / target within half a unit of the last printed place, multiplied out to stay exact
    off = abs(total - figure.value * line.target)
    if not off or off <= _slack(printed, percent=figure.percent) * abs(line.target):
        return True
    return line.target_unit is TargetUnit.PERCENT and abs(total - figure.value) <= _slack(
        printed, percent=figure.percent
    )


def _slack(printed: str, *, percent: bool) -> Decimal:
    """Half a unit of the last printed place of a figure."""
    digits = printed.replace("%", "").strip()
    mark = max(digits.rfind(","), digits.rfind("."))
    places = len(digits) - mark - 1 if mark >= 0 else 0
    return Decimal(5).scaleb(-places - (3 if percent else 1))


def _shown(line: PlanLine) -> str:
    total = sum(line.results.values(), Decimal(0))
    return percent(Fraction(total) / Fraction(line.target)) if line.target else str(total)


def without_broken_words(entries: Sequence[Entry], columns: Iterable[Column], issues: Issues) -> None:
    """Leave words blank that a broken formula shows ("#N/A" where a lookup found no office), and tell each."""
    worded = [column.index for column in columns if column.role in WORDED]
    for entry in entries:
        for at in worded:
            if (broken := _broken(entry.cells[at])) is not None:
                told_unreadable(broken, issues, entry.number, at, "un texto")
                entry.cells[at] = BLANK


def _broken(cell: Cell) -> Cell | None:
    """A cell that shows an error, be it as a text; texts and figures, which are most, are known at once."""
    if cell.kind is TEXT:
        return error_cell(cell.text) if "#" in cell.text and is_error_text(cell.text) else None
    return None if cell.kind is VACANT or cell.kind is NUMBER or cell.kind not in BROKEN else cell


def check_unread(table: Table, columns: Sequence[Column], contents: Contents, issues: Issues) -> None:
    """Tell columns of figures whose titles nobody knows, in a plan that shows no result: they may be its results."""
    if in_role(columns, Role.RESULT):
        return
    unread = [column for column in columns if column.role is None and column.parts and not column.stretch]
    unread = [column for column in unread if contents.of(column.index).mostly(contents.of(column.index).numbers)]
    if len(unread) > 1:
        titles = ", ".join(f"«{column.title}»" for column in unread)
        issues.add("columns_unread", table.header_row, unread[0].index, raw=titles)


def check_hidden(table: Table, columns: Iterable[Column], entries: Iterable[Entry], issues: Issues) -> None:
    """Tell what a person who opens the file does not see."""
    if table.sheet.hidden:
        issues.add("hidden_sheet", raw=table.sheet.name)
    for column in columns:
        if column.index in table.sheet.hidden_columns and column.title:
            issues.add("hidden_column", table.header_row, column.index, raw=column.title)
    for entry in entries:
        if entry.hidden:
            issues.add("hidden_row", entry.number)


def check_deadlines(lines: Sequence[PlanLine], issues: Issues, *, dated: bool, silent: Collection[int]) -> None:
    """Tell lines without a deadline; once for the plan when no column is for dates and no line says any.

    silent: rows that say nothing at all of their deadline.
    """
    if dated or len(silent) < len(lines):
        for line in lines:
            if line.row in silent:
                issues.add("missing_deadline", line.row)
    elif lines:
        proposed = lines[0].proposed_due
        issues.add("missing_deadline", proposal=proposed.isoformat() if proposed else None)


def check_years(
    lines: Sequence[PlanLine], columns: Sequence[Column], entries: Sequence[Entry], issues: Issues, *, said: About
) -> None:
    """Tell dates whose year was most likely mistyped: far from the plan's own, or a yearly plan's end before it.

    A plan that does not state its year has the one in which most of its lines end.
    """
    year = said.year or year_of_days(line.due for line in lines)
    if year is None:
        return
    first = year if said.year and said.kind in YEARLY else year - FAR
    starts, dues = in_role(columns, Role.START), in_role(columns, Role.DUE)
    for line, entry in zip(lines, entries, strict=True):
        for day, stated, since in ((line.start, starts, year - FAR), (line.due, dues, first)):
            if day and not since <= day.year <= year + FAR and not (line.start and day < line.start):
                at = next((column.index for column in stated if entry.text(column.index)), None)
                issues.add("unlikely_date", line.row, at, raw=day.isoformat(), year=year)


def check_people(lines: Sequence[PlanLine], issues: Issues, *, named: bool) -> None:
    """Tell lines for which nobody answers; once for the plan when no column is for it."""
    if not named and lines:
        issues.add("missing_responsible")
    for line in lines if named else ():
        if not line.teams:
            issues.add("missing_responsible", line.row)
