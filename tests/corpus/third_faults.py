"""Plans with the faults that people type: dates, figures, teams and addresses as they come."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, Uncalculated, case, issue, line, plan, truth


@case
def faults_serials_for_dates(folder: Path) -> Truth:
    """The dates lost their format: bare numbers, some of them typed as text."""
    with Book(folder / "faults_serials_for_dates.xlsx") as book:
        page = book.page("Plan 2025")
        page.merge("A1:F1", "EMPRESA DE SERVICIOS PÚBLICOS - PLAN DE ACCIÓN 2025", "title")
        page.head(3, ["ÍTEM", "ACTIVIDAD", "ÁREA RESPONSABLE", "META", "FECHA INICIAL", "FECHA FINAL "])
        page.row(4, [1, "Actualizar el catastro de redes", "Acueducto", 1, 45672, 46006])
        page.row(5, [2, "Lavado de tanques de almacenamiento", "Acueducto", 4, "45689", "45991"])
        page.row(6, [3, "Campaña de uso eficiente del agua", "Gestión Social", 2, date(2025, 3, 3), date(2025, 11, 28)])
    lines = [
        line(4, start="2025-01-15", due="2025-12-15", target="1", teams=["Acueducto"]),
        line(5, start="2025-02-01", due="2025-11-30", target="4"),
        line(6, start="2025-03-03", due="2025-11-28", target="2"),
    ]
    spots = [issue("serial_date", 4, cell="E4"), issue("serial_date", 4, cell="F4"), issue("serial_date", 5)]
    return truth("faults_serials_for_dates.xlsx", "2025-02-10", [plan(lines)], spots)


@case
def faults_short_years(folder: Path) -> Truth:
    """Years of two digits with every sign between, as each office typed them."""
    with Book(folder / "faults_short_years.xlsx") as book:
        page = book.page("POA")
        page.put(1, "A", "PLAN OPERATIVO ANUAL 2025  ", "title")
        page.head(2, ["Actividades", "Responsable", "Meta", "Desde", "Hasta"])
        page.row(3, ["Brigadas de salud veredales", "Secretaría de Salud", 6, "15/02/25", "30-11-25"])
        page.row(4, ["Vacunación antirrábica", "Secretaría de Salud", 1, "20.03.25", "31.10.25"])
        page.row(5, ["Inspección a restaurantes", "Saneamiento Ambiental", 40, "01 / 02 / 25", "18-dic-25"])
        page.row(6, ["Mesa de salud mental", "Secretaría de Salud", 4, "17/feb/25", "28-Nov.-25"])
    lines = [
        line(3, start="2025-02-15", due="2025-11-30"),
        line(4, start="2025-03-20", due="2025-10-31"),
        line(5, start=["2025-02-01", None], due="2025-12-18"),
        line(6, start="2025-02-17", due="2025-11-28"),
    ]
    return truth("faults_short_years.xlsx", "2025-03-01", [plan(lines)])


@case
def faults_days_that_are_not(folder: Path) -> Truth:
    """Days that no calendar has are told and taken for no date."""
    with Book(folder / "faults_days_that_are_not.xlsx") as book:
        page = book.page("Plan de acción")
        page.head(1, ["N°", "ACCIÓN", "PRODUCTO", "RESPONSABLE", "INICIO", "TERMINACIÓN"])
        page.row(2, [1, "Elaborar el PIC", "Documento", "Talento Humano", "15/01/2025", "31/02/2025"])
        page.row(3, [2, "Aplicar la batería psicosocial", "Informe", "Talento Humano", "01/04/2025", "31/06/2025"])
        page.row(4, [3, "Rendir la cuenta", "Certificado", "Control Interno", "29/02/2025", "31/03/2025"])
        page.row(5, [4, "Autoevaluar el MECI", "Informe", "Control Interno", "13/01/2025", "30 de febrero de 2025"])
        page.row(6, [5, "Cerrar hallazgos", "Informe", "Control Interno", "13/01/2025", "25/13/2025"])
    lines = [
        line(2, start="2025-01-15", due=None),
        line(3, start="2025-04-01", due=None),
        line(4, start=None, due="2025-03-31"),
        line(5, start="2025-01-13", due=None),
        line(6, start="2025-01-13", due=None),
    ]
    spots = [issue("unreadable_value", 2, cell="F2"), issue("unreadable_value", 3, cell="F3")]
    spots += [issue("unreadable_value", 4, cell="E4"), issue("unreadable_value", 5, cell="F5")]
    spots += [issue("unreadable_value", 6, cell="F6")]
    return truth("faults_days_that_are_not.xlsx", "2025-02-10", [plan(lines)], spots)


@case
def faults_time_in_words(folder: Path) -> Truth:
    """One column of time in words: some name a day, some a stretch, some nothing at all."""
    said = [
        ("Marzo de 2025", "2025-03-31"),
        ("1er semestre 2025", "2025-06-30"),
        ("Segundo trimestre de 2025", "2025-06-30"),
        ("II Semestre de 2025", "2025-12-31"),
        ("DICIEMBRE 2025", "2025-12-31"),
        ("Según cronograma", None),
        ("A demanda", None),
        ("Último viernes de cada mes", None),
        ("Por definir", None),
        ("15 días hábiles después de la aprobación", None),
    ]
    with Book(folder / "faults_time_in_words.xlsx") as book:
        page = book.page("PLAN")
        page.merge("A1:D1", "INSTITUTO DE DEPORTES\nPLAN DE ACCIÓN 2025", "title")
        page.head(3, ["Actividad", "Responsable", "Meta", "Plazo de ejecución"])
        for index, (words, _due) in enumerate(said):
            page.row(4 + index, [f"Actividad deportiva comunitaria {index + 1}", "Fomento Deportivo", 1, words])
    lines = [line(4 + index, due=due, target="1") for index, (_words, due) in enumerate(said)]
    spots = [issue("unreadable_value", row, cell=f"D{row}") for row in (9, 10, 11, 13)] + [
        issue("missing_deadline", 12)
    ]
    return truth("faults_time_in_words.xlsx", "2025-02-10", [plan(lines)], spots)


@case
def faults_always_and_as_needed(folder: Path) -> Truth:
    """ "Permanente" beside dates: nothing is taken for a date without a word."""
    with Book(folder / "faults_always_and_as_needed.xlsx") as book:
        page = book.page("PAI")
        page.head(1, ["ACTIVIDAD", "RESPONSABLE", "META", "FECHA INICIO", "FECHA FIN"])
        page.row(2, ["Atender PQRSD", "Atención al Ciudadano", Pct(1), date(2025, 1, 2), "Permanente"])
        page.row(3, ["Publicar los contratos", "Contratación", Pct(1), date(2025, 1, 2), "PERMANENTE"])
        page.row(4, ["Actualizar la página web", "Sistemas", 12, date(2025, 1, 2), date(2025, 12, 31)])
        page.row(5, ["Prestar asistencia técnica", "Sistemas", 1, "N/A", "N/A"])
    lines = [line(2, due=None), line(3, due=None), line(4, due="2025-12-31"), line(5, start=None, due=None)]
    spots = [issue("unreadable_value", row, cell=f"E{row}") for row in (2, 3)] + [issue("missing_deadline", 5)]
    return truth("faults_always_and_as_needed.xlsx", "2025-02-10", [plan(lines)], spots, ["window_reversed"])


@case
def faults_years_mistyped(folder: Path) -> Truth:
    """A year typed wrong: ends before its start are told, a deadline of another decade is told too."""
    with Book(folder / "faults_years_mistyped.xlsx") as book:
        page = book.page("Plan 2025")
        page.put(1, "A", "PLAN DE ACCIÓN VIGENCIA 2025", "title")
        page.head(3, ["Nro", "Actividad", "Responsable", "Fecha de inicio", "Fecha de finalización", "Meta"])
        page.row(4, [1, "Ejecutar el PETI", "TIC", date(2025, 2, 3), date(2024, 11, 28), 1])
        page.row(5, [2, "Publicar datos abiertos", "TIC", date(2025, 2, 3), date(2025, 11, 28), 6])
        page.row(6, [3, "Migrar el correo", "TIC", "03/02/2025", "28/11/2052", 1])
        page.row(7, [4, "Renovar licencias", "TIC", None, date(1925, 6, 30), 1])
    lines = [
        line(4, start="2025-02-03", due="2024-11-28"),
        line(5, start="2025-02-03", due="2025-11-28", target="6"),
        line(6, start="2025-02-03"),
        line(7, start=None),
    ]
    spots = [issue("window_reversed", 4), issue("unlikely_date", 6), issue("unlikely_date", 7)]
    return truth("faults_years_mistyped.xlsx", "2025-02-10", [plan(lines)], spots, [issue("unlikely_date", 5)])


@case
def faults_thousands_and_decimals(folder: Path) -> Truth:
    """Figures typed as text in every usage of the country and of its programs."""
    typed = [
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1'234", "1234"),
        ("1'234.567", "1234567"),
        ("2,5", "2.5"),
        ("0,75", "0.75"),
        ("1.500.000", "1500000"),
        ("1 200", "1200"),
        ("12.500", "12500"),
        ("3.500 ", "3500"),
    ]
    with Book(folder / "faults_thousands_and_decimals.xlsx") as book:
        page = book.page("Metas")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 - UMATA")
        page.head(2, ["ACTIVIDAD", "META FÍSICA", "UNIDAD", "FECHA FIN", "RESPONSABLE"])
        for index, (text, _value) in enumerate(typed):
            page.row(3 + index, [f"Entrega de insumos a la vereda {index + 1}", text, "Kilos", date(2024, 11, 30)])
            page.put(3 + index, "E", "UMATA")
    lines = [line(3 + index, target=value, due="2024-11-30") for index, (_text, value) in enumerate(typed)]
    return truth("faults_thousands_and_decimals.xlsx", "2024-05-10", [plan(lines)])


@case
def faults_odd_results(folder: Path) -> Truth:
    """Results below zero, above the goal, as errors and as formulas that nobody calculated."""
    with Book(folder / "faults_odd_results.xlsx") as book:
        page = book.page("Seguimiento")
        page.put(1, "A", "SEGUIMIENTO PLAN DE ACCIÓN 2024 - CORTE 30 DE SEPTIEMBRE")
        page.head(3, ["No", "ACTIVIDAD", "RESPONSABLE", "META", "FECHA FIN", "AVANCE T1", "AVANCE T2", "AVANCE T3"])
        page.row(4, [1, "Recaudo del predial", "Hacienda", Pct(1), date(2024, 12, 15), Pct(0.25), Pct(1.2), -0.05])
        page.row(5, [2, "Procesos de cobro", "Hacienda", 100, date(2024, 12, 15), Formula("=#REF!+1", "#REF!"), 30])
        page.put(5, "H", Formula("=F5/0", "#DIV/0!"))
        page.row(6, [3, "Acuerdos de pago", "Hacienda", 80, date(2024, 12, 15), 20, Uncalculated("=SUM(A1:A3)"), 15])
        page.row(7, [4, "Fiscalización ICA", "Hacienda", 60, date(2024, 12, 15), "#¡DIV/0!", "#N/A", "#######"])
        page.row(8, [5, "Visitas a contribuyentes", "Hacienda", 10, date(2024, 12, 15), 4, 5, 13])
    lines = [
        line(4, target="1", target_unit="percent", results_subset={"2024-Q1": "0.25", "2024-Q2": "1.2"}),
        line(5, results={"2024-Q2": "30"}),
        line(6, results={"2024-Q1": "20", "2024-Q3": "15"}),
        line(7, results={}),
        line(8, results={"2024-Q1": "4", "2024-Q2": "5", "2024-Q3": "13"}),
    ]
    spots = [issue("negative_value", cell="H4"), issue("error_value", cell="F5"), issue("error_value", cell="H5")]
    spots += [
        issue("formula_without_value", cell="G6"),
        issue("error_value", cell="F7"),
        issue("error_value", cell="G7"),
    ]
    spots += [issue("unreadable_value", cell="H7")]
    return truth("faults_odd_results.xlsx", "2024-10-10", [plan(lines)], spots)


@case
def faults_teams_joined(folder: Path) -> Truth:
    """Two offices in a cell are two, an office with "y" in its name is one."""
    said = [
        ("Planeación / TIC", ["Planeación", "TIC"]),
        ("Secretaría de Planeación y Desarrollo", ["Secretaría de Planeación y Desarrollo"]),
        (
            "Secretaría de Hacienda y Secretaría de Planeación",
            ["Secretaría de Hacienda", "Secretaría de Planeación"],
        ),
        ("Dirección de Cultura, Recreación y Deporte", ["Dirección de Cultura, Recreación y Deporte"]),
        ("Talento Humano; Control Interno", ["Talento Humano", "Control Interno"]),
        ("Secretaría de Gobierno, Seguridad y Convivencia", ["Secretaría de Gobierno, Seguridad y Convivencia"]),
        ("Oficina Asesora Jurídica - Oficina de Contratación", ["Oficina Asesora Jurídica", "Oficina de Contratación"]),
        ("Gestión Social y Ambiental", ["Gestión Social y Ambiental"]),
        ("Secretaría de Agricultura\nSecretaría de Ambiente", ["Secretaría de Agricultura", "Secretaría de Ambiente"]),
    ]
    with Book(folder / "faults_teams_joined.xlsx") as book:
        page = book.page("Plan")
        page.head(1, ["ACTIVIDAD", "META", "FECHA FIN", "DEPENDENCIA RESPONSABLE"])
        for index, (text, _names) in enumerate(said):
            page.row(2 + index, [f"Jornada de trabajo {index + 1}", 1, date(2025, 11, 28), text])
    lines = [line(2 + index, teams=names) for index, (_text, names) in enumerate(said)]
    spots = [issue("two_teams", row) for row in (2, 4, 6, 8, 10)]
    absent = [issue("two_teams", row) for row in (3, 5, 7, 9)]
    return truth("faults_teams_joined.xlsx", "2025-02-10", [plan(lines)], spots, absent)


@case
def faults_ticked_boxes(folder: Path) -> Truth:
    """A schedule of tick boxes: true is a mark, false is none."""
    months = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"]
    with Book(folder / "faults_ticked_boxes.xlsx") as book:
        page = book.page("Cronograma 2025")
        page.merge("A1:O1", "PLAN DE TRABAJO ANUAL SG-SST 2025", "title")
        page.head(3, ["ACTIVIDAD", "RESPONSABLE", "META", *months])
        for row, (activity, marked) in enumerate(
            (
                ("Simulacro de evacuación", {9}),
                ("Inspecciones locativas", {1, 4, 7}),
                ("Pausas activas", set(range(1, 11))),
            ),
            4,
        ):
            page.row(row, [activity, "Seguridad y Salud en el Trabajo", 1, *[at in marked for at in range(12)]])
    lines = [
        line(4, start="2025-10-01", due="2025-10-31", results={}),
        line(5, start="2025-02-01", due="2025-08-31", results={}),
        line(6, start="2025-02-01", due="2025-11-30", results={}, teams=["Seguridad y Salud en el Trabajo"]),
    ]
    return truth("faults_ticked_boxes.xlsx", "2025-01-20", [plan(lines)])


@case
def faults_doubtful_addresses(folder: Path) -> Truth:
    """A directory with addresses that are none, two in a cell, capitals and stray signs."""
    rows = [
        ("Secretaría de Planeación", "planeacion@sanroque.example; tic@sanroque.example"),
        ("Secretaría de Hacienda", "HACIENDA@SANROQUE.EXAMPLE "),
        ("Secretaría de Salud", "salud(at)sanroque.example"),
        ("Secretaría de Gobierno", "no tiene"),
        ("Oficina Jurídica", "Jefe Oficina <juridica@sanroque.example>"),
        ("Control Interno", "control interno@sanroque.example"),
        ("Almacén", "almacen@sanroque"),
        ("Archivo", "mailto:archivo@sanroque.example"),
    ]
    with Book(folder / "faults_doubtful_addresses.xlsx") as book:
        page = book.page("Plan")
        page.head(1, ["ACTIVIDAD", "META", "FECHA FIN", "RESPONSABLE"])
        page.row(2, ["Formular el POAI", 1, date(2025, 10, 31), "Secretaría de Planeación"])
        page.row(3, ["Inventariar los bienes", 1, date(2025, 10, 31), "Almacén"])
        other = book.page("Directorio")
        other.put(1, "A", "DIRECTORIO DE DEPENDENCIAS", "title")
        other.head(3, ["Dependencia", "Correo electrónico institucional", "Extensión"])
        for index, (name, address) in enumerate(rows):
            other.row(4 + index, [name, address, 100 + index])
    emails = {
        "Secretaría de Planeación": ["planeacion@sanroque.example", "tic@sanroque.example"],
        "Secretaría de Hacienda": ["HACIENDA@SANROQUE.EXAMPLE"],
        "Oficina Jurídica": ["juridica@sanroque.example"],
        "Archivo": ["archivo@sanroque.example"],
    }
    teams = [{"name": name, "emails": emails.get(name, [])} for name, _address in rows]
    lines = [line(2, teams=["Secretaría de Planeación"]), line(3, teams=["Almacén"])]
    spots = [issue("unreadable_value", 6), issue("unreadable_value", 9), issue("unreadable_value", 10)]
    return truth("faults_doubtful_addresses.xlsx", "2025-02-10", [plan(lines, sheet="Plan", teams=teams)], spots)
