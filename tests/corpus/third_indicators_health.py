"""Indicator sheets, operative plans and manager's plans of public hospitals and health offices."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth

LETTERS = ["E", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"]


@case
def hospital_manager_rating(folder: Path) -> Truth:
    """The evaluation of one year: standard in words, goal and result, then rating, weight and weighted rating."""
    with Book(folder / "hospital_manager_rating.xlsx") as book:
        page = book.page("Evaluación 2024")
        page.merge("A1:K1", "E.S.E. HOSPITAL SAN RAFAEL", "title")
        page.merge(
            "A2:K2", "EVALUACIÓN PLAN DE GESTIÓN VIGENCIA 2024 - RES. 710 DE 2012, 743 DE 2013 Y 408 DE 2018", "title"
        )
        page.head(4, ["Área de Gestión", "No.", "Indicador", "Fórmula del indicador", "Estándar para cada año"])
        page.head(4, ["Línea de base", "Meta 2024", "Resultado 2024", "Calificación", "Ponderación"], "F")
        page.head(4, ["Resultado ponderado"], "K")
        page.merge("A5:A6", "Dirección y Gerencia\n20%", "cell")
        page.row(
            5, [1, "Mejoramiento continuo de calidad en entidades no acreditadas", "Promedio actual / anterior"], "B"
        )
        page.row(5, ["≥1,20", 1.18, 1.25, 1.31, 5, Pct(0.05), 0.25], "E")
        page.row(6, [2, "Efectividad en la auditoría para el mejoramiento", "Acciones ejecutadas / programadas"], "B")
        page.row(6, ["≥0,90", 0.87, 0.9, 0.93, 5, Pct(0.05), 0.25], "E")
        page.merge("A7:A8", "Financiera y Administrativa\n40%", "cell")
        page.row(7, [5, "Evolución del gasto por UVR producida", "Gasto / UVR"], "B")
        page.row(7, ["<0,90", 0.97, 0.9, 0.94, 3, Pct(0.05), 0.15], "E")
        page.row(8, [7, "Monto de la deuda superior a 30 días por salarios", "Valor de la deuda"], "B")
        page.row(8, ["Cero (0) o variación negativa", 0, 0, 0, 5, Pct(0.05), 0.25], "E")
        page.row(9, ["TOTAL CALIFICACIÓN", None, None, None, None, None, None, None, None, Pct(0.2), 0.9])
        page.row(12, ["JUNTA DIRECTIVA"], "C")
    lines = [
        line(5, number="1", target="1.25", results={"cut": "1.31"}, extra={"baseline": "1.18", "weight": "0.05"}),
        line(6, number="2", target="0.9", results={"cut": "0.93"}, extra={"baseline": "0.87"}),
        line(7, number="5", target="0.9", results={"cut": "0.94"}, extra={"path_has": ["Financiera y Adm"]}),
        line(8, number="7", target="0", results={"cut": "0"}),
    ]
    return truth("hospital_manager_rating.xlsx", "2025-03-10", [plan(lines)])


@case
def hospital_month_initials(folder: Path) -> Truth:
    """Months as single letters under MESES, P and E rows, the process merged over several activities."""
    with Book(folder / "hospital_month_initials.xlsx") as book:
        page = book.page("POA 2025")
        page.merge("A1:S1", "EMPRESA SOCIAL DEL ESTADO CENTRO DE SALUD", "title")
        page.merge("A2:S2", "PLAN OPERATIVO ANUAL 2025", "title")
        for area, title in (("A4:A5", "PROCESO"), ("B4:B5", "ACTIVIDAD"), ("C4:C5", "UND"), ("D4:D5", "CANT.")):
            page.merge(area, title)
        page.merge("E4:E5", "RESPONSABLE")
        page.merge("F4:F5", "P/E")
        page.merge("G4:R4", "MESES")
        page.head(5, LETTERS, "G")
        page.merge("S4:S5", "TOTAL")
        page.merge("A6:A9", "Promoción y mantenimiento de la salud", "cell")
        data = [
            ("Jornadas de vacunación extramural", "Jornada", 12, "Coordinación PAI", [1] * 12, [1, 1, 0]),
            ("Capacitar gestores comunitarios", "Taller", 4, "Trabajo Social", [0, 0, 1] * 4, [0, 0, 1]),
        ]
        for index, (activity, unit, target, team, planned, done) in enumerate(data):
            top = 6 + 2 * index
            for letter, value in zip("BCDE", (activity, unit, target, team), strict=True):
                page.merge(f"{letter}{top}:{letter}{top + 1}", value, "cell")
            page.row(top, ["P", *planned, sum(planned)], "F")
            page.row(top + 1, ["E", *done, *[None] * 9, sum(done)], "F")
        page.row(12, ["Convenciones: P = Programado   E = Ejecutado"])
    lines = [
        line(
            6,
            activity="Jornadas de vacunación extramural",
            target="12",
            programmed={f"2025-M{month:02}": "1" for month in range(1, 13)},
            results={"2025-M01": "1", "2025-M02": "1", "2025-M03": "0"},
            teams=["Coordinación PAI"],
            extra={"unit": "Jornada"},
        ),
        line(
            8,
            target="4",
            programmed={f"2025-M{month:02}": "1" for month in (3, 6, 9, 12)},
            results_subset={"2025-M03": "1"},
            teams=["Trabajo Social"],
            extra={"path_has": ["Promoción y mantenimiento"]},
        ),
    ]
    return truth("hospital_month_initials.xlsx", "2025-04-07", [plan(lines, period_kind="month")])


@case
def hospital_indicator_card_months(folder: Path) -> Truth:
    """A card whose months run to the right: numerator, denominator, result and goal as rows."""
    with Book(folder / "hospital_indicator_card_months.xlsx") as book:
        page = book.page("FT-URG-01")
        page.merge("A1:B3", "HOSPITAL DEPARTAMENTAL", "title")
        page.merge("C1:K3", "FICHA TÉCNICA DE INDICADOR", "title")
        page.merge("L1:N1", "Código: GC-F-014", "cell")
        page.merge("L2:N2", "Versión: 3", "cell")
        page.merge("L3:N3", "Página 1 de 1", "cell")
        labels = [
            ("PROCESO", "Urgencias"),
            ("NOMBRE DEL INDICADOR", "Proporción de reingreso de pacientes al servicio de urgencias antes de 72 horas"),
            ("OBJETIVO", "Medir la resolutividad del servicio"),
            ("FÓRMULA DE CÁLCULO", "Reingresos por la misma causa / total de pacientes atendidos * 100"),
            ("UNIDAD DE MEDIDA", "Porcentaje"),
            ("LÍNEA BASE", Pct(0.021, "0.0%")),
            ("META", "≤ 3%"),
            ("TENDENCIA", "Decreciente"),
            ("FRECUENCIA DE MEDICIÓN", "Mensual"),
            ("RESPONSABLE DE LA MEDICIÓN", "Coordinador de Urgencias"),
            ("AÑO", 2024),
        ]
        for index, (label, value) in enumerate(labels):
            page.merge(f"A{5 + index}:B{5 + index}", label)
            page.merge(f"C{5 + index}:N{5 + index}", value, "cell")
        page.head(
            18, ["VARIABLE", None, "ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"]
        )
        page.row(19, ["Numerador", None, 21, 18, 30, 25])
        page.row(20, ["Denominador", None, 1050, 900, 1200, 1000])
        page.row(21, ["Resultado", None, Pct(0.02), Pct(0.02), Pct(0.025, "0.0%"), Pct(0.025, "0.0%")])
        page.row(22, ["Meta", None, *[Pct(0.03)] * 12])
        page.row(24, ["ANÁLISIS DEL INDICADOR"])
        page.row(25, ["Abril: el resultado se mantiene por debajo del 3% y no requiere plan de mejora."])
    months = ("2024-M01", "2024-M02", "2024-M03", "2024-M04")
    expected = line(
        None,
        indicator="Proporción de reingreso de pacientes al servicio de urgencias antes de 72 horas",
        target="0.03",
        target_unit="percent",
        results=dict(zip(months, ("0.02", "0.02", "0.025", "0.025"), strict=True)),
        teams=["Coordinador de Urgencias"],
        extra={
            "baseline": "0.021",
            "numerator": dict(zip(months, ("21", "18", "30", "25"), strict=True)),
            "denominator": dict(zip(months, ("1050", "900", "1200", "1000"), strict=True)),
        },
    )
    plans = [plan([expected], kind="indicator_sheet", period_kind="month")]
    return truth("hospital_indicator_card_months.xlsx", "2024-05-10", plans)


@case
def hospital_ratio_months_wide(folder: Path) -> Truth:
    """N, D and % under each month, a quarter's total after three of them, the direction and the standard before."""
    with Book(folder / "hospital_ratio_months_wide.xlsx") as book:
        page = book.page("INDICADORES")
        page.merge("A1:R1", "MATRIZ DE INDICADORES 2025 - GESTIÓN DE CALIDAD", "title")
        for area, title in (
            ("A3:A4", "ÍTEM"),
            ("B3:B4", "NOMBRE INDICADOR"),
            ("C3:C4", "ESTÁNDAR"),
            ("D3:D4", "DIRECCIÓN"),
        ):
            page.merge(area, title)
        page.merge("E3:E4", "RESPONSABLE DEL REPORTE")
        for area, title in (
            ("F3:H3", "ENERO"),
            ("I3:K3", "FEBRERO"),
            ("L3:N3", "MARZO"),
            ("O3:Q3", "TOTAL I TRIMESTRE"),
        ):
            page.merge(area, title)
        page.head(4, ["N", "D", "%"] * 4, "F")
        page.row(5, [1, "Satisfacción global", ">=90%", "Aumentar", "SIAU", 180, 200, Pct(0.9), 190, 200, Pct(0.95)])
        page.row(5, [150, 200, Pct(0.75), Formula("=F5+I5+L5", 520), Formula("=G5+J5+M5", 600)], "L")
        page.put(5, "Q", Formula("=O5/P5", 0.8667, "0%"))
        page.row(6, [2, "Tasa de caídas", "<=1%", "Disminuir", "Seguridad del Paciente", 2, 400, Pct(0.005, "0.0%")])
        page.row(6, [0, 380, Pct(0, "0.0%"), 4, 400, Pct(0.01, "0.0%"), 6, 1180, Pct(0.0051, "0.00%")], "I")
    months = ("2025-M01", "2025-M02", "2025-M03")
    lines = [
        line(
            5,
            number="1",
            target="0.9",
            target_unit="percent",
            results=dict(zip(months, ("0.9", "0.95", "0.75"), strict=True)),
            teams=["SIAU"],
            extra={
                "numerator": dict(zip(months, ("180", "190", "150"), strict=True)),
                "denominator": dict(zip(months, ("200", "200", "200"), strict=True)),
            },
        ),
        line(6, target="0.01", target_unit="percent", results=dict(zip(months, ("0.005", "0", "0.01"), strict=True))),
    ]
    return truth("hospital_ratio_months_wide.xlsx", "2025-04-10", [plan(lines, period_kind="month")])


