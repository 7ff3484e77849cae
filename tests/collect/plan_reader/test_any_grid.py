"""Whatever stands in a sheet: the reader answers, with keys that are periods and rows that are told apart."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from gdflow.domain.periods import parse_period
from tests.collect.plan_reader.grids import error, formula, grid, percent, plans

TITLES = [
    *("No.", "Actividad", "Acción de mejora", "Responsable", "Fecha inicio", "Fecha fin", "Meta", "Indicador", "T1"),
    *("T2", "Enero", "Programado", "Ejecutado", "2024", "2025", "Resultado", "% avance", "Observaciones", "Peso", "P"),
    *("P/E", "Componente", "Hallazgo", "Plazo", "Corte 30 de abril", "Seguimiento 1", "Periodo", "H", "I", "II", None),
]
VALUES = [
    *(None, "x", "P", "E", "1. Hacer algo", "Oficina TIC", 1, 0, Decimal("0.3"), percent("0.5"), "100%", "-", "N/A"),
    *(date(2024, 1, 1), "01/02/2024", "15/13/2024", "Permanente", error("#REF!"), formula("=A1"), "Enero", "Total"),
    *("Elaboró:", "a@b.example", "1.234", "3/4", "plazo: 30 de junio de 2025", "Suma", 45000, 99999, -3, "texto"),
    *("½", "#N/A", "30/11/0025", "dic-31", "1'500.000", date(25, 11, 30)),
]
ROWS = st.tuples(
    st.lists(st.lists(st.sampled_from(TITLES), min_size=1, max_size=9), min_size=1, max_size=3),
    st.lists(st.lists(st.sampled_from(VALUES), max_size=10), max_size=8),
)


@settings(deadline=None, max_examples=150)
@given(ROWS, st.sampled_from(["sheet", "table", "text"]), st.sampled_from([None, date(2024, 4, 10)]))
def test_any_grid_is_answered(rows: tuple[list[object], list[object]], kind: str, as_of: date | None) -> None:
    titles, body = rows
    for reading in plans(grid([["PLAN DE ACCIÓN 2024"], *titles, *body], kind=kind), as_of=as_of):
        assert len({line.row for line in reading.lines}) == len(reading.lines)
        keys = {key for line in reading.lines for key in (*line.results, *line.programmed)} - {"cut"}
        assert all(parse_period(key).key == key for key in keys)
        assert all(issue.message and "{" not in issue.message for issue in reading.issues)
