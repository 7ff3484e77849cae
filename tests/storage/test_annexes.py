"""Evidence is numbered within its plan's period, stays when it is taken back, and remembers what became of it."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from gdflow.domain.evidence import Evidence
from gdflow.storage import annexes, plans
from gdflow.storage.engine import writing
from tests.storage.cast import NOW, SHA, add_plan

DAY = timedelta(days=1)


def file(session: Session, plan_id: int, at: int = 0, period: str = "2023-Q2", sha256: str = SHA) -> Evidence:
    its = (plan_id, plans.lines_of(session, plan_id)[at].id, period)
    return annexes.add_annex(
        session,
        *its,
        name="nota.txt",
        at=NOW,
        by="Equipo",
        dated_on=None,
        sha256=sha256,
        size=3,
        media_type="text/plain",
    )


def link(session: Session, plan_id: int) -> Evidence:
    line = plans.lines_of(session, plan_id)[0]
    its = (plan_id, line.id, "2023-Q2")
    return annexes.add_annex(
        session, *its, name="entidad.example", at=NOW, by="Equipo", dated_on=None, link="https://entidad.example/a"
    )


def test_numbers_go_on_within_a_plans_period_and_are_not_given_again(engine: Engine) -> None:
    with writing(engine) as session:
        _, plan_id = add_plan(session)
        first, second = file(session, plan_id), link(session, plan_id)
        annexes.remove(session, second.id, NOW)
        third, other = file(session, plan_id, 1), file(session, plan_id, period="2023-Q3")
    assert [each.annex for each in (first, second, third, other)] == [1, 2, 3, 1]


def test_what_was_taken_back_is_kept_and_not_listed(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        first, second = file(session, plan_id), link(session, plan_id)
        annexes.remove(session, first.id, NOW)
        assert annexes.annexes_of_line(session, first.line_id, "2023-Q2") == (second,)
        assert annexes.annexes_of_plan(session, plan_id, "2023-Q2") == annexes.annexes_of_plan(session, plan_id)
        assert annexes.annexes_of_plan(session, plan_id, "2023-Q3") == ()
        found = annexes.annex_with_owner(session, first.id)
        assert found is not None
        assert (found[0], found[1].removed_at) == (entity_id, NOW)
        assert annexes.annex_with_owner(session, 99) is None


def test_the_same_bytes_are_found_where_they_back_other_lines(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        one, two, _ = file(session, plan_id), file(session, plan_id, 1), file(session, plan_id, 2, sha256="cd" * 32)
        assert annexes.same_elsewhere(session, entity_id, one) == (two,)
        assert annexes.same_elsewhere(session, entity_id, link(session, plan_id)) == ()


def test_a_link_is_dead_since_the_first_time_it_was_silent(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        silent = link(session, plan_id)
        for days, alive in enumerate([True, False, False]):
            annexes.mark_link(session, silent.id, alive=alive, at=NOW + days * DAY)
        (found,) = annexes.links_of(session, entity_id)
        assert (found.alive, found.checked_at, found.dead_since) == (False, NOW + 2 * DAY, NOW + DAY)
        annexes.mark_link(session, silent.id, alive=True, at=NOW + 3 * DAY)
        (found,) = annexes.links_of(session, entity_id)
        assert (found.alive, found.checked_at, found.dead_since) == (True, NOW + 3 * DAY, None)


@pytest.mark.parametrize(
    "untrue",
    [
        "UPDATE annex SET dead_since = '2023-07-24 14:00:00', alive = true, checked_at = '2023-07-24 14:00:00'",
        "UPDATE annex SET link = 'https://entidad.example/a'",
        "UPDATE annex SET number = 0",
    ],
)
def test_what_cannot_be_true_of_an_annex_is_refused(engine: Engine, untrue: str) -> None:
    with writing(engine) as session:
        file(session, add_plan(session)[1])
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.connection().execute(text(untrue))


def test_files_wait_for_an_antivirus_until_one_has_looked(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        one, two = file(session, plan_id), file(session, plan_id, 1)
        link(session, plan_id)
        annexes.mark_scanned(session, one.id, NOW)
        assert annexes.unscanned(session, entity_id) == (two,)
