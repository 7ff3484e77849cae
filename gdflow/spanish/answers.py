"""What gdflow says about answers in whichever file or page they come: kept, read, taken or not."""

from collections.abc import Mapping

from gdflow.spanish.counts import counted

SENTENCES: Mapping[str, str] = {
    # keeping
    "no_space": (
        "No hay espacio para guardar el archivo en {place}, así que no se recibió. "
        "Avise a quien administra el servidor y envíelo de nuevo."
    ),
    "not_writable": (
        "No se puede escribir en {place} ({found}), así que el archivo no se recibió. "
        "Avise a quien administra el servidor y envíelo de nuevo."
    ),
    "folder_unreachable": (
        "No se puede ver la carpeta compartida {place} ({found}). Revise que esté conectada y que gdflow pueda leerla."
    ),
    # reading
    "reader_not_started": (
        "No se pudo iniciar el proceso que lee los archivos recibidos ({found}). Los archivos quedan guardados y se "
        "leerán después; avise a quien administra el servidor."
    ),
    "reader_died": (
        "El archivo «{file}» no se pudo leer: dos veces detuvo al programa que lo abría. "
        "Copie las respuestas en el libro original y envíelo de nuevo."
    ),
    "reader_too_slow": (
        "El archivo «{file}» no se pudo leer: tarda demasiado en abrirse. "
        "Copie las respuestas en el libro original y envíelo de nuevo."
    ),
    "unreadable_inside": (
        "El archivo «{file}» tiene por dentro algo que no se pudo entender ({found}). "
        "Ábralo, guárdelo con otro nombre como .xlsx y envíelo de nuevo."
    ),
    "cells_lost": (
        "Del archivo «{file}» se leyeron {found} celdas y se contaron {expected}; para no perder ningún "
        "dato no se tomó "
        "ninguno. Ábralo, guárdelo con otro nombre como .xlsx y envíelo de nuevo."
    ),
    # whose it is
    "forms_unclear": (
        "El archivo «{file}» reúne {expected} formularios y {found} hojas con respuestas, y no se sabe cuál "
        "es de cuál. "
        "Envíe cada formulario en su propio libro."
    ),
    "forms_of_several_teams": (
        "El archivo «{file}» reúne formularios de varios equipos ({found}). Envíe los de cada equipo por separado."
    ),
    "form_of_another_team": (
        "El formulario «{file}» es de otro equipo ({found}) y no se tomó. Envíelo desde el correo o el enlace de ese "
        "equipo."
    ),
    "own_workbook_without_team": (
        "El archivo «{file}» no es un formulario de gdflow sino el libro del plan, y no se sabe qué equipo lo envió. "
        "Envíelo desde el correo del equipo o por su enlace, o use el formulario."
    ),
    "reply_without_team": (
        "El archivo «{file}» trae respuestas sin el código del formulario, y no se sabe qué equipo lo envió. "
        "Envíelo desde el correo del equipo o por su enlace."
    ),
    "nothing_filled_in": (
        "En el archivo «{file}» no hay ningún resultado nuevo en las filas de su equipo y los períodos abiertos. "
        "Escríbalo en la celda del período y envíelo de nuevo."
    ),
    # one cell or row of a file
    "answered_twice": (
        "Hoja {sheet}, celda {cell}: dice «{raw}» y otra hoja del mismo archivo dice otra cosa de esta "
        "línea y período; "
        "deje una sola respuesta."
    ),
    "line_of_another_team": (
        "Hoja {sheet}, celda {cell}: dice «{raw}», pero «{told}» es de otro equipo; el cambio no se tomó."
    ),
    "period_not_open": (
        "Hoja {sheet}, celda {cell}: dice «{raw}» para «{told}», pero ese período no está abierto; el "
        "cambio no se tomó."
    ),
    "reported_otherwise": (
        "Hoja {sheet}, celda {cell}: muestra «{raw}», como el plan, pero de «{told}» ya se reportó otra cifra, que se "
        "conserva; si quiso corregirla, use el formulario."
    ),
    "result_erased": (
        "Hoja {sheet}, celda {cell}: se borró el resultado de «{told}»; un resultado se corrige con otro, "
        "no se deja en blanco."
    ),
    "zero_without_note": (
        "Hoja {sheet}, celda {cell}: el resultado de «{told}» es 0; escriba en las observaciones ({notes}) "
        "el motivo por "
        "el que no hubo avance."
    ),
    "note_without_result": (
        "Hoja {sheet}, celda {cell}: hay una observación nueva, pero el resultado del período no cambió; escríbalo en "
        "su celda. Si no hubo avance, responda 0 y el motivo en el formulario."
    ),
    "row_gone": (
        "Hoja {sheet}: no se encontró la fila de «{told}» (fila {row} del plan). Devuélvala a su lugar o "
        "use el formulario."
    ),
    "row_not_of_plan": "Hoja {sheet}, fila {row}: «{raw}» no estaba en el plan; no se tomó nada de ella.",
    "column_not_of_plan": (
        "Hoja {sheet}, celda {cell}: la columna «{raw}» no estaba en el plan; no se tomó nada de ella."
    ),
    "sheet_added": "La hoja {sheet} no estaba en el libro del plan; no se tomó nada de ella.",
    "sheet_gone": "Falta la hoja {sheet}, que estaba en el libro del plan.",
    "sheet_changed": (
        "Hoja {sheet}, celda {cell}: cambió «{before}» por «{after}»; en esa hoja no se reporta nada y no se tomó."
    ),
    "change_not_taken": (
        "Hoja {sheet}, celda {cell}: cambió «{before}» por «{after}», que no es un resultado de su equipo; no se tomó."
    ),
    "more_changes": "Hoja {sheet}: hay {found} cambios más que no se tomaron.",
    "period_unclear": (
        "Hoja {sheet}, fila {row}: no se sabe de qué período es («{raw}»); escriba en la columna Período "
        "uno como 2023-Q2."
    ),
    # one line on its page
    "answer_refused": "{told}",
    "unknown_own_line": "Esa línea no es de su equipo o ya no está en el plan.",
    "period_not_opened": "El período {period} todavía no se ha abierto para esta línea.",
}

