"""What gdflow says about an entity's own workbook that it filled in."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # the whole file
    "official_not_xlsx": "El plan no se importó de un libro de Excel (.xlsx); solo un libro así puede llenarse.",
    "official_unreadable": (
        "El libro del plan no se pudo abrir para llenarlo ({found}). Ábralo en la hoja de cálculo, "
        "guárdelo de nuevo como .xlsx e impórtelo otra vez."
    ),
    # a cell that was not filled in as asked
    "sheet_missing": "La hoja «{sheet}» ya no está en el libro; no se llenó la celda {cell}.",
    "formula_kept": "Hoja {sheet}, celda {cell}: tiene la fórmula {raw}; se conservó y no se escribió {value}.",
    "merged_shared": (
        "Hoja {sheet}, celda {cell}: está combinada en {raw} con otra cifra; no se escribió {value}. Revísela a mano."
    ),
    "scale_unknown": (
        "Hoja {sheet}, celda {cell}: tiene un número sin formato de porcentaje; no se escribió {value}. "
        "Dele formato de porcentaje o escriba el dato a mano."
    ),
    "read_otherwise": (
        "Hoja {sheet}, celda {cell}: se escribió {value}, pero otro programa lee {found}. Ábrala y revísela."
    ),
    # the book as a whole
    "not_read_back": "El libro se llenó, pero un segundo programa no pudo abrirlo para comprobarlo ({found}); ábralo.",
    "signature": "El libro está firmado digitalmente; al llenarlo la firma deja de valer ({part}).",
}
