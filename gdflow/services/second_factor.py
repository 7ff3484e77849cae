"""One-time codes as a person takes them up and lays them down."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.domain.access import Account, KeyPurpose
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.rules import Rules
from gdflow.services import accounts, one_time_keys
from gdflow.services.one_time_codes import address_of, new_secret, taken_step
from gdflow.services.sign_in import confirm_code
from gdflow.storage.engine import Session

TIME = timedelta(minutes=30)
HELD = "held"
"""The fact of a key that holds the secret while it is not in use yet."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A secret to take into a telephone. token: of this step; spaced: the secret as people type it."""

    token: str
    secret: str
    address: str

    @property
    def spaced(self) -> str:
        """ABCD EFGH …"""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))


def offer(session: Session, rules: Rules, account: Account, *, now: datetime) -> Offer:
    """Make a secret; it is asked for once the person has shown a code of it. Raises ConflictError("factor_on")."""
    if account.has_second_factor:
        raise ConflictError("factor_on")
    secret = new_secret()
    its = {HELD: secret}
    token = one_time_keys.issue(
        session, rules, KeyPurpose.ENROL, account_id=account.id, until=now + TIME, now=now, facts=its
    )
    return _offer(rules, account, token, secret)


def offered(session: Session, rules: Rules, account: Account, token: str, *, now: datetime) -> Offer:
    """What was offered, to be shown again. Raises ConflictError("step_over")."""
    key = one_time_keys.find(session, rules, KeyPurpose.ENROL, token, now=now)
    if key.account_id != account.id:
        raise ConflictError("step_over")
    return _offer(rules, account, token, key.facts[HELD])


def take_up(session: Session, rules: Rules, account: Account, token: str, code: str, *, now: datetime) -> Account:
    """Ask for codes from now on. Raises InputError("code_refused"), ConflictError("step_over")."""
    found = offered(session, rules, account, token, now=now)
    step = taken_step(found.secret, code, None, now=now)
    if step is None:
        raise InputError("code_refused")
    one_time_keys.spend(session, one_time_keys.find(session, rules, KeyPurpose.ENROL, token, now=now))
    return accounts.set_factor(session, rules, account, found.secret, step, now=now)


def lay_down(session: Session, rules: Rules, account: Account, code: str, *, now: datetime) -> Account:
    """Ask for codes no more, by a last one. Raises InputError("code_refused"), ConflictError("no_factor")."""
    confirm_code(session, account, code, now=now)
    return accounts.drop_factor(session, rules, account, by=account.actor, now=now)


def _offer(rules: Rules, account: Account, token: str, secret: str) -> Offer:
    return Offer(token, secret, address_of(secret, rules.entity, account.email))
