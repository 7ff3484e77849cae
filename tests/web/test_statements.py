"""What a page behind the sign-in asks of the database: as much for a dozen teams as for three."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.access import Role as Who
from gdflow.domain.people import Role
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.storage import people
from tests.support.boards import desk_on, many
from tests.support.cast import at
from tests.support.installation import copied, counted_statements, lines
from tests.support.reviews import reviewing
from tests.web.routes import BEHIND

DAY, FEW, MORE = "2023-07-10", 3, 12
ABOUT_ONE_THING = frozenset(
    {
        "/evidencia/{id:int}",
        "/revision/cuarentena/archivos/{id:int}",
        "/periodos/{plan}/{key}/cierres/{number:int}",
        "/periodos/{plan}/{key}/cierres/{number:int}/{name}",
        "/trabajos/{id:int}",
        "/trabajos/{id:int}/avance",
        "/importar/{id:int}",
    }
)
"""One file, one closing, one job, one draft: tests of their own hold what these cost."""
REHEARSED = frozenset({"/tablero/recordar", "/recordatorios/simular"})
"""What the scan would write is written and undone, mail by mail: a few questions for each that is shown."""
PER_MAIL = 7
PAGES = sorted({path for (method, path) in BEHIND if method == "GET"} - ABOUT_ONE_THING - REHEARSED)


def with_teams(app: App, count: int) -> App:
    """So many teams with an address; of each a line was reported and waits, and another is owed."""
    many(app, count, 2)
    reviewing(app)
    with app.transaction() as session:
        for each in lines(app)[::2]:
            people.set_contacts(session, each.team_id or 0, [(f"equipo{each.team_id}@e.example", None, Role.MEMBER)])
            its = (session, app.rules, each.team_id or 0, "2023-Q2", LineAnswer(each.uid, "1", "Se hizo.", None))
            report_line(*its, by="equipo", now=at("2023-07-05", 10))
    return app


def asked(app: App, path: str) -> int:
    """How many questions a page asks, when it is asked for the second time."""
    line = lines(app)[0]
    known = {"{uid}": line.uid, "{plan}": "plan", "{key}": "2023-Q2", "{id:int}": str(line.team_id)}
    for name, value in known.items():
        path = path.replace(name, value)
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
def test_a_page_asks_as_much_for_many_teams_as_for_few(both: tuple[App, App], path: str) -> None:
    few, more = both
    assert asked(few, path) == asked(more, path)


@pytest.mark.parametrize("path", sorted(REHEARSED))
def test_a_rehearsal_asks_a_few_questions_for_each_mail_that_it_shows(both: tuple[App, App], path: str) -> None:
    few, more = both
    assert asked(more, path) - asked(few, path) <= PER_MAIL * (MORE - FEW)
