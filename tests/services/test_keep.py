"""A file is kept before anybody reads it: durable bytes, one receipt for the same bytes, a clear no when it cannot."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConfigError
from gdflow.domain.receipts import ReceiptSource, ReceiptState
from gdflow.services.keep import plain_name
from gdflow.spanish.messages import say
from gdflow.storage import people, waiting
from gdflow.storage.objects import ObjectStore
from tests.support.cast import USO, USO_MAIL
from tests.support.installation import kept

DAY = "2023-07-05"
FULL = """
import resource, signal, sys
from pathlib import Path
from tests.support.installation import App, kept
from gdflow.domain.errors import ConfigError
app = App.open(Path(sys.argv[1]), {})
app.rules
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    kept(app, bytes(100_000), "2023-07-05")
except ConfigError as error:
    print(error.code)
"""


def team_id(app: App) -> int:
    with app.transaction() as session:
        return people.ensure_team(session, app.entity_id, USO)


def unread(app: App) -> int:
    with app.reading() as session:
        return len(waiting.waiting(session, app.entity_id, 100))


def files(app: App) -> list[Path]:
    return [path for path in app.objects.folder.rglob("*") if path.is_file()]


@contextmanager
def small_disk(folder: Path, options: str = "size=256k") -> Iterator[Path]:
    """A disk of its own in the folder; skipped where none may be mounted."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk of a test's own cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_kept_file_has_its_bytes_and_its_row(installed: App) -> None:
    one = kept(installed, b"hola", DAY, "Reporte.xlsx", sender=USO_MAIL)
    assert installed.objects.get(one.receipt.sha256) == b"hola"
    facts = (one.receipt.name, one.receipt.size, one.receipt.source, one.receipt.sender, one.receipt.state)
    assert facts == ("Reporte.xlsx", 4, ReceiptSource.MAIL, USO_MAIL, ReceiptState.RECEIVED)
    assert (one.new, unread(installed)) == (True, 1)


def test_the_same_bytes_are_one_receipt_and_those_of_a_team_another(installed: App) -> None:
    its: dict[str, Any] = {"team_id": team_id(installed), "period": "2023-Q2"}
    first, again = kept(installed, b"hola", DAY), kept(installed, b"hola", DAY, "otro nombre.xlsx")
    of_team, once_more = (kept(installed, b"hola", DAY, **its) for _ in range(2))
    assert (first.receipt, first.new, again.new) == (again.receipt, True, False)
    assert (of_team.receipt, of_team.new, once_more.new) == (once_more.receipt, True, False)
    assert first.receipt.number != of_team.receipt.number


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("C:\\Informes\\Plan.xlsx", "Plan.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("An\u0303o 2023.xlsx", "Año 2023.xlsx"),
        ("uno\r\ndos\x00.xlsx", "unodos.xlsx"),
        ("..", ".."),
        ("", "sin nombre"),
        ("a" * 300 + ".xlsx", "a" * 195 + ".xlsx"),
    ],
)
def test_a_name_is_only_what_people_read(sent: str, name: str) -> None:
    assert plain_name(sent) == name


def test_a_full_disk_acknowledges_nothing_and_the_service_goes_on(installed: App, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disco") as disk:
        installed.__dict__["objects"] = ObjectStore(disk / "objects")
        kept(installed, b"antes", DAY)
        with pytest.raises(ConfigError) as full:
            kept(installed, bytes(10**6), DAY)
        assert (full.value.code, unread(installed), len(files(installed))) == ("no_space", 1, 1)
        assert "No hay espacio" in say(full.value)
        assert kept(installed, b"luego", DAY).new


def test_a_disk_that_cannot_be_written_acknowledges_nothing(installed: App, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disco", "size=256k,ro") as disk:
        installed.__dict__["objects"] = ObjectStore(disk / "objects")
        with pytest.raises(ConfigError) as refused:
            kept(installed, b"hola", DAY)
        assert (refused.value.code, unread(installed)) == ("not_writable", 0)
    assert "No se puede escribir" in say(refused.value)


def test_a_folder_that_is_none_acknowledges_nothing(installed: App, tmp_path: Path) -> None:
    (tmp_path / "archivo").write_bytes(b"")
    installed.__dict__["objects"] = ObjectStore(tmp_path / "archivo")
    with pytest.raises(ConfigError) as refused:
        kept(installed, b"hola", DAY)
    assert (refused.value.code, unread(installed)) == ("not_writable", 0)


def test_a_limit_on_files_acknowledges_nothing(installed: App) -> None:
    command = [sys.executable, "-c", FULL, str(installed.home)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.stdout.strip(), done.stderr, unread(installed)) == ("no_space", "", 0)


def test_a_database_without_room_acknowledges_nothing(installed: App, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disco", "size=900k") as disk:
        installed.engine.dispose()
        for file in (installed.data).glob("gdflow.sqlite3*"):
            (disk / file.name).write_bytes(file.read_bytes())
        full = App.open(installed.home, {"GDFLOW_DATABASE__URL": f"sqlite:///{disk / 'gdflow.sqlite3'}"})
        numbers: list[str] = []
        with pytest.raises(ConfigError) as refused:
            numbers.extend(kept(full, f"{n}".encode(), DAY, "x" * 200).receipt.number for n in range(3_000))
        assert refused.value.code == "no_space"
        with full.reading() as session:
            assert len(waiting.waiting(session, full.entity_id, 5_000)) == len(numbers)
        full.engine.dispose()
