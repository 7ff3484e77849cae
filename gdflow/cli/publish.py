"""Commands about what citizens see and what calendars read: publish, feeds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, home, moment_of
from gdflow.cli.output import Exit, complain, print_json, say, table

if TYPE_CHECKING:
    from gdflow.domain.feeds import CalendarFeed
    from gdflow.domain.rules import Rules
    from gdflow.services.publish import Exported

COLUMNS = ("N.º", "De", "Dado", "Por", "Estado")
SHOWN = 12


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("publish")(publish)
    feeds = typer.Typer(help="Los calendarios con los plazos, para suscribirse a ellos.", no_args_is_help=True)
    feeds.command("list")(list_feeds)
    feeds.command("issue")(issue_feed)
    feeds.command("revoke")(revoke_feed)
    app.add_typer(feeds, name="feeds")


def publish(
    folder: Annotated[Path, typer.Argument(metavar="CARPETA", help="La que sirve su servidor web.")],
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Escribir en una carpeta las páginas públicas de los períodos cerrados, para cualquier servidor web."""
    from gdflow.app import App
    from gdflow.services.publish import exported_json
    from gdflow.services.publish import publish as publish_it
    from gdflow.services.write_closing import write_missing_reports

    app, now = App.open(home()), moment_of(as_of)
    if not dry_run and app.rules.closing.public.enabled:
        write_missing_reports(app.transaction, app.rules, app.objects, app.home, now=now)
    done = publish_it(app.reading, app.rules, app.objects, folder, now=now, dry_run=dry_run)
    if as_json:
        print_json(exported_json(done, folder, dry_run=dry_run))
    else:
        _tell(done, folder, dry_run=dry_run)
    if done.lacking and not dry_run:
        raise typer.Exit(Exit.PARTIAL)


def _tell(done: "Exported", folder: Path, *, dry_run: bool) -> None:
    laid, would = done.laid, "Se escribirían" if dry_run else "Escritos"
    say(
        f"{folder}: {len(done.publication.periods)} períodos cerrados. {would}: {len(laid.written)}; sin cambios: "
        f"{laid.unchanged}; {'se quitarían' if dry_run else 'quitados'}: {len(laid.removed)}."
    )
    for path in laid.written[:SHOWN]:
        say(f"  {path}")
    if len(laid.written) > SHOWN:
        say(f"  … y {len(laid.written) - SHOWN} más")
    for path in laid.removed:
        say(f"  {'Se quitaría' if dry_run else 'Quitado'}: {path}")
    for path in laid.left:
        complain(f"Ya no se publica, pero alguien lo cambió y queda: {path}")
    for each in done.lacking:
        complain(f"Sin escribir todavía: {each}")


def issue_feed(
    by: By,
    team: Annotated[str | None, typer.Option(metavar="EQUIPO", help="De un equipo; sin él, de la entidad.")] = None,
    as_of: AsOf = None,
) -> None:
    """Dar la dirección de un calendario con los plazos, para suscribirse. Solo se muestra ahora."""
    from gdflow.app import App
    from gdflow.services.author import author_of
    from gdflow.services.feeds import issue

    author, app = author_of(by), App.open(home())
    with app.transaction() as session:
        given = issue(session, app.rules, team, by=author, now=moment_of(as_of))
    say((app.rules.public_url or "") + given.path)


def list_feeds(
    all_feeds: Annotated[bool, typer.Option("--all", help="También los retirados.")] = False,
    as_json: AsJson = False,
) -> None:
    """Listar los calendarios que sirven. Su dirección no se guarda y nadie puede mostrarla."""
    from gdflow.app import App
    from gdflow.services.feeds import feed_json, feeds

    app = App.open(home())
    with app.reading() as session:
        known = feeds(session, app.rules, revoked=all_feeds)
    if as_json:
        print_json({"feeds": [feed_json(feed) for feed in known]})
    elif known:
        table("Calendarios", COLUMNS, [_row(feed, app.rules) for feed in known])
    else:
        say("Ningún calendario está sirviendo.")


def revoke_feed(
    number: Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow feeds list».")],
    by: By,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Retirar un calendario: deja de servir en ese momento."""
    from gdflow.app import App
    from gdflow.services.author import author_of
    from gdflow.services.feeds import revoke

    author, app = author_of(by), App.open(home())
    with app.writing(dry_run=dry_run) as session:
        feed = revoke(session, app.rules, number, by=author, now=moment_of(as_of))
    say(f"{'Se retiraría' if dry_run else 'Se retiró'} el calendario {feed.id} de {feed.team or app.rules.entity}.")


def _row(feed: "CalendarFeed", rules: "Rules") -> tuple[str, ...]:
    from gdflow.spanish.dates import short_date

    state = f"retirado por {feed.revoked_by}" if feed.revoked_by else "sirve"
    day = short_date(rules.today(feed.created_at))
    return str(feed.id), feed.team or rules.entity, day, feed.created_by, state
