"""The sheets that bring lines together: per team, per item and per stage of the PHVA cycle."""

from collections.abc import Sequence
from dataclasses import dataclass

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.rollups import Rollup
from gdflow.report.book import Book
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.periods import period_label

METHOD = "Avance: promedio de las líneas del grupo, cada una con igual peso y a lo sumo 100 %."
TITLES = 2


@dataclass(frozen=True, slots=True)
class Charted:
    """Where the figures of the summary's chart stand: a sheet, its names and its shares, rows 0-based."""

    sheet: str
    what: str
    first: int
    last: int
    groups: tuple[Rollup, ...]


def write_rollups(book: Book, looks: Looks, reports: Sequence[Consolidated]) -> tuple[Charted, ...]:
    """Write the three sheets; answers where each has its figures, in the order of the sheets."""
    kinds = (
        ("Equipos", "Equipo", [report.teams for report in reports]),
        ("Ítems", "Ítem", [report.items for report in reports]),
        ("Ciclo PHVA", "Etapa", [report.stages for report in reports]),
    )
    return tuple(_write(book, looks, reports, sheet, what, groups) for sheet, what, groups in kinds)


def rollup_values(group: Rollup) -> tuple[Value, ...]:
    """A group's figures in the order of `columns`, after its name."""
    tally = group.tally
    return (
        group.lines,
        group.progress,
        group.uncapped,
        group.compliance,
        tally.owed,
        tally.answered,
        tally.missing,
        tally.pending,
    )


def columns(what: str) -> tuple[Column, ...]:
    """The columns of a table of groups."""
    return (
        Column("Plan", 16),
        Column(what, 58),
        Column("Líneas", 9),
        Column("Avance", 11),
        Column("Avance sin tope", 11),
        Column("Cumplimiento del período", 15),
        Column("Debían reportar", 11),
        Column("Reportaron", 12),
        Column("Sin reporte", 11),
        Column("Pendientes", 12),
    )


def _write(
    book: Book,
    looks: Looks,
    reports: Sequence[Consolidated],
    sheet: str,
    what: str,
    groups: Sequence[tuple[Rollup, ...]],
) -> Charted:
    page = book.add_worksheet(sheet)
    titles = columns(what)
    page.write_string(0, 0, f"{sheet} · {period_label(reports[0].period)}", looks.of("title"))
    page.write_string(1, 0, METHOD, looks.of("plain"))
    rows = [
        (report.plan.code, group.group, *rollup_values(group))
        for report, members in zip(reports, groups, strict=True)
        for group in members
    ]
    set_widths(page, titles)
    end = write_rows(page, looks, TITLES, titles, rows)
    finish_table(page, TITLES, end - 1, len(titles), header=reports[0].plan.entity, footer=f"{sheet}. {METHOD}")
    return Charted(sheet, what, TITLES + 1, end - 1, tuple(group for members in groups for group in members))
