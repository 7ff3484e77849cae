"""Habits that many offices share: shortened titles, old forms, goals and results in words, money beside things."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth


@case
def old_comptroller_form(folder: Path) -> Truth:
    """The older national form: the goal's unit is its amount, its denomination the unit, then six computed columns."""
    titles = ["Número consecutivo del hallazgo", "Código hallazgo", "Descripción hallazgo (No mas de 50 palabras)"]
    titles += [
        "Causa del hallazgo",
        "Efecto del hallazgo",
        "Acción de mejoramiento",
        "Objetivo",
        "Descripción de las Metas",
    ]
    titles += [
        "Denominación de la Unidad de medida de la Meta",
        "Unidad de Medida de la Meta",
        "Fecha iniciación Metas",
    ]
    titles += ["Fecha terminación Metas", "Plazo en semanas de las Metas", "Avance físico de ejecución de las metas"]
    titles += ["Porcentaje de Avance físico de ejecución de las metas", "Puntaje Logrado por las metas (Poi)"]
    titles += ["Puntaje Logrado por las metas Vencidas (POMVi)", "Área Responsable"]
    with Book(folder / "old_comptroller_form.xlsx") as book:
        page = book.page("FORMATO No 2")
        page.put(1, "A", "INFORME PRESENTADO A LA CONTRALORÍA GENERAL DE LA REPÚBLICA", "title")
        page.row(2, ["Entidad:", "INSTITUTO NACIONAL DE VÍAS RURALES"])
        page.row(3, ["Fecha de subscripción", date(2011, 2, 1), None, "Fecha de Evaluación", date(2011, 6, 30)])
        page.head(5, titles)
        page.row(
            6, [1, "14 04 004", "Mayores cantidades de obra", "Estudios", "Sobrecosto", "Revisar estudios", "Evitar"]
        )
        page.row(
            6,
            ["Revisar los estudios previos", "Estudios revisados", 10, date(2011, 2, 1), date(2011, 12, 30), 47.4],
            "H",
        )
        page.row(6, [4, Pct(0.4), 18.96, 0, "Subdirección de Estudios"], "N")
        page.row(7, [2, "19 07 001", "Predios sin legalizar", "Desorden", "Litigios", "Legalizar", "Sanear predios"])
        page.row(
            7,
            ["Legalizar los predios", "Predios", 25, date(2011, 3, 1), date(2011, 11, 30), 39.1, 0, Pct(0), 0, 0],
            "H",
        )
        page.put(7, "R", "Oficina Jurídica")
        page.row(
            8, ["TOTALES", None, None, None, None, None, None, None, None, None, None, None, 86.5, None, None, 18.96]
        )
    lines = [
        line(
            6,
            target="10",
            start="2011-02-01",
            due="2011-12-30",
            results={"cut": "4"},
            extra={"unit": "Estudios revisados"},
        ),
        line(7, target="25", results={"cut": "0"}, teams=["Oficina Jurídica"], due="2011-11-30"),
    ]
    return truth("old_comptroller_form.xlsx", "2011-06-30", [plan(lines, kind="improvement_plan")])


@case
def shortened_titles(folder: Path) -> Truth:
    """Titles shortened, cut by hyphens and line ends, with a stray letter."""
    titles = [
        "Ít.",
        "Activi-\ndad",
        "Respon-\nsable",
        "Unid. Med.",
        "Cant.",
        "F. Ini.",
        "F. Term.",
        "Av.\nTrim. I",
        "Av.\nTrim. II",
    ]
    with Book(folder / "shortened_titles.xlsx") as book:
        page = book.page("Plan 2024")
        page.put(1, "A", "PLAN DE TRABAJO ANUAL", "title")
        page.head(3, [*titles, "Obs."])
        page.row(
            4, [1, "Limpiar canales", "Obras Públicas", "ml", 800, date(2024, 1, 15), date(2024, 11, 30), 200, 150]
        )
        page.row(
            5, [2, "Pintar escuelas", "Educación", "Escuela", 6, date(2024, 2, 1), date(2024, 8, 30), 1, 2, "Ver acta"]
        )
    lines = [
        line(4, number="1", activity="Limpiar canales", target="800", results={"2024-Q1": "200", "2024-Q2": "150"}),
        line(5, teams=["Educación"], start="2024-02-01", due="2024-08-30", extra={"unit": "Escuela"}),
    ]
    return truth("shortened_titles.xlsx", "2024-07-15", [plan(lines, period_kind="quarter")])


