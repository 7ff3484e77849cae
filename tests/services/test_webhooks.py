"""The entity's own systems are told what happens: signed, once in the outbox, and again until they have it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.webhooks import MOST_FAILURES, WebhookEvent
from gdflow.services import webhooks, works
from gdflow.services.deliver import DeliveryReport, Transport, deliver
from gdflow.services.delivery_round import go_round
from gdflow.services.doctor_webhooks import webhook_check
from gdflow.services.means import means_of
from gdflow.services.webhook_board import WebhookLine, WebhookState, webhook_lines
from gdflow.services.webhooks_json import webhook_json
from gdflow.storage import events, outbox
from gdflow.storage.webhooks import secrets_of, switch_off
from tests.support.backups import backed_up, opened, restored_to
from tests.support.cast import COORDINATOR_MAIL, at
from tests.support.installation import mails, notices, text_of
from tests.support.webhooks import BY, DROP, HANG, Receiver, allowing, receiving, registered, told

MONDAY = at("2023-07-10")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Another system of the entity."""
    with receiving() as made:
        yield made


@pytest.fixture
def app(empty: App) -> Iterator[App]:
    """An installation that may tell this machine."""
    made = allowing(empty)
    yield made
    made.engine.dispose()


def sent(app: App, now: datetime = MONDAY, owner: str = "test") -> DeliveryReport:
    return deliver(app.transaction, app.webhooks(), app.rules, clock=lambda: now, owner=owner)


def line(app: App, now: datetime = MONDAY) -> WebhookLine:
    with app.reading() as session:
        return webhook_lines(session, app.rules, now=now)[0]


def states(app: App) -> list[NoticeState]:
    return [each.state for each in notices(app) if each.channel != EMAIL]


def kinds(app: App) -> list[str]:
    with app.reading() as session:
        return [each.kind for each in events.events_of(session, app.entity_id)]


def test_what_happened_arrives_signed_and_in_its_own_words(app: App, receiver: Receiver) -> None:
    registered(app, receiver, "period.closed")
    told(app)
    assert sent(app).count(NoticeState.HANDED_OVER) == 1
    [message] = receiver.messages
    assert message["data"] == {"plan": "plan", "period": "2023-Q2", "closing": 1, "sha256": "ab" * 32}
    assert (message["event"], message["entity"]) == ("period.closed", app.settings.entity.code)
    assert (message["occurred_at"], [message["id"]]) == ("2023-07-03T13:00:00+00:00", receiver.ids)
    assert (receiver.forged, states(app), line(app).state) == (0, [NoticeState.HANDED_OVER], WebhookState.WELL)


