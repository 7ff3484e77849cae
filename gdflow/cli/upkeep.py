"""Commands for whoever installs gdflow: init, doctor, config, demo."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.accounts import RoleName, give_first_account
from gdflow.cli.options import AsJson, home
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from gdflow.domain.errors import ConfigError

config = typer.Typer(help="Configuración de la instalación.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("init")(init)
    app.command("doctor")(doctor)
    app.add_typer(config, name="config")
    app.command("demo")(demo)


def init(
    folder: Annotated[Path | None, typer.Argument(metavar="[CARPETA]", help="Por omisión, la actual.")] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="CORREO", help="Correo de quien entra primero al tablero.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NOMBRE", help="Su nombre.")] = None,
    role: RoleName = "coordinator",
) -> None:
    """Crear una instalación: config/ para editar, data/ con la base de datos, y la primera cuenta.

    En una terminal pregunta el nombre y el correo; la contraseña la elige esa persona, con un enlace de un solo uso.
    """
    from gdflow.app import App
    from gdflow.services.init import write_config

    target = (folder or home()).resolve()
    written = write_config(target)
    app = App.open(target, create=True)
    app.rules  # noqa: B018  the entity is stored when its rules are first asked for
    for path in written:
        say(f"Escrito: {path}")
    give_first_account(app, email, name, role)
    say(f"Listo en {target}. Edite config/gdflow.toml y cargue un plan con «gdflow import ARCHIVO».")


def doctor(
    mail_loop: Annotated[
        str | None,
        typer.Option(
            "--mail-loop", metavar="CORREO", help="Enviar dos correos a esa dirección y buscarlos en el buzón."
        ),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Sin preguntar al servidor de correo, al buzón, a la página ni a Prefect.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Revisar la instalación: qué está mal, por qué importa y cómo se arregla. Termina con 3 si hay algo."""
    from gdflow.cli.examining import examined, looped, show

    checks = looped(home(), mail_loop) if mail_loop else examined(home(), offline=offline)
    if as_json:
        print_json({"checks": [check.as_json() for check in checks]})
    else:
        show(checks)
    if not all(check.ok for check in checks):
        raise typer.Exit(Exit.PROBLEMS)


@config.command("show")
def show_config(as_json: AsJson = False) -> None:
    """Mostrar cada valor y de dónde viene; las claves nunca se muestran."""
    import os

    from gdflow.settings import load_settings, shown

    rows = shown(load_settings(home(), os.environ))
    if as_json:
        print_json({"settings": [{"name": r.name, "value": r.value, "origin": r.origin} for r in rows]})
    else:
        table("Configuración", ("Ajuste", "Valor", "Origen"), [(r.name, r.value, r.origin) for r in rows])


@config.command("check")
def check_config(as_json: AsJson = False) -> None:
    """Revisar los archivos de config/. Termina con 3 si hay algo que corregir."""
    import os

    from gdflow.settings import check_settings
    from gdflow.spanish.messages import say as sentence

    problems = (*check_settings(home(), os.environ), *_template_problems(home() / "config" / "templates"))
    if as_json:
        print_json({"problems": [{"code": problem.code, "message": sentence(problem)} for problem in problems]})
    else:
        for problem in problems:
            say(sentence(problem))
    if problems:
        raise typer.Exit(Exit.PROBLEMS)
    if not as_json:
        say("La configuración está bien.")


def _template_problems(folder: Path) -> "tuple[ConfigError, ...]":
    """What is wrong with the entity's own texts and its Word template."""
    from gdflow.domain.errors import ConfigError
    from gdflow.report.templates import load_templates
    from gdflow.report.word_template import load_word_template

    found = []
    for load in (load_templates, load_word_template):
        try:
            load(folder)
        except ConfigError as error:
            found.append(error)
    return tuple(found)


def demo(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[CARPETA]", help="Carpeta nueva para la demostración.")
    ] = None,
) -> None:
    """Jugar un trimestre entero del plan de Cartagena, de la carga al consolidado, sin enviar nada a nadie."""
    from gdflow.cli.demo import play

    play(folder or Path("gdflow-demo"))
