"""Signing in by the entity's own accounts: whoever they vouch for enters by an account here, or by a group's role.

A person is known by the issuer's own name for them, which nobody can take over; by the address only the first time,
and only where it is said that the address is theirs.
"""

from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.access import Account, Role
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.rules import Rules
from gdflow.services.accounts import add, bind_subject, set_role
from gdflow.services.sign_in import Came, SignedIn, enter
from gdflow.storage import accounts, events
from gdflow.storage.engine import Session, Transaction

PROVIDER = "servicio de cuentas"
"""Who gives and changes accounts where groups give roles."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the entity's accounts vouch for. subject: "issuer|sub"; email: None where it is not told."""

    subject: str
    email: str | None
    email_is_theirs: bool
    name: str
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trust:
    """What groups give, the first that a person has; nothing: only people with an account enter, in their own role."""

    roles: tuple[tuple[str, Role], ...]

    def role_of(self, person: Person) -> Role | None:
        """The role that a person's groups give."""
        return next((role for group, role in self.roles if group in person.groups), None)


def by_provider(
    transaction: Transaction, rules: Rules, person: Person, trust: Trust, came: Came, *, now: datetime
) -> SignedIn:
    """Sign in whom the entity's accounts vouch for. Raises ConflictError("person_not_invited")."""
    with transaction() as session:
        account = _account(session, rules, person, trust, now)
        if account is not None:
            return enter(session, rules, account, "provider", came, now=now)
        facts = {"reason": "provider", "address": came.address}
        subject, actor = f"person:{person.subject}", person.email or person.name or person.subject
        events.append(session, rules.entity_id, "sign_in_refused", subject, facts, at=now, actor=actor)
    contact = f" ({rules.coordinator})" if rules.coordinator else ""
    raise ConflictError("person_not_invited", found=person.email or person.name or person.subject, contact=contact)


def _account(session: Session, rules: Rules, person: Person, trust: Trust, now: datetime) -> Account | None:
    """The account by which a person enters; None where they may not."""
    role = trust.role_of(person)
    if trust.roles and role is None:
        return None
    known = accounts.account_by_subject(session, rules.entity_id, person.subject) or _bound(session, rules, person, now)
    if known is None:
        return None if role is None else _provisioned(session, rules, person, role, now)
    if known.disabled_at is not None:
        return None
    if role is None or role is known.role:
        return known
    return set_role(session, rules, known, role, by=PROVIDER, now=now)


def _bound(session: Session, rules: Rules, person: Person, now: datetime) -> Account | None:
    """The account that was made for a person's address, from now on theirs."""
    if person.email is None or not person.email_is_theirs:
        return None
    known = accounts.account_by_email(session, rules.entity_id, person.email)
    if known is None or known.subject is not None or known.disabled_at is not None:
        return None
    return bind_subject(session, rules, known, person.subject, now=now)


def _provisioned(session: Session, rules: Rules, person: Person, role: Role, now: datetime) -> Account | None:
    """A new account; None where the address is not told, or is that of an account which is not known to be theirs."""
    its = {"email": person.email or "", "name": person.name or person.email or ""}
    try:
        return add(session, rules, **its, role=role, subject=person.subject, by=PROVIDER, now=now)
    except (ConflictError, InputError):
        return None
