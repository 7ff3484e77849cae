"""Years of a term with one cut, and days and people that belong to something else than the line's own task."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Truth, case, line, plan, truth


@case
def institute_years_and_one_cut(folder: Path) -> Truth:
    """Goals and progress of each year; the current year's progress names its cut."""
    with Book(folder / "institute_years_and_one_cut.xlsx") as book:
        page = book.page("PEI")
        page.put(1, "A", "PLAN ESTRATÉGICO INSTITUCIONAL 2022-2026", "title")
        page.head(3, ["Objetivo", "Indicador", "Línea base", "Responsable", "Meta 2023", "Avance 2023", "Meta 2024"])
        page.head(3, ["Avance 2024", "Meta 2025", "Avance 2025 (corte jun)", "Meta 2026", "Meta cuatrienio"], "H")
        page.row(4, ["Clientes", "Usuarios activos", 100, "Oficina Comercial", 150, 149, 200, 190, 250, 210, 300, 300])
        page.row(5, ["Sedes", "Sedes abiertas", 2, "Oficina de Bienes", 3, 3, 3, 4, 5, 4, 6, 6])
    years = ("2023-Y", "2024-Y", "2025-Y", "2026-Y")
    lines = [
        line(
            4,
            indicator="Usuarios activos",
            target="300",
            programmed=dict(zip(years, ("150", "200", "250", "300"), strict=True)),
            results={"2023-Y": "149", "2024-Y": "190", "2025-Y": "210"},
            teams=["Oficina Comercial"],
            extra={"baseline": "100"},
        ),
        line(5, target="6", results={"2023-Y": "3", "2024-Y": "4", "2025-Y": "4"}),
    ]
    return truth("institute_years_and_one_cut.xlsx", "2025-07-10", [plan(lines, period_kind="year")])


@case
def quality_correction_and_action(folder: Path) -> Truth:
    """Correction and action have each their person and their day; the line is the action."""
    with Book(folder / "quality_correction_and_action.xlsx") as book:
        page = book.page("NC")
        page.put(1, "A", "PLAN DE MEJORAMIENTO AUDITORÍA ISO 9001:2015 - 2025", "title")
        page.head(3, ["# NC", "Fecha de la NC", "Proceso", "Descripción NC", "Corrección", "Responsable corrección"])
        page.head(3, ["Fecha corrección", "Causa", "Acción correctiva", "Responsable acción", "Fecha acción"], "G")
        page.head(3, ["Seguimiento", "Eficaz (Sí/No)"], "L")
        page.row(4, [1, date(2025, 2, 3), "Compras", "Proveedores sin evaluar", "Reevaluar", "Auxiliar de Compras"])
        page.row(4, [date(2025, 2, 28), "Olvido", "Ajustar el procedimiento", "Jefe de Compras"], "G")
        page.row(4, [date(2025, 5, 30), "Cumplido", "Sí"], "K")
        page.row(5, [2, date(2025, 2, 3), "Calidad", "Formatos obsoletos", "Retirarlos", "Auxiliar de Calidad"])
        page.row(5, [date(2025, 2, 28), "Descuido", "Capacitar a los gestores", "Coordinador de Calidad"], "G")
        page.row(5, [date(2025, 6, 30), "Pendiente", "No"], "K")
    lines = [
        line(4, activity="Ajustar el procedimiento", due="2025-05-30", teams=["Jefe de Compras"], start=None),
        line(5, activity="Capacitar a los gestores", due="2025-06-30", teams=["Coordinador de Calidad"], start=None),
    ]
    return truth("quality_correction_and_action.xlsx", "2025-07-10", [plan(lines, kind="improvement_plan")])


@case
def sector_milestones_with_their_day(folder: Path) -> Truth:
    """The day of a milestone is the deadline and not what is to be done."""
    with Book(folder / "sector_milestones_with_their_day.xlsx") as book:
        page = book.page("Hitos")
        page.put(1, "A", "PLAN DE ACCIÓN SECTORIAL 2025", "title")
        page.head(3, ["Transformación", "Línea", "Acción", "Hito", "Entidad", "Dependencia", "Fecha hito"])
        page.head(3, ["Avance hito (%)"], "H")
        page.row(4, ["Ordenamiento", "L1", "Catastro multipropósito", "Actualizar 50 municipios", "IGAC"])
        page.row(4, ["Dirección de Catastro", "30/11/2025", 40], "F")
        page.row(5, ["Energía", "L2", "Comunidades energéticas", "Instalar paneles solares", "IPSE"])
        page.row(5, ["Subdirección Técnica", "15/12/2025", 20], "F")
    lines = [
        line(
            4,
            activity="Actualizar 50 municipios",
            due="2025-11-30",
            results={"cut": "0.4"},
            teams=["Dirección de Catastro"],
        ),
        line(5, activity="Instalar paneles solares", due="2025-12-15", results={"cut": "0.2"}),
    ]
    return truth("sector_milestones_with_their_day.xlsx", "2025-07-10", [plan(lines)], (), ["proposed_deadline"])
