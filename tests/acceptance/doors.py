"""A machine that nobody has touched: a copy of the program, an empty folder, and the doors that people go through."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, ViewportSize

from tests.support.browser import examined, wide
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, SENDER_MAIL, USO, USO_MAIL
from tests.support.installation import CARTAGENA
from tests.support.processes import mentioning, wait_for

ROOT = Path(__file__).parents[2]
SHIPPED = ("run.py", "gdflow", "flows", "config", "pyproject.toml", "requirements.lock")
SIZES = (ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740))
LINK = re.compile(r"http://127\.0\.0\.1:\d+/\S+")
YEAR_OF_THE_BOOK = 2023


@dataclass(frozen=True)
class Quarter:
    """The quarter that ended last, with which an entity begins today; never a first one: the book brings that along."""

    year: int
    number: int
    today: date

    @property
    def end(self) -> date:
        """Its last day."""
        return date(self.year + self.number // 4, self.number * 3 % 12 + 1, 1) - timedelta(days=1)

    @property
    def key(self) -> str:
        """As addresses name it."""
        return f"{self.year}-Q{self.number}"

    @property
    def name(self) -> str:
        """As people name it."""
        return f"Trimestre {self.number} de {self.year}"

    @property
    def cut_off(self) -> date:
        """Ten days into the quarter itself: all that was before is in the book."""
        return date(self.year, self.number * 3 - 2, 10)

    @property
    def days_since(self) -> int:
        """The days from Monday to Friday between its end and today."""
        passed = (self.end + timedelta(days=number) for number in range(1, (self.today - self.end).days + 1))
        return sum(day.weekday() < 5 for day in passed)


def last_quarter(today: date) -> Quarter:
    """The quarter that a coordinator asks about today; in spring still the last of the year before."""
    number = (today.month - 1) // 3
    return Quarter(today.year, number, today) if number > 1 else Quarter(today.year - 1, 4, today)


@dataclass
class Machine:
    """Where the program was put, and the empty folder of the entity. smtp, port: the mail server, the pages."""

    program: Path
    home: Path
    smtp: int
    port: int

    @property
    def site(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str) -> str:
        """`python3 run.py …` in the entity's folder; what it printed."""
        done = subprocess.run(self._command(*words), cwd=self.home, env=_clean(), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode() + done.stderr.decode()

    def configure(self, quarter: Quarter, prefect: int) -> None:
        """What an administrator writes into config/ on the first day, so that today is a day on which work is done."""
        file = self.home / "config" / "gdflow.toml"
        text = file.read_text("utf-8")
        for was, becomes in _edits(self, quarter, prefect).items():
            assert was in text, was
            text = text.replace(was, becomes, 1)
        file.write_text(text, encoding="utf-8")
        days = ", ".join(f"{quarter.today + timedelta(days=number)}" for number in range(-1, 3))
        (self.home / "config" / "calendar.toml").write_text(f"worked = [{days}]\n", encoding="utf-8")

    @contextmanager
    def serving(self, *options: str) -> Iterator[None]:
        """`python3 run.py serve` until the block ends; nothing of it is left."""
        log = self.home / "serve.log"
        with log.open("wb") as stream:
            command = self._command("serve", *options)
            process = subprocess.Popen(command, cwd=self.home, env=_clean(), stdout=stream, stderr=stream)
        try:
            wait_for(
                lambda: "todo está en marcha" in log.read_text("utf-8"), 180, lambda: log.read_text("utf-8")[-6000:]
            )
            yield
            process.terminate()
            assert process.wait(60) == 0, log.read_text("utf-8")[-6000:]
        finally:
            process.kill()
            process.wait(60)
            wait_for(lambda: not mentioning(f"GDFLOW_HOME={self.home}"), 60, "nothing of it is left")

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, str(self.program / "run.py"), *words]


def fresh_machine(folder: Path, smtp: int, port: int) -> Machine:
    """A copy of what is shipped, beside an empty folder; its environment holds the libraries that are here already."""
    program, home = folder / "programa", folder / "entidad"
    program.mkdir()
    home.mkdir()
    for name in SHIPPED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, program / name)
    _lend_libraries(program)
    return Machine(program, home, smtp, port)


