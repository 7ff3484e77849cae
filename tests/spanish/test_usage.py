"""What is said to whoever mistypes a command."""

import pytest

from gdflow.spanish.usage import mistyped


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("No such option: --bogus", "No existe la opción «--bogus»."),
        (
            "No such option: --dryrun (Possible options: --dry-run)",
            "No existe la opción «--dryrun». ¿Quiso decir --dry-run?",
        ),
        ("No such command 'scna'. Did you mean 'scan'?", "No existe la orden «scna». ¿Quiso decir scan?"),
        ("Missing argument 'ARCHIVO...'.", "Falta decir ARCHIVO."),
        ("Missing option '--by'.", "Falta la opción --by."),
        ("Missing command.", "Falta decir qué orden."),
        (
            "Got unexpected extra argument(s) (Ana Ruiz)",
            "Sobra «Ana Ruiz». Lo que lleva espacios, como un nombre, va entre comillas.",
        ),
        ("Option '--as-of' requires an argument.", "A la opción --as-of le falta su valor."),
        ("Option '--json' does not take a value.", "La opción --json no lleva valor."),
        ("Invalid value for '--kind': Value 'x' is not a valid choice.", "«x» no sirve para --kind."),
        ("Invalid value for '--port': Input should be a valid integer, x", "--port lleva un número entero."),
        ("Invalid value for '--out': too long", "Lo que se dijo en --out no sirve (too long)."),
        ("Something new.", "Something new."),
    ],
)
def test_a_mistyped_command_is_told_in_spanish_with_its_help(said: str, sentence: str) -> None:
    assert mistyped(said, "gdflow scan") == f"{sentence} Véase «gdflow scan --help»."
