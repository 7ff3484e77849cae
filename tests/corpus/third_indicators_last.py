"""Still more indicator plans: deadlines by months, goals per year over half-years, columns of ranges and rates."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth


@case
def university_month_deadlines(folder: Path) -> Truth:
    """Start and end typed as months, the weight as a share of the unit, quarters named Corte 1 to Corte 4."""
    with Book(folder / "university_month_deadlines.xlsx") as book:
        page = book.page("Vicerrectoría")
        page.merge("A1:M1", "UNIVERSIDAD PEDAGÓGICA", "title")
        page.merge("A2:M2", "PLAN DE ACCIÓN Y DE MEJORAMIENTO INSTITUCIONAL 2024", "title")
        page.head(4, ["Eje", "Meta PDI", "Acción", "Evidencia de cumplimiento", "Peso %", "Meta", "Inicia", "Termina"])
        page.head(4, ["Unidad responsable", "Corte 1\n(31 marzo)", "Corte 2\n(30 junio)", "Corte 3\n(30 sept)"], "I")
        page.head(4, ["Corte 4\n(31 dic)"], "M")
        page.row(
            5, ["Docencia", "Renovar registros calificados", "Radicar documentos maestros", "Oficio de radicación"]
        )
        page.row(5, [50, 4, "feb-24", "nov-24", "Facultad de Educación", 1, 2], "E")
        page.row(6, ["Docencia", "Cualificar docentes", "Realizar diplomados", "Listados y actas", 50, 2], "A")
        page.row(6, ["marzo 2024", "Octubre de 2024", "Centro de Idiomas", 0, 1], "G")
        page.row(7, [None, None, None, "Suma", 100])
    lines = [
        line(
            5,
            activity="Radicar documentos maestros",
            target="4",
            start="2024-02-01",
            due="2024-11-30",
            results={"2024-Q1": "1", "2024-Q2": "2"},
            teams=["Facultad de Educación"],
            extra={"weight": "0.5"},
        ),
        line(6, target="2", start="2024-03-01", due="2024-10-31", results={"2024-Q1": "0", "2024-Q2": "1"}),
    ]
    return truth("university_month_deadlines.xlsx", "2024-07-09", [plan(lines, period_kind="quarter")])


@case
def region_goal_years_and_half_years(folder: Path) -> Truth:
    """A goal for each year, and the execution of each year by half-years."""
    with Book(folder / "region_goal_years_and_half_years.xlsx") as book:
        page = book.page("POAI")
        page.merge("A1:L1", "CORPORACIÓN PARA EL DESARROLLO SOSTENIBLE - SEGUIMIENTO PAC 2024-2027", "title")
        for index, title in enumerate(["Proyecto", "Indicador", "Unidad", "Meta PAC", "Responsable"]):
            page.merge(f"{'ABCDE'[index]}3:{'ABCDE'[index]}4", title)
        page.merge("F3:H3", "2024")
        page.merge("I3:K3", "2025")
        page.head(4, ["Meta 2024", "Ejecutado I Sem", "Ejecutado II Sem"], "F")
        page.head(4, ["Meta 2025", "Ejecutado I Sem", "Ejecutado II Sem"], "I")
        page.row(5, ["Agua", "Usuarios legalizados", "Usuario", 800, "Autoridad Ambiental", 200, 80, 130, 200, 95])
        page.row(6, ["Aire", "Estaciones operando", "Estación", 5, "Autoridad Ambiental", 5, 5, 5, 5, 4])
    lines = [
        line(
            5,
            indicator="Usuarios legalizados",
            target="800",
            results={"2024-S1": "80", "2024-S2": "130", "2025-S1": "95"},
            teams=["Autoridad Ambiental"],
        ),
        line(6, target="5", results={"2024-S1": "5", "2024-S2": "5", "2025-S1": "4"}),
    ]
    return truth("region_goal_years_and_half_years.xlsx", "2025-07-20", [plan(lines, period_kind="half_year")])


@case
def hospital_commitments_of_four_years(folder: Path) -> Truth:
    """The manager's plan by years side by side: commitment with sign, result, and whether it was kept."""
    with Book(folder / "hospital_commitments_of_four_years.xlsx") as book:
        page = book.page("Plan de gestión")
        page.merge("A1:N1", "PLAN DE GESTIÓN DEL GERENTE 2024-2027 · ESE HOSPITAL SAN JOSÉ", "title")
        for index, title in enumerate(["Área de gestión", "N°", "Indicador", "Línea base"]):
            page.merge(f"{'ABCD'[index]}3:{'ABCD'[index]}4", title)
        for index, area in enumerate(("E3:G3", "H3:J3")):
            page.merge(area, f"AÑO {2024 + index}")
        page.head(4, ["Compromiso", "Resultado", "Cumple (SI/NO)"] * 2, "E")
        page.merge("A5:A6", "Clínica o asistencial (40%)", "cell")
        page.row(5, [21, "Proporción de gestantes captadas antes de la semana 12", "78%", "≥ 85%", "86,2%", "SI"], "B")
        page.row(5, ["≥ 87%", None, None], "H")
        page.row(6, [22, "Incidencia de sífilis congénita", 2, "0 casos", "1 caso", "NO", "0 casos"], "B")
    lines = [
        line(
            5,
            number="21",
            indicator="Proporción de gestantes captadas antes de la semana 12",
            programmed={"2024-Y": "0.85", "2025-Y": "0.87"},
            results={"2024-Y": "0.862"},
            extra={"baseline": "0.78", "path_has": ["Clínica o asistencial"]},
        ),
        line(6, number="22", results={"2024-Y": "1"}, extra={"baseline": "2"}),
    ]
    return truth("hospital_commitments_of_four_years.xlsx", "2025-03-15", [plan(lines, period_kind="year")])


