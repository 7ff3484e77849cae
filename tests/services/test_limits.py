"""No transport is given more than it takes, by however many senders; one that rests is let be, and others go on."""

import random
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from gdflow.channels.base import Channel, ChannelError
from gdflow.domain.errors import ConfigError, DeliveryError
from gdflow.domain.outbox import NoticeState, Priority
from gdflow.domain.rules import Rules
from gdflow.services.backlog import backlog
from gdflow.services.deliver import DeliveryReport, Transport, deliver
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage import outbox
from gdflow.storage.engine import make_engine, reading, writing
from gdflow.storage.entities import ensure_entity
from tests.storage.cast import draft
from tests.storage.conftest import engine, postgres, postgres_shared, postgres_template, sqlite_template, url
from tests.support.cast import at
from tests.support.simulated import Record, Time

__all__ = ["engine", "postgres", "postgres_shared", "postgres_template", "sqlite_template", "url"]

MORNING = at("2023-07-10")
TEAMS = "msteams:planes"
Taken = list[tuple[datetime, str]]


@pytest.fixture
def quick(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database that need not survive a power cut: ten thousand commits would else be ten thousand waits."""
    engine = make_engine(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'quick.db')}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    yield engine
    engine.dispose()


def rules(entity_id: int) -> Rules:
    return rules_of(Settings(), entity_id)


def kept(engine: Engine, count: int, channel: str = "email", **more: Any) -> Rules:
    """So many notices that are due in a channel."""
    with writing(engine) as session:
        entity_id = ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        for number in range(count):
            each = draft(entity_id, f"{channel.partition(':')[0]}-{number}", at=MORNING)
            outbox.enqueue(session, replace(each, channel=channel, **more))
    return rules(entity_id)


def sent(engine: Engine, entity: Rules, time: Time, *transports: Transport, owner: str = "one") -> DeliveryReport:
    """A run that waits as time allows."""
    return deliver(lambda: writing(engine), transports, entity, clock=time.now, sleep=time.sleep, owner=owner)


def most_within(moments: list[datetime], span: timedelta) -> int:
    """The most moments that lie within any span, both of its ends included."""
    moments, first, most = sorted(moments), 0, 0
    for last, moment in enumerate(moments):
        while moment - moments[first] > span:
            first += 1
        most = max(most, last - first + 1)
    return most


@pytest.mark.slow
def test_ten_thousand_messages_never_pass_the_limit_in_any_minute(quick: Engine) -> None:
    entity, time, taken, draw = kept(quick, 10_000), Time(MORNING), Taken(), random.Random(7)
    mail = Record(time, taken, lambda: draw.uniform(0, 3))
    report = sent(quick, entity, time, Transport("email", lambda: mail, per_minute=25, per_day=10_000))
    assert (report.count(NoticeState.SENT), report.resting, len(taken)) == (10_000, (), 10_000)
    assert most_within([moment for moment, _ in taken], timedelta(minutes=1)) == 25
    assert time.now() < at("2023-07-10", 15)


@pytest.mark.slow
def test_four_senders_together_never_pass_the_limit_and_send_each_once(engine: Engine) -> None:
    entity, time, taken, draw = kept(engine, 300), Time(MORNING, threads=4), Taken(), random.Random(7)

    def send(owner: str) -> DeliveryReport:
        mail = Record(time, taken, lambda: draw.uniform(0, 3))
        try:
            return sent(engine, entity, time, Transport("email", lambda: mail, per_minute=25), owner=owner)
        finally:
            time.leave()

    with ThreadPoolExecutor(4) as threads:
        reports = list(threads.map(send, "abcd"))
    assert (
        sum(report.count(NoticeState.SENT) for report in reports) == len(taken) == len({who for _, who in taken}) == 300
    )
    assert most_within([moment for moment, _ in taken], timedelta(minutes=1)) == 25


def test_a_day_takes_its_ration_and_the_run_does_not_wait_for_the_next(engine: Engine) -> None:
    entity, time, taken = kept(engine, 5), Time(MORNING), Taken()
    mail = Transport("email", lambda: Record(time, taken), per_day=3)
    report = sent(engine, entity, time, mail)
    (resting,) = report.resting
    assert (len(taken), resting.code, resting.limited, report.partial) == (3, "day_limit", True, True)
    assert timedelta(days=1) <= resting.until - MORNING <= timedelta(days=1, seconds=1)
    assert sent(engine, entity, Time(resting.until), mail).count(NoticeState.SENT) == 2


def test_what_was_put_off_is_no_part_of_the_ration(engine: Engine) -> None:
    entity, time, taken = kept(engine, 2), Time(MORNING), Taken()
    answers = iter([DeliveryError("deferred"), DeliveryError("deferred")])
    mail = Transport("email", lambda: Record(time, taken, answers=answers), per_day=2)
    assert sent(engine, entity, time, mail).count(NoticeState.RETRY) == 2
    assert sent(engine, entity, Time(MORNING + timedelta(minutes=1)), mail).count(NoticeState.SENT) == 2


def test_what_is_urgent_leaves_first(engine: Engine) -> None:
    kept(engine, 2)
    entity, time, taken = (
        kept(
            engine,
            1,
            address="cierre@cartagena.example",
            key="cierre",
            message_id="<cierre@x.example>",
            priority=Priority.URGENT,
        ),
        Time(MORNING),
        Taken(),
    )
    sent(engine, entity, time, Transport("email", lambda: Record(time, taken), per_minute=1))
    assert taken[0][1] == "cierre@cartagena.example"
    assert len(taken) == 3


def test_a_channel_that_asks_for_a_rest_gets_it_to_the_second_and_then_its_message(engine: Engine) -> None:
    entity, time, taken = kept(engine, 2, TEAMS), Time(MORNING), Taken()
    busy = iter([ChannelError("teams_busy", retry_after=17, answer=429, text="Too Many Requests")])
    report = sent(engine, entity, time, Transport(TEAMS, lambda: Record(time, taken, answers=busy, handed_over=True)))
    assert [state.state for state in report.deliveries] == [NoticeState.RETRY, *[NoticeState.HANDED_OVER] * 2]
    assert [moment - MORNING for moment, _ in taken] == [timedelta(seconds=17)] * 2
    assert (report.resting, taken[0][1]) == ((), "msteams-0@cartagena.example")


def test_a_channel_that_rests_stops_no_other_and_no_sender_claims_from_it(engine: Engine) -> None:
    kept(engine, 2, TEAMS)
    entity, time, taken = kept(engine, 2), Time(MORNING), Taken()
    gone = [ChannelError("teams_flow_gone", channel="planes", answer=404, text="Gone")] * 2
    transports = (
        Transport("email", lambda: Record(time, taken)),
        Transport(TEAMS, lambda: Record(time, taken, answers=iter(gone))),
    )
    first, second = (sent(engine, entity, time, *transports, owner=owner) for owner in "ab")
    assert (first.count(NoticeState.SENT), first.count(NoticeState.RETRY), second.deliveries) == (2, 1, ())
    for report in (first, second):
        (resting,) = report.resting
        assert (resting.channel, resting.code, resting.text) == (TEAMS, "teams_flow_gone", "404 Gone")
        assert (resting.until, resting.limited, report.partial) == (MORNING + timedelta(minutes=1), False, True)
    later = sent(engine, entity, Time(MORNING + timedelta(minutes=1)), *transports)
    assert [each.until for each in later.resting] == [MORNING + timedelta(minutes=5)]


def test_the_first_success_makes_a_channel_fresh(engine: Engine) -> None:
    entity, taken = kept(engine, 3), Taken()
    down, minutes = ChannelError("unreachable", text="Connection refused"), timedelta(minutes=1)

    def run(wait: int, *answers: ChannelError) -> DeliveryReport:
        time = Time(MORNING + wait * minutes)
        return sent(engine, entity, time, Transport("email", lambda: Record(time, taken, answers=iter(answers))))

    rests = [run(wait, down).resting[0].until - MORNING for wait in (0, 1)]
    assert (rests, run(5).count(NoticeState.SENT)) == ([1 * minutes, 5 * minutes], 3)
    kept(engine, 4)
    report = run(6, down)
    assert [each.until for each in report.resting] == [MORNING + 7 * minutes]


def test_a_channel_that_rests_with_nothing_to_send_is_not_told(engine: Engine) -> None:
    entity, time, taken = kept(engine, 1), Time(MORNING), Taken()
    refused = [DeliveryError("recipient_refused", permanent=True)]
    sent(engine, entity, time, Transport("email", lambda: Record(time, taken, answers=iter(refused)), per_minute=1))
    assert sent(engine, entity, time, Transport("email", lambda: Record(time, taken), per_minute=1)).resting == ()


def test_a_channel_that_cannot_be_used_as_configured_rests_and_says_why(engine: Engine) -> None:
    def opened() -> Channel:
        raise ConfigError("teams_url_not_https", channel="planes")

    report = sent(engine, kept(engine, 1, TEAMS), Time(MORNING), Transport(TEAMS, opened))
    (resting,) = report.resting
    assert (resting.code, "https://" in (resting.text or "")) == ("channel_unusable", True)
    assert report.count(NoticeState.RETRY) == 1


def test_a_run_that_may_not_wait_ends_at_the_limit(engine: Engine) -> None:
    entity, time, taken = kept(engine, 3), Time(MORNING), Taken()
    mail = Record(time, taken)
    transports = [Transport("email", lambda: mail, per_minute=2)]
    report = deliver(lambda: writing(engine), transports, entity, clock=time.now, owner="one")
    assert ([each.code for each in report.resting], len(taken), mail.closed) == (["minute_limit"], 2, 1)


def test_a_sender_held_up_past_its_lease_sends_nothing(engine: Engine) -> None:
    entity, taken, minute = kept(engine, 1), Taken(), timedelta(minutes=1)
    moments = iter([MORNING, MORNING, *[MORNING + 6 * minute] * 20])
    time = Time(MORNING)
    transports = [Transport("email", lambda: Record(time, taken))]
    report = deliver(lambda: writing(engine), transports, entity, clock=lambda: next(moments), owner="one")
    assert [(each.state, each.code) for each in report.deliveries] == [
        (NoticeState.RETRY, "lease_lost"),
        (NoticeState.SENT, "250"),
    ]


def test_a_sender_that_answers_after_another_took_its_notice_over_settles_nothing(engine: Engine) -> None:
    entity, taken = kept(engine, 1), Taken()
    time = Time(MORNING)

    class Slow(Record):
        def send(self, message: Any) -> Any:
            with writing(engine) as session:
                outbox.end_leases(session, MORNING + timedelta(hours=1))
            return super().send(message)

    report = sent(engine, entity, time, Transport("email", lambda: Slow(time, taken)))
    assert [(each.state, each.code) for each in report.deliveries] == [(NoticeState.IN_DOUBT, "lease_lost")]
    with reading(engine) as session:
        (notice,) = outbox.notices_of(session, entity.entity_id)
    assert notice.state is NoticeState.IN_DOUBT


def test_what_waits_is_told_with_the_moment_at_which_it_will_have_left(engine: Engine) -> None:
    entity = kept(engine, 60)
    transports = (
        Transport("email", lambda: Record(Time(MORNING), []), 25),
        Transport(TEAMS, lambda: Record(Time(MORNING), [])),
    )
    with reading(engine) as session:
        (mail,) = backlog(session, entity, transports, now=at("2023-07-09"))
    assert (mail.channel, mail.pending, mail.burst, mail.done_by) == ("email", 60, True, at("2023-07-10", 8, 2))
