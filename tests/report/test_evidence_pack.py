"""The evidence pack, opened again: every file under its item, and all that is missing told."""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import consolidated
from gdflow.domain.errors import NotFoundError
from gdflow.domain.evidence import Evidence
from gdflow.report.evidence_facts import AnnexState, without_annex
from gdflow.report.evidence_pack import OpenFile, PackAccount, write_evidence_pack
from tests.support import cartagena
from tests.support.closed import ANSWERS, annex, closed, link

PERIOD = "2023-Q2"
MIB = 1024**2
ACTA, LISTA, FOTO = b"%PDF acta" * 1000, b"nombre;firma\n" * 1000, bytes(range(256)) * 40


def file(number: int, line_id: int, data: bytes, **changes: Any) -> Evidence:
    made = replace(annex(number, line_id, PERIOD), sha256=sha256(data).hexdigest(), size=len(data))
    return replace(made, **changes)


def store(*kept: bytes) -> Mapping[str, bytes]:
    return {sha256(data).hexdigest(): data for data in kept}


def packed(its: Closed, kept: Mapping[str, bytes]) -> tuple[ZipFile, PackAccount]:
    out = BytesIO()
    account = write_evidence_pack(its, opener(kept), out)
    return ZipFile(out), account


def opener(kept: Mapping[str, bytes]) -> OpenFile:
    def opened(name: str) -> BinaryIO:
        if name not in kept:
            raise NotFoundError("unknown_object", found=name)
        return BytesIO(kept[name])

    return opened


def three() -> Closed:
    """A PDF of line 2, a list of line 3 and a photo of line 11."""
    files = (
        file(1, 2, ACTA),
        file(2, 3, LISTA, media_type="text/csv", name="Asistencia 3 de mayo.csv"),
        file(3, 11, FOTO, media_type="image/jpeg", name="Foto.jpg"),
    )
    return closed(PERIOD, annexes=files)


def told(pack: ZipFile, sheet: str) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(pack.read("index.xlsx")))[sheet]


def test_files_stand_under_their_item_period_and_annex_number() -> None:
    pack, _ = packed(three(), store(ACTA, LISTA, FOTO))
    assert pack.namelist() == [
        "item-1-hoja-de-ruta-gobierno-digital/2023-Q2/A01_linea-9_acta-de-reunion-1.pdf",
        "item-2-sensibilizacion-sobre-gobierno-digital-para/2023-Q2/A02_linea-10_asistencia-3-de-mayo.csv",
        "item-8-estrategia-de-uso-y-apropiacion/2023-Q2/A03_linea-18_foto.jpg",
        "index.xlsx",
        "index.html",
        "MANIFIESTO-SHA256.txt",
    ]
    assert [pack.read(name) for name in pack.namelist()[:3]] == [ACTA, LISTA, FOTO]


def test_what_is_packed_already_is_not_deflated() -> None:
    pack, _ = packed(three(), store(ACTA, LISTA, FOTO))
    kinds = [entry.compress_type for entry in pack.infolist()[:3]]
    assert kinds == [ZIP_STORED, ZIP_DEFLATED, ZIP_STORED]


def test_every_entry_bears_the_moment_of_the_closing() -> None:
    pack, _ = packed(three(), store(ACTA, LISTA, FOTO))
    assert {entry.date_time for entry in pack.infolist()} == {(2023, 7, 18, 8, 0, 0)}


def test_the_manifest_is_checked_by_sha256sum(tmp_path: Path) -> None:
    pack, _ = packed(three(), store(ACTA, LISTA, FOTO))
    pack.extractall(tmp_path)
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "MANIFIESTO-SHA256.txt"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.count(": OK"), done.stderr) == (0, 5, "")


def test_an_altered_file_is_told_and_fails_the_check(tmp_path: Path) -> None:
    kept = {**store(ACTA, FOTO), sha256(LISTA).hexdigest(): b"otra lista"}
    pack, account = packed(three(), kept)
    pack.extractall(tmp_path)
    done = subprocess.run(["sha256sum", "-c", "MANIFIESTO-SHA256.txt"], cwd=tmp_path, capture_output=True, text=True)
    assert (account.count(AnnexState.ALTERED), done.stdout.count(": OK")) == (1, 4)
    assert "A02_linea-10_asistencia-3-de-mayo.csv: FAILED" in done.stdout
    assert told(pack, "Anexos")["G5"].value == "Alterado: su huella no es la del cierre"


def test_a_file_that_is_not_in_the_store_is_told_and_not_skipped() -> None:
    pack, account = packed(three(), store(ACTA, FOTO))
    assert account.count(AnnexState.ABSENT) == 1
    assert not any("A02" in name for name in pack.namelist())
    assert "Falta: sus bytes no están en el almacén" in pack.read("index.html").decode()
    assert told(pack, "Anexos")["A2"].value == (
        "Anexos: 3. Archivos: 3 (de ellos faltan 1 y están alterados 0). Enlaces: 0."
    )
    assert f"# Falta: sus bytes no están en el almacén: {sha256(LISTA).hexdigest()}" in (
        pack.read("MANIFIESTO-SHA256.txt").decode()
    )


