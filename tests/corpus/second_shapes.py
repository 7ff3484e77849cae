"""Shapes of tables that many offices share: under one another, over two years, in rows and in Word."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_text
from tests.corpus.word import Box, write_word


@case
def two_plans_in_one_sheet(folder: Path) -> Truth:
    """An action plan and below it, in the same sheet, an improvement plan with columns of its own."""
    with Book(folder / "two_plans_in_one_sheet.xlsx") as book:
        page = book.page("Planes")
        page.put(1, "A", "PLAN DE ACCIÓN 2024", "title")
        page.head(2, ["ACTIVIDAD", "META", "RESPONSABLE", "FECHA FINAL"])
        page.row(3, ["Actualizar inventarios", 1, "Almacén", date(2024, 6, 28)])
        page.row(4, ["Elaborar el plan de compras", 1, "Contratación", date(2024, 1, 31)])
        page.put(8, "A", "PLAN DE MEJORAMIENTO 2024", "title")
        page.head(9, ["HALLAZGO", "ACCIÓN DE MEJORA", "DEPENDENCIA", "FECHA INICIO", "FECHA TERMINACIÓN", "% AVANCE"])
        page.row(
            10, ["Sin conciliar", "Conciliar cuentas", "Contabilidad", date(2024, 2, 1), date(2024, 9, 30), Pct(0.3)]
        )
        page.row(11, ["Sin actas", "Levantar actas", "Secretaría", date(2024, 2, 1), date(2024, 5, 31), Pct(1)])
    lines = [
        line(3, activity="Actualizar inventarios", due="2024-06-28", target="1"),
        line(4, teams=["Contratación"]),
        line(10, activity="Conciliar cuentas", start="2024-02-01", due="2024-09-30", results={"cut": "0.3"}),
        line(11, teams=["Secretaría"], due="2024-05-31"),
    ]
    return truth("two_plans_in_one_sheet.xlsx", "2024-04-01", [plan(lines)])


@case
def two_years_of_quarters(folder: Path) -> Truth:
    """Two fiscal years, each with four quarters of programmed and executed."""
    with Book(folder / "two_years_of_quarters.xlsx") as book:
        page = book.page("Bienio")
        page.put(1, "A", "PLAN DE ACCIÓN BIENAL 2024-2025", "title")
        for letter, title in zip("ABC", ("Actividad", "Meta bienio", "Responsable"), strict=True):
            page.merge(f"{letter}3:{letter}5", title)
        page.merge("D3:K3", 2024)
        page.merge("L3:S3", 2025)
        for area, name in zip(("D4:E4", "F4:G4", "H4:I4", "J4:K4"), ("T1", "T2", "T3", "T4"), strict=True):
            page.merge(area, name)
        for area, name in zip(("L4:M4", "N4:O4", "P4:Q4", "R4:S4"), ("T1", "T2", "T3", "T4"), strict=True):
            page.merge(area, name)
        page.head(5, ["P", "E"] * 8, "D")
        page.row(6, ["Sembrar árboles", 800, "Vivero", 100, 90, 100, 110, 100, 100, 100, 95, 100, 120, 100, None, 100])
        page.row(7, ["Podar árboles", 80, "Vivero", 10, 10, 10, 9, 10, 10, 10, 11, 10, 10, 10, None, 10])
    lines = [
        line(
            6,
            target="800",
            results={"2024-Q1": "90", "2024-Q2": "110", "2024-Q3": "100", "2024-Q4": "95", "2025-Q1": "120"},
            programmed={
                f"{year}-Q{part}": "100" for year in (2024, 2025) for part in range(1, 5) if (year, part) != (2025, 4)
            },
        ),
        line(7, results={"2024-Q1": "10", "2024-Q2": "9", "2024-Q3": "10", "2024-Q4": "11", "2025-Q1": "10"}),
    ]
    return truth("two_years_of_quarters.xlsx", "2025-04-20", [plan(lines, period_kind="quarter")])


@case
def half_years_by_their_cut(folder: Path) -> Truth:
    """Half-years titled by their last day, the year only in the file's label."""
    with Book(folder / "half_years_by_their_cut.xlsx") as book:
        page = book.page("Avance")
        page.row(1, ["PLAN ESTRATÉGICO DE TECNOLOGÍAS - SEGUIMIENTO"])
        page.row(2, ["Vigencia:", 2024])
        page.head(
            4,
            [
                "Iniciativa",
                "Indicador",
                "Meta",
                "Avance a 30 de junio",
                "Avance a 31 de diciembre",
                "Líder del proyecto",
            ],
        )
        page.row(5, ["Red inalámbrica", "Sedes con red", 12, 5, 11, "Jefe de Sistemas"])
        page.row(6, ["Mesa de ayuda", "Casos cerrados", Pct(0.95), Pct(0.9), Pct(0.97), "Coordinador de Soporte"])
    lines = [
        line(5, target="12", results={"2024-S1": "5", "2024-S2": "11"}, indicator="Sedes con red"),
        line(6, target="0.95", results={"2024-S1": "0.9", "2024-S2": "0.97"}, teams=["Coordinador de Soporte"]),
    ]
    return truth("half_years_by_their_cut.xlsx", "2025-01-20", [plan(lines, period_kind="half_year")])


