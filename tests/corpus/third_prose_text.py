"""Texts out of a PDF: hyphens, headers and footers, categories and rows cut by pages."""

from collections.abc import Sequence
from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_text

_FOOT = "Calle 12 No. 8-24 Palacio Municipal  PBX (606) 555 00 00  Código postal 762021  www.entidad.gov.co"


@case
def paper_hyphens_at_line_ends(folder: Path) -> Truth:
    """Words cut with a hyphen inside the page, and across it with the page's foot and head in between."""
    head = ["Nº", "ACTIVIDADES", "PRODUCTO", "FECHA INICIO", "FECHA FIN", "DEPENDENCIA", "META"]
    lines_of: list[str | Sequence[str]] = [
        "\tCORPORACIÓN AUTÓNOMA REGIONAL DEL SUR\tPágina 1 de 2",
        "\tPLAN DE ACCIÓN CUATRIENAL - POA 2025\tVersión: 1",
        "",
        head,
        ["1", "Realizar seguimiento a las licen-", "Informes de", "15/01/2025", "15/12/2025", "Licencias", "48"],
        ["", "cias ambientales otorgadas", "seguimiento", "", "", "Ambientales", ""],
        ["2", "Reforestar cuencas abaste-", "Hectáreas refores-", "01/03/2025", "28/11/2025", "Gestión", "120"],
        "",
        _FOOT,
        "\tCORPORACIÓN AUTÓNOMA REGIONAL DEL SUR\tPágina 2 de 2",
        "\tPLAN DE ACCIÓN CUATRIENAL - POA 2025\tVersión: 1",
        "",
        head,
        ["", "cedoras de acueductos", "tadas", "", "", "Ambiental", ""],
        ["3", "Formar promotores de edu-", "Promotores", "03/02/2025", "31/10/2025", "Cultura", "60"],
        ["", "cación ambiental teórico-práctica", "", "", "", "Ambiental", ""],
        "",
        _FOOT,
        "Elaboró: Subdirección de Planeación",
    ]
    write_text(folder / "paper_hyphens_at_line_ends.txt", lines_of)
    lines = [
        line(
            5,
            number="1",
            activity="Realizar seguimiento a las licencias ambientales otorgadas",
            target="48",
            deliverable="Informes de seguimiento",
            start="2025-01-15",
            due="2025-12-15",
            teams=["Licencias Ambientales"],
        ),
        line(
            7,
            number="2",
            activity="Reforestar cuencas abastecedoras de acueductos",
            deliverable="Hectáreas reforestadas",
            target="120",
            due="2025-11-28",
            teams=["Gestión Ambiental"],
        ),
        line(
            15,
            number="3",
            activity="Formar promotores de educación ambiental teórico-práctica",
            target="60",
            due="2025-10-31",
            teams=["Cultura Ambiental"],
        ),
    ]
    wanted = [issue("split_cell_joined", 5, 6), issue("split_cell_joined", 7, 14)]
    return truth("paper_hyphens_at_line_ends.txt", "2025-03-01", [plan(lines)], wanted)


