"""Plans as a town hall, its council and its ombudsman write them."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def alcaldia_decreto_612(folder: Path) -> Truth:
    """Programmed and executed side by side under each quarter, the dates at the far right."""
    with Book(folder / "alcaldia_decreto_612.xlsx") as book:
        page = book.page("PAI 2025")
        page.merge("A1:R1", "ALCALDÍA MUNICIPAL DE SAN JERÓNIMO", "title")
        page.merge("A2:R2", "PLAN DE ACCIÓN INSTITUCIONAL INTEGRADO - DECRETO 612 DE 2018 - VIGENCIA 2025", "title")
        page.row(3, ["Código: PL-FR-07", None, None, "Versión: 04", None, None, "Fecha: 28/01/2025"])
        titles = ["DIMENSIÓN MIPG", "POLÍTICA", "ACTIVIDAD ESTRATÉGICA", "PRODUCTO ESPERADO", "UNIDAD DE MEDIDA"]
        titles += ["META ANUAL"]
        for index, title in enumerate(titles):
            letter = "ABCDEF"[index]
            page.merge(f"{letter}5:{letter}6", title)
        for area, title in zip(
            ("G5:H5", "I5:J5", "K5:L5", "M5:N5"), ("I TRIM", "II TRIM", "III TRIM", "IV TRIM"), strict=True
        ):
            page.merge(area, title)
        page.head(6, ["PROG.", "EJEC."] * 4, "G")
        for letter, title in zip("OPQ", ("DEPENDENCIA LÍDER", "FECHA DE INICIO", "FECHA DE CULMINACIÓN"), strict=True):
            page.merge(f"{letter}5:{letter}6", title)
        page.merge("A7:A8", "Talento Humano", "cell")
        page.row(7, ["Gestión Estratégica del Talento Humano", "Ejecutar el Plan Institucional de Capacitación"], "B")
        page.row(7, ["Capacitaciones realizadas", "Número", 12, 3, 3, 3, 2, 3, None, 3, None], "D")
        page.row(7, ["Secretaría General", date(2025, 2, 3), date(2025, 12, 15)], "O")
        page.row(
            8, ["Integridad", "Apropiar el Código de Integridad", "Campañas", "Número", 4, 1, 1, 1, 0, 1, None], "B"
        )
        page.row(8, [1, None, "Oficina de Talento Humano", date(2025, 1, 20), date(2025, 11, 28)], "M")
        page.row(
            9, ["Gestión con valores", "Gobierno Digital", "Actualizar el PETI", "PETI adoptado", "Documento", 1], "A"
        )
        page.row(9, [None, None, 1, 1, None, None, None, None], "G")
        page.row(9, ["Oficina de las TIC", date(2025, 4, 1), date(2025, 6, 30)], "O")
    lines = [
        line(
            7,
            activity="Ejecutar el Plan Institucional de Capacitación",
            deliverable="Capacitaciones realizadas",
            target="12",
            target_unit="count",
            start="2025-02-03",
            due="2025-12-15",
            teams=["Secretaría General"],
            programmed={"2025-Q1": "3", "2025-Q2": "3", "2025-Q3": "3", "2025-Q4": "3"},
            results={"2025-Q1": "3", "2025-Q2": "2"},
        ),
        line(
            8,
            target="4",
            due="2025-11-28",
            results={"2025-Q1": "1", "2025-Q2": "0"},
            teams=["Oficina de Talento Humano"],
        ),
        line(
            9, target="1", programmed={"2025-Q2": "1"}, results={"2025-Q2": "1"}, start="2025-04-01", due="2025-06-30"
        ),
    ]
    return truth("alcaldia_decreto_612.xlsx", "2025-07-31", [plan(lines, period_kind="quarter", kind="action_plan")])


@case
def alcaldia_month_spans_in_blocks(folder: Path) -> Truth:
    """Quarters named by their months, first all that is programmed, then all that is executed."""
    with Book(folder / "alcaldia_month_spans_in_blocks.xlsx") as book:
        page = book.page("Hacienda")
        page.put(2, "B", "SECRETARÍA DE HACIENDA - PLAN DE ACCIÓN 2024", "title")
        for area, title in (("B4:B5", "N°"), ("C4:C5", "Acciones"), ("D4:D5", "Meta"), ("E4:E5", "Indicador")):
            page.merge(area, title)
        page.merge("F4:I4", "Metas programadas")
        page.merge("J4:M4", "Metas alcanzadas")
        page.head(5, ["Ene - Mar", "Abr - Jun", "Jul - Sep", "Oct - Dic"] * 2, "F")
        page.merge("N4:N5", "Encargado")
        page.merge("O4:O5", "Fecha límite")
        page.row(6, [1, "Cobro persuasivo del impuesto predial", 2400, "Oficios enviados"], "B")
        page.row(6, [600, 600, 600, 600, 580, 612, None, None, "Tesorería", "30 de noviembre de 2024"], "F")
        page.row(7, [2, "Conciliaciones bancarias", Pct(1), "Conciliaciones hechas / cuentas"], "B")
        page.row(7, [Pct(1), Pct(1), Pct(1), Pct(1), Pct(0.9), Pct(1), None, None, "Contabilidad", "31-dic-2024"], "F")
        page.row(8, [None, "TOTAL", None, None, 601, 601, 601, 601, 580.9, 613], "B")
    lines = [
        line(
            6,
            number="1",
            activity="Cobro persuasivo del impuesto predial",
            target="2400",
            due="2024-11-30",
            teams=["Tesorería"],
            programmed={"2024-Q1": "600", "2024-Q2": "600", "2024-Q3": "600", "2024-Q4": "600"},
            results={"2024-Q1": "580", "2024-Q2": "612"},
        ),
        line(7, target="1", target_unit="percent", due="2024-12-31", results={"2024-Q1": "0.9", "2024-Q2": "1"}),
    ]
    return truth("alcaldia_month_spans_in_blocks.xlsx", "2024-07-15", [plan(lines, period_kind="quarter")])


@case
def alcaldia_three_rows_each(folder: Path) -> Truth:
    """Each activity takes three rows: programmed, executed and percentage, month by month."""
    months = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"]
    with Book(folder / "alcaldia_three_rows_each.xlsx") as book:
        page = book.page("Desarrollo Social")
        page.put(1, "A", "PLAN DE ACCIÓN AÑO 2023 - SECRETARÍA DE DESARROLLO SOCIAL", "title")
        page.head(3, ["ITEM", "ACTIVIDAD", "RESPONSABLE", "META", "P/E", *months, "TOTAL"])
        data = [
            ("Visitas domiciliarias a adultos mayores", "Programa Adulto Mayor", 60, [5] * 12, [5, 4, 6, 5]),
            ("Talleres de prevención con juventudes", "Enlace de Juventud", 6, [0, 1] * 6, [0, 1, 0, 2]),
        ]
        for index, (activity, team, target, planned, done) in enumerate(data):
            top = 4 + index * 3
            for letter, value in zip("ABCD", (index + 1, activity, team, target), strict=True):
                page.merge(f"{letter}{top}:{letter}{top + 2}", value, "cell")
            page.row(top, ["PROGRAMADO", *planned, sum(planned)], "E")
            page.row(top + 1, ["EJECUTADO", *done, *[None] * 8, sum(done)], "E")
            page.row(top + 2, ["%", *[Pct(1)] * 4, *[None] * 8, Pct(0.33)], "E")
        page.row(12, ["Elaboró: Profesional Universitario"], "B")
    expected = [
        line(
            4,
            activity="Visitas domiciliarias a adultos mayores",
            target="60",
            programmed={f"2023-M{month:02}": "5" for month in range(1, 13)},
            results={"2023-M01": "5", "2023-M02": "4", "2023-M03": "6", "2023-M04": "5"},
            teams=["Programa Adulto Mayor"],
        ),
        line(
            7,
            target="6",
            programmed={f"2023-M{month:02}": "1" for month in range(2, 13, 2)},
            results_subset={"2023-M02": "1", "2023-M04": "2"},
            teams=["Enlace de Juventud"],
        ),
    ]
    return truth("alcaldia_three_rows_each.xlsx", "2023-05-05", [plan(expected, period_kind="month")])


@case
def concejo_half_years(folder: Path) -> Truth:
    """A council's sheet with the time in words and two half-years."""
    with Book(folder / "concejo_half_years.xlsx") as book:
        page = book.page("Hoja1")
        page.put(1, "A", "CONCEJO MUNICIPAL", "title")
        page.put(2, "A", "PLAN DE ACCIÓN MESA DIRECTIVA 2024", "title")
        page.head(4, ["OBJETIVO", "ACTIVIDADES A REALIZAR", "META", "RESPONSABLES", "TIEMPO DE EJECUCIÓN"])
        page.head(4, ["PRIMER SEMESTRE", "SEGUNDO SEMESTRE", "OBSERVACIONES"], "F")
        page.row(5, ["Control político", "Citar a debates a los secretarios de despacho", 10, "Mesa Directiva"])
        page.row(5, ["Febrero a noviembre de 2024", 4, None, "Según cronograma de sesiones"], "E")
        page.row(
            6, [None, "Publicar las actas en la página web", 40, "Secretaría General", "Enero - diciembre", 18], "A"
        )
        page.row(
            7, ["Modernización", "Actualizar el reglamento interno", 1, "Mesa Directiva", "Primer semestre de 2024", 1]
        )
        page.row(10, ["________________________"], "B")
        page.row(11, ["Presidente del Concejo"], "B")
    lines = [
        line(
            5,
            activity="Citar a debates a los secretarios de despacho",
            target="10",
            start="2024-02-01",
            due="2024-11-30",
        ),
        line(6, target="40", due="2024-12-31", results={"2024-S1": "18"}, teams=["Secretaría General"]),
        line(7, target="1", due="2024-06-30", results={"2024-S1": "1"}),
    ]
    return truth("concejo_half_years.xlsx", "2024-08-01", [plan(lines, period_kind="half_year")])


