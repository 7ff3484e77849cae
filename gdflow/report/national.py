"""One workbook over closings of many entities, written as they come: no more than one of them is held in memory."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.nation import Nation
from gdflow.domain.rollups import Rollup
from gdflow.domain.year_to_date import year_to_date
from gdflow.report import book as house
from gdflow.report.book import Book
from gdflow.report.heights import LEAST, row_height
from gdflow.report.looks import Looks
from gdflow.report.national_rows import (
    ENTITIES,
    LINES,
    MISSING,
    PLANS,
    TEAMS,
    Held,
    LineRow,
    MissingRow,
    PlanRow,
    T,
    TeamRow,
    columns,
    values,
)
from gdflow.report.sources_sheet import sources_of
from gdflow.report.stream import Stream
from gdflow.report.table import cells_of, set_widths, write_titles
from gdflow.spanish.dates import long_date
from gdflow.spanish.national import CAPPED, METHODS, PLACES, SAID, TITLE, counted
from gdflow.spanish.periods import period_label

MEANS: tuple[Held[Rollup], ...] = (
    Held("Método", 46, lambda mean: mean.method.label),
    Held("Avance acumulado", 13, lambda mean: mean.progress),
    Held("Sin tope de 100 %", 13, lambda mean: mean.uncapped),
    Held("Cumplimiento del período", 14, lambda mean: mean.compliance),
    Held("Cuántos cuentan", 11, lambda mean: mean.counted),
    Held("Líneas sobre 100 %", 11, lambda mean: mean.over),
)
ANSWERS: tuple[Held[Rollup], ...] = (
    Held("Líneas", 46, lambda mean: mean.lines),
    Held("Debían reportar", 13, lambda mean: mean.tally.owed),
    Held("Reportaron", 13, lambda mean: mean.tally.answered),
    Held("De ellas con 0", 14, lambda mean: mean.tally.zeros),
    Held("Sin reporte", 11, lambda mean: mean.tally.missing),
    Held("Pendientes", 11, lambda mean: mean.tally.pending),
)

TABLES: Mapping[str, Sequence[Held[Any]]] = {
    "Entidades": ENTITIES,
    "Planes": PLANS,
    "Equipos": TEAMS,
    "Líneas": LINES,
    "Faltantes": MISSING,
}
"""Of the sheets behind the first, in their order; the rows of each are of one kind."""
EARLIEST = datetime.min.replace(tzinfo=UTC)


def write_national(closings: Iterable[Closed], out: BinaryIO) -> Nation:
    """Write the workbook, and return what the entities come to. It is dated by the newest of the closings.

    closings: of one period, one at least; each is let go of before the next is asked for. The same closings in the
    same order give the same bytes.
    """
    national = _National(house.streamed_book(out))
    for closed in closings:
        national.add(closed)
    national.finish()
    return national.nation


class _National:
    """The workbook in the making. Its first sheet is written last, once all is known."""

    def __init__(self, book: Book) -> None:
        self.nation, self._book, self._looks = Nation(), book, Looks(book)
        self._summary = book.add_worksheet("Resumen")
        self._period, self._newest = "", EARLIEST
        self._streams: dict[str, Stream] = {}

    def add(self, closed: Closed) -> None:
        """Write the rows of a closing."""
        its, plan = closed.snapshot, PlanRow(closed)
        if not self._streams:
            self._begin(its.report.period)
        self._newest = max(self._newest, its.closed_at)
        self.nation.add(closed)
        sources = {source.line.line.id: source for source in sources_of([its.report])}
        lines = [LineRow(plan, each, sources.get(each.line.id)) for each in year_to_date(its.report, its.rule).lines]
        places = [self._write("Líneas", LINES, row) for row in lines]
        self._write("Planes", PLANS, PlanRow(closed, places[0] if places else None))
        for team in its.report.teams:
            self._write("Equipos", TEAMS, TeamRow(plan, team))
        for missing in its.report.missing:
            self._write("Faltantes", MISSING, MissingRow(plan, missing))

    def finish(self) -> None:
        """Write what all of them come to, and close the book."""
        for entity in self.nation.entities.values():
            self._write("Entidades", ENTITIES, entity)
        for stream in self._streams.values():
            stream.finish()
        self._write_summary()
        self._book.set_properties({"title": self._title, "author": "gdflow", "created": _naive(self._newest)})
        self._book.close()

    @property
    def _title(self) -> str:
        return f"{TITLE} · {period_label(self._period)}"

    def _begin(self, period: str) -> None:
        self._period = period
        for name, table in TABLES.items():
            heads = {"title": f"{name} · {period_label(period)}", "said": SAID[name], "entity": TITLE}
            self._streams[name] = Stream(self._book, self._looks, name, columns(table), **heads)

    def _write(self, name: str, table: Sequence[Held[T]], row: T) -> str:
        return self._streams[name].add(values(table, row))

    def _write_summary(self) -> None:
        page, looks, means = self._summary, self._looks, self.nation.means()
        set_widths(page, columns(MEANS))
        at = self._newest.astimezone(BOGOTA)
        page.write_string(0, 0, self._title, looks.of("title"))
        page.write_string(1, 0, counted(len(self.nation.entities), self.nation.plans), looks.of("important"))
        page.write_string(2, 0, f"Cifras de cierres; el último, del {long_date(at.date())}.", looks.of("plain"))
        row = self._section(4, "Avance", MEANS, means)
        row = self._section(row, f"Reportes del {period_label(self._period)}", ANSWERS, means[:1])
        page.write_string(row, 0, "Cómo se calculan las cifras", looks.of("section"))
        self._notes(row + 1, [*METHODS, CAPPED, PLACES])
        page.hide_gridlines(2)
        house.upright(page, header=TITLE, footer=self._title, pages=0)

    def _section(self, row: int, title: str, table: Sequence[Held[Rollup]], means: Sequence[Rollup]) -> int:
        self._summary.write_string(row, 0, title, self._looks.of("section"))
        write_titles(self._summary, self._looks, row + 1, columns(table))
        cells = cells_of(self._looks, (values(table, mean) for mean in means))
        self._summary.write_table(row + 2, cells, [LEAST] * len(means))
        return row + 3 + len(means)

    def _notes(self, row: int, notes: Sequence[str]) -> None:
        width = sum(each.width for each in MEANS)
        for at, note in enumerate(notes, start=row):
            self._summary.set_row(at, row_height([(note, width)]))
            self._summary.merge_range(at, 0, at, len(MEANS) - 1, note, self._looks.of("note"))


def _naive(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(tzinfo=None)
