"""Links by command, and the page served by one."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.support.cast import GOBIERNO
from tests.support.commands import CommandLine
from tests.support.ports import free_ports

ROOT = Path(__file__).parents[2]
DAY = ("--as-of", "2023-07-05")


def issued(cartagena: CommandLine) -> str:
    cartagena("scan", *DAY)
    return cartagena("links", "issue", GOBIERNO, *DAY).out.strip()


def test_a_link_is_given_listed_and_taken_back(cartagena: CommandLine) -> None:
    assert re.fullmatch(r"/r/[\w-]{43}", issued(cartagena))
    listed = cartagena("links", "list", "--json", *DAY).json["links"]
    assert [(each["id"], each["team"], each["period"], each["serves"]) for each in listed] == [
        (1, GOBIERNO, "2023-Q2", True)
    ]
    assert "Se retiró el enlace 1" in cartagena("links", "revoke", "1", "--by", "Planeación", *DAY).out
    assert "Ningún enlace" in cartagena("links", "list", *DAY).out
    assert "retirado por Planeación" in cartagena("links", "list", "--all", *DAY).out


def test_nobody_can_show_a_key_again(cartagena: CommandLine) -> None:
    key = issued(cartagena).removeprefix("/r/")
    shown = cartagena("links", "list", *DAY).out + cartagena("links", "list", "--json", *DAY).out
    assert key not in shown


def test_a_rehearsal_takes_nothing_back(cartagena: CommandLine) -> None:
    issued(cartagena)
    assert "Se retiraría" in cartagena("links", "revoke", "1", "--by", "x", "--dry-run", *DAY).out
    assert cartagena("links", "list", "--json", *DAY).json["links"][0]["serves"]


def test_taking_back_needs_a_name_and_a_link(cartagena: CommandLine) -> None:
    assert cartagena("links", "revoke", "1", "--by", " ", *DAY).code == 2
    assert cartagena("links", "revoke", "9", "--by", "x", *DAY).code == 2


def test_the_page_is_served_and_logs_no_key(cartagena: CommandLine) -> None:
    path, (port,) = issued(cartagena), free_ports(1)
    program = "from gdflow.cli.main import run; run()"
    words = [sys.executable, "-c", program, "--home", str(cartagena.home), "web", "--port", str(port), *DAY]
    server = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert GOBIERNO in fetched(f"http://127.0.0.1:{port}{path}")
    finally:
        server.terminate()
        said, _ = server.communicate(timeout=60)
    assert "/r/…" in said
    assert path not in said


def test_the_page_is_not_served_without_a_store_for_evidence(
    cartagena: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GDFLOW_EVIDENCE__URL", "s3://evidencias")
    ran = cartagena("web", "--port", "8792", *DAY)
    assert (ran.code, "falta el paquete s3fs" in ran.err) == (3, True)


def fetched(url: str) -> str:
    """The page, once the server answers."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(url)
