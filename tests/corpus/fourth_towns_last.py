"""Plans of towns with several tables, boxes to tick, and quantities beside their shares."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth
from tests.corpus.fourth_towns import MONTHS


@case
def anticorruption_components_below(folder: Path) -> Truth:
    """All components of a PTEP in one sheet, each with its own title and titles, one below the other."""
    parts = [
        (
            "Componente 1: Gestión del riesgo de corrupción",
            [
                (
                    "1.1",
                    "Actualizar el mapa de riesgos",
                    "Mapa actualizado",
                    "Oficina de Planeación",
                    "31/01/2025",
                    100,
                ),
                ("1.2", "Monitorear los riesgos", "3 monitoreos", "Control Interno", "15/12/2025", 33),
            ],
        ),
        (
            "Componente 2: Racionalización de trámites",
            [("2.1", "Inscribir trámites en el SUIT", "5 trámites", "Secretaría de Planeación", "29/08/2025", 40)],
        ),
        (
            "Componente 3: Rendición de cuentas",
            [("3.1", "Audiencia pública", "1 audiencia", "Despacho del Alcalde", "12/12/2025", 0)],
        ),
    ]
    lines = []
    with Book(folder / "anticorruption_components_below.xlsx") as book:
        page = book.page("PTEP 2025")
        page.merge("A1:G1", "ALCALDÍA MUNICIPAL DE SAN LUIS", "title")
        page.merge("A2:G2", "PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA 2025", "title")
        row = 4
        for name, works in parts:
            page.merge(f"A{row}:G{row}", name, "cell")
            page.head(
                row + 1,
                [
                    "No.",
                    "Actividad",
                    "Meta o producto",
                    "Responsable",
                    "Fecha límite",
                    "% de avance a 30 de abril",
                    "Evidencia",
                ],
            )
            for offset, (number, text, goal, team, due, share) in enumerate(works):
                at = row + 2 + offset
                page.row(at, [number, text, goal, team, due, Pct(share / 100), "Carpeta compartida"])
                day, month, year = due.split("/")
                lines.append(
                    line(
                        at,
                        number=number,
                        activity=text,
                        teams=[team],
                        due=f"{year}-{month}-{day}",
                        results={"2025-C1": str(share / 100)},
                        extra={"path_has": [name.split(": ")[1]]},
                    )
                )
            row += 3 + len(works)
    return truth("anticorruption_components_below.xlsx", "2025-05-12", [plan(lines, period_kind="four_month")])


@case
def amounts_beside_shares(folder: Path) -> Truth:
    """Under each quarter: programmed, executed, share, evidence; the team in the row that begins its block."""
    with Book(folder / "amounts_beside_shares.xlsx") as book:
        page = book.page("POA 2025")
        page.merge("A1:V1", "ÁREA METROPOLITANA - PLAN OPERATIVO ANUAL 2025", "title")
        for letter, title in zip(
            "ABCDEF", ("Objetivo", "Meta", "Indicador", "Actividad", "Responsable", "Peso %"), strict=True
        ):
            page.merge(f"{letter}3:{letter}4", title)
        for area, title in zip(
            ("G3:J3", "K3:N3", "O3:R3", "S3:V3"),
            ("ENERO - MARZO", "ABRIL - JUNIO", "JULIO - SEPT.", "OCT. - DIC."),
            strict=True,
        ):
            page.merge(area, title)
        page.head(4, ["Prog.", "Ejec.", "%", "Evidencia"] * 4, "G")
        page.row(5, ["Movilidad", "6 rutas", "Rutas integradas", "Integrar rutas", "Subdirección de Movilidad", 40])
        page.row(5, [2, 1, Formula("=H5/G5", 0.5, "0%"), "Acto administrativo", 2, 3, Pct(1.5), "Acta", 1], "G")
        page.put(5, "S", 1)
        page.row(6, ["Ambiente", "1.000 árboles", "Árboles sembrados", "Sembrar árboles", "Subdirección Ambiental", 60])
        page.row(6, [0, 0, None, None, 500, 620, Pct(1.24), "Registro fotográfico", 500, None, None, None, 0], "G")
    lines = [
        line(
            5,
            activity="Integrar rutas",
            target="6",
            teams=["Subdirección de Movilidad"],
            programmed={"2025-Q1": "2", "2025-Q2": "2", "2025-Q3": "1", "2025-Q4": "1"},
            results={"2025-Q1": "1", "2025-Q2": "3"},
            extra={"weight": "0.4"},
        ),
        line(
            6,
            target="1000",
            teams=["Subdirección Ambiental"],
            programmed={"2025-Q2": "500", "2025-Q3": "500"},
            results={"2025-Q1": "0", "2025-Q2": "620"},
        ),
    ]
    return truth("amounts_beside_shares.xlsx", "2025-07-12", [plan(lines, period_kind="quarter")])


@case
def training_done_boxes(folder: Path) -> Truth:
    """PIC: programmed day, executed day, boxes SI and NO, how many came."""
    with Book(folder / "training_done_boxes.xlsx") as book:
        page = book.page("PIC")
        page.merge("A1:I1", "CONCEJO MUNICIPAL - PLAN DE CAPACITACIÓN 2025", "title")
        for letter, title in zip(
            "ABCDE", ("N°", "TEMA", "RESPONSABLE", "FECHA PROGRAMADA", "FECHA DE EJECUCIÓN"), strict=True
        ):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("F3:G3", "¿SE CUMPLIÓ?")
        page.head(4, ["SI", "NO"], "F")
        page.merge("H3:H4", "ASISTENTES")
        page.merge("I3:I4", "OBSERVACIONES")
        page.row(5, [1, "Reglamento interno", "Secretario General", date(2025, 2, 20), date(2025, 2, 27), "X"])
        page.row(5, [14, "Aplazada una semana"], "H")
        page.row(6, [2, "Presupuesto público", "Secretario General", date(2025, 5, 15), None, None, "X"])
        page.row(7, [3, "Control político", "Mesa Directiva", date(2025, 8, 21)])
    lines = [
        line(5, number="1", activity="Reglamento interno", teams=["Secretario General"], due="2025-02-20"),
        line(6, number="2", due="2025-05-15", teams=["Secretario General"]),
        line(7, number="3", due="2025-08-21", teams=["Mesa Directiva"]),
    ]
    return truth("training_done_boxes.xlsx", "2025-06-05", [plan(lines)])


@case
def school_poa_by_management(folder: Path) -> Truth:
    """A school's POA: bands for each management, money, one day or several, several who answer."""
    with Book(folder / "school_poa_by_management.xlsx") as book:
        page = book.page("POA")
        page.merge("B1:I1", "INSTITUCIÓN EDUCATIVA RURAL EL TABLÓN", "title")
        page.merge("B2:I2", "PLAN OPERATIVO ANUAL - AÑO LECTIVO 2025", "title")
        head = ["META", "ACTIVIDADES", "RECURSOS", "COSTO", "RESPONSABLES", "INICIO", "TERMINACIÓN", "INDICADOR"]
        page.head(4, [*head, "EVALUACIÓN"], "B")
        page.merge("B5:J5", "GESTIÓN DIRECTIVA", "cell")
        page.row(
            6, ["Al finalizar 2025 se habrá actualizado el PEI en un 100%", "Jornadas pedagógicas", "Humanos"], "B"
        )
        page.row(
            6, ["$ 500.000", "Consejo Directivo", "20/01/2025", "30/05/2025", "% de actualización", "En proceso"], "E"
        )
        page.merge("B7:J7", "GESTIÓN COMUNITARIA", "cell")
        page.row(8, ["4 escuelas de padres", "Escuelas de padres", "Humanos, papelería", "$ 300.000"], "B")
        page.row(8, ["Docente Orientador", "03/02/2025", "14/11/2025", "Escuelas realizadas"], "F")
        page.row(9, ["90% de las familias", "Asambleas de padres", "Humanos", "$ 0", "Rectoría"], "B")
        page.row(9, ["27/01/2025", "28/11/2025", "Familias asistentes"], "G")
    lines = [
        line(
            6,
            activity="Jornadas pedagógicas",
            teams=["Consejo Directivo"],
            start="2025-01-20",
            due="2025-05-30",
            results={},
            extra={"path_has": ["GESTIÓN DIRECTIVA"]},
        ),
        line(
            8,
            activity="Escuelas de padres",
            target="4",
            teams=["Docente Orientador"],
            due="2025-11-14",
            extra={"path_has": ["GESTIÓN COMUNITARIA"]},
        ),
        line(9, target="0.9", target_unit="percent", teams=["Rectoría"], start="2025-01-27", due="2025-11-28"),
    ]
    return truth("school_poa_by_management.xlsx", "2025-04-05", [plan(lines)])


