"""The stable JSON of what came into the mailbox (docs/json.md)."""

from collections.abc import Iterable, Sequence

from gdflow.domain.inbound import InboundMail
from gdflow.services.answers_json import received_json
from gdflow.services.bounces import Fate
from gdflow.services.collect_round import CollectRound
from gdflow.services.intake import TakenMail
from gdflow.services.mailbox_round import MailboxRound
from gdflow.services.public_json import Json
from gdflow.services.quarantine import WaitingMail
from gdflow.services.received import Received
from gdflow.services.refused_files import RefusedFile


def mailbox_json(done: MailboxRound, received: Sequence[Received]) -> Json:
    """The answer of `gdflow mailbox`; received: what became of the files that were read."""
    return {
        "mails": [taken_json(taken) for taken in done.intake.mails],
        "reports": {
            "bounced": done.bounces.count(Fate.REFUSED),
            "noted": done.bounces.count(Fate.NOTED),
            "unmatched": done.bounces.count(Fate.UNMATCHED),
        },
        "received": [received_json(each) for each in received],
        "trouble": done.trouble.code if done.trouble else None,
    }


def collected_json(done: CollectRound) -> Json:
    """The answer of `gdflow collect`: that of `mailbox`, and what the shared folder has."""
    kept: list[Json] = [{"receipt": each.receipt.number, "name": name} for name, each in done.look.kept]
    folder: Json = {"kept": list(kept), "waiting": list(done.look.waiting)}
    trouble = done.trouble.code if done.trouble else None
    return mailbox_json(done.mail, done.received) | {"folder": folder, "trouble": trouble}


def taken_json(taken: TakenMail) -> Json:
    """A mail with the receipts of its files."""
    files: list[Json] = [
        {"receipt": kept.receipt.number, "name": kept.receipt.name, "new": kept.new} for kept in taken.kept
    ]
    return mail_json(taken.mail) | {"new": taken.new, "files": files}


def quarantine_json(mails: Iterable[InboundMail]) -> Json:
    """The answer of `gdflow quarantine`."""
    return {"mails": [mail_json(mail) for mail in mails]}


def waiting_json(waiting: WaitingMail) -> Json:
    """The answer of `gdflow quarantine show`."""
    return mail_json(waiting.mail) | {
        "team": waiting.team,
        "authentication": waiting.letter.authentication.value,
        "words": waiting.letter.words,
        "attached": [{"name": file.name, "size": len(file.data)} for file in waiting.letter.files],
        "receipts": list(waiting.receipts),
    }


def mail_json(mail: InboundMail) -> Json:
    """A mail as it is remembered."""
    return {
        "id": mail.id,
        "message_id": mail.message_id,
        "from": mail.sender,
        "subject": mail.subject,
        "received_at": mail.received_at.isoformat(),
        "state": mail.state.value,
        "code": mail.code,
        "message": mail.message,
        "period": mail.period,
        "accepted_by": mail.accepted_by,
    }


def refused_json(each: RefusedFile) -> Json:
    """A file that could not be taken."""
    its = each.receipt
    return {
        "id": its.id,
        "receipt": its.number,
        "name": its.name,
        "size": its.size,
        "team": each.team,
        "period": its.period,
        "from": its.sender,
        "received_at": its.received_at.isoformat(),
        "code": its.code,
        "message": its.message,
    }
