"""How entities spread a plan over columns and rows: one small plan for each way."""

from datetime import date
from decimal import Decimal

from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import Accumulation, PdcaStage, PlanKind, TargetUnit
from tests.collect.plan_reader.grids import codes, grid, numbers, only, percent, plan, plans

TIC = "Oficina TIC"
HEADS = ["Actividad", "Responsable", "Fecha fin", "Meta"]


def test_programmed_and_executed_stand_side_by_side() -> None:
    rows = [
        ["PLAN DE ACCIÓN 2024"],
        [*HEADS, "Trimestre 1", None, "Trimestre 2", None],
        [None, None, None, None, "Programado", "Ejecutado", "Programado", "Ejecutado"],
        ["Elaborar el plan", TIC, date(2024, 6, 30), 4, 1, 1, 3, 2],
        ["TOTAL", None, None, 4, 1, 1, 3, 2],
    ]
    line = only(plan(grid(rows, merges=[(2, 4, 2, 5), (2, 6, 2, 7)])))
    assert numbers(line.programmed) == {"2024-Q1": "1", "2024-Q2": "3"}
    assert numbers(line.results) == {"2024-Q1": "1", "2024-Q2": "2"}
    assert line.result_cells == {"2024-Q1": "F4", "2024-Q2": "H4"}


def test_programmed_and_executed_stand_in_blocks() -> None:
    rows = [
        [*HEADS, "PROGRAMACIÓN 2025", None, "EJECUCIÓN 2025", None, "% CUMPLIMIENTO"],
        [None, None, None, None, "T1", "T2", "T1", "T2", None],
        ["Capacitar", TIC, date(2025, 6, 30), "4 talleres", 2, 2, 1, None, percent("0.25")],
    ]
    line = only(plan(grid(rows, merges=[(1, 4, 1, 5), (1, 6, 1, 7)])))
    assert numbers(line.programmed) == {"2025-Q1": "2", "2025-Q2": "2"}
    assert numbers(line.results) == {"2025-Q1": "1"}
    assert (line.target, line.unit, line.target_text) == (Decimal(4), "talleres", "4 talleres")


def test_a_line_over_two_rows_marked_p_and_e_is_one_line() -> None:
    rows = [
        [*HEADS, "P/E", "Enero", "Febrero", "Marzo"],
        ["Hacer visitas", TIC, date(2024, 12, 20), 24, "P", 2, 2, 2],
        [None, None, None, None, "E", 2, 1, None],
        ["Hacer jornadas", TIC, date(2024, 11, 30), 6, "P", 0, 1, 0],
        [None, None, None, None, "E", 0, 1, None],
    ]
    reading = plan(grid(rows))
    assert [line.row for line in reading.lines] == [2, 4]
    first = reading.lines[0]
    assert numbers(first.programmed) == {"2024-M01": "2", "2024-M02": "2", "2024-M03": "2"}
    assert numbers(first.results) == {"2024-M01": "2", "2024-M02": "1"}
    assert first.result_cells["2024-M03"] == "H3"


def test_a_third_row_with_the_percentage_is_only_the_printed_result() -> None:
    rows = [
        ["Actividad", "Responsable", "Fecha final", "Meta", None, "I TRIM", "II TRIM", "TOTAL"],
        ["Auditar", TIC, date(2024, 12, 1), 4, "Programado", 1, 1, 4],
        [None, None, None, None, "Ejecutado", 1, 0, 1],
        [None, None, None, None, "% cumplimiento", percent("1"), percent("0"), percent("0.25")],
    ]
    reading = plan(grid(rows), as_of=date(2024, 7, 5))
    line = only(reading)
    assert numbers(line.results) == {"2024-Q1": "1", "2024-Q2": "0"}
    assert line.printed_result == "25.00%"
    assert codes(reading) == []


