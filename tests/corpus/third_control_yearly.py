"""Yearly plans of Decreto 612: MIPG and FURAG, safety at work, audits, technology and archives."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, column_index, column_name, line, plan, truth

MONTHS = ["ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE"]
MONTHS += ["NOVIEMBRE", "DICIEMBRE"]


@case
def safety_plan_with_marks(folder: Path) -> Truth:
    """The plan of safety at work: under each month a P and an E with X; stage of the cycle in words."""
    with Book(folder / "safety_plan_with_marks.xlsx") as book:
        page = book.page("PLAN DE TRABAJO SST 2024")
        page.merge("A1:AD1", "PLAN DE TRABAJO ANUAL DEL SISTEMA DE GESTIÓN DE SEGURIDAD Y SALUD EN EL TRABAJO", "title")
        page.merge("A2:AD2", "AÑO 2024            Código: SST-PL-01            Versión: 02", "title")
        titles = ["CICLO", "ACTIVIDAD", "RESPONSABLE", "RECURSOS"]
        for letter, title in zip("ABCD", titles, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        for index, month in enumerate(MONTHS):
            first = column_index("E") + 2 * index
            page.merge(f"{column_name(first)}4:{column_name(first + 1)}4", month)
            page.head(5, ["P", "E"], column_name(first))
        page.merge("AC4:AC5", "OBSERVACIONES")
        data = [
            ("PLANEAR", "Actualizar la política de SST", "Responsable SST", "H", {1: "XX"}),
            ("HACER", "Inspecciones de seguridad", "COPASST", "H-T", {3: "XX", 6: "X", 9: "X", 12: "X"}),
            ("HACER", "Simulacro de evacuación", "Brigada de Emergencias", "H-F", {10: "X"}),
            ("VERIFICAR", "Auditoría interna del SG-SST", "Control Interno", "H", {11: "X"}),
        ]
        for offset, (stage, activity, team, means, marks) in enumerate(data):
            page.row(6 + offset, [stage, activity, team, means])
            for number, text in marks.items():
                for step, mark in enumerate(text):
                    page.put(6 + offset, column_name(column_index("E") + 2 * (number - 1) + step), mark)
        page.row(10, [None, "TOTAL ACTIVIDADES PROGRAMADAS", None, None, 1, 1, 0, 0, 1, 1])
        page.row(12, ["P: Programado   E: Ejecutado"])
        page.row(14, [None, "Firma Representante Legal", None, "Firma Responsable SST"])
    lines = [
        line(
            6,
            activity="Actualizar la política de SST",
            teams=["Responsable SST"],
            programmed={"2024-M01": "1"},
            results={"2024-M01": "1"},
            extra={"stage": "P"},
        ),
        line(
            7,
            teams=["COPASST"],
            programmed={f"2024-M{month:02}": "1" for month in (3, 6, 9, 12)},
            results={"2024-M03": "1"},
            extra={"stage": "H"},
        ),
        line(8, programmed={"2024-M10": "1"}, results={}, teams=["Brigada de Emergencias"]),
        line(9, programmed={"2024-M11": "1"}, results={}, extra={"stage": "V"}),
    ]
    return truth("safety_plan_with_marks.xlsx", "2024-04-05", [plan(lines, period_kind="month")])


@case
def annual_audit_plan(folder: Path) -> Truth:
    """The plan of audits: bands for audits, reports of law and follow-ups; X in the month in which each is due."""
    with Book(folder / "annual_audit_plan.xlsx") as book:
        page = book.page("PAA 2025")
        page.merge("A1:R1", "OFICINA DE CONTROL INTERNO", "title")
        page.merge("A2:R2", "PLAN ANUAL DE AUDITORÍAS Y SEGUIMIENTOS - PAAI 2025", "title")
        page.merge("A3:R3", "Objetivo: Evaluar de forma independiente el Sistema de Control Interno.   Versión 1")
        page.head(5, ["No.", "TRABAJO A REALIZAR", "NORMA / CRITERIO", "AUDITOR LÍDER", "PERIODICIDAD"])
        page.head(5, [month[:3] for month in MONTHS], "F")
        page.head(5, ["OBSERVACIONES"], "R")
        page.merge("A6:R6", "1. AUDITORÍAS INTERNAS BASADAS EN RIESGOS")
        page.row(7, [1, "Auditoría al proceso de Gestión Contractual", "Ley 80 de 1993", "Profesional OCI 1", "Anual"])
        page.row(7, ["X", "X"], "H")
        page.row(8, [2, "Auditoría al proceso de Nómina", "Ley 909 de 2004", "Profesional OCI 2", "Anual", None])
        page.put(8, "N", "X")
        page.merge("A9:R9", "2. INFORMES DE LEY")
        page.row(10, [3, "Informe de austeridad del gasto", "Decreto 1068 de 2015", "Profesional OCI 1", "Trimestral"])
        for column in "FILO":
            page.put(10, column, "X")
        page.row(11, [4, "Evaluación de control interno contable", "Resolución 193 de 2016", "Jefe OCI", "Anual"])
        page.put(11, "G", "X")
        page.row(13, ["Aprobado por el Comité Institucional de Coordinación de Control Interno, acta 01 de 2025"])
    lines = [
        line(
            7,
            number="1",
            activity="Auditoría al proceso de Gestión Contractual",
            start="2025-03-01",
            due="2025-04-30",
            results={},
            teams=["Profesional OCI 1"],
            extra={"path_has": ["AUDITORÍAS INTERNAS"]},
        ),
        line(8, number="2", start="2025-09-01", due="2025-09-30", results={}, teams=["Profesional OCI 2"]),
        line(
            10,
            number="3",
            start="2025-01-01",
            due="2025-10-31",
            results={},
            extra={"path_has": ["INFORMES DE LEY"]},
        ),
        line(11, number="4", start="2025-02-01", due="2025-02-28", results={}, teams=["Jefe OCI"]),
    ]
    return truth("annual_audit_plan.xlsx", "2025-02-03", [plan(lines, period_kind="month")])


@case
def furag_gaps_by_half_years(folder: Path) -> Truth:
    """A plan to close FURAG gaps: last year's score beside the goal, progress to the end of June and of December."""
    with Book(folder / "furag_gaps_by_half_years.xlsx") as book:
        page = book.page("Brechas FURAG")
        page.merge("A1:M1", "PLAN DE ACCIÓN CIERRE DE BRECHAS FURAG – MIPG", "title")
        page.merge("A2:M2", "VIGENCIA 2024", "title")
        titles = ["Dimensión", "Política de gestión y desempeño", "Puntaje FURAG 2023", "Recomendación DAFP"]
        titles += ["Actividad a desarrollar", "Producto", "Meta 2024", "Fecha de inicio", "Fecha de finalización"]
        titles += [
            "Líder de política",
            "% avance a 30 de junio de 2024",
            "% avance a 31 de diciembre de 2024",
            "Evidencia",
        ]
        page.head(4, titles)
        page.row(5, ["Talento Humano", "Integridad", 62.4, "Gestionar conflictos de interés"])
        page.row(5, ["Adoptar el procedimiento de conflicto de intereses", "Procedimiento", 1], "E")
        page.row(5, ["1/02/2024", "30/06/2024", "Dirección de Talento Humano", Pct(1), Pct(1), "Resolución"], "H")
        page.row(6, ["Gestión con valores para resultados", "Gobierno Digital", 71.8, "Caracterizar usuarios"])
        page.row(6, ["Caracterizar a los usuarios de los trámites", "Documento", 1], "E")
        page.row(6, ["1/03/2024", "29/11/2024", "Oficina TIC", Pct(0.4), None, None], "H")
        page.row(7, ["Información y comunicación", "Gestión documental", 55, "Actualizar las TRD"])
        page.row(7, ["Actualizar las tablas de retención documental", "TRD aprobadas", Pct(1)], "E")
        page.row(7, ["15/01/2024", "20/12/2024", "Secretaría General", Pct(0.35)], "H")
    lines = [
        line(
            5,
            activity="Adoptar el procedimiento de conflicto de intereses",
            deliverable="Procedimiento",
            target="1",
            start="2024-02-01",
            due="2024-06-30",
            teams=["Dirección de Talento Humano"],
            results_subset={"2024-S1": "1"},
        ),
        line(6, target="1", due="2024-11-29", teams=["Oficina TIC"], results={"2024-S1": "0.4"}),
        line(7, target="1", target_unit="percent", due="2024-12-20", results={"2024-S1": "0.35"}),
    ]
    return truth("furag_gaps_by_half_years.xlsx", "2024-07-12", [plan(lines, period_kind="half_year")])


