"""Action plans of town halls, their council and their ombudsman: results by quarter under odd titles."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth


@case
def town_percent_of_roman_quarters(folder: Path) -> Truth:
    """«% EJEC. I» to «% EJEC. IV» hold bare figures: 25 is 25 %; a shaded average closes each group."""
    with Book(folder / "town_percent_of_roman_quarters.xlsx") as book:
        page = book.page("PA 2025")
        page.merge("B1:I1", "MUNICIPIO DE LA ESPERANZA", "title")
        page.merge("B2:I2", "PLAN DE ACCIÓN SECRETARÍA DE GOBIERNO  -  VIGENCIA FISCAL 2025", "title")
        page.row(3, ["CÓDIGO: F-DE-012", None, None, "VERSIÓN: 2", None, "PÁGINA 1 DE 1"], "B")
        titles = ["EJE ESTRATÉGICO", "ACTIVIDADES A\nDESARROLLAR", "META", "RESPONSABLE", "PLAZO DE EJECUCIÓN"]
        page.head(5, [*titles, "% EJEC. I", "% EJEC. II", "% EJEC. III", "% EJEC. IV", "TOTAL % EJEC."], "B")
        page.row(6, ["SEGURIDAD", "Formular el PISCC", "100%", "Sec. de Gobierno", date(2025, 12, 31)], "B")
        page.row(6, [25, 20, None, None, Formula("=SUM(G6:J6)", 45)], "G")
        page.row(7, [None, "Realizar consejos de seguridad", "100%", "Sec. de Gobierno", date(2025, 12, 31)], "B")
        page.row(7, [25, 25, None, None, Formula("=SUM(G7:J7)", 50)], "G")
        page.row(8, ["PROMEDIO SEGURIDAD", None, None, None, None, 25, 22.5, None, None, 47.5], "B")
        page.row(9, ["CONVIVENCIA", "Atender querellas policivas", "100%", "Inspección de Policía"], "B")
        page.row(9, [date(2025, 11, 28), "18%", "22,5%", None, None, Formula("=SUM(G9:J9)", 40.5)], "F")
    lines = [
        line(
            6,
            activity="Formular el PISCC",
            target="1",
            target_unit="percent",
            due="2025-12-31",
            teams=["Sec. de Gobierno"],
            results={"2025-Q1": "0.25", "2025-Q2": "0.2"},
        ),
        line(7, results={"2025-Q1": "0.25", "2025-Q2": "0.25"}),
        line(9, due="2025-11-28", results={"2025-Q1": "0.18", "2025-Q2": "0.225"}, teams=["Inspección de Policía"]),
    ]
    return truth("town_percent_of_roman_quarters.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def town_bands_name_the_office(folder: Path) -> Truth:
    """«1er TRIMESTRE»…«4to TRIMESTRE» twice, in blocks; who answers stands only in the bands between the lines."""
    with Book(folder / "town_bands_name_the_office.xlsx") as book:
        page = book.page("CONSOLIDADO")
        page.merge("A1:M1", "ALCALDIA MUNICIPAL DE PUERTO CLARO", "title")
        page.merge("A2:M2", "SEGUIMIENTO PLAN DE ACCION CONSOLIDADO  2024", "title")
        for letter, title in zip("ABCD", ("No", "PROYECTO / ACTIVIDAD", "PRODUCTO", "META FÍSICA"), strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("E4:H4", "PROGRAMACIÓN TRIMESTRAL")
        page.merge("I4:L4", "AVANCE TRIMESTRAL")
        page.head(5, ["1er TRIMESTRE", "2do TRIMESTRE", "3er TRIMESTRE", "4to TRIMESTRE"] * 2, "E")
        page.merge("M4:M5", "FECHA\nTERMINACION")
        page.merge("A6:M6", "SECRETARIA DE EDUCACION Y CULTURA ", "cell")
        page.row(7, [1, "Dotar bibliotecas escolares", "Bibliotecas dotadas", 8, 2, 2, 2, 2, 2, 1, None, None])
        page.put(7, "M", date(2024, 12, 20))
        page.row(8, [2, "Festival de la cosecha", "Festival", 1, None, None, 1, None, None, None, None, None])
        page.put(8, "M", date(2024, 9, 30))
        page.merge("A9:M9", "SECRETARIA DE HACIENDA", "cell")
        page.row(10, [1, "Actualizar el estatuto tributario", "Acuerdo", 1, None, 1, None, None, None, 0, None, None])
        page.put(10, "M", date(2024, 6, 28))
        page.row(11, [None, "TOTALES", None, 10, 2, 3, 3, 2, 2, 1])
        page.row(14, ["__________________________", None, None, "__________________"], "B")
        page.row(15, ["SECRETARIO DE PLANEACION", None, None, "ALCALDE MUNICIPAL"], "B")
    lines = [
        line(
            7,
            number="1",
            target="8",
            teams=["SECRETARIA DE EDUCACION Y CULTURA"],
            deliverable="Bibliotecas dotadas",
            programmed={f"2024-Q{n}": "2" for n in (1, 2, 3, 4)},
            results={"2024-Q1": "2", "2024-Q2": "1"},
            due="2024-12-20",
        ),
        line(8, programmed={"2024-Q3": "1"}, results={}, due="2024-09-30"),
        line(10, number="1", target="1", results={"2024-Q2": "0"}, teams=["SECRETARIA DE HACIENDA"]),
    ]
    return truth("town_bands_name_the_office.xlsx", "2024-07-19", [plan(lines, period_kind="quarter")])


@case
def town_cut_dates_with_words(folder: Path) -> Truth:
    """Each cut has its figure, its words and its evidence: «CORTE 31/03/2025», «Observaciones corte 31/03/2025»."""
    cuts = ["31/03/2025", "30/06/2025", "30/09/2025", "31/12/2025"]
    with Book(folder / "town_cut_dates_with_words.xlsx") as book:
        page = book.page("Hoja1")
        page.put(1, "C", "PLAN DE ACCIÓN OFICINA DE CONTROL INTERNO DISCIPLINARIO", "title")
        page.row(2, ["Fecha de aprobación:", date(2025, 1, 30)], "C")
        head = ["DEPENDENCIA", "ÍTEM", "ACCIÓN", "FÓRMULA DEL INDICADOR", "META AÑO", "FECHA LIMITE DE CUMPLIMIENTO"]
        for cut in cuts:
            head += [f"AVANCE CORTE {cut}", f"OBSERVACIONES CORTE {cut}", f"EVIDENCIA CORTE {cut}"]
        page.head(4, head)
        page.row(5, ["Control Interno Disciplinario", 1, "Evaluar quejas", "Quejas evaluadas / Quejas recibidas"])
        page.row(5, [Pct(1), "31 de diciembre de 2025", Pct(1), "Se recibieron 12 quejas", "Libro radicador"], "E")
        page.row(5, [Pct(0.92), "11 de 12", "Libro radicador", Pct(0), None, None, Pct(0)], "J")
        page.row(6, ["Control Interno Disciplinario", 2, "Capacitar en Ley 1952 de 2019", "# de capacitaciones"])
        page.row(6, [4, "15 de noviembre de 2025", 1, "14/03/2025: 32 asistentes", "Listado", 2, "2 en mayo"], "E")
    lines = [
        line(
            5,
            activity="Evaluar quejas",
            target="1",
            target_unit="percent",
            due="2025-12-31",
            results={"2025-Q1": "1", "2025-Q2": "0.92"},
            teams=["Control Interno Disciplinario"],
        ),
        line(6, number="2", target="4", due="2025-11-15", results={"2025-Q1": "1", "2025-Q2": "2"}),
    ]
    return truth("town_cut_dates_with_words.xlsx", "2025-08-01", [plan(lines, period_kind="quarter")])


@case
def council_three_rows_of_titles(folder: Path) -> Truth:
    """VIGENCIA over TRIM over P, E, % and SOPORTE; a RESPONSABLE in front and an average under the table."""
    with Book(folder / "council_three_rows_of_titles.xlsx") as book:
        page = book.page("Plan de Accion Concejo")
        page.merge("A1:V1", "CONCEJO MUNICIPAL DE PIEDRAS BLANCAS", "title")
        page.merge("A2:V2", "FORMATO PLAN DE ACCIÓN Y SEGUIMIENTO", "title")
        for letter, title in zip("ABCDE", ("RESPONSABLE", "OBJETIVO", "ACTIVIDAD", "META", "PESO"), strict=True):
            page.merge(f"{letter}4:{letter}6", title)
        page.merge("F4:U4", "VIGENCIA 2025")
        for index, area in enumerate(("F5:I5", "J5:M5", "N5:Q5", "R5:U5"), start=1):
            page.merge(area, f"TRIM {index}")
        page.head(6, ["P", "E", "%", "SOPORTE"] * 4, "F")
        page.merge("V4:V6", "TERMINA")
        page.merge("A7:A8", "Secretaría General", "cell")
        page.row(7, ["Control político", "Sesiones ordinarias", 120, Pct(0.6), 30, 30, Pct(1), "Actas 1 a 30"], "B")
        page.row(7, [30, 26, Formula("=K7/J7", 0.8667, "0%"), "Actas 31 a 56", 30, None, Pct(0), None, 30], "J")
        page.put(7, "V", date(2025, 11, 30))
        page.row(8, ["Participación", "Transmitir las sesiones", 24, Pct(0.4), 6, 7, Pct(1.17), "Red social"], "B")
        page.row(8, [6, 6, Pct(1), "Red social", 6, None, Pct(0), None, 6], "J")
        page.put(8, "V", date(2025, 12, 10))
        page.row(9, ["PROMEDIO DE CUMPLIMIENTO", None, None, None, Pct(1)], "A")
        page.row(9, [Pct(1.085)], "H")
        page.row(9, [Pct(0.93)], "L")
    lines = [
        line(
            7,
            activity="Sesiones ordinarias",
            target="120",
            due="2025-11-30",
            programmed={f"2025-Q{n}": "30" for n in (1, 2, 3, 4)},
            results={"2025-Q1": "30", "2025-Q2": "26"},
            teams=["Secretaría General"],
            extra={"weight": "0.6"},
        ),
        line(
            8,
            target="24",
            results={"2025-Q1": "7", "2025-Q2": "6"},
            teams=["Secretaría General"],
            due="2025-12-10",
            extra={"weight": "0.4"},
        ),
    ]
    return truth("council_three_rows_of_titles.xlsx", "2025-07-22", [plan(lines, period_kind="quarter")])


@case
def ombudsman_letters_for_months(folder: Path) -> Truth:
    """A schedule of crosses under E F M A M J J A S O N D, then what was done by follow-up of a quarter."""
    with Book(folder / "ombudsman_letters_for_months.xlsx") as book:
        page = book.page("Cronograma y seguimiento")
        page.merge("A1:T1", "PERSONERÍA MUNICIPAL - PLAN DE ACCIÓN 2025", "title")
        for letter, title in zip("ABCD", ("LÍNEA", "ACTIVIDAD", "META", "QUIÉN LO HACE"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:P3", "CRONOGRAMA 2025")
        page.head(4, list("EFMAMJJASOND"), "E")
        page.merge("Q3:T3", "SEGUIMIENTO (CANTIDAD EJECUTADA)")
        page.head(4, ["1er Seg. (Ene a Mar)", "2do Seg. (Abr a Jun)"], "Q")
        page.head(4, ["3er Seg. (Jul a Sep)", "4to Seg. (Oct a Dic)"], "S")
        page.merge("A5:A6", "Derechos humanos", "cell")
        page.row(5, ["Visitas a la estación de policía", 12, "Personero Delegado", *["X"] * 12, 3, 2], "B")
        page.row(6, ["Taller a líderes", 2, "Profesional de apoyo"], "B")
        page.put(6, "H", "x")
        page.put(6, "N", "X ")
        page.row(6, [0, 1], "Q")
        page.row(7, ["Ministerio público", "Revisar procesos de policía", 40, "Personero Delegado"])
        page.row(7, ["X"] * 6, "E")
        page.row(7, [11, 20], "Q")
    lines = [
        line(
            5,
            target="12",
            results={"2025-Q1": "3", "2025-Q2": "2"},
            due="2025-12-31",
            teams=["Personero Delegado"],
            extra={"path_has": ["Derechos humanos"]},
        ),
        line(6, target="2", results={"2025-Q1": "0", "2025-Q2": "1"}, due="2025-10-31", teams=["Profesional de apoyo"]),
        line(7, target="40", results={"2025-Q1": "11", "2025-Q2": "20"}, due="2025-06-30"),
    ]
    return truth("ombudsman_letters_for_months.xlsx", "2025-07-08", [plan(lines)])


@case
def town_a_row_for_each_quarter(folder: Path) -> Truth:
    """The quarter stands in a column: four rows for each activity, merged where they are the same."""
    with Book(folder / "town_a_row_for_each_quarter.xlsx") as book:
        page = book.page("SEGUIMIENTO")
        page.put(1, "A", "SECRETARÍA DE DESARROLLO ECONÓMICO - SEGUIMIENTO TRIMESTRAL PLAN DE ACCIÓN 2025", "title")
        titles = ["N°", "ACTIVIDAD", "META ANUAL", "RESPONSABLE", "FECHA FIN", "TRIMESTRE", "PROGRAMADO", "EJECUTADO"]
        page.head(3, [*titles, "OBSERVACIONES"])
        works = [("Ferias de emprendimiento", 4, "Oficina de Emprendimiento", date(2025, 12, 12))]
        works += [("Asesorías a microempresas", 200, "Enlace de Empleo", date(2025, 11, 28))]
        for index, values in enumerate(works):
            row = 4 + 4 * index
            for letter, value in zip("ABCDE", (index + 1, *values), strict=True):
                page.merge(f"{letter}{row}:{letter}{row + 3}", value, "dd/mm/yyyy" if letter == "E" else "cell")
            page.rows(row, [[name] for name in ("I", "II", "III", "IV")], "F")
        page.rows(4, [[1, 1, "Feria del 8 de marzo"], [1, 0, "Se aplaza a julio"], [1], [1]], "G")
        page.rows(8, [[50, 47], [50, 61], [50], [50]], "G")
    lines = [
        line(
            4,
            number="1",
            activity="Ferias de emprendimiento",
            target="4",
            due="2025-12-12",
            programmed={f"2025-Q{n}": "1" for n in (1, 2, 3, 4)},
            results={"2025-Q1": "1", "2025-Q2": "0"},
        ),
        line(8, number="2", target="200", results={"2025-Q1": "47", "2025-Q2": "61"}, teams=["Enlace de Empleo"]),
    ]
    return truth("town_a_row_for_each_quarter.xlsx", "2025-07-25", [plan(lines, period_kind="quarter")])
