"""Improvement plans that comptrollers, auditors and archives ask for, as other offices fill them in."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv
from tests.corpus.word import Box, write_word


@case
def sireci_saved_as_csv(folder: Path) -> Truth:
    """The form saved as csv: two numbered sections, the filler row 999999 and an empty second section."""
    numbers = ["", "", "4", "8", "12", "16", "20", "24", "28", "31", "32", "36", "40", "44", "48"]
    titles = ["", "", "MODALIDAD DE REGISTRO", "CÓDIGO HALLAZGO", "DESCRIPCIÓN DEL HALLAZGO", "CAUSA DEL HALLAZGO"]
    titles += ["ACCIÓN DE MEJORA", "ACTIVIDADES / DESCRIPCIÓN", "ACTIVIDADES / UNIDAD DE MEDIDA"]
    titles += ["ACTIVIDADES / CANTIDADES UNIDAD DE MEDIDA", "ACTIVIDADES / FECHA DE INICIO"]
    titles += ["ACTIVIDADES / FECHA DE TERMINACIÓN", "ACTIVIDADES / PLAZO EN SEMANAS"]
    titles += ["ACTIVIDADES / AVANCE FÍSICO DE EJECUCIÓN", "OBSERVACIONES"]
    mode = "2 AVANCE ó SEGUIMIENTO DEL PLAN DE MEJORAMIENTO"
    rows = [
        ["Tipo Modalidad", "", "53", "M-3: PLAN DE MEJORAMIENTO"],
        ["Formulario", "", "400", "F14.1: PLANES DE MEJORAMIENTO - ENTIDADES"],
        ["Moneda Informe", "", "1"],
        ["Entidad", "", "8734"],
        ["Fecha", "", "2024/12/31"],
        ["Periodicidad", "", "6", "SEMESTRAL"],
        [],
        ["[1]", "", "0 PLANES DE MEJORAMIENTO - ENTIDADES"],
        numbers,
        titles,
        ["1", "FILA_1", mode, "H3-2023", "Estudios previos sin análisis del sector", "Falta de lineamientos"],
        ["2", "FILA_2", mode, "H4-2023 (D)", "Saldos sin depurar; cuentas por cobrar", "Falta de cruces"],
        ["999999", "FILA_999999", "", "", "", "", "", "", "", "0", "1900/01/01", "1900/01/01", "0", "0", ""],
        [],
        ["[2]", "", "0 PLANES DE MEJORAMIENTO - POSTCONFLICTO"],
        numbers,
        titles,
        ["1", "FILA_1", "", "", "", "", "", "", "", "", "", "", "", "", ""],
    ]
    rows[10] += ["Adoptar guía de estudios previos", "Elaborar y socializar la guía", "Guía socializada", "1"]
    rows[10] += ["2024/02/01", "2024/07/31", "26", "1", "Resolución 0321"]
    rows[11] += ["Depurar la cartera", "Conciliar cartera mes a mes", "Actas de conciliación", "12"]
    rows[11] += ["2024/01/15", "2025/01/15", "52", "7,5", ""]
    write_csv(folder / "sireci_saved_as_csv.csv", rows, ";", "cp1252")
    lines = [
        line(
            11,
            activity="Elaborar y socializar la guía",
            start="2024-02-01",
            due="2024-07-31",
            target="1",
            target_unit="count",
            results={"cut": "1"},
            extra={"unit": "Guía socializada"},
        ),
        line(12, activity="Conciliar cartera mes a mes", due="2025-01-15", target="12", results={"cut": "7.5"}),
    ]
    return truth("sireci_saved_as_csv.csv", "2024-12-31", [plan(lines, kind="improvement_plan")])


@case
def medellin_unified_plan(folder: Path) -> Truth:
    """The unified plan: kind of finding as letters, cargo instead of office, fulfilment and effectiveness to a cut."""
    with Book(folder / "medellin_unified_plan.xlsx") as book:
        page = book.page("Plan Único")
        page.merge("A1:B3", "")
        page.merge("C1:L1", "PLAN DE MEJORAMIENTO ÚNICO", "title")
        page.merge("C2:L2", "Instituto de Deporte y Recreación", "title")
        page.row(3, ["Código: F-GEI-012", None, "Versión 05", None, "Página 1 de 1"], "C")
        page.row(
            4, ["Fecha de suscripción:", None, date(2024, 3, 15), None, "Fecha de seguimiento:", None, "30/09/2024"]
        )
        single = ["Nro.", "Auditoría o  evaluación", "Hallazgo / Observación", "Tipo\n(A-D-F-P)"]
        single += ["Acción de mejoramiento propuesta\n", "Cargo responsable de la ejecución"]
        for letter, title in zip("ABCDEF", single, strict=True):
            page.merge(f"{letter}6:{letter}7", title)
        page.merge("G6:H6", "Cronograma (dd-mm-aaaa)")
        page.head(7, ["Fecha\u00a0inicial", "Fecha\u00a0final"], "G")
        page.merge("I6:K6", "SEGUIMIENTO DE LA ENTIDAD")
        page.head(7, ["% Cumplimiento", "Evidencia del cumplimiento", "% Efectividad"], "I")
        page.merge("L6:L7", "Observaciones")
        page.merge("A8:A9", 1, "cell")
        page.merge("B8:B9", "Auditoría Regular 2023", "cell")
        page.merge("C8:C9", "Incumplimiento en la publicación de contratos en el SECOP II", "cell")
        page.merge("D8:D9", "A, D", "cell")
        page.row(
            8,
            ["Publicar los contratos dentro de los tres días siguientes", "Jefe Oficina Jurídica ", "01-04-2024"],
            "E",
        )
        page.row(8, ["31-12-2024", Pct(0.5), "Reporte SECOP II", Pct(0)], "H")
        page.row(
            9, ["Capacitar a supervisores ", "Subgerente Administrativo y Financiero", "15-04-2024", "30-06-2024"], "E"
        )
        page.row(9, [Pct(1), "Lista de asistencia", Pct(1), "Cerrada"], "I")
        page.row(10, [2, "Auditoría financiera 2023", "Diferencias en inventarios", "A", "Realizar toma física anual"])
        page.row(10, ["Líder de Bienes", "01-07-2024", "29-11-2024", Pct(0), None, Pct(0)], "F")
        page.row(13, ["Firma del representante legal", None, None, None, "Firma Jefe Control Interno"])
    lines = [
        line(
            8,
            number="1",
            activity="Publicar los contratos dentro de los tres días siguientes",
            start="2024-04-01",
            due="2024-12-31",
            results={"cut": "0.5"},
            teams=["Jefe Oficina Jurídica"],
        ),
        line(
            9,
            activity="Capacitar a supervisores",
            start="2024-04-15",
            due="2024-06-30",
            results={"cut": "1"},
            teams=["Subgerente Administrativo y Financiero"],
        ),
        line(10, number="2", start="2024-07-01", due="2024-11-29", teams=["Líder de Bienes"]),
    ]
    return truth("medellin_unified_plan.xlsx", "2024-09-30", [plan(lines, kind="improvement_plan")])


@case
def auditoria_general_in_word(folder: Path) -> Truth:
    """A comptroller's own plan with the Auditoría General: titles over two rows, a process over several findings."""
    table: list[list[object]] = [
        [
            Box("PROCESO", 1, "restart"),
            Box("No. DEL HALLAZGO", 1, "restart"),
            Box("HALLAZGO", 1, "restart"),
            Box("ACCIÓN CORRECTIVA", 1, "restart"),
            Box("META", 1, "restart"),
            Box("RESPONSABLE", 1, "restart"),
            Box("TÉRMINO", 2),
        ],
        [Box("", 1, "continue")] * 6 + ["DESDE", "HASTA"],
        [
            Box("Responsabilidad Fiscal", 1, "restart"),
            "2.1.8.1",
            "Dilación en el trámite de indagaciones preliminares",
            "Fijar términos internos por auto de impulso",
            "100% de las indagaciones con auto de impulso",
            "Contralora Auxiliar para Responsabilidad Fiscal",
            "12 de febrero de 2024",
            "12 de agosto de 2024",
        ],
        [
            Box("", 1, "continue"),
            "2.1.8.2",
            "Falta de notificación oportuna",
            "Implementar tablero de control de notificaciones",
            "1 tablero",
            "Secretaría Común",
            "12 de febrero de 2024",
            "Junio 28 de 2024",
        ],
        [
            "Talento\nHumano",
            "2.1.10.1",
            "Ausencia de inducción",
            "Realizar dos (2) jornadas de inducción",
            "2 jornadas",
            "Subdirección Administrativa",
            "01/03/2024",
            "30/11/2024",
        ],
    ]
    write_word(
        folder / "auditoria_general_in_word.docx",
        [
            "CONTRALORÍA DEPARTAMENTAL",
            "PLAN DE MEJORAMIENTO SUSCRITO CON LA AUDITORÍA GENERAL DE LA REPÚBLICA – VIGENCIA AUDITADA 2022",
            "Gerencia Seccional VI",
            table,
            "Para constancia se firma a los ocho (8) días del mes de febrero de 2024.",
        ],
    )
    lines = [
        line(
            3,
            number="2.1.8.1",
            activity="Fijar términos internos por auto de impulso",
            start="2024-02-12",
            due="2024-08-12",
            target="1",
            target_unit="percent",
            teams=["Contralora Auxiliar para Responsabilidad Fiscal"],
            results={},
        ),
        line(4, number="2.1.8.2", due="2024-06-28", target="1", target_unit="count", teams=["Secretaría Común"]),
        line(5, number="2.1.10.1", start="2024-03-01", due="2024-11-30", target="2", target_unit="count"),
    ]
    return truth("auditoria_general_in_word.docx", "2024-04-01", [plan(lines, kind="improvement_plan")])


