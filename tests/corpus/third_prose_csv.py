"""Exports: quoted line breaks, a line that names the separator, tabs in a csv."""

from pathlib import Path

from tests.corpus.builders import Truth, case, line, plan, truth
from tests.corpus.plain import write_csv


@case
def csv_with_line_breaks_in_cells(folder: Path) -> Truth:
    """A control board exported with its breaks: titles of two lines, lists of activities, months planned and done."""
    head = ["Cód.", "Objetivo\nestratégico", "Actividad\n(qué se hará)", "Meta\nanual", "Responsable\n(cargo o área)"]
    head += [f"{month}\n{kind}" for month in ("Ene", "Feb", "Mar") for kind in ("Prog.", "Ejec.")]
    rows = [
        ["DEPARTAMENTO ADMINISTRATIVO DE PLANEACIÓN\nPLAN OPERATIVO 2025", *[""] * 10],
        [""] * 11,
        head,
        [
            "PO-1",
            "Gestión\ndel dato",
            "Consolidar el anuario:\n- solicitar datos\n- validar",
            "3",
            "Sistemas de Información",
            "1",
            "1",
            "1",
            "0",
            "1",
            "",
        ],
        [
            "PO-2",
            "Gestión\ndel dato",
            'Publicar visor "Datos; abiertos"',
            "1",
            "Sistemas de\nInformación",
            "",
            "",
            "",
            "",
            "1",
            "",
        ],
        [
            "PO-3",
            "Ordenamiento",
            "Expedir conceptos de uso",
            "90",
            "Ordenamiento\nTerritorial",
            "30",
            "28",
            "30",
            "33,5",
            "30",
            "",
        ],
    ]
    write_csv(folder / "csv_with_line_breaks_in_cells.csv", rows, ";", "utf-8-sig")
    lines = [
        line(
            None,
            number="PO-1",
            activity="Consolidar el anuario: - solicitar datos - validar",
            target="3",
            results={"2025-M01": "1", "2025-M02": "0"},
            programmed={"2025-M01": "1", "2025-M02": "1", "2025-M03": "1"},
            teams=["Sistemas de Información"],
            extra={"path_has": ["Gestión del dato"]},
        ),
        line(
            None,
            number="PO-2",
            activity='Publicar visor "Datos; abiertos"',
            target="1",
            results={},
            programmed={"2025-M03": "1"},
            teams=["Sistemas de Información"],
        ),
        line(
            None,
            number="PO-3",
            target="90",
            results={"2025-M01": "28", "2025-M02": "33.5"},
            teams=["Ordenamiento Territorial"],
        ),
    ]
    return truth("csv_with_line_breaks_in_cells.csv", "2025-03-05", [plan(lines, period_kind="month")])


@case
def csv_that_names_its_separator(folder: Path) -> Truth:
    """The first line is Excel's sep=; and the last ones are notes; Windows-1252; a goal and results in percent."""
    rows = [
        ["sep=;"],
        ["PLAN ESTRATÉGICO DE TALENTO HUMANO – 2024"],
        ["Ruta", "Actividad", "Indicador", "Meta", "Inicio", "Final", "Líder", "Sem I", "Sem II"],
        [
            "Ruta de la felicidad",
            "Ejecutar el programa de bienestar",
            "% de ejecución",
            "95%",
            "1/02/2024",
            "20/12/2024",
            "Talento Humano",
            "47,5%",
            "",
        ],
        [
            "Ruta del crecimiento",
            "Desarrollar el PIC",
            "Capacitaciones realizadas",
            "18",
            "1/02/2024",
            "29/11/2024",
            "Talento Humano",
            "7",
            "",
        ],
        [
            "Ruta del servicio",
            "Evaluar el desempeño laboral",
            "Evaluaciones",
            "1.240",
            "1/02/2024",
            "31/08/2024",
            "Jefes de área",
            "1.198",
            "",
        ],
        ["Nota: las fechas pueden variar según la disponibilidad presupuestal."],
    ]
    write_csv(folder / "csv_that_names_its_separator.csv", rows, ";", "cp1252")
    lines = [
        line(
            4,
            activity="Ejecutar el programa de bienestar",
            target="0.95",
            target_unit="percent",
            results={"2024-S1": "0.475"},
            start="2024-02-01",
            due="2024-12-20",
        ),
        line(5, target="18", results={"2024-S1": "7"}, due="2024-11-29", teams=["Talento Humano"]),
        line(6, target="1240", results={"2024-S1": "1198"}, due="2024-08-31", teams=["Jefes de área"]),
    ]
    return truth("csv_that_names_its_separator.csv", "2024-07-12", [plan(lines, period_kind="half_year")])


@case
def csv_held_apart_by_tabs(folder: Path) -> Truth:
    """A csv whose fields stand apart by tabs, from a web system: machine titles and ISO moments."""
    head = [
        "id_accion",
        "nombre_accion",
        "dependencia_responsable",
        "fecha_inicio",
        "fecha_fin",
        "meta_programada",
        "unidad_medida",
    ]
    rows = [
        head,
        [
            "101",
            "Actualizar el normograma",
            "Oficina Jurídica",
            "2025-02-03 00:00:00",
            "2025-06-30 00:00:00",
            "1.00",
            "Documento",
        ],
        [
            "102",
            "Responder tutelas en término, sin excepción",
            "Oficina Jurídica",
            "2025-01-02 00:00:00",
            "2025-12-31 00:00:00",
            "100.00",
            "Porcentaje",
        ],
        [
            "103",
            "Depurar procesos judiciales",
            "Defensa Judicial",
            "2025-03-01 00:00:00",
            "2025-11-28 00:00:00",
            "35.00",
            "Procesos",
        ],
    ]
    write_csv(folder / "csv_held_apart_by_tabs.csv", rows, "\t", "utf-8")
    lines = [
        line(
            2,
            number="101",
            activity="Actualizar el normograma",
            start="2025-02-03",
            due="2025-06-30",
            target="1",
            teams=["Oficina Jurídica"],
            extra={"unit": "Documento"},
        ),
        line(3, number="102", activity="Responder tutelas en término, sin excepción", due="2025-12-31"),
        line(4, number="103", start="2025-03-01", due="2025-11-28", target="35", teams=["Defensa Judicial"]),
    ]
    return truth("csv_held_apart_by_tabs.csv", "2025-03-20", [plan(lines)])
