"""Plans followed by month, two months, half-year and year."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Truth, case, line, plan, truth

MONTHS = ["ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE"]
MONTHS += ["OCTUBRE", "NOVIEMBRE", "DICIEMBRE"]


@case
def months_as_p_and_e_rows(folder: Path) -> Truth:
    """A hospital's operative plan: two rows for each activity, P and E, over twelve months."""
    with Book(folder / "months_as_p_and_e_rows.xlsx") as book:
        page = book.page("POA 2024")
        page.merge("A1:R1", "E.S.E. HOSPITAL SAN ISIDRO · PLAN OPERATIVO ANUAL 2024", "title")
        page.head(3, ["ÍTEM", "ACTIVIDAD", "META", "RESPONSABLE", "P/E"])
        page.head(3, [name[:3] for name in MONTHS], "F")
        page.head(3, ["TOTAL"], "R")
        for index, text in enumerate(
            ["Realizar comité de historias clínicas", "Hacer mantenimiento preventivo de equipos"]
        ):
            row = 4 + 2 * index
            page.merge(f"A{row}:A{row + 1}", index + 1, "cell")
            page.merge(f"B{row}:B{row + 1}", text, "cell")
            page.merge(f"C{row}:C{row + 1}", 12 if index == 0 else 30, "cell")
            page.merge(f"D{row}:D{row + 1}", ["Subgerencia Científica", "Mantenimiento Hospitalario"][index], "cell")
            page.put(row, "E", "P")
            page.put(row + 1, "E", "E")
        page.row(4, [1] * 12, "F")
        page.row(5, [1, 1, 0, 1], "F")
        page.row(6, [None, None, 10, None, None, 10, None, None, 10], "F")
        page.row(7, [None, None, 9], "F")
        page.row(4, [Formula("=SUM(F4:Q4)", 12)], "R")
        page.row(5, [Formula("=SUM(F5:Q5)", 3)], "R")
        page.row(6, [Formula("=SUM(F6:Q6)", 30)], "R")
        page.row(7, [Formula("=SUM(F7:Q7)", 9)], "R")
    monthly = {f"2024-M{n:02}": "1" for n in range(1, 13)}
    lines = [
        line(
            4,
            number="1",
            activity="Realizar comité de historias clínicas",
            target="12",
            programmed=monthly,
            results={"2024-M01": "1", "2024-M02": "1", "2024-M03": "0", "2024-M04": "1"},
            teams=["Subgerencia Científica"],
        ),
        line(
            6,
            number="2",
            target="30",
            programmed={"2024-M03": "10", "2024-M06": "10", "2024-M09": "10"},
            results={"2024-M03": "9"},
            teams=["Mantenimiento Hospitalario"],
        ),
    ]
    return truth("months_as_p_and_e_rows.xlsx", "2024-05-10", [plan(lines, "POA 2024", period_kind="month")])


@case
def two_months(folder: Path) -> Truth:
    """A municipality that reports every two months, Roman numerals, executed only."""
    with Book(folder / "two_months.xlsx") as book:
        page = book.page("Bimestral")
        page.merge("A1:L1", "PERSONERÍA MUNICIPAL – PLAN DE ACCIÓN 2024", "title")
        page.merge("F3:K3", "AVANCE POR BIMESTRE 2024")
        page.head(
            4, ["N°", "Actividad", "Meta", "Plazo", "Responsable", "I BIM", "II BIM", "III BIM", "IV BIM", "V BIM"]
        )
        page.head(4, ["VI BIM", "Evidencias"], "K")
        page.row(
            5, [1, "Atender veedurías ciudadanas", 12, date(2024, 12, 31), "Personería Delegada", 2, 3, 0, 0, 0, 0]
        )
        page.put(5, "L", "https://intranet.personeria.example/veedurias")
        page.row(
            6,
            [2, "Dictar talleres de derechos humanos", 6, date(2024, 10, 31), "Personería Delegada", 1, 0, 0, 0, 0, 0],
        )
    lines = [
        line(5, number="1", target="12", due="2024-12-31", results={"2024-B1": "2", "2024-B2": "3"}),
        line(6, number="2", target="6", due="2024-10-31", results={"2024-B1": "1", "2024-B2": "0"}),
    ]
    return truth("two_months.xlsx", "2024-05-06", [plan(lines, "Bimestral", period_kind="two_month")])


