"""More of the same offices: numbered titles, regionals, joint forces, road maps and boards of indicators."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth


@case
def agency_titles_with_numbers(folder: Path) -> Truth:
    """Each title with its number, and what ought to be done by now beside what is."""
    with Book(folder / "agency_titles_with_numbers.xlsx") as book:
        page = book.page("Plan de acción")
        page.merge("A1:L1", "AGENCIA NACIONAL DE TIERRAS - PLAN DE ACCIÓN 2025", "title")
        page.put(2, "A", "Fecha de corte: 30/06/2025")
        page.head(4, ["1. Objetivo estratégico", "2. No.", "3. Actividad", "4. Producto", "5. Unidad de medida"])
        page.head(4, ["6. Meta", "7. Peso (%)", "8. Responsable", "9. Fecha inicial", "10. Fecha final"], "F")
        page.head(4, ["11. % avance programado a la fecha", "12. % avance ejecutado a la fecha"], "K")
        page.head(4, ["13. Descripción del avance"], "M")
        page.row(5, ["Acceso a tierras", 1, "Adjudicar predios baldíos", "Resoluciones", "Número", 5200, Pct(0.3)])
        page.row(5, ["Dirección de Acceso a Tierras", date(2025, 1, 15), date(2025, 12, 19), Pct(0.5), Pct(0.42)], "H")
        page.put(5, "M", "Se expidieron 2.184 resoluciones")
        page.row(6, ["Acceso a tierras", 2, "Comprar predios", "Hectáreas compradas", "Hectárea", "12.500", Pct(0.7)])
        page.row(6, ["Subdirección de Compras", date(2025, 2, 1), date(2025, 11, 28), Pct(0.4), Pct(0.45)], "H")
    lines = [
        line(
            5,
            number="1",
            activity="Adjudicar predios baldíos",
            deliverable="Resoluciones",
            target="5200",
            target_unit="count",
            start="2025-01-15",
            due="2025-12-19",
            teams=["Dirección de Acceso a Tierras"],
            results={"cut": "0.42"},
            extra={"weight": "0.3", "path_has": ["Acceso a tierras"], "unit": "Número"},
        ),
        line(
            6,
            number="2",
            target="12500",
            due="2025-11-28",
            results={"cut": "0.45"},
            teams=["Subdirección de Compras"],
        ),
    ]
    return truth("agency_titles_with_numbers.xlsx", "2025-07-10", [plan(lines, kind="action_plan")])


@case
def training_regionals_each_row(folder: Path) -> Truth:
    """A row for each regional: the goal, then the monthly execution, then the share reached."""
    with Book(folder / "training_regionals_each_row.xlsx") as book:
        page = book.page("Metas 2025")
        page.merge("A1:J1", "SERVICIO DE FORMACIÓN - SEGUIMIENTO A METAS 2025", "title")
        page.put(2, "A", "Corte: 31 de marzo de 2025")
        page.head(4, ["Código Regional", "Regional", "Indicador", "Meta 2025", "Ejecución enero", "Ejecución febrero"])
        page.head(4, ["Ejecución marzo", "Total ejecución", "% de ejecución"], "G")
        page.row(5, [5, "Regional Antioquia", "Aprendices en formación titulada", 152300, 41200, 8300, 5100, 54600])
        page.put(5, "I", Pct(0.3585, "0.00%"))
        page.row(6, [8, "Regional Atlántico", "Aprendices en formación titulada", 61870, 20100, 3050, 2200, 25350])
        page.put(6, "I", Pct(0.4097, "0.00%"))
        page.row(7, [5, "Regional Antioquia", "Empresas atendidas", 1830, 120, 95, 140, 355, Pct(0.194, "0.0%")])
    months = ("2025-M01", "2025-M02", "2025-M03")
    figures = (("41200", "8300", "5100"), ("20100", "3050", "2200"), ("120", "95", "140"))
    goals = (("152300", "Regional Antioquia"), ("61870", "Regional Atlántico"), ("1830", "Regional Antioquia"))
    lines = [
        line(row, target=goal, results=dict(zip(months, done, strict=True)), teams=[team], target_unit="count")
        for row, done, (goal, team) in zip((5, 6, 7), figures, goals, strict=True)
    ]
    return truth("training_regionals_each_row.xlsx", "2025-04-08", [plan(lines, period_kind="month")])


@case
def army_quarters_in_points(folder: Path) -> Truth:
    """The goal is 100 with % as its unit; the quarters hold points without a sign, PROG over EJEC in pairs."""
    with Book(folder / "army_quarters_in_points.xlsx") as book:
        page = book.page("PLAN DE ACCION")
        page.merge("A1:P1", "COMANDO GENERAL  FUERZAS MILITARES", "title")
        page.merge("A2:P2", "PLAN DE ACCION VIGENCIA 2024", "title")
        single = ["OBJETIVO", "META", "ACTIVIDAD", "UNIDAD DE MEDIDA", "VALOR META", "F. INICIO", "F. TERMINO"]
        single += ["DEPENDENCIA RESPONSABLE"]
        for letter, title in zip("ABCDEFGH", single, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        for name, area in zip(
            ("TRIM I", "TRIM II", "TRIM III", "TRIM IV"), ("I4:J4", "K4:L4", "M4:N4", "O4:P4"), strict=True
        ):
            page.merge(area, name)
            page.head(5, ["PROG", "EJEC"], area[0])
        page.row(
            6, ["Fortalecer el talento humano", "Personal capacitado", "Ejecutar el plan de capacitación", "%", 100]
        )
        page.row(6, ["15-ENE-24", "30-NOV-24", "DEPARTAMENTO DE PERSONAL", 20, 20, 30, 28, 30, None, 20], "F")
        page.row(7, ["Fortalecer el talento humano", "Exámenes médicos", "Realizar exámenes ocupacionales", "Und", 850])
        page.row(7, ["01-FEB-24", "15-DIC-24", "DIRECCIÓN DE SANIDAD", 200, 187, 250, 263, 250, None, 150], "F")
    quarters = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
    lines = [
        line(
            6,
            activity="Ejecutar el plan de capacitación",
            target="1",
            target_unit="percent",
            start="2024-01-15",
            due="2024-11-30",
            teams=["DEPARTAMENTO DE PERSONAL"],
            programmed=dict(zip(quarters, ("0.2", "0.3", "0.3", "0.2"), strict=True)),
            results={"2024-Q1": "0.2", "2024-Q2": "0.28"},
        ),
        line(
            7,
            target="850",
            target_unit="count",
            start="2024-02-01",
            due="2024-12-15",
            programmed=dict(zip(quarters, ("200", "250", "250", "150"), strict=True)),
            results={"2024-Q1": "187", "2024-Q2": "263"},
            teams=["DIRECCIÓN DE SANIDAD"],
        ),
    ]
    return truth("army_quarters_in_points.xlsx", "2024-07-09", [plan(lines, period_kind="quarter")])


@case
def board_with_limits_and_parts(folder: Path) -> Truth:
    """A board of indicators: numerator, denominator and result by quarter, goals as limits."""
    with Book(folder / "board_with_limits_and_parts.xlsx") as book:
        page = book.page("Tablero")
        page.merge("A1:R1", "MINISTERIO DE TRABAJO - TABLERO DE INDICADORES DE GESTIÓN 2025", "title")
        single = ["Código", "Proceso", "Nombre del indicador", "Fórmula", "Tipo de indicador", "Frecuencia de medición"]
        single += ["Meta", "Responsable de la medición"]
        for letter, title in zip("ABCDEFGH", single, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for name, area in zip(("Trimestre 1", "Trimestre 2"), ("I3:L3", "M3:P3"), strict=True):
            page.merge(area, name)
            page.head(4, ["Numerador", "Denominador", "Resultado", "Análisis"], area[0])
        page.row(5, ["IND-01", "Servicio al ciudadano", "Oportunidad en la respuesta a PQRSD"])
        page.row(5, ["(PQRSD en término / PQRSD recibidas) * 100", "Eficacia", "Trimestral", ">= 95%"], "D")
        page.row(5, ["Grupo de Atención al Ciudadano", 1890, 1950, Pct(0.9692, "0.00%"), "Cumple"], "H")
        page.row(5, [2010, 2100, Pct(0.9571, "0.00%"), "Cumple"], "M")
        page.row(6, ["IND-02", "Gestión financiera", "Ejecución del PAC", "(PAC pagado / PAC solicitado)*100"])
        page.row(
            6, ["Eficiencia", "Trimestral", "≥90%", "Subdirección Financiera", 84, 100, Pct(0.84), "No cumple"], "E"
        )
        page.row(6, [182, 200, Pct(0.91), "Cumple"], "M")
    lines = [
        line(
            5,
            number="IND-01",
            indicator="Oportunidad en la respuesta a PQRSD",
            target="0.95",
            target_unit="percent",
            results={"2025-Q1": ["0.9692"], "2025-Q2": ["0.9571"]},
            teams=["Grupo de Atención al Ciudadano"],
            extra={
                "numerator": {"2025-Q1": "1890", "2025-Q2": "2010"},
                "denominator": {"2025-Q1": "1950", "2025-Q2": "2100"},
                "path_has": ["Servicio al ciudadano"],
            },
        ),
        line(
            6,
            number="IND-02",
            target="0.9",
            target_unit="percent",
            results={"2025-Q1": "0.84", "2025-Q2": "0.91"},
            teams=["Subdirección Financiera"],
        ),
    ]
    del lines[0]["results"]
    return truth("board_with_limits_and_parts.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])
