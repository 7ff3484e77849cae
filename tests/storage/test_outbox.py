"""The outbox: claimed by one, written before the socket, settled by its owner; what is unsure is shown, not resent."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.errors import ConflictError
from gdflow.domain.notices import Accounting, Outcome
from gdflow.domain.obligations import ObligationState
from gdflow.domain.outbox import NoticeState, Priority
from gdflow.storage import obligations, outbox, reminders
from gdflow.storage.engine import writing
from gdflow.storage.tables import notice
from tests.storage.cast import NOW, TODAY, claim, draft, owe, queued

LEASE = timedelta(minutes=5)
MINUTE = timedelta(minutes=1)
SENT = Outcome(NoticeState.SENT, "250", "2.0.0 Ok")


def test_a_notice_is_kept_once_with_its_reminders(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        ids = claim(session, entity_id)
        assert outbox.enqueue(session, draft(entity_id, "k1", ids)) is not None
        assert outbox.enqueue(session, draft(entity_id, "k1", ids)) is None
        assert reminders.unnoticed(session, entity_id) == ()
        (notice,) = outbox.notices_of(session, entity_id)
        assert outbox.noticed_today(session, entity_id, TODAY) == {notice.address}
    assert (notice.state, notice.tries, notice.created_at) == (NoticeState.QUEUED, 0, NOW)


def test_reminders_of_a_refused_draft_go_on_waiting(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        outbox.enqueue(session, draft(entity_id, "k1"))
        ids = claim(session, entity_id)
        assert outbox.enqueue(session, draft(entity_id, "k1", ids)) is None
        assert len(reminders.unnoticed(session, entity_id)) == len(ids)


def test_a_notice_without_reminders_does_not_use_up_the_day(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        outbox.enqueue(session, draft(entity_id, "acuse"))
        assert outbox.noticed_today(session, entity_id, TODAY) == frozenset()


def test_the_longest_due_is_claimed_first_and_nothing_before_its_time(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        for key, wait in (("late", 2 * MINUTE), ("soon", MINUTE), ("now", 0 * MINUTE)):
            outbox.enqueue(session, draft(entity_id, key, at=NOW + wait))
        first, second = take(session), take(session, at=NOW + MINUTE)
        assert take(session, at=NOW + MINUTE) is None
    assert (first.key, second.key, first.data, first.tries) == ("now", "soon", b"bytes", 0)


def test_a_try_is_written_before_it_and_settled_after_it(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        take(session)
        attempt = outbox.open_attempt(session, notice_id, "a", NOW)
        assert outbox.settle(session, notice_id, attempt, "a", SENT, NOW + MINUTE) is True
        assert outbox.settle(session, notice_id, attempt, "a", SENT, NOW + MINUTE) is False
        (kept,) = outbox.notices_of(session, entity_id, day=TODAY, states=[NoticeState.SENT])
    assert (kept.code, kept.text, kept.tries, kept.settled_at) == ("250", "2.0.0 Ok", 1, NOW + MINUTE)


def test_a_retry_waits_for_its_moment_and_carries_the_same_bytes(engine: Engine) -> None:
    later = Outcome(NoticeState.RETRY, "451", "try later", NOW + 4 * MINUTE)
    with writing(engine) as session:
        queued(session)
        first = take(session)
        outbox.settle(session, first.id, outbox.open_attempt(session, first.id, "a", NOW), "a", later, NOW)
        assert take(session, at=NOW + 3 * MINUTE) is None
        second = take(session, at=NOW + 4 * MINUTE)
    assert (second.data, second.message_id, second.tries) == (first.data, first.message_id, 1)


def test_a_lease_that_ends_before_any_try_leaves_the_notice_to_another(engine: Engine) -> None:
    with writing(engine) as session:
        _, notice_id = queued(session)
        take(session, "a")
        assert take(session, "b", at=NOW + LEASE - MINUTE) is None
        assert take(session, "b", at=NOW + LEASE).id == notice_id
        with pytest.raises(ConflictError, match="lease_lost"):
            outbox.open_attempt(session, notice_id, "a", NOW + LEASE)


def test_a_lease_that_ends_within_a_try_leaves_the_notice_in_doubt(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        take(session, "a")
        attempt = outbox.open_attempt(session, notice_id, "a", NOW)
        assert take(session, "b", at=NOW + LEASE) is None
        assert outbox.settle(session, notice_id, attempt, "a", SENT, NOW + LEASE) is False
        (notice,) = outbox.notices_of(session, entity_id)
        assert outbox.accounting(session, entity_id) == Accounting(2, 0, 0, 0, 0, 2)
    assert notice.state is NoticeState.IN_DOUBT


@pytest.mark.parametrize(
    ("state", "claimed"), [(NoticeState.SENT, False), (NoticeState.SUPPRESSED, False), (NoticeState.QUEUED, True)]
)
def test_a_person_decides_about_a_notice_in_doubt(engine: Engine, state: NoticeState, claimed: bool) -> None:
    with writing(engine) as session:
        entity_id, notice_id = in_doubt(session)
        outbox.resolve(session, notice_id, state, NOW + LEASE, "Coordinación")
        assert (take(session, "b", at=NOW + LEASE) is not None) is claimed
        (notice,) = outbox.notices_of(session, entity_id)
        assert notice.resolved_by == "Coordinación"


def test_a_resent_notice_is_not_blamed_for_its_first_try(engine: Engine) -> None:
    with writing(engine) as session:
        _, notice_id = in_doubt(session)
        outbox.resolve(session, notice_id, NoticeState.QUEUED, NOW + LEASE, "Coordinación")
        take(session, "b", at=NOW + LEASE)
        assert take(session, "c", at=NOW + 2 * LEASE).id == notice_id


def test_an_answer_is_kept_though_the_clock_was_set_back(engine: Engine) -> None:
    with writing(engine) as session:
        _, notice_id = queued(session)
        take(session)
        attempt = outbox.open_attempt(session, notice_id, "a", NOW)
        assert outbox.settle(session, notice_id, attempt, "a", SENT, NOW - MINUTE) is True


def test_a_channel_is_claimed_by_itself_and_what_is_urgent_first(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        kept = (
            draft(entity_id, "ordinary"),
            replace(draft(entity_id, "urgent", at=NOW + MINUTE), priority=Priority.URGENT),
            replace(draft(entity_id, "later", at=NOW + 2 * MINUTE), priority=Priority.URGENT),
            replace(draft(entity_id, "card"), channel="msteams:planes"),
        )
        for each in kept:
            outbox.enqueue(session, each)
        assert outbox.pending(session, entity_id) == {"email": (3, NOW), "msteams:planes": (1, NOW)}
        assert [take(session, at=NOW + MINUTE).key for _ in range(2)] == ["urgent", "ordinary"]
        assert take(session, at=NOW + MINUTE) is None
        assert take(session, channel="msteams:planes").key == "card"
        assert (
            outbox.claim_next(session, entity_id=entity_id + 1, channel="email", now=NOW, owner="a", lease=LEASE)
            is None
        )


def test_reminders_that_only_a_chat_message_carries_go_on_waiting(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        ids = claim(session, entity_id)
        card = outbox.enqueue(session, replace(draft(entity_id, "card", ids), channel="msteams:planes")) or 0
        assert len(reminders.unnoticed(session, entity_id)) == len(ids)
        take(session, channel="msteams:planes")
        attempt = outbox.open_attempt(session, card, "a", NOW)
        assert outbox.settle(session, card, attempt, "a", Outcome(NoticeState.HANDED_OVER, "202"), NOW)
        assert outbox.accounting(session, entity_id) == Accounting(2, 0, 0, 0, 2, 0)
        outbox.enqueue(session, draft(entity_id, "mail", ids))
        assert outbox.accounting(session, entity_id) == Accounting(2, 0, 0, 0, 2, 0)
        (handed,) = outbox.notices_of(session, entity_id, states=[NoticeState.HANDED_OVER])
    assert handed.settled_at == NOW


def test_a_notice_in_doubt_is_looked_up_by_its_message_id_and_the_moment_of_its_try(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = in_doubt(session)
        assert outbox.doubtful(session, entity_id, "msteams:planes") == ()
        (found,) = outbox.doubtful(session, entity_id, "email")
    assert (found.id, found.message_id, found.since) == (notice_id, "<gd.k1@cartagena.example>", NOW)


@pytest.mark.parametrize("settled", [True, False])
def test_a_notice_that_came_back_is_refused_once(engine: Engine, settled: bool) -> None:
    with writing(engine) as session:
        entity_id, notice_id = in_doubt(session)
        if settled:
            outbox.resolve(session, notice_id, NoticeState.SENT, NOW + LEASE, "Coordinación")
        assert outbox.bounce(session, notice_id, "5.1.1", "No existe", NOW + LEASE) is True
        assert outbox.bounce(session, notice_id, "5.1.1", "No existe", NOW + LEASE) is False
        (back,) = outbox.notices_of(session, entity_id, states=[NoticeState.REFUSED])
        assert outbox.accounting(session, entity_id) == Accounting(2, 0, 2, 0, 0, 0)
    assert (back.code, back.text, back.settled_at) == ("5.1.1", "No existe", NOW + LEASE)


def test_that_a_mail_came_back_is_no_persons_decision(engine: Engine) -> None:
    with writing(engine) as session:
        _, notice_id = in_doubt(session)
        with pytest.raises(ConflictError, match="notice_state"):
            outbox.resolve(session, notice_id, NoticeState.REFUSED, NOW + LEASE, "Coordinación")


@pytest.mark.parametrize("state", [NoticeState.REFUSED, NoticeState.RETRY, NoticeState.SENT])
def test_only_a_notice_in_doubt_is_decided_by_people(engine: Engine, state: NoticeState) -> None:
    with writing(engine) as session:
        _, notice_id = queued(session)
        with pytest.raises(ConflictError, match="notice_state"):
            outbox.resolve(session, notice_id, state, NOW, "Coordinación")


def test_a_notice_is_owed_while_one_of_its_lines_is(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, ids = owe(session)
        notice_id = outbox.enqueue(session, draft(entity_id, "k1", claim(session, entity_id))) or 0
        receipt_id = outbox.enqueue(session, draft(entity_id, "acuse")) or 0
        obligations.set_state(session, ids[:1], ObligationState.MET, TODAY)
        assert outbox.still_owed(session, notice_id) is True
        obligations.set_state(session, ids, ObligationState.MET, TODAY)
        assert outbox.still_owed(session, notice_id) is False
        assert outbox.still_owed(session, receipt_id) is True


def test_a_claimed_notice_is_let_be_until_its_try_begins(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        take(session)
        outbox.suppress_notice(session, notice_id, "answered", NOW)
        (notice,) = outbox.notices_of(session, entity_id)
        assert outbox.accounting(session, entity_id) == Accounting(2, 0, 0, 2, 0, 0)
    assert (notice.state, notice.text, notice.settled_at) == (NoticeState.SUPPRESSED, "answered", NOW)


def test_a_notice_whose_try_began_is_not_let_be(engine: Engine) -> None:
    with writing(engine) as session:
        _, notice_id = queued(session)
        take(session)
        outbox.open_attempt(session, notice_id, "a", NOW)
        with pytest.raises(ConflictError, match="notice_state"):
            outbox.suppress_notice(session, notice_id, "answered", NOW)
        with pytest.raises(ConflictError, match="lease_lost"):
            outbox.open_attempt(session, notice_id, "a", NOW)


def test_a_waiting_reminder_is_let_be_with_its_reason(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, ids = owe(session)
        first, _ = claim(session, entity_id)
        reminders.suppress(session, [first], "superseded")
        obligations.set_state(session, ids, ObligationState.MET, TODAY)
        assert reminders.suppress_overtaken(session, entity_id, "answered") == 1
        assert outbox.accounting(session, entity_id) == Accounting(2, 0, 0, 2, 0, 0)
        line = obligations.obligations_of_plan(session, plan_id)[0].line_id
        (kept,) = reminders.reminders_of_line(session, line)
    assert (kept.id, kept.suppressed) == (first, "superseded")


def test_the_reminders_of_a_line_come_with_their_notices(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        ids = claim(session, entity_id)
        outbox.enqueue(session, draft(entity_id, "k1", ids))
        outbox.enqueue(session, draft(entity_id, "k2", ids[:1]))
        line_id = obligations.obligations_of_plan(session, plan_id)[0].line_id
        (reminder,) = reminders.reminders_of_line(session, line_id)
    assert [(mark.address, mark.state, mark.day) for mark in reminder.notices] == [
        ("k1@cartagena.example", NoticeState.QUEUED, TODAY),
        ("k2@cartagena.example", NoticeState.QUEUED, TODAY),
    ]


def test_only_notices_of_a_purpose_leave_where_one_is_named(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, notice_id = queued(session)
        receipt_id = outbox.enqueue(session, replace(draft(entity_id, "acuse"), purpose="receipt"))
        whose: Any = {"entity_id": entity_id, "channel": "email", "now": NOW}
        assert outbox.waits(session, **whose, purpose="receipt")
        named = outbox.claim_next(session, **whose, owner="a", lease=LEASE, purpose="receipt")
        assert outbox.claim_next(session, **whose, owner="a", lease=LEASE, purpose="receipt") is None
        assert not outbox.waits(session, **whose, purpose="receipt")
        assert outbox.waits(session, **whose)
        assert take(session).id == notice_id
    assert named is not None
    assert (named.id, named.purpose) == (receipt_id, "receipt")


def take(session: Session, owner: str = "a", at: Any = NOW, channel: str = "email") -> Any:
    """The only entity's next notice, leased to an owner."""
    (entity_id,) = session.connection().execute(select(notice.c.entity_id).distinct()).scalars()
    return outbox.claim_next(session, entity_id=entity_id, channel=channel, now=at, owner=owner, lease=LEASE)


def in_doubt(session: Session) -> tuple[int, int]:
    """An entity and a notice whose sender died within its try."""
    entity_id, notice_id = queued(session)
    take(session)
    outbox.open_attempt(session, notice_id, "a", NOW)
    take(session, "b", at=NOW + LEASE)
    return entity_id, notice_id