@case
def half_years(folder: Path) -> Truth:
    """A concejo's plan reported twice a year, meta and logro for each half."""
    with Book(folder / "half_years.xlsx") as book:
        page = book.page("PLAN")
        page.merge("A1:J1", "CONCEJO MUNICIPAL DE PUERTO NARE · PLAN DE ACCIÓN 2023", "title")
        for column, title in zip("ABCD", ["OBJETIVO", "ACCIONES", "INDICADOR", "RESPONSABLES"], strict=True):
            page.merge(f"{column}3:{column}4", title)
        page.merge("E3:F3", "PRIMER SEMESTRE")
        page.merge("G3:H3", "SEGUNDO SEMESTRE")
        page.head(4, ["PROGRAMADO", "EJECUTADO"] * 2, "E")
        page.merge("I3:I4", "FECHA LÍMITE")
        page.row(
            5, ["Control político", "Citar a sesiones de control político", "Sesiones realizadas", "Mesa Directiva"]
        )
        page.row(5, [4, 5, 4, 0, date(2023, 11, 30)], "E")
        page.row(6, ["Participación", "Realizar cabildo abierto", "Cabildo realizado", "Secretaría General"])
        page.row(6, [None, None, 1, None, date(2023, 9, 30)], "E")
    lines = [
        line(
            5,
            activity="Citar a sesiones de control político",
            programmed={"2023-S1": "4", "2023-S2": "4"},
            results={"2023-S1": "5"},
            due="2023-11-30",
            teams=["Mesa Directiva"],
        ),
        line(6, programmed={"2023-S2": "1"}, results={}, due="2023-09-30", teams=["Secretaría General"]),
    ]
    return truth("half_years.xlsx", "2023-07-10", [plan(lines, "PLAN", period_kind="half_year")])


@case
def four_years(folder: Path) -> Truth:
    """A plan indicativo 2024-2027: programmed and executed by year, four-year target, base line with its year."""
    with Book(folder / "four_years.xlsx") as book:
        page = book.page("PLAN INDICATIVO - PRODUCTOS")
        page.merge("A1:Q1", "MUNICIPIO DE SAN JACINTO DEL VALLE", "title")
        page.merge("A2:Q2", "PLAN INDICATIVO 2024 - 2027 “Unidos por San Jacinto”", "title")
        titles = [
            "Línea estratégica",
            "Programa",
            "Código MGA",
            "Producto",
            "Indicador de producto",
            "Unidad de medida",
        ]
        titles += ["Línea base", "Meta de cuatrienio", "Secretaría responsable"]
        for index, title in enumerate(titles):
            page.merge(f"{chr(65 + index)}4:{chr(65 + index)}5", title)
        page.merge("J4:M4", "META PROGRAMADA")
        page.merge("N4:Q4", "META EJECUTADA")
        page.head(5, [2024, 2025, 2026, 2027] * 2, "J")
        page.merge("A6:A8", "1. Territorio de oportunidades", "cell")
        page.merge("B6:B7", "Transporte", "cell")
        page.row(6, ["2402006", "Vía terciaria mejorada", "Kilómetros de vía terciaria mejorada", "Kilómetros"], "C")
        page.row(6, [12.5, 20, "Secretaría de Infraestructura", 3.5, 5.5, 6, 5, 3.2], "G")
        page.row(7, ["2402041", "Placa huella construida", "Placa huella construida", "Metros"], "C")
        page.row(7, [0, 4000, "Secretaría de Infraestructura", None, 2000, 2000], "G")
        page.row(8, ["Vivienda", "4001014", "Vivienda mejorada", "Viviendas mejoradas", "Número"], "B")
        page.row(8, [150, 300, "Secretaría de Planeación", 50, 100, 100, 50, 41], "G")
    lines = [
        line(
            6,
            indicator="Kilómetros de vía terciaria mejorada",
            target="20",
            programmed={"2024-Y": "3.5", "2025-Y": "5.5", "2026-Y": "6", "2027-Y": "5"},
            results={"2024-Y": "3.2"},
            teams=["Secretaría de Infraestructura"],
            extra={"unit": "Kilómetros", "baseline": "12.5", "path_has": ["Transporte"]},
        ),
        line(
            7,
            target="4000",
            programmed={"2025-Y": "2000", "2026-Y": "2000"},
            results={},
            extra={"baseline": "0", "path_has": ["Transporte"]},
        ),
        line(
            8,
            indicator="Viviendas mejoradas",
            target="300",
            results={"2024-Y": "41"},
            teams=["Secretaría de Planeación"],
            extra={"baseline": "150", "path_has": ["Vivienda"]},
        ),
    ]
    plans = [plan(lines, "PLAN INDICATIVO - PRODUCTOS", kind="indicative_plan", period_kind="year")]
    return truth("four_years.xlsx", "2025-02-03", plans)