@case
def hospital_months_num_den(folder: Path) -> Truth:
    """A hospital's indicators by month with a goal as «<5%», semester averages between, the year in a cell."""
    with Book(folder / "hospital_months_num_den.xlsx") as book:
        page = book.page("Tablero")
        page.put(1, "A", "ESE HOSPITAL SAN ANTONIO", "title")
        page.row(2, ["AÑO:", 2025])
        page.put(3, "A", "PLAN DE ACCIÓN - TABLERO DE INDICADORES", "title")
        head = ["ÁREA", "INDICADOR", "META", "RESPONSABLE", *[month[:3] for month in MONTHS[:6]], "PROM. SEM I"]
        page.head(5, [*head, *[month[:3] for month in MONTHS[6:]], "PROM. SEM II"])
        page.row(6, ["Urgencias", "Reingreso a urgencias antes de 72 horas", "<5%", "Coordinador de Urgencias"])
        page.row(6, [Pct(0.03, "0.0%"), Pct(0.045, "0.0%"), Pct(0.02, "0.0%"), Pct(0.061, "0.0%")], "E")
        page.put(6, "K", Formula("=AVERAGE(E6:J6)", 0.039, "0.0%"))
        page.row(7, ["Laboratorio", "Oportunidad de resultados (horas)", 24, "Bacterióloga", 20, 22, 18, 23], "A")
        page.put(7, "K", Formula("=AVERAGE(E7:J7)", 20.75))
    months = [f"2025-M{n:02}" for n in range(1, 5)]
    lines = [
        line(
            6,
            indicator="Reingreso a urgencias antes de 72 horas",
            target="0.05",
            target_unit="percent",
            teams=["Coordinador de Urgencias"],
            results=dict(zip(months, ("0.03", "0.045", "0.02", "0.061"), strict=True)),
        ),
        line(7, target="24", teams=["Bacterióloga"], results=dict(zip(months, ("20", "22", "18", "23"), strict=True))),
    ]
    return truth("hospital_months_num_den.xlsx", "2025-05-10", [plan(lines, period_kind="month")])


