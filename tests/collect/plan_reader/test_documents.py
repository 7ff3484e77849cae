"""Word tables, texts of a PDF, cut rows, totals and signatures."""

from datetime import date

from gdflow.domain.plan import PlanKind
from tests.collect.plan_reader.grids import codes, grid, numbers, only, plan, text_grid

TIC = "Oficina TIC"

PAGES = """ALCALDÍA DE EJEMPLO
PLAN DE ACCIÓN 2024
No.\tActividad\tProducto\tFecha inicio\tFecha fin\tResponsable\tMeta\tAvance T1\tAvance T2
1\tElaborar el plan de
trabajo anual\tPlan de trabajo\t01/02/2024\t30/06/2024\tOficina de Planeación\t1\t0,5\t0,5
2\tPublicar los informes de la\tInformes
publicados\t01/03/2024\t31/12/2024\tSecretaría
General\t4\t1\t1
Página 1 de 2
ALCALDÍA DE EJEMPLO
PLAN DE ACCIÓN 2024
No.\tActividad\tProducto\tFecha inicio\tFecha fin\tResponsable\tMeta\tAvance T1\tAvance T2
\tvigencia anterior
3\tHacer auditorías\tInforme\t15/01/2024\t30/11/2024\tControl Interno\t3\t1\t1
Total\t\t\t\t\t\t8\t2,5\t2,5
Elaboró: Profesional de planeación
Aprobó: Comité"""


def test_rows_of_a_pdf_broken_inside_a_cell_and_by_a_page_are_whole_again() -> None:
    reading = plan(text_grid(PAGES))
    assert [line.row for line in reading.lines] == [4, 6, 14]
    assert reading.lines[0].activity == "Elaborar el plan de trabajo anual"
    second = reading.lines[1]
    assert (second.activity, second.deliverable) == (
        "Publicar los informes de la vigencia anterior",
        "Informes publicados",
    )
    assert (second.teams, numbers(second.results)) == (("Secretaría General",), {"2024-Q1": "1", "2024-Q2": "1"})
    assert codes(reading).count("page_join") == 1
    assert codes(reading).count("split_cell_joined") == 4


def test_titles_with_broken_words_are_titles() -> None:
    text = """PLAN INSTITUCIONAL DE CAPACITACIÓN 2024
AC TIV IDAD\tRES PON SABLE\tFE CHA FI NAL\tME TA\tRESUL TADO TRI MES TRE 1
Capacitar en ofimática\tTalento Humano\t30/06/2024\t2\t1"""
    line = only(plan(text_grid(text)))
    assert (line.activity, line.due, numbers(line.results)) == (
        "Capacitar en ofimática",
        date(2024, 6, 30),
        {"2024-Q1": "1"},
    )


def test_deadlines_in_the_sentences_of_a_word_plan_are_found() -> None:
    rows = [
        ["Oportunidad de mejora", "Acción de mejora (incluya el plazo)"],
        ["Pocos datos", "Publicar 5 conjuntos de datos. Plazo: 30 de junio de 2025"],
        ["Sin política", "Adoptar la política a más tardar el 15 de mayo de 2025."],
        ["Sin formación", "Capacitar al equipo durante la vigencia 2025"],
        ["Sin control", "Diseñar controles"],
    ]
    reading = plan(grid(rows, kind="table", loose=["PLAN DE MEJORAMIENTO DE DATOS", "CONCEJO MUNICIPAL DE EJEMPLO"]))
    assert [line.due for line in reading.lines] == [date(2025, 6, 30), date(2025, 5, 15), None, None]
    assert [line.proposed_due for line in reading.lines][2] == date(2025, 12, 31)
    assert [issue.row for issue in reading.issues if issue.code == "missing_deadline"] == [5]
    assert (reading.kind, reading.entity_name) == (PlanKind.IMPROVEMENT, "CONCEJO MUNICIPAL DE EJEMPLO")


