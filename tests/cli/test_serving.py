"""The processes of `gdflow serve`: what they are given, what becomes of their lines, and how one that dies rests."""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from gdflow.app import App
from gdflow.channels import redaction
from gdflow.cli.serving import child as serving_child
from gdflow.cli.serving.child import Child
from gdflow.cli.serving.lines import Lines
from gdflow.cli.serving.parts import Part, auth_file, parts_of
from tests.support.installation import bare
from tests.support.processes import wait_for


@pytest.fixture
def app(tmp_path: Path) -> App:
    made = bare(tmp_path / "entidad")
    made.engine.dispose()
    return made


WAIT = "import time; time.sleep(60)"


def part(*code: str, **more: object) -> Part:
    """A part that runs a piece of Python."""
    command = (sys.executable, "-c", "\n".join(code))
    return Part("parte", "la parte", command, dict(os.environ), 5, **more)  # type: ignore[arg-type]  # its own fields


def test_with_prefect_three_parts_run_and_the_runner_waits_for_the_server(app: App) -> None:
    web, runner, server = parts_of(app, "127.0.0.1", 8000, prefect=True)
    assert [each.name for each in (web, runner, server)] == ["web", "runner", "prefect"]
    assert (runner.needs, web.needs, server.needs) == ("prefect", None, None)
    assert web.environment["GDFLOW_ORCHESTRATOR__KIND"] == "prefect"
    assert web.environment["GDFLOW_ORCHESTRATOR__AUTH_FILE"] == str(auth_file(app))


def test_without_prefect_the_works_are_a_part(app: App) -> None:
    web, works = parts_of(app, "127.0.0.1", 8000, prefect=False)
    assert (works.command[-2:], web.environment["GDFLOW_ORCHESTRATOR__KIND"]) == (("work", "--forever"), "none")
    assert not (app.data / "prefect").exists()


def test_prefect_is_the_installations_own_and_tells_nobody_anything(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "https://otro.example/api")
    _, _, server = parts_of(app, "127.0.0.1", 8000, prefect=True)
    its = server.environment
    assert its["PREFECT_API_URL"] == "http://127.0.0.1:4200/api"
    assert (its["PREFECT_SERVER_ANALYTICS_ENABLED"], its["DO_NOT_TRACK"]) == ("false", "1")
    assert its["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] == "false"
    assert its["PREFECT_HOME"] == str((app.data / "prefect").resolve())


def test_the_key_of_prefect_is_made_once_and_read_by_its_owner_alone(app: App) -> None:
    first, second = auth_file(app), auth_file(app)
    assert (first, first.stat().st_mode & 0o777) == (second, 0o600)
    assert first.read_text("utf-8").startswith("gdflow:")


def test_lines_bear_their_part_and_no_key(capsys: pytest.CaptureFixture[str]) -> None:
    redaction.install(["una-clave-larga"])
    Lines("plain").say("web", "GET con una-clave-larga")
    Lines("json").say("web", '{"level": "info", "event": "una-clave-larga"}')
    Lines("json").say("prefect", "{no es JSON")
    Lines("json").say("prefect", "[1]")
    text, *objects = capsys.readouterr().err.splitlines()
    assert text == "web     | GET con ***"
    assert [json.loads(each) for each in objects] == [
        {"part": "web", "level": "info", "event": "***"},
        {"part": "prefect", "event": "{no es JSON"},
        {"part": "prefect", "event": "[1]"},
    ]


def test_a_part_is_ready_once_it_says_so_and_ends_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    child = Child(part("print('listo: sí', flush=True)", WAIT), Lines("plain"))
    child.start()
    wait_for(child.look, 60, "ready")
    assert (child.look(), child.runs, child.bury()) == (False, True, None)
    child.ask_to_end()
    child.end()
    assert (child.runs, child.bury(), "parte   | listo: sí" in capsys.readouterr().err) == (False, None, True)


def test_a_part_that_dies_is_buried_once_and_rests_before_it_starts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = 100.0
    monkeypatch.setattr(serving_child, "time", SimpleNamespace(monotonic=lambda: seconds))
    child = Child(part("raise SystemExit(7)"), Lines("plain"))
    child.start()
    wait_for(lambda: not child.runs, 60, "dead")
    assert (child.bury(), child.bury()) == (7, None)
    seconds += serving_child.SHORTEST / 2
    child.start()
    assert not child.runs
    seconds += serving_child.SHORTEST / 2
    child.start()
    wait_for(lambda: child.bury() == 7, 60, "started again")


def test_a_part_that_does_not_end_is_ended_with_all_that_it_started() -> None:
    stubborn = part(
        "import signal, subprocess, sys",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
        "print('listo:', child.pid, flush=True)",
        "child.wait()",
    )
    child = Child(Part(stubborn.name, stubborn.title, stubborn.command, stubborn.environment, 0.5), Lines("plain"))
    child.start()
    wait_for(child.look, 60, "ready")
    child.ask_to_end()
    child.end()
    assert not child.runs


def test_what_was_never_started_needs_no_end() -> None:
    child = Child(part("pass"), Lines("plain"))
    child.ask_to_end()
    child.end()
    assert (child.bury(), child.look(), child.runs) == (None, False, False)


def test_a_part_may_be_asked_whether_it_is_ready() -> None:
    answers = iter([False, True])
    child = Child(part(WAIT, answers=lambda: next(answers)), Lines("plain"))
    child.start()
    assert [child.look(), child.look(), child.look()] == [False, True, False]
    child.ask_to_end()
    child.end()
