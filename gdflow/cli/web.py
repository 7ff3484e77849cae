"""Commands about the page on which teams answer: web, links."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, PeriodKey, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from datetime import datetime

    from gdflow.domain.links import TeamLink
    from gdflow.domain.rules import Rules

COLUMNS = ("N.º", "Equipo", "Período", "Dado", "Vence", "Estado")


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("web")(web)
    links = typer.Typer(help="Los enlaces con que responden los equipos.", no_args_is_help=True)
    links.command("list")(list_links)
    links.command("issue")(issue_link)
    links.command("revoke")(revoke_link)
    app.add_typer(links, name="links")


def web(
    host: Annotated[str | None, typer.Option(help="Dirección en que atiende; por omisión, web.host.")] = None,
    port: Annotated[int | None, typer.Option(help="Puerto; por omisión, web.port.")] = None,
    as_of: AsOf = None,
) -> None:
    """Atender la página en que responden los equipos, hasta que se detenga."""
    from gdflow.app import App
    from gdflow.web.serve import serve

    app = App.open(home())
    at, by = host or app.settings.web.host, port or app.settings.web.port
    say(
        f"Atendiendo en http://{at}:{by}. Los equipos llegan por {app.rules.public_url or 'ningún lado: falta '}"
        f"{'' if app.rules.public_url else 'web.public_url'}."
    )
    if pattern := app.settings.web.entities_url:
        say(f"Las entidades atendidas, cada una por {pattern}.")
    serve(app, host=at, port=by, fixed=moment_of(as_of) if as_of else None)


def list_links(
    all_links: Annotated[bool, typer.Option("--all", help="También los que vencieron o se retiraron.")] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Listar los enlaces que sirven. La llave misma no se guarda y nadie puede mostrarla."""
    from gdflow.app import App
    from gdflow.services.links import links

    app, now = App.open(home()), moment_of(as_of)
    with app.reading() as session:
        known = links(session, app.rules, now=None if all_links else now)
    if as_json:
        print_json({"links": [link_json(link, now) for link in known]})
    elif known:
        table("Enlaces", COLUMNS, [_row(link, app.rules, now) for link in known])
    else:
        say("Ningún enlace está sirviendo.")


def issue_link(
    team: Annotated[str, typer.Argument(metavar="EQUIPO")],
    period: PeriodKey = None,
    as_of: AsOf = None,
) -> None:
    """Dar a un equipo un enlace nuevo, para llevárselo por otro medio; sin --period, del primero que aún se recibe."""
    from gdflow.app import App
    from gdflow.services.links import issue_for

    app = App.open(home())
    with app.transaction() as session:
        given = issue_for(session, app.rules, team, period, now=moment_of(as_of))
    say((app.rules.public_url or "") + given.path)


def revoke_link(
    number: Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow links list».")],
    by: By,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Retirar un enlace: deja de abrir su página en ese momento."""
    from gdflow.app import App
    from gdflow.services.author import author_of
    from gdflow.services.links import revoke

    author, app = author_of(by), App.open(home())
    with app.writing(dry_run=dry_run) as session:
        link = revoke(session, app.rules, number, by=author, now=moment_of(as_of))
    say(f"{'Se retiraría' if dry_run else 'Se retiró'} el enlace {link.id} de {link.team} ({link.period}).")


def link_json(link: "TeamLink", now: "datetime") -> dict[str, object]:
    """A link as JSON; its key is in nobody's hands but its team's."""
    return {
        "id": link.id,
        "team": link.team,
        "period": link.period,
        "created_at": link.created_at.isoformat(),
        "expires_at": link.expires_at.isoformat(),
        "serves": link.serves(now),
        "revoked_by": link.revoked_by,
    }


def _row(link: "TeamLink", rules: "Rules", now: "datetime") -> tuple[str, ...]:
    from gdflow.spanish.dates import short_date
    from gdflow.spanish.periods import period_short

    state = "sirve" if link.serves(now) else f"retirado por {link.revoked_by}" if link.revoked_by else "venció"
    dates = (short_date(rules.today(link.created_at)), short_date(rules.today(link.expires_at)))
    return (str(link.id), link.team, period_short(link.period), *dates, state)
