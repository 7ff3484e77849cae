"""Road maps, half-years, the report of one quarter and spoken terms."""

from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def security_road_map_in_word(folder: Path) -> Truth:
    """The treatment plan of information security in Word: activities over several tasks, each with dates."""
    table: list[list[object]] = [
        ["Gestión", "Actividades", "Tareas", "Responsable de la tarea", Box("Fechas programación tareas", 2)],
        ["", "", "", "", "Fecha Inicio", "Fecha Final"],
        [
            Box("Activos de información", 1, "restart"),
            Box("Definir lineamientos", 1, "restart"),
            "Actualizar la metodología de activos",
            "Oficial de Seguridad de la Información",
            "3-feb-25",
            "28-feb-25",
        ],
        [
            Box("", 1, "continue"),
            Box("", 1, "continue"),
            "Socializar la guía de activos",
            "Oficial de Seguridad de la Información",
            "3-mar-25",
            "31-mar-25",
        ],
        [
            "Gestión de riesgos",
            "Identificar riesgos",
            "Realizar mesas de trabajo con los procesos",
            "Oficina de Tecnologías\nLíderes de proceso",
            "1-abr-25",
            "30-jul-25",
        ],
    ]
    write_word(
        folder / "security_road_map_in_word.docx",
        [
            "PLAN DE TRATAMIENTO DE RIESGOS DE SEGURIDAD Y PRIVACIDAD DE LA INFORMACIÓN",
            "Vigencia 2025",
            "El seguimiento se realizará de manera trimestral por la Oficina Asesora de Planeación.",
            table,
        ],
    )
    lines = [
        line(
            3,
            activity="Actualizar la metodología de activos",
            start="2025-02-03",
            due="2025-02-28",
            teams=["Oficial de Seguridad de la Información"],
            extra={"path_has": ["Activos de información", "Definir lineamientos"]},
        ),
        line(4, activity="Socializar la guía de activos", start="2025-03-03", due="2025-03-31"),
        line(5, due="2025-07-30", teams=["Oficina de Tecnologías", "Líderes de proceso"]),
    ]
    return truth("security_road_map_in_word.docx", "2025-04-10", [plan(lines)])