@case
def personeria_word_marks(folder: Path) -> Truth:
    """A Word table whose schedule is a row of crosses under a merged title."""
    head = [Box("LÍNEA", down="restart"), Box("ACCIÓN", down="restart"), Box("META", down="restart")]
    head += [Box("RESPONSABLE", down="restart"), Box("CRONOGRAMA 2025", span=4)]
    under = [Box("", down="continue")] * 4 + [Box("T1"), Box("T2"), Box("T3"), Box("T4")]
    rows = [
        head,
        under,
        [
            Box("Derechos humanos", down="restart"),
            "Jornadas de atención en zona rural",
            "4 jornadas",
            "Personería Delegada para los Derechos Humanos",
            "X",
            "X",
            "X",
            "X",
        ],
        [
            Box("", down="continue"),
            "Informe de víctimas del conflicto",
            "1 informe",
            "Enlace de Víctimas",
            "",
            "X",
            "",
            "",
        ],
        [
            "Vigilancia administrativa",
            "Seguimiento a la contratación del PAE",
            "2 informes",
            "Personería Delegada para la Vigilancia Administrativa",
            "",
            "X",
            "",
            "X",
        ],
    ]
    parts: list[object] = ["PERSONERÍA MUNICIPAL", "PLAN DE ACCIÓN 2025", rows, "Aprobó: Personero Municipal"]
    write_word(folder / "personeria_word_marks.docx", parts)
    lines = [
        line(3, activity="Jornadas de atención en zona rural", target="4", due="2025-12-31"),
        line(
            4, activity="Informe de víctimas del conflicto", target="1", due="2025-06-30", teams=["Enlace de Víctimas"]
        ),
        line(5, target="2", due="2025-12-31", extra={"path_has": ["Vigilancia administrativa"]}),
    ]
    return truth("personeria_word_marks.docx", "2025-03-01", [plan(lines, kind="action_plan")])


