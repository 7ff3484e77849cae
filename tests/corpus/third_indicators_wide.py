"""Indicator plans whose titles stand centred without a merge, come again for each office, or name the variables."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth


@case
def ministry_titles_centred_unmerged(folder: Path) -> Truth:
    """Groups centred across cells: the quarter stands over its first column alone, nothing is merged."""
    with Book(folder / "ministry_titles_centred_unmerged.xlsx") as book:
        page = book.page("PLAN")
        page.put(1, "D", "MINISTERIO DE EDUCACIÓN NACIONAL", "title")
        page.put(2, "D", "PLAN DE ACCIÓN INSTITUCIONAL 2024", "title")
        page.head(5, [None, None, None, None, None, "Trimestre 1", None, None, "Trimestre 2", None, None])
        page.head(6, ["Cód.", "Proyecto", "Acción", "Meta", "Responsable", "Prog.", "Ejec.", "% Cumpl."])
        page.head(6, ["Prog.", "Ejec.", "% Cumpl."], "I")
        page.row(7, ["A1", "Permanencia", "Entregar kits escolares", "12.500", "Dirección de Cobertura", 3000, 2890])
        page.row(7, [Pct(0.963, "0.0%"), 4000, 4100, Pct(1.025, "0.0%")], "H")
        page.row(
            8, ["A2", "Calidad", "Formar tutores", 600, "Dirección de Calidad", 150, 150, Pct(1), 150, 120, Pct(0.8)]
        )
    lines = [
        line(
            7,
            number="A1",
            activity="Entregar kits escolares",
            target="12500",
            programmed={"2024-Q1": "3000", "2024-Q2": "4000"},
            results={"2024-Q1": "2890", "2024-Q2": "4100"},
            teams=["Dirección de Cobertura"],
        ),
        line(8, target="600", results={"2024-Q1": "150", "2024-Q2": "120"}, extra={"path_has": ["Calidad"]}),
    ]
    return truth("ministry_titles_centred_unmerged.xlsx", "2024-07-05", [plan(lines, period_kind="quarter")])


@case
def university_offices_one_below_other(folder: Path) -> Truth:
    """One sheet, an office after another, each with its band and the titles again, numbers from one."""
    with Book(folder / "university_offices_one_below_other.xlsx") as book:
        page = book.page("Consolidado")
        page.merge("A1:G1", "UNIVERSIDAD TECNOLÓGICA - PLAN DE ACCIÓN 2025", "title")
        head = ["No", "Actividad", "Indicador", "Meta", "Responsable", "Semestre 1", "Semestre 2"]
        lines = []
        offices = [("FACULTAD DE ARTES", "Decano de Artes", 6), ("FACULTAD DE DERECHO", "Decana de Derecho", 3)]
        row = 3
        for office, team, target in offices:
            page.merge(f"A{row}:G{row}", office, "cell")
            page.head(row + 1, head)
            page.row(row + 2, [1, f"Publicar artículos de {office.split()[-1].lower()}", "Artículos", target, team, 2])
            page.row(row + 3, [2, f"Renovar convenios de {office.split()[-1].lower()}", "Convenios", 2, team, 0])
            lines.append(
                line(
                    row + 2,
                    number="1",
                    target=str(target),
                    results={"2025-S1": "2"},
                    teams=[team],
                    extra={"path_has": [office]},
                )
            )
            lines.append(line(row + 3, number="2", target="2", results={"2025-S1": "0"}, teams=[team]))
            row += 5
    return truth("university_offices_one_below_other.xlsx", "2025-07-15", [plan(lines, period_kind="half_year")])


@case
def hospital_named_variables(folder: Path) -> Truth:
    """Rows of an indicator name their variable: "Numerador: …", "Denominador: …", then the result."""
    with Book(folder / "hospital_named_variables.xlsx") as book:
        page = book.page("Indicadores")
        page.merge("A1:I1", "TABLERO DE INDICADORES 2024 - SEGURIDAD DEL PACIENTE", "title")
        page.head(3, ["N°", "INDICADOR", "META", "RESPONSABLE", "VARIABLE", "ENERO", "FEBRERO", "MARZO", "ABRIL"])
        rows = [
            ("Tasa de úlceras por presión", "≤ 0,5%", "Enfermería", [2, 1, 0, 2], [400, 410, 390, 400]),
            ("Proporción de eventos gestionados", "100%", "Calidad", [9, 8, 10, 7], [10, 8, 10, 10]),
        ]
        for index, (name, target, team, top, under) in enumerate(rows):
            first = 4 + 3 * index
            for letter, value in zip("ABCD", (index + 1, name, target, team), strict=True):
                page.merge(f"{letter}{first}:{letter}{first + 2}", value, "cell")
            page.row(first, ["Numerador: número de casos del mes", *top], "E")
            page.row(first + 1, ["Denominador: total de egresos o casos", *under], "E")
            shares = [Pct(one / all_, "0.00%") for one, all_ in zip(top, under, strict=True)]
            page.row(first + 2, ["Resultado", *shares], "E")
    months = ("2024-M01", "2024-M02", "2024-M03", "2024-M04")
    lines = [
        line(
            4,
            number="1",
            indicator="Tasa de úlceras por presión",
            target="0.005",
            target_unit="percent",
            teams=["Enfermería"],
            results_subset={"2024-M01": "0.005", "2024-M03": "0"},
            extra={"numerator": dict(zip(months, ("2", "1", "0", "2"), strict=True))},
        ),
        line(7, target="1", results=dict(zip(months, ("0.9", "1", "1", "0.7"), strict=True))),
    ]
    plans = [plan(lines, kind="indicator_sheet", period_kind="month")]
    return truth("hospital_named_variables.xlsx", "2024-05-08", plans)


@case
def corporation_years_by_rank(folder: Path) -> Truth:
    """The years as AÑO 1 (2024) to AÑO 4 (2027), programmed first and then executed, in two blocks."""
    with Book(folder / "corporation_years_by_rank.xlsx") as book:
        page = book.page("Metas")
        page.merge("A1:M1", "CORPOBOYACENSE - PLAN DE ACCIÓN CUATRIENAL 2024-2027 - METAS FÍSICAS", "title")
        for area, title in (
            ("A3:A4", "Proyecto"),
            ("B3:B4", "Indicador"),
            ("C3:C4", "Unidad"),
            ("D3:D4", "Línea Base"),
        ):
            page.merge(area, title)
        page.merge("E3:H3", "METAS FÍSICAS PROGRAMADAS")
        page.merge("I3:L3", "METAS FÍSICAS EJECUTADAS")
        page.head(4, [f"AÑO {place} ({2023 + place})" for place in range(1, 5)] * 2, "E")
        page.merge("M3:M4", "Total meta")
        page.row(5, ["Bosques", "Hectáreas restauradas", "Ha", 320, 100, 150, 150, 100, 98, 163.5, None, None, 500])
        page.row(6, ["Aire", "Estaciones en operación", "Und", 6, 6, 7, 8, 8, 6, 7, None, None, 8])
    years = ("2024-Y", "2025-Y", "2026-Y", "2027-Y")
    lines = [
        line(
            5,
            indicator="Hectáreas restauradas",
            target="500",
            programmed=dict(zip(years, ("100", "150", "150", "100"), strict=True)),
            results={"2024-Y": "98", "2025-Y": "163.5"},
            extra={"baseline": "320", "unit": "Ha", "path_has": ["Bosques"]},
        ),
        line(6, target="8", results={"2024-Y": "6", "2025-Y": "7"}, extra={"baseline": "6"}),
    ]
    return truth("corporation_years_by_rank.xlsx", "2026-02-01", [plan(lines, period_kind="year")])


@case
def health_office_half_year_rates(folder: Path) -> Truth:
    """Rates per thousand by half-years, numerator, denominator and rate, the multiplier in a column of its own."""
    with Book(folder / "health_office_half_year_rates.xlsx") as book:
        page = book.page("Res. 256")
        page.merge("A1:L1", "MONITOREO DE INDICADORES RESOLUCIÓN 256 DE 2016 - AÑO 2024", "title")
        for index, title in enumerate(["Dominio", "Código", "Indicador", "Constante", "Meta", "Referente"]):
            page.merge(f"{'ABCDEF'[index]}3:{'ABCDEF'[index]}4", title)
        page.merge("G3:I3", "I SEMESTRE 2024")
        page.merge("J3:L3", "II SEMESTRE 2024")
        page.head(4, ["Numerador", "Denominador", "Resultado"] * 2, "G")
        page.merge("A5:A6", "Seguridad", "cell")
        page.row(
            5, ["P.2.6", "Tasa de caídas en hospitalización", 1000, 1.5, "Seguridad del Paciente", 4, 3200, 1.25], "B"
        )
        page.row(6, ["P.2.8", "Tasa de eventos con medicamentos", 1000, 2, "Farmacia", 3, 3200, "0,94"], "B")
    lines = [
        line(
            5,
            number="P.2.6",
            indicator="Tasa de caídas en hospitalización",
            target="1.5",
            target_unit="count",
            results={"2024-S1": "1.25"},
            teams=["Seguridad del Paciente"],
            extra={"numerator": {"2024-S1": "4"}, "denominator": {"2024-S1": "3200"}, "path_has": ["Seguridad"]},
        ),
        line(6, target="2", results={"2024-S1": "0.94"}, teams=["Farmacia"]),
    ]
    plans = [plan(lines, kind="indicator_sheet", period_kind="half_year")]
    return truth("health_office_half_year_rates.xlsx", "2024-08-01", plans)


@case
def institute_deadlines_by_period_words(folder: Path) -> Truth:
    """Deadlines as Trimestre II, Primer semestre, diciembre, 30/09/2024; the goal's sign in a column of its own."""
    with Book(folder / "institute_deadlines_by_period_words.xlsx") as book:
        page = book.page("PAI")
        page.put(1, "A", "INSTITUTO NACIONAL DE CANCEROLOGÍA - PLAN DE ACCIÓN 2024", "title")
        page.head(3, ["Ítem", "Compromiso", "Operador", "Meta", "Fecha de cumplimiento", "Dependencia", "Avance T1"])
        page.head(3, ["Avance T2", "Avance T3", "Avance T4"], "H")
        page.row(4, [1, "Actualizar guías clínicas", "=", 6, "Trimestre II", "Subdirección Médica", 2, 4])
        page.row(5, [2, "Reducir glosas", "<=", Pct(0.05), "Diciembre de 2024", "Facturación", Pct(0.08), Pct(0.06)])
        page.row(
            6, [3, "Adoptar la política de investigación", "=", 1, "Primer semestre de 2024", "Investigaciones", 0, 1]
        )
        page.row(
            7, [4, "Ejecutar el plan de bienestar", ">=", Pct(0.9), date(2024, 11, 29), "Talento Humano", Pct(0.2)]
        )
    lines = [
        line(4, target="6", due="2024-06-30", results={"2024-Q1": "2", "2024-Q2": "4"}, teams=["Subdirección Médica"]),
        line(5, target="0.05", due="2024-12-31", results={"2024-Q1": "0.08", "2024-Q2": "0.06"}, teams=["Facturación"]),
        line(6, target="1", due="2024-06-30", results={"2024-Q1": "0", "2024-Q2": "1"}),
        line(7, target="0.9", target_unit="percent", due="2024-11-29", results={"2024-Q1": "0.2"}),
    ]
    return truth("institute_deadlines_by_period_words.xlsx", "2024-07-09", [plan(lines, period_kind="quarter")])


