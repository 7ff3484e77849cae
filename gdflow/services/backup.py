"""Copy a whole installation into one file while it goes on working.

1. The database's state of one moment, table by table. 2. The bytes that those rows refer to: they were kept before the
rows were, and are never removed, so all of them are there. 3. config/ without keys. 4. The manifest. Only then does the
file get its name: a process that dies before leaves a hidden folder, which a later one clears away.
"""

import os
import re
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from gdflow import __version__, failpoints
from gdflow.domain.backups import FORMAT, Manifest, Store
from gdflow.services.audit import Wrong
from gdflow.services.backup_checks import verify_backup
from gdflow.services.backup_file import BackupWriter
from gdflow.services.backup_json import manifest_json, wrong_json
from gdflow.services.backup_parts import write_bytes, write_config, write_rows
from gdflow.services.last_backup import LastBackup, note_backup
from gdflow.services.means import Means
from gdflow.storage.frozen import frozen
from gdflow.storage.migrations import HEAD
from gdflow.storage.objects import sync_folder

MOMENT = r"\d{8}-\d{6}\.zip"
BACKUPS = "backups"
"""The folder of an installation where its backups are put unless another is named."""
WORK = ".gdflow-copia-"
ABANDONED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made. wrong: what reading it back showed, None where nobody asked. removed: older ones."""

    file: Path
    size: int
    fingerprint: str
    manifest: Manifest
    wrong: tuple[Wrong, ...] | None = None
    removed: tuple[Path, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be wrong with it."""
        return not self.wrong and not self.manifest.absent


def back_up(means: Means, folder: Path, *, now: datetime, verify: bool = False, keep: int | None = None) -> Backup:
    """Write a backup into a folder, under a name that bears the moment in the entity's own time.

    verify: read it back, restore its database beside it and look everything over. keep: so many of this entity's
    backups stay in the folder, the newest; all of them while something is wrong with the new one.
    Raises ConflictError("database_damaged").
    """
    folder.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(folder, now)
    with TemporaryDirectory(prefix=WORK, dir=folder) as work:
        made = _written(means, Path(work), now)
        failpoints.reach("backup.written")
        made = replace(made, file=made.file.replace(folder / made.file.name))
    sync_folder(folder)
    if verify:
        made = replace(made, wrong=verify_backup(made.file).wrong)
    note_backup(means.home, LastBackup(now, str(made.file.resolve()), made.fingerprint, made.whole))
    return replace(made, removed=_removed(made, keep)) if keep and made.whole else made


def backup_json(made: Backup) -> dict[str, object]:
    """A backup that was made, for programs."""
    return {
        "file": str(made.file),
        "size": made.size,
        **manifest_json(made.manifest, made.fingerprint),
        "wrong": None if made.wrong is None else wrong_json(made.wrong),
        "removed": [str(each) for each in made.removed],
    }


def _written(means: Means, work: Path, now: datetime) -> Backup:
    """The whole file, safe on the disk, under the name that it will have elsewhere."""
    whole = work / "whole.zip"
    with _private(whole) as stream:
        with BackupWriter(stream, now) as writer:
            manifest = _write(writer, means, work, now)
            fingerprint = writer.finish(manifest)
        stream.flush()
        os.fsync(stream.fileno())
    moment = f"{means.rules.window.local(now):%Y%m%d-%H%M%S}"
    named = whole.replace(work / f"{_prefix(manifest)}{moment}.zip")
    return Backup(named, named.stat().st_size, fingerprint, manifest)


def _write(writer: BackupWriter, means: Means, work: Path, now: datetime) -> Manifest:
    """Write every part; what they are."""
    with means.reading() as session, frozen(session, work) as state:
        rows = write_rows(writer, state, means.rules.entity_id)
    absent = write_bytes(writer, rows.referred, {Store.OBJECTS: means.objects, Store.EVIDENCE: means.evidence()})
    left = write_config(writer, means.home)
    its = (rows.database, now, rows.code, rows.entities, rows.tables, tuple(writer.parts), absent, left)
    return Manifest(FORMAT, __version__, HEAD, *its)


def _private(file: Path) -> BinaryIO:
    """A new file that nobody else may read: it holds addresses, answers and the hashes of passwords."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _prefix(manifest: Manifest) -> str:
    return f"gdflow-{manifest.entity}-"


def _removed(made: Backup, keep: int) -> tuple[Path, ...]:
    """Remove the oldest of this entity's backups beyond so many, by the moment in their names."""
    named = re.compile(re.escape(_prefix(made.manifest)) + MOMENT)
    known = sorted(each for each in made.file.parent.iterdir() if named.fullmatch(each.name))
    for each in known[:-keep]:
        each.unlink()
    return tuple(known[:-keep])


def _clear_abandoned(folder: Path, now: datetime) -> None:
    """Remove what backups left that were killed; one that is at work has changed its folder since."""
    for each in folder.glob(f"{WORK}*"):
        if now - datetime.fromtimestamp(each.stat().st_mtime, UTC) > ABANDONED:
            shutil.rmtree(each, ignore_errors=True)
