"""What a decision makes untrue before it was said is taken back, and can be said anew the same day."""

from datetime import timedelta

from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.notices import Reminder
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.people import Audience
from gdflow.storage import assignments, obligations, outbox, plans, reminders
from gdflow.storage.engine import writing
from gdflow.storage.withdrawals import hand_on, settle_ledger, withdraw_lines, withdraw_team
from tests.storage.cast import CLOSES, DUE, NOW, TODAY, claim, draft, owe, queued


def teams_and_lines(session: Session, entity_id: int) -> list[tuple[int | None, int]]:
    (plan,) = plans.plans_of(session, entity_id)
    return [(line.team_id, line.id) for line in plans.lines_of(session, plan.id)]


def lines_of(session: Session, entity_id: int) -> list[int]:
    return [line_id for _, line_id in teams_and_lines(session, entity_id)]


def states(session: Session, entity_id: int) -> list[tuple[NoticeState, str | None]]:
    return [(each.state, each.text) for each in outbox.notices_of(session, entity_id)]


def first_of(session: Session, entity_id: int) -> Reminder:
    return reminders.reminders_of_line(session, lines_of(session, entity_id)[0])[0]


def test_a_withdrawn_digest_gives_its_key_back_and_its_reminders_wait_again(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = queued(session)
        assert withdraw_lines(session, lines_of(session, entity_id)[:1], at=NOW) == 1
        waiting = [each.id for each in reminders.unnoticed(session, entity_id)]
        assert outbox.noticed_today(session, entity_id, TODAY) == frozenset()
        assert outbox.enqueue(session, draft(entity_id, "k1", waiting)) is not None
        told = states(session, entity_id)
        assert outbox.accounting(session, entity_id).closed
    assert len(waiting) == 2
    assert told == [(NoticeState.SUPPRESSED, "withdrawn"), (NoticeState.QUEUED, None)]


def test_a_team_is_withdrawn_as_a_whole_and_another_audience_is_left_alone(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = queued(session)
        team_id = first_of(session, entity_id).team_id or 0
        assert withdraw_lines(session, lines_of(session, entity_id), at=NOW, audiences=[Audience.HEAD]) == 0
        assert withdraw_team(session, team_id + 99, at=NOW) == 0
        assert withdraw_team(session, team_id, at=NOW) == 1


def test_what_a_sender_has_taken_is_not_withdrawn(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = queued(session)
        lease = timedelta(minutes=5)
        assert outbox.claim_next(session, entity_id=entity_id, channel=EMAIL, now=NOW, owner="w", lease=lease)
        assert withdraw_lines(session, lines_of(session, entity_id), at=NOW) == 0
        assert states(session, entity_id) == [(NoticeState.SENDING, None)]


def test_a_reminder_of_another_team_or_date_is_let_be_until_it_is_so_again(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, ids = owe(session)
        claim(session, entity_id)
        line_ids, told = lines_of(session, entity_id), first_of(session, entity_id)
        assignments.assign_line(session, line_ids[0], teams_and_lines(session, entity_id)[1][0] or 0)
        hand_on(session, line_ids[:1], on=TODAY, by="coordinator", at=NOW)
        assert first_of(session, entity_id).suppressed == "reassigned"
        assignments.assign_line(session, line_ids[0], told.team_id or 0)
        obligations.move_dates(session, ids[0], CLOSES, CLOSES)
        settle_ledger(session, line_ids[:1])
        assert first_of(session, entity_id).suppressed == "reassigned"
        obligations.move_dates(session, ids[0], DUE, CLOSES)
        settle_ledger(session, line_ids[:1])
        assert first_of(session, entity_id) == told


def test_a_reminder_that_waits_for_a_date_that_moved_is_let_be(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, ids = owe(session)
        claim(session, entity_id)
        obligations.move_dates(session, ids[0], CLOSES, CLOSES)
        settle_ledger(session, lines_of(session, entity_id))
        found = [reminders.reminders_of_line(session, line)[0].suppressed for line in lines_of(session, entity_id)[:2]]
    assert found == ["extended", None]
