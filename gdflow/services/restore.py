"""Make an installation of a backup, in a folder and a database that are empty: whole, or not at all.

1. The file is looked over: all that is missing or changed is named, and nothing is made. 2. Everything but the database
is put into a hidden folder beside the one that was asked for. 3. The database is filled in one transaction. 4. The
hidden folder gets its name. A process that dies before the third step leaves a hidden folder, which the next restore
clears away; one that dies after it left a whole database, which the next one knows by its last event and goes on with.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

from gdflow import failpoints
from gdflow.domain.backups import Manifest, Store
from gdflow.domain.errors import ConflictError, InputError
from gdflow.services.audit import Wrong
from gdflow.services.backup_checks import BYTES_MISSING, faults_of, loaded, look_over, lost_before, refuse_unknown
from gdflow.services.backup_file import BackupFile, opened
from gdflow.services.backup_json import manifest_json, wrong_json
from gdflow.storage import events
from gdflow.storage.engine import Session, reading
from gdflow.storage.evidence_store import EvidenceStore
from gdflow.storage.filled import Engine, usable
from gdflow.storage.migrations import HEAD, revision_of
from gdflow.storage.objects import ObjectStore, sync_folder
from gdflow.storage.references import entity_ids

RESTORED = "restored"
SHOWN = 20
"""Names of what is missing that a refusal lists; how many there are beyond them it says."""


class Target(Protocol):
    """An installation as its settings say, its database not opened yet."""

    @property
    def engine(self) -> Engine:
        """Its database."""

    @property
    def objects(self) -> ObjectStore:
        """Where files are kept by content."""

    @property
    def evidence(self) -> EvidenceStore:
        """Where files of evidence are kept."""


@dataclass(frozen=True, slots=True)
class Restored:
    """An installation that was made of a backup. wrong: what was so already when the backup was made."""

    home: Path
    manifest: Manifest
    fingerprint: str
    wrong: tuple[Wrong, ...]


def restore(
    path: Path, home: Path, target_of: Callable[[Path], Target], *, now: datetime, accept_missing: bool = False
) -> Restored:
    """Make the installation of a backup in a new or empty folder. target_of: the settings of a folder, as they stand.

    accept_missing: in spite of bytes that were lost already when the backup was made. now: noted in the record.
    Raises ConflictError: restore_not_empty, database_not_empty. InputError: backup_unreadable, backup_manifest,
    backup_format, backup_ahead, backup_revision, backup_damaged, backup_lost_before, backup_rows.
    """
    home = home.resolve()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise ConflictError("restore_not_empty", folder=str(home))
    with opened(path) as backup:
        refuse_unknown(backup.manifest, path.name)
        _refuse_faulty(backup, path.name, accept_missing=accept_missing)
        with _hidden(home) as folder:
            _put_config(backup, folder)
            wrong = _fill(backup, path.name, target_of(folder), now)
            failpoints.reach("restore.committed")
            _name(folder, home)
        return Restored(home, backup.manifest, backup.fingerprint, (*lost_before(backup.manifest), *wrong))


def restored_json(restored: Restored) -> dict[str, object]:
    """What was restored, for programs."""
    told = manifest_json(restored.manifest, restored.fingerprint)
    return {"home": str(restored.home), **told, "wrong": wrong_json(restored.wrong)}


def _refuse_faulty(backup: BackupFile, file: str, *, accept_missing: bool) -> None:
    if faults := [each.wrong for each in faults_of(backup)]:
        raise InputError("backup_damaged", file=file, lines=_listed(faults))
    lost = lost_before(backup.manifest)
    if lost and not accept_missing:
        raise InputError("backup_lost_before", file=file, lines=_listed(lost))


def _refuse_missing(wrong: tuple[Wrong, ...], file: str) -> None:
    """What rows refer to and the manifest does not speak of."""
    if missing := [each for each in wrong if each.code == BYTES_MISSING]:
        raise InputError("backup_damaged", file=file, lines=_listed(missing))


def _listed(wrong: Sequence[Wrong]) -> str:
    more = len(wrong) - SHOWN
    return " ".join((*(each.message for each in wrong[:SHOWN]), *([f"Y {more} más."] if more > 0 else ())))


@contextmanager
def _hidden(home: Path) -> Iterator[Path]:
    """A new folder beside the one to come; what restores to it left that were killed is cleared away."""
    prefix = f".{home.name}.restaurando-"
    home.parent.mkdir(parents=True, exist_ok=True)
    for left in home.parent.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=prefix, dir=home.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put_config(backup: BackupFile, folder: Path) -> None:
    (folder / "config").mkdir()
    for name in backup.names("config"):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(backup.read(name))
            file.flush()
            os.fsync(file.fileno())
        sync_folder(place.parent)


def _fill(backup: BackupFile, file: str, target: Target, now: datetime) -> tuple[Wrong, ...]:
    """Put all bytes into their stores and all rows into the database; what is not as it should be."""
    stores = {Store.OBJECTS: target.objects, Store.EVIDENCE: target.evidence}
    for store, its in stores.items():
        for name in backup.names(store.value):
            failpoints.reach("restore.mid")
            _put(backup, store, name, its)
    try:
        with usable(target.engine):
            return () if _is_filled(target.engine, backup.fingerprint) else _load(backup, file, target, now)
    finally:
        target.engine.dispose()


def _load(backup: BackupFile, file: str, target: Target, now: datetime) -> tuple[Wrong, ...]:
    with loaded(target.engine, backup) as session:
        wrong = tuple(look_over(session, target.objects, backup.knows))
        _refuse_missing(wrong, file)
        _note(session, backup, now)
        failpoints.reach("restore.loaded")
    return wrong


def _put(backup: BackupFile, store: Store, name: str, its: ObjectStore | EvidenceStore) -> None:
    """Bytes that were others already when the backup was made are not put anywhere."""
    digest = name.rpartition("/")[2]
    if backup.has(store, digest) and its.put(backup.read(name)) != digest:
        raise InputError("store_kept_otherwise", found=name)


def _is_filled(engine: Engine, fingerprint: str) -> bool:
    """Whether a restore of this very backup came as far as its commit and died then."""
    if revision_of(engine) != HEAD:
        return False
    with reading(engine) as session:
        newest = [event for each in entity_ids(session) for event in events.newest_events(session, each, 1)]
    return bool(newest) and all(each.kind == RESTORED and fingerprint in each.facts for each in newest)


def _note(session: Session, backup: BackupFile, now: datetime) -> None:
    """The record says that what came after the backup is not in it."""
    facts = {"made_at": backup.manifest.made_at.isoformat(), "backup": backup.fingerprint}
    for entity_id in entity_ids(session):
        events.append(session, entity_id, RESTORED, "installation", facts, at=now, actor="gdflow")


def _name(folder: Path, home: Path) -> None:
    """Let the folder have its name, safe on the disk."""
    for each in (folder, *(inner for inner in folder.iterdir() if inner.is_dir())):
        sync_folder(each)
    if home.exists():
        folder.chmod(home.stat().st_mode)
        home.rmdir()
    folder.rename(home)
    sync_folder(home.parent)
