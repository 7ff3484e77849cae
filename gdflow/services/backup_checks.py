"""Whether a whole installation can be made of a backup, and whether what is in it is as it was written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from gdflow.domain.backups import Manifest, Reference, table_name
from gdflow.domain.errors import InputError
from gdflow.services.audit import Objects, Wrong, verify
from gdflow.services.backup_file import BackupFile, opened
from gdflow.settings import Settings
from gdflow.settings.rules import rules_of
from gdflow.spanish.backup import WHAT, WRONG
from gdflow.spanish.messages import say
from gdflow.storage.engine import Session, make_engine
from gdflow.storage.filled import Engine, filled
from gdflow.storage.migrations import HEAD, is_known
from gdflow.storage.outbox import accounting
from gdflow.storage.references import entity_ids, kept_entities, references

BYTES_MISSING = "bytes_missing"


@dataclass(frozen=True, slots=True)
class Verified:
    """A backup that was read whole and restored to a database of its own."""

    manifest: Manifest
    fingerprint: str
    wrong: tuple[Wrong, ...]


def verify_backup(path: Path) -> Verified:
    """Read a backup whole, restore its database beside it and look everything over; what is wrong is told, all of it.

    Raises InputError: what `opened` and `refuse_unknown` raise.
    """
    with opened(path) as backup, TemporaryDirectory(prefix="gdflow-") as folder:
        refuse_unknown(backup.manifest, path.name)
        faults = faults_of(backup)
        rest = _restored(backup, Path(folder)) if not any(each.of_rows for each in faults) else ()
        told = (*(each.wrong for each in faults), *lost_before(backup.manifest), *rest)
        return Verified(backup.manifest, backup.fingerprint, told)


def refuse_unknown(manifest: Manifest, file: str) -> None:
    """Raises InputError: backup_ahead for one of a newer release, backup_revision for one that no release has made."""
    if is_known(manifest.revision):
        return
    code = "backup_ahead" if manifest.revision > HEAD else "backup_revision"
    raise InputError(code, file=file, release=manifest.release, found=manifest.revision, expected=HEAD)


@dataclass(frozen=True, slots=True)
class Fault:
    """A part that is not there or not as it was written. of_rows: the database cannot be made without it."""

    wrong: Wrong
    of_rows: bool


def faults_of(backup: BackupFile) -> tuple[Fault, ...]:
    """The parts of which nothing whole can be made; every part is read."""
    rows = {table_name(table.name) for table in backup.manifest.tables}
    found = (*(("part_missing", name) for name in backup.lacks()), *(("part_damaged", n) for n in backup.damaged()))
    return tuple(Fault(_wrong(code, part=name), name in rows) for code, name in found)


def lost_before(manifest: Manifest) -> tuple[Wrong, ...]:
    """What the installation itself had lost when it was backed up."""
    return tuple(_wrong("bytes_lost_before", what=what_is(each)) for each in manifest.absent)


@contextmanager
def loaded(engine: Engine, backup: BackupFile) -> Iterator[Session]:
    """A session in the transaction that fills an empty database with a backup's rows.

    Raises ConflictError("database_not_empty"), and InputError("backup_rows") for rows that are not as they were told.
    """
    manifest = backup.manifest
    with filled(engine, manifest.revision, manifest.tables, lambda table: backup.open(table_name(table))) as session:
        if kept_entities(session) != manifest.entities:
            raise InputError("backup_rows", table="entity", text="head")
        yield session


def look_over(session: Session, objects: Objects, has: Callable[[Reference], bool]) -> Iterator[Wrong]:
    """What is wrong with the chain, closings, reports and accounting of every entity, and which bytes are not there.

    has: whether the bytes that a row refers to are.
    """
    entities = entity_ids(session)
    for each in entities:
        yield from verify(session, rules_of(Settings(), each), objects).wrong
    sums = (accounting(session, each) for each in entities)
    yield from (_wrong("accounting_open", due=each.due) for each in sums if not each.closed)
    asked = {(each.store, each.sha256): each for each in references(session)}
    yield from (_wrong(BYTES_MISSING, what=what_is(each)) for each in asked.values() if not has(each))


def what_is(reference: Reference) -> str:
    """A reference as people know it, with its sha256."""
    return f"{WHAT[reference.kind].format(*reference.facts)} ({reference.sha256})"


def _restored(backup: BackupFile, folder: Path) -> tuple[Wrong, ...]:
    engine = make_engine(f"sqlite:///{(folder / 'backup.sqlite3').as_posix()}")
    try:
        with loaded(engine, backup) as session:
            return tuple(look_over(session, backup, backup.knows))
    except InputError as error:
        return (_wrong("unrestorable", text=say(error)),)
    finally:
        engine.dispose()


def _wrong(code: str, **facts: object) -> Wrong:
    return Wrong(code, WRONG[code].format(**facts))
