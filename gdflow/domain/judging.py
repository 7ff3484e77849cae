"""What a line's own facts say of its figures in a report: how far it has come, and what each period asks of it.

The lines of an entity's plans have few windows, targets and values among them: of those alike one is judged, whatever
the plan in which they stand.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from gdflow.domain.accumulation import gathered
from gdflow.domain.line_window import asked_periods
from gdflow.domain.lines import Line
from gdflow.domain.obligations import ObligationReason, expectations
from gdflow.domain.periods import Period
from gdflow.domain.progress import compliance_with, is_whole, period_target, sayable, share_reached
from gdflow.domain.reporting import ReportingRule

MOST = 2048
"""Judgements that are remembered for a cut."""


@dataclass(frozen=True, slots=True)
class Judged:
    """gathered: what the values make together; progress: the share of the target; reasons: of each of the columns.

    period_target, compliance: of the report's own period. None where nothing can be said.
    """

    gathered: Fraction | None
    progress: Fraction | None
    reasons: tuple[ObligationReason, ...]
    period_target: Fraction | None
    compliance: Fraction | None


class Judge:
    """Judges lines at a cut. columns: the periods of the report; rule: by which they are asked for."""

    def __init__(self, cut: Period, columns: tuple[Period, ...], rule: ReportingRule) -> None:
        self._cut, self._columns, self._rule = cut, columns, rule
        self._known: dict[Hashable, Judged] = {}

    def of(self, line: Line, values: Mapping[str, Decimal]) -> Judged:
        """The judgement of a line whose values up to the cut are these, by period key."""
        alike = (
            *(line.start, line.due, line.due_confirmed, line.target, line.target_implied, line.baseline),
            *(line.accumulation._value_, tuple(line.programmed.items()), tuple(values.items())),
        )
        known = self._known.get(alike)
        if known is None:
            if len(self._known) >= MOST:
                self._known.clear()
            known = self._known[alike] = self._judged(line, values)
        return known

    def _judged(self, line: Line, values: Mapping[str, Decimal]) -> Judged:
        together = gathered(line.accumulation, values)
        progress = sayable(lambda: share_reached(line, together))
        reasons = expectations(line, self._columns, values, self._rule, reached=is_whole(progress))
        key, asked = self._cut.key, asked_periods(line, self._cut.kind, self._rule, self._columns)
        target = period_target(line, key, asked)
        value = values.get(key) if key in asked else None
        return Judged(together, progress, reasons, target, sayable(lambda: compliance_with(line, target, value)))


# reports of one period are made one after the other
@lru_cache(maxsize=8)
def judge_at(cut: Period, columns: tuple[Period, ...], rule: ReportingRule) -> Judge:
    """The judge of all reports of a cut."""
    return Judge(cut, columns, rule)
