"""Plans and indicator sheets as public hospitals write them."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth


@case
def hospital_poa_not_applicable(folder: Path) -> Truth:
    """Weights per activity and NA where nothing is planned, every value a percentage."""
    with Book(folder / "hospital_poa_not_applicable.xlsx") as book:
        page = book.page("DIRECCIONAMIENTO")
        page.merge("A1:I1", "PLAN OPERATIVO ANUAL VIGENCIA 2021", "title")
        page.merge("A2:I2", "PROCESO DIRECCIONAMIENTO - ESE HOSPITAL DE LA SIERRA", "title")
        page.head(4, ["OBJETIVO", "ACTIVIDADES", "PONDERACIÓN", "META", "RESPONSABLE"])
        page.head(4, ["TRIM 1", "TRIM 2", "TRIM 3", "TRIM 4"], "F")
        page.merge("A5:A7", "Habilitación", "cell")
        page.row(
            5,
            ["1. Realizar el diagnóstico de habilitación", Pct(0.4), Pct(1), "Calidad", Pct(1), "NA", "NA", "NA"],
            "B",
        )
        page.row(
            6,
            ["2. Diseñar planes de mejoramiento continuo", Pct(0.2), Pct(1), "Calidad", Pct(0.5), "NA", "NA", "N.A."],
            "B",
        )
        page.row(7, ["3. Ejecutar y hacer seguimiento a los planes", Pct(0.4), Pct(1), "Subgerencia Científica"], "B")
        page.row(7, [Pct(0.1), Pct(0.1)], "F")
        page.row(8, [None, "TOTAL PROCESO", Pct(1)])
    lines = [
        line(
            5, target="1", target_unit="percent", results={"2021-Q1": "1"}, extra={"weight": "0.4"}, teams=["Calidad"]
        ),
        line(6, results={"2021-Q1": "0.5"}, extra={"weight": "0.2", "path_has": ["Habilitación"]}),
        line(7, results={"2021-Q1": "0.1", "2021-Q2": "0.1"}, teams=["Subgerencia Científica"]),
    ]
    return truth("hospital_poa_not_applicable.xlsx", "2021-07-20", [plan(lines, period_kind="quarter")])


@case
def hospital_ratio_columns(folder: Path) -> Truth:
    """Numerator, denominator and result under each quarter."""
    with Book(folder / "hospital_ratio_columns.xlsx") as book:
        page = book.page("Tablero")
        page.put(1, "A", "TABLERO DE INDICADORES DE CALIDAD 2024 - RESOLUCIÓN 256", "title")
        for area, title in (("A3:A4", "CÓDIGO"), ("B3:B4", "NOMBRE DEL INDICADOR"), ("C3:C4", "LÍNEA BASE")):
            page.merge(area, title)
        for area, title in (("D3:D4", "META"), ("E3:E4", "PROCESO RESPONSABLE"), ("F3:H3", "TRIMESTRE 1")):
            page.merge(area, title)
        page.merge("I3:K3", "TRIMESTRE 2")
        page.head(4, ["NUM", "DEN", "RESULTADO"] * 2, "F")
        page.row(
            5, ["P.3.1", "Proporción de cancelación de cirugía", Pct(0.06), Pct(0.05), "Cirugía", 12, 300, Pct(0.04)]
        )
        page.row(5, [9, 250, Pct(0.036, "0.0%")], "I")
        page.row(
            6,
            [
                "P.3.2",
                "Proporción de gestantes captadas antes de la semana 12",
                Pct(0.78),
                Pct(0.85),
                "Consulta Externa",
            ],
        )
        page.row(6, [85, 100, Pct(0.85), 90, 120, Pct(0.75)], "F")
    lines = [
        line(
            5,
            number="P.3.1",
            indicator="Proporción de cancelación de cirugía",
            target="0.05",
            target_unit="percent",
            results={"2024-Q1": "0.04", "2024-Q2": "0.036"},
            extra={
                "baseline": "0.06",
                "numerator": {"2024-Q1": "12", "2024-Q2": "9"},
                "denominator": {"2024-Q1": "300", "2024-Q2": "250"},
            },
        ),
        line(
            6,
            results={"2024-Q1": "0.85", "2024-Q2": "0.75"},
            extra={"denominator": {"2024-Q1": "100", "2024-Q2": "120"}},
        ),
    ]
    return truth(
        "hospital_ratio_columns.xlsx", "2024-07-10", [plan(lines, kind="indicator_sheet", period_kind="quarter")]
    )


@case
def hospital_ratio_rows(folder: Path) -> Truth:
    """Numerator, denominator and result as three rows of each indicator, month by month."""
    months = ["Enero", "Febrero", "Marzo"]
    with Book(folder / "hospital_ratio_rows.xlsx") as book:
        page = book.page("Urgencias 2024")
        page.put(1, "A", "INDICADORES DEL SERVICIO DE URGENCIAS", "title")
        page.head(3, ["Indicador", "Fórmula", "Meta", "Responsable", "Variable", *months])
        data = [
            (
                "Oportunidad en triage II",
                "Minutos de espera / pacientes",
                30,
                [900, 1200, 800],
                [40, 50, 40],
                [22.5, 24, 20],
            ),
            (
                "Reingresos antes de 72 horas",
                "Reingresos / egresos",
                Pct(0.03),
                [3, 2, 4],
                [150, 100, 200],
                [0.02, 0.02, 0.02],
            ),
        ]
        for index, (name, formula, target, top_values, under, result) in enumerate(data):
            top = 4 + 3 * index
            for letter, value in zip("ABCD", (name, formula, target, "Coordinación de Urgencias"), strict=True):
                page.merge(f"{letter}{top}:{letter}{top + 2}", value, "cell")
            shown = [Pct(value) for value in result] if isinstance(target, Pct) else result
            page.rows(top, [["Numerador", *top_values], ["Denominador", *under], ["Resultado", *shown]], "E")
    lines = [
        line(
            4,
            indicator="Oportunidad en triage II",
            target="30",
            results={"2024-M01": "22.5", "2024-M02": "24", "2024-M03": "20"},
            extra={"numerator": {"2024-M01": "900", "2024-M02": "1200", "2024-M03": "800"}},
        ),
        line(7, target="0.03", results={"2024-M01": "0.02", "2024-M02": "0.02", "2024-M03": "0.02"}),
    ]
    return truth("hospital_ratio_rows.xlsx", "2024-04-10", [plan(lines, kind="indicator_sheet", period_kind="month")])


@case
def hospital_manager_plan(folder: Path) -> Truth:
    """The manager's plan: baseline, standard, a commitment per year and what each year gave."""
    with Book(folder / "hospital_manager_plan.xlsx") as book:
        page = book.page("PLAN DE GESTIÓN 2021-2024")
        page.merge("A1:L1", "PLAN DE GESTIÓN GERENCIAL 2021 - 2024 (RESOLUCIÓN 408 DE 2018)", "title")
        for area, title in (("A3:A4", "ÁREA DE GESTIÓN"), ("B3:B4", "No. INDICADOR"), ("C3:C4", "INDICADOR")):
            page.merge(area, title)
        page.merge("D3:D4", "LÍNEA BASE 2020")
        page.merge("E3:H3", "COMPROMISO (META) POR VIGENCIA")
        page.merge("I3:L3", "LOGRO POR VIGENCIA")
        page.head(4, [2021, 2022, 2023, 2024] * 2, "E")
        page.merge("A5:A6", "Dirección y Gerencia", "cell")
        page.row(
            5,
            [1, "Mejoramiento continuo de la calidad en acreditación", 1.2, 1.3, 1.4, 1.5, 1.6, 1.31, 1.42, 1.55],
            "B",
        )
        page.row(6, [3, "Gestión de ejecución del plan de desarrollo institucional", Pct(0.88), *[Pct(0.9)] * 4], "B")
        page.row(6, [Pct(0.93), Pct(0.91), Pct(0.95)], "I")
    years = ("2021-Y", "2022-Y", "2023-Y", "2024-Y")
    lines = [
        line(
            5,
            number="1",
            programmed=dict(zip(years, ("1.3", "1.4", "1.5", "1.6"), strict=True)),
            results={"2021-Y": "1.31", "2022-Y": "1.42", "2023-Y": "1.55"},
            extra={"baseline": "1.2"},
        ),
        line(6, programmed=dict.fromkeys(years, "0.9"), results={"2021-Y": "0.93", "2022-Y": "0.91", "2023-Y": "0.95"}),
    ]
    return truth("hospital_manager_plan.xlsx", "2024-03-01", [plan(lines, period_kind="year")])


