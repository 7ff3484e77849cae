"""Yearly programmes of town offices: crosses by month, welfare, archives, transit, ombudsmen."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth
from tests.corpus.fourth_towns import MONTHS


@case
def welfare_programmed_done_not(folder: Path) -> Truth:
    """Welfare: «P» and «E» typed as marks in the months, their meaning in a note below, a share beside."""
    with Book(folder / "welfare_programmed_done_not.xlsx") as book:
        page = book.page("Bienestar")
        page.merge("A1:Q1", "ALCALDIA DE SAN ANTERO", "title")
        page.merge("A2:Q2", "PLAN DE BIENESTAR SOCIAL E INCENTIVOS 2025", "title")
        page.head(4, ["EJE", "ACTIVIDAD", "POBLACIÓN OBJETO", "RESPONSABLE", *[month[:3] for month in MONTHS]])
        page.row(5, ["Equilibrio psicosocial", "Celebrar el día de la mujer", "Todas las servidoras"])
        page.row(5, ["Talento Humano", None, None, "P"], "D")
        page.row(6, ["Equilibrio psicosocial", "Torneo interno de fútbol", "Todos", "Comité de Bienestar"])
        page.row(6, ["P", "P", "P"], "H")
        page.row(7, ["Salud mental", "Taller de manejo del estrés", "Todos", "Talento Humano", None, "P"])
        page.put(7, "L", "P")
        page.put(9, "A", "Convenciones: P = Programado, E = Ejecutado")
    lines = [
        line(
            5,
            activity="Celebrar el día de la mujer",
            teams=["Talento Humano"],
            due="2025-03-31",
            results={},
        ),
        line(6, teams=["Comité de Bienestar"], start="2025-04-01", due="2025-06-30", results={}),
        line(
            7,
            teams=["Talento Humano"],
            start="2025-02-01",
            due="2025-08-31",
            results={},
        ),
    ]
    return truth("welfare_programmed_done_not.xlsx", "2025-02-10", [plan(lines)])


@case
def training_months_in_words(folder: Path) -> Truth:
    """PIC: the month in words without a year, hours and places beside, done or not in a column."""
    with Book(folder / "training_months_in_words.xlsx") as book:
        page = book.page("PIC 2025")
        page.merge("A1:I1", "PERSONERÍA MUNICIPAL", "title")
        page.merge("A2:I2", "PLAN INSTITUCIONAL DE CAPACITACIÓN - PIC 2025", "title")
        head = ["N°", "Eje temático", "Capacitación", "Dirigida a", "Intensidad horaria", "Facilitador"]
        head += ["Responsable", "Fecha programada", "Estado"]
        page.head(4, head)
        page.row(5, [1, "Gestión del conocimiento", "Inducción y reinducción", "Todo el personal", 4, "Interno"])
        page.row(5, ["Secretaria Ejecutiva", "Marzo de 2025", "Ejecutada"], "G")
        page.row(6, [2, "Transformación digital", "Seguridad de la información", "Todo el personal", 8, "MinTIC"])
        page.row(6, ["Contratista TIC", "Mayo", "Pendiente"], "G")
        page.row(7, [3, "Probidad", "Código de integridad", "Todo el personal", 2, "ESAP"])
        page.row(7, ["Personero Delegado", "II Semestre", "Pendiente"], "G")
    lines = [
        line(
            5,
            number="1",
            activity="Inducción y reinducción",
            teams=["Secretaria Ejecutiva"],
            due="2025-03-31",
            target=None,
        ),
        line(6, number="2", teams=["Contratista TIC"], due="2025-05-31", results={}),
        line(7, number="3", teams=["Personero Delegado"], due="2025-12-31", results={}),
    ]
    return truth("training_months_in_words.xlsx", "2025-04-10", [plan(lines)])


@case
def digital_roadmap_quarters_of_years(folder: Path) -> Truth:
    """PETI: initiatives with crosses in the quarters of three years."""
    with Book(folder / "digital_roadmap_quarters_of_years.xlsx") as book:
        page = book.page("Hoja de ruta")
        page.merge("A1:P1", "ALCALDÍA DE RÍO CLARO - PLAN ESTRATÉGICO DE TECNOLOGÍAS PETI 2024-2026", "title")
        for letter, title in zip("ABC", ("ID", "INICIATIVA / PROYECTO", "ÁREA RESPONSABLE"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for area, year in (("D3:G3", 2024), ("H3:K3", 2025), ("L3:O3", 2026)):
            page.merge(area, year)
        page.head(4, ["T1", "T2", "T3", "T4"] * 3, "D")
        page.merge("P3:P4", "COSTO ESTIMADO")
        page.row(5, ["PY-01", "Renovar la red de datos", "Oficina TIC", None, None, "X", "X", "X"])
        page.put(5, "P", 120000000)
        page.row(6, ["PY-02", "Implementar el SGDEA", "Archivo Central"])
        page.row(6, ["X", "X", "X", "X", "X", None], "H")
        page.put(6, "P", 85000000)
        page.row(7, ["PY-03", "Migrar a IPv6", "Oficina TIC", *[None] * 10, "X", "X", 30000000])
    lines = [
        line(
            5,
            number="PY-01",
            activity="Renovar la red de datos",
            teams=["Oficina TIC"],
            start="2024-07-01",
            due="2025-03-31",
            results={},
        ),
        line(6, number="PY-02", teams=["Archivo Central"], start="2025-01-01", due="2026-03-31", results={}),
        line(7, number="PY-03", start="2026-07-01", due="2026-12-31", results={}, target=None),
    ]
    return truth("digital_roadmap_quarters_of_years.xlsx", "2025-01-15", [plan(lines, period_kind="quarter")])


@case
def transit_half_years(folder: Path) -> Truth:
    """The transit institute: half years, weights, what was reached as a share of it, and evidence with figures."""
    with Book(folder / "transit_half_years.xlsx") as book:
        page = book.page("POA")
        page.merge("B2:M2", "INSTITUTO DE TRÁNSITO Y TRANSPORTE MUNICIPAL", "title")
        page.merge("B3:M3", "PLAN OPERATIVO ANUAL POR DEPENDENCIAS  VIGENCIA: 2024", "title")
        page.merge("B4:M4", "DEPENDENCIA: SUBDIRECCIÓN OPERATIVA", "cell")
        head = ["Ítem", "Actividades", "Meta", "Ponderación", "Programado Sem. I", "Ejecutado Sem. I", "% Sem. I"]
        head += ["Programado Sem. II", "Ejecutado Sem. II", "% Sem. II", "Evidencia", "Fecha de entrega"]
        page.head(6, head, "B")
        page.row(7, ["1", "Operativos de embriaguez", 96, Pct(0.4), 48, 51, Pct(1.06), 48, 40, Pct(0.83)], "B")
        page.row(7, ["Actas 1 a 91", date(2024, 12, 20)], "L")
        page.row(8, ["2", "Campañas de seguridad vial", 10, Pct(0.3), 4, 4, Pct(1), 6, 6, Pct(1)], "B")
        page.row(8, ["10 registros fotográficos", date(2024, 12, 13)], "L")
        page.row(9, ["3", "Demarcar vías (km)", 12.5, Pct(0.3), 5, "4,2", Pct(0.84), 7.5, "7,9", Pct(1.05)], "B")
        page.row(9, ["Informe de obra", date(2024, 11, 29)], "L")
        page.row(10, [None, "TOTAL", None, Pct(1)], "B")
    half = ("2024-S1", "2024-S2")
    team = ["SUBDIRECCIÓN OPERATIVA"]
    lines = [
        line(
            7,
            number="1",
            activity="Operativos de embriaguez",
            target="96",
            due="2024-12-20",
            programmed=dict(zip(half, ("48", "48"), strict=True)),
            results=dict(zip(half, ("51", "40"), strict=True)),
            extra={"weight": "0.4"},
            teams=team,
        ),
        line(8, target="10", results=dict(zip(half, ("4", "6"), strict=True)), due="2024-12-13", teams=team),
        line(9, target="12.5", results=dict(zip(half, ("4.2", "7.9"), strict=True)), due="2024-11-29", teams=team),
    ]
    return truth("transit_half_years.xlsx", "2025-01-20", [plan(lines, period_kind="half_year")])


@case
def ombudsman_one_for_all(folder: Path) -> Truth:
    """An ombudsman's plan: numbered axes as rows of their own, periodicity, «Cantidad» and what was done."""
    with Book(folder / "ombudsman_one_for_all.xlsx") as book:
        page = book.page("Plan de Acción")
        page.merge("A1:J1", "PERSONERÍA MUNICIPAL DE SANTA FE", "title")
        page.merge("A2:J2", "PLAN DE ACCIÓN 2025", "title")
        head = ["No", "Actividad", "Periodicidad", "Cantidad", "Responsable", "Fecha Inicial", "Fecha Final"]
        head += ["Ejecutado Trimestre 1", "Ejecutado Trimestre 2", "Ejecutado Trimestre 3", "Ejecutado Trimestre 4"]
        page.head(4, head)
        page.merge("A5:K5", "1. GUARDA Y PROMOCIÓN DE LOS DERECHOS HUMANOS", "cell")
        page.row(6, ["1.1", "Visitas a la cárcel municipal", "Mensual", 12, "Personero Municipal"])
        page.row(6, [date(2025, 1, 13), date(2025, 12, 19), 3, 3], "F")
        page.row(7, ["1.2", "Declaraciones de víctimas", "Por demanda", "100%", "Auxiliar Administrativo"])
        page.row(7, [date(2025, 1, 2), date(2025, 12, 31), "100%", "100%"], "F")
        page.merge("A8:K8", "2. VIGILANCIA DE LA CONDUCTA OFICIAL", "cell")
        page.row(9, ["2.1", "Capacitación a veedurías", "Semestral", 2, "Personero Municipal"])
        page.row(9, [date(2025, 3, 3), date(2025, 11, 14), 0, 1], "F")
        page.merge("A11:K11", "Nota: las actividades por demanda se reportan según las solicitudes recibidas.", "cell")
    lines = [
        line(
            6,
            number="1.1",
            activity="Visitas a la cárcel municipal",
            target="12",
            teams=["Personero Municipal"],
            start="2025-01-13",
            due="2025-12-19",
            results={"2025-Q1": "3", "2025-Q2": "3"},
            extra={"path_has": ["GUARDA Y PROMOCIÓN DE LOS DERECHOS HUMANOS"]},
        ),
        line(
            7,
            number="1.2",
            target="1",
            target_unit="percent",
            teams=["Auxiliar Administrativo"],
            results={"2025-Q1": "1", "2025-Q2": "1"},
        ),
        line(
            9,
            number="2.1",
            target="2",
            results={"2025-Q1": "0", "2025-Q2": "1"},
            due="2025-11-14",
            extra={"path_has": ["VIGILANCIA DE LA CONDUCTA OFICIAL"]},
        ),
    ]
    return truth("ombudsman_one_for_all.xlsx", "2025-07-07", [plan(lines, period_kind="quarter")])