def test_the_cut_offs_of_an_anticorruption_plan_are_its_four_month_periods() -> None:
    rows = [
        ["PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO 2023"],
        ["Componente 1: Gestión del Riesgo"],
        [
            "Subcomponente",
            "Actividades",
            None,
            "Meta o producto",
            "Responsable",
            "Fecha programada",
            "Seguimiento 1 (30 abril)",
            None,
            "Seguimiento 2 (31 agosto)",
            None,
        ],
        [None] * 6 + ["Actividades cumplidas", "% de avance"] * 2,
        ["Política", "1.1", "Socializar", "1 socialización", TIC, date(2023, 6, 30), "Se hizo", "100%", "", ""],
        [None, "1.2", "Actualizar", "1 mapa", TIC, date(2023, 4, 30), "Va bien", "50%", "", ""],
        ["Componente 2: Trámites"],
        ["Trámites", "2.1", "Inscribir", "10 trámites", TIC, date(2023, 12, 15), "", "0%", "", ""],
    ]
    merges = [(2, 0, 2, 9), (3, 1, 4, 2), (3, 6, 3, 7), (3, 8, 3, 9), (5, 0, 6, 0), (7, 0, 7, 9)]
    reading = plan(grid(rows, merges=merges))
    assert (reading.kind, reading.period_kind) == (PlanKind.TRANSPARENCY, PeriodKind.FOUR_MONTH)
    assert [line.number for line in reading.lines] == ["1.1", "1.2", "2.1"]
    assert [numbers(line.results) for line in reading.lines] == [{"2023-C1": "1"}, {"2023-C1": "0.5"}, {"2023-C1": "0"}]
    assert reading.lines[1].path == ("Componente 1: Gestión del Riesgo", "Política")
    assert reading.lines[2].path == ("Componente 2: Trámites", "Trámites")
    assert reading.lines[0].notes == {"2023-C1": "Se hizo"}


def test_a_contraloria_plan_gives_one_figure_at_its_cut_off() -> None:
    wide = ["UNIDAD DE MEDIDA", "CANTIDAD", "FECHA DE INICIO", "FECHA DE TERMINACIÓN", "PLAZO EN SEMANAS"]
    rows = [
        ["FORMULARIO No. 14.1 PLANES DE MEJORAMIENTO"],
        ["CÓDIGO HALLAZGO", "DESCRIPCIÓN DEL HALLAZGO", "CAUSA DEL HALLAZGO", "ACCIÓN DE MEJORA"]
        + [f"ACTIVIDADES / {title}" for title in ["DESCRIPCIÓN", *wide, "AVANCE FÍSICO DE EJECUCIÓN"]],
        [4, 8, 12, 16, 20, 24, 28, 31, 32, 36, 40],
        [
            "1903004",
            "Mala supervisión",
            "Falta de control",
            "Fortalecer",
            "Elaborar guía",
            "Guía",
            2,
            "2023/07/01",
            "2023/12/31",
            26,
            1,
        ],
    ]
    line = only(plan(grid(rows)))
    assert (line.item, line.path, line.activity) == ("1903004", ("Mala supervisión", "Fortalecer"), "Elaborar guía")
    assert (line.start, line.due) == (date(2023, 7, 1), date(2023, 12, 31))
    assert (line.target, line.unit, numbers(line.results)) == (Decimal(2), "Guía", {"cut": "1"})


def test_a_physical_progress_in_percent_is_its_fraction() -> None:
    titles = ["No.", "Hallazgo", "Acción de mejora", "Cantidad", "Fecha terminación", "Avance físico %", "Responsable"]
    rows = [titles, ["1", "Inventario viejo", "Actualizarlo", "1", "31/07/2024", "50", "Almacén"]]
    rows += [["2", "Pagos lentos", "Automatizar", "100%", "30/06/2024", "100", TIC]]
    reading = plan(grid(rows))
    assert reading.kind is PlanKind.IMPROVEMENT
    assert [numbers(line.results) for line in reading.lines] == [{"cut": "0.5"}, {"cut": "1"}]


