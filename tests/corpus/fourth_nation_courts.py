"""Plans of courts, of a sector and of the ombudsman: processes, years and months."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Shown, Truth, case, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def judiciary_council_plan(folder: Path) -> Truth:
    """A council of the judiciary: who is in charge and in which process; its analysis by quarter is prose."""
    with Book(folder / "judiciary_council_plan.xlsx") as book:
        page = book.page("Plan de Acción 2024")
        page.merge("A1:P1", "CONSEJO SECCIONAL DE LA JUDICATURA", "title")
        page.merge("A2:P2", "SISTEMA INTEGRADO DE GESTIÓN Y CONTROL DE LA CALIDAD Y DEL MEDIO AMBIENTE (SIGCMA)")
        page.merge("A3:P3", "PLAN DE ACCIÓN   -   AÑO: 2024      CÓDIGO F-EVSG-16      VERSIÓN 02")
        head = ["PILAR ESTRATÉGICO", "PROPÓSITO", "ESTRATEGIA DOFA", "ACTIVIDAD", "PROCESO", "ENTREGABLE"]
        head += ["INDICADOR (Unidad de Medida)", "META", "RESPONSABLE (Cargo)", "FECHA INICIAL", "FECHA FINAL"]
        for letter, title in zip("ABCDEFGHIJK", head, strict=True):
            page.merge(f"{letter}5:{letter}6", title)
        page.merge("L5:O5", "SEGUIMIENTO")
        page.head(6, ["I TRIM", "II TRIM", "III TRIM", "IV TRIM"], "L")
        page.merge("P5:P6", "ANÁLISIS DE RESULTADOS")
        page.merge("A7:A8", "Modernización tecnológica y transformación digital", "cell")
        page.merge("B7:B8", "Mejorar el acceso a la justicia", "cell")
        page.row(7, ["F1-O2", "Realizar visitas a los despachos judiciales del distrito", "Administración"], "C")
        page.row(
            7, ["Actas de visita", "Visitas realizadas / visitas programadas", Pct(1), "Magistrado Presidente"], "F"
        )
        page.row(7, ["15/01/2024", "13/12/2024", Pct(0.25), Pct(0.25)], "J")
        page.put(7, "P", "Se cumplió la programación del trimestre.")
        page.row(8, ["D3-O1", "Publicar los acuerdos en el micrositio web", "Comunicación", "Publicaciones"], "C")
        page.row(8, ["Número de acuerdos publicados", 40, "Secretario", "15/01/2024", "13/12/2024", 8, 11], "G")
        page.row(9, ["Carrera judicial", "Fortalecer el mérito", "F2-O4", "Expedir los registros de elegibles"])
        page.row(9, ["Carrera Judicial", "Resoluciones", "Registros expedidos", 6, "Despacho 1"], "E")
        page.row(9, ["01/02/2024", "30/06/2024", 2, 4], "J")
    lines = [
        line(
            7,
            activity="Realizar visitas a los despachos judiciales del distrito",
            deliverable="Actas de visita",
            target="1",
            target_unit="percent",
            start="2024-01-15",
            due="2024-12-13",
            results={"2024-Q1": "0.25", "2024-Q2": "0.25"},
            teams=["Magistrado Presidente"],
            extra={"path_has": ["Modernización tecnológica"]},
        ),
        line(8, target="40", target_unit="count", results={"2024-Q1": "8", "2024-Q2": "11"}, teams=["Secretario"]),
        line(9, target="6", due="2024-06-30", results={"2024-Q1": "2", "2024-Q2": "4"}, teams=["Despacho 1"]),
    ]
    return truth("judiciary_council_plan.xlsx", "2024-07-10", [plan(lines, period_kind="quarter")])


@case
def sector_plan_in_word(folder: Path) -> Truth:
    """A sector's plan in Word: strategies over several actions, goals in words by year, the entity that answers."""
    table: list[list[object]] = [
        [
            Box("Estrategia", 1, "restart"),
            Box("Acción", 1, "restart"),
            Box("Indicador", 1, "restart"),
            Box("Entidad responsable", 1, "restart"),
            Box("Metas", 4),
        ],
        [Box("", 1, "continue")] * 4 + ["2023", "2024", "2025", "2026"],
        [
            Box("1. Justicia ambiental", 1, "restart"),
            "1.1 Delimitar páramos con participación",
            "Páramos delimitados",
            "Ministerio de Ambiente",
            "1",
            "2",
            "2",
            "1",
        ],
        [
            Box("", 1, "continue"),
            "1.2 Actualizar el registro de áreas protegidas",
            "Registro actualizado",
            "Parques Nacionales Naturales",
            "100 %",
            "100 %",
            "100 %",
            "100 %",
        ],
        [
            "2. Información y conocimiento",
            "2.1 Ampliar la red de estaciones hidrometeorológicas",
            "Estaciones instaladas",
            "IDEAM",
            "N.A.",
            "45",
            "60",
            "1.200",
        ],
    ]
    write_word(
        folder / "sector_plan_in_word.docx",
        [
            "PLAN ESTRATÉGICO SECTORIAL 2023 – 2026",
            "Sector Ambiente y Desarrollo Sostenible",
            "El presente plan se formula en cumplimiento de la Ley 152 de 1994 y se publica antes del 31 de enero.",
            table,
            "Fuente: entidades del sector, diciembre de 2023.",
        ],
    )
    lines = [
        line(
            3,
            number="1.1",
            indicator="Páramos delimitados",
            programmed={"2023-Y": "1", "2024-Y": "2", "2025-Y": "2", "2026-Y": "1"},
            results={},
            teams=["Ministerio de Ambiente"],
            extra={"path_has": ["Justicia ambiental"]},
        ),
        line(
            4,
            number="1.2",
            programmed={f"{year}-Y": "1" for year in range(2023, 2027)},
            results={},
            teams=["Parques Nacionales Naturales"],
            extra={"path_has": ["Justicia ambiental"]},
        ),
        line(5, number="2.1", programmed={"2024-Y": "45", "2025-Y": "60", "2026-Y": "1200"}, teams=["IDEAM"]),
    ]
    return truth("sector_plan_in_word.docx", "2024-02-01", [plan(lines, period_kind="year")])


