"""Indicator plans of more habits: follow-up by sheets, dated titles, history, colours, money beside things."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, issue, line, plan, truth


@case
def regional_goal_social_and_budget(folder: Path) -> Truth:
    """Months with a short year, programmed and executed blocks, units and money by turns, totals of regions between."""
    with Book(folder / "regional_goal_social_and_budget.xlsx") as book:
        page = book.page("Metas Sociales")
        page.merge("A1:P1", "INSTITUTO DE BIENESTAR FAMILIAR", "title")
        page.merge("A2:P2", "EJECUCIÓN DE METAS SOCIALES Y FINANCIERAS - VIGENCIA 2025", "title")
        for index, title in enumerate(["Modalidad / Servicio", "Unidad de medida", "Meta programada 2025"]):
            page.merge(f"{'ABC'[index]}4:{'ABC'[index]}5", title)
        page.merge("D4:D5", "Centro zonal responsable")
        page.merge("E4:G4", "Unidades atendidas")
        page.merge("H4:J4", "Recursos comprometidos ($)")
        for first in ("E", "H"):
            page.head(5, ["ene-25", "feb-25", "mar-25"], first)
        page.row(6, ["Hogares comunitarios", "Cupos", 1200, "CZ Tunja 1", 1100, 1180, 1200, 90500000, 91000000])
        page.put(6, "J", 93000000)
        page.row(7, ["Desarrollo infantil en medio familiar", "Cupos", 850, "CZ Duitama", 800, 815, 0, 70000000])
        page.row(8, ["TOTAL REGIONAL", None, 2050, None, 1900, 1995, 1200, 160500000, 91000000, 93000000])
    lines = [
        line(
            6,
            activity="Hogares comunitarios",
            target="1200",
            programmed={},
            results={"2025-M01": "1100", "2025-M02": "1180", "2025-M03": "1200"},
            teams=["CZ Tunja 1"],
            extra={"unit": "Cupos"},
        ),
        line(7, target="850", results={"2025-M01": "800", "2025-M02": "815", "2025-M03": "0"}, teams=["CZ Duitama"]),
    ]
    return truth("regional_goal_social_and_budget.xlsx", "2025-04-08", [plan(lines, period_kind="month")])


@case
def institute_quarter_triples(folder: Path) -> Truth:
    """Each quarter: weight of the quarter, programmed, executed; a blank column between; titles broken by hand."""
    with Book(folder / "institute_quarter_triples.xlsx") as book:
        page = book.page("Plan de acción")
        page.put(1, "B", "INSTITUTO NACIONAL DE METROLOGÍA", "title")
        page.put(2, "B", "PLAN DE ACCIÓN INSTITUCIONAL 2024", "title")
        page.put(3, "B", "Fecha de actualización: 12/03/2024", "cell")
        names = [
            "OBJETIVO\nESTRATÉ-\nGICO",
            "PRODUCTO\n/ ENTREGABLE",
            "RESPON-\nSABLE",
            "META\nTOTAL",
            "UNIDAD\nMEDIDA",
        ]
        for index, title in enumerate(names):
            page.merge(f"{'BCDEF'[index]}5:{'BCDEF'[index]}6", title)
        for index, area in enumerate(("G5:I5", "K5:M5")):
            page.merge(area, f"{'PRIMER' if index == 0 else 'SEGUNDO'} TRIMESTRE")
        page.head(6, ["Peso", "Programado", "Ejecutado", None, "Peso", "Programado", "Ejecutado"], "G")
        page.merge("B7:B8", "Fortalecer la metrología científica", "cell")
        page.row(7, ["Patrones calibrados", "Subdirección de Metrología Física", 80, "Unidad", Pct(0.25), 20, 22], "C")
        page.row(7, [Pct(0.25), 20, 17], "K")
        page.row(8, ["Comparaciones clave", "Subdirección de Metrología Química", 3, "Informe", Pct(0), 0, 0], "C")
        page.row(8, [Pct(0.34), 1, 1], "K")
    lines = [
        line(
            7,
            deliverable="Patrones calibrados",
            target="80",
            programmed={"2024-Q1": "20", "2024-Q2": "20"},
            results={"2024-Q1": "22", "2024-Q2": "17"},
            teams=["Subdirección de Metrología Física"],
            extra={"unit": "Unidad", "weight": None, "path_has": ["Fortalecer la metrología"]},
        ),
        line(8, target="3", results={"2024-Q1": "0", "2024-Q2": "1"}, programmed={"2024-Q2": "1"}),
    ]
    return truth("institute_quarter_triples.xlsx", "2024-07-05", [plan(lines, period_kind="quarter")])


@case
def university_products_of_an_activity(folder: Path) -> Truth:
    """One activity with several indicators under merged cells; semester results in text with a comma."""
    with Book(folder / "university_products_of_an_activity.xlsx") as book:
        page = book.page("Plan de acción 2024")
        page.merge("A1:J1", "PLAN DE ACCIÓN 2024 · FACULTAD DE CIENCIAS AGRARIAS", "title")
        page.head(3, ["Línea", "No.", "Actividad", "Indicador", "Línea de base", "Meta", "Resp.", "% Peso"])
        page.head(3, ["Ejecución\n2024-I", "Ejecución\n2024-II"], "I")
        for letter, value in zip(
            "ABCG", ("Investigación", 1, "Fortalecer los semilleros", "Centro de Investigación"), strict=True
        ):
            page.merge(f"{letter}4:{letter}6", value, "cell")
        page.row(4, ["Semilleros activos", 8, 12], "D")
        page.row(4, ["30%", "10"], "H")
        page.row(5, ["Estudiantes vinculados", 95, 140], "D")
        page.row(5, ["30%", "120"], "H")
        page.row(6, ["Productividad por semillero", "0,8", "1,5"], "D")
        page.row(6, ["40%", "1,25"], "H")
        page.row(
            7,
            [
                "Extensión",
                2,
                "Días de campo con productores",
                "Días de campo",
                "N.D.",
                "4 eventos",
                "Granja",
                "100%",
                1,
            ],
        )
    lines = [
        line(
            4,
            number="1",
            activity="Fortalecer los semilleros",
            indicator="Semilleros activos",
            target="12",
            results={"2024-S1": "10"},
            teams=["Centro de Investigación"],
            extra={"baseline": "8", "weight": "0.3"},
        ),
        line(5, activity="Fortalecer los semilleros", target="140", results={"2024-S1": "120"}),
        line(6, target="1.5", results={"2024-S1": "1.25"}, extra={"baseline": "0.8"}),
        line(7, number="2", target="4", results={"2024-S1": "1"}, teams=["Granja"], extra={"baseline": None}),
    ]
    return truth("university_products_of_an_activity.xlsx", "2024-08-01", [plan(lines, period_kind="half_year")])


@case
def hospital_semaphore_and_standard(folder: Path) -> Truth:
    """A balanced scorecard: perspective, objective, owner, goal with sign in text, three colours, four quarters."""
    with Book(folder / "hospital_semaphore_and_standard.xlsx") as book:
        page = book.page("BSC")
        page.merge("A1:N1", "CUADRO DE MANDO INTEGRAL - HOSPITAL UNIVERSITARIO - AÑO 2025", "title")
        for area, title in (("A3:A4", "Perspectiva"), ("B3:B4", "Objetivo"), ("C3:C4", "KPI"), ("D3:D4", "Meta")):
            page.merge(area, title)
        page.merge("E3:G3", "Semáforo")
        page.head(4, ["Verde", "Amarillo", "Rojo"], "E")
        page.merge("H3:H4", "Dueño del proceso")
        page.merge("I3:L3", "Medición 2025")
        page.head(4, ["1er Trim", "2do Trim", "3er Trim", "4to Trim"], "I")
        page.merge("M3:M4", "Promedio")
        page.row(5, ["Clientes", "Mejorar la experiencia", "Satisfacción del usuario", ">= 95 %", ">=95%", "90-94%"])
        page.row(5, ["<90%", "Oficina de Atención al Usuario", "93,4%", "95,1%", None, None], "G")
        page.put(5, "M", Formula("=AVERAGE(I5:L5)", 0.9425, "0.0%"))
        page.row(
            6, ["Financiera", "Recuperar cartera", "Rotación de cartera (días)", "< 120", "<120", "120-180", ">180"]
        )
        page.row(6, ["Subgerencia Financiera", 151, 138], "H")
        page.put(6, "M", Formula("=AVERAGE(I6:L6)", 144.5))
    lines = [
        line(
            5,
            indicator="Satisfacción del usuario",
            target="0.95",
            target_unit="percent",
            results={"2025-Q1": "0.934", "2025-Q2": "0.951"},
            teams=["Oficina de Atención al Usuario"],
            extra={"path_has": ["Clientes"]},
        ),
        line(6, target="120", results={"2025-Q1": "151", "2025-Q2": "138"}, teams=["Subgerencia Financiera"]),
    ]
    plans = [plan(lines, kind="indicator_sheet", period_kind="quarter")]
    return truth("hospital_semaphore_and_standard.xlsx", "2025-07-09", plans, (), ["result_mismatch"])


@case
def ministry_yearly_plan_with_history(folder: Path) -> Truth:
    """Results of earlier years stand before this year's goal and its quarters."""
    with Book(folder / "ministry_yearly_plan_with_history.xlsx") as book:
        page = book.page("PEI")
        page.merge("A1:M1", "MINISTERIO DE CIENCIA - PLAN DE ACCIÓN 2025", "title")
        page.head(3, ["Código indicador", "Indicador", "Resultado 2023", "Resultado 2024", "Meta 2025", "Meta 2026"])
        page.head(3, ["Avance T1 2025", "Avance T2 2025", "Avance T3 2025", "Avance T4 2025", "Área responsable"], "G")
        page.row(4, ["CT-01", "Becas de doctorado otorgadas", 410, 455, 500, 600, 120, 135, None, None])
        page.put(4, "K", "Dirección de Vocaciones")
        page.row(5, ["CT-02", "Inversión en ACTI (% PIB)", 0.29, 0.31, 0.35, 0.5, 0.3, 0.31, None, None])
        page.put(5, "K", "Dirección de Inteligencia")
    lines = [
        line(
            4,
            number="CT-01",
            indicator="Becas de doctorado otorgadas",
            target="500",
            results={"2025-Q1": "120", "2025-Q2": "135"},
            teams=["Dirección de Vocaciones"],
        ),
        line(5, target="0.35", results={"2025-Q1": "0.3", "2025-Q2": "0.31"}),
    ]
    return truth(
        "ministry_yearly_plan_with_history.xlsx",
        "2025-07-10",
        [plan(lines, period_kind="quarter")],
        (),
        ["result_mismatch"],
    )


