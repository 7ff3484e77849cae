"""What a file costs to take follows from what it answers, not from how many plans its form stands for."""

from pathlib import Path

from gdflow.app import App
from gdflow.services import links
from gdflow.services.page_form import page_form
from tests.services.readings import a_line, reading
from tests.support.cast import GOBIERNO, USO, at
from tests.support.installation import Said, copied, counted_statements, filled, given, kept, read_all, rows_by_uid

Q2, DAY, FEW, MORE = "2023-Q2", "2023-07-05", 2, 12


def planned(app: App, count: int) -> None:
    """So many plans, each with a line of two teams."""
    for number in range(count):
        own = (a_line(row, f"Actividad {number} de {team}", teams=(team,)) for row, team in ((8, GOBIERNO), (9, USO)))
        given(app, reading(*own), name=f"plan-{number}.xlsx")


def page_form_of(app: App) -> bytes:
    """The form that a team's page hands out, with one line of one plan filled in."""
    now = at(DAY, 10)
    with app.transaction() as session:
        token = links.issue_for(session, app.rules, GOBIERNO, Q2, now=now).token
    with app.reading() as session:
        link = links.find(session, app.rules, token, now=now)
        form = page_form(session, app.rules, link, links.form_token(token), now=now)
    return filled(form.data, {8: Said("2")}, rows_by_uid(app, "plan-0"))


def asked(app: App, count: int) -> tuple[int, int]:
    """How many lines a page's form answers among so many plans, and how many statements its reading takes."""
    planned(app, count)
    kept(app, page_form_of(app), DAY)
    with counted_statements(app) as ran:
        (received,) = read_all(app, DAY)
    return len(received.taken), len(ran)


def test_a_form_costs_as_much_among_many_plans_as_among_few(bare_template: Path, tmp_path: Path) -> None:
    with copied(bare_template, tmp_path / "few") as few, copied(bare_template, tmp_path / "more") as more:
        found = asked(few, FEW)
        assert found == asked(more, MORE)
        assert found[0] == 1