def test_a_word_table_without_titles_is_told_by_its_contents() -> None:
    rows = [
        ["1", "Elaborar el diagnóstico de seguridad", TIC, "01/02/2025", "30/04/2025"],
        ["2", "Aprobar la política de seguridad", "Despacho del Alcalde", "01/05/2025", "15/06/2025"],
    ]
    reading = plan(grid(rows, kind="table"))
    assert [(line.activity, line.due) for line in reading.lines] == [
        ("Elaborar el diagnóstico de seguridad", date(2025, 4, 30)),
        ("Aprobar la política de seguridad", date(2025, 6, 15)),
    ]
    assert "titles_missing" in codes(reading)


def test_a_title_merged_over_two_dates_is_start_and_due() -> None:
    rows = [
        ["Nº", "ACTIVIDADES", "RESPONSABLE", "FECHA", None],
        ["1", "Elaborar el diagnóstico", TIC, "01/02/2025", "30/04/2025"],
        ["2", "Aprobar la política", TIC, "01/05/2025", "15/06/2025"],
    ]
    first, _ = plan(grid(rows, kind="table", merges=[(1, 3, 1, 4)])).lines
    assert (first.start, first.due) == (date(2025, 2, 1), date(2025, 4, 30))


def test_a_word_plan_goes_on_in_the_next_table_and_its_letterhead_is_its_head() -> None:
    head = grid([["CONCEJO DE EJEMPLO", "CÓDIGO: PL-01"], ["PLAN DE MEJORAMIENTO MIPG", "VERSIÓN: 2"]], kind="table")
    titles = ["Dimensión", "Acción", "Responsable", "Plazo"]
    first = grid([titles, ["Talento", "Actualizar manual", TIC, "Segundo trimestre de 2025"]], kind="table", name="T2")
    second = grid([["Control", "Seguir riesgos", "Control Interno", "31/12/2025"]], kind="table", name="T3")
    reading = plan(head, first, second)
    assert (reading.title, reading.code, reading.version) == ("PLAN DE MEJORAMIENTO MIPG", "PL-01", "2")
    assert [(line.sheet, line.due) for line in reading.lines] == [("T2", date(2025, 6, 30)), ("T3", date(2025, 12, 31))]


def test_a_row_that_goes_on_in_small_letters_is_joined() -> None:
    rows = [
        ["ITEM", "ACTIVIDAD", "RESPONSABLE", "FECHA FIN"],
        ["1", "Elaborar el plan de acción de la", TIC, "30/06/2024"],
        [None, "vigencia y publicarlo", None, None],
        ["2", "Otra cosa", TIC, "30/07/2024"],
    ]
    reading = plan(grid(rows))
    assert reading.lines[0].activity == "Elaborar el plan de acción de la vigencia y publicarlo"
    assert [issue.row for issue in reading.issues if issue.code == "split_cell_joined"] == [3]


def test_several_products_of_one_merged_line_are_one_line() -> None:
    rows = [
        ["Objetivo", "Actividad", "Producto", "Responsable", "Inicio", "Fin"],
        ["O1", "Hacer algo", "Producto uno", TIC, date(2024, 1, 1), date(2024, 6, 1)],
        [None, None, "Producto dos", None, None, None],
    ]
    merges = [(2, column, 3, column) for column in (0, 1, 3, 4, 5)]
    assert only(plan(grid(rows, merges=merges))).deliverable == "Producto uno\nProducto dos"


def test_totals_sources_notes_and_signatures_are_no_lines() -> None:
    rows = [
        ["Componente", "Actividad", "Responsable", "Fecha fin", "Peso", "Avance"],
        ["C1", "A", TIC, date(2024, 6, 1), "30%", "50%"],
        ["TOTAL COMPONENTE 1", None, None, None, "100%", "22%"],
        ["C2", "Totalizar el inventario", "Almacén", date(2024, 6, 1), "100%", "0%"],
        ["Promedio general de avance", None, None, None, None, "11%"],
        ["Fuente: Oficina de Planeación"],
        ["Nota: los avances son acumulados"],
        ["Elaboró:", "Nombre", "Revisó:", "Nombre"],
        ["Firma"],
    ]
    assert [line.activity for line in plan(grid(rows)).lines] == ["A", "Totalizar el inventario"]


def test_a_template_row_with_only_its_number_is_no_line() -> None:
    rows = [["No.", "Actividad", "Responsable", "Fecha"], [1, "A", TIC, date(2024, 6, 1)], [2], [3]]
    assert len(plan(grid(rows)).lines) == 1
