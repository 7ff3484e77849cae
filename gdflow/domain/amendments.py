"""Replanning: a line's due date, target or team changes from a day on, by an act; what was closed keeps the old one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from gdflow.domain.canonical import decimal_text
from gdflow.domain.errors import InputError
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Line
from gdflow.domain.plan import PlanLine
from gdflow.domain.texts import folded


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

    @property
    def in_force(self) -> bool:
        """Whether the line stands as it says, unless a later act changed it again."""
        return self.applied_at is not None and self.undone_at is None


def value_of(line: Line, field: AmendedField) -> str | None:
    """What a line holds in a field, as an amendment writes it."""
    if field is AmendedField.DUE:
        return line.due.isoformat() if line.due else None
    if field is AmendedField.TARGET:
        return None if line.target is None else decimal_text(line.target)
    return line.team


def refuse_impossible(line: Line, field: AmendedField, after: str) -> None:
    """Raise InputError for a value that a line cannot have.

    amendment_says_the_same, amendment_window_reversed, target_equals_baseline.
    """
    before = value_of(line, field)
    if before is not None and folded(before) == folded(after):
        raise InputError("amendment_says_the_same", row=line.row, found=after)
    if field is AmendedField.DUE and line.start is not None and date.fromisoformat(after) < line.start:
        raise InputError("amendment_window_reversed", row=line.row, found=after, start=line.start)
    if field is AmendedField.TARGET and line.baseline is not None and Decimal(after) == line.baseline:
        raise InputError("target_equals_baseline", row=line.row, found=after)


@dataclass(frozen=True, slots=True)
class Overtaken:
    """An act that a renewed document passes over: it says neither what stood before nor what the act says."""

    amendment: Amendment
    found: str


def as_amended(document: PlanLine, amendments: Sequence[Amendment]) -> tuple[PlanLine, tuple[Overtaken, ...]]:
    """A line of a renewed document as the acts in force leave it, and the acts that the document passes over.

    A document that still says what stood before an act was printed before it, or was not brought up to date: the act
    holds. One that says something else again is newer than the act, and holds itself.
    amendments: of the line, in the order in which they were decided.
    """
    overtaken: list[Overtaken] = []
    for field in AmendedField:
        acts = [each for each in amendments if each.field is field and each.in_force]
        stated = _stated(document, field)
        if not acts or stated is None:
            continue
        if any(_same(stated, known) for act in acts for known in (act.before, act.after)):
            document = _with(document, field, acts[-1].after)
        else:
            overtaken.append(Overtaken(acts[-1], stated))
    return document, tuple(overtaken)


def _stated(document: PlanLine, field: AmendedField) -> str | None:
    """What the document says of a field, or None where it is silent: there the stored line is not touched."""
    if field is AmendedField.DUE:
        return document.due.isoformat() if document.due else None
    if field is AmendedField.TARGET:
        return None if document.target is None else decimal_text(document.target)
    return document.teams[0] if document.teams else None


def _with(document: PlanLine, field: AmendedField, value: str) -> PlanLine:
    if field is AmendedField.DUE:
        return replace(document, due=date.fromisoformat(value))
    if field is AmendedField.TARGET:
        return replace(document, target=Decimal(value))
    return replace(document, teams=(value, *(each for each in document.teams[1:] if not _same(each, value))))


def _same(one: str, other: str | None) -> bool:
    return other is not None and folded(one) == folded(other)
