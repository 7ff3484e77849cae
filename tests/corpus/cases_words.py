"""Word plans: deadlines in prose, merged titles, no titles at all, tables cut in two, tables that are no plan."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def deadlines_in_prose(folder: Path) -> Truth:
    """An improvement plan of a policy whose deadlines stand in the last column's sentences, in other words each."""
    rows: list[list[object]] = [
        ["CATEGORÍA", "ALTERNATIVAS DE MEJORA", "MEJORAS A IMPLEMENTAR (INCLUIR PLAZO DE LA IMPLEMENTACIÓN)"],
        [
            "Política de Talento Humano",
            "Actualizar el plan de vacantes y el manual de funciones.",
            "Expedir el acto administrativo que adopta el manual. Plazo: del 01/02/2024 al 30/11/2024.",
        ],
        [
            "Política de Integridad",
            "Fortalecer la apropiación del código de integridad.",
            "Realizar cuatro talleres con los equipos. Fecha: (15 de marzo de 2024 al 15 de diciembre de 2024)",
        ],
        [
            "Política de Servicio al Ciudadano",
            "Caracterizar los grupos de valor.",
            "Aplicar la encuesta y publicar el informe a más tardar el 30 de septiembre de 2024.",
        ],
        [
            "Política de Gestión Documental",
            "El diagnóstico registró un 45% de avance para la vigencia 2022.",
            "Elaborar el programa de gestión documental.",
        ],
    ]
    title = "PLAN DE MEJORAMIENTO DE LAS POLÍTICAS DE GESTIÓN Y DESEMPEÑO"
    foot = ["Elaboró: Oficina Asesora de Planeación", "Aprobó: Comité Institucional. Fecha: 25/01/2024"]
    write_word(folder / "deadlines_in_prose.docx", ["PERSONERÍA DE VALLE ALTO", title, rows, *foot])
    lines = [
        line(2, start="2024-02-01", due="2024-11-30", extra={"path_has": ["Política de Talento Humano"]}, teams=[]),
        line(3, start="2024-03-15", due="2024-12-15", extra={"path_has": ["Política de Integridad"]}),
        line(4, due="2024-09-30"),
        line(5, start=None, due=None, results={}),
    ]
    return truth(
        "deadlines_in_prose.docx", "2024-04-10", [plan(lines, kind="improvement_plan")], [issue("missing_deadline", 5)]
    )


@case
def titles_merged_in_word(folder: Path) -> Truth:
    """A Word action plan with two rows of titles, CRONOGRAMA over four quarters, and a merged objective."""
    rows: list[list[object]] = [
        [
            Box("OBJETIVO", down="restart"),
            Box("ACTIVIDAD", down="restart"),
            Box("META", down="restart"),
            Box("CRONOGRAMA DE AVANCE 2024 (TRIMESTRES)", span=4),
            Box("RESPONSABLE", down="restart"),
            Box("FECHA LÍMITE", down="restart"),
        ],
        [
            Box(down="continue"),
            Box(down="continue"),
            Box(down="continue"),
            "1",
            "2",
            "3",
            "4",
            Box(down="continue"),
            Box(down="continue"),
        ],
        [
            Box("Mejorar el clima", down="restart"),
            "Aplicar la encuesta de clima",
            "1",
            "0",
            "1",
            "",
            "",
            "Talento Humano",
            "30-jun-2024",
        ],
        [
            Box(down="continue"),
            "Ejecutar el plan de bienestar",
            "10",
            "3",
            "2",
            "",
            "",
            "Talento Humano",
            "13-dic-2024",
        ],
        ["Modernizar", "Digitalizar hojas de vida", "1.200", "300", "450,5", "", "", "Archivo", "29-nov-2024"],
    ]
    write_word(folder / "titles_merged_in_word.docx", ["PLAN DE ACCIÓN 2024", "Dirección de Talento Humano", rows])
    lines = [
        line(
            3,
            activity="Aplicar la encuesta de clima",
            target="1",
            due="2024-06-30",
            results={"2024-Q1": "0", "2024-Q2": "1"},
            teams=["Talento Humano"],
            extra={"path_has": ["Mejorar el clima"]},
        ),
        line(4, target="10", results={"2024-Q1": "3", "2024-Q2": "2"}, extra={"path_has": ["Mejorar el clima"]}),
        line(5, target="1200", results={"2024-Q1": "300", "2024-Q2": "450.5"}, extra={"path_has": ["Modernizar"]}),
    ]
    return truth("titles_merged_in_word.docx", "2024-07-09", [plan(lines, kind="action_plan", period_kind="quarter")])


@case
def word_table_without_titles(folder: Path) -> Truth:
    """A table that nobody gave titles: number, text, team and date have to be told by what they are."""
    rows = [
        [
            "1",
            "Convocar el comité de convivencia laboral y aprobar su reglamento",
            "Talento Humano",
            "15/02/2024",
            "30/04/2024",
        ],
        [
            "2",
            "Adoptar el protocolo de desconexión laboral mediante resolución",
            "Secretaría General",
            "01/03/2024",
            "28/06/2024",
        ],
        ["3", "Capacitar a los jefes de dependencia en el protocolo", "Talento Humano", "15/07/2024", "29/11/2024"],
    ]
    write_word(folder / "word_table_without_titles.docx", ["PLAN DE ACCIÓN DESCONEXIÓN LABORAL 2024", rows])
    lines = [
        line(
            1,
            activity="Convocar el comité de convivencia laboral y aprobar su reglamento",
            start="2024-02-15",
            due="2024-04-30",
            teams=["Talento Humano"],
        ),
        line(2, start="2024-03-01", due="2024-06-28", teams=["Secretaría General"]),
        line(3, start="2024-07-15", due="2024-11-29", teams=["Talento Humano"]),
    ]
    return truth("word_table_without_titles.docx", "2024-04-10", [plan(lines)])