@case
def metropolitan_running_share(folder: Path) -> Truth:
    """A metropolitan area: months programmed and executed in pairs, with totals of both and their share."""
    head: list[object] = []
    for month in MONTHS:
        head += [f"{month[:3].title()}.\nProg", f"{month[:3].title()}.\nEjec"]
    with Book(folder / "metropolitan_running_share.xlsx") as book:
        page = book.page("Plan de Acción AM")
        page.merge("A1:AE1", "ÁREA METROPOLITANA DEL ORIENTE", "title")
        page.merge("A2:AE2", "SEGUIMIENTO PLAN DE ACCIÓN  ENERO - MAYO DE 2025", "title")
        titles = ["Dependencia", "Actividad", "Unidad", "Meta 2025"]
        page.head(4, [*titles, *head, "Total Prog", "Total Ejec", "% Cumplimiento"])
        rows = [
            ("Subdirección Ambiental", "Operativos de control al ruido", "Operativos", 24, [2] * 12, [2, 1, 3, 2, 2]),
            ("Subdirección Ambiental", "Monitoreos de calidad del aire", "Reportes", 12, [1] * 12, [1, 1, 1, 1, 0]),
            ("Oficina Jurídica", "Actualizar el normograma", "Normograma", 2, [0] * 5 + [1] + [0] * 5 + [1], [0] * 5),
        ]
        for offset, (team, text, unit, goal, plans, done) in enumerate(rows):
            row = 5 + offset
            pairs: list[object] = []
            for at in range(12):
                pairs += [plans[at] or None, done[at] if at < 5 and (plans[at] or done[at]) else None]
            page.row(row, [team, text, unit, goal, *pairs])
            page.put(row, "AC", Formula(f"=SUM(E{row},G{row})", sum(plans)))
            page.put(row, "AD", Formula(f"=SUM(F{row},H{row})", sum(done)))
            page.put(row, "AE", Formula(f"=AD{row}/AC{row}", sum(done) / sum(plans), "0%"))
    first = {f"2025-M{n + 1:02}": str(value) for n, value in enumerate(rows[0][5])}
    second = {f"2025-M{n + 1:02}": str(value) for n, value in enumerate(rows[1][5])}
    lines = [
        line(
            5,
            activity="Operativos de control al ruido",
            target="24",
            teams=["Subdirección Ambiental"],
            programmed={f"2025-M{n:02}": "2" for n in range(1, 13)},
            results=first,
            extra={"unit": "Operativos"},
        ),
        line(6, target="12", results=second),
        line(7, target="2", teams=["Oficina Jurídica"], programmed={"2025-M06": "1", "2025-M12": "1"}, results={}),
    ]
    return truth("metropolitan_running_share.xlsx", "2025-06-09", [plan(lines, period_kind="month")])


