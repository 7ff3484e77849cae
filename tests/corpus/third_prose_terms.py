"""Terms as people write them, stamps between the rows, and exports whose letters or texts were wrapped."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv, write_text
from tests.corpus.word import write_word


@case
def terms_as_people_write_them(folder: Path) -> Truth:
    """A column PLAZO with the month before the day, days without a year, a beginning alone, and lists of days."""
    terms: dict[str, tuple[str | None, str | None]] = {
        "Mayo 5 al 16 de 2025": ("2025-05-05", "2025-05-16"),
        "Mayo 5 a junio 16 de 2025": ("2025-05-05", "2025-06-16"),
        "Noviembre 30": (None, "2025-11-30"),
        "Dic-25": (None, "2025-12-31"),
        "Mayo 5 al 16": (None, None),
        "Mayo 5 y 16 de 2025": (None, None),
        "1, 2 y 3 de abril de 2025": (None, None),
        "A partir de marzo de 2025": (None, None),
        "Febrero a noviembre": ("2025-02-01", "2025-11-30"),
        "IV trimestre": ("2025-10-01", "2025-12-31"),
    }
    rows = [["No", "Actividad", "Responsable", "Plazo"]]
    rows += [
        [str(at), f"Actualizar el procedimiento {at}", "Planeación", term] for at, term in enumerate(terms, start=1)
    ]
    write_word(folder / "terms_as_people_write_them.docx", ["PLAN DE TRABAJO 2025", rows])
    lines = [line(at, start=start, due=due) for at, (start, due) in enumerate(terms.values(), start=2)]
    issues = [issue("year_assumed", 4), issue("unreadable_value", 9)]
    issues += [issue("proposed_deadline", row) for row in (6, 7, 8)]
    return truth("terms_as_people_write_them.docx", "2025-03-01", [plan(lines)], issues)


@case
def stamps_between_the_rows(folder: Path) -> Truth:
    """Stamps, marks of certificates and "continúa en la página siguiente" stand between the rows of a PDF's table."""
    head = ["No", "Actividad", "Responsable", "Fecha inicio", "Fecha fin", "Meta", "Avance I trim", "Avance II trim"]

    def row(number: str, text: str) -> list[str]:
        return [number, text, "Planeación", "01/02/2025", "30/11/2025", "4", "1", "1"]

    lines_of = [
        "ALCALDÍA DE EL ROSARIO\tCódigo: F-01",
        "PLAN DE ACCIÓN 2025",
        head,
        row("1", "Realizar jornadas de salud"),
    ]
    lines_of += ["COPIA CONTROLADA", "3", row("2", "Actualizar el PETI"), "Copia controlada"]
    lines_of += [
        "Continúa en la página siguiente",
        "SC-CER 123456   NIT 800.123.456-7",
        "\tViene de la página anterior",
        "",
    ]
    lines_of += [
        ["ALCALDÍA DE EL ROSARIO", "Código: F-01"],
        head,
        row("3", "Publicar datos abiertos"),
        "COPIA CONTROLADA",
    ]
    write_text(folder / "stamps_between_the_rows.txt", lines_of)
    texts = {4: "Realizar jornadas de salud", 7: "Actualizar el PETI", 15: "Publicar datos abiertos"}
    results = {"2025-Q1": "1", "2025-Q2": "1"}
    lines = [line(at, activity=text, results=results) for at, text in texts.items()]
    return truth("stamps_between_the_rows.txt", "2025-07-10", [plan(lines)], (), ["split_cell_joined"])


@case
def csv_of_wrapped_texts(folder: Path) -> Truth:
    """A system's export: ="01" keeps its zero, moments in Colombian style, errors as Spanish spreadsheets name them."""
    rows = [["Cód.", "Actividad", "Responsable", "Fecha de inicio", "Fecha final", "Meta", "1er trim.", "2do trim."]]
    dates = ["03/02/2025 12:00:00 a. m.", "30/06/2025 11:59:00 p. m."]
    rows += [['="01"', "Publicar el plan", "Oficina TIC", *dates, '="4"', "#N/D", "#¡DIV/0!"]]
    rows += [
        [
            "02",
            "Realizar comités",
            "Oficina TIC",
            "2025-02-03T00:00:00.000Z",
            "2025-11-28T00:00:00.000Z",
            "1.234,50",
            "3",
            "",
        ]
    ]
    write_csv(folder / "csv_of_wrapped_texts.csv", rows, ";", "cp1252")
    lines = [
        line(2, number="01", start="2025-02-03", due="2025-06-30", target="4", results={}),
        line(3, number="02", start="2025-02-03", due="2025-11-28", target="1234.5", results={"2025-Q1": "3"}),
    ]
    issues = [issue("error_value", 2, cell="G2"), issue("error_value", 2, cell="H2")]
    return truth("csv_of_wrapped_texts.csv", "2025-07-10", [plan(lines, period_kind="quarter")], issues)


@case
def csv_decoded_wrongly_once(folder: Path) -> Truth:
    """Saved as UTF-8 after it had been opened as Windows-1252: every accent has become two signs."""
    rows = [["Cód.", "Acción", "Responsable", "Fecha de terminación", "Meta"]]
    rows += [["1", "Gestión de la información", "Secretaría de Educación", "30/06/2025", "1"]]
    rows += [["2", "Señalización – Área rural", "Tránsito", "30/09/2025", "12"]]
    text = "\r\n".join(";".join(row) for row in rows)
    wrong = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    (folder / "csv_decoded_wrongly_once.csv").write_bytes(wrong.encode())
    lines = [
        line(2, number="1", activity="Gestión de la información", teams=["Secretaría de Educación"], due="2025-06-30"),
        line(3, activity="Señalización – Área rural", teams=["Tránsito"], due="2025-09-30", target="12"),
    ]
    return truth("csv_decoded_wrongly_once.csv", "2025-03-01", [plan(lines)])


@case
def csv_parted_by_bars(folder: Path) -> Truth:
    """An export whose fields a bar parts, as sentences hold commas and semicolons."""
    rows = [["No", "Actividad", "Responsable", "Fecha fin", "Meta"]]
    rows += [["1", "Realizar jornadas, ferias; y talleres", "Salud Pública", "30/06/2025", "4"]]
    rows += [["2", "Actualizar el PETI, fase 2", "TIC", "30/09/2025", "1"]]
    write_csv(folder / "csv_parted_by_bars.csv", rows, "|", "utf-8")
    lines = [
        line(
            2, activity="Realizar jornadas, ferias; y talleres", due="2025-06-30", target="4", teams=["Salud Pública"]
        ),
        line(3, due="2025-09-30", target="1", teams=["TIC"]),
    ]
    return truth("csv_parted_by_bars.csv", "2025-03-01", [plan(lines)])