@case
def education_running_goal_and_progress(folder: Path) -> Truth:
    """Goal and progress as sums so far under each cut; the total goal last."""
    with Book(folder / "education_running_goal_and_progress.xlsx") as book:
        page = book.page("Seguimiento")
        page.merge("A1:J1", "ICETEX - SEGUIMIENTO AL PLAN DE ACCIÓN 2024", "title")
        for area, title in (("A3:A4", "Iniciativa"), ("B3:B4", "Producto"), ("C3:C4", "Responsable")):
            page.merge(area, title)
        for area, cut in (
            ("D3:E3", "Corte a 31 de marzo"),
            ("F3:G3", "Corte a 30 de junio"),
            ("H3:I3", "Corte a 30 de septiembre"),
        ):
            page.merge(area, cut)
        page.head(4, ["Meta acumulada", "Avance acumulado"] * 3, "D")
        page.merge("J3:J4", "Meta total")
        page.row(5, ["Crédito", "Beneficiarios nuevos", "VP de Fondos", 5000, 4800, 12000, 11950, 20000, None, 30000])
        page.row(6, ["Cartera", "Usuarios normalizados", "VP de Crédito", 300, 310, 650, 640, 900, None, 1200])
    lines = [
        line(
            5,
            deliverable="Beneficiarios nuevos",
            target="30000",
            programmed={"2024-Q1": "5000", "2024-Q2": "12000", "2024-Q3": "20000"},
            results={"2024-Q1": "4800", "2024-Q2": "11950"},
            teams=["VP de Fondos"],
            extra={"accumulation": ["latest", "stock"]},
        ),
        line(
            6, target="1200", results={"2024-Q1": "310", "2024-Q2": "640"}, extra={"accumulation": ["latest", "stock"]}
        ),
    ]
    return truth("education_running_goal_and_progress.xlsx", "2024-07-09", [plan(lines, period_kind="quarter")])


