"""The command that takes in whatever teams sent, by every way."""

from typing import TYPE_CHECKING

import typer

from gdflow.cli.mailbox import tell_mailbox, tell_received
from gdflow.cli.noting import noted_today
from gdflow.cli.options import AsJson, AsOf, home, moment_of
from gdflow.cli.output import Exit, print_json, say

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.services.collect_round import CollectRound


def add_to(app: typer.Typer) -> None:
    """Register this command."""
    app.command("collect")(collect)


def collect(as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Recibir lo que llegó al buzón, a inbox/ y a la carpeta compartida, y leerlo. Termina con 3 si algo no se tomó."""
    from gdflow.app import App
    from gdflow.collect.reading import ReaderPool
    from gdflow.domain.works import Work
    from gdflow.services.collect_round import collect_all

    app = App.open(home())
    with ReaderPool() as pool:
        its = (app.transaction, app.rules, app.objects, pool, app.places())
        with noted_today(app, Work.COLLECT, as_of):
            done = collect_all(*its, now=moment_of(as_of))
    if as_json:
        from gdflow.services.inbound_json import collected_json

        print_json(collected_json(done))
    else:
        _tell(app, done)
    if done.trouble is not None:
        raise done.trouble
    if any(each.refused or each.problems for each in done.received):
        raise typer.Exit(Exit.PROBLEMS)


def _tell(app: "App", done: "CollectRound") -> None:
    if app.settings.imap.host is not None:
        tell_mailbox(done.mail)
    if app.settings.folder.path is not None:
        say(f"Carpeta compartida: archivos nuevos: {len(done.look.kept)}.")
    for name in done.look.waiting:
        say(f"  {name}: todavía puede estar cambiando; se toma en la próxima mirada si sigue igual.")
    tell_received(done.received)
    if not done.received:
        say("No había archivos por leer.")