def test_no_person_is_named(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    told(app)
    sent(app)
    assert b"Ana" not in receiver.bodies[0]
    assert b"@" not in receiver.bodies[0]


def test_a_webhook_hears_only_of_what_it_asked_for(app: App, receiver: Receiver) -> None:
    registered(app, receiver, "report.ready")
    told(app)
    told(app, WebhookEvent.REPORT_READY)
    sent(app)
    assert [each["event"] for each in receiver.messages] == ["report.ready"]


def test_what_is_not_written_down_is_not_told(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    with app.rehearsal() as session:
        events.append(
            session, app.entity_id, "scanned", "day:2023-07-10", {"new": 1, "notices": 1}, at=MONDAY, actor="x"
        )
    assert notices(app) == ()


def test_machines_are_told_at_night_too(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    told(app)
    assert sent(app, at("2023-07-09", 3)).count(NoticeState.HANDED_OVER) == 1


def test_a_lost_answer_is_no_doubt_the_same_message_comes_again(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    told(app)
    receiver.answer(DROP)
    assert sent(app).count(NoticeState.RETRY) == 1
    assert sent(app, MONDAY + timedelta(minutes=2)).count(NoticeState.HANDED_OVER) == 1
    assert len(set(receiver.ids)) == len(set(receiver.bodies)) == 1
    assert len(receiver.ids) == 2


def test_a_sender_that_died_mid_try_is_followed_by_one_that_repeats(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    told(app)
    with app.transaction() as session:
        its = {"entity_id": app.entity_id, "channel": given.webhook.channel, "lease": timedelta(minutes=5)}
        claimed = outbox.claim_next(session, **its, now=MONDAY, owner="dead")  # type: ignore[arg-type]  # each its own
        assert claimed is not None
        outbox.open_attempt(session, claimed.id, "dead", MONDAY)
    assert sent(app, MONDAY + timedelta(minutes=4)).deliveries == ()
    assert sent(app, MONDAY + timedelta(minutes=6)).count(NoticeState.HANDED_OVER) == 1
    assert receiver.ids == [claimed.message_id]


@pytest.mark.parametrize("asked", [120, 3600])
def test_it_rests_as_long_as_it_was_asked_to(app: App, receiver: Receiver, asked: int) -> None:
    registered(app, receiver)
    told(app)
    receiver.answer(429, Retry_After=str(asked))
    [rest] = sent(app).resting
    assert (rest.until - MONDAY, rest.code) == (timedelta(seconds=asked), "webhook_busy")
    assert sent(app, MONDAY + timedelta(seconds=asked - 1)).deliveries == ()
    assert sent(app, MONDAY + timedelta(seconds=asked)).count(NoticeState.HANDED_OVER) == 1


@pytest.mark.parametrize("status", [400, 422])
def test_a_message_that_is_refused_is_not_sent_again_and_the_next_goes_on(
    app: App, receiver: Receiver, status: int
) -> None:
    registered(app, receiver)
    told(app, count=2)
    receiver.answer(status)
    sent(app)
    assert states(app) == [NoticeState.REFUSED, NoticeState.HANDED_OVER]
    assert (line(app).refused, line(app).state) == (1, WebhookState.REFUSES)
    assert line(app, MONDAY + timedelta(days=8)).state is WebhookState.WELL


def test_one_that_is_gone_is_switched_off_and_the_coordinator_told_once(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    told(app, count=3)
    receiver.answer(410)
    its = (app.transaction, app.transports(), app.rules, None)
    for _ in range(3):
        go_round(*its, clock=lambda: MONDAY, owner="test")
    assert len(receiver.ids) == 1
    assert states(app) == [NoticeState.REFUSED, NoticeState.SUPPRESSED, NoticeState.SUPPRESSED]
    [mail] = mails(app)
    assert mail["To"] == COORDINATOR_MAIL
    assert "webhook apagado" in text_of(mail)
    assert (line(app).state, line(app).webhook.reason, kinds(app).count("webhook_disabled")) == ("cut_off", "gone", 1)


def test_one_that_fails_for_days_is_switched_off(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    told(app, count=MOST_FAILURES + 4)
    receiver.answer(*[503] * MOST_FAILURES)
    now = MONDAY
    for _ in range(MOST_FAILURES):
        assert line(app).webhook.active
        sent(app, now)
        now += timedelta(hours=6)
    assert (line(app).state, line(app).webhook.reason) == (WebhookState.CUT_OFF, "fails")
    assert {*states(app)} == {NoticeState.SUPPRESSED}
    assert app.webhooks() == ()


def test_a_message_over_which_the_other_side_falls_is_given_up_and_holds_nothing_up(
    app: App, receiver: Receiver
) -> None:
    registered(app, receiver)
    told(app)
    receiver.answer(*[500] * 8)
    now = MONDAY
    for _ in range(8):
        sent(app, now)
        now += timedelta(hours=6)
    told(app)
    sent(app, now)
    assert states(app) == [NoticeState.REFUSED, NoticeState.HANDED_OVER]
    assert line(app).state is not WebhookState.FAILS


def test_a_refused_signature_is_a_matter_of_the_whole_webhook(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    receiver.secrets[:] = ["whsec_b3RybyBzZWNyZXRv"]
    told(app, count=2)
    [rest] = sent(app).resting
    assert (rest.code, receiver.forged, line(app).state) == ("webhook_refused", 1, WebhookState.FAILS)


def test_a_webhook_that_fails_stops_neither_mails_nor_the_other_webhooks(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    with receiving() as other:
        registered(app, other)
        told(app)
        receiver.answer(500)
        report = sent(app)
    assert [each.state for each in report.deliveries] == [NoticeState.RETRY, NoticeState.HANDED_OVER]
    assert (line(app).state, line(app).standing.code) == (WebhookState.FAILS, "webhook_failed")


def test_a_slow_webhook_has_its_time_and_no_more_in_one_round(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    told(app, count=5)
    moments = iter(range(1000))
    its = (app.transaction, app.webhooks(), app.rules)
    report = deliver(*its, clock=lambda: MONDAY + timedelta(seconds=5 * next(moments)), owner="test")
    [rest] = report.resting
    assert (rest.code, rest.limited) == ("turn_limit", True)
    assert 0 < len(receiver.ids) < 5


def test_for_a_day_both_secrets_sign_and_then_only_the_new_one(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    with app.transaction() as session:
        again = webhooks.rotate(session, app.rules, given.webhook.id, by=BY, now=MONDAY)
    with app.reading() as session:
        known = secrets_of(session, app.entity_id)[given.webhook.id]
    assert again.old_until == MONDAY + timedelta(days=1)
    assert known.at(MONDAY + timedelta(hours=23)) == (again.secret, given.secret)
    assert known.at(MONDAY + timedelta(hours=24)) == (again.secret,)
    assert given.secret not in repr((given, known))


def test_while_both_sign_either_secret_opens_it(app: App, receiver: Receiver) -> None:
    from gdflow import clock

    given = registered(app, receiver)
    with app.transaction() as session:
        again = webhooks.rotate(session, app.rules, given.webhook.id, by=BY, now=clock.now())
    told(app, count=2)
    sent(app)
    receiver.secrets[:] = [again.secret]
    told(app)
    sent(app)
    assert (len(receiver.ids), receiver.forged) == (3, 0)


def test_one_that_is_off_is_told_nothing_and_what_waited_is_let_be(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    told(app)
    with app.transaction() as session:
        assert not webhooks.disable(session, app.rules, given.webhook.id, by=BY, now=MONDAY).active
    told(app)
    assert (app.webhooks(), states(app), line(app).state) == ((), [NoticeState.SUPPRESSED], WebhookState.OFF)
    with app.transaction() as session:
        assert webhooks.enable(session, app.rules, given.webhook.id, by=BY, now=MONDAY).active
    told(app)
    sent(app)
    assert len(receiver.ids) == 1


def test_what_is_on_its_way_while_one_is_switched_off_is_not_repeated(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    told(app)
    ways = app.webhooks()
    receiver.answer(500)

    def off() -> None:
        with app.transaction() as session:
            webhooks.disable(session, app.rules, given.webhook.id, by=BY, now=MONDAY)

    [way] = ways
    opened = way.open()
    send = opened.send

    class Meanwhile:
        """A channel during whose talk somebody switches the webhook off."""

        def send(self, message: object) -> object:
            off()
            return send(message)  # type: ignore[arg-type]  # it is handed on

        def close(self) -> None:
            opened.close()

    raced = Transport(way.channel, Meanwhile, at_all_hours=True, knows_repeats=True, after=way.after)  # type: ignore[arg-type]  # as above
    deliver(app.transaction, [raced], app.rules, clock=lambda: MONDAY, owner="test")
    assert states(app) == [NoticeState.SUPPRESSED]


def test_a_trial_goes_before_everything_that_waits(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    told(app)
    with app.transaction() as session:
        webhooks.try_out(session, app.rules, given.webhook.id, by=BY, now=MONDAY)
    sent(app)
    assert [each["event"] for each in receiver.messages] == ["webhook.test", "period.closed"]


def test_a_trial_does_not_wait_for_the_end_of_a_rest(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    told(app)
    receiver.answer(503, Retry_After="86400")
    sent(app)
    with app.transaction() as session:
        webhooks.try_out(session, app.rules, given.webhook.id, by=BY, now=MONDAY)
    assert sent(app).count(NoticeState.HANDED_OVER) == 1


def test_a_removed_webhook_is_known_no_more_and_its_number_never_comes_back(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    told(app)
    with app.transaction() as session:
        webhooks.remove(session, app.rules, given.webhook.id, by=BY, now=MONDAY)
        assert (webhooks.listed(session, app.rules), secrets_of(session, app.entity_id)) == ((), {})
    assert states(app) == [NoticeState.SUPPRESSED]
    assert registered(app, receiver).webhook.id == given.webhook.id + 1


def test_what_cannot_be_is_refused(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    its = {"by": BY, "now": MONDAY}
    with app.transaction() as session:
        with pytest.raises(ConflictError, match="webhook_known"):
            webhooks.add(session, app.rules, receiver.url, tuple(WebhookEvent), ("127.0.0.1",), **its)  # type: ignore[arg-type]  # each its own
        with pytest.raises(ConflictError, match="webhook_on"):
            webhooks.enable(session, app.rules, given.webhook.id, **its)  # type: ignore[arg-type]  # as above
        webhooks.disable(session, app.rules, given.webhook.id, **its)  # type: ignore[arg-type]  # as above
        for act in (webhooks.disable, webhooks.try_out):
            with pytest.raises(ConflictError, match="webhook_off"):
                act(session, app.rules, given.webhook.id, by=BY, now=MONDAY)
        with pytest.raises(NotFoundError, match="unknown_webhook"):
            webhooks.find(session, app.rules, 99)


def test_events_are_named_or_all_are_meant() -> None:
    assert webhooks.events_of([]) == webhooks.events_of(["all"]) == tuple(WebhookEvent)
    asked = webhooks.events_of(["period.closed, plan.imported", "report.ready"])
    assert [each.value for each in asked] == ["plan.imported", "period.closed", "report.ready"]
    with pytest.raises(InputError, match="unknown_webhook_event"):
        webhooks.events_of(["period.shut"])


def test_a_hanging_receiver_is_cut_off(app: App, receiver: Receiver) -> None:
    from gdflow import clock
    from gdflow.channels.webhook_address import Reach
    from gdflow.services.webhook_lane import webhook_transports

    registered(app, receiver)
    told(app)
    receiver.answer(HANG)
    with app.reading() as session:
        reach = Reach(frozenset({"127.0.0.1"}), whole=0.3)
        ways = webhook_transports(session, app.rules, reach, now=clock.now)
    [delivery] = deliver(app.transaction, ways, app.rules, clock=lambda: MONDAY, owner="test").deliveries
    assert (delivery.state, delivery.code) == (NoticeState.RETRY, "webhook_no_answer")


def test_the_json_tells_all_but_the_secret(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    assert webhook_json(line(app))["last"] is None
    told(app)
    receiver.answer(500)
    sent(app)
    shown = webhook_json(line(app))
    assert (shown["state"], shown["failures"], shown["url"]) == ("fails", 1, receiver.url.partition("?")[0] + "?…")
    assert given.secret not in str(shown)


def test_a_webhook_that_fails_is_no_failure_of_the_post(app: App, receiver: Receiver) -> None:
    registered(app, receiver)
    receiver.secrets.clear()
    told(app)
    assert works.deliver(means_of(app, "test", lambda: MONDAY), MONDAY)[NoticeState.RETRY.label] == 1


def test_the_doctor_names_a_webhook_that_fails(app: App, receiver: Receiver) -> None:
    none = webhook_check(app, now=MONDAY)
    assert (none.ok, none.found) == (True, "no se avisa a ninguno")
    assert none.why
    registered(app, receiver)
    told(app)
    assert webhook_check(app, now=MONDAY).ok
    receiver.answer(503)
    sent(app)
    check = webhook_check(app, now=MONDAY)
    assert not check.ok
    assert "el 1, 127.0.0.1, falla; se reintenta: 503 Service Unavailable" in check.found
    assert "gdflow webhooks test" in check.mend


def test_a_webhook_that_is_off_without_a_word_is_named_by_its_state(app: App, receiver: Receiver) -> None:
    given = registered(app, receiver)
    with app.transaction() as session:
        switch_off(session, app.entity_id, given.webhook.id, at=MONDAY, by="gdflow", reason="fails")
    assert "apagado por gdflow (falló durante unos tres días seguidos)" in webhook_check(app, now=MONDAY).found


def test_a_restored_installation_goes_on_signing(app: App, receiver: Receiver, tmp_path: Path) -> None:
    registered(app, receiver)
    told(app)
    file = backed_up(app, tmp_path / "copies").file
    restored_to(file, tmp_path / "again", now=MONDAY)
    with opened(tmp_path / "again") as again:
        sent(allowing(again))
    assert (len(receiver.ids), receiver.forged) == (1, 0)
