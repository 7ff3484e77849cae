"""Texts that came out of a PDF, files of other programs, and Word plans without a table."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv, write_text
from tests.corpus.word import write_word


@case
def paper_rows_cut_by_pages(folder: Path) -> Truth:
    """Rows go on after the foot of the page, the titles come again, and a cell's words stand in the next line."""
    head = ["No.", "Actividad", "Producto", "Responsable", "Fecha inicio", "Fecha fin", "Meta"]
    write_text(
        folder / "paper_rows_cut_by_pages.txt",
        [
            "PLAN DE ACCIÓN 2025",
            "Oficina Asesora de Planeación",
            head,
            ["1", "Formular el plan de acción", "Plan publicado", "Planeación", "02/01/2025", "31/01/2025", "1"],
            ["2", "Hacer seguimiento trimestral a los", "Informes de", "Planeación", "01/04/2025", "31/12/2025", "4"],
            ["", "planes institucionales", "seguimiento", "", "", "", ""],
            "Página 1 de 2",
            "PLAN DE ACCIÓN 2025",
            head,
            ["", "y publicarlo en la web", "", "", "", "", ""],
            [
                "3",
                "Actualizar el banco de proyectos",
                "Proyectos actualizados",
                "Inversiones",
                "15/02/2025",
                "28/11/2025",
                "12",
            ],
            "Página 2 de 2",
        ],
    )
    lines = [
        line(4, number="1", activity="Formular el plan de acción", due="2025-01-31", target="1"),
        line(
            5,
            activity="Hacer seguimiento trimestral a los planes institucionales y publicarlo en la web",
            deliverable="Informes de seguimiento",
            due="2025-12-31",
            target="4",
        ),
        line(11, number="3", deliverable="Proyectos actualizados", start="2025-02-15", teams=["Inversiones"]),
    ]
    return truth("paper_rows_cut_by_pages.txt", "2025-03-01", [plan(lines)], [issue("split_cell_joined")])


@case
def paper_periods_and_decimal_commas(folder: Path) -> Truth:
    """A text with quarters, decimal commas, percent signs and thousands points; a total row and a signature."""
    write_text(
        folder / "paper_periods_and_decimal_commas.txt",
        [
            "SEGUIMIENTO PLAN DE ACCIÓN VIGENCIA 2024 SEGUNDO TRIMESTRE",
            "",
            [
                "ÁREA",
                "META",
                "INDICADOR",
                "VALOR META",
                "AVANCE TRIM I",
                "AVANCE TRIM II",
                "AVANCE TRIM III",
                "AVANCE TRIM IV",
            ],
            [
                "Tesorería",
                "Recaudar el impuesto predial",
                "Millones recaudados",
                "12.450,5",
                "3.100,25",
                "4.200",
                "",
                "",
            ],
            ["Tesorería", "Responder solicitudes a tiempo", "% de respuestas", "100%", "97,5%", "100 %", "", ""],
            ["Almacén", "Dar de baja bienes", "Bienes dados de baja", "350", "0", "120", "", ""],
            ["", "TOTAL", "", "12.900,5", "3.197,75", "4.420", "", ""],
            ["", "Firma: ______________", "", "", "", "", "", ""],
        ],
    )
    lines = [
        line(4, target="12450.5", results={"2024-Q1": "3100.25", "2024-Q2": "4200"}),
        line(5, target="1", target_unit="percent", results={"2024-Q1": "0.975", "2024-Q2": "1"}),
        line(6, target="350", results={"2024-Q1": "0", "2024-Q2": "120"}),
    ]
    return truth("paper_periods_and_decimal_commas.txt", "2024-07-30", [plan(lines, period_kind="quarter")])


@case
def paper_cells_moved(folder: Path) -> Truth:
    """Four rows where the text lost or gained a cell: at the start, in the middle, at the end, and a plain one."""
    write_text(
        folder / "paper_cells_moved.txt",
        [
            "PLAN OPERATIVO 2023 COMISARÍA DE FAMILIA",
            ["Ítem", "Actividad", "Meta", "Unidad", "Fecha inicial", "Fecha final", "Responsable", "Trim 1", "Trim 2"],
            ["1", "Atender denuncias", "200", "Casos", "02/01/2023", "29/12/2023", "Comisaría", "51", "49"],
            ["2", "Dictar charlas", "8", "01/02/2023", "30/11/2023", "Psicología", "2", "2"],
            ["3", "", "Visitar hogares", "60", "Visitas", "01/02/2023", "15/12/2023", "Trabajo Social", "15", "14"],
            ["4", "Rendir informes", "4", "Informes", "", "01/03/2023", "20/12/2023", "Comisaría", "1", "1"],
            ["5", "Depurar archivo", "1", "Archivo", "01/06/2023", "31/08/2023", "Auxiliar Administrativo", "", ""],
        ],
    )
    lines = [
        line(3, target="200", results={"2023-Q1": "51", "2023-Q2": "49"}),
        line(
            4,
            target="8",
            start="2023-02-01",
            due="2023-11-30",
            teams=["Psicología"],
            results={"2023-Q1": "2", "2023-Q2": "2"},
        ),
        line(5, activity="Visitar hogares", target="60", due="2023-12-15", results={"2023-Q1": "15", "2023-Q2": "14"}),
        line(6, start="2023-03-01", due="2023-12-20", teams=["Comisaría"], results={"2023-Q1": "1", "2023-Q2": "1"}),
        line(7, start="2023-06-01", due="2023-08-31", results={}),
    ]
    wanted = [issue("shifted_row", 4), issue("shifted_row", 5), issue("shifted_row", 6)]
    return truth(
        "paper_cells_moved.txt", "2023-07-10", [plan(lines)], wanted, [issue("shifted_row", 3), issue("shifted_row", 7)]
    )