def test_an_indicator_sheet_has_numerator_denominator_weight_and_baseline() -> None:
    months = ["Enero", None, None, "Febrero", None, None]
    rows = [
        ["TABLERO DE INDICADORES DE GESTIÓN 2024"],
        [
            "Proceso",
            "Nombre del indicador",
            "Línea base",
            "Meta",
            "Peso (%)",
            "Tipo de acumulación",
            "Responsable",
            *months,
        ],
        [None] * 7 + ["Numerador", "Denominador", "Resultado"] * 2,
        ["Atención", "Oportunidad", percent("0.8"), percent("0.95"), 60, "Promedio", TIC, 90, 100, percent("0.9")],
        ["Atención", "Satisfacción", "70%", "90%", 40, "Último valor", TIC, 45, 50, percent("0.9")],
    ]
    reading = plan(grid(rows, merges=[(2, 7, 2, 9), (2, 10, 2, 12)]))
    first, second = reading.lines
    assert reading.kind is PlanKind.INDICATOR_SHEET
    assert (first.indicator, first.baseline, first.target_unit) == ("Oportunidad", Decimal("0.8"), TargetUnit.PERCENT)
    assert (first.weight, second.weight) == (Decimal("0.6"), Decimal("0.4"))
    assert (first.accumulation, second.accumulation) == (Accumulation.AVERAGE, Accumulation.LATEST)
    assert (numbers(first.numerator), numbers(first.denominator)) == ({"2024-M01": "90"}, {"2024-M01": "100"})
    assert numbers(second.results) == {"2024-M01": "0.9"}


def test_an_indicative_plan_has_a_period_for_each_of_its_years() -> None:
    rows = [
        ["PLAN INDICATIVO 2024-2027"],
        ["Sector", "Producto", "Indicador de producto", "Meta cuatrienio", "2024", None, "2025", None, "Responsable"],
        [None, None, None, None, "P", "E", "P", "E", None],
        ["Educación", "Docentes formados", "Número de docentes", "400", "100", "90", "100", "", TIC],
    ]
    reading = plan(grid(rows, merges=[(2, 4, 2, 5), (2, 6, 2, 7)]))
    line = only(reading)
    assert (reading.kind, reading.period_kind) == (PlanKind.INDICATIVE, PeriodKind.YEAR)
    assert (line.target, numbers(line.results)) == (Decimal(400), {"2024-Y": "90"})
    assert numbers(line.programmed) == {"2024-Y": "100", "2025-Y": "100"}


def test_quarters_of_several_years_keep_their_year() -> None:
    rows = [
        [*HEADS, "2024", None, None, None, "2025", None, None, None],
        [None, None, None, None, "I", "II", "III", "IV", "I", "II", "III", "IV"],
        ["Informar", TIC, date(2025, 12, 31), "8 informes", 1, 1, 1, 1, 1, None, None, None],
    ]
    line = only(plan(grid(rows, merges=[(1, 4, 1, 7), (1, 8, 1, 11)])))
    assert list(line.results) == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]


def test_two_month_and_half_year_columns_are_known() -> None:
    two_months = grid([[*HEADS, "Bimestre 1", "Bimestre 2"], ["A", TIC, date(2024, 12, 1), 6, 1, 1]], name="Avance")
    halves = grid([[*HEADS, "1er semestre", "2do semestre"], ["A", TIC, date(2024, 12, 1), 2, 1, 1]], name="Avance")
    assert plan(two_months).period_kind is PeriodKind.TWO_MONTH
    assert list(only(plan(halves)).results) == ["2024-S1", "2024-S2"]


def test_a_row_for_each_month_is_one_line() -> None:
    titles = ["Indicador", "Meta", "Responsable", "Periodo", "Numerador", "Denominador", "Resultado"]
    rows = [
        titles,
        ["Oportunidad", percent("0.9"), TIC, "Enero", 9, 10, percent("0.9")],
        [None, None, None, "Febrero", 8, 10, percent("0.8")],
    ]
    reading = plan(grid(rows, name="Indicadores 2024"))
    line = only(reading)
    assert numbers(line.results) == {"2024-M01": "0.9", "2024-M02": "0.8"}
    assert line.result_cells == {"2024-M01": "G2", "2024-M02": "G3"}
    assert reading.period_kind is PeriodKind.MONTH


def test_crosses_in_a_schedule_give_the_window() -> None:
    rows = [
        ["PLAN DE CAPACITACIÓN 2024"],
        ["Tema / Actividad", "Responsable", "CRONOGRAMA", *[None] * 11],
        [None, None, *"EFMAMJJASOND"],
        ["Inducción", "Talento Humano", "X", "X"],
        ["Reinducción", "Talento Humano", None, None, None, None, None, "X", None, None, None, None, None, "X"],
    ]
    reading = plan(grid(rows, merges=[(2, 2, 2, 13)]))
    assert [(line.start, line.due) for line in reading.lines] == [
        (date(2024, 1, 1), date(2024, 2, 29)),
        (date(2024, 6, 1), date(2024, 12, 31)),
    ]


