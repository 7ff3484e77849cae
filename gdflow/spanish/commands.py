"""What the commands answer when they cannot do what was asked."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "not_installed": (
        "No hay una instalación de gdflow en «{home}». Créela con «gdflow init», o indique la carpeta con --home."
    ),
    "database_ahead": (
        "La base de datos es de una versión más nueva de gdflow (revisión {found}; esta llega a la {expected}). "
        "Actualice el programa, o restaure con «gdflow restore» la copia que hizo esta versión; no se tocó ningún dato."
    ),
    "database_unusable": (
        "La base de datos {place} no se puede usar ({text}). Revise que haya espacio y que el servidor o el archivo "
        "estén disponibles; si otra tarea la ocupa, repita en un momento; si está dañada, restaure la última copia de "
        "seguridad."
    ),
    "unknown_plan": "No hay un plan «{found}». Planes cargados: {known}.",
    "plan_needed": "Hay varios planes; indique uno con --plan. Planes cargados: {known}.",
    "no_plans": "Todavía no hay planes. Cargue uno con «gdflow import ARCHIVO».",
    "unknown_period": (
        "«{found}» no es un período. Se esperaba uno como 2023-Q2, 2023-M03, 2023-B2, 2023-C1, 2023-S1 o 2023-Y."
    ),
    "nothing_to_cut": "Ningún período del plan «{plan}» ha terminado al corte {found}: no hay cifras que cortar.",
    "period_of_another_kind": "El período {found} no es de los de este plan, cuya periodicidad es {expected}.",
    "unknown_team": "No hay un equipo «{found}». Equipos: {known}.",
    "line_not_found": (
        "No hay una línea «{found}» en el plan «{plan}». Use el número de fila ({rows}) o el de la actividad."
    ),
    "several_lines": (
        "«{found}» corresponde a varias líneas del plan «{plan}»: filas {rows}. Indique la fila, por ejemplo "
        "«fila:{first}»."
    ),
    "nothing_to_report": "El equipo «{team}» no debe reportes en {period}.",
    "nothing_owed": "Ningún equipo debe resultados en este momento.",
    "form_of_another_entity": "El formulario no corresponde a esta instalación: su identificación no es conocida.",
    "period_closed": (
        "El período {period} cerró el {closes_on}; no se recibieron cambios. Pida una reapertura al coordinador."
    ),
    "bad_date": "«{found}» no es una fecha. Se esperaba una como 2023-07-14.",
    "unknown_object": (
        "Falta un archivo en el almacén ({found}). Restaure la copia de seguridad completa: base de datos y archivos."
    ),
    "no_source_workbook": (
        "El plan «{plan}» no se cargó de un libro .xlsx, así que no hay un formato propio que diligenciar."
    ),
    "no_plan_of_kind": "Ningún plan cargado se reporta con periodicidad {found}. Véase «gdflow plans».",
    "bad_period_kind": (
        "«{found}» no es una periodicidad. Use month, two_month, quarter, four_month, half_year o year."
    ),
    "bad_role": "«{found}» no es un papel. Use uno de: {expected}.",
    "due_not_proposed": "La fila {row} no tiene una fecha propuesta; indique una con --due AAAA-MM-DD.",
    "unknown_failpoint": (
        "GDFLOW_FAILPOINT no puede ser «{found}». Se espera punto:acción o punto:acción:n. Puntos: {known}. "
        "Acciones: {actions}."
    ),
}