@case
def corporation_report_of_two_half_years(folder: Path) -> Truth:
    """The physical goal programmed, its progress by half-years, the year's sum by formula, then the same in pesos."""
    with Book(folder / "corporation_report_of_two_half_years.xlsx") as book:
        page = book.page("Anexo 1")
        page.merge("A1:M1", "ANEXO 1. MATRIZ DE SEGUIMIENTO DEL PLAN DE ACCIÓN CORPORATIVO - AÑO 2024", "title")
        titles = ["(1) PROGRAMAS - PROYECTOS", "(2) ACTIVIDADES", "(3) UNIDAD DE MEDIDA", "(4) META FÍSICA ANUAL"]
        titles += ["(5) AVANCE FÍSICO SEMESTRE I", "(6) AVANCE FÍSICO SEMESTRE II", "(7) TOTAL AVANCE FÍSICO"]
        titles += ["(8) % AVANCE FÍSICO", "(9) META FINANCIERA ANUAL ($)", "(10) AVANCE FINANCIERO SEMESTRE I ($)"]
        titles += ["(11) AVANCE FINANCIERO SEMESTRE II ($)", "(12) PONDERACIONES DE ACTIVIDADES", "RESPONSABLE"]
        page.head(3, titles)
        page.row(4, ["PROGRAMA 1. AGUA PARA LA VIDA", None, None, None, None, None, None, Pct(0.55), 1200000000])
        page.row(5, ["Proyecto 1.1 Cuencas", "Actualizar POMCA", "Documento", 2, 0.5, None, Formula("=E5+F5", 0.5)])
        page.row(5, [Pct(0.25), 800000000, 150000000, None, Pct(0.6), "Planeación Ambiental"], "H")
        page.row(6, [None, "Monitorear corrientes hídricas", "Corriente", 30, 18, None, Formula("=E6+F6", 18)])
        page.row(6, [Pct(0.6), 400000000, 210000000, None, Pct(0.4), "Laboratorio Ambiental"], "H")
        page.row(7, ["TOTAL", None, None, None, None, None, None, Pct(0.39), 1200000000, 360000000])
    lines = [
        line(
            5,
            activity="Actualizar POMCA",
            target="2",
            results={"2024-S1": "0.5"},
            programmed={},
            teams=["Planeación Ambiental"],
            extra={"weight": "0.6", "unit": "Documento", "path_has": ["AGUA PARA LA VIDA", "Cuencas"]},
        ),
        line(6, target="30", results={"2024-S1": "18"}, teams=["Laboratorio Ambiental"], extra={"weight": "0.4"}),
    ]
    return truth("corporation_report_of_two_half_years.xlsx", "2024-08-01", [plan(lines, period_kind="half_year")])


