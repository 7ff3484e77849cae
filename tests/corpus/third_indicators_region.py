"""Plans of environment corporations, universities, training regions and education offices."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Shown, Truth, case, issue, line, plan, truth


@case
def corporation_physical_and_financial(folder: Path) -> Truth:
    """Physical and financial, programmed and executed, under each year: three rows of titles, a weight per project."""
    with Book(folder / "corporation_physical_and_financial.xlsx") as book:
        page = book.page("PAC 2024-2027")
        page.merge("A1:N1", "CORPORACIÓN AUTÓNOMA REGIONAL DEL ALTO MAGDALENA", "title")
        page.merge("A2:N2", "PLAN DE ACCIÓN CUATRIENAL 2024 - 2027", "title")
        titles = ["PROGRAMA", "PROYECTO", "INDICADOR", "UNIDAD", "PONDERACIÓN", "META CUATRIENIO"]
        for index, title in enumerate(titles):
            page.merge(f"{'ABCDEF'[index]}4:{'ABCDEF'[index]}6", title)
        page.merge("G4:J4", "2024")
        page.merge("K4:N4", "2025")
        for area, title in zip(
            ("G5:H5", "I5:J5", "K5:L5", "M5:N5"), ("META FÍSICA", "META FINANCIERA") * 2, strict=True
        ):
            page.merge(area, title)
        page.head(6, ["PROG", "EJEC"] * 4, "G")
        page.merge("O4:O6", "DEPENDENCIA")
        page.merge("A7:A8", "1. Gestión integral del recurso hídrico", "cell")
        page.row(7, ["1.1 Ordenamiento de cuencas", "Cuencas con POMCA en ejecución", "Cuenca", Pct(0.15), 4], "B")
        page.row(7, [1, 1, 850000000, 812345678, 2, 1, 920000000, 300000000, "Subdirección de Regulación"], "G")
        page.row(8, ["1.2 Saneamiento", "Plantas cofinanciadas", "Und", Pct(0.1), 6, 0, 0, 0, 0, 2, None], "B")
        page.row(8, [1500000000, None, "Subdirección de Gestión"], "M")
        page.row(9, ["2. Bosques", "2.1 Restauración", "Áreas en proceso de restauración", "Ha", Pct(0.75), "1.250,5"])
        page.row(9, [200.5, 210.25, 600000000, 590000000, 350, 120, 700000000, 150000000], "G")
        page.put(9, "O", "Subdirección de Gestión")
    lines = [
        line(
            7,
            indicator="Cuencas con POMCA en ejecución",
            target="4",
            programmed={"2024-Y": "1", "2025-Y": "2"},
            results={"2024-Y": "1", "2025-Y": "1"},
            teams=["Subdirección de Regulación"],
            extra={"weight": "0.15", "unit": "Cuenca", "path_has": ["1. Gestión integral"]},
        ),
        line(8, target="6", programmed={"2025-Y": "2"}, results_subset={}, extra={"weight": "0.1"}),
        line(9, target="1250.5", programmed={"2024-Y": "200.5", "2025-Y": "350"}, results_subset={"2024-Y": "210.25"}),
    ]
    return truth("corporation_physical_and_financial.xlsx", "2026-01-31", [plan(lines, period_kind="year")])


@case
def corporation_two_month_rows(folder: Path) -> Truth:
    """Programmed and executed in two rows over six two-month periods, the weight and goal only in the first."""
    with Book(folder / "corporation_two_month_rows.xlsx") as book:
        page = book.page("POA")
        page.merge("A1:M1", "PLAN OPERATIVO ANUAL 2024 – SUBDIRECCIÓN DE CONTROL Y VIGILANCIA", "title")
        page.head(3, ["Cod.", "Actividad", "Peso %", "Meta física", "Und. medida", "Resp.", "Concepto"])
        page.head(3, ["BIM 1\nEne-Feb", "BIM 2\nMar-Abr", "BIM 3\nMay-Jun", "BIM 4\nJul-Ago"], "H")
        page.head(3, ["BIM 5\nSep-Oct", "BIM 6\nNov-Dic"], "L")
        page.row(
            4, ["3.1", "Visitas de seguimiento a licencias", "60%", 120, "Visita", "Grupo Licencias", "Programado"]
        )
        page.row(4, [20, 20, 20, 20, 20, 20], "H")
        page.row(5, ["Ejecutado", 18, 22, 25], "G")
        page.row(6, ["3.2", "Operativos de control forestal", "40%", 24, "Operativo", "Grupo Bosques", "Programado"])
        page.row(6, [4, 4, 4, 4, 4, 4], "H")
        page.row(7, ["Ejecutado", 4, 5, 2], "G")
    two_months = tuple(f"2024-B{place}" for place in range(1, 7))
    lines = [
        line(
            4,
            number="3.1",
            activity="Visitas de seguimiento a licencias",
            target="120",
            programmed=dict.fromkeys(two_months, "20"),
            results={"2024-B1": "18", "2024-B2": "22", "2024-B3": "25"},
            teams=["Grupo Licencias"],
            extra={"weight": "0.6", "unit": "Visita"},
        ),
        line(
            6,
            target="24",
            programmed=dict.fromkeys(two_months, "4"),
            results={"2024-B1": "4", "2024-B2": "5", "2024-B3": "2"},
            extra={"weight": "0.4"},
        ),
    ]
    return truth("corporation_two_month_rows.xlsx", "2024-07-09", [plan(lines, period_kind="two_month")])


@case
def university_faculties(folder: Path) -> Truth:
    """A sheet per faculty; progress titled by its cut, 30 June and 30 November; bands with the axis."""
    faculties: dict[str, list[tuple[str, int, Pct, float]]] = {
        "Ingeniería": [("Acreditar el programa de Civil", 1, Pct(0.6), 0.5), ("Grupos categorizados", 6, Pct(0.4), 4)],
        "Ciencias de la Salud": [("Convenios docencia servicio", 10, Pct(1), 7)],
    }
    plans = []
    with Book(folder / "university_faculties.xlsx") as book:
        cover = book.page("Portada")
        cover.put(4, "C", "UNIVERSIDAD DEL SUR", "title")
        cover.put(6, "C", "Plan de Acción 2024 por facultades", "title")
        for name, rows in faculties.items():
            page = book.page(name)
            page.merge("A1:I1", f"PLAN DE ACCIÓN 2024 - FACULTAD DE {name.upper()}", "title")
            page.head(3, ["Proyecto", "Acción", "Indicador", "Meta 2024", "Peso", "Responsable"])
            page.head(3, ["Avance a 30 de junio", "Avance a 30 de noviembre", "Soportes"], "G")
            page.merge("A4:I4", "EJE 1. DOCENCIA Y CALIDAD ACADÉMICA", "cell")
            lines = []
            for index, (action, target, weight, done) in enumerate(rows):
                row = 5 + index
                page.row(
                    row, ["Calidad", action, f"Número de {action.split()[0].lower()}", target, weight, "Decanatura"]
                )
                page.row(row, [done, None, "Carpeta compartida"], "G")
                shown = line(
                    row,
                    activity=action,
                    target=str(target),
                    results={"2024-S1": str(done)},
                    teams=["Decanatura"],
                    extra={"weight": str(weight.value), "path_has": ["EJE 1."]},
                )
                lines.append(shown)
            page.row(9, ["Decano(a)"], "B")
            plans.append(plan(lines, name, kind="action_plan"))
    return truth("university_faculties.xlsx", "2024-08-15", plans)


@case
def training_region_cumulative_cuts(folder: Path) -> Truth:
    """Goals of a training region: execution to March, to June, to September, each the sum so far, with percentages."""
    with Book(folder / "training_region_cumulative_cuts.xlsx") as book:
        page = book.page("Metas FPI")
        page.merge("A1:L1", "SERVICIO DE APRENDIZAJE - REGIONAL NARIÑO", "title")
        page.merge("A2:L2", "SEGUIMIENTO A METAS DE FORMACIÓN 2024", "title")
        page.head(
            4, ["No", "CENTRO DE FORMACIÓN", "INDICADOR", "META 2024", "EJECUCIÓN ACUMULADA A MARZO", "% EJEC. MARZO"]
        )
        page.head(4, ["EJECUCIÓN ACUMULADA A JUNIO", "% EJEC. JUNIO", "EJECUCIÓN ACUMULADA A SEPTIEMBRE"], "G")
        page.head(4, ["% EJEC. SEPTIEMBRE", "EJECUCIÓN ACUMULADA A DICIEMBRE", "% EJEC. DICIEMBRE"], "J")
        page.merge("B5:B6", "Centro Agroindustrial", "cell")
        page.row(5, [1, None, "Aprendices en formación titulada", Shown(8450, "#,##0"), 6120, Pct(0.724, "0.0%"), 7300])
        page.row(5, [Pct(0.864, "0.0%")], "H")
        page.row(6, [2, None, "Cupos en formación complementaria", 15000, 3200, Pct(0.213, "0.0%"), 7900, Pct(0.527)])
        page.row(
            7, [3, "Centro Internacional", "Certificaciones de competencias", 2300, 410, Pct(0.178), 1020, Pct(0.443)]
        )
        page.row(8, ["TOTAL REGIONAL", None, None, 25750, 9730, Pct(0.378), 16220, Pct(0.63)])
    facts = {"accumulation": ["latest", "stock"]}
    lines = [
        line(5, number="1", target="8450", results={"2024-Q1": "6120", "2024-Q2": "7300"}, extra=facts),
        line(6, number="2", target="15000", results={"2024-Q1": "3200", "2024-Q2": "7900"}, extra=facts),
        line(7, number="3", target="2300", results={"2024-Q1": "410", "2024-Q2": "1020"}, extra=facts),
    ]
    return truth("training_region_cumulative_cuts.xlsx", "2024-07-20", [plan(lines, period_kind="quarter")])


@case
def education_four_months(folder: Path) -> Truth:
    """Three four-month periods with expected and real percentages; dates with their form in the title."""
    with Book(folder / "education_four_months.xlsx") as book:
        page = book.page("PAM 2025")
        page.merge("A1:N1", "SECRETARÍA DE EDUCACIÓN DEPARTAMENTAL", "title")
        page.merge("A2:N2", "PLAN DE APOYO AL MEJORAMIENTO - VIGENCIA 2025", "title")
        titles = ["Componente", "Objetivo", "Acción", "Indicador de producto", "Meta", "Responsable de la acción"]
        titles += ["Fecha inicio (dd/mm/aaaa)", "Fecha fin (dd/mm/aaaa)"]
        for index, title in enumerate(titles):
            page.merge(f"{'ABCDEFGH'[index]}4:{'ABCDEFGH'[index]}5", title)
        for area, title in zip(
            ("I4:J4", "K4:L4", "M4:N4"),
            ("Cuatrimestre 1 (enero-abril)", "Cuatrimestre 2 (mayo-agosto)", "Cuatrimestre 3 (sept.-dic.)"),
            strict=True,
        ):
            page.merge(area, title)
        page.head(5, ["% Esperado", "% Real"] * 3, "I")
        page.merge("A6:A7", "Gestión académica", "cell")
        page.merge("B6:B7", "Mejorar los resultados de Saber 11", "cell")
        page.row(6, ["Acompañar a los EE en planes de área", "EE acompañados / EE focalizados", Pct(1), "Calidad"], "C")
        page.row(6, ["03/02/2025", "28/11/2025", Pct(0.3), Pct(0.25), Pct(0.6), None, Pct(1)], "G")
        page.row(7, ["Aplicar simulacros", "Simulacros aplicados", 3, "Evaluación Educativa"], "C")
        page.row(7, ["15/03/2025", "30/09/2025", Pct(0.33), Pct(0.33), Pct(0.67), None, Pct(1)], "G")
    lines = [
        line(
            6,
            activity="Acompañar a los EE en planes de área",
            target="1",
            target_unit="percent",
            start="2025-02-03",
            due="2025-11-28",
            programmed={"2025-C1": "0.3", "2025-C2": "0.6", "2025-C3": "1"},
            results={"2025-C1": "0.25"},
            teams=["Calidad"],
        ),
        line(7, target="3", start="2025-03-15", due="2025-09-30", teams=["Evaluación Educativa"]),
    ]
    return truth(
        "education_four_months.xlsx", "2025-05-20", [plan(lines, period_kind="four_month")], [issue("share_of_count")]
    )


@case
def university_semester_goals(folder: Path) -> Truth:
    """Half-years as Sem. A and Sem. B over goal and achievement, the unit head after them, an empty spacer column."""
    with Book(folder / "university_semester_goals.xlsx") as book:
        page = book.page("Matriz")
        page.merge("B2:L2", "Institución Universitaria - Plan de acción 2025", "title")
        titles = ["Línea estratégica", "Programa", "Indicador de gestión", "Línea base (2024)", "Meta 2025"]
        for index, title in enumerate(titles):
            page.merge(f"{'BCDEF'[index]}4:{'BCDEF'[index]}5", title)
        page.merge("H4:I4", "Semestre A")
        page.merge("J4:K4", "Semestre B")
        page.head(5, ["Meta", "Logro"] * 2, "H")
        page.merge("L4:L5", "Unidad académica responsable")
        page.merge("B6:B8", "Bienestar y permanencia", "cell")
        page.merge("C6:C7", "Permanencia estudiantil", "cell")
        page.row(6, ["Tasa de deserción intersemestral", Pct(0.112, "0.0%"), Pct(0.1)], "D")
        page.row(6, [Pct(0.105, "0.0%"), Pct(0.108, "0.0%"), Pct(0.1), None, "Vicerrectoría Académica"], "H")
        page.row(7, ["Estudiantes con apoyo socioeconómico", 850, 1000], "D")
        page.row(7, [500, 512, 500, None, "Bienestar Universitario"], "H")
        page.row(8, ["Egresados", "Encuentros de egresados", 2, 2, None, 1, 0, 1, None, "Extensión"], "C")
    lines = [
        line(
            6,
            indicator="Tasa de deserción intersemestral",
            target="0.1",
            target_unit="percent",
            programmed={"2025-S1": "0.105", "2025-S2": "0.1"},
            results={"2025-S1": "0.108"},
            extra={"baseline": "0.112"},
            teams=["Vicerrectoría Académica"],
        ),
        line(7, target="1000", results={"2025-S1": "512"}, extra={"baseline": "850"}),
        line(8, target="2", results={"2025-S1": "0"}, teams=["Extensión"], extra={"path_has": ["Egresados"]}),
    ]
    return truth("university_semester_goals.xlsx", "2025-07-31", [plan(lines, period_kind="half_year")])


@case
def corporation_delivery_quarter(folder: Path) -> Truth:
    """No dates: a column says in which month it is due, another the goal's direction; the cut is one figure."""
    with Book(folder / "corporation_delivery_quarter.xlsx") as book:
        page = book.page("PA-2025")
        page.put(1, "A", "PLAN DE ACCIÓN 2025 - SEGUIMIENTO CON CORTE A 30 DE JUNIO DE 2025", "title")
        page.head(3, ["ID", "COMPROMISO", "UNIDAD RESPONSABLE", "META", "UNIDAD MEDIDA", "FECHA LÍMITE DE EJECUCIÓN"])
        page.head(3, ["AVANCE CUANTITATIVO", "% DE AVANCE", "DESCRIPCIÓN DEL AVANCE", "MEDIO DE VERIFICACIÓN"], "G")
        page.row(
            4, [1, "Expedir el acuerdo de vedas", "Oficina Jurídica", 1, "Acuerdo", "30 de junio de 2025", 1, Pct(1)]
        )
        page.row(4, ["Acuerdo 012 publicado el 20 de junio", "Diario oficial"], "I")
        page.row(5, [2, "Realizar jornadas de limpieza", "Educación Ambiental", 10, "Jornada", date(2025, 12, 15), 4])
        page.row(5, [Pct(0.4), "4 de 10 jornadas", "Listados"], "H")
        page.row(6, [3, "Actualizar el inventario de bienes", "Almacén", Pct(1), "Porcentaje", date(2025, 11, 30)])
        page.row(6, [Pct(0.35), Pct(0.35), "Se avanza en la sede principal", "Actas"], "G")
    lines = [
        line(4, target="1", due="2025-06-30", results={"cut": "1"}, teams=["Oficina Jurídica"]),
        line(5, target="10", due="2025-12-15", results={"cut": "4"}, extra={"unit": "Jornada"}),
        line(6, target="1", target_unit="percent", due="2025-11-30", results={"cut": "0.35"}),
    ]
    return truth("corporation_delivery_quarter.xlsx", "2025-07-10", [plan(lines)])
