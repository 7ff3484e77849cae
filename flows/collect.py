"""Taking in what teams sent to the mailbox or left in inbox/ and in the shared folder, and reading what waits."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow.app import App
from gdflow.collect.reading import ReaderPool
from gdflow.domain.inbound import InboundState
from gdflow.services.collect import collect_folder
from gdflow.services.folder import FolderLook, look_into
from gdflow.services.mailbox_round import MailboxRound, read_mailbox
from gdflow.services.read_answers import read_waiting


@flow(name="gdflow-collect")
async def collect(as_of: date | None = None) -> Summary:
    """Recibir lo que llegó al buzón y lo que está en inbox/ y en la carpeta compartida, y leerlo."""
    return await carry_out("collect", _collect, as_of)


def _collect(app: App, now: datetime) -> Summary:
    its = (app.transaction, app.rules, app.objects)
    mail, look = _mailbox(app, now), _look(app, now)
    with ReaderPool() as pool:
        own = collect_folder(*its, pool, app.home / "inbox", now=now)
        received = (*(each for _, each in own), *read_waiting(*its, pool, now=now))
    if mail.trouble is not None:  # said once everything else is done
        raise mail.trouble
    refused = [f"{name}: {each.refused}" for name, each in own if each.refused]
    refused += [f"{each.number}: {each.refused}" for each in received[len(own) :] if each.refused]
    return {
        "correos recibidos": mail.intake.count(InboundState.TAKEN),
        "correos en cuarentena": mail.intake.count(InboundState.QUARANTINED),
        "formularios recibidos": len(received) - len(refused),
        "respuestas nuevas": sum(answer.new for each in received for answer in each.taken),
        "respuestas por corregir": sum(len(each.problems) for each in received),
        "archivos que no se pudieron tomar": "; ".join(refused) or "ninguno",
        "archivos que aún cambian en la carpeta": ", ".join(look.waiting) or "ninguno",
    }


def _mailbox(app: App, now: datetime) -> MailboxRound:
    post = app.post()
    its = (app.transaction, app.rules, app.objects)
    return MailboxRound() if post is None else read_mailbox(*its, post, now=now)


def _look(app: App, now: datetime) -> FolderLook:
    shared = app.settings.folder.path
    if shared is None:
        return FolderLook((), ())
    its = (app.transaction, app.rules, app.objects)
    return look_into(*its, app.home / shared, app.data / "folder.json", now=now)
