"""Figures as people leave them: errors, formulas without value, comma texts, blanks in disguise, zeros."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import HEAD, Book, Formula, Pct, Shown, Truth, Uncalculated, case, issue, line, plan, truth


@case
def errors_and_formulas(folder: Path) -> Truth:
    """#REF!, #DIV/0!, a formula without a value, a formula that gives an empty text, and one that gives a number."""
    with Book(folder / "errors_and_formulas.xlsx") as book:
        page = book.page("PLAN 2024")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 OFICINA DE PRENSA", "title")
        page.head(2, HEAD)
        days = [date(2024, 1, 15), date(2024, 12, 20)]
        page.row(3, [1, "Producir boletines", 48, *days, "Prensa", Formula("='Datos'!#REF!", "#REF!"), 12])
        page.row(4, [2, "Medir el impacto en redes", 4, *days, "Prensa", 1, Formula("=G9/G10", "#DIV/0!")])
        page.row(5, [3, "Publicar en la página web", 60, *days, "Prensa", 15, Uncalculated("=G5+3")])
        page.row(
            6,
            [4, "Realizar ruedas de prensa", 12, *days, "Prensa", Formula('=IF(Z6="","",Z6)', ""), Formula("=1+2", 3)],
        )
        page.row(7, [None, "TOTAL", Formula("=SUM(C3:C6)", 124), None, None, None, Formula("=SUM(G3:G6)", "#REF!")])
        page.row(7, [Formula("=SUM(H3:H6)", "#DIV/0!")], "H")
    lines = [
        line(3, number="1", target="48", results={"2024-Q2": "12"}),
        line(4, number="2", target="4", results={"2024-Q1": "1"}),
        line(5, number="3", target="60", results={"2024-Q1": "15"}),
        line(6, number="4", target="12", results={"2024-Q2": "3"}),
    ]
    issues = [
        issue("error_value", 3, cell="G3"),
        issue("error_value", 4, cell="H4"),
        issue("formula_without_value", 5, cell="H5"),
    ]
    absent = [issue("formula_without_value", 6), issue("error_value", 7)]
    plans = [plan(lines, "PLAN 2024", period_kind="quarter")]
    return truth("errors_and_formulas.xlsx", "2024-07-09", plans, issues, absent)


@case
def numbers_as_text(folder: Path) -> Truth:
    """Decimal commas, points for thousands, both together, a number with its unit, and blanks around."""
    with Book(folder / "numbers_as_text.xlsx") as book:
        page = book.page("Plan 2023")
        page.put(1, "A", "PLAN DE ACCIÓN 2023 – EMPRESA DE ASEO", "title")
        page.head(2, HEAD)
        days = [date(2023, 1, 2), date(2023, 12, 29)]
        page.row(
            3, [1, "Recoger residuos sólidos (toneladas)", "12.500,75", *days, "Operaciones", "3.100,5", "2.980,25"]
        )
        page.row(4, [2, "Barrer kilómetros de vía", "1.234.567", *days, "Operaciones", "308.641", "300.000"])
        page.row(5, [3, "Aprovechar material reciclable", "0,35", *days, "Aprovechamiento", " 0,1 ", "0,08"])
        page.row(6, [4, "Campañas de cultura ciudadana", " 6 ", *days, "Comunicaciones", "1", "2\u00a0"])
        page.row(7, [5, "Poda de árboles", 1500.5, *days, "Operaciones", 0.1, 375.25])
    lines = [
        line(3, target="12500.75", target_unit="count", results={"2023-Q1": "3100.5", "2023-Q2": "2980.25"}),
        line(4, target="1234567", results={"2023-Q1": "308641", "2023-Q2": "300000"}),
        line(5, target="0.35", results={"2023-Q1": "0.1", "2023-Q2": "0.08"}),
        line(6, target="6", results={"2023-Q1": "1", "2023-Q2": "2"}),
        line(7, target="1500.5", results={"2023-Q1": "0.1", "2023-Q2": "375.25"}),
    ]
    return truth(
        "numbers_as_text.xlsx",
        "2023-07-10",
        [plan(lines, "Plan 2023", period_kind="quarter")],
        (),
        ["unreadable_value"],
    )


