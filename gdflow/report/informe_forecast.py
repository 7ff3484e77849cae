"""Where the lines of a plan end at the pace they have kept, by both methods side by side."""

from gdflow.domain.forecast import BEHIND, Forecast, Pace, Projection
from gdflow.domain.lines import Line
from gdflow.domain.summary import Summary
from gdflow.report.book import shortened
from gdflow.report.informe_blocks import NOTHING, Block, Cell, Column, heading, table, text
from gdflow.report.informe_lines import place, target_said
from gdflow.spanish.amounts import foreseen

LABEL = 90
COLUMNS = (
    Column("Fila · n.º"),
    Column("Actividad", 3),
    Column("Lleva", 0.8, right=True),
    Column("Termina en (por períodos · por días)", 1.1, right=True),
    Column("Pronóstico", 1.7),
    Column("Para llegar necesita", 1.1),
)


def forecast_blocks(summary: Summary) -> list[Block]:
    """Which lines will not reach their target by one of the paces; both are named."""
    behind = [each for each in summary.forecasts if _is_behind(each.even) or _is_behind(each.linear)]
    said = (
        f"Dos métodos, que pueden diferir. Por períodos: {Pace.EVEN.label.lower()}. Por días: "
        f"{Pace.LINEAR.label.lower()}. Es una cuenta sobre lo reportado, no una predicción."
    )
    blocks = [heading("Pronóstico"), text(said)]
    if not behind:
        return [*blocks, text("Por ninguno de los dos métodos hay líneas que no lleguen a su meta.")]
    return [*blocks, table(COLUMNS, map(_row, behind), 7.5, whole=True)]


def _is_behind(projection: Projection) -> bool:
    return projection.outlook in BEHIND


def _row(each: Forecast) -> tuple[Cell, ...]:
    line = each.line
    return (
        place(line),
        shortened(line.label, LABEL),
        f"{NOTHING if each.reached is None else foreseen(line, each.reached)} de {target_said(line)}",
        f"{_projected(line, each.even)} · {_projected(line, each.linear)}",
        _outlook(each),
        _needed(each),
    )


def _projected(line: Line, projection: Projection) -> str:
    return NOTHING if projection.projected is None else foreseen(line, projection.projected)


def _needed(each: Forecast) -> str:
    if each.needed is None or not each.remaining:
        return NOTHING
    amount = foreseen(each.line, each.needed)
    return f"{amount} en el período que queda" if each.remaining == 1 else f"{amount} en cada uno de {each.remaining}"


def _outlook(each: Forecast) -> str:
    even, linear = each.even.outlook, each.linear.outlook
    return even.label if even is linear else f"Por períodos: {even.label.lower()}. Por días: {linear.label.lower()}."
