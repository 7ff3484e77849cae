"""A person chooses a password: by a link that somebody gave, or behind the sign-in.

A password is made into what is kept of it outside of transactions: it takes a tenth of a second, in which nobody else
could write.
"""

from datetime import datetime

from gdflow.domain.access import Account, KeyPurpose, WebSession
from gdflow.domain.errors import InputError
from gdflow.domain.rules import Rules
from gdflow.services import one_time_keys
from gdflow.services.accounts import invited, set_password
from gdflow.services.passwords import hashed, judge, matches
from gdflow.storage import accounts
from gdflow.storage.engine import Transaction


def by_link(transaction: Transaction, rules: Rules, token: str, password: str, again: str, *, now: datetime) -> Account:
    """Take the password of whoever has a link, which is used up; they are signed out everywhere.

    Raises ConflictError: step_over, account_disabled; InputError: passwords_differ, and for one easily guessed.
    """
    with transaction() as session:
        account = invited(session, rules, token, now=now)
    kept = _kept(password, again, account)
    with transaction() as session:
        account = invited(session, rules, token, now=now)
        one_time_keys.spend(session, one_time_keys.find(session, rules, KeyPurpose.PASSWORD, token, now=now))
        set_password(session, rules, account, kept, by=account.actor, now=now)
    return account


def by_person(
    transaction: Transaction,
    rules: Rules,
    signed_in: WebSession,
    current: str,
    password: str,
    again: str,
    *,
    now: datetime,
) -> None:
    """Take another password of somebody who is signed in and knows the current one; their other sessions end.

    Raises InputError: password_wrong, passwords_differ, and for one easily guessed.
    """
    account = signed_in.account
    with transaction() as session:
        known = accounts.secrets_of(session, account.id).password_hash
    if not matches(current, known):
        raise InputError("password_wrong")
    kept = _kept(password, again, account)
    with transaction() as session:
        set_password(session, rules, account, kept, by=account.actor, now=now, but=signed_in.id)


def by_console(transaction: Transaction, rules: Rules, account: Account, password: str, by: str, now: datetime) -> None:
    """Set the password that whoever runs the machine typed; the person is signed out everywhere."""
    kept = _kept(password, password, account)
    with transaction() as session:
        set_password(session, rules, account, kept, by=by, now=now)


def _kept(password: str, again: str, account: Account) -> str:
    if password != again:
        raise InputError("passwords_differ")
    judge(password, account)
    return hashed(password)
