"""Commands about teams: who answers, and by which address."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, day_of, home, moment_of
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from gdflow.domain.people import Contact, Team

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
    by: By,
) -> None:
    """Cargar los correos de los equipos desde un directorio."""
    from gdflow.app import App
    from gdflow.services.teams import load_directory, read_directory_file

    app = App.open(home(), create=True)
    entries = read_directory_file(file)
    with app.transaction() as session:
        taken = load_directory(session, app.rules, entries, by=by, now=moment_of(None))
    say(f"{taken.addressed} equipos con correo.")
    for name, address in taken.refused:
        say(f"{name}: «{address}» no es una dirección que se pueda usar; no se guardó.")
    for listed, silent in taken.likely:
        say(f"«{silent}» sigue sin correo: ¿es «{listed}» del directorio? Si lo es, escriba allí «{silent}».")
    if taken.refused:
        raise typer.Exit(Exit.PROBLEMS)


@teams.command("add")
def add_contact(
    team: Annotated[str, typer.Argument(metavar="EQUIPO", help="Nombre como está en el plan.")],
    email: Annotated[str, typer.Argument(metavar="CORREO", help="Dirección institucional.")],
    by: By,
    role: Annotated[
        str,
        typer.Option(
            help="member (del equipo), leader (líder), substitute (suplente) o head (jefe, a quien se escala)."
        ),
    ] = "member",
) -> None:
    """Agregar el correo de un equipo. Si un servidor lo había rechazado, se le vuelve a escribir."""
    from gdflow.app import App
    from gdflow.services.teams import add_contact as add_one

    app = App.open(home(), create=True)
    with app.transaction() as session:
        known = add_one(session, app.rules, team, email, role, by=by, now=moment_of(None))
    say(f"{known.name}: {_addresses(known)}")


@teams.command("remove")
def remove_contact(
    team: Annotated[str, typer.Argument(metavar="EQUIPO", help="Nombre como está en el plan.")],
    email: Annotated[str, typer.Argument(metavar="CORREO", help="Dirección que se retira.")],
    by: By,
) -> None:
    """Retirar el correo de un equipo; lo que ya se le escribió queda en el registro."""
    from gdflow.app import App
    from gdflow.services.teams import remove_contact as remove_one

    app = App.open(home())
    with app.transaction() as session:
        known = remove_one(session, app.rules, team, email, by=by, now=moment_of(None))
    say(f"{known.name}: {_addresses(known)}")


@teams.command("away")
def set_away(
    email: Annotated[str, typer.Argument(metavar="CORREO", help="Dirección de quien se ausenta.")],
    by: By,
    start: Annotated[
        str | None, typer.Option("--from", metavar="AAAA-MM-DD", help="Primer día de la ausencia (por omisión, hoy).")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="AAAA-MM-DD", help="Último día de la ausencia.")] = None,
    back: Annotated[bool, typer.Option("--back", help="Ya volvió: quitar la ausencia.")] = False,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Anotar una ausencia: mientras dura se escribe a los demás del equipo, si no al suplente, si no a la jefatura."""
    from gdflow.app import App
    from gdflow.domain.errors import InputError
    from gdflow.services.teams import set_away as note_absence
    from gdflow.storage.address_marks import marks_of

    if back == (end is not None) or (back and start):
        raise InputError("absence_dates")
    app, now = App.open(home()), moment_of(as_of)
    first = None if back else day_of(start) or app.rules.today(now)
    with app.writing(dry_run=dry_run) as session:
        concerned = note_absence(session, app.rules, email, first, day_of(end), by=by, now=now)
        refusing = marks_of(session, app.rules.entity_id)
    for team in concerned:
        _tell_readers(team, email, first or app.rules.today(now), refusing, back=back)
    if dry_run:
        say("Ensayo: no se guardó nada.")


def _tell_readers(team: "Team", email: str, day: date, refusing: Collection[str], *, back: bool) -> None:
    """Who reads a team's mails from a day on."""
    from gdflow.domain.people import Audience
    from gdflow.services.recipients import recipients
    from gdflow.spanish.dates import long_date

    readers = recipients(team, Audience.TEAM, day, None, refusing=refusing)
    state = "ya volvió" if back else "queda ausente"
    instead = f"se escribe a {', '.join(readers)}" if readers else "no queda a quién escribirle"
    say(f"{team.name}: {email} {state}; desde el {long_date(day)} {instead}.")
    if not readers:
        say('  Agregue un suplente con «gdflow teams add "' + team.name + '" CORREO --role substitute».')


def _addresses(team: "Team") -> str:
    return ", ".join(_address(contact) for contact in team.contacts) or "SIN CORREO"


def _address(contact: "Contact") -> str:
    if contact.away_from is None or contact.away_to is None:
        return f"{contact.email} ({contact.role.label})"
    return f"{contact.email} ({contact.role.label}; ausente del {contact.away_from} al {contact.away_to})"


def _json(team: "Team") -> dict[str, object]:
    return {"name": team.name, "contacts": [_contact_json(contact) for contact in team.contacts]}


def _contact_json(contact: "Contact") -> dict[str, object]:
    return {
        "email": contact.email,
        "role": contact.role.value,
        "away_from": contact.away_from.isoformat() if contact.away_from else None,
        "away_to": contact.away_to.isoformat() if contact.away_to else None,
    }
