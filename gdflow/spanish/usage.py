"""What is said to whoever mistypes a command, and the fixed words of its help."""

import re
from collections.abc import Mapping

MISTYPED: Mapping[str, str] = {
    r"No such option: (?P<found>.+?)(?: \(Possible options: (?P<near>.+)\))?": "No existe la opción «{found}».",
    r"No such command '(?P<found>.+?)'\.(?: Did you mean (?P<near>.+)\?)?": "No existe la orden «{found}».",
    r"Missing (?:argument|parameter) '(?P<found>.+?)(?:\.{3})?'\..*": "Falta decir {found}.",
    r"Missing option '(?P<found>.+?)'\..*": "Falta la opción {found}.",
    r"Missing command\.": "Falta decir qué orden.",
    r"Got unexpected extra argument\(s\) \((?P<found>.+)\)": (
        "Sobra «{found}». Lo que lleva espacios, como un nombre, va entre comillas."
    ),
    r"Option '(?P<found>.+?)' requires .+": "A la opción {found} le falta su valor.",
    r"Option '(?P<found>.+?)' does not take a value\.": "La opción {found} no lleva valor.",
    r"Invalid value for '(?P<found>.+?)': Value '?(?P<value>.+?)'? is not .+": "«{value}» no sirve para {found}.",
    r"Invalid value for '(?P<found>.+?)': Input should be a valid integer.*": "{found} lleva un número entero.",
    r"Invalid value for '(?P<found>.+?)': (?P<value>.+)": "Lo que se dijo en {found} no sirve ({value}).",
}
"""By what the library of the command line says, which knows English alone."""

HELP: Mapping[str, str] = {
    "ARGUMENTS_PANEL_TITLE": "Qué se le dice",
    "OPTIONS_PANEL_TITLE": "Opciones",
    "COMMANDS_PANEL_TITLE": "Órdenes",
    "DEFAULT_STRING": "[por omisión: {}]",
    "ENVVAR_STRING": "[variable: {}]",
    "REQUIRED_LONG_STRING": "[obligatorio]",
    "ABORTED_TEXT": "No se hizo nada.",
}
"""The words of its help, by the name that the library gives them."""


def mistyped(said: str, command: str) -> str:
    """One sentence for what was mistyped, and where its help is. command: as it was called, «gdflow scan»."""
    for pattern, sentence in MISTYPED.items():
        if found := re.fullmatch(pattern, said, re.DOTALL):
            facts = found.groupdict()
            near = re.sub("['\"]", "", facts.get("near") or "")
            meant = f" ¿Quiso decir {near}?" if near else ""
            return f"{sentence.format_map(facts)}{meant} Véase «{command} --help»."
    return f"{said} Véase «{command} --help»."
