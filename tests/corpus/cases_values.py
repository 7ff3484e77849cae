"""Rows as people leave them: teams in one cell, numbers twice, cells too few or too many, observations and links."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Truth, case, issue, line, plan, truth


@case
def teams_in_a_cell(folder: Path) -> Truth:
    """Names with 'y' and commas of their own, wrapped names, two offices with slash, line break and semicolon."""
    owners: list[tuple[str, list[str] | None]] = [
        ("Secretaría de Cultura, Recreación y Deporte", ["Secretaría de Cultura, Recreación y Deporte"]),
        ("Oficina Asesora\nde Planeación", ["Oficina Asesora de Planeación"]),
        ("Secretaría de Hacienda / Oficina TIC", ["Secretaría de Hacienda", "Oficina TIC"]),
        ("Secretaría General\nSecretaría de Salud", ["Secretaría General", "Secretaría de Salud"]),
        ("Oficina TIC; Secretaría de Hacienda", ["Oficina TIC", "Secretaría de Hacienda"]),
        ("  Oficina\u00a0TIC ", ["Oficina TIC"]),
        ("Dirección de Tránsito y Transporte", ["Dirección de Tránsito y Transporte"]),
    ]
    lines: list[Truth] = []
    with Book(folder / "teams_in_a_cell.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 – ALCALDÍA LOCAL", "title")
        page.head(2, ["No.", "Actividad", "Responsable", "Fecha final", "Meta"])
        for index, (owner, teams) in enumerate(owners):
            page.row(
                3 + index,
                [index + 1, f"Ejecutar el componente {index + 1} del plan local", owner, date(2024, 11, 29), 4],
            )
            lines.append(line(3 + index, number=str(index + 1), teams=teams))
    issues = [issue("two_teams", 5), issue("two_teams", 6), issue("two_teams", 7)]
    absent = [issue("two_teams", 4), issue("two_teams", 8)]
    return truth("teams_in_a_cell.xlsx", "2024-04-10", [plan(lines, "Plan")], issues, absent)


@case
def numbers_printed_twice(folder: Path) -> Truth:
    """Activity 3 is printed for two different activities; 5 is missing; nothing is lost."""
    with Book(folder / "numbers_printed_twice.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 BIENESTAR SOCIAL", "title")
        page.head(2, ["Actividad", "Producto", "Responsable", "Fecha final", "Meta"])
        names = [
            "1. Atender adulto mayor",
            "2. Atender primera infancia",
            "3. Apoyar discapacidad",
            "3. Apoyar habitante de calle",
        ]
        names += ["4. Operar comedores", "6. Cerrar convenios"]
        for index, name in enumerate(names):
            page.row(3 + index, [name, "Personas atendidas", "Bienestar Social", date(2024, 12, 13), 100 + index])
    lines = [
        line(3 + index, number=name[0], activity=name[3:], target=str(100 + index)) for index, name in enumerate(names)
    ]
    return truth("numbers_printed_twice.xlsx", "2024-04-10", [plan(lines, "Plan")], [issue("duplicate_number", 5, 6)])


@case
def rows_with_a_cell_too_few_or_too_many(folder: Path) -> Truth:
    """Row 5 lost its product, row 7 got an empty cell too many: the values stand beside their titles."""
    with Book(folder / "rows_with_a_cell_too_few_or_too_many.xlsx") as book:
        page = book.page("PLAN 2023")
        page.put(1, "A", "PLAN DE ACCIÓN 2023 SECRETARÍA DE AMBIENTE", "title")
        page.head(2, ["No.", "ACTIVIDAD", "PRODUCTO", "INDICADOR", "FECHA INICIO", "FECHA FIN", "RESPONSABLE", "META"])
        page.head(2, ["TRIMESTRE I", "TRIMESTRE II", "TRIMESTRE III", "TRIMESTRE IV", "OBSERVACIONES"], "I")
        days = [date(2023, 2, 1), date(2023, 11, 30)]
        page.row(
            3,
            [
                1,
                "Sembrar árboles nativos",
                "Árboles",
                "Árboles sembrados",
                *days,
                "Ambiente",
                5000,
                900,
                1500,
                0,
                0,
                "Vivero",
            ],
        )
        page.row(
            4,
            [
                2,
                "Visitar industrias",
                "Visitas",
                "Visitas realizadas",
                *days,
                "Control Ambiental",
                60,
                14,
                20,
                0,
                0,
                "Actas",
            ],
        )
        page.row(
            5, [3, "Limpiar quebradas", "Quebradas intervenidas", *days, "Ambiente", 12, 2, 4, 0, 0, "Con comunidad"]
        )
        page.row(
            6,
            [
                4,
                "Formar vigías ambientales",
                "Vigías",
                "Vigías formados",
                *days,
                "Ambiente",
                80,
                0,
                45,
                0,
                0,
                "Colegios",
            ],
        )
        page.row(
            7,
            [
                5,
                "Adoptar el plan de podas",
                "Plan",
                "Plan adoptado",
                None,
                *days,
                "Control Ambiental",
                1,
                0,
                1,
                0,
                0,
                "Decreto",
            ],
        )
        page.row(
            8,
            [
                6,
                "Atender fauna silvestre",
                "Animales",
                "Animales atendidos",
                *days,
                "Ambiente",
                150,
                31,
                44,
                0,
                0,
                "Centro",
            ],
        )
    lines = [
        line(3, number="1", target="5000", results={"2023-Q1": "900", "2023-Q2": "1500"}, teams=["Ambiente"]),
        line(4, number="2", target="60", results={"2023-Q1": "14", "2023-Q2": "20"}, teams=["Control Ambiental"]),
        line(
            5,
            number="3",
            activity="Limpiar quebradas",
            start="2023-02-01",
            due="2023-11-30",
            target="12",
            results={"2023-Q1": "2", "2023-Q2": "4"},
            teams=["Ambiente"],
        ),
        line(6, number="4", target="80", results={"2023-Q1": "0", "2023-Q2": "45"}),
        line(
            7,
            number="5",
            activity="Adoptar el plan de podas",
            start="2023-02-01",
            due="2023-11-30",
            target="1",
            results={"2023-Q1": "0", "2023-Q2": "1"},
            teams=["Control Ambiental"],
        ),
        line(8, number="6", target="150", results={"2023-Q1": "31", "2023-Q2": "44"}),
    ]
    plans = [plan(lines, "PLAN 2023", period_kind="quarter")]
    absent = [issue("shifted_row", row) for row in (3, 4, 6, 8)]
    issues = [issue("shifted_row", 5), issue("shifted_row", 7)]
    return truth("rows_with_a_cell_too_few_or_too_many.xlsx", "2023-07-10", plans, issues, absent)


@case
def observations_and_evidence(folder: Path) -> Truth:
    """After each quarter stand an observation and a link; observations hold dates and percents of their own."""
    with Book(folder / "observations_and_evidence.xlsx") as book:
        page = book.page("Seguimiento 2024")
        page.put(1, "A", "SEGUIMIENTO PLAN DE ACCIÓN 2024 – OFICINA DE CONTROL INTERNO", "title")
        titles = ["No.", "Actividad", "Meta", "Responsable", "Fecha inicio", "Fecha fin"]
        for name in ("I", "II", "III", "IV"):
            titles += [
                f"Avance {name} trimestre",
                f"Observaciones {name} trimestre",
                f"Link evidencia {name} trimestre",
            ]
        page.head(3, titles)
        days = [date(2024, 1, 15), date(2024, 12, 20)]
        page.row(
            4,
            [
                1,
                "Ejecutar el plan anual de auditorías",
                12,
                "Control Interno",
                *days,
                2,
                "2 de 12 (16,7%) al 31/03/2024",
            ],
        )
        page.row(4, ["https://drive.entidad.example/2024/t1", 4, "4", "https://drive.entidad.example/2024/t2"], "I")
        page.row(
            5,
            [
                2,
                "Presentar informes de ley",
                18,
                "Control Interno",
                *days,
                5,
                "1. Informe de derechos de autor 100%",
                "Carpeta 5",
            ],
        )
        page.row(5, [4, "1. PQRS 2. Austeridad"], "J")
    lines = [
        line(4, target="12", results={"2024-Q1": "2", "2024-Q2": "4"}, teams=["Control Interno"], due="2024-12-20"),
        line(5, target="18", results={"2024-Q1": "5", "2024-Q2": "4"}),
    ]
    plans = [plan(lines, "Seguimiento 2024", period_kind="quarter")]
    return truth("observations_and_evidence.xlsx", "2024-07-15", plans)
