"""A restored installation is the one that was copied, whole, in an empty place; anything less is refused by name."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.backups import Manifest, Store
from gdflow.domain.errors import ConfigError, ConflictError, InputError
from gdflow.failpoints import FailpointError, arm
from gdflow.services.backup import Backup
from gdflow.services.restore import restore, restored_json
from gdflow.settings import load_settings
from gdflow.spanish.messages import say
from gdflow.storage import events
from gdflow.storage.engine import make_engine
from gdflow.storage.objects import ObjectStore
from gdflow.storage.references import references
from tests.storage.releases import EARLIER, laid, narrowed, rows_of
from tests.support.backups import NEXT, as_of_revision, backed_up, cut_off, lived, opened, restored_to, rewritten
from tests.support.cast import COORDINATOR_MAIL, at
from tests.support.installation import SETTINGS, accounting, bare, copied, reopened, scanned


@pytest.fixture(scope="module")
def home(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with something of everything, made once."""
    folder = tmp_path_factory.mktemp("lived") / "home"
    with copied(template, folder) as app:
        lived(app)
    return folder


@pytest.fixture
def living(home: Path, tmp_path: Path) -> Iterator[App]:
    """A copy of it."""
    with copied(home, tmp_path / "living") as app:
        yield app


@pytest.fixture
def made(living: App, tmp_path: Path) -> Backup:
    """A backup of it."""
    return backed_up(living, tmp_path / "out")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the installation is to be."""
    return tmp_path / "restored" / "entidad"


@pytest.fixture
def disarmed() -> Iterator[None]:
    """No place at which something happens, afterwards."""
    yield
    arm(None)


def left(target: Path) -> list[str]:
    """What is in the folder in which the installation was to be."""
    return [path.name for path in target.parent.iterdir()] if target.parent.exists() else []


def test_everything_is_there_as_it_was_and_the_record_says_so(living: App, made: Backup, target: Path) -> None:
    done = restored_to(made.file, target)
    assert (done.home, done.wrong, left(target)) == (target, (), ["entidad"])
    before = rows_of(living.engine)
    with opened(target) as app:
        after = rows_of(app.engine)
    newest = after["event"].pop()
    assert (newest["kind"], newest["subject"]) == ("restored", "installation")
    assert json.loads(newest["facts"])["backup"] == made.fingerprint
    [was], [entity] = before.pop("entity"), after.pop("entity")
    assert (entity["events"], entity["head"]) == (was["events"] + 1, newest["hash"])
    assert after == before


def test_its_chain_is_whole_and_its_files_are_where_its_rows_look(made: Backup, target: Path) -> None:
    restored_to(made.file, target)
    with opened(target) as app, app.reading() as session:
        assert events.verify(session, app.entity_id) is None
        assert accounting(app).closed
        for each in references(session):
            store = app.objects if each.store is Store.OBJECTS else app.evidence
            assert store.get(each.sha256)


def test_it_goes_on_working(made: Backup, target: Path) -> None:
    restored_to(made.file, target)
    with opened(target) as app:
        assert scanned(app, "2023-07-24").new > 0
        assert app.settings.coordinator.email == COORDINATOR_MAIL


def test_an_empty_folder_is_taken_with_its_permissions(made: Backup, target: Path) -> None:
    target.mkdir(parents=True)
    target.chmod(0o750)
    restored_to(made.file, target)
    assert target.stat().st_mode & 0o777 == 0o750


def test_a_folder_with_anything_in_it_is_left_alone(made: Backup, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "nota.txt").write_text("mía")
    with pytest.raises(ConflictError, match="restore_not_empty"):
        restored_to(made.file, target)
    with pytest.raises(ConflictError, match="restore_not_empty"):
        restored_to(made.file, target / "nota.txt")
    assert [path.name for path in target.iterdir()] == ["nota.txt"]


def test_a_database_with_anything_in_it_is_left_alone(made: Backup, target: Path, tmp_path: Path) -> None:
    other = bare(tmp_path / "other")
    before = rows_of(other.engine)
    other.engine.dispose()
    with pytest.raises(ConflictError, match="database_not_empty") as refused:
        restored_to(made.file, target, {"GDFLOW_DATABASE__URL": f"sqlite:///{other.data / 'gdflow.sqlite3'}"})
    assert "no está vacía" in say(refused.value)
    assert (rows_of(other.engine), left(target)) == (before, [])
    other.engine.dispose()


def test_a_database_that_cannot_be_reached_is_named_without_its_password(made: Backup, target: Path) -> None:
    url = "postgresql://gdflow:secreta@/gdflow?host=/no/such/folder"
    with pytest.raises(ConfigError, match="database_unusable") as refused:
        restored_to(made.file, target, {"GDFLOW_DATABASE__URL": url})
    assert ("secreta" in say(refused.value), left(target)) == (False, [])


def test_a_file_that_was_cut_off_makes_nothing(made: Backup, target: Path) -> None:
    with pytest.raises(InputError, match="backup_unreadable"):
        restored_to(cut_off(made.file, 0.7), target)
    assert left(target) == []


def test_parts_that_are_missing_or_changed_are_named_and_nothing_is_made(made: Backup, target: Path) -> None:
    gone, changed = (part.name for part in made.manifest.parts[-3:-1])
    with pytest.raises(InputError, match="backup_damaged") as refused:
        restored_to(rewritten(made.file, without=gone, changed={changed: b"x"}), target)
    assert gone in say(refused.value)
    assert changed in say(refused.value)
    assert left(target) == []


def test_of_many_faults_the_first_are_named_and_the_others_counted(made: Backup, target: Path) -> None:
    parts = [part.name for part in made.manifest.parts]
    with pytest.raises(InputError) as refused:
        restored_to(rewritten(made.file, changed=dict.fromkeys(parts, b"otra cosa")), target)
    assert say(refused.value).count("En la copia «") == 20
    assert f"Y {len(parts) - 20} más." in say(refused.value)


def test_a_newer_release_is_refused(made: Backup, target: Path) -> None:
    other = rewritten(made.file, manifest=lambda manifest: replace(manifest, revision="9999"))
    with pytest.raises(InputError, match="backup_ahead"):
        restored_to(other, target)
    assert left(target) == []


def test_rows_that_are_others_than_the_manifest_tells_make_nothing(made: Backup, target: Path) -> None:
    def other(manifest: Manifest) -> Manifest:
        return replace(manifest, tables=manifest.tables[:-1])

    with pytest.raises(InputError, match="backup_rows"):
        restored_to(rewritten(made.file, manifest=other), target)
    assert left(target) == []


def test_a_reference_of_which_nothing_speaks_makes_nothing(made: Backup, target: Path) -> None:
    [annex] = [part for part in made.manifest.parts if part.name.startswith("evidence/")]

    def silent(manifest: Manifest) -> Manifest:
        return replace(manifest, parts=tuple(part for part in manifest.parts if part != annex))

    with pytest.raises(InputError, match="backup_damaged") as refused:
        restored_to(rewritten(made.file, without=annex.name, manifest=silent), target)
    assert "Acta de mayo.pdf" in say(refused.value)
    assert left(target) == []


def test_what_was_lost_before_is_named_and_takes_a_word(living: App, target: Path, tmp_path: Path) -> None:
    with living.reading() as session:
        first, second = [each for each in references(session) if each.kind in {"annex", "receipt"}][:2]
    (living.objects.folder / first.sha256[:2] / first.sha256).unlink()
    (living.objects.folder / second.sha256[:2] / second.sha256).write_bytes(b"otra cosa")
    made = backed_up(living, tmp_path / "out")
    with pytest.raises(InputError, match="backup_lost_before") as refused:
        restored_to(made.file, target)
    assert "formulario.xlsx" in say(refused.value)
    assert "--accept-missing" in say(refused.value)
    done = restored_to(made.file, target, accept_missing=True)
    assert [each.code for each in done.wrong] == ["bytes_lost_before"] * 2
    assert not (target / "data" / "objects" / second.sha256[:2] / second.sha256).exists()


def test_evidence_goes_to_the_store_that_the_settings_name(template: Path, target: Path, tmp_path: Path) -> None:
    with copied(template, tmp_path / "other") as app:
        app = reopened(app, SETTINGS + '\n[evidence]\nurl = "elsewhere"\n')
        lived(app)
        made = backed_up(app, tmp_path / "out")
        app.engine.dispose()
    restored_to(made.file, target)
    [kept] = [path for path in (target / "elsewhere").rglob("*") if path.is_file()]
    assert not (target / "data" / "objects" / kept.parent.name / kept.name).exists()


class Forgetful(ObjectStore):
    """A store that keeps something else."""

    def put(self, data: bytes) -> str:
        return super().put(data[:-1])


def test_a_store_that_keeps_other_bytes_makes_nothing(made: Backup, target: Path) -> None:
    def forgetting(folder: Path) -> App:
        app = App(folder, load_settings(folder, {}))
        app.objects = Forgetful(folder / "objects")
        return app

    with pytest.raises(InputError, match="store_kept_otherwise"):
        restore(made.file, target, forgetting, now=at(NEXT))
    assert left(target) == []


@pytest.mark.parametrize("point", ["restore.mid", "restore.loaded"])
@pytest.mark.usefixtures("disarmed")
def test_an_error_on_the_way_leaves_nothing(made: Backup, target: Path, point: str) -> None:
    arm(f"{point}:error")
    with pytest.raises(FailpointError):
        restored_to(made.file, target)
    assert left(target) == []


@pytest.mark.usefixtures("disarmed")
def test_a_database_that_was_filled_before_a_death_is_taken_up(made: Backup, target: Path, tmp_path: Path) -> None:
    elsewhere = {"GDFLOW_DATABASE__URL": f"sqlite:///{tmp_path / 'far.sqlite3'}"}
    arm("restore.committed:error")
    with pytest.raises(FailpointError):
        restored_to(made.file, target, elsewhere)
    assert left(target) == []
    assert restored_to(made.file, target, elsewhere).wrong == ()
    with opened(target, elsewhere) as app, app.reading() as session:
        assert sum(each.kind == "restored" for each in events.events_of(session, app.entity_id)) == 1


def test_what_a_killed_restore_left_is_cleared_away(made: Backup, target: Path) -> None:
    (target.parent / ".entidad.restaurando-x").mkdir(parents=True)
    restored_to(made.file, target)
    assert left(target) == ["entidad"]


def test_as_json_it_says_what_there_is(made: Backup, target: Path) -> None:
    told = json.loads(json.dumps(restored_json(restored_to(made.file, target))))
    assert (told["home"], told["wrong"], told["fingerprint"]) == (str(target), [], made.fingerprint)


@pytest.mark.parametrize("revision", EARLIER)
def test_a_backup_of_an_earlier_revision_comes_up(revision: str, target: Path, tmp_path: Path) -> None:
    """As a release of that revision would have written it: with its own tables and columns."""
    engine = make_engine(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    laid(revision, tmp_path / "home", str(engine.url))
    file, before = as_of_revision(engine, revision, tmp_path / "old.zip"), rows_of(engine)
    engine.dispose()
    restored_to(file, target, accept_missing=True)
    with opened(target) as app:
        after = rows_of(app.engine)
    after["event"].pop()
    assert before.keys() <= after.keys()
    assert narrowed(after, before)["result"] == narrowed(before, after)["result"]
    assert narrowed(after, before)["event"] == narrowed(before, after)["event"]
