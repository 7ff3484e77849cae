"""The sheet of the forecast: at the pace they keep, which lines reach their target, by two methods side by side.

A book of one plan shows every line; a book of several says how many there are of each kind, plan by plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from gdflow.domain.bands import GREEN, GREY, RED, YELLOW
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.forecast import (
    BEHIND,
    SAID,
    Forecast,
    Outlook,
    Pace,
    Projection,
    both_outlooks,
    falls_short,
    forecasts,
    outlooks,
)
from gdflow.domain.lights import Light
from gdflow.domain.plan import TargetUnit
from gdflow.domain.reporting import ReportingRule
from gdflow.report.book import Book, shortened
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.numbers import rounded
from gdflow.spanish.periods import period_label

SHEET = "Pronóstico"
COLUMNS = (
    Column("Plan", 16),
    Column("Fila", 7),
    Column("Actividad", 46),
    Column("Equipo responsable", 26),
    Column("Lleva", 9),
    Column("Meta", 9),
    Column("Por períodos: debía llevar", 11),
    Column("Por períodos: al final tendrá", 11),
    Column("Por períodos: pronóstico", 20),
    Column("Por días: debía llevar", 11),
    Column("Por días: al final tendrá", 11),
    Column("Por días: pronóstico", 20),
    Column("Períodos que le quedan", 10),
    Column("Necesita en cada uno", 11),
)
UNKNOWN = frozenset({Outlook.NO_TARGET, Outlook.NO_BASELINE, Outlook.NO_WINDOW})
KINDS: Mapping[str, frozenset[Outlook]] = {
    "cumplidas": frozenset({Outlook.REACHED}),
    "llegan": frozenset({Outlook.ON_PACE}),
    "no llegan": BEHIND,
    "sin pronóstico": frozenset(Outlook) - SAID,
}
BY_PLAN = (
    Column("Plan", 40),
    Column("Líneas", 9),
    *(Column(f"{how}: {kind}", 13) for how in ("Por períodos", "Por días") for kind in KINDS),
    Column("No llegan por ninguno", 13),
)
TITLES = 2
LABEL = 160
METHOD = (
    "Al ritmo que lleva cada línea. Por períodos: su meta en partes iguales (o la programada) entre los períodos de su "
    "plazo. Por días: un avance parejo por días calendario. Un nivel (último dato, promedio, máximo) se toma como que "
    "se mantiene."
)
LIGHTS: Mapping[Outlook, Light] = {
    Outlook.REACHED: Light(Outlook.REACHED.label, "✔", GREEN),
    Outlook.ON_PACE: Light(Outlook.ON_PACE.label, "●", GREEN),
    Outlook.SHORT: Light(Outlook.SHORT.label, "▲", YELLOW),
    Outlook.ENDED_SHORT: Light(Outlook.ENDED_SHORT.label, "✖", RED),
}


def write_forecast(book: Book, looks: Looks, reports: Sequence[Consolidated], rule: ReportingRule) -> None:
    """Every line of one plan, or a row for each of several plans."""
    page, columns = book.add_worksheet(SHEET), COLUMNS if len(reports) == 1 else BY_PLAN
    page.write_string(0, 0, f"{SHEET} · {period_label(reports[0].period)}", looks.of("title"))
    page.write_string(1, 0, METHOD, looks.of("plain"))
    set_widths(page, columns)
    rows = _lines(reports[0], rule) if len(reports) == 1 else [_counts(report, rule) for report in reports]
    end = write_rows(page, looks, TITLES, columns, rows)
    finish_table(page, TITLES, end - 1, len(columns), header=reports[0].plan.entity, footer=f"{SHEET}. {METHOD}")


def outlook_light(outlook: Outlook) -> Light:
    """An outlook as people see it: a word, a symbol, a colour."""
    return LIGHTS.get(outlook) or Light(outlook.label, "–", GREY)


def _lines(report: Consolidated, rule: ReportingRule) -> list[tuple[Value, ...]]:
    return [_row(report.plan.code, each) for each in forecasts(report, rule)]


def _counts(report: Consolidated, rule: ReportingRule) -> tuple[Value, ...]:
    foreseen = both_outlooks(report, rule)
    counts = [outlooks(foreseen, pace) for pace in Pace]
    by_kind = (sum(found.get(each, 0) for each in kind) for found in counts for kind in KINDS.values())
    return report.plan.code, len(foreseen), *by_kind, sum(map(falls_short, foreseen))


def _row(plan: str, each: Forecast) -> tuple[Value, ...]:
    line = each.line
    told = (plan, line.row, shortened(line.label, LABEL), line.team or "")
    have = (_amount(each, each.reached), _amount(each, each.target))
    rest = None if each.even.outlook in UNKNOWN else each.remaining
    return (*told, *have, *_by(each, each.even), *_by(each, each.linear), rest, _amount(each, each.needed))


def _by(each: Forecast, projection: Projection) -> Iterator[Value]:
    yield _amount(each, projection.expected)
    yield _amount(each, projection.projected)
    yield outlook_light(projection.outlook)


def _amount(each: Forecast, value: Fraction | None) -> Value:
    if value is None or each.line.target_unit is TargetUnit.PERCENT:
        return value
    return rounded(value, 2)
