"""Plans that national entities publish: ministries, police, corporations, universities, courts."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth


@case
def corporation_numbered_columns(folder: Path) -> Truth:
    """The matrix of a corporation's plan: each title under its number, goal of the year and of the whole plan."""
    with Book(folder / "corporation_numbered_columns.xlsx") as book:
        page = book.page("Anexo 1")
        page.merge("A1:L1", "CORPORACIÓN AUTÓNOMA REGIONAL DEL SUR", "title")
        page.merge("A2:L2", "MATRIZ DE SEGUIMIENTO DEL PLAN DE ACCIÓN CUATRIENAL 2024-2027", "title")
        page.merge("A3:L3", "AVANCE EN LAS METAS FÍSICAS Y FINANCIERAS - PERIODO REPORTADO: VIGENCIA 2024", "title")
        page.head(5, ["(1)\nPROGRAMAS - PROYECTOS - ACTIVIDADES DEL PLAN DE ACCIÓN", "(2)\nUNIDAD DE MEDIDA"])
        page.head(5, ["(3)\nMETA FÍSICA ANUAL (Según unidad de medida)", "(4)\nAVANCE DE LA META FÍSICA"], "C")
        page.head(5, ["(5)\nPORCENTAJE DE AVANCE FÍSICO %\n((4/3)*100)", "(5-A)\nDESCRIPCIÓN DEL AVANCE"], "E")
        page.head(5, ["(6)\nMETA FÍSICA DEL PLAN", "(7)\nACUMULADO DE LA META FÍSICA"], "G")
        page.head(5, ["(9)\nMETA FINANCIERA ANUAL ($)", "(10)\nAVANCE DE LA META FINANCIERA ($)"], "I")
        page.head(5, ["(16)\nOBSERVACIONES", "RESPONSABLE"], "K")
        page.merge("A6:L6", "PROGRAMA 1. GESTIÓN INTEGRAL DEL RECURSO HÍDRICO", "cell")
        page.merge("A7:L7", "Proyecto 1.1. Planificación de cuencas", "cell")
        page.row(8, ["1.1.1 Formular planes de ordenación de cuencas", "Plan", 2, 1, Pct(0.5), "Fase de diagnóstico"])
        page.row(8, [6, 1, 1250000000, 600500000, None, "Subdirección de Planeación"], "G")
        page.row(9, ["1.1.2 Monitorear corrientes hídricas", "Corrientes", 12, 12, Pct(1), "Doce campañas"])
        page.row(9, [48, 12, 340000000, 340000000, None, "Laboratorio Ambiental"], "G")
        page.merge("A10:L10", "PROGRAMA 2. BIODIVERSIDAD", "cell")
        page.row(11, ["2.1.1 Restaurar áreas degradadas", "Hectáreas", "250,5", "120,3", Pct(0.48), "En siembra"])
        page.row(11, ["1.000", "120,3", 2100000000, 900000000, None, "Subdirección de Gestión Ambiental"], "G")
    lines = [
        line(
            8,
            number="1.1.1",
            activity=["Formular planes de ordenación de cuencas", "1.1.1 Formular planes de ordenación de cuencas"],
            target="2",
            target_unit="count",
            teams=["Subdirección de Planeación"],
            extra={"unit": "Plan", "path_has": ["GESTIÓN INTEGRAL DEL RECURSO HÍDRICO", "Planificación de cuencas"]},
        ),
        line(9, number="1.1.2", target="12", teams=["Laboratorio Ambiental"]),
        line(
            11,
            number="2.1.1",
            target="250.5",
            teams=["Subdirección de Gestión Ambiental"],
            extra={"path_has": ["BIODIVERSIDAD"]},
        ),
    ]
    for spot, value in zip(lines, ("1", "12", "120.3"), strict=True):
        spot["results"] = {"cut": value}
    return truth("corporation_numbered_columns.xlsx", "2025-02-10", [plan(lines)])


