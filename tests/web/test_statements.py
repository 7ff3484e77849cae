"""What a page behind the sign-in asks of the database: as much for a dozen teams as for three."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.access import Role as Who
from gdflow.domain.jobs import JobKind
from gdflow.domain.people import Role
from gdflow.report.closing_set import EVIDENCE
from gdflow.services import jobs
from gdflow.services.evidence import add_file
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.storage import people
from gdflow.web import job_pages
from tests.support.boards import desk_on, many
from tests.support.cast import at
from tests.support.closings import closed_on
from tests.support.evidence import PDF
from tests.support.installation import CARTAGO, copied, counted_statements, lines, received
from tests.support.reviews import reviewing
from tests.web.routes import BEHIND

DAY, FEW, MORE = "2023-07-10", 3, 12
ASIDE = "/revision/cuarentena/archivos"
PAGES = sorted(path for (method, path) in BEHIND if method == "GET")


def with_teams(app: App, count: int) -> App:
    """So many teams with an address; of each a line was reported with a file and waits, and another is owed.

    One file was laid aside, the first quarter is closed, a job and a plan that was sent wait.
    """
    many(app, count, 2)
    reviewing(app)
    with app.transaction() as session:
        for each in lines(app)[::2]:
            people.set_contacts(session, each.team_id or 0, [(f"equipo{each.team_id}@e.example", None, Role.MEMBER)])
            its = (session, app.rules, each.team_id or 0, "2023-Q2", LineAnswer(each.uid, "1", "Se hizo.", None))
            report_line(*its, by="equipo", now=at("2023-07-05", 10))
            file = {"name": "Acta.pdf", "data": PDF, "dated_on": at("2023-05-31").date(), "by": "equipo"}
            add_file(session, app.rules, app.evidence, each, "2023-Q2", now=at("2023-07-05", 11), **file)  # type: ignore[arg-type]  # keys are the names of parameters
        jobs.request(session, app.rules, JobKind.REMIND, {}, key="remind:1", by="Ana", now=at(DAY, 9))
    received(app, b"nada", "2023-07-06")
    closed_on(app, "2023-07-06", "2023-Q1")
    desk_on(app, DAY).post("/importar", corte="2023-07-01", files={"archivo": ("otro.txt", CARTAGO.read_bytes())})
    return app


def one_of(app: App, path: str) -> str:
    """The path of one thing: those that a list leads to are looked for there."""
    if path.startswith(ASIDE):
        found = re.search(rf"{ASIDE}/\d+", desk_on(app, DAY).get("/revision/cuarentena"))
        assert found
        return found[0]
    line = lines(app)[0]
    known = {"{uid}": line.uid, "{plan}": "plan", "{name}": EVIDENCE, "{number:int}": "1"}
    known["{key}"] = "2023-Q1" if "/cierres/" in path else "2023-Q2"
    known["{id:int}"] = str(line.team_id) if path.startswith("/equipos/") else "1"
    for name, value in known.items():
        path = path.replace(name, value)
    return path


def asked(app: App, path: str) -> int:
    """How many questions a page asks, when it is asked for the second time."""
    path = one_of(app, path)
    desk = desk_on(app, DAY, role=Who.IT if path.startswith("/cuentas") else Who.COORDINATOR)
    desk.get(path)
    with counted_statements(app) as ran:
        desk.get(path)
    return len([sql for sql in ran if "SELECT" in sql])


@pytest.fixture(scope="module")
def both(bare_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, App]]:
    """The same entity with few teams and with more."""
    home = tmp_path_factory.mktemp("teams")
    with copied(bare_template, home / "few") as few, copied(bare_template, home / "more") as more:
        yield with_teams(few, FEW), with_teams(more, MORE)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_as_much_for_many_teams_as_for_few(
    both: tuple[App, App], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_pages, "LONGEST", 0.1)  # of what goes on by itself, one look is enough
    few, more = both
    assert asked(few, path) == asked(more, path)
