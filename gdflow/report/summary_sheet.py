"""The first sheet: the plan's progress by its methods, who answered, a chart, and how the figures are made."""

from collections.abc import Iterator, Sequence

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.entity_means import entity_means
from gdflow.domain.periods import parse_period
from gdflow.domain.rollups import Rollup
from gdflow.report import book as house
from gdflow.report.book import Book
from gdflow.report.heights import row_height
from gdflow.report.looks import Looks
from gdflow.report.page import Format, Page
from gdflow.report.review_words import figures_said
from gdflow.report.rollup_sheets import Charted
from gdflow.report.table import Column, Value, set_widths, write_rows
from gdflow.spanish.dates import long_date
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_label, period_short
from gdflow.spanish.rollups import weights_said

PROGRESS = (
    Column("Plan", 30),
    Column("Método", 24),
    Column("Avance acumulado", 14),
    Column("Sin tope de 100\u00a0%", 14),
    Column("Cumplimiento del período", 16),
    Column("Líneas, ítems o planes que cuentan", 14),
    Column("Líneas sobre 100\u00a0%", 14),
)
ALL_PLANS = "Todos los planes"
ANSWERS = ("Plan", "Debían reportar", "Reportaron", "De ellas con 0", "Sin reporte", "Pendientes", "Líneas del plan")
NOTES = (
    (
        "Avance acumulado: lo reportado hasta el corte frente a la meta de toda la línea. Una línea con meta y sin "
        "reporte suma 0; una línea sin meta no entra."
    ),
    (
        "Promedio de líneas: cada línea pesa igual. Promedio de ítems: primero se promedian las líneas de cada ítem y "
        "luego los ítems; por eso las dos cifras difieren. No se suman unidades distintas."
    ),
    "En los promedios una línea cuenta a lo sumo 100 %; «Sin tope» es el mismo promedio sin ese límite.",
    (
        "Cumplimiento del período: el resultado del período frente a la meta del período (la programada en el plan o, "
        "si no la hay, la meta en partes iguales entre los períodos de la línea). Solo entran líneas con reporte."
    ),
    (
        "Semáforo de cumplimiento: compara el período con su meta. Semáforo de oportunidad: si se reportó a tiempo. "
        "Una celda sin reporte no es un cero."
    ),
)
BY_PLANS = (
    "Promedio de planes: el de los promedios de líneas de cada plan, cada plan con igual peso por grande que sea. Los "
    "pesos que un plan da a sus líneas valen solo dentro de él."
)
CHART_GROUPS = 30
ALT_GROUPS = 12


def write_summary(
    book: Book,
    page: Page,
    looks: Looks,
    reports: Sequence[Consolidated],
    charted: Sequence[Charted],
    standing: str,
) -> None:
    """The sheet that people open first and print. Of several plans, the chart and what they come to stand on top.

    standing: whether the figures are final, in a sentence.
    """
    several = len(reports) > 1
    set_widths(page, PROGRESS)
    _write_top(page, looks, reports, standing)
    row = _write_chart(book, page, looks, 5, charted, reports[0].period) + 1 if several else 5
    row = _write_tables(page, looks, row, reports)
    row = row if several else _write_chart(book, page, looks, row + 1, charted, reports[0].period)
    _write_notes(page, looks, row + 1, [*NOTES, *_weights(reports)])
    page.hide_gridlines(2)
    footer = figures_said(reports)
    house.upright(page, header=reports[0].plan.entity, footer=footer, pages=0 if several else 1)


def _write_tables(page: Page, looks: Looks, row: int, reports: Sequence[Consolidated]) -> int:
    plans = tuple(_plans(reports))
    page.write_string(row, 0, "Avance del plan" if len(reports) == 1 else "Avance de los planes", looks.of("section"))
    row = write_rows(page, looks, row + 1, PROGRESS, _progress_rows(plans))
    page.write_string(row + 1, 0, f"Reportes del {period_label(reports[0].period)}", looks.of("section"))
    columns = [Column(title, column.width) for title, column in zip(ANSWERS, PROGRESS, strict=True)]
    return write_rows(page, looks, row + 2, columns, map(_answer_row, plans))


