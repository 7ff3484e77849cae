"""The places of an account: never more messages in a minute than it may send, whoever sends them."""

import subprocess
import sys
from bisect import bisect_left, bisect_right
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.engine import Engine

from gdflow.domain.pace import Span
from gdflow.storage.engine import writing
from gdflow.storage.entities import ensure_entity
from gdflow.storage.pace import free_place, take_places
from gdflow.storage.transports import hold_standing

NOW = datetime(2023, 7, 24, 13, 0, tzinfo=UTC)
SENDER = """
import sys, time
from datetime import datetime, timedelta
from gdflow.domain.pace import Span
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.pace import free_place, take_places
from gdflow.storage.transports import hold_standing
engine, begin, turns = make_engine(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), sys.argv[3]
print("ready", flush=True)
sys.stdin.readline()
sent = 0
while sent < 10:
    with writing(engine) as session:
        hold_standing(session, 1, "email")
        with open(turns, "ab") as clock:  # one at a time comes here: it moves on by a second with each
            clock.write(b".")
            now = begin + timedelta(seconds=clock.tell())
        place = free_place(session, 1, "email", Span.MINUTE, 5, now=now)
        if isinstance(place, int):
            print(now.timestamp(), flush=True)
            take_places(session, [(place, now + timedelta(seconds=20))])  # a minute in small
            sent += 1
    time.sleep(0.001)
"""


def entity(engine: Engine) -> int:
    with writing(engine) as session:
        return ensure_entity(session, "nacion", "Nación")


def taken(engine: Engine, entity_id: int, most: int, now: datetime) -> int | datetime:
    with writing(engine) as session:
        hold_standing(session, entity_id, "email")
        place = free_place(session, entity_id, "email", Span.MINUTE, most, now=now)
        if isinstance(place, int):
            take_places(session, [(place, now + Span.MINUTE.length)])
        return place


def test_so_many_leave_at_once_and_the_next_when_the_first_is_a_minute_old(engine: Engine) -> None:
    its = entity(engine)
    begun = [NOW + timedelta(seconds=each) for each in range(3)]
    first = [taken(engine, its, 3, each) for each in begun]
    assert len(set(first)) == 3
    free = taken(engine, its, 3, NOW + timedelta(seconds=30))
    assert free == NOW + Span.MINUTE.length
    assert taken(engine, its, 3, NOW + Span.MINUTE.length) == first[0]


def test_a_lower_limit_holds_at_once(engine: Engine) -> None:
    its = entity(engine)
    for each in range(3):
        taken(engine, its, 3, NOW + timedelta(seconds=each))
    later = NOW + Span.MINUTE.length
    taken(engine, its, 1, later)
    assert taken(engine, its, 1, later) == later + Span.MINUTE.length


def test_two_processes_together_keep_to_the_limit(url: str, engine: Engine, tmp_path: Path) -> None:
    entity(engine)
    engine.dispose()
    command = [sys.executable, "-c", SENDER, url, NOW.isoformat(), str(tmp_path / "turns")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    senders = [subprocess.Popen(command, **pipes) for _ in range(2)]  # type: ignore[call-overload]  # pipes of text
    for sender in senders:
        sender.stdout.readline()
    for sender in senders:
        sender.stdin.write("\n")
        sender.stdin.flush()
    said = [sender.communicate(timeout=60)[0].split() for sender in senders]
    moments = sorted(float(each) for its in said for each in its)
    assert all(said), "both sent"
    assert max(bisect_right(moments, at + 19) - bisect_left(moments, at) for at in moments) == 5
