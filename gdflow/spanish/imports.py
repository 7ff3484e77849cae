"""Loading a plan through the page: what it says of what it read, and why something cannot be done."""

from collections.abc import Mapping

from gdflow.domain.plan import Accumulation

SENTENCES: Mapping[str, str] = {
    "unknown_draft": "No hay una carga en espera con ese número.",
    "draft_ended": "Esta carga ya no está en espera: alguien la confirmó o la descartó el {on}.",
    "draft_outdated": (
        "No se guardó nada: mientras usted revisaba, cambió algo de lo que esta carga toca. Revise otra vez lo que "
        "cambiaría y confirme."
    ),
    "unknown_place": "La línea que quería decidir no está en el archivo. No cambió nada.",
    "no_plan_file": "Elija el archivo del plan.",
    "no_directory_file": "Elija el archivo del directorio.",
    "blank_team": "Escriba el nombre del equipo.",
    "bad_cut_off": "«{found}» no es una fecha. Escriba una como 2023-07-14.",
    "bad_due": "«{found}» no es una fecha. Escriba una como 2023-07-14.",
}
TEAM_KEPT = (
    "Fila {row}: sigue respondiendo «{team}», como lo decidió {by} el {on}; el documento nombra primero a «{found}». "
    "Si debe cambiar, asígnela otra vez."
)
RESOLVED = "Resuelto al cargar el plan, por {by}."
OUTCOMES: Mapping[str, str] = {
    "new": "Plan nuevo",
    "renewed": "Plan actualizado",
    "unchanged": "Sin cambios en sus líneas",
}
ACCUMULATIONS: Mapping[Accumulation, str] = {
    Accumulation.SUM: "se suma",
    Accumulation.LATEST: "vale la última",
    Accumulation.AVERAGE: "promedio",
    Accumulation.MAXIMUM: "la mayor",
    Accumulation.STOCK: "stock",
    Accumulation.FLOW: "flujo",
    Accumulation.CUMULATIVE: "acumulado",
    Accumulation.CAPACITY: "capacidad",
    Accumulation.REDUCTION: "reducción",
    Accumulation.ANNUAL_REDUCTION: "reducción anual",
}
FIELDS: Mapping[str, str] = {
    "number": "Número",
    "activity": "Actividad",
    "deliverable": "Producto",
    "indicator": "Indicador",
    "start": "Fecha inicial",
    "due": "Fecha final",
    "target": "Meta",
    "target_unit": "Unidad de la meta",
    "target_text": "Descripción de la meta",
    "accumulation": "Cómo se acumula",
    "baseline": "Línea base",
    "weight": "Peso",
    "unit": "Unidad",
    "item": "Ítem",
    "path": "Está bajo",
    "stage": "Etapa PHVA",
    "teams": "Responsable",
    "programmed": "Programado por período",
}
"""What people call the fields of a line."""
NOTHING = "—"