@case
def self_diagnosis_actions(folder: Path) -> Truth:
    """The MIPG self-diagnosis: scores of 0 to 100 over component and category are no results of the actions."""
    with Book(folder / "self_diagnosis_actions.xlsx") as book:
        page = book.page("Autodiagnóstico")
        page.merge("B2:M2", "AUTODIAGNÓSTICO DE GESTIÓN - POLÍTICA DE SERVICIO AL CIUDADANO", "title")
        page.row(3, ["ENTIDAD", "Instituto de Tránsito", None, "CALIFICACIÓN TOTAL", 68.2], "B")
        titles = ["Componentes", "Calificación", "Categorías", "Calificación", "Actividades de gestión"]
        titles += ["Puntaje (0 - 100)", "Observaciones", "Diseñe alternativas de mejora"]
        titles += ["Mejoras a implementar\n(incluir plazo de la implementación)", "Responsable", "Plazo"]
        titles += ["Evaluación de la eficacia de las acciones implementadas"]
        page.head(5, titles, "B")
        page.merge("B6:B8", "Caracterización de usuarios", "cell")
        page.merge("C6:C8", 55, "cell")
        page.merge("D6:D7", "Medición", "cell")
        page.merge("E6:E7", 48.5, "cell")
        page.row(6, ["La entidad caracteriza a sus usuarios", 40, "Parcial", "Encuestas"], "F")
        page.row(6, ["Actualizar la caracterización de usuarios", "Atención al Usuario", date(2023, 6, 30)], "J")
        page.row(7, ["La entidad mide la satisfacción", 57, None, "Buzones"], "F")
        page.row(7, ["Aplicar la encuesta de satisfacción cada mes", "Calidad", date(2023, 12, 15)], "J")
        page.row(8, ["Accesibilidad", 60, "La entidad tiene señalización incluyente", 60, None, "Señales"], "D")
        page.row(8, ["Instalar señalización en braille", "Recursos Físicos", date(2023, 10, 31)], "J")
    lines = [
        line(
            6,
            activity="Actualizar la caracterización de usuarios",
            due="2023-06-30",
            teams=["Atención al Usuario"],
            results={},
            extra={"path_has": ["Caracterización de usuarios"]},
        ),
        line(7, due="2023-12-15", teams=["Calidad"], results={}),
        line(8, due="2023-10-31", teams=["Recursos Físicos"], results={}),
    ]
    return truth("self_diagnosis_actions.xlsx", "2023-05-02", [plan(lines)])