@case
def blanks_in_disguise(folder: Path) -> Truth:
    """N/A, NA, N.A., No aplica, -, --, Pendiente, Sin avance, a blank text and a real zero."""
    words = ["N/A", "NA", "N.A.", "No aplica", "-", "--", "Pendiente", " ", "—"]
    lines: list[Truth] = []
    with Book(folder / "blanks_in_disguise.xlsx") as book:
        page = book.page("PLAN 2024")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 ARCHIVO GENERAL", "title")
        page.head(2, HEAD)
        for index, word in enumerate([*words, 0]):
            row = [
                index + 1,
                f"Transferir la serie documental {index + 1}",
                10,
                date(2024, 1, 15),
                date(2024, 12, 13),
                "Archivo",
                word,
                2,
            ]
            page.row(3 + index, row)
            results = {"2024-Q2": "2"} if isinstance(word, str) else {"2024-Q1": "0", "2024-Q2": "2"}
            lines.append(line(3 + index, number=str(index + 1), target="10", results=results))
    return truth("blanks_in_disguise.xlsx", "2024-07-09", [plan(lines, "PLAN 2024", period_kind="quarter")])


@case
def placeholders_at_the_cut(folder: Path) -> Truth:
    """The same zeros mean two things: reported before the cut-off, placeholder after it; the cut is in quarter 3."""
    with Book(folder / "placeholders_at_the_cut.xlsx") as book:
        page = book.page("PLAN 2024")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 TESORERÍA", "title")
        page.head(2, HEAD)
        days = [date(2024, 1, 2), date(2024, 12, 31)]
        page.row(3, [1, "Conciliar cuentas bancarias", 12, *days, "Tesorería", 3, 3, 0, 0])
        page.row(4, [2, "Rendir informe de caja", 4, *days, "Tesorería", 0, 0, 0, 0])
        page.row(5, [3, "Recaudar por acuerdos de pago", "100%", *days, "Tesorería", "0%", "10%", "0%", "0,0%"])
        page.row(6, [4, "Cerrar cuentas inactivas", 5, *days, "Tesorería", 1, None, 2, 0])
    lines = [
        line(3, results={"2024-Q1": "3", "2024-Q2": "3"}),
        line(4, results={"2024-Q1": "0", "2024-Q2": "0"}),
        line(5, target="1", target_unit="percent", results={"2024-Q1": "0", "2024-Q2": "0.1"}),
        line(6, results={"2024-Q1": "1", "2024-Q3": "2"}),
    ]
    return truth("placeholders_at_the_cut.xlsx", "2024-08-20", [plan(lines, "PLAN 2024", period_kind="quarter")])


@case
def number_formats_with_letters(folder: Path) -> Truth:
    """Formats that hold d, m, y, h or s in quotes or brackets are numbers; a locale's date format is a date."""
    with Book(folder / "number_formats_with_letters.xlsx") as book:
        page = book.page("PLAN 2024")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 LABORATORIO DE SALUD PÚBLICA", "title")
        page.head(2, HEAD)
        days = [Shown(date(2024, 1, 15), "d/m/yy"), Shown(date(2024, 11, 29), "[$-es-CO]dd\\-mmm\\-yyyy")]
        page.row(3, [1, "Analizar muestras de agua", Shown(400, '#,##0" muestras/día"'), *days, "Laboratorio"])
        page.row(3, [Shown(95, '0" und."'), Shown(110, "[Red]0;[Blue]-0")], "G")
        page.row(
            4, [2, "Validar métodos analíticos", Shown(12, '_-* #,##0_-;-* #,##0_-;_-* "-"_-'), *days, "Laboratorio"]
        )
        page.row(4, [Shown(2, '"Hechos: "0'), Shown(3, "#,##0.00_ ;[Red]-#,##0.00 ")], "G")
        page.row(5, [3, "Cumplir el programa de calidad", Pct(1), *days, "Laboratorio", Shown(0.22, "0.0%"), Pct(0.3)])
    lines = [
        line(
            3,
            start="2024-01-15",
            due="2024-11-29",
            target="400",
            target_unit="count",
            results={"2024-Q1": "95", "2024-Q2": "110"},
        ),
        line(4, target="12", results={"2024-Q1": "2", "2024-Q2": "3"}),
        line(5, target="1", target_unit="percent", results={"2024-Q1": "0.22", "2024-Q2": "0.3"}),
    ]
    return truth("number_formats_with_letters.xlsx", "2024-07-09", [plan(lines, "PLAN 2024", period_kind="quarter")])