@case
def semicolon_windows_file(folder: Path) -> Truth:
    """A csv of an office program: Windows letters, semicolons, decimal commas, texts of several lines."""
    write_csv(
        folder / "semicolon_windows_file.csv",
        [
            ["PLAN DE ACCIÓN 2024;;;;;;".rstrip(";"), "", "", "", "", "", ""],
            [
                "Código",
                "Descripción de la acción",
                "Meta (N°)",
                "Área",
                "Límite",
                "Ejecución sem. I",
                "Ejecución sem. II",
            ],
            ["A-01", 'Elaborar "Cartilla\nciudadana"', "1,5", "Comunicaciones", "15/08/2024", "0,5", ""],
            ["A-02", "Señalización; demarcación", "1.250", "Tránsito", "20/12/2024", "430", ""],
            ["A-03", "Niñez: año de la cultura", "85,5%", "Cultura", "30 nov 2024", "40,25%", ""],
        ],
        encoding="cp1252",
    )
    lines = [
        line(None, number="A-01", target="1.5", due="2024-08-15", results={"2024-S1": "0.5"}),
        line(None, number="A-02", target="1250", due="2024-12-20", results={"2024-S1": "430"}, teams=["Tránsito"]),
        line(None, target="0.855", target_unit="percent", due="2024-11-30", results={"2024-S1": "0.4025"}),
    ]
    return truth("semicolon_windows_file.csv", "2024-07-20", [plan(lines, period_kind="half_year")])


@case
def comma_file_in_blocks(folder: Path) -> Truth:
    """A csv with commas whose quarter titles say which is programmed and which executed."""
    head = ["proyecto", "actividad", "responsable", "fecha_inicio", "fecha_fin"]
    head += [f"programado_trim{number}" for number in range(1, 5)] + [
        f"ejecutado_trim{number}" for number in range(1, 5)
    ]
    write_csv(
        folder / "comma_file_in_blocks.csv",
        [
            head,
            [
                "Parques",
                "Mantener parques",
                "Infraestructura",
                "2025-01-15",
                "2025-12-15",
                "5",
                "5",
                "5",
                "5",
                "4",
                "6",
                "",
                "",
            ],
            [
                "Parques",
                "Sembrar árboles",
                "Ambiente",
                "2025-03-01",
                "2025-10-31",
                "0",
                "200.5",
                "300",
                "100",
                "0",
                "180",
                "",
                "",
            ],
        ],
        mark=",",
    )
    lines = [
        line(2, start="2025-01-15", due="2025-12-15", programmed={f"2025-Q{number}": "5" for number in range(1, 5)}),
        line(3, programmed={"2025-Q2": "200.5", "2025-Q3": "300", "2025-Q4": "100"}, results_subset={"2025-Q2": "180"}),
    ]
    return truth("comma_file_in_blocks.csv", "2025-07-08", [plan(lines, period_kind="quarter")])


@case
def word_commitments_in_fields(folder: Path) -> Truth:
    """Each commitment is a small table of two columns, name and value."""

    def card(number: str, activity: str, team: str, due: str, target: str) -> list[list[object]]:
        return [
            ["Actividad No.", number],
            ["Descripción", activity],
            ["Responsable", team],
            ["Fecha límite", due],
            ["Meta", target],
        ]

    parts: list[object] = ["PLAN DE ACCIÓN 2025 - COMITÉ DE JUSTICIA TRANSICIONAL"]
    parts += [card("1", "Actualizar el plan de contingencia", "Secretaría de Gobierno", "31/03/2025", "1")]
    parts += ["", card("2", "Realizar jornadas de toma de declaración", "Personería", "30/11/2025", "6")]
    write_word(folder / "word_commitments_in_fields.docx", parts)
    lines = [
        line(None, activity="Actualizar el plan de contingencia", due="2025-03-31", teams=["Secretaría de Gobierno"]),
        line(None, activity="Realizar jornadas de toma de declaración", due="2025-11-30", target="6"),
    ]
    return truth("word_commitments_in_fields.docx", "2025-02-01", [plan(lines)])


@case
def word_prose_inside_cells(folder: Path) -> Truth:
    """The team, the date and the goal are written inside one cell of free text, each after its own word."""
    rows: list[list[object]] = [
        ["OBJETIVO", "DESCRIPCIÓN"],
        [
            "Gobierno abierto",
            "Publicar conjuntos de datos abiertos.\nResponsable: Oficina TIC\nFecha: (01/02/2025 al 30/09/2025)",
        ],
        ["Trámites", "Racionalizar tres trámites en línea.\nResponsable: Secretaría General\nFecha: vigencia 2025"],
        [
            "Servicio",
            "Medir la satisfacción.\nResponsable: Atención al Ciudadano\nFecha: Hasta el 15 de diciembre de 2025",
        ],
    ]
    write_word(folder / "word_prose_inside_cells.docx", ["PLAN DE GOBIERNO DIGITAL", rows])
    lines = [
        line(2, start="2025-02-01", due="2025-09-30", teams=["Oficina TIC"]),
        line(3, due=None, teams=["Secretaría General"]),
        line(4, due="2025-12-15", teams=["Atención al Ciudadano"]),
    ]
    return truth("word_prose_inside_cells.docx", "2025-02-01", [plan(lines)], [issue("proposed_deadline", 3)])
