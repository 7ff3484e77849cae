"""What a team hands in: the form it was given and the receipt for what it sent back."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.quick import quickly_made

PAGE_ANSWER = "respuesta en la página"
"""What stands for a file's name where a team reports a line on its page without any file."""

FILE_OF_NOBODY = "file_of_nobody"
"""The event of a file that could not be taken, and of which nobody knows who is to be told."""


class ReceiptState(StrEnum):
    """Where a received file stands: kept, read, or kept apart because it could not be read."""

    RECEIVED = "received"
    READ = "read"
    QUARANTINED = "quarantined"


class ReceiptSource(LabelledEnum):
    """By which way a file came."""

    COMMAND = "command", "orden"
    FOLDER = "folder", "carpeta"
    MAIL = "mail", "correo"
    PAGE = "page", "página del equipo"


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """A file that arrived and was kept. code and message: why it stands in quarantine; of one that was read, message
    says what of it could not be taken, a sentence a line.

    sender: who sent it, as far as is known. tries: how often its reader died of it or ran out of time; a file that
    kills its readers is not read for ever.
    """

    id: int
    number: str
    sha256: str
    name: str
    size: int
    team_id: int | None
    period: str | None
    received_at: datetime
    state: ReceiptState
    code: str | None
    message: str | None
    source: ReceiptSource = ReceiptSource.COMMAND
    sender: str | None = None
    tries: int = 0


@dataclass(frozen=True, slots=True)
class FormIssue:
    """A form workbook given to a team for a period. plan_ids: the plans whose lines stand in it."""

    id: int
    entity_id: int
    team_id: int
    team: str
    period: str
    plan_ids: tuple[int, ...]
    issued_at: datetime


@quickly_made
@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to put in force for a line and period. value: as in Result. zero_reason: only with a value of 0."""

    line_id: int
    period: str
    value: Decimal
    narrative: str | None = None
    zero_reason: str | None = None
    evidence: str | None = None
