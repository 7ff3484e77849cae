"""Follow-ups with their states, goals of the year beside those of the term, and investment projects."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def findings_with_cuts_and_states(folder: Path) -> Truth:
    """Each cut has its share and its state; above them how many actions there are."""
    with Book(folder / "findings_with_cuts_and_states.xlsx") as book:
        page = book.page("PM OCI")
        page.merge("A1:O1", "PLAN DE MEJORAMIENTO INSTITUCIONAL", "title")
        page.row(2, ["Total acciones:", 3, None, "Cerradas:", 1, None, "Abiertas:", 2])
        single = ["No.", "Informe de auditoría", "Hallazgo", "Acción", "Tipo de acción", "Fecha de inicio"]
        single += ["Fecha de cierre", "Responsable"]
        for letter, title in zip("ABCDEFGH", single, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        cuts = ("Seguimiento a 31-03-2025", "Seguimiento a 30-06-2025")
        for cut, area in zip(cuts, ("I4:K4", "L4:N4"), strict=True):
            page.merge(area, cut)
            page.head(5, ["Avance", "%", "Estado"], area[0])
        page.row(
            6, [1, "Auditoría de nómina 2024", "Pagos sin novedad soportada", "Ajustar el procedimiento de nómina"]
        )
        page.row(6, ["Correctiva", date(2025, 1, 15), date(2025, 3, 31), "Grupo de Talento Humano"], "E")
        page.row(6, ["Procedimiento publicado", Pct(1), "Cerrada"], "I")
        page.row(7, [2, "Auditoría de nómina 2024", "Liquidaciones tardías", "Parametrizar el sistema"])
        page.row(7, ["Preventiva", date(2025, 2, 1), date(2025, 8, 29), "Oficina de Sistemas"], "E")
        page.row(7, ["Levantamiento de requisitos", Pct(0.2), "Abierta", "Pruebas", Pct(0.6), "Abierta"], "I")
        page.row(8, [3, "Auditoría de bienes", "Bienes sin placa", "Realizar inventario físico", "Correctiva"])
        page.row(8, [date(2025, 2, 1), date(2025, 6, 27), "Almacén"], "F")
        page.row(8, ["Sin avance", Pct(0), "Abierta", "50 % del inventario", Pct(0.5), "Vencida"], "I")
    lines = [
        line(
            6,
            number="1",
            activity="Ajustar el procedimiento de nómina",
            start="2025-01-15",
            due="2025-03-31",
            teams=["Grupo de Talento Humano"],
            results={"2025-Q1": "1"},
        ),
        line(7, due="2025-08-29", results={"2025-Q1": "0.2", "2025-Q2": "0.6"}, teams=["Oficina de Sistemas"]),
        line(8, due="2025-06-27", results={"2025-Q1": "0", "2025-Q2": "0.5"}, teams=["Almacén"]),
    ]
    return truth("findings_with_cuts_and_states.xlsx", "2025-07-10", [plan(lines, kind="improvement_plan")])


@case
def sector_goal_of_year_and_term(folder: Path) -> Truth:
    """The sector's board: goal and progress of the year, then those of the four years, to one cut."""
    with Book(folder / "sector_goal_of_year_and_term.xlsx") as book:
        page = book.page("Indicadores PND")
        page.merge("A1:L1", "MINISTERIO DE AGRICULTURA - INDICADORES PLAN NACIONAL DE DESARROLLO 2022-2026", "title")
        page.merge("A2:L2", "Corte: 30 de junio de 2025", "title")
        head = ["Código", "Programa", "Indicador", "Unidad", "Línea base", "Meta 2025", "Avance 2025", "% Avance 2025"]
        head += ["Meta cuatrienio", "Avance cuatrienio", "% Avance cuatrienio", "Entidad responsable"]
        page.head(4, head)
        page.row(5, ["318", "Tierras", "Hectáreas formalizadas", "Hectáreas", 1200000, 850000, 310500, Pct(0.365)])
        page.row(5, [3000000, 1890500, Pct(0.63), "Agencia de Tierras"], "I")
        page.row(6, ["322", "Crédito", "Productores con crédito", "Productores", 180000, 210000, 98000, Pct(0.467)])
        page.row(6, [800000, 512000, Pct(0.64), "Finagro"], "I")
    lines = [
        line(
            5,
            number="318",
            indicator="Hectáreas formalizadas",
            results={"cut": "310500"},
            target="850000",
            teams=["Agencia de Tierras"],
            extra={"baseline": "1200000", "path_has": ["Tierras"]},
        ),
        line(6, number="322", results={"cut": "98000"}, target="210000", teams=["Finagro"]),
    ]
    return truth("sector_goal_of_year_and_term.xlsx", "2025-07-10", [plan(lines)])