@case
def three_header_rows(folder: Path) -> Truth:
    """Three rows of titles: SEGUIMIENTO 2024 over the month over P and E; the plan ends in June."""
    with Book(folder / "three_header_rows.xlsx") as book:
        page = book.page("Cronograma")
        page.merge("A1:R1", "Cronograma de seguimiento - Plan Institucional de Archivos PINAR", "title")
        for column, title in zip(
            "ABCDE", ["Nº", "Actividad", "Entregable", "Responsable", "Fecha de entrega"], strict=True
        ):
            page.merge(f"{column}3:{column}5", title)
        page.merge("F3:Q3", "SEGUIMIENTO 2024")
        for index, month in enumerate(MONTHS[:6]):
            first = 5 + 2 * index
            page.merge(f"{chr(65 + first)}4:{chr(66 + first)}4", month.capitalize())
            page.head(5, ["P", "E"], chr(65 + first))
        page.row(6, ["1", "Actualizar las tablas de retención documental", "TRD actualizadas", "Gestión Documental"])
        page.row(6, [date(2024, 6, 28), 1, 1, 1, 1, 1, 0, 1, None, 1, None, 1, None], "E")
        page.row(7, ["2", "Elaborar el inventario documental", "FUID diligenciado", "Gestión Documental"])
        page.row(7, [date(2024, 3, 22), None, None, 50, 30, 50, 20], "E")
    lines = [
        line(
            6,
            number="1",
            activity="Actualizar las tablas de retención documental",
            deliverable="TRD actualizadas",
            due="2024-06-28",
            programmed={f"2024-M{n:02}": "1" for n in range(1, 7)},
            results={"2024-M01": "1", "2024-M02": "1", "2024-M03": "0"},
        ),
        line(
            7,
            number="2",
            due="2024-03-22",
            programmed={"2024-M02": "50", "2024-M03": "50"},
            results={"2024-M02": "30", "2024-M03": "20"},
        ),
    ]
    return truth("three_header_rows.xlsx", "2024-04-12", [plan(lines, "Cronograma", period_kind="month")])


@case
def months_with_quarter_subtotals(folder: Path) -> Truth:
    """Months with a subtotal column after every third one: the months are the figures."""
    with Book(folder / "months_with_quarter_subtotals.xlsx") as book:
        page = book.page("Indicadores mensuales")
        page.put(1, "A", "SECRETARÍA DE MOVILIDAD – PLAN DE ACCIÓN 2024 – EJECUCIÓN MENSUAL", "title")
        titles = ["No", "Actividad", "Meta", "Responsable"]
        for quarter in range(4):
            titles += [*MONTHS[3 * quarter : 3 * quarter + 3], f"SUBTOTAL {('I', 'II', 'III', 'IV')[quarter]} TRIM"]
        page.head(3, [*titles, "TOTAL AÑO"])
        page.row(
            4,
            [1, "Realizar operativos de control", 240, "Grupo de Agentes", 20, 18, 22, Formula("=SUM(E4:G4)", 60), 19],
        )
        page.row(4, [Formula("=SUM(I4:K4)", 19)], "L")
        page.row(4, [Formula("=SUM(M4:O4)", 0)], "P")
        page.row(4, [Formula("=SUM(Q4:S4)", 0), Formula("=H4+L4+P4+T4", 79)], "T")
        page.row(5, [2, "Señalizar vías urbanas", 36, "Subsecretaría Técnica", 3, 2, 4, Formula("=SUM(E5:G5)", 9), 1])
    lines = [
        line(
            4,
            number="1",
            target="240",
            results_subset={"2024-M01": "20", "2024-M02": "18", "2024-M03": "22", "2024-M04": "19"},
        ),
        line(5, number="2", target="36", results_subset={"2024-M01": "3", "2024-M02": "2", "2024-M03": "4"}),
    ]
    plans = [plan(lines, "Indicadores mensuales", period_kind="month")]
    return truth("months_with_quarter_subtotals.xlsx", "2024-05-08", plans)
