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
    # parts of the book that do not survive
    "shapes": "Hoja {sheet}: los cuadros de texto, formas o dibujos se pierden al llenar el libro ({part}).",
    "pictures": "Hoja {sheet}: las imágenes se pierden al llenar el libro ({part}).",
    "header_picture": "Hoja {sheet}: la imagen del encabezado o pie de página se pierde al llenar el libro ({part}).",
    "form_controls": "Hoja {sheet}: los botones, casillas u otros controles se pierden al llenar el libro ({part}).",
    "ole_objects": "Hoja {sheet}: los objetos incrustados se pierden al llenar el libro ({part}).",
    "comment_shapes": "Hoja {sheet}: los comentarios se conservan, pero su tamaño y posición cambian ({part}).",
    "threaded_comments": (
        "Hoja {sheet}: de las conversaciones de comentarios queda solo una nota; se pierden las respuestas ({part})."
    ),
    "chart": "Hoja {sheet}: el gráfico se vuelve a dibujar y puede perder parte de su aspecto ({part}).",
    "data_bars": "Hoja {sheet}: las barras de datos y los iconos de Excel 2010 se pierden ({part}).",
    "sparklines": "Hoja {sheet}: los minigráficos se pierden ({part}).",
    "cross_sheet_validation": (
        "Hoja {sheet}: las listas desplegables tomadas de otra hoja se pierden al llenar el libro ({part})."
    ),
    "slicers": "Hoja {sheet}: las segmentaciones de datos se pierden ({part}).",
    "background": "Hoja {sheet}: la imagen de fondo se pierde ({part}).",
    "extension": "Hoja {sheet}: una extensión de Excel se pierde al llenar el libro ({raw}, {part}).",
    "macros": "El libro tiene macros; el archivo llenado no las conserva ({part}).",
    "external_links": "El libro toma datos de otros archivos; revise esas fórmulas al abrirlo ({part}).",
    "dynamic_arrays": "El libro usa matrices dinámicas; sus fórmulas pueden cambiar de forma ({part}).",
    "signature": "El libro está firmado digitalmente; al llenarlo la firma deja de valer ({part}).",
    "part_lost": "Una parte del libro no se conserva al llenarlo ({part}).",
}
