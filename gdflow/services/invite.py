"""Give somebody the link with which they choose a password: by mail where mails leave, else to whoever asks for it."""

from dataclasses import dataclass, replace
from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.access import Account
from gdflow.domain.account_letters import AccountLetter
from gdflow.domain.digest import Purpose
from gdflow.domain.outbox import Priority
from gdflow.domain.rules import Rules
from gdflow.services.accounts import LINK_TIME, invite
from gdflow.services.drafting import letterhead, mail_draft
from gdflow.storage import outbox
from gdflow.storage.engine import Session

TOPIC = "Cuentas"


@dataclass(frozen=True, slots=True)
class Invitation:
    """How a link was given. path: within the site, where it has to be handed over; None: it goes by mail."""

    account: Account
    path: str | None
    until: datetime


def hand_over(session: Session, rules: Rules, account: Account, *, by: str, now: datetime) -> Invitation:
    """A link for whoever asks to hand over."""
    return Invitation(account, invite(session, rules, account, by=by, begins=now, now=now), now + LINK_TIME)


def send(session: Session, rules: Rules, account: Account, *, by: str, now: datetime) -> Invitation:
    """A link by mail, as soon as mails leave; handed over where pages have no public address."""
    from gdflow.channels.account_mails import render_account

    if rules.public_url is None:
        return hand_over(session, rules, account, by=by, now=now)
    leaves = rules.window.next_moment(now, rules.calendar)
    path, until = invite(session, rules, account, by=by, begins=leaves, now=now), leaves + LINK_TIME
    letter = AccountLetter(
        head=replace(letterhead(rules, account.email, TOPIC), name=account.name),
        link=rules.public_url + path,
        until=rules.window.local(until),
        given_by=by,
        role=account.role.label,
        is_first=not account.has_password,
    )
    draft = mail_draft(
        rules,
        render_account(letter, today=rules.today(leaves)),
        address=account.email,
        purpose=Purpose.ACCOUNT,
        leaves=leaves,
        at=now,
        # A link that was asked for twice on a day is two mails: the first one serves no more.
        about=keys.token_sha256(path)[:16],
        priority=Priority.URGENT,
    )
    outbox.enqueue(session, draft)
    return Invitation(account, None, until)
