"""What is kept of one notice, and which notice a report is about."""

from datetime import timedelta

from sqlalchemy.engine import Engine

from gdflow.domain.notices import Outcome
from gdflow.domain.outbox import NoticeState
from gdflow.storage import notice_story, outbox
from gdflow.storage.engine import writing
from gdflow.storage.notice_story import AttemptFacts
from tests.storage.cast import NOW, add_plan, draft, queued

LEASE = timedelta(minutes=5)
LATER = NOW + timedelta(seconds=3)


def test_a_notice_is_known_by_its_number_and_its_message_id(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        by_number = notice_story.notice_by_id(session, entity_id, notice_id)
        by_message_id = notice_story.notice_by_message_id(session, entity_id, "<gd.k1@cartagena.example>")
        assert by_number is not None
        assert by_number == by_message_id == outbox.notices_of(session, entity_id)[0]
        assert notice_story.bytes_of(session, entity_id, notice_id) == b"bytes"
        assert len(notice_story.carried_by(session, entity_id, notice_id)) == 2


def test_a_notice_of_another_entity_is_not_known(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        assert notice_story.notice_by_id(session, entity_id + 1, notice_id) is None
        assert notice_story.notice_by_message_id(session, entity_id + 1, "<gd.k1@cartagena.example>") is None
        assert notice_story.attempts_of(session, entity_id + 1, notice_id) == ()


def test_every_try_is_told_in_order(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        for moment, state in ((NOW, NoticeState.RETRY), (LATER, None)):
            its = {"entity_id": entity_id, "channel": "email", "now": moment, "owner": "w", "lease": LEASE}
            assert outbox.claim_next(session, **its)  # type: ignore[arg-type]  # each of its own type
            attempt = outbox.open_attempt(session, notice_id, "w", moment)
            if state:
                outbox.settle(session, notice_id, attempt, "w", Outcome(state, "451", "luego", LATER), LATER)
        first, second = notice_story.attempts_of(session, entity_id, notice_id)
        assert first == AttemptFacts(first.id, "email", "w", NOW, LATER, NoticeState.RETRY, "451", "luego")
        assert second == AttemptFacts(second.id, "email", "w", LATER, None, None, None, None)


def test_the_newest_mail_to_an_address_is_one_that_left(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        for key in ("a", "b", "c"):
            outbox.enqueue(session, draft(entity_id, key))
        for state in (NoticeState.SENT, NoticeState.IN_DOUBT, NoticeState.REFUSED):
            claimed = outbox.claim_next(session, entity_id=entity_id, channel="email", now=NOW, owner="w", lease=LEASE)
            assert claimed
            attempt = outbox.open_attempt(session, claimed.id, "w", NOW)
            outbox.settle(session, claimed.id, attempt, "w", Outcome(state), NOW)
        found = {
            key: notice_story.newest_to(session, entity_id, f"{key.upper()}@cartagena.example", NOW) for key in "abc"
        }
        assert [bool(found[key]) for key in "abc"] == [True, True, False]
        assert notice_story.newest_to(session, entity_id, "a@cartagena.example", LATER) is None