def test_bare_quarters_that_add_up_to_every_target_are_programmed() -> None:
    rows = [
        ["PLAN DE ACCIÓN 2024"],
        [*HEADS, "T1", "T2", "T3", "T4"],
        ["A", TIC, date(2024, 12, 1), 4, 1, 1, 1, 1],
        ["B", TIC, date(2024, 12, 1), 6, 0, 3, 3, 0],
    ]
    first, _ = plan(grid(rows)).lines
    assert (dict(first.results), numbers(first.programmed)["2024-Q4"]) == ({}, "1")


def test_phva_columns_marked_with_a_cross_give_the_stage() -> None:
    rows = [
        ["No", "Actividad", "Ciclo PHVA", None, None, None, "Responsable", "Fecha"],
        [None, None, "P", "H", "V", "A", None, None],
        [1, "Política SST", "X", None, None, None, TIC, "30/04/2024"],
        [2, "Auditoría", None, None, "x", None, TIC, "30/11/2024"],
    ]
    reading = plan(grid(rows, merges=[(1, 2, 1, 5)]))
    assert [line.stage for line in reading.lines] == [PdcaStage.PLAN, PdcaStage.CHECK]


def test_columns_may_stand_in_any_order_under_other_words() -> None:
    titles = ["Observaciones", "Avance %", "Hasta", "Desde", "Encargado", "Entregable", "Tarea", "#"]
    row = ["ok", percent("0.4"), date(2024, 6, 30), date(2024, 1, 1), "Grupo de Sistemas", "Informe", "Informar", 1]
    line = only(plan(grid([titles, row])))
    assert (line.activity, line.deliverable, line.number) == ("Informar", "Informe", "1")
    assert (line.start, line.due, line.teams) == (date(2024, 1, 1), date(2024, 6, 30), ("Grupo de Sistemas",))
    assert numbers(line.results) == {"cut": "0.4"}


def test_titles_nobody_listed_are_told_by_what_stands_below() -> None:
    rows = [
        ["Lo que haremos", "De quién es", "Arranca", "Acaba"],
        ["Sembrar árboles en el parque", "Secretaría de Ambiente", date(2024, 2, 1), date(2024, 6, 30)],
        ["Limpiar la quebrada", "Secretaría de Ambiente", date(2024, 3, 1), date(2024, 9, 30)],
    ]
    first, _ = plan(grid(rows)).lines
    assert (first.activity, first.teams) == ("Sembrar árboles en el parque", ("Secretaría de Ambiente",))
    assert (first.start, first.due) == (date(2024, 2, 1), date(2024, 6, 30))


def test_several_plans_of_a_workbook_are_read_and_the_other_sheets_are_told() -> None:
    titles = ["No.", "Actividad", "Fecha final", "Dependencia"]
    health = grid([["PLAN DE ACCIÓN SALUD 2025"], titles, [1, "Vacunar", "30/11/2025", "Salud"]], name="Salud")
    money = grid([["PLAN DE ACCIÓN HACIENDA 2025"], titles, [1, "Recaudar", "15/12/2025", "Hacienda"]], name="Hacienda")
    guide = grid([["Instrucciones"], ["1. Escriba la actividad"]], name="Instrucciones")
    sheet = grid([["Nombre del indicador", "Vacunas"], ["Meta", "100%"]], name="Hoja de vida")
    book = grid(
        [["Dependencia", "Correo"], ["Salud", "salud@entidad.example; otra@entidad.example"]], name="Directorio"
    )
    first, second = plans(guide, health, money, book, sheet)
    assert [(first.sheet, len(first.lines)), (second.sheet, len(second.lines))] == [("Salud", 1), ("Hacienda", 1)]
    assert first.teams[0].emails == ("salud@entidad.example", "otra@entidad.example")
    assert [issue.sheet for issue in first.issues if issue.code == "sheet_ignored"] == ["Instrucciones", "Hoja de vida"]


def test_two_tables_of_a_sheet_with_their_own_titles_are_two_plans() -> None:
    rows = [
        ["PLAN DE ACCIÓN 2024"],
        ["Actividad", "Responsable", "Fecha fin"],
        ["Migrar servidores", TIC, date(2024, 5, 30)],
        [],
        ["PLAN DE MEJORAMIENTO 2024"],
        ["Hallazgo", "Acción correctiva", "Responsable", "Fecha de terminación"],
        ["Sin respaldo", "Implementar respaldos", TIC, date(2024, 8, 30)],
    ]
    first, second = plans(grid(rows))
    assert (only(first).row, only(second).row) == (3, 7)
    assert second.kind is PlanKind.IMPROVEMENT
    assert only(second).path == ("Sin respaldo",)