@case
def housing_indicative_and_year(folder: Path) -> Truth:
    """A housing institute: goals of four years and of one, what was done by quarter, the term in one cell."""
    with Book(folder / "housing_indicative_and_year.xlsx") as book:
        page = book.page("Seguimiento 2025")
        page.merge("A1:N1", "INSTITUTO DE VIVIENDA DE INTERÉS SOCIAL Y REFORMA URBANA", "title")
        page.merge("A2:N2", "PLAN DE ACCIÓN 2025 - PLAN DE DESARROLLO 2024 - 2027", "title")
        head = ["Línea", "Programa", "Código MGA", "Meta de producto", "Línea base", "Meta cuatrienio", "Meta 2025"]
        head += ["Acciones", "Plazo de ejecución", "Responsable", "Avance I Trim", "Avance II Trim"]
        page.head(4, [*head, "Avance III Trim", "Avance IV Trim", "Avance acumulado", "Soportes"])
        page.row(5, ["Territorio digno", "Vivienda para todos", "4001014", "Viviendas mejoradas", 120, 800, 200])
        page.row(5, ["Mejorar viviendas rurales", "01/02/2025 - 30/11/2025", "Subdirección Técnica", 35, 48], "H")
        page.row(5, [83, "Actas de entrega"], "O")
        page.row(6, ["Territorio digno", "Vivienda para todos", "4001031", "Predios titulados", 0, 400, 100])
        page.row(6, ["Expedir resoluciones", "15/01/2025 - 19/12/2025", "Oficina Jurídica", 12, 20], "H")
        page.row(6, [32, "Resoluciones 001 a 032"], "O")
    lines = [
        line(
            5,
            activity="Mejorar viviendas rurales",
            target="200",
            start="2025-02-01",
            due="2025-11-30",
            teams=["Subdirección Técnica"],
            results={"2025-Q1": "35", "2025-Q2": "48"},
            extra={"baseline": "120", "path_has": ["Territorio digno", "Vivienda para todos"]},
        ),
        line(
            6,
            activity="Expedir resoluciones",
            target="100",
            start="2025-01-15",
            due="2025-12-19",
            teams=["Oficina Jurídica"],
            results={"2025-Q1": "12", "2025-Q2": "20"},
        ),
    ]
    return truth("housing_indicative_and_year.xlsx", "2025-07-16", [plan(lines, period_kind="quarter")])
