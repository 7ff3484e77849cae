"""A mail that came into the mailbox, and what was made of it."""

from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.labels import LabelledEnum

COORDINATOR, WAITS, DECIDED = "coordinator", "mail_waits", "mail_decided"
"""What is noted about mails that a person must look at: for whom, that one waits, that it was decided."""


class InboundState(LabelledEnum):
    """TAKEN: its files have receipts. QUARANTINED: it waits for the coordinator. IGNORED: no person wrote it."""

    TAKEN = "taken", "Recibido"
    QUARANTINED = "quarantined", "En cuarentena"
    IGNORED = "ignored", "No es una respuesta"


@dataclass(frozen=True, slots=True)
class InboundMail:
    """A mail as it was kept. sha256: of its bytes. code and message: why it waits or was ignored.

    accepted_by: who let it in from quarantine.
    """

    id: int
    message_id: str
    sha256: str
    sender: str
    subject: str
    received_at: datetime
    state: InboundState
    team_id: int | None
    period: str | None
    code: str | None
    message: str | None
    accepted_by: str | None
