"""Senders that die while they tell a webhook: whatever was written down arrives, and a repeat bears the same id."""

import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.outbox import NoticeState
from tests.kill.harness import Forks
from tests.support.cast import at
from tests.support.installation import bare, notices
from tests.support.webhooks import Receiver, allowing, receiving, registered, told

pytestmark = pytest.mark.slow

LEASE, DUE, KILLS = 60, 24, 5
MORNING = at("2023-07-10")


@dataclass
class Telling:
    """An installation with messages for a webhook, and senders at a moment that passes a lease after each death."""

    app: App
    receiver: Receiver
    forks: Forks
    moment: datetime = MORNING

    def start(self, failpoint: str | None = None) -> int:
        """A sender."""
        job = {"home": str(self.app.home), "moment": self.moment.isoformat(), "lease": LEASE}
        return self.forks.run(work="tell", **job, failpoint=failpoint)

    def ended(self, sender: int) -> int:
        """How a sender ended; by then its lease has run out."""
        code = self.forks.ended(sender)
        self.moment += timedelta(seconds=LEASE + 60)
        return code

    def states(self) -> set[NoticeState]:
        """Where the messages stand."""
        return {each.state for each in notices(self.app)}


@pytest.fixture
def telling(tmp_path: Path, forks: Forks) -> Iterator[Telling]:
    """Two dozen messages for one webhook."""
    app = allowing(bare(tmp_path / "entidad"))
    with receiving() as receiver:
        registered(app, receiver)
        told(app, count=DUE)
        yield Telling(app, receiver, forks)
    app.engine.dispose()


@pytest.mark.parametrize("point", ["outbox.claimed", "webhook.sent", "smtp.answered_not_saved"])
def test_a_sender_killed_at_any_point_is_followed_by_one_that_tells_the_rest(telling: Telling, point: str) -> None:
    for _ in range(KILLS):
        assert telling.ended(telling.start(f"{point}:kill:{random.randint(1, 3)}")) == -signal.SIGKILL
    assert telling.ended(telling.start()) == 0
    ids = telling.receiver.ids
    repeated = len(ids) - len(set(ids))
    assert (len(set(ids)), telling.states(), telling.receiver.forged) == (DUE, {NoticeState.HANDED_OVER}, 0)
    assert repeated == (0 if point == "outbox.claimed" else KILLS)
    assert len(set(telling.receiver.bodies)) == DUE


def test_two_senders_at_once_tell_each_thing_once(telling: Telling) -> None:
    both = [telling.start() for _ in range(2)]
    assert [telling.ended(each) for each in both] == [0, 0]
    assert len(telling.receiver.ids) == len(set(telling.receiver.ids)) == DUE
    assert telling.states() == {NoticeState.HANDED_OVER}
