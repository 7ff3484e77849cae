"""Who has been told of what, and since when."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Engine

from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.storage import outbox
from gdflow.storage.engine import writing
from gdflow.storage.spoken import spoken_of
from gdflow.storage.tables import notice
from tests.storage.cast import DUE, TODAY, claim, draft, owe


def test_each_address_is_named_once_with_the_day_on_which_it_was_first_told(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, obligations = owe(session)
        ids = claim(session, entity_id)
        for key, days in (("a", 0), ("b", 1)):
            outbox.enqueue(session, replace(draft(entity_id, key, ids), day=TODAY + timedelta(days=days)))
        again = replace(draft(entity_id, "c", ids), address="a@cartagena.example", day=TODAY + timedelta(days=5))
        outbox.enqueue(session, again)
        spoken = spoken_of(session, [*obligations, *obligations])
    assert set(spoken) == set(obligations)
    assert sorted((each.address, each.first_on) for each in spoken[obligations[0]]) == [
        ("a@cartagena.example", TODAY),
        ("b@cartagena.example", TODAY + timedelta(days=1)),
    ]
    assert {(each.due_on, each.audience) for each in spoken[obligations[0]]} == {(DUE, Audience.TEAM)}


@pytest.mark.parametrize(
    "change", [{"state": NoticeState.SUPPRESSED}, {"state": NoticeState.REFUSED}, {"channel": "x"}]
)
def test_what_was_withdrawn_refused_or_only_chatted_was_not_said(engine: Engine, change: dict[str, object]) -> None:
    with writing(engine) as session:
        entity_id, _, obligations = owe(session)
        outbox.enqueue(session, draft(entity_id, "a", claim(session, entity_id)))
        session.connection().execute(update(notice).values(change))
        assert spoken_of(session, obligations) == {}


def test_of_nothing_nothing_is_asked(engine: Engine) -> None:
    with writing(engine) as session:
        assert spoken_of(session, []) == {}
