"""Workbooks of many offices, and plans of utilities and metropolitan areas."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, issue, line, plan, truth

QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")


@case
def secretariats_in_their_sheets(folder: Path) -> Truth:
    """A cover, a sheet for each secretariat that names itself over the table, and averages of them all."""
    offices = [("SEC. SALUD", "Secretaría de Salud Municipal"), ("SEC. PLANEACION", "Secretaría de Planeación")]
    works = [[("Jornadas de vacunación", 6, [2, 1]), ("Visitas a establecimientos", 300, [71, 88])]]
    works += [[("Licencias expedidas", 40, [9, 14]), ("Comités de estratificación", 4, [1, 0])]]
    with Book(folder / "secretariats_in_their_sheets.xlsx") as book:
        cover = book.page("PORTADA")
        cover.put(5, "C", "ALCALDÍA DE MONTE ALTO", "title")
        cover.put(7, "C", "PLANES DE ACCIÓN POR DEPENDENCIA 2025", "title")
        cover.rows(9, [["Elaborado por:", "Secretaría de Planeación"], ["Corte:", "30 de junio de 2025"]], "C")
        for index, (name, office) in enumerate(offices):
            page = book.page(name)
            top = 2 + index
            page.merge(f"B{top}:K{top}", "PLAN DE ACCIÓN VIGENCIA 2025", "title")
            page.put(top + 1, "B", "DEPENDENCIA RESPONSABLE:")
            page.merge(f"C{top + 1}:F{top + 1}", office, "cell")
            head = ["Actividad", "Meta", "1er TRIM", "2do TRIM", "3er TRIM", "4to TRIM", "Total ejecutado", "% avance"]
            page.head(top + 3, [*head, "Fecha final"], "B")
            for offset, (text, goal, done) in enumerate(works[index]):
                row = top + 4 + offset
                page.row(row, [text, goal, *done, None, None, sum(done), Pct(sum(done) / goal)], "B")
                page.put(row, "J", date(2025, 12, 31))
            page.row(top + 6, ["PROMEDIO DE AVANCE DE LA DEPENDENCIA", *[None] * 6, Pct(0.51)], "B")
        summary = book.page("CONSOLIDADO")
        summary.head(2, ["DEPENDENCIA", "I TRIM", "II TRIM", "III TRIM", "IV TRIM", "PROMEDIO"])
        summary.row(3, ["Secretaría de Salud Municipal", Pct(0.28), Pct(0.23), None, None, Pct(0.51)])
        summary.row(4, ["Secretaría de Planeación", Pct(0.24), Pct(0.18), None, None, Pct(0.42)])
        summary.row(5, ["PROMEDIO ALCALDÍA", Pct(0.26), Pct(0.205), None, None, Pct(0.465)])
    plans = []
    for index, (name, office) in enumerate(offices):
        lines = []
        for offset, (text, goal, done) in enumerate(works[index]):
            results = {"2025-Q1": str(done[0]), "2025-Q2": str(done[1])}
            row = 6 + index + offset
            lines.append(line(row, activity=text, target=str(goal), results=results, teams=[office], due="2025-12-31"))
        plans.append(plan(lines, name, period_kind="quarter"))
    return truth("secretariats_in_their_sheets.xlsx", "2025-07-10", plans)


@case
def offices_under_each_other(folder: Path) -> Truth:
    """One sheet; each office has its name, its titles and its total, with the columns in the same places."""
    head = ["Nro", "Descripción de la acción", "Und", "Cantidad", "Ene-Mar", "Abr-Jun", "Jul-Sep", "Oct-Dic", "Entrega"]
    offices = [("DESPACHO", "Gerencia", [("Rendir cuentas", "Informe", 2, [None, 1])])]
    offices[0][2].append(("Comités directivos", "Acta", 12, [3, 2]))
    offices.append(("TÉCNICA", "Subgerencia Técnica", [("Cambiar hidrantes", "Hidrante", 30, [4, 11])]))
    offices.append(("COMERCIAL", "Subgerencia Comercial", [("Censo de usuarios", "Usuario", 5200, [1250, 1301])]))
    lines = []
    with Book(folder / "offices_under_each_other.xlsx") as book:
        page = book.page("PA")
        page.put(1, "A", "EMPRESA DE SERVICIOS PÚBLICOS DE VILLA NUEVA S.A. E.S.P.", "title")
        page.put(2, "A", "PLAN DE ACCION 2025 - CORTE: 30/06/2025", "title")
        row = 4
        for _, office, works in offices:
            page.merge(f"A{row}:I{row}", f"ÁREA: {office}", "cell")
            page.head(row + 1, head)
            for offset, (text, unit, count, done) in enumerate(works):
                page.row(row + 2 + offset, [offset + 1, text, unit, count, *done, None, None, date(2025, 12, 19)])
                results = {period: str(value) for period, value in zip(QUARTERS, done, strict=False) if value}
                facts = {"target": str(count), "results": results, "teams": [office], "due": "2025-12-19"}
                lines.append(line(row + 2 + offset, activity=text, extra={"unit": unit}, **facts))
            row += 2 + len(works)
            page.row(row, [None, "Total área", None, sum(work[2] for work in works)])
            row += 2
    return truth("offices_under_each_other.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def utility_months_and_thresholds(folder: Path) -> Truth:
    """Goals such as «≥ 95 %» and «<= 30», months «ene./25», an average after each third one."""
    names = ["ene./25", "feb./25", "mar./25", "PROM. TRIM I", "abr./25", "may./25", "jun./25", "PROM. TRIM II"]
    with Book(folder / "utility_months_and_thresholds.xlsx") as book:
        page = book.page("Indicadores")
        page.put(1, "A", "ACUEDUCTO MUNICIPAL E.S.P. - SEGUIMIENTO A METAS 2025", "title")
        page.head(3, ["PROCESO", "INDICADOR", "FÓRMULA", "META", "LIDER DEL PROCESO", *names, "PLAZO"])
        page.row(4, ["Acueducto", "Continuidad del servicio", "Horas prestadas / horas totales x 100", "≥ 95 %"])
        page.row(4, ["Jefe de Planta", Pct(0.97), Pct(0.94), Pct(0.96), Pct(0.9567), Pct(0.95), Pct(0.98)], "E")
        page.row(4, [Pct(0.99), Pct(0.9733), date(2025, 12, 31)], "L")
        page.row(5, ["Comercial", "Peticiones atendidas a tiempo", "PQR a tiempo / PQR x 100", "100%", "PQR"])
        page.row(5, ["98,5%", "100%", "97%", "98,5%", "99%", "100 %", "100%", "99,67%", date(2025, 12, 31)], "F")
        page.row(6, ["Técnico", "Fugas reparadas", "Número de fugas", 240, "Cuadrilla de redes", 18, 22, 25, 21.67, 20])
        page.row(6, [19, 23, 20.67, date(2025, 12, 31)], "K")
    months = [f"2025-M{n:02}" for n in range(1, 7)]

    def figures(*values: str) -> dict[str, str]:
        return dict(zip(months, values, strict=True))

    lines = [
        line(
            4,
            indicator="Continuidad del servicio",
            target="0.95",
            target_unit="percent",
            teams=["Jefe de Planta"],
            results=figures("0.97", "0.94", "0.96", "0.95", "0.98", "0.99"),
        ),
        line(5, target="1", target_unit="percent", results=figures("0.985", "1", "0.97", "0.99", "1", "1")),
        line(6, target="240", target_unit="count", results=figures("18", "22", "25", "20", "19", "23")),
    ]
    return truth("utility_months_and_thresholds.xlsx", "2025-07-08", [plan(lines, period_kind="month")])


@case
def metropolitan_year_roman(folder: Path) -> Truth:
    """«2025-I» to «2025-IV» are quarters, in blocks; hidden columns of weights and a weighted share after them."""
    with Book(folder / "metropolitan_year_roman.xlsx") as book:
        page = book.page("PLAN DE ACCIÓN")
        page.merge("A1:S1", "ÁREA METROPOLITANA DEL VALLE ALTO", "title")
        page.merge("A2:S2", "Plan de Acción Institucional – Seguimiento", "title")
        titles = ("Subdirección", "Id", "Acción estratégica", "Meta del año", "Unidad", "Peso")
        for letter, title in zip("ABCDEF", titles, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("G4:J4", "Programado")
        page.merge("K4:N4", "Logrado")
        page.merge("O4:R4", "Ponderado")
        page.head(5, ["2025-I", "2025-II", "2025-III", "2025-IV"] * 3, "G")
        page.merge("S4:S5", "Fecha máxima")
        page.hide_columns("O:R")
        page.merge("A6:A7", "Subdirección de Transporte", "cell")
        page.row(6, ["T-1", "Habilitar rutas integradas", 6, "Ruta", 0.3, 0, 2, 2, 2, 0, 1], "B")
        page.row(6, [0, 0.05, None, None, "31/12/2025"], "O")
        page.row(7, ["T-2", "Operativos de control", 80, "Operativo", 0.2, 20, 20, 20, 20, 23, 18], "B")
        page.row(7, [0.0575, 0.045, None, None, "28/11/2025"], "O")
        page.row(8, ["Subdirección de Catastro", "C-1", "Actualizar predios", 12500, "Predio", 0.5], "A")
        page.row(8, [2500, 3500, 3500, 3000, "2.480", "3.612", None, None, 0.099, 0.144, None, None, "31/12/2025"], "G")
    lines = [
        line(
            6,
            number="T-1",
            activity="Habilitar rutas integradas",
            target="6",
            programmed={"2025-Q2": "2", "2025-Q3": "2", "2025-Q4": "2"},
            results={"2025-Q1": "0", "2025-Q2": "1"},
            due="2025-12-31",
            teams=["Subdirección de Transporte"],
            extra={"unit": "Ruta", "weight": "0.3"},
        ),
        line(7, results={"2025-Q1": "23", "2025-Q2": "18"}, due="2025-11-28", teams=["Subdirección de Transporte"]),
        line(8, target="12500", results={"2025-Q1": "2480", "2025-Q2": "3612"}, teams=["Subdirección de Catastro"]),
    ]
    return truth("metropolitan_year_roman.xlsx", "2025-07-12", [plan(lines, period_kind="quarter")])


@case
def region_when_in_months(folder: Path) -> Truth:
    """Who answers stands first, and when is written as people speak: «Febrero a noviembre de 2025»."""
    with Book(folder / "region_when_in_months.xlsx") as book:
        page = book.page("Plan de acción 2025")
        page.merge("A1:H1", "GOBERNACIÓN - SECRETARÍA DE LAS MUJERES", "title")
        page.merge("A2:H2", "PLAN DE ACCIÓN 2025", "title")
        head = ["Equipo a cargo", "Qué vamos a hacer", "Resultado esperado", "Cuánto", "Cuándo"]
        page.head(4, [*head, "Logro 1T", "Logro 2T", "Logro 3T", "Logro 4T"])
        page.row(5, ["Equipo de Prevención", "Talleres en colegios", "Talleres realizados", 24])
        page.row(5, ["Febrero a noviembre de 2025", 5, 8], "E")
        page.row(6, ["Equipo Jurídico", "Asesorías a víctimas", "Mujeres asesoradas", 300])
        page.row(6, ["Enero - diciembre 2025", 66, 81], "E")
        page.row(7, ["Equipo de Autonomía", "Feria de emprendedoras", "Feria realizada", 1, "Segundo semestre de 2025"])
        page.row(8, ["Equipo de Autonomía", "Diagnóstico departamental", "Documento", 1, "A 30 de mayo de 2025", 0, 1])
        page.row(9, ["Equipo Jurídico", "Mesa interinstitucional", "Sesiones", 4, "Trimestral", 1, 1])
    lines = [
        line(
            5,
            activity="Talleres en colegios",
            target="24",
            start="2025-02-01",
            due="2025-11-30",
            results={"2025-Q1": "5", "2025-Q2": "8"},
            teams=["Equipo de Prevención"],
        ),
        line(6, target="300", start="2025-01-01", due="2025-12-31", results={"2025-Q1": "66", "2025-Q2": "81"}),
        line(7, target="1", due="2025-12-31", teams=["Equipo de Autonomía"]),
        line(8, target="1", due="2025-05-30", results={"2025-Q1": "0", "2025-Q2": "1"}),
        line(9, target="4", due=None, results={"2025-Q1": "1", "2025-Q2": "1"}),
    ]
    wanted = [issue("unreadable_value", 9, cell="E9")]
    return truth("region_when_in_months.xlsx", "2025-07-09", [plan(lines, period_kind="quarter")], wanted)


@case
def town_numbers_of_activities(folder: Path) -> Truth:
    """«N° DE ACTIVIDADES PROGRAMADAS TRIM 1» against «…EJECUTADAS TRIM 1», typed in capitals with breaks in words."""
    with Book(folder / "town_numbers_of_activities.xlsx") as book:
        page = book.page("DLLO SOCIAL")
        page.merge("A1:R1", "PLAN DE ACCIÓN SECRETARIA DE DESARROLLO SOCIAL Y COMUNITARIO", "title")
        page.row(2, ["VIGENCIA", 2025, None, "FECHA DE CORTE", date(2025, 6, 30)])
        head = [
            "CODIGO\nMGA",
            "META DE\u00a0PRODUCTO",
            "ACTIVIDAD",
            "RESPONSA-\nBLE",
            "FECHA\nINICIO ",
            "FECHA\nFINAL ",
        ]
        for number in (1, 2, 3, 4):
            head += [f"N° DE ACTIVIDADES\nPROGRAMADAS\nTRIM {number}", f"N° DE ACTIVIDADES\nEJECUTADAS\nTRIM {number}"]
            head += [f"% DE\nCUMPLI-\nMIENTO TRIM {number}"]
        page.head(4, head)
        page.row(5, ["4104008", "Atender 350 adultos mayores en el centro vida", "Entregar raciones", "Adulto Mayor "])
        page.row(5, [date(2025, 2, 1), date(2025, 12, 20), 60, 52, Formula("=H5/G5", 0.8667, "0%"), 90, 93], "E")
        page.row(5, [Formula("=K5/J5", 1.0333, "0%"), 90, None, Formula("=N5/M5", 0, "0%"), 60], "L")
        page.row(6, [None, None, "Actividad física dirigida", "Adulto Mayor", date(2025, 2, 1), date(2025, 12, 20)])
        page.row(6, [12, 12, Pct(1), 12, 10, Pct(0.83), 12, None, Pct(0), 12, None, Pct(0)], "G")
        page.row(7, ["4102046", "Asistir 80 familias", "Visitas sicosociales", "Comisaría de Familia"])
        page.row(7, [date(2025, 1, 15), date(2025, 11, 30), 20, 20, Pct(1), 20, 27, Pct(1.35)], "E")
        page.row(8, [None, None, "TOTAL SECRETARIA", None, None, None, 92, 84, Pct(0.95), 122, 130, Pct(1.07)])
    lines = [
        line(
            5,
            activity="Entregar raciones",
            start="2025-02-01",
            due="2025-12-20",
            teams=["Adulto Mayor"],
            programmed={"2025-Q1": "60", "2025-Q2": "90", "2025-Q3": "90", "2025-Q4": "60"},
            results={"2025-Q1": "52", "2025-Q2": "93"},
        ),
        line(6, activity="Actividad física dirigida", results={"2025-Q1": "12", "2025-Q2": "10"}),
        line(7, results={"2025-Q1": "20", "2025-Q2": "27"}, due="2025-11-30", teams=["Comisaría de Familia"]),
    ]
    return truth("town_numbers_of_activities.xlsx", "2025-07-09", [plan(lines, period_kind="quarter")])
