"""Accounts of people who sign in: given, changed and taken by somebody, and each of these acts is on the record."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from gdflow.domain.access import Account, KeyPurpose, Role
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.rules import Rules
from gdflow.services import one_time_keys, web_sessions
from gdflow.storage import accounts, events
from gdflow.storage import one_time_keys as kept_keys
from gdflow.storage.engine import Session

LINK_TIME = timedelta(hours=24)
PATH = "/entrar/clave/"
"""Where a person chooses a password, within the site; the key follows."""
MOST_NAME = 120


def add(
    session: Session,
    rules: Rules,
    *,
    email: str,
    name: str,
    role: Role,
    by: str,
    now: datetime,
    subject: str | None = None,
) -> Account:
    """A new account, without a password. Raises InputError: invalid_address, blank_name; ConflictError: known_account.

    subject: whom the entity's provider knows.
    """
    address, called = _address(email), " ".join(name.split())[:MOST_NAME]
    if not called:
        raise InputError("blank_name")
    if accounts.account_by_email(session, rules.entity_id, address) is not None:
        raise ConflictError("known_account", found=address)
    told = {"email": address, "name": called, "role": role}
    number = accounts.add_account(session, rules.entity_id, subject=subject, at=now, by=by, **told)  # type: ignore[arg-type]  # texts and a role
    made = _known(session, rules, number)
    _note(session, rules, made, "account_added", {"email": address, "role": role.value}, by, now)
    return made


def find(session: Session, rules: Rules, email: str) -> Account:
    """The account of an address. Raises NotFoundError("unknown_account")."""
    found = accounts.account_by_email(session, rules.entity_id, email)
    if found is None:
        raise NotFoundError("unknown_account", found=email.strip())
    return found


def by_id(session: Session, rules: Rules, account_id: int) -> Account:
    """The account of an id. Raises NotFoundError("unknown_account")."""
    return _known(session, rules, account_id)


def listed(session: Session, rules: Rules) -> tuple[Account, ...]:
    """All accounts of the entity, by address."""
    return accounts.accounts_of(session, rules.entity_id)


def invite(session: Session, rules: Rules, account: Account, *, by: str, begins: datetime, now: datetime) -> str:
    """A link's path by which a person chooses a password within a day; those given before serve no more.

    begins: when its day begins, which is later where it goes by a mail that has to wait.
    """
    _refuse_disabled(account)
    kept_keys.forget_keys(session, account.id)
    until = begins + LINK_TIME
    token = one_time_keys.issue(session, rules, KeyPurpose.PASSWORD, account_id=account.id, until=until, now=now)
    _note(session, rules, account, "password_link_given", {}, by, now)
    return PATH + token


def invited(session: Session, rules: Rules, token: str, *, now: datetime) -> Account:
    """Whose link it is. Raises ConflictError: step_over, account_disabled."""
    key = one_time_keys.find(session, rules, KeyPurpose.PASSWORD, token, now=now)
    account = _known(session, rules, key.account_id)
    _refuse_disabled(account)
    return account


def set_password(
    session: Session,
    rules: Rules,
    account: Account,
    kept: str,
    *,
    by: str,
    now: datetime,
    but: int | None = None,
) -> None:
    """Replace a password by one whose hash is given; links to choose one serve no more, and all sessions end.

    but: the session in which it happens goes on.
    """
    kept_keys.forget_keys(session, account.id)
    accounts.change_account(session, account.id, {"password_hash": kept, "failures": 0, "locked_until": None})
    web_sessions.end_all(session, rules, account, by=by, now=now, but=but)
    _note(session, rules, account, "password_set", {}, by, now)


def disable(session: Session, rules: Rules, account: Account, *, by: str, now: datetime) -> Account:
    """Take an account: whoever is signed in by it is out at once. Raises ConflictError: account_disabled."""
    _refuse_disabled(account)
    kept_keys.forget_keys(session, account.id)
    web_sessions.end_all(session, rules, account, by=by, now=now)
    its = {"disabled_at": now, "disabled_by": by}
    return _changed(session, rules, account, "account_disabled", its, {}, by, now)


def enable(session: Session, rules: Rules, account: Account, *, by: str, now: datetime) -> Account:
    """Give a disabled account back, as it was. Raises ConflictError("account_enabled")."""
    if account.disabled_at is None:
        raise ConflictError("account_enabled", found=account.email)
    its = {"disabled_at": None, "disabled_by": None}
    return _changed(session, rules, account, "account_enabled", its, {}, by, now)


def set_role(session: Session, rules: Rules, account: Account, role: Role, *, by: str, now: datetime) -> Account:
    """Give an account another role, in force at the next page. Raises ConflictError("same_role")."""
    if account.role is role:
        raise ConflictError("same_role", found=account.email, role=role.label)
    facts = {"from": account.role.value, "to": role.value}
    return _changed(session, rules, account, "account_role", {"role": role}, facts, by, now)


def bind_subject(session: Session, rules: Rules, account: Account, subject: str, *, now: datetime) -> Account:
    """Remember by whom the entity's provider knows a person."""
    return _changed(session, rules, account, "account_bound", {"subject": subject}, {}, account.actor, now)


def set_factor(session: Session, rules: Rules, account: Account, secret: str, step: int, *, now: datetime) -> Account:
    """Ask for one-time codes from now on. step: of the code by which the person has shown that they have the secret."""
    its = {"totp_secret": secret, "totp_step": step}
    return _changed(session, rules, account, "second_factor_on", its, {}, account.actor, now)


def drop_factor(session: Session, rules: Rules, account: Account, *, by: str, now: datetime) -> Account:
    """Ask for no one-time codes any more. Raises ConflictError("no_factor")."""
    if not account.has_second_factor:
        raise ConflictError("no_factor")
    its = {"totp_secret": None, "totp_step": None}
    return _changed(session, rules, account, "second_factor_off", its, {}, by, now)


def role_of(text: str) -> Role:
    """The role of a word. Raises InputError("unknown_role")."""
    found = {role.value: role for role in Role}.get(text.strip().lower())
    if found is None:
        raise InputError("unknown_role", found=text, expected=", ".join(Role))
    return found


def _address(text: str) -> str:
    from email.utils import parseaddr

    address = parseaddr(text)[1].strip().lower()
    name, _, domain = address.rpartition("@")
    if not name or "." not in domain or not address.isprintable() or " " in address:
        raise InputError("invalid_address", found=text)
    return address


def _refuse_disabled(account: Account) -> None:
    if account.disabled_at is not None:
        raise ConflictError("account_disabled", found=account.email)


def _changed(
    session: Session,
    rules: Rules,
    account: Account,
    kind: str,
    values: Mapping[str, object],
    facts: Mapping[str, object],
    by: str,
    now: datetime,
) -> Account:
    accounts.change_account(session, account.id, values)
    _note(session, rules, account, kind, facts, by, now)
    return _known(session, rules, account.id)


def _note(
    session: Session, rules: Rules, account: Account, kind: str, facts: Mapping[str, object], by: str, now: datetime
) -> None:
    events.append(session, rules.entity_id, kind, f"account:{account.id}", facts, at=now, actor=by)


def _known(session: Session, rules: Rules, account_id: int) -> Account:
    found = accounts.account_by_id(session, rules.entity_id, account_id)
    if found is None:
        raise NotFoundError("unknown_account", found=account_id)
    return found