@case
def archive_improvement_plan(folder: Path) -> Truth:
    """The archive's form: dates of the whole plan above, findings over tasks, progress of task and of objective."""
    with Book(folder / "archive_improvement_plan.xlsx") as book:
        page = book.page("PMA")
        page.merge("A1:Q1", "ARCHIVO GENERAL DE LA NACIÓN - PLAN DE MEJORAMIENTO ARCHIVÍSTICO (PMA)", "title")
        page.row(2, ["Entidad:", None, "Gobernación de la Sierra", None, None, "NIT:", "800.000.000-1"])
        page.row(3, ["Fecha de iniciación:", None, date(2023, 7, 1), None, None, "Fecha de finalización:", None])
        page.put(3, "H", date(2024, 12, 31))
        page.row(
            4, ["Responsable del proceso:", None, "Secretaría General", None, None, "Cargo:", "Secretaria General"]
        )
        for letter, title in zip(
            "ABCDE",
            ("ITEM", "HALLAZGO", "OBJETIVOS", "No. DE TAREA", "DESCRIPCIÓN DE LAS TAREAS"),
            strict=True,
        ):
            page.merge(f"{letter}6:{letter}7", title)
        page.merge("F6:H6", "EJECUCIÓN DE LAS TAREAS")
        page.head(7, ["INICIO", "FINALIZACIÓN", "PLAZO EN SEMANAS"], "F")
        page.merge("I6:I7", "PORCENTAJE DE AVANCE DE LAS TAREAS")
        page.merge("J6:J7", "PRODUCTOS")
        page.merge("K6:K7", "AVANCE DE CUMPLIMIENTO DEL OBJETIVO")
        page.merge("L6:L7", "ÁREAS Y PERSONAS RESPONSABLES")
        page.merge("M6:O6", "SEGUIMIENTO CONTROL INTERNO")
        page.head(7, ["N° INFORME Y FECHA", "EVIDENCIAS", "OBSERVACIONES OCI"], "M")
        for column in "ABC":
            page.merge(
                f"{column}8:{column}9",
                {"A": 1, "B": "La entidad no tiene TRD convalidadas", "C": "Convalidar las TRD"}[column],
                "cell",
            )
        page.merge("K8:K9", Pct(0.75), "0%")
        page.merge("L8:L9", "Grupo de Gestión Documental", "cell")
        page.row(8, ["T1", "Actualizar los cuadros de clasificación", date(2023, 7, 4), date(2023, 12, 29), 25], "D")
        page.row(8, [Pct(1), "CCD actualizados"], "I")
        page.row(9, ["T2", "Presentar las TRD al Consejo Departamental", date(2024, 1, 15), date(2024, 6, 28), 24], "D")
        page.row(9, [Pct(0.5), "Oficio de radicación"], "I")
        page.row(8, ["Informe 2 - 15/03/2024", "Actas de mesas", "Se valida"], "M")
        page.row(10, [2, "Fondo acumulado sin organizar", "Organizar el fondo acumulado", "T1"])
        page.row(
            10, ["Elaborar el plan de trabajo archivístico integral", date(2023, 9, 1), date(2024, 12, 31), 70], "E"
        )
        page.row(10, [Pct(0.2), "Plan", Pct(0.2), "Grupo de Gestión Documental - Oficina de Planeación"], "I")
    lines = [
        line(
            8,
            activity="Actualizar los cuadros de clasificación",
            start="2023-07-04",
            due="2023-12-29",
            results={"cut": "1"},
            deliverable="CCD actualizados",
            teams=["Grupo de Gestión Documental"],
        ),
        line(9, start="2024-01-15", due="2024-06-28", results={"cut": "0.5"}, teams=["Grupo de Gestión Documental"]),
        line(10, start="2023-09-01", due="2024-12-31", results={"cut": "0.2"}, deliverable="Plan"),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("archive_improvement_plan.xlsx", "2024-04-10", [expected], (), [issue("missing_responsible", 9)])
