"""Why a team is reminded today or not, for everything that it owes at once."""

import pytest

from gdflow.app import App
from gdflow.services.explain import explain
from gdflow.services.verdicts import Verdict
from gdflow.services.why_not import WhyNot, why_not
from tests.support.boards import lived, many, under_way
from tests.support.cast import GOBIERNO, at
from tests.support.decisions import silenced, team
from tests.support.installation import counted_statements, line, plan


def seen(app: App, day: str, name: str = GOBIERNO) -> tuple[WhyNot, ...]:
    with app.reading() as session:
        return why_not(session, app.rules, team(app, name).id, now=at(day, 10))


def test_each_line_has_the_verdict_that_explain_gives(installed: App) -> None:
    under_way(installed)
    silenced(installed, 15, "2023-07-12", "2023-07-14")
    found = seen(installed, "2023-07-13")
    assert len(found) >= 4
    for each in found:
        with installed.reading() as session:
            its = (session, installed.rules, plan(installed), line(installed, each.owed.row))
            told = explain(*its, as_of=at("2023-07-13").date())
        same = next(one for one in told.obligations if one.obligation.id == each.owed.obligation_id)
        assert (each.verdict, each.because) == (same.verdict, same.because.id if same.because else None)


def test_the_day_of_a_mail_is_told_as_such(installed: App) -> None:
    lived(installed, "2023-07-10", "2023-07-10")
    assert Verdict.REMINDED in {each.verdict for each in seen(installed, "2023-07-10")}


def test_a_team_that_owes_nothing_has_no_reasons(installed: App) -> None:
    with installed.reading() as session:
        assert why_not(session, installed.rules, 999, now=at("2023-07-10")) == ()


@pytest.mark.parametrize("lines", [1, 30])
def test_it_takes_as_many_statements_for_any_number_of_lines(empty: App, lines: int) -> None:
    many(empty, 1, lines)
    its = team(empty, "Equipo 0").id
    with counted_statements(empty) as ran, empty.reading() as session:
        assert len(why_not(session, empty.rules, its, now=at("2023-07-05"))) == 2 * lines  # two quarters
    assert len([each for each in ran if each.startswith("SELECT")]) == 10
