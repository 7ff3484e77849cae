"""What a role allows, and what a key opens."""

from datetime import UTC, datetime, timedelta

import pytest

from gdflow.domain.access import ALLOWED, Account, Act, ReadToken, Role, may

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_every_role_sees_and_only_the_coordinator_closes() -> None:
    assert set(ALLOWED) == set(Role)
    assert all(may(role, Act.SEE) for role in Role)
    assert [role for role in Role if may(role, Act.CLOSE)] == [Role.COORDINATOR]
    assert [role for role in Role if may(role, Act.REVIEW)] == [Role.COORDINATOR, Role.REVIEWER]


def test_whoever_watches_changes_nothing_and_whoever_runs_the_machine_decides_nothing() -> None:
    assert ALLOWED[Role.AUDITOR] == {Act.SEE}
    assert ALLOWED[Role.IT].isdisjoint({Act.REVIEW, Act.REMIND, Act.DECIDE, Act.IMPORT, Act.CLOSE, Act.CONTACTS})
    assert not may(Role.COORDINATOR, Act.ACCOUNTS)


def test_the_record_names_a_person_and_their_address() -> None:
    ana = Account(1, 1, "ana@cartago.example", "Ana", Role.COORDINATOR, True, None, False, NOW)
    assert ana.actor == "Ana <ana@cartago.example>"


@pytest.mark.parametrize(
    ("expires", "revoked", "serves"),
    [(None, None, True), (NOW + timedelta(1), None, True), (NOW, None, False), (None, NOW, False)],
)
def test_a_key_serves_until_it_ends_or_is_taken_back(
    expires: datetime | None, revoked: datetime | None, serves: bool
) -> None:
    assert ReadToken(1, 1, "Power BI", NOW, "Ana", expires, revoked, None).serves(NOW) is serves
