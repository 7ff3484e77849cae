"""Plans saved as csv: both marks, both encodings."""

from pathlib import Path

from tests.corpus.builders import Truth, case, line, plan, truth
from tests.corpus.plain import write_csv


@case
def csv_semicolon_windows(folder: Path) -> Truth:
    """A csv as a Colombian spreadsheet saves it: semicolons, Windows-1252, decimal comma, thousands points."""
    rows = [
        ["ALCALDÍA DE SAN ANDRÉS DEL MAR", "", "", "", "", "", "", ""],
        ["PLAN DE ACCIÓN 2024 – SECRETARÍA DE EDUCACIÓN", "", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", ""],
        ["Ítem", "Actividad", "Meta", "Línea base", "Responsable", "Fecha fin", "Trimestre 1", "Trimestre 2"],
        ["1", "Entregar raciones del PAE", "1.250.000", "1.100.500", "Grupo PAE", "29/11/2024", "312.500", "298.750,5"],
        ["2", "Dotar sedes con conectividad", "35", "0", "Calidad Educativa", "30/09/2024", "0", "12,5"],
        ["3", "Adecuar baterías sanitarias", "18", "4", "Infraestructura", "13/12/2024", "", "-"],
        ["TOTAL", "", "", "", "", "", "312.500", "298.763"],
    ]
    write_csv(folder / "csv_semicolon_windows.csv", rows, ";", "cp1252")
    lines = [
        line(
            5,
            number="1",
            activity="Entregar raciones del PAE",
            target="1250000",
            due="2024-11-29",
            results={"2024-Q1": "312500", "2024-Q2": "298750.5"},
            teams=["Grupo PAE"],
            extra={"baseline": "1100500"},
        ),
        line(
            6,
            target="35",
            results={"2024-Q1": "0", "2024-Q2": "12.5"},
            teams=["Calidad Educativa"],
            extra={"baseline": "0"},
        ),
        line(7, activity="Adecuar baterías sanitarias", target="18", results={}),
    ]
    return truth("csv_semicolon_windows.csv", "2024-07-10", [plan(lines, period_kind="quarter")])


@case
def csv_comma_utf8(folder: Path) -> Truth:
    """A csv from a form service: commas, UTF-8 with a mark, quotes around commas, ISO dates, doubled quotes."""
    rows = [
        [
            "Código",
            "Actividad",
            "Producto esperado",
            "Fecha de inicio",
            "Fecha de finalización",
            "Equipo responsable",
            "Meta",
        ],
        [
            "A-01",
            'Divulgar la campaña "Cuida lo público", fase 2',
            "Piezas",
            "2025-02-01",
            "2025-10-31",
            "Comunicaciones",
            "6",
        ],
        [
            "A-02",
            "Formar gestores, líderes y enlaces",
            "Gestores formados",
            "2025-03-10",
            "2025-11-28",
            "Talento Humano",
            "40",
        ],
    ]
    write_csv(folder / "csv_comma_utf8.csv", rows, ",", "utf-8-sig")
    lines = [
        line(
            2,
            number="A-01",
            activity='Divulgar la campaña "Cuida lo público", fase 2',
            deliverable="Piezas",
            start="2025-02-01",
            due="2025-10-31",
            target="6",
            teams=["Comunicaciones"],
        ),
        line(3, number="A-02", activity="Formar gestores, líderes y enlaces", due="2025-11-28", target="40"),
    ]
    return truth("csv_comma_utf8.csv", "2025-04-01", [plan(lines)])
