"""What a line would have with an amount that is being typed: said at once, and doubted where it looks too much."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gdflow.collect.form_cells import read_amount
from gdflow.collect.sheet import Cell, CellKind
from gdflow.domain.forms import passes_target, running, so_far
from gdflow.domain.lines import Line
from gdflow.domain.periods import parse_period
from gdflow.domain.team_page import PageLine
from gdflow.services.wording import figure, so_far_text


@dataclass(frozen=True, slots=True)
class RunningTotal:
    """text: "7 de 21", None without a target or an amount that can be read. doubt: a question, never a refusal."""

    text: str | None = None
    doubt: str | None = None


def running_total(line: PageLine, period: str, typed: str) -> RunningTotal:
    """What the line comes to with the amount as a person types it."""
    value = read_amount(Cell(CellKind.TEXT, typed, typed), line.line.target_unit).value
    return RunningTotal() if value is None else total_with(line, period, value)


def total_with(line: PageLine, period: str, value: Decimal) -> RunningTotal:
    """What the line comes to with an amount for the period."""
    return RunningTotal(
        so_far_text(line.line, {**line.before, period: value}), doubt_about(line.line, line.before, value)
    )


def total_before(line: PageLine) -> str | None:
    """What the line had before the period, "2 de 21"; None without a target."""
    return so_far_text(line.line, line.before)


def doubt_about(line: Line, before: Mapping[str, Decimal], value: Decimal) -> str | None:
    """What to ask about an amount that leads past the line's target, or None. before: values of the periods before."""
    known = [before[key] for key in sorted(before, key=lambda key: parse_period(key).end)]
    total = running(line.accumulation, so_far(line.accumulation, known), value)
    if line.target is None or not passes_target(line.accumulation, line.target, total):
        return None
    target = figure(line.target, line)
    if value > line.target:
        return f"{figure(value, line)} supera la meta {target}: ¿escribió el acumulado?"
    return f"Con {figure(value, line)} llegaría a {figure(total, line)} y la meta es {target}: ¿escribió el acumulado?"
