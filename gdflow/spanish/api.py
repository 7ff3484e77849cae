"""What the API says to whoever writes a program that reads: which parameter, what was found and what was expected."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_parameter": "No hay un parámetro «{parameter}». Aquí se aceptan: {expected}.",
    "key_in_address": (
        "La llave no va en la dirección, que queda en registros ajenos: va en un encabezado. En /api/v1/ dice cómo."
    ),
    "repeated_parameter": "El parámetro «{parameter}» viene varias veces; se espera {expected}.",
    "bad_parameter": "El parámetro «{parameter}» dice «{found}»; se espera: {expected}.",
    "unknown_value": "El parámetro «{parameter}» dice «{found}», que no existe. Hay: {expected}.",
}
