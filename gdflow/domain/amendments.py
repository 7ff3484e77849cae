"""Replanning: a line's due date, target or team changes from a day on, by an act; what was closed keeps the old one."""

from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.labels import LabelledEnum


class AmendedField(LabelledEnum):
    """What of a line an act changes."""

    DUE = "due", "Fecha final"
    TARGET = "target", "Meta"
    TEAM = "team", "Equipo responsable"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of a line by an act. before, after: a date in ISO form, a decimal as text, or a team's name.

    effective_on: the first day on which it holds. applied_at: when the line took it, None while that day is to come.
    undone_at: when it was taken back.
    """

    id: int
    line_id: int
    line_uid: str
    field: AmendedField
    before: str | None
    after: str
    effective_on: date
    act: str
    reason: str
    author: str
    decided_at: datetime
    applied_at: datetime | None = None
    undone_at: datetime | None = None
    undone_by: str | None = None
