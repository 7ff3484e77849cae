"""An account that sends for several entities keeps to its limits for all of them together, by however many senders."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine

from gdflow.channels.base import ChannelError
from gdflow.domain.errors import DeliveryError
from gdflow.domain.outbox import NoticeState
from gdflow.domain.rules import Rules
from gdflow.services.deliver import DeliveryReport, Transport
from gdflow.storage import outbox
from gdflow.storage.engine import writing
from gdflow.storage.entities import ensure_entity
from tests.services.test_limits import MORNING, Taken, most_within, rules, sent
from tests.storage.cast import draft
from tests.storage.conftest import engine, postgres, postgres_shared, postgres_template, sqlite_template, url
from tests.support.simulated import Record, Time

__all__ = ["engine", "postgres", "postgres_shared", "postgres_template", "sqlite_template", "url"]
MINUTE = timedelta(minutes=1)


def kept(engine: Engine, code: str, count: int) -> Rules:
    """So many mails of an entity that are due."""
    with writing(engine) as session:
        entity_id = ensure_entity(session, code, f"Alcaldía de {code}")
        for number in range(count):
            each = draft(entity_id, f"{code}-{number}", at=MORNING)
            outbox.enqueue(session, replace(each, message_id=f"<{code}-{number}@nacion.example>"))
    return rules(entity_id)


def test_entities_that_share_an_account_share_its_minute(engine: Engine) -> None:
    first, second, time, taken = kept(engine, "tunja", 2), kept(engine, "pasto", 2), Time(MORNING), Taken()
    mail = Transport("email", lambda: Record(time, taken), per_minute=3, account=first.entity_id)
    sent(engine, first, time, mail)
    assert sent(engine, second, time, mail).resting == ()
    assert len(taken) == 4
    assert most_within([moment for moment, _ in taken], MINUTE) == 3


def test_entities_that_share_an_account_share_its_day_but_not_what_was_put_off(engine: Engine) -> None:
    first, second, time, taken = kept(engine, "tunja", 2), kept(engine, "pasto", 2), Time(MORNING), Taken()
    answers = iter([DeliveryError("deferred")])
    mail = Transport("email", lambda: Record(time, taken, answers=answers), per_day=2, account=first.entity_id)
    assert sent(engine, first, time, mail).count(NoticeState.SENT) == 1
    report = sent(engine, second, time, mail)
    [resting] = report.resting
    assert (report.count(NoticeState.SENT), resting.code) == (1, "day_limit")


def test_an_account_that_fails_rests_for_all_its_entities(engine: Engine) -> None:
    first, second, time, taken = kept(engine, "tunja", 1), kept(engine, "pasto", 1), Time(MORNING), Taken()
    down = iter([ChannelError("unreachable", text="Connection refused")])
    mail = Transport("email", lambda: Record(time, taken, answers=down), account=first.entity_id)
    sent(engine, first, time, mail)
    report = sent(engine, second, time, mail)
    assert (report.deliveries, [each.code for each in report.resting]) == ((), ["unreachable"])


@pytest.mark.slow
def test_two_senders_of_two_entities_never_pass_the_limit_together(engine: Engine) -> None:
    its = {"a": kept(engine, "tunja", 40), "b": kept(engine, "pasto", 40)}
    time, taken, draw = Time(MORNING, threads=2), Taken(), random.Random(7)

    def send(owner: str) -> DeliveryReport:
        mail = Record(time, taken, lambda: draw.uniform(0, 3))
        transport = Transport("email", lambda: mail, per_minute=10, account=its["a"].entity_id)
        try:
            return sent(engine, its[owner], time, transport, owner=owner)
        finally:
            time.leave()

    with ThreadPoolExecutor(2) as threads:
        reports = list(threads.map(send, "ab"))
    assert sum(report.count(NoticeState.SENT) for report in reports) == len({who for _, who in taken}) == 80
    assert most_within([moment for moment, _ in taken], MINUTE) == 10
