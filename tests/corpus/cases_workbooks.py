"""Whole workbooks: several plans, sheets that are none, hidden things, totals, signatures, legends, far headers."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth


@case
def several_plans_and_other_sheets(folder: Path) -> Truth:
    """Cover, instructions, two plans with other columns, a board of figures, hidden lists and a directory."""
    with Book(folder / "several_plans_and_other_sheets.xlsx") as book:
        cover = book.page("Portada")
        cover.merge("B3:H6", "PLAN DE ACCIÓN INTEGRADO 2024", "title")
        cover.row(8, ["Elaboró", "Oficina Asesora de Planeación"], "B")
        guide = book.page("Instructivo")
        guide.head(1, ["Campo", "Descripción"])
        guide.rows(
            2, [["Actividad", "Registre la actividad con un verbo en infinitivo"], ["Meta", "Registre el número"]]
        )
        guide.rows(4, [["Responsable", "Dependencia que ejecuta"], ["Fecha fin", "Fecha en formato dd/mm/aaaa"]])
        peti = book.page("PETI")
        peti.put(1, "A", "PLAN ESTRATÉGICO DE TECNOLOGÍAS DE LA INFORMACIÓN 2024", "title")
        peti.head(
            3,
            ["No", "Proyecto", "Actividad", "Meta", "Responsable", "Fecha inicio", "Fecha fin", "T1", "T2", "T3", "T4"],
        )
        peti.row(
            4,
            [1, "Conectividad", "Ampliar el canal de internet", 1, "Oficina TIC", date(2024, 1, 15), date(2024, 4, 30)],
        )
        peti.row(4, [0.5, 0.5, 0, 0], "H")
        peti.row(
            5,
            [2, "Seguridad", "Adquirir antivirus", 80, "Oficina TIC", date(2024, 2, 1), date(2024, 6, 28), 0, 80, 0, 0],
        )
        pic = book.page("PIC")
        pic.put(1, "A", "PLAN INSTITUCIONAL DE CAPACITACIÓN 2024", "title")
        pic.head(
            2, ["Eje temático", "Capacitación", "Dependencia responsable", "Fecha límite", "Programadas", "Ejecutadas"]
        )
        pic.row(3, ["Integridad", "Curso de integridad y transparencia", "Talento Humano", date(2024, 5, 31)])
        pic.row(4, ["Digital", "Curso de seguridad de la información", "Talento Humano", date(2024, 8, 30)])
        board = book.page("Resumen")
        board.head(2, ["Plan", "Actividades", "Cumplidas", "% Cumplimiento"], "C")
        board.rows(3, [["PETI", 2, 1, Formula("=E3/D3", 0.5, "0%")], ["PIC", 2, 0, Pct(0)]], "C")
        lists = book.page("Listas", hidden=True)
        lists.head(1, ["RESPONSABLE", "ESTADO", "TRIMESTRE"])
        lists.rows(2, [["Oficina TIC", "En ejecución", "I"], ["Talento Humano", "Cumplida", "II"]])
        people = book.page("Directorio")
        people.head(1, ["RESPONSABLE", "CORREO"])
        people.rows(2, [["Oficina TIC", "tic@alcaldia.example"], ["Talento Humano", "talento@alcaldia.example"]])
    peti_lines = [
        line(
            4,
            number="1",
            activity="Ampliar el canal de internet",
            target="1",
            start="2024-01-15",
            due="2024-04-30",
            results={"2024-Q1": "0.5", "2024-Q2": "0.5"},
            extra={"path_has": ["Conectividad"]},
        ),
        line(5, number="2", target="80", results={"2024-Q1": "0", "2024-Q2": "80"}, teams=["Oficina TIC"]),
    ]
    pic_lines = [
        line(3, activity="Curso de integridad y transparencia", due="2024-05-31", teams=["Talento Humano"]),
        line(4, activity="Curso de seguridad de la información", due="2024-08-30", teams=["Talento Humano"]),
    ]
    teams = [
        {"name": "Oficina TIC", "emails": ["tic@alcaldia.example"]},
        {"name": "Talento Humano", "emails": ["talento@alcaldia.example"]},
    ]
    plans = [plan(peti_lines, "PETI", period_kind="quarter", teams=teams), plan(pic_lines, "PIC")]
    return truth("several_plans_and_other_sheets.xlsx", "2024-07-08", plans)


@case
def hidden_rows_and_columns(folder: Path) -> Truth:
    """Hidden technical names, a hidden stale owner column beside the visible one, and a row hidden by a filter."""
    with Book(folder / "hidden_rows_and_columns.xlsx") as book:
        page = book.page("PLAN")
        page.put(1, "A", "INSTITUTO DE CULTURA – PLAN DE ACCIÓN 2025", "title")
        page.row(2, ["id_act", "des_act", "resp_old", "resp", "f_ini", "f_fin", "meta", "q1", "q2"])
        page.hide_row(2)
        page.head(3, ["No.", "ACTIVIDAD", "RESPONSABLE 2024", "RESPONSABLE", "FECHA INICIO", "FECHA FIN", "META"])
        page.head(3, ["TRIMESTRE I", "TRIMESTRE II"], "H")
        page.hide_columns("C:C")
        page.row(
            4,
            [
                1,
                "Realizar el festival de música",
                "Eventos",
                "Fomento",
                date(2025, 3, 1),
                date(2025, 6, 30),
                1,
                0.2,
                0.8,
            ],
        )
        page.row(
            5,
            [
                2,
                "Abrir convocatoria de estímulos",
                "Eventos",
                "Estímulos",
                date(2025, 1, 20),
                date(2025, 5, 30),
                60,
                0,
                60,
            ],
        )
        page.row(
            6,
            [3, "Dotar bibliotecas rurales", "Bibliotecas", "Lectura", date(2025, 2, 3), date(2025, 11, 28), 12, 2, 3],
        )
        page.hide_row(5)
    lines = [
        line(4, number="1", teams=["Fomento"], due="2025-06-30", results={"2025-Q1": "0.2", "2025-Q2": "0.8"}),
        line(5, number="2", teams=["Estímulos"]),
        line(6, number="3", teams=["Lectura"], due="2025-11-28", results={"2025-Q1": "2", "2025-Q2": "3"}),
    ]
    plans = [plan(lines, "PLAN", period_kind="quarter", optional_rows=[5])]
    return truth("hidden_rows_and_columns.xlsx", "2025-07-09", plans)


@case
def totals_signatures_and_legends(folder: Path) -> Truth:
    """Column numbers under the titles, subtotals per dependency, a grand total, a legend and a signature block."""
    with Book(folder / "totals_signatures_and_legends.xlsx") as book:
        page = book.page("POAI")
        page.merge("A1:J1", "PLAN OPERATIVO 2023 - UNIDAD DE VÍCTIMAS TERRITORIAL", "title")
        page.head(
            3,
            ["DEPENDENCIA", "ACTIVIDAD", "META", "PONDERACIÓN", "FECHA FINAL", "TRIM 1", "TRIM 2", "TRIM 3", "TRIM 4"],
        )
        page.head(3, ["OBSERVACIONES"], "J")
        page.row(4, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "A", "head")
        page.row(5, ["Registro", "Valorar declaraciones", 900, Pct(0.3), date(2023, 12, 29), 210, 240, 0, 0])
        page.row(6, ["Registro", "Notificar actos administrativos", 900, Pct(0.2), date(2023, 12, 29), 150, 200, 0, 0])
        page.row(
            7, ["Subtotal Registro", None, None, Formula("=SUM(D5:D6)", 0.5, "0%"), None, Formula("=SUM(F5:F6)", 360)]
        )
        page.row(7, [Formula("=SUM(G5:G6)", 440), Formula("=SUM(H5:H6)", 0), Formula("=SUM(I5:I6)", 0)], "G")
        page.row(
            8,
            [
                "Reparación",
                "Entregar cartas de indemnización",
                400,
                Pct(0.5),
                date(2023, 11, 30),
                90,
                80,
                0,
                0,
                "Sin recursos",
            ],
        )
        page.row(9, ["Subtotal Reparación", None, None, Formula("=SUM(D8)", 0.5, "0%"), None, 90, 80, 0, 0])
        page.row(10, ["TOTAL GENERAL", None, None, Formula("=D7+D9", 1, "0%"), None, 450, 520, 0, 0])
        page.row(
            12, ["CONVENCIONES", "Rojo: menor a 60%", None, None, None, "Amarillo: 60% a 79%", None, "Verde: 80% o más"]
        )
        page.row(13, ["Rango", "Semáforo"])
        page.row(14, ["0 - 59", "Crítico"])
        page.row(15, ["60 - 79", "En riesgo"])
        page.row(17, ["Elaboró:", "Profesional de Planeación", None, None, date(2023, 7, 6)])
        page.row(18, ["Aprobó:", "Director Territorial", None, None, date(2023, 7, 7)])
        page.row(20, ["Nota: las metas fueron ajustadas en comité del 3 de mayo de 2023, según acta 05."])
    lines = [
        line(
            5,
            activity="Valorar declaraciones",
            target="900",
            due="2023-12-29",
            results={"2023-Q1": "210", "2023-Q2": "240"},
            extra={"weight": "0.3"},
        ),
        line(6, activity="Notificar actos administrativos", target="900", results={"2023-Q1": "150", "2023-Q2": "200"}),
        line(8, activity="Entregar cartas de indemnización", target="400", due="2023-11-30", extra={"weight": "0.5"}),
    ]
    return truth("totals_signatures_and_legends.xlsx", "2023-07-12", [plan(lines, "POAI", period_kind="quarter")])


@case
def dates_from_1904(folder: Path) -> Truth:
    """A workbook made on an old Macintosh: day numbers count from 1904."""
    with Book(folder / "dates_from_1904.xlsx", date_1904=True) as book:
        page = book.page("Plan")
        page.put(1, "A", "MUSEO NACIONAL DEL CAFÉ – PLAN DE ACCIÓN 2024", "title")
        page.head(2, ["Actividad", "Fecha de inicio", "Fecha de terminación", "Responsable", "Meta"])
        page.row(3, ["Restaurar la colección permanente", date(2024, 2, 29), date(2024, 12, 31), "Curaduría", 35])
        page.row(4, ["Montar exposición itinerante", date(2024, 1, 1), date(2024, 7, 20), "Museografía", 3])
    lines = [
        line(3, start="2024-02-29", due="2024-12-31", target="35", teams=["Curaduría"]),
        line(4, start="2024-01-01", due="2024-07-20", target="3", teams=["Museografía"]),
    ]
    return truth("dates_from_1904.xlsx", "2024-04-10", [plan(lines, "Plan")])


@case
def header_far_below(folder: Path) -> Truth:
    """Objectives, mission and a small scorecard first: the titles stand in row 22, the table begins in column C."""
    with Book(folder / "header_far_below.xlsx") as book:
        page = book.page("Formato")
        page.merge("C2:L2", "SUPERINTENDENCIA DE PUERTOS FLUVIALES", "title")
        page.merge("C3:L3", "FORMULACIÓN Y SEGUIMIENTO DEL PLAN DE ACCIÓN", "title")
        page.row(5, ["Código", "PL-FR-11", "Versión", 7, "Fecha de aprobación", date(2023, 1, 31)], "C")
        page.row(7, ["Misión", "Vigilar, inspeccionar y controlar la prestación del servicio"], "C")
        page.row(8, ["Visión", "Ser en 2030 la entidad líder en supervisión"], "C")
        page.row(10, ["Objetivo estratégico", "Meta", "Responsable", "Indicador"], "C")
        page.row(11, ["Ver pestaña de objetivos"], "C")
        for offset in range(5):
            page.row(13 + offset, [f"Objetivo {offset + 1}", "Fortalecer la supervisión preventiva del sector"], "C")
        page.row(20, ["Vigencia", 2023], "C")
        page.head(22, ["#", "Actividad", "Entregable", "Fecha Inicial", "Fecha Final", "Área", "Meta"], "C")
        page.head(22, ["Avance Trim 1", "Avance Trim 2", "Avance Trim 3", "Avance Trim 4"], "J")
        page.row(
            23, [1, "Practicar visitas de inspección", "Informes de visita", date(2023, 2, 1), date(2023, 12, 15)], "C"
        )
        page.row(23, ["Delegada de Puertos", 60, 12, 18, 0, 0], "H")
        page.row(24, [2, "Expedir circular de tarifas", "Circular", date(2023, 3, 1), date(2023, 5, 31)], "C")
        page.row(24, ["Delegada de Tarifas", 1, 0, 1, 0, 0], "H")
        page.put(23, "P", "OJO: pendiente validar con la Delegada el número de visitas del 15/06/2023")
        page.put(24, "P", "ok")
        page.put(25, "P", "Revisado por Planeación")
    lines = [
        line(
            23,
            number="1",
            activity="Practicar visitas de inspección",
            deliverable="Informes de visita",
            start="2023-02-01",
            due="2023-12-15",
            target="60",
            results={"2023-Q1": "12", "2023-Q2": "18"},
            teams=["Delegada de Puertos"],
        ),
        line(24, number="2", due="2023-05-31", target="1", results={"2023-Q1": "0", "2023-Q2": "1"}),
    ]
    return truth("header_far_below.xlsx", "2023-07-10", [plan(lines, "Formato", period_kind="quarter")])


@case
def section_bands_in_the_middle(folder: Path) -> Truth:
    """Bands over the whole width name the objective of the rows below; one of them is not merged."""
    with Book(folder / "section_bands_in_the_middle.xlsx") as book:
        page = book.page("Plan de Acción")
        page.merge("A1:G1", "SECRETARÍA DE LA MUJER - PLAN DE ACCIÓN 2024", "title")
        page.head(2, ["ACTIVIDAD", "INDICADOR", "META", "FECHA INICIO", "FECHA FIN", "RESPONSABLE", "AVANCE I SEM"])
        page.merge("A3:G3", "OBJETIVO ESTRATÉGICO 1: AUTONOMÍA ECONÓMICA DE LAS MUJERES", "title")
        self_rows = [
            ("Formar mujeres en oficios", "Mujeres formadas", 250),
            ("Realizar ferias de emprendimiento", "Ferias", 4),
        ]
        for offset, (text, indicator, target) in enumerate(self_rows):
            page.row(
                4 + offset,
                [text, indicator, target, date(2024, 2, 1), date(2024, 11, 29), "Equipo Autonomía", target / 2],
            )
        page.put(6, "A", "OBJETIVO ESTRATÉGICO 2: VIDA LIBRE DE VIOLENCIAS", "title")
        page.row(
            7,
            [
                "Operar la casa de acogida",
                "Mujeres acogidas",
                60,
                date(2024, 1, 2),
                date(2024, 12, 31),
                "Equipo Protección",
                31,
            ],
        )
    one = "OBJETIVO ESTRATÉGICO 1: AUTONOMÍA ECONÓMICA DE LAS MUJERES"
    two = "OBJETIVO ESTRATÉGICO 2: VIDA LIBRE DE VIOLENCIAS"
    lines = [
        line(
            4, activity="Formar mujeres en oficios", target="250", results={"2024-S1": "125"}, extra={"path_has": [one]}
        ),
        line(5, indicator="Ferias", target="4", results={"2024-S1": "2"}, extra={"path_has": [one]}),
        line(7, target="60", results={"2024-S1": "31"}, teams=["Equipo Protección"], extra={"path_has": [two]}),
    ]
    plans = [plan(lines, "Plan de Acción", period_kind="half_year")]
    return truth("section_bands_in_the_middle.xlsx", "2024-07-10", plans)
