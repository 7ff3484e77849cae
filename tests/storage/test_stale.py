"""Digests of earlier days: their reminders wait again, unless a mail has said them; what a chat said is nothing."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.notices import Outcome
from gdflow.domain.outbox import NoticeState
from gdflow.storage import outbox, reminders
from gdflow.storage.engine import writing
from gdflow.storage.stale import withdraw_stale
from tests.storage.cast import NOW, TODAY, claim, draft, owe

TEAMS = "msteams:planes"
TOMORROW, AT = TODAY + timedelta(days=1), NOW + timedelta(days=1)


def said(session: Session, gone: str, state: NoticeState) -> int:
    """An entity whose reminders a mail and a card carry, of which one has gone out."""
    entity_id, _, _ = owe(session)
    ids = claim(session, entity_id)
    for channel in ("email", TEAMS):
        outbox.enqueue(session, replace(draft(entity_id, channel[:4], ids), channel=channel))
    lease = timedelta(minutes=5)
    taken = outbox.claim_next(session, entity_id=entity_id, channel=gone, now=NOW, owner="a", lease=lease)
    assert taken is not None
    attempt = outbox.open_attempt(session, taken.id, "a", NOW)
    outbox.settle(session, taken.id, attempt, "a", Outcome(state), NOW)
    return entity_id


def test_a_card_that_was_handed_over_does_not_stand_for_the_mail(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = said(session, TEAMS, NoticeState.HANDED_OVER)
        assert withdraw_stale(session, entity_id, TOMORROW, at=AT) == 1
        assert len(reminders.unnoticed(session, entity_id)) == 2


def test_a_card_that_was_left_behind_asks_for_nothing_once_the_mail_is_sent(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = said(session, "email", NoticeState.SENT)
        assert withdraw_stale(session, entity_id, TOMORROW, at=AT) == 1
        assert reminders.unnoticed(session, entity_id) == ()
        assert outbox.accounting(session, entity_id).sent == 2


def test_a_card_that_was_left_behind_does_not_repeat_a_mail_that_was_refused(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = said(session, "email", NoticeState.REFUSED)
        assert withdraw_stale(session, entity_id, TOMORROW, at=AT) == 1
        assert reminders.unnoticed(session, entity_id) == ()
