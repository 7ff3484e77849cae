"""Word plans whose grid is untidy: cards, rows indented, spans that change."""

from pathlib import Path

from tests.corpus.builders import Truth, case, line, plan, truth
from tests.corpus.word import Box, Row, write_word


@case
def cards_of_four_columns(folder: Path) -> Truth:
    """One table for each activity, two names and two values a row, and a long text merged over the rest."""

    def card(number: str, text: str, team: str, start: str, end: str, goal: str) -> list[list[object]]:
        return [
            [Box(f"ACTIVIDAD No. {number}", span=4)],
            ["Descripción de la actividad:", Box(text, span=3)],
            ["Responsable:", team, "Meta:", goal],
            ["Fecha de inicio:", start, "Fecha de finalización:", end],
            ["Recursos:", Box("Humanos y físicos", span=3)],
        ]

    parts: list[object] = ["INSTITUCIÓN EDUCATIVA TÉCNICA AGROPECUARIA", "PLAN DE ACCIÓN PRAE 2025"]
    parts += [
        card(
            "1",
            "Instalar la huerta escolar con estudiantes de grado noveno",
            "Docentes de ciencias",
            "10/02/2025",
            "30/05/2025",
            "1 huerta",
        ),
        "",
    ]
    parts += [
        card(
            "2",
            "Recolectar residuos aprovechables en las sedes",
            "Comité ambiental",
            "03/03/2025",
            "21/11/2025",
            "500 kg",
        ),
        "",
        card("3", "Celebrar el día del agua", "Área de sociales", "", "22/03/2025", "1 jornada"),
    ]
    write_word(folder / "cards_of_four_columns.docx", [*parts, "Rectora"])
    lines = [
        line(
            None,
            activity="Instalar la huerta escolar con estudiantes de grado noveno",
            start="2025-02-10",
            due="2025-05-30",
            target="1",
            teams=["Docentes de ciencias"],
        ),
        line(
            None,
            activity="Recolectar residuos aprovechables en las sedes",
            start="2025-03-03",
            due="2025-11-21",
            target="500",
            teams=["Comité ambiental"],
        ),
        line(
            None,
            activity="Celebrar el día del agua",
            start=None,
            due="2025-03-22",
            target="1",
            teams=["Área de sociales"],
        ),
    ]
    return truth("cards_of_four_columns.docx", "2025-02-15", [plan(lines)])


@case
def rows_indented_and_spans_that_change(folder: Path) -> Truth:
    """A table drawn by hand: the grid has more columns than the eye sees, each row spans them in its own way."""
    rows: list[object] = [
        Row(
            [Box("Eje", span=2), Box("Acción", span=3), Box("Responsable", span=2), Box("Inicio"), Box("Fin", span=2)],
            title=True,
        ),
        [
            Box("Agua potable", span=2, down="restart"),
            Box("Construir planta de tratamiento", span=3),
            Box("Secretaría de Obras", span=2),
            "01/03/2024",
            Box("30/11/2024", span=2),
        ],
        Row(
            [
                Box("Catastro de redes", span=3),
                Box("Empresas Públicas", span=2),
                "15/01/2024",
                Box("28/06/2024", span=2),
            ],
            before=2,
        ),
        [
            Box(span=2, down="continue"),
            Box("Reponer medidores", span=3),
            Box("Empresas Públicas", span=2),
            "01/07/2024",
            Box("13/12/2024", span=2),
        ],
        [
            Box("Vías", span=2),
            Box("Mantener 40 km de vías terciarias", span=3),
            Box("Secretaría de Obras", span=2),
            "01/02/2024",
            Box("29/11/2024", span=2),
        ],
    ]
    write_word(
        folder / "rows_indented_and_spans_that_change.docx", ["PLAN DE ACCIÓN 2024", "Municipio de Río Claro", rows]
    )
    lines = [
        line(
            2,
            activity="Construir planta de tratamiento",
            start="2024-03-01",
            due="2024-11-30",
            teams=["Secretaría de Obras"],
            extra={"path_has": ["Agua potable"]},
        ),
        line(3, activity="Catastro de redes", start="2024-01-15", due="2024-06-28", teams=["Empresas Públicas"]),
        line(4, activity="Reponer medidores", due="2024-12-13", extra={"path_has": ["Agua potable"]}),
        line(5, activity="Mantener 40 km de vías terciarias", due="2024-11-29", extra={"path_has": ["Vías"]}),
    ]
    return truth("rows_indented_and_spans_that_change.docx", "2024-02-20", [plan(lines)])


@case
def crosses_by_month(folder: Path) -> Truth:
    """A work plan of the safety system: PHVA cycle down the side, twelve letters over the crosses of the schedule."""
    months = list("EFMAMJJASOND")

    def row(stage: object, text: str, team: str, crosses: str) -> list[object]:
        return [stage, text, team, *("X" if sign == "x" else "" for sign in crosses), "Registros"]

    rows: list[object] = [
        [
            Box("CICLO", down="restart"),
            Box("ACTIVIDAD", down="restart"),
            Box("RESPONSABLE", down="restart"),
            Box("CRONOGRAMA 2025", span=12),
            Box("EVIDENCIA", down="restart"),
        ],
        [*(Box(down="continue") for _ in range(3)), *months, Box(down="continue")],
        row(Box("PLANEAR", down="restart"), "Elaborar la política SST", "Responsable SG-SST", "x..........."),
        row(Box(down="continue"), "Conformar el COPASST", "Gerencia", ".xx........."),
        row("HACER", "Realizar exámenes médicos periódicos", "Talento Humano", "....x.....x."),
        row("VERIFICAR", "Auditoría interna al SG-SST", "Control Interno", "..........x."),
    ]
    write_word(folder / "crosses_by_month.docx", ["PLAN ANUAL DE TRABAJO SG-SST 2025", rows, "Licencia SST No. ______"])
    lines = [
        line(3, activity="Elaborar la política SST", due="2025-01-31", extra={"stage": "P"}, results={}),
        line(4, activity="Conformar el COPASST", due="2025-03-31", extra={"stage": "P"}, teams=["Gerencia"]),
        line(5, due="2025-11-30", extra={"stage": "H"}, results={}),
        line(6, due="2025-11-30", extra={"stage": "V"}, results={}),
    ]
    return truth("crosses_by_month.docx", "2025-02-10", [plan(lines)])
