"""Plans followed by quarter: side by side, in blocks, as rows, in long and short titles."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth


@case
def quarters_side_by_side(folder: Path) -> Truth:
    """A municipal action plan: each quarter over PROG. and EJEC., totals by formula at the right."""
    with Book(folder / "quarters_side_by_side.xlsx") as book:
        page = book.page("PLAN DE ACCIÓN 2024")
        page.merge("A1:Q1", "ALCALDÍA MUNICIPAL DE VILLA DEL RÍO", "title")
        page.merge("A2:Q2", "PLAN DE ACCIÓN INSTITUCIONAL VIGENCIA 2024", "title")
        page.merge("A3:Q3", "Secretaría de Planeación e Infraestructura · Código: DE-FR-014 · Versión: 03")
        titles = [
            "No.",
            "ACTIVIDAD",
            "INDICADOR",
            "META ANUAL",
            "FECHA DE INICIO",
            "FECHA DE TERMINACIÓN",
            "RESPONSABLE",
        ]
        for index, title in enumerate(titles):
            page.merge(f"{chr(65 + index)}5:{chr(65 + index)}6", title)
        for index, name in enumerate(["PRIMER TRIMESTRE", "SEGUNDO TRIMESTRE", "TERCER TRIMESTRE", "CUARTO TRIMESTRE"]):
            first = 7 + 2 * index
            page.merge(f"{chr(65 + first)}5:{chr(66 + first)}5", name)
            page.head(6, ["PROG.", "EJEC."], chr(65 + first))
        page.merge("P5:Q5", "TOTAL")
        page.head(6, ["PROG.", "EJEC."], "P")
        page.row(7, [1, "Realizar jornadas de actualización del Sisbén en la zona rural", "Jornadas realizadas", 8])
        page.row(7, [date(2024, 2, 1), date(2024, 12, 15), "Secretaría de Planeación", 2, 2, 2, 1, 2, 0, 2, 0], "E")
        page.row(7, [Formula("=H7+J7+L7+N7", 8), Formula("=I7+K7+M7+O7", 3)], "P")
        page.row(8, [2, "Expedir el decreto de estratificación", "Decreto expedido", 1])
        page.row(8, [date(2024, 4, 1), date(2024, 6, 30), "Oficina Asesora Jurídica", None, None, 1, 0], "E")
        page.row(8, [Formula("=H8+J8+L8+N8", 1), Formula("=I8+K8+M8+O8", 0)], "P")
        page.row(9, [3, "Actualizar el expediente municipal", "Porcentaje de avance del expediente", Pct(1)])
        shares = [Pct(0.1), Pct(0.1), Pct(0.3), Pct(0.25), Pct(0.3), None, Pct(0.3), None]
        page.row(9, [date(2024, 1, 15), date(2024, 11, 30), "Secretaría de Planeación", *shares], "E")
        page.row(9, [Formula("=H9+J9+L9+N9", 1, "0%"), Formula("=I9+K9+M9+O9", 0.35, "0%")], "P")
    quarters = {f"2024-Q{n}": "2" for n in (1, 2, 3, 4)}
    shares_of = {"2024-Q1": "0.1", "2024-Q2": "0.3", "2024-Q3": "0.3", "2024-Q4": "0.3"}
    lines = [
        line(
            7,
            number="1",
            activity="Realizar jornadas de actualización del Sisbén en la zona rural",
            indicator="Jornadas realizadas",
            start="2024-02-01",
            due="2024-12-15",
            target="8",
            target_unit="count",
            programmed=quarters,
            results={"2024-Q1": "2", "2024-Q2": "1"},
            teams=["Secretaría de Planeación"],
        ),
        line(8, number="2", due="2024-06-30", target="1", programmed={"2024-Q2": "1"}, results={"2024-Q2": "0"}),
        line(
            9,
            number="3",
            target="1",
            target_unit="percent",
            programmed=shares_of,
            results={"2024-Q1": "0.1", "2024-Q2": "0.25"},
        ),
    ]
    plans = [plan(lines, "PLAN DE ACCIÓN 2024", kind="action_plan", period_kind="quarter")]
    return truth("quarters_side_by_side.xlsx", "2024-07-15", plans, (), ["unreadable_value"])


@case
def quarters_in_blocks(folder: Path) -> Truth:
    """A gobernación's plan: a block of programmed, one of executed, and one of printed compliance that is no input."""
    with Book(folder / "quarters_in_blocks.xlsx") as book:
        page = book.page("Seguimiento")
        page.merge("A1:S1", "GOBERNACIÓN DEL ALTO LLANO", "title")
        page.merge("A2:S2", "SEGUIMIENTO PLAN DE ACCIÓN 2023 – SECRETARÍA DE SALUD DEPARTAMENTAL", "title")
        for area, text in (("G4:J4", "PROGRAMACIÓN 2023"), ("K4:N4", "EJECUCIÓN 2023"), ("O4:R4", "% DE CUMPLIMIENTO")):
            page.merge(area, text)
        titles = ["Programa", "Actividad", "Unidad de medida", "Meta 2023", "Dependencia responsable", "Fecha fin"]
        for index, title in enumerate(titles):
            page.merge(f"{chr(65 + index)}4:{chr(65 + index)}5", title)
        page.head(5, ["I", "II", "III", "IV"] * 3, "G")
        page.merge("S4:S5", "Observaciones")
        page.merge("A6:A7", "Salud pública", "cell")
        page.row(6, ["Visitar las IPS de la red pública", "Visitas", 40, "Dirección de Vigilancia"], "B")
        page.row(6, [date(2023, 12, 20), 10, 10, 10, 10, 12, 8, 0, 0], "F")
        page.row(6, [Formula("=K6/G6", 1.2, "0%"), Formula("=L6/H6", 0.8, "0%"), Pct(0), Pct(0), "Sin novedad"], "O")
        page.row(
            7, ["Capacitar en notificación al SIVIGILA", "Capacitaciones", 4, "Subdirección de Epidemiología"], "B"
        )
        page.row(7, [date(2023, 11, 30), 1, 1, 1, 1, 1, 1], "F")
        page.row(7, [Formula("=K7/G7", 1, "0%"), Formula("=L7/H7", 1, "0%"), Pct(0), Pct(0)], "O")
        page.row(
            8, ["Aseguramiento", "Auditar EPS del régimen subsidiado", "Auditorías", 6, "Dirección de Aseguramiento"]
        )
        page.row(8, [date(2023, 10, 31), None, 3, 3, None, None, 3], "F")
    even = {f"2023-Q{n}": "10" for n in (1, 2, 3, 4)}
    lines = [
        line(
            6,
            activity="Visitar las IPS de la red pública",
            target="40",
            due="2023-12-20",
            programmed=even,
            results={"2023-Q1": "12", "2023-Q2": "8"},
            extra={"unit": "Visitas", "path_has": ["Salud pública"]},
        ),
        line(7, target="4", results={"2023-Q1": "1", "2023-Q2": "1"}, extra={"path_has": ["Salud pública"]}),
        line(
            8,
            target="6",
            programmed={"2023-Q2": "3", "2023-Q3": "3"},
            results={"2023-Q2": "3"},
            teams=["Dirección de Aseguramiento"],
            extra={"unit": "Auditorías", "path_has": ["Aseguramiento"]},
        ),
    ]
    plans = [plan(lines, "Seguimiento", kind="action_plan", period_kind="quarter")]
    return truth("quarters_in_blocks.xlsx", "2023-07-11", plans)


