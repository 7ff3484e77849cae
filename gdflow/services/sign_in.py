"""Signing in: by a password, with a one-time code where the account asks for one.

An attempt is counted before it is judged, so a hundred at once are a hundred. After a few in a row the account waits,
each time longer; what is said meanwhile is what is said of a wrong password: no answer tells who has an account.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.domain.access import Account, KeyPurpose
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.rules import Rules
from gdflow.services import one_time_keys, web_sessions
from gdflow.services.one_time_codes import taken_step
from gdflow.services.passwords import matches
from gdflow.storage import accounts, events
from gdflow.storage.accounts import Secrets
from gdflow.storage.engine import Session, Transaction

FREE, MINUTE, LONGEST_WAIT = 5, timedelta(minutes=1), timedelta(minutes=15)
"""Attempts in a row before an account waits, and how long it waits first and at most."""
CODE_TIME = timedelta(minutes=5)
"""How long the password that was right waits for its code."""


@dataclass(frozen=True, slots=True)
class Came:
    """From where somebody signs in: the address, and what the browser calls itself."""

    address: str
    agent: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody is signed in. token: for the cookie of the session."""

    account: Account
    token: str


@dataclass(frozen=True, slots=True)
class CodeNeeded:
    """The password was right; a code is asked for too. token: of this step."""

    token: str


def by_password(
    transaction: Transaction, rules: Rules, email: str, password: str, came: Came, *, now: datetime
) -> SignedIn | CodeNeeded:
    """Sign somebody in. Raises InputError("sign_in_refused"), for whatever reason it is."""
    with transaction() as session:
        account = accounts.account_by_email(session, rules.entity_id, email)
        tried = _counted(session, rules, account, now)
    # Between two transactions: it takes a tenth of a second, in which nobody else could write.
    right = matches(password, None if tried is None else tried.password_hash)
    with transaction() as session:
        if account is None or tried is None or not right:
            _note_refused(session, rules, account if tried else None, "password", came, now)
        elif account.has_second_factor:
            until = now + CODE_TIME
            step = one_time_keys.issue(session, rules, KeyPurpose.CODE, account_id=account.id, until=until, now=now)
            return CodeNeeded(step)
        else:
            return enter(session, rules, account, "password", came, now=now)
    raise InputError("sign_in_refused")


def by_code(transaction: Transaction, rules: Rules, step: str, code: str, came: Came, *, now: datetime) -> SignedIn:
    """Sign in somebody whose password was right. Raises InputError("code_refused"), ConflictError("step_over")."""
    with transaction() as session:
        key = one_time_keys.find(session, rules, KeyPurpose.CODE, step, now=now)
        account = accounts.account_by_id(session, rules.entity_id, key.account_id)
        tried = _counted(session, rules, account, now)
        taken = None if tried is None else taken_step(tried.totp_secret or "", code, tried.totp_step, now=now)
        if account is None or tried is None or taken is None:
            _note_refused(session, rules, account if tried else None, "code", came, now)
        else:
            one_time_keys.spend(session, key)
            accounts.change_account(session, account.id, {"totp_step": taken})
            return enter(session, rules, account, "code", came, now=now)
    raise InputError("code_refused")


def confirm_code(session: Session, account: Account, code: str, *, now: datetime) -> None:
    """Take a code of somebody who is signed in. Raises InputError("code_refused"), ConflictError("no_factor")."""
    kept = accounts.secrets_of(session, account.id)
    if kept.totp_secret is None:
        raise ConflictError("no_factor")
    taken = taken_step(kept.totp_secret, code, kept.totp_step, now=now)
    if taken is None:
        raise InputError("code_refused")
    accounts.change_account(session, account.id, {"totp_step": taken})


def enter(session: Session, rules: Rules, account: Account, by: str, came: Came, *, now: datetime) -> SignedIn:
    """Begin a session for somebody who has shown who they are. by: "password", "code", "provider"."""
    accounts.change_account(session, account.id, {"failures": 0, "locked_until": None})
    token = web_sessions.begin(session, rules, account, address=came.address, agent=came.agent, now=now)
    _note(session, rules, account, "signed_in", {"by": by, "address": came.address}, now)
    return SignedIn(account, token)


def _counted(session: Session, rules: Rules, account: Account | None, now: datetime) -> Secrets | None:
    """What an account is checked by, once the attempt is counted; None where none may be made, which takes as long."""
    kept = None if account is None or account.disabled_at else accounts.secrets_of(session, account.id)
    if account is None or kept is None or (kept.locked_until is not None and now < kept.locked_until):
        accounts.change_nothing(session, rules.entity_id)
        return None
    failures = kept.failures + 1
    locked = None if failures < FREE else now + min(LONGEST_WAIT, MINUTE * 2 ** min(failures - FREE, 10))
    accounts.change_account(session, account.id, {"failures": failures, "locked_until": locked})
    return kept


def _note_refused(
    session: Session, rules: Rules, account: Account | None, reason: str, came: Came, now: datetime
) -> None:
    """Only attempts that counted: whoever has no account, or waits, could fill the record with as many as they like."""
    if account is None:
        accounts.change_nothing(session, rules.entity_id)
    else:
        _note(session, rules, account, "sign_in_refused", {"reason": reason, "address": came.address}, now)


def _note(session: Session, rules: Rules, account: Account, kind: str, facts: dict[str, object], now: datetime) -> None:
    subject = f"account:{account.id}"
    events.append(session, rules.entity_id, kind, subject, facts, at=now, actor=account.actor)
