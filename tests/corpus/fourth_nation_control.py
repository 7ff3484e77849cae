"""Improvement plans, integrity programmes, risk maps and audit plans of national entities."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth


@case
def ministry_findings_with_traffic_light(folder: Path) -> Truth:
    """An entity's own copy of the comptroller's form: who answers was added, and columns that count days."""
    with Book(folder / "ministry_findings_with_traffic_light.xlsx") as book:
        page = book.page("PM CGR")
        page.merge("A1:R1", "PLAN DE MEJORAMIENTO SUSCRITO CON LA CONTRALORÍA GENERAL DE LA REPÚBLICA", "title")
        page.merge("A2:R2", "Seguimiento con corte a 30 de junio de 2025")
        page.row(3, ["Fecha de suscripción", None, date(2024, 12, 20), "Número de hallazgos", None, 3])
        head = ["CONSECUTIVO", "VIGENCIA", "CÓDIGO HALLAZGO", "DESCRIPCIÓN DEL HALLAZGO", "CAUSA DEL HALLAZGO"]
        head += ["ACCIÓN DE MEJORA", "ACTIVIDADES / DESCRIPCIÓN", "ACTIVIDADES / UNIDAD DE MEDIDA"]
        head += ["ACTIVIDADES / CANTIDADES UNIDAD DE MEDIDA", "ACTIVIDADES / FECHA DE INICIO"]
        head += ["ACTIVIDADES / FECHA DE TERMINACIÓN", "ACTIVIDADES / PLAZO EN SEMANAS"]
        head += ["ACTIVIDADES / AVANCE FÍSICO DE EJECUCIÓN", "% DE AVANCE", "DÍAS PARA EL VENCIMIENTO", "SEMÁFORO"]
        head += ["ÁREA RESPONSABLE", "OBSERVACIONES OCI"]
        page.head(5, head)
        page.row(6, [1, 2023, "H01 (A)(D)", "Deficiencias en la supervisión del convenio 123", "Falta de seguimiento"])
        page.row(6, ["Reforzar la supervisión", "Expedir circular de supervisión", "Circular", 1], "F")
        page.row(6, [date(2025, 1, 2), date(2025, 3, 31), 13, 1, Formula("=M6/I6", 1, "0%"), -91, "Cumplida"], "J")
        page.row(6, ["Subdirección de Contratación", "Se verificó la circular 004"], "Q")
        page.row(7, [2, 2023, "H01 (A)(D)", "Deficiencias en la supervisión del convenio 123", "Falta de seguimiento"])
        page.row(7, ["Reforzar la supervisión", "Capacitar a los supervisores", "Capacitaciones", 4], "F")
        page.row(7, [date(2025, 1, 2), date(2025, 12, 31), 52, 2, Formula("=M7/I7", 0.5, "0%"), 184, "En término"], "J")
        page.row(7, ["Subdirección de Contratación", None], "Q")
        page.row(8, [3, 2022, "H14 (A)", "Saldos sin conciliar", "Sistemas sin interfaz", "Conciliar saldos"])
        page.row(8, ["Conciliar mensualmente los saldos", "Conciliaciones", 12, date(2024, 7, 1)], "G")
        page.row(8, [date(2025, 6, 13), 50, 9, Formula("=M8/I8", 0.75, "0%"), -17, "Vencida"], "K")
        page.row(8, ["Grupo de Contabilidad"], "Q")
    lines = [
        line(
            6,
            activity="Expedir circular de supervisión",
            start="2025-01-02",
            due="2025-03-31",
            target="1",
            target_unit="count",
            results={"cut": "1"},
            programmed={},
            teams=["Subdirección de Contratación"],
            extra={"unit": "Circular"},
        ),
        line(7, activity="Capacitar a los supervisores", target="4", due="2025-12-31", results={"cut": "2"}),
        line(
            8,
            activity="Conciliar mensualmente los saldos",
            start="2024-07-01",
            due="2025-06-13",
            target="12",
            results={"cut": "9"},
            teams=["Grupo de Contabilidad"],
        ),
    ]
    return truth("ministry_findings_with_traffic_light.xlsx", "2025-07-08", [plan(lines, kind="improvement_plan")])


@case
def department_comptroller_weights(folder: Path) -> Truth:
    """A comptroller's form: goals as products, the term in days, progress and effectiveness on a scale to two."""
    with Book(folder / "department_comptroller_weights.xlsx") as book:
        page = book.page("F21")
        page.merge("A1:N1", "CONTRALORÍA DEPARTAMENTAL - FORMATO PLAN DE MEJORAMIENTO", "title")
        page.row(2, ["ENTIDAD:", None, "UNIVERSIDAD DEL PACÍFICO SUR"])
        page.row(3, ["REPRESENTANTE LEGAL:", None, "RECTOR"])
        page.row(4, ["MODALIDAD DE AUDITORÍA:", None, "Financiera y de gestión", None, "VIGENCIA AUDITADA:", 2023])
        page.row(5, ["FECHA DE SUSCRIPCIÓN:", None, "12/08/2024"])
        head = ["N° HALLAZGO", "HALLAZGO", "CONNOTACIÓN", "ACCIÓN CORRECTIVA", "OBJETIVO QUE SE BUSCA LOGRAR"]
        head += ["DESCRIPCIÓN DE LA META", "UNIDAD DE MEDIDA DE LA META", "CANTIDAD", "FECHA INICIACIÓN META"]
        head += ["FECHA TERMINACIÓN META", "RESPONSABLE", "CUMPLIMIENTO (0, 1, 2)", "EFECTIVIDAD (0, 1, 2)"]
        head += ["PORCENTAJE DE AVANCE"]
        page.head(7, head)
        page.row(8, ["01", "Pago de intereses moratorios", "A-F", "Calendario de pagos", "Pagar a tiempo"])
        page.row(8, ["Elaborar un calendario de pagos de seguridad social", "Documento", 1, "15/08/2024"], "F")
        page.row(8, ["30/09/2024", "División Financiera", 2, 2, Pct(1)], "J")
        page.row(9, ["02", "Contratos sin liquidar", "A-D", "Liquidar contratos", "Cerrar expedientes"])
        page.row(9, ["Liquidar los contratos vencidos", "Actas de liquidación", 35, "15/08/2024", "14/02/2025"], "F")
        page.row(9, ["Oficina Jurídica", 1, 1, Pct(0.6)], "K")
        page.row(11, ["FIRMA DEL REPRESENTANTE LEGAL"])
    lines = [
        line(
            8,
            number=["01", "1"],
            target="1",
            start="2024-08-15",
            due="2024-09-30",
            teams=["División Financiera"],
            extra={"unit": "Documento"},
        ),
        line(9, target="35", target_unit="count", start="2024-08-15", due="2025-02-14", teams=["Oficina Jurídica"]),
    ]
    return truth("department_comptroller_weights.xlsx", "2024-12-10", [plan(lines, kind="improvement_plan")])


