"""Indicator plans of ministries and national institutes: four years, accumulation types, cuts and goals in words."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Shown, Truth, case, line, plan, truth

YEARS = ("2023-Y", "2024-Y", "2025-Y", "2026-Y")


@case
def sector_plan_of_four_years(folder: Path) -> Truth:
    """Goal and progress under each year, a base line with its year, the four-year goal, a percentage."""
    with Book(folder / "sector_plan_of_four_years.xlsx") as book:
        page = book.page("PES 2023-2026")
        page.merge("C1:R1", "MINISTERIO DE SALUD Y PROTECCIÓN SOCIAL", "title")
        page.merge("C2:R2", "PLAN ESTRATÉGICO SECTORIAL 2023 - 2026", "title")
        page.row(3, ["Código: DEOF01", None, "Versión: 02", None, "Fecha de corte: 31/12/2024"], "C")
        titles = ["ID", "Entidad responsable", "Objetivo estratégico sectorial", "Nombre del Indicador "]
        titles += ["Tipo de\nindicador", "Tipo de acumulación", "Unidad de medida", "Línea base", "Año LB"]
        for index, title in enumerate(titles):
            page.merge(f"{'ABCDEFGHI'[index]}5:{'ABCDEFGHI'[index]}6", title)
        for index, area in enumerate(("J5:K5", "L5:M5", "N5:O5", "P5:Q5")):
            page.merge(area, 2023 + index)
        page.head(6, ["Meta", "Avance"] * 4, "J")
        page.merge("R5:R6", "Meta cuatrienio")
        page.merge("S5:S6", "% avance cuatrienio")
        page.merge("C7:C9", "1. Garantizar el acceso efectivo a los servicios de salud", "cell")
        page.row(7, ["S-101", "Ministerio de Salud"])
        page.row(7, ["Equipos básicos de salud conformados ", "Producto", "Acumulado", "Número", 0, 2022], "D")
        page.row(7, [1000, 1104, 2500, 2387, 2000, None, 1500, None, "7.000", Pct(0.498, "0.0%")], "J")
        page.row(8, ["S-102", "Instituto Nacional de Salud"])
        page.row(8, ["Razón de mortalidad materna a 42 días", "Resultado", "Reducción", "Razón", 44.6, 2021], "D")
        page.row(8, [42, 40.3, 39, 37.5, 35, None, 32, None, 32, Pct(0.563, "0.0%")], "J")
        page.row(9, ["S-103", "INVIMA"])
        page.row(9, ["Trámites atendidos en términos", "Gestión", "Flujo", "Porcentaje", "ND", None], "D")
        page.row(
            9, [Pct(0.7), Pct(0.72), Pct(0.8), Pct(0.655, "0.0%"), Pct(0.9), None, Pct(0.95), None, Pct(0.95)], "J"
        )
        page.row(10, ["S-104", "Supersalud", "2. Fortalecer la inspección, vigilancia y control"])
        page.row(10, ["Cobertura territorial de la Supersalud", "Producto", "Capacidad", "Municipios", 320, 2022], "D")
        page.row(10, [400, 398, 520, 531, 640, None, 750, None, 750, None], "J")
        page.row(12, ["Fuente: Oficina Asesora de Planeación y Estudios Sectoriales. Corte 31 de diciembre de 2024."])
    lines = [
        line(
            7,
            number="S-101",
            indicator="Equipos básicos de salud conformados",
            target="7000",
            target_unit="count",
            programmed=dict(zip(YEARS, ("1000", "2500", "2000", "1500"), strict=True)),
            results={"2023-Y": "1104", "2024-Y": "2387"},
            teams=["Ministerio de Salud"],
            extra={"baseline": "0", "accumulation": ["cumulative", "sum"], "unit": "Número"},
        ),
        line(
            8,
            target="32",
            results={"2023-Y": "40.3", "2024-Y": "37.5"},
            teams=["Instituto Nacional de Salud"],
            extra={"baseline": "44.6", "accumulation": "reduction", "path_has": ["1. Garantizar el acceso"]},
        ),
        line(
            9,
            target="0.95",
            target_unit="percent",
            results={"2023-Y": "0.72", "2024-Y": "0.655"},
            extra={"baseline": None, "accumulation": "flow"},
        ),
        line(
            10,
            target="750",
            programmed=dict(zip(YEARS, ("400", "520", "640", "750"), strict=True)),
            results={"2023-Y": "398", "2024-Y": "531"},
            extra={"baseline": "320", "accumulation": "capacity", "path_has": ["2. Fortalecer"]},
        ),
    ]
    return truth("sector_plan_of_four_years.xlsx", "2025-02-10", [plan(lines, period_kind="year")])


@case
def ministry_goals_in_words(folder: Path) -> Truth:
    """Goals as Una (1), ≥ 90 %, 12 informes, 1.000, Mínimo 95 %; results with the same nouns."""
    with Book(folder / "ministry_goals_in_words.xlsx") as book:
        page = book.page("Plan de Acción")
        page.merge("A1:B3", "LOGO", "cell")
        page.merge("C1:L1", "MINISTERIO DE EDUCACIÓN NACIONAL", "title")
        page.merge("C2:L2", "PLAN DE ACCIÓN INSTITUCIONAL VIGENCIA 2025", "title")
        page.merge("C3:L3", "Seguimiento al segundo trimestre", "title")
        page.head(5, ["#", "Proceso", "Descripción de la actividad", "Indicador", "Meta\xa0Vigencia", "Fecha Inicio"])
        page.head(5, ["Fecha Fin", "Área Responsable", "Avance\nQ1", "Avance\nQ2", "Avance\nQ3", "Avance\nQ4"], "G")
        start, end = date(2025, 2, 1), date(2025, 12, 31)
        rows: tuple[tuple[str, str, str, str | int, str | int], ...]
        rows = (
            ("Adoptar la política de prevención del daño", "Política adoptada", "Una (1)", 0, "Una (1)"),
            ("Responder peticiones en término", "Oportunidad en PQRSD", "≥ 90 %", "92 %", "88,5 %"),
            ("Elaborar informes de ejecución", "Informes elaborados", "12 informes", "3 informes", "3 informes"),
            ("Formar docentes en competencias", "Docentes formados", "1.000", "150", "320 docentes"),
            ("Mantener la disponibilidad de los servicios", "Disponibilidad", "Mínimo 95%", "97%", "96%"),
            ("Reducir los días de trámite", "Días promedio", "<= 15 días", "18 días", "16 días"),
            ("Publicar boletines", "Boletines", "Cuatro (4) boletines", 1, 1),
        )
        for index, (activity, indicator, target, *done) in enumerate(rows):
            row = 6 + index
            page.row(row, [index + 1, "Gestión del conocimiento", activity, indicator, target, start, end])
            page.row(row, ["Oficina Asesora de Planeación", *done], "H")
        page.row(
            15, ["Elaboró: Contratista OAP", None, None, "Revisó: Coordinador", None, None, "Aprobó: Jefe OAP"], "B"
        )
    wanted = [
        ("1", "count", {"2025-Q1": "0", "2025-Q2": "1"}),
        ("0.9", "percent", {"2025-Q1": "0.92", "2025-Q2": "0.885"}),
        ("12", "count", {"2025-Q1": "3", "2025-Q2": "3"}),
        ("1000", "count", {"2025-Q1": "150", "2025-Q2": "320"}),
        ("0.95", "percent", {"2025-Q1": "0.97", "2025-Q2": "0.96"}),
        ("15", "count", {"2025-Q1": "18", "2025-Q2": "16"}),
        ("4", "count", {"2025-Q1": "1", "2025-Q2": "1"}),
    ]
    lines = [
        line(6 + index, target=target, target_unit=unit, results=results, start="2025-02-01", due="2025-12-31")
        for index, (target, unit, results) in enumerate(wanted)
    ]
    return truth("ministry_goals_in_words.xlsx", "2025-07-15", [plan(lines, period_kind="quarter")])


@case
def sinergia_cut_snapshot(folder: Path) -> Truth:
    """A download of the government's follow-up: the year's goal, one progress at a cut named in the title."""
    with Book(folder / "sinergia_cut_snapshot.xlsx") as book:
        page = book.page("Reporte")
        page.put(1, "A", "Seguimiento indicadores SINERGIA - Vigencia 2024", "title")
        page.head(3, ["Código", "Pilar / Transformación", "Programa", "Indicador", "Periodicidad", "Tipo acumulación"])
        page.head(3, ["Línea Base", "Meta 2024", "Avance 2024", "% Avance 2024", "Meta Cuatrienio"], "G")
        page.head(3, ["Gerente de meta", "Última actualización"], "L")
        page.row(
            4, ["1543", "Seguridad humana", "Primera infancia", "Niñas y niños con atención integral", "Trimestral"]
        )
        page.row(4, ["Capacidad", 1934000, 2100000, 2046512, Formula("=I4/H4", 0.9745, "0.00%"), 2700000], "F")
        page.row(4, ["Dirección de Primera Infancia", date(2024, 10, 15)], "L")
        page.row(5, ["1544", "Seguridad humana", "Alimentación", "Unidades de búsqueda activa", "Mensual", "Stock"])
        page.row(5, [120, 180, 176, Formula("=I5/H5", 0.9778, "0.00%"), 200, "Dirección de Nutrición"], "G")
        page.put(5, "M", date(2024, 10, 31))
        page.row(6, ["1550", "Convergencia regional", "Familias", "Familias acompañadas", "Semestral", "Flujo", 0])
        page.row(6, [50000, 0, Formula("=I6/H6", 0, "0.00%"), 200000, "Dirección de Familias"], "H")
    lines = [
        line(
            4,
            number="1543",
            indicator="Niñas y niños con atención integral",
            extra={"baseline": "1934000", "accumulation": "capacity"},
            target="2100000",
            due=None,
            results={"cut": "2046512"},
            teams=["Dirección de Primera Infancia"],
        ),
        line(5, number="1544", target="180", due=None, extra={"accumulation": "stock"}),
        line(6, number="1550", target="50000", extra={"accumulation": "flow"}, teams=["Dirección de Familias"]),
    ]
    return truth("sinergia_cut_snapshot.xlsx", "2024-11-05", [plan(lines)])


@case
def institute_weighted_products(folder: Path) -> Truth:
    """Weights typed as 40, 35 and 25, quarterly programme in percent beside goals in counts, the delivery date."""
    with Book(folder / "institute_weighted_products.xlsx") as book:
        page = book.page("PAI_2024")
        page.merge("A1:P1", "INSTITUTO NACIONAL DE SALUD\nPLAN DE ACCIÓN INSTITUCIONAL 2024", "title")
        for area, title in (("A3:A4", "OBJETIVO INSTITUCIONAL"), ("B3:B4", "DEPENDENCIA"), ("C3:C4", "COD.")):
            page.merge(area, title)
        for area, title in (("D3:D4", "PRODUCTO"), ("E3:E4", "PONDERACIÓN\n(%)"), ("F3:F4", "META")):
            page.merge(area, title)
        page.merge("G3:G4", "FECHA DE ENTREGA")
        page.merge("H3:K3", "PROGRAMACIÓN (%)")
        page.merge("L3:O3", "EJECUCIÓN (%)")
        page.head(4, ["TRIM I", "TRIM II", "TRIM III", "TRIM IV"] * 2, "H")
        page.merge("P3:P4", "OBSERVACIONES")
        page.merge("A5:A7", "Generar conocimiento en salud pública", "cell")
        page.merge("B5:B6", "Dirección de Investigación", "cell")
        page.row(5, ["P01", "Artículos científicos publicados", 40, 20, date(2024, 12, 13)], "C")
        page.row(5, [Pct(0.1), Pct(0.2), Pct(0.3), Pct(0.4), Pct(0.1), Pct(0.15)], "H")
        page.row(6, ["P02", "Encuesta nacional de nutrición", 35, 1, date(2024, 11, 29)], "C")
        page.row(6, [Pct(0.25), Pct(0.25), Pct(0.25), Pct(0.25), Pct(0.25), Pct(0.25), None, None, "Sin novedad"], "H")
        page.row(7, ["Dirección de Vigilancia", "P03", "Boletines epidemiológicos", 25, 52, date(2024, 12, 31)], "B")
        page.row(7, [Pct(0.25), Pct(0.25), Pct(0.25), Pct(0.25), Pct(0.25), Pct(0.2308, "0.00%")], "H")
        page.row(8, ["TOTAL", None, None, None, 100])
    lines = [
        line(
            5,
            number="P01",
            deliverable="Artículos científicos publicados",
            target="20",
            due="2024-12-13",
            teams=["Dirección de Investigación"],
            extra={"path_has": ["Generar conocimiento"], "weight": "0.4"},
        ),
        line(6, target="1", due="2024-11-29", teams=["Dirección de Investigación"], extra={"weight": "0.35"}),
        line(7, target="52", teams=["Dirección de Vigilancia"], extra={"weight": "0.25"}),
    ]
    return truth("institute_weighted_products.xlsx", "2024-07-12", [plan(lines, period_kind="quarter")])


@case
def institute_cumulative_months(folder: Path) -> Truth:
    """Programmed and executed rows of cumulative percentages, month by month, the labels in a column of its own."""
    months = ["Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sep", "Oct", "Nov", "Dic"]
    with Book(folder / "institute_cumulative_months.xlsx") as book:
        page = book.page("Seguimiento mensual")
        page.merge("A1:R1", "SERVICIO GEOLÓGICO · SEGUIMIENTO MENSUAL PLAN DE ACCIÓN 2024", "title")
        page.head(3, ["Ítem", "Proyecto", "Hito / Entregable", "Responsable", "Meta", "% Acumulado", *months])
        data = [
            ("Cartografía geológica", "Planchas publicadas", "Dirección de Geociencias", [5, 10, 20, 30, 40, 50, 60]),
            ("Monitoreo volcánico", "Boletines semanales", "Observatorio Vulcanológico", [8, 16, 25, 33, 41, 50, 58]),
        ]
        for index, (project, product, team, planned) in enumerate(data):
            top = 4 + 2 * index
            for letter, value in zip("ABCDE", (index + 1, project, product, team, Pct(1)), strict=True):
                page.merge(f"{letter}{top}:{letter}{top + 1}", value, "cell")
            page.row(top, ["Programado", *[Pct(value / 100) for value in planned], Pct(0.7), Pct(0.8)], "F")
            page.row(top, [Pct(0.9), Pct(0.95), Pct(1)], "P")
            page.row(top + 1, ["Ejecutado", Pct(0.05), Pct(0.1), Pct(0.18 if index else 0.21)], "F")
    lines = [
        line(
            4,
            number="1",
            activity="Planchas publicadas",
            deliverable=None,
            target="1",
            target_unit="percent",
            results={"2024-M01": "0.05", "2024-M02": "0.1", "2024-M03": "0.21"},
            teams=["Dirección de Geociencias"],
            extra={"accumulation": ["latest", "stock"]},
        ),
        line(6, number="2", results={"2024-M01": "0.05", "2024-M02": "0.1", "2024-M03": "0.18"}),
    ]
    return truth("institute_cumulative_months.xlsx", "2024-04-08", [plan(lines, period_kind="month")])


@case
def family_institute_ranges(folder: Path) -> Truth:
    """A control board: four columns of ranges that are no goals, monthly results, direction, thousands by format."""
    with Book(folder / "family_institute_ranges.xlsx") as book:
        page = book.page("Tablero Regional")
        page.merge("A1:T1", "INSTITUTO DE BIENESTAR FAMILIAR - REGIONAL BOYACÁ", "title")
        page.merge("A2:T2", "TABLERO DE CONTROL VIGENCIA 2025 - CORTE ABRIL", "title")
        for area, title in (("A4:A5", "Código"), ("B4:B5", "Indicador"), ("C4:C5", "Sentido"), ("D4:D5", "Meta Año")):
            page.merge(area, title)
        page.merge("E4:H4", "RANGOS DE EVALUACIÓN")
        page.head(5, ["Crítico", "En Riesgo", "Adecuado", "Óptimo"], "E")
        page.merge("I4:L4", "RESULTADOS 2025")
        page.head(5, ["Ene", "Feb", "Mar", "Abr"], "I")
        page.merge("M4:M5", "Dueño del indicador")
        page.row(6, ["PA-23", "Ejecución de cupos de primera infancia", "Creciente", Pct(0.98), "<= 80%", "80% - 90%"])
        page.row(6, ["90% - 98%", ">= 98%", Pct(0.2), Pct(0.55), Pct(0.9), Pct(0.97), "Asistencia Técnica"], "G")
        page.row(
            7, ["PA-31", "Procesos de restablecimiento vencidos", "Decreciente", 0, "> 10", "6 - 10", "1 - 5", "0"]
        )
        page.row(7, [12, 9, 5, 4, "Protección"], "I")
        page.row(8, ["PA-40", "Niños valorados", "Creciente", Shown(12500, "#,##0"), "< 8000", "8000 a 10000"])
        page.row(8, ["10000 a 12500", ">= 12500", 950, 2100, Shown(3300, "#,##0"), 4420, "Nutrición"], "G")
    months = ("2025-M01", "2025-M02", "2025-M03", "2025-M04")
    lines = [
        line(
            6,
            number="PA-23",
            indicator="Ejecución de cupos de primera infancia",
            target="0.98",
            target_unit="percent",
            results=dict(zip(months, ("0.2", "0.55", "0.9", "0.97"), strict=True)),
            teams=["Asistencia Técnica"],
        ),
        line(7, target="0", results=dict(zip(months, ("12", "9", "5", "4"), strict=True)), teams=["Protección"]),
        line(8, target="12500", results=dict(zip(months, ("950", "2100", "3300", "4420"), strict=True))),
    ]
    return truth("family_institute_ranges.xlsx", "2025-05-08", [plan(lines, period_kind="month")])
