"""The mails that wait for the coordinator: what is in each, and the one decision that each asks for."""

from dataclasses import dataclass
from datetime import datetime

from gdflow.collect.inbound_mail import Letter, read_letter
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.inbound import COORDINATOR, DECIDED, InboundMail, InboundState
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.decide import Why
from gdflow.services.intake import TakenMail, keep_files
from gdflow.services.judge_mail import WORDS, said
from gdflow.services.mail_place import Place, forms_on
from gdflow.storage import events, inbound, people
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore

REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class WaitingMail:
    """A mail as the coordinator looks at it. team: for which it would speak. receipts: of its files, once taken."""

    mail: InboundMail
    letter: Letter
    team: str | None
    receipts: tuple[str, ...]


def waiting_mails(session: Session, rules: Rules) -> tuple[InboundMail, ...]:
    """The mails in quarantine, oldest first."""
    return inbound.mails_in(session, rules.entity_id, InboundState.QUARANTINED)


def look_at_all(session: Session, rules: Rules, objects: ObjectStore, most: int) -> tuple[WaitingMail, ...]:
    """The mails in quarantine with what is in them, oldest first, so many at most; lost bytes hide no other mail."""
    found = waiting_mails(session, rules)[:most]
    teams = {team.id: team.name for team in people.teams_of(session, rules.entity_id)} if found else {}
    return tuple(WaitingMail(mail, _as_kept(objects, mail), teams.get(mail.team_id or 0), ()) for mail in found)


def look_at(session: Session, rules: Rules, objects: ObjectStore, mail_id: int) -> WaitingMail:
    """A mail with what is in it. Raises NotFoundError: unknown_mail, mail_not_kept, unknown_object."""
    mail = _found(session, rules, mail_id)
    teams = {team.id: team.name for team in people.teams_of(session, rules.entity_id)}
    receipts = inbound.receipts_of(session, rules.entity_id, mail_id)
    return WaitingMail(mail, _letter(objects, mail), teams.get(mail.team_id or 0), receipts)


def accept(
    session: Session,
    rules: Rules,
    objects: ObjectStore,
    mail_id: int,
    *,
    by: str,
    now: datetime,
    team: Team | None = None,
) -> TakenMail:
    """Let a mail in: its files are taken as if its team had sent them; they are read like all others.

    team: as whose, where the mail itself does not say it or a person knows better.
    Raises NotFoundError: unknown_mail, mail_not_kept; and ConflictError: mail_not_waiting, mail_not_whole.
    """
    mail = _found(session, rules, mail_id)
    letter = _letter(objects, mail)
    if letter.fault is not None:
        raise ConflictError("mail_not_whole", found=mail_id)
    words = (None, None) if letter.files else (WORDS, said(letter))
    whose = None if team is None else team.id
    taken = _decide(session, rules, mail, InboundState.TAKEN, words, Why(by, ""), now, accepted_by=by, team_id=whose)
    place = Place(taken.team_id, taken.period, None, forms_on(session, rules, letter.files))
    return TakenMail(taken, True, keep_files(session, rules, objects, letter.files, place, taken, now=now))


def reject(session: Session, rules: Rules, mail_id: int, given: Why, *, now: datetime) -> InboundMail:
    """Leave a mail out for good; its bytes stay. Raises NotFoundError unknown_mail, ConflictError mail_not_waiting."""
    mail = _found(session, rules, mail_id)
    return _decide(session, rules, mail, InboundState.IGNORED, (REJECTED, given.reason), given, now)


def _found(session: Session, rules: Rules, mail_id: int) -> InboundMail:
    mail = inbound.mail_by_id(session, rules.entity_id, mail_id)
    if mail is None:
        raise NotFoundError("unknown_mail", found=mail_id)
    return mail


def _letter(objects: ObjectStore, mail: InboundMail) -> Letter:
    """The mail as it came; what nobody wrote was never kept."""
    if mail.state is InboundState.IGNORED and mail.code != REJECTED:
        raise NotFoundError("mail_not_kept", found=mail.id, why=mail.message)
    return read_letter(objects.get(mail.sha256))


def _as_kept(objects: ObjectStore, mail: InboundMail) -> Letter:
    try:
        return read_letter(objects.get(mail.sha256))
    except NotFoundError as gone:
        return Letter(mail.message_id, mail.sha256, mail.sender, mail.subject, fault=gone.code)


def _decide(
    session: Session,
    rules: Rules,
    mail: InboundMail,
    state: InboundState,
    why: tuple[str | None, str | None],
    given: Why,
    now: datetime,
    *,
    accepted_by: str | None = None,
    team_id: int | None = None,
) -> InboundMail:
    code, message = why
    its = {"code": code, "message": message, "by": accepted_by}
    if not inbound.decide_mail(session, mail.id, state, team_id=team_id, **its):
        raise ConflictError("mail_not_waiting", found=mail.id, state=mail.state.label.lower())
    facts: dict[str, object] = {"mail": mail.id, "state": state.value, "reason": given.reason}
    facts |= {"team": team_id} if team_id is not None else {}
    events.append(session, rules.entity_id, DECIDED, COORDINATOR, facts, at=now, actor=given.author)
    return _found(session, rules, mail.id)