@case
def word_table_cut_in_two(folder: Path) -> Truth:
    """One plan in two tables: the second, after a page break, has no titles and goes on counting."""
    first = [
        ["No", "Actividad", "Producto", "Responsable", "Inicio", "Fin"],
        ["1", "Formular el PETI", "PETI formulado", "Oficina TIC", "01/02/2024", "31/05/2024"],
        ["2", "Adoptar el PETI", "Resolución", "Dirección", "01/06/2024", "30/06/2024"],
    ]
    second = [
        ["3", "Ejecutar proyectos del PETI", "Informes", "Oficina TIC", "01/07/2024", "20/12/2024"],
        ["4", "Evaluar el PETI", "Evaluación", "Control Interno", "02/12/2024", "31/12/2024"],
    ]
    write_word(
        folder / "word_table_cut_in_two.docx", ["PLAN DE ACCIÓN PETI 2024", first, "", second, "Firma: ____________"]
    )
    lines = [
        line(
            None,
            number="1",
            activity="Formular el PETI",
            deliverable="PETI formulado",
            due="2024-05-31",
            teams=["Oficina TIC"],
        ),
        line(None, number="2", due="2024-06-30", teams=["Dirección"]),
        line(None, number="3", activity="Ejecutar proyectos del PETI", due="2024-12-20", teams=["Oficina TIC"]),
        line(None, number="4", start="2024-12-02", due="2024-12-31", teams=["Control Interno"]),
    ]
    return truth("word_table_cut_in_two.docx", "2024-03-20", [plan(lines)])


@case
def word_with_other_tables(folder: Path) -> Truth:
    """A document with a version table, a definitions table, the plan, a change log and signatures."""
    versions = [["CÓDIGO", "VERSIÓN", "FECHA"], ["PL-DE-05", "02", "31/01/2025"]]
    words = [["TÉRMINO", "DEFINICIÓN"], ["Meta", "Resultado esperado en un periodo"], ["Indicador", "Medida de avance"]]
    the_plan = [
        ["Estrategia", "Actividad", "Indicador", "Meta", "Responsable", "Fecha de cumplimiento"],
        [
            "Bienestar",
            "1. Celebrar el día del servidor público",
            "Celebraciones",
            "1",
            "Talento Humano",
            "27 de junio de 2025",
        ],
        ["Bienestar", "2. Realizar pausas activas", "Pausas realizadas", "48", "SST", "19 de diciembre de 2025"],
    ]
    changes = [["VERSIÓN", "FECHA", "DESCRIPCIÓN DEL CAMBIO"], ["01", "30/01/2024", "Creación del documento"]]
    signs = [["Elaboró", "Revisó", "Aprobó"], ["Profesional de Talento Humano", "Jefe de Planeación", "Comité"]]
    parts = ["PLAN DE BIENESTAR E INCENTIVOS 2025", versions, "1. Glosario", words, "2. Plan de actividades", the_plan]
    write_word(folder / "word_with_other_tables.docx", [*parts, "Control de cambios", changes, signs])
    lines = [
        line(
            2,
            number="1",
            activity="Celebrar el día del servidor público",
            indicator="Celebraciones",
            target="1",
            due="2025-06-27",
            teams=["Talento Humano"],
        ),
        line(3, number="2", target="48", due="2025-12-19", teams=["SST"]),
    ]
    return truth("word_with_other_tables.docx", "2025-02-03", [plan(lines)])


@case
def one_word_table_for_each_activity(folder: Path) -> Truth:
    """A Word plan of three columns where the continuation of a row after the page break is a row of its own."""
    rows = [
        ["LÍNEA DE ACCIÓN", "DESCRIPCIÓN DE LA ACTIVIDAD", "RESPONSABLE Y FECHA DE CUMPLIMIENTO"],
        ["Gobierno abierto", "Publicar el plan anual de adquisiciones y sus modificaciones en la sección de", ""],
        ["", "transparencia de la sede electrónica.", "Oficina de Contratación. Fecha: 31/01/2024 al 31/12/2024"],
        [
            "Participación",
            "Realizar dos mesas de diálogo con la ciudadanía.",
            "Oficina de Prensa. Fecha: 01/05/2024 al 30/10/2024",
        ],
    ]
    write_word(folder / "one_word_table_for_each_activity.docx", ["PLAN DE PARTICIPACIÓN 2024", rows])
    text = "Publicar el plan anual de adquisiciones y sus modificaciones en la sección de "
    text += "transparencia de la sede electrónica."
    lines = [
        line(2, activity=text, start="2024-01-31", due="2024-12-31", extra={"path_has": ["Gobierno abierto"]}),
        line(4, start="2024-05-01", due="2024-10-30", extra={"path_has": ["Participación"]}),
    ]
    issues = [issue("split_cell_joined", 2, 3)]
    return truth("one_word_table_for_each_activity.docx", "2024-02-01", [plan(lines)], issues)
