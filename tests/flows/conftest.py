"""One Prefect server for all tests of the flows, and an installation that holds the Cartagena plan.

Prefect is imported where it is used: it takes seconds, and every process of the test run reads these files.
"""

import asyncio
import gc
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.services.demo.installation import settle_in
from gdflow.services.import_plan import import_plan, read_plan_file
from gdflow.services.teams import read_directory_file, take_directory

PREFECT = [
    pytest.mark.prefect,
    pytest.mark.slow,
    pytest.mark.xdist_group("prefect"),  # one process, one server
    # Prefect leaves its client's connections to the garbage collector when an event loop ends.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"),
]
CUT_OFF = date(2023, 4, 10)
IMPORTED = datetime(2023, 4, 10, 13, tzinfo=UTC)


def run(flow: str, **parameters: object) -> dict[str, int | str]:
    """What a flow answers, run in this process."""
    answer: dict[str, int | str] = asyncio.run(getattr(import_module(f"flows.{flow}"), flow)(**parameters))
    return answer


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server on a free port of loopback, with a database of its own."""
    # Read when Prefect is first imported, which happens below: nothing of the user's own Prefect is touched.
    os.environ["PREFECT_HOME"] = str(tmp_path_factory.mktemp("prefect"))
    from prefect.settings import PREFECT_API_URL
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        address = PREFECT_API_URL.value()
        assert address is not None
        yield address


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """What Prefect leaves behind is collected within the test that left it, and disturbs no other."""
    yield
    gc.collect()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with the plan and the directory of Cartagena, as of 10 April 2023; the flows find it."""
    plan, directory = settle_in(tmp_path)
    app = App.open(tmp_path, {}, create=True)
    file = read_plan_file(plan, as_of=CUT_OFF)
    app.objects.put(file.data)
    with app.transaction() as session:
        import_plan(session, app.rules, file, now=IMPORTED)
        take_directory(session, app.rules, read_directory_file(directory))
    app.engine.dispose()
    monkeypatch.setenv("GDFLOW_HOME", str(tmp_path))
    return tmp_path