@case
def scorecard_in_word_by_academic_terms(folder: Path) -> Truth:
    """A scorecard in Word: the academic terms 2024-1 to 2025-2 under goal, perspective merged down."""
    table: list[list[object]] = [
        [
            Box("PERSPECTIVA", 1, "restart"),
            Box("OBJETIVO", 1, "restart"),
            Box("INDICADOR", 1, "restart"),
            Box("RESPONSABLE", 1, "restart"),
            Box("META POR PERÍODO", 4),
        ],
        [Box("", 1, "continue")] * 4 + ["2024-1", "2024-2", "2025-1", "2025-2"],
        [
            Box("Estudiantes", 1, "restart"),
            "Reducir la deserción",
            "Tasa de deserción por período",
            "Bienestar Universitario",
            "9,5%",
            "9%",
            "8,5%",
            "8%",
        ],
        [
            Box("", 1, "continue"),
            "Ampliar la cobertura",
            "Estudiantes nuevos",
            "Oficina de Admisiones",
            "1.250",
            "980",
            "1.300",
            "1.000",
        ],
    ]
    write_word(
        folder / "scorecard_in_word_by_academic_terms.docx",
        ["UNIVERSIDAD POPULAR DEL NORTE", "PLAN ESTRATÉGICO 2024-2025. CUADRO DE MANDO INTEGRAL", table],
    )
    terms = ("2024-S1", "2024-S2", "2025-S1", "2025-S2")
    lines = [
        line(
            3,
            indicator="Tasa de deserción por período",
            programmed=dict(zip(terms, ("0.095", "0.09", "0.085", "0.08"), strict=True)),
            results={},
            teams=["Bienestar Universitario"],
            extra={"path_has": ["Estudiantes"]},
        ),
        line(
            4,
            indicator="Estudiantes nuevos",
            programmed=dict(zip(terms, ("1250", "980", "1300", "1000"), strict=True)),
            results={},
            teams=["Oficina de Admisiones"],
        ),
    ]
    return truth("scorecard_in_word_by_academic_terms.docx", "2024-03-01", [plan(lines, period_kind="half_year")])


