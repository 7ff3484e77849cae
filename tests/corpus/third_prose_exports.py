"""Exports that trip over themselves: decimal commas between commas, cells copied with their breaks."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv


@case
def csv_of_commas_with_decimal_commas(folder: Path) -> Truth:
    """Saved with commas though its figures have decimal commas in quotes; titles in two rows, the year above them."""
    rows = [
        ["PLAN INDICATIVO Y DE ACCIÓN", "", "", "", "", "", "", ""],
        ["", "", "", "", "VIGENCIA 2025", "", "", ""],
        ["Producto", "Indicador de producto", "Meta", "Responsable", "1er trimestre", "", "2do trimestre", ""],
        ["", "", "", "", "Programado", "Ejecutado", "Programado", "Ejecutado"],
        [
            "Vía mejorada",
            "Kilómetros de vía mejorados",
            "12,5",
            "Infraestructura, Vivienda y Obras",
            "3,5",
            "3,25",
            "4",
            "4,1",
        ],
        ["Acueducto rural", "Viviendas conectadas", "1,250", "Aguas", "200", "180", "300", "0"],
        ["Centro día", "Adultos mayores atendidos", "340", "Gestión Social", "340", "340", "340", "338"],
    ]
    write_csv(folder / "csv_of_commas_with_decimal_commas.csv", rows, ",", "utf-8-sig")
    lines = [
        line(
            5,
            indicator="Kilómetros de vía mejorados",
            target="12.5",
            results={"2025-Q1": "3.25", "2025-Q2": "4.1"},
            programmed={"2025-Q1": "3.5", "2025-Q2": "4"},
        ),
        line(
            6,
            results={"2025-Q1": "180", "2025-Q2": "0"},
            programmed={"2025-Q1": "200", "2025-Q2": "300"},
            teams=["Aguas"],
        ),
        line(7, target="340", results={"2025-Q1": "340", "2025-Q2": "338"}, teams=["Gestión Social"]),
    ]
    wanted = [issue("ambiguous_number", 6)]
    return truth("csv_of_commas_with_decimal_commas.csv", "2025-07-14", [plan(lines, period_kind="quarter")], wanted)


@case
def text_copied_from_a_spreadsheet(folder: Path) -> Truth:
    """Copied and pasted from a spreadsheet: tabs, cells with breaks in quotes, an empty column, dates in words."""
    head = ["No", "", "Actividad", '"Fecha\nlímite"', "Responsable", '"Avance a\n30 de junio de 2025"', "Observación"]
    rows = [
        ["PLAN DE TRABAJO MESA DE INFANCIA 2025"],
        head,
        [
            "1",
            "",
            '"Actualizar la ruta de atención integral\n(con ICBF)"',
            "31 de marzo de 2025",
            "Comisaría de Familia",
            "100%",
            '"Ruta adoptada\nActa 3"',
        ],
        [
            "2",
            "",
            "Realizar la rendición de cuentas de infancia",
            "30 de sept. de 2025",
            "Secretaría de Desarrollo Social",
            "40%",
            "",
        ],
        [
            "3",
            "",
            "Instalar la mesa de participación de NNA",
            "15 de mayo de 2025",
            "Comisaría de Familia",
            "0%",
            "Sin quórum",
        ],
    ]
    (folder / "text_copied_from_a_spreadsheet.txt").write_bytes(
        "\r\n".join("\t".join(row) for row in rows).encode("cp1252")
    )
    lines = [
        line(
            None,
            number="1",
            activity="Actualizar la ruta de atención integral (con ICBF)",
            due="2025-03-31",
            results={"cut": "1"},
            teams=["Comisaría de Familia"],
        ),
        line(None, number="2", due="2025-09-30", results={"cut": "0.4"}, teams=["Secretaría de Desarrollo Social"]),
        line(None, number="3", due="2025-05-15", results={"cut": "0"}, teams=["Comisaría de Familia"]),
    ]
    return truth("text_copied_from_a_spreadsheet.txt", "2025-07-10", [plan(lines)])
