"""What `gdflow serve` runs: each part with its program, its surroundings, and how one sees that it is ready."""

import os
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests

if TYPE_CHECKING:
    from gdflow.app import App

READY = "listo:"
"""What a part writes once it is ready, where nobody can ask it."""
SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Part:
    """A process to keep alive. answers: whether it is ready, None for one that writes so.

    needs: the part that has to be ready before this one is started. patience: seconds in which it may end by itself.
    """

    name: str
    title: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    patience: float
    answers: Callable[[], bool] | None = None
    needs: str | None = None


def parts_of(app: "App", host: str, port: int, *, prefect: bool) -> tuple[Part, ...]:
    """The parts of an installation, in the order in which they are started and ended: the pages, then the clock."""
    own = _own_environment(app, prefect=prefect)
    web = Part("web", "páginas", _gdflow("web", "--host", host, "--port", str(port)), own, 35, _page(host, port))
    if not prefect:
        return (web, Part("works", "trabajos", _gdflow("work", "--forever"), own, 60))
    url, its = app.settings.orchestrator.url, own | _prefect_environment(app)
    address = urlsplit(url)
    start = ("start", "--host", address.hostname or "127.0.0.1", "--port", str(address.port or 4200))
    server = Part(
        "prefect", "servidor de Prefect", _python("flows.server", *start), its, 10, lambda: _answers(f"{url}/health")
    )
    runner = Part("runner", "corridas", _python("flows.serve"), its, 45, needs="prefect")
    return (web, runner, server)


def auth_file(app: "App") -> Path:
    """The file that holds the name and password of this installation's Prefect, made when there is none."""
    file = _prefect_home(app) / "auth"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(f"gdflow:{secrets.token_urlsafe(24)}")
    return file


def _prefect_home(app: "App") -> Path:
    return (app.data / "prefect").resolve()


def _own_environment(app: "App", *, prefect: bool) -> dict[str, str]:
    """What this program was given, but for what another Prefect had, with its home and who keeps the clock."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "FLOWS_"))}
    kept |= {"GDFLOW_HOME": str(app.home.resolve()), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    kept |= {"GDFLOW_ORCHESTRATOR__KIND": "prefect" if prefect else "none"}
    if prefect and app.settings.orchestrator.auth is None:
        kept["GDFLOW_ORCHESTRATOR__AUTH_FILE"] = str(auth_file(app))
    return kept


def _prefect_environment(app: "App") -> dict[str, str]:
    """A Prefect of this installation's own, on SQLite, that tells nobody anything."""
    given, home = app.settings.orchestrator.auth, _prefect_home(app)
    auth = given.get_secret_value() if given else auth_file(app).read_text(encoding="utf-8")
    return {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": app.settings.orchestrator.url,
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{(home / 'prefect.db').as_posix()}",
        "PREFECT_API_AUTH_STRING": auth,
        "PREFECT_SERVER_API_AUTH_STRING": auth,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
        # The slot of a run outlives the server, and a run that is not heard of for three beats is dead.
        "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem",
        "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_RUNNER_POLL_FREQUENCY": "3",
        "PREFECT_LOGGING_COLORS": "false",
        "PREFECT_CLI_COLORS": "false",
        "NO_COLOR": "1",
    }


def _gdflow(*words: str) -> tuple[str, ...]:
    return _python("gdflow.cli.main", *words)


def _python(module: str, *words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", module, *words)


def _page(host: str, port: int) -> Callable[[], bool]:
    """Whether pages are served; one that says that works are late is served too."""
    here = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104  compared, not bound
    return lambda: _answers(f"http://{here}:{port}/salud", any_status=True)


def _answers(url: str, *, any_status: bool = False) -> bool:
    try:
        answer = requests.get(url, timeout=SECONDS, allow_redirects=False)
    except requests.RequestException:
        return False
    return any_status or answer.ok
