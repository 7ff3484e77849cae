"""Plans of several years, of regions, environment and metropolitan areas."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth

YEARS = ("2024-Y", "2025-Y", "2026-Y", "2027-Y")


@case
def region_years_side_by_side(folder: Path) -> Truth:
    """Programmed, executed and percentage under each year; thousands with points as texts."""
    with Book(folder / "region_years_side_by_side.xlsx") as book:
        page = book.page("Plan Indicativo")
        page.put(1, "A", "GOBERNACIÓN - PLAN INDICATIVO 2024-2027", "title")
        titles = [
            "LÍNEA ESTRATÉGICA",
            "PROGRAMA",
            "META DE PRODUCTO",
            "INDICADOR DE PRODUCTO",
            "LÍNEA BASE",
            "META CUATRIENIO",
        ]
        for letter, title in zip("ABCDEF", titles, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for area, year in zip(("G3:I3", "J3:L3", "M3:O3", "P3:R3"), (2024, 2025, 2026, 2027), strict=True):
            page.merge(area, year)
        page.head(4, ["Programado", "Ejecutado", "% Ejec."] * 4, "G")
        page.merge("S3:S4", "SECRETARÍA RESPONSABLE")
        page.merge("A5:A7", "1. Territorio equitativo", "cell")
        page.row(
            5,
            ["Vías para la vida", "Mejorar 1.250 km de vía terciaria", "Kilómetros de vía mejorada", "320,5", "1.250"],
            "B",
        )
        page.row(5, ["250", "201,75", Pct(0.807), "400", None, None, "400", None, None, "200"], "G")
        page.put(5, "S", "Secretaría de Infraestructura")
        page.row(6, ["Agua para todos", "Beneficiar 12.500 hogares con agua", "Hogares beneficiados", 0, "12.500"], "B")
        page.row(6, ["2.500", "2.610", Pct(1.044), "3.000", None, None, "3.500", None, None, "3.500"], "G")
        page.put(6, "S", "Empresa Departamental de Aguas")
        page.row(7, ["Educación", "Mantener la cobertura neta", "Cobertura neta", Pct(0.91), Pct(0.93)], "B")
        page.row(
            7, [Pct(0.91), Pct(0.9, "0.0%"), Pct(0.989), Pct(0.92), None, None, Pct(0.92), None, None, Pct(0.93)], "G"
        )
        page.put(7, "S", "Secretaría de Educación")
    lines = [
        line(
            5,
            target="1250",
            programmed=dict(zip(YEARS, ("250", "400", "400", "200"), strict=True)),
            results={"2024-Y": "201.75"},
            teams=["Secretaría de Infraestructura"],
            extra={"baseline": "320.5"},
        ),
        line(
            6,
            target="12500",
            results={"2024-Y": "2610"},
            programmed=dict(zip(YEARS, ("2500", "3000", "3500", "3500"), strict=True)),
        ),
        line(7, target="0.93", target_unit="percent", results={"2024-Y": "0.9"}, extra={"baseline": "0.91"}),
    ]
    expected = plan(lines, kind="indicative_plan", period_kind="year")
    return truth("region_years_side_by_side.xlsx", "2025-02-15", [expected])


@case
def region_years_in_blocks(folder: Path) -> Truth:
    """The four years programmed, then the four years achieved, then the four percentages, under one title row each."""
    with Book(folder / "region_years_in_blocks.xlsx") as book:
        page = book.page("PES")
        page.merge("B1:Q1", "PLAN ESTRATÉGICO SECTORIAL 2023 - 2026", "title")
        for letter, title in zip("BCD", ("Objetivo estratégico", "Indicador", "Unidad"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:H3", "Programación de metas")
        page.merge("I3:L3", "Avance cuantitativo")
        page.merge("M3:P3", "% de cumplimiento")
        page.head(4, ["2023", "2024", "2025", "2026"] * 3, "E")
        page.merge("Q3:Q4", "Entidad responsable")
        page.row(5, ["Transporte seguro", "Puntos críticos intervenidos", "Número", 20, 25, 30, 25, 22, 24], "B")
        page.row(5, [Pct(1.1), Pct(0.96), None, None, "Agencia de Seguridad Vial"], "M")
        page.row(6, ["Transporte limpio", "Buses eléctricos vinculados", "Número", 100, 150, 200, 250, 80, 155], "B")
        page.row(6, [Pct(0.8), Pct(1.03), None, None, "Viceministerio de Transporte"], "M")
    years = ("2023-Y", "2024-Y", "2025-Y", "2026-Y")
    lines = [
        line(
            5,
            indicator="Puntos críticos intervenidos",
            programmed=dict(zip(years, ("20", "25", "30", "25"), strict=True)),
            results={"2023-Y": "22", "2024-Y": "24"},
            teams=["Agencia de Seguridad Vial"],
        ),
        line(6, results={"2023-Y": "80", "2024-Y": "155"}, extra={"unit": "Número"}),
    ]
    return truth("region_years_in_blocks.xlsx", "2025-03-01", [plan(lines, period_kind="year")])


@case
def environment_matrix(folder: Path) -> Truth:
    """The environment corporation's matrix: numbers in brackets inside the titles, programme rows with roll-ups."""
    titles = ["(1)\nPROGRAMAS - PROYECTOS DEL PAC", "INDICADOR DEL PROYECTO", "(2)\nUNIDAD DE MEDIDA"]
    titles += ["(3)\nMETA FÍSICA ANUAL\n(Según unidad de medida)", "(4)\nAVANCE DE LA META FÍSICA"]
    titles += ["(5)\nPORCENTAJE DE AVANCE FÍSICO %\n((4/3)*100)", "(10)\nPONDERACIÓN", "DEPENDENCIA RESPONSABLE"]
    with Book(folder / "environment_matrix.xlsx") as book:
        page = book.page("MATRIZ DE GESTION")
        page.merge("A1:H1", "CORPORACIÓN AUTÓNOMA REGIONAL", "title")
        page.merge("A2:H2", "MATRIZ DE SEGUIMIENTO DEL PLAN DE ACCIÓN - AVANCE EN LAS METAS FÍSICAS", "title")
        page.merge("A3:H3", "VIGENCIA EVALUADA (AÑO): 01 DE ENERO A 31 DE DICIEMBRE DE 2023", "title")
        page.head(5, titles)
        page.row(
            6, ["PROGRAMA No 1: GESTIÓN INTEGRAL DE LA BIODIVERSIDAD", None, None, None, None, Pct(0.9306), Pct(0.6)]
        )
        page.row(7, ["Proyecto 1.1: Ordenación forestal", "Hectáreas restauradas", "Hectárea", 1250.5, 1180, Pct(0.94)])
        page.row(7, [Pct(0.35), "Subdirección de Ecosistemas"], "G")
        page.row(8, ["Proyecto 1.2: Negocios verdes", "Negocios verdes verificados", "Número", 40, 40, Pct(1)])
        page.row(8, [Pct(0.25), "Subdirección de Gestión Ambiental"], "G")
        page.row(9, ["PROGRAMA No 2: GESTIÓN DEL RECURSO HÍDRICO", None, None, None, None, Pct(0.75), Pct(0.4)])
        page.row(10, ["Proyecto 2.1: Planes de ordenación de cuencas", "POMCA adoptados", "Número", 2, 1, Pct(0.5)])
        page.row(10, [Pct(0.4), "Subdirección de Planeación Ambiental"], "G")
        page.row(11, ["TOTAL METAS FÍSICAS", None, None, None, None, Pct(0.85), Pct(1)])
    lines = [
        line(7, indicator="Hectáreas restauradas", target="1250.5", extra={"unit": "Hectárea", "weight": "0.35"}),
        line(
            8,
            target="40",
            teams=["Subdirección de Gestión Ambiental"],
            extra={"path_has": ["GESTIÓN INTEGRAL DE LA BIODIVERSIDAD"]},
        ),
        line(10, target="2", extra={"weight": "0.4", "path_has": ["GESTIÓN DEL RECURSO HÍDRICO"]}),
    ]
    return truth("environment_matrix.xlsx", "2024-01-31", [plan(lines)])