@case
def hospital_pamec_prose_window(folder: Path) -> Truth:
    """What, who, when: the improvement tool of quality audits, with a state column and two dates in one cell."""
    with Book(folder / "hospital_pamec_prose_window.xlsx") as book:
        page = book.page("PAMEC")
        page.put(1, "B", "PLAN DE MEJORAMIENTO PAMEC 2025 - ESE HOSPITAL SAN RAFAEL", "title")
        page.head(
            3, ["ESTÁNDAR", "OPORTUNIDAD DE MEJORA", "¿QUÉ? (ACCIÓN DE MEJORAMIENTO)", "¿QUIÉN?", "¿CUÁNDO?"], "B"
        )
        page.head(3, ["¿DÓNDE?", "¿POR QUÉ?", "¿CÓMO?", "ESTADO"], "G")
        page.row(4, ["AsDP1", "No se mide la satisfacción", "Aplicar la encuesta de satisfacción", "SIAU"], "B")
        page.row(
            4,
            ["01/02/2025 - 30/06/2025", "Consulta externa", "Cumplir la norma", "Encuesta digital", "En ejecución"],
            "F",
        )
        page.row(
            5, ["AsEV2", "Historias incompletas", "Auditar 100 historias clínicas al mes", "Auditoría Médica"], "B"
        )
        page.row(
            5, ["15 de diciembre de 2025", "Hospitalización", "Calidad del dato", "Lista de chequeo", "Abierta"], "F"
        )
        page.row(
            6,
            ["AsEV5", "Sin protocolo", "Adoptar el protocolo de Londres", None, date(2025, 9, 30), "Institucional"],
            "B",
        )
    lines = [
        line(4, activity="Aplicar la encuesta de satisfacción", teams=["SIAU"], start="2025-02-01", due="2025-06-30"),
        line(5, due="2025-12-15", teams=["Auditoría Médica"]),
        line(6, due="2025-09-30", teams=[]),
    ]
    file = "hospital_pamec_prose_window.xlsx"
    return truth(file, "2025-03-01", [plan(lines, kind="improvement_plan")], [issue("missing_responsible", 6)])
