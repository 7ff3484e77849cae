"""Commands about the entities for which one installation works."""

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gdflow.cli.options import AsJson, By, PeriodNamed, home, moment_of
from gdflow.cli.output import print_json, say, table
from gdflow.domain.errors import InputError

if TYPE_CHECKING:
    from gdflow.domain.entities import KnownEntity

entities = typer.Typer(
    help="Entidades que atiende una misma instalación.", invoke_without_command=True, no_args_is_help=False
)
Code = Annotated[str, typer.Argument(metavar="CÓDIGO", help="Código de la entidad, por ejemplo alcaldia-tunja.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(entities, name="entities")


@entities.callback(invoke_without_command=True)
def list_entities(context: typer.Context, as_json: AsJson = False) -> None:
    """Listar las entidades de la base de datos y qué cambia cada una."""
    if context.invoked_subcommand is not None:
        return
    from gdflow.app import App
    from gdflow.services.entities import listed

    app = App.open(home())
    with app.reading() as session:
        known = listed(session)
    if as_json:
        print_json({"entities": [_json(each) for each in known]})
        return
    rows = [(each.code, each.name, _standing(each, app.entity_id), _changed(each)) for each in known]
    table("Entidades", ("Código", "Nombre", "Quién la atiende", "Ajustes propios"), rows)


@entities.command("add")
def add_entity(
    code: Code,
    name: Annotated[str, typer.Argument(metavar="NOMBRE", help="Nombre oficial, como sale en correos e informes.")],
    by: By,
    nit: Annotated[str | None, typer.Option("--nit", help="NIT de la entidad.")] = None,
) -> None:
    """Agregar una entidad: desde ahora esta instalación barre, envía, cierra y consolida también para ella."""
    from gdflow.app import App
    from gdflow.services.entities import add

    app = App.open(home())
    with app.transaction() as session:
        made = add(session, app.settings, app.rules, code=code, name=name, nit=nit, by=by, now=moment_of(None))
    say(f"{made.name} ({made.code}) queda atendida por esta instalación.")


@entities.command("set")
def set_entity(
    code: Code,
    by: By,
    settings: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="AJUSTE=VALOR",
            help="Como en config/: reporting.closes_days=12; sin valor (reporting.closes_days=) vuelve al común.",
        ),
    ] = None,
    attend: Annotated[
        bool | None,
        typer.Option("--attend/--leave", help="Atenderla o dejarla; lo escrito se conserva."),
    ] = None,
) -> None:
    """Cambiar lo que una entidad hace distinto de la instalación; lo que no se nombra queda como estaba."""
    from gdflow.app import App
    from gdflow.services.entities import change

    app, said = App.open(home()), dict(map(_said, settings or ()))
    with app.transaction() as session:
        kept = change(session, app.settings, app.rules, code, said, hosted=attend, by=by, now=moment_of(None))
    say(f"{kept.name} ({kept.code}): {_standing(kept, app.entity_id)}. Ajustes propios: {_changed(kept)}.")


@entities.command("consolidate")
def consolidate_entities(
    period: PeriodNamed,
) -> None:
    """Escribir en reports/ un solo libro con lo que cerraron todas las entidades que se atienden aquí."""
    from gdflow.app import App
    from gdflow.services.means import means_of
    from gdflow.services.national import write_national_book

    for name, value in write_national_book(means_of(App.open(home()), "cli"), period).items():
        say(f"{name}: {value}")


def _said(text: str) -> tuple[str, Any]:
    """A setting and its value, which is written as in the files; a bare word is a text.

    Raises InputError("bad_entity_setting").
    """
    name, sign, value = text.partition("=")
    if not sign or not all(name.split(".")) or "." not in name:
        raise InputError("bad_entity_setting", found=text)
    return name, _value(value.strip()) if value.strip() else None


def _value(text: str) -> Any:
    try:
        held = tomllib.loads(f"value = {text}", parse_float=Decimal)["value"]
    except tomllib.TOMLDecodeError:
        return text
    return _as_json(held)


def _as_json(held: Any) -> Any:
    """As it can rest in JSON: dates, times and exact numbers as texts, which settings read as well."""
    if isinstance(held, list):
        return [_as_json(each) for each in held]
    if isinstance(held, dict):
        return {name: _as_json(each) for name, each in held.items()}
    return held if isinstance(held, str | bool | int) else str(held)


def _json(entity: "KnownEntity") -> dict[str, object]:
    return {
        "code": entity.code,
        "name": entity.name,
        "nit": entity.nit,
        "attended": entity.hosted,
        "settings": dict(entity.settings),
    }


def _standing(entity: "KnownEntity", own_id: int) -> str:
    if entity.id == own_id:
        return "esta instalación, es la suya"
    return "esta instalación" if entity.hosted else "nadie desde aquí"


def _changed(entity: "KnownEntity") -> str:
    return ", ".join(_flat(entity.settings)) or "ninguno"


def _flat(tree: Any, prefix: str = "") -> list[str]:
    if not isinstance(tree, dict):
        return [f"{prefix[:-1]}={tree}"]
    return [line for name, below in tree.items() for line in _flat(below, f"{prefix}{name}.")]