@case
def health_office_units_and_money(folder: Path) -> Truth:
    """A health plan of action: units and pesos under each quarter; the money is neither programme nor result."""
    with Book(folder / "health_office_units_and_money.xlsx") as book:
        page = book.page("PAS 2025")
        page.merge("A1:P1", "SECRETARÍA DE SALUD DEPARTAMENTAL - PLAN DE ACCIÓN EN SALUD 2025", "title")
        titles = ["Eje estratégico PDSP", "Producto PTS", "Actividad", "Unidad de medida", "Cantidad anual"]
        for index, title in enumerate([*titles, "Valor total ($)"]):
            page.merge(f"{'ABCDEF'[index]}3:{'ABCDEF'[index]}4", title)
        for index, area in enumerate(("G3:H3", "I3:J3", "K3:L3", "M3:N3")):
            page.merge(area, f"TRIMESTRE {index + 1}")
        page.head(4, ["Unidades ejecutadas", "Valor ejecutado"] * 4, "G")
        page.merge("O3:O4", "Profesional referente")
        page.row(5, ["Gobernabilidad", "Salas situacionales operando", "Realizar mesas intersectoriales", "Mesas", 8])
        page.row(5, [48000000, 2, 12000000, 1, 6000000], "F")
        page.put(5, "O", "Referente Salud Pública")
        page.row(6, ["Gobernabilidad", "Vigilancia en salud", "Unidades de análisis de mortalidad", "Unidades", 30])
        page.row(6, [90000000, 7, 21000000, 9, 27000000], "F")
        page.put(6, "O", "Referente SIVIGILA")
        page.row(7, ["TOTAL", None, None, None, None, 138000000, None, 33000000, None, 33000000])
    lines = [
        line(
            5,
            activity="Realizar mesas intersectoriales",
            target="8",
            programmed={},
            results={"2025-Q1": "2", "2025-Q2": "1"},
            teams=["Referente Salud Pública"],
            extra={"unit": "Mesas"},
        ),
        line(6, target="30", programmed={}, results={"2025-Q1": "7", "2025-Q2": "9"}),
    ]
    return truth("health_office_units_and_money.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def hospital_poa_goal_columns(folder: Path) -> Truth:
    """Goals per quarter first, then LOGRO per quarter, each with its percentage, titles with typed years and blanks."""
    with Book(folder / "hospital_poa_goal_columns.xlsx") as book:
        page = book.page("POA ", hidden=False)
        page.put(2, "B", "ESE HOSPITAL LOCAL   PLAN OPERATIVO ANUAL (POA)   VIGENCIA FISCAL 2024", "title")
        page.head(4, ["OBJETIVO ESTRATEGICO", "ESTRATEGIA", "ACTIVIDADES ", "INDICADOR", "META ANUAL"], "B")
        page.head(4, ["META I TRIM.", "META II TRIM.", "META III TRIM.", "META IV TRIM."], "G")
        page.head(4, ["LOGRO I TRIM.", "% CUMP. I TRIM.", "LOGRO II TRIM.", "% CUMP. II TRIM."], "K")
        page.head(4, ["RESPONSABLE(S)", "FECHA DE TERMINACION"], "O")
        page.merge("B5:B6", "SOSTENIBILIDAD FINANCIERA", "cell")
        page.merge("C5:C6", "Recuperar cartera", "cell")
        page.row(5, ["Radicar la facturación dentro de los términos", "% facturas radicadas", Pct(1)], "D")
        page.row(5, [*[Pct(1)] * 4, Pct(0.98), Pct(0.98), Pct(1), Pct(1), "FACTURACION", date(2024, 12, 31)], "G")
        page.row(
            6,
            ["Conciliar con las EPS", "No. de actas de conciliación", 16, 4, 4, 4, 4, 3, Pct(0.75), 5, Pct(1.25)],
            "D",
        )
        page.row(6, ["CARTERA", date(2024, 12, 31)], "O")
        page.row(7, ["PROMEDIO DE CUMPLIMIENTO", None, None, None, None, None, None, None, None, None, Pct(0.865)], "B")
    lines = [
        line(
            5,
            activity="Radicar la facturación dentro de los términos",
            target="1",
            target_unit="percent",
            programmed={f"2024-Q{quarter}": "1" for quarter in range(1, 5)},
            results={"2024-Q1": "0.98", "2024-Q2": "1"},
            due="2024-12-31",
            teams=["FACTURACION"],
        ),
        line(
            6,
            target="16",
            programmed={f"2024-Q{quarter}": "4" for quarter in range(1, 5)},
            results={"2024-Q1": "3", "2024-Q2": "5"},
            teams=["CARTERA"],
            extra={"path_has": ["SOSTENIBILIDAD FINANCIERA", "Recuperar cartera"]},
        ),
    ]
    return truth("hospital_poa_goal_columns.xlsx", "2024-07-08", [plan(lines, period_kind="quarter")])
