"""Further plans of small towns: shares over the quarters, months in words, products over their activities."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.fourth_towns import MONTHS


@case
def mayor_shares_under_quarters(folder: Path) -> Truth:
    """«% de avance» over the quarters, figures typed as 25 and 50 without a sign, targets that count."""
    with Book(folder / "mayor_shares_under_quarters.xlsx") as book:
        page = book.page("SEC. GOBIERNO")
        page.merge("A1:K1", "MUNICIPIO DE LA PRIMAVERA", "title")
        page.merge("A2:K2", "PLAN DE ACCION 2025 SECRETARIA DE GOBIERNO", "title")
        for letter, title in zip(
            "ABCDEF", ("Nº", "ACTIVIDADES", "META", "F. INICIO", "F. TERMINACIÓN", "RESPONSABLE"), strict=True
        ):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("G4:J4", "% DE AVANCE")
        page.head(5, ["I TRIM", "II TRIM", "III TRIM", "IV TRIM"], "G")
        page.merge("K4:K5", "OBSERVACIONES")
        page.row(6, [1, "Consejos de seguridad", 12, "2/01/2025", "31/12/2025", "Secretario de Gobierno", 25, 50])
        page.row(7, [2, "Plan integral de seguridad", 1, "15/02/2025", "30/06/2025", "Secretario de Gobierno", 40, 100])
        page.put(7, "K", "Adoptado por decreto")
        page.row(8, [3, "Comités de justicia transicional", 4, "1/02/2025", "28/11/2025", "Enlace de Víctimas", 25, 50])
    lines = [
        line(
            6,
            activity="Consejos de seguridad",
            target="12",
            start="2025-01-02",
            due="2025-12-31",
            teams=["Secretario de Gobierno"],
            results={"2025-Q1": "0.25", "2025-Q2": "0.5"},
        ),
        line(7, target="1", due="2025-06-30", results={"2025-Q1": "0.4", "2025-Q2": "1"}),
        line(8, target="4", teams=["Enlace de Víctimas"], results={"2025-Q1": "0.25", "2025-Q2": "0.5"}),
    ]
    return truth("mayor_shares_under_quarters.xlsx", "2025-07-08", [plan(lines, period_kind="quarter")])


@case
def governor_rows_of_products(folder: Path) -> Truth:
    """A department: programme, product with its code and the activities below it, quarters as «T1 P», «T1 E»."""
    with Book(folder / "governor_rows_of_products.xlsx") as book:
        page = book.page("PA SALUD")
        page.merge("A1:R1", "GOBERNACIÓN DEL DEPARTAMENTO", "title")
        page.merge("A2:R2", "FORMATO PLAN DE ACCIÓN ANUAL   Código: PE-F-012   Versión: 5   Fecha: 02-01-2024", "title")
        page.merge("A3:C3", "SECRETARÍA: SALUD DEPARTAMENTAL", "cell")
        page.merge("D3:F3", "VIGENCIA: 2025", "cell")
        head = ["Programa", "Código producto", "Producto", "Indicador de producto", "Meta 2025", "Actividades"]
        head += ["Fecha inicio", "Fecha fin", "Responsable"]
        for number in (1, 2, 3, 4):
            head += [f"T{number} P", f"T{number} E"]
        page.head(5, head)
        page.merge("A6:A8", "Salud pública", "cell")
        page.merge("B6:B7", "1905024", "cell")
        page.merge("C6:C7", "Servicio de gestión del riesgo", "cell")
        page.merge("D6:D7", "Campañas realizadas", "cell")
        page.merge("E6:E7", 8, "cell")
        page.row(6, ["Jornadas de vacunación", date(2025, 2, 3), date(2025, 11, 28), "Grupo PAI", 1, 1, 1, 2, 1], "F")
        page.put(6, "P", 1)
        page.row(7, ["Vigilancia epidemiológica", date(2025, 1, 20), date(2025, 12, 19), "Grupo SIVIGILA"], "F")
        page.row(7, [1, 1, 1, 0, 1, None, 1], "J")
        page.row(8, ["1905031", "Servicio de promoción", "Estrategias", 4, "Talleres de salud mental"], "B")
        page.row(8, [date(2025, 3, 3), date(2025, 10, 31), "Grupo de Salud Mental", 0, 0, 2, 1, 2], "G")
    lines = [
        line(
            6,
            activity="Jornadas de vacunación",
            teams=["Grupo PAI"],
            start="2025-02-03",
            due="2025-11-28",
            target="8",
            programmed={"2025-Q1": "1", "2025-Q2": "1", "2025-Q3": "1", "2025-Q4": "1"},
            results={"2025-Q1": "1", "2025-Q2": "2"},
            extra={"path_has": ["Salud pública"]},
        ),
        line(
            7,
            teams=["Grupo SIVIGILA"],
            due="2025-12-19",
            results={"2025-Q1": "1", "2025-Q2": "0"},
            extra={"path_has": ["Salud pública"]},
        ),
        line(
            8,
            target="4",
            teams=["Grupo de Salud Mental"],
            due="2025-10-31",
            results={"2025-Q1": "0", "2025-Q2": "1"},
            extra={"path_has": ["Salud pública"]},
        ),
    ]
    return truth("governor_rows_of_products.xlsx", "2025-07-08", [plan(lines, period_kind="quarter")])


@case
def archive_goal_in_words_mixed(folder: Path) -> Truth:
    """PINAR: goals «Realizar 4 jornadas» and «1 documento», months of start and end, shares of two half-years."""
    with Book(folder / "archive_goal_in_words_mixed.xlsx") as book:
        page = book.page("PINAR")
        page.put(1, "A", "ALCALDÍA MUNICIPAL DE EL ROBLE", "title")
        page.put(2, "A", "Plan Institucional de Archivos PINAR 2025 - Seguimiento", "title")
        head = ["Objetivo", "Actividad", "Entregable", "Mes de inicio", "Mes de terminación", "Responsable"]
        head += ["% avance semestre 1", "% avance semestre 2", "Observaciones"]
        page.head(4, head)
        page.row(5, ["Organizar los archivos", "Elaborar TRD", "TRD aprobadas", "Febrero", "Septiembre"])
        page.row(5, ["Técnico de Archivo", "60%", None, "En convalidación"], "F")
        page.row(
            6, ["Organizar los archivos", "Capacitar en gestión documental", "Listados", "Marzo", "Octubre de 2025"]
        )
        page.row(6, ["Técnico de Archivo", "50%"], "F")
        page.row(7, ["Conservar", "Fumigar el depósito", "Certificado", "Junio", "Junio", "Almacén", "100%"])
    lines = [
        line(
            5,
            activity="Elaborar TRD",
            start="2025-02-01",
            due="2025-09-30",
            teams=["Técnico de Archivo"],
            results={"2025-S1": "0.6"},
        ),
        line(6, start="2025-03-01", due="2025-10-31", results={"2025-S1": "0.5"}),
        line(7, start="2025-06-01", due="2025-06-30", teams=["Almacén"], results={"2025-S1": "1"}),
    ]
    return truth("archive_goal_in_words_mixed.xlsx", "2025-07-20", [plan(lines, period_kind="half_year")])


@case
def risk_of_information_months_x(folder: Path) -> Truth:
    """Security plan: month of execution in a cell, more than one for some, state in words."""
    with Book(folder / "risk_of_information_months_x.xlsx") as book:
        page = book.page("Plan")
        page.merge("A1:F1", "HOSPITAL LOCAL - PLAN DE TRATAMIENTO DE RIESGOS DE SEGURIDAD 2025", "title")
        page.head(3, ["ÍTEM", "ACTIVIDAD", "RESPONSABLE", "MES DE EJECUCIÓN", "PRODUCTO", "ESTADO"])
        page.row(
            4, [1, "Actualizar el inventario de activos", "Ingeniero de Sistemas", "Marzo", "Inventario", "Cumplida"]
        )
        page.row(5, [2, "Copias de respaldo", "Ingeniero de Sistemas", "Enero a Diciembre", "Registros", "En curso"])
        page.row(6, [3, "Prueba de restauración", "Ingeniero de Sistemas", "Junio y noviembre", "Acta", "Pendiente"])
        page.row(7, [4, "Simular incidentes", "Ingeniero de Sistemas", "Marzo, julio, octubre", "Acta", "Pendiente"])
    lines = [
        line(
            4,
            number="1",
            activity="Actualizar el inventario de activos",
            teams=["Ingeniero de Sistemas"],
            due="2025-03-31",
            results={},
        ),
        line(5, start="2025-01-01", due="2025-12-31", results={}),
        line(6, due="2025-11-30", results={}),
        line(7, start="2025-03-01", due="2025-10-31", results={}),
    ]
    wanted = [issue("several_deadlines", 6), issue("several_deadlines", 7)]
    return truth("risk_of_information_months_x.xlsx", "2025-05-05", [plan(lines)], wanted)


@case
def welfare_several_months_due(folder: Path) -> Truth:
    """«FECHA PROGRAMADA» names several months, a stretch of them, or one with its year."""
    with Book(folder / "welfare_several_months_due.xlsx") as book:
        page = book.page("Bienestar")
        page.merge("A1:F1", "INSTITUTO MUNICIPAL DE VIVIENDA - PLAN DE BIENESTAR E INCENTIVOS 2025", "title")
        page.head(3, ["No.", "ACTIVIDAD", "DIRIGIDO A", "FECHA PROGRAMADA", "PRESUPUESTO", "RESPONSABLE"])
        page.row(4, [1, "Celebrar cumpleaños", "Todos", "Abril, agosto y diciembre", 1200000, "Talento Humano"])
        page.row(5, [2, "Jornada deportiva", "Todos", "Mayo - Junio de 2025", 3000000, "Comité de Bienestar"])
        page.row(6, [3, "Fin de año", "Todos", "Diciembre de 2025", 8000000, "Gerencia"])
    lines = [
        line(4, number="1", activity="Celebrar cumpleaños", due="2025-12-31", teams=["Talento Humano"]),
        line(5, due="2025-06-30", teams=["Comité de Bienestar"]),
        line(6, due="2025-12-31", teams=["Gerencia"]),
    ]
    wanted = [issue("several_deadlines", 4)]
    return truth("welfare_several_months_due.xlsx", "2025-03-05", [plan(lines)], wanted, ["unreadable_value"])


@case
def months_p_e_letters_with_shares(folder: Path) -> Truth:
    """An improvement plan of a school network: P and E letters by month and a share of fulfilment at the end."""
    with Book(folder / "months_p_e_letters_with_shares.xlsx") as book:
        page = book.page("Cronograma")
        page.merge("A1:R1", "SECRETARÍA DE EDUCACIÓN - PLAN DE TRABAJO COPASST 2025", "title")
        head = ["ACTIVIDADES", "RESPONSABLE", "", *[month[:3] for month in MONTHS]]
        page.head(3, [*head, "TOTAL", "% CUMPL."])
        works = [
            ("Reuniones del comité", "Presidente COPASST", [1] * 12, [1, 1, 1, 0]),
            ("Investigar accidentes", "COPASST", [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1], [0, 0, 1, 0]),
        ]
        for offset, (text, team, planned, done) in enumerate(works):
            top = 4 + offset * 2
            page.merge(f"A{top}:A{top + 1}", text, "cell")
            page.merge(f"B{top}:B{top + 1}", team, "cell")
            page.row(top, ["P", *[value or None for value in planned], sum(planned)], "C")
            page.row(top + 1, ["E", *[value or None for value in done], *[None] * 8, sum(done)], "C")
            page.merge(f"Q{top}:Q{top + 1}", Pct(sum(done) / sum(planned)), "0%")
    months = [f"2025-M{n:02}" for n in range(1, 13)]
    lines = [
        line(
            4,
            activity="Reuniones del comité",
            teams=["Presidente COPASST"],
            programmed=dict.fromkeys(months, "1"),
            results={"2025-M01": "1", "2025-M02": "1", "2025-M03": "1"},
        ),
        line(
            6,
            activity="Investigar accidentes",
            teams=["COPASST"],
            programmed={"2025-M03": "1", "2025-M06": "1", "2025-M09": "1", "2025-M12": "1"},
            results={"2025-M03": "1"},
        ),
    ]
    return truth("months_p_e_letters_with_shares.xlsx", "2025-05-06", [plan(lines, period_kind="month")])


@case
def utility_half_done_words(folder: Path) -> Truth:
    """A utility: the share reached at two cuts in columns titled by their dates, the target in its unit's cell."""
    with Book(folder / "utility_half_done_words.xlsx") as book:
        page = book.page("PGR")
        page.merge("A1:J1", "AGUAS DEL VALLE S.A.S. E.S.P. - PLAN DE GESTIÓN Y RESULTADOS 2025", "title")
        head = ["Estrategia", "Acción", "Meta", "Unidad", "Responsable", "Plazo", "Avance a 30-jun-2025 (%)"]
        page.head(3, [*head, "Avance a 31-dic-2025 (%)", "Costo ($)"])
        page.row(4, ["Reducir pérdidas", "Instalar macromedidores", 12, "Macromedidor", "Jefe de Redes", "30/09/2025"])
        page.row(4, [45.5, None, 84000000], "G")
        page.row(5, ["Reducir pérdidas", "Cambiar micromedidores", "1.200", "Micromedidor", "Jefe Comercial"])
        page.row(5, ["15 de diciembre de 2025", 30, None, 96000000], "F")
        page.row(6, ["Calidad", "Lavar tanques", 4, "Lavado", "Jefe de Planta", "Dic-2025", 50, None, 3500000])
    lines = [
        line(
            4,
            activity="Instalar macromedidores",
            target="12",
            teams=["Jefe de Redes"],
            due="2025-09-30",
            results={"2025-S1": "0.455"},
            extra={"unit": "Macromedidor"},
        ),
        line(5, target="1200", due="2025-12-15", results={"2025-S1": "0.3"}),
        line(6, target="4", due="2025-12-31", results={"2025-S1": "0.5"}, teams=["Jefe de Planta"]),
    ]
    return truth("utility_half_done_words.xlsx", "2025-07-14", [plan(lines, period_kind="half_year")])
