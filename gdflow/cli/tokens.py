"""Commands about the keys with which programs read: Power BI, Excel, a dashboard of the department."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, day_of, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from datetime import datetime

    from gdflow.app import App
    from gdflow.domain.access import ReadToken
    from gdflow.domain.rules import Rules

tokens = typer.Typer(help="Llaves con que otros programas leen los datos.", no_args_is_help=True)
COLUMNS = ("N.º", "Nombre", "Dada el", "Por", "Hasta", "Usada", "Estado")


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(tokens, name="tokens")


@tokens.command("issue")
def issue_token(
    name: Annotated[str, typer.Argument(metavar="NOMBRE", help="Para qué es, por ejemplo «Power BI de Planeación».")],
    by: By,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="AAAA-MM-DD", help="Último día en que sirve; si falta, no vence."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Dar una llave de lectura. Se muestra esta única vez; quien la tenga lee lo mismo que control interno."""
    from gdflow.app import App
    from gdflow.services.read_tokens import issue

    app = App.open(home())
    with app.transaction() as session:
        given = issue(session, app.rules, name, day_of(until), by=by, now=moment_of(as_of))
    say(f"Lee en {_address(app)}; allí está cómo usarla desde Power BI, Excel u otro programa.")
    say(f"Llave {given.id}. Guárdela ya, no se vuelve a mostrar; va en un encabezado, nunca en la dirección:")
    say(given.token)


@tokens.command("list")
def list_tokens(as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Listar las llaves: quién las dio, hasta cuándo y cuándo se usaron."""
    from gdflow.app import App
    from gdflow.services.read_tokens import listed

    app, now = App.open(home()), moment_of(as_of)
    with app.reading() as session:
        known = listed(session, app.rules)
    if as_json:
        print_json({"tokens": [token_json(each, now) for each in known]})
    elif known:
        table("Llaves de lectura", COLUMNS, [_row(each, app.rules, now) for each in known])
    else:
        say("Ninguna llave se ha dado.")


@tokens.command("revoke")
def revoke_token(
    number: Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow tokens list».")],
    by: By,
    as_of: AsOf = None,
) -> None:
    """Retirar una llave: deja de servir en ese momento."""
    from gdflow.app import App
    from gdflow.services.read_tokens import revoke

    app = App.open(home())
    with app.transaction() as session:
        gone = revoke(session, app.rules, number, by=by, now=moment_of(as_of))
    say(f"Se retiró la llave {gone.id} ({gone.name}).")


def token_json(token: "ReadToken", now: "datetime") -> dict[str, object]:
    """A key as JSON; the key itself is in nobody's hands but its owner's."""
    return {
        "id": token.id,
        "name": token.name,
        "created_at": token.created_at.isoformat(),
        "created_by": token.created_by,
        "expires_at": token.expires_at.isoformat() if token.expires_at else None,
        "used_at": token.used_at.isoformat() if token.used_at else None,
        "serves": token.serves(now),
    }


def _address(app: "App") -> str:
    from gdflow.services.api_tables import ROOT

    return (app.rules.public_url or f"http://{app.settings.web.host}:{app.settings.web.port}") + ROOT


def _row(token: "ReadToken", rules: "Rules", now: "datetime") -> tuple[str, ...]:
    from datetime import timedelta

    from gdflow.spanish.dates import short_date

    def day(at: "datetime | None") -> str:
        return "—" if at is None else short_date(rules.today(at))

    state = "sirve" if token.serves(now) else "retirada" if token.revoked_at else "venció"
    return (
        str(token.id),
        token.name,
        day(token.created_at),
        token.created_by,
        # It ends with the midnight after its last day.
        day(token.expires_at and token.expires_at - timedelta(seconds=1)),
        day(token.used_at),
        state,
    )
