"""What the rules of the trade refuse: impossible targets, periods without dates, steps out of order."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "target_equals_baseline": (
        "En la fila {row} la meta y la línea base son iguales ({found}), así que no se puede calcular el avance. "
        "Corrija la meta o la línea base en el plan."
    ),
    "custom_period": (
        "Un período con fechas propias no tiene anterior ni siguiente. Indique sus dos fechas, "
        "por ejemplo 2023-01-15..2023-04-30."
    ),
    "sending_window_empty": "Las horas de envío terminan ({end}) antes de empezar ({start}).",
    "wrong_state": (
        "Ya no es posible: el estado actual ({state}) no lo permite. Consulte el estado y vuelva a intentarlo."
    ),
}