@case
def ombudsman_months_as_dates(folder: Path) -> Truth:
    """Month titles are real dates shown as ene-25, a row of programme and a row of execution, a total by formula."""
    with Book(folder / "ombudsman_months_as_dates.xlsx") as book:
        page = book.page("Hoja1")
        page.merge("A1:T1", "DEFENSORÍA DEL PUEBLO - PLAN OPERATIVO ANUAL", "title")
        page.row(3, ["DEPENDENCIA:", "DIRECCIÓN NACIONAL DE PROMOCIÓN"])
        page.head(5, ["ÍTEM", "ACTIVIDADES", "META ANUAL", "UNIDAD", "RESPONSABLES", "P/E"])
        page.head(5, [Shown(date(2025, month, 1), "mmm-yy") for month in range(1, 13)], "G")
        page.head(5, ["TOTAL", "% CUMPLIMIENTO"], "S")
        data = [
            (6, 1, "Talleres de promoción en derechos", 24, "Talleres", "Grupo de Promoción", [2] * 12, [2, 1, 3]),
            (8, 2, "Boletines de alertas tempranas", 4, "Boletín", "Sistema de Alertas", [0, 0, 1] * 4, [0, 0, 1]),
        ]
        for row, number, activity, goal, unit, team, planned, done in data:
            for letter, value in zip("ABCDE", (number, activity, goal, unit, team), strict=True):
                page.merge(f"{letter}{row}:{letter}{row + 1}", value, "cell")
            page.row(row, ["P", *planned, Formula(f"=SUM(G{row}:R{row})", sum(planned))], "F")
            page.row(row + 1, ["E", *done], "F")
            page.put(row + 1, "S", Formula(f"=SUM(G{row + 1}:R{row + 1})", sum(done)))
            page.merge(f"T{row}:T{row + 1}", Formula(f"=S{row + 1}/S{row}", sum(done) / sum(planned), "0%"), "cell")
    months = [f"2025-M{month:02}" for month in range(1, 13)]
    lines = [
        line(
            6,
            number="1",
            activity="Talleres de promoción en derechos",
            target="24",
            target_unit="count",
            programmed=dict.fromkeys(months, "2"),
            results=dict(zip(months, ("2", "1", "3"), strict=False)),
            teams=["Grupo de Promoción"],
        ),
        line(
            8,
            number="2",
            target="4",
            programmed={months[index]: "1" for index in (2, 5, 8, 11)},
            results={months[0]: "0", months[1]: "0", months[2]: "1"},
            teams=["Sistema de Alertas"],
        ),
    ]
    return truth("ombudsman_months_as_dates.xlsx", "2025-04-04", [plan(lines, period_kind="month")])