@case
def vacancies_steps_by_month(folder: Path) -> Truth:
    """Plan of vacancies: steps with a month each, «x» in small letters, totals by month below, signatures."""
    with Book(folder / "vacancies_steps_by_month.xlsx") as book:
        page = book.page("Plan Anual de Vacantes")
        page.merge("A1:P1", "E.S.P. MUNICIPAL - PLAN ANUAL DE VACANTES Y PREVISIÓN 2025", "title")
        page.head(
            3,
            [
                "ÍTEM",
                "ACTIVIDAD",
                "PRODUCTO",
                "RESPONSABLE",
                "E",
                "F",
                "M",
                "A",
                "M",
                "J",
                "J",
                "A",
                "S",
                "O",
                "N",
                "D",
            ],
        )
        page.row(4, [1, "Identificar vacantes", "Listado de vacantes", "Gestión Humana", "x", "x"])
        page.row(5, [2, "Reportar a la CNSC", "Reporte en SIMO", "Gestión Humana", None, None, "x"])
        page.row(6, [3, "Proveer en encargo", "Actos administrativos", "Gerencia", None, None, None, "x", "x", "x"])
        page.row(7, [None, "TOTAL ACTIVIDADES", None, None, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
        page.put(10, "B", "Elaboró: Profesional de Gestión Humana")
    lines = [
        line(
            4,
            number="1",
            deliverable="Listado de vacantes",
            start="2025-01-01",
            due="2025-02-28",
            results={},
            teams=["Gestión Humana"],
        ),
        line(5, start="2025-03-01", due="2025-03-31", results={}),
        line(6, start="2025-04-01", due="2025-06-30", teams=["Gerencia"], results={}),
    ]
    return truth("vacancies_steps_by_month.xlsx", "2025-01-31", [plan(lines, period_kind="month")])


@case
def welfare_day_of_doing(folder: Path) -> Truth:
    """«Fecha de realización» is the only day there is; «Fecha ejecutada» would be the day it was done."""
    with Book(folder / "welfare_day_of_doing.xlsx") as book:
        page = book.page("Cronograma")
        page.merge("A1:E1", "PERSONERÍA - CRONOGRAMA DE BIENESTAR 2025", "title")
        page.head(3, ["ACTIVIDAD", "RESPONSABLE", "FECHA DE REALIZACIÓN", "FECHA EJECUTADA", "OBSERVACIONES"])
        page.row(4, ["Día del servidor público", "Talento Humano", date(2025, 6, 27), date(2025, 7, 4), "Aplazada"])
        page.row(5, ["Novena navideña", "Secretaria Ejecutiva", "16 de diciembre de 2025"])
    lines = [
        line(4, activity="Día del servidor público", due="2025-06-27", teams=["Talento Humano"], results={}),
        line(5, due="2025-12-16", teams=["Secretaria Ejecutiva"], results={}),
    ]
    return truth("welfare_day_of_doing.xlsx", "2025-08-05", [plan(lines)], (), ["unreadable_value"])


@case
def planned_and_real_days(folder: Path) -> Truth:
    """Days of beginning and end as planned, and as they were."""
    with Book(folder / "planned_and_real_days.xlsx") as book:
        page = book.page("Plan")
        page.merge("A1:H1", "TRÁNSITO MUNICIPAL - PLAN DE ACCIÓN 2025", "title")
        head = ["No", "Actividad", "Responsable", "Fecha inicio programada", "Fecha fin programada"]
        page.head(3, [*head, "Fecha inicio real", "Fecha fin real", "Estado"])
        page.row(4, [1, "Señalizar zonas escolares", "Grupo Operativo", date(2025, 2, 3), date(2025, 4, 30)])
        page.row(4, [date(2025, 2, 17), date(2025, 5, 23), "Terminada"], "F")
        page.row(5, [2, "Renovar semáforos", "Grupo Técnico", date(2025, 6, 2), date(2025, 11, 28)])
    lines = [
        line(4, number="1", start="2025-02-03", due="2025-04-30", teams=["Grupo Operativo"]),
        line(5, number="2", start="2025-06-02", due="2025-11-28", teams=["Grupo Técnico"]),
    ]
    return truth("planned_and_real_days.xlsx", "2025-06-05", [plan(lines)])
