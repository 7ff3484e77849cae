"""A workbook with a sheet for each period of one plan."""

from datetime import date

from gdflow.collect.sheet import Sheet
from gdflow.domain.periods import PeriodKind
from tests.collect.plan_reader.grids import grid, numbers, plan, plans

HEAD = ["No.", "ACTIVIDAD", "META", "RESPONSABLE", "FECHA FIN", "AVANCE"]


def sheet(name: str, *figures: int, third: str = "Dotar sedes") -> Sheet:
    day = date(2024, 11, 30)
    names = ["Formar gestores", third][: len(figures)]
    rows = [
        [at, text, 8, "Oficina TIC", day, figure] for at, (text, figure) in enumerate(zip(names, figures, strict=True))
    ]
    return grid([["PLAN DE ACCIÓN 2024"], HEAD, *rows], name=name)


def test_the_figures_of_each_sheet_stand_under_its_period() -> None:
    reading = plan(sheet("Seguimiento T1", 1, 2), sheet("Seguimiento T2", 3, 4), sheet("Seguimiento T3", 5, 6))
    found = [numbers(line.results) for line in reading.lines]
    assert found == [{"2024-Q1": "1", "2024-Q2": "3", "2024-Q3": "5"}, {"2024-Q1": "2", "2024-Q2": "4", "2024-Q3": "6"}]
    assert (reading.period_kind, reading.sheet) == (PeriodKind.QUARTER, "Seguimiento T1")


def test_sheets_of_other_lines_or_of_no_period_are_plans_of_their_own() -> None:
    assert len(plans(sheet("Trimestre 1", 1, 2), sheet("Trimestre 2", 3, 4, third="Otra cosa"))) == 2
    assert len(plans(sheet("Gobierno", 1, 2), sheet("Hacienda", 3, 4))) == 2