@case
def internal_findings_with_two_looks(folder: Path) -> Truth:
    """Internal control's matrix: source, analysis by five whys, correction and action apart, looks with their dates."""
    with Book(folder / "internal_findings_with_two_looks.xlsx") as book:
        page = book.page("PM Interno")
        page.merge("A1:B3", "")
        page.merge("C1:S1", "PROCESO EVALUACIÓN Y MEJORA", "title")
        page.merge("C2:S2", "FORMATO PLAN DE MEJORAMIENTO POR PROCESOS", "title")
        page.row(3, ["Código: EM-FT-007", None, None, "Versión: 08", None, None, "Vigente desde: 14/02/2023"], "C")
        page.merge("A5:E5", "IDENTIFICACIÓN")
        page.merge("F5:L5", "FORMULACIÓN")
        page.merge("M5:P5", "SEGUIMIENTO DEL PROCESO (PRIMERA LÍNEA)")
        page.merge("Q5:S5", "VERIFICACIÓN OCI (TERCERA LÍNEA)")
        head = ["ID", "Proceso", "Fuente", "Fecha de detección", "Descripción del hallazgo o no conformidad"]
        head += ["Análisis de causa raíz", "Tipo de acción", "Actividad", "Producto esperado", "Responsable"]
        head += ["Fecha inicio", "Fecha fin", "Fecha de seguimiento", "Descripción del avance", "% Avance", "Evidencia"]
        head += ["Fecha de verificación", "Concepto OCI", "Estado de la acción"]
        page.head(6, head)
        page.merge("A7:A8", "NC-2024-01", "cell")
        page.merge("B7:B8", "Gestión Documental", "cell")
        page.merge("C7:C8", "Auditoría interna", "cell")
        page.merge("D7:D8", date(2024, 3, 8), "cell")
        page.merge("E7:E8", "Expedientes sin hoja de control", "cell")
        page.merge("F7:F8", "¿Por qué? Desconocimiento del instructivo", "cell")
        page.row(7, ["Corrección", "Diligenciar las hojas de control faltantes", "Hojas de control"], "G")
        page.row(7, ["Líder de Gestión Documental", date(2024, 4, 1), date(2024, 5, 31), date(2024, 6, 5)], "J")
        page.row(7, ["Se diligenciaron 120 hojas", Pct(1), "Carpeta compartida", date(2024, 6, 20)], "N")
        page.row(7, ["Se evidencia el cumplimiento", "Cerrada"], "R")
        page.row(8, ["Acción correctiva", "Incluir el tema en la inducción", "Presentación", "Talento Humano"], "G")
        page.row(8, [date(2024, 4, 15), date(2024, 10, 31), date(2024, 6, 5), "Diseño de la presentación"], "K")
        page.row(8, [Pct(0.4), "Borrador", date(2024, 6, 20), "Continúa en ejecución", "Abierta"], "O")
        page.row(9, ["OM-2024-02", "Planeación", "Autoevaluación", date(2024, 5, 2), "Indicadores sin análisis"])
        page.row(9, ["Falta de lineamiento", "Acción de mejora", "Ajustar el formato de indicadores"], "F")
        page.row(9, ["Formato", "Oficina Asesora de Planeación", date(2024, 7, 1), date(2024, 8, 30)], "I")
        page.row(9, ["Abierta"], "S")
    lines = [
        line(
            7,
            number="NC-2024-01",
            activity="Diligenciar las hojas de control faltantes",
            deliverable="Hojas de control",
            start="2024-04-01",
            due="2024-05-31",
            results={"cut": "1"},
            teams=["Líder de Gestión Documental"],
        ),
        line(
            8,
            activity="Incluir el tema en la inducción",
            start="2024-04-15",
            due="2024-10-31",
            results={"cut": "0.4"},
            teams=["Talento Humano"],
        ),
        line(9, number="OM-2024-02", due="2024-08-30", results={}, teams=["Oficina Asesora de Planeación"]),
    ]
    return truth("internal_findings_with_two_looks.xlsx", "2024-06-28", [plan(lines, kind="improvement_plan")])


