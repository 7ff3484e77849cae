"""Goals with their total, counts beside shares, and what ought to be done by now beside what is."""

from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth


@case
def school_goals_and_progress_in_blocks(folder: Path) -> Truth:
    """The quarters of the goals with their total, then those of the progress; no other column tells the goal."""
    with Book(folder / "school_goals_and_progress_in_blocks.xlsx") as book:
        page = book.page("PAI")
        page.merge("A1:O1", "ESCUELA SUPERIOR DE ADMINISTRACIÓN - PLAN DE ACCIÓN INSTITUCIONAL 2025", "title")
        single = ["Código", "Actividad principal", "Tareas", "Peso tarea", "Responsable"]
        for letter, title in zip("ABCDE", single, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("F3:J3", "METAS")
        page.merge("K3:O3", "AVANCES")
        page.head(4, ["T1", "T2", "T3", "T4", "TOTAL"] * 2, "F")
        page.row(5, ["A1", "Fortalecer la oferta", "Diseñar curso virtual", Pct(0.5), "Subdirección Académica"])
        page.row(5, [1, 1, 0, 0, 2, 1, 0, None, None, 1], "F")
        page.row(6, ["A1", "Fortalecer la oferta", "Dictar el curso", Pct(0.5), "Subdirección Académica"])
        page.row(6, [0, 0, 3, 3, 6, 0, 0, None, None, 0], "F")
    lines = [
        line(
            5,
            activity="Diseñar curso virtual",
            target="2",
            target_unit="count",
            programmed={"2025-Q1": "1", "2025-Q2": "1"},
            results={"2025-Q1": "1", "2025-Q2": "0"},
            teams=["Subdirección Académica"],
            extra={"weight": "0.5", "path_has": ["Fortalecer la oferta"]},
        ),
        line(6, target="6", programmed={"2025-Q3": "3", "2025-Q4": "3"}, results={"2025-Q1": "0", "2025-Q2": "0"}),
    ]
    return truth("school_goals_and_progress_in_blocks.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def university_count_and_share_at_cuts(folder: Path) -> Truth:
    """Under each cut how many there are and which share of the goal that is."""
    with Book(folder / "university_count_and_share_at_cuts.xlsx") as book:
        page = book.page("Indicativo")
        page.merge("A1:K1", "PLAN DE DESARROLLO INSTITUCIONAL - PLAN INDICATIVO 2025", "title")
        single = ["Eje", "Programa", "Proyecto", "Producto", "Unidad de medida", "Meta 2025", "Líder del proyecto"]
        for letter, title in zip("ABCDEFG", single, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("H3:I3", "Avance a marzo 31")
        page.merge("J3:K3", "Avance a junio 30")
        page.head(4, ["Cantidad", "%"] * 2, "H")
        page.row(5, ["Docencia", "Calidad", "Acreditación", "Programas acreditados", "Programas", 8])
        page.row(5, ["Vicerrectoría Académica", 1, Pct(0.125, "0.0%"), 3, Pct(0.375, "0.0%")], "G")
        page.row(6, ["Docencia", "Calidad", "Formación", "Docentes formados", "Docentes", 1200])
        page.row(6, ["Vicerrectoría Académica", 250, Pct(0.21), 640, Pct(0.53)], "G")
    lines = [
        line(
            5,
            deliverable="Programas acreditados",
            target="8",
            programmed={},
            results={"2025-Q1": "1", "2025-Q2": "3"},
            teams=["Vicerrectoría Académica"],
        ),
        line(6, target="1200", programmed={}, results={"2025-Q1": "250", "2025-Q2": "640"}),
    ]
    expected = plan(lines, period_kind="quarter")
    return truth("university_count_and_share_at_cuts.xlsx", "2025-07-10", [expected], (), ["share_of_count"])


@case
def board_of_projects_planned_and_real(folder: Path) -> Truth:
    """Planned progress to date is no goal; the real one is the figure at the cut."""
    with Book(folder / "board_of_projects_planned_and_real.xlsx") as book:
        page = book.page("Tablero")
        page.merge("A1:I1", "TABLERO PLAN ESTRATÉGICO 2025", "title")
        page.head(3, ["Objetivo", "Proyecto", "Líder", "Inicio", "Fin", "Avance planeado", "Avance real"])
        page.head(3, ["Desviación", "Semáforo"], "H")
        page.row(4, ["Gobierno abierto", "Sede electrónica", "Oficina TIC", "01/02/2025", "30/11/2025", Pct(0.5)])
        page.row(4, [Pct(0.4), Pct(-0.1), "Amarillo"], "G")
        page.row(5, ["Gobierno abierto", "Archivo digital", "Secretaría General", "01/02/2025", "15/12/2025", Pct(0.6)])
        page.row(5, [Pct(0.6), Pct(0), "Verde"], "G")
    lines = [
        line(
            4,
            activity="Sede electrónica",
            start="2025-02-01",
            due="2025-11-30",
            target=None,
            results={"cut": "0.4"},
            teams=["Oficina TIC"],
        ),
        line(5, due="2025-12-15", target=None, results={"cut": "0.6"}),
    ]
    return truth("board_of_projects_planned_and_real.xlsx", "2025-07-10", [plan(lines)])


@case
def prosecutor_months_in_share(folder: Path) -> Truth:
    """The months stand under "Avance porcentual" while one of the goals is a count."""
    with Book(folder / "prosecutor_months_in_share.xlsx") as book:
        page = book.page("POA")
        page.merge("A1:J1", "DIRECCIÓN SECCIONAL DE FISCALÍAS - PLAN OPERATIVO 2025", "title")
        for letter, title in zip("ABCDE", ["Objetivo", "Acción", "Indicador", "Meta", "Cargo del líder"], strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("F3:H3", "Avance porcentual")
        page.head(4, ["ene", "feb", "mar"], "F")
        page.row(5, ["OE1", "Imputar casos", "Tasa de imputación", "15%", "Director Seccional", Pct(0.01), Pct(0.02)])
        page.row(6, ["OE1", "Cerrar casos", "Casos cerrados", 1200, "Director Seccional", Pct(0.1), Pct(0.08)])
    lines = [
        line(5, target="0.15", target_unit="percent", results={"2025-M01": "0.01", "2025-M02": "0.02"}),
        line(6, target="1200", target_unit="count", results={"2025-M01": "0.1", "2025-M02": "0.08"}),
    ]
    expected = plan(lines, period_kind="month")
    return truth(
        "prosecutor_months_in_share.xlsx", "2025-03-10", [expected], [issue("share_of_count")], ["unit_mismatch"]
    )


@case
def institute_short_four_months(folder: Path) -> Truth:
    """ "1er. Cuat." says the part of the year, once with its months for the goal and once alone for what was done."""
    with Book(folder / "institute_short_four_months.xlsx") as book:
        page = book.page("PTEP")
        page.merge("A1:M1", "PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA - PTEP 2025", "title")
        page.head(3, ["Componente", "Actividad", "Fecha inicio", "Fecha fin", "Responsable", "Indicador", "Meta"])
        page.head(3, ["1er. Cuat. (ene-abr)", "2do. Cuat. (may-ago)", "3er. Cuat. (sep-dic)"], "H")
        page.head(3, ["Avance 1er. Cuat.", "Avance 2do. Cuat.", "Avance 3er. Cuat."], "K")
        page.row(4, ["Transparencia", "Publicar datos abiertos", "02/01/2025", "31/12/2025", "Oficina de Planeación"])
        page.row(4, ["Publicaciones", 3, 1, 1, 1, 1, 1], "F")
        page.row(5, ["Integridad", "Capacitar en integridad", "02/01/2025", "31/12/2025", "Grupo de Talento Humano"])
        page.row(5, ["Jornadas", 2, 0, 1, 1, 0, 1], "F")
    parts = ("2025-C1", "2025-C2", "2025-C3")
    lines = [
        line(4, target="3", programmed=dict.fromkeys(parts, "1"), results={parts[0]: "1", parts[1]: "1"}),
        line(5, target="2", programmed={parts[1]: "1", parts[2]: "1"}, results={parts[0]: "0", parts[1]: "1"}),
    ]
    expected = plan(lines, kind="transparency_plan", period_kind="four_month")
    return truth("institute_short_four_months.xlsx", "2025-09-12", [expected])


@case
def courts_quarters_within_a_term(folder: Path) -> Truth:
    """The plan is of four years and the follow-up of one: the quarters are that one's, not the term's first."""
    with Book(folder / "courts_quarters_within_a_term.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN SECTORIAL DE DESARROLLO RAMA JUDICIAL 2023-2026 - SEGUIMIENTO 2025", "title")
        page.head(3, ["Pilar", "Proyecto", "Producto", "Meta 2025 ", "Und", "Unidad responsable"])
        page.head(3, ["Avance físico 1T", "Avance físico 2T", "Avance financiero 1T", "Avance financiero 2T"], "G")
        page.row(4, ["Digital", "Expediente", "Expedientes digitalizados", 2000000, "Expediente"])
        page.row(4, ["Unidad de Informática", 400000, 520000, Pct(0.1), Pct(0.3)], "F")
        page.row(5, ["Acceso", "Sedes", "Sedes construidas", 4, "Sede", "Unidad de Infraestructura Física", 0, 1])
        page.row(5, [Pct(0.2), Pct(0.4)], "I")
    lines = [
        line(
            4,
            deliverable="Expedientes digitalizados",
            target="2000000",
            results={"2025-Q1": "400000", "2025-Q2": "520000"},
            teams=["Unidad de Informática"],
        ),
        line(5, target="4", results={"2025-Q1": "0", "2025-Q2": "1"}, extra={"unit": "Sede"}),
    ]
    return truth("courts_quarters_within_a_term.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])
