"""What gdflow says of reviews that cannot be made."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "blank_note": "Falta decir qué hay que corregir: --note TEXTO, o --template con el número de una nota ya hecha.",
    "unknown_note": "No hay una nota {found}; hay {known}. Están en config/gdflow.toml, en [review] notes.",
    "unknown_report": "No hay un reporte {found} que revisar: se corrigió después, o su plan no tiene revisión.",
    "report_reviewed": "El reporte de la fila {row} de «{plan}» ya no está por revisar: está {state}.",
    "nothing_to_review": "No hay reportes que revisar así. Véanse con «gdflow review list».",
    "lines_or_all": "Indique las líneas, o --all para todas las que están por revisar, y no las dos cosas.",
    "several_reports": "De la fila {row} hay reportes de varios períodos ({periods}); indique uno con --period.",
    "bad_review_mode": "«{found}» no es un modo de revisión. Use coordinator o none.",
    "plan_not_reviewed": "El plan «{plan}» no tiene revisión; se activa con «gdflow review mode {plan} coordinator».",
}
