"""After any walk through the outbox every claimed reminder is accounted for once, as an independent count says."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.notices import Accounting, ClaimedNotice, Outcome
from gdflow.domain.outbox import NoticeState
from gdflow.storage import obligations, outbox, plans, reminders
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.tables import METADATA
from tests.storage.cast import CLOSES, DUE, NOW, TODAY, add_plan, draft, duty, step

LEASE = timedelta(minutes=5)
OUTCOMES = (NoticeState.SENT, NoticeState.RETRY, NoticeState.REFUSED, NoticeState.IN_DOUBT)
OF_CHATS = (NoticeState.HANDED_OVER, *OUTCOMES[1:])
CHANNELS = ("email", "msteams:planes")
MOVES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 3)), max_size=40)
FURTHEST = (NoticeState.SENT, NoticeState.IN_DOUBT, NoticeState.QUEUED, NoticeState.REFUSED, NoticeState.SUPPRESSED)


@pytest.fixture(scope="module")
def walked(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One database for all walks: each starts by emptying it."""
    path = tmp_path_factory.mktemp("walks") / "gdflow.db"
    shutil.copy(sqlite_template, path)
    engine = make_engine(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@given(moves=MOVES)
def test_the_accounting_closes_after_any_walk(walked: Engine, moves: list[tuple[int, int]]) -> None:
    with writing(walked) as session:
        for table in reversed(METADATA.sorted_tables):
            session.connection().execute(delete(table))
        walk = Walk(session)
        for move, choice in moves:
            walk.moves[move](choice)
            walk.now += timedelta(minutes=2)
        found = outbox.accounting(session, walk.entity_id)
        assert found == walk.count()
        assert found.closed


class Walk:
    """What two senders, scans and people may do, in any order."""

    def __init__(self, session: Session) -> None:
        self.session, self.now, self.keys = session, NOW, 0
        self.entity_id, self.plan_id = add_plan(session)
        self.held: list[tuple[ClaimedNotice, int | None, str]] = []
        self.moves: tuple[Callable[[int], None], ...] = (
            *(self.claim, self.enqueue, self.take, self.begin, self.settle, self.resolve, self.suppress, self.bounce),
        )

    def claim(self, choice: int) -> None:
        """One more obligation, and its reminder."""
        line = plans.lines_of(self.session, self.plan_id)[choice % 3]
        due: date = DUE + timedelta(days=self.keys)
        self.keys += 1
        closes = CLOSES + timedelta(days=self.keys)
        owed = [(duty(line.id, due, closes, f"p{self.keys}"), None)]
        obligations.record_duties(self.session, self.entity_id, self.plan_id, owed)
        steps = [step(due_on=due, closes_on=closes)]
        obligations.claim_reminders(self.session, self.entity_id, steps, on=TODAY, at=NOW)

    def enqueue(self, choice: int) -> None:
        """The waiting reminders go into one or two notices: mails, or a card, or both."""
        ids = [reminder.id for reminder in reminders.unnoticed(self.session, self.entity_id)]
        for channel in (CHANNELS[:1], CHANNELS[:1] * 2, CHANNELS[1:], CHANNELS)[choice] if ids else ():
            self.keys += 1
            outbox.enqueue(self.session, replace(draft(self.entity_id, f"n{self.keys}", ids), channel=channel))

    def take(self, choice: int) -> None:
        """A sender claims."""
        owner = f"sender-{choice % 2}"
        claimed = outbox.claim_next(
            self.session,
            entity_id=self.entity_id,
            channel=CHANNELS[choice // 2],
            now=self.now,
            owner=owner,
            lease=LEASE,
        )
        if claimed is not None:
            self.held.append((claimed, None, owner))

    def begin(self, choice: int) -> None:
        """A sender that still holds its lease begins a try."""
        notice, attempt, owner = self.held.pop() if self.held else (None, None, "")
        if notice is not None and attempt is None and self._sending(notice.id):
            attempt = outbox.open_attempt(self.session, notice.id, owner, self.now)
            self.held.append((notice, attempt, owner))

    def settle(self, choice: int) -> None:
        """A try ends, perhaps too late."""
        notice, attempt, owner = self.held.pop(0) if self.held else (None, None, "")
        if notice is not None and attempt is not None:
            state = (OUTCOMES if notice.channel == "email" else OF_CHATS)[choice]
            wait = self.now if state is NoticeState.RETRY else None
            outbox.settle(self.session, notice.id, attempt, owner, Outcome(state, not_before=wait), self.now)

    def resolve(self, choice: int) -> None:
        """A person decides about what is in doubt."""
        doubtful = outbox.notices_of(self.session, self.entity_id, states=[NoticeState.IN_DOUBT])
        decided = (NoticeState.SENT, NoticeState.QUEUED, NoticeState.SUPPRESSED)[choice % 3]
        for notice in doubtful[:1]:
            outbox.resolve(self.session, notice.id, decided, self.now, "Coordinación")

    def bounce(self, choice: int) -> None:
        """A message comes back, perhaps one that never left."""
        for notice in outbox.notices_of(self.session, self.entity_id)[choice : choice + 1]:
            gone = notice.state in (NoticeState.SENT, NoticeState.IN_DOUBT)
            assert outbox.bounce(self.session, notice.id, "5.1.1", None, self.now) is gone

    def suppress(self, choice: int) -> None:
        """A queued notice, or a waiting reminder, is let be."""
        waiting = [reminder.id for reminder in reminders.unnoticed(self.session, self.entity_id)]
        reminders.suppress(self.session, waiting[:1], "superseded")
        for notice in outbox.notices_of(self.session, self.entity_id, states=[NoticeState.QUEUED])[: choice % 2]:
            outbox.suppress_notice(self.session, notice.id, "answered", self.now)

    def count(self) -> Accounting:
        """Where each reminder stands, counted one by one."""
        lines = plans.lines_of(self.session, self.plan_id)
        every = [found for line in lines for found in reminders.reminders_of_line(self.session, line.id)]
        mails = {
            each.id: each.state for each in outbox.notices_of(self.session, self.entity_id) if each.channel == "email"
        }
        ends = Counter(
            self._end({mails[mark.notice_id] for mark in found.notices if mark.notice_id in mails}, found.suppressed)
            for found in every
        )
        sent, doubt, pending, refused, suppressed = (ends[state] for state in FURTHEST)
        return Accounting(len(every), sent, refused, suppressed, pending, doubt)

    def _end(self, states: set[NoticeState], suppressed: str | None) -> NoticeState:
        moving = {NoticeState.SENDING, NoticeState.RETRY}
        plain = {NoticeState.QUEUED if state in moving else state for state in states}
        plain = plain or {NoticeState.SUPPRESSED if suppressed else NoticeState.QUEUED}
        return next(state for state in FURTHEST if state in plain)

    def _sending(self, notice_id: int) -> bool:
        sending = outbox.notices_of(self.session, self.entity_id, states=[NoticeState.SENDING])
        taken_since = sum(1 for held, _, _ in self.held if held.id == notice_id)
        return any(notice.id == notice_id for notice in sending) and not taken_since