@case
def personeria_prose_deadlines(folder: Path) -> Truth:
    """Deadlines of every wording inside the text of the commitment."""
    rows: list[list[object]] = [
        ["Eje temático", "Compromiso", "Responsable"],
        [
            "Participación",
            "Instalar el comité de veedurías. Plazo: del 1 de febrero al 30 de noviembre de 2025.",
            "Personería",
        ],
        [
            "Participación",
            "Capacitar a las veedurías, a más tardar el 15 de marzo de 2025.",
            "Oficina de Participación",
        ],
        ["Convivencia", "Publicar la ruta de atención. Fecha límite: 30/06/2025", "Comisaría de Familia"],
        [
            "Convivencia",
            "Realizar dos foros ciudadanos entre el 1 de agosto y el 31 de octubre de 2025",
            "Secretaría de Gobierno",
        ],
        ["Convivencia", "Mantener la línea de atención", "Personería"],
    ]
    write_word(folder / "personeria_prose_deadlines.docx", ["PLAN DE TRABAJO PERSONERÍA 2025", rows])
    lines = [
        line(2, start="2025-02-01", due="2025-11-30", teams=["Personería"]),
        line(3, due="2025-03-15"),
        line(4, due="2025-06-30"),
        line(5, start="2025-08-01", due="2025-10-31"),
        line(6, due=None),
    ]
    return truth("personeria_prose_deadlines.docx", "2025-02-01", [plan(lines)], [issue("missing_deadline", 6)])