@case
def police_export_of_tasks(folder: Path) -> Truth:
    """The export of a suite: expected and real progress of each task, planned and real dates."""
    with Book(folder / "police_export_of_tasks.xlsx") as book:
        page = book.page("Reporte")
        page.put(1, "A", "POLICÍA METROPOLITANA", "title")
        page.put(2, "A", "Reporte de seguimiento al plan de acción - Vigencia: 2025 - Corte: 31/03/2025")
        head = ["Código", "Nombre del plan", "Tarea", "Producto o entregable", "Ponderación", "Unidad responsable"]
        head += ["Fecha inicio programada", "Fecha fin programada", "Fecha fin real", "% Avance esperado"]
        head += ["% Avance real", "Estado", "Comentario último avance"]
        page.head(4, head)
        page.row(
            5, ["T-0012", "Convivencia", "Ejecutar campañas de prevención ciudadana", "Informe de campañas", Pct(0.4)]
        )
        page.row(5, ["Grupo de Prevención", date(2025, 1, 20), date(2025, 6, 27), None, Pct(0.5), Pct(0.45)], "F")
        page.row(5, ["En ejecución", "Se realizaron 9 campañas de 20"], "L")
        page.row(
            6, ["T-0013", "Convivencia", "Actualizar el mapa de riesgos de seguridad", "Mapa actualizado", Pct(0.6)]
        )
        page.row(6, ["Oficina de Planeación", date(2025, 2, 3), date(2025, 3, 14), date(2025, 3, 12), Pct(1)], "F")
        page.row(6, [Pct(1), "Terminada", "Mapa publicado"], "K")
        page.row(7, ["T-0014", "Talento humano", "Capacitar uniformados en derechos humanos", "Listados", Pct(1)])
        page.row(7, ["Área de Talento Humano", date(2025, 4, 1), date(2025, 11, 28), None, Pct(0), Pct(0)], "F")
        page.row(7, ["Sin iniciar"], "L")
    lines = [
        line(
            5,
            number="T-0012",
            activity="Ejecutar campañas de prevención ciudadana",
            deliverable="Informe de campañas",
            start="2025-01-20",
            due="2025-06-27",
            teams=["Grupo de Prevención"],
            target=None,
            results={"cut": "0.45"},
            extra={"weight": "0.4"},
        ),
        line(6, number="T-0013", start="2025-02-03", due="2025-03-14", results={"cut": "1"}),
        line(7, number="T-0014", due="2025-11-28", teams=["Área de Talento Humano"], extra={"weight": "1"}),
    ]
    return truth("police_export_of_tasks.xlsx", "2025-04-02", [plan(lines, kind="action_plan")])


@case
def superintendence_strategic_years(folder: Path) -> Truth:
    """A strategic plan of four years: base line, goal of the four years, and for each year its goal and its result."""
    with Book(folder / "superintendence_strategic_years.xlsx") as book:
        page = book.page("PEI 2023-2026")
        page.merge("A1:A3", "")
        page.merge("B1:N1", "SUPERINTENDENCIA DE TRANSPORTE", "title")
        page.merge("B2:N2", "PLAN ESTRATÉGICO INSTITUCIONAL 2023 - 2026", "title")
        page.merge("B3:N3", "Seguimiento con corte a 31 de diciembre de 2024", "title")
        for letter, title in zip(
            "ABCDEF",
            ("Objetivo estratégico", "Indicador", "Unidad de medida", "Línea base 2022", "Meta cuatrienio", "Líder"),
            strict=True,
        ):
            page.merge(f"{letter}5:{letter}6", title)
        for year, area in zip(range(2023, 2027), ("G5:H5", "I5:J5", "K5:L5", "M5:N5"), strict=True):
            page.merge(area, year)
            page.head(6, ["Meta", "Resultado"], area[0])
        page.merge("A7:A8", "OE1. Fortalecer la supervisión del sector", "cell")
        page.row(7, ["Visitas de inspección realizadas", "Número", 820, 4000, "Delegatura de Puertos"], "B")
        page.row(7, [900, 912, 1000, 987, 1050, None, 1050], "G")
        page.row(8, ["Vigilados con supervisión integral", "Porcentaje", Pct(0.35), Pct(0.8)], "B")
        page.row(
            8, ["Delegatura de Tránsito", Pct(0.45), Pct(0.47), Pct(0.6), Pct(0.58), Pct(0.7), None, Pct(0.8)], "F"
        )
        page.row(9, ["OE2. Mejorar la atención al ciudadano", "Trámites en línea", "Número", 0, 12, "Oficina TIC"])
        page.row(9, [3, 3, 3, 2, 3, None, 3], "G")
    lines = [
        line(
            7,
            indicator="Visitas de inspección realizadas",
            target="4000",
            target_unit="count",
            programmed={"2023-Y": "900", "2024-Y": "1000", "2025-Y": "1050", "2026-Y": "1050"},
            results={"2023-Y": "912", "2024-Y": "987"},
            teams=["Delegatura de Puertos"],
            extra={"baseline": "820", "path_has": ["OE1. Fortalecer la supervisión del sector"]},
        ),
        line(
            8,
            target="0.8",
            target_unit="percent",
            programmed={"2023-Y": "0.45", "2024-Y": "0.6", "2025-Y": "0.7", "2026-Y": "0.8"},
            results={"2023-Y": "0.47", "2024-Y": "0.58"},
            teams=["Delegatura de Tránsito"],
            extra={"baseline": "0.35", "path_has": ["OE1"]},
        ),
        line(9, target="12", results={"2023-Y": "3", "2024-Y": "2"}, extra={"path_has": ["OE2"]}),
    ]
    return truth("superintendence_strategic_years.xlsx", "2025-01-20", [plan(lines, period_kind="year")])


