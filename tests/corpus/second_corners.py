"""Corners: two cells lost in one row, labels over the table, one year in the file's name, figures with their nouns."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv, write_text
from tests.corpus.word import write_word

HEAD = ["No.", "Actividad", "Producto", "Indicador", "Fecha inicio", "Fecha fin", "Responsable", "Meta"]


@case
def row_two_columns_off(folder: Path) -> Truth:
    """One row lacks two cells, so that its dates stand two columns to the left."""
    with Book(folder / "row_two_columns_off.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2024", "title")
        page.head(2, [*HEAD, "T1", "T2"])
        year = (date(2024, 1, 15), date(2024, 11, 29))
        page.row(3, [1, "Elaborar el censo", "Censo", "Censos hechos", *year, "Oficina de Planeación", 4, 1, 1])
        page.row(4, [2, "Depurar la base de datos", *year, "Oficina de Sistemas", 12, 3, 3])
        page.row(5, [3, "Publicar boletines", "Boletín", "Boletines", *year, "Oficina de Prensa", 6, 1, 2])
        page.row(6, [4, "Atender ciudadanos", "Registro", "Atenciones", *year, "Oficina de Atención", 900, 210, 240])
    lines = [
        line(3, target="4", results={"2024-Q1": "1", "2024-Q2": "1"}),
        line(
            4,
            activity="Depurar la base de datos",
            start="2024-01-15",
            due="2024-11-29",
            target="12",
            teams=["Oficina de Sistemas"],
            results={"2024-Q1": "3", "2024-Q2": "3"},
        ),
        line(5, target="6", due="2024-11-29"),
        line(6, target="900", results={"2024-Q1": "210", "2024-Q2": "240"}),
    ]
    return truth("row_two_columns_off.xlsx", "2024-07-10", [plan(lines)], [issue("shifted_row", 4)])


@case
def year_only_in_the_file_plan_2023(folder: Path) -> Truth:
    """Nothing inside says the year; the file's name does."""
    with Book(folder / "plan_accion_2023.xlsx") as book:
        page = book.page("Hoja1")
        page.head(1, ["Acción", "Dependencia", "Meta", "Trim I", "Trim II", "Trim III", "Trim IV"])
        page.row(2, ["Mantener cámaras", "Seguridad", 40, 10, 10, 9, 8])
        page.row(3, ["Instalar alarmas", "Seguridad", 12, 3, 3, 3, 2])
    periods = [f"2023-Q{part}" for part in range(1, 5)]
    lines = [
        line(2, target="40", results=dict(zip(periods, ("10", "10", "9", "8"), strict=True))),
        line(3, target="12", results=dict(zip(periods, ("3", "3", "3", "2"), strict=True))),
    ]
    return truth("plan_accion_2023.xlsx", "2024-01-20", [plan(lines, period_kind="quarter")])


@case
def same_team_pair_on_every_row(folder: Path) -> Truth:
    """The same two teams answer for several lines: each line says so."""
    with Book(folder / "same_team_pair_on_every_row.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2025", "title")
        page.head(2, ["Actividad", "Responsables", "Fecha final"])
        for row, name in ((3, "Elaborar el diagnóstico"), (4, "Socializar el diagnóstico")):
            page.row(row, [name, "Secretaría de Salud y Secretaría de Educación", date(2025, 10, 31)])
        page.row(5, ["Evaluar el programa", "Secretaría de Salud", date(2025, 12, 19)])
    both = ["Secretaría de Salud", "Secretaría de Educación"]
    lines = [line(3, teams=both), line(4, teams=both), line(5, teams=["Secretaría de Salud"])]
    wanted = [issue("two_teams", 3), issue("two_teams", 4)]
    return truth("same_team_pair_on_every_row.xlsx", "2025-02-01", [plan(lines)], wanted, [issue("two_teams", 5)])


@case
def labels_and_cut_over_the_table(folder: Path) -> Truth:
    """Labels in cells beside their values, a cut-off in the title, one figure a line and its percentage."""
    with Book(folder / "labels_and_cut_over_the_table.xlsx") as book:
        page = book.page("F-PM-01")
        page.rows(1, [["PLAN DE MEJORAMIENTO INTERNO"], ["Proceso:", "Gestión Financiera", None, "Líder:", "Tesorero"]])
        page.row(3, ["Fecha de suscripción:", date(2024, 2, 5), None, "Fecha de corte:", date(2024, 6, 30)])
        page.head(5, ["ID", "NO CONFORMIDAD", "CAUSA RAÍZ", "ACCIÓN CORRECTIVA", "QUIÉN", "DESDE", "HASTA", "META"])
        page.head(5, ["LOGRADO", "% CUMPLIMIENTO", "EVIDENCIAS"], "I")
        page.row(6, ["NC-1", "Cheques sin conciliar", "Rotación", "Conciliar cada mes", "Tesorería", "2024-02-15"])
        page.row(6, ["2024-12-15", 10, 4, Formula("=I6/H6", 0.4, "0%"), "Conciliaciones"], "G")
        page.row(7, ["NC-2", "Caja sin arqueo", "Olvido", "Arquear caja", "Tesorería", "2024-02-15", "2024-11-30", 9])
        page.row(7, [5, Formula("=I7/H7", 0.5556, "0%"), "Actas de arqueo"], "I")
    lines = [
        line(6, activity="Conciliar cada mes", start="2024-02-15", due="2024-12-15", target="10", results={"cut": "4"}),
        line(7, target="9", results={"cut": "5"}, teams=["Tesorería"]),
    ]
    return truth("labels_and_cut_over_the_table.xlsx", "2024-06-30", [plan(lines, kind="improvement_plan")])


