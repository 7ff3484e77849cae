"""A plan's document that comes again, and its closed periods: what it prints for them changes nothing, and is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading, Severity
from gdflow.domain.renewal import Renewal
from gdflow.services.closings import ClosedPeriods, closed_periods
from gdflow.services.wording import figure
from gdflow.spanish.closing import CLOSED_FIGURE, NO_FIGURE, WITH_FIGURE
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import period_label
from gdflow.storage import submissions
from gdflow.storage.engine import Session

Values = Mapping[tuple[int, str], Decimal]


def under_closings(
    session: Session, plan: PlanFacts, stored: Sequence[Line], reading: PlanReading, renewal: Renewal, today: date
) -> PlanReading:
    """The reading without the figures of periods that are closed for their lines; another figure is an issue."""
    known = closed_periods(session, [plan.id], today)
    if not known.closings:
        return reading
    by_id = {line.id: line for line in stored}
    places = dict(renewal.kept) | {change.line_id: change.index for change in renewal.changed}
    lines = {index: by_id[line_id] for line_id, index in places.items()}
    values = {(each.line_id, each.period): each.value for each in submissions.results_of_plan(session, plan.id)}
    found = [_without_closed(known, plan, lines.get(index), line) for index, line in enumerate(reading.lines)]
    told = [issue for index, line in enumerate(reading.lines) for issue in _told(known, lines.get(index), line, values)]
    return replace(reading, lines=tuple(found), issues=(*reading.issues, *told))


def _without_closed(known: ClosedPeriods, plan: PlanFacts, stored: Line | None, line: PlanLine) -> PlanLine:
    """A line that is new has no part in a period that was closed before it came."""
    open_ones = {
        key: value
        for key, value in line.results.items()
        if (known.of(plan.id, key) is None if stored is None else known.refuses(stored, key) is None)
    }
    return line if len(open_ones) == len(line.results) else replace(line, results=open_ones)


def _told(known: ClosedPeriods, stored: Line | None, line: PlanLine, values: Values) -> Iterator[ImportIssue]:
    if stored is None:
        return
    for key, value in line.results.items():
        closing, kept = known.refuses(stored, key), values.get((stored.id, key))
        if closing is not None and value != kept:
            said = None if kept is None else figure(kept, stored)
            found, closed_on = figure(value, stored), long_date(closing.closed_at.astimezone(BOGOTA).date())
            facts = {
                "row": line.row,
                "period": period_label(key),
                "found": found,
                "kept": WITH_FIGURE.format(kept=said) if said else NO_FIGURE,
            }
            message = CLOSED_FIGURE.format(**facts, closed_on=closed_on)
            place = (line.sheet, line.row, line.result_cells.get(key))
            yield ImportIssue(*place, "closed_period", Severity.WARNING, found, said, message)