@case
def paper_categories_cut_by_pages(folder: Path) -> Truth:
    """A council's improvement plan: the category is cut by the page, deadlines end the prose, one title has a typo."""

    def top(page: int, second: str) -> list[str | Sequence[str]]:
        return [
            "",
            ["", "CONCEJO MUNICIPAL DE EL CERRITO", f"Pág. {page} de 3"],
            ["", "", "CÓDIGO: PL-01"],
            ["", "PLAN DE MEJORAMIENTO POLITICA DE TRANSPARENCIA", "VERSION: 2"],
            "",
            ["DIMENSIÓN", second, "ACCIONES A IMPLEMENTAR (INCLUYA PLAZO)"],
        ]

    lines_of: list[str | Sequence[str]] = [
        *top(1, "SITUACIÓN ACTUAL"),
        [
            "Información y",
            "El sitio web no cuenta con los contenidos mínimos exigidos por la Resolución 1519 de 2020.",
            "<p>1. Ajustar la sede electrónica al anexo 2 de la Resolución 1519.</p> <p>2. Publicar el esquema de",
        ],
        *top(2, "SITUACION ACTUAL"),
        ["Comunicación", "", "publicación. Plazo: (01/07/2024 al 31/12/2024)</p>"],
        [
            "Talento Humano",
            "No se ha medido el clima laboral desde 2021.",
            "Contratar la medición del clima. Plazo: (15/08/2024 a 15/11/2024)",
        ],
        [
            "Control Interno",
            "No existe plan anual de auditoría para la vigencia 2024, y el comité no ha sesionado por falta de",
            "Aprobar el plan anual de auditoría y sesionar",
        ],
        *top(3, "SITUACIÓN ACUTAL"),
        ["", "convocatoria de la mesa directiva.", "dos veces en el año. Plazo: (01/07/2024 al 30/06/2025)"],
        [
            "Gestión documental",
            "Archivo sin tablas de retención.",
            "Elaborar y convalidar las tablas de retención documental.",
        ],
        "",
        "Proyectó: Secretaria General",
        "Aprobó: Mesa Directiva Acta 014 del 20/06/2024",
    ]
    write_text(folder / "paper_categories_cut_by_pages.txt", lines_of)
    lines = [
        line(7, start="2024-07-01", due="2024-12-31", extra={"path_has": ["Información y Comunicación"]}, teams=[]),
        line(15, start="2024-08-15", due="2024-11-15", extra={"path_has": ["Talento Humano"]}),
        line(16, start="2024-07-01", due="2025-06-30", extra={"path_has": ["Control Interno"]}),
        line(24, start=None, due=None, extra={"path_has": ["Gestión documental"]}),
    ]
    wanted = [issue("split_cell_joined", 7, 14), issue("split_cell_joined", 16, 23), issue("missing_deadline", 24)]
    plans = [plan(lines, kind="improvement_plan")]
    return truth("paper_categories_cut_by_pages.txt", "2024-08-01", plans, wanted)


@case
def paper_broken_period_titles(folder: Path) -> Truth:
    """The year over four broken titles, empty cells before a row that is carried, shares beside figures."""
    lines_of: list[str | Sequence[str]] = [
        "HOSPITAL DEPARTAMENTAL SANTA LUCÍA E.S.E.",
        "",
        "PLAN DE ACCIÓN POLÍTICA DE SERVICIO AL CIUDADANO",
        "",
        ["Nombre de la política", "", "Política de Servicio al Ciudadano", "", "", "", "", "", "", ""],
        [
            "ITEM",
            "CRITERIO",
            "ACTIVIDAD ",
            "INDICADOR",
            "FECHA INICIO",
            "FECHA FINAL",
            "RESPONSABLE ",
            "META",
            "2024",
            "",
            "",
            "",
            "% CUMPLI MIENTO",
            "OBSERVA CIONES",
        ],
        [
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "AVA NCE TRIM 1",
            "AVA NCE TRIM 2",
            "AVA NCE TRIM 3",
            "AVA NCE TRIM 4",
            "",
            "",
        ],
        [
            "1",
            "Canales de atención",
            "1. Implementar el canal de WhatsApp",
            "Canal implementado",
            "02-ene-24",
            "29-mar-24",
            "Sistemas",
            "1",
            "0,8",
            "0,2",
            "0",
            "0",
            "100,0%",
            "Se puso en marcha en abril",
        ],
        [
            "",
            "",
            "2. Medir tiempos de espera",
            "Mediciones",
            "02-ene-24",
            "31-dic-24",
            "Atención al Usuario (SIAU)",
            "12",
            "3",
            "3",
            "0",
            "0",
            "50,0%",
            "",
        ],
        [
            "2",
            "Lenguaje claro",
            "3. Traducir documentos a lenguaje claro",
            "Documentos traducidos",
            "01-feb-24",
            "30-nov-24",
            "SIAU y Comunicaciones",
            "6",
            "1",
            "2",
            "0",
            "0",
            "50,0%",
            "Quedan tres",
        ],
        "Página 1 de 1",
    ]
    write_text(folder / "paper_broken_period_titles.txt", lines_of)
    lines = [
        line(
            8,
            number="1",
            activity=["1. Implementar el canal de WhatsApp", "Implementar el canal de WhatsApp"],
            target="1",
            due="2024-03-29",
            results={"2024-Q1": "0.8", "2024-Q2": "0.2"},
            teams=["Sistemas"],
        ),
        line(
            9,
            target="12",
            results={"2024-Q1": "3", "2024-Q2": "3"},
            teams=["Atención al Usuario (SIAU)"],
            extra={"path_has": ["Canales de atención"]},
        ),
        line(10, target="6", results={"2024-Q1": "1", "2024-Q2": "2"}, start="2024-02-01", due="2024-11-30"),
    ]
    plans = [plan(lines, kind="action_plan", period_kind="quarter")]
    return truth("paper_broken_period_titles.txt", "2024-07-05", plans)
