"""More files of other programs, and lookups that failed."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Shown, Truth, Uncalculated, case, issue, line, plan, truth


@case
def faults_google_csv_of_another_country(folder: Path) -> Truth:
    """Downloaded from a sheet of another country: month first, decimal points, TRUE and FALSE, errors as text."""
    rows = [
        "PLAN DE ACCIÓN 2025,,,,,,,",
        "No.,ACTIVIDAD,META,FECHA INICIO,FECHA FIN,RESPONSABLE,AVANCE T1,CUMPLIDA",
        '1,"Actualizar la ventanilla única,\nfase 2",1,1/15/2025,2/28/2025,Sistemas,0.5,FALSE',
        "2,Publicar el plan de compras,1,1/2/2025,1/31/2025,Contratación,1,TRUE",
        "3,Depurar la base de usuarios,1200,2/3/2025,11/28/2025,Sistemas,#REF!,FALSE",
        '4,Trámites en línea,"1,250",2/3/2025,12/15/2025,Sistemas,310,FALSE',
    ]
    (folder / "faults_google_csv_of_another_country.csv").write_bytes(("\r\n".join(rows) + "\r\n").encode())
    lines = [
        line(3, target="1", start="2025-01-15", due="2025-02-28", results={"2025-Q1": "0.5"}),
        line(5, start="2025-01-02", due="2025-01-31", teams=["Contratación"], results={"2025-Q1": "1"}),
        line(6, start="2025-02-03", due="2025-11-28", target="1200", results={}),
        line(7, start="2025-02-03", due="2025-12-15", results={"2025-Q1": "310"}),
    ]
    spots = [issue("error_value", 6), issue("ambiguous_date", 5), issue("ambiguous_number", 7)]
    return truth("faults_google_csv_of_another_country.csv", "2025-04-10", [plan(lines)], spots)


@case
def faults_lookups_that_failed(folder: Path) -> Truth:
    """The office comes by a lookup in another sheet: where it failed there is no office, and none by that name."""
    with Book(folder / "faults_lookups_that_failed.xlsx") as book:
        page = book.page("PAI")
        page.put(1, "A", "PLAN DE ACCIÓN INSTITUCIONAL 2025", "title")
        page.head(2, ["Cód.", "Actividad", "Responsable", "Meta", "Unidad", "Fecha inicio", "Fecha fin", "T1"])
        look = "=VLOOKUP(A3,Base!A:C,2,0)"
        end = date(2025, 11, 28)
        page.row(3, [1, "Implementar el SGDEA", Formula(look, "Gestión Documental"), 1, "Sistema", None, end, Pct(0.1)])
        page.row(4, [2, "Transferencias primarias", Formula(look, "#N/A"), 12, "Transferencia", None, end, 3])
        page.row(5, [3, "Tablas de retención", Uncalculated(look), 1, "Tabla", None, end, 0.5])
        page.row(6, [4, Formula(look, "#N/A"), "Gestión Documental", 4, "Informe", None, end, 1])
        page.row(7, [5, "Inventario único", "#N/D", 1, "Inventario", None, Formula("=G3", "#VALUE!"), 1])
    lines = [
        line(3, activity="Implementar el SGDEA", teams=["Gestión Documental"]),
        line(4, activity="Transferencias primarias", teams=[], target="12", results={"2025-Q1": "3"}),
        line(5, activity="Tablas de retención", teams=[]),
        line(6, activity=None, teams=["Gestión Documental"], target="4", results={"2025-Q1": "1"}),
        line(7, activity="Inventario único", teams=[], due=None),
    ]
    spots = [issue("error_value", 4, cell="C4"), issue("formula_without_value", 5, cell="C5")]
    spots += [
        issue("error_value", 6, cell="B6"),
        issue("error_value", 7, cell="G7"),
        issue("error_value", 7, cell="C7"),
    ]
    return truth("faults_lookups_that_failed.xlsx", "2025-04-10", [plan(lines, sheet="PAI")], spots)


@case
def faults_words_for_results(folder: Path) -> Truth:
    """What was done, said by words: no figure is made of them, and none is lost in silence."""
    with Book(folder / "faults_words_for_results.xlsx") as book:
        page = book.page("Seguimiento 2025")
        page.head(1, ["ACTIVIDAD", "RESPONSABLE", "META", "FECHA FIN", "AVANCE I TRIM", "AVANCE II TRIM"])
        end = date(2025, 12, 12)
        page.row(2, ["Formular el PIGA", "Ambiente", 1, end, "Cumplido", "100%"])
        page.row(3, ["Visitas de control", "Ambiente", 40, end, "10 visitas", "12"])
        page.row(4, ["Jornadas de reforestación", "Ambiente", 4, end, "En ejecución", "1 jornada"])
        page.row(5, ["Comparendos ambientales", "Ambiente", 20, end, "No aplica", "5 de 20"])
        page.row(6, ["Monitoreo del aire", "Ambiente", 4, end, "1", "Pendiente"])
    lines = [
        line(2, results_subset={}, target="1"),
        line(3, results={"2025-Q1": "10", "2025-Q2": "12"}),
        line(4, results={"2025-Q2": "1"}),
        line(5, results={}),
        line(6, results={"2025-Q1": "1"}),
    ]
    spots = [issue("unreadable_value", 2, cell="E2"), issue("unreadable_value", 4, cell="E4")]
    spots += [issue("unreadable_value", 5, cell="F5"), issue("placeholder_text", 6, cell="F6")]
    return truth("faults_words_for_results.xlsx", "2025-07-10", [plan(lines)], spots)


@case
def faults_foreign_date_formats(folder: Path) -> Truth:
    """A workbook of WPS and one of Numbers: dates by formats of other languages, and a sheet about the export."""
    with Book(folder / "faults_foreign_date_formats.xlsx") as book:
        about = book.page("Resumen de exportación")
        about.put(1, "B", "Este documento se ha exportado desde Numbers. Cada tabla se ha convertido en una hoja.")
        about.row(3, ["Nombre de hoja de Numbers", "Nombre de tabla de Numbers", "Nombre de hoja de Excel"], "B")
        about.row(4, ["Hoja 1", "Tabla 1", "Hoja 1 - Tabla 1"], "B")
        page = book.page("Hoja 1 - Tabla 1")
        page.merge("A1:F1", "Tabla 1", "title")
        page.head(2, ["Actividad", "Responsable", "Meta", "Fecha inicio", "Fecha fin", "Avance a la fecha"])
        chinese, slashed = 'yyyy"年"m"月"d"日";@', "yyyy/m/d;@"
        page.row(3, ["Dotar las bibliotecas", "Cultura", 6, Shown(date(2025, 2, 3), chinese)])
        page.row(3, [Shown(date(2025, 11, 28), slashed), Shown(2, "0.00_ ")], "E")
        page.row(4, ["Festival de música", "Cultura", 1, Shown(date(2025, 3, 3), "d \\d\\e mmm \\d\\e yyyy")])
        page.row(4, [Shown(date(2025, 8, 29), "[$-es-CO]dddd d mmmm yyyy"), Pct(0, "0.00%")], "E")
    lines = [
        line(3, start="2025-02-03", due="2025-11-28", target="6"),
        line(4, start="2025-03-03", due="2025-08-29", target="1", teams=["Cultura"]),
    ]
    found = [plan(lines, sheet="Hoja 1 - Tabla 1")]
    return truth("faults_foreign_date_formats.xlsx", "2025-04-10", found)


@case
def faults_days_by_halves(folder: Path) -> Truth:
    """Days as a hurried hand types them: a point in the year, a month with its day, millions with an apostrophe."""
    with Book(folder / "faults_days_by_halves.xlsx") as book:
        page = book.page("Plan 2025")
        page.put(1, "A", "PLAN DE ACCIÓN 2.025 - SECRETARÍA DE INFRAESTRUCTURA")
        page.head(2, ["ACTIVIDAD", "RESPONSABLE", "META", "FECHA INICIO", "FECHA FIN"])
        page.row(3, ["Mantenimiento vial", "Infraestructura", "$ 1'500.000.000", "03-02-2.025", "30-11-2.025"])
        page.row(4, ["Alumbrado público", "Infraestructura", "3 mil luminarias", "feb-25", "dic-31"])
        page.row(5, ["Plazas de mercado", "Infraestructura", "2", "15/02/2025", "31/12/20255"])
        page.row(6, ["Puentes peatonales", "Infraestructura", "2", "2025/03", "2025/10"])
    lines = [
        line(3, target="1500000000", start="2025-02-03", due="2025-11-30"),
        line(4, target="3000", start="2025-02-01", due="2025-12-31"),
        line(5, target="2", start="2025-02-15", due=None),
        line(6, start="2025-03-01", due="2025-10-31"),
    ]
    spots = [issue("unreadable_value", 5, cell="E5"), issue("year_assumed", 4, cell="E4")]
    return truth("faults_days_by_halves.xlsx", "2025-02-10", [plan(lines)], spots)


@case
def faults_formats_that_show_more(folder: Path) -> Truth:
    """What a cell shows by its format: long dates, decimals of a percent, a noun after the figure."""
    with Book(folder / "faults_formats_that_show_more.xlsx") as book:
        page = book.page("PA")
        page.head(1, ["ACTIVIDAD", "META", "INICIO", "FIN", "RESPONSABLE", "T1 2025", "T2 2025"])
        long, week = '[$-240A]d" de "mmmm" de "yyyy;@', "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"
        page.row(2, ["Cobertura de aseo", Pct(0.955, "0.0%"), Shown(date(2025, 2, 3), long)])
        page.row(2, [Shown(date(2025, 11, 28), week), "Aseo", Pct(0.245, "0.0%"), Pct(0.5, "0.00%")], "D")
        page.row(3, ["Informes de aseo", Shown(4, '0" informes"'), Shown(date(2025, 2, 1), "mmm\\-yy")])
        page.row(3, [Shown(date(2025, 11, 30), "[$-C0A]d\\-mmm\\-yy;@"), "Aseo", Shown(1, '0" informe"'), 1], "D")
        page.row(
            4, ["Toneladas dispuestas", Shown(12500, "#,##0;[Red]-#,##0"), Shown(date(2025, 1, 2), "dd/mm/yyyy;@")]
        )
        page.row(4, [Shown(date(2025, 12, 31), "yyyy\\-mm\\-dd"), "Aseo", Shown(3100.5, "#,##0.0"), "3200"], "D")
    lines = [
        line(
            2,
            target="0.955",
            target_unit="percent",
            start="2025-02-03",
            due="2025-11-28",
            results={"2025-Q1": "0.245", "2025-Q2": "0.5"},
        ),
        line(
            3,
            target="4",
            target_unit="count",
            start="2025-02-01",
            due="2025-11-30",
            results={"2025-Q1": "1", "2025-Q2": "1"},
        ),
        line(4, target="12500", start="2025-01-02", due="2025-12-31", results={"2025-Q1": "3100.5", "2025-Q2": "3200"}),
    ]
    return truth("faults_formats_that_show_more.xlsx", "2025-07-15", [plan(lines, period_kind="quarter")])


@case
def faults_tall_blank_sheet(folder: Path) -> Truth:
    """Formats painted down twenty thousand rows below a short plan: the plan is read, its end is found."""
    with Book(folder / "faults_tall_blank_sheet.xlsx") as book:
        page = book.page("Plan 2025")
        page.head(1, ["ACTIVIDAD", "META", "RESPONSABLE", "FECHA FIN", "AVANCE"])
        page.row(2, ["Censo de ventas informales", Pct(1), "Espacio Público", date(2025, 8, 29), Pct(0.4)])
        page.row(3, ["Recuperar andenes", 20, "Espacio Público", date(2025, 8, 29), 7])
        look = page.book.style("cell")
        for row in range(3, 20_000):
            page.sheet.write_blank(row, 0, None, look)
            page.sheet.write_blank(row, 4, None, look)
    lines = [line(2, target="1", due="2025-08-29"), line(3, target="20", due="2025-08-29")]
    return truth("faults_tall_blank_sheet.xlsx", "2025-05-15", [plan(lines)])


@case
def faults_hidden_helpers(folder: Path) -> Truth:
    """Lists for drop-downs in a very hidden sheet, collapsed groups, a table with totals, notes and fixed panes."""
    with Book(folder / "faults_hidden_helpers.xlsx") as book:
        page = book.page("PAI 2025")
        page.put(1, "A", "PLAN DE ACCIÓN INSTITUCIONAL 2025", "title")
        titles = ["Código", "Actividad", "Meta", "Responsable", "Fecha fin", "Clave", "I Trim", "II Trim"]
        data = [
            ["A1", "Atender víctimas", 50, "Gobierno", date(2025, 11, 28), "x1", 10, 12],
            ["A2", "Instalar cámaras", 8, "Gobierno", date(2025, 10, 31), "x2", 2, 2],
            ["A3", "Comité de orden público", 12, "Gobierno", date(2025, 12, 15), "x3", 3, 3],
        ]
        page.head(3, titles)
        page.rows(4, data)
        page.row(7, ["Total", None, 70, None, None, None, 15, 17])
        page.sheet.add_table("A3:H7", {"columns": [{"header": title} for title in titles], "total_row": True})
        page.row(7, ["Total", None, 70, None, None, None, 15, 17])
        page.sheet.set_row(4, None, None, {"level": 1, "hidden": True})
        page.sheet.set_row(5, None, None, {"collapsed": True})
        page.hide_columns("F:F")
        page.sheet.write_comment("G5", "Confirmar: 99")
        page.sheet.freeze_panes(3, 2)
        page.sheet.data_validation("D4:D6", {"validate": "list", "source": "=Listas!$B$2:$B$4"})
        lists = book.page("Listas")
        lists.head(1, ["Actividad", "Responsable", "Meta", "Fecha"])
        lists.rows(2, [["Tipo 1", "Gobierno", "Producto", "I"], ["Tipo 2", "Salud", "Resultado", "II"], ["Tipo 3"]])
        lists.sheet.very_hidden()
    lines = [
        line(4, number="A1", target="50", results={"2025-Q1": "10", "2025-Q2": "12"}),
        line(5, number="A2", target="8", due="2025-10-31", results={"2025-Q1": "2", "2025-Q2": "2"}),
        line(6, number="A3", target="12", due="2025-12-15"),
    ]
    found = [plan(lines, sheet="PAI 2025")]
    return truth("faults_hidden_helpers.xlsx", "2025-07-15", found, [issue("hidden_row", 5)])
