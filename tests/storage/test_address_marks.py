"""Addresses that take nothing are remembered until somebody says that they do."""

from datetime import timedelta

from sqlalchemy.engine import Engine

from gdflow.domain.address_marks import AddressMark
from gdflow.domain.notices import Outcome
from gdflow.domain.outbox import NoticeState
from gdflow.storage import address_marks, outbox, reminders
from gdflow.storage.engine import Session, writing
from gdflow.storage.returned import release
from tests.storage.cast import NOW, add_plan, draft, queued

LEASE = timedelta(minutes=5)


def test_an_address_is_marked_once_whatever_its_case(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        first = address_marks.mark(session, entity_id, "Uno@X.example", "550", "no existe", NOW)
        again = address_marks.mark(session, entity_id, "uno@x.example", "551", "tampoco", NOW)
        assert (first, again) == (True, False)
        assert address_marks.marks_of(session, entity_id) == {
            "uno@x.example": AddressMark("uno@x.example", "550", "no existe", NOW)
        }


def test_a_mark_is_cleared_once(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        address_marks.mark(session, entity_id, "uno@x.example", None, None, NOW)
        assert [address_marks.clear(session, entity_id, "UNO@x.example") for _ in range(2)] == [True, False]
        assert address_marks.marks_of(session, entity_id) == {}


def test_another_entity_has_its_own_marks(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        address_marks.mark(session, entity_id, "uno@x.example", None, None, NOW)
        assert address_marks.marks_of(session, entity_id + 1) == {}
        assert not address_marks.clear(session, entity_id + 1, "uno@x.example")


def settled(session: Session, entity_id: int, state: NoticeState) -> None:
    claimed = outbox.claim_next(session, entity_id=entity_id, channel="email", now=NOW, owner="w", lease=LEASE)
    assert claimed
    attempt = outbox.open_attempt(session, claimed.id, "w", NOW)
    outbox.settle(session, claimed.id, attempt, "w", Outcome(state), NOW)


def test_what_a_refused_mail_carried_waits_again(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        settled(session, entity_id, NoticeState.REFUSED)
        assert (reminders.unnoticed(session, entity_id), release(session, notice_id)) == ((), 2)
        assert len(reminders.unnoticed(session, entity_id)) == 2
        sums = outbox.accounting(session, entity_id)
        assert (sums.closed, sums.refused) == (True, 2)


def test_what_another_mail_carries_waits_not(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        carried = outbox.accounting(session, entity_id).due
        settled(session, entity_id, NoticeState.REFUSED)
        ids = [1, 2]
        outbox.enqueue(session, draft(entity_id, "k2", ids))
        assert (carried, release(session, notice_id)) == (2, 0)
