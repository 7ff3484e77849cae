"""What gdflow says about a plan that it has read: what stands there, what was taken, what a person should settle."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # the whole file
    "no_plan_found": (
        "En «{file}» no se encontró ninguna tabla de un plan: se buscan títulos como Actividad, Responsable, "
        "Fecha final o Meta. Revise que la tabla tenga su fila de títulos."
    ),
    "no_directory_found": (
        "En «{file}» no se encontró un directorio: se espera una columna con el equipo y otra con su correo."
    ),
    # rows and cells put right
    "shifted_row": (
        "{place}: los valores estaban corridos una columna a partir de «{column}»; se leyeron bajo su título y "
        "«{column}» quedó vacía. Confirme cuál era el dato que faltaba."
    ),
    "split_cell_joined": "{place}: el texto «{raw}» es la continuación de la fila {first} y se unió a ella.",
    "page_join": "{place}: la fila quedó partida entre dos páginas; se leyó como una sola con la fila {first}.",
    "duplicate_text": "{place}: el mismo texto está escrito dos veces; se contó una sola vez.",
    "duplicate_number": (
        "{place}: el número {raw} ya lo tiene la fila {first}; las dos líneas se conservan, cada una con su dato."
    ),
    # dates
    "missing_deadline": (
        "{place}: no dice hasta cuándo va. Mientras no tenga fecha final no se recordará; indíquela si la hay."
    ),
    "proposed_deadline": "{place}: dice «{raw}» y no una fecha; se propone el {proposal}. Confírmela o corríjala.",
    "deadline_in_prose": "{place}: la fecha se tomó del texto «{raw}»: {proposal}.",
    "several_deadlines": "{place}: menciona varias fechas («{raw}»); se tomó {proposal}. Confírmela.",
    "window_reversed": "{place}: termina ({raw}) antes de empezar ({start}). Corrija una de las dos fechas.",
    "unlikely_date": (
        "{place}: la fecha {raw} no es de los años de un plan de {year}; se leyó como está. Revise el año."
    ),
    "window_from_schedule": "{place}: las fechas se tomaron de las casillas marcadas en el cronograma: {proposal}.",
    "ambiguous_date": "{place}: «{raw}» puede ser día/mes o mes/día; {taken}. Escriba el mes con letras.",
    "month_only": "{place}: «{raw}» no dice el día; se tomó {proposal}.",
    "year_assumed": "{place}: «{raw}» no dice el año; se tomó {proposal}. Confírmelo.",
    "serial_date": "{place}: la fecha estaba guardada como el número {raw}; corresponde a {proposal}.",
    "missing_year": (
        "{place}: los títulos de los períodos no dicen el año y el documento tampoco; sus cifras no se leyeron."
    ),
    "running_titles": (
        "{place}: los títulos dicen que las cifras son acumuladas; de cada línea {proposal}. Si no es así, indique "
        "cómo se acumulan."
    ),
    "running_programme": (
        "{place}: en las filas {raw} lo programado crece de período en período hasta la meta, así que es acumulado; de "
        "ellas {proposal}. Confírmelo."
    ),
    "running_results": (
        "{place}: en las filas {raw} los resultados nunca bajan y solo sumados pasan la meta: pueden ser acumulados, o "
        "uno por período que no se suma. Se sumarán; si no deben sumarse, agregue al plan una columna «Acumulación» "
        "con «Último valor» o «Promedio»."
    ),
    "title_twice": "{place}: el título «{raw}» está dos veces; se leyó la primera columna. Diga qué es cada una.",
    "target_per_period": (
        "{place}: «{raw}» puede decir la meta de cada período y no la del año; se tomó {proposal}. Confírmelo."
    ),
    "columns_unread": (
        "{place}: los títulos {raw} no se reconocen y sus cifras no se leyeron. Si son resultados, escriba en cada "
        "título su período: «I trimestre»."
    ),
    "missing_period": "{place}: «{raw}» no dice de qué período es; sus cifras no se leyeron.",
    "period_assumed": "{place}: «{raw}» no dice de qué período es; se tomó {proposal}. Confírmelo.",
    # people
    "missing_responsible": "{place}: no dice quién responde. Asigne un equipo para que pueda recordarse.",
    "two_teams": (
        "{place}: «{raw}» nombra varios equipos: {proposal}. El primero responde y los demás apoyan; confírmelo."
    ),
    "team_from_heading": (
        "{place}: ninguna columna dice quién responde; desde aquí se tomó el encabezado «{raw}»: {proposal}. "
        "Confírmelo."
    ),
    "team_spelled_otherwise": (
        "{place}: el directorio no trae a «{raw}», que queda sin correo; ¿es «{proposal}»? Si lo es, escriba el mismo "
        "nombre en el plan y en el directorio."
    ),
    # figures
    "unreadable_value": (
        "{place}: «{raw}» no se puede leer como {expected}; el dato quedó vacío. Escriba ahí {expected}."
    ),
    "formula_without_value": (
        "{place}: la fórmula «{raw}» no tiene un valor guardado; abra el libro, recalcule y guárdelo de nuevo."
    ),
    "error_value": "{place}: muestra el error {raw}; el dato quedó vacío. Corrija la fórmula o escriba el valor.",
    "ambiguous_number": "{place}: «{raw}» puede leerse de dos maneras; se tomó {taken}. Confírmelo.",
    "percent_or_count": (
        "{place}: la meta es un porcentaje y la cifra «{raw}» no trae el signo %; se tomó {proposal}. Confírmelo."
    ),
    "share_assumed": (
        "{place}: la meta es {target} y la cifra «{raw}» no trae el signo %; se leyó como {proposal}. Confírmelo."
    ),
    "share_of_count": (
        "{place}: en las filas {raw} la meta es una cantidad y los títulos dicen que los resultados son porcentajes; "
        "se tomaron como porcentajes. Si cuentan unidades, quite el % del título; si no, ponga la meta en porcentaje."
    ),
    "unit_mismatch": ("{place}: dice «{raw}», un porcentaje, y la meta ({target}) es una cantidad; {proposal}."),
    "result_mismatch": (
        "{place}: el resultado impreso es {raw}, pero las cifras de la fila dan {proposal}; se usan las cifras."
    ),
    "negative_value": "{place}: la cifra {raw} es negativa; revísela.",
    "crosses_counted": (
        "{place}: las marcas «{raw}» de lo ejecutado se contaron como 1 cada una: {proposal} en total. Confírmelo."
    ),
    "placeholder_zero": "{place}: el 0 de «{column}» se tomó como vacío: ese período aún no tenía reporte.",
    "placeholder_text": "{place}: «{raw}» se tomó como vacío.",
    # what is not seen at once
    "covered_value": (
        "{place}: bajo las celdas combinadas quedó escrito «{raw}», que no se ve; se leyó lo que se ve, «{proposal}»."
    ),
    "hidden_row": "{place}: la fila está oculta en el libro; se leyó igualmente.",
    "hidden_column": "{place}: la columna «{raw}» está oculta en el libro; se leyó igualmente.",
    "hidden_sheet": "{place}: la hoja «{raw}» está oculta en el libro; se leyó igualmente.",
    "sheet_ignored": "La hoja «{raw}» no contiene un plan y no se leyó.",
    "total_left_out": (
        "{place}: «{raw}» no tiene meta, fecha ni responsable y se tomó por un total de las líneas de arriba."
    ),
    "rows_left_out": (
        "{place}: desde aquí hasta la fila {last} hay otra tabla («{raw}»); no se leyó. Si son líneas del plan, "
        "quite la fila en blanco que las separa."
    ),
    "titles_missing": (
        "{place}: la tabla no tiene títulos que se reconozcan; las columnas se tomaron por su contenido: {proposal}."
    ),
    "empty_plan": "{place}: la tabla tiene títulos de un plan, pero ninguna línea.",
}
