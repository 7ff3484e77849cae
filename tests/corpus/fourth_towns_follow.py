"""Plans of towns as their control offices and planning offices follow them."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth
from tests.corpus.fourth_towns import MONTHS


@case
def indicative_by_secretariat(folder: Path) -> Truth:
    """A town's plan indicativo: goal of four years, «Esperado» and «Logrado» for each year, secretariat at the end."""
    with Book(folder / "indicative_by_secretariat.xlsx") as book:
        page = book.page("PLAN INDICATIVO")
        page.merge("A1:P1", "MUNICIPIO DE BUENAVISTA - PLAN INDICATIVO 2024-2027 «UNIDOS PROGRESAMOS»", "title")
        titles = ["Eje", "Programa", "Código indicador", "Indicador de producto", "Línea base 2023", "Meta cuatrienio"]
        for letter, title in zip("ABCDEF", titles, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for area, year in (("G3:H3", 2024), ("I3:J3", 2025), ("K3:L3", 2026), ("M3:N3", 2027)):
            page.merge(area, year)
        page.head(4, ["Esperado", "Logrado"] * 4, "G")
        page.merge("O3:O4", "Secretaría responsable")
        page.merge("P3:P4", "% de cumplimiento cuatrienio")
        page.merge("A5:A6", "Social", "cell")
        page.row(5, ["Educación de calidad", "2201071", "Sedes educativas mejoradas", 4, 12, 2, 2, 4, 3, 4], "B")
        page.row(5, [2, None, "Secretaría de Educación", Pct(0.4167)], "M")
        page.row(6, ["Salud para todos", "1905054", "Campañas de vacunación", 10, 40, 10, 11, 10, 10, 10], "B")
        page.row(6, [10, None, "Secretaría de Salud", Pct(0.525)], "M")
        page.row(
            7, ["Territorial", "Vías", "2402041", "Km de placa huella", 0, "6,5", 1, "0,8", 2, "2,1", 2, None, "1,5"]
        )
        page.row(7, ["Secretaría de Obras", Pct(0.446)], "O")
    lines = [
        line(
            5,
            indicator="Sedes educativas mejoradas",
            target="12",
            teams=["Secretaría de Educación"],
            programmed={"2024-Y": "2", "2025-Y": "4", "2026-Y": "4", "2027-Y": "2"},
            results={"2024-Y": "2", "2025-Y": "3"},
            extra={"baseline": "4", "path_has": ["Social"]},
        ),
        line(6, target="40", results={"2024-Y": "11", "2025-Y": "10"}, teams=["Secretaría de Salud"]),
        line(7, target="6.5", results={"2024-Y": "0.8", "2025-Y": "2.1"}, teams=["Secretaría de Obras"]),
    ]
    return truth("indicative_by_secretariat.xlsx", "2026-01-30", [plan(lines, period_kind="year")])


@case
def action_plan_two_dates_one_title(folder: Path) -> Truth:
    """Integrated plans: each plan of the decree named in a column, dates as typed text, percentages by quarter."""
    with Book(folder / "action_plan_two_dates_one_title.xlsx") as book:
        page = book.page("Decreto 612")
        page.merge("A1:N1", "EMPRESA SOCIAL DEL ESTADO HOSPITAL SAN VICENTE", "title")
        page.merge("A2:N2", "INTEGRACIÓN DE PLANES INSTITUCIONALES - DECRETO 612 DE 2018 - 2025", "title")
        head = ["PLAN", "ACTIVIDAD", "ENTREGABLE", "RESPONSABLE", "FECHA DE INICIO\n(dd/mm/aaaa)"]
        head += ["FECHA FINAL\n(dd/mm/aaaa)", "% PROGRAMADO TRIM 1", "% EJECUTADO TRIM 1", "% PROGRAMADO TRIM 2"]
        head += ["% EJECUTADO TRIM 2", "% PROGRAMADO TRIM 3", "% EJECUTADO TRIM 3", "% PROGRAMADO TRIM 4"]
        page.head(4, [*head, "% EJECUTADO TRIM 4"])
        page.merge("A5:A6", "Plan Institucional de Archivos - PINAR", "cell")
        page.row(5, ["Actualizar la TRD", "TRD", "Gestión Documental", "03/02/2025", "30/09/2025"], "B")
        page.row(5, [Pct(0.2), Pct(0.2), Pct(0.3), Pct(0.25), Pct(0.5), None, 0], "G")
        page.row(6, ["Capacitar en archivo", "Listas", "Gestión Documental", "05/05/2025", "13/06/2025"], "B")
        page.row(6, [0, 0, Pct(1), Pct(1)], "G")
        page.row(7, ["Plan Estratégico de Talento Humano", "Medir el clima laboral", "Informe", "Talento Humano"])
        page.row(7, ["01/08/2025", "31/10/2025", 0, 0, 0, 0, Pct(0.5), None, Pct(0.5)], "E")
    lines = [
        line(
            5,
            activity="Actualizar la TRD",
            deliverable="TRD",
            teams=["Gestión Documental"],
            start="2025-02-03",
            due="2025-09-30",
            programmed={"2025-Q1": "0.2", "2025-Q2": "0.3", "2025-Q3": "0.5"},
            results={"2025-Q1": "0.2", "2025-Q2": "0.25"},
            extra={"path_has": ["PINAR"]},
        ),
        line(
            6,
            start="2025-05-05",
            due="2025-06-13",
            programmed={"2025-Q2": "1"},
            results={"2025-Q1": "0", "2025-Q2": "1"},
            extra={"path_has": ["PINAR"]},
        ),
        line(
            7,
            start="2025-08-01",
            due="2025-10-31",
            teams=["Talento Humano"],
            programmed={"2025-Q3": "0.5", "2025-Q4": "0.5"},
        ),
    ]
    return truth("action_plan_two_dates_one_title.xlsx", "2025-07-15", [plan(lines, period_kind="quarter")])


@case
def follow_up_in_next_rows(folder: Path) -> Truth:
    """Several activities of one goal share its merged cells: goal, indicator, dates and who answers."""
    with Book(folder / "follow_up_in_next_rows.xlsx") as book:
        page = book.page("Plan de acción")
        page.merge("A1:J1", "PERSONERÍA DISTRITAL - PLAN DE ACCIÓN 2025", "title")
        page.head(
            3,
            [
                "OBJETIVO",
                "META",
                "ACTIVIDADES",
                "RESPONSABLE",
                "INICIO",
                "FIN",
                "TRIM I",
                "TRIM II",
                "TRIM III",
                "TRIM IV",
            ],
        )
        page.merge("A4:A6", "Promover los derechos", "cell")
        page.merge("D4:D6", "Delegada de Derechos Humanos", "cell")
        page.merge("E4:E6", date(2025, 1, 15), "dd/mm/yyyy")
        page.merge("F4:F6", date(2025, 12, 12), "dd/mm/yyyy")
        for offset, (goal, text, done) in enumerate(
            ((10, "Talleres en barrios", [2, 3]), (4, "Foros", [1, 1]), (120, "Asesorías", [34, 41]))
        ):
            page.row(4 + offset, [goal, text], "B")
            page.row(4 + offset, done, "G")
        page.row(7, ["Vigilar la gestión", 6, "Visitas especiales", "Delegada de Vigilancia", date(2025, 2, 3)])
        page.row(7, [date(2025, 11, 28), 0, 2], "F")
    team = ["Delegada de Derechos Humanos"]
    lines = [
        line(
            4,
            activity="Talleres en barrios",
            target="10",
            teams=team,
            start="2025-01-15",
            due="2025-12-12",
            results={"2025-Q1": "2", "2025-Q2": "3"},
        ),
        line(5, activity="Foros", target="4", teams=team, due="2025-12-12", results={"2025-Q1": "1", "2025-Q2": "1"}),
        line(6, target="120", teams=team, due="2025-12-12", results={"2025-Q1": "34", "2025-Q2": "41"}),
        line(
            7, target="6", teams=["Delegada de Vigilancia"], due="2025-11-28", results={"2025-Q1": "0", "2025-Q2": "2"}
        ),
    ]
    return truth("follow_up_in_next_rows.xlsx", "2025-07-15", [plan(lines, period_kind="quarter")])


@case
def states_done_by_quarter(folder: Path) -> Truth:
    """A gobernación: programmed marks «X» by quarter, what was executed as a share beside each of them."""
    with Book(folder / "states_done_by_quarter.xlsx") as book:
        page = book.page("PTEP")
        page.merge("A1:M1", "GOBERNACIÓN - SECRETARÍA GENERAL - PLAN DE TRABAJO 2025", "title")
        for letter, title in zip("ABCD", ("#", "ACTIVIDAD", "ENTREGABLE", "ÁREA RESPONSABLE"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for area, title in zip(
            ("E3:F3", "G3:H3", "I3:J3", "K3:L3"), ("TRIM 1", "TRIM 2", "TRIM 3", "TRIM 4"), strict=True
        ):
            page.merge(area, title)
        page.head(4, ["PROG", "% EJEC"] * 4, "E")
        page.row(5, [1, "Publicar el plan de compras", "Plan publicado", "Grupo de Contratación", "X", Pct(1)])
        page.row(6, [2, "Encuestas de satisfacción", "Informes", "Atención al Ciudadano", "X", Pct(1), "X", Pct(0.8)])
        page.row(6, ["X", None, "X"], "I")
        page.row(
            7, [3, "Inventario de bienes", "Inventario", "Almacén General", None, None, None, None, None, None, "X"]
        )
    lines = [
        line(5, number="1", teams=["Grupo de Contratación"], results={"2025-Q1": "1"}, due="2025-03-31"),
        line(
            6, number="2", teams=["Atención al Ciudadano"], results={"2025-Q1": "1", "2025-Q2": "0.8"}, due="2025-12-31"
        ),
        line(7, number="3", teams=["Almacén General"], results={}, start="2025-10-01", due="2025-12-31"),
    ]
    return truth("states_done_by_quarter.xlsx", "2025-07-15", [plan(lines, period_kind="quarter")])


@case
def year_in_name_only(folder: Path) -> Truth:
    """A transit office: no year but in the line of the cut, months in full with what was done, goal by month."""
    with Book(folder / "year_in_name_only.xlsx") as book:
        page = book.page("Seguimiento")
        page.put(1, "A", "SECRETARÍA DE TRÁNSITO Y TRANSPORTE", "title")
        page.put(2, "A", "SEGUIMIENTO AL PLAN OPERATIVO", "title")
        page.put(3, "A", "Corte: 31 de mayo de 2025")
        head = [
            "ACTIVIDAD",
            "UNIDAD DE MEDIDA",
            "META MENSUAL",
            "META ANUAL",
            *MONTHS,
            "TOTAL EJECUTADO",
            "RESPONSABLE",
        ]
        page.head(5, head)
        for row, (text, unit, month, year, done, team) in enumerate(
            (
                ("Operativos de control", "Operativo", 8, 96, [8, 9, 7, 8, 10], "Cuerpo de Agentes"),
                ("Capacitaciones viales", "Capacitación", 2, 24, [0, 2, 3, 2, 2], "Educación Vial"),
            ),
            6,
        ):
            page.row(row, [text, unit, month, year, *done])
            page.put(row, "Q", sum(done))
            page.put(row, "R", team)
    months = [f"2025-M{n:02}" for n in range(1, 6)]
    lines = [
        line(
            6,
            activity="Operativos de control",
            target="96",
            teams=["Cuerpo de Agentes"],
            results=dict(zip(months, ("8", "9", "7", "8", "10"), strict=True)),
            extra={"unit": "Operativo"},
        ),
        line(
            7, target="24", teams=["Educación Vial"], results=dict(zip(months, ("0", "2", "3", "2", "2"), strict=True))
        ),
    ]
    return truth("year_in_name_only.xlsx", "2025-06-10", [plan(lines, period_kind="month")])