@pytest.mark.parametrize(
    ("alive", "said"),
    [(True, "Enlace: respondía"), (False, "Enlace: no respondía"), (None, "Enlace: sin comprobar")],
)
def test_a_link_is_listed_with_its_state(alive: bool | None, said: str) -> None:
    pack, _ = packed(closed(PERIOD, annexes=(replace(link(1, 2, PERIOD), alive=alive),)), {})
    page = told(pack, "Anexos")
    assert (page["G4"].value, page["I4"].value) == (said, "https://www.cartagena.example/plan")
    assert page["I4"].hyperlink is None
    assert said in pack.read("index.html").decode()


def test_figures_without_an_annex_are_listed_and_zeros_are_not() -> None:
    its = three()
    found = {(each.line.line.id, each.result.period) for each in without_annex(its.snapshot)}
    assert (8, "2023-Q2") in found  # 0.5 reported, nothing behind it
    assert not found & {(2, "2023-Q2"), (3, "2023-Q2"), (11, "2023-Q2")}  # backed
    assert (4, "2023-Q2") not in found  # a zero
    pack, account = packed(its, store(ACTA, LISTA, FOTO))
    assert (account.without, told(pack, "Sin anexo").max_row) == (len(found), len(found) + 3)


def test_a_percentage_without_an_annex_is_shown_as_one() -> None:
    results = (*cartagena.results(), *ANSWERS, cartagena.answer(12, "0.2"))
    owed, day = cartagena.second_quarter(), date(2023, 7, 18)
    made = consolidated(cartagena.plan(), cartagena.lines(), results, owed, period=PERIOD, as_of=day)
    pack, _ = packed(closed(PERIOD, report=made), {})
    assert ">20\u00a0%</td>" in pack.read("index.html").decode()
    page = told(pack, "Sin anexo")
    found = next(row for row in page.iter_rows(min_row=4) if row[1].value == cartagena.lines()[11].row)
    assert (found[5].value, "%" in found[5].number_format) == (0.2, True)


def test_where_every_figure_is_backed_it_says_so() -> None:
    its = closed(PERIOD)
    lines = {(each.line.line.id, each.result.period) for each in without_annex(its.snapshot)}
    more = tuple(replace(link(9, line, period), id=90 + n) for n, (line, period) in enumerate(sorted(lines)))
    pack, account = packed(closed(PERIOD, annexes=(*its.snapshot.annexes, *more)), {})
    assert account.without == 0
    assert "Todos los resultados distintos de cero tienen anexo." in pack.read("index.html").decode()


def test_an_annex_whose_line_left_the_plan_keeps_its_place() -> None:
    pack, _ = packed(closed(PERIOD, annexes=(file(7, 99, ACTA),)), store(ACTA))
    assert pack.namelist()[0] == "sin-linea/2023-Q2/A07_linea-0_acta-de-reunion-7.pdf"
    assert told(pack, "Anexos")["A4"].value == "Línea que salió del plan"


def test_the_workbook_leads_to_each_file() -> None:
    pack, _ = packed(three(), store(ACTA, LISTA, FOTO))
    cell = told(pack, "Anexos")["I4"]
    assert cell.hyperlink is not None
    target = str(cell.hyperlink.target).replace("\\", "/")
    assert (cell.value, target) == ("A01_linea-9_acta-de-reunion-1.pdf", pack.namelist()[0])


class Forward(RawIOBase):
    """A stream that cannot go back and does not know where it is, as a socket."""

    def __init__(self) -> None:
        self.data = BytesIO()
        self.longest = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        given = cast(bytes, data)
        self.longest = max(self.longest, len(given))
        return self.data.write(given)


def test_every_stream_gets_the_same_bytes_twice() -> None:
    forward, again, seekable = Forward(), Forward(), BytesIO()
    for out in (forward, again, seekable):
        write_evidence_pack(three(), opener(store(ACTA, LISTA, FOTO)), cast(BinaryIO, out))
    assert forward.data.getvalue() == again.data.getvalue() == seekable.getvalue()


def test_a_large_file_passes_in_pieces() -> None:
    large = bytes(5 * MIB)
    out = Forward()
    write_evidence_pack(closed(PERIOD, annexes=(file(1, 2, large),)), opener(store(large)), cast(BinaryIO, out))
    assert out.longest <= MIB
    assert ZipFile(out.data).testzip() is None


def test_a_file_of_more_than_four_gibibytes_is_announced_as_zip64() -> None:
    # only its size is said to be so: the entry's header is chosen by it before the first byte
    pack, _ = packed(closed(PERIOD, annexes=(file(1, 2, ACTA, size=5 * 1024**3),)), store(ACTA))
    assert pack.infolist()[0].extract_version == 45
    assert pack.read(pack.namelist()[0]) == ACTA