@case
def training_region_month_and_running(folder: Path) -> Truth:
    """Each month has what was done in it and the sum so far: the month's own is the result."""
    with Book(folder / "training_region_month_and_running.xlsx") as book:
        page = book.page("Seguimiento")
        page.merge("A1:J1", "SERVICIO NACIONAL DE APRENDIZAJE - REGIONAL HUILA - PLAN DE ACCIÓN 2024", "title")
        for area, title in (("A3:A4", "Indicador"), ("B3:B4", "Meta"), ("C3:C4", "Responsable")):
            page.merge(area, title)
        for area, month in (("D3:F3", "Enero"), ("G3:I3", "Febrero")):
            page.merge(area, month)
        page.head(4, ["Ejecución mes", "Ejecución acumulada", "% Cump."] * 2, "D")
        page.row(5, ["Aprendices matriculados", 3000, "Coordinación Académica", 800, 800, Pct(0.267), 450, 1250])
        page.put(5, "I", Pct(0.417))
        page.row(
            6, ["Contratos de aprendizaje", 900, "Relaciones Corporativas", 60, 60, Pct(0.067), 75, 135, Pct(0.15)]
        )
    lines = [
        line(
            5,
            indicator="Aprendices matriculados",
            target="3000",
            results={"2024-M01": "800", "2024-M02": "450"},
            teams=["Coordinación Académica"],
            extra={"accumulation": [None, "sum"]},
        ),
        line(6, target="900", results={"2024-M01": "60", "2024-M02": "75"}),
    ]
    return truth("training_region_month_and_running.xlsx", "2024-03-07", [plan(lines, period_kind="month")])


