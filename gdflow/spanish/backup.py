"""What gdflow says of backups: what is wrong with one, and why one is refused."""

from collections.abc import Mapping

WHAT: Mapping[str, str] = {
    "plan": "el documento «{1}» del plan «{0}»",
    "draft": "el documento «{0}» que espera confirmación",
    "receipt": "el archivo «{1}» del recibo {0}",
    "mail": "el correo «{1}» de {0}",
    "report": "el informe «{0}» del cierre {1} de {2}, plan «{3}»",
    "annex": "el anexo {0} de {1}, plan «{2}»: «{3}»",
}
"""Bytes by the kind of row that refers to them."""

WRONG: Mapping[str, str] = {
    "part_missing": "En la copia falta «{part}».",
    "part_damaged": "En la copia «{part}» no es lo que se escribió.",
    "bytes_missing": "Falta {what}.",
    "bytes_lost_before": "Ya faltaba en la instalación cuando se hizo la copia: {what}.",
    "accounting_open": "La cuenta de los {due} recordatorios no cierra.",
    "unrestorable": "Con esta copia no se puede armar la base de datos. {text}",
}
"""What is wrong with a backup, by its stable code."""

SENTENCES: Mapping[str, str] = {
    "backup_unreadable": (
        "«{file}» no se puede abrir como copia de seguridad ({text}): está cortado, o no es una copia. Use otra copia."
    ),
    "backup_manifest": "«{file}» no es una copia de seguridad de gdflow, o está dañada ({text}). Use otra copia.",
    "backup_format": (
        "«{file}» la escribió otra versión de gdflow ({release}) en una forma que esta no conoce. Restáurela con esa "
        "versión; no se tocó nada."
    ),
    "backup_ahead": (
        "«{file}» es de una versión más nueva de gdflow ({release}, revisión {found}; esta llega a la {expected}). "
        "Actualice el programa y repita; no se tocó nada."
    ),
    "backup_revision": (
        "«{file}» dice ser de la revisión {found}, que ninguna versión de gdflow tuvo. No se restauró nada."
    ),
    "backup_damaged": "«{file}» no está completa y no se restauró nada. {lines}",
    "backup_lost_before": (
        "A «{file}» le faltan archivos que ya no estaban cuando se hizo la copia, y no se restauró nada. {lines} "
        "Búsquelos en una copia anterior; si de verdad se perdieron, repita con --accept-missing."
    ),
    "backup_rows": "Las filas de la tabla «{table}» no son las que la copia dice tener ({text}).",
    "database_not_empty": (
        "La base de datos {place} no está vacía ({found} tablas): una copia se restaura solo en una nueva. No se tocó "
        "nada."
    ),
    "database_damaged": (
        "La base de datos está dañada ({found}); no se hizo la copia. Restaure la última copia de seguridad."
    ),
    "restore_not_empty": (
        "La carpeta «{folder}» ya tiene archivos: una copia se restaura en una carpeta nueva o vacía. No se tocó nada."
    ),
    "store_kept_otherwise": "El almacén no guardó «{found}» como es. No se restauró nada.",
}
