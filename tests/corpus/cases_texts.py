"""Text from a PDF with rows broken inside and across pages, and tab tables."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_text


@case
def pdf_broken_across_pages(folder: Path) -> Truth:
    """Page header and titles repeat on each page; a row's cells go on after the page break."""
    head = [
        "No.",
        "ACTIVIDAD",
        "META",
        "RESPONSABLE",
        "FECHA INICIO",
        "FECHA FIN",
        "I TRIM",
        "II TRIM",
        "III TRIM",
        "IV TRIM",
    ]
    top = ["INSTITUTO DE TRÁNSITO\tPLAN DE ACCIÓN 2024\tPágina {} de 3", "\tCÓDIGO: GE-F-07\tVERSIÓN: 4", ""]
    lines_of: list[str | list[str]] = [top[0].format(1), top[1], top[2], head]
    lines_of += [
        [
            "1",
            "Instalar señales preventivas en corredores",
            "120",
            "Subdirección Técnica",
            "15/01/2024",
            "20/12/2024",
            "30",
            "28",
            "",
            "",
        ]
    ]
    lines_of += [
        ["2", "Formular el plan local de seguridad vial con participación de los", "1", "Oficina de Planeación"]
    ]
    lines_of[-1] = [*lines_of[-1], "01/02/2024", "30/06/2024", "0,4", "0,6", "", ""]
    lines_of += ["", top[0].format(2), top[1], top[2], head]
    lines_of += [["", "actores viales del municipio", "", "y Secretaría de Movilidad", "", "", "", "", "", ""]]
    lines_of += [
        ["3", "Realizar campañas pedagógicas", "24", "Comunicaciones", "01/02/2024", "30/11/2024", "6", "7", "", ""]
    ]
    lines_of += ["", top[0].format(3), top[1], top[2], head]
    lines_of += [
        [
            "4",
            "Depurar la cartera de comparendos",
            "100%",
            "Cobro Coactivo",
            "02/01/2024",
            "31/12/2024",
            "20%",
            "30%",
            "",
            "",
        ]
    ]
    lines_of += ["", "Elaboró: Oficina de Planeación", "Fecha: 11/07/2024"]
    write_text(folder / "pdf_broken_across_pages.txt", lines_of)
    activity = "Formular el plan local de seguridad vial con participación de los actores viales del municipio"
    lines = [
        line(
            5,
            number="1",
            target="120",
            start="2024-01-15",
            due="2024-12-20",
            results={"2024-Q1": "30", "2024-Q2": "28"},
        ),
        line(
            6,
            number="2",
            activity=activity,
            target="1",
            start="2024-02-01",
            due="2024-06-30",
            results={"2024-Q1": "0.4", "2024-Q2": "0.6"},
        ),
        line(13, number="3", target="24", results={"2024-Q1": "6", "2024-Q2": "7"}, teams=["Comunicaciones"]),
        line(
            19,
            number="4",
            target="1",
            target_unit="percent",
            results={"2024-Q1": "0.2", "2024-Q2": "0.3"},
            teams=["Cobro Coactivo"],
        ),
    ]
    issues = [issue("split_cell_joined", 6, 12)]
    return truth("pdf_broken_across_pages.txt", "2024-07-11", [plan(lines, period_kind="quarter")], issues)


@case
def pdf_broken_inside_the_page(folder: Path) -> Truth:
    """Cells wrapped over lines by the PDF: every wrapped piece is a line with the other cells empty."""
    lines_of: list[str | list[str]] = [
        "CONCEJO DISTRITAL DE PUERTO BELLO",
        "PLAN DE MEJORAMIENTO INTERNO 2023",
        "",
        ["HALLAZGO", "ACCIÓN DE MEJORA", "RESPONSABLE", "FECHA INICIO", "FECHA TERMINACIÓN", "AVANCE"],
        ["Archivo de gestión sin", "Aplicar las tablas de retención", "Archivo", "01/03/2023", "30/11/2023", "40%"],
        ["organizar", "documental en cada oficina", "Central", "", "", ""],
        ["", "y capacitar a los enlaces", "", "", "", ""],
        [
            "Actas sin publicar",
            "Publicar las actas de plenaria",
            "Secretaría General",
            "15/02/2023",
            "31/12/2023",
            "75%",
        ],
    ]
    write_text(folder / "pdf_broken_inside_the_page.txt", lines_of)
    lines = [
        line(
            5,
            activity="Aplicar las tablas de retención documental en cada oficina y capacitar a los enlaces",
            start="2023-03-01",
            due="2023-11-30",
            results={"cut": "0.4"},
            teams=["Archivo Central"],
            extra={"path_has": ["Archivo de gestión sin organizar"]},
        ),
        line(8, activity="Publicar las actas de plenaria", due="2023-12-31", results={"cut": "0.75"}),
    ]
    plans = [plan(lines, kind="improvement_plan")]
    return truth("pdf_broken_inside_the_page.txt", "2023-08-15", plans, [issue("split_cell_joined", 5, 6, 7)])


