"""An installation with something of everything in it, its backups, and what is made of them."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from sqlalchemy import MetaData, select
from sqlalchemy.engine import Engine, RowMapping

from gdflow.app import App
from gdflow.domain.backups import FORMAT, KeptEntity, Manifest, Reference, Store, TablePart, table_name
from gdflow.domain.canonical import canonical, restored
from gdflow.services.backup import Backup, back_up
from gdflow.services.backup_file import MANIFEST, BackupWriter
from gdflow.services.means import means_of
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.services.restore import Restored, restore
from gdflow.settings import load_settings
from gdflow.storage.copy_text import columns_of
from gdflow.storage.engine import reading
from gdflow.storage.frozen import rows_of
from tests.support.cast import GOBIERNO, USO, at
from tests.support.closings import closed_on, written_on
from tests.support.evidence import added
from tests.support.installation import SETTINGS, answered, delivered, line, scanned

DAY, NEXT = "2023-07-18", "2023-07-19"
BYTES = {
    "plan": (Store.OBJECTS, "source_sha256"),
    "import_draft": (Store.OBJECTS, "sha256"),
    "receipt": (Store.OBJECTS, "sha256"),
    "inbound_mail": (Store.OBJECTS, "sha256"),
    "report": (Store.OBJECTS, "sha256"),
    "annex": (Store.EVIDENCE, "sha256"),
}
"""Where each table's rows speak of a file, in whatever revisions have it."""


def lived(app: App) -> App:
    """A quarter with mails, answers, evidence, and another that is closed with its reports."""
    scanned(app, "2023-07-10")
    delivered(app, "2023-07-10")
    answered(app, USO, "2023-Q2", "2023-07-11", {18: "2"})
    answered(app, GOBIERNO, "2023-Q2", "2023-07-11", {13: "1", 14: "2"})
    added(app, 18, "2023-07-12")
    with app.transaction() as session:  # what is typed into the page has a receipt and no file
        typed, now = line(app, 15), at("2023-07-12")
        answer = LineAnswer(typed.uid, "1", "Se avanzó.")
        report_line(session, app.rules, typed.team_id or 0, "2023-Q2", answer, by="enlace", now=now)
    closed_on(app, DAY, "2023-Q1")
    written_on(app, DAY)
    return app


def backed_up(app: App, folder: Path, day: str = DAY, **asked: Any) -> Backup:
    """A backup of a day."""
    return back_up(means_of(app, "test"), folder, now=at(day), **asked)


def target_of(environ: Mapping[str, str]) -> Callable[[Path], App]:
    """What an installation's settings say, its database not opened."""
    return lambda folder: App(folder, load_settings(folder, environ))


def restored_to(
    file: Path, home: Path, environ: Mapping[str, str] | None = None, *, now: datetime | None = None, **asked: Any
) -> Restored:
    """An installation made of a backup."""
    return restore(file, home, target_of(environ or {}), now=now or at(NEXT), **asked)


@contextmanager
def opened(home: Path, environ: Mapping[str, str] | None = None) -> Iterator[App]:
    """A restored installation while the `with` block lasts."""
    app = App.open(home, environ or {})
    yield app
    app.engine.dispose()


def rewritten(
    file: Path,
    *,
    without: str | None = None,
    changed: Mapping[str, bytes] | None = None,
    manifest: Callable[[Manifest], object] | None = None,
) -> Path:
    """The same file as somebody left it: without a part, with others' bytes, with another manifest."""
    other = file.with_name(f"changed-{file.name}")
    with ZipFile(file) as pack, ZipFile(other, "w", ZIP_STORED) as copy:
        for info in pack.infolist():
            data = (changed or {}).get(info.filename, pack.read(info))
            if info.filename == MANIFEST and manifest is not None:
                data = canonical(manifest(restored(Manifest, data)))
            if info.filename != without:
                copy.writestr(info.filename, data)
    return other


def as_of_revision(engine: Engine, revision: str, file: Path) -> Path:
    """A backup as a release of that revision would have written it, of a database whose files are lost."""
    known = MetaData()
    with reading(engine) as session, file.open("wb") as stream, BackupWriter(stream, at(DAY)) as writer:
        known.reflect(session.connection())
        its = [table for table in known.sorted_tables if table.name != "alembic_version"]
        for table in its:
            writer.add(table_name(table.name), rows_of(session, table), deflate=True)
        writer.add("config/gdflow.toml", [SETTINGS.encode()], deflate=True)
        rows = {table.name: session.connection().execute(select(table)).mappings().all() for table in its}
        tables = tuple(TablePart(table.name, columns_of(table), len(rows[table.name])) for table in its)
        [entity] = [KeptEntity(row["code"], row["name"], row["events"], row["head"]) for row in rows["entity"]]
        absent = tuple(_lost(rows))
        told = ("0.0", revision, "sqlite", at(DAY), entity.code, (entity,), tables, tuple(writer.parts), absent, ())
        writer.finish(Manifest(FORMAT, *told))
    return file


def _lost(rows: Mapping[str, Iterable[RowMapping]]) -> Iterator[Reference]:
    """The files that rows of any revision speak of."""
    for table, (store, column) in BYTES.items():
        digests = [row[column] for row in rows.get(table, ()) if row[column] is not None]
        yield from (Reference(store, digest, "plan", ("plan", "documento")) for digest in digests)


def cut_off(file: Path, share: float) -> Path:
    """The first part of the file, as a full disk leaves it."""
    other = file.with_name(f"cut-{file.name}")
    shutil.copy(file, other)
    with other.open("r+b") as copy:
        copy.truncate(int(file.stat().st_size * share))
    return other
