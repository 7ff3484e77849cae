"""Commands about the life of an installation: copying it while it works, looking a copy over, restoring it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow import clock
from gdflow.cli.options import AsJson, home
from gdflow.cli.output import Exit, print_json, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gdflow.domain.backups import Manifest
    from gdflow.services.audit import Wrong

backup = typer.Typer(help="Copias de seguridad de toda la instalación.", no_args_is_help=False)
BackupPath = Annotated[Path, typer.Argument(metavar="ARCHIVO", help="La copia, como la escribió «gdflow backup».")]
MEBIBYTE = 1024 * 1024


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(backup, name="backup")
    app.command("restore")(restore)


@backup.callback(invoke_without_command=True)
def make(
    context: typer.Context,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="CARPETA", help="Dónde se deja; por omisión, backups/ de la instalación."),
    ] = None,
    keep: Annotated[
        int | None, typer.Option("--keep", min=1, metavar="N", help="Dejar solo las N más nuevas de esa carpeta.")
    ] = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Leerla de vuelta y restaurarla aparte para comprobarla.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Copiar la instalación entera a un archivo, sin detenerla. Termina con 3 si algo no está como debería."""
    if context.invoked_subcommand is not None:
        return
    from gdflow.app import App
    from gdflow.services.backup import BACKUPS, back_up, backup_json
    from gdflow.services.backup_checks import lost_before
    from gdflow.services.means import means_of

    app = App.open(home())
    folder = out or app.home / BACKUPS
    made = back_up(means_of(app, "backup"), folder, now=clock.now(), verify=verify, keep=keep)
    if as_json:
        print_json(backup_json(made))
    else:
        say(f"Copia escrita: {made.file} ({made.size / MEBIBYTE:.1f} MiB)")
        _tell(made.manifest, made.fingerprint)
        _tell_wrong((*lost_before(made.manifest), *(made.wrong or ())))
        if verify and made.whole:
            say("Se leyó de vuelta y se restauró aparte: está completa.")
        for each in made.manifest.left_out:
            say(f"No se copió {each}: puede ser una clave.")
        for file in made.removed:
            say(f"Se quitó la copia vieja {file.name}")
    if not made.whole:
        raise typer.Exit(Exit.PROBLEMS)


@backup.command("verify")
def verify_file(file: BackupPath, as_json: AsJson = False) -> None:
    """Comprobar una copia sin restaurarla: cada parte, el registro, las cuentas, los cierres y las evidencias."""
    from gdflow.services.backup_checks import verify_backup
    from gdflow.services.backup_json import verified_json

    verified = verify_backup(file)
    if as_json:
        print_json(verified_json(file, verified))
    else:
        _tell(verified.manifest, verified.fingerprint)
        _tell_wrong(verified.wrong)
        if not verified.wrong:
            say("La copia está completa y como se escribió.")
    if verified.wrong:
        raise typer.Exit(Exit.PROBLEMS)


def restore(
    file: BackupPath,
    target: Annotated[
        Path, typer.Option("--home", metavar="CARPETA", help="Carpeta nueva o vacía en que queda la instalación.")
    ],
    accept_missing: Annotated[
        bool,
        typer.Option("--accept-missing", help="Restaurar aunque ya faltaran archivos cuando se hizo la copia."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Restaurar una copia en una carpeta y una base de datos nuevas: entera, o nada."""
    import os

    from gdflow.app import App
    from gdflow.services.restore import restore as restore_it
    from gdflow.services.restore import restored_json
    from gdflow.settings import load_settings

    def target_of(folder: Path) -> App:
        return App(folder, load_settings(folder, os.environ))

    done = restore_it(file, target, target_of, now=clock.now(), accept_missing=accept_missing)
    if as_json:
        print_json(restored_json(done))
    else:
        say(f"Restaurada en {done.home}")
        _tell(done.manifest, done.fingerprint)
        _tell_wrong(done.wrong)
        say("Antes de encender los trabajos mire qué saldría: «gdflow outbox» y «gdflow remind --dry-run».")
    if done.wrong:
        raise typer.Exit(Exit.PROBLEMS)


def _tell(manifest: "Manifest", fingerprint: str) -> None:
    from gdflow.domain.consolidated import BOGOTA
    from gdflow.spanish.dates import long_date

    made = manifest.made_at.astimezone(BOGOTA)
    rows = sum(table.rows for table in manifest.tables)
    say(f"Del {long_date(made)} a las {made:%H:%M}, con gdflow {manifest.release} (revisión {manifest.revision})")
    say(f"{rows} filas · {manifest.count('objects')} archivos · {manifest.count('evidence')} evidencias")
    for entity in manifest.entities:
        say(f"{entity.name}: {entity.events} sucesos, último eslabón {entity.head}")
    say(f"Huella de la copia: {fingerprint}")


def _tell_wrong(wrong: "Iterable[Wrong]") -> None:
    for each in wrong:
        say(f"■ {each.message}")