@case
def tab_text_with_broken_titles(folder: Path) -> Truth:
    """Tab text in Windows-1252 whose titles are broken by the PDF, with page counters and a signature at the end."""
    lines_of: list[str | list[str]] = [
        "UNIVERSIDAD DEL PACÍFICO NORTE",
        "PLAN DE ACCION INSTITUCIONAL 2023",
        "",
        [
            "N o.",
            "ACTIVI DAD",
            "INDICA DOR",
            "ME TA",
            "RESPON SABLE",
            "FECHA DE INI CIO",
            "FECHA DE FINALIZA CIÓN",
            "2023",
            "",
        ],
        ["", "", "", "", "", "", "", "AVAN CE TRI MES TRE 1", "AVAN CE TRI MES TRE 2"],
        [
            "1",
            "Acreditar programas",
            "Programas acreditados",
            "2",
            "Vicerrectoría Académica",
            "16-ene-23",
            "15-dic-23",
            "0",
            "1",
        ],
        [
            "2",
            "Renovar laboratorios",
            "Laboratorios renovados",
            "5",
            "Planeación Física",
            "01-feb-23",
            "30-nov-23",
            "1",
            "1,5",
        ],
        "Página 1 de 2",
        [
            "3",
            "Actualizar syllabus",
            "Porcentaje de syllabus",
            "100%",
            "Decanaturas",
            "01-feb-23",
            "30-jun-23",
            "50%",
            "40%",
        ],
        "Página 2 de 2",
        "",
        "Revisó:\tJefe de Planeación\tAprobó:\tConsejo Académico",
    ]
    write_text(folder / "tab_text_with_broken_titles.txt", lines_of, "cp1252")
    lines = [
        line(
            6,
            number="1",
            activity="Acreditar programas",
            indicator="Programas acreditados",
            target="2",
            start="2023-01-16",
            due="2023-12-15",
            results={"2023-Q1": "0", "2023-Q2": "1"},
            teams=["Vicerrectoría Académica"],
        ),
        line(7, target="5", results={"2023-Q1": "1", "2023-Q2": "1.5"}),
        line(9, number="3", target="1", target_unit="percent", results={"2023-Q1": "0.5", "2023-Q2": "0.4"}),
    ]
    plans = [plan(lines, kind="action_plan", period_kind="quarter")]
    return truth("tab_text_with_broken_titles.txt", "2023-07-14", plans)


@case
def tab_text_with_a_dropped_cell(folder: Path) -> Truth:
    """Tab text whose third row lost a cell in the middle: everything after it stands one place to the left."""
    head = ["ÍTEM", "ACTIVIDAD", "PRODUCTO", "INDICADOR", "FECHA INICIO", "FECHA FINAL", "RESPONSABLE", "META"]
    head += ["RESULTADO TRIMESTRE 1", "RESULTADO TRIMESTRE 2", "OBSERVACIONES"]
    rows = [
        [
            "1",
            "Actualizar la carta de trato digno",
            "Carta actualizada",
            "Cartas",
            "01/02/2023",
            "30/04/2023",
            "Atención",
            "1",
            "0",
            "1",
            "Se publicó",
        ],
        [
            "2",
            "Medir la satisfacción del usuario",
            "Informes de medición",
            "Informes",
            "01/01/2023",
            "31/12/2023",
            "Atención",
            "4",
            "1",
            "1",
            "Dos informes",
        ],
        [
            "3",
            "Caracterizar a los usuarios",
            "Documento",
            "01/03/2023",
            "31/08/2023",
            "Atención",
            "1",
            "0,3",
            "0,4",
            "En curso",
        ],
        [
            "4",
            "Simplificar formatos",
            "Formatos",
            "Formatos simplificados",
            "01/02/2023",
            "30/11/2023",
            "Calidad",
            "12",
            "3",
            "4",
            "",
        ],
    ]
    write_text(folder / "tab_text_with_a_dropped_cell.txt", ["PLAN DE ACCIÓN 2023 ATENCIÓN AL CIUDADANO", head, *rows])
    lines = [
        line(3, number="1", target="1", results={"2023-Q1": "0", "2023-Q2": "1"}, deliverable="Carta actualizada"),
        line(4, number="2", target="4", results={"2023-Q1": "1", "2023-Q2": "1"}),
        line(
            5,
            number="3",
            activity="Caracterizar a los usuarios",
            start="2023-03-01",
            due="2023-08-31",
            target="1",
            results={"2023-Q1": "0.3", "2023-Q2": "0.4"},
            teams=["Atención"],
        ),
        line(6, number="4", target="12", results={"2023-Q1": "3", "2023-Q2": "4"}, teams=["Calidad"]),
    ]
    return truth(
        "tab_text_with_a_dropped_cell.txt",
        "2023-07-12",
        [plan(lines, period_kind="quarter")],
        [issue("shifted_row", 5)],
    )
