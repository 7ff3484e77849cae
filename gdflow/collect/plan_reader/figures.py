"""The figures of one line: target, programmed and reported amounts, and which of them are percentages."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.issues import ERROR, WARNING, Issues
from gdflow.collect.plan_reader.numbers import HUNDRED, read_figure
from gdflow.collect.plan_reader.titles import solid
from gdflow.collect.plan_reader.values import Amount
from gdflow.collect.sheet import Cell
from gdflow.domain.periods import parse_period
from gdflow.spanish.numbers import number, percent

ONE = Decimal(1)
MANY_TIMES = 10  # so much over its target is no count of the target's things


@dataclass(slots=True)
class Spot:
    """A figure and where it stands."""

    key: str
    row: int
    column: Column
    cell: Cell
    amount: Amount


@dataclass(slots=True)
class LineFigures:
    """A line's figures by kind; lists of Spot until `decided` turns percentages into fractions."""

    target: Spot | None = None
    results: list[Spot] = field(default_factory=list)
    programmed: list[Spot] = field(default_factory=list)


def is_percent_unit(text: str) -> bool:
    """Whether a unit of measure says percent."""
    return "%" in text or solid(text).startswith(("porcentaje", "porcentual"))


def decided(figures: LineFigures, *, percent_line: bool, issues: Issues, printed: str | None) -> None:
    """Settle what each figure counts: percentages become fractions, what cannot be told is left out with an issue."""
    spots = [*figures.results, *figures.programmed]
    if percent_line:
        _target_fraction(figures.target, issues)
        _fractions(spots, issues, _printed_hundredths(figures.results, printed))
    elif figures.target is not None and figures.target.amount.value is not None:
        for spot in spots:
            if spot.amount.percent:
                _counted(spot, figures.target.amount.value, issues)


def _target_fraction(target: Spot | None, issues: Issues) -> None:
    if target is None or target.amount.percent or target.amount.value is None or target.amount.value <= ONE:
        return
    value = target.amount.value / HUNDRED
    issues.add(
        "percent_or_count",
        target.row,
        target.column.index,
        raw=target.cell.text,
        proposal=percent(value),
        severity=None,
    )
    target.amount = Amount(value, True, target.amount.unit)


def _printed_hundredths(results: Iterable[Spot], printed: str | None) -> bool:
    """Whether the printed result, as a percentage, is the very sum of the bare figures: then "1" means 1 %."""
    figure = read_figure(printed) if printed else None
    total = sum((spot.amount.value for spot in results if spot.amount.value and not spot.amount.percent), Decimal(0))
    return figure is not None and figure.percent and total != 0 and figure.value == total / HUNDRED


def _fractions(spots: Iterable[Spot], issues: Issues, hundredths: bool) -> None:
    bare = [spot for spot in spots if spot.amount.value and not spot.amount.percent]
    big = [spot for spot in bare if hundredths or (spot.amount.value and spot.amount.value > ONE)]
    if not big:
        return
    sure = len(big) == len(bare) and all(spot.amount.value <= HUNDRED for spot in big if spot.amount.value)
    if sure:
        shown = ", ".join(percent(spot.amount.value / HUNDRED) for spot in big if spot.amount.value)
        issues.add("percent_or_count", big[0].row, big[0].column.index, raw=_raw(big), proposal=shown)
    for spot in big:
        value = spot.amount.value
        if not sure:
            issues.add(
                "percent_or_count", spot.row, spot.column.index, raw=spot.cell.text, proposal="vacío", severity=ERROR
            )
        spot.amount = Amount(value / HUNDRED if sure and value else None, True)


def _raw(spots: Iterable[Spot]) -> str:
    return ", ".join(spot.cell.text for spot in spots)


def _counted(spot: Spot, target: Decimal, issues: Issues) -> None:
    """Settle a percentage among counts: 33 % of one thing is 0,33 of it; of several, nobody can say how many it was."""
    if spot.amount.value is None or spot.key == "cut" or spot.column.ratio:
        return
    value = spot.amount.value
    if value == 0:
        return
    kept = target == ONE
    said = f"se tomó {number(value)} de 1" if kept else "el dato quedó vacío; escriba cuántas unidades fueron"
    issues.add(
        "unit_mismatch",
        spot.row,
        spot.column.index,
        raw=spot.cell.text,
        proposal=said,
        target=number(target),
        severity=WARNING if kept else ERROR,
    )
    spot.amount = Amount(value if kept else None, False)


def read_shares(figures: Iterable[LineFigures], issues: Issues) -> None:
    """Read figures at the cut as percentages where some are many times what they should come to: 100 of 1 act is 100 %.

    What is 1 or less is the same either way.
    """
    at_cut = [(spot, target) for line in figures for spot, target in _bare_at_cut(line)]
    many = any(spot.amount.value >= MANY_TIMES * max(target, ONE) for spot, target in at_cut if spot.amount.value)
    if not many or any(spot.amount.value > HUNDRED for spot, _ in at_cut if spot.amount.value):
        return
    for spot, target in at_cut:
        if spot.amount.value and spot.amount.value > ONE:
            share = spot.amount.value / HUNDRED
            row, at, raw = spot.row, spot.column.index, spot.cell.text
            issues.add("share_assumed", row, at, raw=raw, proposal=percent(share), target=number(target))
            spot.amount = Amount(share, True, spot.amount.unit)


def _bare_at_cut(line: LineFigures) -> list[tuple[Spot, Decimal]]:
    target = line.target.amount if line.target else None
    if target is None or target.value is None or target.percent:
        return []
    return [(spot, target.value) for spot in line.results if spot.key == "cut" and not spot.amount.percent]


def are_shares(figures: LineFigures) -> bool:
    """Whether the results are percentages by their titles, and the target counts more than one thing."""
    target = figures.target.amount.value if figures.target else None
    told = [spot for spot in figures.results if spot.amount.value]
    return target is not None and target > ONE and bool(told) and all(spot.column.ratio for spot in told)


def without_placeholders(spots: list[Spot], as_of: date | None, unused: frozenset[str]) -> list[Spot]:
    """The figures but for the zeros of periods that had not ended at the cut-off, or that nobody had used yet."""
    kept = []
    for spot in spots:
        value = spot.amount.value
        if value is None or (not value and (spot.key in unused or (as_of and period_open(spot.key, as_of)))):
            continue
        kept.append(spot)
    return kept


@lru_cache(maxsize=4096)
def period_open(key: str, as_of: date) -> bool:
    """Whether a period had not ended at the cut-off."""
    return key != "cut" and parse_period(key).end >= as_of


def values(spots: Iterable[Spot]) -> dict[str, Decimal]:
    """The figures by period key."""
    return {spot.key: spot.amount.value for spot in spots if spot.amount.value is not None}
