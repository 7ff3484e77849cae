"""A team's form: what one team is asked for one period, and the layout that its writer and its reader share.

A line is found again by its uid, a column by its title, the form by its token: rows may be sorted, columns moved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gdflow.domain.accumulation import SUMMED
from gdflow.domain.lines import Line, Result
from gdflow.domain.plan import Accumulation, TargetUnit

VERSION = 1
SHEET = "Formulario"
HIDDEN_SHEET = "_gdflow"
MARK = "gdflow-form"
TOKEN_PROPERTY = "gdflow_form"  # noqa: S105  the name of a document property, not a secret
TITLES_ROW = 8
FIRST_ROW = 9


class FormColumn(StrEnum):
    """The columns of the form in their order, each with the title that people read."""

    PLAN = "Plan"
    NUMBER = "Ítem"
    ACTIVITY = "Actividad"
    DELIVERABLE = "Producto"
    INDICATOR = "Indicador"
    TARGET_TEXT = "Meta"
    PREVIOUS = "Lo último que reportó"
    VALUE = "Resultado de este período"
    RUNNING = "Lleva"
    NOTICE = "Estado de la fila"
    NARRATIVE = "Qué se hizo"
    ZERO_REASON = "Motivo si no hubo avance"
    EVIDENCE = "Evidencia (enlace o nombre del anexo)"
    UID = "Código de la línea"
    SO_FAR = "Reportado antes"
    TARGET = "Meta numérica"

    @property
    def place(self) -> int:
        """The 0-based column in which the writer puts it."""
        return COLUMNS.index(self)


COLUMNS: tuple[FormColumn, ...] = tuple(FormColumn)
INPUTS = (FormColumn.VALUE, FormColumn.NARRATIVE, FormColumn.ZERO_REASON, FormColumn.EVIDENCE)


class HiddenField(StrEnum):
    """What stands in the hidden sheet above its lines: the name in column A, the value in column B."""

    MARK = "mark"
    VERSION = "version"
    TOKEN = "token"  # noqa: S105  the name of a cell, not a secret
    TEAM = "team"
    PERIOD = "period"


HIDDEN_FIELDS: tuple[HiddenField, ...] = tuple(HiddenField)
HIDDEN_LINES = ("uid", "unit", "accumulation", "target", "so_far")


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line that the team owes.

    target_text: the target in the plan's words. unit: None when the line has no target.
    so_far: what the line has before this period, exact, in the sense of its accumulation; None without a report.
    previous_note: what the team said last time, in its own words.
    """

    line_uid: str
    plan_code: str
    item: str | None
    number: str | None
    activity: str | None
    deliverable: str | None
    indicator: str | None
    target_text: str | None
    target: Decimal | None
    unit: TargetUnit | None
    accumulation: Accumulation = Accumulation.SUM
    so_far: Decimal | None = None
    previous_note: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What one team is asked for one period: lines of one plan or of several, one line at least.

    plans: titles by plan code, in the order in which the lines follow. report_by is timely, closes_on locks.
    """

    entity: str
    plans: Mapping[str, str]
    team: str
    period: str
    period_label: str
    report_by: date
    closes_on: date | None
    token: str
    issued_on: date
    lines: tuple[FormLine, ...]


def form_line(line: Line, *, plan_code: str, results: Sequence[Result], period: str) -> FormLine:
    """A stored line as the form of `period` asks for it; results in force of this or later periods are left out."""
    earlier = sorted((result for result in results if result.period < period), key=lambda result: result.period)
    last = earlier[-1] if earlier else None
    return FormLine(
        line_uid=line.uid,
        plan_code=plan_code,
        item=line.item,
        number=line.number,
        activity=line.activity,
        deliverable=line.deliverable,
        indicator=line.indicator,
        target_text=line.target_text,
        target=line.target,
        unit=line.target_unit,
        accumulation=line.accumulation,
        so_far=so_far(line.accumulation, [result.value for result in earlier]),
        previous_note=(last.narrative or last.zero_reason) if last else None,
    )


def so_far(accumulation: Accumulation, values: Sequence[Decimal]) -> Decimal | None:
    """What a line has after these period values, oldest first; None without any."""
    if not values:
        return None
    if accumulation in SUMMED:
        return sum(values, Decimal(0))
    return max(values) if accumulation is Accumulation.MAXIMUM else values[-1]


def running(accumulation: Accumulation, before: Decimal | None, value: Decimal) -> Decimal:
    """What the line has once `value` is reported for this period."""
    known = () if before is None else (before,)
    after = so_far(accumulation, (*known, value))
    return value if after is None else after


def passes_target(accumulation: Accumulation, target: Decimal | None, total: Decimal) -> bool:
    """Whether the sum lies above the target: perhaps the total was written instead of the period's part."""
    return target is not None and accumulation in SUMMED and total > target
