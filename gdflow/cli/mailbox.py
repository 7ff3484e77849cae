"""Commands about the mailbox: mailbox, quarantine."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from datetime import datetime

    from gdflow.app import App
    from gdflow.domain.inbound import InboundMail
    from gdflow.services.mailbox_round import MailboxRound
    from gdflow.services.received import Received

quarantine = typer.Typer(help="Los correos que esperan a quien coordina.", no_args_is_help=False)
MailNumber = Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow quarantine».")]
FileNumber = Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow quarantine files».")]
TeamName = Annotated[
    str | None, typer.Option("--team", metavar="EQUIPO", help="De qué equipo es, si no se sabe o no es del que dice.")
]
MOST_FILES = 200
FILE_COLUMNS = ("N.º", "Archivo", "Equipo", "Por qué")
COLUMNS = ("N.º", "Llegó", "De", "Asunto", "Por qué espera")


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("mailbox")(mailbox)
    app.add_typer(quarantine, name="quarantine")


def mailbox(as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Leer el buzón: correos devueltos, respuestas de los equipos y sus archivos. Nada se toma dos veces."""
    from gdflow.app import App
    from gdflow.domain.errors import ConfigError
    from gdflow.services.mailbox_round import read_mailbox

    app, now = App.open(home()), moment_of(as_of)
    post = app.post()
    if post is None:
        raise ConfigError("mailbox_not_set")
    if app.rules.replies is None:
        raise ConfigError("replies_not_set")
    done = read_mailbox(app.transaction, app.rules, app.objects, post, now=now)
    received = _read(app, now)
    if as_json:
        from gdflow.services.inbound_json import mailbox_json

        print_json(mailbox_json(done, received))
    else:
        tell_mailbox(done)
        tell_received(received)
    if done.trouble is not None:
        raise done.trouble


@quarantine.callback(invoke_without_command=True)
def quarantined(context: typer.Context, as_json: AsJson = False) -> None:
    """Listar los correos en cuarentena."""
    if context.invoked_subcommand is None:
        list_mails(as_json)


@quarantine.command("list")
def list_mails(as_json: AsJson = False) -> None:
    """Listar los correos en cuarentena, el más antiguo primero."""
    from gdflow.app import App
    from gdflow.services.quarantine import waiting_mails

    app = App.open(home())
    with app.reading() as session:
        mails = waiting_mails(session, app.rules)
    if as_json:
        from gdflow.services.inbound_json import quarantine_json

        print_json(quarantine_json(mails))
    elif mails:
        table("Correos en cuarentena", COLUMNS, [_row(app, mail) for mail in mails])
        say("Vea cada uno con «gdflow quarantine show NÚMERO»; decida con «accept» o «reject».")
    else:
        say("No hay correos en cuarentena.")


@quarantine.command("show")
def show(mail: MailNumber, as_json: AsJson = False) -> None:
    """Mostrar un correo: de quién viene, qué dice, qué trae y por qué espera."""
    from gdflow.app import App
    from gdflow.services.quarantine import look_at

    app = App.open(home())
    with app.reading() as session:
        found = look_at(session, app.rules, app.objects, mail)
    if as_json:
        from gdflow.services.inbound_json import waiting_json

        print_json(waiting_json(found))
        return
    say(f"Correo {found.mail.id}, de {found.mail.sender or 'nadie'}: «{found.mail.subject}».")
    say(f"{found.mail.state.label}. {found.mail.message or ''}".rstrip())
    say(f"Equipo: {found.team or 'no se sabe'}. Período: {found.mail.period or 'no se sabe'}.")
    for file in found.letter.files:
        say(f"  Archivo: {file.name} ({len(file.data)} bytes).")
    for number in found.receipts:
        say(f"  Recibo: {number}.")
    if found.letter.words:
        say(found.letter.words)