@case
def quarters_as_word_rows(folder: Path) -> Truth:
    """A university's plan: Programado and Ejecutado written out per row, activity and dates merged over both."""
    with Book(folder / "quarters_as_word_rows.xlsx") as book:
        page = book.page("Plan de acción")
        page.merge("A1:K1", "UNIVERSIDAD DEL ORIENTE – PLAN DE ACCIÓN 2025", "title")
        page.head(2, ["Proyecto", "Acción", "Producto", "Fecha inicial", "Fecha final", "Responsable", "Avance"])
        page.head(2, ["Trim 1", "Trim 2", "Trim 3", "Trim 4"], "H")
        actions = [
            ("Bienestar", "Otorgar apoyos de alimentación", "Apoyos otorgados", "Vicerrectoría de Bienestar"),
            (
                "Regionalización",
                "Abrir cohortes en los centros regionales",
                "Cohortes abiertas",
                "Oficina de Regionalización",
            ),
        ]
        for index, (project, text, product, team) in enumerate(actions):
            row = 3 + 2 * index
            merged = [project, text, product, date(2025, 1, 20), date(2025, 12, 5), team]
            for column, value in zip("ABCDEF", merged, strict=True):
                page.merge(f"{column}{row}:{column}{row + 1}", value, "cell" if column not in "DE" else "dd/mm/yyyy")
            page.put(row, "G", "Programado")
            page.put(row + 1, "G", "Ejecutado")
        page.row(3, [500, 500, 700, 300], "H")
        page.row(4, [480, 515], "H")
        page.row(5, [None, 2, None, 2], "H")
        page.row(6, [None, 1], "H")
    lines = [
        line(
            3,
            activity="Otorgar apoyos de alimentación",
            deliverable="Apoyos otorgados",
            start="2025-01-20",
            due="2025-12-05",
            programmed={"2025-Q1": "500", "2025-Q2": "500", "2025-Q3": "700", "2025-Q4": "300"},
            results={"2025-Q1": "480", "2025-Q2": "515"},
            teams=["Vicerrectoría de Bienestar"],
        ),
        line(
            5,
            activity="Abrir cohortes en los centros regionales",
            programmed={"2025-Q2": "2", "2025-Q4": "2"},
            results={"2025-Q2": "1"},
            teams=["Oficina de Regionalización"],
        ),
    ]
    plans = [plan(lines, "Plan de acción", kind="action_plan", period_kind="quarter")]
    return truth("quarters_as_word_rows.xlsx", "2025-07-08", plans)