@case
def department_quarter_shares(folder: Path) -> Truth:
    """Products with their goal; the programmed shares of the quarters together, then the reported ones."""
    with Book(folder / "department_quarter_shares.xlsx") as book:
        page = book.page("PAI 2025 V3")
        page.merge("A1:R1", "DEPARTAMENTO NACIONAL DE PLANEACIÓN\nPLAN DE ACCIÓN INSTITUCIONAL 2025", "title")
        page.put(2, "A", "Fecha de aprobación: 30 de enero de 2025")
        page.put(2, "F", "Fecha de la última modificación: 27/06/2025")
        single = ["ID", "Dependencia", "Objetivo institucional", "Producto", "Descripción del entregable"]
        single += ["Fecha de inicio\n(dd/mm/aaaa)", "Fecha de entrega\n(dd/mm/aaaa)", "Ponderación"]
        for letter, title in zip("ABCDEFGH", single, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("I4:L4", "Programación acumulada 2025")
        page.head(5, ["Mar", "Jun", "Sep", "Dic"], "I")
        page.merge("M4:P4", "Avance acumulado reportado 2025")
        page.head(5, ["Mar", "Jun", "Sep", "Dic"], "M")
        page.merge("Q4:Q5", "Reporte cualitativo II trimestre")
        page.row(6, [1, "Dirección de Descentralización", "Territorios más fuertes", "Guía de regionalización"])
        page.row(6, ["Documento técnico de la guía", "03/02/2025", "30/09/2025", Pct(0.25)], "E")
        page.row(6, [Pct(0.2), Pct(0.6), Pct(1), Pct(1), Pct(0.2), Pct(0.55)], "I")
        page.put(6, "Q", "Se avanzó en el capítulo 3")
        page.row(7, [2, "Dirección de Descentralización", "Territorios más fuertes", "Asistencia técnica territorial"])
        page.row(7, ["Informe de asistencia", "15/01/2025", "19/12/2025", Pct(0.75)], "E")
        page.row(7, [Pct(0.25), Pct(0.5), Pct(0.75), Pct(1), Pct(0.25), Pct(0.5)], "I")
        page.row(8, [3, "Oficina de Tecnologías", "Gestión moderna", "Portal de datos", "Portal en producción"])
        page.row(8, ["01/04/2025", "28/11/2025", Pct(1), None, Pct(0.3), Pct(0.6), Pct(1), None, Pct(0.3)], "F")
    lines = [
        line(
            6,
            number="1",
            start="2025-02-03",
            due="2025-09-30",
            programmed={"2025-Q1": "0.2", "2025-Q2": "0.6", "2025-Q3": "1", "2025-Q4": "1"},
            results={"2025-Q1": "0.2", "2025-Q2": "0.55"},
            teams=["Dirección de Descentralización"],
            extra={"weight": "0.25", "path_has": ["Territorios más fuertes"], "accumulation": ["stock", "latest"]},
        ),
        line(7, number="2", due="2025-12-19", results={"2025-Q1": "0.25", "2025-Q2": "0.5"}),
        line(
            8,
            number="3",
            start="2025-04-01",
            programmed={"2025-Q2": "0.3", "2025-Q3": "0.6", "2025-Q4": "1"},
            results={"2025-Q2": "0.3"},
            teams=["Oficina de Tecnologías"],
        ),
    ]
    expected = plan(lines, period_kind="quarter")
    return truth("department_quarter_shares.xlsx", "2025-07-15", [expected], (), ["result_mismatch", "ambiguous_date"])