@case
def technology_plan_of_four_years(folder: Path) -> Truth:
    """A PETI: the portfolio's goals by year, money by year beside them, helper columns hidden."""
    with Book(folder / "technology_plan_of_four_years.xlsx") as book:
        page = book.page("Portafolio PETI")
        page.merge("A1:O1", "PLAN ESTRATÉGICO DE TECNOLOGÍAS DE LA INFORMACIÓN - PETI 2024 - 2027", "title")
        for letter, title in zip(
            "ABCDE", ("ID", "Dominio MAE", "Iniciativa / Proyecto", "Producto", "Área líder"), strict=True
        ):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("F3:I3", "Metas por vigencia")
        page.merge("J3:M3", "Presupuesto estimado (millones de $)")
        page.head(4, [2024, 2025, 2026, 2027] * 2, "F")
        page.merge("N3:N4", "Meta cuatrienio")
        page.merge("O3:O4", "Ejecutado 2024")
        page.row(5, ["PY-01", "Información", "Implementar la política de gobierno de datos", "Conjuntos de datos"])
        page.row(5, ["Oficina TIC", 2, 4, 4, 2, 120, 180, 180, 90, 12, 2], "E")
        page.row(6, ["PY-02", "Servicios Tecnológicos", "Renovar la infraestructura de red", "Sedes conectadas"])
        page.row(6, ["Oficina TIC", 1, 3, 3, None, 350, 800, 640, None, 7, 1], "E")
    lines = [
        line(
            5,
            number="PY-01",
            activity="Implementar la política de gobierno de datos",
            target="12",
            programmed={"2024-Y": "2", "2025-Y": "4", "2026-Y": "4", "2027-Y": "2"},
            results={"2024-Y": "2"},
            teams=["Oficina TIC"],
        ),
        line(
            6,
            number="PY-02",
            target="7",
            programmed={"2024-Y": "1", "2025-Y": "3", "2026-Y": "3"},
            results={"2024-Y": "1"},
        ),
    ]
    return truth("technology_plan_of_four_years.xlsx", "2025-02-03", [plan(lines, period_kind="year")])
