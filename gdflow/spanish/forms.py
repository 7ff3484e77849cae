"""What gdflow says about a form that came back: the place, what stands there, what was expected."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # the whole file
    "not_a_form": (
        "El archivo «{file}» no es un formulario de gdflow: no se encontró su código. "
        "Use el libro que recibió por correo y guárdelo como .xlsx."
    ),
    "form_version": (
        "El formulario «{file}» es de otra versión ({found}); se esperaba la versión {expected}. "
        "Pida que le envíen uno nuevo."
    ),
    "form_columns": (
        "En el formulario «{file}» faltan columnas: {missing}. "
        "Devuélvales su título o copie sus respuestas en el libro original."
    ),
    # one cell
    "not_a_number": "Hoja {sheet}, celda {cell}: dice «{raw}»; se esperaba un número como {example}.",
    "unclear_number": (
        "Hoja {sheet}, celda {cell}: dice «{raw}», que puede leerse de dos maneras; "
        "escriba los miles sin punto (1234) y los decimales con coma (1,2)."
    ),
    "is_date": (
        "Hoja {sheet}, celda {cell}: la hoja de cálculo guardó una fecha («{raw}»); "
        "se esperaba un número como {example}."
    ),
    "error_value": "Hoja {sheet}, celda {cell}: muestra el error {raw}; escriba el dato directamente.",
    "formula_without_value": (
        "Hoja {sheet}, celda {cell}: tiene una fórmula que no se ha calculado («{raw}»); escriba el dato directamente."
    ),
    "negative": "Hoja {sheet}, celda {cell}: dice «{raw}»; el resultado no puede ser negativo.",
    "percent_without_sign": (
        "Hoja {sheet}, celda {cell}: dice «{raw}» y la meta es un porcentaje; "
        "escríbalo con el signo, como 30 %, o como fracción, como 0,3."
    ),
    "percent_in_count": (
        "Hoja {sheet}, celda {cell}: dice «{raw}» y la meta ({target}) no es un porcentaje; "
        "escriba cuántas unidades se lograron en este período."
    ),
    "number_too_large": "Hoja {sheet}, celda {cell}: dice «{raw}»; es una cifra demasiado grande para un resultado.",
    "too_many_decimals": "Hoja {sheet}, celda {cell}: dice «{raw}»; use seis decimales a lo sumo.",
    "zero_without_reason": (
        "Hoja {sheet}, celda {cell}: el resultado de {value_cell} es 0; escriba el motivo por el que no hubo avance."
    ),
    "value_missing": (
        "Hoja {sheet}, celda {cell}: hay texto en esta fila pero falta el resultado; "
        "escriba el número, o 0 y el motivo si no hubo avance."
    ),
    # rows
    "duplicate_line": "Hoja {sheet}, fila {row}: la línea «{raw}» aparece otra vez con datos; deje una sola.",
    "row_without_line": (
        "Hoja {sheet}, fila {row}: hay datos en una fila que no es del formulario; páselos a la fila de su actividad."
    ),
    "unknown_line": (
        "Hoja {sheet}, fila {row}: la línea «{raw}» no es de este formulario; no se tuvo en cuenta lo escrito en ella."
    ),
    # taken as they are, with a question
    "above_target": (
        "Hoja {sheet}, celda {cell}: con {value} se pasa la meta ({target}); si escribió el acumulado, corríjalo."
    ),
    "reason_ignored": (
        "Hoja {sheet}, celda {cell}: el motivo no se guardó, porque el resultado de {value_cell} no es 0."
    ),
}
