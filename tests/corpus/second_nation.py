"""Plans of ministries and public utilities: many sheets, many columns."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, Uncalculated, case, issue, line, plan, truth

MONTHS = ["ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE"]
MONTHS += ["NOVIEMBRE", "DICIEMBRE"]


@case
def ministry_workbook(folder: Path) -> Truth:
    """Cover, instructions, two plans of different shapes, a risk matrix, a budget, a directory and a pivot table."""
    with Book(folder / "ministry_workbook.xlsx") as book:
        cover = book.page("Portada")
        cover.rows(3, [["MINISTERIO DE CULTURA"], ["PLAN DE ACCIÓN 2025"], ["Versión 2"]], "D")
        help_page = book.page("Instructivo")
        help_page.rows(1, [["Campo", "Descripción"], ["Actividad", "Escriba la actividad con verbo en infinitivo"]])
        help_page.row(3, ["Responsable", "Escriba la dependencia que responde"])
        help_page.row(4, ["Fecha final", "Escriba la fecha en que termina la actividad"])
        one = book.page("PAI")
        one.head(
            2,
            [
                "Iniciativa estratégica",
                "Actividad",
                "Entregable",
                "Inicio",
                "Fin",
                "Peso",
                "Grupo",
                "1T",
                "2T",
                "3T",
                "4T",
            ],
        )
        one.row(3, ["Museos", "Renovar guiones museográficos", "Guion", date(2025, 2, 1), date(2025, 11, 30), Pct(0.6)])
        one.row(3, ["Programa de Museos", Pct(0.1), Pct(0.4)], "G")
        one.row(4, ["Museos", "Formar vigías del patrimonio", "Listas", date(2025, 3, 1), date(2025, 6, 30), Pct(0.4)])
        one.row(4, ["Dirección de Patrimonio", Pct(0), Pct(1)], "G")
        two = book.page("PTEP")
        two.head(
            1, ["Componente", "Acción", "Producto", "Responsable", "Fecha de cumplimiento", "Seguimiento a 30 de abril"]
        )
        two.head(1, ["Seguimiento a 31 de agosto", "Seguimiento a 31 de diciembre"], "G")
        two.row(2, ["Rendición de cuentas", "Publicar el informe", "Informe", "Planeación", date(2025, 4, 30), Pct(1)])
        two.row(
            3,
            [
                "Integridad",
                "Declarar conflictos de interés",
                "Declaraciones",
                "Talento Humano",
                date(2025, 8, 29),
                Pct(0.5),
            ],
        )
        risks = book.page("Mapa de riesgos")
        risks.head(
            1, ["Riesgo", "Causa", "Probabilidad", "Impacto", "Zona de riesgo", "Control", "Responsable del control"]
        )
        risks.row(
            2, ["Pérdida de información", "Falta de copias", "Probable", "Mayor", "Extrema", "Copias", "Grupo de TIC"]
        )
        risks.row(3, ["Cohecho", "Presiones", "Rara vez", "Catastrófico", "Alta", "Comité", "Secretaría General"])
        money = book.page("Presupuesto")
        money.head(1, ["Rubro", "Apropiación inicial", "Compromisos", "Obligaciones", "Pagos"])
        money.row(2, ["C-3301-1603-12", 1500000000, 900000000, 700000000, 650000000])
        people = book.page("Directorio")
        people.head(1, ["Dependencia", "Correo electrónico", "Nombre del enlace"])
        people.row(2, ["Programa de Museos", "museos@mincultura.example", "Enlace"])
        people.row(3, ["Dirección de Patrimonio", "patrimonio@mincultura.example", "Enlace"])
        pivot = book.page("Resumen")
        pivot.head(3, ["Etiquetas de fila", "Cuenta de Actividad", "Promedio de avance"])
        pivot.rows(
            4,
            [
                ["Programa de Museos", 1, Pct(0.4)],
                ["Dirección de Patrimonio", 1, Pct(1)],
                ["Total general", 2, Pct(0.7)],
            ],
        )
    first = [
        line(
            3, activity="Renovar guiones museográficos", results={"2025-Q1": "0.1", "2025-Q2": "0.4"}, due="2025-11-30"
        ),
        line(4, results={"2025-Q1": "0", "2025-Q2": "1"}, extra={"weight": "0.4"}, teams=["Dirección de Patrimonio"]),
    ]
    second = [
        line(2, due="2025-04-30", results={"2025-C1": "1"}, teams=["Planeación"]),
        line(3, due="2025-08-29", results={"2025-C1": "0.5"}, extra={"path_has": ["Integridad"]}),
    ]
    plans = [plan(first, "PAI", period_kind="quarter"), plan(second, "PTEP", period_kind="four_month")]
    return truth("ministry_workbook.xlsx", "2025-07-15", plans)


@case
def utility_months_with_subtotals(folder: Path) -> Truth:
    """Twelve months side by side with a subtotal after each half-year, thousands and decimals shown by format."""
    titles = [*MONTHS[:6], "SUBTOTAL SEM I", *MONTHS[6:], "SUBTOTAL SEM II", "TOTAL AÑO"]
    planned = [1000, 1000, 1200, 1200, 1500, 1500]
    done = [980.5, 1010, 1150, 1201, 1499, 1600]
    with Book(folder / "utility_months_with_subtotals.xlsx") as book:
        page = book.page("ACUEDUCTO 2024")
        page.merge("A1:X1", "EMPRESA DE SERVICIOS PÚBLICOS S.A. E.S.P. - PLAN OPERATIVO 2024", "title")
        page.head(3, ["PROCESO", "ACTIVIDAD", "META AÑO", "RESPONSABLE", "CONCEPTO", *titles])
        for letter, value in zip(
            "ABCD", ("Acueducto", "Reposición de redes (m)", 15000, "Gerencia Técnica"), strict=True
        ):
            page.merge(f"{letter}4:{letter}5", value, "cell")
        page.row(4, ["Prog", *planned, 7400, *[1266] * 6, 7596, 14996], "E")
        page.row(5, ["Ejec", *done, sum(done), *[None] * 6, None, sum(done)], "E")
        for letter, value in zip(
            "ABCD", ("Alcantarillado", "Limpieza de sumideros", 600, "Jefatura de Redes"), strict=True
        ):
            page.merge(f"{letter}6:{letter}7", value, "cell")
        page.row(6, ["Prog", *[50] * 6, 300, *[50] * 6, 300, 600], "E")
        page.row(7, ["Ejec", 50, 48, 0, 61, 50, 52, 261], "E")
    months = [f"2024-M{month:02}" for month in range(1, 13)]
    lines = [
        line(
            4,
            target="15000",
            programmed=dict(zip(months, [*map(str, planned), *["1266"] * 6], strict=True)),
            results=dict(zip(months[:6], map(str, done), strict=True)),
        ),
        line(6, target="600", results=dict(zip(months[:6], ("50", "48", "0", "61", "50", "52"), strict=True))),
    ]
    return truth("utility_months_with_subtotals.xlsx", "2024-07-05", [plan(lines, period_kind="month")])


@case
def utility_broken_cells(folder: Path) -> Truth:
    """Errors, formulas that nobody calculated, dashes, spaces and notes in the figures."""
    with Book(folder / "utility_broken_cells.xlsx") as book:
        page = book.page("Aseo")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 - SERVICIO DE ASEO", "title")
        page.head(2, ["ID", "TAREA", "META", "LÍDER", "FECHA FINAL", "TRIM. 1", "TRIM. 2", "TRIM. 3", "TRIM. 4"])
        page.row(3, [1, "Barrido de vías", 400, "Aseo", date(2024, 12, 31), 100, Formula("=F3/0", "#DIV/0!")])
        page.row(4, [2, "Poda de árboles", 80, "Aseo", date(2024, 12, 31), Uncalculated("=SUM(Z1:Z9)"), 20])
        page.row(5, [3, "Recolección", Formula("=100+20", 120), "Aseo", date(2024, 12, 31), Formula("=10*3", 30), "-"])
        page.row(6, [4, "Aprovechamiento", "1.500,5 ton", "Aseo", date(2024, 12, 31), "300,25", " 410 "])
        page.row(7, [5, "Cultura ciudadana", 12, "Comunicaciones", date(2024, 10, 31), "3 talleres", "pendiente"])
        page.row(8, [6, "Medición de puntos críticos", Formula("=#REF!", "#REF!"), "Aseo", "#N/A", 5, 5])
        page.row(
            9,
            [7, "Atención de PQR", Pct(0.95), "Servicio al Cliente", date(2024, 12, 31), Pct(0.9), Pct(0.965, "0.0%")],
        )
    lines = [
        line(3, results={"2024-Q1": "100"}),
        line(4, results={"2024-Q2": "20"}),
        line(5, target="120", results={"2024-Q1": "30"}),
        line(6, target="1500.5", results={"2024-Q1": "300.25", "2024-Q2": "410"}),
        line(7, results={"2024-Q1": "3"}),
        line(8, target=None, due=None),
        line(9, target="0.95", results={"2024-Q1": "0.9", "2024-Q2": "0.965"}),
    ]
    wanted = [issue("error_value", 3, cell="G3"), issue("formula_without_value", 4, cell="F4")]
    wanted += [issue("error_value", 8, cell="C8"), issue("missing_deadline", 8)]
    return truth("utility_broken_cells.xlsx", "2024-07-15", [plan(lines)], wanted, ["shifted_row"])


@case
def ministry_percent_and_count(folder: Path) -> Truth:
    """Percentages written as 25, 0,25, 25 % and "25%" beside counts that must stay counts."""
    with Book(folder / "ministry_percent_and_count.xlsx") as book:
        page = book.page("Metas")
        page.put(1, "A", "SEGUIMIENTO PLAN DE ACCIÓN 2024", "title")
        page.head(
            2, ["Meta", "Unidad de medida", "Cantidad programada", "Oficina", "Plazo", "Ejecutado T1", "Ejecutado T2"]
        )
        page.row(3, ["Sistema implementado", "Porcentaje", "100%", "TIC", "2024-12-31", "25%", "50 %"])
        page.row(
            4, ["Solicitudes atendidas", "Porcentaje", Pct(1), "Atención", "2024-12-31", Pct(0.985, "0.0%"), Pct(1)]
        )
        page.row(5, ["Boletines", "Número", 100, "Prensa", "2024-12-31", 25, 30])
        page.row(6, ["Documentos", "Número", 1, "Planeación", "2024-06-28", 0.25, 0.75])
        page.row(7, ["Proyectos viabilizados", "Unidad", "1.200", "Inversiones", "2024-12-31", "0", "1.105"])
    lines = [
        line(3, target="1", target_unit="percent", results={"2024-Q1": "0.25", "2024-Q2": "0.5"}),
        line(4, target="1", target_unit="percent", results={"2024-Q1": "0.985", "2024-Q2": "1"}),
        line(5, target="100", target_unit="count", results={"2024-Q1": "25", "2024-Q2": "30"}),
        line(6, target="1", target_unit="count", results={"2024-Q1": "0.25", "2024-Q2": "0.75"}, due="2024-06-28"),
        line(7, target="1200", results={"2024-Q1": "0", "2024-Q2": "1105"}),
    ]
    return truth("ministry_percent_and_count.xlsx", "2024-07-12", [plan(lines, period_kind="quarter")])


@case
def ministry_zero_placeholders(folder: Path) -> Truth:
    """The form prints 0 in each quarter: those that had not ended at the cut are blanks, the earlier one is a zero."""
    with Book(folder / "ministry_zero_placeholders.xlsx") as book:
        page = book.page("Seguimiento")
        page.put(1, "A", "PLAN DE ACCIÓN INSTITUCIONAL - VIGENCIA 2025 - CORTE A 30 DE JUNIO", "title")
        page.head(
            3,
            ["Actividad", "Responsable", "Inicio", "Terminación", "Meta", "Avance I Trimestre", "Avance II Trimestre"],
        )
        page.head(3, ["Avance III Trimestre", "Avance IV Trimestre", "Acumulado"], "H")
        page.row(4, ["Expedir resoluciones", "Jurídica", date(2025, 1, 2), date(2025, 12, 31), 10, 0, 4, 0, 0, 4])
        page.row(5, ["Realizar comités", "Secretaría General", date(2025, 1, 2), date(2025, 12, 31), 12, 3, 3, 0, 0, 6])
    lines = [
        line(4, results={"2025-Q1": "0", "2025-Q2": "4"}, target="10"),
        line(5, results={"2025-Q1": "3", "2025-Q2": "3"}, target="12"),
    ]
    return truth("ministry_zero_placeholders.xlsx", "2025-07-10", [plan(lines)])
