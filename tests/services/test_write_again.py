"""Reports written again from what a closing froze are those written first; its annexes go into one pack."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.report.closing_set import CLOSING_SET
from gdflow.services.write_again import LaidOut, write_again, write_pack
from tests.report.test_word import paragraph, template
from tests.services.readings import a_line, reading
from tests.services.test_write_closing import damage, kept
from tests.support.cast import USO
from tests.support.closings import closed_on, written_on
from tests.support.evidence import PDF, added, linked
from tests.support.installation import SETTINGS, Said, answered, given, line, reopened, scanned

ROOT = Path(__file__).parents[2]
DAY = "2023-07-18"


@pytest.fixture
def closed(installed: App) -> App:
    """The first quarter closed and its reports written."""
    closed_on(installed, DAY, "2023-Q1")
    written_on(installed, DAY)
    return installed


def again(app: App, *names: str, closing: int = 1) -> tuple[LaidOut, ...]:
    return write_again(app.reading, app.objects, closing, app.home / "otra", names)


def test_the_whole_set_is_the_same(closed: App) -> None:
    found = again(closed)
    assert [(each.name, each.same) for each in found] == [(each.name, True) for each in CLOSING_SET]
    for each in found:
        assert sha256(each.path.read_bytes()).hexdigest() == each.sha256 == kept(closed)[each.name]


def test_it_is_not_kept_as_what_was_written_first(installed: App) -> None:
    closed_on(installed, DAY, "2023-Q1")
    assert [each.same for each in again(installed, "minutes", "page")] == [None, None]
    assert kept(installed) == {}


def test_the_entitys_own_word_template_is_frozen_with_the_closing(installed: App) -> None:
    own = installed.home / "config" / "templates" / "informe.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(template(paragraph("Formato propio de {{ entity }}")))
    closed_on(installed, DAY, "2023-Q1")
    own.write_bytes(template(paragraph("Otro formato de {{ entity }}")))
    written_on(installed, DAY)
    own.unlink()
    [word] = again(installed, "word")
    assert word.same
    assert "Formato propio de Alcald" in ZipFile(word.path).read("word/document.xml").decode()


def test_a_closing_that_kept_no_word_template_has_the_packages(closed: App) -> None:
    own = closed.home / "config" / "templates" / "informe.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(template(paragraph("Formato propio")))
    assert [each.same for each in again(closed, "word")] == [True]


def test_only_what_is_asked_for_is_written(closed: App) -> None:
    [minutes] = again(closed, "minutes")
    assert minutes.path.name == "Acta de cierre cartagena_2023 2023-Q1 cierre-1.pdf"
    assert list((closed.home / "otra").iterdir()) == [minutes.path]


def test_what_there_is_none_of_is_named(closed: App) -> None:
    with pytest.raises(InputError, match="unknown_report_format"):
        again(closed, "minutes", "papiro")
    with pytest.raises(NotFoundError, match="unknown_closing"):
        again(closed, closing=9)
    damage(closed)
    with pytest.raises(ConflictError, match="snapshot_damaged"):
        again(closed)


def test_a_plan_that_was_no_workbook_has_none_of_its_own(empty: App) -> None:
    given(empty, reading(a_line(8), source="plan.docx"))
    closed_on(empty, "2023-05-02", "2023-Q1")
    with pytest.raises(InputError, match="report_not_of_plan") as refused:
        again(empty, "official")
    assert refused.value.facts["source"] == "plan.docx"
    assert [each.name for each in again(empty)] == [each.name for each in CLOSING_SET if each.name != "official"]


def test_the_entitys_own_workbook_is_filled_in_with_what_was_frozen(installed: App) -> None:
    scanned(installed, "2023-07-05")
    answered(installed, USO, "2023-Q2", "2023-07-06", {18: Said("0.2", "Se formó a 40 personas")})
    closed_on(installed, DAY)
    [official] = again(installed, "official")
    page: Any = openpyxl.load_workbook(official.path).active
    assert page[line(installed, 18).result_cells["2023-Q2"]].value == 0.2
    assert "2. Se formó a 40 personas" in str(page["Q18"].value)


def test_later_settings_move_nothing_that_was_frozen(closed: App) -> None:
    later = reopened(closed, SETTINGS.replace("Alcaldía de Cartagena", "Distrito de Cartagena"))
    assert all(each.same for each in again(later))


def test_in_another_process_they_are_the_same(closed: App) -> None:
    words = (
        "import sys; from pathlib import Path; from gdflow.app import App\n"
        "from gdflow.services.write_again import write_again\n"
        "home = Path(sys.argv[1]); app = App.open(home, {})\n"
        "print(*(each.same for each in write_again(app.reading, app.objects, 1, home / 'otra')))\n"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", words, str(closed.home)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * len(CLOSING_SET)


@pytest.fixture
def backed(installed: App) -> App:
    """The second quarter closed with a file and a link behind a figure."""
    scanned(installed, "2023-07-05")
    answered(installed, USO, "2023-Q2", "2023-07-06", {18: "0.2"})
    added(installed, 18, "2023-07-07")
    linked(installed, 18, "2023-07-07")
    closed_on(installed, DAY)
    return installed


def pack(app: App) -> LaidOut:
    return write_pack(app.reading, app.evidence, 1, app.home / "otra")


def test_the_annexes_go_into_one_pack_and_leave_no_half_of_it(backed: App) -> None:
    made = pack(backed)
    assert (made.name, made.path.name, made.same, made.warnings) == (
        *("evidence", "Evidencias cartagena_2023 2023-Q2 cierre-1.zip"),
        *(None, ()),
    )
    assert sha256(made.path.read_bytes()).hexdigest() == made.sha256 == pack(backed).sha256
    assert PDF in [ZipFile(made.path).read(name) for name in ZipFile(made.path).namelist()]
    assert list((backed.home / "otra").iterdir()) == [made.path]


def test_an_annex_that_is_gone_is_told(backed: App) -> None:
    digest = sha256(PDF).hexdigest()
    (backed.objects.folder / digest[:2] / digest).unlink()
    assert pack(backed).warnings == ("Anexos: 1. Falta: sus bytes no están en el almacén.",)


def test_of_a_closing_that_is_not_there_there_is_no_pack(backed: App) -> None:
    with pytest.raises(NotFoundError, match="unknown_closing"):
        write_pack(backed.reading, backed.evidence, 9, backed.home / "otra")
