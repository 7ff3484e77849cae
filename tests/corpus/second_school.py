"""Plans of schools and universities."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def school_improvement_plan(folder: Path) -> Truth:
    """A school's plan: areas and objectives merged down, the term in two columns under one title."""
    with Book(folder / "school_improvement_plan.xlsx") as book:
        page = book.page("PMI")
        page.merge("A1:J1", "INSTITUCIÓN EDUCATIVA LA ESPERANZA - PLAN DE MEJORAMIENTO INSTITUCIONAL 2024", "title")
        names = ["GESTIÓN", "COMPONENTE", "OBJETIVOS", "METAS", "INDICADORES", "ACCIONES", "RESPONSABLES"]
        for letter, title in zip("ABCDEFG", names, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("H3:I3", "PLAZO")
        page.head(4, ["INICIA", "TERMINA"], "H")
        page.merge("A5:A7", "ACADÉMICA", "cell")
        page.merge("B5:B6", "Diseño pedagógico", "cell")
        page.merge("C5:C6", "Actualizar el plan de estudios", "cell")
        page.merge("D5:D6", "A noviembre de 2024 el 100% de las áreas tendrá malla curricular actualizada", "cell")
        page.merge("E5:E6", "Mallas actualizadas / mallas totales", "cell")
        page.row(5, ["Conformar equipos por área", "Coordinación Académica", date(2024, 1, 22), date(2024, 2, 16)], "F")
        page.row(
            6, ["Redactar y socializar las mallas", "Consejo Académico", date(2024, 2, 19), date(2024, 11, 15)], "F"
        )
        page.row(
            7,
            ["Gestión de aula", "Mejorar las Pruebas Saber", "Subir 5 puntos", "Puntaje", "Simulacros por grado"],
            "B",
        )
        page.row(7, ["Docentes de grado 11", "Marzo de 2024", "Agosto de 2024"], "G")
    lines = [
        line(
            5,
            activity="Conformar equipos por área",
            start="2024-01-22",
            due="2024-02-16",
            teams=["Coordinación Académica"],
        ),
        line(
            6,
            activity="Redactar y socializar las mallas",
            due="2024-11-15",
            extra={"path_has": ["ACADÉMICA", "Diseño pedagógico"]},
        ),
        line(7, activity="Simulacros por grado", start="2024-03-01", due="2024-08-31"),
    ]
    return truth("school_improvement_plan.xlsx", "2024-02-01", [plan(lines, kind="improvement_plan")])


@case
def school_word_without_titles(folder: Path) -> Truth:
    """A Word table whose title row was lost: what each column is shows only in its cells."""
    rows = [
        ["1", "Organizar la semana cultural", "1", "01/09/2025", "12/09/2025", "Comité de Cultura"],
        ["2", "Realizar escuela de padres", "4", "03/02/2025", "21/11/2025", "Orientación Escolar"],
        ["3", "Actualizar el manual de convivencia", "1", "20/01/2025", "30/05/2025", "Coordinación de Convivencia"],
    ]
    write_word(
        folder / "school_word_without_titles.docx", ["PLAN OPERATIVO ANUAL 2025", "Gestión de la comunidad", rows]
    )
    lines = [
        line(
            1,
            activity="Organizar la semana cultural",
            start="2025-09-01",
            due="2025-09-12",
            teams=["Comité de Cultura"],
        ),
        line(2, activity="Realizar escuela de padres", due="2025-11-21"),
        line(3, start="2025-01-20", due="2025-05-30", teams=["Coordinación de Convivencia"]),
    ]
    return truth("school_word_without_titles.docx", "2025-03-01", [plan(lines)])


@case
def university_semesters(folder: Path) -> Truth:
    """A university's plan with axes as bands and half-years as 2024-1 and 2024-2."""
    with Book(folder / "university_semesters.xlsx") as book:
        page = book.page("POA Facultad")
        page.put(1, "A", "UNIVERSIDAD DEL LLANO - PLAN OPERATIVO ANUAL 2024 - FACULTAD DE INGENIERÍA", "title")
        page.merge("A3:A4", "Acción")
        page.merge("B3:B4", "Indicador")
        page.merge("C3:C4", "Meta 2024")
        page.merge("D3:E3", "Programación semestral")
        page.merge("F3:G3", "Ejecución semestral")
        page.head(4, ["2024-1", "2024-2"] * 2, "D")
        page.merge("H3:H4", "Unidad responsable")
        page.merge("A5:H5", "EJE 1. EXCELENCIA ACADÉMICA", "cell")
        page.row(6, ["Renovar registros calificados", "Registros radicados", 3, 1, 2, 1, None, "Decanatura"])
        page.row(7, ["Formar docentes", "Docentes formados", "25", "10", "15", "12", None, "Vicerrectoría Académica"])
        page.merge("A8:H8", "EJE 2. INVESTIGACIÓN", "cell")
        page.row(9, ["Financiar semilleros", "Semilleros", 8, 8, None, 7, None, "Vicerrectoría de Investigaciones"])
    lines = [
        line(
            6, target="3", programmed={"2024-S1": "1", "2024-S2": "2"}, results={"2024-S1": "1"}, teams=["Decanatura"]
        ),
        line(7, target="25", results={"2024-S1": "12"}, extra={"path_has": ["EXCELENCIA ACADÉMICA"]}),
        line(9, target="8", programmed={"2024-S1": "8"}, extra={"path_has": ["INVESTIGACIÓN"]}),
    ]
    return truth("university_semesters.xlsx", "2024-07-30", [plan(lines, period_kind="half_year")])


@case
def university_word_two_tables(folder: Path) -> Truth:
    """A Word plan: a control of versions, the plan cut into two tables by a heading, and the signatures' table."""
    versions = [["Versión", "Fecha", "Descripción del cambio"], ["1.0", "30/01/2025", "Emisión inicial"]]
    head: list[object] = ["N.º", "Estrategia", "Entregable", "Responsable", "Fecha de entrega"]
    first: list[list[object]] = [
        head,
        ["1", "Actualizar el reglamento estudiantil", "Acuerdo", "Secretaría General", "30 de junio de 2025"],
        ["2", "Sistematizar el archivo de grados", "Repositorio", "Registro y Control", "28 de noviembre de 2025"],
    ]
    second: list[list[object]] = [
        head,
        ["3", "Abrir convocatoria de bienestar", "Convocatoria", "Bienestar Universitario", "14 de marzo de 2025"],
    ]
    signs = [["Elaboró", "Revisó", "Aprobó"], ["Profesional", "Jefe de Planeación", "Rector"]]
    parts: list[object] = ["PLAN DE ACCIÓN 2025", "Control de versiones", versions, "Línea 1. Docencia", first]
    write_word(folder / "university_word_two_tables.docx", [*parts, "Línea 2. Bienestar", second, signs])
    lines = [
        line(
            None,
            number="1",
            activity="Actualizar el reglamento estudiantil",
            due="2025-06-30",
            teams=["Secretaría General"],
        ),
        line(None, number="2", deliverable="Repositorio", due="2025-11-28"),
        line(None, number="3", due="2025-03-14", teams=["Bienestar Universitario"]),
    ]
    return truth("university_word_two_tables.docx", "2025-02-15", [plan(lines)])


@case
def university_word_merged_titles(folder: Path) -> Truth:
    """Titles of two rows with spans, an activity merged over two goals, half-years in percentages."""
    rows = [
        [
            Box("Objetivo", down="restart"),
            Box("Actividad", down="restart"),
            Box("Meta", down="restart"),
            Box("Avance", span=2),
            Box("Responsable", down="restart"),
        ],
        [Box("", down="continue")] * 3 + [Box("Semestre I"), Box("Semestre II"), Box("", down="continue")],
        [Box("Internacionalización", down="restart"), "Firmar convenios", "5", "2", "", "Relaciones Internacionales"],
        [Box("", down="continue"), "Movilidad saliente", "80%", "35,5%", "", "Relaciones Internacionales"],
        [Box("Extensión"), "Ofertar diplomados", "10", "4", "", "Dirección de Extensión"],
    ]
    parts: list[object] = ["Informe de seguimiento al Plan de Acción, vigencia 2023", rows]
    write_word(folder / "university_word_merged_titles.docx", parts)
    lines = [
        line(3, target="5", results={"2023-S1": "2"}, extra={"path_has": ["Internacionalización"]}),
        line(
            4,
            target="0.8",
            target_unit="percent",
            results={"2023-S1": "0.355"},
            extra={"path_has": ["Internacionalización"]},
        ),
        line(5, target="10", teams=["Dirección de Extensión"], results={"2023-S1": "4"}),
    ]
    return truth("university_word_merged_titles.docx", "2023-08-01", [plan(lines, period_kind="half_year")])


@case
def school_english_dates(folder: Path) -> Truth:
    """Dates as programs in English leave them, and times that came along."""
    table: list[tuple[str, str, str, str, str | None]] = [
        ("A", "15-Jan-2024", "31-Dec-24", "2024-01-15", "2024-12-31"),
        ("B", "February 5, 2024", "Aug 30, 2024", "2024-02-05", "2024-08-30"),
        ("C", "2024-03-01 00:00:00", "2024-05-31T00:00:00", "2024-03-01", "2024-05-31"),
        ("D", "lunes, 8 de abril de 2024", "viernes 28 de junio de 2024", "2024-04-08", "2024-06-28"),
        ("E", "1º de julio de 2024", "30 días del mes de septiembre de 2024", "2024-07-01", None),
        ("F", "Enero 15/2024", "Dic. 20 de 2024", "2024-01-15", "2024-12-20"),
        ("G", "15.02.2024", "15/XI/2024", "2024-02-15", "2024-11-15"),
        ("H", "20240301", "15 Nov 2024", "2024-03-01", "2024-11-15"),
    ]
    with Book(folder / "school_english_dates.xlsx") as book:
        page = book.page("Cronograma")
        page.put(1, "A", "PLAN DE ACCIÓN 2024", "title")
        page.head(2, ["ACTIVIDAD", "RESPONSABLE", "DESDE", "HASTA", "% CUMPLIMIENTO"])
        for offset, (name, start, due, _, _) in enumerate(table):
            page.row(3 + offset, [f"Actividad {name} del comité escolar", "Rectoría", start, due])
    lines = [
        line(3 + offset, start=start, **({"due": due} if due else {}))
        for offset, (_, _, _, start, due) in enumerate(table)
    ]
    return truth("school_english_dates.xlsx", "2024-02-01", [plan(lines)])


@case
def school_ambiguous_day_month(folder: Path) -> Truth:
    """One date can not say which is the day; its neighbours are clear but of another file's habit."""
    with Book(folder / "school_ambiguous_day_month.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACTIVIDADES 2024", "title")
        page.head(2, ["No.", "ACTIVIDAD", "META", "FECHA LÍMITE", "RESPONSABLE"])
        page.row(3, [1, "Entregar boletines", 4, "03/04/24", "Secretaría"])
        page.row(4, [2, "Izada de bandera", 6, "25/10/2024", "Ciencias Sociales"])
        page.row(5, [3, "Simulacro de evacuación", 2, "10/23/2024", "Comité de Riesgos"])
        page.row(6, [4, "Feria de la ciencia", 1, "31/02/2024", "Ciencias Naturales"])
        page.row(7, [5, "Pago de servicios", Pct(1), "Mensual", "Pagaduría"])
    lines = [
        line(3),
        line(4, due="2024-10-25"),
        line(5),
        line(6, due=None),
        line(7, due=None, target_unit="percent"),
    ]
    wanted = [issue("ambiguous_date", 3), issue("unreadable_value", 6)]
    return truth("school_ambiguous_day_month.xlsx", "2024-02-01", [plan(lines)], wanted)