FIELDS: Mapping[str, str] = {
    "value_missing": "Escriba el resultado de este período; si no hubo avance, escriba 0 y el motivo.",
    "not_a_number": "Dice «{raw}»; se esperaba un número como {example}.",
    "unclear_number": (
        "Dice «{raw}», que puede leerse de dos maneras; escriba los miles sin punto (1234) y los decimales "
        "con coma (1,2)."
    ),
    "negative": "Dice «{raw}»; el resultado no puede ser negativo.",
    "percent_without_sign": (
        "Dice «{raw}» y la meta es un porcentaje; escríbalo con el signo, como 30 %, o como fracción, como 0,3."
    ),
    "percent_in_count": (
        "Dice «{raw}» y la meta ({target}) no es un porcentaje; escriba cuántas unidades se lograron en este período."
    ),
    "number_too_large": "Dice «{raw}»; es una cifra demasiado grande para un resultado.",
    "too_many_decimals": "Dice «{raw}»; use seis decimales a lo sumo.",
    "zero_without_reason": "El resultado es 0; escriba el motivo por el que no hubo avance.",
    "above_target": "{total} supera la meta {target}: ¿escribió el acumulado?",
    "reason_ignored": "El motivo no se guardó, porque el resultado no es 0.",
}
"""What is said beside a field of a team's page, by the code of its fault or doubt."""

MORE_TOLD = "Y {found} más: están en el correo del recibo."


def taken_and_left(taken: int, left: int) -> str:
    """1 respuesta, no falta ninguna; 4 respuestas, faltan 2; of a file without any, nothing is said to be whole"""
    if not taken and not left:
        return "ninguna respuesta"
    more = f"{'falta' if left == 1 else 'faltan'} {left}" if left else "no falta ninguna"
    return f"{counted(taken, 'respuesta', 'respuestas')}, {more}"
