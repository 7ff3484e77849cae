"""A table copied out of a PDF with tabs, and a csv for an open data portal."""

from collections.abc import Sequence
from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv, write_text


@case
def tabs_of_a_copied_table(folder: Path) -> Truth:
    """A table marked in a PDF and pasted: a title in two lines, cells that go on below, a head on each page."""

    def top(page: int) -> list[str | Sequence[str]]:
        return [
            f"PLAN DE ACCIÓN ANUAL 2025 - ÁREA METROPOLITANA\tPágina {page} de 2",
            ["No.", "PROYECTO", "ACTIVIDAD", "UNIDAD DE", "META", "PROGRAMADO", "EJECUTADO", "DEPENDENCIA", "FECHA"],
            ["", "", "", "MEDIDA", "2025", "II TRIM", "II TRIM", "RESPONSABLE", "TERMINACIÓN"],
        ]

    lines_of: list[str | Sequence[str]] = [
        *top(1),
        [
            "1",
            "Movilidad",
            "Señalizar vías metropolitanas",
            "Km",
            "32,5",
            "8,5",
            "6,25",
            "Subdirección de Movilidad",
            "30/11/2025",
        ],
        ["2", "", "Actualizar el plan de movilidad", "Documento", "1", "0", "0", "Subdirección de", "31/10/2025"],
        ["", "", "metropolitano", "", "", "", "", "Planeación", ""],
        *top(2),
        [
            "3",
            "Ambiente",
            "Sembrar árboles",
            "Árboles",
            "10.000",
            "2.500",
            "2.740",
            "Subdirección Ambiental",
            "15/12/2025",
        ],
        [
            "4",
            "",
            "Operar estaciones de calidad del aire",
            "%",
            "100%",
            "100%",
            "98,5%",
            "Subdirección Ambiental",
            "31/12/2025",
        ],
        "Fuente: Oficina Asesora de Planeación. Corte 30 de junio de 2025",
    ]
    write_text(folder / "tabs_of_a_copied_table.txt", lines_of)
    lines = [
        line(
            4,
            number="1",
            activity="Señalizar vías metropolitanas",
            target="32.5",
            programmed={"2025-Q2": "8.5"},
            results={"2025-Q2": "6.25"},
            due="2025-11-30",
            teams=["Subdirección de Movilidad"],
            extra={"path_has": ["Movilidad"]},
        ),
        line(
            5,
            number="2",
            activity="Actualizar el plan de movilidad metropolitano",
            target="1",
            programmed={"2025-Q2": "0"},
            results={"2025-Q2": "0"},
            due="2025-10-31",
            teams=["Subdirección de Planeación"],
        ),
        line(
            10,
            number="3",
            target="10000",
            programmed={"2025-Q2": "2500"},
            results={"2025-Q2": "2740"},
            due="2025-12-15",
            extra={"path_has": ["Ambiente"]},
        ),
        line(11, number="4", target="1", target_unit="percent", results={"2025-Q2": "0.985"}, due="2025-12-31"),
    ]
    return truth(
        "tabs_of_a_copied_table.txt",
        "2025-07-05",
        [plan(lines, period_kind="quarter")],
        [issue("split_cell_joined", 5, 6)],
    )


@case
def csv_of_an_open_data_portal(folder: Path) -> Truth:
    """A csv in Windows-1252 with semicolons as an office saves it for datos.gov.co: titles with low lines."""
    head = ["VIGENCIA", "DEPENDENCIA", "LINEA_ESTRATEGICA", "COD_ACTIVIDAD", "ACTIVIDAD", "UNIDAD_MEDIDA", "META_ANUAL"]
    head += [
        "EJECUTADO_TRIM_1",
        "EJECUTADO_TRIM_2",
        "EJECUTADO_TRIM_3",
        "EJECUTADO_TRIM_4",
        "FECHA_INICIO",
        "FECHA_FIN",
    ]
    rows = [
        head,
        [
            "2025",
            "SECRETARÍA DE SALUD",
            "Vida sana",
            "SS-01",
            "Aplicar biológicos PAI",
            "Dosis",
            "18.500",
            "4.210",
            "4.655",
            "",
            "",
            "2025-01-02",
            "2025-12-31",
        ],
        [
            "2025",
            "SECRETARÍA DE SALUD",
            "Vida sana",
            "SS-02",
            "Visitas IVC a establecimientos",
            "Visitas",
            "1.200",
            "310",
            "295",
            "",
            "",
            "2025-01-02",
            "2025-12-31",
        ],
        [
            "2025",
            "SECRETARÍA DE GOBIERNO",
            "Seguridad",
            "SG-01",
            'Operar el programa "Escuela segura"',
            "Porcentaje",
            "100%",
            "25%",
            "22,5%",
            "",
            "",
            "2025-02-01",
            "2025-11-28",
        ],
        [
            "2025",
            "OFICINA TIC",
            "Gobierno; ciudadanía",
            "OT-01",
            "Renovar licenciamiento",
            "Und",
            "1",
            "0",
            "1",
            "",
            "",
            "2025-03-01",
            "2025-06-30",
        ],
    ]
    write_csv(folder / "csv_of_an_open_data_portal.csv", rows, encoding="cp1252")
    lines = [
        line(
            2,
            number="SS-01",
            activity="Aplicar biológicos PAI",
            target="18500",
            results={"2025-Q1": "4210", "2025-Q2": "4655"},
            start="2025-01-02",
            due="2025-12-31",
            teams=["SECRETARÍA DE SALUD"],
            programmed={},
        ),
        line(3, number="SS-02", target="1200", results={"2025-Q1": "310", "2025-Q2": "295"}),
        line(
            4,
            number="SG-01",
            activity='Operar el programa "Escuela segura"',
            target="1",
            target_unit="percent",
            results={"2025-Q1": "0.25", "2025-Q2": "0.225"},
            due="2025-11-28",
            teams=["SECRETARÍA DE GOBIERNO"],
        ),
        line(
            5,
            number="OT-01",
            target="1",
            results={"2025-Q1": "0", "2025-Q2": "1"},
            teams=["OFICINA TIC"],
            extra={"path_has": ["Gobierno; ciudadanía"]},
        ),
    ]
    return truth("csv_of_an_open_data_portal.csv", "2025-07-15", [plan(lines, period_kind="quarter")])
