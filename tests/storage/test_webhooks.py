"""Webhooks at rest, and that what happens waits for each of them once, whoever writes it down."""

import multiprocessing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from gdflow.domain.outbox import NoticeState
from gdflow.domain.webhooks import Told, Webhook, WebhookEvent
from gdflow.storage import events, migrations, outbox, webhooks
from gdflow.storage.engine import Session, make_engine, reading, writing
from gdflow.storage.webhook_events import tell
from tests.storage.cast import NOW, TODAY, add_plan, draft

URL = "https://bi.entidad.example/gdflow"
CLOSED = {"plan": "plan", "period": "2023-Q2", "number": 1, "sha256": "ab" * 32}
BOTH, ROUNDS = multiprocessing.get_context("spawn"), 20


def hook(session: Session, *asked: WebhookEvent, url: str = URL) -> Webhook:
    """A webhook of the entity, which is made with its plan."""
    entity_id, _ = add_plan(session)
    return added(session, entity_id, *asked, url=url)


def added(session: Session, entity_id: int, *asked: WebhookEvent, url: str = URL) -> Webhook:
    return webhooks.add_webhook(session, entity_id, url, asked or tuple(WebhookEvent), "whsec_eA==", at=NOW, by="Ana")


def happen(session: Session, entity_id: int, kind: str = "period_closed", subject: str = "plan:1") -> None:
    events.append(session, entity_id, kind, subject, CLOSED, at=NOW, actor="Ana Ruiz")


def told(engine: Engine, entity_id: int) -> list[tuple[str, str]]:
    with reading(engine) as session:
        return [(each.channel, each.subject) for each in outbox.notices_of(session, entity_id)]


def test_a_webhook_is_kept_as_it_was_given(engine: Engine) -> None:
    with writing(engine) as session:
        made = hook(session, WebhookEvent.REPORT_READY, WebhookEvent.PERIOD_CLOSED)
    with reading(engine) as session:
        assert webhooks.webhooks_of(session, made.entity_id) == (made,)
        assert webhooks.webhook_by_url(session, made.entity_id, URL) == made
        assert webhooks.webhook_by_id(session, made.entity_id + 1, made.id) is None
        assert webhooks.secrets_of(session, made.entity_id)[made.id].at(NOW) == ("whsec_eA==",)
    assert made.events == (WebhookEvent.PERIOD_CLOSED, WebhookEvent.REPORT_READY)


def test_an_event_waits_once_for_each_that_asked_for_it(engine: Engine) -> None:
    with writing(engine) as session:
        first = hook(session)
        second = added(session, first.entity_id, WebhookEvent.PERIOD_CLOSED, url=f"{URL}/2")
        added(session, first.entity_id, WebhookEvent.REPORT_READY, url=f"{URL}/3")
        happen(session, first.entity_id)
    assert told(engine, first.entity_id) == [(each.channel, "period.closed") for each in (first, second)]


def test_what_nobody_asks_for_and_what_is_rolled_back_waits_for_nobody(engine: Engine) -> None:
    with writing(engine) as session:
        made = hook(session)
        happen(session, made.entity_id, kind="coordinator_told")
    with writing(engine) as session:
        happen(session, made.entity_id)
        session.rollback()
    assert told(engine, made.entity_id) == []


def test_a_line_is_told_by_its_outside_name_and_a_lost_one_by_none(engine: Engine) -> None:
    with writing(engine) as session:
        made, facts = hook(session), {"period": "2023-Q2", "version": 1}
        for subject in ("line:1", "line:999", "notice:7", "day:2023-07-24"):
            events.append(session, made.entity_id, "report_accepted", subject, facts, at=NOW, actor="x")
        uid = session.connection().execute(text("SELECT uid FROM line WHERE id = 1")).scalar()
        bodies = session.connection().execute(text("SELECT data FROM notice ORDER BY id")).scalars().all()
    data = [bytes(body).decode().partition('"data":')[2] for body in bodies]
    plan = '"plan":"plan","line":"' + str(uid) + '","row":8,"team":"Equipo Gobierno Digital"'
    places = (plan, '"line":null', '"notice":7', '"day":"2023-07-24"')
    assert data == ['{"period":"2023-Q2","version":1,' + place + "}}" for place in places]


def test_a_form_is_told_with_its_team_and_period(engine: Engine) -> None:
    with writing(engine) as session:
        made = hook(session)
        facts = {"receipt": "R-1", "lines": 2, "problems": 0}
        for subject in ("team:1", "team:None"):
            events.append(session, made.entity_id, "form_received", subject, facts, at=NOW, actor="x")
        bodies = session.connection().execute(text("SELECT data FROM notice ORDER BY id")).scalars().all()
    assert b'"team":"Equipo Gobierno Digital","period":null' in bytes(bodies[0])
    assert b'"team":null,"period":null' in bytes(bodies[1])


def test_a_reopening_for_a_team_names_it(engine: Engine) -> None:
    facts = {"plan": "plan", "period": "2023-Q2", "closing": 1, "scope": "team", "until": "2023-08-01", "reason": "x"}
    with writing(engine) as session:
        made = hook(session)
        events.append(session, made.entity_id, "period_reopened", "team:1", facts, at=NOW, actor="x")
        [body] = session.connection().execute(text("SELECT data FROM notice")).scalars().all()
    assert bytes(body).endswith(b'"until":"2023-08-01","team":"Equipo Gobierno Digital"}}')