@case
def environment_hidden_parts(folder: Path) -> Truth:
    """Earlier years' columns hidden, one activity's row hidden, a hidden sheet of lists."""
    with Book(folder / "environment_hidden_parts.xlsx") as book:
        page = book.page("Acciones operativas")
        page.put(1, "A", "PLAN DE ACCIÓN CUATRIENAL 2024-2027 - ACCIONES OPERATIVAS", "title")
        page.head(
            2,
            [
                "Cód.",
                "Actividad",
                "Unidad",
                "Meta 2024",
                "Logro 2024",
                "Meta 2025",
                "Logro 2025",
                "Meta 2026",
                "Meta 2027",
            ],
        )
        page.head(2, ["Responsable"], "J")
        page.row(3, ["1.1.1", "Reforestar microcuencas", "ha", 50, 52, 60, 31, 60, 60, "Grupo de Bosques"])
        page.row(4, ["1.1.2", "Monitorear calidad del aire", "Estaciones", 3, 3, 4, 4, 4, 4, "Laboratorio Ambiental"])
        page.row(5, ["1.1.3", "Sancionar infracciones", "Expedientes", 100, 87, 100, 41, 100, 100, "Oficina Jurídica"])
        page.hide_columns("D:E")
        page.hide_row(4)
        lists = book.page("Listas", hidden=True)
        lists.rows(1, [["Responsable", "Unidad"], ["Grupo de Bosques", "ha"], ["Oficina Jurídica", "Expedientes"]])
    lines = [
        line(
            3,
            number="1.1.1",
            programmed=dict(zip(YEARS, ("50", "60", "60", "60"), strict=True)),
            results={"2024-Y": "52", "2025-Y": "31"},
        ),
        line(4, results={"2024-Y": "3", "2025-Y": "4"}, teams=["Laboratorio Ambiental"]),
        line(5, results={"2024-Y": "87", "2025-Y": "41"}),
    ]
    wanted = [issue("hidden_row", 4), issue("hidden_column")]
    expected = plan(lines, "Acciones operativas", period_kind="year")
    return truth("environment_hidden_parts.xlsx", "2026-02-01", [expected], wanted)


