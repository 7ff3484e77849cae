"""Word tables that pages cut: letterheads within the table, titles repeated otherwise or not at all."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def letterhead_rows_inside_the_table(folder: Path) -> Truth:
    """Each page's letterhead and titles are rows of the one table; a row goes on after them."""

    def top(page: int) -> list[list[object]]:
        quarters = ["I TRIM", "II TRIM", "III TRIM", "IV TRIM"]
        return [
            [Box("EMPRESA DE ASEO DEL NORTE S.A. E.S.P.", span=7), Box(f"Página {page} de 2", span=6)],
            [Box("PLAN DE ACCIÓN 2025", span=7), Box("Código: DE-F-11 Versión: 03", span=6)],
            [
                Box("ITEM", down="restart"),
                Box("ACTIVIDAD", down="restart"),
                Box("UNIDAD DE MEDIDA", down="restart"),
                Box("META", down="restart"),
                *(Box(name, span=2) for name in quarters),
                Box("RESPONSABLE", down="restart"),
            ],
            [*(Box(down="continue") for _ in range(4)), *("Prog", "Ejec") * 4, Box(down="continue")],
        ]

    rows: list[object] = [
        *top(1),
        [
            "1",
            "Ampliar microrrutas de barrido",
            "Microrrutas",
            "8",
            "2",
            "2",
            "2",
            "1",
            "2",
            "",
            "2",
            "",
            "Operaciones",
        ],
        [
            "2",
            "Sensibilizar usuarios en separación en la",
            "Usuarios",
            "4.000",
            "1.000",
            "1.250",
            "1.000",
            "830",
            "1.000",
            "",
            "1.000",
            "",
            "Gestión Social",
        ],
        *top(2),
        ["", "fuente y aprovechamiento", "", "", "", "", "", "", "", "", "", "", ""],
        [
            "3",
            "Mantener la flota compactadora",
            "%",
            "100%",
            "25%",
            "25%",
            "25%",
            "20%",
            "25%",
            "",
            "25%",
            "",
            "Mantenimiento",
        ],
    ]
    write_word(folder / "letterhead_rows_inside_the_table.docx", [rows, "Gerente General"])
    lines = [
        line(
            5,
            number="1",
            target="8",
            results={"2025-Q1": "2", "2025-Q2": "1"},
            programmed={f"2025-Q{index}": "2" for index in range(1, 5)},
            teams=["Operaciones"],
        ),
        line(
            6,
            number="2",
            activity="Sensibilizar usuarios en separación en la fuente y aprovechamiento",
            target="4000",
            results={"2025-Q1": "1250", "2025-Q2": "830"},
            teams=["Gestión Social"],
        ),
        line(
            12,
            number="3",
            target="1",
            target_unit="percent",
            results={"2025-Q1": "0.25", "2025-Q2": "0.2"},
            teams=["Mantenimiento"],
        ),
    ]
    issues = [issue("split_cell_joined", 6, 11)]
    return truth("letterhead_rows_inside_the_table.docx", "2025-07-10", [plan(lines, period_kind="quarter")], issues)


@case
def table_cut_with_other_spans(folder: Path) -> Truth:
    """Three pieces of one comptroller plan: titles repeated with other breaks, the last piece without titles."""

    def head(first: str, action: str) -> list[list[object]]:
        return [
            [
                Box(first, down="restart"),
                Box("DESCRIPCIÓN DEL HALLAZGO", down="restart"),
                Box(action, down="restart"),
                Box("FECHA DE EJECUCIÓN", span=2),
                Box("% DE AVANCE", down="restart"),
                Box("ÁREA", down="restart"),
            ],
            [*(Box(down="continue") for _ in range(3)), "DESDE", "HASTA", Box(down="continue"), Box(down="continue")],
        ]

    one: list[object] = [
        *head("No.", "ACCIÓN CORRECTIVA"),
        [
            Box("1", down="restart"),
            Box("Pagos sin soporte de supervisión", down="restart"),
            "Expedir manual de supervisión",
            "2024/08/01",
            "2024/12/20",
            "60%",
            "Jurídica",
        ],
        [
            Box(down="continue"),
            Box(down="continue"),
            "Capacitar a supervisores",
            "2024/09/02",
            "2025/03/31",
            "20%",
            "Jurídica",
        ],
    ]
    two: list[object] = [
        *head("N o.", "ACCIÓN\nCORREC-\nTIVA"),
        [
            "2",
            "Bienes sin plaquetear",
            "Plaquetear los bienes devolutivos",
            "2024/08/15",
            "2025/06/30",
            "0%",
            "Almacén",
        ],
    ]
    three: list[object] = [
        [
            "3",
            "Rezago en conciliaciones bancarias",
            "Conciliar mensualmente",
            "2024/08/01",
            "2025/07/31",
            "35 %",
            "Tesorería",
        ]
    ]
    parts = [
        "PLAN DE MEJORAMIENTO",
        "Auditoría Financiera y de Gestión vigencia 2023",
        one,
        "Página 1",
        two,
        "Página 2",
        three,
    ]
    write_word(folder / "table_cut_with_other_spans.docx", parts)
    lines = [
        line(
            None,
            number="1",
            activity="Expedir manual de supervisión",
            start="2024-08-01",
            due="2024-12-20",
            results={"cut": "0.6"},
            extra={"path_has": ["Pagos sin soporte de supervisión"]},
        ),
        line(
            None,
            activity="Capacitar a supervisores",
            due="2025-03-31",
            results={"cut": "0.2"},
            extra={"path_has": ["Pagos sin soporte de supervisión"]},
        ),
        line(
            None,
            number="2",
            activity="Plaquetear los bienes devolutivos",
            start="2024-08-15",
            due="2025-06-30",
            results={"cut": "0"},
            teams=["Almacén"],
        ),
        line(
            None,
            number="3",
            activity="Conciliar mensualmente",
            due="2025-07-31",
            results={"cut": "0.35"},
            teams=["Tesorería"],
        ),
    ]
    return truth("table_cut_with_other_spans.docx", "2025-01-15", [plan(lines, kind="improvement_plan")])
