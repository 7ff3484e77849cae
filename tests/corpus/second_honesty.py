"""Anticorruption and transparency plans with their cut-offs."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth


@case
def anticorruption_prose_dates(folder: Path) -> Truth:
    """A component's sheet: subcomponents merged down, activities numbered 1.1, dates told in words."""
    with Book(folder / "anticorruption_prose_dates.xlsx") as book:
        page = book.page("Componente 1")
        page.merge("A1:F1", "PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO 2017", "title")
        page.merge("A2:F2", "Componente 1: Gestión del Riesgo de Corrupción - Mapa de Riesgos de Corrupción", "title")
        page.merge("A3:A3" if False else "A3:B3", "Subcomponente / Actividades")
        page.head(3, ["Actividades", "Meta o producto", "Responsable", "Fecha programada"], "C")
        page.merge("A4:A6", "Subcomponente 1 Política de Administración de Riesgos", "cell")
        page.rows(
            4,
            [
                [
                    "1.1",
                    "Revisar la planeación estratégica",
                    "Objetivos claves",
                    "Oficina Asesora de Planeación",
                    "15 abril de 2017",
                ],
                ["1.2", "Definir la política de riesgos", "Política", "Comité de Calidad", "22 al 28 de abril de 2017"],
                ["1.3", "Publicar la política", "Política publicada", "Sistemas", "Abril de 2017"],
            ],
            "B",
        )
        page.row(
            7,
            [
                "Subcomponente 2 Mapa de Riesgos",
                "2.1",
                "Identificar riesgos",
                "Matriz",
                "Oficina Asesora de Planeación",
            ],
        )
        page.put(7, "F", date(2017, 4, 29))
    lines = [
        line(
            4,
            number="1.1",
            activity="Revisar la planeación estratégica",
            due="2017-04-15",
            deliverable="Objetivos claves",
        ),
        line(5, number="1.2", start="2017-04-22", due="2017-04-28", teams=["Comité de Calidad"]),
        line(6, due="2017-04-30"),
        line(7, number="2.1", due="2017-04-29", extra={"path_has": ["Subcomponente 2"]}),
    ]
    return truth("anticorruption_prose_dates.xlsx", "2017-04-01", [plan(lines, kind="transparency_plan")])


@case
def transparency_cut_columns(folder: Path) -> Truth:
    """Three cut-offs, each with its progress, its evidence and the remarks of internal control."""
    with Book(folder / "transparency_cut_columns.xlsx") as book:
        page = book.page("PTEP 2025")
        page.merge("A1:P1", "PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA", "title")
        for letter, title in zip(
            "ABCDEF", ("Temática", "Acción", "Entregable", "Líder", "F. Inicio", "F. Fin"), strict=True
        ):
            page.merge(f"{letter}3:{letter}4", title)
        for area, title in zip(
            ("G3:I3", "J3:L3", "M3:O3"),
            ("1er corte (30 abril)", "2do corte (31 agosto)", "3er corte (31 diciembre)"),
            strict=True,
        ):
            page.merge(area, title)
        page.head(4, ["% Avance", "Evidencia", "Observaciones OCI"] * 3, "G")
        page.row(5, ["Debida diligencia", "Adoptar el manual SARLAFT", "Manual", "Jurídica", "1/02/2025", "31/07/2025"])
        page.row(5, [Pct(0.4), "Borrador 1 de 2", "En término", Pct(1), "Resolución 215 de 2025", "Cumplida"], "G")
        page.row(
            6, ["Estado abierto", "Publicar el inventario de datos", "Inventario", "TIC", "3/03/2025", "30/11/2025"]
        )
        page.row(6, [Pct(0.1), None, "Sin evidencia", Pct(0.7), "Acta 3 del 15/08/2025", "En término"], "G")
    lines = [
        line(5, start="2025-02-01", due="2025-07-31", results={"2025-C1": "0.4", "2025-C2": "1"}, teams=["Jurídica"]),
        line(6, start="2025-03-03", due="2025-11-30", results={"2025-C1": "0.1", "2025-C2": "0.7"}),
    ]
    expected = plan(lines, kind="transparency_plan", period_kind="four_month")
    return truth("transparency_cut_columns.xlsx", "2025-09-10", [expected])


@case
def transparency_counted_cuts(folder: Path) -> Truth:
    """Each cut-off tells activities programmed and fulfilled as counts."""
    with Book(folder / "transparency_counted_cuts.xlsx") as book:
        page = book.page("Seguimiento PAAC")
        page.put(1, "A", "SEGUIMIENTO AL PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO VIGENCIA 2023", "title")
        names = ("COMPONENTE", "ACTIVIDADES", "META", "RESPONSABLE")
        for letter, title in zip("ABCD", names, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:F3", "I CUATRIMESTRE")
        page.merge("G3:H3", "II CUATRIMESTRE")
        page.merge("I3:J3", "III CUATRIMESTRE")
        page.head(4, ["ACTIVIDADES PROGRAMADAS", "ACTIVIDADES CUMPLIDAS"] * 3, "E")
        page.merge("K3:K4", "FECHA LÍMITE")
        page.row(
            5,
            [
                "Rendición de cuentas",
                "Realizar audiencias públicas",
                3,
                "Despacho",
                1,
                1,
                1,
                0,
                1,
                None,
                date(2023, 12, 15),
            ],
        )
        page.row(
            6, ["Trámites", "Inscribir trámites en el SUIT", 9, "Planeación", 3, 2, 3, 4, 3, None, date(2023, 12, 29)]
        )
    terms = ("2023-C1", "2023-C2", "2023-C3")
    lines = [
        line(
            5,
            programmed=dict.fromkeys(terms, "1"),
            results={"2023-C1": "1", "2023-C2": "0"},
            target="3",
            due="2023-12-15",
        ),
        line(6, programmed=dict.fromkeys(terms, "3"), results={"2023-C1": "2", "2023-C2": "4"}, teams=["Planeación"]),
    ]
    return truth("transparency_counted_cuts.xlsx", "2023-09-12", [plan(lines, period_kind="four_month")])