def test_components_with_their_own_titles_are_one_plan_with_headings() -> None:
    titles = ["N°", "Acción", "Responsable", "Fecha límite"]
    rows = [
        ["PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA 2025"],
        ["COMPONENTE 1. RIESGOS"],
        titles,
        ["1.1", "Actualizar riesgos", "Planeación", date(2025, 3, 31)],
        ["COMPONENTE 2. TRÁMITES"],
        titles,
        ["2.1", "Racionalizar", TIC, date(2025, 9, 30)],
    ]
    reading = plan(grid(rows, merges=[(2, 0, 2, 3), (5, 0, 5, 3)]))
    assert [line.path for line in reading.lines] == [("COMPONENTE 1. RIESGOS",), ("COMPONENTE 2. TRÁMITES",)]


def test_numbered_headings_in_the_activity_column_are_the_path_of_what_is_numbered_below() -> None:
    rows = [
        ["Actividad", "Responsable", "Fecha de entrega"],
        ["1. Gobierno de TI", None, None],
        ["1.1 Elaborar PETI", TIC, date(2024, 5, 1)],
        ["1.2 Aprobar PETI", TIC, date(2024, 6, 1)],
    ]
    reading = plan(grid(rows))
    assert [(line.number, line.path) for line in reading.lines] == [
        ("1.1", ("1. Gobierno de TI",)),
        ("1.2", ("1. Gobierno de TI",)),
    ]
    assert codes(reading) == []


def test_short_words_under_a_quarter_are_programmed_executed_and_told() -> None:
    rows = [
        ["N°", "Actividad", "Cargo responsable", "Fecha fin", "Meta", "I TRIMESTRE 2024", None, None, None],
        [None, None, None, None, None, "Prog.", "Ejec.", "%", "Observaciones"],
        [1, "Informar", "Profesional TIC", date(2024, 6, 30), "4 informes", 2, 1, percent("0.5"), "Falta uno"],
    ]
    line = only(plan(grid(rows, merges=[(1, 5, 1, 8)])))
    assert (numbers(line.programmed), numbers(line.results)) == ({"2024-Q1": "2"}, {"2024-Q1": "1"})
    assert line.notes == {"2024-Q1": "Falta uno"}


def test_the_day_of_a_follow_up_is_not_the_lines_deadline() -> None:
    rows = [
        ["No", "No conformidad", "Análisis de causas", "Acción correctiva", "Fecha de finalización", "SEGUIMIENTO"],
        [None, None, None, None, None, "FECHA", "% DE AVANCE", "OBSERVACIÓN"],
        [1, "No hay copias", "Recursos", "Comprar discos", date(2024, 5, 30), date(2024, 4, 30), percent("0.5"), "Ok"],
    ]
    line = only(plan(grid(rows, merges=[(1, 5, 1, 7)])))
    assert (line.due, numbers(line.results), line.path) == (date(2024, 5, 30), {"cut": "0.5"}, ("No hay copias",))


def test_parts_of_the_year_in_a_date_column_are_dates() -> None:
    texts = ["Enero - Diciembre 2023", "Segundo trimestre", "Diciembre", "30 de abril y 31 de agosto de 2023"]
    rows = [["PLAN DE ACCIÓN 2023"], ["Actividad", "Producto", "Responsable", "Fecha programada"]]
    rows += [["Una", "Otro", TIC, text] for text in texts]
    assert [line.due for line in plan(grid(rows)).lines] == [
        date(2023, 12, 31),
        date(2023, 6, 30),
        date(2023, 12, 31),
        date(2023, 8, 31),
    ]


def test_an_address_beside_the_responsible_makes_a_directory() -> None:
    rows = [["Actividad", "Responsable", "Correo", "Fecha"], ["A", TIC, "tic@entidad.example", date(2024, 6, 1)]]
    (team,) = plan(grid(rows)).teams
    assert (team.name, team.emails) == (TIC, ("tic@entidad.example",))
