"""A backup holds the whole installation, says what it holds, and tells every fault of its own."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import text

from gdflow.app import App
from gdflow.domain.backups import FORMAT, Manifest, Part, Store, object_name
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.jobs import JobKind, JobState
from gdflow.services import jobs
from gdflow.services.audit import Wrong
from gdflow.services.backup import Backup, backup_json
from gdflow.services.backup_checks import verify_backup
from gdflow.services.backup_config import config_files
from gdflow.services.backup_file import MANIFEST
from gdflow.services.backup_json import verified_json
from gdflow.services.doctor_backup import backup_check
from gdflow.services.last_backup import last_backup
from gdflow.services.means import means_of
from gdflow.spanish.messages import say
from gdflow.storage.migrations import HEAD
from gdflow.storage.references import references
from gdflow.storage.tables import METADATA
from tests.support.backups import DAY, backed_up, cut_off, lived, rewritten
from tests.support.cast import at
from tests.support.installation import SETTINGS, copied, reopened


@pytest.fixture(scope="module")
def home(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with something of everything, made once; tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("lived") / "home"
    with copied(template, folder) as app:
        lived(app)
    return folder


@pytest.fixture
def living(home: Path, tmp_path: Path) -> Iterator[App]:
    """A copy of it."""
    with copied(home, tmp_path / "living") as app:
        yield app


@pytest.fixture(scope="module")
def made(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Backup:
    """A backup of it."""
    folder = tmp_path_factory.mktemp("copies")
    with copied(home, folder / "home") as app:
        return backed_up(app, folder / "out")


@pytest.fixture
def file(made: Backup, tmp_path: Path) -> Path:
    """A copy of the backup."""
    return Path(shutil.copy(made.file, tmp_path))


def codes(wrong: tuple[Wrong, ...]) -> list[str]:
    return [each.code for each in wrong]


def an_object(manifest: Manifest, store: Store = Store.OBJECTS) -> Part:
    return next(part for part in manifest.parts if part.name.startswith(f"{store.value}/"))


def test_a_backup_says_what_it_holds(home: Path, made: Backup) -> None:
    manifest = made.manifest
    assert (manifest.format, manifest.revision, manifest.database) == (FORMAT, HEAD, "sqlite")
    assert [entity.code for entity in manifest.entities] == ["cartagena"]
    assert {table.name for table in manifest.tables} == set(METADATA.tables)
    app = App.open(home, {})
    with app.reading() as session:
        named = {object_name(each.store, each.sha256) for each in references(session)}
    app.engine.dispose()
    assert {part.name for part in manifest.parts if part.name.startswith(("objects/", "evidence/"))} == named
    assert (manifest.count("evidence"), manifest.absent, made.whole) == (1, (), True)


def test_its_name_bears_the_entity_and_the_moment_on_its_own_clocks(made: Backup) -> None:
    assert made.file.name == "gdflow-cartagena-20230718-080000.zip"
    assert made.size == made.file.stat().st_size
    assert made.file.stat().st_mode & 0o777 == 0o600


def test_nothing_else_is_left_in_its_folder(made: Backup) -> None:
    assert [path.name for path in made.file.parent.iterdir()] == [made.file.name]


def test_read_back_a_backup_has_nothing_wrong(file: Path, made: Backup) -> None:
    verified = verify_backup(file)
    assert (verified.wrong, verified.fingerprint, verified.manifest) == ((), made.fingerprint, made.manifest)


def test_any_tool_for_zips_opens_it(file: Path) -> None:
    with ZipFile(file) as pack:
        assert pack.testzip() is None
        assert pack.namelist()[-1] == MANIFEST


def test_a_setting_of_secrets_and_strange_files_are_left_out(living: App, tmp_path: Path) -> None:
    config = living.home / "config"
    for name in (
        "secrets/smtp",
        "clave.txt",
        ".env",
        "templates/informe_title.txt",
        "schema/gdflow.json",
        "other/a.toml",
    ):
        (config / name).parent.mkdir(exist_ok=True)
        (config / name).write_text("x")
    (config / "ca.pem").write_text("-----BEGIN CERTIFICATE-----")
    (config / "own.pem").write_text("-----BEGIN PRIVATE KEY-----")
    (config / "link.toml").symlink_to(config / "gdflow.toml")
    ours = {place.as_posix() for place, is_ours in config_files(living.home) if is_ours}
    assert ours == {
        *("config/gdflow.toml", "config/ca.pem", "config/templates/informe_title.txt", "config/schema/gdflow.json"),
    }
    left = set(backed_up(living, tmp_path / "out").manifest.left_out)
    others = ("secrets/smtp", "clave.txt", ".env", "own.pem", "link.toml", "other/a.toml")
    assert left == {f"config/{name}" for name in others}


@pytest.mark.parametrize("share", [0, 0.5, 0.999])
def test_a_file_that_was_cut_off_is_refused(file: Path, share: float) -> None:
    with pytest.raises(InputError, match="backup_unreadable"):
        verify_backup(cut_off(file, share))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="backup_unreadable"):
        verify_backup(tmp_path / "none.zip")


def test_a_zip_that_is_no_backup_is_refused(file: Path) -> None:
    with pytest.raises(InputError, match="backup_manifest"):
        verify_backup(rewritten(file, without=MANIFEST))
    with pytest.raises(InputError, match="backup_manifest"):
        verify_backup(rewritten(file, changed={MANIFEST: b"{}"}))


def test_a_part_that_is_not_there_is_named(file: Path, made: Backup) -> None:
    gone = an_object(made.manifest).name
    wrong = verify_backup(rewritten(file, without=gone)).wrong
    assert wrong[0].code == "part_missing"
    assert gone in wrong[0].message


def test_bytes_that_were_changed_are_named(file: Path, made: Backup) -> None:
    changed = an_object(made.manifest, Store.EVIDENCE).name
    wrong = verify_backup(rewritten(file, changed={changed: b"otra cosa"})).wrong
    assert codes(wrong) == ["part_damaged"]
    assert changed in wrong[0].message


def test_a_disk_that_turned_a_byte_is_found_out(file: Path, made: Backup) -> None:
    with ZipFile(file) as pack:
        place = pack.getinfo(an_object(made.manifest).name).header_offset + 200
    with file.open("r+b") as copy:
        copy.seek(place)
        byte = copy.read(1)[0]
        copy.seek(place)
        copy.write(bytes([byte ^ 1]))
    assert "part_damaged" in codes(verify_backup(file).wrong)


def test_without_its_rows_the_database_is_not_tried(file: Path) -> None:
    assert codes(verify_backup(rewritten(file, without="database/line.copy")).wrong) == ["part_missing"]


def test_rows_that_are_not_those_of_the_manifest_are_told(file: Path) -> None:
    def fewer(manifest: Manifest) -> Manifest:
        return replace(manifest, tables=tuple(replace(each, rows=each.rows + 1) for each in manifest.tables))

    assert codes(verify_backup(rewritten(file, manifest=fewer)).wrong) == ["unrestorable"]


def test_a_chain_that_ends_elsewhere_is_told(file: Path) -> None:
    def other(manifest: Manifest) -> Manifest:
        return replace(manifest, entities=(replace(manifest.entities[0], head="0" * 64),))

    assert codes(verify_backup(rewritten(file, manifest=other)).wrong) == ["unrestorable"]


def test_a_reference_without_its_bytes_is_told(file: Path, made: Backup) -> None:
    gone = an_object(made.manifest, Store.EVIDENCE)

    def without(manifest: Manifest) -> Manifest:
        return replace(manifest, parts=tuple(part for part in manifest.parts if part != gone))

    wrong = verify_backup(rewritten(file, without=gone.name, manifest=without)).wrong
    assert codes(wrong) == ["bytes_missing"]
    assert "el anexo 1 de 2023-Q2, plan «cartagena_2023»: «Acta de mayo.pdf»" in wrong[0].message


def test_a_name_that_leads_elsewhere_is_refused(file: Path) -> None:
    def astray(manifest: Manifest) -> Manifest:
        return replace(manifest, parts=(*manifest.parts, Part("config/../../passwd", "0" * 64, 1)))

    with pytest.raises(InputError, match="backup_manifest"):
        verify_backup(rewritten(file, manifest=astray))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"revision": "9999"}, "backup_ahead"),
        ({"revision": "0000"}, "backup_revision"),
        ({"format": 2}, "backup_format"),
    ],
)
def test_a_backup_of_another_release_is_refused_with_its_name(file: Path, change: dict[str, object], code: str) -> None:
    other = rewritten(file, manifest=lambda manifest: replace(manifest, release="7.0", **change))  # type: ignore[arg-type]  # fields by name
    with pytest.raises(InputError, match=code) as refused:
        verify_backup(other)
    assert other.name in say(refused.value)


def test_what_the_installation_has_lost_itself_is_named_and_the_rest_is_copied(living: App, tmp_path: Path) -> None:
    with living.reading() as session:
        first, second = [each for each in references(session) if each.kind in {"annex", "receipt"}][:2]
    (living.objects.folder / first.sha256[:2] / first.sha256).unlink()
    (living.objects.folder / second.sha256[:2] / second.sha256).write_bytes(b"otra cosa")
    backup = backed_up(living, tmp_path / "out", verify=True)
    assert [each.sha256 for each in backup.manifest.absent] == [first.sha256, second.sha256]
    assert (backup.whole, codes(backup.wrong or ())) == (False, ["bytes_lost_before"] * 2)
    told = json.loads(json.dumps(backup_json(backup)))["absent"]
    assert [each["sha256"] for each in told] == [first.sha256, second.sha256]
    assert first.sha256 in told[0]["message"]


def test_a_report_that_was_lost_is_told_by_the_audit_too(living: App, tmp_path: Path) -> None:
    with living.reading() as session:
        report = next(each for each in references(session) if each.kind == "report")
    (living.objects.folder / report.sha256[:2] / report.sha256).unlink()
    assert codes(backed_up(living, tmp_path / "out", verify=True).wrong or ()) == ["bytes_lost_before", "report_lost"]


def test_a_record_that_somebody_changed_is_copied_and_told(living: App, tmp_path: Path) -> None:
    with living.transaction() as session:
        session.connection().execute(text("DROP TRIGGER event_update"))
        session.connection().execute(text("UPDATE event SET actor = 'otra' WHERE sequence = 2"))
    assert codes(backed_up(living, tmp_path / "out", verify=True).wrong or ()) == ["chain_broken"]


def without_a_team(database: Path) -> None:
    with closing(sqlite3.connect(database)) as file, file:
        file.execute("DELETE FROM team WHERE id = 1")


def with_a_torn_page(database: Path) -> None:
    with closing(sqlite3.connect(database)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with database.open("r+b") as pages:
        pages.seek(-4 * 4096, os.SEEK_END)
        pages.write(b"\xff" * 4 * 4096)


@pytest.mark.parametrize("damage", [without_a_team, with_a_torn_page])
def test_a_damaged_database_is_not_copied(living: App, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    living.engine.dispose()
    damage(living.data / "gdflow.sqlite3")
    with pytest.raises(ConflictError, match="database_damaged") as refused:
        backed_up(living, tmp_path / "out")
    assert "restaure" in say(refused.value).lower()
    assert list((tmp_path / "out").iterdir()) == []


def test_only_the_newest_of_the_entitys_own_backups_stay(living: App, tmp_path: Path) -> None:
    others = ("gdflow-cartagena-norte-20230101-000000.zip", "gdflow-cartagena-old.zip", "notas.txt")
    for name in others:
        (tmp_path / name).touch()
    for day in ("2023-07-18", "2023-07-19", "2023-07-20"):
        last = backed_up(living, tmp_path, day, keep=2)
    assert [path.name for path in last.removed] == ["gdflow-cartagena-20230718-080000.zip"]
    assert {path.name for path in tmp_path.glob("gdflow-cartagena-2*")} == {
        *("gdflow-cartagena-20230719-080000.zip", "gdflow-cartagena-20230720-080000.zip")
    }
    assert all((tmp_path / name).exists() for name in others)


def test_none_is_removed_while_the_new_one_lacks_something(living: App, tmp_path: Path) -> None:
    backed_up(living, tmp_path / "out")
    shutil.rmtree(living.objects.folder)
    assert backed_up(living, tmp_path / "out", "2023-07-19", keep=1).removed == ()
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_what_killed_backups_left_goes_after_a_day(living: App, tmp_path: Path) -> None:
    left = tmp_path / ".gdflow-copia-x"
    left.mkdir()
    now = living.rules.window.local(at(DAY)).astimezone(UTC)
    os.utime(left, (now.timestamp(), now.timestamp()))
    backed_up(living, tmp_path)
    assert left.exists()
    backed_up(living, tmp_path, "2023-07-20")
    assert not left.exists()


def test_as_json_it_says_all_of_it(living: App, tmp_path: Path) -> None:
    backup = backed_up(living, tmp_path / "out", verify=True, keep=3)
    told = json.loads(json.dumps(backup_json(backup)))
    assert (told["wrong"], told["removed"], told["absent"], told["rows"]["line"]) == ([], [], [], 12)
    verified = json.loads(json.dumps(verified_json(backup.file, verify_backup(backup.file))))
    assert (verified["ok"], verified["fingerprint"]) == (True, told["fingerprint"])
    assert json.loads(json.dumps(backup_json(replace(backup, wrong=None))))["wrong"] is None


def test_a_person_asks_for_one_at_the_board(living: App) -> None:
    means = means_of(living, "test", lambda: at(DAY))
    with living.transaction() as session:
        jobs.request(session, living.rules, JobKind.BACKUP, {}, key="copia", by="TI", now=at(DAY))
    done = jobs.run_next(means)
    assert done is not None
    assert (done.state, done.error, done.result["por revisar"]) == (JobState.DONE, None, "ninguno")
    assert Path(done.result["copia"]).parent == living.home / "backups"


def test_the_doctor_says_when_it_was_made_and_warns_after_a_day(living: App, tmp_path: Path) -> None:
    never = backup_check(living, now=at(DAY))
    assert (never.ok, "gdflow backup" in never.mend) == (False, True)
    backed_up(living, tmp_path / "out")
    fresh = backup_check(living, now=at(DAY) + timedelta(hours=25))
    assert (fresh.ok, fresh.mend) == (True, "")
    assert fresh.found.startswith("2023-07-18 08:00, en ")
    assert not backup_check(living, now=at(DAY) + timedelta(hours=27)).ok


def test_the_doctor_names_a_backup_that_lacks_something(living: App, tmp_path: Path) -> None:
    shutil.rmtree(living.objects.folder)
    backed_up(living, tmp_path / "out")
    found = backup_check(living, now=at(DAY))
    assert (found.ok, "gdflow backup verify" in found.mend) == (False, True)


def test_before_the_first_plan_the_doctor_asks_for_none(empty: App) -> None:
    assert backup_check(empty, now=at(DAY)).ok


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"made_at": 3}'])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, note: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "backup.json").write_text(note)
    assert last_backup(tmp_path) is None


def test_evidence_in_another_store_is_copied_from_there(empty: App, tmp_path: Path) -> None:
    app = reopened(empty, SETTINGS + '\n[evidence]\nurl = "elsewhere"\n')
    assert app.evidence.put(b"%PDF") is not None
    assert backed_up(app, tmp_path / "out").manifest.count("evidence") == 0
    app.engine.dispose()
