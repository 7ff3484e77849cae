"""Improvement plans as the national and territorial comptrollers ask for them."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth

SIRECI = [
    "MODALIDAD DE REGISTRO",
    "CÓDIGO HALLAZGO",
    "DESCRIPCIÓN DEL HALLAZGO",
    "CAUSA DEL HALLAZGO",
    "ACCIÓN DE MEJORA",
]
SIRECI += [f"ACTIVIDADES / {name}" for name in ("DESCRIPCIÓN", "UNIDAD DE MEDIDA", "CANTIDADES UNIDAD DE MEDIDA")]
SIRECI += [f"ACTIVIDADES / {name}" for name in ("FECHA DE INICIO", "FECHA DE TERMINACIÓN", "PLAZO EN SEMANAS")]
SIRECI += ["ACTIVIDADES / AVANCE FÍSICO DE EJECUCIÓN", "OBSERVACIONES"]


@case
def sireci_as_downloaded(folder: Path) -> Truth:
    """The form as the platform hands it out: codes over the titles, FILA_1 at the side, dates as yyyy/mm/dd texts."""
    with Book(folder / "sireci_as_downloaded.xlsx") as book:
        page = book.page("F14.1  PLANES DE MEJORAMIENT...")
        page.rows(1, [["Tipo Informe", None, 53, "PLAN DE MEJORAMIENTO"], ["Formulario", None, 400]], "B")
        page.row(2, ["F14.1: PLANES DE MEJORAMIENTO - ENTIDADES"], "E")
        page.rows(3, [["Moneda Informe", None, 1], ["Entidad", None, 11789], ["Fecha", None, date(2024, 6, 30)]], "B")
        page.row(6, ["Periodicidad", None, 0, "OCASIONAL"], "B")
        page.row(8, ["[1]", None, "0 PLAN DE MEJORAMIENTO - ENTIDADES"])
        page.row(9, [4, 8, 12, 16, 20, 24, 28, 31, 32, 36, 40, 44, 48], "C", "head")
        page.head(10, SIRECI, "C")
        rows: list[list[object]] = [
            [
                1,
                "FILA_1",
                "2 AVANCE ó SEGUIMIENTO DEL PLAN DE MEJORAMIENTO",
                "H1-2022",
                "Pagos sin soporte",
                "Falta de control",
                "Ajustar procedimiento",
                "Actualizar el manual de supervisión",
                "Manual",
                1,
                "2023/08/01",
                "2024/01/31",
                26,
                1,
                "Cumplida",
            ],
            [
                2,
                "FILA_2",
                "2 AVANCE ó SEGUIMIENTO DEL PLAN DE MEJORAMIENTO",
                "H2-2022",
                "Bienes sin inventario",
                "Desorden",
                "Toma física",
                "Realizar inventarios",
                "Inventario",
                4,
                "2023/08/01",
                "2024/12/31",
                74,
                2,
                "En curso",
            ],
            [
                3,
                "FILA_3",
                "2 AVANCE ó SEGUIMIENTO DEL PLAN DE MEJORAMIENTO",
                "H2-2022",
                "Bienes sin inventario",
                "Desorden",
                "Conciliar",
                "Conciliar saldos con contabilidad",
                "Acta",
                12,
                "2023/09/01",
                "2024/08/31",
                52,
                0,
                None,
            ],
        ]
        page.rows(11, rows)
        page.row(15, ["1 SUSCRIPCIÓN DEL PLAN DE MEJORAMIENTO"], "IV")
        page.row(16, ["2 AVANCE ó SEGUIMIENTO DEL PLAN DE MEJORAMIENTO"], "IV")
    lines = [
        line(
            11,
            activity="Actualizar el manual de supervisión",
            start="2023-08-01",
            due="2024-01-31",
            target="1",
            results={"cut": "1"},
            extra={"unit": "Manual"},
        ),
        line(12, activity="Realizar inventarios", target="4", results={"cut": "2"}, due="2024-12-31"),
        line(13, target="12", results={"cut": "0"}, start="2023-09-01", due="2024-08-31"),
    ]
    return truth("sireci_as_downloaded.xlsx", "2024-06-30", [plan(lines, kind="improvement_plan")])


@case
def territorial_comptroller_percentages(folder: Path) -> Truth:
    """A territorial form: findings merged over their actions and progress as a percentage."""
    with Book(folder / "territorial_comptroller_percentages.xlsx") as book:
        page = book.page("AVANCE PM")
        page.merge("A1:K1", "CONTRALORÍA DEPARTAMENTAL - FORMATO PM-02 AVANCE DEL PLAN DE MEJORAMIENTO", "title")
        page.row(2, ["Entidad: INSTITUTO DEPARTAMENTAL DE DEPORTES", None, None, None, "Fecha de corte: 30/06/2025"])
        page.head(4, ["No.", "HALLAZGO", "ACCIÓN CORRECTIVA", "ÁREA RESPONSABLE", "FECHA INICIAL", "FECHA FINAL"])
        page.head(4, ["MÉTRICA", "META", "% DE AVANCE", "EFECTIVIDAD", "OBSERVACIÓN DEL AUDITOR"], "G")
        page.merge("A5:A6", 1, "cell")
        page.merge("B5:B6", "Deficiencias en la publicación en el SECOP II", "cell")
        page.row(5, ["Publicar los contratos dentro de los 3 días", "Contratación", date(2025, 1, 15)], "C")
        page.row(5, [date(2025, 7, 15), "Contratos publicados", Pct(1), Pct(0.6), "Parcial", "Continúa"], "F")
        page.row(6, ["Capacitar a los supervisores", "Talento Humano", date(2025, 2, 1), date(2025, 5, 30)], "C")
        page.row(6, ["Capacitaciones", 2, Pct(0.5), "Parcial"], "G")
        page.row(7, [2, "Saldos sin depurar", "Depurar las cuentas por cobrar", "Contabilidad", date(2025, 1, 15)])
        page.row(7, [date(2025, 12, 31), "Porcentaje depurado", Pct(1), Pct(0.25), "Sin evaluar"], "F")
        page.row(8, ["PORCENTAJE DE CUMPLIMIENTO DEL PLAN", None, None, None, None, None, None, None, Pct(0.45)])
        page.row(10, ["Firma del representante legal", None, None, "Firma del jefe de control interno"], "B")
    lines = [
        line(
            5,
            activity="Publicar los contratos dentro de los 3 días",
            due="2025-07-15",
            target="1",
            results={"cut": "0.6"},
        ),
        line(6, due="2025-05-30", teams=["Talento Humano"], extra={"path_has": ["Deficiencias en la publicación"]}),
        line(7, due="2025-12-31", results={"cut": "0.25"}, target_unit="percent"),
    ]
    file = "territorial_comptroller_percentages.xlsx"
    return truth(file, "2025-06-30", [plan(lines, kind="improvement_plan")])


@case
def district_comptroller_actions(folder: Path) -> Truth:
    """A district form: one finding number over several coded actions, dates as ISO texts, a reversed window."""
    titles = ["No.", "FECHA REPORTE DE LA INFORMACIÓN", "VIGENCIA DE LA AUDITORIA", "CODIGO AUDITORIA SEGÚN PAD"]
    titles += ["No. HALLAZGO", "DESCRIPCIÓN HALLAZGO", "CAUSA HALLAZGO", "CÓDIGO ACCIÓN", "DESCRIPCIÓN ACCION"]
    titles += ["NOMBRE DEL INDICADOR", "FÓRMULA DEL INDICADOR", "VALOR META", "AREA RESPONSABLE", "FECHA DE INICIO"]
    titles += ["FECHA DE TERMINACIÓN", "ESTADO Y EVALUACIÓN AUDITOR"]
    shared = [
        "2023-12-28",
        2023,
        62,
        "3.1.2",
        "Hallazgo administrativo por mora en liquidaciones",
        "Debilidad de control",
    ]
    with Book(folder / "district_comptroller_actions.xlsx") as book:
        page = book.page("CB-0402F")
        page.put(1, "A", "CB-0402F: PLAN DE MEJORAMIENTO - FORMULACIÓN", "title")
        page.head(3, titles)
        page.row(
            4, [1, *shared, 1, "Elaborar base de datos de contratos por liquidar", "Base de datos", "Base elaborada"]
        )
        page.row(4, [1, "DIRECCIÓN DE CONTRATACIÓN", "2024-01-10", "2024-06-30", "ABIERTA"], "L")
        page.row(
            5,
            [
                2,
                *shared,
                2,
                "Liquidar los contratos vencidos",
                "Contratos liquidados",
                "(Liquidados / Por liquidar)*100",
            ],
        )
        page.row(5, [1, "DIRECCIÓN DE CONTRATACIÓN", "2024-01-10", "2024-11-30", "ABIERTA"], "L")
        page.row(6, [3, "2023-12-28", 2023, 62, "3.1.3", "Hallazgo por anticipos", "Falta de seguimiento", 1])
        page.row(6, ["Seguimiento mensual a anticipos", "Informes", "Número de informes", 6], "I")
        page.row(6, ["SUBDIRECCIÓN FINANCIERA", "2024-09-01", "2024-03-31", "ABIERTA"], "M")
    lines = [
        line(
            4,
            activity="Elaborar base de datos de contratos por liquidar",
            start="2024-01-10",
            due="2024-06-30",
            target="1",
        ),
        line(5, activity="Liquidar los contratos vencidos", due="2024-11-30", teams=["DIRECCIÓN DE CONTRATACIÓN"]),
        line(6, indicator="Informes", target="6", teams=["SUBDIRECCIÓN FINANCIERA"]),
    ]
    wanted = [issue("window_reversed", 6)]
    return truth("district_comptroller_actions.xlsx", "2024-02-01", [plan(lines, kind="improvement_plan")], wanted)


@case
def internal_audit_cut_titles(folder: Path) -> Truth:
    """A ministry's audit matrix: the progress column is named by its cut, the team before the finding."""
    titles = ["Dependencia Responsable", "Vigencia", "Descripción del Hallazgo", "Acción de Mejora"]
    titles += ["Actividades / Unidad de Medida", "Cantidades Unidad de Medida", "Fecha Inicial", "Fecha de Terminación"]
    titles += ["Seguimiento corte 30/06/2017\nAvance Físico (%)", "Estado"]
    with Book(folder / "internal_audit_cut_titles.xlsx") as book:
        page = book.page("Consolidado OCI")
        page.put(1, "A", "PLAN DE MEJORAMIENTO POR PROCESOS", "title")
        page.head(3, titles)
        page.row(
            4,
            [
                "Oficina Asesora Jurídica",
                2015,
                "Falta de abogados",
                "Valorar el riesgo",
                "Comunicación a Secretaría General",
            ],
        )
        page.row(4, [1, "1/07/2016", "01/12/2016", Pct(0.5), "A"], "F")
        page.row(
            5, ["Subdirección Administrativa", 2016, "Archivo sin foliar", "Foliar", "Expedientes foliados", 250], "A"
        )
        page.row(5, [date(2016, 8, 1), date(2017, 7, 31), Pct(0.8), "A"], "G")
        page.row(
            6,
            ["Subdirección Administrativa", 2016, "Parqueadero sin control", "Controlar", "Planilla semanal", 52],
            "A",
        )
        page.row(6, [date(2016, 8, 1), date(2017, 7, 31), Pct(1), "C"], "G")
    lines = [
        line(4, teams=["Oficina Asesora Jurídica"], target="1", due="2016-12-01"),
        line(5, target="250", due="2017-07-31", start="2016-08-01"),
        line(6, target="52", teams=["Subdirección Administrativa"]),
    ]
    return truth("internal_audit_cut_titles.xlsx", "2017-07-15", [plan(lines, kind="improvement_plan")])
