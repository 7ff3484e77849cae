"""What webhooks are told, and how they know that it is us."""

import hmac
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow import clock
from gdflow.domain.events import GENESIS, Event, canonical_facts
from gdflow.domain.outbox import Priority
from gdflow.domain.webhooks import (
    ANNOUNCED,
    TEST,
    TOLD,
    Told,
    Webhook,
    WebhookEvent,
    draft_for,
    events_named,
    is_webhook,
    secret_of,
    signed_headers,
    told_of,
)
from tests.support.webhooks import DOCS, documented

NOW = datetime(2026, 7, 13, 16, tzinfo=UTC)
DAY = date(2026, 7, 13)
HOOK = Webhook(7, 1, "https://bi.entidad.example/gdflow?llave=k3y", tuple(WebhookEvent), NOW, "Ana Ruiz")
TOLD_OF = Told("period.closed", 12, "ab" * 32, NOW, {"plan": "plan", "period": "2026-Q2"})


def happened(kind: str, facts: Mapping[str, object], subject: str = "plan:1") -> Event:
    return Event(1, 12, kind, subject, canonical_facts(facts), "Ana Ruiz <ana@entidad.example>", NOW, GENESIS)


def test_every_announced_event_says_which_facts_are_told() -> None:
    assert ANNOUNCED.keys() == TOLD.keys()
    assert set(ANNOUNCED.values()) == set(WebhookEvent)


@pytest.mark.parametrize("kind", ANNOUNCED)
def test_only_listed_facts_are_told_and_never_who_did_it(kind: str) -> None:
    facts = dict.fromkeys(TOLD[kind], "x") | {"note": "s3cr3to", "reason": "s3cr3to", "recipient": "a@x.example"}
    told = told_of(happened(kind, facts), {"team": "Equipo"})
    assert told.data == dict.fromkeys(TOLD[kind].values(), "x") | {"team": "Equipo"}
    assert told.event == ANNOUNCED[kind].value


def test_a_message_holds_its_id_its_event_its_moment_its_entity_and_its_data() -> None:
    draft = draft_for(HOOK, TOLD_OF, "cartagena", DAY)
    assert json.loads(draft.data) == {
        "id": draft.message_id,
        "event": "period.closed",
        "occurred_at": "2026-07-13T16:00:00+00:00",
        "entity": "cartagena",
        "data": {"plan": "plan", "period": "2026-Q2"},
    }
    assert (draft.channel, draft.address, draft.subject) == ("webhook:7", "bi.entidad.example", "period.closed")
    assert draft_for(HOOK, TOLD_OF, "cartagena", DAY, urgent=True).priority is Priority.URGENT


def test_the_same_event_of_two_records_has_two_ids() -> None:
    other = Told("period.closed", 12, "cd" * 32, NOW, {})
    ids = {draft_for(HOOK, told, "cartagena", DAY).message_id for told in (TOLD_OF, other)}
    assert len(ids) == 2


@given(st.binary(min_size=32, max_size=32), st.binary(), st.text("abc_0", min_size=1))
def test_a_signature_is_the_one_of_standard_webhooks(drawn: bytes, body: bytes, message_id: str) -> None:
    headers = signed_headers(message_id, body, NOW, [secret_of(drawn)])
    content = f"{message_id}.{int(NOW.timestamp())}.".encode() + body
    assert headers["webhook-signature"] == f"v1,{b64encode(hmac.digest(drawn, content, sha256)).decode()}"
    assert b64decode(secret_of(drawn).removeprefix("whsec_")) == drawn


def test_the_documented_check_takes_what_is_ours_and_nothing_else() -> None:
    old, new, checks = secret_of(b"o" * 32), secret_of(b"n" * 32), documented()
    now = clock.now()
    headers = dict(signed_headers("msg_1", b"{}", now, (new, old)))
    assert checks(old, headers, b"{}")
    assert checks(new, headers, b"{}")
    assert not checks(secret_of(b"x" * 32), headers, b"{}")
    assert not checks(new, headers, b"{ }")
    assert not checks(new, {**headers, "webhook-id": "msg_2"}, b"{}")
    assert not checks(new, dict(signed_headers("msg_1", b"{}", NOW, (new,))), b"{}")


def test_an_address_is_shown_without_its_query() -> None:
    assert HOOK.shown == "https://bi.entidad.example/gdflow?…"
    assert Webhook(1, 1, "https://a.example/x", (), NOW, "Ana").shown == "https://a.example/x"


def test_events_are_known_by_their_names() -> None:
    assert events_named(["report.ready", "period.closed", "no.such"]) == (
        WebhookEvent.PERIOD_CLOSED,
        WebhookEvent.REPORT_READY,
    )


def test_a_channel_tells_whether_it_leads_to_a_webhook() -> None:
    assert [is_webhook(name) for name in ("webhook:1", "email", "msteams:webhook")] == [True, False, False]


def test_the_documentation_lists_every_event_with_what_is_told_of_it() -> None:
    rows = dict(re.findall(r"^\| `([a-z]+\.[a-z]+)` \|.*?\| (.*) \|$", DOCS, re.MULTILINE))
    assert set(rows) == {event.value for event in WebhookEvent} | {TEST}
    for kind, names in TOLD.items():
        assert set(names.values()) <= set(re.findall(r"[a-z_0-9]+", rows[ANNOUNCED[kind].value])), kind


@pytest.mark.parametrize("status", ["410", "400", "413", "415", "422", "408", "425", "429", "5xx", "2xx"])
def test_the_documentation_says_what_each_answer_means(status: str) -> None:
    answers = DOCS.partition("## What your answer means")[2].partition("## Secrets")[0]
    assert f"`{status}`" in answers