@case
def family_institute_rates_and_limits(folder: Path) -> Truth:
    """Lower and upper limits, a minimum and a goal: the goal is one column, results by two months."""
    with Book(folder / "family_institute_rates_and_limits.xlsx") as book:
        page = book.page("SPOA")
        page.merge("A1:N1", "BATERÍA DE INDICADORES DEL SISTEMA INTEGRADO DE GESTIÓN - VIGENCIA 2024", "title")
        page.head(3, ["Proceso", "Cód. indicador", "Nombre del indicador", "Tipo", "Polaridad", "Frecuencia"])
        page.head(3, ["Límite inferior", "Meta", "Límite superior", "Responsable de medición"], "G")
        page.head(3, ["I Bim", "II Bim", "III Bim", "IV Bim", "V Bim", "VI Bim"], "K")
        page.row(4, ["Adquisiciones", "IND-ABS-01", "Contratos liquidados en término", "Eficacia", "Ascendente"])
        page.row(4, ["Bimestral", Pct(0.7), Pct(0.9), Pct(1), "Dirección de Contratación", Pct(0.82), Pct(0.91)], "F")
        page.row(
            5, ["Servicios", "IND-SER-02", "Días de respuesta", "Eficiencia", "Descendente", "Bimestral", 5, 10, 15]
        )
        page.row(5, ["Relación con el Ciudadano", 12.5, 11], "J")
    lines = [
        line(
            4,
            number="IND-ABS-01",
            indicator="Contratos liquidados en término",
            target="0.9",
            target_unit="percent",
            results={"2024-B1": "0.82", "2024-B2": "0.91"},
            teams=["Dirección de Contratación"],
        ),
        line(5, target="10", results={"2024-B1": "12.5", "2024-B2": "11"}, teams=["Relación con el Ciudadano"]),
    ]
    return truth("family_institute_rates_and_limits.xlsx", "2024-05-09", [plan(lines, period_kind="two_month")])


