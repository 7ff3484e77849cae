"""Drafts of imports keep what was decided of them, in their own entity, until they end."""

from datetime import date, timedelta

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from gdflow.domain.import_drafts import Choices
from gdflow.domain.periods import PeriodKind
from gdflow.storage import assignments, import_drafts, people, team_links
from gdflow.storage.engine import writing
from tests.storage.cast import GOBIERNO, NOW, SHA, TODAY, add_plan

CHOICES = Choices(dues={"0.1.9": date(2024, 12, 31)}, teams={"0.2.10": "Oficina TIC"})


def added(session: Session, entity_id: int, name: str = "plan.xlsx") -> int:
    return import_drafts.add_draft(session, entity_id, name=name, sha256=SHA, cut_off=TODAY, by="Ana", at=NOW)


def test_a_draft_keeps_what_was_decided_of_it(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        number = added(session, entity_id)
        its = {"every": PeriodKind.MONTH, "code": "plan", "choices": CHOICES}
        import_drafts.note_choices(session, number, cut_off=date(2024, 1, 1), **its)  # type: ignore[arg-type]  # by their names
        found = import_drafts.draft_by_id(session, entity_id, number, held=True)
        assert found
        assert (found.cut_off, found.every, found.code, found.choices) == (date(2024, 1, 1), *its.values())
        assert import_drafts.draft_by_id(session, entity_id + 1, number) is None


def test_a_draft_that_ended_waits_no_more_and_changes_no_more(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        first, second = added(session, entity_id), added(session, entity_id, "otro.xlsx")
        assert [each.id for each in import_drafts.waiting_drafts(session, entity_id)] == [second, first]
        import_drafts.end_draft(session, first, by="Ana", at=NOW + timedelta(hours=1), result=[{"code": "plan"}])
        import_drafts.note_choices(session, first, cut_off=TODAY, every=None, code=None, choices=CHOICES)
        import_drafts.end_draft(session, first, by="Luis", at=NOW, result=())
        ended = import_drafts.draft_by_id(session, entity_id, first)
        assert ended
        assert (ended.ended_by, ended.result, ended.choices) == ("Ana", ({"code": "plan"},), Choices())
        assert [each.id for each in import_drafts.waiting_drafts(session, entity_id)] == [second]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_draft_without_a_name_is_refused(engine: Engine, name: str) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
    with pytest.raises(IntegrityError), writing(engine) as session:
        added(session, entity_id, name)


def test_lines_are_counted_for_the_team_that_answers_for_them(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        assert assignments.lines_by_team(session, entity_id)[team_id] > 0
        assert assignments.lines_by_team(session, entity_id + 1) == {}


def test_the_newest_links_of_a_team_come_first(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        ends = NOW + timedelta(days=1)
        given = [team_links.NewLink(team_id, "2023-Q2", f"{n:064}", ends) for n in range(3)]
        numbers = list(team_links.add_links(session, entity_id, given, at=NOW).values())
        found = team_links.newest_links(session, entity_id, team_id, 2)
        assert [link.id for link in found] == numbers[:0:-1]
        assert team_links.newest_links(session, entity_id, team_id + 1, 2) == ()