@case
def metropolitan_two_months(folder: Path) -> Truth:
    """Two-month periods named by ordinal and months, each with its plan and its done."""
    names = ["I BIMESTRE (Ene-Feb)", "II BIMESTRE (Mar-Abr)", "III BIMESTRE (May-Jun)", "IV BIMESTRE (Jul-Ago)"]
    names += ["V BIMESTRE (Sep-Oct)", "VI BIMESTRE (Nov-Dic)"]
    areas = ["F3:G3", "H3:I3", "J3:K3", "L3:M3", "N3:O3", "P3:Q3"]
    with Book(folder / "metropolitan_two_months.xlsx") as book:
        page = book.page("2024")
        page.put(1, "A", "ÁREA METROPOLITANA - SEGUIMIENTO BIMESTRAL AL PLAN DE ACCIÓN", "title")
        for letter, title in zip("ABCDE", ("Proyecto", "Actividad", "Dependencia", "Meta física", "U.M."), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for area, name in zip(areas, names, strict=True):
            page.merge(area, name)
        page.head(4, ["P", "E"] * 6, "F")
        page.row(5, ["Movilidad", "Aforos vehiculares", "Subdirección de Movilidad", 18, "Aforo"])
        page.row(5, [3, 3, 3, 2, 3, 4, 3, None, 3, None, 3, None], "F")
        page.row(6, ["Ambiente", "Control a vertimientos", "Subdirección Ambiental", 60, "Visita"])
        page.row(6, [10, 8, 10, 12, 10, 10, 10, None, 10, None, 10, None], "F")
    two_months = [f"2024-B{number}" for number in range(1, 7)]
    lines = [
        line(
            5,
            target="18",
            programmed=dict.fromkeys(two_months, "3"),
            results={"2024-B1": "3", "2024-B2": "2", "2024-B3": "4"},
        ),
        line(
            6, target="60", results={"2024-B1": "8", "2024-B2": "12", "2024-B3": "10"}, teams=["Subdirección Ambiental"]
        ),
    ]
    return truth("metropolitan_two_months.xlsx", "2024-07-08", [plan(lines, period_kind="two_month")])


@case
def region_goal_totals_and_dates(folder: Path) -> Truth:
    """A cover before the table, a row of column numbers, subtotals per programme, a signature block."""
    with Book(folder / "region_goal_totals_and_dates.xlsx") as book:
        page = book.page("Formato")
        page.row(1, ["República de Colombia"], "C")
        page.row(2, ["DEPARTAMENTO"], "C")
        page.row(3, ["PLAN DE ACCIÓN POR DEPENDENCIAS"], "C")
        page.rows(
            5,
            [["Dependencia:", "Secretaría de Agricultura"], ["Vigencia:", 2025], ["Corte:", "Segundo trimestre"]],
            "C",
        )
        page.row(9, ["Instrucciones: diligencie una fila por actividad. No combine celdas."], "C")
        titles = [
            "Actividad",
            "Cantidad",
            "Unidad",
            "Fecha de inicio",
            "Fecha de finalización",
            "Avance T1",
            "Avance T2",
        ]
        page.head(12, [*titles, "Responsable de la actividad"], "C")
        page.row(13, [1, 2, 3, 4, 5, 6, 7, 8], "C")
        page.row(14, ["Programa: Campo productivo"], "C")
        page.row(
            15,
            ["Entregar semillas certificadas", 1500, "Kits", date(2025, 2, 1), date(2025, 9, 30), 300, 520, "UMATA"],
            "C",
        )
        page.row(
            16,
            ["Vacunar bovinos", 20000, "Cabezas", date(2025, 5, 1), date(2025, 6, 30), None, 18500, "Sanidad Animal"],
            "C",
        )
        page.row(17, ["Subtotal programa", 21500, None, None, None, 300, 19020], "C")
        page.row(18, ["Programa: Mercados campesinos"], "C")
        page.row(
            19,
            ["Realizar mercados", 12, "Mercados", date(2025, 1, 15), date(2025, 12, 20), 3, 3, "Comercialización"],
            "C",
        )
        page.row(20, ["Subtotal programa", 12, None, None, None, 3, 3], "C")
        page.row(21, ["TOTAL GENERAL", 21512, None, None, None, 303, 19023], "C")
        page.row(24, ["Elaboró", None, "Revisó", None, "Aprobó"], "C")
        page.row(25, ["Profesional de apoyo", None, "Director de Desarrollo", None, "Secretario de Despacho"], "C")
    lines = [
        line(
            15,
            activity="Entregar semillas certificadas",
            target="1500",
            results={"2025-Q1": "300", "2025-Q2": "520"},
            teams=["UMATA"],
        ),
        line(16, target="20000", start="2025-05-01", due="2025-06-30", results={"2025-Q2": "18500"}),
        line(19, target="12", results={"2025-Q1": "3", "2025-Q2": "3"}, extra={"path_has": ["Mercados campesinos"]}),
    ]
    return truth("region_goal_totals_and_dates.xlsx", "2025-07-01", [plan(lines, period_kind="quarter")])
