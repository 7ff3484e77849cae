"""Figures as they can rest: at six decimals, with every rounding told.

A cell that holds =1/3 has sixteen digits. Refusing the whole plan for it would be worse than an honest millionth.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from gdflow.domain.canonical import decimal_text
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading, Severity

PLACES = 6
MILLIONTH = Decimal("0.000001")


def storable(reading: PlanReading) -> PlanReading:
    """The reading with its finer figures rounded half up to six decimals, and an issue for each line that had one."""
    finer = {place for place, line in enumerate(reading.lines) if any(map(_is_finer, _figures(line)))}
    if not finer:
        return reading
    lines = tuple(_rounded(line) if place in finer else line for place, line in enumerate(reading.lines))
    told = (_told(reading.lines[place], lines[place]) for place in sorted(finer))
    return replace(reading, lines=lines, issues=(*reading.issues, *told))


def _rounded(line: PlanLine) -> PlanLine:
    return replace(
        line,
        target=_at_rest(line.target),
        baseline=_at_rest(line.baseline),
        weight=_at_rest(line.weight),
        results=_all_at_rest(line.results),
        programmed=_all_at_rest(line.programmed),
    )


def _at_rest(value: Decimal | None) -> Decimal | None:
    if value is None or not _is_finer(value):
        return value
    return value.quantize(MILLIONTH, ROUND_HALF_UP)


def _all_at_rest(values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {key: _at_rest(value) or Decimal(0) for key, value in values.items()}


# the figures of a plan repeat, and a decimal is slow to tell its digits
@lru_cache(maxsize=4096)
def _is_finer(value: Decimal) -> bool:
    # Most figures have few digits as they stand; only of the others is it asked which digits are idle zeros.
    return _digits_after_point(value) > PLACES and _digits_after_point(value.normalize()) > PLACES


def _digits_after_point(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _told(was: PlanLine, now: PlanLine) -> ImportIssue:
    """What is told of a line that had finer figures, with the first of them."""
    raw, kept = next((one, other) for one, other in zip(_figures(was), _figures(now), strict=True) if one != other)
    return ImportIssue(
        sheet=was.sheet,
        row=was.row,
        cell=None,
        code="rounded_value",
        severity=Severity.INFO,
        raw=decimal_text(raw),
        proposal=decimal_text(kept),
        message=f"Fila {was.row}: hay cifras con más de seis decimales; se guardan redondeadas al sexto.",
    )


def _figures(line: PlanLine) -> list[Decimal]:
    alone = [value for value in (line.target, line.baseline, line.weight) if value is not None]
    return [*alone, *line.results.values(), *line.programmed.values()]