@case
def month_ranges_as_quarters(folder: Path) -> Truth:
    """Quarters named by their months (Ene-Mar), Meta and Logro in one row of titles."""
    with Book(folder / "month_ranges_as_quarters.xlsx") as book:
        page = book.page("Hoja1")
        page.put(1, "A", "INSTITUTO DE DEPORTES Y RECREACIÓN - PLAN DE ACCION 2022", "title")
        page.head(3, ["ACTIVIDADES", "META", "RESP.", "F. INICIO", "F. FIN", "META ENE-MAR", "LOGRO ENE-MAR"])
        page.head(
            3, ["META ABR-JUN", "LOGRO ABR-JUN", "META JUL-SEP", "LOGRO JUL-SEP", "META OCT-DIC", "LOGRO OCT-DIC"], "H"
        )
        page.row(
            4, ["Realizar festivales escolares", 6, "Coordinación de Deportes", date(2022, 3, 1), date(2022, 11, 30)]
        )
        page.row(4, [1, 1, 2, 2, 2, None, 1], "F")
        page.row(5, ["Apoyar deportistas de altos logros", 40, "Dirección", date(2022, 1, 17), date(2022, 12, 30)])
        page.row(5, [40, 38, 40, 37, 40, None, 40], "F")
    lines = [
        line(
            4,
            activity="Realizar festivales escolares",
            target="6",
            start="2022-03-01",
            due="2022-11-30",
            programmed={"2022-Q1": "1", "2022-Q2": "2", "2022-Q3": "2", "2022-Q4": "1"},
            results={"2022-Q1": "1", "2022-Q2": "2"},
            teams=["Coordinación de Deportes"],
        ),
        line(5, target="40", results={"2022-Q1": "38", "2022-Q2": "37"}, teams=["Dirección"]),
    ]
    return truth("month_ranges_as_quarters.xlsx", "2022-07-12", [plan(lines, "Hoja1", period_kind="quarter")])


