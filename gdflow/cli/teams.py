"""Commands about teams: who answers, and by which address."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, home
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from gdflow.domain.people import Team

teams = typer.Typer(help="Equipos responsables y sus correos.", invoke_without_command=True, no_args_is_help=False)


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(teams, name="teams")


@teams.callback(invoke_without_command=True)
def list_teams(context: typer.Context, as_json: AsJson = False) -> None:
    """Listar los equipos y a quién se escribe; termina con 3 si alguno no tiene correo."""
    if context.invoked_subcommand is not None:
        return
    from gdflow.app import App
    from gdflow.storage.people import teams_of

    app = App.open(home())
    with app.reading() as session:
        known = teams_of(session, app.rules.entity_id)
    if as_json:
        print_json({"teams": [_json(team) for team in known]})
    else:
        table("Equipos", ("Equipo", "Correos"), [(team.name, _addresses(team)) for team in known])
    if any(not team.contacts for team in known):
        raise typer.Exit(Exit.PROBLEMS)


@teams.command("import")
def import_teams(
    file: Annotated[Path, typer.Argument(metavar="ARCHIVO", help="Directorio en .csv o .xlsx, con equipo y correo.")],
) -> None:
    """Cargar los correos de los equipos desde un directorio."""
    from gdflow.app import App
    from gdflow.services.teams import read_directory_file, take_directory

    app = App.open(home(), create=True)
    entries = read_directory_file(file)
    with app.transaction() as session:
        taken = take_directory(session, app.rules, entries)
    say(f"{taken.addressed} equipos con correo.")
    for name, address in taken.refused:
        say(f"{name}: «{address}» no es una dirección que se pueda usar; no se guardó.")
    if taken.refused:
        raise typer.Exit(Exit.PROBLEMS)


@teams.command("add")
def add_contact(
    team: Annotated[str, typer.Argument(metavar="EQUIPO", help="Nombre como está en el plan.")],
    email: Annotated[str, typer.Argument(metavar="CORREO", help="Dirección institucional.")],
    role: Annotated[
        str,
        typer.Option(
            help="member (del equipo), leader (líder), substitute (suplente) o head (jefe, a quien se escala)."
        ),
    ] = "member",
) -> None:
    """Agregar el correo de un equipo."""
    from gdflow.app import App
    from gdflow.services.teams import add_contact as add_one

    app = App.open(home(), create=True)
    with app.transaction() as session:
        known = add_one(session, app.rules, team, email, role)
    say(f"{known.name}: {_addresses(known)}")


def _addresses(team: "Team") -> str:
    return ", ".join(f"{contact.email} ({contact.role.label})" for contact in team.contacts) or "SIN CORREO"


def _json(team: "Team") -> dict[str, object]:
    contacts = [{"email": contact.email, "role": contact.role.value} for contact in team.contacts]
    return {"name": team.name, "contacts": contacts}