def test_a_trial_is_urgent_and_kept_once(engine: Engine) -> None:
    with writing(engine) as session:
        made = hook(session)
        happen(session, made.entity_id)
        for _ in range(2):
            tell(session, made, Told("webhook.test", 99, "cd" * 32, NOW, {}))
        first = outbox.claim_next(
            session, entity_id=made.entity_id, channel=made.channel, now=NOW, owner="a", lease=timedelta(minutes=5)
        )
    assert first is not None
    assert first.subject == "webhook.test"
    assert len(told(engine, made.entity_id)) == 2


def test_what_waits_is_let_be_and_nothing_else(engine: Engine) -> None:
    with writing(engine) as session:
        made = hook(session)
        other = added(session, made.entity_id, url=f"{URL}/2")
        outbox.enqueue(session, draft(made.entity_id))
        happen(session, made.entity_id)
        assert webhooks.let_be(session, made.entity_id, made.id, at=NOW) == 1
        states = {each.channel: each.state for each in outbox.notices_of(session, made.entity_id)}
    assert states == {
        "email": NoticeState.QUEUED,
        made.channel: NoticeState.SUPPRESSED,
        other.channel: NoticeState.QUEUED,
    }


def test_a_webhook_is_switched_on_and_off_once(engine: Engine) -> None:
    with writing(engine) as session:
        made = hook(session)
        its = (session, made.entity_id, made.id)
        assert not webhooks.switch_on(*its)
        assert [webhooks.switch_off(*its, at=NOW, by="Ana", reason="gone") for _ in range(2)] == [True, False]
        assert (webhooks.is_active(*its), webhooks.active_webhooks(session, made.entity_id)) == (False, ())
        assert [webhooks.switch_on(*its) for _ in range(2)] == [True, False]
        assert webhooks.webhooks_of(session, made.entity_id) == (made,)


def test_one_address_leads_to_one_live_webhook(engine: Engine) -> None:
    with writing(engine) as session:
        made = hook(session)
    with pytest.raises(IntegrityError), writing(engine) as session:
        added(session, made.entity_id)
    with writing(engine) as session:
        assert webhooks.remove(session, made.entity_id, made.id, at=NOW, by="Ana")
        assert not webhooks.remove(session, made.entity_id, made.id, at=NOW, by="Ana")
        again = added(session, made.entity_id)
    assert again.id != made.id


UNTRUE = [
    "UPDATE webhook SET url = ' '",
    "UPDATE webhook SET created_by = ''",
    "UPDATE webhook SET secret = NULL",
    "UPDATE webhook SET old_secret = 'x'",
    "UPDATE webhook SET disabled_by = 'x'",
    "UPDATE webhook SET reason = 'gone'",
    "UPDATE webhook SET removed_by = 'x'",
]


@pytest.mark.parametrize("untrue", UNTRUE)
def test_what_cannot_be_true_is_refused(engine: Engine, untrue: str) -> None:
    with writing(engine) as session:
        hook(session)
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.connection().execute(text(untrue))


@pytest.mark.slow
def test_two_processes_at_once_keep_one_message_for_each_event(engine: Engine, url: str) -> None:
    with writing(engine) as session:
        made = hook(session)
        added(session, made.entity_id, url=f"{URL}/2")
    barrier = BOTH.Barrier(2)
    both = [BOTH.Process(target=happen_often, args=(url, made.entity_id, barrier)) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join(60)
    assert [each.exitcode for each in both] == [0, 0]
    with reading(engine) as session:
        kept = outbox.notices_of(session, made.entity_id)
    assert len(kept) == len({each.key for each in kept}) == len({each.message_id for each in kept}) == 4 * ROUNDS


def happen_often(url: str, entity_id: int, barrier: Any) -> None:
    """Write events down at the same moment as the other process."""
    engine = make_engine(url)
    for _ in range(ROUNDS):
        barrier.wait(60)
        with writing(engine) as session:
            happen(session, entity_id)


def test_going_back_lets_be_what_waits_and_keeps_every_other_message(empty: Engine) -> None:
    """Straight to this revision: what later ones do when they go back is theirs."""
    with empty.connect().execution_options(write=True) as connection, connection.begin():
        migrations.upgrade(connection, "0007")
        connection.execute(text(f"INSERT INTO entity {ENTITY}"))
        for number, (channel, state) in enumerate(BEFORE, start=1):
            its = {"number": number, "channel": channel, "state": state, "at": NOW, "day": TODAY, "data": b"x"}
            connection.execute(text(f"INSERT INTO notice {NOTICE}"), its)
        command.downgrade(config_of(connection), "0006")
        rows = connection.execute(text("SELECT channel, state FROM notice ORDER BY id")).all()
        assert not inspect(connection).has_table("webhook")
        assert [tuple(row) for row in rows] == [
            ("email", "queued"),
            ("webhook:1", "suppressed"),
            ("webhook:1", "suppressed"),
            ("webhook:1", "handed_over"),
        ]
        migrations.upgrade(connection, "0007")
        assert inspect(connection).has_table("webhook")


BEFORE = [("email", "queued"), ("webhook:1", "queued"), ("webhook:1", "in_doubt"), ("webhook:1", "handed_over")]
ENTITY = "(id, code, name, events, head, settings) VALUES (1, 'x', 'x', 0, 'x', '{}')"
NOTICE = (
    "(id, entity_id, key, day, channel, purpose, sender, address, subject, message_id, data, state, tries, not_before, "
    "created_at, priority) VALUES (:number, 1, 'k' || :number, :day, :channel, 'x', '', 'x', 'x', 'm' || :number, "
    ":data, :state, 0, :at, :at, 1)"
)


def config_of(connection: Any) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    return config