@case
def flat_short_titles(folder: Path) -> Truth:
    """One row of short titles: META 1T, AVANCE 1T, % 1T, OBSERVACIONES 1T, EVIDENCIA 1T, and so on for each quarter."""
    with Book(folder / "flat_short_titles.xlsx") as book:
        page = book.page("PAI")
        page.put(1, "A", "MINISTERIO DEL INTERIOR SOCIAL · Plan de Acción Institucional 2025", "title")
        titles = ["ID", "Descripción de la actividad", "Fecha inicio", "Fecha fin", "Dependencia", "Meta"]
        for n in (1, 2, 3, 4):
            titles += [f"META {n}T", f"AVANCE {n}T", f"% {n}T", f"OBSERVACIONES {n}T", f"EVIDENCIA {n}T"]
        page.head(2, titles)
        page.row(3, ["PAI-001", "Publicar boletines de política pública", date(2025, 1, 1), date(2025, 12, 31)])
        page.row(
            3, ["Oficina de Estudios", 4, 1, 1, Pct(1), "Boletín 1 publicado en marzo", "https://sede.example/b1"], "E"
        )
        page.row(
            3,
            [1, 1, Pct(1), "Boletín 2 publicado", "https://sede.example/b2", 1, 0, Pct(0), None, None, 1, 0, Pct(0)],
            "L",
        )
        page.row(4, ["PAI-002", "Asistir técnicamente a municipios", date(2025, 2, 1), date(2025, 11, 28)])
        page.row(4, ["Dirección de Gobierno", 120, 20, 18, Pct(0.9), "2 municipios reprogramados", "Actas 1-18"], "E")
        page.row(
            4,
            [40, 45, Pct(1.125, "0.0%"), "Se recuperó el rezago", "Actas 19-63", 40, 0, Pct(0), None, None, 20, 0],
            "L",
        )
    lines = [
        line(
            3,
            number="PAI-001",
            activity="Publicar boletines de política pública",
            target="4",
            programmed={f"2025-Q{n}": "1" for n in (1, 2, 3, 4)},
            results={"2025-Q1": "1", "2025-Q2": "1"},
            teams=["Oficina de Estudios"],
        ),
        line(
            4,
            number="PAI-002",
            target="120",
            programmed={"2025-Q1": "20", "2025-Q2": "40", "2025-Q3": "40", "2025-Q4": "20"},
            results={"2025-Q1": "18", "2025-Q2": "45"},
        ),
    ]
    return truth("flat_short_titles.xlsx", "2025-08-04", [plan(lines, "PAI", period_kind="quarter")])


@case
def roman_quarters_without_year(folder: Path) -> Truth:
    """Titles I TRIM to IV TRIM, EJECUTADO only; the year stands alone in the heading's VIGENCIA."""
    with Book(folder / "roman_quarters_without_year.xlsx") as book:
        page = book.page("PLAN")
        page.put(1, "A", "EMPRESA DE SERVICIOS PÚBLICOS DE LA SABANA E.S.P.", "title")
        page.row(2, ["VIGENCIA:", 2021])
        page.row(3, ["PROCESO:", "Gestión Comercial"])
        page.head(
            5,
            ["ACTIVIDAD", "CANT.", "UND.", "RESPONSABLE", "INICIO", "FIN", "I TRIM", "II TRIM", "III TRIM", "IV TRIM"],
        )
        page.row(
            6, ["Cambio de medidores", 1200, "Medidores", "Gestión Comercial", date(2021, 2, 1), date(2021, 12, 31)]
        )
        page.row(6, [210, 330, 305, 298], "G")
        page.row(
            7, ["Campañas de uso eficiente", 4, "Campañas", "Comunicaciones", date(2021, 3, 1), date(2021, 10, 29)]
        )
        page.row(7, [1, 1, 1, 1], "G")
    every = {"2021-Q1": "210", "2021-Q2": "330", "2021-Q3": "305", "2021-Q4": "298"}
    lines = [
        line(
            6,
            activity="Cambio de medidores",
            target="1200",
            start="2021-02-01",
            due="2021-12-31",
            results=every,
            extra={"unit": "Medidores"},
        ),
        line(7, target="4", due="2021-10-29", results={f"2021-Q{n}": "1" for n in (1, 2, 3, 4)}),
    ]
    return truth("roman_quarters_without_year.xlsx", "2022-01-20", [plan(lines, "PLAN", period_kind="quarter")])