@case
def rows_without_merging(folder: Path) -> Truth:
    """Programmed and executed in two rows, with the activity and all else written in both."""
    with Book(folder / "rows_without_merging.xlsx") as book:
        page = book.page("POA 2023")
        page.put(1, "A", "PLAN OPERATIVO ANUAL 2023", "title")
        page.head(
            2,
            [
                "Código",
                "Actividad",
                "Área",
                "Meta",
                "Tipo de dato",
                "Bim 1",
                "Bim 2",
                "Bim 3",
                "Bim 4",
                "Bim 5",
                "Bim 6",
            ],
        )
        for top, (code, activity, done) in enumerate([("A1", "Visitas", [5, 4]), ("A2", "Asesorías", [9, 12])]):
            shared = [code, activity, "Extensión Rural", 60]
            page.row(3 + top * 2, [*shared, "Programado", *[10] * 6])
            page.row(4 + top * 2, [*shared, "Ejecutado", *done])
    planned = {f"2023-B{part}": "10" for part in range(1, 7)}
    lines = [
        line(3, number="A1", target="60", programmed=planned, results={"2023-B1": "5", "2023-B2": "4"}),
        line(5, number="A2", programmed=planned, results={"2023-B1": "9", "2023-B2": "12"}),
    ]
    return truth("rows_without_merging.xlsx", "2023-05-10", [plan(lines, period_kind="two_month")])


@case
def word_without_periods_or_dates(folder: Path) -> Truth:
    """A Word plan that says no date at all, and a second table of risks that is no plan."""
    rows = [
        [Box("PROCESO"), Box("ACTIVIDADES"), Box("PRODUCTO"), Box("RESPONSABLE")],
        [
            Box("Gestión documental", down="restart"),
            "Organizar el archivo de gestión",
            "Archivo organizado",
            "Secretaría General",
        ],
        [Box("", down="continue"), "Transferir expedientes", "Acta de transferencia", "Archivo Central"],
        ["Gestión financiera", "Elaborar estados financieros", "Estados financieros", "Contador"],
    ]
    risks = [["RIESGO", "CAUSA", "PROBABILIDAD", "IMPACTO"], ["Pérdida de expedientes", "Sin control", "Media", "Alto"]]
    write_word(folder / "word_without_periods_or_dates.docx", ["PLAN DE ACCIÓN 2024", rows, "Mapa de riesgos", risks])
    lines = [
        line(2, activity="Organizar el archivo de gestión", deliverable="Archivo organizado", due=None),
        line(3, extra={"path_has": ["Gestión documental"]}, teams=["Archivo Central"]),
        line(4, teams=["Contador"]),
    ]
    return truth("word_without_periods_or_dates.docx", "2024-02-01", [plan(lines)], [issue("missing_deadline")])


@case
def paper_wrapped_every_cell(folder: Path) -> Truth:
    """A text in which nearly every cell was cut by a line end, the figures in the last piece."""
    write_text(
        folder / "paper_wrapped_every_cell.txt",
        [
            "PLAN DE MEJORAMIENTO CONTRALORÍA MUNICIPAL 2024",
            [
                "HALLAZGO",
                "ACCIÓN CORRECTIVA",
                "RESPONSABLE",
                "FECHA INICIO",
                "FECHA FINAL",
                "UNIDAD DE MEDIDA",
                "CANTIDAD",
                "AVANCE",
            ],
            ["Falta de publicidad de", ""],
            ["los actos contractuales", "Publicar los actos en"],
            [
                "el SECOP dentro de los tres días",
                "Oficina Jurídica",
                "15/01/2024",
                "30/06/2024",
                "Publicaciones",
                "60",
                "24",
            ],
            [
                "Inventario desactualizado",
                "Actualizar el inventario",
                "Almacén",
                "01/02/2024",
                "31/10/2024",
                "Inventario",
                "1",
                "0",
            ],
            [
                "Cartera sin depurar",
                "Depurar la cartera",
                "Tesorería",
                "01/02/2024",
                "29/11/2024",
                "Informes",
                "4",
                "1",
            ],
        ],
    )
    lines = [
        line(None, due="2024-06-30", target="60", teams=["Oficina Jurídica"], results={"cut": "24"}),
        line(None, activity="Actualizar el inventario", target="1", results={"cut": "0"}),
        line(None, activity="Depurar la cartera", due="2024-11-29", teams=["Tesorería"], extra={"unit": "Informes"}),
    ]
    return truth("paper_wrapped_every_cell.txt", "2024-04-30", [plan(lines, kind="improvement_plan")])
