"""What a decision makes untrue before it was said: unsent digests are withdrawn, the ledger is brought in step.

A withdrawn digest gives its key and Message-ID back, so that the day's digest can be written anew without what it
should not have said; no server ever took it.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, cast, func, literal, select, update

from gdflow.domain.decisions import DecisionKind
from gdflow.domain.digest import Purpose
from gdflow.domain.obligations import ObligationState
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.people import Audience
from gdflow.storage.engine import Session, execute
from gdflow.storage.tables import decision, notice, notice_reminder, obligation, reminder

SETTLED = (
    update(decision)
    .where(decision.c.kind == DecisionKind.HANDOVER, decision.c.ended_on.is_(None))
    .where(decision.c.line_id.in_(bindparam("of_lines", expanding=True)))
    .values(ended_on=bindparam("on_day"), ended_by=bindparam("by"))
)
UNSENT = (NoticeState.QUEUED, NoticeState.RETRY)
DEAD = (NoticeState.SUPPRESSED, NoticeState.REFUSED)
OF_THE_DAY = (Purpose.DIGEST.value, Purpose.ESCALATION.value)
SAME = obligation.c.id == reminder.c.obligation_id
SAME_DATE = reminder.c.due_on == obligation.c.due_on
SAME_TEAM = reminder.c.team_id == func.coalesce(obligation.c.team_id, 0)
OUTDATED = {
    "waived": obligation.c.state == ObligationState.WAIVED,
    "extended": ~SAME_DATE,
    "reassigned": ~SAME_TEAM,
}
"""Why a reminder that waits is not said any more."""
BATCH = 5_000
"""Lines in one statement: SQLite takes at most 32,766 values."""


def withdraw_lines(
    session: Session, line_ids: Collection[int], *, at: datetime, audiences: Collection[Audience] = tuple(Audience)
) -> int:
    """Withdraw the unsent digests that tell audiences of lines, and return how many; the rest of them waits again."""
    return _withdraw(session, obligation.c.line_id.in_(line_ids), audiences, at)


def withdraw_team(session: Session, team_id: int, *, at: datetime) -> int:
    """Withdraw the unsent digests that tell of what a team owes, and return how many."""
    return _withdraw(session, obligation.c.team_id == team_id, tuple(Audience), at)


def hand_on(session: Session, line_ids: Sequence[int], *, on: date, by: str, at: datetime) -> int:
    """Lines answer to another team now: nobody asks for the change any more, and the team before is not reminded.

    Returns how many unsent digests were withdrawn. by: who gave the lines to the team.
    """
    withdrawn = 0
    for start in range(0, len(line_ids), BATCH):
        some = line_ids[start : start + BATCH]
        end_handovers(session, some, on=on, by=by)
        withdrawn += withdraw_lines(session, some, at=at)
        settle_ledger(session, some)
    return withdrawn


def end_handovers(session: Session, line_ids: Collection[int], *, on: date, by: str) -> None:
    """Whose these lines are is settled: the word of teams that they are not their own holds no more."""
    execute(session, SETTLED, {"of_lines": list(line_ids), "on_day": on, "by": by})


def settle_ledger(session: Session, line_ids: Collection[int]) -> None:
    """Let be the waiting reminders of lines that say what is no longer so; what is so again waits again."""
    of_lines = obligation.c.line_id.in_(line_ids)
    for reason, outdated in OUTDATED.items():
        gone = select(obligation.c.id).where(SAME, of_lines, outdated).exists()
        let_be = update(reminder).where(reminder.c.waiting, gone)
        execute(session, let_be.values(waiting=False, suppressed=reason))
    owed = select(obligation.c.id).where(SAME, of_lines, obligation.c.done_on.is_(None), SAME_DATE, SAME_TEAM).exists()
    again = reminder.c.suppressed.in_(list(OUTDATED)), owed, ~_told()
    execute(session, update(reminder).where(*again).values(waiting=True, suppressed=None))


def _withdraw(session: Session, concerned: ColumnElement[bool], audiences: Collection[Audience], at: datetime) -> int:
    about = _unsent_about(session, concerned, audiences)
    if not about:
        return 0
    freed = cast(notice.c.id, String)
    withdrawn = {
        "state": NoticeState.SUPPRESSED,
        "text": "withdrawn",
        "settled_at": at,
        "key": notice.c.key + literal("|withdrawn|") + freed,
        "message_id": literal("<withdrawn.") + freed + literal(".") + func.substr(notice.c.message_id, 2),
    }
    # The state is asked again: a sender may have taken one of them between the two.
    gone = update(notice).where(notice.c.id.in_(about), notice.c.state.in_(UNSENT)).values(withdrawn)
    ids = execute(session, gone.returning(notice.c.id)).scalars().all()
    carried = select(notice_reminder.c.reminder_id).where(notice_reminder.c.notice_id.in_(ids))
    again = reminder.c.id.in_(carried), reminder.c.suppressed.is_(None), ~_told()
    execute(session, update(reminder).where(*again).values(waiting=True))
    return len(ids)


def _unsent_about(session: Session, concerned: ColumnElement[bool], audiences: Collection[Audience]) -> Sequence[int]:
    found = (
        select(notice.c.id)
        .join_from(notice, notice_reminder, notice_reminder.c.notice_id == notice.c.id)
        .join(reminder, reminder.c.id == notice_reminder.c.reminder_id)
        .join(obligation, SAME)
        .where(notice.c.state.in_(UNSENT), notice.c.purpose.in_(OF_THE_DAY))
        .where(reminder.c.audience.in_(audiences), concerned)
    )
    return execute(session, found.distinct()).scalars().all()


def _told() -> Any:
    """A mail carries the reminder, or has carried it out, or may have."""
    return (
        select(notice.c.id)
        .join_from(notice, notice_reminder, notice_reminder.c.notice_id == notice.c.id)
        .where(notice_reminder.c.reminder_id == reminder.c.id)
        .where(notice.c.channel == EMAIL, notice.c.state.not_in(DEAD))
        .exists()
    )
