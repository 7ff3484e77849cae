"""The consolidated workbook of closings, from what they froze alone: of one plan, of several, of several entities."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from gdflow.domain.closing import Closed
from gdflow.report.workbook import write_consolidated


def write_closed_workbook(closed: Closed) -> bytes:
    """The workbook of a closing. The same closing gives the same bytes."""
    its = closed.snapshot
    return write_consolidated(its.report, made_at=its.closed_at, quality=its.quality, rule=its.rule, closings=[closed])


def write_closed_together(closings: Sequence[Closed]) -> bytes:
    """One workbook over closings of several plans, all of one period, in their order; of several entities the national
    one.

    It is dated by the newest of them. The same closings give the same bytes.
    """
    if len(closings) == 1:
        return write_closed_workbook(closings[0])
    if len({each.snapshot.entity.code for each in closings}) > 1:
        # an entity's own books are many, and never need what this one loads
        from gdflow.report.national import write_national

        buffer = BytesIO()
        write_national(closings, buffer)
        return buffer.getvalue()
    frozen = [each.snapshot for each in closings]
    quality = [replace(row, team=f"{its.report.plan.code} · {row.team}") for its in frozen for row in its.quality]
    made_at = max(its.closed_at for its in frozen)
    reports = [its.report for its in frozen]
    return write_consolidated(reports, made_at=made_at, quality=quality, rule=frozen[0].rule, closings=closings)
