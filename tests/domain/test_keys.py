from collections.abc import Callable
from datetime import date
from hashlib import sha256
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain import keys

IDS = st.integers(1, 10**9)
WORDS = st.text(max_size=12) | st.sampled_from(["", "*", "|", "a|b", "%7C", "~", "2023-Q2"])
PERIODS = st.none() | WORDS
DAYS = st.dates()
SHAS = st.binary(max_size=4).map(lambda data: sha256(data).hexdigest())


def twice(*parts: st.SearchStrategy) -> st.SearchStrategy:
    """Two lists of inputs that differ."""
    one = st.tuples(*parts)
    return st.tuples(one, one).filter(lambda pair: pair[0] != pair[1])


def tells_apart(build: Callable[..., str], pair: tuple[tuple, tuple]) -> bool:
    one, other = pair
    return build(*one) == build(*one) and build(*one) != build(*other)


@given(twice(WORDS, WORDS, IDS))
def test_line_uids_tell_plans_and_revisions_apart(pair: tuple) -> None:
    one, other = (keys.line_uids(entity, plan, revision, 3) for entity, plan, revision in pair)
    assert len({*one, *other}) == 6


@given(WORDS, WORDS, IDS)
def test_line_uids_are_those_of_the_standard(entity: str, plan: str, revision: int) -> None:
    joined = "|".join(quote(part, safe="@.,:+-") for part in ("line", entity, plan, str(revision)))
    of_import = uuid5(NAMESPACE_URL, joined)
    expected = [str(uuid5(of_import, str(place))) for place in range(20)]
    assert [*keys.line_uids(entity, plan, revision, 20)] == expected


@given(twice(IDS, WORDS, DAYS, WORDS, WORDS))
def test_notice_keys_tell_their_inputs_apart(pair: tuple) -> None:
    assert tells_apart(keys.notice_key, pair)


@given(twice(IDS, WORDS, IDS, st.none() | IDS))
def test_mails_about_closings_are_told_apart(pair: tuple) -> None:
    assert tells_apart(keys.closing_matter, pair)


@given(twice(IDS, st.none() | IDS))
def test_mails_about_reopenings_are_told_apart_and_from_those_about_closings(pair: tuple) -> None:
    assert tells_apart(keys.reopening_matter, pair)
    assert keys.reopening_matter(1, 2) != keys.closing_matter(1, "2", 1, 2)


@given(twice(WORDS))
def test_message_ids_tell_notices_apart(pair: tuple) -> None:
    assert tells_apart(lambda notice: keys.message_id(notice, "entidad.example"), pair)


@given(twice(st.frozensets(IDS), st.none() | IDS, PERIODS))
def test_threads_tell_plans_teams_and_periods_apart(pair: tuple) -> None:
    assert tells_apart(lambda plans, team, period: keys.thread_root(plans, team, period, "entidad.example"), pair)


@given(twice(IDS, st.none() | IDS, PERIODS, SHAS))
def test_receipt_numbers_tell_deliveries_apart(pair: tuple) -> None:
    assert tells_apart(keys.receipt_number, pair)


@given(twice(st.binary(min_size=16, max_size=32)))
def test_tokens_tell_their_secrets_apart(pair: tuple) -> None:
    assert tells_apart(keys.form_token, pair)


@given(twice(IDS, st.none() | IDS, PERIODS))
def test_calendar_ids_tell_plans_teams_and_periods_apart(pair: tuple) -> None:
    assert tells_apart(lambda plan, team, period: keys.calendar_uid(plan, team, period, None, "e.example"), pair)


@given(twice(IDS, IDS))
def test_calendar_ids_tell_lines_apart_but_not_their_teams(pair: tuple) -> None:
    assert tells_apart(lambda plan, line: keys.calendar_uid(plan, None, None, line, "e.example"), pair)
    plan, line = pair[0]
    ids = {keys.calendar_uid(plan, team, None, line, "e.example") for team in (None, 1, 2)}
    assert len(ids) == 1


@given(st.binary(min_size=7, max_size=16))
def test_a_reference_can_be_typed(secret: bytes) -> None:
    reference = keys.correspondence_reference(secret)
    assert len(reference) == 10
    assert set(reference) <= set("abcdefghijklmnopqrstuvwxyz234567")


@given(st.lists(IDS, min_size=1))
def test_a_thread_does_not_depend_on_the_order_of_its_plans(plans: list[int]) -> None:
    root = keys.thread_root(plans, 1, "2023-Q2", "entidad.example")
    assert keys.thread_root([*reversed(plans), plans[0]], 1, "2023-Q2", "entidad.example") == root


def test_matters_depend_on_what_was_found_and_not_on_its_order() -> None:
    assert keys.matters(["a", "b"]) == keys.matters({"b": 1, "a": 2})
    assert len({keys.matters(found) for found in (["a"], ["a", "b"], ["a|b"], [])}) == 4


def test_a_notice_key_can_be_read() -> None:
    key = keys.notice_key(1, "digital@alcaldia.example", date(2023, 7, 10), "email", "digest")
    assert key == "notice|1|digital@alcaldia.example|2023-07-10|email|digest"


def test_outside_ids_have_the_shape_that_their_readers_expect() -> None:
    notice = keys.message_id("notice|1", "gdflow.example")
    assert notice.startswith("<gd.")
    assert notice.endswith("@gdflow.example>")
    number = keys.receipt_number(1, 2, "2023-Q2", "0" * 64)
    assert [len(part) for part in number.split("-")] == [1, 4, 4, 4]


def test_only_the_hash_of_a_token_is_kept() -> None:
    token = keys.form_token(bytes(32))
    assert token.isalnum()
    assert keys.token_sha256(token) == sha256(token.encode()).hexdigest()


@given(twice(IDS, IDS, IDS))
def test_what_webhooks_are_told_is_told_apart(pair: tuple) -> None:
    assert tells_apart(keys.webhook_key, pair)


@given(twice(IDS, SHAS))
def test_the_ids_of_what_webhooks_are_told_are_told_apart(pair: tuple) -> None:
    assert tells_apart(keys.webhook_message_id, pair)
    assert keys.webhook_message_id(*pair[0]).startswith("msg_")