@case
def university_marks_and_half_years(folder: Path) -> Truth:
    """Crosses say when in the year, two columns say how much was done by each half."""
    with Book(folder / "university_marks_and_half_years.xlsx") as book:
        page = book.page("POA")
        page.merge("A1:W1", "UNIVERSIDAD DE LA SABANA ALTA - PLAN OPERATIVO 2024", "title")
        for letter, title in zip(
            "ABCDEF", ["Línea", "Proyecto", "Actividad", "Meta", "Indicador", "Responsable"], strict=True
        ):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("G3:R3", "Cronograma de ejecución")
        page.head(4, ["E", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"], "G")
        page.merge("S3:T3", "Porcentaje de avance")
        page.head(4, ["1er semestre", "2do semestre"], "S")
        page.merge("U3:U4", "Presupuesto asignado")
        page.row(5, ["Docencia", "Currículo", "Actualizar los microcurrículos", 12, "Microcurrículos actualizados"])
        page.row(5, ["Facultad de Ingeniería", None, "X", "X", "X", "X"], "F")
        page.row(5, [Pct(0.75), None, 15000000], "S")
        page.row(6, ["Investigación", "Semilleros", "Realizar encuentro de semilleros", 1, "Encuentros realizados"])
        page.put(6, "F", "Dirección de Investigaciones")
        page.row(6, ["X", "X"], "O")
        page.row(6, [Pct(0), None, 8000000], "S")
    lines = [
        line(
            5,
            activity="Actualizar los microcurrículos",
            start="2024-02-01",
            due="2024-05-31",
            target="12",
            teams=["Facultad de Ingeniería"],
            results={"2024-S1": "0.75"},
            extra={"path_has": ["Docencia", "Currículo"]},
        ),
        line(
            6,
            start="2024-09-01",
            due="2024-10-31",
            target="1",
            results={"2024-S1": "0"},
            teams=["Dirección de Investigaciones"],
        ),
    ]
    return truth("university_marks_and_half_years.xlsx", "2024-07-15", [plan(lines, period_kind="half_year")])


@case
def ministry_quarter_report_of_one(folder: Path) -> Truth:
    """The report of one quarter only: programmed and executed of that quarter, and of the year so far."""
    with Book(folder / "ministry_quarter_report_of_one.xlsx") as book:
        page = book.page("Seguimiento")
        page.merge("A1:N1", "SEGUIMIENTO AL PLAN DE ACCIÓN INSTITUCIONAL 2025", "title")
        page.merge("A2:N2", "SEGUNDO TRIMESTRE (abril - junio)", "title")
        head = ["Cód. meta", "Dependencia", "Meta", "Unidad de medida", "Meta anual", "Programado II trimestre"]
        head += ["Ejecutado II trimestre", "% de cumplimiento II trimestre", "Acumulado a junio", "Avance cualitativo"]
        page.head(4, head)
        page.row(5, ["M1", "Dirección de Puertos", "Concesiones evaluadas", "Número", 20, 5, 6, Pct(1.2), 9, "Avanza"])
        page.row(
            6, ["M2", "Oficina Jurídica", "Conceptos emitidos en término", "Porcentaje", Pct(1), Pct(1), Pct(0.97)]
        )
        page.row(6, [Pct(0.97), Pct(0.98)], "H")
    lines = [
        line(
            5,
            number="M1",
            target="20",
            target_unit="count",
            programmed={"2025-Q2": "5"},
            teams=["Dirección de Puertos"],
        ),
        line(
            6, number="M2", target="1", target_unit="percent", programmed={"2025-Q2": "1"}, teams=["Oficina Jurídica"]
        ),
    ]
    lines[0]["results"], lines[1]["results"] = {"2025-Q2": "6"}, {"2025-Q2": "0.97"}
    return truth("ministry_quarter_report_of_one.xlsx", "2025-07-14", [plan(lines, period_kind="quarter")])


@case
def regional_findings_with_spoken_terms(folder: Path) -> Truth:
    """A regional's own findings: terms that were put off in the same cell, standing duties, cargos with dashes."""
    with Book(folder / "regional_findings_with_spoken_terms.xlsx") as book:
        page = book.page("Plan")
        page.merge("A1:J1", "INSTITUTO DE BIENESTAR - REGIONAL CENTRO", "title")
        page.merge("A2:J2", "PLAN DE MEJORAMIENTO AUDITORÍA INTERNA 2025", "title")
        page.head(4, ["No. Hallazgo", "Hallazgo", "Acción a emprender", "Responsable", "Fecha de inicio"])
        page.head(4, ["Fecha de terminación", "Avance (%)", "Estado"], "F")
        page.row(5, ["H1", "Historias de atención incompletas", "Verificar el 100% de las historias de atención"])
        page.row(5, ["Coordinador Centro Zonal Norte", "03/02/2025", "30/05/2025", "80%", "En ejecución"], "D")
        page.row(6, ["H2", "Supervisión sin soportes", "Cargar los informes en el SECOP II dentro de los 5 días"])
        page.row(6, ["Grupo Jurídico", "03/02/2025", "15 de diciembre de 2025", "20%", "En ejecución"], "D")
        page.row(7, ["H3", "Inventarios sin actualizar", "Actualizar los inventarios", "Grupo Administrativo"])
        page.row(7, ["01/04/2025", "30/06/2025 prorrogado hasta 30/09/2025", "50%", "En ejecución"], "E")
    lines = [
        line(
            5,
            number="H1",
            activity="Verificar el 100% de las historias de atención",
            start="2025-02-03",
            due="2025-05-30",
            results={"cut": "0.8"},
            teams=["Coordinador Centro Zonal Norte"],
        ),
        line(6, number="H2", due="2025-12-15", results={"cut": "0.2"}, teams=["Grupo Jurídico"]),
        line(7, number="H3", start="2025-04-01", due="2025-09-30", results={"cut": "0.5"}),
    ]
    return truth("regional_findings_with_spoken_terms.xlsx", "2025-07-10", [plan(lines, kind="improvement_plan")])
