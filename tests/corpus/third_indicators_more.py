"""More indicator plans: weights of several levels, kinds of yearly goals, cards in series, owners over the table."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth


@case
def district_kinds_of_yearly_goal(folder: Path) -> Truth:
    """Suma, constante, creciente and decreciente; programmed and executed under each year of the term."""
    with Book(folder / "district_kinds_of_yearly_goal.xlsx") as book:
        page = book.page("Metas proyecto")
        page.merge("A1:L1", "SECRETARÍA DISTRITAL DE EDUCACIÓN", "title")
        page.merge("A2:L2", "SEGUIMIENTO PLAN DE ACCIÓN - METAS DE PROYECTO DE INVERSIÓN 2024 - 2027", "title")
        titles = ["Cód. meta", "Meta proyecto de inversión", "Tipo de anualización", "Unidad", "Magnitud total"]
        for index, title in enumerate([*titles, "Subsecretaría responsable"]):
            page.merge(f"{'ABCDEF'[index]}4:{'ABCDEF'[index]}5", title)
        for index, area in enumerate(("G4:H4", "I4:J4", "K4:L4", "M4:N4")):
            page.merge(area, f"Vigencia {2024 + index}")
        page.head(5, ["Programado", "Ejecutado"] * 4, "G")
        goals = [
            (1, "Dotar 400 sedes educativas", "Suma", "Sedes", 400),
            (2, "Mantener 700.000 beneficiarios del PAE", "Constante", "Estudiantes", 700000),
            (3, "Alcanzar 80 % de colegios con jornada única", "Creciente", "Porcentaje", Pct(0.8)),
            (4, "Reducir la deserción a 1 %", "Decreciente", "Porcentaje", Pct(0.01)),
        ]
        figures = [
            (100, 96, 100, 41, 100, None, 100),
            (700000, 698000, 700000, 701200, 700000, None, 700000),
            (Pct(0.35), Pct(0.36), Pct(0.5), Pct(0.42), Pct(0.65), None, Pct(0.8)),
            (Pct(0.018, "0.0%"), Pct(0.019, "0.0%"), Pct(0.015, "0.0%"), None, Pct(0.012, "0.0%"), None, Pct(0.01)),
        ]
        for index, (goal, done) in enumerate(zip(goals, figures, strict=True)):
            page.row(6 + index, [*goal, "Subsecretaría de Acceso", *done])
    lines = [
        line(
            6,
            number="1",
            activity="Dotar 400 sedes educativas",
            target="400",
            programmed={f"{year}-Y": "100" for year in range(2024, 2028)},
            results={"2024-Y": "96", "2025-Y": "41"},
            teams=["Subsecretaría de Acceso"],
            extra={"accumulation": "sum", "unit": "Sedes"},
        ),
        line(7, target="700000", results={"2024-Y": "698000", "2025-Y": "701200"}, extra={"accumulation": "stock"}),
        line(
            8,
            target="0.8",
            target_unit="percent",
            results={"2024-Y": "0.36", "2025-Y": "0.42"},
            extra={"accumulation": ["latest", "capacity", "stock"]},
        ),
        line(9, target="0.01", results={"2024-Y": "0.019"}, extra={"accumulation": "reduction"}),
    ]
    wanted = [plan(lines, period_kind="year")]
    return truth("district_kinds_of_yearly_goal.xlsx", "2026-01-31", wanted, (), ["unreadable_value"])


@case
def corporation_three_weights(folder: Path) -> Truth:
    """Weights of programme, project and activity in three columns: the activity's is the line's."""
    with Book(folder / "corporation_three_weights.xlsx") as book:
        page = book.page("PAI 2024")
        page.put(1, "A", "CORPORACIÓN AUTÓNOMA REGIONAL - PLAN DE ACCIÓN INSTITUCIONAL 2024", "title")
        page.head(3, ["Programa", "Pond. Programa", "Proyecto", "Pond. Proyecto", "Actividad", "Pond. Actividad"])
        page.head(3, ["U. Medida", "Meta Año", "Dependencia", "Ene-Jun Prog", "Ene-Jun Ejec"], "G")
        page.head(3, ["Jul-Dic Prog", "Jul-Dic Ejec"], "L")
        page.merge("A4:A6", "Biodiversidad", "cell")
        page.merge("B4:B6", Pct(0.3), "0%")
        page.merge("C4:C5", "Áreas protegidas", "cell")
        page.merge("D4:D5", Pct(0.6), "0%")
        page.row(4, ["Formular planes de manejo", Pct(0.7), "Plan", 3, "Subd. Planeación", 1, 1, 2], "E")
        page.row(5, ["Adquirir predios", Pct(0.3), "Ha", 120.5, "Subd. Planeación", 50, 48.25, 70.5], "E")
        page.row(6, ["Restauración", Pct(0.4), "Sembrar árboles nativos", Pct(1), "Árbol", "25.000"], "C")
        page.row(6, ["Subd. Ecosistemas", 10000, 11250, 15000], "I")
    lines = [
        line(
            4,
            activity="Formular planes de manejo",
            target="3",
            programmed={"2024-S1": "1", "2024-S2": "2"},
            results={"2024-S1": "1"},
            teams=["Subd. Planeación"],
            extra={"weight": "0.7", "unit": "Plan", "path_has": ["Biodiversidad", "Áreas protegidas"]},
        ),
        line(5, target="120.5", results={"2024-S1": "48.25"}, extra={"weight": "0.3"}),
        line(6, target="25000", results={"2024-S1": "11250"}, extra={"weight": "1", "path_has": ["Restauración"]}),
    ]
    return truth("corporation_three_weights.xlsx", "2024-08-15", [plan(lines, period_kind="half_year")])


@case
def institute_owner_over_the_table(folder: Path) -> Truth:
    """A sheet per office; the office and the leader stand in labels over the table, no column is for them."""
    with Book(folder / "institute_owner_over_the_table.xlsx") as book:
        plans = []
        for name, office in (("TIC", "Oficina de Tecnologías de la Información"), ("GH", "Grupo de Talento Humano")):
            page = book.page(name)
            page.merge("A1:I1", "INSTITUTO NACIONAL PARA SORDOS - PLAN DE ACCIÓN 2024", "title")
            page.row(3, ["Dependencia:", office])
            page.row(4, ["Objetivo estratégico:", "Fortalecer la gestión institucional"])
            page.head(
                6, ["N°", "Actividad", "Indicador", "Meta", "Fecha final", "Trim 1", "Trim 2", "Trim 3", "Trim 4"]
            )
            page.row(7, [1, f"Ejecutar el plan de {name}", "% de ejecución", Pct(1), date(2024, 12, 20), Pct(0.2)])
            page.row(8, [2, "Rendir informes de gestión", "Informes", 4, date(2024, 12, 31), 1, 1])
            lines = [
                line(7, number="1", target="1", target_unit="percent", results={"2024-Q1": "0.2"}, teams=[office]),
                line(8, target="4", results={"2024-Q1": "1", "2024-Q2": "1"}, teams=[office], due="2024-12-31"),
            ]
            plans.append(plan(lines, name, period_kind="quarter"))
    return truth("institute_owner_over_the_table.xlsx", "2024-07-05", plans)


@case
def hospital_cards_in_series(folder: Path) -> Truth:
    """A workbook of cards, each with its quarters as rows: goal, numerator, denominator, result and analysis."""
    name_of_one = "Oportunidad en la asignación de cita de medicina general"
    cards: list[tuple[str, str, str, str | int, float]]
    cards = [
        ("IND 01", name_of_one, "Consulta Externa", "≤ 3 días", 2.4),
        ("IND 02", "Giro cama", "Hospitalización", 5, 4.8),
    ]
    plans = []
    with Book(folder / "hospital_cards_in_series.xlsx") as book:
        for sheet, name, owner, target, done in cards:
            page = book.page(sheet)
            page.merge("A1:F1", "HOJA DE VIDA DE INDICADORES", "title")
            page.row(2, ["Código: CA-FR-22", None, "Versión 05", None, "Vigencia: 2024"])
            page.row(4, ["Nombre del indicador:", name, None, None, "Proceso:", owner])
            page.row(5, ["Tipo de indicador:", "Eficiencia", None, None, "Frecuencia:", "Trimestral"])
            page.row(6, ["Fórmula:", "Sumatoria de días / número de citas", None, None, "Unidad de medida:", "Días"])
            page.row(7, ["Meta:", target, None, None, "Línea base:", 3.2])
            page.row(8, ["Responsable del análisis:", f"Líder de {owner}"])
            page.head(10, ["Periodo", "Meta", "Numerador", "Denominador", "Resultado", "Análisis"])
            page.row(
                11, ["I Trimestre", target, 1200, 500, done, "Se mantiene el resultado frente al trimestre anterior"]
            )
            page.row(12, ["II Trimestre", target, 1250, 500, 2.5, "Sin novedad"])
            page.row(13, ["III Trimestre", target])
            page.row(14, ["IV Trimestre", target])
            card = line(
                None,
                number=None,
                indicator=name,
                target=str(target) if target == 5 else "3",
                results={"2024-Q1": str(done), "2024-Q2": "2.5"},
                teams=[f"Líder de {owner}"],
                extra={"baseline": "3.2", "numerator": {"2024-Q1": "1200", "2024-Q2": "1250"}},
            )
            plans.append(plan([card], sheet, kind="indicator_sheet", period_kind="quarter"))
    return truth("hospital_cards_in_series.xlsx", "2024-07-12", plans)


@case
def health_office_long_rows(folder: Path) -> Truth:
    """An export with a row for each indicator and month, year and month in two columns."""
    with Book(folder / "health_office_long_rows.xlsx") as book:
        page = book.page("Export")
        page.put(1, "A", "Tablero de indicadores - Sistema de Información para la Calidad 2024", "title")
        page.head(3, ["Código", "Indicador", "Responsable", "Meta", "Mes", "Numerador", "Denominador", "Resultado"])
        data = [
            (
                "E.1",
                "Cobertura de vacunación",
                "PAI",
                Pct(0.95),
                [("Enero", 180, 200, 0.9), ("Febrero", 190, 200, 0.95)],
            ),
            ("E.2", "Gestantes con control", "SSR", Pct(0.85), [("Enero", 40, 50, 0.8), ("Febrero", 45, 50, 0.9)]),
        ]
        row = 4
        for code, name, team, target, months in data:
            for month, top, under, result in months:
                page.row(row, [code, name, team, target, month, top, under, Pct(result)])
                row += 1
    lines = [
        line(
            4,
            number="E.1",
            indicator="Cobertura de vacunación",
            target="0.95",
            results={"2024-M01": "0.9", "2024-M02": "0.95"},
            teams=["PAI"],
            extra={"numerator": {"2024-M01": "180", "2024-M02": "190"}},
        ),
        line(6, number="E.2", target="0.85", results={"2024-M01": "0.8", "2024-M02": "0.9"}),
    ]
    return truth("health_office_long_rows.xlsx", "2024-03-10", [plan(lines, period_kind="month")])


@case
def ministry_reported_and_validated(folder: Path) -> Truth:
    """Each quarter has what the office reports, its words, its proof, and what planning validates."""
    with Book(folder / "ministry_reported_and_validated.xlsx") as book:
        page = book.page("Seguimiento PAI")
        page.merge("A1:P1", "MINISTERIO DEL DEPORTE - SEGUIMIENTO PLAN DE ACCIÓN INSTITUCIONAL 2025", "title")
        titles = ["ID", "Producto", "Actividad", "Peso", "Meta", "Responsable", "Fecha inicio", "Fecha fin"]
        for index, title in enumerate(titles):
            page.merge(f"{'ABCDEFGH'[index]}3:{'ABCDEFGH'[index]}4", title)
        page.merge("I3:L3", "I TRIMESTRE")
        page.merge("M3:P3", "II TRIMESTRE")
        page.head(4, ["Avance reportado", "Descripción del avance", "Evidencia", "Avance validado OAP"] * 2, "I")
        page.merge("B5:B6", "Ligas apoyadas", "cell")
        page.row(5, ["1.1", None, "Suscribir convenios con ligas", 0.6, 30, "Dirección de Fomento", date(2025, 1, 20)])
        page.row(5, [date(2025, 12, 12), 8, "Se suscribieron 8 convenios con las ligas", "Carpeta 1.1", 7, 10], "H")
        page.row(5, ["10 convenios más", "Carpeta 1.1", 10], "N")
        page.row(
            6, ["1.2", None, "Hacer seguimiento a los convenios", 0.4, 4, "Dirección de Fomento", date(2025, 3, 3)]
        )
        page.row(6, [date(2025, 12, 12), 1, "Primer informe de seguimiento radicado", "Carpeta 1.2", 1, 1], "H")
        page.row(6, ["Segundo informe", "Carpeta 1.2", 0], "N")
    lines = [
        line(
            5,
            number="1.1",
            activity="Suscribir convenios con ligas",
            target="30",
            start="2025-01-20",
            due="2025-12-12",
            results={"2025-Q1": "8", "2025-Q2": "10"},
            teams=["Dirección de Fomento"],
            extra={"weight": "0.6"},
        ),
        line(
            6,
            deliverable="Ligas apoyadas",
            target="4",
            results={"2025-Q1": "1", "2025-Q2": "1"},
            extra={"weight": "0.4"},
        ),
    ]
    return truth("ministry_reported_and_validated.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def hospital_marker_without_title(folder: Path) -> Truth:
    """PROG and EJEC stand in a column without a title; months without a programme have what was done all the same."""
    with Book(folder / "hospital_marker_without_title.xlsx") as book:
        page = book.page("PLAN DE ACCION")
        page.merge("A1:Q1", "ESE HOSPITAL REGIONAL  -  PLAN DE ACCIÓN POR SERVICIOS 2024", "title")
        months = ["ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO"]
        page.head(3, ["SERVICIO", "ACTIVIDAD", "META", "RESPONSABLE", None, *months])
        page.merge("A4:A7", "LABORATORIO", "cell")
        page.row(4, ["Realizar control de calidad externo", 3, "Bacteriología", "PROG", None, 1, None, 1, None, 1], "B")
        page.row(5, ["EJEC", 1, 1, None, 1], "E")
        page.row(6, ["Calibrar equipos", 2, "Ing. Biomédica", "PROG", None, None, 1, None, None, 1], "B")
        page.row(7, ["EJEC", None, None, 0, 1], "E")
    lines = [
        line(
            4,
            activity="Realizar control de calidad externo",
            target="3",
            programmed={"2024-M02": "1", "2024-M04": "1", "2024-M06": "1"},
            results={"2024-M01": "1", "2024-M02": "1", "2024-M04": "1"},
            teams=["Bacteriología"],
        ),
        line(
            6,
            target="2",
            programmed={"2024-M03": "1", "2024-M06": "1"},
            results={"2024-M03": "0", "2024-M04": "1"},
            extra={"path_has": ["LABORATORIO"]},
        ),
    ]
    return truth("hospital_marker_without_title.xlsx", "2024-05-06", [plan(lines, period_kind="month")])