def _plans(reports: Sequence[Consolidated]) -> Iterator[tuple[str, tuple[Rollup, ...]]]:
    """Each plan with its means of lines and of items; of several, all of them together first."""
    if len(reports) > 1:
        means = entity_means(reports)
        yield ALL_PLANS, (means.by_lines, means.by_items, means.by_plans)
    for report in reports:
        yield report.plan.code, (report.by_lines, report.by_items)


def _write_top(page: Page, looks: Looks, reports: Sequence[Consolidated], standing: str) -> None:
    first = reports[0]
    titles = "; ".join(report.plan.title or report.plan.code for report in reports)
    page.write_string(0, 0, f"Consolidado del {period_label(first.period)}", looks.of("title"))
    page.write_string(1, 0, house.cell_text(first.plan.entity), looks.of("important"))
    page.write_string(2, 0, house.shortened(house.cell_text(titles), 180), looks.of("plain"))
    page.write_string(3, 0, f"{figures_said(reports)}.", looks.of("important"))
    cut = f"Corte: {long_date(parse_period(first.period).end)}. Información al {long_date(first.as_of)}."
    page.write_string(4, 0, f"{cut} {standing}", looks.of("plain"))


def _progress_rows(plans: Sequence[tuple[str, tuple[Rollup, ...]]]) -> Iterator[tuple[Value, ...]]:
    for plan, means in plans:
        for mean in means:
            yield plan, mean.group, mean.progress, mean.uncapped, mean.compliance, mean.counted, mean.over


def _answer_row(plan: tuple[str, tuple[Rollup, ...]]) -> tuple[Value, ...]:
    name, (by_lines, *_) = plan
    tally = by_lines.tally
    return name, tally.owed, tally.answered, tally.zeros, tally.missing, tally.pending, by_lines.lines


def _write_chart(book: Book, page: Page, looks: Looks, row: int, charted: Sequence[Charted], period: str) -> int:
    shown = next((each for each in _by_preference(charted) if 1 < len(each.groups) <= CHART_GROUPS), None)
    if shown is None:
        return row
    title = f"Avance acumulado por {shown.what.lower()} a {period_short(period)}"
    page.write_string(row, 0, title, looks.of("section"))
    chart = _chart(book, shown)
    height = 70 + 26 * len(shown.groups)
    chart.set_size({"width": 900, "height": height})
    page.insert_chart(row + 1, 0, chart, {"description": _alt(title, shown.groups), "object_position": 1})
    return row + 2 + height // 20


def _by_preference(charted: Sequence[Charted]) -> Sequence[Charted]:
    teams, items, stages = charted
    return (items, teams, stages)


def _chart(book: Book, shown: Charted) -> Format:
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": "Avance acumulado",
            "categories": [shown.sheet, shown.first, 1, shown.last, 1],
            "values": [shown.sheet, shown.first, 3, shown.last, 3],
            "fill": {"color": house.ACCENT},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0.0%", "font": {"size": 9}},
        }
    )
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "line": {"color": house.GRID}})
    chart.set_x_axis(
        {"min": 0, "max": 1, "num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": house.PALE}}}
    )
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _alt(title: str, groups: Sequence[Rollup]) -> str:
    said = [f"{group.group}: {percent(group.progress)}" for group in groups if group.progress is not None]
    rest = f"; y {len(said) - ALT_GROUPS} más" if len(said) > ALT_GROUPS else ""
    return f"Gráfico de barras. {title}. {'; '.join(said[:ALT_GROUPS])}{rest}."


def _weights(reports: Sequence[Consolidated]) -> Iterator[str]:
    """How the plans weigh their lines, where they say so."""
    if len(reports) > 1:
        yield BY_PLANS
    for report in reports:
        mean = report.by_lines
        if mean.note or mean.weight is not None:
            yield f"Pesos de «{report.plan.code}». {weights_said(mean)}"


def _write_notes(page: Page, looks: Looks, row: int, notes: Sequence[str]) -> None:
    page.write_string(row, 0, "Cómo se calculan las cifras", looks.of("section"))
    last = len(PROGRESS) - 1
    width = sum(column.width for column in PROGRESS)
    for offset, note in enumerate(notes, start=row + 1):
        page.merge_range(offset, 0, offset, last, "", looks.of("note"))
        page.write_string(offset, 0, note, looks.of("note"))
        page.set_row(offset, row_height([(note, width)]))
