"""A closing's files are the same bytes in another process, under another clock's zone, locale and order of hashes."""

import os
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from gdflow.domain.closing import Closed
from gdflow.report.closed_workbook import write_closed_workbook
from gdflow.report.evidence_pack import write_evidence_pack
from gdflow.report.national import write_national
from gdflow.report.open_data import write_open_data_zip
from gdflow.report.web_page import write_page
from gdflow.report.word import write_word
from tests.report import plans
from tests.support.closed import closed

ROOT = Path(__file__).parents[2]
CASES = {"second": lambda: closed("2023-Q2", 2), "cartago": plans.cartago, "empty": plans.empty}


def pack(its: Closed) -> bytes:
    out = BytesIO()
    write_evidence_pack(its, lambda name: BytesIO(name.encode()), out)
    return out.getvalue()


def national(its: Closed) -> bytes:
    out = BytesIO()
    write_national([its, its], out)
    return out.getvalue()


def hashes() -> list[str]:
    writers = (write_word, write_page, write_open_data_zip, pack, write_closed_workbook, national)
    return [f"{name} {sha256(write(made())).hexdigest()}" for name, made in CASES.items() for write in writers]


@pytest.mark.slow
def test_another_process_writes_the_same() -> None:
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"}
    command = [sys.executable, "-c", "from tests.report.test_same_bytes import hashes; print(*hashes(), sep='\\n')"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **elsewhere}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:-1] == hashes()