@case
def figures_with_nouns(folder: Path) -> Truth:
    """Results and goals typed with their noun, a thousands point and a decimal comma, month by month."""
    with Book(folder / "figures_with_nouns.xlsx") as book:
        page = book.page("Indicadores")
        page.put(1, "A", "SEGUIMIENTO MENSUAL AL PLAN DE ACCIÓN 2024", "title")
        page.head(3, ["Actividad", "Meta", "Encargado", "Fecha fin", "ene-24", "feb-24", "mar-24"])
        page.row(4, ["Entregar mercados", "12.000 mercados", "Social", "31/12/2024", "1.050 mercados", "980", 1100])
        page.row(5, ["Recuperar cartera", "$ 1.250.000,50", "Tesorería", "31/12/2024", "$ 100.000", "$ 95.500,25"])
        page.row(6, ["Atender quejas", "95,5 %", "Atención", "31/12/2024", "90 %", "91,25%", Pct(0.93)])
    lines = [
        line(4, target="12000", results={"2024-M01": "1050", "2024-M02": "980", "2024-M03": "1100"}),
        line(5, target="1250000.5", results={"2024-M01": "100000", "2024-M02": "95500.25"}),
        line(6, target="0.955", results={"2024-M01": "0.9", "2024-M02": "0.9125", "2024-M03": "0.93"}),
    ]
    return truth("figures_with_nouns.xlsx", "2024-04-05", [plan(lines, period_kind="month")])


@case
def paper_two_plans(folder: Path) -> Truth:
    """A text that holds two plans one behind the other, each with its titles."""
    write_text(
        folder / "paper_two_plans.txt",
        [
            "PLAN DE ACCIÓN 2024 - OFICINA DE PRENSA",
            ["No", "Actividad", "Responsable", "Fecha límite"],
            ["1", "Redactar boletines", "Prensa", "30/11/2024"],
            ["2", "Cubrir eventos", "Prensa", "20/12/2024"],
            "",
            "PLAN DE ACCIÓN 2024 - OFICINA DE SISTEMAS",
            ["No", "Actividad", "Responsable", "Fecha límite", "Meta"],
            ["1", "Renovar licencias", "Sistemas", "31/07/2024", "45"],
            ["2", "Respaldar servidores", "Sistemas", "31/12/2024", "12"],
        ],
    )
    lines = [
        line(3, number="1", due="2024-11-30"),
        line(4, number="2", teams=["Prensa"]),
        line(8, number="1", target="45", due="2024-07-31"),
        line(9, number="2", teams=["Sistemas"], target="12"),
    ]
    return truth("paper_two_plans.txt", "2024-03-01", [plan(lines)], absent=["duplicate_number"])


@case
def csv_of_a_form(folder: Path) -> Truth:
    """A csv as an online form hands it out: a time stamp first, long questions as titles."""
    write_csv(
        folder / "csv_of_a_form.csv",
        [
            [
                "Marca temporal",
                "Nombre de la actividad",
                "¿Quién es el responsable?",
                "¿Cuándo termina?",
                "¿Cuál es la meta?",
            ],
            ["15/01/2024 8:32:10", "Revisar contratos", "Contratación", "28/06/2024", "40"],
            ["16/01/2024 14:05:44", "Capacitar supervisores", "Contratación", "30/08/2024", "3"],
        ],
        mark=",",
    )
    lines = [
        line(2, activity="Revisar contratos", due="2024-06-28", target="40", teams=["Contratación"]),
        line(3, activity="Capacitar supervisores", due="2024-08-30", target="3"),
    ]
    return truth("csv_of_a_form.csv", "2024-02-01", [plan(lines)])


@case
def word_of_numbered_paragraphs(folder: Path) -> Truth:
    """A Word table with number, text and term in one cell, and titles of one merged row above it."""
    rows: list[list[object]] = [
        ["OBJETIVO", "ACTIVIDADES Y PLAZOS", "DEPENDENCIA"],
        ["Cultura", "1. Realizar el festival de música. Plazo: 30 de junio de 2025", "Secretaría de Cultura"],
        [
            "Cultura",
            "2. Dotar bibliotecas. Plazo: desde el 1 de marzo hasta el 31 de octubre de 2025",
            "Biblioteca",
        ],
        ["Deporte", "3. Organizar los juegos comunales (del 15/08/2025 al 30/09/2025)", "Secretaría de Deportes"],
    ]
    write_word(folder / "word_of_numbered_paragraphs.docx", ["PLAN DE ACCIÓN 2025", rows])
    lines = [
        line(2, number="1", due="2025-06-30"),
        line(3, number="2", start="2025-03-01", due="2025-10-31", teams=["Biblioteca"]),
        line(4, number="3", start="2025-08-15", due="2025-09-30"),
    ]
    return truth("word_of_numbered_paragraphs.docx", "2025-02-01", [plan(lines)])