def book_of(quarter: Quarter, path: Path) -> Path:
    """Cartagena's own workbook with its years moved on, and the directory of its teams on a sheet of its own."""
    book, by = load_workbook(CARTAGENA, data_only=True), quarter.year - YEAR_OF_THE_BOOK
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(str(YEAR_OF_THE_BOOK), str(quarter.year))
            elif isinstance(cell.value, date):
                cell.value = cell.value.replace(year=cell.value.year + by)
            elif cell.value == YEAR_OF_THE_BOOK:
                cell.value = quarter.year
    sheet = book.create_sheet("Directorio")
    for entry in (("Equipo", "Correo", "Jefe"), (GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL), (USO, USO_MAIL, HEAD_MAIL)):
        sheet.append(entry)
    book.save(path)
    return path


@dataclass
class Gallery:
    """Looks at a page as everybody does: by every means, on a desk and on a phone; and keeps a picture of it."""

    folder: Path
    taken: int = 0

    def look(self, page: Page, name: str) -> None:
        """Nothing that axe knows to be wrong, nothing beyond the right edge, at either size."""
        self.taken += 1
        before = page.viewport_size
        for size in SIZES:
            page.set_viewport_size(size)
            # To hide the caret it would write a style into the page, which our policy refuses.
            path = self.folder / f"{self.taken:02}-{name}-{size['width']}.png"
            page.screenshot(path=path, full_page=True, caret="initial")
            assert wide(page) == 0, (name, size)
        found = examined(page)
        assert found.violations_count == 0, (name, found.generate_report())
        assert before is not None
        page.set_viewport_size(before)


def link_in(text: str) -> str:
    """The first address of the pages in a text."""
    found = LINK.search(text)
    assert found, text
    return found[0].rstrip(">)")


def _edits(machine: Machine, quarter: Quarter, prefect: int) -> dict[str, str]:
    """By what is printed in the configuration as it is shipped."""
    return {
        'code = "entidad"': 'code = "cartagena"',
        'name = "Entidad"': 'name = "Alcaldía de Cartagena"',
        '# email = "planeacion@entidad.example"': f'email = "{COORDINATOR_MAIL}"',
        'mode = "files"': 'mode = "smtp"',
        'sender = "gdflow <gdflow@entidad.example>"': f'sender = "Planes <{SENDER_MAIL}>"',
        '# host = "smtp.entidad.example"': 'host = "127.0.0.1"',
        "port = 587": f"port = {machine.smtp}",
        'security = "starttls"': 'security = "none"',
        '# public_url = "https://planes.entidad.example"': f'public_url = "{machine.site}"',
        "port = 8000": f"port = {machine.port}",
        "report_by_days = 5": f"report_by_days = {quarter.days_since - 3}",
        "closes_days = 10": f"closes_days = {quarter.days_since + 6}",
        "automatic = true": "automatic = false",
        'start = "08:00"': 'start = "00:00"',
        'end = "16:00"': 'end = "23:59:59"',
        "http://127.0.0.1:4200/api": f"http://127.0.0.1:{prefect}/api",
    }


def _lend_libraries(program: Path) -> None:
    """An environment for the copy as run.py would make it, without fetching anything."""
    made = program / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", made], check=True)
    [packages] = made.glob("lib/python3*/site-packages")
    here = [program, *dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))]
    (packages / "gdflow.pth").write_text("\n".join(map(str, here)) + "\n", encoding="utf-8")
    command = made / "bin" / "gdflow"
    command.write_text(f"#!{made}/bin/python\nfrom gdflow.cli.main import run\nrun()\n", encoding="utf-8")
    command.chmod(0o755)
    spec = importlib.util.spec_from_file_location("run_of_the_copy", program / "run.py")
    assert spec
    assert spec.loader
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    run.STAMP.write_text(run.fingerprint(), encoding="utf-8")


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("GDFLOW_", "PREFECT_"))}
