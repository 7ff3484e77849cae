"""The sheet of an improvement plan's items: how each stands, its milestones, its deadline, and each year's progress."""

from collections.abc import Iterator, Mapping, Sequence

from gdflow.domain.bands import BLUE, GREEN, GREY, RED
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.follow_up import FollowedItem, FollowUp, ItemStatus, follow_up
from gdflow.domain.lights import Light
from gdflow.domain.reporting import ReportingRule
from gdflow.report.book import Book
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.follow_up import STATUS_WORDS
from gdflow.spanish.periods import period_label

SHEET = "Seguimiento por ítem"
FIRST = (
    Column("Plan", 16),
    Column("Ítem", 48),
    Column("Estado", 22),
    Column("Avance", 10),
    Column("Hitos cumplidos", 12),
    Column("Inicio", 12),
    Column("Vence", 12),
)
TITLES = 2
SAID = "Avance al final de cada año, o al corte en el año que corre; cada línea cuenta a lo sumo 100 %."
LIGHTS: Mapping[ItemStatus, Light] = {
    ItemStatus.DONE: Light(ItemStatus.DONE.label, "✔", GREEN),
    ItemStatus.OVERDUE: Light(ItemStatus.OVERDUE.label, "✖", RED),
    ItemStatus.IN_COURSE: Light(ItemStatus.IN_COURSE.label, "●", BLUE),
    ItemStatus.NOT_STARTED: Light(ItemStatus.NOT_STARTED.label, "○", GREY),
    ItemStatus.NO_DEADLINE: Light(ItemStatus.NO_DEADLINE.label, "◆", GREY),
}


def write_follow_up(book: Book, looks: Looks, reports: Sequence[Consolidated], rule: ReportingRule) -> None:
    """The items of improvement plans, each in its plan's order. reports: of improvement plans, one at least."""
    page, followed = book.add_worksheet(SHEET), [follow_up(report, rule) for report in reports]
    years = sorted({figure.year for each in followed for item in each.items for figure in item.years})
    columns = (*FIRST, *(Column(str(year), 10) for year in years))
    rows = [tuple(_row(each.plan.code, item, years)) for each in followed for item in each.items]
    page.write_string(0, 0, f"{SHEET} · {period_label(reports[0].period)}", looks.of("title"))
    page.write_string(1, 0, f"{_counts(followed)} {SAID}", looks.of("plain"))
    set_widths(page, columns)
    end = write_rows(page, looks, TITLES, columns, rows)
    finish_table(page, TITLES, end - 1, len(columns), header=reports[0].plan.entity, footer=f"{SHEET}. {SAID}")


def _row(plan: str, item: FollowedItem, years: Sequence[int]) -> Iterator[Value]:
    yield plan
    yield item.item
    yield LIGHTS[item.status]
    yield item.rollup.progress
    yield f"{item.reached} de {item.milestones}" if item.milestones else None
    yield item.start
    yield item.due
    progress = {figure.year: figure.progress for figure in item.years}
    yield from (progress.get(year) for year in years)


def _counts(followed: Sequence[FollowUp]) -> str:
    together = {status: sum(each.statuses.get(status, 0) for each in followed) for status in ItemStatus}
    said = [counted(count, *STATUS_WORDS[status]) for status, count in together.items() if count]
    return f"{counted(sum(together.values()), 'ítem', 'ítems')}: {listed(said)}."
