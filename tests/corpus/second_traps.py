"""Small traps of every office: teams, rows moved aside, numbers twice, dates since 1904, reversed windows."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Shown, Truth, case, issue, line, plan, truth


@case
def teams_in_many_ways(folder: Path) -> Truth:
    """Names with an 'y' of their own, two names in one cell, the same name twice, none, and a dash."""
    with Book(folder / "teams_in_many_ways.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2025", "title")
        page.head(2, ["No.", "ACTIVIDAD", "META", "RESPONSABLE", "FECHA DE TERMINACIÓN"])
        teams = ["Secretaría de Infraestructura y Obras Públicas", "Secretaría de Hacienda / Secretaría de Gobierno"]
        teams += [
            "Secretaría de Salud\nSecretaría de Educación",
            "-",
            "N/A",
            "Secretaría de Agricultura, Ambiente y Turismo",
        ]
        for index, name in enumerate(teams):
            page.row(3 + index, [index + 1, f"Actividad propia de la línea {index + 1}", 2, name, date(2025, 12, 15)])
    lines = [
        line(3, teams=["Secretaría de Infraestructura y Obras Públicas"]),
        line(4, teams=["Secretaría de Hacienda", "Secretaría de Gobierno"]),
        line(5, teams=["Secretaría de Salud", "Secretaría de Educación"]),
        line(6, teams=[]),
        line(7, teams=[]),
        line(8, teams=["Secretaría de Agricultura, Ambiente y Turismo"]),
    ]
    wanted = [
        issue("two_teams", 4),
        issue("two_teams", 5),
        issue("missing_responsible", 6),
        issue("missing_responsible", 7),
    ]
    absent = [issue("two_teams", 3), issue("two_teams", 8)]
    return truth("teams_in_many_ways.xlsx", "2025-03-01", [plan(lines)], wanted, absent)


@case
def shifted_in_a_workbook(folder: Path) -> Truth:
    """Rows pasted a column to the right from their middle or their start, and one a column to the left."""
    with Book(folder / "shifted_in_a_workbook.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2024", "title")
        titles = ["No.", "ACTIVIDAD", "RESPONSABLE", "INICIO", "FIN", "META", "AVANCE T1", "AVANCE T2", "OBSERVACIONES"]
        page.head(3, titles)
        year = (date(2024, 1, 15), date(2024, 11, 29))
        page.row(4, [1, "Elaborar el inventario documental", "Archivo", *year, 100, 20, 35, "Sin novedad"])
        page.row(5, [2, "Capacitar al personal", "Talento Humano", None, *year, 6, 1, 2])
        page.row(6, [3, "Divulgar la política", *year, 4, 1, 1, "Pendiente acta"])
        page.row(7, [4, "Actualizar tablas de retención", "Archivo", *year, 1, 0, 1, None])
        page.row(8, [None, 5, "Digitalizar expedientes", "Archivo", *year, 5000, 900, 1200])
    lines = [
        line(4, target="100", results={"2024-Q1": "20", "2024-Q2": "35"}),
        line(
            5,
            teams=["Talento Humano"],
            start="2024-01-15",
            due="2024-11-29",
            target="6",
            results={"2024-Q1": "1", "2024-Q2": "2"},
        ),
        line(6, teams=[], start="2024-01-15", due="2024-11-29", target="4", results={"2024-Q1": "1", "2024-Q2": "1"}),
        line(7, target="1", results={"2024-Q1": "0", "2024-Q2": "1"}),
        line(8, number="5", activity="Digitalizar expedientes", teams=["Archivo"], target="5000", due="2024-11-29"),
    ]
    wanted = [
        issue("shifted_row", 5),
        issue("shifted_row", 6),
        issue("shifted_row", 8),
        issue("missing_responsible", 6),
    ]
    absent = [issue("shifted_row", 4), issue("shifted_row", 7)]
    return truth("shifted_in_a_workbook.xlsx", "2024-07-10", [plan(lines)], wanted, absent)


@case
def numbers_and_rows_twice(folder: Path) -> Truth:
    """A printed number used twice, a row copied whole, and a decimal numbering that is no duplicate (1.1 and 1.10)."""
    with Book(folder / "numbers_and_rows_twice.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE TRABAJO 2025", "title")
        page.head(2, ["Núm.", "Tarea", "Encargado", "Vencimiento"])
        page.rows(
            3,
            [
                ["1.1", "Preparar pliegos", "Contratación", date(2025, 3, 14)],
                ["1.10", "Publicar avisos", "Prensa", date(2025, 3, 21)],
                ["1.2", "Evaluar ofertas", "Contratación", date(2025, 4, 11)],
                ["1.2", "Adjudicar", "Despacho", date(2025, 4, 25)],
            ],
        )
    lines = [
        line(3, number="1.1"),
        line(4, number="1.10"),
        line(5, number="1.2"),
        line(6, number="1.2", activity="Adjudicar"),
    ]
    absent = [issue("duplicate_number", 3, 4)]
    return truth("numbers_and_rows_twice.xlsx", "2025-02-01", [plan(lines)], [issue("duplicate_number", 6)], absent)


@case
def old_mac_dates_and_formats(folder: Path) -> Truth:
    """Dates since 1904 with formats of their own, one shown as a month, one as a year, one as a bare number."""
    with Book(folder / "old_mac_dates_and_formats.xlsx", date_1904=True) as book:
        page = book.page("Plan")
        page.put(1, "A", "Plan de acción vigencia 2024", "title")
        page.head(2, ["Actividad", "Responsable", "Fecha de inicio", "Fecha de finalización", "Meta"])
        page.row(
            3,
            [
                "Revisar tarifas",
                "Comercial",
                Shown(date(2024, 2, 1), "d-mmm-yy"),
                Shown(date(2024, 5, 31), "mmmm yyyy"),
                1,
            ],
        )
        page.row(
            4,
            ["Leer medidores", "Facturación", date(2024, 1, 1), Shown(date(2024, 12, 31), "[$-es-CO]dd/mmmm/yyyy"), 12],
        )
        page.row(5, ["Cortar servicio", "Cartera", date(2024, 3, 1), Shown(date(2024, 11, 30), "yyyy-mm-dd"), Pct(0.9)])
    lines = [
        line(3, start="2024-02-01", due="2024-05-31"),
        line(4, start="2024-01-01", due="2024-12-31", target="12"),
        line(5, due="2024-11-30", target="0.9", target_unit="percent"),
    ]
    return truth("old_mac_dates_and_formats.xlsx", "2024-02-01", [plan(lines)])


@case
def windows_reversed_and_missing(folder: Path) -> Truth:
    """Windows that end before they start, one day long, without an end, without a start, with words for dates."""
    with Book(folder / "windows_reversed_and_missing.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2024", "title")
        page.head(2, ["Actividades", "Dependencia", "Fecha Inicio", "Fecha Fin", "Producto"])
        page.rows(
            3,
            [
                ["Diseñar la encuesta", "Planeación", date(2024, 6, 30), date(2024, 6, 1), "Encuesta"],
                ["Aplicar la encuesta", "Planeación", date(2024, 7, 1), date(2024, 7, 1), "Base de datos"],
                ["Analizar resultados", "Planeación", date(2024, 8, 1), None, "Informe"],
                ["Publicar resultados", None, None, date(2024, 9, 30), "Publicación"],
                ["Mejorar el servicio", "Atención", "Por definir", "Por definir", "Plan"],
                ["Cerrar el ciclo", "Atención", date(2024, 10, 1), date(2042, 11, 30), "Acta"],
            ],
        )
    lines = [
        line(3),
        line(4, start="2024-07-01", due="2024-07-01"),
        line(5, due=None, start="2024-08-01"),
        line(6, due="2024-09-30", teams=[]),
        line(7, due=None, start=None),
        line(8, start="2024-10-01"),
    ]
    wanted = [issue("window_reversed", 3), issue("missing_deadline", 5), issue("missing_deadline", 7)]
    wanted += [issue("missing_responsible", 6)]
    absent = [issue("window_reversed", 4), issue("missing_deadline", 6)]
    return truth("windows_reversed_and_missing.xlsx", "2024-05-01", [plan(lines)], wanted, absent)


@case
def three_title_rows(folder: Path) -> Truth:
    """Year, semester and quarter over programmed and executed: titles of three rows; a ratio of accumulation."""
    with Book(folder / "three_title_rows.xlsx") as book:
        page = book.page("Indicadores")
        page.put(1, "A", "TABLERO DE INDICADORES ESTRATÉGICOS", "title")
        for letter, title in zip(
            "ABCDE", ("Indicador", "Tipo de acumulación", "Línea base", "Meta", "Área"), strict=True
        ):
            page.merge(f"{letter}3:{letter}5", title)
        page.merge("F3:M3", "2024")
        for area, title in zip(
            ("F4:G4", "H4:I4", "J4:K4", "L4:M4"), ("Trim. I", "Trim. II", "Trim. III", "Trim. IV"), strict=True
        ):
            page.merge(area, title)
        page.head(5, ["Prog.", "Real"] * 4, "F")
        page.row(
            6, ["Usuarios con servicio", "Stock", 8200, 9000, "Comercial", 8400, 8390, 8600, 8655, 8800, None, 9000]
        )
        page.row(
            7,
            [
                "Agua no contabilizada",
                "Reducción",
                Pct(0.4),
                Pct(0.35),
                "Técnica",
                Pct(0.39),
                Pct(0.395, "0.0%"),
                Pct(0.38),
            ],
        )
        page.put(7, "I", Pct(0.38))
        page.row(8, ["Cortes atendidos", "Flujo", None, 400, "Operaciones", 100, 120, 100, 90, 100, None, 100])
    lines = [
        line(
            6,
            target="9000",
            results={"2024-Q1": "8390", "2024-Q2": "8655"},
            extra={"baseline": "8200", "accumulation": "stock"},
        ),
        line(7, target="0.35", results={"2024-Q1": "0.395", "2024-Q2": "0.38"}, extra={"accumulation": "reduction"}),
        line(8, results={"2024-Q1": "120", "2024-Q2": "90"}, extra={"accumulation": "flow"}),
    ]
    expected = plan(lines, kind="indicator_sheet", period_kind="quarter")
    return truth("three_title_rows.xlsx", "2024-07-30", [expected])