@case
def goals_in_words(folder: Path) -> Truth:
    """Goals as people write them: a number with its noun, a word with its number, a percentage with more words."""
    goals = [
        ("4 informes", "4"),
        ("Cuatro (4) jornadas", "4"),
        ("100% de las solicitudes atendidas", "1"),
        ("1 documento", "1"),
    ]
    goals += [
        ("≥ 90%", "0.9"),
        ("Un (1) plan adoptado", "1"),
        ("12 boletines al año", "12"),
        ("80 % de cobertura", "0.8"),
    ]
    with Book(folder / "goals_in_words.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2025 - OFICINA DE CONTROL INTERNO", "title")
        page.head(2, ["Rol", "Actividad", "Meta", "Responsable", "Plazo"])
        for offset, (goal, _) in enumerate(goals):
            page.row(
                3 + offset, ["Evaluación", f"Auditar el proceso {offset + 1}", goal, "Control Interno", "31/12/2025"]
            )
    lines = [line(3 + offset, target=target, due="2025-12-31") for offset, (_, target) in enumerate(goals)]
    return truth("goals_in_words.xlsx", "2025-02-01", [plan(lines)])


@case
def money_beside_things(folder: Path) -> Truth:
    """Each quarter has physical and money progress; the budget must not be taken for the result."""
    with Book(folder / "money_beside_things.xlsx") as book:
        page = book.page("Seguimiento")
        page.put(1, "A", "SEGUIMIENTO PLAN DE ACCIÓN 2024 - INVERSIÓN", "title")
        names = ("Proyecto", "Actividad", "Meta física", "Presupuesto asignado", "Responsable", "Fecha fin")
        for letter, title in zip("ABCDEF", names, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("G3:H3", "Trimestre I")
        page.merge("I3:J3", "Trimestre II")
        page.head(4, ["Avance físico", "Avance financiero ($)"] * 2, "G")
        page.row(
            5, ["Vías", "Pavimentar vías urbanas", 12, 2500000000, "Infraestructura", date(2024, 11, 30), 2, 410000000]
        )
        page.row(5, [3, 620000000], "I")
        page.row(6, ["Parques", "Dotar parques", 5, 300000000, "Deportes", date(2024, 9, 30), 0, 0, 2, 120500000])
    lines = [
        line(5, target="12", results={"2024-Q1": "2", "2024-Q2": "3"}, due="2024-11-30", teams=["Infraestructura"]),
        line(6, target="5", results={"2024-Q1": "0", "2024-Q2": "2"}),
    ]
    return truth("money_beside_things.xlsx", "2024-07-10", [plan(lines, period_kind="quarter")])


@case
def results_with_words(folder: Path) -> Truth:
    """Results as a fraction, in words or as a list: what is no figure is told, not guessed."""
    with Book(folder / "results_with_words.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2024", "title")
        page.head(2, ["ACTIVIDAD", "RESPONSABLE", "META", "FECHA FINAL", "AVANCE TRIMESTRE 1", "AVANCE TRIMESTRE 2"])
        values = [
            ("3/4", 1),
            ("50 por ciento", "100,00 %"),
            ("0,5%", "1,25%"),
            ("veinte", 20),
            (1, "2 actas y 1 informe"),
            (5, "1.000"),
        ]
        for offset, (one, two) in enumerate(values):
            goal = Pct(1) if offset in {1, 2} else 10
            page.row(3 + offset, [f"Actividad {offset + 1} del plan", "Archivo", goal, date(2024, 12, 31), one, two])
    lines = [
        line(3, results={"2024-Q2": "1"}),
        line(4, results={"2024-Q1": "0.5", "2024-Q2": "1"}),
        line(5, results={"2024-Q1": "0.005", "2024-Q2": "0.0125"}),
        line(6, results={"2024-Q2": "20"}),
        line(7, results={"2024-Q1": "1"}),
        line(8, results_subset={"2024-Q1": "5"}),
    ]
    wanted = [issue("unreadable_value", 3, cell="E3"), issue("unreadable_value", 6, cell="E6")]
    wanted += [issue("unreadable_value", 7, cell="F7")]
    return truth("results_with_words.xlsx", "2024-07-15", [plan(lines)], wanted)
