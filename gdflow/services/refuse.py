"""Keep a file apart that could not be taken, with its reason, and tell whoever sent it, once."""

from datetime import datetime

from gdflow.domain.errors import ConflictError, GdflowError
from gdflow.domain.inbound import COORDINATOR
from gdflow.domain.people import Team
from gdflow.domain.receipts import FILE_OF_NOBODY, ReceiptFacts, ReceiptSource, ReceiptState
from gdflow.domain.rules import Rules
from gdflow.services.acknowledge import acknowledge, tell_sender
from gdflow.services.pending import pending_of
from gdflow.services.received import Handed, Received
from gdflow.services.senders import team_behind
from gdflow.spanish.messages import say
from gdflow.storage import events, obligations, plans, submissions, waiting
from gdflow.storage.engine import Session


def refuse(
    session: Session,
    rules: Rules,
    receipt: ReceiptFacts,
    error: GdflowError,
    handed: Handed | None,
    *,
    known: bool,
    now: datetime,
) -> Received:
    """Put a file into quarantine. handed: whose answers it holds, where its reading came as far as that."""
    first = waiting.held(session, receipt.id).state is ReceiptState.RECEIVED
    reason = say(error)
    submissions.quarantine(session, receipt.id, error.code, reason)
    facts = {"receipt": receipt.number, "file": receipt.name, "code": error.code}
    subject = f"receipt:{receipt.number}"
    events.append(session, rules.entity_id, "file_refused", subject, facts, at=now, actor="gdflow")
    whose = handed or _sender(session, rules, receipt)
    team, period = (whose.team, whose.period) if whose else (None, None)
    pending = pending_of(session, whose) if whose else 0
    locked = isinstance(error, ConflictError)
    received = Received(receipt.number, known, team, period, (), (), (), pending, reason, locked)
    if first:
        # Outside a correspondence that we began, a machine may be writing: it draws one answer a day.
        loose = handed is None and receipt.period is None and receipt.source is ReceiptSource.MAIL
        _tell(session, rules, receipt, None if loose else whose, received, now)
    return received


def _sender(session: Session, rules: Rules, receipt: ReceiptFacts) -> Handed | None:
    team = team_behind(session, rules, receipt)
    return None if team is None else Handed(team.id, team.name, receipt.period, _plans(session, rules, receipt, team))


def _plans(session: Session, rules: Rules, receipt: ReceiptFacts, team: Team) -> tuple[int, ...]:
    """The plans of which the team owes something for the period: the answer goes into their correspondence."""
    known = plans.plans_of(session, rules.entity_id) if receipt.period else ()
    owed = {plan.id: obligations.obligations_of_plan(session, plan.id, receipt.period) for plan in known}
    return tuple(plan_id for plan_id, found in owed.items() if any(each.team_id == team.id for each in found))


def _tell(
    session: Session, rules: Rules, receipt: ReceiptFacts, whose: Handed | None, received: Received, now: datetime
) -> None:
    if whose is not None:
        acknowledge(session, rules, whose, received, receipt.name, now=now, sender=receipt.sender)
    elif receipt.sender is not None and "@" in receipt.sender:
        tell_sender(session, rules, receipt.sender, received, receipt.name, now=now)
    elif receipt.source is ReceiptSource.FOLDER:  # nobody stands before a screen: the coordinator hears of it
        facts = {"receipt": receipt.number, "file": receipt.name, "reason": received.refused}
        events.append(session, rules.entity_id, FILE_OF_NOBODY, COORDINATOR, facts, at=now, actor="gdflow")