@case
def education_office_objective_numbers(folder: Path) -> Truth:
    """Objectives and actions each with their number, dates over two title rows, four quarters in percent points."""
    with Book(folder / "education_office_objective_numbers.xlsx") as book:
        page = book.page("Plan")
        page.merge("A1:M1", "INSTITUTO COLOMBIANO DE CRÉDITO EDUCATIVO - PLAN DE ACCIÓN ANUAL 2024", "title")
        for area, title in (("A3:A4", "Objetivo estratégico"), ("B3:B4", "Iniciativa"), ("C3:C4", "Hito")):
            page.merge(area, title)
        page.merge("D3:D4", "Líder")
        page.merge("E3:F3", "Fechas")
        page.head(4, ["Inicio", "Fin"], "E")
        page.merge("G3:J3", "% de avance acumulado")
        page.head(4, ["Mar", "Jun", "Sep", "Dic"], "G")
        page.merge("K3:K4", "Meta del hito")
        page.merge("A5:A6", "OE1. Ampliar el acceso", "cell")
        page.merge("B5:B6", "1.1 Nuevas líneas de crédito", "cell")
        page.row(5, ["1.1.1 Diseñar la línea rural", "VP de Crédito", date(2024, 1, 15), date(2024, 6, 28)], "C")
        page.row(5, [40, 100, None, None, Pct(1)], "G")
        page.row(6, ["1.1.2 Poner en marcha la línea rural", "VP de Operaciones", date(2024, 7, 1)], "C")
        page.row(6, [date(2024, 12, 20), None, 0, None, None, Pct(1)], "F")
    lines = [
        line(
            5,
            number="1.1.1",
            activity="Diseñar la línea rural",
            target="1",
            target_unit="percent",
            start="2024-01-15",
            due="2024-06-28",
            results={"2024-Q1": "0.4", "2024-Q2": "1"},
            teams=["VP de Crédito"],
            extra={"accumulation": ["latest", "stock"], "path_has": ["OE1. Ampliar el acceso"]},
        ),
        line(6, number="1.1.2", due="2024-12-20", teams=["VP de Operaciones"]),
    ]
    return truth("education_office_objective_numbers.xlsx", "2024-07-09", [plan(lines, period_kind="quarter")])


@case
def agency_helper_columns(folder: Path) -> Truth:
    """Key and list columns of formulas beside the plan, a subtotal after each office, percent points."""
    with Book(folder / "agency_helper_columns.xlsx") as book:
        lists = book.page("Listas", hidden=True)
        lists.head(1, ["Dependencias", "Tipo de acumulación", "Periodicidad"])
        lists.rows(2, [["Secretaría General", "Flujo", "Trimestral"], ["Subdirección Técnica", "Capacidad", "Anual"]])
        page = book.page("PAI")
        page.put(1, "C", "AGENCIA NACIONAL DE SEGURIDAD VIAL - PLAN DE ACCIÓN 2024 V2", "title")
        page.head(3, ["LLAVE", "CONSEC.", "DEPENDENCIA", "PRODUCTO", "INDICADOR", "TIPO DE ACUMULACIÓN", "META 2024"])
        page.head(3, ["% PROG T1", "% EJEC T1", "% PROG T2", "% EJEC T2", "% PROG T3", "% EJEC T3"], "H")
        page.head(3, ["% PROG T4", "% EJEC T4", "AVANCE PONDERADO"], "N")
        rows = [
            (
                "Secretaría General",
                "PQRSD atendidas",
                "PQRSD a tiempo / recibidas",
                "Flujo",
                "100%",
                100,
                98.5,
                100,
                99,
            ),
            ("Secretaría General", "Bienes inventariados", "Bienes / total", "Acumulado", "100%", 25, 25, 25, 20),
        ]
        for index, (office, product, indicator, kind, target, *done) in enumerate(rows):
            row = 4 + index
            page.row(row, [Formula(f"=B{row}&C{row}", f"{index + 1}{office}"), index + 1, office, product, indicator])
            page.row(row, [kind, target, *done, done[0], None, done[0], None, Formula("=1/3", 0.333)], "F")
        page.row(6, [None, None, "Total Secretaría General", None, None, None, None, None, 61.75, None, 59.5])
        page.row(7, [Formula("=B7&C7", "3Subdirección Técnica"), 3, "Subdirección Técnica", "Observatorio operando"])
        page.row(7, ["Observatorio", "Capacidad", "100%", 10, 10, 40, 30, 70, None, 100, None], "E")
        page.row(8, [None, None, "Total Subdirección Técnica", None, None, None, None, None, 10, None, 30])
    lines = [
        line(
            4,
            number="1",
            indicator="PQRSD a tiempo / recibidas",
            target="1",
            target_unit="percent",
            results={"2024-Q1": "0.985", "2024-Q2": "0.99"},
            programmed={f"2024-Q{place}": "1" for place in range(1, 5)},
            teams=["Secretaría General"],
            extra={"accumulation": "flow"},
        ),
        line(5, number="2", results={"2024-Q1": "0.25", "2024-Q2": "0.2"}),
        line(7, number="3", results={"2024-Q1": "0.1", "2024-Q2": "0.3"}, teams=["Subdirección Técnica"]),
    ]
    return truth(
        "agency_helper_columns.xlsx", "2024-07-09", [plan(lines, "PAI", period_kind="quarter")], (), ["result_mismatch"]
    )
