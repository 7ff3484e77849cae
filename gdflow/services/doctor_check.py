"""What an examination is made of: one thing that was looked at, and what is needed to look."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gdflow.domain.rules import Rules
from gdflow.settings import Settings
from gdflow.spanish.doctor import WHY
from gdflow.storage.engine import Session
from gdflow.storage.evidence_store import EvidenceStore


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. mend: what to do, empty when all is well."""

    what: str
    ok: bool
    found: str
    mend: str = ""

    @property
    def why(self) -> str:
        """Why it matters."""
        return WHY.get(self.what, "")

    def as_json(self) -> dict[str, object]:
        """The check for programs."""
        return {"what": self.what, "why": self.why, "ok": self.ok, "found": self.found, "mend": self.mend}


class Installation(Protocol):
    """What an examination needs of an installation."""

    home: Path
    settings: Settings

    @property
    def rules(self) -> Rules:
        """The entity's rules."""

    @property
    def outbox(self) -> Path:
        """Where mails are written when they are not sent."""

    @property
    def evidence(self) -> EvidenceStore:
        """Where files of evidence rest. Raises ConfigError."""

    def reading(self) -> AbstractContextManager[Session]:
        """A view of one state of the data."""
