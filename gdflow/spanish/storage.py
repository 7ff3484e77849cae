"""What gdflow says when something cannot be kept as it is."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unsupported_database": (
        "La base de datos «{found}» no es de las que gdflow usa. Se esperaba sqlite:///ruta/al/archivo o "
        "postgresql://usuario@servidor/base."
    ),
    "missing_database_url": "Falta decir qué base de datos migrar. Ejemplo: {expected} upgrade head.",
    "migration_orphans": (
        "La base de datos no se actualizó: en la tabla «{table}» hay {found} filas que se refieren a otras que no "
        "están. No se cambió nada; avise a quien mantiene gdflow."
    ),
    "lease_lost": "El aviso {notice} ya no lo tiene este envío ({owner}); otro lo tomó o alguien decidió sobre él.",
    "notice_state": "El aviso {notice} no se puede pasar a «{state}» en el estado en que está.",
    "unknown_notice": "No hay un aviso {found}. Véanse con «gdflow outbox».",
    "notice_not_in_doubt": (
        "El aviso {found} no está en duda (está «{state}»), así que no hay nada que decidir. Véase «gdflow outbox show "
        "{found}»."
    ),
    "bad_notice_state": "«{found}» no es un estado de un aviso. Use uno de: {expected}.",
    "one_decision": "Diga una sola cosa del aviso: --sent si llegó, --resend para repetirlo o --drop para dejarlo.",
    "address_not_marked": "A «{found}» no se le ha dejado de escribir. Véase «gdflow outbox marks».",
    "invalid_address": "«{found}» no es un correo. Se esperaba algo como equipo@entidad.example.",
    "figure_too_fine": (
        "La cifra {found} tiene más de {expected} decimales y no se puede guardar exacta. Redondéela en el documento "
        "(hoja {sheet}, fila {row})."
    ),
    "figure_too_large": (
        "La cifra {found} es demasiado grande: se guardan hasta 9.223.372.036.854,775807 (hoja {sheet}, fila {row})."
    ),
    "figure_not_a_number": "«{found}» no es una cifra (hoja {sheet}, fila {row}).",
}
