"""Accounts, sessions and keys on both databases: found by hashes alone, each address and name at the provider once."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from gdflow.domain.access import KeyPurpose, Role
from gdflow.storage import accounts, entities, one_time_keys, read_tokens, web_sessions
from gdflow.storage.engine import reading, writing
from gdflow.storage.last_scan import last_scan
from tests.storage.cast import NOW, SHA

OTHER_SHA = "cd" * 32
HOUR = timedelta(hours=1)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A transaction."""
    with writing(engine) as opened:
        yield opened
        opened.rollback()


@pytest.fixture
def entity_id(session: Session) -> int:
    """An entity."""
    return entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena", None)


def added(session: Session, entity_id: int, email: str = "ana@cartagena.example", subject: str | None = None) -> int:
    """An account."""
    told = {"email": email, "name": "Ana", "role": Role.REVIEWER, "subject": subject}
    return accounts.add_account(session, entity_id, **told, at=NOW, by="Sistemas")  # type: ignore[arg-type]  # texts and a role


def begun(session: Session, entity_id: int, account_id: int, sha: str = SHA) -> int:
    """A session of an hour."""
    its = {"token_sha256": sha, "at": NOW, "until": NOW + HOUR, "address": "192.0.2.1", "agent": "Firefox"}
    return web_sessions.add_session(session, entity_id, account_id, **its)  # type: ignore[arg-type]  # texts and moments


def test_an_account_is_found_in_its_entity_alone(session: Session, entity_id: int) -> None:
    number = added(session, entity_id, subject="https://cuentas.example|17")
    found = accounts.account_by_id(session, entity_id, number)
    assert found is not None
    assert (found.role, found.has_password, found.has_second_factor) == (Role.REVIEWER, False, False)
    assert accounts.account_by_email(session, entity_id, " ANA@cartagena.example ") == found
    assert accounts.account_by_subject(session, entity_id, "https://cuentas.example|17") == found
    assert accounts.account_by_id(session, entity_id + 1, number) is None
    assert accounts.account_by_email(session, entity_id + 1, found.email) is None
    assert accounts.account_by_subject(session, entity_id + 1, found.subject or "") is None


@pytest.mark.parametrize(
    ("email", "subject"), [("ana@cartagena.example", None), ("otra@cartagena.example", "x|1"), ("OTRA@x.example", None)]
)
def test_no_address_and_no_name_at_the_provider_is_there_twice(
    session: Session, entity_id: int, email: str, subject: str | None
) -> None:
    added(session, entity_id, subject="x|1")
    with pytest.raises(IntegrityError):
        added(session, entity_id, email, subject)


def test_a_session_opens_to_its_hash_while_it_lasts(session: Session, entity_id: int) -> None:
    number = begun(session, entity_id, added(session, entity_id))
    found = web_sessions.session_by_token(session, entity_id, SHA, now=NOW)
    assert found is not None
    assert (found.id, found.account.name, found.agent) == (number, "Ana", "Firefox")
    assert web_sessions.session_by_token(session, entity_id, OTHER_SHA, now=NOW) is None
    assert web_sessions.session_by_token(session, entity_id + 1, SHA, now=NOW) is None
    assert web_sessions.session_by_token(session, entity_id, SHA, now=NOW + HOUR) is None


def test_a_session_that_is_used_lasts_longer(session: Session, entity_id: int) -> None:
    number = begun(session, entity_id, added(session, entity_id))
    web_sessions.note_seen(session, number, at=NOW, until=NOW + 2 * HOUR)
    assert web_sessions.session_by_token(session, entity_id, SHA, now=NOW + HOUR)


def test_sessions_end_once_and_are_not_found_after(session: Session, entity_id: int) -> None:
    account_id = added(session, entity_id)
    numbers = [begun(session, entity_id, account_id), begun(session, entity_id, account_id, OTHER_SHA)]
    listed = web_sessions.sessions_of(session, entity_id, account_id, now=NOW)
    assert [each.id for each in listed] == numbers[::-1]
    assert web_sessions.end_sessions(session, numbers, at=NOW, by="Ana") == 2
    assert web_sessions.end_sessions(session, numbers, at=NOW, by="Ana") == 0
    assert web_sessions.session_by_token(session, entity_id, SHA, now=NOW) is None


