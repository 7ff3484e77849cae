"""A file of evidence before it is taken: how large it is, what it is by its bytes, and what an antivirus says of it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from gdflow.collect.clamd import infection_in
from gdflow.collect.file_type import media_type_of
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.evidence import Antivirus
from gdflow.domain.rules import Rules
from gdflow.storage.evidence_store import EvidenceStore

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may be taken and whose bytes are kept. scanned_at: None when no antivirus has looked at it."""

    name: str
    sha256: str
    size: int
    media_type: str
    scanned_at: datetime | None


def examine(rules: Rules, objects: EvidenceStore, *, name: str, data: bytes, now: datetime) -> Examined:
    """Look at a file, and keep its bytes when it may be taken.

    Raises InputError: empty_file, too_large, evidence_program, evidence_macros, evidence_type, evidence_infected,
    damaged_file; ConflictError("antivirus_away") where the entity takes nothing unseen.
    """
    file = PurePath(name.replace("\\", "/")).name[-LONGEST_NAME:].strip() or "archivo"
    if len(data) > rules.evidence.max_bytes:
        raise InputError("too_large", file=file, limit=rules.evidence.max_bytes // 1024**2)
    media_type = media_type_of(file, data)
    seen = _seen(file, data, rules.evidence.antivirus)
    return Examined(file, objects.put(data), len(data), media_type, now if seen else None)


def _seen(file: str, data: bytes, antivirus: Antivirus | None) -> bool:
    """Whether an antivirus looked at it and found nothing."""
    if antivirus is None:
        return False
    try:
        found = infection_in(data, antivirus)
    except OSError as error:
        if antivirus.required:
            raise ConflictError("antivirus_away", file=file) from error
        return False
    if found is not None:
        raise InputError("evidence_infected", file=file, found=found)
    return True
