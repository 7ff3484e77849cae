"""Indicator sheets and abbreviated plans: base line, weight, accumulation type, numerator and denominator, units."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Shown, Truth, case, line, plan, truth


@case
def numerator_and_denominator(folder: Path) -> Truth:
    """A board of indicators: NUM, DEN and RESULTADO for each quarter, base line, weight, accumulation, tendency."""
    titles = ["CÓDIGO", "NOMBRE DEL INDICADOR", "FÓRMULA", "UNIDAD DE MEDIDA", "LÍNEA BASE", "META", "PESO"]
    titles += ["TIPO DE ACUMULACIÓN", "PERIODICIDAD", "RESPONSABLE"]
    with Book(folder / "numerator_and_denominator.xlsx") as book:
        page = book.page("Tablero de indicadores")
        page.merge("A1:V1", "E.S.E. HOSPITAL UNIVERSITARIO DE LA COSTA · TABLERO DE INDICADORES 2024", "title")
        for index, title in enumerate(titles):
            page.merge(f"{chr(65 + index)}3:{chr(65 + index)}4", title)
        for index, name in enumerate(["I TRIMESTRE", "II TRIMESTRE", "III TRIMESTRE", "IV TRIMESTRE"]):
            first = 10 + 3 * index
            page.merge(f"{chr(65 + first)}3:{chr(67 + first)}3", name)
            page.head(4, ["NUMERADOR", "DENOMINADOR", "RESULTADO"], chr(65 + first))
        page.row(5, ["IND-01", "Oportunidad en la respuesta a PQRS", "PQRS a tiempo / PQRS recibidas", "Porcentaje"])
        page.row(5, [Pct(0.82), Pct(0.95), Pct(0.4), "Flujo", "Trimestral", "Servicio al Ciudadano"], "E")
        page.row(5, [180, 200, Formula("=K5/L5", 0.9, "0%"), 190, 200, Formula("=N5/O5", 0.95, "0%")], "K")
        page.row(5, [0, 0, Formula("=IF(R5=0,0,Q5/R5)", 0, "0%"), 0, 0, Formula("=IF(U5=0,0,T5/U5)", 0, "0%")], "Q")
        page.row(6, ["IND-02", "Reingreso por la misma causa", "Reingresos / egresos", "Porcentaje"])
        page.row(6, [Pct(0.05), Pct(0.03), Pct(0.6), "Reducción", "Trimestral", "Calidad"], "E")
        page.row(6, [12, 300, Formula("=K6/L6", 0.04, "0%")], "K")
    lines = [
        line(
            5,
            number="IND-01",
            indicator="Oportunidad en la respuesta a PQRS",
            target="0.95",
            target_unit="percent",
            results={"2024-Q1": "0.9", "2024-Q2": "0.95"},
            teams=["Servicio al Ciudadano"],
            extra={
                "baseline": "0.82",
                "weight": "0.4",
                "accumulation": "flow",
                "numerator": {"2024-Q1": "180", "2024-Q2": "190"},
                "denominator": {"2024-Q1": "200", "2024-Q2": "200"},
            },
        ),
        line(
            6,
            indicator="Reingreso por la misma causa",
            target="0.03",
            results={"2024-Q1": "0.04"},
            extra={"baseline": "0.05", "accumulation": "reduction", "numerator": {"2024-Q1": "12"}},
        ),
    ]
    plans = [plan(lines, "Tablero de indicadores", kind="indicator_sheet", period_kind="quarter")]
    return truth("numerator_and_denominator.xlsx", "2024-07-19", plans, (), ["error_value"])


@case
def accumulation_types(folder: Path) -> Truth:
    """DNP accumulation types in a product sheet: stock, flujo, acumulado, capacidad, reducción, reducción anual."""
    kinds = [("Stock", "stock"), ("Flujo", "flow"), ("Acumulado", ["cumulative", "sum"]), ("Capacidad", "capacity")]
    kinds += [("Reducción", "reduction"), ("Reducción anual", "annual_reduction")]
    lines: list[Truth] = []
    with Book(folder / "accumulation_types.xlsx") as book:
        page = book.page("Indicadores PDT")
        page.put(1, "A", "DEPARTAMENTO DEL GRAN MAGDALENA · INDICADORES DE RESULTADO 2024-2027", "title")
        page.head(
            2, ["Nº", "Indicador", "Und.", "Línea base 2023", "Meta 2027", "Tipo de acumulación", "Entidad responsable"]
        )
        page.head(2, ["Avance 2024", "Avance 2025", "Avance 2026", "Avance 2027"], "H")
        for index, (printed, kind) in enumerate(kinds):
            row = 3 + index
            page.row(
                row,
                [index + 1, f"Indicador de resultado número {index + 1}", "Número", 10 + index, 50 + index, printed],
            )
            page.row(row, ["Secretaría de Desarrollo Social", 20 + index, 30 + index, 0, 0], "G")
            lines.append(
                line(
                    row,
                    number=str(index + 1),
                    indicator=f"Indicador de resultado número {index + 1}",
                    target=str(50 + index),
                    results={"2024-Y": str(20 + index), "2025-Y": str(30 + index)},
                    extra={"baseline": str(10 + index), "accumulation": kind},
                )
            )
    plans = [plan(lines, "Indicadores PDT", period_kind="year")]
    return truth("accumulation_types.xlsx", "2026-02-02", plans)


@case
def abbreviated_titles(folder: Path) -> Truth:
    """Every title abbreviated: No., Act., Und., Cant., Pond., F. Inicio, F. Fin, Resp., T1..T4 Prog. and Ejec."""
    with Book(folder / "abbreviated_titles.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "CORPORACIÓN AUTÓNOMA REGIONAL - PLAN DE ACCION 2023", "title")
        page.head(3, ["No.", "Act.", "Und.", "Cant.", "Pond.", "F. Inicio", "F. Fin", "Resp.", "Prog. T1", "Ejec. T1"])
        page.head(3, ["Prog. T2", "Ejec. T2", "Prog. T3", "Ejec. T3", "Prog. T4", "Ejec. T4", "Obs."], "K")
        page.row(4, [1, "Reforestar rondas hídricas", "Ha.", 250, Pct(0.35), date(2023, 2, 1), date(2023, 11, 30)])
        page.row(4, ["Subd. Gestión Ambiental", 50, 42.5, 100, None, 60, None, 40], "H")
        page.row(5, [2, "Monitorear calidad del aire", "Rep.", 12, Pct(0.65), date(2023, 1, 2), date(2023, 12, 29)])
        page.row(5, ["Lab. Ambiental", 3, 3, 3, None, 3, None, 3, None, "Estación 2 en mantenimiento"], "H")
    lines = [
        line(
            4,
            number="1",
            activity="Reforestar rondas hídricas",
            target="250",
            start="2023-02-01",
            due="2023-11-30",
            programmed={"2023-Q1": "50", "2023-Q2": "100", "2023-Q3": "60", "2023-Q4": "40"},
            results={"2023-Q1": "42.5"},
            teams=["Subd. Gestión Ambiental"],
            extra={"unit": "Ha.", "weight": "0.35"},
        ),
        line(5, number="2", target="12", results={"2023-Q1": "3"}, teams=["Lab. Ambiental"], extra={"weight": "0.65"}),
    ]
    return truth("abbreviated_titles.xlsx", "2023-05-02", [plan(lines, "Plan", period_kind="quarter")])


@case
def percent_and_count(folder: Path) -> Truth:
    """Targets as 100 %, 1 shown as 100 %, '80%' in text, a count, and a share with decimals."""
    with Book(folder / "percent_and_count.xlsx") as book:
        page = book.page("Plan 2024")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 – CONTROL INTERNO DISCIPLINARIO", "title")
        page.head(
            2,
            [
                "Ítem",
                "Actividad",
                "Meta",
                "Fecha de finalización",
                "Responsable",
                "2024-I",
                "2024-II",
                "2024-III",
                "2024-IV",
            ],
        )
        page.row(
            3,
            [1, "Atender las quejas recibidas", "100%", date(2024, 12, 31), "Control Disciplinario", "100%", "87,5 %"],
        )
        page.row(
            4,
            [
                2,
                "Actualizar expedientes",
                Pct(1),
                date(2024, 12, 31),
                "Control Disciplinario",
                Pct(0.25),
                Pct(0.255, "0.0%"),
            ],
        )
        page.row(5, [3, "Evacuar procesos represados", "80%", date(2024, 9, 30), "Control Disciplinario", "20%", "0%"])
        page.row(6, [4, "Dictar charlas preventivas", 4, date(2024, 10, 31), "Control Disciplinario", 1, 1])
        page.row(
            7, [5, "Reducir tiempos de trámite", Shown(0.125, "0.00%"), date(2024, 11, 30), "Control Disciplinario"]
        )
    lines = [
        line(3, number="1", target="1", target_unit="percent", results={"2024-Q1": "1", "2024-Q2": "0.875"}),
        line(4, number="2", target="1", target_unit="percent", results={"2024-Q1": "0.25", "2024-Q2": "0.255"}),
        line(5, number="3", target="0.8", target_unit="percent", results={"2024-Q1": "0.2", "2024-Q2": "0"}),
        line(6, number="4", target="4", target_unit="count", results={"2024-Q1": "1", "2024-Q2": "1"}),
        line(7, number="5", target="0.125", target_unit="percent", results={}),
    ]
    return truth("percent_and_count.xlsx", "2024-07-09", [plan(lines, "Plan 2024", period_kind="quarter")])


@case
def measured_by_formula_of_words(folder: Path) -> Truth:
    """A hospital matrix whose indicator is a formula in words and whose quarters are marked with x."""
    with Book(folder / "measured_by_formula_of_words.xlsx") as book:
        page = book.page("PLANEACION")
        page.merge("A1:J1", "MATRIZ 5W-1H PLAN DE ACCIÓN", "title")
        page.merge("A2:J2", "PLAN DE ACCIÓN E.S.E. DEL NORTE – PLANEACIÓN – AÑO 2017", "title")
        for column, title in zip(
            "ABCDE", ["OBJETIVO GENERAL", "No.", "ESTRATEGIA", "META", "RESPONSABLE"], strict=True
        ):
            page.merge(f"{column}3:{column}4", title)
        page.merge("F3:I3", "TRIMESTRAL AÑO 2017")
        page.head(4, [1, 2, 3, 4], "F")
        page.merge("J3:J4", "INDICADORES DE GESTIÓN")
        page.merge("A5:A6", "Elaborar y seguir el plan de gestión", "cell")
        page.row(5, [1, "Presentar el plan de gestión a la junta directiva", "1 plan aprobado", "Gerencia", "x"], "B")
        page.row(
            6, [2, "Hacer seguimiento al plan de gestión", "4 seguimientos", "Planeación", "x", "x", "x", "x"], "B"
        )
        page.put(6, "J", "N° de seguimientos realizados / N° de seguimientos programados * 100")
    lines = [
        line(
            5, number="1", results={}, teams=["Gerencia"], extra={"path_has": ["Elaborar y seguir el plan de gestión"]}
        ),
        line(6, number="2", results={}, teams=["Planeación"]),
    ]
    return truth("measured_by_formula_of_words.xlsx", "2017-03-31", [plan(lines, "PLANEACION")])
