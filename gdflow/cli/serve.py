"""The command that runs everything an office needs: the pages, and the works at their time."""

import socket
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from gdflow.cli.options import home
from gdflow.cli.output import say

if TYPE_CHECKING:
    from gdflow.app import App


def add_to(app: typer.Typer) -> None:
    """Register this command."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str | None, typer.Option(help="Dirección en que atiende; por omisión, web.host.")] = None,
    port: Annotated[int | None, typer.Option(help="Puerto de las páginas; por omisión, web.port.")] = None,
    without_prefect: Annotated[
        bool, typer.Option("--without-prefect", help="Los trabajos los hace gdflow mismo, sin servidor de Prefect.")
    ] = False,
) -> None:
    """Encenderlo todo: las páginas y los trabajos a su hora, hasta que se detenga. Crea la instalación si no la hay."""
    from gdflow.channels import redaction
    from gdflow.cli.serving.lines import Lines
    from gdflow.cli.serving.parts import auth_file, parts_of
    from gdflow.cli.serving.supervisor import Supervisor
    from gdflow.domain.errors import ConflictError
    from gdflow.storage.turns import turn

    app = _opened(home())
    at, by = host or app.settings.web.host, port or app.settings.web.port
    with turn(app.data / "turns", "serve") as is_ours:
        if not is_ours:
            raise ConflictError("already_serving", home=str(app.home))
        _check_free("web.port", at, by)
        if not without_prefect:
            _check_loopback(app.settings.orchestrator.url)
            _check_free("orchestrator.url", *_place(app.settings.orchestrator.url))
        secrets = [*app.settings.secrets(), *([] if without_prefect else [auth_file(app).read_text("utf-8")])]
        redaction.install(secrets)
        parts = parts_of(app, at, by, prefect=not without_prefect)
        app.engine.dispose()
        lines = Lines(app.settings.log.format)
        lines.say("gdflow", f"encendiendo en http://{at}:{by}")
        Supervisor(parts, lines).run()


def _opened(folder: Path) -> "App":
    """The installation of a folder, made where there is none."""
    from gdflow.app import App
    from gdflow.cli.upkeep import init

    if not (folder / "config").exists():
        say(f"No hay una instalación en {folder}: se crea.")
        init(folder)
    return App.open(folder)


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "127.0.0.1", parts.port or 4200


def _check_loopback(url: str) -> None:
    """Raises ConfigError("prefect_not_loopback"): who reaches the server started here may order anything of it."""
    from gdflow.domain.errors import ConfigError

    host, _ = _place(url)
    try:
        is_here = ip_address(host).is_loopback
    except ValueError:
        is_here = host == "localhost"
    if not is_here:
        raise ConfigError("prefect_not_loopback", host=host)


def _check_free(setting: str, host: str, port: int) -> None:
    """Raises ConfigError("port_taken") where another program is heard already."""
    from gdflow.domain.errors import ConfigError

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if sys.platform != "win32":  # where the option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigError("port_taken", setting=setting, host=host, port=port, text=error.strerror) from error
