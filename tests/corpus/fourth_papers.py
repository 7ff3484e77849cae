"""Plans as offices keep them in Word: a council's prose, merged cells, an action plan of a public library."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def council_terms_within_prose(folder: Path) -> Truth:
    """A council's improvement plan in Word: each improvement says its own deadline in the prose, in its own way."""
    head = [
        "CATEGORÍAS",
        "DISEÑO ALTERNATIVAS DE MEJORA",
        "MEJORAS A IMPLEMENTAR (INCLUIR PLAZO DE LA IMPLEMENTACIÓN)",
    ]
    rows: list[object] = [
        head,
        [
            "Indicadores de Proceso Logro: Arquitectura",
            "La Corporación no cuenta con el catálogo de servicios de TI exigido por el MRAE.",
            (
                "Documentar el catálogo.\nSocializarlo con los concejales el 5 de marzo de 2025.\nPlazo: del 1 de "
                "Documentar el catálogo.\nSocializarlo con los concejales el 5 de marzo de 2025.\nPlazo: del 1 "
                "de febrero de 2025 al 30 de junio de 2025"
            ),
        ],
        [
            "Indicadores de Proceso Logro: Seguridad y Privacidad",
            "Según el autodiagnóstico del 20/12/2024 el avance del MSPI es del 35%.",
            (
                "1) Actualizar la política de seguridad de la información adoptada mediante Resolución 045 del 12 de "
                "agosto de 2021.\n2) Levantar el inventario de activos.\nFecha: (03/02/2025 - 28/11/2025)"
            ),
        ],
        [
            "Indicadores de Resultado Servicios ciudadanos digitales",
            "No hay trámites inscritos en el SUIT.",
            "Inscribir en el SUIT los dos trámites de la Corporación.\nFecha límite: 29 de agosto de 2025.",
        ],
        [
            "Logro: Cultura y apropiación",
            "No se cuenta con plan de formación digital.",
            "Formular y ejecutar el plan de formación en competencias digitales.\nPlazo: 31/12/2025",
        ],
        ["Logro: Decisiones basadas en datos", "Sin avance.", "Publicar el tablero de control del orden del día."],
    ]
    parts = [
        "CONCEJO MUNICIPAL DE GUACARÍ\tNit: 900.000.123-1",
        "PLAN DE MEJORAMIENTO DE LA POLITICA GOBIERNO DIGITAL",
        "FECHA DE APROBACIÓN: 22/01/2025",
        rows,
        "",
        "Elaboró:",
        "Asesor externo TIC",
        "Aprobó: Mesa Directiva, Acta No. 03 de 2025",
        "Fecha: 24/01/2025",
    ]
    write_word(folder / "council_terms_within_prose.docx", parts)
    lines = [
        line(None, start="2025-02-01", due="2025-06-30", extra={"path_has": ["Arquitectura"]}, teams=[], results={}),
        line(None, start="2025-02-03", due="2025-11-28", extra={"path_has": ["Seguridad y Privacidad"]}, target=None),
        line(None, start=None, due="2025-08-29", extra={"path_has": ["Servicios ciudadanos digitales"]}),
        line(None, due="2025-12-31", extra={"path_has": ["Cultura y apropiación"]}),
        line(None, due=None, activity="Publicar el tablero de control del orden del día."),
    ]
    plans = [plan(lines, kind="improvement_plan")]
    return truth("council_terms_within_prose.docx", "2025-04-01", plans, [issue("missing_deadline")])


