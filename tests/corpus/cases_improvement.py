"""Improvement plans in the forms of the Contraloría General and the Contraloría de Bogotá."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth


@case
def contraloria_f14_1(folder: Path) -> Truth:
    """The SIRECI export: column numbers above the titles, FILA_1, dates as 2023/07/01, and a hidden list far below."""
    numbers = [4, 8, 12, 16, 20, 24, 28, 31, 32, 36, 40, 44, 48]
    titles = ["MODALIDAD DE REGISTRO", "CÓDIGO HALLAZGO", "DESCRIPCIÓN DEL HALLAZGO", "CAUSA DEL HALLAZGO"]
    titles += ["ACCIÓN DE MEJORA", "ACTIVIDADES / DESCRIPCIÓN", "ACTIVIDADES / UNIDAD DE MEDIDA"]
    titles += ["ACTIVIDADES / CANTIDADES UNIDAD DE MEDIDA", "ACTIVIDADES / FECHA DE INICIO"]
    titles += ["ACTIVIDADES / FECHA DE TERMINACIÓN", "ACTIVIDADES / PLAZO EN SEMANAS"]
    titles += ["ACTIVIDADES / AVANCE FÍSICO DE EJECUCIÓN", "OBSERVACIONES"]
    mode = "2 AVANCE ó SEGUIMIENTO DEL PLAN DE MEJORAMIENTO"
    finding = (
        "H1. Supervisión contractual. Deficiencias en los informes de supervisión de los contratos 045 y 087 de 2021."
    )
    with Book(folder / "contraloria_f14_1.xlsx") as book:
        page = book.page("F14.1  PLANES DE MEJORAMIENT...")
        page.row(1, ["Tipo Modalidad", None, 53, "M-3: PLAN DE MEJORAMIENTO"])
        page.row(2, ["Formulario", None, 400, "F14.1: PLANES DE MEJORAMIENTO - ENTIDADES"])
        page.row(3, ["Moneda Informe", None, 1])
        page.row(4, ["Entidad", None, 12345])
        page.row(5, ["Fecha", None, "2023/12/31"])
        page.row(6, ["Periodicidad", None, 6, "SEMESTRAL"])
        page.row(8, ["[1]", None, 0, "PLANES DE MEJORAMIENTO - ENTIDADES"])
        page.row(9, numbers, "C")
        page.head(10, titles, "C")
        page.row(11, [1, "FILA_1", mode, "H1", finding, "Desconocimiento del manual", "Fortalecer la supervisión"])
        page.row(
            11, ["Expedir el manual de supervisión", "Manual", 1, "2023/02/01", "2023/06/30", 21, 1, "Cumplida"], "H"
        )
        page.row(12, [2, "FILA_2", mode, "H1", finding, "Desconocimiento del manual", "Fortalecer la supervisión"])
        page.row(12, ["Capacitar a los supervisores", "Capacitaciones", 4, "2023/03/01", "2023/12/15", 41, 3], "H")
        page.row(
            13, [3, "FILA_3", mode, "H2 D", "H2. Bienes sin plaquetear en la sede norte.", "Inventario incompleto"]
        )
        page.row(13, ["Actualizar el inventario", "Levantar el inventario físico", "Porcentaje", 100], "G")
        page.row(13, ["2023/01/16", "2024/06/30", 76, 60], "K")
        page.row(300, ["1 SUSCRIPCIÓN DEL PLAN DE MEJORAMIENTO"])
        page.row(301, ["2 AVANCE ó SEGUIMIENTO DEL PLAN DE MEJORAMIENTO"])
        page.hide_row(300)
        page.hide_row(301)
    lines = [
        line(
            11,
            activity="Expedir el manual de supervisión",
            start="2023-02-01",
            due="2023-06-30",
            target="1",
            results={"cut": "1"},
            extra={"unit": "Manual"},
        ),
        line(
            12,
            activity="Capacitar a los supervisores",
            start="2023-03-01",
            due="2023-12-15",
            target="4",
            results={"cut": "3"},
            extra={"unit": "Capacitaciones"},
        ),
        line(13, activity="Levantar el inventario físico", start="2023-01-16", due="2024-06-30"),
    ]
    plans = [plan(lines, "F14.1  PLANES DE MEJORAMIENT...", kind="improvement_plan")]
    return truth("contraloria_f14_1.xlsx", "2023-12-31", plans, (), ["ambiguous_date"])


@case
def contraloria_de_bogota(folder: Path) -> Truth:
    """The Bogotá form: PAD year, audit code, finding and action codes, formula, goal, area, two states."""
    titles = [
        "No.",
        "CÓDIGO DE LA ENTIDAD",
        "VIGENCIA PAD AUDITORÍA O VISITA",
        "CÓDIGO AUDITORÍA SEGÚN PAD DE LA VIGENCIA",
    ]
    titles += ["No. HALLAZGO", "CÓDIGO ACCIÓN", "HALLAZGO", "CAUSA DEL HALLAZGO", "DESCRIPCIÓN ACCIÓN"]
    titles += ["NOMBRE DEL INDICADOR", "FÓRMULA DEL INDICADOR", "VALOR META", "ÁREA RESPONSABLE", "FECHA DE INICIO"]
    titles += ["FECHA DE TERMINACIÓN", "% AVANCE A 30-JUN-2022", "ESTADO ENTIDAD", "ESTADO AUDITOR"]
    with Book(folder / "contraloria_de_bogota.xlsx") as book:
        page = book.page("CB-0402F")
        page.merge("A1:R1", "CONTRALORÍA DE BOGOTÁ D.C.", "title")
        page.merge("A2:R2", "FORMATO CB-0402F: PLAN DE MEJORAMIENTO - FORMULACIÓN Y SEGUIMIENTO", "title")
        page.row(3, ["ENTIDAD:", "SECRETARÍA DISTRITAL DEL HÁBITAT POPULAR"])
        page.head(5, titles)
        page.row(
            6,
            [
                1,
                118,
                2021,
                56,
                "3.1.2.1",
                1,
                "Hallazgo administrativo por falta de planeación",
                "Debilidad en controles",
            ],
        )
        page.row(
            6,
            ["Elaborar lista de chequeo precontractual", "Lista de chequeo", "Lista elaborada / lista programada", 1],
            "I",
        )
        page.row(
            6, ["SUBDIRECCIÓN ADMINISTRATIVA", date(2021, 8, 2), date(2022, 7, 15), Pct(1), "CUMPLIDA", "ABIERTA"], "M"
        )
        page.row(
            7,
            [
                2,
                118,
                2021,
                56,
                "3.1.2.1",
                2,
                "Hallazgo administrativo por falta de planeación",
                "Debilidad en controles",
            ],
        )
        page.row(
            7,
            ["Hacer seguimiento mensual a los procesos", "Seguimientos", "Seguimientos realizados / 12 * 100", 1],
            "I",
        )
        page.row(
            7,
            ["SUBDIRECCIÓN FINANCIERA", date(2021, 8, 2), date(2022, 7, 29), Pct(0.75), "EN EJECUCIÓN", "ABIERTA"],
            "M",
        )
        page.row(8, [3, 118, 2022, 61, "3.3.1", 1, "Diferencias en conciliaciones", "Falta de depuración"])
        page.row(
            8,
            ["Depurar partidas conciliatorias", "Partidas depuradas", "Partidas depuradas / partidas identificadas", 1],
            "I",
        )
        page.row(
            8,
            ["SUBDIRECCIÓN FINANCIERA", date(2022, 3, 1), date(2023, 2, 20), Pct(0.2), "EN EJECUCIÓN", "ABIERTA"],
            "M",
        )
    lines = [
        line(
            6,
            activity="Elaborar lista de chequeo precontractual",
            indicator="Lista de chequeo",
            start="2021-08-02",
            due="2022-07-15",
            target="1",
            results={"cut": "1"},
            teams=["SUBDIRECCIÓN ADMINISTRATIVA"],
        ),
        line(7, activity="Hacer seguimiento mensual a los procesos", due="2022-07-29", results={"cut": "0.75"}),
        line(8, due="2023-02-20", results={"cut": "0.2"}, teams=["SUBDIRECCIÓN FINANCIERA"]),
    ]
    plans = [plan(lines, "CB-0402F", kind="improvement_plan")]
    return truth("contraloria_de_bogota.xlsx", "2022-06-30", plans)


@case
def weeks_and_points(folder: Path) -> Truth:
    """A hospital's F14.1 with weeks, points and compliance by formula: derived columns are no results of their own."""
    titles = ["Código hallazgo", "Descripción hallazgo", "Acción de mejoramiento", "Descripción de las metas"]
    titles += [
        "Denominación de la unidad de medida de la meta",
        "Unidad de medida de la meta",
        "Fecha iniciación metas",
    ]
    titles += ["Fecha terminación metas", "Plazo en semanas de las metas", "Avance físico de ejecución de las metas"]
    titles += [
        "Porcentaje de avance físico de ejecución de las metas",
        "Puntaje logrado por las metas",
        "Área responsable",
    ]
    with Book(folder / "weeks_and_points.xlsx") as book:
        page = book.page("Hoja 1")
        page.put(1, "A", "E.S.E. HOSPITAL DEPARTAMENTAL - PLAN DE MEJORAMIENTO CONTRALORÍA", "title")
        page.row(2, ["Fecha de suscripción:", None, "2018/03/15"])
        page.head(4, titles)
        page.row(5, ["1404004", "Glosas sin conciliar", "Conciliar con las EPS", "Actas de conciliación", "Acta", 6])
        page.row(5, [date(2018, 4, 2), date(2018, 12, 28), Formula("=(H5-G5)/7", 38.571428), 4], "G")
        page.row(5, [Formula("=J5/F5", 0.6666666, "0%"), Formula("=I5*K5", 25.714), "Subgerencia Financiera"], "K")
        page.row(6, ["1801002", "Cartera vencida", "Depurar cartera", "Informe de depuración", "Informe", 1])
        page.row(6, [date(2018, 5, 2), date(2018, 8, 31), Formula("=(H6-G6)/7", 17.285714), 1], "G")
        page.row(6, [Formula("=J6/F6", 1, "0%"), Formula("=I6*K6", 17.285), "Cartera"], "K")
        page.row(7, ["TOTALES", None, None, None, None, None, None, None, Formula("=SUM(I5:I6)", 55.86)])
    lines = [
        line(
            5, start="2018-04-02", due="2018-12-28", target="6", results={"cut": "4"}, teams=["Subgerencia Financiera"]
        ),
        line(6, start="2018-05-02", due="2018-08-31", target="1", results={"cut": "1"}, teams=["Cartera"]),
    ]
    return truth("weeks_and_points.xlsx", "2018-11-06", [plan(lines, "Hoja 1", kind="improvement_plan")])