def test_no_session_opens_to_a_disabled_account(session: Session, entity_id: int) -> None:
    account_id = added(session, entity_id)
    begun(session, entity_id, account_id)
    accounts.change_account(session, account_id, {"disabled_at": NOW, "disabled_by": "Sistemas"})
    assert web_sessions.session_by_token(session, entity_id, SHA, now=NOW) is None


def keyed(session: Session, entity_id: int, account_id: int, sha: str = SHA) -> None:
    """A key of an hour."""
    its = {"token_sha256": sha, "account_id": account_id, "facts": {"held": "x"}, "at": NOW, "until": NOW + HOUR}
    one_time_keys.add_key(session, entity_id, KeyPurpose.ENROL, **its)  # type: ignore[arg-type]  # texts, an id and moments


def test_a_key_serves_its_purpose_once(session: Session, entity_id: int) -> None:
    keyed(session, entity_id, added(session, entity_id))
    found = one_time_keys.key_by_token(session, entity_id, KeyPurpose.ENROL, SHA, now=NOW)
    assert found is not None
    assert found.facts == {"held": "x"}
    assert one_time_keys.key_by_token(session, entity_id, KeyPurpose.CODE, SHA, now=NOW) is None
    assert one_time_keys.key_by_token(session, entity_id, KeyPurpose.ENROL, SHA, now=NOW + HOUR) is None
    assert one_time_keys.spend_key(session, found.id)
    assert not one_time_keys.spend_key(session, found.id)


def test_keys_that_have_ended_are_forgotten_with_the_next(session: Session, entity_id: int) -> None:
    account_id = added(session, entity_id)
    keyed(session, entity_id, account_id)
    its = {"account_id": account_id, "facts": {}, "at": NOW + HOUR, "until": NOW + 2 * HOUR}
    one_time_keys.add_key(session, entity_id, KeyPurpose.CODE, token_sha256=OTHER_SHA, **its)  # type: ignore[arg-type]  # an id and moments
    assert one_time_keys.key_by_token(session, entity_id, KeyPurpose.ENROL, SHA, now=NOW) is None
    one_time_keys.forget_keys(session, account_id)
    assert one_time_keys.key_by_token(session, entity_id, KeyPurpose.CODE, OTHER_SHA, now=NOW + HOUR) is None


def test_a_read_token_is_found_by_its_hash_and_revoked_once(session: Session, entity_id: int) -> None:
    its = {"name": "Power BI", "token_sha256": SHA, "at": NOW, "by": "Ana", "until": None}
    number = read_tokens.add_token(session, entity_id, **its)  # type: ignore[arg-type]  # texts and a moment
    read_tokens.note_used(session, number, at=NOW)
    found = read_tokens.token_by_hash(session, entity_id, SHA)
    assert found is not None
    assert (found.id, found.used_at, read_tokens.tokens_of(session, entity_id)) == (number, NOW, (found,))
    assert read_tokens.token_by_hash(session, entity_id + 1, SHA) is None
    assert read_tokens.token_by_id(session, entity_id + 1, number) is None
    assert read_tokens.revoke(session, number, at=NOW, by="Ana")
    assert not read_tokens.revoke(session, number, at=NOW, by="Ana")


def test_an_entity_that_was_never_scanned_has_no_last_scan(session: Session, entity_id: int) -> None:
    assert last_scan(session, entity_id) is None


def test_attempts_at_once_are_counted_one_by_one(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena", None)
        number = added(session, entity_id)
    together = Barrier(4)

    def attempt() -> None:
        together.wait(60)
        with writing(engine) as session:
            failures = accounts.secrets_of(session, number).failures
            accounts.change_account(session, number, {"failures": failures + 1})

    threads = [Thread(target=attempt) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with writing(engine) as session:
        assert accounts.secrets_of(session, number).failures == 4


def test_whoever_is_signed_in_is_found_by_looking_alone(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena", None)
        begun(session, entity_id, added(session, entity_id))
    with reading(engine) as session:
        assert web_sessions.session_by_token(session, entity_id, SHA, now=NOW)
