"""Which period, which checks and which closing a person means."""

import pytest

from gdflow.app import App
from gdflow.domain.closing import Check
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.lines import Line
from gdflow.domain.people import Team
from gdflow.services.close_choice import closing_meant, in_spite_of, period_to_close, subject_to_reopen
from gdflow.services.find import find_plan
from tests.support.cast import USO, at
from tests.support.closings import closed_on, opened_again


def period(app: App, day: str, asked: str | None = None) -> str:
    with app.reading() as session:
        plan = find_plan(session, app.rules.entity_id, None)
        return period_to_close(session, app.rules, plan, asked, now=at(day)).key


def subject(app: App, **meant: object) -> Team | Line | None:
    with app.reading() as session:
        plan = find_plan(session, app.rules.entity_id, None)
        its = {"everything": False, "team": None, "line": None} | meant
        return subject_to_reopen(session, app.rules, plan, **its)  # type: ignore[arg-type]  # tests name what is meant


def meant(app: App, number: int | None = None, plan: str | None = None, period: str | None = None) -> int:
    with app.reading() as session:
        return closing_meant(session, app.rules, number, plan, period)


def test_without_a_name_it_is_the_only_period_that_has_ended(installed: App) -> None:
    assert period(installed, "2023-05-02") == "2023-Q1"
    assert period(installed, "2023-05-02", "2023-Q2") == "2023-Q2"


def test_of_several_one_must_be_named(installed: App) -> None:
    closed_on(installed, "2023-07-20", "2023-Q1")
    opened_again(installed, "2023-07-20", "2023-07-25", period="2023-Q1")
    with pytest.raises(InputError, match="period_needed") as refused:
        period(installed, "2023-07-21")
    assert refused.value.facts["periods"] == "2023-Q1, 2023-Q2"


def test_a_period_that_is_closed_and_not_open_again_is_none(installed: App) -> None:
    closed_on(installed, "2023-05-02", "2023-Q1")
    with pytest.raises(ConflictError, match="nothing_to_close"):
        period(installed, "2023-05-03")


def test_each_check_has_its_reason() -> None:
    assert in_spite_of(["missing", "early"], ["a", "b"]) == {Check.MISSING: "a", Check.EARLY: "b"}
    for checks, reasons, code in ((["missing"], [], "spite_without_reason"), (["todo"], ["a"], "unknown_check")):
        with pytest.raises(InputError, match=code):
            in_spite_of(checks, reasons)


def test_a_reopening_is_for_all_or_a_team_or_a_line(installed: App) -> None:
    assert subject(installed, everything=True) is None
    team, line = subject(installed, team="uso y apropiación"), subject(installed, line="fila:18")
    assert isinstance(team, Team)
    assert team.name == USO
    assert isinstance(line, Line)
    assert line.row == 18


@pytest.mark.parametrize("said", [{}, {"everything": True, "team": USO}, {"team": USO, "line": "18"}])
def test_exactly_one_must_be_meant(installed: App, said: dict[str, object]) -> None:
    with pytest.raises(InputError, match="scope_needed"):
        subject(installed, **said)


def test_a_closing_is_meant_by_its_number_or_its_period(installed: App) -> None:
    first = closed_on(installed, "2023-05-02", "2023-Q1").facts.id
    second = closed_on(installed, "2023-07-20", "2023-Q2").facts.id
    opened_again(installed, "2023-07-21", "2023-07-25", period="2023-Q1")
    third = closed_on(installed, "2023-07-24", "2023-Q1").facts.id
    assert (meant(installed, first), meant(installed, period="2023-Q2")) == (first, second)
    assert meant(installed) == meant(installed, period="2023-Q1", plan="cartagena_2023") == third


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"number": 9}, "unknown_closing"),
        ({}, "no_closings"),
        ({"plan": "otro"}, "unknown_plan"),
        ({"period": "hoy"}, "unknown_period"),
    ],
)
def test_a_closing_that_is_not_there_is_named(installed: App, said: dict[str, object], code: str) -> None:
    with pytest.raises(GdflowError, match=code) as refused:
        meant(installed, **said)  # type: ignore[arg-type]  # each case names what is said
    assert isinstance(refused.value, NotFoundError | InputError)