@case
def school_office_percent_points(folder: Path) -> Truth:
    """Goals typed as 100 under a unit of percent, results as 25 and 33,3; one reversed window; one without a team."""
    with Book(folder / "school_office_percent_points.xlsx") as book:
        page = book.page("POAI")
        page.put(1, "A", "SECRETARÍA DE EDUCACIÓN MUNICIPAL - PLAN DE ACCIÓN 2024", "title")
        page.head(
            3, ["Cod", "Actividad", "Unidad de medida", "Meta", "F. inicial", "F. final", "Funcionario responsable"]
        )
        page.head(3, ["1° Trim", "2° Trim", "3° Trim", "4° Trim"], "H")
        page.row(4, [1, "Atender las solicitudes SAC", "Porcentaje", 100, date(2024, 1, 15), date(2024, 12, 31)])
        page.row(4, ["Atención al Ciudadano", 98, "99,5"], "G")
        page.row(
            5, [2, "Visitar establecimientos", "Número", 48, date(2024, 11, 30), date(2024, 2, 1), "Inspección", 10]
        )
        page.row(6, [3, "Legalizar la nómina", "Porcentaje", 100, date(2024, 1, 1), date(2024, 12, 31), None, 25, 50])
    lines = [
        line(4, target="1", target_unit="percent", results={"2024-Q1": "0.98", "2024-Q2": "0.995"}),
        line(5, target="48", target_unit="count", results={"2024-Q1": "10"}, teams=["Inspección"]),
        line(6, target="1", target_unit="percent", results={"2024-Q1": "0.25", "2024-Q2": "0.5"}, teams=[]),
    ]
    wanted = [issue("window_reversed", 5), issue("missing_responsible", 6)]
    return truth("school_office_percent_points.xlsx", "2024-07-05", [plan(lines, period_kind="quarter")], wanted)
