"""When this installation was last backed up, as a small file beside its database: a restored one has none yet."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

PLACE = "data", "backup.json"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """A backup that was made. file: where it was put. whole: nothing was known to be wrong with it."""

    made_at: datetime
    file: str
    fingerprint: str
    whole: bool


def note_backup(home: Path, made: LastBackup) -> None:
    """Write down that a backup was made."""
    target = home.joinpath(*PLACE)
    target.parent.mkdir(parents=True, exist_ok=True)
    told = {
        "made_at": made.made_at.isoformat(),
        "file": made.file,
        "fingerprint": made.fingerprint,
        "whole": made.whole,
    }
    with NamedTemporaryFile("w", dir=target.parent, prefix=".", delete=False, encoding="utf-8") as part:
        json.dump(told, part, ensure_ascii=False, indent=2)
    Path(part.name).replace(target)


def last_backup(home: Path) -> LastBackup | None:
    """The newest backup that was noted; None where there is none, or where the note cannot be read."""
    try:
        told = json.loads(home.joinpath(*PLACE).read_text("utf-8"))
        return LastBackup(datetime.fromisoformat(told["made_at"]), told["file"], told["fingerprint"], told["whole"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
