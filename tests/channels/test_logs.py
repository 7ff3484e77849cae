"""The log of a process that stays: lines for people or JSON, never a key."""

import json
import logging
from collections.abc import Iterator
from contextlib import suppress

import pytest

from gdflow.channels.logs import keep_log

SECRET = "k3y-that-nobody-may-see"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """The handlers of the test run are back afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_json_has_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    keep_log("json", [SECRET])
    logging.getLogger("gdflow.web").info("GET %s ñandú", SECRET)
    told = json.loads(capsys.readouterr().err)
    assert (told["level"], told["logger"], told["event"]) == ("info", "gdflow.web", "GET *** ñandú")
    assert told["at"].endswith("+00:00")


def test_an_error_stays_in_its_object_without_keys(capsys: pytest.CaptureFixture[str]) -> None:
    keep_log("json", [SECRET])
    with suppress(ValueError):
        _fail()
    (line,) = capsys.readouterr().err.splitlines()
    assert (
        SECRET in line,
        "ValueError: invalid literal for int() with base 10: '***'" in json.loads(line)["error"],
    ) == (False, True)


def test_people_get_lines(capsys: pytest.CaptureFixture[str]) -> None:
    keep_log("plain", [SECRET])
    logging.getLogger("gdflow.web").warning("clave %s", SECRET)
    assert capsys.readouterr().err.endswith("gdflow.web clave ***\n")


def _fail() -> None:
    try:
        int(SECRET)
    except ValueError:
        logging.getLogger("gdflow.work").exception("Barrido")
        raise