@case
def ethics_programme_with_three_cuts(folder: Path) -> Truth:
    """The programme of transparency of 2025: components merged down, dates, and three cuts with share and words."""
    with Book(folder / "ethics_programme_with_three_cuts.xlsx") as book:
        page = book.page("PTEP")
        page.merge("A1:R1", "INSTITUTO NACIONAL DE VÍAS", "title")
        page.merge("A2:R2", "PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA - PTEP 2025-2026", "title")
        page.merge("A3:R3", "SEGUIMIENTO OFICINA DE CONTROL INTERNO – Vigencia 2025")
        for letter, title in zip(
            "ABCDEFGHI",
            (
                "COMPONENTE",
                "ACCIÓN ESTRATÉGICA",
                "No.",
                "ACTIVIDADES",
                "META O PRODUCTO",
                "RESPONSABLE",
                "APOYO",
                "F. INICIO",
                "F. FIN",
            ),
            strict=True,
        ):
            page.merge(f"{letter}5:{letter}6", title)
        cuts = ("CORTE 1: 30 de abril de 2025", "CORTE 2: 31 de agosto de 2025", "CORTE 3: 31 de diciembre de 2025")
        for cut, area in zip(cuts, ("J5:L5", "M5:O5", "P5:R5"), strict=True):
            page.merge(area, cut)
            page.head(6, ["Actividades cumplidas", "% de avance", "Observaciones"], area[0])
        page.merge("A7:A9", "COMPONENTE TRANSVERSAL", "cell")
        page.merge("B7:B8", "Gestión del riesgo para la integridad pública", "cell")
        page.row(7, ["1.1", "Actualizar la política de administración de riesgos", "1 política actualizada"], "C")
        page.row(7, ["Oficina Asesora de Planeación", "Todas las dependencias", "02/01/2025", "30/04/2025"], "F")
        page.row(7, ["Política aprobada en comité", Pct(1), "Cumplida"], "J")
        page.row(8, ["1.2", "Realizar el monitoreo de riesgos", "3 monitoreos", "Líderes de proceso"], "C")
        page.row(8, [None, "01/04/2025", "12/12/2025", "Primer monitoreo", Pct(0.33), "En término"], "G")
        page.row(8, ["Segundo monitoreo", Pct(0.66), "En término"], "M")
        page.row(9, ["Redes y articulación", "2.1", "Suscribir el pacto de transparencia", "1 pacto"], "B")
        page.row(9, ["Dirección General", None, "01/06/2025", "29/08/2025", None, Pct(0), "No iniciada"], "F")
        page.row(9, ["Pacto suscrito", Pct(1), "Cumplida"], "M")
    lines = [
        line(
            7,
            number="1.1",
            activity="Actualizar la política de administración de riesgos",
            target="1",
            target_unit="count",
            start="2025-01-02",
            due="2025-04-30",
            results={"2025-C1": "1"},
            extra={"path_has": ["COMPONENTE TRANSVERSAL", "Gestión del riesgo para la integridad pública"]},
        ),
        line(
            8,
            number="1.2",
            target="3",
            due="2025-12-12",
            results={"2025-C1": "0.33", "2025-C2": "0.66"},
            teams=["Líderes de proceso"],
        ),
        line(
            9,
            number="2.1",
            due="2025-08-29",
            results={"2025-C1": "0", "2025-C2": "1"},
            teams=["Dirección General"],
            extra={"path_has": ["COMPONENTE TRANSVERSAL", "Redes y articulación"]},
        ),
    ]
    expected = plan(lines, kind="transparency_plan", period_kind="four_month")
    return truth("ethics_programme_with_three_cuts.xlsx", "2025-09-12", [expected], (), ["missing_responsible"])
