"""The reference of the commands, written from the commands themselves: what `--help` says, on one page."""

import re
from collections.abc import Iterator
from typing import Any

import typer.main

from gdflow.cli.main import app

HEAD = """\
# Las órdenes, opción por opción

Lo que dice `gdflow ORDEN --help`, en una sola página; se escribe desde el programa (`python -m tests.support.refresh`).
Antes de cualquier orden se puede decir `--home CARPETA` y, donde se atiende a varias entidades, `--entity CÓDIGO`. Los
códigos de salida y lo que hace cada orden por dentro están en [commands.md](commands.md).
"""


def options_page() -> str:
    """The whole of docs/options.md."""
    return HEAD + "".join(_chapter(name, command) for name, command in _commands(typer.main.get_command(app), ""))


def _commands(group: Any, before: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if getattr(command, "invoke_without_command", True):
            yield f"{before}{name}", command
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")


def _chapter(name: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option" and not each.hidden]
    usage = " ".join([f"gdflow {name}", *(_usage(each) for each in arguments)])
    listed = "".join(_item(_argument(each), each) for each in arguments if each.help)
    listed += "".join(_item(_written(each), each) for each in options if "--help" not in each.opts)
    return f"\n## `{usage}`\n\n{_plain(command.help)}\n" + (f"\n{listed}" if listed else "")


def _item(written: str, each: Any) -> str:
    needed = " (obligatoria)" if each.required and each.param_type_name == "option" else ""
    return f"- `{written}`{needed}: {_plain(each.help)}\n"


def _argument(each: Any) -> str:
    return str(each.metavar or each.name.upper()).strip("[]").replace("...", "…")


def _usage(each: Any) -> str:
    name = _argument(each)
    return name if each.required else f"[{name}]"


def _written(each: Any) -> str:
    name = " / ".join([*each.opts[:1], *each.secondary_opts[:1]])
    return name if each.is_flag else f"{name} {each.metavar or 'VALOR'}"


def _plain(text: str | None) -> str:
    """Help on one line, without what only the terminal understands."""
    return re.sub(r"\s+", " ", re.sub(r"\[/?(?:bold|dim|italic)\]|[\b\f]", "", text or "")).strip()