@case
def investment_project_by_quarters(folder: Path) -> Truth:
    """An investment project: under each quarter the physical goal, what was done, and the money obliged."""
    with Book(folder / "investment_project_by_quarters.xlsx") as book:
        page = book.page("Proyectos")
        page.merge("A1:R1", "UNIDAD PARA LAS VÍCTIMAS", "title")
        page.merge("A2:R2", "SEGUIMIENTO A PROYECTOS DE INVERSIÓN - PLAN DE ACCIÓN 2024", "title")
        single = ["BPIN", "Proyecto de inversión", "Objetivo específico", "Actividad", "Indicador de producto"]
        single += ["Meta 2024", "Apropiación vigente", "Área responsable"]
        for letter, title in zip("ABCDEFGH", single, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        for name, area in zip(("Primer trimestre", "Segundo trimestre"), ("I4:L4", "M4:P4"), strict=True):
            page.merge(area, name)
            page.head(
                5, ["Meta física programada", "Meta física ejecutada", "Obligaciones ($)", "Observaciones"], area[0]
            )
        page.row(6, ["202300000000123", "Reparación integral", "Ampliar la oferta", "Acompañar hogares en retorno"])
        page.row(6, ["Hogares acompañados", 9000, 4500000000, "Dirección de Reparación", 1500, 1480, 620000000], "E")
        page.row(6, ["Sin novedad", 2500, 2610, 1500000000, "Se superó la meta"], "L")
        page.row(7, ["202300000000123", "Reparación integral", "Ampliar la oferta", "Entregar cartas de dignificación"])
        page.row(7, ["Cartas entregadas", 42000, 380000000, "Subdirección de Reparación Individual"], "E")
        page.row(7, [10000, 9871, 80000000, None, 11000, 10950, 95500000], "I")
    lines = [
        line(
            6,
            activity="Acompañar hogares en retorno",
            indicator="Hogares acompañados",
            target="9000",
            programmed={"2024-Q1": "1500", "2024-Q2": "2500"},
            results={"2024-Q1": "1480", "2024-Q2": "2610"},
            teams=["Dirección de Reparación"],
            extra={"path_has": ["Reparación integral", "Ampliar la oferta"]},
        ),
        line(
            7,
            target="42000",
            programmed={"2024-Q1": "10000", "2024-Q2": "11000"},
            results={"2024-Q1": "9871", "2024-Q2": "10950"},
            teams=["Subdirección de Reparación Individual"],
        ),
    ]
    return truth("investment_project_by_quarters.xlsx", "2024-07-10", [plan(lines, period_kind="quarter")])


@case
def offices_in_sheets_without_column(folder: Path) -> Truth:
    """A sheet for each office, which is named above its table; the quarters are filled as shares."""
    offices = (("OAP", "Oficina Asesora de Planeación", "Formular el plan"), ("OTI", "Oficina de TI", "Migrar la nube"))
    with Book(folder / "offices_in_sheets_without_column.xlsx") as book:
        plans = []
        for sheet, office, activity in offices:
            page = book.page(sheet)
            page.merge("A1:I1", "SUPERINTENDENCIA DE SALUD - PLAN ANUAL DE GESTIÓN 2024", "title")
            page.row(3, ["Dependencia:", office])
            page.row(4, ["Líder:", "Jefe de oficina"])
            page.head(
                6, ["N°", "Actividades", "Producto", "Peso", "Fecha inicio", "Fecha fin", "Avance T1", "Avance T2"]
            )
            page.head(6, ["Avance total"], "I")
            page.row(7, [1, activity, "Documento", Pct(0.6), date(2024, 2, 1), date(2024, 9, 30), Pct(0.2), Pct(0.3)])
            page.put(7, "I", Formula("=G7+H7", 0.5, "0%"))
            page.row(
                8, [2, "Hacer seguimiento", "Informes", Pct(0.4), date(2024, 1, 15), date(2024, 12, 20), Pct(0.25)]
            )
            page.row(8, [Pct(0.25), Formula("=G8+H8", 0.5, "0%")], "H")
            page.row(9, [None, "TOTAL", None, Pct(1), None, None, Pct(0.22), Pct(0.28), Pct(0.5)])
            lines = [
                line(
                    7,
                    number="1",
                    activity=activity,
                    due="2024-09-30",
                    teams=[office],
                    results={"2024-Q1": "0.2", "2024-Q2": "0.3"},
                    extra={"weight": "0.6"},
                ),
                line(8, number="2", teams=[office], results={"2024-Q1": "0.25", "2024-Q2": "0.25"}),
            ]
            plans.append(plan(lines, sheet, period_kind="quarter"))
    return truth("offices_in_sheets_without_column.xlsx", "2024-07-10", plans)


@case
def transparency_dates_by_frequency(folder: Path) -> Truth:
    """Deadlines are told as frequencies and several days; progress is told with its share in the same cell."""
    with Book(folder / "transparency_dates_by_frequency.xlsx") as book:
        page = book.page("PTEP 2025")
        page.merge("A1:H1", "PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA 2025", "title")
        head = ["Subcomponente", "Actividades", "Meta o producto", "Responsable", "Fecha programada"]
        head += ["Avance I cuatrimestre", "% I cuatrimestre", "Avance II cuatrimestre", "% II cuatrimestre"]
        page.head(3, head)
        page.row(4, ["1. Información de calidad", "1.1 Publicar los estados financieros", "12 publicaciones"])
        page.row(4, ["Grupo de Contabilidad", "Mensual, a 31 de diciembre de 2025", "4 publicaciones", Pct(0.33)], "D")
        page.row(4, ["8 publicaciones", Pct(0.67)], "H")
        page.row(5, ["2. Diálogo", "2.1 Realizar la audiencia pública", "1 audiencia", "Despacho del Ministro"])
        page.row(5, ["28/11/2025", "Sin avance por programación", Pct(0), "Alistamiento", Pct(0.3)], "E")
        page.row(6, ["3. Incentivos", "3.1 Capacitar en rendición de cuentas", "2 capacitaciones", "Talento Humano"])
        page.row(6, ["30/04/2025 y 31/08/2025", "Capacitación realizada", Pct(0.5), "Se realizó", Pct(1)], "E")
    lines = [
        line(
            4,
            number="1.1",
            activity="Publicar los estados financieros",
            target="12",
            target_unit="count",
            due="2025-12-31",
            teams=["Grupo de Contabilidad"],
            results={"2025-C1": "0.33", "2025-C2": "0.67"},
        ),
        line(
            5,
            number="2.1",
            due="2025-11-28",
            teams=["Despacho del Ministro"],
            results={"2025-C1": "0", "2025-C2": "0.3"},
        ),
        line(6, number="3.1", due="2025-08-31", results={"2025-C1": "0.5", "2025-C2": "1"}, teams=["Talento Humano"]),
    ]
    expected = plan(lines, kind="transparency_plan", period_kind="four_month")
    return truth("transparency_dates_by_frequency.xlsx", "2025-09-12", [expected])