@case
def merged_objectives_in_word(folder: Path) -> Truth:
    """An action plan in Word: objective, strategy and team are merged over rows, quarters stand under two words."""

    def down(text: str = "") -> Box:
        return Box(text, down="restart" if text else "continue")

    rows: list[object] = [
        [
            down("OBJETIVO ESTRATÉGICO"),
            down("ESTRATEGIA"),
            down("ACTIVIDADES"),
            down("META ANUAL"),
            Box("PROGRAMACIÓN", span=4),
            Box("EJECUCIÓN", span=4),
            down("RESPONSABLE"),
        ],
        [*(down() for _ in range(4)), *("T1", "T2", "T3", "T4") * 2, down()],
        [
            down("Fortalecer los servicios bibliotecarios"),
            down("Extensión"),
            "Realizar talleres de promoción de lectura en veredas",
            "24",
            *("6", "6", "6", "6"),
            *("6", "4", "", ""),
            down("Coordinación de Extensión Cultural"),
        ],
        [
            down(),
            down(),
            "Prestar maletas viajeras",
            "40 maletas",
            *("10", "10", "10", "10"),
            *("12", "9", "", ""),
            down(),
        ],
        [
            down(),
            down("Colecciones"),
            "Descartar y reponer material deteriorado",
            "100%",
            *("0%", "50%", "0%", "50%"),
            *("0%", "50%", "", ""),
            "Procesos Técnicos",
        ],
        [
            "Modernizar la gestión",
            "Gobierno Digital",
            "Digitalizar el fondo patrimonial (imágenes)",
            "12.000",
            *("2.000", "3.000", "3.500", "3.500"),
            *("2.150", "2.980", "", ""),
            "Sistemas\nProcesos Técnicos",
        ],
    ]
    parts = [
        "BIBLIOTECA PÚBLICA DEPARTAMENTAL",
        "PLAN DE ACCIÓN VIGENCIA 2025",
        rows,
        "Aprobado en Comité de Dirección",
    ]
    write_word(folder / "merged_objectives_in_word.docx", parts)
    path = ["Fortalecer los servicios bibliotecarios"]
    lines = [
        line(
            None,
            activity="Realizar talleres de promoción de lectura en veredas",
            target="24",
            programmed={f"2025-Q{index}": "6" for index in range(1, 5)},
            results={"2025-Q1": "6", "2025-Q2": "4"},
            teams=["Coordinación de Extensión Cultural"],
            extra={"path_has": [*path, "Extensión"]},
        ),
        line(
            None,
            activity="Prestar maletas viajeras",
            target="40",
            results={"2025-Q1": "12", "2025-Q2": "9"},
            teams=["Coordinación de Extensión Cultural"],
            extra={"path_has": [*path, "Extensión"]},
        ),
        line(
            None,
            target="1",
            target_unit="percent",
            programmed={"2025-Q1": "0", "2025-Q2": "0.5", "2025-Q3": "0", "2025-Q4": "0.5"},
            results={"2025-Q1": "0", "2025-Q2": "0.5"},
            teams=["Procesos Técnicos"],
            extra={"path_has": [*path, "Colecciones"]},
        ),
        line(
            None,
            target="12000",
            programmed={"2025-Q1": "2000", "2025-Q2": "3000", "2025-Q3": "3500", "2025-Q4": "3500"},
            results={"2025-Q1": "2150", "2025-Q2": "2980"},
            teams=["Sistemas", "Procesos Técnicos"],
        ),
    ]
    plans = [plan(lines, kind="action_plan", period_kind="quarter")]
    return truth("merged_objectives_in_word.docx", "2025-07-10", plans, absent=["split_cell_joined"])


@case
def personeria_improvement_table(folder: Path) -> Truth:
    """A personería's improvement plan: cause, action, evidence, deadline in words, and progress by the office."""
    head = [
        "N°",
        "HALLAZGO / OPORTUNIDAD DE MEJORA",
        "CAUSA",
        "ACCIÓN DE MEJORA",
        "EVIDENCIA",
        "RESPONSABLE",
        "FECHA DE INICIO",
        "FECHA DE TERMINACIÓN",
        "AVANCE",
        "OBSERVACIONES OCI",
    ]
    rows: list[object] = [
        [
            Box("PERSONERÍA MUNICIPAL DE LA UNIÓN\nFORMATO PLAN DE MEJORAMIENTO INTERNO", span=8),
            Box("FO-EI-04 V2", span=2),
        ],
        head,
        [
            "1",
            "Respuestas extemporáneas a derechos de petición",
            "Falta de controles",
            "Implementar tablero de control de PQRSD",
            "Tablero",
            "Secretaria Ejecutiva",
            "3 de febrero de 2025",
            "31 de marzo de 2025",
            "100%",
            "Cumplida",
        ],
        [
            "2",
            "Expedientes sin foliar ni rotular",
            "Desconocimiento de la norma archivística",
            "Capacitar en gestión documental y foliar los expedientes 2022 y 2023",
            "Listados de asistencia",
            "Secretaria Ejecutiva / Contratista de archivo",
            "Febrero 2025",
            "Noviembre 2025",
            "40%",
            "En ejecución",
        ],
        [
            "3",
            "No se publicaron los estados financieros de 2024",
            "",
            "Publicar los estados financieros mensuales en la página web",
            "Pantallazos",
            "Contador",
            "01-02-2025",
            "31-12-2025",
            "0 %",
            "",
        ],
    ]
    write_word(folder / "personeria_improvement_table.docx", ["", rows, "Firma Personero Municipal"])
    lines = [
        line(
            None,
            number="1",
            activity="Implementar tablero de control de PQRSD",
            start="2025-02-03",
            due="2025-03-31",
            results={"cut": "1"},
            teams=["Secretaria Ejecutiva"],
        ),
        line(
            None,
            number="2",
            start="2025-02-01",
            due="2025-11-30",
            results={"cut": "0.4"},
            teams=["Secretaria Ejecutiva", "Contratista de archivo"],
            extra={"path_has": ["Expedientes sin foliar ni rotular"]},
        ),
        line(None, number="3", start="2025-02-01", due="2025-12-31", results={"cut": "0"}, teams=["Contador"]),
    ]
    return truth("personeria_improvement_table.docx", "2025-06-30", [plan(lines, kind="improvement_plan")])