@quarantine.command("accept")
def accept(mail: MailNumber, by: By, team: TeamName = None, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Aceptar un correo: sus archivos se toman como si los hubiera enviado el equipo."""
    from gdflow.app import App
    from gdflow.services.decide import why
    from gdflow.services.find import find_team
    from gdflow.services.quarantine import accept as accept_it

    app, now, given = App.open(home()), moment_of(as_of), why(by, "se acepta")
    with app.transaction() as session:
        whose = None if team is None else find_team(session, app.rules.entity_id, team)
        taken = accept_it(session, app.rules, app.objects, mail, by=given.author, now=now, team=whose)
    received = _read(app, now)
    if as_json:
        from gdflow.services.answers_json import received_json
        from gdflow.services.inbound_json import taken_json

        print_json(taken_json(taken) | {"received": [received_json(each) for each in received]})
        return
    say(f"Correo {taken.mail.id}: aceptado; archivos recibidos: {len(taken.kept)}.")
    tell_received(received)


@quarantine.command("reject")
def reject(
    mail: MailNumber,
    by: By,
    reason: Annotated[str, typer.Option(metavar="TEXTO", help="Por qué.")],
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Rechazar un correo: nada de él se toma; sus datos quedan guardados."""
    from gdflow.app import App
    from gdflow.services.decide import why
    from gdflow.services.quarantine import reject as reject_it

    app, given = App.open(home()), why(by, reason)
    with app.transaction() as session:
        left = reject_it(session, app.rules, mail, given, now=moment_of(as_of))
    if as_json:
        from gdflow.services.inbound_json import mail_json

        print_json(mail_json(left))
    else:
        say(f"Correo {left.id}: rechazado.")


@quarantine.command("files")
def list_files(as_json: AsJson = False) -> None:
    """Listar los archivos que no se pudieron tomar, el más reciente primero, con su motivo."""
    from gdflow.app import App
    from gdflow.services.refused_files import refused_files

    app = App.open(home())
    with app.reading() as session:
        files = refused_files(session, app.rules, MOST_FILES)
    if as_json:
        from gdflow.services.inbound_json import refused_json

        print_json({"files": [refused_json(each) for each in files]})
    elif files:
        rows = [(str(f.receipt.id), f.receipt.name, f.team or "—", f.receipt.message or "") for f in files]
        table("Archivos que no se pudieron tomar", FILE_COLUMNS, rows)
        say("Para leer uno otra vez: «gdflow quarantine again NÚMERO --by NOMBRE», con --team si hace falta.")
        say("Si no hay nada que hacer con él: «gdflow quarantine dismiss NÚMERO --by NOMBRE --reason TEXTO».")
    else:
        say("Todos los archivos recibidos se pudieron tomar, o ya se decidió sobre ellos.")


@quarantine.command("dismiss")
def dismiss(
    file: FileNumber,
    by: By,
    reason: Annotated[str, typer.Option(metavar="TEXTO", help="Por qué.")],
    as_of: AsOf = None,
) -> None:
    """Descartar un archivo que no se pudo tomar: deja de esperar; ni él ni sus datos se borran."""
    from gdflow.app import App
    from gdflow.services.decide import why
    from gdflow.services.refused_files import dismiss as dismiss_it

    app, given = App.open(home()), why(by, reason)
    with app.transaction() as session:
        left = dismiss_it(session, app.rules, file, given, now=moment_of(as_of))
    say(f"{left.name}: descartado; queda guardado, y «gdflow quarantine again {file}» lo lee otra vez.")


@quarantine.command("again")
def again(
    file: FileNumber,
    by: By,
    team: TeamName = None,
    as_of: AsOf = None,
) -> None:
    """Leer otra vez un archivo que no se pudo tomar, como de un equipo si se indica."""
    from gdflow.app import App
    from gdflow.services.find import find_team
    from gdflow.services.refused_files import take_again

    app, now = App.open(home()), moment_of(as_of)
    with app.transaction() as session:
        whose = None if team is None else find_team(session, app.rules.entity_id, team)
        take_again(session, app.rules, file, whose, by=by, now=now)
    tell_received(_read(app, now))


def _read(app: "App", now: "datetime") -> "tuple[Received, ...]":
    """Read every file that waits, those of earlier looks too."""
    from gdflow.collect.reading import ReaderPool
    from gdflow.services.read_answers import read_waiting

    with ReaderPool() as pool:
        return read_waiting(app.transaction, app.rules, app.objects, pool, now=now)


def tell_mailbox(done: "MailboxRound") -> None:
    """What a look into the mailbox found."""
    from gdflow.domain.inbound import InboundState
    from gdflow.services.bounces import Fate

    counts = {
        "correos recibidos": done.intake.count(InboundState.TAKEN),
        "archivos nuevos": done.intake.receipts,
        "respuestas en palabras": done.intake.words,
        "en cuarentena": done.intake.count(InboundState.QUARANTINED),
        "que nadie escribió": done.intake.count(InboundState.IGNORED),
        "correos devueltos": done.bounces.count(Fate.REFUSED),
    }
    said = "; ".join(f"{name}: {count}" for name, count in counts.items() if count)
    if said or done.trouble is None:
        say(f"Buzón: {said}." if said else "Buzón: nada nuevo.")


def tell_received(received: "tuple[Received, ...]") -> None:
    """What became of files that were read."""
    for each in received:
        said = each.refused or f"{len(each.taken)} respuestas; por corregir: {len(each.problems)}."
        say(f"  {each.number}, {each.team or 'sin equipo'}: {said}")


def _row(app: "App", mail: "InboundMail") -> tuple[str, ...]:
    from gdflow.spanish.dates import short_date

    local = app.rules.window.local(mail.received_at)
    when = f"{short_date(local.date())}, {local:%H:%M}"
    return (str(mail.id), when, mail.sender or "—", mail.subject, mail.message or "")
