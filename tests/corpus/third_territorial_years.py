"""What a development plan is followed by: plan indicativo, POAI and the yearly plan cut from them."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth

YEARS = ("2024-Y", "2025-Y", "2026-Y", "2027-Y")


@case
def kpt_years_with_money(folder: Path) -> Truth:
    """Each year over META FÍSICA and RECURSOS, each over its programmed and executed: the money is no figure."""
    with Book(folder / "kpt_years_with_money.xlsx") as book:
        page = book.page("PI 2024-2027")
        page.merge("A1:X1", "DEPARTAMENTO DEL RÍO GRANDE", "title")
        page.merge("A2:X2", "PLAN INDICATIVO PLAN DE DESARROLLO «SIGAMOS ADELANTE 2024-2027»", "title")
        titles = ["Línea Estratégica", "Sector (MGA)", "Código Programa", "Código Indicador de Producto (MGA)"]
        titles += ["Indicador de Producto (KPT)", "Unidad de Medida", "Línea Base 2023", "Meta Cuatrienio"]
        for index, title in enumerate(titles):
            page.merge(f"{'ABCDEFGH'[index]}4:{'ABCDEFGH'[index]}6", title)
        for year, letters in zip(range(2024, 2028), ("IJKL", "MNOP", "QRST", "UVWX"), strict=True):
            a, b, c, d = list(letters)
            page.merge(f"{a}4:{d}4", year)
            page.merge(f"{a}5:{b}5", "META FÍSICA")
            page.merge(f"{c}5:{d}5", "RECURSOS (Millones de $)")
            page.head(6, ["Programada", "Ejecutada", "Programados", "Ejecutados"], a)
        page.merge("Y4:Y6", "Dependencia Responsable")
        page.merge("A7:A8", "1. Equidad", "cell")
        page.row(7, ["Educación", "2201", "220105100", "Sedes educativas mejoradas", "Número", 14, 60], "B")
        page.row(7, [10, 12, 850.5, 799.2, 20, 9, 1300, 610, 15, None, 1200, None, 15, None, 1250, None], "I")
        page.put(7, "Y", "Secretaría de Educación")
        page.row(8, ["Salud", "1905", "190505400", "Campañas de vacunación realizadas", "Número", 4, 16], "B")
        page.row(8, [4, 4, 120, 118.75, 4, 3, 130, 99, 4, None, 140, None, 4, None, 150, None], "I")
        page.put(8, "Y", "Secretaría de Salud")
        page.row(9, ["TOTAL RECURSOS"], "A")
        page.row(9, [970.5, 917.95, None, None, 1430, 709], "K")
    lines = [
        line(
            7,
            indicator="Sedes educativas mejoradas",
            target="60",
            programmed=dict(zip(YEARS, ("10", "20", "15", "15"), strict=True)),
            results={"2024-Y": "12", "2025-Y": "9"},
            teams=["Secretaría de Educación"],
            extra={"baseline": "14", "unit": "Número", "path_has": ["1. Equidad", "Educación"]},
        ),
        line(
            8,
            target="16",
            results={"2024-Y": "4", "2025-Y": "3"},
            programmed=dict.fromkeys(YEARS, "4"),
            extra={"path_has": ["1. Equidad", "Salud"]},
        ),
    ]
    expected = plan(lines, kind="indicative_plan", period_kind="year")
    return truth("kpt_years_with_money.xlsx", "2026-01-20", [expected])


@case
def sispt_flat_years(folder: Path) -> Truth:
    """One row of titles as SisPT exports them: Programación 2024, Ejecución 2024, Recursos ejecutados 2024…"""
    with Book(folder / "sispt_flat_years.xlsx") as book:
        page = book.page("Reporte")
        head = ["Código BPIN", "Línea estratégica", "Programa presupuestal", "Producto", "Código de indicador"]
        head += ["Indicador de producto", "Unidad de medida", "Tipo de acumulación", "Línea base", "Meta de cuatrienio"]
        for year in range(2024, 2028):
            head += [f"Programación {year}", f"Ejecución {year}", f"Recursos ejecutados {year}"]
        page.head(1, [*head, "Responsable"])
        page.row(2, ["2024050010023", "Territorio verde", "3202 - Conservación de la biodiversidad"])
        page.row(2, ["Servicio de restauración", "320200500", "Áreas en restauración", "Hectáreas", "Acumulada"], "D")
        page.row(2, [35.5, 120, 20, 18.5, 150000000, 40, 41.25, 312500000.5, 40, None, None, 20, None, None], "I")
        page.put(2, "W", "Secretaría de Ambiente")
        page.row(3, ["2024050010031", "Territorio verde", "3203 - Gestión integral del recurso hídrico"])
        page.row(3, ["Documentos de planeación", "320300100", "Documentos elaborados", "Número", "No Acumulada"], "D")
        page.row(3, [0, 1, 0, 0, 0, 1, 1, 45000000, 0, None, None, 0, None, None, "Secretaría de Ambiente"], "I")
    lines = [
        line(
            2,
            indicator="Áreas en restauración",
            target="120",
            programmed=dict(zip(YEARS, ("20", "40", "40", "20"), strict=True)),
            results={"2024-Y": "18.5", "2025-Y": "41.25"},
            teams=["Secretaría de Ambiente"],
            extra={"baseline": "35.5", "unit": "Hectáreas", "path_has": ["Territorio verde"]},
        ),
        line(3, target="1", results_subset={"2025-Y": "1"}, programmed={"2025-Y": "1"}),
    ]
    return truth("sispt_flat_years.xlsx", "2026-02-10", [plan(lines, period_kind="year")])


@case
def poai_sources_beside_the_goal(folder: Path) -> Truth:
    """POAI: one goal of the year and a row of sources of money with their total."""
    with Book(folder / "poai_sources_beside_the_goal.xlsx") as book:
        page = book.page("POAI 2025")
        page.merge("A1:P1", "MUNICIPIO DE SANTA LUCÍA DEL MONTE  NIT. 800.000.000-1", "title")
        page.merge("A2:P2", "PLAN OPERATIVO ANUAL DE INVERSIONES - POAI VIGENCIA 2025", "title")
        titles = ["SECTOR", "PROGRAMA", "PROYECTO", "BPIN", "META PRODUCTO", "INDICADOR", "LINEA BASE", "META 2025"]
        for letter, title in zip("ABCDEFGH", titles, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("I4:N4", "FUENTES DE FINANCIACIÓN (miles de pesos)")
        page.head(
            5, ["RECURSOS PROPIOS", "SGP EDUCACIÓN", "SGP PROPÓSITO GENERAL", "SGR", "CRÉDITO", "TOTAL 2025"], "I"
        )
        page.merge("O4:O5", "DEPENDENCIA EJECUTORA")
        page.merge("P4:P5", "FECHA DE TERMINACIÓN")
        page.merge("A6:A7", "EDUCACIÓN", "cell")
        page.row(6, ["Calidad educativa", "Alimentación escolar", "2024-0034"], "B")
        page.row(6, ["Beneficiar 1.850 estudiantes con PAE", "Estudiantes beneficiados", 1700, 1850], "E")
        page.row(6, [120000, 345600, 0, None, None, Formula("=SUM(I6:M6)", 465600), "Sec. de Educación"], "I")
        page.put(6, "P", date(2025, 11, 28))
        page.row(7, ["Calidad educativa", "Transporte escolar", "2024-0035"], "B")
        page.row(7, ["Mantener 12 rutas escolares", "Rutas en operación", 12, 12, 80000, 150000], "E")
        page.row(7, [Formula("=SUM(I7:M7)", 230000), "Sec. de Educación", date(2025, 11, 28)], "N")
        page.row(8, ["TOTAL SECTOR EDUCACIÓN"])
        page.row(8, [200000, 495600, 0, 0, 0, 695600], "I")
        page.row(9, ["TRANSPORTE", "Vías terciarias", "Mejoramiento de vías", "2024-0050"])
        page.row(9, ["Mejorar 15 km de vía terciaria", "Kilómetros mejorados", 8.5, 15, 50000, None, 900000], "E")
        page.row(9, [1500000, None, 2450000, "Sec. de Infraestructura", date(2025, 12, 31)], "L")
        page.row(10, ["TOTAL POAI"])
        page.row(10, [250000, 495600, 900000, 1500000, 0, 3145600], "I")
    lines = [
        line(
            6,
            indicator="Estudiantes beneficiados",
            target="1850",
            results={},
            programmed={},
            due="2025-11-28",
            teams=["Sec. de Educación"],
            extra={"baseline": "1700", "path_has": ["EDUCACIÓN", "Calidad educativa"]},
        ),
        line(7, target="12", results={}, programmed={}, teams=["Sec. de Educación"]),
        line(9, target="15", results={}, programmed={}, due="2025-12-31", extra={"baseline": "8.5"}),
    ]
    return truth("poai_sources_beside_the_goal.xlsx", "2025-02-01", [plan(lines)])


@case
def goal_and_money_by_quarter(folder: Path) -> Truth:
    """Each quarter holds its physical and its financial execution; the year's goal and budget stand before."""
    with Book(folder / "goal_and_money_by_quarter.xlsx") as book:
        page = book.page("Infraestructura")
        page.merge("A1:N1", "PLAN DE ACCIÓN 2025 – SECRETARÍA DE INFRAESTRUCTURA", "title")
        page.merge("A2:N2", "Ejecución física y financiera", "title")
        titles = ["Meta de producto", "Indicador", "Meta física 2025", "Presupuesto apropiado 2025", "Responsable"]
        for letter, title in zip("ABCDE", titles, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        quarters = ("Avance a 31 de marzo", "Avance a 30 de junio", "Avance a 30 de septiembre")
        areas = ("F4:G4", "H4:I4", "J4:K4", "L4:M4")
        for area, title in zip(areas, (*quarters, "Avance a 31 de diciembre"), strict=True):
            page.merge(area, title)
        page.head(5, ["Ejecución física", "Ejecución financiera ($)"] * 4, "F")
        page.merge("N4:N5", "Plazo")
        page.row(6, ["Construir 3 puentes veredales", "Puentes construidos", 3, 950000000, "Sec. Infraestructura"])
        page.row(6, [0, 0, 1, 285000000], "F")
        page.put(6, "N", "30-nov-2025")
        page.row(7, ["Mantener 42,5 km de vías", "Km mantenidos", 42.5, 610000000, "Sec. Infraestructura"])
        page.row(7, [8.2, 101500000, 19.7, 333000000, 0, 0, 0, 0], "F")
        page.put(7, "N", "31-dic-2025")
    lines = [
        line(
            6,
            indicator="Puentes construidos",
            target="3",
            due="2025-11-30",
            results={"2025-Q1": "0", "2025-Q2": "1"},
            programmed={},
            teams=["Sec. Infraestructura"],
        ),
        line(7, target="42.5", due="2025-12-31", results={"2025-Q1": "8.2", "2025-Q2": "19.7"}),
    ]
    return truth("goal_and_money_by_quarter.xlsx", "2025-07-15", [plan(lines, period_kind="quarter")])


@case
def year_numbers_and_their_years(folder: Path) -> Truth:
    """«Año 1 (2024)»…«Año 4 (2027)» for what is planned, «Ejec. 2024»… for what was done, with a share at the end."""
    with Book(folder / "year_numbers_and_their_years.xlsx") as book:
        page = book.page("Indicativo")
        page.put(1, "A", "PLAN INDICATIVO 2024 - 2027   MUNICIPIO DE VALLE HERMOSO", "title")
        head = ["PILAR", "PROGRAMA", "CÓD. META", "META DE RESULTADO / PRODUCTO", "INDICADOR", "L.B.", "META 2024-2027"]
        head += [f"Año {n} ({2023 + n})" for n in (1, 2, 3, 4)]
        head += [f"Ejec. {year}" for year in range(2024, 2028)]
        page.head(3, [*head, "% Acum.", "Oficina gestora"])
        page.row(4, ["Pilar social", "Deporte para todos", "MP-01", "Dotar 10 escenarios", "Escenarios dotados", 2, 10])
        page.row(4, [2, 3, 3, 2, 2, 4, None, None, Pct(0.6), "Instituto de Deportes"], "H")
        page.row(5, [None, None, "MP-02", "Apoyar 200 deportistas", "Deportistas apoyados", "ND", 200])
        page.row(5, [50, 50, 50, 50, 38, 62, None, None, Pct(0.5), "Instituto de Deportes"], "H")
        page.row(6, ["Pilar económico", "Turismo", "MP-03", "Formular 1 plan de turismo", "Plan formulado", "N/D", 1])
        page.row(6, [None, 1, None, None, None, 0.6, None, None, Pct(0.6), "Secretaría de Turismo"], "H")
    lines = [
        line(
            4,
            number="MP-01",
            indicator="Escenarios dotados",
            target="10",
            programmed=dict(zip(YEARS, ("2", "3", "3", "2"), strict=True)),
            results={"2024-Y": "2", "2025-Y": "4"},
            teams=["Instituto de Deportes"],
            extra={"baseline": "2", "path_has": ["Deporte para todos"]},
        ),
        line(5, target="200", results={"2024-Y": "38", "2025-Y": "62"}, extra={"baseline": None}),
        line(6, target="1", programmed={"2025-Y": "1"}, results={"2025-Y": "0.6"}, teams=["Secretaría de Turismo"]),
    ]
    return truth("year_numbers_and_their_years.xlsx", "2026-01-30", [plan(lines, period_kind="year")])