@case
def hospital_variables_in_own_words(folder: Path) -> Truth:
    """Three rows for each indicator: what is divided and by what in words of their own, then the result."""
    with Book(folder / "hospital_variables_in_own_words.xlsx") as book:
        page = book.page("Tablero")
        page.merge("A1:H1", "TABLERO DE INDICADORES DE CALIDAD 2024", "title")
        page.head(3, ["N°", "INDICADOR", "META", "RESPONSABLE", "DESCRIPCIÓN", "ENERO", "FEBRERO", "MARZO"])
        for index, (name, goal) in enumerate((("Tasa de úlceras", Pct(0.01)), ("Tasa de flebitis", Pct(0.02)))):
            first = 4 + 3 * index
            for letter, value in zip("ABCD", (index + 1, name, goal, "Enfermería"), strict=True):
                page.merge(f"{letter}{first}:{letter}{first + 2}", value, "cell")
            page.row(first, ["Número de casos", 2, 1, 0], "E")
            page.row(first + 1, ["Total de egresos", 400, 400, 390], "E")
            page.row(first + 2, ["Resultado", Pct(0.005, "0.0%"), Pct(0.0025, "0.00%"), Pct(0)], "E")
    months = ("2024-M01", "2024-M02", "2024-M03")
    lines = [
        line(
            row,
            number=number,
            target_unit="percent",
            results=dict(zip(months, ("0.005", "0.0025", "0"), strict=True)),
            teams=["Enfermería"],
            extra={"denominator": dict(zip(months, ("400", "400", "390"), strict=True))},
        )
        for row, number in ((4, "1"), (7, "2"))
    ]
    return truth("hospital_variables_in_own_words.xlsx", "2024-04-05", [plan(lines, period_kind="month")])
