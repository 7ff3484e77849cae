"""Word plans with tables in tables, deadlines in sentences, and lists in cells."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, Raw, table, write_word
from tests.corpus.word_parts import para, paras


@case
def plan_inside_a_frame_table(folder: Path) -> Truth:
    """The letterhead is a table, and the whole plan stands inside the cell of another, which only draws a frame."""
    the_plan = table(
        [
            ["PROGRAMA", "ACTIVIDADES", "INDICADOR", "META 2026", "PLAZO", "ÁREA RESPONSABLE"],
            [
                Box("Cultura ciudadana", down="restart"),
                "Realizar 12 jornadas pedagógicas de movilidad",
                "Jornadas realizadas",
                "12",
                "18/12/2026",
                "Educación Vial",
            ],
            [Box(down="continue"), "Diseñar la cartilla del peatón", "Cartilla", "1", "29/05/2026", "Comunicaciones"],
            [
                "Señalización",
                "Demarcar 30 intersecciones",
                "Intersecciones demarcadas",
                "30",
                "30/10/2026",
                "Ingeniería",
            ],
        ]
    )
    top: list[list[object]] = [
        [Box("[LOGO]", down="restart"), "INSTITUTO DE MOVILIDAD", "Código: PE-F-03"],
        [Box(down="continue"), "PLAN OPERATIVO ANUAL", "Versión: 2.0   Página 1 de 1"],
    ]
    frame: list[list[object]] = [
        ["PLAN OPERATIVO ANUAL 2026"],
        [Raw(para() + the_plan + para())],
        ["Nota: sujeto a disponibilidad presupuestal"],
    ]
    write_word(folder / "plan_inside_a_frame_table.docx", [top, "", frame])
    lines = [
        line(
            None,
            activity="Realizar 12 jornadas pedagógicas de movilidad",
            indicator="Jornadas realizadas",
            target="12",
            due="2026-12-18",
            teams=["Educación Vial"],
            extra={"path_has": ["Cultura ciudadana"]},
        ),
        line(
            None,
            activity="Diseñar la cartilla del peatón",
            target="1",
            due="2026-05-29",
            teams=["Comunicaciones"],
            extra={"path_has": ["Cultura ciudadana"]},
        ),
        line(None, target="30", due="2026-10-30", teams=["Ingeniería"], extra={"path_has": ["Señalización"]}),
    ]
    return truth("plan_inside_a_frame_table.docx", "2026-02-02", [plan(lines)])


@case
def small_tables_inside_cells(folder: Path) -> Truth:
    """Start and end stand in a small table of their own within the cell CRONOGRAMA."""

    def span(start: str, end: str) -> Box:
        return Box(Raw(table([["Inicio", start], ["Fin", end]]) + para()))

    rows: list[list[object]] = [
        ["Objetivo", "Actividad", "Cronograma", "Responsable"],
        [
            "Fortalecer el control social",
            "Conformar la red de veedores",
            span("10/02/2025", "30/04/2025"),
            "Participación",
        ],
        [
            "Fortalecer el control social",
            "Dictar diplomado a veedores",
            span("05/05/2025", "28/11/2025"),
            "Escuela de Gobierno",
        ],
    ]
    write_word(folder / "small_tables_inside_cells.docx", ["Plan de acción de control social 2025", rows])
    lines = [
        line(
            None, activity="Conformar la red de veedores", start="2025-02-10", due="2025-04-30", teams=["Participación"]
        ),
        line(
            None,
            activity="Dictar diplomado a veedores",
            start="2025-05-05",
            due="2025-11-28",
            teams=["Escuela de Gobierno"],
        ),
    ]
    return truth("small_tables_inside_cells.docx", "2025-03-03", [plan(lines)])


@case
def deadlines_in_many_words(folder: Path) -> Truth:
    """The last column says each deadline as its writer speaks: months, quarters, weeks, always, this year."""
    rows: list[list[object]] = [
        ["RECOMENDACIÓN DEL FURAG", "ACCIONES DE MEJORA (INDICAR RESPONSABLE Y PLAZO)"],
        [
            "Política de Integridad",
            "Socializar el código de integridad. Responsable: Talento Humano. Plazo: junio de 2025.",
        ],
        [
            "Política de Transparencia",
            "Actualizar el índice de información clasificada. Responsable: Jurídica. \
Plazo de ejecución: del primero (1) de abril al treinta (30) de septiembre de 2025.",
        ],
        ["Política de Archivo", "Elaborar las TVD. Responsable: Gestión Documental. Plazo: 31-dic-2025"],
        [
            "Gobierno Digital",
            "Adoptar el plan de seguridad de la información. Responsable: Sistemas. Plazo: II trimestre de 2025",
        ],
        ["Planeación", "Revisar la plataforma estratégica. Responsable: Planeación. Plazo: permanente"],
        [
            "Servicio al ciudadano",
            "Ajustar la carta de trato digno. Responsable: Atención al Usuario. \
Plazo: tres (3) meses a partir de la aprobación del presente plan.",
        ],
        [
            "Control interno",
            "Auditar el proceso contractual que en 2023 obtuvo 45% (Acta del 12/11/2024). \
Responsable: Control Interno. Plazo: 28/11/2025",
        ],
    ]
    write_word(
        folder / "deadlines_in_many_words.docx",
        ["E.S.E. HOSPITAL SAN RAFAEL", "PLAN DE MEJORAMIENTO MIPG - FURAG", "Fecha de aprobación: 24/02/2025", rows],
    )
    lines = [
        line(2, due="2025-06-30", teams=["Talento Humano"]),
        line(3, start="2025-04-01", due="2025-09-30", teams=["Jurídica"]),
        line(4, due="2025-12-31", teams=["Gestión Documental"]),
        line(5, due=None, teams=["Sistemas"]),
        line(6, due=None, teams=["Planeación"]),
        line(7, due=None, teams=["Atención al Usuario"]),
        line(8, start=None, due="2025-11-28", teams=["Control Interno"]),
    ]
    issues = [issue("proposed_deadline", 5), issue("missing_deadline", 6), issue("missing_deadline", 7)]
    return truth("deadlines_in_many_words.docx", "2025-03-10", [plan(lines, kind="improvement_plan")], issues)


@case
def lists_inside_cells(folder: Path) -> Truth:
    """Actions are automatic lists in their cell, two offices and one deadline each; one cell says two deadlines."""

    def listed(*texts: str) -> Raw:
        return paras(*texts, listed=True)

    rows: list[list[object]] = [
        ["ASPECTO POR MEJORAR", "ACTIVIDADES", "RESPONSABLES", "TIEMPO DE EJECUCIÓN"],
        [
            "Clima escolar",
            listed("Revisar el manual de convivencia.", "Socializarlo con padres de familia.", "Publicarlo."),
            listed("Coordinación", "Orientación escolar"),
            "Desde 20/01/2025 hasta 30/05/2025",
        ],
        [
            "Resultados Saber",
            listed("Aplicar simulacros a grado once.", "Analizar resultados por área."),
            "Jefes de área",
            listed("Simulacros: 30/04/2025", "Análisis: 30/06/2025"),
        ],
        ["Deserción", listed("Visitar hogares de estudiantes ausentes."), "Orientación escolar", "15/11/2025"],
    ]
    write_word(
        folder / "lists_inside_cells.docx", ["I.E. SAGRADO CORAZÓN", "PLAN DE MEJORAMIENTO INSTITUCIONAL 2025", rows]
    )
    activity = "Revisar el manual de convivencia. Socializarlo con padres de familia. Publicarlo."
    lines = [
        line(2, activity=activity, start="2025-01-20", due="2025-05-30"),
        line(3, teams=["Jefes de área"], due=["2025-06-30", None]),
        line(4, activity="Visitar hogares de estudiantes ausentes.", due="2025-11-15", teams=["Orientación escolar"]),
    ]
    return truth(
        "lists_inside_cells.docx", "2025-02-10", [plan(lines, kind="improvement_plan")], [issue("two_teams", 2)]
    )
